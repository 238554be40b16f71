package org.genryu.balance.calibration;

import java.util.Arrays;
import org.genryu.casefile.PeriodColumn;
import org.genryu.casefile.SupplyCase;

/// How much was there of each commodity in the base year? One amount each, in whose size amounts are compared, so
/// that no unit counts.
///
/// T_c = the most of what was made or used, with what was sent, and of what is wanted of it; where nothing was
/// observed, what its plants make or use of it when they run through the total of another commodity, the largest of
/// these; else what comes back from use; else 1, which nothing then is measured by.
public final class CommodityTotals {
    private final SupplyCase of;
    private final double[] total;

    /// @param returned by commodity: what comes back from use in the first period [amount]
    public CommodityTotals(SupplyCase of, double[] returned) {
        this.of = of;
        this.total = observed();
        for (int c = 0; c < total.length; c++) {
            total[c] = total[c] > 0 ? total[c] : returned[c];
        }
        spread();
        for (int c = 0; c < total.length; c++) {
            total[c] = total[c] > 0 ? total[c] : 1;
        }
    }

    /// Above 0 [amount of the first period].
    public double of(int commodity) {
        return total[commodity];
    }

    private double[] observed() {
        double length = of.periods().length(0);
        double[] made = new double[of.world().commodities().size()];
        double[] used = new double[made.length];
        SupplyCase.Recipes recipes = of.industry().recipes();
        PeriodColumn done = of.industry().processes().operation().observed();
        for (int p = 0; p < of.industry().processes().size(); p++) {
            double amount = done.given(p) ? done.at(p, 0) * length : 0;
            int recipe = of.industry().processes().recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                made[recipes.commodity()[line]] += Math.max(0, recipes.amount()[line]) * amount;
                used[recipes.commodity()[line]] -= Math.min(0, recipes.amount()[line]) * amount;
            }
        }
        Arrays.setAll(made, c -> Math.max(made[c], used[c]));
        PeriodColumn sent = of.routes().lane().observed();
        for (int l = 0; l < of.routes().size(); l++) {
            made[of.routes().commodity()[l]] += sent.given(l) ? sent.at(l, 0) * length : 0;
        }
        SupplyCase.Demands demands = of.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            int commodity = demands.commodity()[d];
            made[commodity] = Math.max(made[commodity], demands.amount().at(d, 0) * length);
        }
        return made;
    }

    /// Carries totals along the recipes until no more is found.
    private void spread() {
        SupplyCase.Recipes recipes = of.industry().recipes();
        boolean found = true;
        while (found) {
            double[] known = total.clone();
            for (int recipe : of.industry().processes().recipe()) {
                double activity = activity(recipe, known);
                for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                    int commodity = recipes.commodity()[line];
                    double amount = Math.abs(recipes.amount()[line]) * activity;
                    total[commodity] = known[commodity] > 0 ? known[commodity] : Math.max(total[commodity], amount);
                }
            }
            found = !Arrays.equals(known, total);
        }
    }

    /// The least activity that runs through the known total of one of its commodities; 0 if none is known.
    private double activity(int recipe, double[] known) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        double least = Double.POSITIVE_INFINITY;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            double amount = Math.abs(recipes.amount()[line]);
            double one = known[recipes.commodity()[line]];
            least = one > 0 && amount > 0 ? Math.min(least, one / amount) : least;
        }
        return least < Double.POSITIVE_INFINITY ? least : 0;
    }
}
