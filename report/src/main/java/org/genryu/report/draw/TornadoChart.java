package org.genryu.report.draw;

import java.util.Comparator;
import java.util.List;
import org.genryu.core.Check;
import org.genryu.report.write.Html;

/// Which assumption moves the answer most? A row an assumption: the answer at its low and at its high end, around the
/// answer at the central values; the widest row on top.
///
/// @param base the answer at the central values
/// @param rows in any order
public record TornadoChart(double base, List<Row> rows) {
    private static final int WIDTH = 940;
    private static final int LEFT = 270;
    private static final int RIGHT = 930;
    private static final int FIGURE = 150;
    private static final int ROW = 31;
    private static final int BAR = 20;
    private static final int TOP = 34;

    private static final Palette LOW = new Palette(6, 1);
    private static final Palette HIGH = new Palette(1, 0);

    /// One end of an assumption.
    /// @param input the assumption there, as people read it, such as "80 USD/kg"
    /// @param answer what comes out
    public record End(String input, double answer) {}

    /// @param name of the assumption
    /// @param low the answer at its low end
    /// @param high the answer at its high end
    public record Row(String name, End low, End high) {
        double width() {
            return Math.abs(high.answer() - low.answer());
        }
    }

    public TornadoChart {
        Check.that(Double.isFinite(base), "Tornado: the central answer is %s; it must be a number.", base);
        for (Row row : rows) {
            Check.that(Double.isFinite(row.width()), "Tornado: '%s' must have a number at both ends.", row.name());
        }
        rows = rows.stream()
                .sorted(Comparator.comparingDouble(Row::width).reversed())
                .toList();
    }

    /// @param baseName what stands over the line of the central answer
    /// @param lowName key of the low ends
    /// @param highName key of the high ends
    public record Labels(String baseName, String lowName, String highName) {}

    /// Low and high ends differ by pattern as well as by colour; beside each end stands its input.
    public void draw(Html html, String id, String title, String description, Labels labels) {
        double low = base;
        double high = base;
        for (Row row : rows) {
            low = Math.min(low, Math.min(row.low().answer(), row.high().answer()));
            high = Math.max(high, Math.max(row.low().answer(), row.high().answer()));
        }
        Svg.Scale x = new Svg.Scale(low, low == high ? low + 1 : high, LEFT + FIGURE, RIGHT - FIGURE);
        int height = TOP + rows.size() * ROW + 8;
        Svg.open(html, id, title, description, WIDTH, height, 660);
        Svg.text(html, x.at(base), 18, "middle small strong", labels.baseName());
        for (int i = 0; i < rows.size(); i++) {
            row(html, rows.get(i), TOP + i * ROW, x);
        }
        Svg.line(html, x.at(base), TOP - 8, x.at(base), height - 6, "axis");
        html.close("svg");
    }

    /// What the two fills mean, for the list under the picture.
    public static void key(Html html, Labels labels) {
        html.open("ul", "class", "key");
        PageFigure.key(html, LOW, labels.lowName());
        PageFigure.key(html, HIGH, labels.highName());
        html.close("ul");
    }

    private void row(Html html, Row row, double y, Svg.Scale x) {
        Svg.fitted(html, LEFT - 10, y + 15, LEFT - 16, row.name(), "end");
        boolean lowLeft = row.low().answer() <= row.high().answer();
        end(html, row.low(), LOW, y, x);
        end(html, row.high(), HIGH, y, x);
        double left = Math.min(base, Math.min(row.low().answer(), row.high().answer()));
        double right = Math.max(base, Math.max(row.low().answer(), row.high().answer()));
        Svg.text(
                html,
                x.at(left) - 7,
                y + 15,
                "end small",
                lowLeft ? row.low().input() : row.high().input());
        Svg.text(
                html,
                x.at(right) + 7,
                y + 15,
                "small",
                lowLeft ? row.high().input() : row.low().input());
    }

    private void end(Html html, End end, Palette paint, double y, Svg.Scale x) {
        double from = Math.min(x.at(base), x.at(end.answer()));
        double to = Math.max(x.at(base), x.at(end.answer()));
        Svg.box(html, from, y, Math.max(0.8, to - from), BAR, "edge " + paint.css());
    }
}
