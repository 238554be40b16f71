package org.genryu.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.genryu.solve.Small.INF;
import static org.genryu.solve.Small.minimise;
import static org.genryu.solve.Verdicts.optimal;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Rungs: by hand, and published values (Dantzig's transport problem; Birge and Louveaux's farmer).
class LinearTest {
    /// Values of a few digits, computed in doubles.
    private static final double EXACT = 1e-9;

    @Test
    void dualMustBeTheChangeOfTheCostForOneMoreUnitOnTheSide() {
        // min 2 x + 3 y with x + y >= 4 and x <= 3: x = 3, y = 1; one more unit asked for costs 3, one more of
        // x saves 1.
        try (SolverSession live =
                minimise(2, 3).row(4, INF, 1, 1).upper(3, INF).plus(10).open()) {
            Solution.Optimal found = optimal(live);
            assertThat(found.objective()).isEqualTo(19, within(EXACT));
            assertThat(found.point().x()).containsExactly(new double[] {3, 1}, within(EXACT));
            assertThat(found.point().dual()).containsExactly(new double[] {3}, within(EXACT));
            assertThat(found.point().reducedCost()).containsExactly(new double[] {-1, 0}, within(EXACT));
            assertThat(found.point().activity()).containsExactly(new double[] {4}, within(EXACT));
        }
    }

    @Test
    void upperSideMustHaveANegativeDual() {
        // max 2 x + 3 y with x + 2 y <= 4 and 2 x + y <= 6: x = 8/3, y = 2/3; more of either resource lowers
        // the cost.
        try (SolverSession live =
                minimise(-2, -3).row(-INF, 4, 1, 2).row(-INF, 6, 2, 1).open()) {
            Solution.Optimal found = optimal(live);
            assertThat(found.objective()).isEqualTo(-22.0 / 3, within(EXACT));
            assertThat(found.point().dual()).containsExactly(new double[] {-4.0 / 3, -1.0 / 3}, within(EXACT));
        }
    }

    @Test
    void runMustSayWhatSolvedIt() {
        try (SolverSession live = minimise(2, 3).row(4, INF, 1, 1).open()) {
            Solution.Run run = optimal(live).run();
            assertThat(run.solver()).isEqualTo("HiGHS");
            assertThat(run.version()).matches("1\\.\\d+\\.\\d+");
            assertThat(run.algorithm()).isEqualTo("simplex");
            assertThat(run.seconds()).isPositive();
            assertThat(SolverSession.solver()).isEqualTo("HiGHS " + run.version());
        }
    }

    @Test
    void interiorPointMustEndWithCrossoverAndAWarmReSolveBySimplex() {
        try (SolverSession live =
                SolverSession.open(dantzig(), SolveOptions.DEFAULT.with(SolveOptions.Algorithm.INTERIOR_POINT))) {
            Solution.Optimal found = optimal(live);
            assertThat(found.objective()).isEqualTo(153.675, within(EXACT));
            assertThat(found.run().algorithm()).isEqualTo("interior point + crossover");
            assertThat(optimal(live).run().algorithm()).isEqualTo("simplex");
            live.forget();
            assertThat(optimal(live).run().algorithm()).isEqualTo("interior point + crossover");
        }
    }

    @Test
    void dantzigsTransportProblemMustCostWhatDantzigSays() {
        try (SolverSession live = SolverSession.open(dantzig(), SolveOptions.DEFAULT)) {
            Solution.Optimal found = optimal(live);
            assertThat(found.objective()).isEqualTo(153.675, within(EXACT));
            double[] prices = found.point().dual();
            assertThat(prices[2]).isEqualTo(0.225, within(EXACT));
            assertThat(prices[3]).isEqualTo(0.153, within(EXACT));
            assertThat(prices[4]).isEqualTo(0.126, within(EXACT));
        }
    }

    /// Dantzig (1963), section 3-3: two canneries, three markets, freight of 90 dollars for a case and a
    /// thousand miles.
    static MathProgram dantzig() {
        return minimise(0.225, 0.153, 0.162, 0.225, 0.162, 0.126)
                .row(-INF, 350, 1, 1, 1, 0, 0, 0)
                .row(-INF, 600, 0, 0, 0, 1, 1, 1)
                .row(325, INF, 1, 0, 0, 1, 0, 0)
                .row(300, INF, 0, 1, 0, 0, 1, 0)
                .row(275, INF, 0, 0, 1, 0, 0, 1)
                .program();
    }

    @Test
    void theFarmerMustPlantWhatBirgeAndLouveauxSay() {
        // Birge and Louveaux (1997), section 1.1: acres of wheat, corn and beets against three equally likely
        // harvests.
        // Columns: 3 acres; then by harvest: wheat bought, corn bought, wheat sold, corn sold, beets sold dear,
        // beets sold cheap.
        double[] cost = new double[21];
        double[] upper = new double[21];
        Arrays.fill(upper, INF);
        System.arraycopy(new double[] {150, 230, 260}, 0, cost, 0, 3);
        double[] trade = {238, 210, -170, -150, -36, -10};
        double[] yield = {2.5, 3, 20};
        for (int s = 0; s < 3; s++) {
            for (int k = 0; k < 6; k++) {
                cost[3 + 6 * s + k] = trade[k] / 3;
            }
            upper[3 + 6 * s + 4] = 6000;
        }
        Small farmer = minimise(cost).upper(upper);
        double[] land = new double[21];
        Arrays.fill(land, 0, 3, 1);
        farmer.row(-INF, 500, land);
        double[] weather = {1.2, 1, 0.8};
        for (int s = 0; s < 3; s++) {
            int first = 3 + 6 * s;
            double[] wheat = new double[21];
            wheat[0] = yield[0] * weather[s];
            wheat[first] = 1;
            wheat[first + 2] = -1;
            double[] corn = new double[21];
            corn[1] = yield[1] * weather[s];
            corn[first + 1] = 1;
            corn[first + 3] = -1;
            double[] beets = new double[21];
            beets[2] = -yield[2] * weather[s];
            beets[first + 4] = 1;
            beets[first + 5] = 1;
            farmer.row(200, INF, wheat).row(240, INF, corn).row(-INF, 0, beets);
        }
        try (SolverSession live = farmer.open()) {
            Solution.Optimal found = optimal(live);
            assertThat(found.objective()).isEqualTo(-108390, within(1e-6));
            assertThat(found.point().x()).startsWith(new double[] {170, 80, 250}, within(1e-9));
        }
    }

    @Test
    void freeAndFixedColumnsAndEmptyRowsMustBeHandled() {
        try (SolverSession live = minimise(1, 2, 5)
                .lower(-INF, 3, -1)
                .upper(INF, 3, -1)
                .row(-2, INF, 1, -1, 0)
                .row(-1, 1, 0, 0, 0)
                .open()) {
            Solution.Optimal found = optimal(live);
            assertThat(found.point().x()).containsExactly(new double[] {1, 3, -1}, within(EXACT));
            assertThat(found.objective()).isEqualTo(2, within(EXACT));
            assertThat(found.point().dual()).containsExactly(new double[] {1, 0}, within(EXACT));
        }
    }

    @Test
    void programWithoutRowsMustGoToItsBounds() {
        try (SolverSession live = minimise(1, -1).lower(-2, 0).upper(9, 4).open()) {
            assertThat(optimal(live).point().x()).containsExactly(-2, 4);
        }
    }

    @Test
    void programWithoutColumnsMustBeFeasibleExactlyIfNoRowAsksForAnything() {
        try (SolverSession live = minimise().row(-1, 0).plus(7).open()) {
            assertThat(optimal(live).objective()).isEqualTo(7);
            live.sides(new double[] {1}, new double[] {2});
            assertThat(Verdicts.infeasible(live).ray())
                    .hasValueSatisfying(ray -> assertThat(ray).containsExactly(1));
        }
        try (SolverSession live = minimise().open()) {
            assertThat(optimal(live).objective()).isZero();
        }
    }

    @Test
    void brokenArraysMustBeRefusedByName() {
        assertThatThrownBy(() -> minimise(Double.NaN).open())
                .hasMessage("Cost 0: it is NaN; it must be a finite number.");
        assertThatThrownBy(() -> minimise(1).lower(INF).open())
                .hasMessage(
                        "Column 0: its limits are Infinity and Infinity; they must be numbers, the lower below and the upper above infinity.");
        assertThatThrownBy(() -> minimise(1).row(Double.NaN, 3, 1).open())
                .hasMessageStartingWith("Row 0: its limits are NaN and 3.0;");
        MathProgram.Columns columns = new MathProgram.Columns(new double[1], new double[1], new double[1]);
        MathProgram.Rows rows = new MathProgram.Rows(new double[1], new double[1]);
        MathProgram outside = MathProgram.linear(
                columns, rows, new MathProgram.Matrix(new int[] {0, 1}, new int[] {1}, new double[] {2}));
        assertThatThrownBy(() -> SolverSession.open(outside, SolveOptions.DEFAULT))
                .hasMessage("Matrix: entry 0 is 2.0 in row 1; it must be a finite number in one of the rows 0 to 0.");
        MathProgram twice = MathProgram.linear(
                columns, rows, new MathProgram.Matrix(new int[] {0, 2}, new int[] {0, 0}, new double[] {2, 3}));
        assertThatThrownBy(() -> SolverSession.open(twice, SolveOptions.DEFAULT))
                .hasMessage("HiGHS refused the program. Maybe an index repeats, or a value is beyond 1e15.");
        assertThatThrownBy(() -> minimise(1).curved(-1).open())
                .hasMessage("Curvature 0: it is -1.0; it must be 0 or more and finite, for the program to be convex.");
    }
}
