package org.genryu.balance.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Rung: random against the simple version, a full table.
class MixingSolverTest {
    @Test
    void whatIsKeptMustBeTheTable() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 200; trial++) {
            int nodes = random.nextInt(6);
            int columns = 1 + random.nextInt(7);
            double[] table = new double[nodes * columns + 3];
            for (int i = 0; i < table.length; i++) {
                table[i] = random.nextInt(3) == 0 ? random.nextDouble() : 0;
            }
            MixingSolver.Mixtures mixtures = MixingSolver.Mixtures.of(table, nodes, columns);
            for (int node = 0; node < nodes; node++) {
                double[] row = mixtures.row(node, columns);
                for (int k = 0; k < columns; k++) {
                    double is = table[node * columns + k];
                    assertThat(mixtures.part(node, k)).isEqualTo(is);
                    assertThat(row[k]).isEqualTo(is);
                }
            }
        }
    }

    @Test
    void addingMustBeTimesTheRowFromTheOffset() {
        MixingSolver.Mixtures mixtures = MixingSolver.Mixtures.of(new double[] {0, 0, 0.25, 0.75}, 2, 2);
        double[] row = {1, 1, 1, 1};
        mixtures.add(2, 1, row, 2);
        assertThat(row).containsExactly(1, 1, 1.5, 2.5);
    }

    @Test
    void onlyAQuestionThatDoesNotAriseMustBeEmpty() {
        assertThat(MixingSolver.Mixtures.NONE.isEmpty()).isTrue();
        assertThat(MixingSolver.Mixtures.of(new double[2], 2, 1).isEmpty()).isFalse();
    }
}
