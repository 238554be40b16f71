package org.genryu.report.print;

import java.util.List;
import java.util.function.DoubleFunction;
import org.genryu.plan.world.Plan;
import org.genryu.report.draw.Svg;
import org.genryu.report.write.Html;

/// What does money buy? What the scenarios cost above the calm world in the mean and in the worst fifth, over what is
/// spent; the plan itself is marked.
///
/// @param points the smallest budget first
/// @param budget of the plan
/// @param mean what the line of the mean is called
/// @param tail what the line of the worst fifth is called
/// @param money how an amount reads
record FrontierPicture(List<Plan.Point> points, double budget, String mean, String tail, DoubleFunction<String> money) {
    private static final int HEIGHT = 236;
    private static final double LEFT = 96;
    private static final double RIGHT = 560;
    private static final double TOP = 14;
    private static final double BOTTOM = 198;
    private static final double MARK = 4;

    /// What a point shows.
    private interface Value {
        double of(Plan.Point point);
    }

    void draw(Html html, String title) {
        double most = points.stream().mapToDouble(Plan.Point::spent).max().orElse(1);
        double low = points.stream().mapToDouble(Plan.Point::expected).min().orElse(0);
        double high = points.stream().mapToDouble(Plan.Point::tail).max().orElse(1);
        Svg.Scale x = new Svg.Scale(0, most > 0 ? most * 1.04 : 1, LEFT, RIGHT);
        Svg.Scale y = Svg.Scale.over(Math.min(0, low), Math.max(low, high), BOTTOM, TOP);
        Svg.open(html, "frontier", title, title, MonthPicture.WIDTH, HEIGHT, 480);
        for (double mark : y.marks(5)) {
            Svg.line(html, LEFT, y.at(mark), RIGHT, y.at(mark), mark == 0 ? "axis" : "grid");
            Svg.text(html, LEFT - 7, y.at(mark) + 4, "end small", money.apply(mark));
        }
        for (double mark : x.marks(5)) {
            Svg.line(html, x.at(mark), BOTTOM, x.at(mark), BOTTOM + 4, "axis");
            Svg.text(html, x.at(mark), BOTTOM + 19, "middle small", money.apply(mark));
        }
        points.stream().filter(point -> point.budget() == budget).findFirst().ifPresent(point -> {
            Svg.line(html, x.at(point.spent()), TOP, x.at(point.spent()), BOTTOM, "mark");
        });
        line(html, x, y, Plan.Point::tail, "s0", "f0", tail);
        line(html, x, y, Plan.Point::expected, "s1", "f1", mean);
        html.close("svg");
    }

    private void line(Html html, Svg.Scale x, Svg.Scale y, Value value, String stroke, String fill, String name) {
        StringBuilder path = new StringBuilder();
        for (Plan.Point point : points) {
            path.append(path.isEmpty() ? "" : " ")
                    .append(Svg.at(x.at(point.spent())))
                    .append(',')
                    .append(Svg.at(y.at(value.of(point))));
        }
        if (points.isEmpty()) {
            return;
        }
        html.empty("polyline", "points", path.toString(), "class", "line under");
        html.empty("polyline", "points", path.toString(), "class", "line over " + stroke);
        for (Plan.Point point : points) {
            html.empty(
                    "circle",
                    "cx",
                    Svg.at(x.at(point.spent())),
                    "cy",
                    Svg.at(y.at(value.of(point))),
                    "r",
                    Svg.at(MARK),
                    "class",
                    "dot " + fill);
        }
        Svg.text(html, RIGHT + 8, y.at(value.of(points.getLast())) + 4, "small", name);
    }
}
