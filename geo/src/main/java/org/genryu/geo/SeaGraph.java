package org.genryu.geo;

import java.util.Arrays;
import java.util.BitSet;

/// Which is the shortest way from one node to all others?
///
/// d(v) = min over edges u-v of d(u) + w(u, v) – Dijkstra (1959) with a binary heap and outdated entries left in it,
/// O(m log m). Lengths are whole tenths of a nautical mile, so that sums are exact and a way is as long as the same
/// way back. Of two ways of the same length the one found first stays.
///
/// @param first edges at node v are `at[first[v]] .. at[first[v + 1] - 1]`
/// @param a one end of each edge
/// @param b its other end
/// @param tenths length of each edge [0.1 nm]
/// @param strait strait of each edge, or -1
record SeaGraph(int[] first, int[] at, int[] a, int[] b, int[] tenths, int[] strait) {
    static final int FAR = Integer.MAX_VALUE;

    static SeaGraph of(int nodes, int[] a, int[] b, int[] tenths, int[] strait) {
        int[] first = new int[nodes + 1];
        for (int e = 0; e < a.length; e++) {
            first[a[e] + 1]++;
            first[b[e] + 1]++;
        }
        for (int v = 0; v < nodes; v++) {
            first[v + 1] += first[v];
        }
        int[] fill = first.clone();
        int[] at = new int[2 * a.length];
        for (int e = 0; e < a.length; e++) {
            at[fill[a[e]]++] = e;
            at[fill[b[e]]++] = e;
        }
        return new SeaGraph(first, at, a, b, tenths, strait);
    }

    int nodes() {
        return first.length - 1;
    }

    int other(int edge, int node) {
        return a[edge] == node ? b[edge] : a[edge];
    }

    /// @param tenths distance of each node [0.1 nm], or [#FAR]
    /// @param by edge by which each node is reached, or -1
    record Tree(int[] tenths, int[] by) {}

    /// @param shut straits whose edges do not exist
    Tree from(int source, BitSet shut) {
        int[] distance = new int[nodes()];
        int[] by = new int[nodes()];
        Arrays.fill(distance, FAR);
        Arrays.fill(by, -1);
        distance[source] = 0;
        Heap heap = new Heap();
        heap.add(0, source);
        while (heap.size > 0) {
            long top = heap.take();
            int v = (int) top;
            int d = (int) (top >>> 32);
            if (d > distance[v]) {
                continue;
            }
            for (int k = first[v]; k < first[v + 1]; k++) {
                int e = at[k];
                if (strait[e] >= 0 && shut.get(strait[e])) {
                    continue;
                }
                int w = other(e, v);
                int next = d + tenths[e];
                if (next < distance[w]) {
                    distance[w] = next;
                    by[w] = e;
                    heap.add(next, w);
                }
            }
        }
        return new Tree(distance, by);
    }

    /// A binary heap of (distance, node) packed into longs: equal distances leave it by node.
    private static final class Heap {
        private long[] keys = new long[256];
        private int size;

        void add(int distance, int node) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
            }
            long key = ((long) distance << 32) | node;
            int i = size++;
            while (i > 0 && keys[(i - 1) / 2] > key) {
                keys[i] = keys[(i - 1) / 2];
                i = (i - 1) / 2;
            }
            keys[i] = key;
        }

        long take() {
            long top = keys[0];
            long last = keys[--size];
            int i = 0;
            while (2 * i + 1 < size) {
                int child = 2 * i + 1;
                if (child + 1 < size && keys[child + 1] < keys[child]) {
                    child++;
                }
                if (keys[child] >= last) {
                    break;
                }
                keys[i] = keys[child];
                i = child;
            }
            keys[i] = last;
            return top;
        }
    }
}
