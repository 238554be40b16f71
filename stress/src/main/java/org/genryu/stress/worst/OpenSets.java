package org.genryu.stress.worst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/// The sets of k moves that are not settled yet, or where they are too many a fixed sample of them: how much
/// a solve would settle. It guides the search and proves nothing.
final class OpenSets {
    /// Sets up to which all are listed.
    private static final int ALL = 30_000;

    private static final int SAMPLE = 10_000;

    /// What a set counts that would lack one, two, or more moves.
    private static final double[] WORTH = {0, 1, 0.2, 0.02};

    /// Of each move when no listed set is left.
    private static final double SOME = 1e-6;

    private final int k;
    private final int width;
    private List<int[]> open = new ArrayList<>();

    OpenSets(int[] moves, int k, Predicate<BitSet> allowed) {
        this.k = Math.min(k, moves.length);
        int last = -1;
        for (int j : moves) {
            last = Math.max(last, j);
        }
        this.width = last + 1;
        if (count(moves.length, this.k) <= ALL) {
            combine(moves, new int[this.k], 0, 0);
        } else {
            draw(moves);
        }
        open.removeIf(one -> {
            BitSet set = new BitSet();
            for (int j : one) {
                set.set(j);
            }
            return !allowed.test(set);
        });
    }

    private static double count(int n, int k) {
        double count = 1;
        for (int i = 0; i < k; i++) {
            count = count * (n - i) / (i + 1);
        }
        return count;
    }

    private void combine(int[] moves, int[] chosen, int at, int from) {
        if (at == k) {
            open.add(chosen.clone());
            return;
        }
        for (int i = from; i <= moves.length - k + at; i++) {
            chosen[at] = moves[i];
            combine(moves, chosen, at + 1, i + 1);
        }
    }

    private void draw(int[] moves) {
        SplittableRandom random = new SplittableRandom(1);
        for (int s = 0; s < SAMPLE; s++) {
            int[] left = moves.clone();
            int[] one = new int[k];
            for (int i = 0; i < k; i++) {
                int at = random.nextInt(i, left.length);
                one[i] = left[at];
                left[at] = left[i];
            }
            open.add(one);
        }
    }

    /// All subsets of the set are settled.
    void cover(BitSet set) {
        List<int[]> left = new ArrayList<>(open.size());
        for (int[] one : open) {
            if (missing(one, set) > 0) {
                left.add(one);
            }
        }
        open = left;
    }

    private static int missing(int[] one, BitSet set) {
        int missing = 0;
        for (int j : one) {
            missing += set.get(j) ? 0 : 1;
        }
        return missing;
    }

    /// By move: how much more would be settled with it.
    double[] gain(BitSet set) {
        double[] gain = new double[width];
        Arrays.fill(gain, open.isEmpty() ? SOME : 0);
        for (int[] one : open) {
            double worth = WORTH[Math.min(missing(one, set), WORTH.length - 1)];
            for (int j : one) {
                gain[j] += worth;
            }
        }
        return gain;
    }
}
