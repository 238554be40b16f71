package org.genryu.evidence.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.core.Check;

/// In which bursts do reports come? The states of least cost through which they came, by dynamic programming over all
/// paths (J. Kleinberg, Bursty and hierarchical structure in streams, 2002, https://doi.org/10.1023/A:1024940629314).
///
/// gaps: α_i = s^i/g with g = T/n; cost of gap x in state i: −ln(α_i e^(−α_i x)); up from i to j: (j−i) γ ln
/// n; down: 0 – [#gaps]
///
/// batches: p0 = Σr/Σd, p1 = s·p0; cost −ln[C(d,r) p^r (1−p)^(d−r)]; up: γ ln n – [#batches]
public final class Kleinberg {
    /// @param from first item, counted from 0
    /// @param to last item
    /// @param weight by how much the states below cost more over it; 0 at level 0
    public record Burst(int level, int from, int to, double weight) {}

    /// @param states of each item
    /// @param cost of the path
    public record Path(int[] states, double cost, List<Burst> bursts) {
        public Path {
            bursts = List.copyOf(bursts);
        }
    }

    private static final int MOST_STATES = 60;
    /// A probability of 1 would make a single report of another kind impossible.
    private static final double ALMOST = 1 - 1e-12;

    private Kleinberg() {}

    /// @param gaps between reports, each above 0 [any unit of time]
    /// @param s base of the rates, above 1
    /// @param gamma cost of going up, above 0
    public static Path gaps(double[] gaps, double s, double gamma) {
        checkParameters(s, gamma);
        int n = gaps.length;
        Check.that(n > 0, "Kleinberg: there are no gaps.");
        double total = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double gap : gaps) {
            Check.that(
                    gap > 0 && Double.isFinite(gap),
                    "Kleinberg: a gap is %s; it must be above 0: no two reports at one time.",
                    gap);
            total += gap;
            least = Math.min(least, gap);
        }
        int k = (int) Math.ceil(1 + Math.log(total) / Math.log(s) + Math.log(1 / least) / Math.log(s));
        int states = Math.max(1, Math.min(MOST_STATES, k));
        double[][] costs = new double[n][states];
        for (int t = 0; t < n; t++) {
            for (int i = 0; i < states; i++) {
                double rate = Math.pow(s, i) * n / total;
                costs[t][i] = rate * gaps[t] - Math.log(rate);
            }
        }
        return path(costs, gamma * Math.log(n));
    }

    /// @param relevant reports of each batch
    /// @param all reports of each batch, of which `relevant` are a part
    public static Path batches(double[] relevant, double[] all, double s, double gamma) {
        checkParameters(s, gamma);
        Check.that(
                relevant.length == all.length && all.length > 0,
                "Kleinberg: %s and %s batches.",
                relevant.length,
                all.length);
        double sumR = Arrays.stream(relevant).sum();
        double sumD = Arrays.stream(all).sum();
        Check.that(sumR > 0 && sumR <= sumD, "Kleinberg: %s of %s reports; there must be some.", sumR, sumD);
        double[] p = {Math.min(sumR / sumD, ALMOST), Math.min(s * sumR / sumD, ALMOST)};
        double[][] costs = new double[all.length][2];
        for (int t = 0; t < all.length; t++) {
            for (int i = 0; i < 2; i++) {
                costs[t][i] = -(logChoose(all[t], relevant[t])
                        + relevant[t] * Math.log(p[i])
                        + (all[t] - relevant[t]) * Math.log1p(-p[i]));
            }
        }
        return path(costs, gamma * Math.log(all.length));
    }

    private static void checkParameters(double s, double gamma) {
        Check.that(s > 1, "Kleinberg: s is %s; it must be above 1.", s);
        Check.that(gamma > 0, "Kleinberg: gamma is %s; it must be above 0.", gamma);
    }

    private static double logChoose(double n, double k) {
        return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
    }

    private static double logGamma(double x) {
        return org.apache.commons.numbers.gamma.LogGamma.value(x);
    }

    /// The path of least cost from state 0; of paths that cost the same the one in lower states.
    private static Path path(double[][] costs, double up) {
        int n = costs.length;
        int k = costs[0].length;
        int[][] from = new int[n][k];
        double[] best = new double[k];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = 0;
        for (int t = 0; t < n; t++) {
            double[] next = new double[k];
            for (int j = 0; j < k; j++) {
                next[j] = Double.POSITIVE_INFINITY;
                for (int i = 0; i < k; i++) {
                    double cost = best[i] + Math.max(0, j - i) * up + costs[t][j];
                    if (cost < next[j]) {
                        next[j] = cost;
                        from[t][j] = i;
                    }
                }
            }
            best = next;
        }
        int state = 0;
        for (int j = 1; j < k; j++) {
            state = best[j] < best[state] ? j : state;
        }
        double cost = best[state];
        int[] states = new int[n];
        for (int t = n - 1; t >= 0; t--) {
            states[t] = state;
            state = from[t][state];
        }
        return new Path(states, cost, bursts(states, costs));
    }

    /// For every level the stretches in which the state is that high or higher.
    private static List<Burst> bursts(int[] states, double[][] costs) {
        List<Burst> found = new ArrayList<>();
        int highest = Arrays.stream(states).max().orElse(0);
        for (int level = 0; level <= highest; level++) {
            int start = -1;
            for (int t = 0; t <= states.length; t++) {
                boolean inside = t < states.length && states[t] >= level;
                if (inside && start < 0) {
                    start = t;
                } else if (!inside && start >= 0) {
                    double weight = 0;
                    for (int i = start; level > 0 && i < t; i++) {
                        weight += costs[i][level - 1] - costs[i][level];
                    }
                    found.add(new Burst(level, start, t - 1, weight));
                    start = -1;
                }
            }
        }
        return found;
    }
}
