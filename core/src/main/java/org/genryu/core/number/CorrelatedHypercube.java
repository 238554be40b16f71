package org.genryu.core.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Draws of a Latin hypercube in which some numbers go together: each number draws from the same strata as without,
/// in an order that ranks them as wanted.
///
///     M     scores Φ⁻¹((r + 1)/(N + 1)) of the strata r that futures draw on their own, one column a number
///     T     correlation of M = Q Qᵀ; wanted C = P Pᵀ with C_ij = 2 sin(π ρ_ij / 6), ρ the rank correlation
///     M*    M (P Q⁻¹)ᵀ; a future draws from the stratum that its M* has by rank in its column
///
/// Iman and Conover (1982), Communications in Statistics B 11, 311; C of ρ for normal scores: Pearson (1907). The
/// rank correlations of a sample are near those that were asked, the nearer the more futures; where correlations
/// contradict each other the nearest possible ones are taken ([Correlation]). A future is a function of seed, number of
/// futures and its own number, so that it can be drawn alone; that costs the ranks of all, once.
public final class CorrelatedHypercube {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private final LatinHypercube hypercube;
    /// By stream that is tied: the future whose own draw each future takes.
    private final Map<String, int[]> drawer = new HashMap<>();

    private double repair;

    private CorrelatedHypercube(LatinHypercube hypercube) {
        this.hypercube = hypercube;
    }

    /// @param pairs rank correlations of streams
    public static CorrelatedHypercube of(LatinHypercube hypercube, List<Correlation.Pair> pairs) {
        CorrelatedHypercube tied = new CorrelatedHypercube(hypercube);
        for (List<String> group : groups(pairs)) {
            tied.tie(
                    group,
                    pairs.stream().filter(pair -> group.contains(pair.first())).toList());
        }
        return tied;
    }

    /// As it is drawn without correlations.
    public LatinHypercube hypercube() {
        return hypercube;
    }

    /// In (0, 1).
    /// @param stream name of the number, that no other has
    public double uniform(int future, String stream) {
        int[] other = drawer.get(stream);
        return hypercube.uniform(other == null ? future : other[future], stream);
    }

    /// Largest change of a correlation that could not hold together with the others; 0 if all can.
    public double repair() {
        return repair;
    }

    /// Streams that hang together, each group and all groups by name.
    private static List<List<String>> groups(List<Correlation.Pair> pairs) {
        Map<String, TreeSet<String>> of = new TreeMap<>();
        for (Correlation.Pair pair : pairs) {
            TreeSet<String> both = new TreeSet<>(List.of(pair.first(), pair.second()));
            both.addAll(of.getOrDefault(pair.first(), both));
            both.addAll(of.getOrDefault(pair.second(), both));
            both.forEach(stream -> of.put(stream, both));
        }
        List<List<String>> groups = new ArrayList<>();
        of.forEach((stream, group) -> {
            if (group.first().equals(stream)) {
                groups.add(List.copyOf(group));
            }
        });
        return groups;
    }

    private void tie(List<String> streams, List<Correlation.Pair> pairs) {
        int n = hypercube.futures();
        int k = streams.size();
        int[][] stratum = new int[k][n];
        double[][] score = new double[k][n];
        for (int j = 0; j < k; j++) {
            long key = LatinHypercube.key(streams.get(j));
            for (int f = 0; f < n; f++) {
                stratum[j][f] = hypercube.stratum(f, key);
                score[j][f] = STANDARD.inverseCumulativeProbability((stratum[j][f] + 1.0) / (n + 1));
            }
        }
        Correlation wanted = Correlation.of(
                streams,
                pairs.stream()
                        .map(pair -> new Correlation.Pair(
                                pair.first(), pair.second(), 2 * Math.sin(Math.PI * pair.value() / 6)))
                        .toList());
        repair = Math.max(repair, wanted.repair());
        Correlation drawn = Correlation.of(streams, among(streams, score));
        double[] own = new double[k];
        double[][] tied = new double[k][n];
        for (int f = 0; f < n; f++) {
            for (int j = 0; j < k; j++) {
                own[j] = score[j][f];
            }
            double[] free = drawn.untie(own);
            for (int j = 0; j < k; j++) {
                tied[j][f] = wanted.tie(j, free);
            }
        }
        for (int j = 0; j < k; j++) {
            drawer.put(streams.get(j), drawers(stratum[j], tied[j]));
        }
    }

    /// The correlations of scores, whose means are 0.
    private static List<Correlation.Pair> among(List<String> streams, double[][] score) {
        List<Correlation.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < score.length; i++) {
            for (int j = 0; j < i; j++) {
                double product = 0;
                double square = 0;
                for (int f = 0; f < score[i].length; f++) {
                    product += score[i][f] * score[j][f];
                    square += score[i][f] * score[i][f];
                }
                double value = square > 0 ? Math.clamp(product / square, -1, 1) : 0;
                pairs.add(new Correlation.Pair(streams.get(i), streams.get(j), value));
            }
        }
        return pairs;
    }

    /// For each future the one that draws from the stratum which it has by rank.
    private static int[] drawers(int[] stratum, double[] tied) {
        int n = stratum.length;
        int[] by = new int[n];
        for (int f = 0; f < n; f++) {
            by[stratum[f]] = f;
        }
        Integer[] order = new Integer[n];
        Arrays.setAll(order, f -> f);
        Arrays.sort(order, Comparator.<Integer>comparingDouble(f -> tied[f]).thenComparingInt(f -> stratum[f]));
        int[] drawer = new int[n];
        for (int rank = 0; rank < n; rank++) {
            drawer[order[rank]] = by[rank];
        }
        return drawer;
    }
}
