package org.genryu.solve;

import static org.assertj.core.api.Assertions.assertThat;

/// Solves and insists on one verdict, certificate included.
final class Verdicts {
    /// Certificates of small programs hold far better than what the solver is asked for.
    private static final double CERTIFIED = 1e-9;

    private Verdicts() {}

    static Solution.Optimal optimal(SolverSession live) {
        Solution.Optimal optimal = optimalWithin(live, CERTIFIED);
        return optimal;
    }

    static Solution.Optimal optimalWithin(SolverSession live, double tolerance) {
        Solution solution = live.solve();
        assertThat(solution).isInstanceOf(Solution.Optimal.class);
        Solution.Optimal optimal = (Solution.Optimal) solution;
        assertThat(optimal.certificate().holds(tolerance))
                .as("%s", optimal.certificate())
                .isTrue();
        return optimal;
    }

    static Solution.Infeasible infeasible(SolverSession live) {
        Solution solution = live.solve();
        assertThat(solution).isInstanceOf(Solution.Infeasible.class);
        return (Solution.Infeasible) solution;
    }

    static Solution.Unbounded unbounded(SolverSession live) {
        Solution solution = live.solve();
        assertThat(solution).isInstanceOf(Solution.Unbounded.class);
        return (Solution.Unbounded) solution;
    }

    static Solution.Stopped stopped(SolverSession live) {
        Solution solution = live.solve();
        assertThat(solution).isInstanceOf(Solution.Stopped.class);
        return (Solution.Stopped) solution;
    }
}
