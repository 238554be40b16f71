package org.genryu.report.count;

import java.util.ArrayList;
import java.util.List;
import org.genryu.balance.Balance;
import org.genryu.balance.explain.Shortages;
import org.genryu.balance.risk.Assessment;
import org.genryu.balance.risk.SupplyShares;
import org.genryu.casefile.SupplyCase;

/// What else can be said in one number? The rows of `indicators.csv`.
///
/// | indicator | subject | meaning |
/// | --- | --- | --- |
/// | `production_hhi` | commodity | HHI of production by country [0..1] |
/// | `largest_producer_share` | commodity/country | share of the country that makes most |
/// | `import_dependence` | country/commodity | of a home partner that uses or makes it: net imports over own
/// supply plus net imports, see [Assessment#importReliance] |
/// | `direct_import_share` | country/commodity/from | of a home partner: what crosses its border from there over what
/// it
/// makes (without what goes round) plus imports; the maker may be another country |
/// | `shortage_share` | commodity | short over wanted, of the demands that do not react to price; only periods with a
/// shortage |
/// | `built_capacity` | process | capacity that a candidate adds in the period |
/// | `flows_determined` | element or group | 1 where the flows of the first period, and so its shares, are the only
/// ones
/// at this cost; 0 where the rows are one answer of several: `genryu trace` gives their ranges. `run` asks it |
/// | `payments`, `costs`, `rents`, `welfare`, `zero_profit`, `objective` | `all` | the identities of the run,
/// discounted |
/// | `owner_profit` | owner | discounted |
/// | `country_profit`, `country_consumer_surplus` | country | discounted |
/// | `calibration_distance` | `all` | Σ abs(model - observed) / Σ observed over activities and flows of the base year |
///
/// Rows that are exactly zero are left out of `import_dependence`, `direct_import_share` and `built_capacity`.
public final class IndicatorRows {
    /// @param period `all` when it spans the horizon
    public record Row(String indicator, String subject, String period, double value, String unit) {}

    private static final String FRACTION = "fraction";
    private static final String WHOLE_RUN = "all";

    private final Balance balance;
    private final SupplyCase supply;
    private final Assessment assessment;
    private final List<Row> rows = new ArrayList<>();

    private IndicatorRows(Assessment assessment) {
        this.balance = assessment.balance();
        this.supply = balance.of();
        this.assessment = assessment;
    }

    public static List<Row> of(Assessment assessment) {
        IndicatorRows indicators = new IndicatorRows(assessment);
        indicators.production();
        for (int home : assessment.homes()) {
            indicators.importDependence(home);
            indicators.directImports(home);
        }
        indicators.shortages();
        indicators.building();
        indicators.account();
        return indicators.rows;
    }

    /// Whether the shares of a substance are the only ones.
    public static List<Row> of(DeterminedFlows settled, SupplyCase supply) {
        return settled.all().stream()
                .map(one -> new Row(
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

    private void account() {
        Balance.Account account = balance.account();
        String money = supply.info().money().currency();
        rows.add(new Row("objective", WHOLE_RUN, WHOLE_RUN, balance.objective(), money));
        rows.add(new Row("payments", WHOLE_RUN, WHOLE_RUN, account.payments(), money));
        rows.add(new Row("costs", WHOLE_RUN, WHOLE_RUN, account.costs(), money));
        rows.add(new Row("tariffs", WHOLE_RUN, WHOLE_RUN, account.tariffs(), money));
        rows.add(new Row("shortage_costs", WHOLE_RUN, WHOLE_RUN, account.shortage(), money));
        rows.add(new Row("rents", WHOLE_RUN, WHOLE_RUN, account.rents(), money));
        rows.add(new Row("residual", WHOLE_RUN, WHOLE_RUN, account.residual(), money));
        rows.add(new Row("consumer_surplus", WHOLE_RUN, WHOLE_RUN, account.consumerSurplus(), money));
        rows.add(new Row("welfare", WHOLE_RUN, WHOLE_RUN, account.welfare(), money));
        rows.add(new Row("zero_profit", WHOLE_RUN, WHOLE_RUN, account.zeroProfit(), FRACTION));
        for (Balance.Share owner : account.byOwner()) {
            rows.add(new Row("owner_profit", owner.who(), WHOLE_RUN, owner.profit(), money));
        }
        for (Balance.Share country : account.byCountry()) {
            rows.add(new Row("country_profit", country.who(), WHOLE_RUN, country.profit(), money));
            rows.add(new Row("country_consumer_surplus", country.who(), WHOLE_RUN, country.consumerSurplus(), money));
            rows.add(new Row("country_tariffs", country.who(), WHOLE_RUN, country.tariffs(), money));
        }
        balance.calibration()
                .ifPresent(calibration -> rows.add(new Row(
                        "calibration_distance",
                        WHOLE_RUN,
                        supply.periods().label(0),
                        calibration.distance(),
                        FRACTION)));
    }

    private void add(String indicator, String subject, int t, double value, String unit) {
        rows.add(new Row(indicator, subject, supply.periods().label(t), value, unit));
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
