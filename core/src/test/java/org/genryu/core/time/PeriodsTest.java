package org.genryu.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.genryu.core.number.RandomDraws;
import org.genryu.core.time.Periods.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// By hand, then random against counting month by month.
class PeriodsTest {
    private static final int JANUARY = 2025 * 12;

    @Test
    void aCutPeriodMustCountByItsParts() {
        Periods cut = Periods.years(2025, 2027).cut(List.of(JANUARY + 12 + 3, JANUARY + 12 + 4, JANUARY, JANUARY + 24));
        assertThat(cut.count()).isEqualTo(5);
        assertThat(labels(cut)).containsExactly("2025", "2026-01..2026-03", "2026-04", "2026-05..2026-12", "2027");
        assertThat(cut.length(1)).isEqualTo(0.25);
        assertThat(cut.start(3)).isEqualTo(1);
        assertThat(cut.discount(3, 0.05)).isEqualTo(cut.discount(1, 0.05));
        assertThat(cut.whole()).isEqualTo(Periods.years(2025, 2027));
        assertThat(cut.cut(List.of())).isEqualTo(cut);
        assertThat(Periods.years(2025, 2027).cut(List.of(JANUARY + 15, JANUARY + 16)))
                .isEqualTo(Periods.years(2025, 2027).cut(List.of(JANUARY + 16)).cut(List.of(JANUARY + 15)));
    }

    @Test
    void theMonthsOfAYearMustBeOfOneAge() {
        Periods months = new Periods(Step.MONTH, JANUARY + 3, 36);
        for (int t = 0; t < 36; t++) {
            assertThat(months.years(t)).isEqualTo(t / 12);
        }
        assertThat(Periods.years(2025, 2027).cut(List.of(JANUARY + 15)).years(2))
                .isEqualTo(1);
    }

    @Test
    void aYearThatBeginsInAprilMustNotBeNamedLikeACalendarYear() {
        assertThat(new Periods(Step.YEAR, JANUARY + 3, 2).label(0)).isEqualTo("2025-04..2026-03");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void everyMonthMustLieInThePartThatHoldsIt(Step step) {
        RandomDraws draws = RandomDraws.of(7, "periods");
        for (int run = 0; run < 50; run++) {
            Periods whole = new Periods(step, JANUARY, 6);
            TreeSet<Integer> months = new TreeSet<>();
            for (int i = 0; i < run % 7; i++) {
                months.add(JANUARY + (int) (draws.uniform(run, i) * 6 * step.months()));
            }
            Periods cut = whole.cut(months);
            List<Integer> starts = new ArrayList<>();
            for (int m = JANUARY; m < JANUARY + 6 * step.months(); m++) {
                if ((m - JANUARY) % step.months() == 0 || months.contains(m)) {
                    starts.add(m);
                }
                assertThat(cut.index(m)).isEqualTo(starts.size() - 1);
                assertThat(cut.whole(cut.index(m))).isEqualTo(whole.index(m));
                assertThat(cut.month(cut.index(m))).isEqualTo(starts.getLast());
            }
            assertThat(cut.count()).isEqualTo(starts.size());
            double years = 0;
            for (int t = 0; t < cut.count(); t++) {
                years += cut.length(t);
            }
            assertThat(years).isCloseTo(6 * step.years(), within(1e-12));
            assertThat(cut.index(JANUARY - 1)).isNegative();
            assertThat(cut.index(JANUARY + 6 * step.months())).isEqualTo(cut.count());
        }
    }

    private static List<String> labels(Periods periods) {
        List<String> labels = new ArrayList<>();
        for (int t = 0; t < periods.count(); t++) {
            labels.add(periods.label(t));
        }
        return labels;
    }
}
