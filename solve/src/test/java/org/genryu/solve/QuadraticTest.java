package org.genryu.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.genryu.solve.Small.INF;
import static org.genryu.solve.Small.minimise;
import static org.genryu.solve.Verdicts.optimalWithin;

import java.util.Arrays;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// Rungs: by hand, certificate (the dual objective of Dorn meets the primal one), and second solver.
class QuadraticTest {
    /// HiGHS adds 1e-7 to the curvature to have a unique answer.
    private static final double REGULARISED = 1e-6;

    @Test
    void curvedCostMustBeHalfTheCurvatureTimesTheSquare() {
        // min x² - 4 x + y² - 6 y with x + y <= 3: (1, 2), price -2.
        try (SolverSession live =
                minimise(-4, -6).curved(2, 2).row(-INF, 3, 1, 1).open()) {
            Solution.Optimal found = optimalWithin(live, REGULARISED);
            assertThat(found.objective()).isEqualTo(-11, within(REGULARISED));
            assertThat(found.point().x()).containsExactly(new double[] {1, 2}, within(REGULARISED));
            assertThat(found.point().dual()).containsExactly(new double[] {-2}, within(REGULARISED));
            assertThat(found.run().solver() + " " + found.run().algorithm()).isIn("Clp barrier", "HiGHS active set");
            live.costs(new double[] {-4, -2});
            assertThat(optimalWithin(live, REGULARISED).objective()).isEqualTo(-5, within(REGULARISED));
        }
    }

    @Test
    void marketMustClearWhereSupplyMeetsDemand() {
        // Supply price 2 + q, demand price 10 - q: 4 units at 6. Minus welfare: q_s²/2 + 2 q_s + q_d²/2 - 10
        // q_d with q_s = q_d.
        try (SolverSession live = minimise(2, -10).curved(1, 1).row(0, 0, 1, -1).open()) {
            Solution.Optimal found = optimalWithin(live, REGULARISED);
            assertThat(found.point().x()).containsExactly(new double[] {4, 4}, within(REGULARISED));
            assertThat(found.point().dual()).containsExactly(new double[] {6}, within(REGULARISED));
        }
    }

    @Test
    void curvatureAndWholeColumnsTogetherMustBeRefused() {
        assertThatThrownBy(() -> minimise(1).curved(1).whole(0).open())
                .hasMessage("Program: it has curvature and whole columns; there is no method here for both at once.");
    }

    @Test
    void bothSolversMustAgreeAndCarryTheProof() {
        Law.of(41, 40).holds(input -> {
            long seed = input.whole("seed", 0, 1_000_000);
            MathProgram linear = Samples.network(seed, 6, 20);
            double[] q = new double[linear.columns().size()];
            Arrays.setAll(q, j -> j % 3 == 0 ? 0.1 : 0);
            MathProgram curved = new MathProgram(
                    0, linear.columns(), linear.rows(), linear.matrix(), linear.whole(), java.util.Optional.of(q));
            try (SolverSession live = SolverSession.open(curved, SolveOptions.DEFAULT)) {
                Solution.Optimal found = optimalWithin(live, REGULARISED);
                switch (live.solveByHighs()) {
                    case Solution.Optimal other -> {
                        assertThat(other.run().algorithm()).isEqualTo("active set");
                        assertThat(other.objective())
                                .as("seed %s", seed)
                                .isEqualTo(found.objective(), within(REGULARISED * (1 + Math.abs(found.objective()))));
                    }
                    // The active-set method may fail; then it says so and claims nothing.
                    case Solution.Stopped stopped ->
                        assertThat(stopped.reason()).isEqualTo(Solution.Stopped.Reason.NOT_PROVED);
                    case Solution.Infeasible _, Solution.Unbounded _ ->
                        assertThat(seed).as("neither can be").isNegative();
                }
            }
        });
    }
}
