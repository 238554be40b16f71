package org.genryu.report.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.evidence.trend.TopicTrend;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.draw.Palette;
import org.genryu.report.draw.Svg;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.Plot;

/// How does attention to a topic move? A bar a day, in another colour where it bursts; reports, stories and sources
/// stand apart in the table.
record TrendFigures(Lang lang, PageFigure figure) {
    private static final int MOST_TRENDS = 6;
    private static final int BARS_LEFT = 60;
    private static final int BARS_RIGHT = 1030;
    private static final int BARS_TOP = 14;
    private static final int BARS_BOTTOM = 150;

    private String in(String en, String ja) {
        return new Text(en, ja).in(lang);
    }

    /// The first of them; a sentence if there are none.
    void write(Html html, List<TopicTrend> trends) {
        if (trends.isEmpty()) {
            html.leaf(
                    "p",
                    in(
                            "Fewer than three dated documents, or days, on a topic: there is no trend to show.",
                            "話題ごとの日付のある文書または日数が三つに満たず、示せる推移がありません。"));
        }
        int number = 1;
        for (TopicTrend trend : trends.subList(0, Math.min(MOST_TRENDS, trends.size()))) {
            trend(html, "trend-" + number, trend);
            number++;
        }
    }

    private void trend(Html html, String id, TopicTrend trend) {
        List<LocalDate> days = trend.attention().days();
        FigureTable table = new FigureTable(
                id,
                1,
                in("day", "日"),
                in("reports", "記事"),
                in("stories", "異なる話"),
                in("sources", "出典"),
                in("all that was read", "読んだ全件"),
                in("burst", "急増"));
        double most = 1;
        for (int t = 0; t < days.size(); t++) {
            most = Math.max(most, trend.attention().reports()[t]);
            table.row(
                    FigureTable.word(days.get(t).toString()),
                    count(trend.attention().reports()[t]),
                    count(trend.attention().stories()[t]),
                    count(trend.attention().sources()[t]),
                    count(trend.attention().all()[t]),
                    FigureTable.number(trend.isBurst(t) ? in("yes", "はい") : "", trend.isBurst(t) ? 1 : 0));
        }
        table.plotted(Plot.of(Plot.Kind.DAYS)
                .with("x", 0)
                .with("value", 1)
                .with("also", 2, 3)
                .with("flag", 5));
        Optional<String> told = trend.bursts().stream()
                .map(burst -> days.get(burst.from()) + "–" + days.get(burst.to()))
                .reduce((a, b) -> a + in(", ", "、") + b);
        String sentence = told.map(when -> in("Bursts (orange): ", "急増（橙）: ") + when + in(".", "。"))
                        .orElse(in("No burst.", "急増はありません。"))
                + " "
                + in("Bars are reports of a day.", "棒は一日の記事数です。");
        String title = trend.topic().name().in(lang);
        double top = most;
        figure.write(html, id, title, sentence, out -> bars(out, id, title, sentence, trend, top), table);
    }

    private static FigureTable.Cell count(double value) {
        return FigureTable.number(NumberText.number(value), value);
    }

    private void bars(Html html, String id, String title, String sentence, TopicTrend trend, double most) {
        List<LocalDate> days = trend.attention().days();
        Svg.open(html, id, title, sentence, 1060, 190, 560);
        Svg.Scale y = new Svg.Scale(0, most, BARS_BOTTOM, BARS_TOP);
        for (double mark : y.marks(4)) {
            if (mark == Math.rint(mark)) {
                Svg.line(html, BARS_LEFT, y.at(mark), BARS_RIGHT, y.at(mark), mark == 0 ? "axis" : "grid");
                Svg.text(html, BARS_LEFT - 8, y.at(mark) + 4, "end small", NumberText.number(mark));
            }
        }
        double step = (double) (BARS_RIGHT - BARS_LEFT) / days.size();
        for (int t = 0; t < days.size(); t++) {
            double reports = trend.attention().reports()[t];
            if (reports > 0) {
                Svg.box(
                        html,
                        BARS_LEFT + t * step,
                        y.at(reports),
                        Math.max(1.5, step * 0.8),
                        BARS_BOTTOM - y.at(reports),
                        "edge " + new Palette(trend.isBurst(t) ? 0 : 1, 0).css(),
                        days.get(t) + ": " + NumberText.number(reports));
            }
        }
        Svg.text(html, BARS_LEFT, BARS_BOTTOM + 20, "small", days.getFirst().toString());
        Svg.text(html, BARS_RIGHT, BARS_BOTTOM + 20, "end small", days.getLast().toString());
        html.close("svg");
    }
}
