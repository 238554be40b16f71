/// What if, when the numbers of the case are not sure: draws of its uncertain numbers, what the months of each future
/// come to, and what all together say with which error.
@NullMarked
package org.genryu.stress.future;

import org.jspecify.annotations.NullMarked;
