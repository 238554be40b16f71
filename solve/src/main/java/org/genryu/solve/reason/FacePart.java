package org.genryu.solve.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;

/// How far does a direction reach over θ that sides hold together? Largest direction·θ with least ≤ θ ≤ most and
/// lower ≤ Σ a_k θ_k ≤ upper for each side.
///
/// Source: points of earlier answers spare later ones (the filtering of bound tightening: Gleixner and others,
/// Three enhancements for optimization-based bound tightening, Journal of Global Optimization 67, 2017).
final class FacePart implements AutoCloseable {
    private static final double NEAR = 1e-9;

    private final int[] members;
    private final List<double[]> normals = new ArrayList<>();
    private final double[] limits;
    /// Points of the part, and directions in which it has no end, that were found so far.
    private final List<double[]> points = new ArrayList<>();
    private final List<double[]> rays = new ArrayList<>();
    private Optional<SolverSession> live = Optional.empty();

    /// @param members the θ of the part, ascending
    /// @param least by θ of the component
    FacePart(int[] members, double[] least, double[] most, List<DualFace.Side> sides) {
        this.members = members;
        List<Double> ends = new ArrayList<>();
        for (DualFace.Side side : sides) {
            double[] normal = new double[members.length];
            for (int e = 0; e < side.theta().length; e++) {
                int at = Arrays.binarySearch(members, side.theta()[e]);
                if (at >= 0) {
                    normal[at] += side.factor()[e];
                }
            }
            hold(normal, side.upper(), ends);
            hold(negative(normal), -side.lower(), ends);
        }
        for (int at = 0; at < members.length; at++) {
            double[] normal = new double[members.length];
            normal[at] = 1;
            hold(normal, most[members[at]], ends);
            hold(negative(normal), -least[members[at]], ends);
        }
        limits = ends.stream().mapToDouble(Double::doubleValue).toArray();
        for (int at = 0; at < members.length; at++) {
            double[] axis = new double[members.length];
            axis[at] = 1;
            ray(axis);
            ray(negative(axis));
        }
    }

    private void hold(double[] normal, double limit, List<Double> ends) {
        if (limit < Double.POSITIVE_INFINITY) {
            normals.add(normal);
            ends.add(limit);
        }
    }

    private static double[] negative(double[] vector) {
        return Arrays.stream(vector).map(value -> -value).toArray();
    }

    /// Largest direction·θ·factor; infinity if there is no limit, empty if it could not be found.
    ///
    /// @param direction by θ of the component
    /// @param reach what the bounds of θ alone allow, above 0
    OptionalDouble most(double[] direction, double factor, double reach) {
        double[] wanted = new double[members.length];
        Arrays.setAll(wanted, at -> factor * direction[members[at]]);
        if (reach < Double.POSITIVE_INFINITY) {
            if (points.stream().anyMatch(point -> dot(wanted, point) >= reach - NEAR * (1 + reach))) {
                return OptionalDouble.of(reach);
            }
        } else if (rays.stream().anyMatch(ray -> dot(wanted, ray) > NEAR)) {
            return OptionalDouble.of(Double.POSITIVE_INFINITY);
        }
        SolverSession model = live.orElseGet(this::open);
        live = Optional.of(model);
        model.sides(wanted, wanted);
        return switch (model.solve()) {
            case Solution.Optimal optimal -> {
                points.add(optimal.point().dual());
                yield OptionalDouble.of(optimal.objective());
            }
            case Solution.Infeasible infeasible -> {
                infeasible.ray().ifPresent(this::ray);
                yield OptionalDouble.of(Double.POSITIVE_INFINITY);
            }
            case Solution.Unbounded _, Solution.Stopped _ -> OptionalDouble.empty();
        };
    }

    /// Keeps a ray if the part has indeed no end along it.
    private void ray(double[] found) {
        double largest = Arrays.stream(found).map(Math::abs).max().orElse(0);
        if (largest > 0) {
            double[] ray = Arrays.stream(found).map(value -> value / largest).toArray();
            if (normals.stream().allMatch(normal -> dot(normal, ray) <= NEAR)) {
                rays.add(ray);
            }
        }
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += one[at] * other[at];
        }
        return sum;
    }

    /// The largest direction·θ by its dual: min Σ c_j s_j with Σ_j a_jk s_j = direction_k and s_j ≥ 0, where c_j is
    /// limit j. One row a θ makes a small basis, and another direction is another side, from which the dual
    /// simplex goes on.
    private SolverSession open() {
        int[] start = new int[limits.length + 1];
        int entries = normals.stream()
                .mapToInt(normal ->
                        (int) Arrays.stream(normal).filter(value -> value != 0).count())
                .sum();
        int[] row = new int[entries];
        double[] value = new double[entries];
        int at = 0;
        for (int j = 0; j < limits.length; j++) {
            double[] normal = normals.get(j);
            for (int k = 0; k < normal.length; k++) {
                if (normal[k] != 0) {
                    row[at] = k;
                    value[at++] = normal[k];
                }
            }
            start[j + 1] = at;
        }
        double[] upper = new double[limits.length];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        MathProgram program = MathProgram.linear(
                new MathProgram.Columns(limits, new double[limits.length], upper),
                new MathProgram.Rows(new double[members.length], new double[members.length]),
                new MathProgram.Matrix(start, row, value));
        return SolverSession.open(program, SolveOptions.DEFAULT.with(SolveOptions.Algorithm.SIMPLEX));
    }

    @Override
    public void close() {
        live.ifPresent(SolverSession::close);
    }
}
