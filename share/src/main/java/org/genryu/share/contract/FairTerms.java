package org.genryu.share.contract;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.genryu.core.Check;

/// Which term pays a party what it should have? The contract pays an amount for every future; its mean is
/// what the party is promised. A term (a share of equity, the balance at which shares flip, the tonnes or
/// price of an offtake) is moved until the mean is the fair share.
public final class FairTerms {
    private static final int STEPS = 200;

    private FairTerms() {}

    /// What came of the search.
    public sealed interface Term {
        /// @param term at which the mean is the fair share
        record Found(double term) implements Term {}

        /// No term does it.
        /// @param nearest the term that comes nearest
        /// @param mean what it pays
        record OutOfReach(double nearest, double mean) implements Term {}
    }

    /// By bisection.
    /// @param mean what the party gets on average at a term; must not change direction between the ends
    public static Term solve(DoubleUnaryOperator mean, double low, double high, double fair) {
        Check.that(low < high, "Terms: from %s to %s.", low, high);
        double atLow = mean.applyAsDouble(low);
        double atHigh = mean.applyAsDouble(high);
        if (fair < Math.min(atLow, atHigh) || fair > Math.max(atLow, atHigh)) {
            boolean lower = Math.abs(atLow - fair) <= Math.abs(atHigh - fair);
            return new Term.OutOfReach(lower ? low : high, lower ? atLow : atHigh);
        }
        boolean rising = atLow <= atHigh;
        double from = low;
        double to = high;
        for (int k = 0; k < STEPS && from < to; k++) {
            double middle = from + (to - from) / 2;
            if (mean.applyAsDouble(middle) < fair == rising) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return new Term.Found(from + (to - from) / 2);
    }

    /// What becomes of a promise: the spread over futures of what a party gets, and the chance that it
    /// ends below what it would have had alone in the same future.
    ///
    /// @param below [fraction] of the futures
    /// @param error standard error of the mean
    public record Outcome(double mean, double error, double p10, double p50, double p90, double below) {
        /// @param gets by future
        /// @param alone by future, with the same draws
        public static Outcome of(double[] gets, double[] alone) {
            Check.that(
                    gets.length == alone.length && gets.length > 0,
                    "Terms: %s futures with, %s without.",
                    gets.length,
                    alone.length);
            double mean = Arrays.stream(gets).average().orElse(0);
            double squares =
                    Arrays.stream(gets).map(one -> (one - mean) * (one - mean)).sum();
            int below = 0;
            for (int i = 0; i < gets.length; i++) {
                below += gets[i] < alone[i] ? 1 : 0;
            }
            double[] sorted = gets.clone();
            Arrays.sort(sorted);
            double error = gets.length > 1 ? Math.sqrt(squares / (gets.length - 1) / gets.length) : 0;
            return new Outcome(
                    mean,
                    error,
                    quantile(sorted, 0.1),
                    quantile(sorted, 0.5),
                    quantile(sorted, 0.9),
                    (double) below / gets.length);
        }

        /// The smallest value with at least the part q of the futures at or below it.
        private static double quantile(double[] sorted, double q) {
            return sorted[Math.max(0, (int) Math.ceil(q * sorted.length) - 1)];
        }
    }
}
