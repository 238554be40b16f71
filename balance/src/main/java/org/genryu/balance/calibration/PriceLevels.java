package org.genryu.balance.calibration;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.genryu.balance.layout.DemandCurve;
import org.genryu.casefile.SupplyCase;

/// About how dear is a commodity? One figure each, to say what a large and a small error of a price is.
///
/// The mean of its observed prices and of the reference prices of its demands, by amount; else what its maker spends
/// or its user can spend for it, carried
/// along the recipes; else its freight; else next to nothing beside those that are made
/// with it.
final class PriceLevels {
    private static final int SWEEPS = 50;
    private static final double NEGLIGIBLE = 1e-3;

    private final SupplyCase of;
    private final BaseYearFit year;

    PriceLevels(SupplyCase of, BaseYearFit year) {
        this.of = of;
        this.year = year;
    }

    /// By commodity, above 0 [currency/unit].
    double[] levels() {
        int count = of.world().commodities().size();
        double[] sum = new double[count];
        double[] weight = new double[count];
        SupplyCase.Prices prices = of.world().prices();
        for (int i = 0; i < prices.size(); i++) {
            add(sum, weight, prices.commodity()[i], Math.abs(prices.price()[i]), year.total(prices.commodity()[i]));
        }
        SupplyCase.Demands demands = of.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            if (!DemandCurve.isFixed(of, d)) {
                add(
                        sum,
                        weight,
                        demands.commodity()[d],
                        DemandCurve.referencePrice(of, d, 0),
                        DemandCurve.reference(of, d, 0));
            }
        }
        double[] level = new double[count];
        for (int c = 0; c < count; c++) {
            level[c] = weight[c] > 0 ? sum[c] / weight[c] : 0;
        }
        spread(level);
        return level;
    }

    private static void add(double[] sum, double[] weight, int at, double value, double amount) {
        if (value > 0 && amount > 0) {
            sum[at] += value * amount;
            weight[at] += amount;
        }
    }

    private void spread(double[] level) {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double[] sum = new double[level.length];
            double[] weight = new double[level.length];
            for (int p = 0; p < of.industry().processes().size(); p++) {
                infer(p, level, sum, weight);
            }
            boolean found = false;
            for (int c = 0; c < level.length; c++) {
                if (level[c] == 0 && weight[c] > 0) {
                    level[c] = sum[c] / weight[c];
                    found = true;
                }
            }
            if (!found) {
                break;
            }
        }
        double[] sum = new double[level.length];
        double[] weight = new double[level.length];
        SupplyCase.Routes routes = of.routes();
        for (int l = 0; l < routes.size(); l++) {
            add(sum, weight, routes.commodity()[l], routes.lane().cost().at(l, 0), 1);
        }
        for (int c = 0; c < level.length; c++) {
            if (level[c] == 0 && weight[c] > 0) {
                level[c] = sum[c] / weight[c];
            }
        }
        int[] kin = kin(level.length);
        double[] known = level.clone();
        for (int c = 0; c < level.length; c++) {
            int own = kin[c];
            level[c] = level[c] == 0 ? negligible(known, other -> kin[other] == own) : level[c];
        }
    }

    /// By commodity: one and the same number for those that recipes of plants tie together.
    private int[] kin(int count) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int[] kin = new int[count];
        Arrays.setAll(kin, c -> c);
        for (int recipe : of.industry().processes().recipe()) {
            int one = recipes.commodity()[recipes.first()[recipe]];
            for (int line = recipes.first()[recipe] + 1; line < recipes.first()[recipe + 1]; line++) {
                int from = kin[recipes.commodity()[line]];
                int to = kin[one];
                Arrays.setAll(kin, c -> kin[c] == from ? to : kin[c]);
            }
        }
        return kin;
    }

    /// A thousandth of the least that is known among its kin, so that it says next to nothing and depends on no
    /// money;
    /// 1 if none is.
    private static double negligible(double[] level, IntPredicate kin) {
        return IntStream.range(0, level.length)
                .filter(c -> level[c] > 0 && kin.test(c))
                .mapToDouble(c -> NEGLIGIBLE * level[c])
                .min()
                .orElse(1);
    }

    /// What a plant says of the levels that are not known: those of its products if the inputs are known, those of
    /// its inputs if its products are.
    private void infer(int p, double[] level, double[] sum, double[] weight) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int recipe = of.industry().processes().recipe()[p];
        double cost = Math.abs(of.industry().processes().operation().cost().at(p, 0));
        double spent = cost;
        double earned = 0;
        double unknownIn = 0;
        double unknownOut = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            double amount = recipes.amount()[line];
            double known = level[recipes.commodity()[line]];
            if (amount > 0) {
                earned += amount * known;
                unknownOut += known == 0 ? amount : 0;
            } else {
                spent -= amount * known;
                unknownIn -= known == 0 ? amount : 0;
            }
        }
        double each = 0;
        boolean products = unknownIn == 0 && unknownOut > 0 && earned == 0 && spent > 0;
        boolean inputs = unknownOut == 0 && unknownIn > 0 && earned > 0;
        if (products) {
            each = spent / unknownOut;
        } else if (inputs) {
            each = Math.max(earned - spent, 0.1 * earned) / unknownIn;
        }
        double share = Math.max(1e-9 * year.total(year.main(p)), year.activity()[p]) / year.total(year.main(p));
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            boolean wanted = recipes.amount()[line] > 0 ? products : inputs;
            if (wanted && level[recipes.commodity()[line]] == 0) {
                sum[recipes.commodity()[line]] += each * share;
                weight[recipes.commodity()[line]] += share;
            }
        }
    }
}
