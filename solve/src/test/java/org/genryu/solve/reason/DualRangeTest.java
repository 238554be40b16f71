package org.genryu.solve.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// By hand, published instance (the elastic kink), and random against the simple version: one-sided derivatives by
/// two more solves.
class DualRangeTest {
    /// P = 100 - 2Q and MC = 10 + Q on [0, 50], each in n equal steps valued at their midpoints.
    @ParameterizedTest
    @CsvSource({
        "5, 35, 45",
        "10, 37.5, 42.5",
        "20, 38.75, 41.25",
        "50, 39.5, 40.5",
        "100, 39.75, 40.25",
        "7, 35.714286, 42.142857"
    })
    void kinkMustHaveTheIntervalOfItsNeighbouringSteps(int n, double low, double high) {
        double width = 50.0 / n;
        double[] cost = new double[2 * n];
        double[] upper = new double[2 * n];
        Arrays.fill(upper, width);
        int[] start = new int[2 * n + 1];
        int[] row = new int[2 * n];
        double[] value = new double[2 * n];
        for (int k = 0; k < n; k++) {
            double middle = (k + 0.5) * width;
            cost[k] = 10 + middle;
            value[k] = 1;
            cost[n + k] = -(100 - 2 * middle);
            value[n + k] = -1;
        }
        Arrays.setAll(start, j -> j);
        MathProgram program = MathProgram.linear(
                new MathProgram.Columns(cost, new double[2 * n], upper),
                new MathProgram.Rows(new double[1], new double[1]),
                new MathProgram.Matrix(start, row, value));
        DualRange range = range(program);
        assertThat(range.low()[0]).isCloseTo(low, within(1e-6));
        assertThat(range.high()[0]).isCloseTo(high, within(1e-6));
    }

    @Test
    void endWithoutNextUnitMustBeInfinite() {
        MathProgram program = MathProgram.linear(
                new MathProgram.Columns(new double[] {3}, new double[1], new double[] {5}),
                new MathProgram.Rows(new double[] {5}, new double[] {5}),
                new MathProgram.Matrix(new int[] {0, 1}, new int[1], new double[] {1}));
        DualRange range = range(program);
        assertThat(range.low()[0]).isCloseTo(3, within(1e-9));
        assertThat(range.high()[0]).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void intervalMustBeTheOneSidedDerivativesOnRandomNetworks() {
        for (int seed = 0; seed < 60; seed++) {
            MathProgram program = network(new Random(seed));
            try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT)) {
                Solution.Optimal optimal = (Solution.Optimal) live.solve();
                DualRange range = DualRange.of(
                        live, program, optimal.point(), program.rows().size(), Integer.MAX_VALUE);
                for (int i = 0; i < program.rows().size(); i++) {
                    assertThat(range.high()[i])
                            .as("high of row %s, seed %s", i, seed)
                            .isCloseTo(slope(program, optimal.objective(), i, 1e-3), within(1e-5));
                    assertThat(range.low()[i])
                            .as("low of row %s, seed %s", i, seed)
                            .isCloseTo(slope(program, optimal.objective(), i, -1e-3), within(1e-5));
                }
            }
        }
    }

    /// (z(b + step) - z(b)) / step.
    private static double slope(MathProgram program, double base, int row, double step) {
        double[] side = program.rows().lower().clone();
        side[row] += step;
        MathProgram moved = MathProgram.linear(program.columns(), new MathProgram.Rows(side, side), program.matrix());
        try (SolverSession live = SolverSession.open(moved, SolveOptions.DEFAULT)) {
            return switch (live.solve()) {
                case Solution.Optimal optimal -> (optimal.objective() - base) / step;
                case Solution.Infeasible _ -> Math.signum(step) * Double.POSITIVE_INFINITY;
                case Solution.Unbounded _, Solution.Stopped _ -> throw new AssertionError("slope");
            };
        }
    }

    /// Small whole numbers, so that ties and degenerate corners abound.
    private static MathProgram network(Random random) {
        int nodes = 3 + random.nextInt(4);
        List<int[]> cells = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                if (i != j && random.nextInt(3) > 0) {
                    cells.add(new int[] {i, j});
                    columns.add(new double[] {1 + random.nextInt(3), 1 + random.nextInt(4)});
                }
            }
            cells.add(new int[] {-1, i});
            columns.add(new double[] {random.nextInt(6), random.nextInt(5)});
            cells.add(new int[] {-1, i});
            columns.add(new double[] {20, 1e3});
        }
        int count = cells.size();
        double[] cost = columns.stream().mapToDouble(c -> c[0]).toArray();
        double[] upper = columns.stream().mapToDouble(c -> c[1]).toArray();
        int[] start = new int[count + 1];
        int[] row = new int[2 * count];
        double[] value = new double[2 * count];
        int at = 0;
        for (int j = 0; j < count; j++) {
            if (cells.get(j)[0] >= 0) {
                row[at] = cells.get(j)[0];
                value[at++] = -1;
            }
            row[at] = cells.get(j)[1];
            value[at++] = 1;
            start[j + 1] = at;
        }
        double[] side = new double[nodes];
        Arrays.setAll(side, _ -> random.nextInt(4));
        return MathProgram.linear(
                new MathProgram.Columns(cost, new double[count], upper),
                new MathProgram.Rows(side, side),
                new MathProgram.Matrix(start, row, value));
    }

    private static DualRange range(MathProgram program) {
        try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT)) {
            Solution.Optimal optimal = (Solution.Optimal) live.solve();
            return DualRange.of(live, program, optimal.point(), program.rows().size(), Integer.MAX_VALUE);
        }
    }
}
