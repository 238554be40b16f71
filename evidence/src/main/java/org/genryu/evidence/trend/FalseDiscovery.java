package org.genryu.evidence.trend;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Which alarms remain when many series are watched at once? Of those that remain, a part of `rate` at most is
/// false in the long run.
///
/// p_(1) ≤ … ≤ p_(m); k = the largest i with p_(i) ≤ i/m · rate; the first k remain (Y. Benjamini,
/// Y. Hochberg, Controlling the false discovery rate, 1995, procedure (1)).
///
/// Where nothing happens in any series, at least one alarm remains with probability `rate` or less.
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /// @param chances of each series that a quiet one goes as far
    /// @param rate above 0, below 1
    public static boolean[] remaining(double[] chances, double rate) {
        int[] order = IntStream.range(0, chances.length)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(i -> chances[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int last = 0;
        for (int i = 0; i < order.length; i++) {
            last = chances[order[i]] <= rate * (i + 1) / order.length ? i + 1 : last;
        }
        boolean[] remaining = new boolean[chances.length];
        Arrays.stream(order, 0, last).forEach(i -> remaining[i] = true);
        return remaining;
    }
}
