package org.genryu.balance;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.layout.ProgramLayout;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Check;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;

/// How far could a sum of flows and activities be from what the answer says?
///
///     low, high = min, max Σ times · x   over the answers whose cost is at most z* + eps · spent
///
/// z* – the least cost; spent – Σ c_j x_j over what costs anything in the best answer, so that the value of what
/// demand curves are served does not blow eps up. At eps = 0 the set is the optimal face ([OptimalFace]). A range
/// there means "not determined by the data". At eps > 0, where costs bend, the program is the tangent at the answer:
/// a range is then at most as wide as told, the true cost lying above the tangent. Cost: two solves a range, from the
/// basis of the one before. Does not range shares: they are quotients, and traced shares are products of many; those
/// are searched for among the answers that [#most] gives ([org.genryu.balance.origin.ShareRanges]).
public final class FlowRanges implements EquivalentBalances {
    /// Time after which one end of a range is given up [s]: near the optimum a large calibrated case can take
    /// minutes.
    private static final double LONGEST = 20;

    private final SupplyCase of;
    private final ProgramLayout layout;
    private final MathProgram program;
    private final SolveOptions options;
    private final double[] best;
    private final OptimalFace face;
    private Optional<SolverSession> moves = Optional.empty();
    private Optional<SolverSession> near = Optional.empty();

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
            return high - low > 1e-6 * Math.max(Math.abs(low), Math.abs(high));
        }
    }

    /// Of an answer that is there.
    ///
    /// @param bent columns whose marginal cost rises with the amount
    FlowRanges(
            SupplyCase of,
            ProgramLayout layout,
            MathProgram program,
            BitSet bent,
            Solution.Point point,
            SolveOptions options) {
        this.of = of;
        this.layout = layout;
        this.program = program;
        this.options = options.within(Math.min(LONGEST, options.seconds()));
        this.best = point.x();
        this.face = new OptimalFace(program, bent, point);
    }

    @Override
    public Optional<Range> range(List<Term> sum, double eps) {
        Check.that(eps >= 0, "Range: eps is %s; it must be 0 or more.", eps);
        double[] times = columns(sum);
        double value = total(times, best);
        Optional<Double> high = largest(times, eps);
        Arrays.setAll(times, j -> -times[j]);
        Optional<Double> low = largest(times, eps).map(most -> -most);
        return low.isPresent() && high.isPresent()
                ? Optional.of(new Range(Math.min(low.get(), value), value, Math.max(high.get(), value), eps))
                : Optional.empty();
    }

    private Optional<Double> largest(double[] times, double eps) {
        return (eps == 0 ? farthest(times) : within(times, eps)).map(x -> total(times, x));
    }

    private static double total(double[] times, double[] x) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += times[j] * x[j];
        }
        return sum;
    }

    @Override
    public Optional<Balance.Quantities> most(List<Term> sum) {
        return farthest(columns(sum))
                .map(x -> new PeriodParts(of.periods()).quantities(new SolutionReader(of, layout).quantities(x)));
    }

    /// The best answer that lies farthest in a direction.
    private Optional<double[]> farthest(double[] times) {
        if (face.free().isEmpty()) {
            return Optional.of(best);
        }
        if (moves.isEmpty()) {
            moves = Optional.of(SolverSession.open(face.moves(), options));
        }
        SolverSession live = moves.get();
        live.costs(face.direction(times));
        return live.solve() instanceof Solution.Optimal found
                ? Optional.of(face.after(found.point().x()))
                : Optional.empty();
    }

    /// Whether everything that runs or moves stands still on the face.
    @Override
    public boolean isUnique() {
        return isStill(layout.activity) && isStill(layout.flow);
    }

    private boolean isStill(ProgramLayout.Block block) {
        for (int i = 0; i < block.steps().length; i++) {
            int width = block.steps()[i] * layout.periods;
            int open = width > 0 ? face.free().nextSetBit(block.first()[i]) : -1;
            if (open >= 0 && open < block.first()[i] + width) {
                return false;
            }
        }
        return true;
    }

    /// The factors of the sum by column.
    private double[] columns(List<Term> sum) {
        double[] times = new double[layout.columns];
        for (Term term : sum) {
            ProgramLayout.Block block = term.lane() ? layout.flow : layout.activity;
            for (int t = 0; t < layout.periods; t++) {
                for (int k = 0; k < block.steps()[term.thing()] && of.periods().whole(t) == term.period(); k++) {
                    times[block.at(term.thing(), t) + k] += term.times();
                }
            }
        }
        return times;
    }

    /// The answer that lies farthest in a direction and costs at most eps of what is spent more.
    private Optional<double[]> within(double[] times, double eps) {
        double least = 0;
        double spent = 0;
        double scale = 0;
        for (int j = 0; j < best.length; j++) {
            double cost = program.columns().cost()[j] * best[j];
            least += cost;
            spent += Math.max(0, cost);
            scale += Math.abs(cost);
        }
        double unit = Math.max(1, scale);
        if (near.isEmpty()) {
            near = Optional.of(SolverSession.open(withCost(unit), options));
        }
        SolverSession live = near.get();
        int last = program.rows().size();
        double[] high = Arrays.copyOf(program.rows().upper(), last + 1);
        double[] low = Arrays.copyOf(program.rows().lower(), last + 1);
        low[last] = Double.NEGATIVE_INFINITY;
        high[last] = (least + eps * spent) / unit;
        live.sides(low, high);
        double[] cost = new double[times.length];
        Arrays.setAll(cost, j -> -times[j]);
        live.costs(cost);
        return live.solve() instanceof Solution.Optimal found
                ? Optional.of(found.point().x())
                : Optional.empty();
    }

    /// The program with its cost as one more row, divided by `scale`.
    private MathProgram withCost(double scale) {
        MathProgram.Matrix old = program.matrix();
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
        return new MathProgram(
                0,
                program.columns(),
                new MathProgram.Rows(lower, upper),
                new MathProgram.Matrix(start, Arrays.copyOf(row, at), Arrays.copyOf(value, at)),
                new BitSet(),
                Optional.empty());
    }

    @Override
    public void close() {
        moves.ifPresent(SolverSession::close);
        near.ifPresent(SolverSession::close);
    }
}
