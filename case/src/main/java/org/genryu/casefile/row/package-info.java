/// What does a row say once its words are followed: the port that a place ships from, the lines of a recipe, the unit
/// of a price, the rows that a condition selects, the figures that a result is compared with?
@NullMarked
package org.genryu.casefile.row;

import org.jspecify.annotations.NullMarked;
