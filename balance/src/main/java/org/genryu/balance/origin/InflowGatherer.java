package org.genryu.balance.origin;

import java.util.Arrays;

/// Inflows as they are found, sorted by node at the end.
final class InflowGatherer {
    private final int[] count;
    private int[] to = new int[64];
    private int[] from = new int[64];
    private InflowNetwork.Kind[] kind = new InflowNetwork.Kind[64];
    private int[] thing = new int[64];
    private int[] since = new int[64];
    private double[] amount = new double[64];
    private int size;

    InflowGatherer(int nodes) {
        this.count = new int[nodes + 1];
    }

    void addAbove(double noise, int node, InflowNetwork.Kind what, int index, double much) {
        if (much > noise) {
            add(node, -1, what, index, 0, much);
        }
    }

    void add(int node, int drawsOn, InflowNetwork.Kind what, int index, int sent, double much) {
        if (size == to.length) {
            to = Arrays.copyOf(to, 2 * size);
            from = Arrays.copyOf(from, 2 * size);
            kind = Arrays.copyOf(kind, 2 * size);
            thing = Arrays.copyOf(thing, 2 * size);
            since = Arrays.copyOf(since, 2 * size);
            amount = Arrays.copyOf(amount, 2 * size);
        }
        to[size] = node;
        from[size] = drawsOn;
        kind[size] = what;
        thing[size] = index;
        since[size] = sent;
        amount[size++] = much;
        count[node + 1]++;
    }

    InflowNetwork.Inflows inflows(int[] place) {
        int nodes = count.length - 1;
        int[] first = count.clone();
        for (int i = 0; i < nodes; i++) {
            first[i + 1] += first[i];
        }
        double[] total = new double[nodes];
        for (int e = 0; e < size; e++) {
            total[to[e]] += amount[e];
        }
        int[] next = first.clone();
        InflowNetwork.Inflows sorted = new InflowNetwork.Inflows(
                first,
                new int[size],
                new InflowNetwork.Kind[size],
                new int[size],
                new int[size],
                new double[size],
                place,
                total);
        for (int e = 0; e < size; e++) {
            int at = next[to[e]]++;
            sorted.from()[at] = from[e];
            sorted.kind()[at] = kind[e];
            sorted.thing()[at] = thing[e];
            sorted.since()[at] = since[e];
            sorted.part()[at] = amount[e] / total[to[e]];
        }
        return sorted;
    }
}
