package org.genryu.solve;

import java.util.Optional;

/// The mathematics' verdict. It is an answer, never an exception.
public sealed interface Solution {
    /// How the run went.
    Run run();

    /// Proved optimal; `certificate` is the proof, recomputed from the arrays after the solve, not taken from
    /// the solver's word.
    record Optimal(double objective, Point point, Certificate certificate, Run run) implements Solution {}

    /// No point satisfies all limits. Found without presolve before it is said.
    /// @param ray a combination of rows that proves it (Farkas), one entry a row: the sum of ray times the
    ///     row's lower side (upper where the ray is negative) is more than ray times A x can reach within the
    ///     bounds. Checked; empty if the solver gave none that holds
    record Infeasible(Optional<double[]> ray, Run run) implements Solution {}

    /// The objective falls for ever along `ray` (one entry a column). Checked; empty if the solver gave none
    /// that holds.
    record Unbounded(Optional<double[]> ray, Run run) implements Solution {}

    /// It ended without an answer that could be proved.
    /// @param best the best point that satisfies all limits; empty if there is none yet
    /// @param objective of `best`; infinity if there is none
    /// @param gap how much better the optimum can be [fraction of 1 + |objective|]; infinity if nothing is
    ///     known
    /// @param miss what kept the last answer from being proved; empty if it was not that, or if the solver came to
    /// no
    ///     point at all
    record Stopped(Optional<Point> best, double objective, double gap, Reason reason, Optional<Miss> miss, Run run)
            implements Solution {
        public enum Reason {
            /// The time limit of the options.
            TIME,
            /// The solver ran out of memory.
            MEMORY,
            /// The solver gave up, or what it called an answer did not hold when it was checked, also at the
            /// second try.
            NOT_PROVED
        }
    }

    /// What kept an answer from being proved.
    ///
    /// @param size how far, as in [Certificate]; of a number its size
    /// @param tolerance how far is allowed
    /// @param row where it is worst; -1 if it is not in a row
    /// @param column where it is worst; -1 if it is not in a column
    record Miss(Residual residual, double size, double tolerance, int row, int column) {
        public enum Residual {
            /// A limit of a row or column is broken.
            PRIMAL,
            /// A price asks for a limit that is not there.
            DUAL,
            /// The objectives of point and prices differ.
            GAP,
            /// A number of the program is too large for the solver.
            NUMBER
        }
    }

    /// @param x by column
    /// @param activity A x, by row
    /// @param dual by row: change of the objective for one more unit on the row's side; empty for an integer
    ///     program, which has no prices
    /// @param reducedCost by column: cost + curvature x - Aᵀ dual, the change of the objective for one more
    ///     unit of the bound at which the column stands; empty for an integer program
    record Point(double[] x, double[] activity, double[] dual, double[] reducedCost) {}

    /// How far the point is from feasible, its prices from feasible, and the two objectives from each other.
    /// For an integer program `primal` includes the distance from whole numbers, `dual` is 0, and `gap` is
    /// against the tree's bound.
    /// @param primal largest violation of a row or bound, relative to the largest term of the row
    /// @param dual largest price that asks for a side or bound that is not there, relative to the costs that it
    ///     meets
    /// @param gap |primal - dual objective| / (1 + |primal objective|)
    record Certificate(double primal, double dual, double gap) {
        /// Whether the proof holds within `tolerance`.
        public boolean holds(double tolerance) {
            return primal <= tolerance && dual <= tolerance && gap <= tolerance;
        }
    }

    /// @param version what the library says of itself, such as `1.12.0`
    /// @param algorithm what was really used, such as `simplex` or `interior point + crossover`
    /// @param seconds in the solver itself, second tries included, without handing over and certificate [s]
    /// @param iterations of all its methods together
    record Run(String solver, String version, String algorithm, double seconds, long iterations) {}
}
