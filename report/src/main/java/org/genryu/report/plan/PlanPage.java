package org.genryu.report.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.genryu.casefile.CaseHeader;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.plan.world.Plan;
import org.genryu.plan.world.PlanSites;
import org.genryu.report.draw.LineChart;
import org.genryu.report.draw.PageDocument;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.draw.Palette;
import org.genryu.report.draw.Svg;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.NumberFormat;
import org.genryu.report.write.PageMark;
import org.genryu.report.write.Plot;

/// What should be built and decided, when, and what does it buy? One file for people: the answer, the frontier, the
/// time line of the spending, every option with its reason, what every scenario costs.
public final class PlanPage {
    private static final Text KIND = new Text("Genryu plan", "源流 計画");
    private static final Text FOOTER =
            new Text("Made by Genryu. An assumption is marked as one in the case.", "Genryuが作成。仮定にはケースで印を付けています。");
    private static final int YEAR = 12;
    private static final int ROW = 22;
    private static final int LEFT = 330;
    private static final int RIGHT = 1040;

    private final Plan plan;
    private final PlanSites sites;
    private final CaseHeader header;
    private final Lang lang;
    private final NumberFormat shown;
    private final String facts;
    private final PageMark mark;
    private final PageFigure figure;

    public PlanPage(Plan plan, PlanSites sites, CaseHeader header, Lang lang, PageMark mark) {
        this.plan = plan;
        this.sites = sites;
        this.header = header;
        this.lang = lang;
        this.shown = new NumberFormat(lang);
        this.mark = mark;
        String told = in(
                "Genryu %s · %s · discounted, %s of %s"
                        .formatted(mark.version(), header.id(), header.currency(), header.priceYear()),
                "Genryu %s · %s · 割引後、%s年の%s"
                        .formatted(mark.version(), header.id(), header.priceYear(), header.currency()));
        this.facts = mark.on(told, lang);
        this.figure = new PageFigure(lang, facts);
    }

    /// The whole page.
    public String html() {
        Map<Text, Consumer<Html>> sections = new LinkedHashMap<>();
        sections.put(new Text("The frontier", "フロンティア"), this::frontier);
        sections.put(new Text("When the money is spent", "支出の時期"), this::timeline);
        if (!sites.sites().isEmpty()) {
            sections.put(
                    new Text("Where it is spent", "支出の地点"),
                    html -> new PlanMap(sites, header.currency(), lang).write(html, figure));
        }
        sections.put(new Text("What each billion buys", "10億あたりの効果"), this::billions);
        if (plan.robust().isPresent()) {
            sections.put(new Text("The worst case", "最悪の場合"), this::worst);
        }
        if (plan.waiting().isPresent()) {
            sections.put(new Text("What can wait", "待てるもの"), this::waiting);
        }
        sections.put(new Text("Every option and why", "すべての選択肢とその理由"), this::options);
        sections.put(new Text("What may come", "起こりうること"), this::scenarios);
        return new PageDocument(lang, KIND.in(lang), header.title().in(lang), facts, mark)
                .of(this::headline, sections, FOOTER.in(lang));
    }

    private String in(String en, String ja) {
        return new Text(en, ja).in(lang);
    }

    private String money(double value) {
        return shown.money(value, header.currency());
    }

    private void headline(Html html) {
        Plan.Worth worth = plan.worth();
        html.leaf(
                "p",
                in(
                        "For %s the plan saves %s in the mean and %s in the worst fifth of what may come; %s net of what it costs."
                                .formatted(
                                        money(worth.spent()),
                                        money(worth.expected()),
                                        money(worth.tail()),
                                        money(worth.net())),
                        "%sの支出で、計画は期待値で%s、悪い方5分の1で%sを節減し、費用を引いた正味は%sです。"
                                .formatted(
                                        money(worth.spent()),
                                        money(worth.expected()),
                                        money(worth.tail()),
                                        money(worth.net()))));
        html.leaf(
                "p",
                in(
                        "No plan within the limits gains more than %s more.".formatted(shown.atMost(worth.gap())),
                        "制約内のどの計画も、これより%sを超えて改善しません。".formatted(shown.atMost(worth.gap()))));
        PlanPhrases.dependence(plan, lang).forEach(said -> html.leaf("p", said));
    }

    private void frontier(Html html) {
        List<String> budgets = new ArrayList<>();
        FigureTable table = new FigureTable(
                "frontier",
                0,
                in("spent", "支出"),
                in("mean cost", "期待費用"),
                in("worst fifth", "悪い方5分の1"),
                in("options", "選択肢の数"));
        for (Plan.Point point : plan.frontier()) {
            budgets.add(money(point.spent()));
            table.row(
                    FigureTable.number(money(point.spent()), point.spent()),
                    FigureTable.number(money(point.expected()), point.expected()),
                    FigureTable.number(money(point.tail()), point.tail()),
                    FigureTable.number(
                            Integer.toString(point.chosen().size()),
                            point.chosen().size()));
        }
        String mean = in("mean cost", "期待費用");
        String tail = in("worst fifth", "悪い方5分の1");
        LineChart chart = new LineChart(
                budgets,
                List.of(
                        line(
                                mean,
                                new Palette(1, 0),
                                plan.frontier().stream()
                                        .mapToDouble(Plan.Point::expected)
                                        .toArray()),
                        line(
                                tail,
                                new Palette(0, 0),
                                plan.frontier().stream()
                                        .mapToDouble(Plan.Point::tail)
                                        .toArray())));
        table.plotted(Plot.of(Plot.Kind.FRONTIER).with("x", 0).with("value", 1, 2));
        String title = in("What money buys", "支出の効果");
        figure.write(
                html,
                "frontier",
                title,
                in(
                        "Cost of what may come against the calm world without a plan, by what is spent.",
                        "計画なしの平時に対する費用（支出額ごと）。"),
                out -> {
                    chart.draw(out, "frontier-p", title, title, value -> money(value));
                    out.open("ul", "class", "key");
                    PageFigure.key(out, new Palette(1, 0), mean);
                    PageFigure.key(out, new Palette(0, 0), tail);
                    out.close("ul");
                },
                table);
    }

    private static LineChart.Line line(String name, Palette paint, double[] value) {
        return new LineChart.Line(name, paint, value, value, value);
    }

    private void timeline(Html html) {
        List<Plan.Verdict> chosen = plan.options().stream()
                .filter(Plan.Verdict::chosen)
                .sorted(Comparator.comparingInt(
                                (Plan.Verdict one) -> one.option().begin())
                        .thenComparing(one -> one.option().id()))
                .toList();
        FigureTable table =
                new FigureTable("timeline", 1, in("option", "選択肢"), in("from", "開始"), in("to", "終了"), in("cost", "費用"));
        for (Plan.Verdict one : chosen) {
            table.row(
                    FigureTable.word(one.option().name().in(lang)),
                    FigureTable.number(
                            year(one.option().begin()),
                            Math.floorDiv(one.option().begin(), YEAR)),
                    FigureTable.number(
                            year(one.option().end() - 1),
                            Math.floorDiv(one.option().end() - 1, YEAR)),
                    FigureTable.number(money(one.cost()), one.cost()));
        }
        table.plotted(Plot.of(Plot.Kind.GANTT)
                .with("name", 0)
                .with("low", 1)
                .with("high", 2)
                .with("value", 3));
        String title = in("Time line", "時間軸");
        figure.write(
                html,
                "timeline",
                title,
                in("Years in which each chosen option is paid.", "採用した選択肢の支払い年。"),
                out -> bars(out, chosen, title),
                table);
    }

    private static String year(int month) {
        return Integer.toString(Math.floorDiv(month, YEAR));
    }

    private void bars(Html out, List<Plan.Verdict> chosen, String title) {
        int first = chosen.stream()
                .mapToInt(one -> Math.floorDiv(one.option().begin(), YEAR))
                .min()
                .orElse(0);
        int end = chosen.stream()
                .mapToInt(one -> Math.floorDiv(one.option().end(), YEAR))
                .max()
                .orElse(first + 1);
        Svg.Scale x = new Svg.Scale(first, Math.max(first + 1, end), LEFT, RIGHT);
        int height = ROW * (chosen.size() + 1) + 8;
        Svg.open(out, "timeline-p", title, title, RIGHT + 20, height, 760);
        for (int year = first; year <= Math.max(first + 1, end); year++) {
            Svg.line(out, x.at(year), ROW, x.at(year), height - 4, "grid");
            Svg.text(out, x.at(year), 14, "middle small", Integer.toString(year));
        }
        double y = ROW;
        for (Plan.Verdict one : chosen) {
            Svg.fitted(out, LEFT - 10, y + 15, LEFT - 16, one.option().name().in(lang));
            double from = x.at(one.option().begin() / (double) YEAR);
            double to = x.at(one.option().end() / (double) YEAR);
            Svg.box(out, from, y + 4, to - from, ROW - 8, one.option().measure() ? "f3" : "f1", money(one.cost()));
            y += ROW;
        }
        out.close("svg");
    }

    private void options(Html html) {
        FigureTable table = new FigureTable(
                "options",
                3,
                in("option", "選択肢"),
                in("in the plan", "採否"),
                in("why", "理由"),
                in("cost", "費用"),
                in("saves", "節減"));
        plan.options().stream()
                .sorted(Comparator.comparing((Plan.Verdict one) -> !one.chosen())
                        .thenComparing(
                                Comparator.comparingDouble(Plan.Verdict::saves).reversed()))
                .forEach(one -> table.row(
                        FigureTable.word(one.option().name().in(lang)),
                        FigureTable.word(one.chosen() ? in("yes", "採用") : in("no", "不採用")),
                        FigureTable.word(PlanPhrases.why(plan, one, header, lang)),
                        FigureTable.number(money(one.cost()), one.cost()),
                        FigureTable.number(money(one.saves()), one.saves())));
        PageFigure.table(html, lang, in("All options", "すべての選択肢"), table, true);
    }

    /// What a unit of money spent on each chosen option saves at the margin, the best first.
    private void billions(Html html) {
        List<Plan.Verdict> chosen = plan.options().stream()
                .filter(one -> one.reason() == Plan.Reason.CHOSEN)
                .sorted(Comparator.comparingDouble(Plan.Verdict::perMoney).reversed())
                .toList();
        FigureTable table = new FigureTable(
                "billions",
                1,
                in("option", "選択肢"),
                in("saves per unit of money", "支出1単位あたりの節減"),
                in("cost", "費用"),
                in("saves", "節減"));
        for (Plan.Verdict one : chosen) {
            table.row(
                    FigureTable.word(one.option().name().in(lang)),
                    FigureTable.number(shown.number(NumberFormat.rounded(one.perMoney(), 2)), one.perMoney()),
                    FigureTable.number(money(one.cost()), one.cost()),
                    FigureTable.number(money(one.saves()), one.saves()));
        }
        String title = in("What each billion buys", "10億あたりの効果");
        figure.write(
                html,
                "billions",
                title,
                in(
                        "What a unit of money on each chosen option saves at the margin of the plan, discounted; at 1 it just comes back.",
                        "採用した各選択肢への支出1単位が計画の限界で節減する額（割引後）。1で元が取れます。"),
                out -> savings(out, chosen, title),
                table);
    }

    private void savings(Html out, List<Plan.Verdict> chosen, String title) {
        double most = chosen.stream().mapToDouble(Plan.Verdict::perMoney).max().orElse(1);
        Svg.Scale x = new Svg.Scale(0, Math.max(1, most), LEFT, RIGHT - 60);
        Svg.open(out, "billions-p", title, title, RIGHT + 20, ROW * (chosen.size() + 1) + 8, 760);
        Svg.line(out, x.at(1), ROW, x.at(1), ROW * (chosen.size() + 1) + 4, "grid");
        Svg.text(out, x.at(1), 14, "middle small", "1");
        double y = ROW;
        for (Plan.Verdict one : chosen) {
            String said = shown.number(NumberFormat.rounded(one.perMoney(), 2));
            Svg.fitted(out, LEFT - 10, y + 15, LEFT - 16, one.option().name().in(lang));
            Svg.box(
                    out,
                    LEFT,
                    y + 4,
                    x.at(one.perMoney()) - LEFT,
                    ROW - 8,
                    one.option().measure() ? "f3" : "f1",
                    said);
            Svg.text(out, x.at(one.perMoney()) + 6, y + 15, "small", said);
            y += ROW;
        }
        out.close("svg");
    }

    private void worst(Html html) {
        FigureTable table = new FigureTable(
                "worst",
                2,
                in("what is done", "対応"),
                in("the worst that can come", "起こりうる最悪"),
                in("its cost", "その費用"),
                in("with what is spent", "支出込み"));
        for (Plan.Attacked one : plan.robust().orElseThrow().all()) {
            String name = switch (one.name()) {
                case "nothing" -> in("nothing", "何もしない");
                case "plan" -> in("the plan", "計画");
                default -> in("the best against the worst", "最悪に最も強い計画");
            };
            table.row(
                    FigureTable.word(name),
                    FigureTable.word(PlanPhrases.name(plan, one.attack(), lang)),
                    FigureTable.number(money(one.cost()), one.cost()),
                    FigureTable.number(money(one.total()), one.total()));
        }
        PageFigure.table(html, lang, in("The worst case", "最悪の場合"), table, true);
    }

    private void waiting(Html html) {
        Plan.Waiting waiting = plan.waiting().orElseThrow();
        html.leaf(
                "p",
                in(
                        "Deciding each option when its spending begins, seeing what has begun by then, is worth %s, at most %s."
                                .formatted(money(waiting.worth()), money(waiting.most())),
                        "各選択肢を支出開始時に、それまでに始まったことを見て決める価値は%s、最大でも%sです。"
                                .formatted(money(waiting.worth()), money(waiting.most()))));
        FigureTable table = new FigureTable(
                "waiting",
                4,
                in("option", "選択肢"),
                in("today", "今日決める計画"),
                in("only if", "次のときだけ"),
                in("unless", "次でなければ"));
        for (Plan.Later one : waiting.later()) {
            table.row(
                    FigureTable.word(PlanPhrases.name(plan, one.id(), lang)),
                    FigureTable.word(one.today() ? in("yes", "採用") : in("no", "不採用")),
                    FigureTable.word(one.where().isEmpty() ? "" : PlanPhrases.names(plan, one.where(), lang)),
                    FigureTable.word(one.not().isEmpty() ? "" : PlanPhrases.names(plan, one.not(), lang)));
        }
        if (table.size() > 0) {
            PageFigure.table(html, lang, in("What can wait", "待てるもの"), table, true);
        }
    }

    private void scenarios(Html html) {
        FigureTable table = new FigureTable(
                "scenarios",
                1,
                in("scenario", "シナリオ"),
                in("chance", "確率"),
                in("without a plan", "計画なし"),
                in("with it", "計画あり"),
                in("engine", "エンジン"));
        plan.scenarios().forEach(one -> {
            double engine = plan.promise()
                    .flatMap(run -> run.costOf(one.scenario().id()))
                    .orElse(Double.POSITIVE_INFINITY);
            table.row(Arrays.asList(
                    FigureTable.word(one.scenario().name().in(lang)),
                    FigureTable.number(
                            shown.percent(one.scenario().chance()),
                            one.scenario().chance()),
                    FigureTable.number(money(one.before()), one.before()),
                    FigureTable.number(money(one.after()), one.after()),
                    FigureTable.number(
                            Double.isInfinite(engine) ? "—" : NumberText.money(engine, header.currency(), lang),
                            engine)));
        });
        PageFigure.table(html, lang, in("Scenarios", "シナリオ"), table, true);
    }
}
