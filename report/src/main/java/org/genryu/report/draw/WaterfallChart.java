package org.genryu.report.draw;

import java.util.List;
import java.util.stream.IntStream;
import org.genryu.core.Check;
import org.genryu.report.write.Html;
import org.genryu.report.write.Plot;

/// How does one sum become another? A row a step: totals stand on zero, changes hang where the step before ended.
///
/// level after step i = level before + change_i; a total must equal the level reached – [Step]
///
/// Changes upward and downward differ by pattern and by the sign of their figure as well as by colour.
public record WaterfallChart(List<Step> steps) {
    private static final int WIDTH = 900;
    private static final int LEFT = 300;
    private static final int RIGHT = 880;
    private static final int FIGURE = 120;
    private static final int ROW = 30;
    private static final int BAR = 20;
    private static final int TOP = 10;
    /// A total may differ from the sum of its steps by rounding only [fraction].
    private static final double ROUNDING = 1e-6;

    private static final Palette UP = new Palette(1, 0);
    private static final Palette DOWN = new Palette(0, 1);
    private static final Palette LEVEL = Palette.OTHERS;

    /// @param value the change, or the level for a total; any sign
    /// @param shown the value as people read it, with unit
    /// @param total whether it is a level (first, last, in between) and not a change
    public record Step(String name, double value, String shown, boolean total) {}

    public WaterfallChart {
        steps = List.copyOf(steps);
        double level = 0;
        boolean begun = false;
        for (Step step : steps) {
            Check.that(
                    Double.isFinite(step.value()),
                    "Waterfall: '%s' is %s; it must be a number.",
                    step.name(),
                    step.value());
            boolean meets = !begun || Math.abs(step.value() - level) <= ROUNDING * Math.max(1, Math.abs(level));
            Check.that(
                    !step.total() || meets,
                    "Waterfall: total '%s' is %s; the steps before it must sum to it, not to %s.",
                    step.name(),
                    step.value(),
                    level);
            level = step.total() ? step.value() : level + step.value();
            begun = true;
        }
    }

    /// How a table of the steps, name and value, is drawn.
    public static Plot plot(List<Step> steps) {
        return Plot.of(Plot.Kind.WATERFALL)
                .with("name", 0)
                .with("value", 1)
                .rows(IntStream.range(0, steps.size())
                        .filter(i -> steps.get(i).total())
                        .boxed()
                        .toList());
    }

    /// Where the bar of a step begins and ends, in values; a total begins at zero.
    double[][] spans() {
        double[][] spans = new double[steps.size()][];
        double level = 0;
        for (int i = 0; i < spans.length; i++) {
            Step step = steps.get(i);
            spans[i] = step.total() ? new double[] {0, step.value()} : new double[] {level, level + step.value()};
            level = spans[i][1];
        }
        return spans;
    }

    /// Draws the rows from top to bottom.
    public void draw(Html html, String id, String title, String description) {
        double[][] spans = spans();
        double low = 0;
        double high = 0;
        for (double[] span : spans) {
            low = Math.min(low, Math.min(span[0], span[1]));
            high = Math.max(high, Math.max(span[0], span[1]));
        }
        Svg.Scale x = new Svg.Scale(low, low == high ? 1 : high, LEFT + (low < 0 ? FIGURE : 0), RIGHT - FIGURE);
        int height = TOP + steps.size() * ROW + 6;
        Svg.open(html, id, title, description, WIDTH, height, 620);
        Svg.line(html, x.at(0), 4, x.at(0), height - 4, "axis");
        for (int i = 0; i < spans.length; i++) {
            step(html, steps.get(i), spans[i], TOP + i * ROW, x);
            if (i + 1 < spans.length) {
                double at = x.at(spans[i][1]);
                Svg.line(html, at, TOP + i * ROW + BAR, at, TOP + (i + 1) * ROW, "join");
            }
        }
        html.close("svg");
    }

    private static void step(Html html, Step step, double[] span, double y, Svg.Scale x) {
        double from = Math.min(x.at(span[0]), x.at(span[1]));
        double to = Math.max(x.at(span[0]), x.at(span[1]));
        Palette paint = step.total() ? LEVEL : step.value() < 0 ? DOWN : UP;
        Svg.fitted(html, LEFT - 10, y + 15, LEFT - 16, step.name(), step.total() ? "end strong" : "end");
        Svg.box(html, from, y, Math.max(1, to - from), BAR, "edge " + paint.css());
        boolean left = step.value() < 0 && from - FIGURE > LEFT;
        Svg.text(html, left ? from - 7 : to + 7, y + 15, left ? "figure end halo" : "figure halo", step.shown());
    }
}
