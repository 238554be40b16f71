package org.genryu.value.cash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.core.Text;

/// Amounts with their times: what are they worth, at which rate are they worth nothing, when are they paid back?
///
/// NPV(r) = Σ a_i (1+r)^-t_i; IRR: NPV(r) = 0
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
        List<Double> roots = roots();
        if (roots.isEmpty()) {
            return Metric.none(
                    "no rate between -50% and 1,000% makes the cash flow worth nothing",
                    "現在価値がゼロになる率は -50% から 1,000% の間にありません");
        }
        return roots.size() == 1
                ? new Metric.Value(roots.getFirst())
                : new Metric.Several(
                        roots,
                        new Text(
                                "the cash flow changes sign more than once and " + roots.size() + " rates fit",
                                "収支の符号が複数回変わり、" + roots.size() + " 個の率が当てはまります"));
    }

    private double dust() {
        return DUST * Arrays.stream(amounts).map(Math::abs).max().orElse(0);
    }

    private List<Double> roots() {
        List<Double> roots = new ArrayList<>();
        double low = LOWEST;
        double atLow = npv(Math.expm1(low));
        for (int i = 1; i <= STEPS; i++) {
            double high = LOWEST + (HIGHEST - LOWEST) * i / STEPS;
            double atHigh = npv(Math.expm1(high));
            if (atHigh == 0 || (atLow < 0 && atHigh > 0) || (atLow > 0 && atHigh < 0)) {
                roots.add(Math.expm1(narrow(low, high, atLow)));
            }
            low = high;
            atLow = atHigh;
        }
        return roots;
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
