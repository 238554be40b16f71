package org.genryu.tools.cases.trade;

import java.util.Arrays;
import java.util.Optional;
import org.genryu.core.Check;

/// Which table with given row and column sums is nearest to given weights? The biproportional fit
///
///     t_rc = a_r · w_rc · b_c,   Σ_c t_rc = row sum,   Σ_r t_rc = column sum
///
/// found by scaling columns and rows in turns (Deming and Stephan 1940). A zero weight stays zero, so not every pair of
/// sums can be met.
///
/// @param table by row and column, in the unit of the sums; both sums hold within [#MET]
/// @param rounds of scaling that it took
public record BiproportionalFit(double[][] table, int rounds) {
    /// Sums that differ by less than this are met, relative to the sum: what is left where zeros make the way long.
    public static final double MET = 1e-6;

    /// The scaling ends where no sum is further off than this, relative to the sum: rounding is below it.
    private static final double EXACT = 1e-12;

    private static final int ROUNDS = 2000;

    /// @param weights 0 or more, by row and column
    /// @param rowSums 0 or more; their sum is that of `columnSums`
    /// @return empty if no table with these zeros meets both sums
    public static Optional<BiproportionalFit> of(double[][] weights, double[] rowSums, double[] columnSums) {
        double rows = Arrays.stream(rowSums).sum();
        double columns = Arrays.stream(columnSums).sum();
        Check.that(Math.abs(rows - columns) <= MET * rows, "Fit: rows sum to %s and columns to %s.", rows, columns);
        double[][] table = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
        int round = 0;
        double gap = Double.POSITIVE_INFINITY;
        while (gap > EXACT && round < ROUNDS) {
            scaleColumns(table, columnSums);
            scaleRows(table, rowSums);
            round++;
            gap = gap(table, rowSums, columnSums);
        }
        return gap <= MET ? Optional.of(new BiproportionalFit(table, round)) : Optional.empty();
    }

    private static void scaleColumns(double[][] table, double[] sums) {
        for (int c = 0; c < sums.length; c++) {
            double scale = scale(sums[c], column(table, c));
            for (double[] row : table) {
                row[c] *= scale;
            }
        }
    }

    private static void scaleRows(double[][] table, double[] sums) {
        for (int r = 0; r < sums.length; r++) {
            double scale = scale(sums[r], Arrays.stream(table[r]).sum());
            for (int c = 0; c < table[r].length; c++) {
                table[r][c] *= scale;
            }
        }
    }

    /// Not a number where something is wanted and nothing can be scaled: that table meets no sum.
    private static double scale(double wanted, double found) {
        return wanted == 0 ? 0 : found > 0 ? wanted / found : Double.NaN;
    }

    /// How far the worst sum is off, relative to what it should be; not a number if the table is none.
    private static double gap(double[][] table, double[] rowSums, double[] columnSums) {
        double gap = 0;
        for (int r = 0; r < rowSums.length; r++) {
            gap = Math.max(gap, off(Arrays.stream(table[r]).sum(), rowSums[r]));
        }
        for (int c = 0; c < columnSums.length; c++) {
            gap = Math.max(gap, off(column(table, c), columnSums[c]));
        }
        return gap;
    }

    private static double off(double found, double wanted) {
        return wanted == 0 ? found : Math.abs(found - wanted) / wanted;
    }

    private static double column(double[][] table, int c) {
        double sum = 0;
        for (double[] row : table) {
            sum += row[c];
        }
        return sum;
    }
}
