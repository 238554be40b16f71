package org.genryu.value.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Closed forms: flows whose rates and times are known, and flows that have none or several.
class TimedCashTest {
    private static final double ROUNDING = 1e-12;

    private static TimedCash yearly(double... amounts) {
        double[] times = new double[amounts.length];
        java.util.Arrays.setAll(times, t -> t);
        return new TimedCash(amounts, times);
    }

    @Test
    void aLoanAtTenPercentMustHaveThatRate() {
        assertThat(yearly(-100, 110).irr().found().orElseThrow()).isCloseTo(0.1, within(ROUNDING));
        assertThat(yearly(-100, 10, 10, 110).irr().found().orElseThrow()).isCloseTo(0.1, within(ROUNDING));
        assertThat(yearly(-100, 10, 10, 110).npv(0.1)).isCloseTo(0, within(1e-10));
    }

    @Test
    void aFlowWithTwoRatesMustNameBoth() {
        // -100 + 230/(1+r) - 132/(1+r)² = 0 at 10 % and 20 %
        assertThat(yearly(-100, 230, -132).irr()).isInstanceOfSatisfying(Metric.Several.class, several -> {
            assertThat(several.values()).hasSize(2);
            assertThat(several.values().get(0)).isCloseTo(0.1, within(ROUNDING));
            assertThat(several.values().get(1)).isCloseTo(0.2, within(ROUNDING));
            assertThat(several.reason().en()).isEqualTo("the cash flow changes sign more than once and 2 rates fit");
            assertThat(several.reason().ja()).isEqualTo("収支の符号が複数回変わり、2 個の率が当てはまります");
        });
    }

    @Test
    void aFlowWithoutRateMustSayWhy() {
        assertThat(yearly(-100, -5).irr())
                .isEqualTo(Metric.none("nothing ever comes back, so there is no rate", "収入がないため収益率はありません"));
        assertThat(yearly(100, 5).irr())
                .isEqualTo(Metric.none("nothing is ever paid in, so no rate is defined", "支出がないため収益率を定義できません"));
        assertThat(yearly(-1, 3, -3).irr())
                .isEqualTo(Metric.none(
                        "no rate between -50% and 1,000% makes the cash flow worth nothing",
                        "現在価値がゼロになる率は -50% から 1,000% の間にありません"));
    }

    @Test
    void paybackMustBeTheTimeFromWhichTheSumStaysAbove() {
        assertThat(yearly(-100, 60, 60).payback(0)).isEqualTo(new Metric.Value(2));
        assertThat(yearly(-100, 120, -50, 60).payback(0)).isEqualTo(new Metric.Value(3));
        assertThat(yearly(-100, 60, 60).payback(0.2)).isEqualTo(Metric.none("it is never paid back", "投資を回収できません"));
    }
}
