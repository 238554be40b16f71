package org.genryu.report.count;

import org.genryu.balance.Balance;
import org.genryu.balance.origin.PlaceCountries;
import org.genryu.casefile.SupplyCase;

/// Which country makes, uses, imports and exports how much of what? Sums over the places of a country, by
/// [commodity][country][period],
/// amounts of the period in the unit of the commodity.
///
/// Shares and indices of it are those of [org.genryu.balance.risk.Assessment].
///
/// Goods count when they are sent; imports are what arrives after losses on the way.
///
/// @param made by processes, and what comes back from use
/// @param used by processes and final demands
/// @param imports across a border
/// @param exports across a border
public record CountryLedger(
        PlaceCountries countries, double[][][] made, double[][][] used, double[][][] imports, double[][][] exports) {

    public static CountryLedger of(Balance balance) {
        SupplyCase supply = balance.of();
        PlaceCountries countries = PlaceCountries.of(supply);
        int commodities = supply.world().commodities().size();
        int periods = supply.periods().count();
        CountryLedger ledger = new CountryLedger(
                countries,
                new double[commodities][countries.size()][periods],
                new double[commodities][countries.size()][periods],
                new double[commodities][countries.size()][periods],
                new double[commodities][countries.size()][periods]);
        ledger.addIndustry(balance);
        ledger.addTrade(balance);
        ledger.addUse(balance);
        ledger.addReturns(balance);
        return ledger;
    }

    private void addIndustry(Balance balance) {
        SupplyCase.Processes processes = balance.of().industry().processes();
        SupplyCase.Recipes recipes = balance.of().industry().recipes();
        for (int p = 0; p < processes.size(); p++) {
            int country = countries.ofPlace()[processes.place()[p]];
            int recipe = processes.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                double amount = recipes.amount()[line];
                double[][][] side = amount > 0 ? made : used;
                add(
                        side[recipes.commodity()[line]][country],
                        balance.quantities().activity()[p],
                        Math.abs(amount));
            }
        }
    }

    private void addTrade(Balance balance) {
        SupplyCase.Routes routes = balance.of().routes();
        for (int lane = 0; lane < routes.size(); lane++) {
            int from = countries.ofPlace()[routes.from()[lane]];
            int to = countries.ofPlace()[routes.to()[lane]];
            if (from != to) {
                double[] flow = balance.quantities().flow()[lane];
                add(exports[routes.commodity()[lane]][from], flow, 1);
                double[] arrives = imports[routes.commodity()[lane]][to];
                for (int t = 0; t < flow.length; t++) {
                    arrives[t] += flow[t] * (1 - routes.lane().loss().at(lane, t));
                }
            }
        }
    }

    private void addUse(Balance balance) {
        SupplyCase.Demands demands = balance.of().use().demands();
        for (int d = 0; d < demands.size(); d++) {
            add(
                    used[demands.commodity()[d]][countries.ofPlace()[demands.place()[d]]],
                    balance.quantities().served()[d],
                    1);
        }
    }

    private void addReturns(Balance balance) {
        SupplyCase.Returns returns = balance.of().use().returns();
        for (int r = 0; r < returns.size(); r++) {
            add(
                    made[returns.to()[r]][countries.ofPlace()[returns.place()[r]]],
                    balance.quantities().returned()[r],
                    1);
        }
    }

    private static void add(double[] sum, double[] quantity, double times) {
        for (int t = 0; t < quantity.length; t++) {
            sum[t] += quantity[t] * times;
        }
    }

    public double total(double[][] byCountry, int t) {
        double sum = 0;
        for (double[] country : byCountry) {
            sum += country[t];
        }
        return sum;
    }
}
