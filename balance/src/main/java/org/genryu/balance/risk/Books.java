package org.genryu.balance.risk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.genryu.balance.Balance;
import org.genryu.balance.origin.Countries;
import org.genryu.casefile.SupplyCase;

/// Who makes, uses and trades how much of a commodity in a period? Sums over the places of a country [units].
/// Places of kind `region` and places without a country stand for several countries.
final class Books {
    private final SupplyCase supply;
    private final Countries countries;
    /// By [commodity][country][period].
    private final double[][][] made;
    private final double[][][] used;
    /// By [commodity][place][period].
    private final double[][][] usedAt;
    private final double[][][] imports;
    private final double[][][] exports;
    /// By lane and period: what arrives, booked in the period in which it was sent.
    private final double[][] arrives;

    Books(Balance balance, Countries countries) {
        this.supply = balance.of();
        this.countries = countries;
        int commodities = supply.world().commodities().size();
        int periods = supply.periods().count();
        this.made = new double[commodities][countries.size()][periods];
        this.used = new double[commodities][countries.size()][periods];
        this.usedAt = new double[commodities][supply.world().places().size()][periods];
        this.imports = new double[commodities][countries.size()][periods];
        this.exports = new double[commodities][countries.size()][periods];
        this.arrives = new double[supply.routes().size()][periods];
        industry(balance);
        use(balance);
        trade(balance);
    }

    private void industry(Balance balance) {
        SupplyCase.Processes processes = supply.industry().processes();
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            int country = countries.ofPlace()[processes.place()[p]];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                double amount = recipes.amount()[line];
                int c = recipes.commodity()[line];
                double[] activity = balance.quantities().activity()[p];
                add((amount > 0 ? made : used)[c][country], activity, Math.abs(amount));
                add(usedAt[c][processes.place()[p]], activity, Math.max(0, -amount));
            }
        }
    }

    private void use(Balance balance) {
        SupplyCase.Demands demands = supply.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            double[] served = balance.quantities().served()[d];
            add(used[demands.commodity()[d]][countries.ofPlace()[demands.place()[d]]], served, 1);
            add(usedAt[demands.commodity()[d]][demands.place()[d]], served, 1);
        }
        SupplyCase.Returns returns = supply.use().returns();
        for (int r = 0; r < returns.size(); r++) {
            add(
                    made[returns.to()[r]][countries.ofPlace()[returns.place()[r]]],
                    balance.quantities().returned()[r],
                    1);
        }
    }

    private void trade(Balance balance) {
        SupplyCase.Routes routes = supply.routes();
        for (int l = 0; l < routes.size(); l++) {
            int from = countries.ofPlace()[routes.from()[l]];
            int to = countries.ofPlace()[routes.to()[l]];
            for (int t = 0; t < arrives[l].length; t++) {
                double sent = Math.max(0, balance.quantities().flow()[l][t]);
                arrives[l][t] = sent * (1 - routes.lane().loss().at(l, t));
                if (from != to) {
                    exports[routes.commodity()[l]][from][t] += sent;
                    imports[routes.commodity()[l]][to][t] += arrives[l][t];
                }
            }
        }
    }

    private static void add(double[] row, double[] amounts, double times) {
        for (int t = 0; t < row.length; t++) {
            row[t] += Math.max(0, amounts[t]) * times;
        }
    }

    double made(int commodity, int country, int t) {
        return made[commodity][country][t];
    }

    double used(int commodity, int country, int t) {
        return used[commodity][country][t];
    }

    /// What plants and final uses take at a place.
    double usedAt(int commodity, int place, int t) {
        return usedAt[commodity][place][t];
    }

    double imports(int commodity, int country, int t) {
        return imports[commodity][country][t];
    }

    double exports(int commodity, int country, int t) {
        return exports[commodity][country][t];
    }

    /// Production by country.
    Shares production(int commodity, int t) {
        double[] amounts = new double[countries.size()];
        for (int k = 0; k < amounts.length; k++) {
            amounts[k] = made[commodity][k][t];
        }
        return shares(amounts, commodity);
    }

    /// What comes across the border of a country, by the country it was sent from, and, if asked, what it makes
    /// itself.
    Shares sourcing(int country, int commodity, int t, boolean withOwn) {
        double[] amounts = new double[countries.size()];
        SupplyCase.Routes routes = supply.routes();
        for (int l = 0; l < routes.size(); l++) {
            int from = countries.ofPlace()[routes.from()[l]];
            if (routes.commodity()[l] == commodity
                    && countries.ofPlace()[routes.to()[l]] == country
                    && from != country) {
                amounts[from] += arrives[l][t];
            }
        }
        amounts[country] = withOwn ? made[commodity][country][t] : 0;
        return shares(amounts, commodity);
    }

    private Shares shares(double[] amounts, int commodity) {
        Map<String, Double> members = new LinkedHashMap<>();
        double others = 0;
        for (int k = 0; k < amounts.length; k++) {
            if (amounts[k] > 0 && isCountry(k)) {
                members.put(countries.codes().get(k), amounts[k]);
            } else {
                others += Math.max(0, amounts[k]);
            }
        }
        return new Shares(members, others, supply.world().commodities().unit()[commodity]);
    }

    /// Whether it is one country, and not several together.
    boolean isCountry(int country) {
        SupplyCase.Places places = supply.world().places();
        for (int p = 0; p < places.size(); p++) {
            if (countries.ofPlace()[p] == country && !places.kind()[p].equals("region")) {
                return true;
            }
        }
        return false;
    }
}
