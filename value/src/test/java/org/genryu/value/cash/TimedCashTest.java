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
    void aFlowThatIsWorthSomethingOnlyBetweenTwoRatesMustSaySo() {
        // -100 + 230/(1+r) - 132/(1+r)² = 0 at 10 % (rising) and 20 % (falling)
        assertThat(yearly(-100, 230, -132).irr())
                .isEqualTo(Metric.none(
                        "the cash flow changes sign more than once; it is worth more than nothing only at rates from 10.0% to 20.0%",
                        "収支の符号が複数回変わります。価値が正となる率は10.0%から20.0%だけです"));
    }

    @Test
    void aRootAtWhichTheValueRisesWithTheRateIsNoRateOfReturn() {
        assertThat(yearly(100, -110).irr())
                .isEqualTo(Metric.none(
                        "the value rises with the rate where it passes nil (10.0%): money comes in first and is paid back later, so there is no rate of return",
                        "現在価値がゼロとなる率（10.0%）の前後で、率が高いほど価値が増えます。先に受け取り後で支払う収支のため、収益率はありません"));
    }

    /// -10 + 30 x - 15 x² - 0.1 x³: the root below 0 is the weight of the last payments.
    @Test
    void aRisingRootBelowNilBesideAFallingOneIsPassedOver() {
        double found = yearly(-10, 30, -15, -0.1).irr().found().orElseThrow();
        assertThat(found).isBetween(1.3, 1.5);
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
