/// What is best built and decided now, when nobody knows yet what will happen? Choices with costs, limits and what
/// they do in each scenario in; the portfolio with a proved bound out. The package itself is the kernel: it takes
/// plain numbers and functions. `world`: what the options of a case do to its balance; it knows the kernel, the
/// kernel knows nothing of it.
@NullMarked
package org.genryu.plan;

import org.jspecify.annotations.NullMarked;
