package org.genryu.stress.worst;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Deadline;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverBasis;
import org.genryu.solve.SolverSession;
import org.genryu.solve.convex.ConvexSolver;
import org.genryu.solve.convex.CostCurves;
import org.genryu.solve.convex.StartPoint;

/// One part of the world that shares nothing with the others, under changing limits: each set of moves is
/// solved once.
///
/// Without anything that bends it is one native model, solved warm from the last basis or that of a solved set that
/// is nearer; what bends is solved by [ConvexSolver].
final class AttackedBlock implements AutoCloseable {
    /// Above its limit by less, an amount obeys it [of the column's unit].
    private static final double WITHIN = 1e-10;

    /// Stands for an amount that nothing limits, over the largest of the calm answer.
    private static final double AMPLE = 3;

    /// @param x amounts by column
    /// @param reduced by column: what one more unit of its bound is worth
    /// @param dual by row
    record Solved(double cost, double[] x, double[] reduced, double[] dual) {}

    /// No answer.
    private static final Solved NONE =
            new Solved(Double.POSITIVE_INFINITY, new double[0], new double[0], new double[0]);

    private final MathProgram calm;
    private final CostCurves curves;
    private final StartPoint begin;
    private final SolveOptions options;
    private final Map<BitSet, Solved> known = new HashMap<>();
    private final Map<BitSet, SolverBasis> bases = new LinkedHashMap<>();
    private Optional<SolverSession> live = Optional.empty();
    /// The moves that the model was last solved with.
    private BitSet last = new BitSet();

    private int[] changedColumns = new int[0];
    private int[] changedRows = new int[0];
    private int solves;

    /// @param begin where a solver may begin, in the columns and rows of the block
    AttackedBlock(MathProgram calm, CostCurves curves, StartPoint begin, SolveOptions options) {
        this.calm = calm;
        this.curves = curves;
        this.begin = begin;
        this.options = options;
    }

    int solves() {
        return solves;
    }

    boolean bends() {
        return curves.any();
    }

    /// The calm answer.
    Solved calm() {
        return solve(new BitSet(), List.of());
    }

    MathProgram program() {
        return calm;
    }

    /// @param set the moves that touch the block
    /// @param effects of the set, in the columns and rows of the block
    Solved solve(BitSet set, List<MoveEffect> effects) {
        Solved found = known.get(set);
        if (found == null) {
            boolean crossed = effects.stream().anyMatch(AttackedBlock::isCrossed);
            found = crossed ? NONE : curves.any() ? bent(effects) : straight(set, effects);
            solves++;
            known.put((BitSet) set.clone(), found);
        }
        return found;
    }

    /// Whether a limit leaves nothing between its ends: what must run cannot.
    private static boolean isCrossed(MoveEffect effect) {
        for (int k = 0; k < effect.columns().length; k++) {
            if (effect.lower()[k] > effect.upper()[k]) {
                return true;
            }
        }
        for (int k = 0; k < effect.rows().length; k++) {
            if (effect.least()[k] > effect.most()[k]) {
                return true;
            }
        }
        return false;
    }

    private Solved read(Solution solution) {
        return switch (solution) {
            case Solution.Optimal optimal ->
                new Solved(
                        optimal.objective(),
                        optimal.point().x(),
                        optimal.point().reducedCost(),
                        optimal.point().dual());
            case Solution.Infeasible _ -> NONE;
            case Solution.Unbounded _ -> throw new AttackCosts.Unproved();
            case Solution.Stopped stopped -> {
                if (stopped.reason() == Solution.Stopped.Reason.TIME) {
                    throw new Deadline.TimeUp();
                }
                throw new AttackCosts.Unproved();
            }
        };
    }

    // -- what bends

    private Solved bent(List<MoveEffect> effects) {
        double[] cost = calm.columns().cost().clone();
        double[] lower = calm.columns().lower().clone();
        double[] upper = calm.columns().upper().clone();
        double[] least = calm.rows().lower().clone();
        double[] most = calm.rows().upper().clone();
        for (MoveEffect effect : effects) {
            put(effect.columns(), effect.cost(), cost);
            put(effect.columns(), effect.lower(), lower);
            put(effect.columns(), effect.upper(), upper);
            put(effect.rows(), effect.least(), least);
            put(effect.rows(), effect.most(), most);
        }
        MathProgram program = new MathProgram(
                calm.offset(),
                new MathProgram.Columns(cost, lower, upper),
                new MathProgram.Rows(least, most),
                calm.matrix(),
                calm.whole(),
                calm.curvature());
        return read(ConvexSolver.solve(program, curves, begin, options));
    }

    private static void put(int[] at, double[] values, double[] into) {
        for (int k = 0; k < at.length; k++) {
            into[at[k]] = values[k];
        }
    }

    // -- what does not

    private Solved straight(BitSet set, List<MoveEffect> effects) {
        SolverSession model = live.orElseGet(() -> {
            SolverSession opened = SolverSession.open(calm, options.with(SolveOptions.Algorithm.SIMPLEX));
            opened.brisk(true);
            return opened;
        });
        live = Optional.of(model);
        apply(model, effects);
        nearest(set).ifPresent(model::start);
        last = (BitSet) set.clone();
        Solution solution = model.solve();
        if (solution instanceof Solution.Stopped stopped && stopped.reason() == Solution.Stopped.Reason.NOT_PROVED) {
            model.brisk(false);
            model.forget();
            solution = model.solve();
            model.brisk(true);
        }
        Solved solved = read(solution);
        if (solution instanceof Solution.Optimal && model.hasBasis()) {
            bases.put((BitSet) set.clone(), model.basis());
        }
        return solved;
    }

    /// Takes the last changes back and makes these.
    private void apply(SolverSession model, List<MoveEffect> effects) {
        BitSet columns = new BitSet();
        BitSet rows = new BitSet();
        Arrays.stream(changedColumns).forEach(columns::set);
        Arrays.stream(changedRows).forEach(rows::set);
        BitSet nowColumns = new BitSet();
        BitSet nowRows = new BitSet();
        for (MoveEffect effect : effects) {
            Arrays.stream(effect.columns()).forEach(nowColumns::set);
            Arrays.stream(effect.rows()).forEach(nowRows::set);
        }
        columns.or(nowColumns);
        rows.or(nowRows);
        int[] at = columns.stream().toArray();
        double[] cost = pick(calm.columns().cost(), at);
        double[] lower = pick(calm.columns().lower(), at);
        double[] upper = pick(calm.columns().upper(), at);
        int[] row = rows.stream().toArray();
        double[] least = pick(calm.rows().lower(), row);
        double[] most = pick(calm.rows().upper(), row);
        for (MoveEffect effect : effects) {
            for (int k = 0; k < effect.columns().length; k++) {
                int where = Arrays.binarySearch(at, effect.columns()[k]);
                cost[where] = effect.cost()[k];
                lower[where] = effect.lower()[k];
                upper[where] = effect.upper()[k];
            }
            for (int k = 0; k < effect.rows().length; k++) {
                int where = Arrays.binarySearch(row, effect.rows()[k]);
                least[where] = effect.least()[k];
                most[where] = effect.most()[k];
            }
        }
        model.costs(at, cost);
        model.bounds(at, lower, upper);
        model.sides(row, least, most);
        changedColumns = nowColumns.stream().toArray();
        changedRows = nowRows.stream().toArray();
    }

    static double[] pick(double[] all, int[] which) {
        double[] picked = new double[which.length];
        Arrays.setAll(picked, k -> all[which[k]]);
        return picked;
    }

    /// The basis of the known set that is nearer than the last one; empty if none is: to start anew costs a
    /// factorisation.
    private Optional<SolverBasis> nearest(BitSet set) {
        BitSet from = (BitSet) last.clone();
        from.xor(set);
        int least = from.cardinality();
        BitSet choice = new BitSet();
        boolean found = false;
        for (BitSet one : bases.keySet()) {
            BitSet differs = (BitSet) one.clone();
            differs.xor(set);
            int distance = differs.cardinality();
            if (distance < least) {
                least = distance;
                choice = one;
                found = true;
            }
        }
        return found ? Optional.ofNullable(bases.get(choice)) : Optional.empty();
    }

    // -- what an answer says of moves

    /// Whether the answer obeys a move that was not made. Of what bends every amount is above nil, and no
    /// answer is exactly another's.
    boolean obeys(Solved solved, MoveEffect move) {
        if (curves.any() || solved.x().length == 0) {
            return false;
        }
        for (int k = 0; k < move.columns().length; k++) {
            int j = move.columns()[k];
            double x = solved.x()[j];
            boolean dearer = move.cost()[k] != calm.columns().cost()[j];
            if (x > move.upper()[k] + WITHIN || x < move.lower()[k] - WITHIN || (dearer && Math.abs(x) > WITHIN)) {
                return false;
            }
        }
        return move.rows().length == 0;
    }

    /// About how much cheaper the answer at most gets without the effect: the worth of its limits times their
    /// width.
    double relief(Solved solved, MoveEffect effect) {
        if (solved.x().length == 0) {
            return 0;
        }
        double[] still = calm().x();
        double largest = Arrays.stream(still).max().orElse(0);
        double sum = 0;
        for (int k = 0; k < effect.columns().length; k++) {
            int j = effect.columns()[k];
            double width = Math.min(calm.columns().upper()[j], AMPLE * largest) - effect.upper()[k];
            sum += Math.max(0, -solved.reduced()[j]) * Math.max(0, width);
            sum += Math.max(0, solved.reduced()[j])
                    * Math.max(0, effect.lower()[k] - calm.columns().lower()[j]);
            sum += Math.max(0, effect.cost()[k] - calm.columns().cost()[j]) * Math.max(solved.x()[j], still[j]);
        }
        for (int k = 0; k < effect.rows().length; k++) {
            int i = effect.rows()[k];
            double up = effect.least()[k] - calm.rows().lower()[i];
            double down = calm.rows().upper()[i] - effect.most()[k];
            double worth = Math.abs(solved.dual()[i]);
            sum += (Double.isFinite(up) ? worth * Math.max(0, up) : 0)
                    + (Double.isFinite(down) ? worth * Math.max(0, down) : 0);
        }
        return sum;
    }

    @Override
    public void close() {
        live.ifPresent(SolverSession::close);
    }
}
