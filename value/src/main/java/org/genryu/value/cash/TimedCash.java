package org.genryu.value.cash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;

/// Amounts with their times: what are they worth, at which rate are they worth nothing, when are they paid back?
///
/// NPV(r) = Σ a_i (1+r)^-t_i; IRR: NPV(r) = 0 and falling in r there, for only then is what is paid in
/// earning the rate
///
/// A root at which the value rises with the rate is none: money comes first and is paid back later, as in a
/// loan. Such a root below 0 beside one that falls is the weight of the last payments and is passed over; at
/// 0 or above it leaves no single rate, and the band in which the value is above 0 is told instead.
///
/// All roots between -50 % and 1,000 % a year are found: the rate is walked through in small steps of ln(1+r), each
/// change of sign is narrowed by bisection until the interval no longer shrinks. Roots that only touch zero are missed.
/// Below -50 % the very last payment (the tax of the last year) outweighs all others and makes roots without meaning.
///
/// @param amounts [currency], in the order of time
/// @param times [yr] from the valuation date, not falling
public record TimedCash(double[] amounts, double[] times) {
    private static final double LOWEST = Math.log(0.5);
    private static final double HIGHEST = Math.log(11);
    private static final int STEPS = 1200;
    /// Amounts below this share of the largest are rounding.
    private static final double DUST = 1e-12;

    public double npv(double rate) {
        double logRate = Math.log1p(rate);
        double sum = 0;
        for (int i = 0; i < amounts.length; i++) {
            sum += amounts[i] * Math.exp(-times[i] * logRate);
        }
        return sum;
    }

    public double sum() {
        return Arrays.stream(amounts).sum();
    }

    public Metric irr() {
        double dust = dust();
        boolean in = Arrays.stream(amounts).anyMatch(a -> a > dust);
        boolean out = Arrays.stream(amounts).anyMatch(a -> a < -dust);
        if (!in || !out) {
            return in
                    ? Metric.none("nothing is ever paid in, so no rate is defined", "支出がないため収益率を定義できません")
                    : Metric.none("nothing ever comes back, so there is no rate", "収入がないため収益率はありません");
        }
        List<Double> falling = new ArrayList<>();
        List<Double> rising = new ArrayList<>();
        roots(falling, rising);
        if (falling.isEmpty() && rising.isEmpty()) {
            return Metric.none(
                    "no rate between -50% and 1,000% makes the cash flow worth nothing",
                    "現在価値がゼロになる率は -50% から 1,000% の間にありません");
        }
        if (falling.isEmpty()) {
            String at = NumberText.percent(rising.getLast());
            return Metric.none(
                    "the value rises with the rate where it passes nil (" + at
                            + "): money comes in first and is paid back later, so there is no rate of return",
                    "現在価値がゼロとなる率（" + at + "）の前後で、率が高いほど価値が増えます。先に受け取り後で支払う収支のため、収益率はありません");
        }
        if (rising.stream().anyMatch(r -> r >= 0)) {
            return between(falling, rising);
        }
        return falling.size() == 1
                ? new Metric.Value(falling.getFirst())
                : new Metric.Several(
                        falling,
                        new Text(
                                "the cash flow changes sign more than once and " + falling.size() + " rates fit",
                                "収支の符号が複数回変わり、" + falling.size() + " 個の率が当てはまります"));
    }

    /// The value is above 0 only from a rising root to the falling one after it.
    private static Metric between(List<Double> falling, List<Double> rising) {
        List<String> en = new ArrayList<>();
        List<String> ja = new ArrayList<>();
        for (double high : falling) {
            double low =
                    rising.stream().filter(r -> r < high).max(Double::compare).orElse(-1.0);
            String from = NumberText.percent(low);
            String to = NumberText.percent(high);
            en.add(low > -1 ? "from " + from + " to " + to : "below " + to);
            ja.add(low > -1 ? from + "から" + to : to + "未満");
        }
        rising.stream().filter(r -> r > falling.getLast()).findFirst().ifPresent(r -> {
            en.add("above " + NumberText.percent(r));
            ja.add(NumberText.percent(r) + "超");
        });
        return Metric.none(
                "the cash flow changes sign more than once; it is worth more than nothing only at rates "
                        + String.join(" and ", en),
                "収支の符号が複数回変わります。価値が正となる率は" + String.join("と", ja) + "だけです");
    }

    private double dust() {
        return DUST * Arrays.stream(amounts).map(Math::abs).max().orElse(0);
    }

    /// Walks over the rates in even steps of their logarithm: what an amount is worth at one step is what it was
    /// worth at the step before times a factor of its own.
    private void roots(List<Double> falling, List<Double> rising) {
        double[] worth = new double[amounts.length];
        double[] factor = new double[amounts.length];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = amounts[i] * Math.exp(-times[i] * LOWEST);
            factor[i] = Math.exp(-times[i] * (HIGHEST - LOWEST) / STEPS);
        }
        double low = LOWEST;
        double atLow = npv(Math.expm1(low));
        for (int step = 1; step <= STEPS; step++) {
            double high = LOWEST + (HIGHEST - LOWEST) * step / STEPS;
            double atHigh = 0;
            for (int i = 0; i < worth.length; i++) {
                worth[i] *= factor[i];
                atHigh += worth[i];
            }
            if (atHigh == 0 || (atLow < 0 && atHigh > 0) || (atLow > 0 && atHigh < 0)) {
                (atLow > 0 ? falling : rising).add(Math.expm1(narrow(low, high, atLow)));
            }
            low = high;
            atLow = atHigh;
        }
    }

    private double narrow(double from, double until, double atFrom) {
        double low = from;
        double high = until;
        double middle = low + (high - low) / 2;
        while (middle > low && middle < high) {
            if (npv(Math.expm1(middle)) * atFrom > 0) {
                low = middle;
            } else {
                high = middle;
            }
            middle = low + (high - low) / 2;
        }
        return middle;
    }

    /// First time from which on the sum, discounted at `rate`, stays at 0 or above; none if it ends below.
    public Metric payback(double rate) {
        double sum = 0;
        double since = -1;
        double logRate = Math.log1p(rate);
        double dust = dust();
        for (int i = 0; i < amounts.length; i++) {
            sum += amounts[i] * Math.exp(-times[i] * logRate);
            if (sum < -dust) {
                since = -1;
            } else if (since < 0) {
                since = times[i];
            }
        }
        return since >= 0 ? new Metric.Value(since) : Metric.none("it is never paid back", "投資を回収できません");
    }
}
