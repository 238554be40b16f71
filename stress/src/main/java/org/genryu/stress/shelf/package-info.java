/// What many scenarios of one case come to, each in a row.
@NullMarked
package org.genryu.stress.shelf;

import org.jspecify.annotations.NullMarked;
