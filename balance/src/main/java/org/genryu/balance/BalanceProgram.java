package org.genryu.balance;

import java.util.Arrays;
import org.genryu.balance.calibration.CalibrationTerms;
import org.genryu.balance.calibration.Calibrator;
import org.genryu.balance.layout.DemandCurve;
import org.genryu.balance.layout.ProgramLayout;
import org.genryu.balance.layout.Recycling;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Curve;
import org.genryu.casefile.SupplyCase.Disposal;
import org.genryu.casefile.SupplyCase.Transit;
import org.genryu.core.Deadline;
import org.genryu.core.time.Periods;
import org.genryu.solve.MathProgram;
import org.genryu.solve.convex.CostCurves;

/// Writes the balance of a case as a linear program.
///
/// minimise Σ_t δ_t [ Σ cost·activity + Σ (cost + tariff)·flow + Σ disposal_cost·disposed + Σ shortage_cost·shortage
/// - Σ value·served
/// + d Σ cost·level + Σ annuity·built ] for every market (place, commodity) and period t: made - used + Σ (1 -
/// loss)·inflow - Σ outflow + (1 - loss)^d·level_{t-1} - level_t + shortage + returned - disposed = demand
///
/// All columns are amounts of the period, so that the dual of a balance over δ_t is a price per unit. A market whose
/// commodity may be thrown away free has "≥ demand" in place of a disposal column.
///
/// Size: one method for each group of columns and rows; the program is read in one piece beside its algebra.
///
/// δ_t = (1 + discount rate)^-(start of t) – [#discount(int)]; d = period length – [#length(int)]
///
/// A period that events cut counts by its parts: each has its own balances and its own length, and what of a voyage
/// is shorter than half of the whole period arrives in the part in which it leaves.
final class BalanceProgram {
    /// Days of a year, for voyages.
    private static final double DAYS = 365;

    private final SupplyCase of;
    private final ProgramLayout layout;
    private final CalibrationTerms terms;
    private final int periods;
    private final double[] length;
    private final double[] discount;
    // The bending columns, written with the costs.
    private final double[] slopes;
    private final double[] powers;
    private final double[] froms;
    private final double[] units;

    BalanceProgram(SupplyCase of, ProgramLayout layout, CalibrationTerms terms) {
        this.of = of;
        this.layout = layout;
        this.terms = terms;
        this.periods = layout.periods;
        this.length = new double[periods];
        Arrays.setAll(length, t -> of.periods().length(t));
        this.discount = new double[periods];
        Arrays.setAll(discount, t -> of.periods().discount(t, of.info().discountRate()));
        this.slopes = new double[layout.columns];
        this.powers = new double[layout.columns];
        this.froms = new double[layout.columns];
        this.units = new double[layout.columns];
    }

    double discount(int t) {
        return discount[t];
    }

    MathProgram program() {
        Deadline.present().check();
        MathProgram.Columns columns = columns();
        return MathProgram.linear(columns, rows(), new IncidenceMatrix(of, layout, this).matrix());
    }

    // -- costs and bounds

    MathProgram.Columns columns() {
        double[] cost = new double[layout.columns];
        double[] lower = new double[layout.columns];
        double[] upper = new double[layout.columns];
        activities(cost, lower, upper);
        flows(cost, lower, upper);
        levels(cost, lower, upper);
        demands(cost, upper);
        disposals(cost, upper);
        buildings(cost, upper);
        return new MathProgram.Columns(cost, lower, upper);
    }

    private void activities(double[] cost, double[] lower, double[] upper) {
        SupplyCase.Operation operation = of.industry().processes().operation();
        for (int p = 0; p < layout.activity.first().length; p++) {
            boolean built = layout.isBuilt(p);
            for (int t = 0; t < periods; t++) {
                double capacity =
                        built ? Double.POSITIVE_INFINITY : operation.capacity().at(p, t) * length[t];
                double least = built || capacity == Double.POSITIVE_INFINITY
                        ? 0
                        : operation.minUse().at(p, t) * capacity;
                answer(
                        layout.activity.at(p, t),
                        terms.activity()[p],
                        t,
                        operation.cost().at(p, t),
                        new double[] {least, capacity},
                        new Sides(cost, lower, upper));
            }
        }
    }

    private void flows(double[] cost, double[] lower, double[] upper) {
        SupplyCase.Lane lane = of.routes().lane();
        for (int l = 0; l < layout.flow.first().length; l++) {
            for (int t = 0; t < periods; t++) {
                answer(
                        layout.flow.at(l, t),
                        terms.flow()[l],
                        t,
                        lane.cost().at(l, t) + terms.tariff(l, t),
                        new double[] {0, lane.capacity().at(l, t) * length[t]},
                        new Sides(cost, lower, upper));
            }
        }
    }

    private record Sides(double[] cost, double[] lower, double[] upper) {}

    /// Writes the column, or the flat and the rising column, of a thing in period t.
    /// @param own its own cost [currency/unit]
    /// @param range least and most that it can do [amount of the period]
    private void answer(int column, CalibrationTerms.Answer answer, int t, double own, double[] range, Sides sides) {
        double least = range[0];
        double most = range[1];
        switch (answer) {
            case CalibrationTerms.Answer.Flat _ -> {
                sides.cost[column] = discount[t] * own;
                sides.lower[column] = least;
                sides.upper[column] = most;
            }
            case CalibrationTerms.Answer.Entering entering -> {
                sides.cost[column] = discount[t] * (own + entering.entry()[t]);
                sides.lower[column] = least;
                sides.upper[column] = most;
                bend(column, discount[t] * entering.slope()[t], 1, 0, entering.unit()[t]);
            }
            case CalibrationTerms.Answer.Bound bound -> {
                sides.cost[column] = discount[t] * (own + bound.shift()[t] - bound.bond()[t]);
                sides.lower[column] = least;
                sides.upper[column] = most;
                bend(column, discount[t] * bound.slope(t), bound.power()[t], 0, bound.reference()[t]);
            }
            case CalibrationTerms.Answer.Rising rising -> {
                double base = discount[t] * (own + rising.shift()[t]);
                double knee = rising.knee(t);
                int rise = column;
                if (rising.floor() > 0) {
                    sides.cost[column] = base + discount[t] * rising.floor();
                    sides.lower[column] = Math.min(knee, least);
                    sides.upper[column] = Math.min(knee, most);
                    rise = column + 1;
                }
                sides.cost[rise] = base;
                sides.lower[rise] = Math.max(0, least - knee);
                sides.upper[rise] = Math.max(0, most - knee);
                bend(rise, discount[t] * rising.margin(), rising.power()[t], knee, rising.reference()[t]);
            }
        }
    }

    private void bend(int column, double slope, double power, double from, double unit) {
        slopes[column] = slope;
        powers[column] = power;
        froms[column] = from;
        units[column] = unit;
    }

    private void levels(double[] cost, double[] lower, double[] upper) {
        SupplyCase.Stock stock = of.stock();
        for (int s = 0; s < stock.size(); s++) {
            for (int t = 0; t < periods; t++) {
                int column = layout.level.at(s, t);
                cost[column] = discount[t] * length[t] * stock.cost().at(s, t);
                lower[column] = stock.levels().least().at(s, t);
                upper[column] = stock.levels().capacity().at(s, t);
            }
            int end = layout.level.at(s, periods - 1);
            lower[end] = Math.max(lower[end], stock.levels().last()[s]);
        }
    }

    private void demands(double[] cost, double[] upper) {
        SupplyCase.Demands demands = of.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            for (int t = 0; t < periods; t++) {
                if (layout.shortage.has(d)) {
                    int column = layout.shortage.at(d, t);
                    cost[column] = discount[t] * demands.shortageCost().at(d, t);
                    upper[column] = demands.amount().at(d, t) * length[t];
                }
                if (layout.curve.has(d)) {
                    curve(d, t, cost, upper);
                }
            }
        }
    }

    /// What demand is worth, as a cost below nil: the units worth the shortage cost, then the curve from there.
    private void curve(int demand, int t, double[] cost, double[] upper) {
        int flat = layout.curve.at(demand, t);
        double capped = DemandCurve.capped(of, demand, t);
        double cap = DemandCurve.cap(of, demand, t);
        cost[flat] = capped > 0 ? -discount[t] * cap : 0;
        upper[flat] = capped;
        int rise = flat + 1;
        double quantity = DemandCurve.reference(of, demand, t);
        double price = DemandCurve.referencePrice(of, demand, t);
        upper[rise] = quantity > 0 ? Double.POSITIVE_INFINITY : 0;
        if (!(quantity > 0)) {
            return;
        }
        double e = DemandCurve.elasticity(of, demand);
        switch (of.use().demands().curve()[demand]) {
            case Curve.Fixed _ -> {}
            case Curve.Linear _ -> {
                cost[rise] = -discount[t] * price * (1 - 1 / e);
                bend(rise, -discount[t] * price / e, 1, capped, quantity);
            }
            case Curve.IsoElastic _ -> bend(rise, -discount[t] * price, 1 / e, capped, quantity);
        }
    }

    private void disposals(double[] cost, double[] upper) {
        for (int m = 0; m < layout.markets(); m++) {
            if (!layout.disposal.has(m)) {
                continue;
            }
            double unit = of.world().commodities().disposal()[layout.marketCommodity[m]] instanceof Disposal.Costs costs
                    ? costs.cost()
                    : 0;
            for (int t = 0; t < periods; t++) {
                cost[layout.disposal.at(m, t)] = discount[t] * unit;
                upper[layout.disposal.at(m, t)] = Double.POSITIVE_INFINITY;
            }
        }
    }

    /// Capacity built in period t pays its annuity in every period it stands, up to its life or the horizon.
    private void buildings(double[] cost, double[] upper) {
        SupplyCase.Processes processes = of.industry().processes();
        for (int p = 0; p < processes.size(); p++) {
            for (int t = 0; t < periods && layout.built.has(p); t++) {
                double capex = processes.investment().capex().at(p, t);
                double life = processes.investment().life().at(p, t);
                double sum = 0;
                for (int s = t; stands(t, s, life); s++) {
                    sum += discount[s] * length[s];
                }
                cost[layout.built.at(p, t)] = capex * annuity(of.info().discountRate(), life) * sum;
                upper[layout.built.at(p, t)] = processes.operation().capacity().at(p, t);
            }
        }
    }

    /// Whether what is built in period t stands in period s.
    boolean stands(int t, int s, double life) {
        return s < periods && of.periods().start(s) - of.periods().start(t) < life - 1e-9;
    }

    double length(int t) {
        return length[t];
    }

    /// r / (1 - (1 + r)^-n); 1/n without interest [1/year].
    static double annuity(double rate, double years) {
        return rate == 0 ? 1 / years : rate / -Math.expm1(-years * Math.log1p(rate));
    }

    /// How the columns bend; after [#columns()].
    CostCurves curves() {
        return new CostCurves(slopes, powers, froms, units);
    }

    // -- sides

    MathProgram.Rows rows() {
        double[] lower = new double[layout.rows];
        balances(lower);
        double[] upper = lower.clone();
        for (int m = 0; m < layout.markets(); m++) {
            if (of.world().commodities().disposal()[layout.marketCommodity[m]] instanceof Disposal.Costs costs
                    && costs.cost() == 0) {
                Arrays.fill(upper, layout.balance(m, 0), layout.balance(m, 0) + periods, Double.POSITIVE_INFINITY);
            }
        }
        limits(lower, upper);
        return new MathProgram.Rows(lower, upper);
    }

    private void balances(double[] side) {
        SupplyCase.Demands demands = of.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            int row = layout.balance(layout.market(demands.place()[d], demands.commodity()[d]), 0);
            for (int t = 0; t < periods && !layout.curve.has(d); t++) {
                side[row + t] += demands.amount().at(d, t) * length[t] - unexplained(d, t);
            }
        }
        SupplyCase.Stock stock = of.stock();
        for (int s = 0; s < stock.size(); s++) {
            side[layout.balance(layout.market(stock.place()[s], stock.commodity()[s]), 0)] -=
                    stock.levels().start()[s];
        }
        underWay(side);
        new Recycling(of, layout).given(side);
    }

    /// What comes of a fixed demand from outside the account [amount of the period].
    double unexplained(int demand, int t) {
        return terms.unexplained()[demand] * length[t] * Calibrator.fading(of, t);
    }

    /// What was sent before the first period at the observed rate and arrives within the horizon.
    void underWay(double[] side) {
        SupplyCase.Routes routes = of.routes();
        if (of.info().transit() == Transit.CYCLIC) {
            return;
        }
        for (int l = 0; l < routes.size(); l++) {
            int lag = lag(l, 0);
            if (lag == 0 || !routes.lane().observed().given(l)) {
                continue;
            }
            int row = layout.balance(layout.market(routes.to()[l], routes.commodity()[l]), 0);
            double arriving = routes.lane().observed().at(l, 0)
                    * (1 - routes.lane().loss().at(l, 0));
            for (int t = 0; t < periods && of.periods().whole(t) < lag; t++) {
                side[row + t] -= arriving * length[t];
            }
        }
    }

    private void limits(double[] lower, double[] upper) {
        SupplyCase.Processes processes = of.industry().processes();
        ProgramLayout.Limits limits = layout.limits;
        double minus = Double.NEGATIVE_INFINITY;
        for (int p = 0; p < processes.size(); p++) {
            if (limits.most()[p] >= 0) {
                Arrays.fill(lower, limits.most()[p], limits.most()[p] + periods, minus);
            }
            if (limits.least()[p] >= 0) {
                Arrays.fill(upper, limits.least()[p], limits.least()[p] + periods, Double.POSITIVE_INFINITY);
            }
            if (limits.site()[p] >= 0) {
                lower[limits.site()[p]] = minus;
                upper[limits.site()[p]] = most(p);
            }
            if (limits.reserve()[p] >= 0) {
                lower[limits.reserve()[p]] = minus;
                upper[limits.reserve()[p]] = processes.investment().reserve().at(p, 0);
            }
        }
        for (int l = 0; l < of.routes().size(); l++) {
            int row = limits.shared()[of.routes().route()[l]];
            for (int t = 0; t < periods && row >= 0; t++) {
                lower[row + t] = minus;
                upper[row + t] =
                        Math.max(upper[row + t], of.routes().lane().capacity().at(l, t) * length[t]);
            }
        }
    }

    /// The most a candidate's site ever holds [activity/year].
    private double most(int process) {
        double most = 0;
        for (int t = 0; t < periods; t++) {
            most = Math.max(
                    most, of.industry().processes().operation().capacity().at(process, t));
        }
        return most;
    }

    /// Share of the level before period t that is left in it: (1 - loss)^d.
    double kept(int store, int t) {
        double loss = of.stock().loss().at(store, t);
        return loss == 0 ? 1 : Math.pow(1 - loss, length[t]);
    }

    /// Where what a lane sends in period t arrives: the share that arrives in each period. Goods leave in the
    /// middle of a whole period and arrive `days` later: the whole period of that moment is that of arrival, and
    /// what leaves in a part of the one arrives in the same months of the other.
    void arrivals(int lane, int t, Arrival each) {
        Periods clock = of.periods();
        int lag = lag(lane, t);
        if (lag == 0) {
            each.at(t, 1);
            return;
        }
        int whole = clock.whole(t) + lag;
        if (whole >= clock.wholes()) {
            if (of.info().transit() != Transit.CYCLIC) {
                return;
            }
            whole %= clock.wholes();
        }
        int shift = (whole - clock.whole(t)) * clock.step().months();
        int from = clock.month(t) + shift;
        int until = clock.month(t + 1) + shift;
        for (int s = clock.index(from); s < periods && clock.month(s) < until; s++) {
            int common = Math.min(until, clock.month(s + 1)) - Math.max(from, clock.month(s));
            each.at(s, common / (double) (until - from));
        }
    }

    /// Takes the share of what was sent that arrives in a period.
    interface Arrival {
        void at(int period, double share);
    }

    /// Whole periods under way: ⌊1/2 + days/(365 d)⌋.
    private int lag(int lane, int t) {
        double days = of.routes().lane().days().at(lane, t);
        return (int) Math.floor(0.5 + days / (DAYS * of.periods().step().years()));
    }
}
