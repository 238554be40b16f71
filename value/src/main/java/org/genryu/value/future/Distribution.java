package org.genryu.value.future;

import org.genryu.core.Check;

/// How a number of a project falls out over the futures: mean with standard error, quantiles, tails.
///
/// mean = Σ x / n, deviation² = Σ (x - mean)² / (n - 1), standard error = deviation / √n
///
/// quantile(p) = the least x that at least p n of the futures do not exceed – [#quantile]
///
/// worst mean of a share p (CVaR of the low side) = (Σ of the k lowest + (p n - k) x₍ₖ₊₁₎) / (p n), k = ⌊p n⌋: the
/// boundary future counts with its fraction – [#meanOfLowest]
///
/// Up to [StreamingDistribution#EXACT] futures every value is kept and all of this is exact. Beyond, values lie in
/// buckets of at most 0.4 % of their size, each with its own count and mean: mean, deviation, least and most stay
/// exact, a quantile is within its bucket (0.4 % of its size, in practice a tenth of that), tail means err by at most
/// the boundary bucket's share of its width.
///
/// @param futures that have a value
/// @param without futures that have none, such as the month of default where there was none
/// @param exact whether every value was kept
public record Distribution(long futures, long without, double mean, double deviation, boolean exact, Buckets buckets) {

    /// Ascending by their lower and upper edges, with the number and the mean of the values inside; for an exact
    /// distribution one bucket a value. Single values are sorted when a quantile is first asked for: of most
    /// numbers only the mean ever is.
    public static final class Buckets {
        private final double[] low;
        private final double[] high;
        private final double[] mean;
        private final long[] count;
        private boolean ascending;

        private Buckets(double[] low, double[] high, double[] mean, long[] count) {
            this.low = low;
            this.high = high;
            this.mean = mean;
            this.count = count;
            ascending = count.length > 0;
        }

        /// @param values in any order; they are this one's from now on
        static Buckets each(double[] values) {
            return new Buckets(values, values, values, new long[0]);
        }

        /// @param mean of the values inside each
        static Buckets of(double[] low, double[] high, double[] mean, long[] count) {
            return new Buckets(low, high, mean, count);
        }

        /// The same, ascending.
        private synchronized Buckets sorted() {
            if (!ascending) {
                java.util.Arrays.sort(low);
                ascending = true;
            }
            return this;
        }

        private int size() {
            return low.length;
        }

        private long count(int bucket) {
            return count.length > 0 ? count[bucket] : 1;
        }
    }

    /// Whether there is any value at all; the others ask for it.
    public boolean any() {
        return futures > 0;
    }

    public double standardError() {
        return deviation / Math.sqrt(Math.max(1, futures));
    }

    public double least() {
        some();
        return buckets.sorted().low[0];
    }

    public double most() {
        some();
        return buckets.sorted().high[buckets.size() - 1];
    }

    /// @param p in (0, 1)
    public double quantile(double p) {
        some();
        Check.that(p > 0 && p < 1, "Distribution: probability is %s; it must lie in (0, 1).", p);
        Buckets ascending = buckets.sorted();
        double rank = Math.ceil(p * futures);
        double seen = 0;
        for (int b = 0; b < ascending.size(); b++) {
            long here = ascending.count(b);
            if (seen + here >= rank) {
                double share = (rank - seen - 0.5) / here;
                return ascending.low[b] + share * (ascending.high[b] - ascending.low[b]);
            }
            seen += here;
        }
        return most();
    }

    /// Standard error of a quantile, from the binomial ranks one standard deviation to either side.
    public double quantileError(double p) {
        double step = Math.sqrt(p * (1 - p) / futures);
        double low = quantile(Math.clamp(p - step, 0.5 / futures, 1 - 0.5 / futures));
        double high = quantile(Math.clamp(p + step, 0.5 / futures, 1 - 0.5 / futures));
        return (high - low) / 2;
    }

    /// Mean of the lowest share of the futures.
    /// @param p in (0, 1]
    public double meanOfLowest(double p) {
        some();
        Check.that(p > 0 && p <= 1, "Distribution: share is %s; it must lie in (0, 1].", p);
        Buckets ascending = buckets.sorted();
        double left = p * futures;
        double wanted = left;
        double sum = 0;
        for (int b = 0; b < ascending.size() && left > 0; b++) {
            double take = Math.min(left, ascending.count(b));
            sum += take * ascending.mean[b];
            left -= take;
        }
        return sum / wanted;
    }

    /// Mean of the highest share of the futures.
    /// @param p in (0, 1]
    public double meanOfHighest(double p) {
        some();
        return p >= 1 ? mean : (mean - (1 - p) * meanOfLowest(1 - p)) / p;
    }

    /// Share of the futures (of those with a value) below a bound; inside a bucket by its width.
    public double shareBelow(double bound) {
        if (!any()) {
            return 0;
        }
        double seen = 0;
        for (int b = 0; b < buckets.size(); b++) {
            if (buckets.high[b] < bound) {
                seen += buckets.count(b);
            } else if (buckets.low[b] < bound) {
                double width = buckets.high[b] - buckets.low[b];
                seen += buckets.count(b) * (width > 0 ? (bound - buckets.low[b]) / width : 1);
            }
        }
        return seen / futures;
    }

    private void some() {
        Check.that(any(), "Distribution: it has no value; ask `any` first.");
    }
}
