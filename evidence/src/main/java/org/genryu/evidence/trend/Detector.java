package org.genryu.evidence.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.genryu.core.Check;
import org.genryu.core.number.RandomDraws;

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
/// alarms come where nothing happens, [#expected] says.
public final class Detector {
    /// Reports that an alarm needs.
    public static final double LEAST = 3;

    /// The normal quantile of 0.999, as EARS has it.
    private static final double EARS = 3.090232306167813;

    private static final int WEEK = 7;

    /// The methods of which a rate of false alarms can be told.
    public enum Method {
        EARS_C1,
        EARS_C2,
        EPITWEETR,
        POISSON,
        EWMA
    }

    private static final int SIMULATED = 20_000;

    /// One day. A limit is empty where there are too few days before.
    public record Day(double value, OptionalDouble limit, boolean alarm) {}

    private Detector() {}

    /// @param lag days left out before the day itself: 0 for C1, 2 for C2
    /// @param minSigma floor of the deviation
    public static List<Day> ears(double[] counts, int lag, double minSigma) {
        List<Day> days = new ArrayList<>();
        for (int t = 0; t < counts.length; t++) {
            int to = t - lag;
            if (to - WEEK < 0) {
                days.add(new Day(counts[t], OptionalDouble.empty(), false));
                continue;
            }
            double mean = mean(counts, to - WEEK, to);
            double sd = Math.max(minSigma, Math.sqrt(squares(counts, to - WEEK, to, mean) / (WEEK - 1)));
            days.add(day(counts[t], mean + EARS * sd));
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
                days.add(new Day(counts[day], OptionalDouble.empty(), false));
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
            days.add(day(counts[day], mean + t * Math.sqrt(variance) * Math.sqrt(1 + 1.0 / WEEK)));
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
            days.add(new Day(z, OptionalDouble.of(start + reach), z > start + reach || z < start - reach));
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
                days.add(new Day(0, OptionalDouble.empty(), false));
                continue;
            }
            double surprise = surprise((int) Math.min(Integer.MAX_VALUE, Math.round(counts[t])), mean);
            days.add(new Day(surprise, OptionalDouble.of(limit), surprise > limit && counts[t] >= LEAST));
        }
        return days;
    }

    /// −log10 P(X ≥ k; λ).
    static double surprise(int k, double mean) {
        return k == 0 ? 0 : -Math.log10(PoissonDistribution.of(mean).survivalProbability(k - 1));
    }

    /// The rate of false alarms a day that is to be expected where nothing happens: by simulation of
    /// independent Poisson counts of the same mean. It is not the level that a method is named by: seven days
    /// tell little about a deviation, so that what EARS calls 0.001 is nearer to 0.015, and spikes that are
    /// weighted down leave too small a spread (epitweetr).
    public static double expected(Method method, double alpha, double minSigma, double mean) {
        if (mean <= 0) {
            return 0;
        }
        RandomDraws draws = RandomDraws.of(1, "quiet days");
        PoissonDistribution quiet = PoissonDistribution.of(mean);
        double[] counts = new double[SIMULATED];
        for (int t = 0; t < SIMULATED; t++) {
            counts[t] = quiet.inverseCumulativeProbability(draws.uniform(t, 0));
        }
        List<Day> days = switch (method) {
            case EARS_C1 -> ears(counts, 0, minSigma);
            case EARS_C2 -> ears(counts, 2, minSigma);
            case EPITWEETR -> epitweetr(counts, alpha);
            case POISSON -> poisson(counts, alpha);
            case EWMA -> ewma(counts, 0.3, mean, Math.sqrt(mean));
        };
        return days.stream().filter(Day::alarm).count() / (double) SIMULATED;
    }

    private static Day day(double count, double limit) {
        return new Day(count, OptionalDouble.of(limit), count > limit && count >= LEAST);
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
