package org.genryu.value.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.core.number.Correlation;
import org.genryu.value.price.PriceModel;
import org.genryu.value.price.PricesPerFuture;
import org.genryu.value.price.ProbabilityMeasure;
import org.junit.jupiter.api.Test;

/// Rungs: closed form (mean and variance of each model, within four of their own standard errors), identity (a table is
/// itself; the price of future f is that of row f).
class PriceLanesTest {
    private static final double ERRORS = 4;
    private static final double EXACT = 1e-12;
    private static final int FUTURES = 40 * FutureLanes.WIDTH;
    private static final int YEARS = 5;

    private static final PriceModel REVERTING = new PriceModel.MeanReverting(90, 100, 0.35, 0.25, 0.1);
    private static final PriceModel TWO = new PriceModel.TwoFactor(
            50, 0.05, 0.03, 0.3, new PriceModel.ConvenienceYield(0.02, 0.05, 1, 0.5, 0.01), 0.75);
    private static final PriceModel JUMPING = new PriceModel.WithJumps(REVERTING, 0.5, 0.4, 0.3);

    /// Last month's price of every future, by factor.
    private static double[][] last(
            List<String> ids, List<PriceModel> models, List<Correlation.Pair> pairs, ProbabilityMeasure m) {
        PriceLanes lanes = new PriceLanes(new PriceLanes.Setup(ids, models, Correlation.of(ids, pairs), m));
        double[][] out = new double[ids.size()][FUTURES];
        long[] futures = new long[FutureLanes.WIDTH];
        DrawKeys keys = new DrawKeys(9);
        for (int first = 0; first < FUTURES; first += FutureLanes.WIDTH) {
            keys.futures(first, futures);
            lanes.begin(first, futures);
            double[][][] year = {};
            for (int y = 0; y < YEARS; y++) {
                year = lanes.year(y);
            }
            for (int k = 0; k < ids.size(); k++) {
                System.arraycopy(year[k][11], 0, out[k], first, FutureLanes.WIDTH);
            }
        }
        return out;
    }

    private static Distribution of(double[] values, boolean logs) {
        StreamingDistribution tally = new StreamingDistribution(values.length);
        double[] x = values.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] = logs ? Math.log(x[i]) : x[i];
        }
        tally.add(x, x.length);
        return tally.distribution();
    }

    @Test
    void meansAndVariancesAreThoseOfTheModels() {
        for (PriceModel model : List.of(REVERTING, TWO, JUMPING)) {
            for (ProbabilityMeasure measure : ProbabilityMeasure.values()) {
                double[] prices = last(List.of("p"), List.of(model), List.of(), measure)[0];
                Distribution d = of(prices, false);
                assertThat(d.mean()).isCloseTo(model.expected(YEARS, measure), within(ERRORS * d.standardError()));
                double variance = model.logVariance(YEARS);
                double found = Math.pow(of(prices, true).deviation(), 2);
                // Jumps have fatter tails than a normal: twice its error.
                assertThat(found).isCloseTo(variance, within(2 * ERRORS * variance * Math.sqrt(2.0 / FUTURES)));
            }
        }
    }

    @Test
    void shocksAreCorrelatedAsAsked() {
        PriceModel plain = new PriceModel.Lognormal(1, 0, 0.2);
        double[][] x = last(
                List.of("a", "b", "c"),
                List.of(plain, plain, plain),
                List.of(new Correlation.Pair("a", "b", 0.6), new Correlation.Pair("c", "b", -0.4)),
                ProbabilityMeasure.REAL_WORLD);
        assertThat(correlation(x[0], x[1])).isCloseTo(0.6, within(ERRORS / Math.sqrt(FUTURES)));
        assertThat(correlation(x[2], x[1])).isCloseTo(-0.4, within(ERRORS / Math.sqrt(FUTURES)));
        assertThat(correlation(x[0], x[2])).isCloseTo(0, within(ERRORS / Math.sqrt(FUTURES)));
    }

    private static double correlation(double[] a, double[] b) {
        double sum = 0;
        double va = 0;
        double vb = 0;
        Distribution da = of(a, true);
        Distribution db = of(b, true);
        for (int i = 0; i < a.length; i++) {
            double u = Math.log(a[i]) - da.mean();
            double v = Math.log(b[i]) - db.mean();
            sum += u * v;
            va += u * u;
            vb += v * v;
        }
        return sum / Math.sqrt(va * vb);
    }

    @Test
    void anotherFactorChangesNothingOfTheFirst() {
        double[] alone = last(List.of("a"), List.of(REVERTING), List.of(), ProbabilityMeasure.REAL_WORLD)[0];
        double[][] both = last(List.of("b", "a"), List.of(TWO, REVERTING), List.of(), ProbabilityMeasure.REAL_WORLD);
        assertThat(both[1]).containsExactly(alone);
    }

    @Test
    void tablesAndPricesOfTheSameFutureEnterAsTheyAre() {
        double[][] rows = new double[FUTURES][];
        for (int f = 0; f < FUTURES; f++) {
            rows[f] = new double[] {1 + f, 2 + f};
        }
        double[][] x = last(
                List.of("t", "f"),
                List.of(
                        new PriceModel.Table(new double[] {3, 4, 5, 6, 7}, 1),
                        new PriceModel.PerFuture(new PricesPerFuture(rows, 1))),
                List.of(),
                ProbabilityMeasure.REAL_WORLD);
        assertThat(x[0][17]).isEqualTo(7, within(EXACT));
        assertThat(x[1][300]).isEqualTo(302, within(EXACT));
    }
}
