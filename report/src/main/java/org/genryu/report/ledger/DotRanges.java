package org.genryu.report.ledger;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.genryu.report.draw.Palette;
import org.genryu.report.draw.Svg;
import org.genryu.report.write.Html;

/// Who says how much? A dot for what was said, a line from the least to the most that it means; an open end runs to the
/// edge with an arrow. Where amounts lie far apart the axis goes by powers of ten.
final class DotRanges {
    private static final int WIDTH = 1060;
    private static final int LEFT = 380;
    private static final int RIGHT = 1025;
    private static final int TOP = 30;
    private static final int ROW = 28;
    private static final double FAR = 30;
    private static final double DOT = 5;

    private DotRanges() {}

    /// @param name who says it, and when it is for
    /// @param low empty: no lower end
    /// @param mode the number that was said; empty for a range
    /// @param odd whether it is part of a contradiction
    record Row(String name, OptionalDouble low, OptionalDouble mode, OptionalDouble high, boolean odd, String tip) {}

    static void draw(
            Html html, String id, String title, String description, List<Row> rows, DoubleFunction<String> number) {
        double[] values = rows.stream()
                .flatMapToDouble(row -> DoubleStream.concat(
                        row.mode().stream(), DoubleStream.concat(row.low().stream(), row.high().stream())))
                .toArray();
        double least = DoubleStream.of(values).min().orElse(0);
        double most = DoubleStream.of(values).max().orElse(1);
        boolean powers = least > 0 && most > FAR * least;
        Svg.Scale x = powers
                ? new Svg.Scale(Math.floor(Math.log10(least)), Math.ceil(Math.log10(most)), LEFT, RIGHT)
                : Svg.Scale.over(least, most, LEFT, RIGHT);
        int height = TOP + rows.size() * ROW + 10;
        Svg.open(html, id, title, description, WIDTH, height, 640);
        for (double mark : x.marks(powers ? 12 : 5)) {
            if (!powers || mark == Math.rint(mark)) {
                Svg.line(html, x.at(mark), TOP - 8, x.at(mark), height - 6, mark == 0 && !powers ? "axis" : "grid");
                Svg.text(html, x.at(mark), 16, "middle small", number.apply(powers ? Math.pow(10, mark) : mark));
            }
        }
        double y = TOP + ROW / 2.0 - 4;
        for (Row row : rows) {
            row(html, row, x, y, powers);
            y += ROW;
        }
        html.close("svg");
    }

    private static void row(Html html, Row row, Svg.Scale x, double y, boolean powers) {
        Svg.fitted(html, LEFT - 14, y + 5, LEFT - 24, row.name());
        String paint = new Palette(row.odd() ? 0 : 1, 0).css();
        double from = row.low().isPresent() ? at(x, row.low().getAsDouble(), powers) : LEFT;
        double to = row.high().isPresent() ? at(x, row.high().getAsDouble(), powers) : RIGHT;
        html.open("g").leaf("title", row.tip());
        Svg.box(html, from, y - 2, Math.max(2, to - from), 4, "edge " + paint);
        if (row.low().isEmpty()) {
            arrow(html, LEFT, y, -6, paint);
        }
        if (row.high().isEmpty()) {
            arrow(html, RIGHT, y, 6, paint);
        }
        double middle = row.mode().isPresent()
                ? at(x, row.mode().getAsDouble(), powers)
                : row.low().isEmpty() ? to : row.high().isEmpty() ? from : (from + to) / 2;
        html.empty(
                "circle",
                "cx",
                Svg.at(middle),
                "cy",
                Svg.at(y),
                "r",
                Svg.at(row.odd() ? DOT + 1 : DOT),
                "class",
                "edge " + paint);
        html.close("g");
    }

    private static void arrow(Html html, double x, double y, double step, String paint) {
        html.empty(
                "path",
                "d",
                "M" + Svg.at(x) + "," + Svg.at(y - 6) + "L" + Svg.at(x + step) + "," + Svg.at(y) + "L" + Svg.at(x) + ","
                        + Svg.at(y + 6) + "Z",
                "class",
                "edge " + paint);
    }

    private static double at(Svg.Scale x, double value, boolean powers) {
        return x.at(x.clamp(powers ? Math.log10(value) : value));
    }
}
