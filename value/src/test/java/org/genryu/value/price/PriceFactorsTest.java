package org.genryu.value.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.core.number.Correlation;
import org.junit.jupiter.api.Test;

/// Rung: closed form, by moments within the standard errors of the simulation itself; and identities of the keys.
class PriceFactorsTest {
    /// Four standard errors: one false alarm in 16,000 comparisons, and the seed is fixed.
    private static final double ERRORS = 4;

    private static final int FUTURES = 20_000;

    private static final List<PriceModel> MODELS = List.of(
            new PriceModel.Lognormal(10, 0.05, 0.3, 0.02),
            new PriceModel.MeanReverting(90, 100, 0.35, 0.25, 0.1),
            PriceModelTest.OIL,
            new PriceModel.TwoFactor(
                    50, 0.1, 0.03, 0.3, new PriceModel.ConvenienceYield(0.05, 0.02, 1, 0.4, 0.1), 0.75),
            new PriceModel.Index(1, 0.03, 0.02, 0.4, 0.01),
            new PriceModel.WithJumps(new PriceModel.MeanReverting(90, 100, 0.8, 0.2), 0.7, 0.15, 0.2),
            new PriceModel.WithJumps(
                    new PriceModel.WithJumps(new PriceModel.Flat(5), 0.5, 0.3, 0.1), 0.5, -0.2, 0.1, 2));

    @Test
    void simulatedMeansAndVariancesMustBeThoseOfTheClosedForms() {
        for (PriceModel model : MODELS) {
            for (ProbabilityMeasure measure : ProbabilityMeasure.values()) {
                moments(model, measure, 1.0 / 3, 9);
            }
        }
    }

    private static void moments(PriceModel model, ProbabilityMeasure measure, double step, int periods) {
        PriceFactors factors = PriceFactors.of("p", model);
        double[][] path = new double[1][periods];
        double sum = 0;
        double square = 0;
        double logs = 0;
        double logSquares = 0;
        double logFourth = 0;
        double middle = Math.log(model.expected(periods * step, measure));
        for (int f = 0; f < FUTURES; f++) {
            factors.fill(new PriceFactors.Sampling(7, step, measure), f, path);
            double price = path[0][periods - 1];
            double log = Math.log(price) - middle;
            sum += price;
            square += price * price;
            logs += log;
            logSquares += log * log;
            logFourth += log * log * log * log;
        }
        double mean = sum / FUTURES;
        double error = Math.sqrt((square / FUTURES - mean * mean) / FUTURES);
        assertThat(mean)
                .as("%s %s", model, measure)
                .isCloseTo(model.expected(periods * step, measure), within(ERRORS * error));
        double logMean = logs / FUTURES;
        double variance = logSquares / FUTURES - logMean * logMean;
        double ofVariance = Math.sqrt((logFourth / FUTURES - variance * variance) / FUTURES);
        assertThat(variance)
                .as("%s %s", model, measure)
                .isCloseTo(model.logVariance(periods * step), within(ERRORS * ofVariance));
    }

    /// Two steps of h have the same distribution as one of 2h.
    @Test
    void theLengthOfTheStepMustNotMatter() {
        moments(PriceModelTest.OIL, ProbabilityMeasure.RISK_NEUTRAL, 3, 1);
        moments(MODELS.get(5), ProbabilityMeasure.RISK_NEUTRAL, 3, 1);
        moments(PriceModelTest.OIL, ProbabilityMeasure.RISK_NEUTRAL, 0.1, 30);
    }

    @Test
    void pricesMustMoveTogetherAsWritten() {
        List<String> ids = List.of("a", "b");
        PriceFactors factors = new PriceFactors(
                ids,
                List.of(PriceModelTest.OIL, MODELS.get(3)),
                Correlation.of(ids, List.of(new Correlation.Pair("a", "b", 0.6))));
        double[][] path = new double[2][1];
        double[] sums = new double[5];
        for (int f = 0; f < FUTURES; f++) {
            factors.fill(new PriceFactors.Sampling(1, 1 / 12.0, ProbabilityMeasure.REAL_WORLD), f, path);
            double x = Math.log(path[0][0] / 20);
            double y = Math.log(path[1][0] / 50);
            sums[0] += x;
            sums[1] += y;
            sums[2] += x * x;
            sums[3] += y * y;
            sums[4] += x * y;
        }
        double n = FUTURES;
        double both = sums[4] / n - sums[0] * sums[1] / n / n;
        double correlation =
                both / Math.sqrt((sums[2] / n - sums[0] * sums[0] / n / n) * (sums[3] / n - sums[1] * sums[1] / n / n));
        assertThat(correlation).isCloseTo(0.6, within(ERRORS * (1 - 0.36) / Math.sqrt(n)));
    }

    @Test
    void aFutureMustNotDependOnWhatElseIsDrawn() {
        PriceFactors.Sampling sampling = new PriceFactors.Sampling(42, 1 / 12.0, ProbabilityMeasure.REAL_WORLD);
        double[][] shorter = new double[1][12];
        PriceFactors.of("a", PriceModelTest.OIL).fill(sampling, 5, shorter);
        List<String> ids = List.of("a", "b");
        double[][] longer = new double[2][300];
        new PriceFactors(
                        ids,
                        List.of(PriceModelTest.OIL, MODELS.get(5)),
                        Correlation.of(ids, List.of(new Correlation.Pair("a", "b", 0.5))))
                .fill(sampling, 5, longer);
        for (int t = 0; t < 12; t++) {
            assertThat(longer[0][t]).isEqualTo(shorter[0][t]);
        }
    }

    @Test
    void aFutureMustTakeThePricesOfTheSameFutureFromElsewhere() {
        PricesPerFuture table = new PricesPerFuture(new double[][] {{1, 2}, {3, 4}}, 0.5);
        double[][] path = new double[1][3];
        PriceFactors factors = PriceFactors.of("p", new PriceModel.PerFuture(table));
        factors.fill(new PriceFactors.Sampling(1, 0.5, ProbabilityMeasure.REAL_WORLD), 1, path);
        assertThat(path[0]).containsExactly(3, 4, 4);
        assertThat(new PriceModel.PerFuture(table).expected(1, ProbabilityMeasure.REAL_WORLD))
                .isEqualTo(3);
        assertThatThrownBy(() -> table.at(2, 0.5))
                .hasMessage("Prices per future: future 2 is asked for; there are 2, counted from 0.");
    }

    @Test
    void correlationsThatContradictEachOtherMustBeRepairedVisibly() {
        List<String> ids = List.of("a", "b", "c");
        Correlation possible = Correlation.of(ids, List.of(new Correlation.Pair("a", "b", 0.5)));
        assertThat(possible.repaired()).isFalse();
        assertThat(possible.used()).isEqualTo(possible.written());
        Correlation impossible = Correlation.of(
                ids,
                List.of(
                        new Correlation.Pair("a", "b", 0.9),
                        new Correlation.Pair("a", "c", 0.9),
                        new Correlation.Pair("b", "c", -0.9)));
        assertThat(impossible.repaired()).isTrue();
        // By symmetry the nearest is ±1/2: the only one of this shape that is singular.
        assertThat(impossible.used()[0][1]).isCloseTo(0.5, within(1e-4));
        assertThat(impossible.used()[1][2]).isCloseTo(-0.5, within(1e-4));
        assertThat(impossible.repair()).isCloseTo(0.4, within(1e-4));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double product = 0;
                for (int k = 0; k < 3; k++) {
                    product += impossible.lower()[i][k] * impossible.lower()[j][k];
                }
                assertThat(product).isCloseTo(impossible.used()[i][j], within(1e-12));
            }
        }
    }
}
