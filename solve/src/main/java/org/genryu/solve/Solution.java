package org.genryu.solve;

import java.util.Optional;

/// The mathematics' verdict. It is an answer, never an exception.
public sealed interface Solution {
    /// How the run went.
    Run run();

    /// Proved optimal; `certificate` is the proof, recomputed from the arrays after the solve, not taken from the
    /// solver's word.
    record Optimal(double objective, Point point, Certificate certificate, Run run) implements Solution {}

    /// No point satisfies all limits. Found again without presolve before it is said.
    /// @param ray a combination of rows that proves it (Farkas), one entry a row; empty if the solver gave none
    record Infeasible(Optional<double[]> ray, Run run) implements Solution {}

    /// The objective falls for ever along `ray` (one entry a column; empty if the solver gave none).
    record Unbounded(Optional<double[]> ray, Run run) implements Solution {}

    /// Time or memory ran out. `gap` [fraction] bounds how much better the optimum can be; infinity if nothing is
    /// known.
    record Stopped(Optional<Point> best, double objective, double gap, Run run) implements Solution {}

    /// @param x by column
    /// @param activity A x, by row
    /// @param dual by row: change of the objective for one more unit on the row's side
    /// @param reducedCost by column: cost - Aᵀ dual
    record Point(double[] x, double[] activity, double[] dual, double[] reducedCost) {}

    /// How far the point is from feasible, its prices from feasible, and the two objectives from each other.
    /// @param primal largest violation of a row or bound, relative to the size of the row
    /// @param dual largest reduced cost of the wrong sign, relative to the cost of the column
    /// @param gap |primal - dual objective| / (1 + |primal objective|)
    record Certificate(double primal, double dual, double gap) {
        /// Whether the proof holds within `tolerance`.
        public boolean holds(double tolerance) {
            return primal <= tolerance && dual <= tolerance && gap <= tolerance;
        }
    }

    /// @param algorithm what was really used, such as `simplex` or `ipx`
    record Run(String solver, String version, String algorithm, double seconds, long iterations) {}
}
