package org.genryu.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Curve;
import org.genryu.casefile.SupplyCase.Disposal;
import org.genryu.solve.Program;
import org.genryu.solve.Solution;

/// Which prices make the base year a best answer, with the least unexplained money?
///
/// Columns: π by market (free), then for each process and lane its wedge up and down, then for each observed price
/// its miss up and down.
/// Rows: one for each process and lane: A_jᵀπ - up + down = cost (≤ where it stood still, ≥ at capacity, free where it
/// was not there yet); one for each observed price.
/// min Σ (up + down)·x̄ + Σ weight·(miss).
final class BasePrices {
    /// Weight of an observed price against unexplained money.
    private static final double PRICE = 100;

    /// Weight of a wedge that keeps an idle thing idle, as a share of the mean flow of its commodity.
    private static final double IDLE = 1e-3;

    /// Share of what is wanted in a market that must go short before the shortage is taken for real and sets the
    /// price;
    /// less is the rounding of the observations, which may fall on the smallest of its demands.
    private static final double SHORT = 0.01;

    private final SupplyCase of;
    private final Layout layout;
    private final BaseYear year;
    private final int things;
    private final int markets;
    private double[] price = new double[0];
    private double[] wedge = new double[0];

    BasePrices(SupplyCase of, Layout layout, BaseYear year) {
        this.of = of;
        this.layout = layout;
        this.year = year;
        this.markets = layout.markets();
        this.things = of.industry().processes().size() + of.routes().size();
    }

    double[] price() {
        return price;
    }

    double[] activityWedge() {
        return Arrays.copyOf(wedge, of.industry().processes().size());
    }

    double[] flowWedge() {
        return Arrays.copyOfRange(wedge, of.industry().processes().size(), things);
    }

    void take(Solution.Point point) {
        price = Arrays.copyOf(point.x(), markets);
        wedge = new double[things];
        for (int j = 0; j < things; j++) {
            wedge[j] = point.x()[markets + 2 * j] - point.x()[markets + 2 * j + 1];
        }
    }

    /// A price that should be met.
    private record Anchor(int market, double price, double weight) {}

    Program program() {
        List<Anchor> anchors = anchors();
        int rows = things + anchors.size();
        int columns = markets + 2 * things + 2 * anchors.size();
        double[] cost = new double[columns];
        double[] lower = new double[columns];
        double[] upper = new double[columns];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        double[] rowLower = new double[rows];
        double[] rowUpper = new double[rows];
        priceBounds(lower, upper);
        Entries entries = new Entries(columns, columns * 3);
        priceEntries(entries, anchors);
        double[] mean = meanFlows();
        for (int j = 0; j < things; j++) {
            double amount = amount(j);
            boolean stands = amount <= BaseYear.NIL;
            boolean full = !stands && amount >= capacity(j) * (1 - 1e-9);
            boolean absent = stands && capacity(j) <= 0;
            rowLower[j] = stands ? Double.NEGATIVE_INFINITY : cost(j);
            rowUpper[j] = full || absent ? Double.POSITIVE_INFINITY : cost(j);
            cost[markets + 2 * j] = Math.max(amount, IDLE * mean[commodity(j)]);
            cost[markets + 2 * j + 1] = cost[markets + 2 * j];
            upper[markets + 2 * j + 1] = stands ? 0 : Double.POSITIVE_INFINITY;
            entries.put(j, -1);
            entries.endColumn();
            entries.put(j, 1);
            entries.endColumn();
        }
        for (int a = 0; a < anchors.size(); a++) {
            rowLower[things + a] = anchors.get(a).price();
            rowUpper[things + a] = anchors.get(a).price();
            cost[markets + 2 * things + 2 * a] = anchors.get(a).weight();
            cost[markets + 2 * things + 2 * a + 1] = anchors.get(a).weight();
            entries.put(things + a, -1);
            entries.endColumn();
            entries.put(things + a, 1);
            entries.endColumn();
        }
        return Program.linear(
                new Program.Columns(cost, lower, upper), new Program.Rows(rowLower, rowUpper), entries.matrix());
    }

    /// A market from which something is thrown away has the price minus the cost of that; otherwise the price is at
    /// least that.
    private void priceBounds(double[] lower, double[] upper) {
        for (int m = 0; m < markets; m++) {
            switch (of.world().commodities().disposal()[layout.marketCommodity[m]]) {
                case Disposal.Costs(double unit) -> {
                    lower[m] = -unit;
                    upper[m] = year.thrown(m) ? -unit : Double.POSITIVE_INFINITY;
                }
                case Disposal.Never _ -> lower[m] = Double.NEGATIVE_INFINITY;
            }
        }
        SupplyCase.Demands demands = of.use().demands();
        double[] wanted = new double[markets];
        double[] missing = new double[markets];
        for (int d = 0; d < demands.size(); d++) {
            int m = layout.market(demands.place()[d], demands.commodity()[d]);
            wanted[m] += demands.amount().at(d, 0) * of.periods().length(0);
            missing[m] += year.shortage()[d];
        }
        for (int d = 0; d < demands.size(); d++) {
            if (demands.shortageCost().given(d)) {
                int m = layout.market(demands.place()[d], demands.commodity()[d]);
                double most = demands.shortageCost().at(d, 0);
                upper[m] = Math.max(lower[m], Math.min(upper[m], most));
                boolean own = year.shortage()[d]
                        > SHORT * demands.amount().at(d, 0) * of.periods().length(0);
                if (own && missing[m] > SHORT * wanted[m]) {
                    lower[m] = Math.max(lower[m], Math.min(upper[m], most));
                }
            }
        }
    }

    private void priceEntries(Entries entries, List<Anchor> anchors) {
        List<List<double[]>> cells = new ArrayList<>();
        for (int m = 0; m < markets; m++) {
            cells.add(new ArrayList<>());
        }
        SupplyCase.Recipes recipes = of.industry().recipes();
        SupplyCase.Processes processes = of.industry().processes();
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                cells.get(layout.market(processes.place()[p], recipes.commodity()[line]))
                        .add(new double[] {p, recipes.amount()[line]});
            }
        }
        SupplyCase.Routes routes = of.routes();
        for (int l = 0; l < routes.size(); l++) {
            int row = processes.size() + l;
            cells.get(layout.market(routes.from()[l], routes.commodity()[l])).add(new double[] {row, -1});
            cells.get(layout.market(routes.to()[l], routes.commodity()[l])).add(new double[] {
                row, 1 - routes.lane().loss().at(l, 0)
            });
        }
        for (int a = 0; a < anchors.size(); a++) {
            cells.get(anchors.get(a).market()).add(new double[] {things + a, 1});
        }
        for (List<double[]> column : cells) {
            column.forEach(cell -> entries.put((int) cell[0], cell[1]));
            entries.endColumn();
        }
    }

    /// Observed prices, and the reference prices of demand curves.
    private List<Anchor> anchors() {
        List<Anchor> anchors = new ArrayList<>();
        double[] mean = meanFlows();
        SupplyCase.Prices prices = of.world().prices();
        for (int i = 0; i < prices.size(); i++) {
            int market = layout.market(prices.place()[i], prices.commodity()[i]);
            if (market >= 0) {
                anchors.add(new Anchor(market, prices.price()[i], PRICE * mean[prices.commodity()[i]]));
            }
        }
        SupplyCase.Demands demands = of.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            int market = layout.market(demands.place()[d], demands.commodity()[d]);
            double weight = PRICE * demands.amount().at(d, 0) * of.periods().length(0);
            switch (demands.curve()[d]) {
                case Curve.Fixed _ -> {}
                case Curve.Linear(var reference, var _) -> anchors.add(new Anchor(market, reference.at(d, 0), weight));
                case Curve.IsoElastic(var reference, var _) ->
                    anchors.add(new Anchor(market, reference.at(d, 0), weight));
            }
        }
        return anchors;
    }

    private double amount(int j) {
        int processes = of.industry().processes().size();
        return j < processes ? year.activity()[j] : year.flow()[j - processes];
    }

    private double capacity(int j) {
        int processes = of.industry().processes().size();
        return j < processes ? year.capacity(j) : year.laneCapacity(j - processes);
    }

    private double cost(int j) {
        int processes = of.industry().processes().size();
        return j < processes
                ? of.industry().processes().operation().cost().at(j, 0)
                : of.routes().lane().cost().at(j - processes, 0);
    }

    private int commodity(int j) {
        int processes = of.industry().processes().size();
        return j < processes ? year.main(j) : of.routes().commodity()[j - processes];
    }

    /// Mean of what was made and sent of each commodity, 1 where nothing was [amount].
    private double[] meanFlows() {
        double[] sum = new double[of.world().commodities().size()];
        int[] count = new int[sum.length];
        for (int j = 0; j < things; j++) {
            if (amount(j) > BaseYear.NIL) {
                sum[commodity(j)] += amount(j);
                count[commodity(j)]++;
            }
        }
        for (int c = 0; c < sum.length; c++) {
            sum[c] = count[c] == 0 ? 1 : sum[c] / count[c];
        }
        return sum;
    }
}
