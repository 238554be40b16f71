package org.genryu.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.genryu.solve.Small.INF;
import static org.genryu.solve.Small.minimise;
import static org.genryu.solve.Verdicts.optimalWithin;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// Rung: second solver. Skipped where Clp is not packed (Windows).
class ClpTest {
    private static final double SAME = 1e-8;

    private static Clp clp() {
        assumeTrue(Clp.library().isPresent(), "Clp is not packed for this platform.");
        return Clp.library().orElseThrow();
    }

    @Test
    void dantzigsTransportProblemMustCostTheSame() {
        Clp.Opinion opinion = clp().solve(LinearTest.dantzig(), SolveOptions.DEFAULT);
        Solution.Optimal found = (Solution.Optimal) opinion.solution();
        assertThat(found.objective()).isEqualTo(153.675, within(1e-9));
        assertThat(found.point().dual()).containsExactly(new double[] {0, 0, 0.225, 0.153, 0.126}, within(1e-9));
        assertThat(found.run().solver()).isEqualTo("Clp");
        assertThat(found.run().version()).startsWith("1.17");
    }

    @Test
    void bothSolversMustAgreeAndHighsMustAcceptClpsBasis() {
        Clp clp = clp();
        Law.of(61, 80).holds(input -> {
            long seed = input.whole("seed", 0, 1_000_000);
            MathProgram program = seed % 2 == 0 ? Samples.network(seed, 12, 60) : Samples.bounded(seed, 8, 6);
            Clp.Opinion opinion = clp.solve(program, SolveOptions.DEFAULT);
            Solution.Optimal other = (Solution.Optimal) opinion.solution();
            try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT)) {
                Solution.Optimal own = optimalWithin(live, SAME);
                assertThat(other.objective())
                        .as("seed %s", seed)
                        .isEqualTo(own.objective(), within(SAME * (1 + Math.abs(own.objective()))));
                live.start(opinion.basis().orElseThrow());
                Solution.Optimal again = optimalWithin(live, SAME);
                assertThat(again.run().iterations()).as("seed %s", seed).isZero();
            }
        });
    }

    @Test
    void verdictsMustBeTold() {
        assertThat(clp().solve(minimise(1, 1).upper(1, 1).row(4, INF, 1, 1).program(), SolveOptions.DEFAULT)
                        .solution())
                .isInstanceOf(Solution.Infeasible.class);
        assertThat(clp().solve(minimise(-1, -1).row(-1, 1, 1, -1).program(), SolveOptions.DEFAULT)
                        .solution())
                .isInstanceOf(Solution.Unbounded.class);
        MathProgram whole = minimise(1).whole(0).program();
        assertThatThrownBy(() -> clp().solve(whole, SolveOptions.DEFAULT))
                .hasMessage("Program: it has whole columns; Clp solves continuous programs.");
    }
}
