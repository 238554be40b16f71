package org.genryu.balance.calibration;

import java.util.Arrays;
import org.genryu.balance.layout.DemandCurve;
import org.genryu.casefile.PeriodColumn;
import org.genryu.casefile.SupplyCase;

/// About how dear is a commodity? One figure each, to say what a large and a small error of a price is.
///
/// The mean of its observed prices and of the reference prices of its demands, by amount; else what its maker spends
/// or its user can spend for it, carried along the recipes, in equal worth where it is for several; else its freight;
/// else next to nothing beside those that are made with it. Only worths of amounts are compared, so that neither a
/// unit of money nor one of an amount counts.
final class PriceLevels {
    private static final int SWEEPS = 50;
    private static final double NEGLIGIBLE = 1e-3;

    /// Weight of a maker of which nothing was observed, as a share of what there is.
    private static final double UNSEEN = 1e-9;

    private final SupplyCase of;
    private final CommodityTotals totals;
    private final double[] level;

    PriceLevels(SupplyCase of, CommodityTotals totals) {
        this.of = of;
        this.totals = totals;
        this.level = stated();
        spread();
        freight();
        negligible();
    }

    /// Above 0 [currency/unit].
    double of(int commodity) {
        return level[commodity];
    }

    private double[] stated() {
        Means means = new Means(of.world().commodities().size());
        SupplyCase.Prices prices = of.world().prices();
        for (int i = 0; i < prices.size(); i++) {
            int commodity = prices.commodity()[i];
            means.add(commodity, Math.abs(prices.price()[i]), totals.of(commodity));
        }
        SupplyCase.Demands demands = of.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            if (!DemandCurve.isFixed(of, d)) {
                double amount = DemandCurve.reference(of, d, 0);
                means.add(demands.commodity()[d], DemandCurve.referencePrice(of, d, 0), amount);
            }
        }
        double[] stated = new double[of.world().commodities().size()];
        means.into(stated);
        return stated;
    }

    private static final class Means {
        private final double[] sum;
        private final double[] weight;

        Means(int count) {
            sum = new double[count];
            weight = new double[count];
        }

        void add(int at, double value, double amount) {
            if (value > 0 && amount > 0) {
                sum[at] += value * amount;
                weight[at] += amount;
            }
        }

        /// Fills in what is not known yet; whether anything was.
        boolean into(double[] level) {
            boolean found = false;
            for (int c = 0; c < level.length; c++) {
                if (level[c] == 0 && weight[c] > 0) {
                    level[c] = sum[c] / weight[c];
                    found = true;
                }
            }
            return found;
        }
    }

    private void spread() {
        boolean found = true;
        for (int sweep = 0; sweep < SWEEPS && found; sweep++) {
            Means means = new Means(level.length);
            for (int p = 0; p < of.industry().processes().size(); p++) {
                infer(p, means);
            }
            found = means.into(level);
        }
    }

    private void freight() {
        Means means = new Means(level.length);
        SupplyCase.Routes routes = of.routes();
        for (int l = 0; l < routes.size(); l++) {
            means.add(routes.commodity()[l], routes.lane().cost().at(l, 0), 1);
        }
        means.into(level);
    }

    /// A thousandth of the least worth that is made or used with it, so that it says next to nothing and depends on
    /// no money; 1 if nothing is known.
    private void negligible() {
        SupplyCase.Recipes recipes = of.industry().recipes();
        boolean found = true;
        while (found) {
            double[] known = level.clone();
            for (int recipe : of.industry().processes().recipe()) {
                double least = Double.POSITIVE_INFINITY;
                for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                    double worth = Math.abs(recipes.amount()[line]) * known[recipes.commodity()[line]];
                    least = worth > 0 ? Math.min(least, worth) : least;
                }
                for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                    int commodity = recipes.commodity()[line];
                    double each = NEGLIGIBLE * least / Math.abs(recipes.amount()[line]);
                    boolean open = known[commodity] == 0 && each < Double.POSITIVE_INFINITY;
                    boolean less = level[commodity] == 0 || each < level[commodity];
                    level[commodity] = open && less ? each : level[commodity];
                }
            }
            found = !Arrays.equals(known, level);
        }
        for (int c = 0; c < level.length; c++) {
            level[c] = level[c] == 0 ? 1 : level[c];
        }
    }

    /// What a plant says of the levels that are not known: those of its products if the inputs are known, those of
    /// its inputs if its products are.
    private void infer(int p, Means means) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int recipe = of.industry().processes().recipe()[p];
        double spent = Math.abs(of.industry().processes().operation().cost().at(p, 0));
        double earned = 0;
        int inputs = 0;
        int products = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            double amount = recipes.amount()[line];
            double known = level[recipes.commodity()[line]];
            if (amount > 0) {
                earned += amount * known;
                products += known == 0 ? 1 : 0;
            } else {
                spent -= amount * known;
                inputs += known == 0 ? 1 : 0;
            }
        }
        boolean made = inputs == 0 && products > 0 && earned == 0 && spent > 0;
        boolean used = products == 0 && inputs > 0 && earned > 0;
        if (!made && !used) {
            return;
        }
        double each = made ? spent / products : Math.max(earned - spent, 0.1 * earned) / inputs;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            double amount = recipes.amount()[line];
            int commodity = recipes.commodity()[line];
            if (amount != 0 && amount > 0 == made && level[commodity] == 0) {
                double share = Math.abs(amount) * observed(p) / totals.of(commodity);
                means.add(commodity, each / Math.abs(amount), Math.max(UNSEEN, share));
            }
        }
    }

    /// [activity of the first period]; 0 where nothing was observed.
    private double observed(int p) {
        PeriodColumn observed = of.industry().processes().operation().observed();
        return observed.given(p) ? observed.at(p, 0) * of.periods().length(0) : 0;
    }
}
