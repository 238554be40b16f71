package org.genryu.balance;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Check;
import org.genryu.solve.LiveModel;
import org.genryu.solve.Program;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;

/// How far could a sum of flows and activities be from what the answer says?
///
///     low, high = min, max Σ times · x   over the answers whose cost is at most z* + eps · spent
///
/// z* – the least cost; spent – Σ c_j x_j over what costs anything in the best answer, so that the value of what
/// demand curves are served does not blow eps up. At eps = 0 the set is the optimal face itself: what has a reduced
/// cost or a price stays where it is. A range there means "not determined by the data".
/// Where costs bend, the program is the tangent at the answer: what bends is the same in every best answer, as its
/// cost curves
/// strictly upwards, and is held; a range at eps > 0 is then at most as wide as told, the true cost lying above the
/// tangent.
/// Cost: two solves a range, from the basis of the one before.
/// Does not range shares: they are quotients, and traced shares are products of many; those are searched for among the
/// answers that [#most] gives ([org.genryu.balance.origin.ShareRanges]).
public final class Ranges implements Ties {
    /// Reduced cost or price, relative to the largest, above which a thing is held where it is.
    private static final double HELD = 1e-9;

    /// What is held may move by this, relative to its amount or one unit: an answer meets its rows to no more.
    private static final double ROOM = 1e-9;

    /// Time after which one end of a range is given up [s]: near the optimum a large calibrated case can take
    /// minutes.
    private static final double LONGEST = 20;

    private final SupplyCase of;
    private final Layout layout;
    private final Program program;
    private final BitSet bent;
    private final LiveModel live;
    private final double[] best;
    private final double least;
    private final double spent;
    private final Solution.Point point;

    /// A term of the sum.
    ///
    /// @param lane whether `thing` is a lane (what is sent), else a process (its activity)
    /// @param period whole period
    /// @param times factor, such as 1 - loss
    public record Term(boolean lane, int thing, int period, double times) {}

    /// @param low least it can be [unit of the sum], as `high` the most
    /// @param value what it is in the answer that the solver chose
    /// @param eps [fraction of what is spent] that may be spent more
    public record Range(double low, double value, double high, double eps) {
        /// Whether the data leave it open: wider than rounding.
        public boolean isOpen() {
            return high - low > 1e-6 * Math.max(1, Math.abs(high));
        }
    }

    private Ranges(
            SupplyCase of, Layout layout, Program program, BitSet bent, LiveModel live, Solution.Optimal optimal) {
        this.of = of;
        this.layout = layout;
        this.program = program;
        this.bent = bent;
        this.live = live;
        this.point = optimal.point();
        this.best = optimal.point().x();
        double sum = 0;
        double positive = 0;
        for (int j = 0; j < best.length; j++) {
            double cost = program.columns().cost()[j] * best[j];
            sum += cost;
            positive += Math.max(0, cost);
        }
        this.least = sum;
        this.spent = positive;
    }

    /// Balances the case as [Balancer] does and keeps the program; empty if there is no balance.
    public static Optional<Ranges> open(SupplyCase of, BalanceOptions options) {
        Optional<Calibrator.Fit> fit = options.calibrated() ? Calibrator.fit(of, options.solve()) : Optional.empty();
        Terms terms = fit.map(Calibrator.Fit::terms).orElseGet(() -> Terms.plain(of));
        try (BalanceModel model = BalanceModel.open(of, terms, options.solve())) {
            if (!(model.solve() instanceof Solution.Optimal optimal)) {
                return Optional.empty();
            }
            return Optional.of(of(of, model.layout(), model.program(), model.bent(), optimal, options.solve()));
        }
    }

    /// Of an answer that is there.
    ///
    /// @param bent columns whose marginal cost rises with the amount
    static Ranges of(
            SupplyCase of,
            Layout layout,
            Program program,
            BitSet bent,
            Solution.Optimal optimal,
            SolveOptions options) {
        LiveModel live = LiveModel.open(
                withCost(program, scale(program, optimal.point().x())),
                options.within(Math.min(LONGEST, options.seconds())));
        return new Ranges(of, layout, program, bent, live, optimal);
    }

    /// The program with its cost as one more row, divided by `scale`.
    private static Program withCost(Program program, double scale) {
        Program.Matrix old = program.matrix();
        int columns = program.columns().size();
        int last = program.rows().size();
        int[] start = new int[columns + 1];
        int[] row = new int[old.entries() + columns];
        double[] value = new double[row.length];
        int at = 0;
        for (int j = 0; j < columns; j++) {
            for (int e = old.start()[j]; e < old.start()[j + 1]; e++) {
                row[at] = old.row()[e];
                value[at++] = old.value()[e];
            }
            if (program.columns().cost()[j] != 0) {
                row[at] = last;
                value[at++] = program.columns().cost()[j] / scale;
            }
            start[j + 1] = at;
        }
        double[] lower = Arrays.copyOf(program.rows().lower(), last + 1);
        double[] upper = Arrays.copyOf(program.rows().upper(), last + 1);
        lower[last] = Double.NEGATIVE_INFINITY;
        upper[last] = Double.POSITIVE_INFINITY;
        return new Program(
                0,
                program.columns(),
                new Program.Rows(lower, upper),
                new Program.Matrix(start, Arrays.copyOf(row, at), Arrays.copyOf(value, at)),
                new BitSet(),
                Optional.empty());
    }

    private static double scale(Program program, double[] x) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += Math.abs(program.columns().cost()[j] * x[j]);
        }
        return Math.max(1, sum);
    }

    /// The range of a sum; empty if one of its ends was not found within twenty seconds.
    public Optional<Range> of(List<Term> sum, double eps) {
        Check.that(eps >= 0, "Range: eps is %s; it must be 0 or more.", eps);
        if (eps == 0) {
            face();
        } else {
            near(eps);
        }
        double[] cost = columns(sum);
        double value = 0;
        for (int j = 0; j < cost.length; j++) {
            value += cost[j] * best[j];
        }
        Optional<Double> low = end(cost, 1);
        Optional<Double> high = end(cost, -1);
        return low.isPresent() && high.isPresent()
                ? Optional.of(new Range(Math.min(low.get(), value), value, Math.max(high.get(), value), eps))
                : Optional.empty();
    }

    /// The amounts of a best answer with the sum as large as it can be.
    @Override
    public Optional<Balance.Quantities> most(List<Term> sum) {
        face();
        double[] cost = columns(sum);
        double largest = largest(cost, new double[0]);
        Arrays.setAll(cost, j -> largest > 0 ? -cost[j] / largest : 0);
        live.costs(cost);
        return live.solve() instanceof Solution.Optimal found
                ? Optional.of(new Parts(of.periods())
                        .quantities(
                                new Reading(of, layout).quantities(found.point().x())))
                : Optional.empty();
    }

    /// Whether everything that runs or moves is held.
    @Override
    public boolean isUnique() {
        BitSet held = held();
        return isHeld(layout.activity, held) && isHeld(layout.flow, held);
    }

    private boolean isHeld(Layout.Block block, BitSet held) {
        for (int i = 0; i < block.steps().length; i++) {
            int width = block.steps()[i] * layout.periods;
            if (width > 0 && held.nextClearBit(block.first()[i]) < block.first()[i] + width) {
                return false;
            }
        }
        return true;
    }

    /// The factors of the sum by column.
    private double[] columns(List<Term> sum) {
        double[] times = new double[layout.columns];
        for (Term term : sum) {
            Layout.Block block = term.lane() ? layout.flow : layout.activity;
            for (int t = 0; t < layout.periods; t++) {
                for (int k = 0; k < block.steps()[term.thing()] && of.periods().whole(t) == term.period(); k++) {
                    times[block.at(term.thing(), t) + k] += term.times();
                }
            }
        }
        return times;
    }

    private Optional<Double> end(double[] cost, int sign) {
        double[] signed = new double[cost.length];
        Arrays.setAll(signed, j -> sign * cost[j]);
        live.costs(signed);
        return live.solve() instanceof Solution.Optimal found
                ? Optional.of(sign * found.objective())
                : Optional.empty();
    }

    /// Columns that are the same in every best answer: what bends, what has a reduced cost, what has no room.
    private BitSet held() {
        BitSet held = (BitSet) bent.clone();
        double tie = HELD * largest(point.reducedCost(), program.columns().cost());
        for (int j = 0; j < best.length; j++) {
            if (Math.abs(point.reducedCost()[j]) > tie
                    || program.columns().lower()[j] == program.columns().upper()[j]) {
                held.set(j);
            }
        }
        return held;
    }

    /// Holds the optimal face: [#held] columns at their value, rows with a price at their side.
    private void face() {
        double[] lower = program.columns().lower().clone();
        double[] upper = program.columns().upper().clone();
        held().stream().forEach(j -> {
            double room = bent.isEmpty() ? 0 : ROOM * Math.max(1, Math.abs(best[j]));
            lower[j] = Math.max(lower[j], best[j] - room);
            upper[j] = Math.min(upper[j], best[j] + room);
        });
        live.bounds(lower, upper);
        int last = program.rows().size();
        double[] low = Arrays.copyOf(program.rows().lower(), last + 1);
        double[] high = Arrays.copyOf(program.rows().upper(), last + 1);
        double still = HELD * largest(point.dual(), program.columns().cost());
        for (int i = 0; i < last; i++) {
            if (Math.abs(point.dual()[i]) > still) {
                boolean below = Math.abs(point.activity()[i] - low[i]) <= Math.abs(high[i] - point.activity()[i]);
                low[i] = below ? low[i] : high[i];
                high[i] = low[i];
            }
        }
        low[last] = Double.NEGATIVE_INFINITY;
        high[last] = Double.POSITIVE_INFINITY;
        live.sides(low, high);
    }

    private static double largest(double[] one, double[] other) {
        double largest = 0;
        for (double value : one) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (double value : other) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /// Lets the cost be eps of what is spent above the least.
    private void near(double eps) {
        live.bounds(program.columns().lower(), program.columns().upper());
        int last = program.rows().size();
        double[] low = Arrays.copyOf(program.rows().lower(), last + 1);
        double[] high = Arrays.copyOf(program.rows().upper(), last + 1);
        low[last] = Double.NEGATIVE_INFINITY;
        high[last] = (least + eps * spent) / scale(program, best);
        live.sides(low, high);
    }

    @Override
    public void close() {
        live.close();
    }
}
