package org.genryu.bench;

import java.util.Arrays;
import java.util.Locale;
import org.genryu.core.Check;

/// The middle and the ends of what several rounds measured. The median is the figure to compare; the ends tell
/// how much the machine trembled.
///
/// @param median the middle value; of an even number of values the mean of the two in the middle
/// @param least the smallest value
/// @param most the largest value
/// @param rounds number of values, 1 or more
public record BenchSpread(double median, double least, double most, int rounds) {

    public static BenchSpread of(double... values) {
        Check.that(values.length > 0, "Spread: 0 values; there must be 1 or more.");
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        return new BenchSpread(median, sorted[0], sorted[n - 1], n);
    }

    /// `0.0123 (0.0119..0.0131)`; the bare value where there was one round.
    public String text() {
        return rounds == 1 ? number(median) : "%s (%s..%s)".formatted(number(median), number(least), number(most));
    }

    /// Four digits that count, ten for what is large: an objective must be read exactly.
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size < 1e-4) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        int decimals = size < 1000 ? Math.max(0, 3 - (int) Math.floor(Math.log10(size))) : size < 1e4 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
