package org.genryu.solve.convex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.genryu.solve.MathProgram.Matrix;
import org.junit.jupiter.api.Test;

/// A Θ Aᵀ against the dense matrix. Rung: random against the simple version.
class NormalMatrixTest {
    private static final int WORLDS = 200;

    /// Columns of few entries, so that little fills in by chance.
    static Matrix sparse(SplittableRandom random, int rows, int columns) {
        Entry entries = new Entry(rows, columns);
        for (int j = 0; j < columns; j++) {
            int count = random.nextInt(0, Math.min(rows, 4) + 1);
            boolean[] taken = new boolean[rows];
            for (int k = 0; k < count; k++) {
                taken[random.nextInt(rows)] = true;
            }
            for (int i = 0; i < rows; i++) {
                if (taken[i]) {
                    entries.put(i, random.nextDouble(-3, 3));
                }
            }
            entries.end();
        }
        return entries.matrix();
    }

    /// A matrix written column by column.
    static final class Entry {
        private final int[] start;
        private int[] row;
        private double[] value;
        private int column;
        private int count;

        Entry(int rows, int columns) {
            start = new int[columns + 1];
            row = new int[rows * columns];
            value = new double[rows * columns];
        }

        void put(int i, double v) {
            row[count] = i;
            value[count++] = v;
        }

        void end() {
            start[++column] = count;
        }

        Matrix matrix() {
            return new Matrix(start, Arrays.copyOf(row, count), Arrays.copyOf(value, count));
        }
    }

    private static double[][] dense(int rows, Matrix a, double[] theta) {
        double[][] m = new double[rows][rows];
        for (int j = 0; j < theta.length; j++) {
            for (int e = a.start()[j]; e < a.start()[j + 1]; e++) {
                for (int f = a.start()[j]; f < a.start()[j + 1]; f++) {
                    m[a.row()[e]][a.row()[f]] += a.value()[e] * theta[j] * a.value()[f];
                }
            }
        }
        return m;
    }

    /// Plain Cholesky, row by row.
    private static double[] cholesky(double[][] m, double[] side) {
        int n = side.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = m[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
            }
        }
        double[] x = side.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= l[i][k] * x[k];
            }
            x[i] /= l[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= l[k][i] * x[k];
            }
            x[i] /= l[i][i];
        }
        return x;
    }

    /// A with a unit matrix behind it, so that A Θ Aᵀ is regular.
    private static Matrix withSlacks(SplittableRandom random, int rows, int columns) {
        Matrix a = sparse(random, rows, columns);
        Entry entries = new Entry(rows, columns + rows);
        for (int j = 0; j < columns; j++) {
            for (int e = a.start()[j]; e < a.start()[j + 1]; e++) {
                entries.put(a.row()[e], a.value()[e]);
            }
            entries.end();
        }
        for (int i = 0; i < rows; i++) {
            entries.put(i, -1);
            entries.end();
        }
        return entries.matrix();
    }

    @Test
    void solutionMustBeThatOfDenseCholeskyForEveryTheta() {
        for (int seed = 1; seed <= WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int rows = random.nextInt(1, 40);
            int columns = random.nextInt(1, 80);
            Matrix a = withSlacks(random, rows, columns);
            NormalMatrix normal = new NormalMatrix(rows, a);
            for (int again = 0; again < 3; again++) {
                double[] theta = random.doubles(columns + rows, 0.1, 10).toArray();
                for (int j = 0; j < columns; j++) {
                    theta[j] = random.nextInt(4) == 0 ? 0 : theta[j];
                }
                double[] side = random.doubles(rows, -5, 5).toArray();
                double[] exact = cholesky(dense(rows, a, theta), side);
                double[] found = side.clone();
                normal.factor(theta, 0);
                normal.solve(found);
                double size = Arrays.stream(exact).map(Math::abs).max().orElse(0);
                for (int i = 0; i < rows; i++) {
                    assertThat(found[i]).as("seed %s, row %s", seed, i).isCloseTo(exact[i], within(1e-10 * (1 + size)));
                }
            }
        }
    }

    /// The second row is twice the first: one of them has no say, and what is consistent is still met.
    @Test
    void aRowThatTheOthersImplyMustGetNoStep() {
        Matrix a = new Matrix(new int[] {0, 2, 4}, new int[] {0, 1, 0, 1}, new double[] {1, 2, 3, 6});
        NormalMatrix normal = new NormalMatrix(2, a);
        normal.factor(new double[] {1, 1}, 0);
        double[] x = {10, 20};
        normal.solve(x);
        assertThat(10 * x[0] + 20 * x[1]).isCloseTo(10, within(1e-9));
        assertThat(x[0] == 0 || x[1] == 0).isTrue();
    }

    @Test
    void orderMustBeAPermutationAndTheSameAgain() {
        for (int seed = 1; seed <= WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int rows = random.nextInt(1, 60);
            Matrix a = sparse(random, rows, random.nextInt(1, 120));
            int[] order = MinimumDegree.order(rows, a);
            int[] sorted = order.clone();
            Arrays.sort(sorted);
            for (int i = 0; i < rows; i++) {
                assertThat(sorted[i]).as("seed %s", seed).isEqualTo(i);
            }
            assertThat(MinimumDegree.order(rows, a)).isEqualTo(order);
        }
    }

    /// A tree of markets needs no fill: n - 1 entries, in whatever order its rows are written. Rung: closed form.
    @Test
    void aTreeMustFillNothing() {
        for (int seed = 1; seed <= WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int rows = random.nextInt(2, 80);
            int[] name = permutation(random, rows);
            Entry lanes = new Entry(rows, rows - 1);
            for (int i = 1; i < rows; i++) {
                int a = name[i];
                int b = name[random.nextInt(i)];
                lanes.put(Math.min(a, b), 1);
                lanes.put(Math.max(a, b), -1);
                lanes.end();
            }
            assertThat(new NormalMatrix(rows, lanes.matrix()).fill())
                    .as("seed %s", seed)
                    .isEqualTo(rows - 1);
        }
    }

    /// A hub written first would tie all its neighbours together; taken last it ties none.
    @Test
    void aHubMustWaitForItsSpokes() {
        int rows = 50;
        Entry lanes = new Entry(rows, rows - 1);
        for (int i = 1; i < rows; i++) {
            lanes.put(0, 1);
            lanes.put(i, -1);
            lanes.end();
        }
        int[] order = MinimumDegree.order(rows, lanes.matrix());
        assertThat(Arrays.stream(order).limit(rows - 2)).doesNotContain(0);
    }

    static int[] permutation(SplittableRandom random, int n) {
        int[] name = new int[n];
        Arrays.setAll(name, i -> i);
        for (int i = n - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            int swap = name[i];
            name[i] = name[k];
            name[k] = swap;
        }
        return name;
    }
}
