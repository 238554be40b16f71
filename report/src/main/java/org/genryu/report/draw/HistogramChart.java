package org.genryu.report.draw;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.genryu.core.Check;
import org.genryu.report.write.Html;

/// How often does each value come out? Bars over classes of equal or unequal width, whose area is the share of
/// futures, with lines at values worth naming (zero, median, a threshold).
///
/// height of a bar = share of the class / its width – so that a wide class does not look like a likely one
///
/// @param edges of the classes, rising, one more than shares
/// @param shares [fraction] of all futures in each class
/// @param marks values with a name, drawn as lines
public record HistogramChart(double[] edges, double[] shares, List<Mark> marks) {
    private static final int WIDTH = 760;
    private static final double LEFT = 24;
    private static final double RIGHT = 736;
    private static final double TALLEST = 170;
    private static final int LABEL = 18;

    /// @param name such as "median", with its value as people read it
    /// @param threshold whether it is a line not to be crossed
    public record Mark(String name, double value, boolean threshold) {}

    public HistogramChart {
        marks = List.copyOf(marks);
        Check.that(
                edges.length == shares.length + 1 && shares.length > 0,
                "Histogram: %s edges for %s classes; there must be one more.",
                edges.length,
                shares.length);
        for (int i = 0; i < shares.length; i++) {
            Check.that(
                    edges[i] < edges[i + 1],
                    "Histogram: edge %s is not below %s; edges must rise.",
                    edges[i],
                    edges[i + 1]);
            Check.that(shares[i] >= 0 && shares[i] <= 1, "Histogram: a share is %s; it must lie in [0, 1].", shares[i]);
        }
    }

    /// Classes of equal width over all values.
    /// @param values of the futures, at least one, finite
    /// @param classes 1 or more
    public static HistogramChart of(double[] values, int classes, List<Mark> marks) {
        Check.that(values.length > 0 && classes > 0, "Histogram: there must be values and classes.");
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        double width = high > low ? (high - low) / classes : Math.max(1, Math.abs(low)) / classes;
        double start = high > low ? low : low - classes / 2.0 * width;
        double[] edges = new double[classes + 1];
        Arrays.setAll(edges, i -> start + i * width);
        double[] shares = new double[classes];
        for (double value : values) {
            int at = (int) Math.floor((value - start) / width);
            shares[Math.max(0, Math.min(classes - 1, at))] += 1.0 / values.length;
        }
        Arrays.setAll(shares, i -> Math.min(1, shares[i]));
        return new HistogramChart(edges, shares, marks);
    }

    /// Height of each bar, the tallest being 1.
    double[] heights() {
        double[] heights = new double[shares.length];
        Arrays.setAll(heights, i -> shares[i] / (edges[i + 1] - edges[i]));
        double tallest = Arrays.stream(heights).max().orElse(0);
        return Arrays.stream(heights).map(h -> tallest > 0 ? h / tallest : 0).toArray();
    }

    /// Names of marks stand above the bars on lines of their own, so that they never overlap.
    public void draw(
            Html html,
            String id,
            String title,
            String description,
            DoubleFunction<String> number,
            DoubleFunction<String> percent) {
        double low =
                Math.min(edges[0], marks.stream().mapToDouble(Mark::value).min().orElse(edges[0]));
        double last = edges[edges.length - 1];
        double high =
                Math.max(last, marks.stream().mapToDouble(Mark::value).max().orElse(last));
        Svg.Scale x = new Svg.Scale(low, high, LEFT, RIGHT);
        double top = 14 + marks.size() * LABEL;
        double base = top + TALLEST;
        Svg.open(html, id, title, description, WIDTH, (int) (base + 34), 520);
        double[] heights = heights();
        for (int i = 0; i < shares.length; i++) {
            double height = heights[i] * TALLEST;
            String tip = "%s … %s: %s"
                    .formatted(number.apply(edges[i]), number.apply(edges[i + 1]), percent.apply(shares[i]));
            Svg.box(html, x.at(edges[i]), base - height, x.at(edges[i + 1]) - x.at(edges[i]), height, "edge f2", tip);
        }
        for (int i = 0; i < marks.size(); i++) {
            mark(html, marks.get(i), x.at(marks.get(i).value()), 14 + i * LABEL, base);
        }
        Svg.line(html, LEFT, base, RIGHT, base, "axis");
        for (double mark : x.marks(7)) {
            Svg.line(html, x.at(mark), base, x.at(mark), base + 4, "axis");
            Svg.text(html, x.at(mark), base + 19, "middle small figure", number.apply(mark));
        }
        html.close("svg");
    }

    /// A line with its name to the side where there is room.
    private static void mark(Html html, Mark mark, double x, double y, double base) {
        boolean right = x < (LEFT + RIGHT) / 2;
        Svg.line(html, x, y - 9, x, base, mark.threshold() ? "target" : "named");
        Svg.text(html, right ? x + 5 : x - 5, y, right ? "small strong halo" : "end small strong halo", mark.name());
    }
}
