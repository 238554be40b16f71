package org.genryu.report.count;

import java.util.HashMap;
import java.util.Map;
import org.genryu.balance.Balance;
import org.genryu.balance.origin.PlaceCountries;
import org.genryu.balance.origin.ProducerShares;
import org.genryu.balance.origin.Tracing;
import org.genryu.casefile.SupplyCase;

/// In which country was what a place has of a commodity made, also when it came through third countries?
///
/// [ProducerShares] of the balance, by place, with what is made and used there beside it. The source after the last
/// country is
/// "from stock". One commodity at a time: what its inputs came from is not followed.
public final class PlaceOrigins {
    private final Balance balance;
    private final SupplyCase supply;
    private final PlaceCountries countries;
    private final double[][][] made;
    private final double[][][] used;
    private final Tracing tracing;
    private final Map<Integer, ProducerShares> makersOf = new HashMap<>();
    private final Map<Long, double[][]> known = new HashMap<>();

    public PlaceOrigins(Balance balance, PlaceCountries countries) {
        this.balance = balance;
        this.supply = balance.of();
        this.countries = countries;
        int commodities = supply.world().commodities().size();
        int places = supply.world().places().size();
        this.made = new double[commodities][places][supply.periods().count()];
        this.used = new double[commodities][places][supply.periods().count()];
        this.tracing = Tracing.of(balance);
        addIndustry();
        addUse();
    }

    /// Index of the source "from stock".
    public int stock() {
        return countries.size();
    }

    /// What processes make and what comes back from use, by [place].
    public double made(int commodity, int place, int t) {
        return made[commodity][place][t];
    }

    /// What processes and final demands use at the place.
    public double used(int commodity, int place, int t) {
        return used[commodity][place][t];
    }

    /// Origin of what each place has of the commodity, by [place][source]; all zero where there is none.
    public double[][] shares(int commodity, int t) {
        return known.computeIfAbsent((long) commodity * supply.periods().count() + t, _ -> solve(commodity, t));
    }

    private double[][] solve(int commodity, int t) {
        ProducerShares makers = makersOf.computeIfAbsent(commodity, tracing::makers);
        double[][] shares = new double[supply.world().places().size()][countries.size() + 1];
        for (int p = 0; p < shares.length; p++) {
            System.arraycopy(makers.shares(p, t), 0, shares[p], 0, shares[p].length);
        }
        return shares;
    }

    private void addIndustry() {
        SupplyCase.Processes processes = supply.industry().processes();
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                double amount = recipes.amount()[line];
                double[][][] side = amount > 0 ? made : used;
                add(
                        side[recipes.commodity()[line]][processes.place()[p]],
                        balance.quantities().activity()[p],
                        Math.abs(amount));
            }
        }
    }

    private void addUse() {
        SupplyCase.Demands demands = supply.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            add(
                    used[demands.commodity()[d]][demands.place()[d]],
                    balance.quantities().served()[d],
                    1);
        }
        SupplyCase.Returns returns = supply.use().returns();
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
