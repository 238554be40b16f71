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
///     min Σ_j o_j/T_j · ½ (x_j/o_j - 1)² + Σ_d 0.9/T short + Σ_m waste/T thrown + Σ_j (1e-3 + 1e-5 cost)/T · x_j
/// over what was not observed
///     subject to the balances of the period at reference demand
///
/// o_j – observed; T_j – what was observed or wanted of its commodity: tonnes of LNG and of dysprosium weigh the
/// same. Squares, so that the answer is
/// one and moves as little as the figures do; every observation gives way by the same share before a demand goes
/// short. What is observed keeps its own
/// figure as the base of its answer ([Calibrator]); what is found here fills the gaps, and what goes short here is
/// what the figures
/// cannot supply.
final class BaseYearFit {
    /// Share of the commodity's total below which an amount is nothing.
    private static final double NIL = 1e-7;

    /// A demand goes short only where observations would have to be left by more than this share.
    private static final double SHORT = 0.9;

    /// Throwing away what is made on purpose; what comes along with something else goes at the price of its cost.
    private static final double WASTED = 20;

    private static final double UNOBSERVED = 1e-3;

    /// Doing something where the observation says nothing was done.
    private static final double STOOD_STILL = 0.5;

    private static final double COST = 1e-5;

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
    private final double[] total;
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
        this.main = new int[processes];
        Arrays.setAll(main, this::mostOf);
        this.total = totals();
    }

    double[] activity() {
        return activity;
    }

    double[] flow() {
        return flow;
    }

    /// Whether so little of a commodity is nothing.
    boolean isNil(double amount, int commodity) {
        return amount <= NIL * total[commodity];
    }

    /// What was observed or wanted of a commodity in the period [amount].
    double total(int commodity) {
        return total[commodity];
    }

    double[] shortage() {
        return shortage;
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
            activity[p] = point.x()[column++] * total[main(p)];
        }
        for (int l = 0; l < lanes; l++) {
            flow[l] = point.x()[column++] * total[of.routes().commodity()[l]];
        }
        for (int d = 0; d < demands; d++) {
            shortage[d] = point.x()[column++] * total[of.use().demands().commodity()[d]];
        }
        for (int m = 0; m < layout.markets(); m++) {
            disposed[m] = point.x()[column++] * total[layout.marketCommodity[m]];
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
        double dearest = dearest();
        SupplyCase.Operation operation = of.industry().processes().operation();
        for (int p = 0; p < processes; p++) {
            double unit = total[main(p)];
            upper[p] = capacity(p) / unit;
            observe(cost, p, operation.observed(), p, unit, operation.cost().at(p, 0) / dearest);
            recipe(entries, p, unit);
            entries.endColumn();
        }
        SupplyCase.Lane lane = of.routes().lane();
        for (int l = 0; l < lanes; l++) {
            double unit = total[of.routes().commodity()[l]];
            upper[processes + l] = laneCapacity(l) / unit;
            observe(cost, processes + l, lane.observed(), l, unit, lane.cost().at(l, 0) / dearest);
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
    private void observe(double[] cost, int column, PeriodColumn observed, int thing, double unit, double share) {
        double seen = observed.given(thing) ? observed.at(thing, 0) * length / unit : 0;
        if (seen > 0) {
            cost[column] = -1;
            begin[column] = seen;
        } else {
            cost[column] = (observed.given(thing) ? STOOD_STILL : UNOBSERVED) + COST * share;
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
            upper[column] = of.use().demands().amount().at(d, 0) * length / total[commodity];
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

    /// @param unit T_c of the process
    private void recipe(MatrixEntries entries, int process, double unit) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int recipe = of.industry().processes().recipe()[process];
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            entries.put(
                    layout.market(of.industry().processes().place()[process], recipes.commodity()[line]),
                    recipes.amount()[line] * unit / total[recipes.commodity()[line]]);
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
            side[m] /= total[layout.marketCommodity[m]];
        }
        return side;
    }

    /// Commodity by which a process is weighed: what it makes most of, or uses most of if it makes nothing; of
    /// equals the first by id.
    int main(int process) {
        return main[process];
    }

    private int mostOf(int process) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int recipe = of.industry().processes().recipe()[process];
        int best = recipes.first()[recipe];
        for (int line = best + 1; line < recipes.first()[recipe + 1]; line++) {
            double one = recipes.amount()[line];
            double other = recipes.amount()[best];
            boolean more = one > 0 == other > 0 ? Math.abs(one) > Math.abs(other) : one > 0;
            boolean first = one == other && id(recipes.commodity()[line]).compareTo(id(recipes.commodity()[best])) < 0;
            best = more || first ? line : best;
        }
        return recipes.commodity()[best];
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

    /// Of each commodity the most of what was made, used, sent or wanted of it, 1 where nothing is known [amount].
    private double[] totals() {
        double[] total = new double[of.world().commodities().size()];
        double[] used = new double[total.length];
        SupplyCase.Recipes recipes = of.industry().recipes();
        for (int p = 0; p < processes; p++) {
            PeriodColumn observed = of.industry().processes().operation().observed();
            double amount = observed.given(p) ? observed.at(p, 0) * length : 0;
            int recipe = of.industry().processes().recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                total[recipes.commodity()[line]] += Math.max(0, recipes.amount()[line]) * amount;
                used[recipes.commodity()[line]] -= Math.min(0, recipes.amount()[line]) * amount;
            }
        }
        for (int c = 0; c < total.length; c++) {
            total[c] = Math.max(total[c], used[c]);
        }
        for (int l = 0; l < lanes; l++) {
            if (of.routes().lane().observed().given(l)) {
                total[of.routes().commodity()[l]] +=
                        of.routes().lane().observed().at(l, 0) * length;
            }
        }
        SupplyCase.Demands table = of.use().demands();
        for (int d = 0; d < demands; d++) {
            total[table.commodity()[d]] =
                    Math.max(total[table.commodity()[d]], table.amount().at(d, 0) * length);
        }
        for (int c = 0; c < total.length; c++) {
            total[c] = total[c] > 0 ? total[c] : 1;
        }
        return total;
    }

    private double dearest() {
        double most = 0;
        for (int p = 0; p < processes; p++) {
            most = Math.max(
                    most, Math.abs(of.industry().processes().operation().cost().at(p, 0)));
        }
        for (int l = 0; l < lanes; l++) {
            most = Math.max(most, Math.abs(of.routes().lane().cost().at(l, 0)));
        }
        return most > 0 ? most : 1;
    }
}
