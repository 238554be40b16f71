package org.genryu.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Programs as one writes them on paper: row by row, small.
public final class Small {
    public static final double INF = Double.POSITIVE_INFINITY;

    private final double[] cost;
    private double[] lower;
    private double[] upper;
    private final List<double[]> rows = new ArrayList<>();
    private final List<double[]> sides = new ArrayList<>();
    private double offset;
    private BitSet whole = new BitSet();
    private Optional<double[]> curvature = Optional.empty();

    private Small(double[] cost) {
        this.cost = cost;
        lower = new double[cost.length];
        upper = new double[cost.length];
        Arrays.fill(upper, INF);
    }

    public static Small minimise(double... cost) {
        return new Small(cost);
    }

    public Small row(double low, double high, double... a) {
        rows.add(a);
        sides.add(new double[] {low, high});
        return this;
    }

    public Small lower(double... values) {
        lower = values;
        return this;
    }

    public Small upper(double... values) {
        upper = values;
        return this;
    }

    Small plus(double value) {
        offset = value;
        return this;
    }

    public Small whole(int... columns) {
        whole = new BitSet();
        Arrays.stream(columns).forEach(whole::set);
        return this;
    }

    Small curved(double... q) {
        curvature = Optional.of(q);
        return this;
    }

    public MathProgram program() {
        int n = cost.length;
        int[] start = new int[n + 1];
        List<Integer> index = new ArrayList<>();
        List<Double> value = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i)[j] != 0) {
                    index.add(i);
                    value.add(rows.get(i)[j]);
                }
            }
            start[j + 1] = index.size();
        }
        MathProgram.Matrix matrix = new MathProgram.Matrix(
                start,
                index.stream().mapToInt(Integer::intValue).toArray(),
                value.stream().mapToDouble(Double::doubleValue).toArray());
        MathProgram.Rows sidesOf = new MathProgram.Rows(
                sides.stream().mapToDouble(s -> s[0]).toArray(),
                sides.stream().mapToDouble(s -> s[1]).toArray());
        return new MathProgram(offset, new MathProgram.Columns(cost, lower, upper), sidesOf, matrix, whole, curvature);
    }

    public SolverSession open() {
        return SolverSession.open(program(), SolveOptions.DEFAULT);
    }
}
