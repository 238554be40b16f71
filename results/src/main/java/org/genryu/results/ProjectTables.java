package org.genryu.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.value.Valuation;
import org.genryu.value.cash.CalendarYears;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.DebtRatios;
import org.genryu.value.cash.Metric;
import org.genryu.value.cash.ProjectMetrics;

/// The tables of a valued project, one number a row (a loan with all that is due and paid in a period).
public final class ProjectTables {
    private final CashFlow flow;
    private final Label project;
    private final String money;

    private ProjectTables(Valuation valuation) {
        this.flow = valuation.base();
        this.project = Label.of(flow.project().header().id());
        this.money = flow.project().header().money().currency();
    }

    /// All of them, in the order of the schema.
    public static List<ResultTable> of(Valuation valuation) {
        ProjectTables tables = new ProjectTables(valuation);
        FutureTables futures = new FutureTables(valuation);
        return List.of(
                tables.measures(), tables.cashflow(), tables.debt(), futures.distributions(), futures.supports());
    }

    /// A metric by name, as people and programs ask for it.
    /// @param entry what it is called and means
    /// @param unit of the value; `1` for rates and shares, `x` for cover ratios, `yr` for times
    /// @param currency of the project
    public record Measure(ResultSchema.Entry entry, Metric value, String unit, String currency) {
        /// As people read it: `$317.8 million`, `13.0%`, `2.057`, `10.92 years`, `$76,722/t`.
        /// Several values have strokes between them; where there is none stands a dash.
        public String shown(Lang lang) {
            return switch (value) {
                case Metric.Value(double one) -> shown(one, lang);
                case Metric.Several(List<Double> values, Text _) ->
                    values.stream().map(one -> shown(one, lang)).collect(Collectors.joining(" / "));
                case Metric.None _ -> "—";
            };
        }

        private String shown(double one, Lang lang) {
            if (unit.equals(currency)) {
                return NumberText.money(one, currency, lang);
            }
            return switch (unit) {
                case "1" -> NumberText.percent(one);
                case "x" -> NumberText.number(one);
                case "yr" -> NumberText.number(one) + new Text(" years", "年").in(lang);
                default -> NumberText.quoted(one, unit, lang);
            };
        }
    }

    /// What the base case comes to.
    public static List<Measure> measures(CashFlow flow) {
        ProjectMetrics metrics = flow.measures();
        DebtRatios ratios = flow.ratios();
        Map<String, Metric> values = new LinkedHashMap<>();
        values.put("npv", value(metrics.npv()));
        values.put("npv-real", value(metrics.npvReal()));
        values.put("irr", metrics.irr());
        values.put("irr-real", metrics.irrReal());
        values.put("npv-equity", value(metrics.npvEquity()));
        values.put("irr-equity", metrics.irrEquity());
        values.put("payback", metrics.payback());
        values.put("payback-discounted", metrics.paybackDiscounted());
        values.put("unit-cost", metrics.unitCost());
        values.put("break-even", metrics.breakEven());
        values.put("aetr", metrics.aetr());
        values.put("peak-need", value(metrics.peakNeed()));
        values.put("debt", value(flow.plan().debt()));
        values.put("dscr-min", DebtRatios.least(ratios.dscr()));
        values.put("dscr-mean", DebtRatios.mean(ratios.dscr()));
        values.put("llcr-min", DebtRatios.least(ratios.llcr()));
        values.put("plcr-min", DebtRatios.least(ratios.plcr()));
        values.put("average-life", ratios.averageLife());
        values.put("tail", ratios.tail());
        ResultSchema.Table table = ResultSchema.current().table("measures");
        String money = flow.project().header().money().currency();
        String product = flow.project().plant().products().getFirst().unit();
        List<Measure> measures = new ArrayList<>();
        values.forEach((name, value) -> {
            ResultSchema.Entry entry = table.entry(name);
            measures.add(new Measure(
                    entry, value, entry.unit().replace("{currency}", money).replace("{unit}", product), money));
        });
        return List.copyOf(measures);
    }

    private static Metric value(double value) {
        return new Metric.Value(value);
    }

    private ResultTable measures() {
        return new ResultTable("measures", to -> {
            for (Measure measure : measures(flow)) {
                to.cell(project)
                        .text(measure.entry().name())
                        .number(measure.value().found());
                to.text(measure.unit())
                        .text(measure.value().lacking().map(Text::en).orElse(""))
                        .end();
            }
        });
    }

    private ResultTable cashflow() {
        return new ResultTable("cashflow", to -> {
            CalendarYears years = CalendarYears.of(flow);
            for (Map.Entry<Text, double[]> line : years.lines().entrySet()) {
                for (int y = 0; y < years.count(); y++) {
                    to.cell(project)
                            .text(line.getKey().en())
                            .text(years.label(y))
                            .number(line.getValue()[y])
                            .text(money)
                            .end();
                }
            }
        });
    }

    private ResultTable debt() {
        return new ResultTable("debt", to -> {
            for (CashFlow.Period period : flow.periods()) {
                for (CashFlow.LoanPeriod loan : period.loans()) {
                    to.cell(project).text(loan.loan()).text(month(flow, period));
                    to.number(loan.opening()).number(loan.interest()).number(loan.principal());
                    to.number(loan.paid()).number(loan.guaranteed() + loan.insured());
                    to.number(loan.arrears()).end();
                }
            }
        });
    }

    /// The last month of a service period, such as `2031-06`.
    public static String month(CashFlow flow, CashFlow.Period period) {
        int month = flow.project().timeline().valuation() + period.until() - 1;
        return String.format(Locale.ROOT, "%04d-%02d", Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1);
    }
}
