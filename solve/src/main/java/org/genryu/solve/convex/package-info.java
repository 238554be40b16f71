/// What is the best answer where costs rise along curves? [org.genryu.solve.convex.ConvexSolver] finds it with an
/// interior point method of its own and hands the last step to a session of the solver.
@NullMarked
package org.genryu.solve.convex;

import org.jspecify.annotations.NullMarked;
