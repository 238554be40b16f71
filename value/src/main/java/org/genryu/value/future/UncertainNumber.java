package org.genryu.value.future;

import org.genryu.core.number.Amount;
import org.genryu.value.project.RiskClasses;

/// An uncertain number as a function of a standard normal, so that it can be correlated with others and moves with its
/// draw: x = quantile(Φ(z)), lane by lane.
///
/// For a mixture of two lognormals the quantile is read from a table over z in steps of 1/256, linear in ln x between
/// its points.
sealed interface UncertainNumber {
    /// Replaces standard normals by values.
    void apply(double[] z);

    static UncertainNumber of(Amount amount) {
        return switch (amount) {
            case Amount.Fixed(double value) -> new Constant(value);
            case Amount.LogNormal(double median, double sigma) -> new Exponential(Math.log(median), sigma);
            case Amount.Normal _, Amount.Uniform _, Amount.Triangular _ -> new Quantile(amount);
        };
    }

    static UncertainNumber of(RiskClasses.Mixture mixture) {
        return Grid.of(mixture);
    }

    default boolean random() {
        return !(this instanceof Constant);
    }

    record Constant(double value) implements UncertainNumber {
        @Override
        public void apply(double[] z) {
            java.util.Arrays.fill(z, value);
        }
    }

    record Exponential(double logMedian, double sigma) implements UncertainNumber {
        @Override
        public void apply(double[] z) {
            for (int i = 0; i < FutureLanes.WIDTH; i++) {
                z[i] = Math.fma(sigma, z[i], logMedian);
            }
            FutureLanes.exp(z);
        }
    }

    record Quantile(Amount amount) implements UncertainNumber {
        @Override
        public void apply(double[] z) {
            for (int i = 0; i < FutureLanes.WIDTH; i++) {
                z[i] = amount.quantile(Amount.STANDARD.cumulativeProbability(z[i]));
            }
        }
    }

    /// @param logs ln of the quantile at z = -[#REACH] + k / [#PER_UNIT]
    record Grid(double[] logs) implements UncertainNumber {
        private static final int REACH = 7;
        private static final int PER_UNIT = 256;
        private static final int STEPS = 60;

        static Grid of(RiskClasses.Mixture mixture) {
            double[] logs = new double[2 * REACH * PER_UNIT + 1];
            double low = Math.log(mixture.median()) - 8 * mixture.sigma() - 1;
            double step = 0;
            for (int k = 0; k < logs.length; k++) {
                double p = Amount.STANDARD.cumulativeProbability(-REACH + k / (double) PER_UNIT);
                logs[k] = invert(mixture, p, low, low + step);
                step = k == 0 ? 0 : logs[k] - low;
                low = logs[k];
            }
            return new Grid(logs);
        }

        /// ln x at which the mixture reaches p, by Newton's steps from a guess; halved where one leaves the
        /// bracket.
        ///
        /// @param from ln x below it
        private static double invert(RiskClasses.Mixture mixture, double p, double from, double guess) {
            double low = from;
            double high = Math.max(from, Math.log(mixture.otherMedian()) + 10 * mixture.otherSigma());
            double at = guess;
            for (int i = 0; i < STEPS; i++) {
                double over = mixture.cumulative(Math.exp(at)) - p;
                if (Math.abs(over) <= 2 * Math.ulp(p)) {
                    break;
                }
                if (over < 0) {
                    low = at;
                } else {
                    high = at;
                }
                double next = at - over / mixture.logDensity(at);
                at = next > low && next < high ? next : (low + high) / 2;
            }
            return at;
        }

        @Override
        public void apply(double[] z) {
            for (int i = 0; i < FutureLanes.WIDTH; i++) {
                double at = Math.clamp((z[i] + REACH) * PER_UNIT, 0, logs.length - 1.001);
                int k = (int) at;
                z[i] = logs[k] + (at - k) * (logs[k + 1] - logs[k]);
            }
            FutureLanes.exp(z);
        }
    }
}
