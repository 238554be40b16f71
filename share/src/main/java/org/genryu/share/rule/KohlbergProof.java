package org.genryu.share.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.core.Deadline;
import org.genryu.share.game.CoalitionGame;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;

/// Is this split the nucleolus? Asked of the shares alone, however they were found.
///
/// Kohlberg's criterion (1971): take the coalitions in the order of their complaints, largest first. x is
/// the nucleolus if and only if at every level no change y with y(N) = 0 gives every coalition down to
/// that level (and every player that gets no more than alone) 0 or more without giving all of these
/// coalitions exactly 0. One linear program a level,
///
///     maximise Σ y(S) over the coalitions of the level that do not follow from earlier ones, y(S) ≥ 0, |y_i| ≤ 1
///
/// which must be 0; the coalitions then count as settled, until they settle every share (Nguyen and
/// Thomas 2016).
///
/// @param holds whether every level is balanced
/// @param levels that were looked at
/// @param rank of the coalitions settled; the number of players if all is settled
/// @param most largest maximum of a level
public record KohlbergProof(boolean holds, int levels, int rank, double most) {
    /// Complaints nearer than this part of the largest worth are one level.
    private static final double SAME_LEVEL = 1e-7;
    /// A maximum above this is no rounding.
    private static final double BALANCED = 1e-6;

    static KohlbergProof of(CoalitionGame game, Nucleolus.Kind kind, double[] shares) {
        int n = game.size();
        double same = SAME_LEVEL / 1e-9 * game.tolerance();
        double[] sums = CoalitionGame.sums(shares);
        LinearSpan span = new LinearSpan(n);
        span.add(game.all());
        List<Integer> basis = new ArrayList<>(List.of(game.all()));
        List<Integer> floors = new ArrayList<>();
        for (int i = 0; i < n && kind != Nucleolus.Kind.PRENUCLEOLUS; i++) {
            if (shares[i] <= game.alone(i) + same) {
                floors.add(1 << i);
            }
        }
        int levels = 0;
        double most = 0;
        while (span.rank() < n) {
            Deadline.present().check();
            List<Integer> level = level(game, kind, sums, span, same);
            levels++;
            double by = change(n, basis, level, floors);
            most = Math.max(most, by);
            if (by > BALANCED) {
                return new KohlbergProof(false, levels, span.rank(), most);
            }
            level.stream().filter(span::add).forEach(basis::add);
        }
        return new KohlbergProof(true, levels, n, most);
    }

    /// The coalitions of the largest complaint that follow from none settled.
    private static List<Integer> level(
            CoalitionGame game, Nucleolus.Kind kind, double[] sums, LinearSpan span, double same) {
        double[] complaint = new double[game.all() + 1];
        double largest = Double.NEGATIVE_INFINITY;
        for (int s = 1; s < game.all(); s++) {
            double heads = kind == Nucleolus.Kind.PER_CAPITA ? Integer.bitCount(s) : 1;
            complaint[s] = (game.worth(s) - sums[s]) / heads;
            if (complaint[s] > largest && !span.holds(s)) {
                largest = complaint[s];
            }
        }
        List<Integer> level = new ArrayList<>();
        for (int s = 1; s < game.all(); s++) {
            if (complaint[s] >= largest - same && !span.holds(s)) {
                level.add(s);
            }
        }
        return level;
    }

    /// The maximum; infinity if the solver has no proved answer.
    private static double change(int n, List<Integer> settled, List<Integer> level, List<Integer> floors) {
        List<Integer> all = new ArrayList<>(settled);
        all.addAll(level);
        all.addAll(floors);
        double[] cost = new double[n];
        level.forEach(s -> {
            for (int i = 0; i < n; i++) {
                cost[i] -= s >> i & 1;
            }
        });
        double[] low = new double[n];
        double[] high = new double[n];
        Arrays.fill(low, -1);
        Arrays.fill(high, 1);
        double[] side = new double[all.size()];
        double[] above = new double[all.size()];
        Arrays.fill(above, settled.size(), all.size(), Double.POSITIVE_INFINITY);
        int[] start = new int[n + 1];
        List<Integer> row = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int r = 0; r < all.size(); r++) {
                if ((all.get(r) >> i & 1) == 1) {
                    row.add(r);
                }
            }
            start[i + 1] = row.size();
        }
        double[] ones = new double[row.size()];
        Arrays.fill(ones, 1);
        try (SolverSession live = SolverSession.open(
                MathProgram.linear(
                        new MathProgram.Columns(cost, low, high),
                        new MathProgram.Rows(side, above),
                        new MathProgram.Matrix(
                                start, row.stream().mapToInt(r -> r).toArray(), ones)),
                SolveOptions.DEFAULT)) {
            return live.solve() instanceof Solution.Optimal optimal ? -optimal.objective() : Double.POSITIVE_INFINITY;
        }
    }
}
