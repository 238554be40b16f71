package org.genryu.evidence.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.genryu.core.number.RandomDraws;
import org.genryu.evidence.trend.Detector.Day;

/// A detector with its numbers: which days of a series it names, and how often it names one where nothing happens.
///
/// Weekly: each day is held against the same weekday of the weeks before, not against the days before. The seven
/// series of one weekday each are watched apart, so a limit needs seven weeks (C2: nine).
///
/// False alarms: a simulation of [#SIMULATED] independent Poisson counts with the mean of the series, or with its
/// seven means where it has a pattern of the week. It is not the level that a method is named by: seven days tell
/// little about a deviation, so that what EARS calls 0.001 is nearer to 0.015, and spikes that are weighted down
/// leave too small a spread (epitweetr).
///
/// @param alpha of epitweetr and Poisson
/// @param lambda of EWMA
/// @param start mean to which EWMA holds the series; by default that of the series
/// @param sigma deviation of EWMA, by default that of a Poisson count; floor of the deviation of EARS, by default 0
public record DetectorSetting(
        Method method, double alpha, double lambda, OptionalDouble start, OptionalDouble sigma, boolean weekly) {
    /// The methods of which a rate of false alarms can be told.
    public enum Method {
        EARS_C1,
        EARS_C2,
        EPITWEETR,
        POISSON,
        EWMA
    }

    private static final int WEEK = 7;
    private static final int SIMULATED = 7 * 20_000;
    /// So many weeks a series must have before it is believed to have a pattern of the week.
    private static final int LEAST_WEEKS = 8;
    /// Above this mean a Poisson count is no different for an alarm.
    private static final double LARGEST_MEAN = 1e6;

    /// @param method with the usual numbers
    public static DetectorSetting usual(Method method) {
        double alpha = method == Method.POISSON ? 0.001 : 0.025;
        return new DetectorSetting(method, alpha, 0.3, OptionalDouble.empty(), OptionalDouble.empty(), false);
    }

    public DetectorSetting byWeekday() {
        return new DetectorSetting(method, alpha, lambda, start, sigma, true);
    }

    public List<Day> days(double[] counts) {
        if (!weekly) {
            return watched(counts);
        }
        Day[] days = new Day[counts.length];
        for (int weekday = 0; weekday < Math.min(WEEK, counts.length); weekday++) {
            double[] own = new double[(counts.length - weekday + WEEK - 1) / WEEK];
            for (int w = 0; w < own.length; w++) {
                own[w] = counts[weekday + w * WEEK];
            }
            List<Day> told = watched(own);
            for (int w = 0; w < own.length; w++) {
                days[weekday + w * WEEK] = told.get(w);
            }
        }
        return Arrays.asList(days);
    }

    /// The days of a series of shares or of an index, of which no least number of reports can be asked.
    public List<Day> daysOfShares(double[] values) {
        return days(values).stream()
                .map(day -> new Day(
                        day.value(),
                        day.limit(),
                        day.alarm() || day.value() > day.limit().orElse(Double.POSITIVE_INFINITY),
                        day.excess()))
                .toList();
    }

    private List<Day> watched(double[] counts) {
        double mean = Arrays.stream(counts).average().orElse(0);
        return switch (method) {
            case EARS_C1 -> Detector.ears(counts, 0, sigma.orElse(0));
            case EARS_C2 -> Detector.ears(counts, 2, sigma.orElse(0));
            case EPITWEETR -> Detector.epitweetr(counts, alpha);
            case POISSON -> Detector.poisson(counts, alpha);
            case EWMA ->
                Detector.ewma(counts, lambda, start.orElse(mean), sigma.orElse(Math.max(1e-9, Math.sqrt(mean))));
        };
    }

    /// What a series is when nothing happens: its seven means where it is long enough to show a pattern of the
    /// week, else its mean. Positions are counted from the first day.
    /// @param daily whether its values are those of days without gaps
    public static double[] quiet(double[] counts, boolean daily) {
        double[] means = new double[WEEK];
        Arrays.fill(means, Arrays.stream(counts).average().orElse(0));
        if (daily && counts.length >= LEAST_WEEKS * WEEK) {
            double[] sums = new double[WEEK];
            int[] days = new int[WEEK];
            for (int t = 0; t < counts.length; t++) {
                sums[t % WEEK] += counts[t];
                days[t % WEEK]++;
            }
            for (int d = 0; d < WEEK; d++) {
                means[d] = sums[d] / days[d];
            }
        }
        return means;
    }

    /// The days of a series in which nothing happens, by simulation.
    /// @param quiet seven means of a day, as [#quiet] has them
    public List<Day> quietDays(double[] quiet) {
        RandomDraws draws = RandomDraws.of(1, "quiet days");
        List<QuietDay> each = new ArrayList<>();
        for (double mean : quiet) {
            each.add(QuietDay.of(Math.clamp(mean, 1e-9, LARGEST_MEAN)));
        }
        double[] counts = new double[SIMULATED];
        for (int t = 0; t < SIMULATED; t++) {
            counts[t] = each.get(t % WEEK).count(draws.uniform(t, 0));
        }
        return days(counts);
    }

    /// The rate of false alarms a day where nothing happens.
    /// @param quietDays as [#quietDays] has them
    public static double falseAlarms(List<Day> quietDays) {
        return quietDays.stream().filter(Day::alarm).count() / (double) quietDays.size();
    }

    /// For each day: how likely one as far above what is expected is where nothing happens.
    public static double[] chances(List<Day> days, List<Day> quietDays) {
        double[] excess = quietDays.stream().mapToDouble(Day::excess).sorted().toArray();
        return days.stream()
                .mapToDouble(day -> (1.0 + excess.length - below(excess, day.excess())) / (1.0 + excess.length))
                .toArray();
    }

    /// How many of the rising values lie below this one.
    private static int below(double[] rising, double value) {
        int low = 0;
        int high = rising.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// A Poisson count out of a uniform draw, by a table of its distribution between −8 and +8 deviations.
    private record QuietDay(int first, double[] cumulative) {
        static QuietDay of(double mean) {
            PoissonDistribution poisson = PoissonDistribution.of(mean);
            double reach = 8 * Math.sqrt(mean) + 8;
            int first = (int) Math.max(0, mean - reach);
            double[] cumulative = new double[(int) (mean + reach) - first + 1];
            double sum = first == 0 ? 0 : poisson.cumulativeProbability(first - 1);
            for (int i = 0; i < cumulative.length; i++) {
                sum += poisson.probability(first + i);
                cumulative[i] = sum;
            }
            return new QuietDay(first, cumulative);
        }

        double count(double uniform) {
            return first + (double) below(cumulative, uniform);
        }
    }
}
