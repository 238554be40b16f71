package org.genryu.tools.cases.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.genryu.laws.Input;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// The biproportional fit. Rungs: by hand; closed form (a table that was scaled away is found again).
class BiproportionalFitTest {
    private static final double CLOSE = 1e-9;

    /// Equal weights: row sum times column sum over the whole.
    @Test
    void withoutPreferencesEveryoneMustTradeInProportion() {
        BiproportionalFit fit = fit(new double[][] {{1, 1}, {1, 1}}, new double[] {30, 70}, new double[] {40, 60});
        assertThat(fit.table()[0]).containsExactly(new double[] {12, 18}, within(CLOSE));
        assertThat(fit.table()[1]).containsExactly(new double[] {28, 42}, within(CLOSE));
    }

    /// Weights 4:1 and 1:1, sums of 3: x²/((3−x)(3−x)) = 4, so x = 2.
    @Test
    void preferencesMustStayAsCrossRatios() {
        BiproportionalFit fit = fit(new double[][] {{4, 1}, {1, 1}}, new double[] {3, 3}, new double[] {3, 3});
        assertThat(fit.table()[0]).containsExactly(new double[] {2, 1}, within(CLOSE));
        assertThat(fit.table()[1]).containsExactly(new double[] {1, 2}, within(CLOSE));
    }

    @Test
    void scalingMustEndWhenBothSumsHold() {
        double[][] held = {{12, 18}, {28, 42}};
        BiproportionalFit once = fit(held, new double[] {30, 70}, new double[] {40, 60});
        assertThat(once.rounds()).isEqualTo(1);
        assertThat(once.table()).isDeepEqualTo(held);
        // The fitted shares are 2/3 and 1/3: each round leaves a ninth of what the sums are off, (2/3 − 1/3)².
        assertThat(fit(new double[][] {{4, 1}, {1, 1}}, new double[] {3, 3}, new double[] {3, 3})
                        .rounds())
                .isCloseTo((int) (Math.log(1e12) / Math.log(9)), within(2));
    }

    /// A table whose rows and columns were scaled by any factors is found again from its sums, zeros included.
    @Test
    void bothSumsMustHoldAtTheEndAndTheTableBeFound() {
        Law.of(20260203, 200).holds(input -> {
            double[][] table = table(input);
            double[] rows = Arrays.stream(table)
                    .mapToDouble(row -> Arrays.stream(row).sum())
                    .toArray();
            double[] columns = new double[table[0].length];
            double[][] weights = new double[rows.length][columns.length];
            double[] byColumn = new double[columns.length];
            for (int c = 0; c < columns.length; c++) {
                byColumn[c] = input.real("factor of a column", 0.1, 10);
            }
            for (int r = 0; r < rows.length; r++) {
                double byRow = input.real("factor of a row", 0.1, 10);
                for (int c = 0; c < columns.length; c++) {
                    columns[c] += table[r][c];
                    weights[r][c] = byRow * byColumn[c] * table[r][c];
                }
            }
            BiproportionalFit fit = fit(weights, rows, columns);
            for (int r = 0; r < rows.length; r++) {
                assertThat(Arrays.stream(fit.table()[r]).sum()).isCloseTo(rows[r], within(CLOSE * rows[r]));
                for (int c = 0; c < columns.length; c++) {
                    assertThat(fit.table()[r][c]).isCloseTo(table[r][c], within(1e-6 * rows[r]));
                    assertThat(fit.table()[r][c] == 0).isEqualTo(table[r][c] == 0);
                }
            }
            for (int c = 0; c < columns.length; c++) {
                int column = c;
                double sum = Arrays.stream(fit.table())
                        .mapToDouble(row -> row[column])
                        .sum();
                assertThat(sum).isCloseTo(columns[c], within(CLOSE * columns[c]));
            }
            assertThat(fit.rounds()).isLessThan(2000);
        });
    }

    /// 1 to 5 rows and columns; anything off the diagonal may be zero.
    private static double[][] table(Input input) {
        int rows = input.whole("rows", 1, 5);
        int columns = input.whole("columns", 1, 5);
        double[][] table = new double[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                boolean always = r % columns == c || c % rows == r;
                table[r][c] = always || input.whole("open", 0, 2) > 0 ? input.real("amount", 1, 100) : 0;
            }
        }
        return table;
    }

    @Test
    void whereNothingIsWantedNothingMustStand() {
        BiproportionalFit fit = fit(new double[][] {{1, 1}, {1, 1}}, new double[] {0, 5}, new double[] {5, 0});
        assertThat(fit.table()).isDeepEqualTo(new double[][] {{0, 0}, {5, 0}});
    }

    /// The second row can only reach the second column, which takes less; a row of zeros can give nothing.
    @Test
    void sumsThatZerosForbidMustNotBeFitted() {
        double[][] oneWay = {{1, 1}, {0, 1}};
        assertThat(BiproportionalFit.of(oneWay, new double[] {10, 90}, new double[] {50, 50}))
                .isEmpty();
        double[][] blocked = {{1, 1}, {0, 0}};
        assertThat(BiproportionalFit.of(blocked, new double[] {50, 50}, new double[] {50, 50}))
                .isEmpty();
    }

    @Test
    void sumsOfDifferentWholesMustBeRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BiproportionalFit.of(new double[][] {{1}}, new double[] {1}, new double[] {2}))
                .withMessage("Fit: rows sum to 1.0 and columns to 2.0.");
    }

    private static BiproportionalFit fit(double[][] weights, double[] rowSums, double[] columnSums) {
        return BiproportionalFit.of(weights, rowSums, columnSums).orElseThrow();
    }
}
