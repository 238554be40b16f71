package org.genryu.share.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Deadline;
import org.genryu.share.game.CoalitionGame;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;

/// How small can the largest complaint be, given what is settled?
///
///     minimise e subject to x(S) + c_S e ≥ v(S) for every S that is not settled, x(T) = its settled amount,
///     x(N) = v(N), and x_i ≥ v({i}) if only imputations count
///
/// c_S – 1, or |S| if complaints are counted per head. Of the 2^n rows only those that bind are ever
/// handed over: the program is solved with some, the most broken of all others join, until none is
/// broken. A row with a price above zero binds in every optimum (complementary slackness); at least one
/// such row is not settled yet, since Σ c_S price_S = 1.
///
/// Expects worths of size 1 or less with v({i}) = 0.
final class ExcessProgram {
    /// A row is broken by more than this.
    private static final double BROKEN = 1e-9;
    /// A row is far from binding by more than this.
    private static final double FAR = 0.01;
    /// Prices above this are no rounding; some price is 1 / (n (n + 1)) or more.
    private static final double PRICED = 1e-6;

    private final CoalitionGame game;
    private final boolean perHead;
    private final boolean imputations;
    private final LinearSpan span;
    private final BitSet known;
    private final List<Integer> active = new ArrayList<>();
    private final List<Settled> settled = new ArrayList<>();
    private int programs;

    /// @param amount x(S)
    private record Settled(int coalition, double amount) {}

    /// @param e the largest complaint
    /// @param tight coalitions that complain so much in every optimum
    /// @param floored players that get no more than alone in every optimum
    record Level(double[] x, double e, List<Integer> tight, List<Integer> floored) {}

    ExcessProgram(CoalitionGame game, boolean perHead, boolean imputations) {
        this.game = game;
        this.perHead = perHead;
        this.imputations = imputations;
        this.span = new LinearSpan(game.size());
        this.known = new BitSet(game.all() + 1);
        known.set(0);
        span.add(game.all());
        learn();
    }

    /// Rows to begin a level with: single players, of whom one at least is not settled, and all but one.
    private void seed() {
        for (int i = 0; i < game.size(); i++) {
            for (int s : new int[] {1 << i, game.all() ^ (1 << i)}) {
                if (!known.get(s) && !active.contains(s)) {
                    active.add(s);
                }
            }
        }
    }

    /// Whether every share is settled.
    boolean done() {
        return span.rank() == game.size();
    }

    int programs() {
        return programs;
    }

    /// c_S
    double heads(int coalition) {
        return perHead ? Integer.bitCount(coalition) : 1;
    }

    /// The next level, whose tight coalitions are settled by it; empty if the solver has no proved
    /// answer.
    Optional<Level> next() {
        active.removeIf(known::get);
        seed();
        for (; ; ) {
            Deadline.present().check();
            Optional<Level> level = solve();
            if (level.isEmpty()) {
                return level;
            }
            List<Integer> broken = broken(level.get());
            if (broken.isEmpty()) {
                settle(level.get());
                prune(level.get());
                return level;
            }
            active.addAll(broken);
        }
    }

    private void settle(Level level) {
        double[] sums = CoalitionGame.sums(level.x());
        for (int s : level.tight()) {
            if (span.add(s)) {
                settled.add(new Settled(s, game.worth(s) - heads(s) * level.e()));
            }
        }
        for (int i : level.floored()) {
            if (span.add(1 << i)) {
                settled.add(new Settled(1 << i, Math.max(0, sums[1 << i])));
            }
        }
        learn();
    }

    private void learn() {
        for (int s = known.nextClearBit(0); s <= game.all(); s = known.nextClearBit(s + 1)) {
            if (span.holds(s)) {
                known.set(s);
            }
        }
    }

    /// Of every size and every player the most broken coalition: near ones would say the same again and again.
    private List<Integer> broken(Level level) {
        int n = game.size();
        double[] sums = CoalitionGame.sums(level.x());
        BitSet there = new BitSet(game.all() + 1);
        active.forEach(there::set);
        double[][] most = new double[n][n];
        int[][] worst = new int[n][n];
        for (int s = 1; s < game.all(); s++) {
            double by = game.worth(s) - sums[s] - heads(s) * level.e();
            if (by > BROKEN && !known.get(s) && !there.get(s)) {
                int size = Integer.bitCount(s);
                for (int left = s; left != 0; left &= left - 1) {
                    int i = Integer.numberOfTrailingZeros(left);
                    if (by > most[size][i]) {
                        most[size][i] = by;
                        worst[size][i] = s;
                    }
                }
            }
        }
        return Arrays.stream(worst)
                .flatMapToInt(Arrays::stream)
                .filter(s -> s > 0)
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    /// Rows that are far from binding are left out of the next level; they come back if they are broken.
    private void prune(Level level) {
        double[] sums = CoalitionGame.sums(level.x());
        active.removeIf(s -> sums[s] + heads(s) * level.e() - game.worth(s) > FAR);
    }

    private Optional<Level> solve() {
        int n = game.size();
        int fixed = 1 + settled.size();
        int rows = fixed + active.size();
        double[] low = new double[rows];
        double[] high = new double[rows];
        int[] coalitions = new int[rows];
        coalitions[0] = game.all();
        low[0] = high[0] = game.together();
        for (int r = 1; r < fixed; r++) {
            coalitions[r] = settled.get(r - 1).coalition();
            low[r] = high[r] = settled.get(r - 1).amount();
        }
        for (int r = fixed; r < rows; r++) {
            coalitions[r] = active.get(r - fixed);
            low[r] = game.worth(coalitions[r]);
            high[r] = Double.POSITIVE_INFINITY;
        }
        programs++;
        try (SolverSession live = SolverSession.open(
                MathProgram.linear(columns(), new MathProgram.Rows(low, high), matrix(coalitions, fixed)),
                SolveOptions.DEFAULT)) {
            return live.solve() instanceof Solution.Optimal optimal
                    ? Optional.of(level(optimal.point(), fixed, n))
                    : Optional.empty();
        }
    }

    /// Bounds beyond which no answer lies: at the equal split no complaint is above 2.
    private MathProgram.Columns columns() {
        int n = game.size();
        double[] cost = new double[n + 1];
        double[] low = new double[n + 1];
        double[] high = new double[n + 1];
        Arrays.fill(low, imputations ? 0 : -4.0 * n - 10);
        Arrays.fill(high, 4.0 * n + 10);
        cost[n] = 1;
        low[n] = -n * (4.0 * n + 10) - 2;
        high[n] = 4.0 * n + 10;
        return new MathProgram.Columns(cost, low, high);
    }

    private MathProgram.Matrix matrix(int[] coalitions, int fixed) {
        int n = game.size();
        int[] start = new int[n + 2];
        int[] row = new int[coalitions.length * (n + 1)];
        double[] value = new double[row.length];
        int at = 0;
        for (int j = 0; j <= n; j++) {
            for (int r = 0; r < coalitions.length; r++) {
                boolean in = j < n ? (coalitions[r] >> j & 1) == 1 : r >= fixed;
                if (in) {
                    row[at] = r;
                    value[at++] = j < n ? 1 : heads(coalitions[r]);
                }
            }
            start[j + 1] = at;
        }
        return new MathProgram.Matrix(start, Arrays.copyOf(row, at), Arrays.copyOf(value, at));
    }

    private Level level(Solution.Point point, int fixed, int n) {
        List<Integer> tight = new ArrayList<>();
        int dearest = 0;
        for (int k = 0; k < active.size(); k++) {
            double price = point.dual()[fixed + k];
            dearest = price > point.dual()[fixed + dearest] ? k : dearest;
            if (price > PRICED) {
                tight.add(active.get(k));
            }
        }
        if (tight.isEmpty()) {
            tight.add(active.get(dearest));
        }
        List<Integer> floored = new ArrayList<>();
        for (int i = 0; i < n && imputations; i++) {
            if (point.reducedCost()[i] > PRICED && point.x()[i] < PRICED) {
                floored.add(i);
            }
        }
        return new Level(Arrays.copyOf(point.x(), n), point.x()[n], tight, floored);
    }
}
