package org.genryu.value.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Rungs: published table (Longstaff and Schwartz 2001, table 1, finite differences), closed form (European),
/// identities.
class AmericanPutTest {
    private static final AmericanPut.Simulation PATHS = new AmericanPut.Simulation(1, 40_000);

    /// Three standard errors and what a modest basis may miss.
    private static double allowed(AmericanPut.Estimate estimate) {
        return 3 * estimate.error() + 0.02;
    }

    private static AmericanPut put(double spot, double volatility, int years) {
        return new AmericanPut(spot, 40, 0.06, 0, volatility, years, 50 * years);
    }

    @Test
    void thePutsMustHaveTheirPublishedValues() {
        double[][] table = {
            {36, 0.2, 1, 4.478, 3.844},
            {36, 0.2, 2, 4.840, 3.763},
            {36, 0.4, 1, 7.101, 6.711},
            {36, 0.4, 2, 8.508, 7.700},
            {44, 0.2, 1, 1.110, 1.017},
            {44, 0.2, 2, 1.690, 1.429},
            {44, 0.4, 1, 3.948, 3.783},
            {44, 0.4, 2, 5.647, 5.202}
        };
        for (double[] row : table) {
            AmericanPut put = put(row[0], row[1], (int) row[2]);
            assertThat(put.european()).isCloseTo(row[4], within(1e-3));
            AmericanPut.Estimate found = put.inSample(PATHS);
            assertThat(found.value()).isCloseTo(row[3], within(allowed(found)));
            AmericanPut.Estimate fresh = put.fresh(found.policy(), PATHS);
            assertThat(fresh.value()).isCloseTo(row[3], within(allowed(fresh)));
            assertThat(fresh.value()).isGreaterThan(put.european());
        }
    }

    @Test
    void theTriggerMustRiseTowardsTheStrikeAndTheTimeBeWithinTheLife() {
        AmericanPut put = put(36, 0.2, 1);
        AmericanPut.Estimate found = put.inSample(PATHS);
        double early = put.trigger(found.policy(), 5).orElseThrow();
        double late = put.trigger(found.policy(), 47).orElseThrow();
        assertThat(early).isBetween(30.0, late);
        assertThat(late).isLessThan(40);
        assertThat(found.exercised()).isBetween(0.5, 1.0);
        assertThat(found.meanYears().orElseThrow()).isBetween(0.0, 1.0);
    }

    @Test
    void withoutInterestWaitingMustBeBest() {
        AmericanPut put = new AmericanPut(40, 40, 0, 0, 0.3, 1, 20);
        AmericanPut.Estimate found = put.inSample(PATHS);
        assertThat(put.fresh(found.policy(), PATHS).value()).isCloseTo(put.european(), within(0.05));
    }

    @Test
    void theSameSeedMustGiveTheSameBits() {
        AmericanPut put = put(40, 0.2, 1);
        AmericanPut.Simulation few = new AmericanPut.Simulation(9, 2_000);
        assertThat(put.inSample(few).value()).isEqualTo(put.inSample(few).value());
        assertThatThrownBy(() -> new AmericanPut.Simulation(1, 3))
                .hasMessage("Put: 3 paths; an even number from 2 on is needed.");
    }
}
