package org.genryu.value.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.core.number.Amount;
import org.genryu.value.project.RiskClasses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UncertainNumberTest {
    /// The table of a mixture holds its quantiles: what it gives at z is reached with probability Φ(z).
    @ParameterizedTest
    @ValueSource(strings = {"mine", "lng", "nuclear", "dam", "solar"})
    void theTableHoldsTheQuantiles(String name) {
        RiskClasses.Mixture mixture = RiskClasses.overrun(name);
        double[] logs = ((UncertainNumber.Grid) UncertainNumber.of(mixture)).logs();
        for (int k = 0; k < logs.length; k++) {
            double p = Amount.STANDARD.cumulativeProbability((k - (logs.length - 1) / 2) / 256.0);
            assertThat(mixture.cumulative(Math.exp(logs[k]))).isCloseTo(p, within(1e-9 * p));
            assertThat(logs[k]).isGreaterThanOrEqualTo(k == 0 ? Double.NEGATIVE_INFINITY : logs[k - 1]);
        }
    }

    /// The density is the slope of the distribution.
    @ParameterizedTest
    @ValueSource(doubles = {-0.5, -0.1, 0, 0.2, 0.6, 0.9, 1.2})
    void theDensityIsTheSlope(double log) {
        RiskClasses.Mixture mixture = RiskClasses.overrun("mine");
        double slope = (mixture.cumulative(Math.exp(log + 1e-5)) - mixture.cumulative(Math.exp(log - 1e-5))) / 2e-5;
        assertThat(mixture.logDensity(log)).isCloseTo(slope, within(1e-6));
    }
}
