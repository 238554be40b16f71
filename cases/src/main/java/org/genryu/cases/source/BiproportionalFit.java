package org.genryu.cases.source;

import java.util.Arrays;
import org.genryu.core.Check;

/// Which table with given row and column sums is nearest to given weights? The biproportional fit: rows and columns
/// are scaled in turns
/// until both sums hold (Deming and Stephan 1940). A zero weight stays zero.
public final class BiproportionalFit {
    private static final int ROUNDS = 2000;

    private BiproportionalFit() {}

    public static double[][] biproportional(double[][] weights, double[] rowSums, double[] columnSums) {
        double total = Arrays.stream(rowSums).sum();
        Check.that(
                Math.abs(total - Arrays.stream(columnSums).sum()) <= 1e-6 * total,
                "Fit: rows sum to %s and columns to %s.",
                total,
                Arrays.stream(columnSums).sum());
        double[][] table = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
        for (int round = 0; round < ROUNDS; round++) {
            for (int c = 0; c < columnSums.length; c++) {
                double sum = 0;
                for (double[] row : table) {
                    sum += row[c];
                }
                for (double[] row : table) {
                    row[c] *= columnSums[c] / sum;
                }
            }
            for (int r = 0; r < rowSums.length; r++) {
                double scale = rowSums[r] / Arrays.stream(table[r]).sum();
                for (int c = 0; c < columnSums.length; c++) {
                    table[r][c] *= scale;
                }
            }
        }
        return table;
    }
}
