package org.genryu.evidence.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.genryu.core.Check;

/// On which days is a count above what the days before let expect?
///
/// | method | limit |
/// | --- | --- |
/// | EARS C1, C2 | mean + 3.0902 · sd of t−7..t−1, and of t−9..t−3 (R surveillance, `earsC`) |
/// | epitweetr | ȳ_w + t(1−α; 6) · s_w · √(1+1/7) over t−7..t−1, past spikes weighted down: w = (c/r)^4 where the
/// externally studentised residual r exceeds c = t(0.95; 5), weights scaled to sum 7, s_w² = Σw(y−ȳ_w)²/6 |
/// | EWMA | z = λx + (1−λ)z against μ ± 3σ√(λ/(2−λ)) |
/// | Poisson | −log10 P(X ≥ k; mean of t−7..t−1) above −log10 α |
///
/// A day with fewer than [#LEAST] reports raises no alarm: after nothing, one mention is no event. How often false
/// alarms come where nothing happens, [DetectorSetting#falseAlarms] says.
public final class Detector {
    /// Reports that an alarm needs.
    public static final double LEAST = 3;

    /// The normal quantile of 0.999, as EARS has it.
    private static final double EARS = 3.090232306167813;

    private static final int WEEK = 7;

    /// One day. A limit is empty where there are too few days before.
    /// @param excess how far it lies above what was expected, in parts of the way to the limit; 1 is at the limit
    public record Day(double value, OptionalDouble limit, boolean alarm, double excess) {
        private static final Day EARLY = new Day(0, OptionalDouble.empty(), false, 0);

        /// A day with too few days before it.
        static Day early(double value) {
            return value == 0 ? EARLY : new Day(value, OptionalDouble.empty(), false, 0);
        }
    }

    private Detector() {}

    /// @param lag days left out before the day itself: 0 for C1, 2 for C2
    /// @param minSigma floor of the deviation
    public static List<Day> ears(double[] counts, int lag, double minSigma) {
        List<Day> days = new ArrayList<>();
        for (int t = 0; t < counts.length; t++) {
            int to = t - lag;
            if (to - WEEK < 0) {
                days.add(Day.early(counts[t]));
                continue;
            }
            double mean = mean(counts, to - WEEK, to);
            double sd = Math.max(minSigma, Math.sqrt(squares(counts, to - WEEK, to, mean) / (WEEK - 1)));
            days.add(day(counts[t], mean, EARS * sd));
        }
        return days;
    }

    /// @param alpha rate of false alarms that is accepted, such as 0.025
    public static List<Day> epitweetr(double[] counts, double alpha) {
        Check.that(alpha > 0 && alpha < 1, "Detector: alpha is %s; it must lie in (0, 1).", alpha);
        double c = TDistribution.of(WEEK - 2).inverseCumulativeProbability(0.95);
        double t = TDistribution.of(WEEK - 1).inverseSurvivalProbability(alpha);
        List<Day> days = new ArrayList<>();
        for (int day = 0; day < counts.length; day++) {
            if (day < WEEK) {
                days.add(Day.early(counts[day]));
                continue;
            }
            double[] weights = weights(counts, day - WEEK, day, c);
            double mean = 0;
            for (int i = 0; i < WEEK; i++) {
                mean += weights[i] * counts[day - WEEK + i] / WEEK;
            }
            double variance = 0;
            for (int i = 0; i < WEEK; i++) {
                variance += weights[i] * Math.pow(counts[day - WEEK + i] - mean, 2) / (WEEK - 1);
            }
            days.add(day(counts[day], mean, t * Math.sqrt(variance) * Math.sqrt(1 + 1.0 / WEEK)));
        }
        return days;
    }

    private static double[] weights(double[] counts, int from, int to, double c) {
        double mean = mean(counts, from, to);
        double sse = squares(counts, from, to, mean);
        double free = 1 - 1.0 / WEEK;
        double[] weights = new double[WEEK];
        double sum = 0;
        for (int i = 0; i < WEEK; i++) {
            double e = counts[from + i] - mean;
            double without = Math.max(0, (sse - e * e / free) / (WEEK - 2));
            double r = without > 0 ? e / Math.sqrt(without * free) : e > 0 ? Double.POSITIVE_INFINITY : 0;
            weights[i] = r > c ? Math.pow(c / r, 4) : 1;
            sum += weights[i];
        }
        for (int i = 0; i < WEEK; i++) {
            weights[i] *= WEEK / sum;
        }
        return weights;
    }

    /// @param start mean to which the series is held
    /// @param sigma deviation of one value
    public static List<Day> ewma(double[] values, double lambda, double start, double sigma) {
        Check.that(lambda > 0 && lambda <= 1, "Detector: lambda is %s; it must lie in (0, 1].", lambda);
        Check.that(sigma > 0, "Detector: sigma is %s; it must be above 0.", sigma);
        double reach = 3 * sigma * Math.sqrt(lambda / (2 - lambda));
        double z = start;
        List<Day> days = new ArrayList<>();
        for (double value : values) {
            z = lambda * value + (1 - lambda) * z;
            days.add(new Day(
                    z,
                    OptionalDouble.of(start + reach),
                    z > start + reach || z < start - reach,
                    Math.abs(z - start) / reach));
        }
        return days;
    }

    /// The value of a day is its surprise.
    public static List<Day> poisson(double[] counts, double alpha) {
        List<Day> days = new ArrayList<>();
        double limit = -Math.log10(alpha);
        for (int t = 0; t < counts.length; t++) {
            double mean = t < WEEK ? 0 : mean(counts, t - WEEK, t);
            if (mean <= 0) {
                days.add(Day.early(0));
                continue;
            }
            double surprise = surprise((int) Math.min(Integer.MAX_VALUE, Math.round(counts[t])), mean);
            days.add(new Day(
                    surprise, OptionalDouble.of(limit), surprise > limit && counts[t] >= LEAST, surprise / limit));
        }
        return days;
    }

    /// −log10 P(X ≥ k; λ).
    static double surprise(int k, double mean) {
        return k == 0 ? 0 : -Math.log10(PoissonDistribution.of(mean).survivalProbability(k - 1));
    }

    private static Day day(double count, double mean, double reach) {
        double over = count - mean;
        double excess = reach > 0 ? over / reach : over > 0 ? Double.POSITIVE_INFINITY : 0;
        boolean alarm = count > mean + reach && count >= LEAST;
        return new Day(count, OptionalDouble.of(mean + reach), alarm, excess);
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    private static double squares(double[] values, int from, int to, double mean) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return sum;
    }
}
