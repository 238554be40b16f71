package org.genryu.value.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// Rungs: published table (Brennan and Schwartz 1985, table 2), recomputed values, identities of the obstacles.
class SwitchingMineTest {
    /// Half a percent of the published value.
    private static final double PUBLISHED = 0.005;

    private static final SwitchingMine MINE = mine(0.08, SwitchingMine.LossOffset.NONE);

    private static SwitchingMine mine(double variance, SwitchingMine.LossOffset losses) {
        return new SwitchingMine(
                150,
                10,
                0.50,
                new SwitchingMine.Costs(0.2, 0.2, 0.5),
                new SwitchingMine.Market(0.02, 0.01, variance),
                new SwitchingMine.Tax(0.5, 0, 0.02, 0.02, losses));
    }

    @Test
    void theCopperMineMustHaveItsPublishedValues() {
        SwitchingMine.Value value = MINE.value(SwitchingMine.Grid.around(0.5, 400, 300));
        double[][] table = {
            {0.4, 4.15, 4.35},
            {0.5, 7.95, 8.11},
            {0.6, 12.52, 12.49},
            {0.7, 17.56, 17.38},
            {0.8, 22.88, 22.68},
            {0.9, 28.38, 28.18},
            {1.0, 34.01, 33.81}
        };
        for (double[] row : table) {
            assertThat(value.open(row[0])).as("open at %s", row[0]).isCloseTo(row[1], within(PUBLISHED * row[1]));
            assertThat(value.closed(row[0])).as("closed at %s", row[0]).isCloseTo(row[2], within(PUBLISHED * row[2]));
        }
        assertThat(value.flexibility(0.5)).isGreaterThan(0.1);
        SwitchingMine.Trigger full = value.triggers().getLast();
        assertThat(full.abandon().orElseThrow()).isLessThan(full.close().orElseThrow());
        assertThat(full.close().orElseThrow()).isLessThan(full.open().orElseThrow());
        assertThat(full.reserve()).isEqualTo(150);
    }

    @Test
    void aFineGridMustGiveTheRecomputedValues() {
        SwitchingMine.Value value = MINE.value(SwitchingMine.Grid.around(0.5, 800, 600));
        double[][] table = {{0.4, 4.156, 4.356}, {0.6, 12.517, 12.500}, {0.8, 22.893, 22.693}};
        for (double[] row : table) {
            assertThat(value.open(row[0])).isCloseTo(row[1], within(0.001 * row[1]));
            assertThat(value.closed(row[0])).isCloseTo(row[2], within(0.001 * row[2]));
        }
    }

    @Test
    void noValueMayBeBelowWhatASwitchGivesAndFlexibilityNeverCosts() {
        Law.of(61, 20).holds(input -> {
            double variance = input.real("variance", 0.02, 0.2);
            boolean full = input.one("full", List.of(false, true));
            SwitchingMine.LossOffset losses = full ? SwitchingMine.LossOffset.FULL : SwitchingMine.LossOffset.NONE;
            SwitchingMine.Value value = mine(variance, losses).value(SwitchingMine.Grid.around(0.5, 120, 60));
            // Rounding of the solve, in a value of about a hundred.
            double rounding = 1e-8;
            for (int i = 0; i < value.open().length; i++) {
                assertThat(value.open()[i]).isGreaterThanOrEqualTo(Math.max(value.closed()[i] - 0.2, 0) - rounding);
                assertThat(value.closed()[i]).isGreaterThanOrEqualTo(Math.max(value.open()[i] - 0.2, 0) - rounding);
                assertThat(Math.max(value.open()[i], value.closed()[i]))
                        .isGreaterThanOrEqualTo(value.fixed()[i] - rounding);
            }
            assertThat(value.flexibility(0.5)).isGreaterThanOrEqualTo(0);
        });
    }

    @Test
    void dearerSwitchesMustNotRaiseTheValue() {
        SwitchingMine dear =
                new SwitchingMine(150, 10, 0.5, new SwitchingMine.Costs(2, 2, 0.5), MINE.market(), MINE.tax());
        SwitchingMine.Grid grid = SwitchingMine.Grid.around(0.5, 200, 100);
        SwitchingMine.Value cheap = MINE.value(grid);
        SwitchingMine.Value value = dear.value(grid);
        for (int i = 0; i < value.open().length; i++) {
            assertThat(value.open()[i]).isLessThanOrEqualTo(cheap.open()[i] + 1e-8);
        }
    }
}
