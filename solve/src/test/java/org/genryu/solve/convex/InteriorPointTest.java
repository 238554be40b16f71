package org.genryu.solve.convex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.genryu.solve.MathProgram;
import org.genryu.solve.MathProgram.Columns;
import org.genryu.solve.MathProgram.Matrix;
import org.genryu.solve.MathProgram.Rows;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;
import org.junit.jupiter.api.Test;

class InteriorPointTest {
    /// One market: supply at 10 up to `capacity`, demand of elasticity `e` through (60, 12), isoelastic.
    private static double isoelastic(double capacity, double e) {
        MathProgram program = MathProgram.linear(
                new Columns(new double[] {10, 0}, new double[2], new double[] {capacity, Double.POSITIVE_INFINITY}),
                new Rows(new double[1], new double[1]),
                new Matrix(new int[] {0, 1, 2}, new int[] {0, 0}, new double[] {1, -1}));
        CostCurves curves =
                new CostCurves(new double[] {0, -12}, new double[] {0, 1 / e}, new double[2], new double[] {1, 60});
        InteriorPoint.Point point = new InteriorPoint(program, curves, StartPoint.of(new double[] {0, 60}))
                .solve(1e-11, Double.POSITIVE_INFINITY);
        assertThat(point.converged())
                .as("elasticity %s, %s steps", e, point.steps())
                .isTrue();
        return point.y()[0];
    }

    @Test
    void priceMustLieOnTheCurveForEveryElasticity() {
        for (double e : new double[] {-0.02, -0.05, -0.1, -0.2, -0.5, -0.9, -1, -1.1, -2, -5}) {
            for (double share : new double[] {0.5, 0.9, 0.97, 1, 1.01}) {
                double exact = Math.max(10, 12 * Math.pow(share, 1 / e));
                assertThat(isoelastic(60 * share, e) / exact)
                        .as("elasticity %s, supply %s", e, share)
                        .isCloseTo(1, within(1e-8));
            }
        }
    }

    /// A supply whose amount is given but for rounding beside one that bends, from the answer to nearly the same.
    private static InteriorPoint.Point givenAmount(double room) {
        MathProgram program = MathProgram.linear(
                new Columns(new double[] {0, 0, 0}, new double[] {20, 0, 0}, new double[] {
                    20 + room, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY
                }),
                new Rows(new double[1], new double[1]),
                new Matrix(new int[] {0, 1, 2, 3}, new int[] {0, 0, 0}, new double[] {1, 1, -1}));
        CostCurves curves = new CostCurves(
                new double[] {0, 10, -12}, new double[] {0, 2, -2}, new double[3], new double[] {1, 40, 60});
        double[] amounts = {20, 40, 60};
        return new InteriorPoint(program, curves, new StartPoint(amounts, new double[] {30}, amounts))
                .solve(1e-11, Double.POSITIVE_INFINITY);
    }

    @Test
    void roomThatIsRoundingMustHoldUpNoStep() {
        InteriorPoint.Point exact = givenAmount(0);
        InteriorPoint.Point rounded = givenAmount(1e-14);
        assertThat(rounded.converged()).isTrue();
        assertThat(rounded.steps()).isEqualTo(exact.steps());
        assertThat(rounded.x()).containsExactly(exact.x(), within(1e-12));
    }

    @Test
    void linearProgramsMustAgreeWithTheSimplex() {
        for (int seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int m = random.nextInt(2, 12);
            int n = m + random.nextInt(2, 20);
            MathProgram program = random(random, m, n);
            try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT)) {
                if (live.solve() instanceof Solution.Optimal exact) {
                    InteriorPoint.Point point = new InteriorPoint(
                                    program, CostCurves.none(n), StartPoint.of(new double[n]))
                            .solve(1e-10, Double.POSITIVE_INFINITY);
                    double sum = 0;
                    for (int j = 0; j < n; j++) {
                        sum += program.columns().cost()[j] * point.x()[j];
                    }
                    assertThat(sum)
                            .as("seed %s, %s steps", seed, point.steps())
                            .isCloseTo(exact.objective(), within(1e-7 * (1 + Math.abs(exact.objective()))));
                }
            }
        }
    }

    private static MathProgram random(SplittableRandom random, int m, int n) {
        double[] inside = random.doubles(n, 0, 10).toArray();
        double[] cost = random.doubles(n, -5, 10).toArray();
        double[] upper = random.doubles(n, 10, 30).toArray();
        List<Integer> rows = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        int[] start = new int[n + 1];
        double[] side = new double[m];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                if (random.nextDouble() < 0.3) {
                    double a = random.nextDouble(-3, 3);
                    rows.add(i);
                    values.add(a);
                    side[i] += a * inside[j];
                }
            }
            start[j + 1] = rows.size();
        }
        double[] high = side.clone();
        for (int i = 0; i < m; i++) {
            if (random.nextBoolean()) {
                high[i] = Double.POSITIVE_INFINITY;
            }
        }
        return MathProgram.linear(
                new Columns(cost, new double[n], upper),
                new Rows(side, high),
                new Matrix(
                        start,
                        rows.stream().mapToInt(Integer::intValue).toArray(),
                        values.stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
