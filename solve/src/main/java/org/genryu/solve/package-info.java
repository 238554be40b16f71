/// What is the best answer of a linear, integer or convex quadratic program, and what proves it? On HiGHS; the only
/// room that knows the native library ([org.genryu.solve.natives]). A program ([org.genryu.solve.MathProgram]) goes
/// into a session ([org.genryu.solve.SolverSession]); a [org.genryu.solve.Solution] comes out with its certificate.
/// Programs with curved costs: [org.genryu.solve.convex]; why an answer is as it is: [org.genryu.solve.reason].
@NullMarked
package org.genryu.solve;

import org.jspecify.annotations.NullMarked;
