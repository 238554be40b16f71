package org.genryu.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.balance.explain.PublishedComparison;
import org.genryu.balance.explain.Shortages;
import org.genryu.balance.risk.Assessment;
import org.genryu.casefile.IdList;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.disk.Draft;
import org.genryu.report.count.DeterminedFlows;
import org.genryu.report.count.IndicatorRows;
import org.genryu.report.count.TracedBalance;
import org.genryu.report.write.CsvWriter;

/// The result tables of the contract as CSV files: tidy, one number a row (a price with its interval, a demand with
/// its three amounts).
///
/// Quantities are amounts of the period, levels stand at its end. The same case, program version and seed give the
/// same bytes. To keep the
/// files small, rows whose quantities are all exactly zero are left out of `activity.csv`, `flows.csv` and
/// `shortages.csv`: a plant that
/// stands still has no row. Prices and stock levels are written even when zero. An upper price that no next unit
/// bounds is an empty cell.
/// `short` is wanted less served, 0 within the tolerance of the solver ([Shortages]); for a demand that reacts to
/// price it is what the price
/// made people forgo.
public final class RunTables {
    private final Draft to;
    private final SupplyCase supply;
    private final Balance balance;
    private final byte[] scenario;
    private final byte[][] periods;

    private RunTables(Draft to, Balance balance, String scenario) {
        this.to = to;
        this.supply = balance.of();
        this.balance = balance;
        this.scenario = CsvWriter.text(scenario);
        this.periods = new byte[supply.periods().count()][];
        for (int t = 0; t < periods.length; t++) {
            periods[t] = CsvWriter.text(supply.periods().label(t));
        }
    }

    /// Writes `activity`, `flows`, `prices`, `shortages`, `stocks`, `indicators`, if asked for `exposure` and, if
    /// the
    /// case has published figures to compare with, `comparison`.
    static void write(
            Draft to, TracedBalance followed, String scenario, Optional<DeterminedFlows> settled, boolean exposure)
            throws IOException {
        Balance balance = followed.balance();
        RunTables tables = new RunTables(to, balance, scenario);
        tables.activity();
        tables.flows();
        tables.prices();
        tables.shortages();
        tables.stocks();
        Assessment assessment = followed.assessment();
        var risk = new org.genryu.balance.risk.Indicators(assessment);
        if (exposure) {
            ExposureTable.write(to, followed, scenario, risk::add);
        } else if (!assessment.homes().isEmpty()) {
            followed.tracing().substances().forEach(substance -> risk.add(followed.trace(substance)));
        }
        List<IndicatorRows.Row> rows = new ArrayList<>(IndicatorRows.of(assessment));
        settled.ifPresent(known -> rows.addAll(IndicatorRows.of(known, balance.of())));
        tables.indicators(rows, risk.rows());
        PublishedComparison comparison = PublishedComparison.of(balance);
        if (!comparison.rows().isEmpty()) {
            tables.comparison(comparison);
        }
    }

    private CsvWriter open(String name, String... columns) throws IOException {
        return new CsvWriter(to.open(name), columns);
    }

    private void activity() throws IOException {
        byte[][] process = ready(supply.industry().processes().ids());
        try (CsvWriter csv = open("activity.csv", "scenario", "process", "period", "quantity")) {
            double[][] activity = balance.quantities().activity();
            for (int p = 0; p < process.length; p++) {
                for (int t = 0; t < periods.length; t++) {
                    if (activity[p][t] != 0) {
                        csv.cell(scenario)
                                .cell(process[p])
                                .cell(periods[t])
                                .number(activity[p][t])
                                .end();
                    }
                }
            }
        }
    }

    private void flows() throws IOException {
        SupplyCase.Routes routes = supply.routes();
        byte[][] route = ready(routes.ids());
        byte[][] place = ready(supply.world().places().ids());
        byte[][] commodity = ready(supply.world().commodities().ids());
        try (CsvWriter csv = open("flows.csv", "scenario", "route", "from", "to", "commodity", "period", "quantity")) {
            for (int lane = 0; lane < routes.size(); lane++) {
                double[] flow = balance.quantities().flow()[lane];
                for (int t = 0; t < periods.length; t++) {
                    if (flow[t] != 0) {
                        csv.cell(scenario)
                                .cell(route[routes.route()[lane]])
                                .cell(place[routes.from()[lane]])
                                .cell(place[routes.to()[lane]]);
                        csv.cell(commodity[routes.commodity()[lane]])
                                .cell(periods[t])
                                .number(flow[t])
                                .end();
                    }
                }
            }
        }
    }

    private void prices() throws IOException {
        Balance.Markets markets = balance.markets();
        byte[][] place = ready(supply.world().places().ids());
        byte[][] commodity = ready(supply.world().commodities().ids());
        try (CsvWriter csv =
                open("prices.csv", "scenario", "place", "commodity", "period", "price", "price_low", "price_high")) {
            for (int m = 0; m < markets.size(); m++) {
                for (int t = 0; t < periods.length; t++) {
                    csv.cell(scenario)
                            .cell(place[markets.place()[m]])
                            .cell(commodity[markets.commodity()[m]])
                            .cell(periods[t]);
                    csv.number(markets.price()[m][t])
                            .number(markets.low()[m][t])
                            .number(markets.high()[m][t])
                            .end();
                }
            }
        }
    }

    private void shortages() throws IOException {
        SupplyCase.Demands demands = supply.use().demands();
        byte[][] demand = ready(demands.ids());
        byte[][] place = ready(supply.world().places().ids());
        byte[][] commodity = ready(supply.world().commodities().ids());
        try (CsvWriter csv = open(
                "shortages.csv",
                "scenario",
                "demand",
                "place",
                "use",
                "commodity",
                "period",
                "wanted",
                "served",
                "short")) {
            for (int d = 0; d < demands.size(); d++) {
                byte[] use = CsvWriter.text(demands.use()[d]);
                for (int t = 0; t < periods.length; t++) {
                    double wanted = balance.quantities().wanted()[d][t];
                    double served = balance.quantities().served()[d][t];
                    if (wanted != 0 || served != 0) {
                        csv.cell(scenario)
                                .cell(demand[d])
                                .cell(place[demands.place()[d]])
                                .cell(use);
                        csv.cell(commodity[demands.commodity()[d]]).cell(periods[t]);
                        csv.number(wanted)
                                .number(served)
                                .number(Shortages.lacking(balance, d, t))
                                .end();
                    }
                }
            }
        }
    }

    private void stocks() throws IOException {
        byte[][] store = ready(supply.stock().ids());
        try (CsvWriter csv = open("stocks.csv", "scenario", "store", "period", "level")) {
            for (int s = 0; s < store.length; s++) {
                for (int t = 0; t < periods.length; t++) {
                    csv.cell(scenario)
                            .cell(store[s])
                            .cell(periods[t])
                            .number(balance.quantities().level()[s][t])
                            .end();
                }
            }
        }
    }

    private void indicators(List<IndicatorRows.Row> rows, List<org.genryu.balance.risk.Indicators.Row> risks)
            throws IOException {
        try (CsvWriter csv = open("indicators.csv", "scenario", "indicator", "subject", "period", "value", "unit")) {
            for (IndicatorRows.Row row : rows) {
                csv.cell(scenario).cell(CsvWriter.text(row.indicator())).cell(CsvWriter.text(row.subject()));
                csv.cell(CsvWriter.text(row.period()))
                        .number(row.value())
                        .cell(CsvWriter.text(row.unit()))
                        .end();
            }
            for (var risk : risks) {
                csv.cell(scenario).cell(CsvWriter.text(risk.indicator())).cell(CsvWriter.text(risk.subject()));
                csv.cell(periods[risk.period()])
                        .number(risk.value())
                        .cell(CsvWriter.text(risk.unit()))
                        .end();
            }
        }
    }

    private void comparison(PublishedComparison comparison) throws IOException {
        IdList places = supply.world().places().ids();
        try (CsvWriter csv = open(
                "comparison.csv",
                "scenario",
                "reference",
                "measure",
                "place",
                "from",
                "commodity",
                "stage",
                "elements",
                "period",
                "year",
                "published",
                "computed",
                "unit",
                "difference",
                "tolerance",
                "status",
                "role",
                "source")) {
            for (PublishedComparison.Row row : comparison.rows()) {
                SupplyCase.Reference figure = row.figure();
                csv.cell(scenario);
                words(
                        csv,
                        figure.id(),
                        figure.measure().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                words(csv, id(places, figure.place()), id(places, figure.from()));
                words(
                        csv,
                        figure.goods().label(),
                        String.join(";", figure.goods().stages()));
                words(csv, String.join(";", figure.goods().elements()));
                csv.cell(periods[figure.period()]);
                words(csv, figure.year() == 0 ? "" : Integer.toString(figure.year()));
                csv.number(figure.value());
                number(csv, row.computed());
                words(csv, row.unit());
                number(csv, row.difference());
                csv.number(figure.tolerance());
                words(csv, row.status().name().toLowerCase(Locale.ROOT), figure.fitted() ? "fitted" : "independent");
                words(csv, figure.source());
                csv.end();
            }
        }
    }

    private static String id(IdList ids, int index) {
        return index < 0 ? "" : ids.id(index);
    }

    private static void words(CsvWriter csv, String... cells) throws IOException {
        for (String cell : cells) {
            csv.cell(CsvWriter.text(cell));
        }
    }

    /// A number that is not there is an empty cell.
    private static void number(CsvWriter csv, Optional<Double> value) throws IOException {
        if (value.isPresent()) {
            csv.number(value.get());
        } else {
            csv.cell(CsvWriter.text(""));
        }
    }

    private static byte[][] ready(IdList ids) {
        byte[][] cells = new byte[ids.size()][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = CsvWriter.text(ids.id(i));
        }
        return cells;
    }
}
