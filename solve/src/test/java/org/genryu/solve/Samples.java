package org.genryu.solve;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Random programs, the same for the same seed.
public final class Samples {
    private Samples() {}

    public static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// Bounded columns and rows around a point inside: always optimal.
    static MathProgram bounded(long seed, int columns, int rows) {
        RandomGenerator random = random(seed);
        double[] inside = random.doubles(columns, -3, 3).toArray();
        double[] lower = Arrays.stream(inside).map(x -> x - random.nextInt(4)).toArray();
        double[] upper = Arrays.stream(inside).map(x -> x + random.nextInt(4)).toArray();
        double[] cost = random.ints(columns, -5, 6).asDoubleStream().toArray();
        int[] start = new int[columns + 1];
        int[] row = new int[columns * rows];
        double[] value = new double[columns * rows];
        double[] activity = new double[rows];
        int entries = 0;
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                if (random.nextInt(3) > 0) {
                    row[entries] = i;
                    value[entries] = random.nextInt(1, 5) * (random.nextBoolean() ? 1 : -1);
                    activity[i] += value[entries++] * inside[j];
                }
            }
            start[j + 1] = entries;
        }
        double[] low = new double[rows];
        double[] high = new double[rows];
        for (int i = 0; i < rows; i++) {
            int kind = random.nextInt(4);
            low[i] = kind == 0 ? Double.NEGATIVE_INFINITY : activity[i] - (kind == 1 ? 0 : random.nextInt(3));
            high[i] = kind == 2 ? Double.POSITIVE_INFINITY : activity[i] + (kind == 1 ? 0 : random.nextInt(3));
        }
        MathProgram.Matrix matrix =
                new MathProgram.Matrix(start, Arrays.copyOf(row, entries), Arrays.copyOf(value, entries));
        return new MathProgram(
                random.nextInt(10),
                new MathProgram.Columns(cost, lower, upper),
                new MathProgram.Rows(low, high),
                matrix,
                new BitSet(),
                Optional.empty());
    }

    /// A transport network: sites with supply and demand, arcs with a cost and a capacity, shortage at a high
    /// cost: always optimal.
    public static MathProgram network(long seed, int sites, int arcs) {
        RandomGenerator random = random(seed);
        int columns = arcs + 2 * sites;
        double[] cost = new double[columns];
        double[] upper = new double[columns];
        int[] start = new int[columns + 1];
        int[] row = new int[2 * arcs + 2 * sites];
        double[] value = new double[2 * arcs + 2 * sites];
        int at = 0;
        for (int j = 0; j < arcs; j++) {
            int from = random.nextInt(sites);
            int to = (from + 1 + random.nextInt(sites - 1)) % sites;
            cost[j] = random.nextDouble(1, 10);
            upper[j] = random.nextDouble(0, 50);
            row[at] = from;
            value[at++] = -1;
            row[at] = to;
            value[at++] = 1 - random.nextDouble(0, 0.1);
            start[j + 1] = at;
        }
        for (int s = 0; s < sites; s++) {
            for (int kind = 0; kind < 2; kind++) {
                int j = arcs + 2 * s + kind;
                cost[j] = kind == 0 ? random.nextDouble(5, 20) : 1000;
                upper[j] = kind == 0 ? random.nextDouble(0, 120) : Double.POSITIVE_INFINITY;
                row[at] = s;
                value[at++] = 1;
                start[j + 1] = at;
            }
        }
        double[] demand = random.doubles(sites, 0, 60).toArray();
        return MathProgram.linear(
                new MathProgram.Columns(cost, new double[columns], upper),
                new MathProgram.Rows(demand, demand.clone()),
                new MathProgram.Matrix(start, row, value));
    }
}
