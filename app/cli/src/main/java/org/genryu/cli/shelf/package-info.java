/// What is asked of the nodes of a supply, one after the other.
@NullMarked
package org.genryu.cli.shelf;

import org.jspecify.annotations.NullMarked;
