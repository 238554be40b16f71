package org.genryu.core.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Rung: published rows of agencies' tables; by hand.
class TotalRowsTest {
    @Test
    void namesOfTotalsMustBeKnownHoweverTheyAreWritten() {
        assertThat(new String[] {
                    "WLD",
                    "World total (rounded)",
                    "world",
                    "Total",
                    "All countries",
                    "合計",
                    "World, total",
                    "total-2024",
                    " (WORLD) ",
                    "in total",
                    "世界/合計"
                })
                .allMatch(TotalRows::isNamed);
        assertThat(new String[] {
                    "JP",
                    "rest of world",
                    "other countries",
                    "All Nippon",
                    "",
                    "Total Energies",
                    "--",
                    "total\u0301",
                    "計画",
                    "of the"
                })
                .noneMatch(TotalRows::isNamed);
    }

    /// Mine production of the survey: gallium 2025, antimony 2025 (world total 110,000), antimony 2024 (119,000).
    @Test
    void roundedTotalsOfTheSurveyMustBeSums() {
        assertThat(TotalRows.isSum(900, new double[] {900, 6, 3})).isTrue();
        assertThat(TotalRows.isSum(110_000, new double[] {
                    40_000, 32_000, 22_000, 5_000, 4_500, 3_000, 1_300, 800, 700, 600, 260, 220, 200, 90, 50
                }))
                .isTrue();
        assertThat(TotalRows.isSum(119_000, new double[] {
                    40_000, 40_000, 22_000, 5_300, 4_500, 3_000, 1_270, 800, 700, 600, 260, 220, 200, 90, 50
                }))
                .isTrue();
    }

    @Test
    void aNumberThatIsNoSumMustNotBeTakenForOne() {
        assertThat(TotalRows.isSum(839, new double[] {620, 6, 3})).isFalse();
        assertThat(TotalRows.isSum(100, new double[] {100})).isFalse();
        assertThat(TotalRows.isSum(50, new double[] {30, 21})).isFalse();
        assertThat(TotalRows.isSum(51, new double[] {30, 21})).isTrue();
        assertThat(TotalRows.isSum(0, new double[] {0, 0, 0})).isFalse();
    }

    @Test
    void theLastDigitMustBeAtMostTheSecond() {
        assertThat(TotalRows.lastDigit(900)).isEqualTo(10);
        assertThat(TotalRows.lastDigit(893)).isEqualTo(1);
        assertThat(TotalRows.lastDigit(0.75)).isEqualTo(0.01);
        assertThat(TotalRows.lastDigit(0)).isZero();
    }

    @Test
    void countriesMustBeKnownByCodeAndName() {
        assertThat(new String[] {"JP", "JPN", "Japan", "日本"}).allMatch(TotalRows::isCountry);
        assertThat(new String[] {"WLD", "EUU", "XX"}).noneMatch(TotalRows::isCountry);
    }
}
