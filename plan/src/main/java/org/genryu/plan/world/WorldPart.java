package org.genryu.plan.world;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genryu.core.Deadline;
import org.genryu.plan.Recourse;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.convex.ConvexSolver;
import org.genryu.solve.convex.CostCurves;
import org.genryu.solve.convex.StartPoint;

/// One block of the world under one scenario, with the choices that move its limits: cost and slope at decisions,
/// each asked once. One thread at a time.
///
///     cost(y) = min { c(x) : l + Σ y_i Δl_i ≤ x ≤ u + Σ y_i Δu_i, L + Σ y_i ΔL_i ≤ A x ≤ U + Σ y_i ΔU_i }
///     slope_i = Σ price of the limit at work · Δ
///
/// A minimum over x and linear limits of y together is convex in y.
final class WorldPart {
    /// Error of limits and gap up to which a point counts that the solver did not prove [fraction].
    static final double NEAR = 1e-6;

    private final MathProgram program;
    private final CostCurves curves;
    private final StartPoint begin;
    private final Map<Integer, OptionEffect> touching;
    private final SolveOptions options;
    private final Map<String, Solved> known = new HashMap<>();
    /// The first answer: every other search begins there, so that it does not depend on what was asked before.
    private Optional<Solved> near = Optional.empty();

    /// @param x amounts by column
    /// @param dual by row
    record Solved(double cost, double[] x, double[] dual, double[] reduced) {}

    /// No answer within the tolerances.
    static final class Unproved extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unproved(String why) {
            super(why, null, false, false);
        }
    }

    WorldPart(
            MathProgram program,
            CostCurves curves,
            StartPoint begin,
            Map<Integer, OptionEffect> touching,
            SolveOptions options) {
        this.program = program;
        this.curves = curves;
        this.begin = begin;
        this.touching = new TreeMap<>(touching);
        this.options = options;
    }

    boolean touched() {
        return !touching.isEmpty();
    }

    int solves() {
        return known.size();
    }

    /// Whether it is the same program with the same choices: then it has the same answers.
    boolean same(WorldPart other) {
        return touching.keySet().equals(other.touching.keySet())
                && program.columns().size() == other.program.columns().size()
                && program.rows().size() == other.program.rows().size()
                && Arrays.equals(
                        program.columns().cost(), other.program.columns().cost())
                && Arrays.equals(
                        program.columns().lower(), other.program.columns().lower())
                && Arrays.equals(
                        program.columns().upper(), other.program.columns().upper())
                && Arrays.equals(program.rows().lower(), other.program.rows().lower())
                && Arrays.equals(program.rows().upper(), other.program.rows().upper())
                && Arrays.equals(program.matrix().row(), other.program.matrix().row())
                && Arrays.equals(
                        program.matrix().value(), other.program.matrix().value())
                && Arrays.equals(curves.slope(), other.curves.slope())
                && Arrays.equals(curves.power(), other.curves.power())
                && Arrays.equals(curves.from(), other.curves.from())
                && Arrays.equals(curves.unit(), other.curves.unit())
                && touching.entrySet().stream()
                        .allMatch(one ->
                                one.getValue().same(other.touching.getOrDefault(one.getKey(), OptionEffect.NOTHING)));
    }

    Recourse.Answer at(double[] y) {
        Solved solved = solve(y);
        double[] slope = new double[y.length];
        touching.forEach((choice, effect) -> slope[choice] = slope(solved, effect));
        return new Recourse.Answer(solved.cost(), slope);
    }

    private static double slope(Solved solved, OptionEffect effect) {
        double sum = 0;
        for (int k = 0; k < effect.columns().length; k++) {
            double price = solved.reduced()[effect.columns()[k]];
            sum += price * (price > 0 ? effect.lower()[k] : effect.upper()[k]);
        }
        for (int k = 0; k < effect.rows().length; k++) {
            double price = solved.dual()[effect.rows()[k]];
            sum += price * (price > 0 ? effect.least()[k] : effect.most()[k]);
        }
        return sum;
    }

    Solved solve(double[] y) {
        StringBuilder key = new StringBuilder();
        touching.keySet().forEach(choice -> key.append(y[choice]).append(' '));
        Solved found = known.get(key.toString());
        if (found == null) {
            found = solved(y);
            known.put(key.toString(), found);
            near = near.isPresent() ? near : Optional.of(found);
        }
        return found;
    }

    private Solved solved(double[] y) {
        double[] lower = program.columns().lower().clone();
        double[] upper = program.columns().upper().clone();
        double[] least = program.rows().lower().clone();
        double[] most = program.rows().upper().clone();
        touching.forEach((choice, effect) -> {
            add(y[choice], effect.columns(), effect.lower(), lower);
            add(y[choice], effect.columns(), effect.upper(), upper);
            add(y[choice], effect.rows(), effect.least(), least);
            add(y[choice], effect.rows(), effect.most(), most);
        });
        for (int j = 0; j < lower.length; j++) {
            upper[j] = Math.max(lower[j], upper[j]);
        }
        MathProgram now = new MathProgram(
                program.offset(),
                new MathProgram.Columns(program.columns().cost(), lower, upper),
                new MathProgram.Rows(least, most),
                program.matrix(),
                program.whole(),
                program.curvature());
        StartPoint from = near.map(one -> new StartPoint(begin.amounts(), one.dual(), one.x()))
                .orElse(begin);
        return switch (ConvexSolver.solve(now, curves, from, options, NEAR)) {
            case Solution.Optimal optimal -> read(now, optimal.point());
            case Solution.Infeasible _ -> throw new Unproved("infeasible");
            case Solution.Unbounded _ -> throw new Unproved("unbounded");
            case Solution.Stopped stopped -> {
                if (stopped.reason() == Solution.Stopped.Reason.TIME) {
                    throw new Deadline.TimeUp();
                }
                yield read(now, stopped.best().orElseThrow(() -> new Unproved("not proved " + stopped.miss())));
            }
        };
    }

    private Solved read(MathProgram now, Solution.Point point) {
        return new Solved(ConvexSolver.objective(now, curves, point.x()), point.x(), point.dual(), point.reducedCost());
    }

    private static void add(double y, int[] at, double[] change, double[] into) {
        for (int k = 0; k < at.length && y != 0; k++) {
            into[at[k]] += y * change[k];
        }
    }
}
