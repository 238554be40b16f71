package org.genryu.report.print;

import java.util.BitSet;
import java.util.List;
import org.genryu.report.draw.Svg;
import org.genryu.report.write.Html;

/// Who runs short in which month? A row a use, a column a month; the bar is the part that is missing, the red line the
/// first short month, and at the end of the row both are said in words.
///
/// @param months their names, in order
/// @param happening months in which an event is in force
/// @param tallest [fraction] of the tallest bar; all have one scale
record MonthPicture(List<String> months, BitSet happening, List<Row> rows, double tallest) {
    static final int WIDTH = 680;
    private static final int LEFT = 252;
    private static final int RIGHT = 528;
    private static final int TOP = 20;
    private static final int ROW = 31;
    private static final int BAR = 25;
    /// Between the names of months [pixels].
    private static final int APART = 64;
    /// Letters of these pictures against those that [Svg] measures.
    private static final double LETTERS = 1.05;
    /// Smaller parts leave the cell empty [fraction].
    private static final double LEAST = 0.001;

    /// @param goods what is used
    /// @param use what for and where
    /// @param missing by month [fraction]
    /// @param first first short month; -1 if there is none
    /// @param from said of the first short month
    /// @param worst said of the worst one
    record Row(String goods, String use, double[] missing, int first, String from, String worst) {}

    private double step() {
        return (double) (RIGHT - LEFT) / months.size();
    }

    void draw(Html html, String title, int most) {
        List<Row> shown = rows.subList(0, Math.min(most, rows.size()));
        int height = TOP + shown.size() * ROW + 4;
        Svg.open(html, "months", title, title, WIDTH, height, 480);
        for (int t = 0; t < months.size(); t++) {
            if (happening.get(t)) {
                Svg.box(html, LEFT + t * step(), TOP - 2, step(), height - TOP, "event");
            }
        }
        int every = (int) Math.max(1, Math.ceil(APART / step()));
        for (int t = 0; t < months.size(); t += every) {
            Svg.text(html, LEFT + t * step(), 13, "small", months.get(t));
            Svg.line(html, LEFT + t * step(), TOP - 4, LEFT + t * step(), height - 3, "grid");
        }
        for (int r = 0; r < shown.size(); r++) {
            row(html, shown.get(r), TOP + r * ROW);
        }
        html.close("svg");
    }

    private void row(Html html, Row row, double y) {
        Svg.fitted(html, LEFT - 8, y + 14, (LEFT - 10) * LETTERS, row.goods());
        Svg.fitted(html, LEFT - 8, y + 27, (LEFT - 10) * LETTERS, row.use());
        Svg.line(html, LEFT, y + BAR + 3, RIGHT, y + BAR + 3, "axis");
        for (int t = 0; t < row.missing().length; t++) {
            if (row.missing()[t] >= LEAST) {
                double tall = Math.max(1, Math.min(1, row.missing()[t] / tallest) * BAR);
                Svg.box(html, LEFT + t * step() + 0.5, y + BAR + 3 - tall, Math.max(1, step() - 1), tall, "lack");
            }
        }
        if (row.first() >= 0) {
            double at = LEFT + row.first() * step();
            Svg.line(html, at, y + 1, at, y + BAR + 5, "mark");
        }
        Svg.text(html, RIGHT + 8, y + 14, row.first() >= 0 ? "small first" : "small", row.from());
        Svg.text(html, RIGHT + 8, y + 27, "small", row.worst());
    }
}
