package org.genryu.value.future;

import java.util.Arrays;
import org.genryu.core.Check;

/// Gathers one number of every future, in the order of the futures, in memory that does not grow with them.
///
/// Mean and sum of squares by the update of Chan, Golub and LeVeque (1983) over the pieces that are handed in; values
/// as they are up to [#EXACT], beyond in buckets by sign, exponent and the first 8 bits of the mantissa, from 2^-40 to
/// 2^60 in size (smaller ones count as 0, larger ones as the largest). NaN stands for "no value" inside the kernel
/// only.
final class StreamingDistribution {
    /// Futures up to which every value is kept.
    static final int EXACT = 1 << 16;

    private static final int MANTISSA = 8;
    private static final int SHIFT = 52 - MANTISSA;
    private static final int OCTAVES = 100;
    private static final int SIDE = OCTAVES << MANTISSA;
    private static final long BASE = (1023L - 40) << MANTISSA;

    private final double[] values;
    private final boolean exact;
    private long[] counts = {};
    private double[] sums = {};
    private long with;
    private long without;
    private double mean;
    private double squares;
    private double least = Double.MAX_VALUE;
    private double most = -Double.MAX_VALUE;

    /// @param futures that will come at most
    StreamingDistribution(long futures) {
        exact = futures <= EXACT;
        values = new double[exact ? (int) futures : 0];
        if (!exact) {
            counts = new long[2 * SIDE + 1];
            sums = new double[2 * SIDE + 1];
        }
    }

    /// Takes the first `count` numbers.
    void add(double[] numbers, int count) {
        long here = 0;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double x = numbers[i];
            if (!Double.isNaN(x)) {
                sum += x;
                here++;
            }
        }
        without += count - here;
        if (here == 0) {
            return;
        }
        double middle = sum / here;
        double spread = 0;
        for (int i = 0; i < count; i++) {
            double x = numbers[i];
            if (!Double.isNaN(x)) {
                double off = x - middle;
                spread += off * off;
                keep(x);
            }
        }
        double gap = middle - mean;
        double all = with + (double) here;
        squares += spread + gap * gap * with * here / all;
        mean += gap * here / all;
        with += here;
    }

    private void keep(double x) {
        least = Math.min(least, x);
        most = Math.max(most, x);
        if (exact) {
            Check.that(with <= values.length, "Tally: more futures came than were announced.");
            values[kept++] = x;
        } else {
            int bucket = bucket(x);
            counts[bucket]++;
            sums[bucket] += x;
        }
    }

    private int kept;

    /// Buckets ascend with the number: negative ones mirrored, 0 in the middle.
    static int bucket(double x) {
        long bits = Double.doubleToRawLongBits(x) & Long.MAX_VALUE;
        int size = Math.clamp((bits >>> SHIFT) - BASE + 1, 0, SIDE);
        return x < 0 ? SIDE - size : SIDE + size;
    }

    /// Lower edge of the size of bucket `size` of one side.
    private static double edge(int size) {
        return size == 0 ? 0 : Double.longBitsToDouble((BASE + size - 1) << SHIFT);
    }

    Distribution distribution() {
        double deviation = with > 1 ? Math.sqrt(squares / (with - 1)) : 0;
        Distribution.Buckets buckets = exact ? single() : bucketed();
        return new Distribution(with, without, mean, deviation, exact, buckets);
    }

    private Distribution.Buckets single() {
        return Distribution.Buckets.each(Arrays.copyOf(values, kept));
    }

    private Distribution.Buckets bucketed() {
        int filled = (int) Arrays.stream(counts).filter(c -> c > 0).count();
        double[] low = new double[filled];
        double[] high = new double[filled];
        double[] middle = new double[filled];
        long[] count = new long[filled];
        int n = 0;
        for (int b = 0; b < counts.length; b++) {
            if (counts[b] == 0) {
                continue;
            }
            int size = Math.abs(b - SIDE);
            double near = edge(size);
            double far = size == 0 ? 0 : edge(size + 1);
            low[n] = Math.max(least, b < SIDE ? -far : near);
            high[n] = Math.min(most, b < SIDE ? -near : far);
            middle[n] = sums[b] / counts[b];
            count[n++] = counts[b];
        }
        return Distribution.Buckets.of(low, high, middle, count);
    }
}
