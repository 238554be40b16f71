package org.genryu.report.draw;

import java.util.List;
import org.genryu.report.write.Html;

/// How far off is each figure, in units of what is allowed? A row a figure with a dot at difference over tolerance,
/// between the two lines at one tolerance; what lies beyond the edge is drawn at the edge with an arrow.
public final class ComparisonChart {
    private static final int WIDTH = 1060;
    private static final int LEFT = 560;
    private static final int RIGHT = 930;
    private static final int ROW = 24;
    private static final int TOP = 34;
    /// Tolerances that the axis shows to each side.
    private static final double REACH = 3;

    private ComparisonChart() {}

    /// @param miss difference over tolerance, of any size and sign
    /// @param shown the difference as people read it, at the right
    public record Row(String name, double miss, String shown) {
        boolean inside() {
            return Math.abs(miss) <= 1;
        }
    }

    /// @param below what stands over the left half, such as "too low"
    /// @param within what stands over the middle
    /// @param above what stands over the right half
    public record Heads(String below, String within, String above) {}

    /// Dots inside are discs, dots outside are triangles.
    public static void draw(Html html, String id, String title, String description, List<Row> rows, Heads heads) {
        Svg.Scale x = new Svg.Scale(-REACH, REACH, LEFT, RIGHT);
        int height = TOP + rows.size() * ROW + 8;
        Svg.open(html, id, title, description, WIDTH, height, 720);
        html.empty(
                "rect",
                "x",
                Svg.at(x.at(-1)),
                "y",
                Svg.at(TOP - 6),
                "width",
                Svg.at(x.at(1) - x.at(-1)),
                "height",
                Svg.at(height - TOP),
                "class",
                "within");
        Svg.text(html, LEFT, 18, "small strong", heads.below());
        Svg.text(html, x.at(0), 18, "middle small strong", heads.within());
        Svg.text(html, RIGHT, 18, "end small strong", heads.above());
        Svg.line(html, x.at(0), TOP - 6, x.at(0), height - 6, "axis");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = TOP + i * ROW + 8;
            Svg.fitted(html, LEFT - 12, y + 4.5, LEFT - 16, row.name());
            double at = Math.max(-REACH, Math.min(REACH, row.miss()));
            Svg.line(html, LEFT, y, RIGHT, y, "grid");
            LineChart.mark(html, row.inside() ? 0 : 1, x.at(at), y, row.inside() ? "dot q2" : "dot f0");
            if (Math.abs(row.miss()) > REACH) {
                Svg.text(html, row.miss() > 0 ? RIGHT + 6 : LEFT - 4, y + 4.5, "small", row.miss() > 0 ? "›" : "");
            }
            Svg.text(html, RIGHT + 18, y + 4.5, "figure", row.shown());
        }
        html.close("svg");
    }
}
