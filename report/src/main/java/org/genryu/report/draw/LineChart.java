package org.genryu.report.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.genryu.core.Check;
import org.genryu.report.write.Html;

/// How does a number with its interval move over the periods? Lines with a band from low to high; zero and negative
/// values and single points are welcome. Lines differ by mark and dashes as well as by colour, each with a dark edge.
///
/// @param periods labels, in order
/// @param lines drawn in order, at most [#MOST_LINES]
public record LineChart(List<String> periods, List<Line> lines) {
    public static final int MOST_LINES = 3;
    public static final int WIDTH = 330;
    public static final int HEIGHT = 190;
    private static final double LEFT = 76;
    private static final double RIGHT = 318;
    private static final double TOP = 12;
    private static final double BOTTOM = 164;
    private static final double MARK = 3.6;
    private static final double REACH = 2;

    /// @param low equal to `value` where there is no interval; minus infinity where nothing bounds it or it is not
    /// known
    /// @param high as `low`, with infinity
    public record Line(String name, Palette paint, double[] value, double[] low, double[] high) {}

    public LineChart {
        Check.that(
                lines.size() <= MOST_LINES,
                "LineChart: %s lines; there must be %s or fewer.",
                lines.size(),
                MOST_LINES);
    }

    public void draw(Html html, String id, String title, String description, DoubleFunction<String> number) {
        Svg.Scale y = scale();
        Svg.open(html, id, title, description, WIDTH, HEIGHT, 240);
        for (double mark : y.marks(5)) {
            Svg.line(html, LEFT, y.at(mark), RIGHT, y.at(mark), mark == 0 ? "axis" : "grid");
            Svg.text(html, LEFT - 6, y.at(mark) + 4, "end small", number.apply(mark));
        }
        periodLabels(html);
        lines.forEach(line -> band(html, line, y));
        for (int i = 0; i < lines.size(); i++) {
            line(html, lines.get(i), i, y);
        }
        html.close("svg");
    }

    /// The axis over all values, and over the ends of intervals as far as they lie within [#REACH] times the spread
    /// of the values: one far end must not press all lines flat. A band that goes further is cut at the edge; the
    /// table has its number.
    public Svg.Scale scale() {
        double[] values = all(Line::value);
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        double reach = REACH * Math.max(high - low, 0.25 * Math.max(Math.abs(low), Math.abs(high)));
        double lowest =
                Math.max(low - reach, Arrays.stream(all(Line::low)).min().orElse(low));
        double highest =
                Math.min(high + reach, Arrays.stream(all(Line::high)).max().orElse(high));
        return Svg.Scale.over(Math.min(low, lowest), Math.max(high, highest), BOTTOM, TOP);
    }

    private double[] all(Function<Line, double[]> numbers) {
        return lines.stream()
                .flatMapToDouble(line -> Arrays.stream(numbers.apply(line)))
                .filter(Double::isFinite)
                .toArray();
    }

    public double x(int t) {
        return periods.size() == 1 ? (LEFT + RIGHT) / 2 : LEFT + 6 + t * (RIGHT - LEFT - 14) / (periods.size() - 1);
    }

    private void periodLabels(Html html) {
        int last = periods.size() - 1;
        List<Integer> shown = last == 0 ? List.of(0) : last < 4 ? List.of(0, last) : List.of(0, last / 2, last);
        for (int t : shown) {
            Svg.line(html, x(t), BOTTOM, x(t), BOTTOM + 4, "axis");
            boolean wide = periods.get(t).length() > 4 && last > 0;
            String anchor = wide && t == last ? "end small" : wide && t == 0 ? "small" : "middle small";
            Svg.text(html, x(t), BOTTOM + 18, anchor, periods.get(t));
        }
    }

    private void band(Html html, Line line, Svg.Scale y) {
        boolean open = false;
        List<String> upper = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        for (int t = 0; t < periods.size(); t++) {
            double low = bound(line.low()[t], line.value()[t]);
            double high = bound(line.high()[t], line.value()[t]);
            open |= low < high;
            upper.add(Svg.at(x(t)) + "," + Svg.at(y.at(y.clamp(high))));
            lower.add(Svg.at(x(t)) + "," + Svg.at(y.at(y.clamp(low))));
        }
        if (open && periods.size() == 1) {
            double top = y.at(y.clamp(bound(line.high()[0], line.value()[0])));
            Svg.box(
                    html,
                    x(0) - 6,
                    top,
                    12,
                    y.at(y.clamp(bound(line.low()[0], line.value()[0]))) - top,
                    "interval " + line.paint().css());
        } else if (open) {
            html.empty(
                    "polygon",
                    "points",
                    String.join(" ", upper) + " " + String.join(" ", lower.reversed()),
                    "class",
                    "interval " + line.paint().css());
        }
    }

    /// An end that is not known, or not bounded, is not drawn.
    private static double bound(double end, double value) {
        return Double.isInfinite(end) ? value : end;
    }

    private void line(Html html, Line line, int number, Svg.Scale y) {
        StringBuilder points = new StringBuilder();
        for (int t = 0; t < periods.size(); t++) {
            points.append(t == 0 ? "" : " ").append(Svg.at(x(t))).append(',').append(Svg.at(y.at(line.value()[t])));
        }
        html.empty("polyline", "points", points.toString(), "class", "line under d" + number);
        html.empty(
                "polyline",
                "points",
                points.toString(),
                "class",
                "line over d" + number + " s" + line.paint().colour());
        int every = Math.max(1, periods.size() / 12);
        for (int t = 0; t < periods.size(); t += every) {
            mark(
                    html,
                    number,
                    x(t),
                    y.at(line.value()[t]),
                    "dot " + line.paint().css());
        }
    }

    /// An entry of the list that explains the lines.
    public static void key(Html html, int number, Line line, String words) {
        html.open("li").open("svg", "viewBox", "0 0 28 15", "aria-hidden", "true", "focusable", "false");
        Svg.line(html, 0, 7.5, 28, 7.5, "line under d" + number);
        Svg.line(
                html,
                0,
                7.5,
                28,
                7.5,
                "line over d" + number + " s" + line.paint().colour());
        mark(html, number, 14, 7.5, "dot " + line.paint().css());
        html.close("svg").text(words).close("li");
    }

    /// The sign of the n-th line: disc, triangle, square.
    public static void mark(Html html, int number, double x, double y, String css) {
        switch (number) {
            case 0 -> html.empty("circle", "cx", Svg.at(x), "cy", Svg.at(y), "r", Svg.at(MARK), "class", css);
            case 1 ->
                html.empty("path", "d", "M%s,%sl4.4,7.6h-8.8z".formatted(Svg.at(x), Svg.at(y - 4.8)), "class", css);
            default -> Svg.box(html, x - MARK, y - MARK, 2 * MARK, 2 * MARK, css);
        }
    }
}
