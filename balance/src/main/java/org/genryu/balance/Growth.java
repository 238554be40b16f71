package org.genryu.balance;

import java.util.Arrays;
import org.genryu.casefile.SupplyCase;

/// How much more of everything would be needed in period t than in the base year, if everybody kept their suppliers?
///
/// need(m, t) = Σ wanted + Σ used by the plants there, each grown with what it makes (by value) + Σ sent on, each
/// grown with where it goes.
/// index(m, t) = need(m, t)/need(m, 0). Solved by sweeps; loops of recycling shrink.
final class Growth {
    private static final int SWEEPS = 300;
    private static final double STILL = 1e-10;

    private final double[][] index;
    private final double[] base;
    private final Layout layout;
    private final BaseYear year;

    Growth(SupplyCase of, Layout layout, BaseYear year, BasePrices prices) {
        this.layout = layout;
        this.year = year;
        int markets = layout.markets();
        int periods = layout.periods;
        index = new double[markets][periods];
        for (double[] row : index) {
            Arrays.fill(row, 1);
        }
        SupplyCase.Demands demands = of.use().demands();
        SupplyCase.Processes processes = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        SupplyCase.Routes routes = of.routes();
        base = new double[markets];
        double[][] direct = new double[markets][periods];
        for (int d = 0; d < demands.size(); d++) {
            int m = layout.market(demands.place()[d], demands.commodity()[d]);
            for (int t = 0; t < periods; t++) {
                direct[m][t] += DemandCurve.reference(of, d, t);
            }
        }
        double[] amount = new double[processes.size()];
        double[] sent = new double[routes.size()];
        Arrays.setAll(amount, p -> Calibrator.base(of, year, layout, p));
        Arrays.setAll(sent, l -> Calibrator.base(of, year, l));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double[][] need = new double[markets][];
            Arrays.setAll(need, m -> direct[m].clone());
            for (int p = 0; p < amount.length; p++) {
                if (!(amount[p] > 0)) {
                    continue;
                }
                double[] own = own(of, p, prices);
                int recipe = processes.recipe()[p];
                for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                    double used = -Math.min(0, recipes.amount()[line]) * amount[p];
                    int m = layout.market(processes.place()[p], recipes.commodity()[line]);
                    for (int t = 0; t < periods && used > 0; t++) {
                        need[m][t] += used * own[t];
                    }
                }
            }
            for (int l = 0; l < sent.length; l++) {
                if (sent[l] > 0) {
                    int from = layout.market(routes.from()[l], routes.commodity()[l]);
                    double[] there = index[layout.market(routes.to()[l], routes.commodity()[l])];
                    for (int t = 0; t < periods; t++) {
                        need[from][t] += sent[l] * there[t];
                    }
                }
            }
            double moved = 0;
            for (int m = 0; m < markets; m++) {
                base[m] = need[m][0];
                for (int t = 0; t < periods && need[m][0] > 0; t++) {
                    double now = Math.max(need[m][t] / need[m][0], 1e-3);
                    moved = Math.max(moved, Math.abs(now - index[m][t]));
                    index[m][t] = now;
                }
            }
            if (moved < STILL) {
                break;
            }
        }
    }

    private double[] own(SupplyCase of, int process, BasePrices prices) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int recipe = of.industry().processes().recipe()[process];
        double[] own = new double[layout.periods];
        double weight = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            int market = layout.market(of.industry().processes().place()[process], recipes.commodity()[line]);
            double price = Math.max(prices.price(market), 1e-9 * prices.level(recipes.commodity()[line]));
            double worth = Math.max(0, recipes.amount()[line]) * price;
            weight += worth;
            for (int t = 0; t < own.length; t++) {
                own[t] += worth * index[market][t];
            }
        }
        for (int t = 0; t < own.length; t++) {
            own[t] = weight > 0 ? own[t] / weight : 1;
        }
        return own;
    }

    double index(int market, int t) {
        return index[market][t];
    }

    /// A tenth of what a market needed in the base year, or of the commodity's total where it needed nothing
    /// [amount]: the size in which a
    /// new supplier comes.
    double reaching(int place, int commodity) {
        double need = base[layout.market(place, commodity)];
        return 0.1 * (need > 0 ? need : year.total(commodity));
    }
}
