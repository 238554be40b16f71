/// `genryu share`: which game is meant, and how its splits are told.
@NullMarked
package org.genryu.cli.share;

import org.jspecify.annotations.NullMarked;
