package org.genryu.results;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.balance.account.Shortages;
import org.genryu.balance.explain.PublishedComparison;
import org.genryu.balance.risk.Indicators;
import org.genryu.casefile.IdList;
import org.genryu.casefile.SupplyCase;

/// The tables of a balanced case, tidy: one number a row (a price with its interval, a demand with its three amounts).
///
/// Quantities are amounts of the period, levels stand at its end. The same case, program version and seed give the
/// same rows. Rows whose quantities are all exactly zero are left out of `activity`, `flows` and `shortages`: a plant
/// that stands still has no row. Prices and stock levels are written even when zero.
public final class BalanceTables {
    private final SupplyCase supply;
    private final Balance balance;
    private final Label scenario;
    private final Label[] periods;
    private final Label[] places;
    private final Label[] commodities;

    /// @param scenario id, `base` if none
    public BalanceTables(Balance balance, String scenario) {
        this.supply = balance.of();
        this.balance = balance;
        this.scenario = Label.of(scenario);
        this.periods = Label.of(supply.periods());
        this.places = Label.of(supply.world().places().ids());
        this.commodities = Label.of(supply.world().commodities().ids());
    }

    /// Those that need no trace, in the order of the schema.
    public List<ResultTable> plain() {
        return List.of(activity(), flows(), prices(), shortages(), stocks());
    }

    /// What each plant does.
    public ResultTable activity() {
        return new ResultTable("activity", to -> {
            Label[] process = Label.of(supply.industry().processes().ids());
            double[][] activity = balance.quantities().activity();
            for (int p = 0; p < process.length; p++) {
                for (int t = 0; t < periods.length; t++) {
                    if (activity[p][t] != 0) {
                        to.cell(scenario)
                                .cell(process[p])
                                .cell(periods[t])
                                .number(activity[p][t])
                                .end();
                    }
                }
            }
        });
    }

    /// What goes on each route.
    public ResultTable flows() {
        return new ResultTable("flows", to -> {
            SupplyCase.Routes routes = supply.routes();
            Label[] route = Label.of(routes.ids());
            for (int lane = 0; lane < routes.size(); lane++) {
                double[] flow = balance.quantities().flow()[lane];
                for (int t = 0; t < periods.length; t++) {
                    if (flow[t] != 0) {
                        to.cell(scenario)
                                .cell(route[routes.route()[lane]])
                                .cell(places[routes.from()[lane]])
                                .cell(places[routes.to()[lane]]);
                        to.cell(commodities[routes.commodity()[lane]])
                                .cell(periods[t])
                                .number(flow[t])
                                .end();
                    }
                }
            }
        });
    }

    /// Every market and period, with the interval of its price.
    public ResultTable prices() {
        return new ResultTable("prices", to -> {
            Balance.Markets markets = balance.markets();
            for (int m = 0; m < markets.size(); m++) {
                for (int t = 0; t < periods.length; t++) {
                    to.cell(scenario)
                            .cell(places[markets.place()[m]])
                            .cell(commodities[markets.commodity()[m]])
                            .cell(periods[t]);
                    to.number(markets.price()[m][t])
                            .number(markets.low()[m][t])
                            .number(markets.high()[m][t])
                            .end();
                }
            }
        });
    }

    /// Every demand that wants anything.
    public ResultTable shortages() {
        return new ResultTable("shortages", to -> {
            for (int d = 0; d < supply.use().demands().size(); d++) {
                for (int t = 0; t < periods.length; t++) {
                    double wanted = balance.quantities().wanted()[d][t];
                    double served = balance.quantities().served()[d][t];
                    if (wanted != 0 || served != 0) {
                        demand(to, d, t);
                    }
                }
            }
        });
    }

    /// The rows of [#shortages] whose demand is of a fixed amount and short.
    public ResultTable unserved() {
        return new ResultTable("shortages", to -> lacking(to, true));
    }

    /// The rows of [#shortages] whose demand reacts to price and goes without.
    public ResultTable pricedAway() {
        return new ResultTable("priced_away", to -> lacking(to, false));
    }

    private void lacking(RowSink to, boolean fixed) throws IOException {
        SupplyCase.Demands demands = supply.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            boolean asked = demands.curve()[d] instanceof SupplyCase.Curve.Fixed == fixed;
            for (int t = 0; t < periods.length && asked; t++) {
                if (Shortages.lacking(balance, d, t) > 0) {
                    demand(to, d, t);
                }
            }
        }
    }

    private void demand(RowSink to, int d, int t) throws IOException {
        SupplyCase.Demands demands = supply.use().demands();
        to.cell(scenario)
                .text(demands.ids().id(d))
                .cell(places[demands.place()[d]])
                .text(demands.use()[d]);
        to.cell(commodities[demands.commodity()[d]]).cell(periods[t]);
        to.number(balance.quantities().wanted()[d][t])
                .number(balance.quantities().served()[d][t])
                .number(Shortages.lacking(balance, d, t))
                .end();
    }

    /// What every store holds.
    public ResultTable stocks() {
        return new ResultTable("stocks", to -> {
            Label[] store = Label.of(supply.stock().ids());
            for (int s = 0; s < store.length; s++) {
                for (int t = 0; t < periods.length; t++) {
                    to.cell(scenario)
                            .cell(store[s])
                            .cell(periods[t])
                            .number(balance.quantities().level()[s][t])
                            .end();
                }
            }
        });
    }

    /// What is said of the balance in one number.
    ResultTable indicators(List<Indicators.Row> rows) {
        return new ResultTable("indicators", to -> {
            for (Indicators.Row row : rows) {
                to.cell(scenario).text(row.indicator()).text(row.subject());
                to.text(row.period()).number(row.value()).text(row.unit()).end();
            }
        });
    }

    /// Published figures beside what the run computes; empty if the case has none.
    public Optional<ResultTable> comparison() {
        PublishedComparison comparison = PublishedComparison.of(balance);
        return comparison.rows().isEmpty()
                ? Optional.empty()
                : Optional.of(new ResultTable("comparison", to -> {
                    for (PublishedComparison.Row row : comparison.rows()) {
                        compared(to, row);
                    }
                }));
    }

    private void compared(RowSink to, PublishedComparison.Row row) throws IOException {
        IdList ids = supply.world().places().ids();
        SupplyCase.Reference figure = row.figure();
        to.cell(scenario).text(figure.id()).text(word(figure.measure()));
        to.text(id(ids, figure.place())).text(id(ids, figure.from()));
        to.text(figure.goods().label())
                .text(String.join(";", figure.goods().stages()))
                .text(String.join(";", figure.goods().elements()));
        to.cell(periods[figure.period()]).text(figure.year() == 0 ? "" : Integer.toString(figure.year()));
        to.number(figure.value()).number(row.computed()).text(row.unit());
        to.number(row.difference()).number(figure.tolerance());
        to.text(word(row.status())).text(figure.fitted() ? "fitted" : "independent");
        to.text(figure.source()).end();
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String id(IdList ids, int index) {
        return index < 0 ? "" : ids.id(index);
    }
}
