/// Linear, integer and convex quadratic programs on HiGHS. The only room that knows the native library.
///
/// Size: two native libraries, each with its checks.
@NullMarked
package org.genryu.solve;

import org.jspecify.annotations.NullMarked;
