package org.genryu.report.draw;

import java.util.List;
import org.genryu.report.write.Html;

/// How far is it to the target? A row a thing: an arrow from its share at the start to its share at the end, with a
/// line at the target. What has arrived below the line is drawn plain, what has not with a pattern.
public final class StageBars {
    private static final int WIDTH = 1060;
    private static final int LEFT = 330;
    private static final int RIGHT = 850;
    private static final int ROW = 27;
    private static final int TOP = 32;
    /// Shorter arrows have no head [pixels].
    private static final double HEAD = 9;

    private StageBars() {}

    /// @param group heading of the rows from here on
    /// @param from share at the start [fraction]
    /// @param to share at the end [fraction]
    /// @param shown what stands at the right end, such as "China 72% → Australia 31%"
    public record Row(String group, String name, double from, double to, String shown) {}

    /// @param target [fraction]
    public static void draw(
            Html html, String id, String title, String description, List<Row> rows, double target, String targetWords) {
        long groups = rows.stream().map(Row::group).distinct().count();
        int height = TOP + (rows.size() + (int) groups) * ROW + 6;
        Svg.Scale x = new Svg.Scale(0, 1, LEFT, RIGHT);
        Svg.open(html, id, title, description, WIDTH, height, 760);
        for (double mark : new double[] {0, 0.5, 1}) {
            Svg.line(html, x.at(mark), TOP - 8, x.at(mark), height - 6, mark == 0 ? "axis" : "grid");
            Svg.text(html, x.at(mark), 16, "middle small", Math.round(mark * 100) + "%");
        }
        Svg.line(html, x.at(target), TOP - 8, x.at(target), height - 6, "target");
        Svg.text(html, x.at(target), 16, "middle small strong", targetWords);
        double y = TOP;
        String group = "";
        for (Row row : rows) {
            if (!row.group().equals(group)) {
                group = row.group();
                Svg.text(html, 4, y + 18, "head halo", group);
                y += ROW;
            }
            row(html, row, y + 10, x, target);
            y += ROW;
        }
        html.close("svg");
    }

    private static void row(Html html, Row row, double y, Svg.Scale x, double target) {
        Svg.fitted(html, LEFT - 12, y + 4.5, LEFT - 20, row.name());
        double from = x.at(row.from());
        double to = x.at(row.to());
        String paint = row.to() <= target ? "f3" : "f0p1";
        Svg.line(html, from, y, to, y, "trail");
        LineChart.mark(html, 0, from, y, "dot hollow");
        if (Math.abs(to - from) > HEAD) {
            String head = to < from ? "M%s,%sl10,-6v12z" : "M%s,%sl-10,-6v12z";
            html.empty("path", "d", head.formatted(Svg.at(to), Svg.at(y)), "class", "edge " + paint);
        } else {
            LineChart.mark(html, 2, to, y, "dot " + paint);
        }
        Svg.text(html, RIGHT + 16, y + 4.5, "figure small", row.shown());
    }
}
