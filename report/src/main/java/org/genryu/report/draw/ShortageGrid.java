package org.genryu.report.draw;

import java.util.List;
import org.genryu.report.write.Html;
import org.genryu.report.write.NumberFormat;

/// Who runs short in which period? A row a demand, a column a period; the bar in a cell is the part that is missing.
///
/// @param tallest [fraction] of the tallest bar; all have one scale
public record ShortageGrid(List<String> periods, List<Row> rows, double tallest) {
    private static final int WIDTH = 1060;
    private static final int LEFT = 340;
    private static final int TOP = 28;
    private static final int ROW = 34;
    private static final int BAR = 26;
    /// Columns narrower than this carry no figure [pixels].
    private static final double FIGURE = 42;
    /// Smaller parts leave the cell empty; the table has them [fraction].
    private static final double LEAST = 0.001;

    /// @param missing by period [fraction]
    public record Row(String name, Palette paint, double[] missing) {}

    public void draw(Html html, String id, String title, String description, NumberFormat shown) {
        double step = (double) (WIDTH - LEFT - 4) / periods.size();
        Svg.open(html, id, title, description, WIDTH, TOP + rows.size() * ROW + 6, 760);
        int every = (int) Math.max(1, Math.ceil(48 / step));
        for (int t = 0; t < periods.size(); t += every) {
            Svg.text(html, LEFT + t * step + 2, 18, "small", periods.get(t));
        }
        for (int r = 0; r < rows.size(); r++) {
            row(html, rows.get(r), TOP + r * ROW, step, shown);
        }
        html.close("svg");
    }

    private void row(Html html, Row row, double y, double step, NumberFormat shown) {
        Svg.fitted(html, LEFT - 12, y + 19, LEFT - 20, row.name());
        for (int t = 0; t < row.missing().length; t++) {
            double x = LEFT + t * step;
            double height = row.missing()[t] / tallest * BAR;
            Svg.line(html, x + 1, y + BAR + 2, x + step - 3, y + BAR + 2, "grid");
            if (row.missing()[t] >= LEAST) {
                Svg.box(
                        html,
                        x + 1,
                        y + BAR + 2 - Math.max(1, height),
                        step - 4,
                        Math.max(1, height),
                        "edge " + row.paint().css());
                if (step >= FIGURE) {
                    Svg.text(html, x + step / 2, y + BAR - 3, "middle small halo", shown.label(row.missing()[t]));
                }
            }
        }
    }
}
