package org.genryu.balance.calibration;

import java.util.Arrays;
import java.util.Optional;
import org.genryu.balance.layout.DemandCurve;
import org.genryu.balance.layout.MatrixEntries;
import org.genryu.balance.layout.ProgramLayout;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Disposal;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.convex.ConvexSolver;
import org.genryu.solve.convex.CostCurves;
import org.genryu.solve.convex.StartPoint;

/// Which prices stood behind the base year?
///
///     min  Σ OBSERVED ((π_m - P_m)/P_m)²                            observed prices, and the reference prices of
/// demand curves
///        + Σ_lanes  s_l ((1 - loss) π_to - (1 + tariff) π_from - freight - TRADE π_to)² / S²     what a lane earns
/// is a usual trade margin
///        + Σ_plants s_p (A_pᵀπ - (1 + WORKING) cost)² / S_p²                                  what a plant earns is
/// a usual margin on its cost
///        + Σ_m ANCHOR ((π_m - S)/S)²                                                          else the level of the
/// commodity
///     subject to π_m ≥ - disposal cost, and equal to it where something is thrown away
///
/// over the lanes and plants in use. S – level of the commodity's price ([PriceLevels]); S_p – of what the plant
/// makes; s – share of the commodity's total, less for mines: they take the rent that is left. A strictly convex
/// rule: one answer, whatever the order of the rows, that moves as little as the figures do. What it leaves is the
/// margin of each lane and plant; [Calibrator] tells what of it is a residual.
final class BasePrices {
    private static final double OBSERVED = 1e4;
    private static final double REFERENCE = 1e3;
    private static final double ANCHOR = 1e-6;

    /// Usual margin of a lane, of the price where it ends. Assumption: a few per cent of the value for insurance,
    /// finance and the trader.
    static final double TRADE = 0.03;

    /// Usual margin of a plant over its own cost. Assumption.
    private static final double WORKING = 0.15;

    /// Weight of a mine's margin beside that of a plant: rents of the ground stay with the ground.
    private static final double GROUND = 1e-3;

    private final SupplyCase of;
    private final ProgramLayout layout;
    private final BaseYearFit year;
    private final int markets;
    private double[] price = new double[0];

    private BasePrices(SupplyCase of, ProgramLayout layout, BaseYearFit year) {
        this.of = of;
        this.layout = layout;
        this.year = year;
        this.markets = layout.markets();
    }

    /// Solves it; empty only if the solver fails.
    static Optional<BasePrices> of(SupplyCase of, ProgramLayout layout, BaseYearFit year, SolveOptions options) {
        BasePrices prices = new BasePrices(of, layout, year);
        return prices.solve(options) ? Optional.of(prices) : Optional.empty();
    }

    double price(int market) {
        return price[market];
    }

    double[] price() {
        return price;
    }

    private boolean solve(SolveOptions options) {
        Equations equations = new Equations();
        anchors(equations);
        lanes(equations);
        plants(equations);
        int columns = markets + equations.count;
        double[] lower = new double[columns];
        double[] upper = new double[columns];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        double[] slope = new double[columns];
        double[] power = new double[columns];
        double[] one = new double[columns];
        Arrays.fill(one, 1);
        double[] size = new double[markets];
        for (int m = 0; m < markets; m++) {
            int commodity = layout.marketCommodity[m];
            size[m] = year.level(commodity);
            if (of.world().commodities().disposal()[commodity] instanceof Disposal.Costs(double cost)) {
                lower[m] = -cost / size[m];
                upper[m] = year.isThrownAway(m) ? lower[m] : upper[m];
            }
        }
        double[] side = new double[equations.count];
        for (int k = 0; k < equations.count; k++) {
            slope[markets + k] = equations.weight[k];
            power[markets + k] = 1;
            side[k] = equations.side[k] / equations.size[k];
        }
        MathProgram program = MathProgram.linear(
                new MathProgram.Columns(new double[columns], lower, upper),
                new MathProgram.Rows(side, side.clone()),
                equations.matrix(size));
        if (!(ConvexSolver.solve(
                        program, new CostCurves(slope, power, new double[columns], one), StartPoint.of(one), options)
                instanceof Solution.Optimal found)) {
            return false;
        }
        price = new double[markets];
        Arrays.setAll(price, m -> size[m] * found.point().x()[m]);
        return true;
    }

    /// The equations Σ a π - e = side, each with the size and the weight of its error e. They are solved in sizes:
    /// π by its level, e by its own, so that no money is left in them.
    private static final class Equations {
        private int count;
        private int[] row = new int[64];
        private int[] column = new int[64];
        private double[] value = new double[64];
        private int used;
        private double[] side = new double[64];
        private double[] size = new double[64];
        private double[] weight = new double[64];

        void put(int market, double amount) {
            if (used == row.length) {
                row = Arrays.copyOf(row, used * 2);
                column = Arrays.copyOf(column, used * 2);
                value = Arrays.copyOf(value, used * 2);
            }
            row[used] = count;
            column[used] = market;
            value[used++] = amount;
        }

        void end(double right, double scale, double share) {
            if (count == side.length) {
                side = Arrays.copyOf(side, count * 2);
                size = Arrays.copyOf(size, count * 2);
                weight = Arrays.copyOf(weight, count * 2);
            }
            side[count] = right;
            size[count] = scale;
            weight[count++] = share;
        }

        /// @param level by price
        MathProgram.Matrix matrix(double[] level) {
            int prices = level.length;
            MatrixEntries cells = new MatrixEntries(prices + count, used + count);
            int[] order = new int[used];
            int[] start = new int[prices + 1];
            for (int e = 0; e < used; e++) {
                start[column[e] + 1]++;
            }
            for (int m = 0; m < prices; m++) {
                start[m + 1] += start[m];
            }
            int[] next = start.clone();
            for (int e = 0; e < used; e++) {
                order[next[column[e]]++] = e;
            }
            for (int m = 0; m < prices; m++) {
                for (int at = start[m]; at < start[m + 1]; at++) {
                    cells.put(row[order[at]], value[order[at]] * level[m] / size[row[order[at]]]);
                }
                cells.endColumn();
            }
            for (int k = 0; k < count; k++) {
                cells.put(k, -1);
                cells.endColumn();
            }
            return cells.matrix();
        }
    }

    private void anchors(Equations equations) {
        SupplyCase.Prices prices = of.world().prices();
        for (int i = 0; i < prices.size(); i++) {
            int market = layout.market(prices.place()[i], prices.commodity()[i]);
            if (market >= 0) {
                equations.put(market, 1);
                equations.end(prices.price()[i], year.level(prices.commodity()[i]), OBSERVED);
            }
        }
        SupplyCase.Demands demands = of.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            if (!DemandCurve.isFixed(of, d)) {
                int commodity = demands.commodity()[d];
                equations.put(layout.market(demands.place()[d], commodity), 1);
                equations.end(
                        DemandCurve.referencePrice(of, d, 0),
                        year.level(commodity),
                        REFERENCE * share(DemandCurve.reference(of, d, 0) / year.total(commodity)));
            }
        }
        for (int m = 0; m < markets; m++) {
            equations.put(m, 1);
            double level = year.level(layout.marketCommodity[m]);
            equations.end(level, level, ANCHOR);
        }
    }

    private void lanes(Equations equations) {
        SupplyCase.Routes routes = of.routes();
        for (int l = 0; l < routes.size(); l++) {
            int commodity = routes.commodity()[l];
            double amount = Calibrator.base(of, year, l);
            if (year.isNil(amount, commodity)) {
                continue;
            }
            equations.put(
                    layout.market(routes.to()[l], commodity),
                    1 - routes.lane().loss().at(l, 0) - TRADE);
            equations.put(
                    layout.market(routes.from()[l], commodity),
                    -1 - routes.lane().tariff().at(l, 0));
            double share = share(amount / year.total(commodity));
            equations.end(routes.lane().cost().at(l, 0), year.level(commodity), share);
        }
    }

    private void plants(Equations equations) {
        SupplyCase.Processes processes = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        for (int p = 0; p < processes.size(); p++) {
            double amount = Calibrator.base(of, year, layout, p);
            if (year.stands(amount, p)) {
                continue;
            }
            int recipe = processes.recipe()[p];
            double made = 0;
            boolean ground = true;
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                equations.put(layout.market(processes.place()[p], recipes.commodity()[line]), recipes.amount()[line]);
                made += Math.max(0, recipes.amount()[line]) * year.level(recipes.commodity()[line]);
                ground &= recipes.amount()[line] > 0;
            }
            double cost = processes.operation().cost().at(p, 0);
            double size = made > 0 ? made : Math.max(Math.abs(cost), year.worth(p));
            double share = share(amount / year.whole(p));
            equations.end(cost + WORKING * Math.abs(cost), size, share * (ground ? GROUND : 1));
        }
    }

    /// Weight of a thing that does this share of all there is.
    private static double share(double share) {
        return 1e-3 + share;
    }
}
