/// What if: the months of a world in which something is cut, told against the calm world.
@NullMarked
package org.genryu.stress;

import org.jspecify.annotations.NullMarked;
