package org.genryu.report.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.genryu.core.Check;
import org.genryu.report.write.Html;

/// Between what values does a number move over time, and how surely? A median with bands, the widest behind, the inner
/// one emphasised; never a lone wide band, because the eye goes to its edges.
///
/// @param periods labels, in order
/// @param median by period
/// @param bands from the widest to the narrowest, each inside the one before
/// @param level a line to stay above or below, such as a covenant; empty for none
public record FanChart(List<String> periods, double[] median, List<Band> bands, Optional<Level> level) {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 330;
    private static final double LEFT = 92;
    private static final double RIGHT = 740;
    private static final double TOP = 16;
    private static final double BOTTOM = 292;

    /// @param name such as "90% of futures"
    /// @param low by period
    /// @param high by period
    public record Band(String name, double[] low, double[] high) {}

    /// @param name what the line means
    public record Level(String name, double value) {}

    public FanChart {
        periods = List.copyOf(periods);
        bands = List.copyOf(bands);
        int count = periods.size();
        Check.that(median.length == count, "Fan: the median has %s periods; it must have %s.", median.length, count);
        for (int b = 0; b < bands.size(); b++) {
            Band band = bands.get(b);
            Check.that(
                    band.low().length == count && band.high().length == count,
                    "Fan: band '%s' must have %s periods.",
                    band.name(),
                    count);
            for (int t = 0; t < count; t++) {
                double outerLow =
                        b == 0 ? Double.NEGATIVE_INFINITY : bands.get(b - 1).low()[t];
                double outerHigh =
                        b == 0 ? Double.POSITIVE_INFINITY : bands.get(b - 1).high()[t];
                Check.that(
                        outerLow <= band.low()[t]
                                && band.low()[t] <= median[t]
                                && median[t] <= band.high()[t]
                                && band.high()[t] <= outerHigh,
                        "Fan: band '%s' at %s is %s to %s; it must lie around the median %s, inside the wider band.",
                        band.name(),
                        periods.get(t),
                        band.low()[t],
                        band.high()[t],
                        median[t]);
            }
        }
    }

    /// The axis over all bands, the median and the level.
    Svg.Scale scale() {
        double[] all = Stream.concat(
                        bands.stream().flatMap(band -> Stream.of(band.low(), band.high())), Stream.of(median))
                .flatMapToDouble(DoubleStream::of)
                .toArray();
        double low = Math.min(
                DoubleStream.of(all).min().orElse(0), level.map(Level::value).orElse(Double.MAX_VALUE));
        double high = Math.max(
                DoubleStream.of(all).max().orElse(1), level.map(Level::value).orElse(-Double.MAX_VALUE));
        return Svg.Scale.over(low, high, BOTTOM, TOP);
    }

    /// Bands, median with a dark edge, level as a dashed line with its words.
    public void draw(Html html, String id, String title, String description, DoubleFunction<String> number) {
        Svg.Scale y = scale();
        Svg.open(html, id, title, description, WIDTH, HEIGHT, 520);
        for (double mark : y.marks(6)) {
            Svg.line(html, LEFT, y.at(mark), RIGHT, y.at(mark), mark == 0 ? "axis" : "grid");
            Svg.text(html, LEFT - 7, y.at(mark) + 4, "end small figure", number.apply(mark));
        }
        int every = Math.max(1, (int) Math.ceil(periods.size() * 62 / (RIGHT - LEFT)));
        for (int t = 0; t < periods.size(); t += every) {
            Svg.line(html, x(t), BOTTOM, x(t), BOTTOM + 4, "axis");
            Svg.text(html, x(t), BOTTOM + 19, "middle small", periods.get(t));
        }
        for (int b = 0; b < bands.size(); b++) {
            band(html, bands.get(b), y, "fan" + Math.min(2, b + (bands.size() == 1 ? 1 : 0)));
        }
        html.empty("polyline", "points", points(median, y), "class", "line under");
        html.empty("polyline", "points", points(median, y), "class", "line over s1");
        level.ifPresent(line -> {
            Svg.line(html, LEFT, y.at(line.value()), RIGHT, y.at(line.value()), "target");
            Svg.text(html, RIGHT - 4, y.at(line.value()) - 6, "end small strong halo", line.name());
        });
        html.close("svg");
    }

    /// What the bands and the line mean, for the list under the picture.
    public void key(Html html, String medianName) {
        html.open("ul", "class", "key");
        html.open("li").open("svg", "viewBox", "0 0 28 15", "aria-hidden", "true", "focusable", "false");
        Svg.line(html, 0, 7.5, 28, 7.5, "line under");
        Svg.line(html, 0, 7.5, 28, 7.5, "line over s1");
        html.close("svg").text(medianName).close("li");
        for (int b = bands.size() - 1; b >= 0; b--) {
            html.open("li").open("svg", "viewBox", "0 0 28 15", "aria-hidden", "true", "focusable", "false");
            Svg.box(html, 0.5, 0.5, 27, 14, "fan" + Math.min(2, b + (bands.size() == 1 ? 1 : 0)));
            html.close("svg").text(bands.get(b).name()).close("li");
        }
        html.close("ul");
    }

    private void band(Html html, Band band, Svg.Scale y, String css) {
        List<String> lower = new ArrayList<>(List.of(points(band.low(), y).split(" ")));
        String edge = points(band.high(), y) + " " + String.join(" ", lower.reversed());
        html.open("polygon", "points", edge, "class", css)
                .leaf("title", band.name())
                .close("polygon");
    }

    private String points(double[] values, Svg.Scale y) {
        StringBuilder points = new StringBuilder();
        for (int t = 0; t < values.length; t++) {
            points.append(t == 0 ? "" : " ").append(Svg.at(x(t))).append(',').append(Svg.at(y.at(values[t])));
        }
        return points.toString();
    }

    double x(int t) {
        return periods.size() == 1 ? (LEFT + RIGHT) / 2 : LEFT + 16 + t * (RIGHT - LEFT - 32) / (periods.size() - 1);
    }
}
