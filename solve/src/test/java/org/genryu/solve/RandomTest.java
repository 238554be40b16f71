package org.genryu.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.genryu.solve.Verdicts.optimal;
import static org.genryu.solve.Verdicts.optimalWithin;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// Rungs: random against the simple version (all corners tried), and certificate.
class RandomTest {
    private static final double SAME = 1e-8;

    @Test
    void optimumMustBeTheBestOfAllCorners() {
        Law.of(11, 150).holds(input -> {
            long seed = input.whole("seed", 0, 1_000_000);
            MathProgram program = Samples.bounded(seed, 3, 3);
            try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT)) {
                Solution.Optimal found = optimal(live);
                assertThat(found.objective()).as("seed %s", seed).isEqualTo(Corners.least(program), within(SAME));
            }
        });
    }

    @Test
    void warmReSolveMustEqualAColdOne() {
        Law.of(12, 60).holds(input -> {
            long seed = input.whole("seed", 0, 1_000_000);
            MathProgram before = Samples.network(seed, 12, 60);
            MathProgram after = changed(before, seed);
            try (SolverSession warm = SolverSession.open(before, SolveOptions.DEFAULT);
                    SolverSession cold = SolverSession.open(after, SolveOptions.DEFAULT)) {
                optimal(warm);
                warm.costs(after.columns().cost());
                warm.bounds(after.columns().lower(), after.columns().upper());
                warm.sides(after.rows().lower(), after.rows().upper());
                Solution.Optimal again = optimalWithin(warm, 1e-8);
                Solution.Optimal anew = optimalWithin(cold, 1e-8);
                assertThat(again.objective())
                        .as("seed %s", seed)
                        .isEqualTo(anew.objective(), within(SAME * Math.abs(anew.objective())));
            }
        });
    }

    @Test
    void restoreMustBringTheFirstAnswerBack() {
        Law.of(13, 40).holds(input -> {
            long seed = input.whole("seed", 0, 1_000_000);
            MathProgram program = Samples.network(seed, 8, 30);
            MathProgram other = changed(program, seed + 1);
            try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT)) {
                Solution.Optimal first = optimal(live);
                SolverBasis basis = live.basis();
                live.costs(other.columns().cost());
                live.bounds(new int[] {5, 2}, new double[] {0, 0}, new double[] {0, 1});
                live.sides(new int[] {0}, new double[] {1}, new double[] {2});
                live.coefficient(program.matrix().row()[0], 0, -0.5);
                live.solve();
                live.restore();
                live.start(basis);
                Solution.Optimal again = optimal(live);
                assertThat(again.point().x()).containsExactly(first.point().x(), within(1e-9));
                assertThat(again.run().iterations()).as("seed %s", seed).isZero();
            }
        });
    }

    @Test
    void answerOfTheBasisMustBeTheFiniteDifference() {
        Law.of(14, 60).holds(input -> {
            long seed = input.whole("seed", 0, 1_000_000);
            // Away from kinks the basis stays for a small step, and the step is exact.
            double step = 1e-5;
            MathProgram program = Samples.network(seed, 6, 20);
            try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT)) {
                Solution.Optimal before = optimal(live);
                SolverBasis basis = live.basis();
                for (int row = 0; row < program.rows().size(); row++) {
                    int[] basics = live.basics();
                    SolverSession.Response response = live.response(row);
                    double[] side = {program.rows().lower()[row] + step};
                    live.sides(new int[] {row}, side, side);
                    Solution.Optimal after = optimal(live);
                    double slope = (after.objective() - before.objective()) / step;
                    if (after.run().iterations() == 0) {
                        assertThat(slope).isEqualTo(before.point().dual()[row], within(1e-5));
                        for (int k = 0; k < response.index().length; k++) {
                            int basic = basics[response.index()[k]];
                            double change = (value(after, basic) - value(before, basic)) / step;
                            assertThat(change).as("seed %s", seed).isEqualTo(response.value()[k], within(1e-6));
                        }
                    }
                    live.restore();
                    live.start(basis);
                    live.solve();
                }
            }
        });
    }

    @Test
    void dualsMustMoveWithTheCostOfABasicColumn() {
        Law.of(15, 60).holds(input -> {
            long seed = input.whole("seed", 0, 1_000_000);
            double step = 1e-5;
            MathProgram program = Samples.bounded(seed, 6, 4);
            try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT)) {
                Solution.Optimal before = optimal(live);
                SolverBasis basis = live.basis();
                for (int k = 0; k < program.rows().size(); k++) {
                    int column = live.basics()[k];
                    if (column >= 0) {
                        SolverSession.Response response = live.sensitivity(k);
                        live.costs(
                                new int[] {column},
                                new double[] {program.columns().cost()[column] + step});
                        Solution.Optimal after = optimal(live);
                        if (after.run().iterations() == 0) {
                            double[] expected = before.point().dual().clone();
                            for (int e = 0; e < response.index().length; e++) {
                                expected[response.index()[e]] += step * response.value()[e];
                            }
                            assertThat(after.point().dual())
                                    .as("seed %s", seed)
                                    .containsExactly(expected, within(1e-9));
                        }
                        live.restore();
                        live.start(basis);
                        live.solve();
                    }
                }
            }
        });
    }

    @Test
    void eachRowOfTheInverseMustMeetItsOwnBasicVariableAlone() {
        Law.of(16, 60).holds(input -> {
            long seed = input.whole("seed", 0, 1_000_000);
            MathProgram program = Samples.bounded(seed, 6, 5);
            try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT)) {
                optimal(live);
                int[] basics = live.basics();
                for (int k = 0; k < basics.length; k++) {
                    double[] direction = new double[basics.length];
                    SolverSession.Response response = live.sensitivity(k);
                    for (int e = 0; e < response.index().length; e++) {
                        direction[response.index()[e]] = response.value()[e];
                    }
                    for (int other = 0; other < basics.length; other++) {
                        assertThat(meets(program, basics[other], direction))
                                .as("seed %s", seed)
                                .isEqualTo(other == k ? 1 : 0, within(1e-9));
                    }
                }
            }
        });
    }

    /// direction · column of the basis matrix of this variable
    private static double meets(MathProgram program, int basic, double[] direction) {
        if (basic < 0) {
            return direction[-1 - basic];
        }
        double sum = 0;
        MathProgram.Matrix matrix = program.matrix();
        for (int e = matrix.start()[basic]; e < matrix.start()[basic + 1]; e++) {
            sum += matrix.value()[e] * direction[matrix.row()[e]];
        }
        return sum;
    }

    private static double value(Solution.Optimal found, int basic) {
        return basic >= 0 ? found.point().x()[basic] : found.point().activity()[-1 - basic];
    }

    static MathProgram changed(MathProgram program, long seed) {
        RandomGenerator random = Samples.random(seed * 31 + 7);
        double[] cost = Arrays.stream(program.columns().cost())
                .map(c -> c * random.nextDouble(0.7, 1.4))
                .toArray();
        double[] upper = Arrays.stream(program.columns().upper())
                .map(u -> random.nextInt(10) == 0 ? 0 : u * random.nextDouble(0.6, 1.2))
                .toArray();
        for (int j = 0; j < upper.length; j++) {
            upper[j] = program.columns().upper()[j] == Double.POSITIVE_INFINITY ? Double.POSITIVE_INFINITY : upper[j];
        }
        double[] side = Arrays.stream(program.rows().lower())
                .map(s -> s * random.nextDouble(0.9, 1.1))
                .toArray();
        return MathProgram.linear(
                new MathProgram.Columns(cost, program.columns().lower(), upper),
                new MathProgram.Rows(side, side.clone()),
                program.matrix());
    }
}
