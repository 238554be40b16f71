package org.genryu.balance.calibration;

import java.util.Arrays;
import java.util.Optional;
import org.genryu.balance.layout.MatrixEntries;
import org.genryu.balance.layout.ProgramLayout;
import org.genryu.balance.layout.Recycling;
import org.genryu.casefile.PeriodColumn;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Disposal;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.convex.ConvexSolver;
import org.genryu.solve.convex.CostCurves;
import org.genryu.solve.convex.StartPoint;

/// What nearest to the observations can have happened in the first period?
///
///     min Σ_j o_j/T_j · ½ (x_j/o_j - 1)² + Σ_d 0.9/T short + Σ_m waste/T thrown + Σ_j (1e-3 + 1e-5 c)/T · x_j
/// over what was not observed
///     subject to the balances of the period at reference demand
///
/// o_j – observed; T_j – what there was of its commodity ([CommodityTotals]), for a plant 1/T = Σ_i ω_i a_i/T_i over
/// what it makes, ω_i the share of i in what it earns: tonnes of LNG and of dysprosium weigh the same, and so does a
/// plant in whatever units its products are counted. c – its cost beside what is worth about the same, below 1.
/// Squares, so that the answer is one and moves as little as the figures do; every observation gives way by the same
/// share before a demand goes short. What is observed keeps its own figure as the base of its answer ([Calibrator]);
/// what is found here fills the gaps, and what goes short here is what the figures cannot supply.
final class BaseYearFit {
    /// Share of the commodity's total below which an amount is nothing.
    private static final double NIL = 1e-7;

    /// A demand goes short only where observations would have to be left by more than this share.
    private static final double SHORT = 0.9;

    /// Throwing away what is made on purpose; what comes along with something else goes at the price of its cost.
    private static final double WASTED = 20;

    /// Share of all that is made of a commodity, below which what is thrown away is rounding.
    private static final double THROWN = 1e-3;

    private static final double UNOBSERVED = 1e-3;

    /// Doing something where the observation says nothing was done.
    private static final double STOOD_STILL = 0.5;

    private static final double COST = 1e-5;

    /// Worths that differ by less are the same but for rounding.
    private static final double SAME = 1e-9;

    private final SupplyCase of;
    private final ProgramLayout layout;
    private final double length;
    private final int processes;
    private final int lanes;
    private final int demands;
    private final double[] activity;
    private final double[] flow;
    private final double[] disposed;
    private final double[] shortage;
    private final CommodityTotals totals;
    private final PriceLevels levels;
    private final double[] whole;
    private final double[] worth;
    private final int[] main;
    /// By column: the observation, in totals of its commodity; 0 where there is none.
    private double[] begin = new double[0];

    private BaseYearFit(SupplyCase of, ProgramLayout layout) {
        this.of = of;
        this.layout = layout;
        this.length = of.periods().length(0);
        this.processes = of.industry().processes().size();
        this.lanes = of.routes().size();
        this.demands = of.use().demands().size();
        this.activity = new double[processes];
        this.flow = new double[lanes];
        this.shortage = new double[demands];
        this.disposed = new double[layout.markets()];
        this.totals = new CommodityTotals(of, returned());
        this.levels = new PriceLevels(of, totals);
        this.whole = new double[processes];
        this.worth = new double[processes];
        this.main = new int[processes];
        for (int p = 0; p < processes; p++) {
            weigh(p);
        }
    }

    double[] activity() {
        return activity;
    }

    double[] flow() {
        return flow;
    }

    /// Whether so little of a commodity is nothing.
    boolean isNil(double amount, int commodity) {
        return amount <= NIL * total(commodity);
    }

    /// Whether a process that does so little does nothing.
    boolean stands(double activity, int process) {
        return activity <= NIL * whole(process);
    }

    /// What there was of a commodity in the period [amount].
    double total(int commodity) {
        return totals.of(commodity);
    }

    /// Level of the commodity's price, above 0 [currency/unit].
    double level(int commodity) {
        return levels.of(commodity);
    }

    /// Activity with which a process alone would make, or use, all there is: T_j [activity].
    double whole(int process) {
        return whole[process];
    }

    /// About what a unit of activity makes, or uses if it makes nothing, is worth [currency/activity].
    double worth(int process) {
        return worth[process];
    }

    /// Commodity for which a process is: of what it makes, or uses if it makes nothing, what is worth most; of
    /// equals the first by id.
    int main(int process) {
        return main[process];
    }

    double[] shortage() {
        return shortage;
    }

    /// Whether more of the commodity than rounding is thrown away at the market.
    boolean isThrownAway(int market) {
        return disposed[market] > THROWN * total(layout.marketCommodity[market]);
    }

    /// Most that a process can run in the first period [amount].
    double capacity(int process) {
        return layout.isBuilt(process)
                ? 0
                : of.industry().processes().operation().capacity().at(process, 0) * length;
    }

    double laneCapacity(int lane) {
        return of.routes().lane().capacity().at(lane, 0) * length;
    }

    private void take(Solution.Point point) {
        int column = 0;
        for (int p = 0; p < processes; p++) {
            activity[p] = point.x()[column++] * whole(p);
        }
        for (int l = 0; l < lanes; l++) {
            flow[l] = point.x()[column++] * total(of.routes().commodity()[l]);
        }
        for (int d = 0; d < demands; d++) {
            shortage[d] = point.x()[column++] * total(of.use().demands().commodity()[d]);
        }
        for (int m = 0; m < layout.markets(); m++) {
            disposed[m] = point.x()[column++] * total(layout.marketCommodity[m]);
        }
    }

    /// Solves it; empty if the balances cannot hold.
    static Optional<BaseYearFit> of(SupplyCase of, ProgramLayout layout, SolveOptions options) {
        BaseYearFit year = new BaseYearFit(of, layout);
        MathProgram program = year.program();
        if (!(ConvexSolver.solve(program, year.curves(program.columns().size()), StartPoint.of(year.begin), options)
                instanceof Solution.Optimal found)) {
            return Optional.empty();
        }
        year.take(found.point());
        return Optional.of(year);
    }

    private MathProgram program() {
        int columns = processes + lanes + demands + layout.markets();
        double[] cost = new double[columns];
        double[] upper = new double[columns];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        begin = new double[columns];
        double[] side = sides();
        MatrixEntries entries = new MatrixEntries(columns, columns * 3);
        SupplyCase.Operation operation = of.industry().processes().operation();
        for (int p = 0; p < processes; p++) {
            double unit = whole(p);
            upper[p] = capacity(p) / unit;
            observe(cost, p, operation.observed(), p, unit, operation.cost().at(p, 0) / worth(p));
            recipe(entries, p, unit);
            entries.endColumn();
        }
        SupplyCase.Lane lane = of.routes().lane();
        for (int l = 0; l < lanes; l++) {
            int commodity = of.routes().commodity()[l];
            double unit = total(commodity);
            upper[processes + l] = laneCapacity(l) / unit;
            observe(cost, processes + l, lane.observed(), l, unit, lane.cost().at(l, 0) / level(commodity));
            entries.put(layout.market(of.routes().from()[l], of.routes().commodity()[l]), -1);
            entries.put(
                    layout.market(of.routes().to()[l], of.routes().commodity()[l]),
                    1 - lane.loss().at(l, 0));
            entries.endColumn();
        }
        useColumns(entries, cost, upper);
        return MathProgram.linear(
                new MathProgram.Columns(cost, new double[columns], upper),
                new MathProgram.Rows(side, side.clone()),
                entries.matrix());
    }

    /// The marginal cost of a thing: x/o - 1 where it was observed, so that what leaves its figure by the same
    /// share weighs the same.
    /// @param share its cost, of what is worth about the same
    private void observe(double[] cost, int column, PeriodColumn observed, int thing, double unit, double share) {
        double seen = observed.given(thing) ? observed.at(thing, 0) * length / unit : 0;
        if (seen > 0) {
            cost[column] = -1;
            begin[column] = seen;
        } else {
            double beside = share / (1 + Math.abs(share));
            cost[column] = (observed.given(thing) ? STOOD_STILL : UNOBSERVED) + COST * beside;
        }
    }

    private CostCurves curves(int columns) {
        double[] slope = new double[columns];
        double[] power = new double[columns];
        double[] unit = new double[columns];
        for (int j = 0; j < processes + lanes; j++) {
            boolean seen = begin[j] > 0;
            slope[j] = seen ? 1 : UNOBSERVED;
            power[j] = 1;
            unit[j] = seen ? begin[j] : 1;
        }
        return new CostCurves(slope, power, new double[columns], unit);
    }

    private void useColumns(MatrixEntries entries, double[] cost, double[] upper) {
        int column = processes + lanes;
        boolean[] purpose = purposes();
        for (int d = 0; d < demands; d++, column++) {
            int commodity = of.use().demands().commodity()[d];
            cost[column] = SHORT;
            upper[column] = of.use().demands().amount().at(d, 0) * length / total(commodity);
            entries.put(layout.market(of.use().demands().place()[d], commodity), 1);
            entries.endColumn();
        }
        for (int m = 0; m < layout.markets(); m++, column++) {
            boolean never = of.world().commodities().disposal()[layout.marketCommodity[m]] instanceof Disposal.Never;
            upper[column] = never ? 0 : Double.POSITIVE_INFINITY;
            cost[column] = purpose[layout.marketCommodity[m]] ? WASTED : COST;
            entries.put(m, -1);
            entries.endColumn();
        }
    }

    /// @param unit T_j of the process
    private void recipe(MatrixEntries entries, int process, double unit) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int recipe = of.industry().processes().recipe()[process];
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            entries.put(
                    layout.market(of.industry().processes().place()[process], recipes.commodity()[line]),
                    recipes.amount()[line] * unit / total(recipes.commodity()[line]));
        }
    }

    /// Reference demand of the first period less what comes back from use.
    private double[] sides() {
        double[] whole = new double[layout.rows];
        new Recycling(of, layout).given(whole);
        double[] side = new double[layout.markets()];
        for (int m = 0; m < side.length; m++) {
            side[m] = whole[layout.balance(m, 0)];
        }
        SupplyCase.Demands table = of.use().demands();
        for (int d = 0; d < demands; d++) {
            side[layout.market(table.place()[d], table.commodity()[d])] +=
                    table.amount().at(d, 0) * length;
        }
        for (int m = 0; m < side.length; m++) {
            side[m] /= total(layout.marketCommodity[m]);
        }
        return side;
    }

    private void weigh(int process) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int recipe = of.industry().processes().recipe()[process];
        boolean makes = false;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            makes |= recipes.amount()[line] > 0;
        }
        double sum = 0;
        double most = 0;
        main[process] = recipes.commodity()[recipes.first()[recipe]];
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            if (makes == recipes.amount()[line] > 0) {
                int commodity = recipes.commodity()[line];
                double amount = Math.abs(recipes.amount()[line]);
                double one = amount * level(commodity);
                worth[process] += one;
                sum += one * amount / total(commodity);
                boolean first = id(commodity).compareTo(id(main[process])) < 0;
                boolean better = one > most * (1 + SAME) || (one > most * (1 - SAME) && first);
                main[process] = better ? commodity : main[process];
                most = better ? one : most;
            }
        }
        whole[process] = worth[process] / sum;
    }

    private String id(int commodity) {
        return of.world().commodities().ids().id(commodity);
    }

    /// Commodities that some observed process makes as its only product.
    private boolean[] purposes() {
        SupplyCase.Recipes recipes = of.industry().recipes();
        boolean[] purpose = new boolean[of.world().commodities().size()];
        for (int p = 0; p < processes; p++) {
            int recipe = of.industry().processes().recipe()[p];
            int products = 0;
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                products += recipes.amount()[line] > 0 ? 1 : 0;
            }
            if (products == 1
                    && of.industry().processes().operation().observed().given(p)) {
                purpose[main(p)] = true;
            }
        }
        return purpose;
    }

    /// By commodity: what comes back from use in the period [amount].
    private double[] returned() {
        double[] side = new double[layout.rows];
        new Recycling(of, layout).given(side);
        double[] returned = new double[of.world().commodities().size()];
        for (int m = 0; m < layout.markets(); m++) {
            returned[layout.marketCommodity[m]] -= side[layout.balance(m, 0)];
        }
        return returned;
    }
}
