package org.genryu.balance.account;

import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;

/// What do plants and final uses make and take at each place, and what comes back there from use? The one sum of it;
/// sums by country are made of these.
///
/// @param made by processes and by what comes back from use, by [commodity][place][period] [units]
/// @param used by processes and final demands, the same
public record PlaceAccounts(double[][][] made, double[][][] used) {
    /// Of a balance.
    public static PlaceAccounts of(Balance balance) {
        SupplyCase supply = balance.of();
        int commodities = supply.world().commodities().size();
        int places = supply.world().places().size();
        PlaceAccounts accounts = new PlaceAccounts(
                new double[commodities][places][supply.periods().count()],
                new double[commodities][places][supply.periods().count()]);
        accounts.industry(balance);
        accounts.use(balance);
        return accounts;
    }

    /// What is made of a commodity in the world, by period [units].
    public double[] total(int commodity) {
        double[] total = new double[made[commodity].length == 0 ? 0 : made[commodity][0].length];
        for (double[] place : made[commodity]) {
            add(total, place, 1);
        }
        return total;
    }

    private void industry(Balance balance) {
        SupplyCase.Processes processes = balance.of().industry().processes();
        SupplyCase.Recipes recipes = balance.of().industry().recipes();
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                double amount = recipes.amount()[line];
                add(
                        (amount > 0 ? made : used)
                                [recipes.commodity()[line]][processes.place()[p]],
                        balance.quantities().activity()[p],
                        Math.abs(amount));
            }
        }
    }

    private void use(Balance balance) {
        SupplyCase.Demands demands = balance.of().use().demands();
        for (int d = 0; d < demands.size(); d++) {
            add(
                    used[demands.commodity()[d]][demands.place()[d]],
                    balance.quantities().served()[d],
                    1);
        }
        SupplyCase.Returns returns = balance.of().use().returns();
        for (int r = 0; r < returns.size(); r++) {
            add(made[returns.to()[r]][returns.place()[r]], balance.quantities().returned()[r], 1);
        }
    }

    private static void add(double[] sum, double[] quantity, double times) {
        for (int t = 0; t < sum.length; t++) {
            sum[t] += Math.max(0, quantity[t]) * times;
        }
    }
}
