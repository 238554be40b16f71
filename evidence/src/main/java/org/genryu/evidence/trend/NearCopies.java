package org.genryu.evidence.trend;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genryu.core.Deadline;

/// Which texts are copies of one story? Two texts are near when the sets of their shingles have a Jaccard index of
/// [#NEAR] or more; texts that are connected by near ones are one cluster.
///
/// shingles: stretches of 5 characters of the text in compatibility form without white space, or single words.
/// Candidates: first texts whose SimHash of 64 bits differs in 3 bits at most (M. Charikar 2002; looked up by the four
/// quarters of it, one of which must be equal), then MinHash of 256 values in 64 bands of 4 (a pair at 0.7 is missed
/// with probability (1−0.7⁴)⁶⁴ ≈ 2·10⁻⁸). Each candidate is confirmed by the index itself. A text whose shingles are
/// all those of an earlier one needs no MinHash: what is near to it is near to that one.
public final class NearCopies {
    public static final double NEAR = 0.7;

    private static final int HASHES = 256;
    private static final int ROWS = 4;
    private static final int CHARACTERS = 5;
    private static final int QUARTERS = 4;
    private static final int FAR_BITS = 3;

    /// What a text is cut into.
    public enum Shingle {
        CHAR5,
        WORD1
    }

    private NearCopies() {}

    /// The cluster of each text, named by the number of its first text.
    public static int[] clusters(List<String> texts, Shingle kind) {
        int n = texts.size();
        List<long[]> shingles = new ArrayList<>();
        int[] cluster = new int[n];
        Map<Long, List<Integer>> buckets = new HashMap<>();
        Map<Long, List<Integer>> quarters = new HashMap<>();
        long[] sketches = new long[n];
        for (int i = 0; i < n; i++) {
            Deadline.present().check();
            shingles.add(shingles(texts.get(i), kind));
            cluster[i] = i;
            sketches[i] = sketch(shingles.get(i));
            if (isCopy(shingles, sketches, quarters, cluster, i)) {
                continue;
            }
            long[] bands = bands(shingles.get(i));
            for (long band : bands) {
                List<Integer> bucket = buckets.computeIfAbsent(band, _ -> new ArrayList<>(1));
                for (int other : bucket) {
                    if (root(cluster, other) != root(cluster, i)
                            && jaccard(shingles.get(other), shingles.get(i)) >= NEAR) {
                        join(cluster, other, i);
                    }
                }
                if (bucket.isEmpty() || root(cluster, bucket.getLast()) != root(cluster, i)) {
                    bucket.add(i);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            cluster[i] = root(cluster, i);
        }
        return cluster;
    }

    /// Joins a text with those whose sketch is near; whether one of them has the very same shingles.
    private static boolean isCopy(
            List<long[]> shingles, long[] sketches, Map<Long, List<Integer>> quarters, int[] cluster, int i) {
        boolean same = false;
        for (int q = 0; q < QUARTERS && !same; q++) {
            long quarter = quarter(sketches[i], q);
            for (int other : quarters.getOrDefault(quarter, List.of())) {
                if (Long.bitCount(sketches[other] ^ sketches[i]) > FAR_BITS) {
                    continue;
                }
                if (Arrays.equals(shingles.get(other), shingles.get(i))) {
                    join(cluster, other, i);
                    same = true;
                    break;
                }
                if (root(cluster, other) != root(cluster, i) && jaccard(shingles.get(other), shingles.get(i)) >= NEAR) {
                    join(cluster, other, i);
                }
            }
        }
        for (int q = 0; q < QUARTERS && !same; q++) {
            long quarter = quarter(sketches[i], q);
            quarters.computeIfAbsent(quarter, _ -> new ArrayList<>(1)).add(i);
        }
        return same;
    }

    /// One of the four quarters of a sketch, with its number above it.
    private static long quarter(long sketch, int number) {
        return ((sketch >>> (16 * number)) & 0xFFFF) | ((long) number << 16);
    }

    /// SimHash: each bit is that of most shingles.
    static long sketch(long[] shingles) {
        int[] votes = new int[Long.SIZE];
        for (long shingle : shingles) {
            for (int bit = 0; bit < Long.SIZE; bit++) {
                votes[bit] += ((shingle >>> bit) & 1) == 1 ? 1 : -1;
            }
        }
        long sketch = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            sketch |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return sketch;
    }

    /// The Jaccard index of two texts.
    public static double similarity(String a, String b, Shingle kind) {
        return jaccard(shingles(a, kind), shingles(b, kind));
    }

    private static int root(int[] cluster, int i) {
        int at = i;
        while (cluster[at] != at) {
            at = cluster[at];
        }
        return at;
    }

    private static void join(int[] cluster, int a, int b) {
        int one = root(cluster, a);
        int two = root(cluster, b);
        cluster[Math.max(one, two)] = Math.min(one, two);
    }

    /// Hashes of the shingles, rising, each once.
    static long[] shingles(String text, Shingle kind) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<Long> found = new ArrayList<>();
        if (kind == Shingle.WORD1) {
            for (String word : folded.split("[^\\p{L}\\p{N}]+")) {
                if (!word.isEmpty()) {
                    found.add(hash(word, 0, word.length()));
                }
            }
        } else {
            String dense = folded.replaceAll("\\s+", "");
            for (int i = 0; i + CHARACTERS <= dense.length(); i++) {
                found.add(hash(dense, i, i + CHARACTERS));
            }
            if (dense.length() < CHARACTERS && !dense.isEmpty()) {
                found.add(hash(dense, 0, dense.length()));
            }
        }
        return found.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    }

    private static long hash(String text, int from, int to) {
        long hash = 0xCBF29CE484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }

    /// The finaliser of SplitMix64: every bit of the result depends on every bit given.
    private static long mix(long x) {
        long z = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static long[] bands(long[] shingles) {
        long[] least = new long[HASHES];
        Arrays.fill(least, Long.MAX_VALUE);
        for (long shingle : shingles) {
            for (int h = 0; h < HASHES; h++) {
                long value = mix(shingle + h * 0x9E3779B97F4A7C15L);
                least[h] = Math.min(least[h], value);
            }
        }
        long[] bands = new long[HASHES / ROWS];
        for (int b = 0; b < bands.length; b++) {
            long band = b;
            for (int r = 0; r < ROWS; r++) {
                band = mix(band * 31 + least[b * ROWS + r]);
            }
            bands[b] = band;
        }
        return bands;
    }

    private static double jaccard(long[] a, long[] b) {
        int both = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                both++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        int all = a.length + b.length - both;
        return all == 0 ? 1 : (double) both / all;
    }
}
