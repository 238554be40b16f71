package org.genryu.balance;

import java.util.Arrays;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Disposal;
import org.genryu.solve.Program;
import org.genryu.solve.Solution;

/// What nearest to the observations can have happened in the first period?
///
/// min Σ_j |x_j - observed_j| / T_c(j) + small costs, subject to the balances of the period at reference demand, T_c
/// = sum observed of the commodity.
/// Columns: activity, flow, shortage by demand, disposal by market, then for each observed thing its excess and its
/// lack. Every column and row is counted in T_c, so that tonnes of LNG and of dysprosium weigh the same in the
/// arithmetic; what is read out are amounts of the period.
final class BaseYear {
    /// Amounts below this are taken as nothing, relative to nothing: amounts are tonnes or larger units.
    static final double NIL = 1e-7;

    /// Below 1, so that a demand goes short rather than that an observation is bent.
    private static final double SHORT = 0.9;

    /// Share of what reaches a market below which a surplus is rounding.
    private static final double ROUNDING = 2e-3;

    /// The same where a price was observed.
    private static final double BELIEVED = 0.05;

    /// Throwing away what is made on purpose; what comes along with something else goes at the price of its cost.
    private static final double WASTED = 20;

    private static final double UNOBSERVED = 1e-3;
    private static final double COST = 1e-5;

    private final SupplyCase of;
    private final Layout layout;
    private final double length;
    private final int processes;
    private final int lanes;
    private final int demands;
    private final double[] activity;
    private final double[] flow;
    private final double[] disposed;
    private final double[] shortage;
    private final double[] total;

    BaseYear(SupplyCase of, Layout layout) {
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
        this.total = totals();
    }

    double[] activity() {
        return activity;
    }

    double[] flow() {
        return flow;
    }

    /// Whether so much is thrown away from a market that it has to be taken for real, rather than for the rounding
    /// of the
    /// observations. Where a price was observed, a small surplus contradicts it and the price is believed.
    boolean thrown(int market) {
        double share = priced(market) ? BELIEVED : ROUNDING;
        return disposed[market] > share * Math.max(reaching(market), NIL / ROUNDING);
    }

    private boolean priced(int market) {
        SupplyCase.Prices prices = of.world().prices();
        for (int i = 0; i < prices.size(); i++) {
            if (prices.price()[i] > 0 && layout.market(prices.place()[i], prices.commodity()[i]) == market) {
                return true;
            }
        }
        SupplyCase.Demands table = of.use().demands();
        for (int d = 0; d < demands; d++) {
            boolean fixed = table.curve()[d] instanceof SupplyCase.Curve.Fixed;
            if (!fixed && layout.market(table.place()[d], table.commodity()[d]) == market) {
                return true;
            }
        }
        return false;
    }

    /// What is made in a market and arrives there [amount].
    private double reaching(int market) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        double sum = 0;
        for (int p = 0; p < processes; p++) {
            int recipe = of.industry().processes().recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                boolean here = layout.market(of.industry().processes().place()[p], recipes.commodity()[line]) == market;
                sum += here ? Math.max(0, recipes.amount()[line]) * activity[p] : 0;
            }
        }
        for (int l = 0; l < lanes; l++) {
            boolean here = layout.market(of.routes().to()[l], of.routes().commodity()[l]) == market;
            sum += here ? flow[l] : 0;
        }
        return sum;
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

    void take(Solution.Point point) {
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

    Program program() {
        int observed = observedCount();
        int columns = processes + lanes + demands + layout.markets() + 2 * observed;
        double[] cost = new double[columns];
        double[] upper = new double[columns];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        int markets = layout.markets();
        double[] side = Arrays.copyOf(sides(), markets + observed);
        Entries entries = new Entries(columns, columns * 3);
        double dearest = dearest();
        int row = markets;
        SupplyCase.Operation operation = of.industry().processes().operation();
        for (int p = 0; p < processes; p++) {
            boolean seen = operation.observed().given(p);
            double unit = total[main(p)];
            cost[p] = tie(operation.cost().at(p, 0) / dearest, seen);
            upper[p] = capacity(p) / unit;
            recipe(entries, p, unit);
            if (seen) {
                side[row] = operation.observed().at(p, 0) * length / unit;
                entries.put(row++, 1);
            }
            entries.endColumn();
        }
        SupplyCase.Lane lane = of.routes().lane();
        for (int l = 0; l < lanes; l++) {
            boolean seen = lane.observed().given(l);
            double unit = total[of.routes().commodity()[l]];
            cost[processes + l] = tie(lane.cost().at(l, 0) / dearest, seen);
            upper[processes + l] = laneCapacity(l) / unit;
            entries.put(layout.market(of.routes().from()[l], of.routes().commodity()[l]), -1);
            entries.put(
                    layout.market(of.routes().to()[l], of.routes().commodity()[l]),
                    1 - lane.loss().at(l, 0));
            if (seen) {
                side[row] = lane.observed().at(l, 0) * length / unit;
                entries.put(row++, 1);
            }
            entries.endColumn();
        }
        useColumns(entries, cost, upper);
        deviations(entries, cost, markets);
        double[] free = side.clone();
        return Program.linear(
                new Program.Columns(cost, new double[columns], upper), new Program.Rows(side, free), entries.matrix());
    }

    private void useColumns(Entries entries, double[] cost, double[] upper) {
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

    private void deviations(Entries entries, double[] cost, int firstRow) {
        int column = processes + lanes + demands + layout.markets();
        int row = firstRow;
        for (int p = 0; p < processes; p++) {
            if (of.industry().processes().operation().observed().given(p)) {
                column = deviation(entries, cost, column, row++);
            }
        }
        for (int l = 0; l < lanes; l++) {
            if (of.routes().lane().observed().given(l)) {
                column = deviation(entries, cost, column, row++);
            }
        }
    }

    private static int deviation(Entries entries, double[] cost, int column, int row) {
        cost[column] = 1;
        entries.put(row, -1);
        entries.endColumn();
        cost[column + 1] = 1;
        entries.put(row, 1);
        entries.endColumn();
        return column + 2;
    }

    private static double tie(double share, boolean seen) {
        return (seen ? 0 : UNOBSERVED) + COST * share;
    }

    /// @param unit T_c of the process
    private void recipe(Entries entries, int process, double unit) {
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

    /// Commodity by which a process is weighed: its first product, or its first input if it makes nothing.
    int main(int process) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int recipe = of.industry().processes().recipe()[process];
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            if (recipes.amount()[line] > 0) {
                return recipes.commodity()[line];
            }
        }
        return recipes.commodity()[recipes.first()[recipe]];
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

    private double[] totals() {
        double[] total = new double[of.world().commodities().size()];
        for (int p = 0; p < processes; p++) {
            if (of.industry().processes().operation().observed().given(p)) {
                total[main(p)] +=
                        of.industry().processes().operation().observed().at(p, 0) * length;
            }
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

    private int observedCount() {
        int count = 0;
        for (int p = 0; p < processes; p++) {
            count += of.industry().processes().operation().observed().given(p) ? 1 : 0;
        }
        for (int l = 0; l < lanes; l++) {
            count += of.routes().lane().observed().given(l) ? 1 : 0;
        }
        return count;
    }

    private double dearest() {
        double most = 1;
        for (int p = 0; p < processes; p++) {
            most = Math.max(
                    most, Math.abs(of.industry().processes().operation().cost().at(p, 0)));
        }
        for (int l = 0; l < lanes; l++) {
            most = Math.max(most, Math.abs(of.routes().lane().cost().at(l, 0)));
        }
        return most;
    }
}
