package org.genryu.report.draw;

import java.util.List;
import org.genryu.core.Check;
import org.genryu.report.write.Html;

/// Who has which part of the whole? One bar of 100 % a row, largest part first, with a line at a target; or one bar a
/// row for gains and losses around zero.
public final class BarChart {
    private static final int WIDTH = 1060;
    private static final int LEFT = 330;
    private static final int RIGHT = 965;
    /// Names that need less room than this make a narrower picture, for narrow screens [pixels].
    private static final int NARROW = 200;
    private static final int ROW = 27;
    private static final int BAR = 19;
    private static final int TOP = 30;

    private BarChart() {}

    /// @param share [fraction]
    public record Part(String name, Palette paint, double share) {}

    /// @param group heading of the rows from here on; the same as before for no new heading
    /// @param note what stands at the right end, such as the HHI
    public record Row(String group, String name, List<Part> parts, String note) {
        public Row {
            double sum = parts.stream().mapToDouble(Part::share).sum();
            Check.that(Math.abs(sum - 1) < 1e-6, "Bars: the parts of '%s' sum to %s; they must sum to 1.", name, sum);
        }
    }

    /// @param target [fraction] where the line stands
    public static void shares(
            Html html,
            String id,
            String title,
            String description,
            List<Row> rows,
            double target,
            String targetWords,
            String noteHead) {
        long groups = rows.stream()
                .map(Row::group)
                .filter(g -> !g.isEmpty())
                .distinct()
                .count();
        int height = TOP + rows.size() * ROW + (int) groups * ROW + 8;
        double left = left(rows);
        double right = left < NARROW ? left + RIGHT - LEFT - 110 : left + RIGHT - LEFT;
        int width = (int) right + WIDTH - RIGHT;
        Svg.open(html, id, title, description, width, height, left < NARROW ? 470 : 760);
        double line = left + target * (right - left);
        Svg.text(html, line, 16, "middle small strong", targetWords);
        Svg.text(html, right + 12, 16, "small strong", noteHead);
        double y = TOP;
        String group = "";
        for (Row row : rows) {
            if (!row.group().equals(group)) {
                group = row.group();
                Svg.text(html, 4, y + 18, "head", group);
                y += ROW;
            }
            Svg.fitted(html, left - 10, y + 14.5, left - 20, row.name());
            parts(html, row, y, left, right);
            Svg.text(html, right + 12, y + 14.5, "figure", row.note());
            y += ROW;
        }
        Svg.line(html, line, TOP - 8, line, height - 6, "target");
        html.close("svg");
    }

    /// Room for the longest name, at most [#LEFT].
    private static double left(List<Row> rows) {
        double longest =
                rows.stream().mapToDouble(row -> Svg.width(row.name())).max().orElse(0);
        return Math.min(LEFT, Math.ceil(longest) + 24);
    }

    private static void parts(Html html, Row row, double y, double left, double right) {
        double x = left;
        for (Part part : row.parts()) {
            double width = part.share() * (right - left);
            html.open(
                    "rect",
                    "x",
                    Svg.at(x),
                    "y",
                    Svg.at(y),
                    "width",
                    Svg.at(width),
                    "height",
                    Integer.toString(BAR),
                    "class",
                    "edge " + part.paint().css());
            html.leaf("title", part.name()).close("rect");
            double words = Svg.width(part.name());
            if (width > words + 14) {
                if (part.paint().pattern() > 0) {
                    Svg.box(
                            html,
                            x + 3,
                            y + 2,
                            words + 7,
                            BAR - 4,
                            new Palette(part.paint().colour(), 0).css());
                }
                Svg.text(html, x + 6, y + 14, part.paint().bright() ? "ondark0" : "ondark1", part.name());
            }
            x += width;
        }
    }

    /// @param value of any sign
    public record Gain(String name, Palette paint, double value, String shown) {}

    public static void gains(Html html, String id, String title, String description, List<Gain> rows) {
        int height = 14 + rows.size() * ROW;
        double low = Math.min(0, rows.stream().mapToDouble(Gain::value).min().orElse(0));
        double high = Math.max(0, rows.stream().mapToDouble(Gain::value).max().orElse(1));
        double room = low < 0 ? 110 : 0;
        Svg.Scale x = new Svg.Scale(low, low == high ? 1 : high, LEFT + room, RIGHT - 20);
        Svg.open(html, id, title, description, WIDTH, height, 640);
        double y = 8;
        for (Gain row : rows) {
            double from = Math.min(x.at(0), x.at(row.value()));
            double to = Math.max(x.at(0), x.at(row.value()));
            Svg.fitted(html, LEFT - 10, y + 14.5, LEFT - 20, row.name());
            Svg.box(
                    html,
                    from,
                    y,
                    Math.max(0.8, to - from),
                    BAR,
                    "edge " + row.paint().css());
            Svg.text(
                    html,
                    row.value() < 0 ? from - 8 : to + 8,
                    y + 14.5,
                    row.value() < 0 ? "figure end" : "figure",
                    row.shown());
            y += ROW;
        }
        Svg.line(html, x.at(0), 4, x.at(0), y - 4, "axis");
        html.close("svg");
    }
}
