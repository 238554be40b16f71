/// What in a case contradicts itself, the sea or common sense, though every cell can be read? Rules over rows and
/// tables; each finding has a place and, where there is one, a cure.
@NullMarked
package org.genryu.casefile.check;

import org.jspecify.annotations.NullMarked;
