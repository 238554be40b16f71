package org.genryu.report.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.genryu.report.write.Html;

/// Where do splits among three lie? A triangle whose corners give all of the gain to one; a part of it is
/// shaded, and marks stand where splits are, those in one place as one. The nearer a mark to a corner,
/// the more its player gets.
public final class TriangleChart {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 500;
    private static final double SIDE = 440;
    private static final double LEFT = 100;
    private static final double BOTTOM = 430;
    private static final double LEGEND = 560;
    /// Marks nearer than this are one [pixels].
    private static final double NEAR = 13;

    private TriangleChart() {}

    /// @param parts of the gain by player; they sum to 1 [fraction]
    /// @param number told beside the mark; the name stands beside the picture
    public record Mark(String name, double[] parts, String number) {}

    /// @param shaded corners of the shaded part, each as parts of the gain; a point or a line where there
    /// are few
    public static void draw(
            Html html,
            String id,
            String title,
            String description,
            List<String> corners,
            List<double[]> shaded,
            List<Mark> marks) {
        Svg.open(html, id, title, description, WIDTH, HEIGHT, 420);
        List<double[]> ends = List.of(new double[] {1, 0, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 1});
        html.empty("polygon", "points", points(ends), "class", "edge hollow");
        if (!shaded.isEmpty()) {
            html.empty("polygon", "points", points(shaded), "class", "edge f2", "fill-opacity", ".55");
        }
        Svg.text(html, x(ends.get(0)), y(ends.get(0)) + 24, "middle strong", corners.get(0));
        Svg.text(html, x(ends.get(1)), y(ends.get(1)) + 24, "middle strong", corners.get(1));
        Svg.text(html, x(ends.get(2)), y(ends.get(2)) - 12, "middle strong", corners.get(2));
        List<Mark> left = new ArrayList<>(marks);
        while (!left.isEmpty()) {
            Mark first = left.getFirst();
            List<Mark> here =
                    left.stream().filter(other -> distance(first, other) < NEAR).toList();
            left.removeAll(here);
            here(html, first, here);
        }
        for (int k = 0; k < marks.size(); k++) {
            Svg.text(
                    html,
                    LEGEND,
                    60 + 22.0 * k,
                    "small",
                    marks.get(k).number() + " " + marks.get(k).name());
        }
        html.close("svg");
    }

    private static void here(Html html, Mark first, List<Mark> here) {
        String names = here.stream().map(Mark::name).collect(Collectors.joining(", "));
        String numbers = here.stream().map(Mark::number).collect(Collectors.joining(" "));
        html.open("g").leaf("title", names);
        html.empty(
                "circle",
                "cx",
                Svg.at(x(first.parts())),
                "cy",
                Svg.at(y(first.parts())),
                "r",
                "4.5",
                "class",
                "dot q1");
        html.close("g");
        Svg.text(html, x(first.parts()) + 9, y(first.parts()) + 4, "small strong halo", numbers);
    }

    private static double distance(Mark one, Mark other) {
        return Math.hypot(x(one.parts()) - x(other.parts()), y(one.parts()) - y(other.parts()));
    }

    private static String points(List<double[]> corners) {
        StringBuilder points = new StringBuilder();
        corners.forEach(one ->
                points.append(Svg.at(x(one))).append(',').append(Svg.at(y(one))).append(' '));
        return points.toString().strip();
    }

    private static double x(double[] parts) {
        return LEFT + SIDE * (parts[1] + parts[2] / 2);
    }

    private static double y(double[] parts) {
        return BOTTOM - SIDE * Math.sqrt(0.75) * parts[2];
    }
}
