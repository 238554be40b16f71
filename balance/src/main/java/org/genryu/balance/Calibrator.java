package org.genryu.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.Balance.Calibration;
import org.genryu.balance.Balance.Compared;
import org.genryu.balance.Balance.Markets;
import org.genryu.balance.Balance.Quantities;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Deadline;
import org.genryu.solve.LiveModel;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;

/// Makes the base year of the model the base year of the world.
///
/// 1. Quantities ([BaseYear]): the consistent x̄ nearest to what was observed, min Σ |x - observed| / total of its
/// commodity, subject to the
///    balances of the first period at reference demand.
/// 2. Prices ([BasePrices]): prices π and wedges w that make x̄ a best answer, min Σ |w_j| x̄_j, subject to A_jᵀπ =
/// c_j + w_j where 0 < x̄_j < capacity,
///    ≤ where x̄_j = 0, ≥ at capacity, and π at what was observed. A wedge is what the costs of the case leave
/// unexplained.
/// 3. Every period: cost + wedge, and an adjustment cost that is nil at the reference and grows with the square of
/// the distance from it.
///    The reference is x̄ grown with the need for what it makes ([#growth]).
///
/// Positive mathematical programming (Howitt 1995, American Journal of Agricultural Economics 77:329) with prices
/// given where they were observed.
/// Goods under way are taken as in a steady state, stocks as unchanged in the base year.
final class Calibrator {
    private static final int SWEEPS = 200;

    private Calibrator() {}

    /// @param terms what the program takes over
    /// @param wedgeOfActivity [currency/activity]
    /// @param price π by market [currency/unit]
    record Fit(SupplyCase of, Terms terms, double[] price) {
        Calibration compare(Quantities quantities, Markets markets) {
            List<Compared> rows = new ArrayList<>();
            double length = of.periods().length();
            double[] sum = new double[2];
            SupplyCase.Processes processes = of.industry().processes();
            for (int p = 0; p < processes.size(); p++) {
                if (processes.operation().observed().given(p)) {
                    double observed = processes.operation().observed().at(p, 0);
                    double model = quantities.activity()[p][0] / length;
                    rows.add(new Compared(
                            "activity",
                            processes.ids().id(p),
                            observed,
                            model,
                            terms.activity().wedge()[p]));
                    count(sum, observed, model);
                }
            }
            SupplyCase.Routes routes = of.routes();
            for (int l = 0; l < routes.size(); l++) {
                if (routes.lane().observed().given(l)) {
                    double observed = routes.lane().observed().at(l, 0);
                    double model = quantities.flow()[l][0] / length;
                    rows.add(new Compared(
                            "flow",
                            routes.ids().id(routes.route()[l]),
                            observed,
                            model,
                            terms.flow().wedge()[l]));
                    count(sum, observed, model);
                }
            }
            SupplyCase.Prices prices = of.world().prices();
            for (int i = 0; i < prices.size(); i++) {
                int market = markets.find(prices.place()[i], prices.commodity()[i]);
                if (market >= 0) {
                    String id = of.world().places().ids().id(prices.place()[i]) + "/"
                            + of.world().commodities().ids().id(prices.commodity()[i]);
                    double model = markets.price()[market][0];
                    rows.add(new Compared("price", id, prices.price()[i], model, price[market] - prices.price()[i]));
                }
            }
            return new Calibration(rows, sum[1] > 0 ? sum[0] / sum[1] : 0);
        }

        private static void count(double[] sum, double observed, double model) {
            sum[0] += Math.abs(model - observed);
            sum[1] += Math.abs(observed);
        }
    }

    /// The terms that make the base year; empty if nothing was observed, or if the base year has no consistent
    /// answer (the plain problem then says
    /// why).
    static Optional<Fit> fit(SupplyCase of, SolveOptions options) {
        if (!anyObserved(of)) {
            return Optional.empty();
        }
        Deadline.present().check();
        Layout layout = Layout.of(of, Layout.Steps.plain(of, 0));
        BaseYear year = new BaseYear(of, layout);
        try (LiveModel live = LiveModel.open(year.program(), options)) {
            if (!(live.solve() instanceof Solution.Optimal quantities)) {
                return Optional.empty();
            }
            year.take(quantities.point());
        }
        Deadline.present().check();
        BasePrices prices = new BasePrices(of, layout, year);
        try (LiveModel live = LiveModel.open(prices.program(), options)) {
            if (!(live.solve() instanceof Solution.Optimal found)) {
                return Optional.empty();
            }
            prices.take(found.point());
        }
        return Optional.of(new Fit(of, terms(of, layout, year, prices), prices.price()));
    }

    private static boolean anyObserved(SupplyCase of) {
        for (int p = 0; p < of.industry().processes().size(); p++) {
            if (of.industry().processes().operation().observed().given(p)) {
                return true;
            }
        }
        for (int l = 0; l < of.routes().size(); l++) {
            if (of.routes().lane().observed().given(l)) {
                return true;
            }
        }
        return of.world().prices().size() > 0;
    }

    private static Terms terms(SupplyCase of, Layout layout, BaseYear year, BasePrices prices) {
        SupplyCase.Processes processes = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        double[][] index = growth(of, layout, year, prices.price());
        double[][] activity = new double[processes.size()][];
        double[] worth = new double[processes.size()];
        for (int p = 0; p < activity.length; p++) {
            if (year.activity()[p] <= BaseYear.NIL || layout.isBuilt(p)) {
                continue;
            }
            int recipe = processes.recipe()[p];
            worth[p] = Math.abs(processes.operation().cost().at(p, 0));
            double made = 0;
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                int market = layout.market(processes.place()[p], recipes.commodity()[line]);
                made += Math.max(0, recipes.amount()[line] * prices.price()[market]);
            }
            worth[p] = Math.max(worth[p], made);
            activity[p] = scaled(year.activity()[p], processIndex(of, layout, p, index, prices.price()));
        }
        SupplyCase.Routes routes = of.routes();
        double[][] flow = new double[routes.size()][];
        double[] landed = new double[routes.size()];
        for (int l = 0; l < flow.length; l++) {
            if (year.flow()[l] > BaseYear.NIL) {
                landed[l] = Math.max(0, prices.price()[layout.market(routes.to()[l], routes.commodity()[l])]);
                flow[l] = scaled(year.flow()[l], index[routes.commodity()[l]]);
            }
        }
        return new Terms(
                new Terms.Anchor(prices.activityWedge(), worth, activity),
                new Terms.Anchor(prices.flowWedge(), landed, flow),
                CurveCuts.coarse(of),
                new double[routes.size()][]);
    }

    private static double[] scaled(double base, double[] index) {
        double[] out = new double[index.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = base * index[t];
        }
        return out;
    }

    /// How much more of each commodity is needed in period t than in the first: the index of each use, weighted by
    /// its share in the base year.
    /// A process needs its inputs as much as its products are needed, by value.
    static double[][] growth(SupplyCase of, Layout layout, BaseYear year, double[] price) {
        int periods = layout.periods;
        int commodities = of.world().commodities().size();
        double[][] index = new double[commodities][periods];
        for (double[] row : index) {
            java.util.Arrays.fill(row, 1);
        }
        SupplyCase.Demands demands = of.use().demands();
        SupplyCase.Processes processes = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            Deadline.present().check();
            double[][] need = new double[commodities][periods];
            for (int d = 0; d < demands.size(); d++) {
                for (int t = 0; t < periods; t++) {
                    need[demands.commodity()[d]][t] += demands.amount().at(d, t);
                }
            }
            for (int p = 0; p < processes.size(); p++) {
                if (year.activity()[p] <= BaseYear.NIL) {
                    continue;
                }
                double[] own = processIndex(of, layout, p, index, price);
                int recipe = processes.recipe()[p];
                for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                    double used = -Math.min(0, recipes.amount()[line])
                            * year.activity()[p]
                            / of.periods().length();
                    for (int t = 0; t < periods && used > 0; t++) {
                        need[recipes.commodity()[line]][t] += used * own[t];
                    }
                }
            }
            double moved = 0;
            for (int c = 0; c < commodities; c++) {
                for (int t = 0; t < periods && need[c][0] > 0; t++) {
                    double now = need[c][t] / need[c][0];
                    moved = Math.max(moved, Math.abs(now - index[c][t]));
                    index[c][t] = now;
                }
            }
            if (moved < 1e-9) {
                break;
            }
        }
        return index;
    }

    private static double[] processIndex(SupplyCase of, Layout layout, int process, double[][] index, double[] price) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int recipe = of.industry().processes().recipe()[process];
        double[] own = new double[layout.periods];
        double weight = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            int market = layout.market(of.industry().processes().place()[process], recipes.commodity()[line]);
            double worth = Math.max(0, recipes.amount()[line] * Math.max(price[market], 1e-9));
            weight += worth;
            for (int t = 0; t < own.length; t++) {
                own[t] += worth * index[recipes.commodity()[line]][t];
            }
        }
        for (int t = 0; t < own.length; t++) {
            own[t] = weight > 0 ? own[t] / weight : 1;
        }
        return own;
    }
}
