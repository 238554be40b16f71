package org.genryu.report.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.report.draw.FanChart;
import org.genryu.report.draw.HistogramChart;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.draw.TornadoChart;
import org.genryu.report.draw.WaterfallChart;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.Plot;
import org.genryu.report.write.QuantileDots;
import org.genryu.value.Valuation;
import org.genryu.value.future.Bankability;
import org.genryu.value.future.Distribution;
import org.genryu.value.future.FutureResult;
import org.genryu.value.future.Sensitivity;
import org.genryu.value.future.SupportWorth;
import org.genryu.value.project.SheetNames;

/// Size: one method a figure.
///
/// What may come of a project: the value and the cover of its debt over futures, what each support is worth, what moves
/// the value. Under which probabilities a number is meant stands beside it.
final class FutureSections {
    private static final int CLASSES = 30;
    private static final double[] TAILS = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};
    private static final double MILLION = 1e6;

    private final Valuation valuation;
    private final Lang lang;
    private final String money;
    private final PageFigure figure;

    FutureSections(Valuation valuation, Lang lang, PageFigure figure) {
        this.valuation = valuation;
        this.lang = lang;
        this.money = valuation.project().header().money().currency();
        this.figure = figure;
    }

    private String in(String en, String ja) {
        return new Text(en, ja).in(lang);
    }

    private String money(double value) {
        return NumberText.money(value, money, lang);
    }

    /// Distribution of the value, fan of the cash, fan of the cover.
    void futures(Html html) {
        FutureResult risk = valuation.risk();
        html.leaf(
                "p",
                in(
                        String.format(
                                Locale.ROOT,
                                "Probabilities of the %s, %,d futures, seed %s; ± is one standard error.",
                                risk.measure().label().en(),
                                risk.options().futures(),
                                risk.options().seed()),
                        String.format(
                                Locale.ROOT,
                                "%s、%,d通り、乱数の種 %s。± は標準誤差。",
                                risk.measure().label().ja(),
                                risk.options().futures(),
                                risk.options().seed())));
        value(html, risk);
        dots(html, risk);
        BridgeFigure.write(html, valuation, lang, figure);
        fan(html, "cfads", in("Cash for debt service by year", "年ごとの返済原資"), risk, FutureResult.Year::cash, MILLION);
        fan(html, "dscr", in("Cover of the debt (DSCR) by year", "年ごとのDSCR"), risk, FutureResult.Year::cover, 1);
        numbers(html, risk);
    }

    private void value(Html html, FutureResult risk) {
        Distribution npv = risk.npv();
        double low = npv.quantile(0.005);
        double high = npv.quantile(0.995);
        double[] edges = new double[CLASSES + 1];
        double[] shares = new double[CLASSES];
        FigureTable table = new FigureTable("npv-futures", 0, in("from", "下限"), in("to", "上限"), in("share", "割合"));
        for (int i = 0; i <= CLASSES; i++) {
            edges[i] = (low + (high - low) * i / CLASSES) / MILLION;
        }
        for (int i = 0; i < CLASSES; i++) {
            shares[i] = npv.shareBelow(edges[i + 1] * MILLION) - npv.shareBelow(edges[i] * MILLION);
            table.row(
                    FigureTable.number(NumberText.number(edges[i]), edges[i] * MILLION),
                    FigureTable.number(NumberText.number(edges[i + 1]), edges[i + 1] * MILLION),
                    FigureTable.number(NumberText.percent(shares[i]), shares[i]));
        }
        if (!(edges[CLASSES] > edges[0])) {
            html.leaf("p", in("Nothing is uncertain: every future has the same value.", "不確実な要素がなく、すべての未来で同じ値です。"));
            return;
        }
        table.plotted(Plot.of(Plot.Kind.CLASSES)
                .with("low", 0)
                .with("high", 1)
                .with("value", 2)
                .per(MILLION)
                .line(0, in("nothing gained", "損益ゼロ")));
        double median = npv.quantile(0.5) / MILLION;
        List<HistogramChart.Mark> marks = new ArrayList<>(
                List.of(new HistogramChart.Mark(in("median ", "中央値 ") + NumberText.number(median), median, false)));
        if (edges[0] < 0 && edges[CLASSES] > 0) {
            marks.add(new HistogramChart.Mark(in("nothing gained", "損益ゼロ"), 0, true));
        }
        String title = in("Value before finance over the futures", "未来ごとの資金調達前NPV");
        figure.write(
                html,
                "npv-futures",
                title,
                in(
                        "In millions of %s; the mean is %s ± %s, the mean of the worst tenth %s."
                                .formatted(
                                        money,
                                        money(npv.mean()),
                                        money(npv.standardError()),
                                        money(npv.meanOfLowest(0.1))),
                        "単位は百万%s。平均 %s ± %s、下位1割の平均 %s。"
                                .formatted(
                                        money,
                                        money(npv.mean()),
                                        money(npv.standardError()),
                                        money(npv.meanOfLowest(0.1)))),
                out -> new HistogramChart(edges, shares, marks)
                        .draw(out, "npv-futures-p", title, title, NumberText::number, NumberText::percent),
                table);
    }

    /// Fifty futures that are equally likely, and a line that people may move among them.
    private void dots(Html html, FutureResult risk) {
        FigureTable table = new FigureTable("npv-dots", 0, in("equally likely", "等確率の値"), in("NPV", "NPV"));
        for (int i = 1; i <= QuantileDots.DOTS; i++) {
            double p = QuantileDots.at(i);
            double value = risk.npv().quantile(p);
            table.row(FigureTable.number(NumberText.number(p), p), FigureTable.number(money(value), value));
        }
        table.plotted(Plot.of(Plot.Kind.DOTS)
                .with("value", 1)
                .line(0, "")
                .threshold(
                        in(
                                "%1$s of %2$s equally likely futures are worth less than %3$s " + money + ".",
                                "等確率の未来%2$s本中%1$s本で価値が%3$s" + money + "未満。"),
                        in("Threshold", "しきい値")));
        figure.table(
                html,
                "npv-dots",
                in("Value before finance in fifty futures", "50通りの未来での資金調達前NPV"),
                in("Each dot is as likely as any other.", "どの点も同じ確からしさです。"),
                table);
    }

    private void fan(
            Html html,
            String id,
            String title,
            FutureResult risk,
            java.util.function.Function<FutureResult.Year, Distribution> of,
            double unit) {
        List<FutureResult.Year> years =
                risk.years().stream().filter(year -> of.apply(year).any()).toList();
        if (years.isEmpty()) {
            html.leaf("p", title + in(": nothing is due in any year.", "：返済予定がありません。"));
            return;
        }
        int first = valuation.project().timeline().valuation() / 12;
        List<String> labels = years.stream()
                .map(year -> Integer.toString(first + year.year()))
                .toList();
        FigureTable table =
                new FigureTable(id + "-fan", 1, in("year", "年"), "5 %", "10 %", "25 %", "50 %", "75 %", "90 %", "95 %");
        for (int i = 0; i < years.size(); i++) {
            Distribution one = of.apply(years.get(i));
            List<FigureTable.Cell> cells = new ArrayList<>(List.of(FigureTable.word(labels.get(i))));
            for (double p : TAILS) {
                cells.add(FigureTable.number(NumberText.number(one.quantile(p) / unit), one.quantile(p)));
            }
            table.row(cells);
        }
        Plot plot = Plot.of(Plot.Kind.FAN)
                .with("x", 0)
                .with("low", 1, 3)
                .with("value", 4)
                .with("high", 7, 5);
        table.plotted(unit == 1 ? plot.line(1, in("cash covers the service", "元利払いに足りる水準")) : plot.per(MILLION));
        Optional<FanChart.Level> level = unit == 1
                ? Optional.of(new FanChart.Level(in("cash covers the service", "元利払いに足りる水準"), 1))
                : Optional.empty();
        FanChart fan = new FanChart(
                labels,
                at(years, of, 0.5, unit),
                List.of(
                        new FanChart.Band(
                                in("90% of futures", "未来の90%"), at(years, of, 0.05, unit), at(years, of, 0.95, unit)),
                        new FanChart.Band(
                                in("50% of futures", "未来の50%"), at(years, of, 0.25, unit), at(years, of, 0.75, unit))),
                level);
        figure.write(
                html,
                id + "-fan",
                title,
                unit == 1 ? "" : in("In millions of " + money + ".", "単位は百万" + money + "。"),
                out -> {
                    fan.draw(out, id + "-fan-p", title, title, NumberText::number);
                    fan.key(out, in("median", "中央値"));
                },
                table);
    }

    private static double[] at(
            List<FutureResult.Year> years,
            java.util.function.Function<FutureResult.Year, Distribution> of,
            double p,
            double unit) {
        ToDoubleFunction<FutureResult.Year> quantile = year -> of.apply(year).quantile(p) / unit;
        return years.stream().mapToDouble(quantile).toArray();
    }

    private void numbers(Html html, FutureResult risk) {
        FigureTable table = new FigureTable(
                "distributions",
                1,
                in("number", "数値"),
                in("mean", "平均"),
                "±",
                "10 %",
                "50 %",
                "90 %",
                in("futures without", "値のない未来"));
        row(table, in("NPV before finance", "資金調達前NPV"), risk.npv(), true);
        row(table, in("NPV of the owners", "出資者NPV"), risk.equity(), true);
        row(table, in("least DSCR", "最小DSCR"), risk.least(), false);
        row(table, in("mean DSCR", "平均DSCR"), risk.meanDscr(), false);
        row(table, in("least LLCR", "最小LLCR"), risk.llcr(), false);
        for (FutureResult.LoanRisk loan : risk.loans()) {
            Text of = names().loan(loan.loan());
            row(table, in("loss of lender, " + of.en(), "貸し手の損失（" + of.ja() + "）"), loan.loss(), true);
            row(table, in("the same after covers", "同、保証・保険の後"), loan.lossAfterCovers(), true);
        }
        PageFigure.table(html, lang, in("Distributions", "分布"), table, true);
    }

    private void row(FigureTable table, String name, Distribution one, boolean amount) {
        List<FigureTable.Cell> cells = new ArrayList<>(List.of(FigureTable.word(name)));
        if (!one.any()) {
            for (int i = 0; i < 5; i++) {
                cells.add(FigureTable.word("—"));
            }
        } else {
            for (double value : new double[] {
                one.mean(), one.standardError(), one.quantile(0.1), one.quantile(0.5), one.quantile(0.9)
            }) {
                cells.add(FigureTable.number(amount ? money(value) : NumberText.number(value), value));
            }
        }
        cells.add(FigureTable.number(Long.toString(one.without()), one.without()));
        table.row(cells);
    }

    private SheetNames names() {
        return valuation.project().names();
    }

    /// From "market only" to "with support", and every support's worth and cost.
    void supports(Html html) {
        if (valuation.supports().isEmpty()) {
            html.leaf("p", in("The sheet has no public support.", "公的支援はありません。"));
            return;
        }
        SupportWorth.Package all = valuation.supports().get();
        List<WaterfallChart.Step> steps = new ArrayList<>();
        String without = in("market only", "市場のみ");
        steps.add(new WaterfallChart.Step(without, all.marketOnly(), money(all.marketOnly()), true));
        FigureTable table = new FigureTable(
                "supports",
                2,
                in("support", "支援"),
                in("giver", "支援者"),
                in("fair value", "公正価値"),
                "±",
                in("expected loss, gross of fees", "期待損失（保証料控除前）"),
                "±",
                in("tail loss (worst 1 %)", "最悪1%の損失"),
                in("fees expected", "見込まれる料金"),
                in("alone", "単独の効果"),
                in("share of the package", "全体への寄与"),
                in("default without", "支援なしの不履行確率"),
                in("default with", "支援ありの不履行確率"),
                "±",
                in("fee that covers the loss", "損失に見合う料率"),
                "±");
        for (SupportWorth worth : all.worths()) {
            worth.added()
                    .flatMap(SupportWorth.Added::share)
                    .ifPresent(share -> steps.add(new WaterfallChart.Step(
                            names().support(worth.support()).in(lang), share, money(share), false)));
            table.row(cells(worth));
        }
        if (steps.size() == 1) {
            double together = all.withSupport() - all.marketOnly();
            steps.add(new WaterfallChart.Step(in("the supports together", "支援全体"), together, money(together), false));
        }
        String with = in("with support", "支援あり");
        steps.add(new WaterfallChart.Step(with, all.withSupport(), money(all.withSupport()), true));
        String title = in("From market only to with support", "市場のみから支援ありまで");
        FigureTable stairs = new FigureTable("support-steps", 1, in("step", "段階"), in("value", "価値"));
        steps.forEach(
                step -> stairs.row(FigureTable.word(step.name()), FigureTable.number(step.shown(), step.value())));
        figure.write(
                html,
                "support-steps",
                title,
                in(
                        "Value to owners and lenders together, %s, riskless rate; each support with its share of the package (Shapley). Alone they would sum to %s."
                                .formatted(valuation.fair().measure().label().en(), money(all.sumAlone())),
                        "出資者と貸し手を合わせた価値（%s、無リスク金利）。各支援は全体への寄与（シャープレイ値）。単独の効果の合計は%s。"
                                .formatted(valuation.fair().measure().label().ja(), money(all.sumAlone()))),
                out -> new WaterfallChart(steps).draw(out, "support-steps-p", title, title),
                stairs.plotted(WaterfallChart.plot(steps)));
        PageFigure.table(html, lang, in("Supports", "支援"), table, true);
        all.worths().forEach(worth -> worth.warning().ifPresent(text -> html.leaf("p", text.in(lang))));
        for (SupportWorth worth : all.worths()) {
            if (worth.coveringFee().isPresent() && !worth.effect().priced()) {
                html.leaf(
                        "p",
                        in(
                                names().support(worth.support()).en()
                                        + ": the sheet names no rate that the lender asks without this cover (bare_rate), so the chance of default sees its fee alone.",
                                names().support(worth.support()).ja()
                                        + "：この保証・保険がない場合の金利（bare_rate）がシートにないため、不履行の確率には料金だけが現れます。"));
            }
        }
    }

    private List<FigureTable.Cell> cells(SupportWorth worth) {
        List<FigureTable.Cell> cells = new ArrayList<>(List.of(
                FigureTable.word(names().support(worth.support()).in(lang)),
                FigureTable.word(names().party(worth.giver()).in(lang))));
        for (double value : new double[] {
            worth.fairValue(),
            worth.fairError(),
            worth.expectedLoss(),
            worth.expectedError(),
            worth.tailLoss(),
            worth.fees()
        }) {
            cells.add(FigureTable.number(money(value), value));
        }
        cells.add(worth.added()
                .map(added -> FigureTable.number(money(added.alone()), added.alone()))
                .orElse(FigureTable.word("—")));
        cells.add(worth.added()
                .flatMap(SupportWorth.Added::share)
                .map(share -> FigureTable.number(money(share), share))
                .orElse(FigureTable.word("—")));
        double without = worth.effect().defaultWithout();
        double with = worth.effect().defaultWith();
        cells.add(FigureTable.number(NumberText.percent(without), without));
        cells.add(FigureTable.number(NumberText.percent(with), with));
        double error = worth.effect().errorWith();
        cells.add(FigureTable.number(NumberText.percent(error), error));
        cells.add(worth.coveringFee()
                .map(fee -> FigureTable.number(NumberText.percent(fee.rate()), fee.rate()))
                .orElse(FigureTable.word("—")));
        cells.add(worth.coveringFee()
                .map(fee -> FigureTable.number(NumberText.percent(fee.error()), fee.error()))
                .orElse(FigureTable.word("—")));
        return cells;
    }

    /// One input at a time, and what floors would do.
    void sensitivity(Html html) {
        List<TornadoChart.Row> rows = new ArrayList<>();
        FigureTable table = new FigureTable(
                "tornado",
                1,
                in("input", "入力"),
                in("low", "低い値"),
                in("high", "高い値"),
                in("NPV at low", "低い値でのNPV"),
                in("NPV at high", "高い値でのNPV"));
        for (Sensitivity.Bar bar : valuation.tornado()) {
            String name = bar.input().in(lang) + (bar.assumed() ? in(" (range assumed)", "（幅は仮定）") : "");
            rows.add(new TornadoChart.Row(
                    name,
                    new TornadoChart.End(NumberText.number(bar.low()), bar.npvLow() / MILLION),
                    new TornadoChart.End(NumberText.number(bar.high()), bar.npvHigh() / MILLION)));
            table.row(
                    FigureTable.word(name),
                    FigureTable.number(NumberText.number(bar.low()), bar.low()),
                    FigureTable.number(NumberText.number(bar.high()), bar.high()),
                    FigureTable.number(money(bar.npvLow()), bar.npvLow()),
                    FigureTable.number(money(bar.npvHigh()), bar.npvHigh()));
        }
        double base = valuation.base().measures().npv() / MILLION;
        TornadoChart.Labels labels = new TornadoChart.Labels(
                in("base case ", "基準 ") + NumberText.number(base), in("low end", "低い側"), in("high end", "高い側"));
        String title = in("Which input moves the value most", "どの入力が価値を最も動かすか");
        table.plotted(Plot.of(Plot.Kind.TORNADO)
                .with("name", 0)
                .with("input", 1, 2)
                .with("value", 3, 4)
                .per(MILLION)
                .line(base * MILLION, labels.baseName()));
        if (!rows.isEmpty()) {
            figure.write(
                    html,
                    "tornado",
                    title,
                    in(
                            "NPV before finance in millions of " + money + ", one input at a time.",
                            "資金調達前NPV、百万" + money + "。一つずつ動かした場合。"),
                    out -> {
                        new TornadoChart(base, rows).draw(out, "tornado-p", title, title, labels);
                        TornadoChart.key(out, labels);
                    },
                    table);
        }
        floors(html);
    }

    private void floors(Html html) {
        if (valuation.floors().isEmpty()) {
            return;
        }
        FigureTable table = new FigureTable(
                "floors",
                0,
                in("floor", "下限価格") + " [" + money + "/"
                        + valuation.project().plant().products().getFirst().unit() + "]",
                in("fair value", "公正価値"),
                in("expected cost", "期待費用"),
                in("tail cost (worst 1 %)", "最悪1%の費用"),
                in("DSCR of nine in ten", "9割の未来が上回るDSCR"));
        for (Bankability.Rung rung : valuation.floors()) {
            table.row(
                    FigureTable.number(NumberText.number(rung.price()), rung.price()),
                    FigureTable.number(money(rung.fairValue()), rung.fairValue()),
                    FigureTable.number(money(rung.expectedCost()), rung.expectedCost()),
                    FigureTable.number(money(rung.tailCost()), rung.tailCost()),
                    FigureTable.number(NumberText.number(rung.cover()), rung.cover()));
        }
        PageFigure.table(html, lang, in("What a floor would be worth", "下限価格の価値"), table, true);
    }
}
