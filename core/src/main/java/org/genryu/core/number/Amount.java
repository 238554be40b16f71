package org.genryu.core.number;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.genryu.core.Check;

/// A number that may be uncertain, in the unit of its column. Deterministic runs use its central value; futures draw
/// from it through its quantiles, so that the same draw moves every amount the same way and a draw can be chosen as
/// well as left to chance.
///
/// | as written | central | mean | quantile of p |
/// | --- | --- | --- | --- |
/// | `100` | 100 | 100 | 100 |
/// | `80..120` | (a+b)/2 | (a+b)/2 | a + p(b-a) |
/// | `100 ±15` | m | m | m + s z(p) |
/// | `triangular(80, 100, 140)` | (a+c+b)/3 | (a+c+b)/3 | a + √(p(b-a)(c-a)), beyond the mode b - √((1-p)(b-a)(b-c)) |
/// | `lognormal(100, 0.3)` | m | m exp(s²/2) | m exp(s z(p)) |
///
/// z – inverse of the standard normal distribution function.
public sealed interface Amount {
    NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    /// What a deterministic run uses: the mean; the median of a lognormal amount.
    double central();

    /// The value that the amount stays below with probability p, above 0 and below 1.
    double quantile(double p);

    double mean();

    /// Standard deviation.
    double deviation();

    /// The shortest text that reads back as exactly this amount, in the same unit.
    String text();

    /// The same in a unit of which `factor` are one of the present one.
    /// @param factor above 0
    default Amount times(double factor) {
        Check.that(factor > 0, "Amount: factor is %s; it must be above 0.", factor);
        return in(x -> x * factor);
    }

    /// The same in a unit of which one is `divisor` of the present one.
    /// @param divisor above 0
    default Amount per(double divisor) {
        Check.that(divisor > 0, "Amount: divisor is %s; it must be above 0.", divisor);
        return in(x -> x / divisor);
    }

    private Amount in(DoubleUnaryOperator unit) {
        return switch (this) {
            case Fixed(double value) -> new Fixed(unit.applyAsDouble(value));
            case Uniform(double low, double high) -> new Uniform(unit.applyAsDouble(low), unit.applyAsDouble(high));
            case Normal(double mean, double deviation) ->
                new Normal(unit.applyAsDouble(mean), unit.applyAsDouble(deviation));
            case Triangular(double low, double mode, double high) ->
                new Triangular(unit.applyAsDouble(low), unit.applyAsDouble(mode), unit.applyAsDouble(high));
            case LogNormal(double median, double sigma) -> new LogNormal(unit.applyAsDouble(median), sigma);
        };
    }

    static Amount of(double value) {
        return new Fixed(value);
    }

    record Fixed(double value) implements Amount {
        public Fixed {
            Check.that(Double.isFinite(value), "Amount: value is %s; it must be finite.", value);
        }

        @Override
        public double central() {
            return value;
        }

        @Override
        public double quantile(double p) {
            checkProbability(p);
            return value;
        }

        @Override
        public double mean() {
            return value;
        }

        @Override
        public double deviation() {
            return 0;
        }

        @Override
        public String text() {
            return NumberText.exact(value);
        }
    }

    /// Every value from `low` to `high` is equally likely.
    record Uniform(double low, double high) implements Amount {
        public Uniform {
            Check.that(
                    Double.isFinite(high - low) && low < high,
                    "Amount: range is %s..%s; it must rise and be finite.",
                    low,
                    high);
        }

        @Override
        public double central() {
            return mean();
        }

        @Override
        public double quantile(double p) {
            checkProbability(p);
            return low + p * (high - low);
        }

        @Override
        public double mean() {
            return low + (high - low) / 2;
        }

        @Override
        public double deviation() {
            return (high - low) / Math.sqrt(12);
        }

        @Override
        public String text() {
            return NumberText.exact(low) + ".." + NumberText.exact(high);
        }
    }

    /// @param deviation one sigma, above 0
    record Normal(double mean, double deviation) implements Amount {
        public Normal {
            Check.that(Double.isFinite(mean), "Amount: mean is %s; it must be finite.", mean);
            Check.that(
                    deviation > 0 && Double.isFinite(deviation),
                    "Amount: sigma is %s; it must be above 0 and finite.",
                    deviation);
        }

        @Override
        public double central() {
            return mean;
        }

        @Override
        public double quantile(double p) {
            checkProbability(p);
            return mean + deviation * STANDARD.inverseCumulativeProbability(p);
        }

        @Override
        public String text() {
            return NumberText.exact(mean) + " ±" + NumberText.exact(deviation);
        }
    }

    /// @param mode the most likely value, from `low` to `high`
    record Triangular(double low, double mode, double high) implements Amount {
        public Triangular {
            Check.that(
                    low <= mode && mode <= high && low < high && Double.isFinite((high - low) * (high - low)),
                    "Amount: triangular is %s, %s, %s; it must rise and be finite.",
                    low,
                    mode,
                    high);
        }

        @Override
        public double central() {
            return mean();
        }

        @Override
        public double quantile(double p) {
            checkProbability(p);
            double width = high - low;
            return p * width <= mode - low
                    ? Math.min(mode, low + Math.sqrt(p * width * (mode - low)))
                    : Math.max(mode, high - Math.sqrt((1 - p) * width * (high - mode)));
        }

        @Override
        public double mean() {
            return low + ((mode - low) + (high - low)) / 3;
        }

        @Override
        public double deviation() {
            double width = high - low;
            double left = mode - low;
            return Math.sqrt((width * width - width * left + left * left) / 18);
        }

        @Override
        public String text() {
            return "triangular(" + NumberText.exact(low) + ", " + NumberText.exact(mode) + ", " + NumberText.exact(high)
                    + ")";
        }
    }

    /// @param median above 0
    /// @param sigma of the natural logarithm, above 0 and at most 10
    record LogNormal(double median, double sigma) implements Amount {
        public LogNormal {
            Check.that(
                    median > 0 && Double.isFinite(median),
                    "Amount: median is %s; it must be above 0 and finite.",
                    median);
            Check.that(
                    sigma > 0 && sigma <= 10, "Amount: sigma of the logarithm is %s; it must lie in (0, 10].", sigma);
        }

        @Override
        public double central() {
            return median;
        }

        @Override
        public double quantile(double p) {
            checkProbability(p);
            return median * Math.exp(sigma * STANDARD.inverseCumulativeProbability(p));
        }

        @Override
        public double mean() {
            return median * Math.exp(sigma * sigma / 2);
        }

        @Override
        public double deviation() {
            return mean() * Math.sqrt(Math.expm1(sigma * sigma));
        }

        @Override
        public String text() {
            return "lognormal(" + NumberText.exact(median) + ", " + NumberText.exact(sigma) + ")";
        }
    }

    private static void checkProbability(double p) {
        Check.that(p > 0 && p < 1, "Amount: probability is %s; it must lie in (0, 1).", p);
    }
}
