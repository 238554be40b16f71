package org.genryu.report.count;

import java.util.ArrayList;
import java.util.List;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;

/// What else can be said in one number? The rows of `indicators.csv`.
///
/// | indicator | subject | meaning |
/// | --- | --- | --- |
/// | `production_hhi` | commodity | HHI of production by country [0..1] |
/// | `largest_producer_share` | commodity/country | share of the country that makes most |
/// | `import_dependence` | country/commodity | of a home partner that uses or makes it: net imports over own
/// production plus net imports |
/// | `direct_import_share` | country/commodity/from | of a home partner: what crosses its border from there over own
/// production plus imports; the maker may be another country |
/// | `shortage_share` | commodity | short over wanted, of the demands that do not react to price; only periods with a
/// shortage |
/// | `built_capacity` | process | capacity that a candidate adds in the period |
/// | `payments`, `costs`, `rents`, `welfare`, `zero_profit`, `objective` | `all` | the identities of the run,
/// discounted |
/// | `owner_profit` | owner | discounted |
/// | `country_profit`, `country_consumer_surplus` | country | discounted |
/// | `calibration_distance` | `all` | Σ abs(model - observed) / Σ observed over activities and flows of the base year |
///
/// Rows that are exactly zero are left out of `import_dependence`, `direct_import_share` and `built_capacity`.
public final class Indicators {
    /// @param period `all` when it spans the horizon
    public record Row(String indicator, String subject, String period, double value, String unit) {}

    private static final String FRACTION = "fraction";
    private static final String WHOLE_RUN = "all";

    private final Balance balance;
    private final SupplyCase supply;
    private final Ledger ledger;
    private final List<Row> rows = new ArrayList<>();

    private Indicators(Balance balance) {
        this.balance = balance;
        this.supply = balance.of();
        this.ledger = Ledger.of(balance);
    }

    public static List<Row> of(Balance balance) {
        Indicators indicators = new Indicators(balance);
        indicators.production();
        for (String home : indicators.supply.info().home()) {
            int country = indicators.ledger.countries().find(home);
            if (country >= 0) {
                indicators.importDependence(country);
                indicators.directImports(country);
            }
        }
        indicators.shortages();
        indicators.building();
        indicators.account();
        return indicators.rows;
    }

    private void production() {
        for (int c = 0; c < commodities(); c++) {
            for (int t = 0; t < periods(); t++) {
                if (ledger.total(ledger.made()[c], t) > 0) {
                    int largest = ledger.largest(c, t);
                    add("production_hhi", commodity(c), t, ledger.concentration(c, t), FRACTION);
                    add(
                            "largest_producer_share",
                            commodity(c) + "/" + country(largest),
                            t,
                            ledger.share(c, largest, t),
                            FRACTION);
                }
            }
        }
    }

    private void importDependence(int country) {
        for (int c = 0; c < commodities(); c++) {
            for (int t = 0; t < periods(); t++) {
                double dependence = ledger.importDependence(c, country, t);
                if (dependence != 0) {
                    add("import_dependence", country(country) + "/" + commodity(c), t, dependence, FRACTION);
                }
            }
        }
    }

    private void directImports(int country) {
        double[][][] arrives = arrivals(country);
        for (int c = 0; c < commodities(); c++) {
            for (int from = 0; from < ledger.countries().size(); from++) {
                for (int t = 0; t < periods(); t++) {
                    double all = ledger.made()[c][country][t] + ledger.imports()[c][country][t];
                    if (arrives[c][from][t] != 0 && all > 0) {
                        String subject = country(country) + "/" + commodity(c) + "/" + country(from);
                        add("direct_import_share", subject, t, arrives[c][from][t] / all, FRACTION);
                    }
                }
            }
        }
    }

    /// What arrives in the country by [commodity][from][period].
    private double[][][] arrivals(int country) {
        SupplyCase.Routes routes = supply.routes();
        double[][][] arrives = new double[commodities()][ledger.countries().size()][periods()];
        for (int lane = 0; lane < routes.size(); lane++) {
            int from = ledger.countries().ofPlace()[routes.from()[lane]];
            int to = ledger.countries().ofPlace()[routes.to()[lane]];
            for (int t = 0; t < periods() && to == country && from != country; t++) {
                arrives[routes.commodity()[lane]][from][t] +=
                        balance.quantities().flow()[lane][t]
                                * (1 - routes.lane().loss().at(lane, t));
            }
        }
        return arrives;
    }

    private void shortages() {
        SupplyCase.Demands demands = supply.use().demands();
        double[][] wanted = new double[commodities()][periods()];
        double[][] lacking = new double[commodities()][periods()];
        for (int d = 0; d < demands.size(); d++) {
            for (int t = 0; t < periods() && demands.curve()[d] instanceof SupplyCase.Curve.Fixed; t++) {
                double asked = balance.quantities().wanted()[d][t];
                wanted[demands.commodity()[d]][t] += asked;
                lacking[demands.commodity()[d]][t] +=
                        Math.max(0, asked - balance.quantities().served()[d][t]);
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
        return ledger.countries().codes().get(k);
    }
}
