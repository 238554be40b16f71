package org.genryu.report.draw;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.genryu.report.write.Html;

/// Does the model meet what was observed? Dots of observed against model on axes by powers of ten; on the diagonal
/// they agree. Zeros have no place on such axes: they stand on the edge, at the smallest power shown.
public final class ScatterChart {
    private static final int SIZE = 430;
    private static final double LEFT = 66;
    private static final double RIGHT = 420;
    private static final double TOP = 10;
    private static final double BOTTOM = 372;

    private ScatterChart() {}

    /// @param kind 0, 1, 2: disc, triangle, square
    public record Dot(int kind, double observed, double model, String tip) {}

    public static void draw(
            Html html, String id, String title, String description, List<Dot> dots, String observed, String model) {
        double[] sizes = dots.stream()
                .flatMap(d -> Stream.of(d.observed(), d.model()))
                .mapToDouble(Math::abs)
                .filter(v -> v > 0)
                .toArray();
        double low = Math.floor(Math.log10(DoubleStream.of(sizes).min().orElse(1)));
        double high = Math.ceil(Math.log10(DoubleStream.of(sizes).max().orElse(10)));
        high = Math.max(high, low + 1);
        low = Math.max(low, high - 9);
        Svg.Scale x = new Svg.Scale(low, high, LEFT, RIGHT);
        Svg.Scale y = new Svg.Scale(low, high, BOTTOM, TOP);
        Svg.open(html, id, title, description, SIZE, SIZE, 300);
        for (long power = (long) low; power <= high; power++) {
            Svg.line(html, x.at(power), TOP, x.at(power), BOTTOM, "grid");
            Svg.line(html, LEFT, y.at(power), RIGHT, y.at(power), "grid");
            String mark = power >= 0 && power <= 4
                    ? String.format(Locale.ROOT, "%,d", (long) Math.pow(10, power))
                    : "1e" + power;
            Svg.text(html, x.at(power), BOTTOM + 17, power == high ? "end small" : "middle small", mark);
            Svg.text(html, LEFT - 6, y.at(power) + 4, "end small", mark);
        }
        Svg.line(html, x.at(low), y.at(low), x.at(high), y.at(high), "target");
        Svg.text(html, (LEFT + RIGHT) / 2, BOTTOM + 40, "middle small strong", observed);
        html.leaf(
                "text",
                model,
                "x",
                "14",
                "y",
                Svg.at((TOP + BOTTOM) / 2),
                "class",
                "middle small strong",
                "transform",
                "rotate(-90 14 " + Svg.at((TOP + BOTTOM) / 2) + ")");
        for (Dot dot : dots) {
            html.open("g");
            html.leaf("title", dot.tip());
            LineChart.mark(html, dot.kind(), place(x, dot.observed()), place(y, dot.model()), "dot q" + dot.kind());
            html.close("g");
        }
        html.close("svg");
    }

    private static double place(Svg.Scale axis, double value) {
        return axis.at(axis.clamp(value == 0 ? axis.from() : Math.log10(Math.abs(value))));
    }
}
