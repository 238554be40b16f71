package org.genryu.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.genryu.solve.Small.INF;
import static org.genryu.solve.Small.minimise;

import org.junit.jupiter.api.Test;

/// Rungs: by hand, and published values (Dantzig's transport problem, Birge and Louveaux's farmer).
class LinearTest {
    /// Values of a few digits, computed in doubles.
    private static final double EXACT = 1e-9;

    static Solution.Optimal optimal(LiveModel live) {
        Solution solution = live.solve();
        assertThat(solution).isInstanceOf(Solution.Optimal.class);
        Solution.Optimal optimal = (Solution.Optimal) solution;
        assertThat(optimal.certificate().holds(1e-9))
                .as("%s", optimal.certificate())
                .isTrue();
        return optimal;
    }

    @Test
    void dualMustBeTheChangeOfTheCostForOneMoreUnitOnTheSide() {
        // min 2 x + 3 y with x + y >= 4 and x <= 3: x = 3, y = 1, one more unit asked for costs 3, one more of
        // x saves 1.
        try (LiveModel live =
                minimise(2, 3).row(4, INF, 1, 1).upper(3, INF).plus(10).open()) {
            Solution.Optimal found = optimal(live);
            assertThat(found.objective()).isEqualTo(19, within(EXACT));
            assertThat(found.point().x()).containsExactly(new double[] {3, 1}, within(EXACT));
            assertThat(found.point().dual()).containsExactly(new double[] {3}, within(EXACT));
            assertThat(found.point().reducedCost()).containsExactly(new double[] {-1, 0}, within(EXACT));
            assertThat(found.point().activity()).containsExactly(new double[] {4}, within(EXACT));
            assertThat(found.run().solver()).isEqualTo("HiGHS");
            assertThat(found.run().version()).matches("1\\.\\d+\\.\\d+");
            assertThat(found.run().algorithm()).isEqualTo("simplex");
        }
    }

    @Test
    void dantzigsTransportProblemMustCostWhatDantzigSays() {
        // Dantzig (1963), section 3-3: two canneries, three markets, freight 90 dollars a case and thousand
        // miles.
        Program program = minimise(0.225, 0.153, 0.162, 0.225, 0.162, 0.126)
                .row(-INF, 350, 1, 1, 1, 0, 0, 0)
                .row(-INF, 600, 0, 0, 0, 1, 1, 1)
                .row(325, INF, 1, 0, 0, 1, 0, 0)
                .row(300, INF, 0, 1, 0, 0, 1, 0)
                .row(275, INF, 0, 0, 1, 0, 0, 1)
                .program();
        try (LiveModel live = LiveModel.open(program, SolveOptions.DEFAULT)) {
            Solution.Optimal found = optimal(live);
            assertThat(found.objective()).isEqualTo(153.675, within(EXACT));
            double[] prices = found.point().dual();
            assertThat(prices[2]).isEqualTo(0.225, within(EXACT));
            assertThat(prices[3]).isEqualTo(0.153, within(EXACT));
            assertThat(prices[4]).isEqualTo(0.126, within(EXACT));
        }
    }
}
