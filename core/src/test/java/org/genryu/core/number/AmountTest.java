package org.genryu.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Rungs: by hand, published value (inverse normal), closed form (moments within four standard errors), identity (the
/// distribution function of a quantile is its probability).
class AmountTest {
    /// A quantile and its probability agree to this, relative to p (1 - p): the error of one inversion.
    private static final double ROUND_TRIP = 1e-12;

    private static final double STANDARD_ERRORS = 4;
    private static final int MANY = 100_000;

    record Known(Amount amount, ContinuousDistribution distribution, double kurtosis) {}

    /// Kurtosis: fourth central moment over squared variance, by the textbook; it gives the standard error of a
    /// sample variance.
    static Stream<Known> known() {
        double w = Math.exp(0.3 * 0.3);
        return Stream.of(
                new Known(new Amount.Uniform(80, 120), UniformContinuousDistribution.of(80, 120), 1.8),
                new Known(new Amount.Normal(100, 15), NormalDistribution.of(100, 15), 3),
                new Known(new Amount.Triangular(80, 100, 140), TriangularDistribution.of(80, 100, 140), 2.4),
                new Known(new Amount.Triangular(80, 80, 140), TriangularDistribution.of(80, 80, 140), 2.4),
                new Known(
                        new Amount.LogNormal(100, 0.3),
                        LogNormalDistribution.of(Math.log(100), 0.3),
                        Math.pow(w, 4) + 2 * Math.pow(w, 3) + 3 * w * w - 3));
    }

    @ParameterizedTest
    @MethodSource("known")
    void theDistributionFunctionOfAQuantileMustBeItsProbability(Known known) {
        for (double p : new double[] {1e-9, 1e-4, 0.025, 0.31, 0.3334, 0.5, 0.8, 0.975, 1 - 1e-4}) {
            assertThat(known.distribution().cumulativeProbability(known.amount().quantile(p)))
                    .isCloseTo(p, within(1e-9 * p + ROUND_TRIP));
        }
    }

    @ParameterizedTest
    @MethodSource("known")
    void momentsMustBeThoseOfTheDistribution(Known known) {
        assertThat(known.amount().mean())
                .isCloseTo(
                        known.distribution().getMean(),
                        within(1e-12 * known.amount().mean()));
        assertThat(known.amount().deviation() * known.amount().deviation())
                .isCloseTo(
                        known.distribution().getVariance(),
                        within(1e-12 * known.distribution().getVariance()));
    }

    @ParameterizedTest
    @MethodSource("known")
    void drawsMustHaveTheMomentsOfTheAmount(Known known) {
        Amount amount = known.amount();
        RandomDraws draws = RandomDraws.of(7, "amount");
        double[] drawn = new double[MANY];
        for (int f = 0; f < MANY; f++) {
            drawn[f] = draws.amount(amount, f, 0);
        }
        double mean = Stream.of(drawn)
                .flatMapToDouble(java.util.Arrays::stream)
                .average()
                .orElseThrow();
        double variance = java.util.Arrays.stream(drawn)
                .map(x -> (x - amount.mean()) * (x - amount.mean()))
                .average()
                .orElseThrow();
        double expected = amount.deviation() * amount.deviation();
        assertThat(mean).isCloseTo(amount.mean(), within(STANDARD_ERRORS * amount.deviation() / Math.sqrt(MANY)));
        assertThat(variance)
                .isCloseTo(expected, within(STANDARD_ERRORS * expected * Math.sqrt((known.kurtosis() - 1) / MANY)));
    }

    @Test
    void theCentralValueMustBeTheMeanButTheMedianOfALognormal() {
        assertThat(new Amount.Fixed(3).central()).isEqualTo(3);
        assertThat(new Amount.Uniform(80, 120).central()).isEqualTo(100);
        assertThat(new Amount.Normal(100, 15).central()).isEqualTo(100);
        assertThat(new Amount.Triangular(80, 100, 150).central()).isEqualTo(110);
        assertThat(new Amount.LogNormal(100, 0.3).central()).isEqualTo(100);
        assertThat(new Amount.LogNormal(100, 0.3).mean()).isCloseTo(104.60278599087168, within(1e-11));
    }

    /// p – z(p): Wichura (1988), Algorithm AS 241, the check values of PPND16; the others are standard tables
    /// (NIST).
    @ParameterizedTest
    @CsvSource({
        "0.25, -0.6744897501960817",
        "0.001, -3.090232306167814",
        "1e-20, -9.262340089798408",
        "0.5, 0",
        "0.975, 1.959963984540054",
        "0.995, 2.5758293035489004",
        "0.841344746068543, 1.0000000000000004"
    })
    void theInverseNormalMustMatchPublishedValues(double p, double z) {
        assertThat(Amount.STANDARD.inverseCumulativeProbability(p))
                .isCloseTo(z, within(1e-14 * Math.max(1, Math.abs(z))));
    }

    @Test
    void quantilesMustNeverFall() {
        Law.of(11, 300).holds(input -> {
            double p = input.real("p", 1e-12, 0.999999999999);
            double q = input.real("q", 1e-12, 0.999999999999);
            for (Amount amount : List.of(
                    new Amount.Fixed(3),
                    new Amount.Uniform(-80, 120),
                    new Amount.Normal(-3, 15),
                    new Amount.Triangular(80, 100, 140),
                    new Amount.Triangular(0, 0, 1),
                    new Amount.Triangular(0, 1, 1),
                    new Amount.LogNormal(1e-3, 2))) {
                assertThat(amount.quantile(Math.min(p, q))).isLessThanOrEqualTo(amount.quantile(Math.max(p, q)));
            }
        });
    }

    @Test
    void limitsMustBeChecked() {
        assertThatThrownBy(() -> new Amount.Fixed(Double.NaN)).hasMessage("Amount: value is NaN; it must be finite.");
        assertThatThrownBy(() -> new Amount.Uniform(2, 1))
                .hasMessage("Amount: range is 2.0..1.0; it must rise and be finite.");
        assertThatThrownBy(() -> new Amount.Normal(1, -1))
                .hasMessage("Amount: sigma is -1.0; it must be above 0 and finite.");
        assertThatThrownBy(() -> new Amount.LogNormal(0, 1))
                .hasMessage("Amount: median is 0.0; it must be above 0 and finite.");
        assertThatThrownBy(() -> new Amount.Uniform(1, 2).quantile(1))
                .hasMessage("Amount: probability is 1.0; it must lie in (0, 1).");
    }

    /// Rung: identity. In another unit every quantile is the same amount.
    @ParameterizedTest
    @MethodSource("known")
    void anotherUnitMustChangeNothing(Known known) {
        Amount grams = known.amount().times(1000);
        Amount tonnes = known.amount().per(1000);
        for (double p : new double[] {0.01, 0.3, 0.5, 0.99}) {
            double q = known.amount().quantile(p);
            assertThat(grams.quantile(p)).isCloseTo(1000 * q, within(1e-9 * Math.abs(1000 * q)));
            assertThat(tonnes.quantile(p)).isCloseTo(q / 1000, within(1e-9 * Math.abs(q / 1000)));
        }
        assertThat(grams.deviation()).isCloseTo(1000 * known.amount().deviation(), within(1e-6));
        assertThatThrownBy(() -> known.amount().times(0)).hasMessageContaining("must be above 0");
        assertThatThrownBy(() -> known.amount().per(-1)).hasMessageContaining("must be above 0");
    }
}
