package org.genryu.solve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A component of the face of optimal duals: all θ with lower ≤ Σ a_k θ_k ≤ upper for each of its sides; θ = 0 is one of them.
///
/// Most components are points or single intervals. So bounds of each θ are first drawn from the sides by propagation, and a direction is only
/// given to the simplex if these bounds leave it room and it meets more than one θ.
final class DualFace implements AutoCloseable {
    private static final int SWEEPS = 8;
    private static final double ZERO = 1e-9;

    private final double[] least;
    private final double[] most;
    private final List<Side> sides;
    private Optional<LiveModel> live = Optional.empty();

    /// @param theta ascending
    record Side(int[] theta, double[] factor, double lower, double upper) {}

    DualFace(int thetas, List<Side> sides) {
        this.sides = sides;
        this.least = new double[thetas];
        this.most = new double[thetas];
        Arrays.fill(least, Double.NEGATIVE_INFINITY);
        Arrays.fill(most, Double.POSITIVE_INFINITY);
        boolean moved = true;
        for (int sweep = 0; moved && sweep < SWEEPS; sweep++) {
            moved = false;
            for (Side side : sides) {
                moved |= tighten(side);
            }
        }
    }

    /// Largest direction·θ·factor over the face; infinity if there is no limit.
    double most(double[] direction, double factor) {
        double sum = 0;
        int free = 0;
        for (int k = 0; k < direction.length; k++) {
            double slope = direction[k] * factor;
            if (slope != 0 && !(least[k] == 0 && most[k] == 0)) {
                free++;
                sum += slope > 0 ? slope * most[k] : slope * least[k];
            }
        }
        boolean exact = free == 0 || least.length == 1 || sum == 0;
        return exact ? Math.max(0, sum) : solved(direction, factor);
    }

    /// Draws bounds of each θ of a side from the bounds of the others.
    private boolean tighten(Side side) {
        boolean moved = false;
        for (int at = 0; at < side.theta().length; at++) {
            double low = 0;
            double high = 0;
            for (int other = 0; other < side.theta().length; other++) {
                if (other != at) {
                    double a = side.factor()[other];
                    int k = side.theta()[other];
                    low += a > 0 ? a * least[k] : a * most[k];
                    high += a > 0 ? a * most[k] : a * least[k];
                }
            }
            double a = side.factor()[at];
            double one = (side.lower() - high) / a;
            double two = (side.upper() - low) / a;
            moved |= bound(side.theta()[at], a > 0 ? one : two, a > 0 ? two : one);
        }
        return moved;
    }

    private boolean bound(int k, double low, double high) {
        boolean moved = false;
        double lower = Math.min(0, Math.abs(low) <= ZERO ? 0 : low);
        double upper = Math.max(0, Math.abs(high) <= ZERO ? 0 : high);
        if (lower > least[k] + ZERO * (1 + Math.abs(lower))) {
            least[k] = lower;
            moved = true;
        }
        if (upper < most[k] - ZERO * (1 + Math.abs(upper))) {
            most[k] = upper;
            moved = true;
        }
        return moved;
    }

    private double solved(double[] direction, double factor) {
        LiveModel model = live.orElseGet(this::open);
        live = Optional.of(model);
        double[] cost = new double[direction.length];
        Arrays.setAll(cost, k -> -factor * direction[k]);
        model.costs(cost);
        return switch (model.solve()) {
            case Solution.Optimal optimal -> -optimal.objective();
            case Solution.Unbounded _ -> Double.POSITIVE_INFINITY;
            case Solution.Infeasible _, Solution.Stopped _ -> 0;
        };
    }

    private LiveModel open() {
        int count = least.length;
        int[] start = new int[count + 1];
        for (Side side : sides) {
            for (int k : side.theta()) {
                start[k + 1]++;
            }
        }
        for (int k = 0; k < count; k++) {
            start[k + 1] += start[k];
        }
        int[] next = start.clone();
        int[] row = new int[start[count]];
        double[] value = new double[start[count]];
        for (int i = 0; i < sides.size(); i++) {
            Side side = sides.get(i);
            for (int e = 0; e < side.theta().length; e++) {
                int at = next[side.theta()[e]]++;
                row[at] = i;
                value[at] = side.factor()[e];
            }
        }
        double[] lower = sides.stream().mapToDouble(Side::lower).toArray();
        double[] upper = sides.stream().mapToDouble(Side::upper).toArray();
        Program program = Program.linear(
                new Program.Columns(new double[count], least.clone(), most.clone()),
                new Program.Rows(lower, upper),
                new Program.Matrix(start, row, value));
        return LiveModel.open(program, SolveOptions.DEFAULT.with(SolveOptions.Algorithm.SIMPLEX));
    }

    @Override
    public void close() {
        live.ifPresent(LiveModel::close);
    }
}
