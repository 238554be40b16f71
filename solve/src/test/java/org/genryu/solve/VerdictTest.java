package org.genryu.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.genryu.solve.Small.INF;
import static org.genryu.solve.Small.minimise;
import static org.genryu.solve.Verdicts.infeasible;
import static org.genryu.solve.Verdicts.optimal;
import static org.genryu.solve.Verdicts.optimalWithin;
import static org.genryu.solve.Verdicts.stopped;
import static org.genryu.solve.Verdicts.unbounded;

import java.util.Arrays;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// Rungs: by hand, and certificate (each ray is checked against the program's own arrays).
class VerdictTest {
    @Test
    void infeasibleMustComeWithARayThatProvesIt() {
        MathProgram program =
                minimise(1, 1).row(4, INF, 1, 1).row(-INF, 3, 1, 1).program();
        try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT)) {
            Solution.Infeasible first = infeasible(live);
            assertThat(first.ray()).hasValueSatisfying(ray -> assertThat(ray).containsExactly(1, -1));
            assertThat(first.run().algorithm()).isEqualTo("simplex, second try without presolve");
            assertThat(infeasible(live).run().algorithm()).isEqualTo("simplex");
        }
    }

    @Test
    void boundsMustBeAbleToMakeAProgramInfeasible() {
        try (SolverSession live = minimise(1, 1).upper(1, 1).row(4, INF, 1, 1).open()) {
            assertThat(infeasible(live).ray())
                    .hasValueSatisfying(ray -> assertThat(ray).containsExactly(1));
        }
    }

    @Test
    void crossedBoundsMustBeInfeasible() {
        try (SolverSession live =
                minimise(1, 1).lower(2, 0).upper(1, 1).row(-9, 9, 1, 1).open()) {
            assertThat(infeasible(live).ray()).isEmpty();
            live.bounds(new int[] {0}, new double[] {2}, new double[] {3});
            assertThat(optimal(live).objective()).isEqualTo(2, within(1e-9));
        }
    }

    @Test
    void unboundedMustComeWithARayThatProvesIt() {
        MathProgram program = minimise(-1, -1).row(-1, 1, 1, -1).program();
        try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT)) {
            Solution.Unbounded found = unbounded(live);
            assertThat(found.ray()).hasValueSatisfying(ray -> {
                assertThat(ray[0]).isPositive();
                assertThat(ray[1]).isEqualTo(ray[0], within(1e-9));
            });
            live.bounds(new double[2], new double[] {5, INF});
            assertThat(optimal(live).objective()).isEqualTo(-11, within(1e-9));
        }
    }

    @Test
    void verdictMustBeRightWhereverTheSidesMove() {
        Law.of(21, 60).holds(input -> {
            long seed = input.whole("seed", 0, 1_000_000);
            MathProgram program = Samples.bounded(seed, 3, 3);
            double[] lower =
                    Arrays.stream(program.rows().lower()).map(s -> s + seed % 5).toArray();
            double[] upper = program.rows().upper();
            for (int i = 0; i < lower.length; i++) {
                upper[i] = Math.max(lower[i], upper[i]);
            }
            try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT)) {
                live.solve();
                live.sides(lower, upper);
                MathProgram moved =
                        MathProgram.linear(program.columns(), new MathProgram.Rows(lower, upper), program.matrix());
                double least = Corners.least(moved) + program.offset();
                switch (live.solve()) {
                    case Solution.Optimal found ->
                        assertThat(found.objective()).as("seed %s", seed).isEqualTo(least, within(1e-8));
                    case Solution.Infeasible found -> {
                        assertThat(least).as("seed %s", seed).isEqualTo(INF);
                        assertThat(found.ray()).isPresent();
                    }
                    case Solution.Unbounded _, Solution.Stopped _ ->
                        assertThat(seed).as("neither can be").isNegative();
                }
            }
        });
    }

    @Test
    void noTimeMustMeanNoAnswerAndNoClaim() {
        try (SolverSession live = SolverSession.open(Samples.network(1, 20, 100), SolveOptions.DEFAULT.within(0))) {
            Solution.Stopped stopped = stopped(live);
            assertThat(stopped.reason()).isEqualTo(Solution.Stopped.Reason.TIME);
            assertThat(stopped.best()).isEmpty();
            assertThat(stopped.objective()).isEqualTo(INF);
            assertThat(stopped.gap()).isEqualTo(INF);
        }
    }

    @Test
    void timeLimitMustHoldForEachSolveAndNotForTheModelsLife() {
        // HiGHS counts its limit over the life of an instance: many short solves together take longer than the
        // limit.
        double limit = 1;
        double together = 0;
        try (SolverSession live = SolverSession.open(Samples.network(1, 60, 600), SolveOptions.DEFAULT.within(limit))) {
            while (together < 1.2 * limit) {
                live.forget();
                together += optimalWithin(live, 1e-8).run().seconds();
            }
        }
    }

    @Test
    void timeLimitMustKeepTheBestAnswer() {
        // A knapsack of many dimensions: a good answer comes at once, its proof would take hours.
        int items = 120;
        var random = Samples.random(5);
        Small knapsack = minimise(random.doubles(items, -100, -50).toArray())
                .upper(random.doubles(items, 1, 1.5).toArray());
        for (int i = 0; i < 12; i++) {
            knapsack.row(-INF, 900, random.doubles(items, 10, 60).toArray());
        }
        MathProgram program = knapsack.whole(
                        java.util.stream.IntStream.range(0, items).toArray())
                .program();
        try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT.within(1.5))) {
            Solution.Stopped stopped = stopped(live);
            assertThat(stopped.reason()).isEqualTo(Solution.Stopped.Reason.TIME);
            assertThat(stopped.best()).hasValueSatisfying(best -> {
                assertThat(Corners.objective(program, best.x())).isEqualTo(stopped.objective(), within(1e-6));
                for (double x : best.x()) {
                    assertThat(x).isEqualTo(Math.rint(x), within(1e-6));
                }
            });
            assertThat(stopped.gap()).isBetween(1e-6, 1.0);
            assertThat(stopped.run().seconds()).isLessThan(20);
        }
    }

    @Test
    void closedModelMustRefuseEverything() {
        SolverSession live = minimise(1).row(1, 2, 1).open();
        live.close();
        live.close();
        assertThatThrownBy(live::solve).hasMessage("LiveModel: it is closed; a closed model cannot be used.");
        assertThatThrownBy(() -> live.costs(new double[1]))
                .hasMessage("LiveModel: it is closed; a closed model cannot be used.");
        assertThatThrownBy(live::basis).hasMessage("LiveModel: it is closed; a closed model cannot be used.");
    }

    @Test
    void proofMustFailForAWrongPointOrWrongPrices() {
        // min 2 x + 3 y, x + y >= 4, x <= 3: optimal at (3, 1) with price 3.
        ProgramState now =
                new ProgramState(minimise(2, 3).row(4, INF, 1, 1).upper(3, INF).program());
        assertThat(OptimalityProof.of(now, new double[] {3, 1}, new double[] {3})
                        .certificate()
                        .holds(1e-12))
                .isTrue();
        Solution.Certificate dear =
                OptimalityProof.of(now, new double[] {2, 2}, new double[] {3}).certificate();
        assertThat(dear.gap()).isEqualTo(1.0 / 11, within(1e-12));
        Solution.Certificate little =
                OptimalityProof.of(now, new double[] {3, 0.5}, new double[] {3}).certificate();
        assertThat(little.primal()).isEqualTo(0.5 / 4.5, within(1e-12));
        Solution.Certificate greedy =
                OptimalityProof.of(now, new double[] {3, 1}, new double[] {4}).certificate();
        assertThat(greedy.dual()).isEqualTo(1.0 / 5, within(1e-12));
        Solution.Certificate upside =
                OptimalityProof.of(now, new double[] {3, 1}, new double[] {-1}).certificate();
        assertThat(upside.dual()).isEqualTo(1.0 / 4, within(1e-12));
        assertThat(OptimalityProof.of(now, new double[] {Double.NaN, 1}, new double[] {3})
                        .certificate()
                        .holds(1e-6))
                .isFalse();
    }
}
