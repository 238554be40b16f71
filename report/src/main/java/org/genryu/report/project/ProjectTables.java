package org.genryu.report.project;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.report.write.CsvWriter;
import org.genryu.value.Valuation;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.DebtRatios;
import org.genryu.value.cash.Metric;
import org.genryu.value.cash.ProjectMetrics;

/// The result tables of a valued project as CSV files, one number a row:
///
/// | file | columns |
/// | --- | --- |
/// | `measures.csv` | project, measure, value, unit, reason (why there is no single value) |
/// | `cashflow.csv` | project, line, period (calendar year), value, unit |
/// | `distributions.csv` | project, number, period, statistic (`mean`, `standard-error`, `p05` .. `p95`), value, unit |
/// | `supports.csv` | project, support, giver, number, value, unit |
/// | `debt.csv` | project, loan, period (last month of the service period), opening, interest, principal, paid,
/// covered, arrears |
public final class ProjectTables {
    /// The names of all files of a valued project, with its page, workbook and record.
    public static final Set<String> FILES = Set.of(
            "measures.csv",
            "cashflow.csv",
            "distributions.csv",
            "supports.csv",
            "debt.csv",
            "cashflow.xlsx",
            "report.html",
            "run.json");

    private ProjectTables() {}

    /// Writes the tables.
    public static void write(Draft to, Valuation valuation) throws IOException {
        CashFlow flow = valuation.base();
        measures(to, flow);
        cashflow(to, flow);
        debt(to, flow);
        FutureTables.write(to, valuation);
    }

    /// A measure by name, as people and programs ask for it.
    /// @param unit of the value; `1` for rates and shares, `x` for cover ratios, `yr` for times
    public record Measure(String id, Text name, Metric value, String unit) {}

    /// What the base case comes to.
    public static List<Measure> of(CashFlow flow) {
        ProjectMetrics measures = flow.measures();
        DebtRatios ratios = flow.ratios();
        String money = flow.project().header().money().currency();
        String product =
                money + "/" + flow.project().plant().products().getFirst().unit();
        List<Measure> all = new ArrayList<>();
        all.add(new Measure("npv", new Text("NPV before finance", "資金調達前NPV"), value(measures.npv()), money));
        all.add(new Measure(
                "npv-real", new Text("NPV before finance, real", "資金調達前NPV（実質）"), value(measures.npvReal()), money));
        all.add(new Measure("irr", new Text("IRR before finance", "資金調達前IRR"), measures.irr(), "1"));
        all.add(new Measure("irr-real", new Text("real IRR before finance", "資金調達前IRR（実質）"), measures.irrReal(), "1"));
        all.add(new Measure("npv-equity", new Text("NPV of the owners", "出資者NPV"), value(measures.npvEquity()), money));
        all.add(new Measure("irr-equity", new Text("IRR of the owners", "出資者IRR"), measures.irrEquity(), "1"));
        all.add(new Measure("payback", new Text("payback", "回収期間"), measures.payback(), "yr"));
        all.add(new Measure(
                "payback-discounted", new Text("discounted payback", "割引回収期間"), measures.paybackDiscounted(), "yr"));
        all.add(new Measure(
                "unit-cost", new Text("cost per unit, levelised", "均等化単位費用"), measures.unitCost(), product));
        all.add(new Measure("break-even", new Text("break-even price", "損益分岐価格"), measures.breakEven(), product));
        all.add(new Measure(
                "aetr", new Text("share of the state in pre-tax value", "税引前価値に占める国の取り分"), measures.aetr(), "1"));
        all.add(new Measure("peak-need", new Text("most money sunk", "最大資金需要"), value(measures.peakNeed()), money));
        all.add(new Measure(
                "debt",
                new Text("debt at completion", "完成時借入"),
                value(flow.plan().debt()),
                money));
        all.add(new Measure("dscr-min", new Text("least DSCR", "最小DSCR"), DebtRatios.least(ratios.dscr()), "x"));
        all.add(new Measure("dscr-mean", new Text("mean DSCR", "平均DSCR"), DebtRatios.mean(ratios.dscr()), "x"));
        all.add(new Measure("llcr-min", new Text("least LLCR", "最小LLCR"), DebtRatios.least(ratios.llcr()), "x"));
        all.add(new Measure("plcr-min", new Text("least PLCR", "最小PLCR"), DebtRatios.least(ratios.plcr()), "x"));
        all.add(new Measure(
                "average-life", new Text("average life of the debt", "借入の平均年数"), ratios.averageLife(), "yr"));
        all.add(new Measure("tail", new Text("tail after the debt", "返済後の残存年数"), ratios.tail(), "yr"));
        return List.copyOf(all);
    }

    private static Metric value(double value) {
        return new Metric.Value(value);
    }

    /// Why there is no single value, empty if there is one.
    public static Optional<Text> reason(Metric answer) {
        return switch (answer) {
            case Metric.Value _ -> Optional.empty();
            case Metric.None(Text reason) -> Optional.of(reason);
            case Metric.Several(var _, Text reason) -> Optional.of(reason);
        };
    }

    private static void measures(Draft to, CashFlow flow) throws IOException {
        try (CsvWriter csv = new CsvWriter(to.open("measures.csv"), "project", "measure", "value", "unit", "reason")) {
            for (Measure measure : of(flow)) {
                csv.cell(id(flow)).cell(CsvWriter.text(measure.id()));
                csv.number(measure.value().found().orElse(Double.POSITIVE_INFINITY));
                csv.cell(CsvWriter.text(measure.unit()))
                        .cell(CsvWriter.text(
                                reason(measure.value()).map(Text::en).orElse("")))
                        .end();
            }
        }
    }

    private static byte[] id(CashFlow flow) {
        return CsvWriter.text(flow.project().header().id());
    }

    private static void cashflow(Draft to, CashFlow flow) throws IOException {
        CalendarYears years = CalendarYears.of(flow);
        byte[] money = CsvWriter.text(flow.project().header().money().currency());
        try (CsvWriter csv = new CsvWriter(to.open("cashflow.csv"), "project", "line", "period", "value", "unit")) {
            for (Map.Entry<Text, double[]> line : years.lines().entrySet()) {
                for (int y = 0; y < years.count(); y++) {
                    csv.cell(id(flow)).cell(CsvWriter.text(line.getKey().en()));
                    csv.cell(CsvWriter.text(years.label(y))).number(line.getValue()[y]);
                    csv.cell(money).end();
                }
            }
        }
    }

    private static void debt(Draft to, CashFlow flow) throws IOException {
        try (CsvWriter csv = new CsvWriter(
                to.open("debt.csv"),
                "project",
                "loan",
                "period",
                "opening",
                "interest",
                "principal",
                "paid",
                "covered",
                "arrears")) {
            for (CashFlow.Period period : flow.periods()) {
                for (CashFlow.LoanPeriod loan : period.loans()) {
                    csv.cell(id(flow)).cell(CsvWriter.text(loan.loan()));
                    csv.cell(CsvWriter.text(month(flow, period)));
                    csv.number(loan.opening()).number(loan.interest()).number(loan.principal());
                    csv.number(loan.paid()).number(loan.guaranteed() + loan.insured());
                    csv.number(loan.arrears()).end();
                }
            }
        }
    }

    /// The last month of a service period, such as `2031-06`.
    static String month(CashFlow flow, CashFlow.Period period) {
        int month = flow.project().timeline().valuation() + period.until() - 1;
        return String.format(Locale.ROOT, "%04d-%02d", Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1);
    }
}
