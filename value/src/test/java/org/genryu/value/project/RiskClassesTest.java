package org.genryu.value.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Published values: the three anchors of the overruns of 63 mines, and ramp-up after twelve months.
class RiskClassesTest {
    /// The anchors are met to this by the printed parameters.
    private static final double ANCHOR = 1e-4;

    @Test
    void theMixtureOfMinesMustMeetItsThreeAnchors() {
        RiskClasses.Mixture mine = RiskClasses.overrun("mine");
        assertThat(mine.mean()).isCloseTo(1.14, within(ANCHOR));
        assertThat(1 - mine.cumulative(2)).isCloseTo(1.0 / 13, within(ANCHOR));
        double inside = mine.cumulative(1.15 * 1.14) - mine.cumulative(0.85 * 1.14);
        assertThat(inside).isCloseTo(0.5, within(ANCHOR));
    }

    @Test
    void aClassMustHaveItsPublishedMean() {
        assertThat(RiskClasses.overrun("nuclear").mean()).isCloseTo(2.2, within(ANCHOR * 2));
        assertThat(RiskClasses.overrun("solar").mean()).isCloseTo(1.01, within(ANCHOR));
    }

    @Test
    void afterTwelveMonthsTheRampUpMustBeThatOfItsClass() {
        var ramp = RiskClasses.rampUp("mcnulty-3");
        assertThat((ramp.get(11) + ramp.get(12)) / 2).isCloseTo(0.575, within(1e-3));
        assertThat(ramp).isSorted();
    }
}
