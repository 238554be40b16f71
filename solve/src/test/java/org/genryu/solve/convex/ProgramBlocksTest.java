package org.genryu.solve.convex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.genryu.solve.MathProgram;
import org.genryu.solve.MathProgram.Columns;
import org.genryu.solve.MathProgram.Matrix;
import org.genryu.solve.MathProgram.Rows;
import org.junit.jupiter.api.Test;

/// What hangs together stays together, and nothing else does. Rungs: by hand; random against the simple version.
class ProgramBlocksTest {
    private static MathProgram program(int rows, Matrix matrix) {
        int columns = matrix.start().length - 1;
        double[] cost = new double[columns];
        Arrays.setAll(cost, j -> j + 1);
        double[] upper = new double[columns];
        Arrays.setAll(upper, j -> 10 * (j + 1));
        double[] side = new double[rows];
        Arrays.setAll(side, i -> 100 + i);
        return MathProgram.linear(new Columns(cost, new double[columns], upper), new Rows(side, side.clone()), matrix);
    }

    /// Rows 0 and 2 meet in column 0, row 1 is alone, column 2 meets nothing.
    @Test
    void threeBlocksByHand() {
        MathProgram program =
                program(3, new Matrix(new int[] {0, 2, 3, 3}, new int[] {0, 2, 1}, new double[] {1, -1, 5}));
        ProgramBlocks blocks = ProgramBlocks.of(program);
        assertThat(blocks.size()).isEqualTo(3);
        assertThat(blocks.rows()[0]).containsExactly(0, 2);
        assertThat(blocks.rows()[1]).containsExactly(1);
        assertThat(blocks.rows()[2]).isEmpty();
        assertThat(blocks.columns()[2]).containsExactly(2);
        MathProgram first = blocks.part(program, 0);
        assertThat(first.rows().lower()).containsExactly(100, 102);
        assertThat(first.matrix().row()).containsExactly(0, 1);
        assertThat(first.matrix().value()).containsExactly(1, -1);
        assertThat(blocks.part(program, 1).columns().cost()).containsExactly(2);
    }

    @Test
    void twoRowsMustShareABlockExactlyWhenAPathOfColumnsLinksThem() {
        for (int seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int rows = random.nextInt(1, 30);
            int columns = random.nextInt(1, 25);
            Matrix a = NormalMatrixTest.sparse(random, rows, columns);
            ProgramBlocks blocks = ProgramBlocks.of(program(rows, a));
            boolean[][] linked = linked(rows, a);
            int[] of = new int[rows];
            int seen = 0;
            for (int b = 0; b < blocks.size(); b++) {
                for (int i : blocks.rows()[b]) {
                    of[i] = b;
                    seen++;
                }
                assertThat(blocks.rows()[b]).isSorted();
                assertThat(blocks.columns()[b]).isSorted();
            }
            assertThat(seen).isEqualTo(rows);
            for (int i = 0; i < rows; i++) {
                for (int k = 0; k < rows; k++) {
                    assertThat(of[i] == of[k])
                            .as("seed %s, rows %s and %s", seed, i, k)
                            .isEqualTo(linked[i][k]);
                }
            }
            assertThat(Arrays.stream(blocks.columns()).mapToInt(c -> c.length).sum())
                    .isEqualTo(columns);
        }
    }

    /// The closure, by Warshall.
    private static boolean[][] linked(int rows, Matrix a) {
        boolean[][] linked = new boolean[rows][rows];
        for (int i = 0; i < rows; i++) {
            linked[i][i] = true;
        }
        for (int j = 0; j + 1 < a.start().length; j++) {
            for (int e = a.start()[j]; e < a.start()[j + 1]; e++) {
                for (int f = a.start()[j]; f < a.start()[j + 1]; f++) {
                    linked[a.row()[e]][a.row()[f]] = true;
                }
            }
        }
        for (int k = 0; k < rows; k++) {
            for (int i = 0; i < rows; i++) {
                for (int l = 0; l < rows; l++) {
                    linked[i][l] |= linked[i][k] && linked[k][l];
                }
            }
        }
        return linked;
    }
}
