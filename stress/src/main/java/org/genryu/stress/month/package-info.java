/// The months of a world in which something happens, and of the calm one: what is decided in each, and what
/// is carried on.
@NullMarked
package org.genryu.stress.month;

import org.jspecify.annotations.NullMarked;
