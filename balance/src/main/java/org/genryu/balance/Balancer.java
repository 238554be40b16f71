package org.genryu.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.genryu.balance.Balance.Markets;
import org.genryu.balance.Balance.Quantities;
import org.genryu.balance.BalanceResult.Limit;
import org.genryu.balance.calibration.CalibrationTerms;
import org.genryu.balance.calibration.Calibrator;
import org.genryu.balance.calibration.UnfittedBase;
import org.genryu.balance.layout.ProgramLayout;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.SideBySide;
import org.genryu.core.Text;
import org.genryu.solve.BeyondSolver;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.reason.DualRange;
import org.genryu.solve.reason.InfeasibleSet;

/// Who gets what, from whom, at which price? Balances a case and says what it found.
public final class Balancer {
    /// Degenerate variables and patterns up to which AUTO works out the intervals of prices.
    private static final int AUTO_EFFORT = 6_000;

    private Balancer() {}

    public static BalanceResult balance(SupplyCase of, BalanceOptions options) {
        return balance(of, of.whole(), options);
    }

    /// Balances a case under a scenario. Where events begin or end inside a period it is cut, and each part
    /// balances for itself; the answer is by whole periods again ([PeriodParts]), about the case on whole periods.
    ///
    /// @param base the same case without the scenario: what was observed was observed there, so it is what is
    /// calibrated
    public static BalanceResult balance(SupplyCase of, SupplyCase base, BalanceOptions options) {
        return balance(of, fit(base, options), options);
    }

    /// What was observed, fitted once for all balances of a case.
    public static Fitted fit(SupplyCase base, BalanceOptions options) {
        Optional<Calibrator.Fit> fit = options.calibrated() ? Calibrator.fit(base, options.solve()) : Optional.empty();
        Optional<Finding> unfitted = options.calibrated() && fit.isEmpty() && Calibrator.anyObserved(base)
                ? Optional.of(UnfittedBase.say(base, options.solve()))
                : Optional.empty();
        return new Fitted(fit, unfitted);
    }

    /// The base year of a case as its balances take it.
    public static final class Fitted {
        private final Optional<Calibrator.Fit> fit;
        private final Optional<Finding> unfitted;

        private Fitted(Optional<Calibrator.Fit> fit, Optional<Finding> unfitted) {
            this.fit = fit;
            this.unfitted = unfitted;
        }

        Optional<Calibrator.Fit> fit() {
            return fit;
        }

        /// What keeps the base year from being met, if anything does.
        public Optional<Finding> unfitted() {
            return unfitted;
        }
    }

    /// Balances a case, or a scenario of it, with a base year that was fitted before under the same options.
    public static BalanceResult balance(SupplyCase of, Fitted fitted, BalanceOptions options) {
        Optional<Calibrator.Fit> fit = fitted.fit;
        Optional<Finding> unfitted = fitted.unfitted;
        CalibrationTerms terms = BalanceModel.terms(of, fit);
        try (BalanceModel model = BalanceModel.open(of, terms, options.solve())) {
            return switch (model.solve()) {
                case Solution.Optimal optimal -> balanced(model, optimal, options, fit, unfitted);
                case Solution.Infeasible _ -> new BalanceResult.Infeasible(clash(model));
                case Solution.Unbounded unbounded -> new BalanceResult.Unbounded(endless(model, unbounded));
                case Solution.Stopped stopped -> stopped(model, stopped, fit);
            };
        } catch (BeyondSolver beyond) {
            ProgramNames names = new ProgramNames(of, ProgramLayout.of(of, terms.steps(of)));
            return new BalanceResult.StoppedEarly(
                    Optional.empty(), Double.POSITIVE_INFINITY, notProved(names, Optional.of(beyond.miss())));
        }
    }

    private static BalanceResult.Cause notProved(ProgramNames names, Optional<Solution.Miss> miss) {
        Optional<Limit> where = miss.flatMap(m -> m.column() >= 0
                ? Optional.of(names.placeOf(names.column(m.column())))
                : m.row() >= 0 ? Optional.of(names.placeOf(names.row(m.row()))) : Optional.empty());
        return new BalanceResult.Cause.NotProved(miss, where);
    }

    private static BalanceResult balanced(
            BalanceModel model,
            Solution.Optimal optimal,
            BalanceOptions options,
            Optional<Calibrator.Fit> fit,
            Optional<Finding> unfitted) {
        List<Finding> notes = new ArrayList<>();
        Balance balance = read(model, optimal.point(), () -> ranges(model, optimal.point(), options, notes), fit);
        if (!model.stoodStill()) {
            notes.add(Finding.warning(
                    Place.NOWHERE,
                    new Text("Balance", "需給均衡"),
                    new Text(
                            "demand curves or tariffs still moved after the last round.",
                            "需要曲線または関税の反復が最終回でも収束していません。"),
                    new Text("the prices are near, not exact.", "価格は近似値として扱ってください。")));
        }
        unfitted.ifPresent(notes::add);
        MathProgram program = model.program();
        options.keeper()
                .accept(new SolvedProgram(
                        model.of(),
                        model.terms().steps(model.of()),
                        program,
                        model.bent(),
                        optimal.point(),
                        options.solve()));
        Balance.Proof proof = new Balance.Proof(
                optimal.certificate(),
                optimal.run(),
                program.columns().size(),
                program.rows().size(),
                program.matrix().entries(),
                new Balance.Seconds(model.buildSeconds(), model.handOverSeconds(), model.solveSeconds()),
                notes);
        return new BalanceResult.Balanced(balance, proof);
    }

    private static BalanceResult stopped(BalanceModel model, Solution.Stopped stopped, Optional<Calibrator.Fit> fit) {
        Optional<Balance> best = stopped.best().map(point -> {
            int rows = model.layout().markets() * model.layout().periods;
            double[] dual = Arrays.copyOf(point.dual(), rows);
            BitSet none = new BitSet();
            none.set(0, rows);
            return read(model, point, () -> new DualRange(dual, dual, none), fit);
        });
        BalanceResult.Cause cause = switch (stopped.reason()) {
            case TIME -> new BalanceResult.Cause.Time();
            case MEMORY -> new BalanceResult.Cause.Memory();
            case NOT_PROVED -> notProved(new ProgramNames(model.of(), model.layout()), stopped.miss());
        };
        return new BalanceResult.StoppedEarly(best, stopped.gap(), cause);
    }

    private static DualRange ranges(
            BalanceModel model, Solution.Point point, BalanceOptions options, List<Finding> notes) {
        int rows = model.layout().markets() * model.layout().periods;
        int effort = switch (options.intervals()) {
            case ALL -> Integer.MAX_VALUE;
            case AUTO -> AUTO_EFFORT;
            case NONE -> -1;
        };
        DualRange ranges = model.bends()
                ? bent(model, point, rows, effort)
                : DualRange.of(model.live(), model.program(), point, rows, effort);
        int left = ranges.unresolved().cardinality();
        if (left > 0 && options.intervals() == BalanceOptions.Intervals.AUTO) {
            notes.add(Finding.warning(
                    Place.NOWHERE,
                    new Text("Prices", "価格"),
                    new Text(
                            "the interval of %s of %s prices was not worked out, the case being large."
                                    .formatted(left, rows),
                            "ケースが大きいため、%2$s件の価格のうち%1$s件は区間を求めていません。".formatted(left, rows)),
                    new Text("`--intervals all` works them all out.", "`--intervals all` を付けるとすべて求めます。")));
        }
        return ranges;
    }

    /// Where costs bend, the prices of the answer are those of its tangent, the linear program of the marginal
    /// costs: so are their intervals.
    private static DualRange bent(BalanceModel model, Solution.Point point, int rows, int effort) {
        double[] low = Arrays.copyOf(point.dual(), rows);
        double[] high = low.clone();
        BitSet unresolved = new BitSet();
        if (effort < 0 || !(model.live().solve() instanceof Solution.Optimal vertex)) {
            unresolved.set(0, rows);
            return new DualRange(low, high, unresolved);
        }
        DualRange found = DualRange.of(model.live(), model.program(), vertex.point(), rows, effort);
        for (int i = 0; i < rows; i++) {
            low[i] = Math.min(low[i], found.low()[i]);
            high[i] = Math.max(high[i], found.high()[i]);
        }
        return new DualRange(low, high, found.unresolved());
    }

    /// The accounts need the prices alone, so they are drawn up beside the search for intervals.
    private static Balance read(
            BalanceModel model, Solution.Point point, Supplier<DualRange> ranges, Optional<Calibrator.Fit> fit) {
        SupplyCase of = model.of();
        ProgramLayout layout = model.layout();
        SolutionReader reading = new SolutionReader(of, layout);
        Quantities quantities = reading.quantities(point.x());
        double[][] disposed = reading.disposed(
                point.x(), point.activity(), model.program().rows().lower());
        double[][] price = prices(model, point.dual(), new BitSet(), 0);
        Markets alone = new Markets(layout.marketPlace, layout.marketCommodity, price, price, price, disposed);
        WelfareAccounts accounts = new WelfareAccounts(model, point, quantities, alone);
        return SideBySide.of(ranges, accounts::account, (found, account) -> {
            double[][] low = prices(model, found.low(), found.unresolved(), Double.NEGATIVE_INFINITY);
            double[][] high = prices(model, found.high(), found.unresolved(), Double.POSITIVE_INFINITY);
            PeriodParts parts = new PeriodParts(of.periods());
            Quantities whole = parts.quantities(quantities);
            Markets markets =
                    parts.markets(new Markets(layout.marketPlace, layout.marketCommodity, price, low, high, disposed));
            return new Balance(
                    of.whole(),
                    accounts.objective(),
                    whole,
                    markets,
                    fit.map(one -> ObservedComparison.of(one, whole, markets)),
                    account);
        });
    }

    /// By market and period: duals of the rows as prices [currency/unit].
    /// @param unknown rows whose number is not known, and what stands for it
    private static double[][] prices(BalanceModel model, double[] dual, BitSet unknown, double instead) {
        ProgramLayout layout = model.layout();
        double[][] price = new double[layout.markets()][layout.periods];
        for (int m = 0; m < layout.markets(); m++) {
            for (int t = 0; t < layout.periods; t++) {
                int row = layout.balance(m, t);
                price[m][t] = unknown.get(row)
                        ? instead
                        : dual[row] / model.assembly().discount(t);
            }
        }
        return price;
    }

    private static List<Limit> clash(BalanceModel model) {
        ProgramNames names = new ProgramNames(model.of(), model.layout());
        MathProgram program = model.program();
        return InfeasibleSet.find(model.live()).stream()
                .flatMap(clash -> clash.limits().stream())
                .map(limit -> switch (limit) {
                    case InfeasibleSet.Limit.OfRow(int row, InfeasibleSet.Side side) ->
                        names.limitOfRow(
                                row,
                                side == InfeasibleSet.Side.UPPER
                                        ? program.rows().upper()[row]
                                        : program.rows().lower()[row]);
                    case InfeasibleSet.Limit.OfColumn(int column, InfeasibleSet.Side side) ->
                        names.limitOfColumn(
                                column,
                                side == InfeasibleSet.Side.UPPER,
                                side == InfeasibleSet.Side.UPPER
                                        ? program.columns().upper()[column]
                                        : program.columns().lower()[column]);
                })
                .distinct()
                .toList();
    }

    private static List<Limit> endless(BalanceModel model, Solution.Unbounded unbounded) {
        ProgramNames names = new ProgramNames(model.of(), model.layout());
        List<Limit> found = new ArrayList<>();
        double[] ray = unbounded.ray().orElse(new double[0]);
        for (int j = 0; j < ray.length; j++) {
            if (ray[j] > 1e-9 && model.program().columns().upper()[j] == Double.POSITIVE_INFINITY) {
                ProgramNames.Thing thing = names.column(j);
                found.add(new Limit(
                        thing.table(),
                        thing.id(),
                        thing.what(),
                        model.of().periods().label(thing.t()),
                        new Text("nothing limits it", "上限がありません")));
            }
        }
        return found.stream().distinct().toList();
    }
}
