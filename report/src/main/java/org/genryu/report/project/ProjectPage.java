package org.genryu.report.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.genryu.core.Explanation;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.report.draw.LineChart;
import org.genryu.report.draw.PageDocument;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.draw.Palette;
import org.genryu.report.draw.WaterfallChart;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.PageMark;
import org.genryu.results.ProjectTables;
import org.genryu.value.Valuation;
import org.genryu.value.cash.CalendarYears;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.cash.ProjectMetrics;
import org.genryu.value.project.Project;
import org.genryu.value.project.ResourceChecks;
import org.genryu.value.project.TermSheet;

/// What is one project worth, and can it carry its debt? One file for people: the sentence that matters, what the value
/// is made of, the cash flow by year, the debt, what is doubtful, every number down to the line of the sheet, sources.
public final class ProjectPage {
    private static final Text KIND = new Text("Genryu project", "源流 プロジェクト評価");
    private static final Text FOOTER = new Text(
            "Made by Genryu. An assumption is marked as one; what is doubtful is said on the page.",
            "Genryuが作成。仮定には印を付け、疑わしい点はこのページに記しています。");

    private static final Palette INFLOW = new Palette(1, 0);
    private static final Palette DUE = new Palette(0, 0);

    private final TermSheet sheet;
    private final CashFlow flow;
    private final Lang lang;
    private final String money;
    private final String facts;
    private final PageFigure figure;
    private final FutureSections futures;
    private final CreditSection credit;

    private ProjectPage(TermSheet sheet, Valuation valuation, Lang lang, String version) {
        this.sheet = sheet;
        this.flow = valuation.base();
        this.lang = lang;
        this.money = flow.project().header().money().currency();
        this.facts = new Text(
                        "Genryu %s · %s · futures, and one case at central values · money of the valuation date, %s"
                                .formatted(version, sheet.id(), money),
                        "Genryu %s · %s · 多数の未来と、中心値による一つのケース · 評価時点の金額（%s）".formatted(version, sheet.id(), money))
                .in(lang);
        this.figure = new PageFigure(lang, facts);
        this.futures = new FutureSections(valuation, lang, figure);
        this.credit = new CreditSection(valuation, lang);
    }

    /// The whole page.
    public static String of(TermSheet sheet, Valuation valuation, Lang lang, String version) {
        return of(sheet, valuation, Optional.empty(), lang, version);
    }

    /// @param split of the owners' cash, if the sheet has one
    public static String of(
            TermSheet sheet, Valuation valuation, Optional<SplitSection> split, Lang lang, String version) {
        ProjectPage page = new ProjectPage(sheet, valuation, lang, version);
        Map<Text, Consumer<Html>> sections = new LinkedHashMap<>();
        sections.put(new Text("What the value is made of", "価値の内訳"), page::value);
        sections.put(new Text("What may come", "起こりうる結果"), page.futures::futures);
        sections.put(new Text("What lenders may lose", "貸し手の損失"), page.credit::write);
        sections.put(new Text("What the supports are worth", "公的支援の価値"), page.futures::supports);
        sections.put(new Text("What moves it", "価値を動かすもの"), page.futures::sensitivity);
        sections.put(new Text("Cash flow by year", "年次キャッシュフロー"), page::cash);
        sections.put(new Text("Debt", "借入"), page::debt);
        split.ifPresent(one -> sections.put(new Text("Who gets what owners get", "出資者の受取の配分"), one::write));
        sections.put(new Text("What is doubtful", "疑わしい点"), page::doubts);
        sections.put(new Text("Why this value", "この値になる理由"), page::why);
        sections.put(new Text("Inputs and sources", "入力値と出典"), page::inputs);
        sections.put(new Text("What the words mean", "言葉の意味"), html -> Definition.all(html, lang));
        return new PageDocument(
                        lang,
                        KIND.in(lang),
                        page.flow.project().header().title().in(lang),
                        page.facts,
                        PageMark.of(version))
                .of(
                        html -> new ProjectHeadline(valuation, lang).write(html, SheetInputs.of(sheet)),
                        sections,
                        FOOTER.in(lang));
    }

    /// The sentence about chances, as it stands on top of the page.
    public static String sentence(Valuation valuation, Lang lang) {
        return new ProjectHeadline(valuation, lang).sentence();
    }

    private String in(String en, String ja) {
        return new Text(en, ja).in(lang);
    }

    private String money(double value) {
        return NumberText.money(value, money, lang);
    }

    private void value(Html html) {
        Explanation story = ProjectMetrics.explain(flow);
        List<WaterfallChart.Step> steps = new ArrayList<>();
        FigureTable table = new FigureTable("value", 1, in("line", "項目"), in("present value", "現在価値"));
        for (Explanation part : story.parts()) {
            String name = part.label().in(lang);
            steps.add(new WaterfallChart.Step(name, part.value(), money(part.value()), false));
            table.row(FigureTable.word(name), FigureTable.number(money(part.value()), part.value()));
        }
        String total = story.label().in(lang);
        steps.add(new WaterfallChart.Step(total, story.value(), money(story.value()), true));
        table.row(FigureTable.word(total), FigureTable.number(money(story.value()), story.value()));
        String title = in("From sales to value", "売上から価値まで");
        figure.write(
                html,
                "npv",
                title,
                in(
                        "Present values of every line; what is left is the value before finance.",
                        "各項目の現在価値。残りが資金調達前の価値です。"),
                out -> new WaterfallChart(steps).draw(out, "npv-p", title, total),
                table);
        measures(html);
    }

    private void measures(Html html) {
        FigureTable table = new FigureTable(
                "measures", 3, in("measure", "指標"), in("value", "値"), in("why there is none", "値がない理由"));
        for (ProjectTables.Measure measure : ProjectTables.measures(flow)) {
            table.row(
                    FigureTable.word(measure.entry().meaning().in(lang)),
                    new FigureTable.Cell(
                            measure.shown(lang),
                            measure.value().found().map(NumberText::exact).orElse("")),
                    FigureTable.word(
                            measure.value().lacking().map(text -> text.in(lang)).orElse("")));
        }
        PageFigure.table(html, lang, in("Measures", "指標"), table, true);
    }

    private void cash(Html html) {
        CalendarYears years = CalendarYears.of(flow);
        List<String> labels = new ArrayList<>();
        for (int y = 0; y < years.count(); y++) {
            labels.add(years.label(y));
        }
        List<String> columns = new ArrayList<>(List.of(in("line", "項目")));
        columns.addAll(labels);
        FigureTable table = new FigureTable("cashflow", 1, columns.toArray(String[]::new));
        years.lines().forEach((name, values) -> table.row(cells(name.in(lang), values)));
        String cfads = in("CFADS", "返済原資（CFADS）");
        String due = in("debt service due", "元利払い");
        table.row(cells(cfads, years.cfads())).row(cells(due, years.service()));
        String title = in("Cash flow available for debt service, and what is due", "返済原資と元利払い");
        LineChart chart =
                new LineChart(labels, List.of(line(cfads, INFLOW, years.cfads()), line(due, DUE, years.service())));
        figure.write(
                html,
                "cash",
                title,
                in("By calendar year, at central values, in millions of " + money + ".", "暦年、中心値、百万" + money + "。"),
                out -> {
                    chart.draw(out, "cash-p", title, title, NumberText::number);
                    out.open("ul", "class", "key");
                    PageFigure.key(out, INFLOW, cfads);
                    PageFigure.key(out, DUE, due);
                    out.close("ul");
                },
                table);
    }

    private static LineChart.Line line(String name, Palette paint, double[] values) {
        double[] millions = Arrays.stream(values).map(value -> value / 1e6).toArray();
        return new LineChart.Line(name, paint, millions, millions, millions);
    }

    private List<FigureTable.Cell> cells(String name, double[] values) {
        List<FigureTable.Cell> cells = new ArrayList<>(List.of(FigureTable.word(name)));
        for (double value : values) {
            cells.add(FigureTable.number(value == 0 ? "" : money(value), value));
        }
        return cells;
    }

    private void debt(Html html) {
        DebtPlan plan = flow.plan();
        FigureTable loans = new FigureTable(
                "loans", 2, in("loan", "借入"), in("lender", "貸し手"), in("drawn", "借入額"), in("rate", "金利"));
        for (DebtPlan.Planned planned : plan.loans()) {
            double rate = planned.loan().rate().central();
            loans.row(
                    FigureTable.word(
                            flow.project().names().loan(planned.loan().id()).in(lang)),
                    FigureTable.word(flow.project()
                            .names()
                            .party(planned.loan().lender())
                            .in(lang)),
                    FigureTable.number(money(planned.drawn()), planned.drawn()),
                    FigureTable.number(NumberText.percent(rate), rate));
        }
        html.leaf(
                "p",
                in(
                        "Cost to completion %s, of it debt %s.".formatted(money(plan.cost()), money(plan.debt())),
                        "完成までの総費用は%s、うち借入は%s。".formatted(money(plan.cost()), money(plan.debt()))));
        PageFigure.table(html, lang, in("Loans", "借入"), loans, true);
        plan.notes().forEach(note -> html.leaf("p", note.in(lang)));
        FigureTable service = new FigureTable(
                "service",
                1,
                in("period", "期"),
                in("CFADS", "CFADS"),
                in("due", "元利払い"),
                in("DSCR", "DSCR"),
                in("state", "状態"));
        for (int k = 0; k < flow.periods().size(); k++) {
            CashFlow.Period period = flow.periods().get(k);
            if (period.due(false) > 0) {
                Optional<Double> ratio = flow.ratios().totalDscr().get(k).found();
                service.row(
                        FigureTable.word(ProjectTables.month(flow, period)),
                        FigureTable.number(money(period.cfads()), period.cfads()),
                        FigureTable.number(money(period.due(false)), period.due(false)),
                        new FigureTable.Cell(
                                ratio.map(NumberText::number).orElse("—"),
                                ratio.map(NumberText::exact).orElse("")),
                        FigureTable.word(period.state().words().in(lang)));
            }
        }
        PageFigure.table(html, lang, in("Debt service", "元利払い"), service, false);
    }

    private void doubts(Html html) {
        List<ResourceChecks.Verdict> verdicts = flow.project().ground();
        List<Text> warnings = flow.project().header().warnings();
        if (verdicts.isEmpty() && warnings.isEmpty()) {
            html.leaf(
                    "p",
                    in(
                            "The sheet names no doubt, and its figures agree with each other.",
                            "シートに疑問点の記載はなく、数値同士の矛盾もありません。"));
            return;
        }
        for (ResourceChecks.Verdict verdict : verdicts) {
            html.leaf("p", verdict.finding().in(lang));
            story(html, verdict.arithmetic());
        }
        html.open("ul");
        warnings.forEach(doubt -> html.leaf("li", doubt.in(lang)));
        html.close("ul");
    }

    private void why(Html html) {
        html.leaf(
                "p",
                in(
                        "Each line opens to the numbers it is made of, down to the line of the sheet.",
                        "各行を開くと、タームシートの行までたどれます。"));
        story(html, ProjectMetrics.explain(flow));
    }

    private void story(Html html, Explanation story) {
        String value = story.unit().equals(money)
                ? money(story.value())
                : NumberText.number(story.value()) + (story.unit().equals("1") ? "" : " " + story.unit());
        if (story.parts().isEmpty()) {
            html.open("div", "class", "leaf")
                    .text(story.label().in(lang) + in(": ", "："))
                    .leaf("b", value)
                    .close("div");
            return;
        }
        html.open("details", "class", "story")
                .open("summary")
                .text(story.label().in(lang) + in(": ", "："))
                .leaf("b", value)
                .close("summary");
        html.leaf("p", story.how().in(lang), "class", "how");
        story.parts().forEach(part -> story(html, part));
        html.close("details");
    }

    private void inputs(Html html) {
        PageFigure.table(
                html,
                lang,
                in("Numbers of the sheet", "タームシートの数値"),
                SheetInputs.of(sheet).sheet(lang),
                false);
        FigureTable sources = new FigureTable(
                "sources",
                6,
                in("id", "ID"),
                in("title", "題名"),
                in("publisher", "発行者"),
                in("date", "日付"),
                in("address", "URL"),
                in("reliability, credibility", "信頼性・確度"));
        for (Project.Source source : flow.project().header().sources().values().stream()
                .sorted(java.util.Comparator.comparing(Project.Source::id))
                .toList()) {
            sources.row(
                    FigureTable.word(source.id()),
                    FigureTable.word(source.title()),
                    FigureTable.word(source.publisher()),
                    FigureTable.word(source.date()),
                    FigureTable.word(source.url()),
                    FigureTable.word(source.reliability() + " " + source.credibility()));
        }
        PageFigure.table(html, lang, in("Sources", "出典"), sources, true);
    }
}
