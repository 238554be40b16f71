package org.genryu.balance.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.genryu.balance.Balance;
import org.genryu.balance.account.Shortages;
import org.genryu.balance.account.SupplyShares;
import org.genryu.balance.account.Utilisation;
import org.genryu.balance.origin.DeterminedFlows;
import org.genryu.casefile.SupplyCase;

/// The [Indicators] that need no trace and no governance: who makes and imports what, shortages, capacity, accounts.
final class WorldIndicators {
    private static final String FRACTION = "fraction";
    private static final String WHOLE_RUN = "all";

    private final Balance balance;
    private final SupplyCase supply;
    private final Assessment assessment;
    private final List<Indicators.Row> rows = new ArrayList<>();

    private WorldIndicators(Assessment assessment) {
        this.balance = assessment.balance();
        this.supply = balance.of();
        this.assessment = assessment;
    }

    static List<Indicators.Row> of(Assessment assessment) {
        WorldIndicators indicators = new WorldIndicators(assessment);
        indicators.production();
        for (int home : assessment.homes()) {
            indicators.importDependence(home);
            indicators.directImports(home);
        }
        indicators.shortages();
        indicators.building();
        indicators.utilisation();
        indicators.account();
        return indicators.rows;
    }

    /// Whether the shares of a substance are the only ones.
    static List<Indicators.Row> of(DeterminedFlows settled, SupplyCase supply) {
        return settled.all().stream()
                .map(one -> new Indicators.Row(
                        "flows_determined", one.name(), supply.periods().label(0), settled.holds(one) ? 1 : 0, "yes"))
                .toList();
    }

    private void production() {
        for (int c = 0; c < commodities(); c++) {
            for (int t = 0; t < periods(); t++) {
                SupplyShares made = assessment.production(c, t);
                if (made.leader().isPresent()) {
                    String largest = made.leader().get();
                    add("production_hhi", commodity(c), t, made.concentration(), FRACTION);
                    add("largest_producer_share", commodity(c) + "/" + largest, t, made.share(largest), FRACTION);
                }
            }
        }
    }

    private void importDependence(int country) {
        for (int c = 0; c < commodities(); c++) {
            for (int t = 0; t < periods(); t++) {
                double dependence = assessment.importReliance(country, c, t);
                if (dependence != 0) {
                    add("import_dependence", country(country) + "/" + commodity(c), t, dependence, FRACTION);
                }
            }
        }
    }

    private void directImports(int country) {
        for (int c = 0; c < commodities(); c++) {
            double[][] share = new double[assessment.countries()][periods()];
            for (int t = 0; t < periods(); t++) {
                for (int from = 0; from < share.length; from++) {
                    share[from][t] = assessment.direct(country, from, c, t);
                }
            }
            for (int from = 0; from < share.length; from++) {
                for (int t = 0; t < periods(); t++) {
                    if (share[from][t] != 0) {
                        String subject = country(country) + "/" + commodity(c) + "/" + country(from);
                        add("direct_import_share", subject, t, share[from][t], FRACTION);
                    }
                }
            }
        }
    }

    private void shortages() {
        SupplyCase.Demands demands = supply.use().demands();
        double[][] wanted = new double[commodities()][periods()];
        double[][] lacking = new double[commodities()][periods()];
        for (int d = 0; d < demands.size(); d++) {
            for (int t = 0; t < periods() && demands.curve()[d] instanceof SupplyCase.Curve.Fixed; t++) {
                wanted[demands.commodity()[d]][t] += balance.quantities().wanted()[d][t];
                lacking[demands.commodity()[d]][t] += Shortages.lacking(balance, d, t);
            }
        }
        for (int c = 0; c < commodities(); c++) {
            for (int t = 0; t < periods(); t++) {
                if (lacking[c][t] > 0) {
                    add("shortage_share", commodity(c), t, lacking[c][t] / wanted[c][t], FRACTION);
                }
            }
        }
    }

    private void building() {
        double[][] built = balance.quantities().built();
        for (int p = 0; p < built.length; p++) {
            for (int t = 0; t < built[p].length; t++) {
                if (built[p][t] != 0) {
                    add("built_capacity", supply.industry().processes().ids().id(p), t, built[p][t], "activity/year");
                }
            }
        }
    }

    private void utilisation() {
        for (int p = 0; p < supply.industry().processes().size(); p++) {
            for (int t = 0; t < periods(); t++) {
                OptionalDouble used = Utilisation.of(balance, p, t);
                if (used.isPresent()) {
                    add("utilisation", supply.industry().processes().ids().id(p), t, used.getAsDouble(), FRACTION);
                }
            }
        }
    }

    private void account() {
        Balance.Account account = balance.account();
        String money = supply.info().money().currency();
        rows.add(new Indicators.Row("objective", WHOLE_RUN, WHOLE_RUN, balance.objective(), money));
        rows.add(new Indicators.Row("payments", WHOLE_RUN, WHOLE_RUN, account.payments(), money));
        rows.add(new Indicators.Row("costs", WHOLE_RUN, WHOLE_RUN, account.costs(), money));
        rows.add(new Indicators.Row("tariffs", WHOLE_RUN, WHOLE_RUN, account.tariffs(), money));
        rows.add(new Indicators.Row("shortage_costs", WHOLE_RUN, WHOLE_RUN, account.shortage(), money));
        rows.add(new Indicators.Row("rents", WHOLE_RUN, WHOLE_RUN, account.rents(), money));
        rows.add(new Indicators.Row("residual", WHOLE_RUN, WHOLE_RUN, account.residual(), money));
        rows.add(new Indicators.Row("consumer_surplus", WHOLE_RUN, WHOLE_RUN, account.consumerSurplus(), money));
        rows.add(new Indicators.Row("welfare", WHOLE_RUN, WHOLE_RUN, account.welfare(), money));
        rows.add(new Indicators.Row("zero_profit", WHOLE_RUN, WHOLE_RUN, account.zeroProfit(), FRACTION));
        for (Balance.Share owner : account.byOwner()) {
            rows.add(new Indicators.Row("owner_profit", owner.who(), WHOLE_RUN, owner.profit(), money));
        }
        for (Balance.Share country : account.byCountry()) {
            rows.add(new Indicators.Row("country_profit", country.who(), WHOLE_RUN, country.profit(), money));
            rows.add(new Indicators.Row(
                    "country_consumer_surplus", country.who(), WHOLE_RUN, country.consumerSurplus(), money));
            rows.add(new Indicators.Row("country_tariffs", country.who(), WHOLE_RUN, country.tariffs(), money));
        }
        balance.calibration()
                .ifPresent(calibration -> rows.add(new Indicators.Row(
                        "calibration_distance",
                        WHOLE_RUN,
                        supply.periods().label(0),
                        calibration.distance(),
                        FRACTION)));
    }

    private void add(String indicator, String subject, int t, double value, String unit) {
        rows.add(new Indicators.Row(indicator, subject, supply.periods().label(t), value, unit));
    }

    private int commodities() {
        return supply.world().commodities().size();
    }

    private int periods() {
        return supply.periods().count();
    }

    private String commodity(int c) {
        return supply.world().commodities().ids().id(c);
    }

    private String country(int k) {
        return assessment.code(k);
    }
}
