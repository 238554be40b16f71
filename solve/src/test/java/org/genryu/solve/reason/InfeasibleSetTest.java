package org.genryu.solve.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genryu.solve.Small.INF;
import static org.genryu.solve.Small.minimise;

import java.util.List;
import java.util.random.RandomGenerator;
import org.genryu.laws.Law;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Samples;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;
import org.genryu.solve.reason.InfeasibleSet.Limit;
import org.genryu.solve.reason.InfeasibleSet.Limit.OfColumn;
import org.genryu.solve.reason.InfeasibleSet.Limit.OfRow;
import org.genryu.solve.reason.InfeasibleSet.Side;
import org.junit.jupiter.api.Test;

/// Rungs: by hand, and the definition itself (together they clash, without any one they do not).
class InfeasibleSetTest {
    @Test
    void demandBeyondCapacityMustNameBoth() {
        // Two mines of 3 and 4 feed a demand of 10; a third row has nothing to do with it.
        MathProgram program = minimise(1, 1, 1)
                .upper(3, 4, INF)
                .row(10, INF, 1, 1, 0)
                .row(-5, 100, 1, 0, 1)
                .program();
        assertThat(InfeasibleSet.find(program, SolveOptions.DEFAULT))
                .hasValue(new InfeasibleSet(
                        List.of(new OfRow(0, Side.LOWER), new OfColumn(0, Side.UPPER), new OfColumn(1, Side.UPPER)),
                        true));
    }

    @Test
    void crossedLimitsMustBeNamedAtOnce() {
        assertThat(InfeasibleSet.find(minimise(1).lower(2).upper(1).program(), SolveOptions.DEFAULT))
                .hasValue(new InfeasibleSet(List.of(new OfColumn(0, Side.LOWER), new OfColumn(0, Side.UPPER)), true));
        assertThat(InfeasibleSet.find(minimise(1).row(2, 1, 1).program(), SolveOptions.DEFAULT))
                .hasValue(new InfeasibleSet(List.of(new OfRow(0, Side.LOWER), new OfRow(0, Side.UPPER)), true));
    }

    @Test
    void feasibleProgramMustHaveNoClashEvenIfItIsUnbounded() {
        assertThat(InfeasibleSet.find(minimise(-1).row(1, INF, 1).program(), SolveOptions.DEFAULT))
                .isEmpty();
        assertThat(InfeasibleSet.find(minimise(-1).whole(0).row(1, INF, 1).program(), SolveOptions.DEFAULT))
                .isEmpty();
    }

    @Test
    void changesOfALiveModelMustCount() {
        try (SolverSession live = minimise(1, 1).upper(3, 4).row(5, INF, 1, 1).open()) {
            assertThat(InfeasibleSet.find(live)).isEmpty();
            live.sides(new double[] {8}, new double[] {INF});
            assertThat(InfeasibleSet.find(live).orElseThrow().limits()).hasSize(3);
        }
    }

    @Test
    void wholeColumnsMayClashWhereTheirRelaxationDoesNot() {
        MathProgram program = minimise(1, 0)
                .whole(0)
                .upper(5, 1)
                .row(0.2, 0.8, 1, 0)
                .row(0, 3, 1, 1)
                .program();
        assertThat(InfeasibleSet.find(program, SolveOptions.DEFAULT))
                .hasValue(new InfeasibleSet(List.of(new OfRow(0, Side.LOWER), new OfRow(0, Side.UPPER)), true));
    }

    @Test
    void noTimeMustMeanNoClaim() {
        MathProgram program = minimise(1, 1).upper(3, 4).row(10, INF, 1, 1).program();
        assertThat(InfeasibleSet.find(program, SolveOptions.DEFAULT.within(0))).isEmpty();
    }

    @Test
    void clashMustBeIrreducible() {
        Law.of(51, 60).holds(input -> {
            long seed = input.whole("seed", 0, 1_000_000);
            MathProgram program = hopeless(seed);
            InfeasibleSet clash =
                    InfeasibleSet.find(program, SolveOptions.DEFAULT).orElseThrow();
            assertThat(clash.irreducible()).isTrue();
            assertThat(feasible(only(program, clash.limits())))
                    .as("seed %s: together", seed)
                    .isFalse();
            for (Limit limit : clash.limits()) {
                List<Limit> rest = clash.limits().stream()
                        .filter(other -> !other.equals(limit))
                        .toList();
                assertThat(feasible(only(program, rest)))
                        .as("seed %s: without %s", seed, limit)
                        .isTrue();
            }
        });
    }

    /// A network whose shortage columns are closed and where some demand is more than can come.
    private static MathProgram hopeless(long seed) {
        int sites = 8;
        int arcs = 30;
        MathProgram network = Samples.network(seed, sites, arcs);
        RandomGenerator random = Samples.random(seed + 5);
        double[] upper = network.columns().upper();
        double[] side = network.rows().lower();
        double total = 0;
        for (int s = 0; s < sites; s++) {
            upper[arcs + 2 * s + 1] = 0;
            total += upper[arcs + 2 * s];
        }
        side[random.nextInt(sites)] += total;
        return MathProgram.linear(network.columns(), new MathProgram.Rows(side, side.clone()), network.matrix());
    }

    private static MathProgram only(MathProgram program, List<Limit> limits) {
        double[] low = new double[program.columns().size()];
        double[] high = new double[low.length];
        double[] lower = new double[program.rows().size()];
        double[] upper = new double[lower.length];
        java.util.Arrays.fill(low, -INF);
        java.util.Arrays.fill(high, INF);
        java.util.Arrays.fill(lower, -INF);
        java.util.Arrays.fill(upper, INF);
        for (Limit limit : limits) {
            switch (limit) {
                case OfRow(int row, Side side) -> {
                    if (side == Side.LOWER) {
                        lower[row] = program.rows().lower()[row];
                    } else {
                        upper[row] = program.rows().upper()[row];
                    }
                }
                case OfColumn(int column, Side side) -> {
                    if (side == Side.LOWER) {
                        low[column] = program.columns().lower()[column];
                    } else {
                        high[column] = program.columns().upper()[column];
                    }
                }
            }
        }
        return MathProgram.linear(
                new MathProgram.Columns(new double[low.length], low, high),
                new MathProgram.Rows(lower, upper),
                program.matrix());
    }

    private static boolean feasible(MathProgram program) {
        try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT)) {
            return switch (live.solve()) {
                case Solution.Optimal _ -> true;
                case Solution.Infeasible _ -> false;
                case Solution.Unbounded _, Solution.Stopped _ -> throw new AssertionError("neither can be");
            };
        }
    }
}
