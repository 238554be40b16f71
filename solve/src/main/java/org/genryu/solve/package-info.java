/// Linear, integer and convex quadratic programs on HiGHS. The only room that knows the native library.
@NullMarked
package org.genryu.solve;

import org.jspecify.annotations.NullMarked;
