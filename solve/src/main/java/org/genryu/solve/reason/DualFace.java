package org.genryu.solve.reason;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;

/// A component of the face of optimal duals: all θ with lower ≤ Σ a_k θ_k ≤ upper for each of its sides; θ = 0 is one
/// of them.
///
/// Counted in the size of its largest limit, so that it is the same in any money.
///
/// Most components are points or single intervals. So bounds of each θ are first drawn from the sides by propagation,
/// and a direction is only given to the simplex if these bounds leave it room and it meets more than one θ.
final class DualFace implements AutoCloseable {
    private static final int SWEEPS = 8;
    private static final double ZERO = 1e-9;

    private final double size;
    private final double[] least;
    private final double[] most;
    private final List<Side> sides;
    private Optional<SolverSession> live = Optional.empty();

    /// @param theta ascending
    /// @param lower negative infinity, or `upper` is infinite: a side binds one way
    /// @param upper see `lower`
    record Side(int[] theta, double[] factor, double lower, double upper) {}

    DualFace(int thetas, List<Side> given) {
        this.size = size(given);
        this.sides = given.stream()
                .map(side -> new Side(side.theta(), side.factor(), side.lower() / size, side.upper() / size))
                .toList();
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

    /// The largest finite limit; a power of two, so that nothing is rounded.
    private static double size(List<Side> sides) {
        double largest = 0;
        for (Side side : sides) {
            for (double limit : new double[] {Math.abs(side.lower()), Math.abs(side.upper())}) {
                largest = limit < Double.POSITIVE_INFINITY ? Math.max(largest, limit) : largest;
            }
        }
        return largest > 0 ? Math.scalb(1.0, Math.getExponent(largest)) : 1;
    }

    /// Largest direction·θ·factor over the face; infinity if there is no limit, empty if it could not be found.
    OptionalDouble most(double[] direction, double factor) {
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
        return exact ? OptionalDouble.of(size * Math.max(0, sum)) : solved(direction, factor);
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

    private OptionalDouble solved(double[] direction, double factor) {
        SolverSession model = live.orElseGet(this::open);
        live = Optional.of(model);
        double[] wanted = new double[direction.length];
        Arrays.setAll(wanted, k -> factor * direction[k]);
        model.sides(wanted, wanted);
        return switch (model.solve()) {
            case Solution.Optimal optimal -> OptionalDouble.of(size * optimal.objective());
            case Solution.Infeasible _ -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case Solution.Unbounded _, Solution.Stopped _ -> OptionalDouble.empty();
        };
    }

    /// The largest direction·θ by its dual: min Σ c_j s_j with Σ_j a_jk s_j = direction_k, where c_j is the limit
    /// of side j and s_j ≥ 0 for an upper, ≤ 0 for a lower limit. One row a θ makes a small basis, and another
    /// direction is another side, from which the dual simplex goes on.
    private SolverSession open() {
        int entries = sides.stream().mapToInt(side -> side.theta().length).sum();
        int[] start = new int[sides.size() + 1];
        int[] row = new int[entries];
        double[] value = new double[entries];
        double[] cost = new double[sides.size()];
        double[] lower = new double[sides.size()];
        double[] upper = new double[sides.size()];
        for (int j = 0; j < cost.length; j++) {
            Side side = sides.get(j);
            boolean above = side.upper() < Double.POSITIVE_INFINITY;
            cost[j] = above ? side.upper() : side.lower();
            lower[j] = above ? 0 : Double.NEGATIVE_INFINITY;
            upper[j] = above ? Double.POSITIVE_INFINITY : 0;
            System.arraycopy(side.theta(), 0, row, start[j], side.theta().length);
            System.arraycopy(side.factor(), 0, value, start[j], side.theta().length);
            start[j + 1] = start[j] + side.theta().length;
        }
        MathProgram program = MathProgram.linear(
                new MathProgram.Columns(cost, lower, upper),
                new MathProgram.Rows(new double[least.length], new double[least.length]),
                new MathProgram.Matrix(start, row, value));
        return SolverSession.open(program, SolveOptions.DEFAULT.with(SolveOptions.Algorithm.SIMPLEX));
    }

    @Override
    public void close() {
        live.ifPresent(SolverSession::close);
    }
}
