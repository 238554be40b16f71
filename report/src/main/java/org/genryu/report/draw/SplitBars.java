package org.genryu.report.draw;

import java.util.List;
import org.genryu.report.write.Html;

/// Who gets how much under each rule? A bar a rule, its parts one after the other from zero; what is
/// below zero stands to the left.
public final class SplitBars {
    private static final int WIDTH = 1060;
    private static final int MOST_LEFT = 330;
    private static final int RIGHT = 1030;
    private static final int ROW = 32;
    private static final int BAR = 22;
    private static final int TOP = 28;

    private SplitBars() {}

    /// @param amounts by player, in the order of the paints
    /// @param tips by player
    public record Row(String name, double[] amounts, List<String> tips) {}

    /// @param mark how a value of the axis is written
    public static void draw(
            Html html,
            String id,
            String title,
            String description,
            List<Row> rows,
            List<Palette> paints,
            java.util.function.DoubleFunction<String> mark) {
        double low = 0;
        double high = 0;
        double longest = 0;
        for (Row row : rows) {
            double below = 0;
            double above = 0;
            for (double amount : row.amounts()) {
                below += Math.min(0, amount);
                above += Math.max(0, amount);
            }
            low = Math.min(low, below);
            high = Math.max(high, above);
            longest = Math.max(longest, Svg.width(row.name()));
        }
        double left = Math.min(MOST_LEFT, Math.ceil(longest) + 24);
        Svg.Scale x = Svg.Scale.over(low, high, left, RIGHT);
        int height = TOP + rows.size() * ROW + 8;
        Svg.open(html, id, title, description, WIDTH, height, 620);
        for (double value : x.marks(6)) {
            Svg.line(html, x.at(value), TOP - 6, x.at(value), height - 6, value == 0 ? "axis" : "grid");
            Svg.text(html, x.at(value), 16, "middle small", mark.apply(value));
        }
        double y = TOP;
        for (Row row : rows) {
            Svg.fitted(html, left - 10, y + 16, left - 20, row.name());
            double above = 0;
            double below = 0;
            for (int i = 0; i < row.amounts().length; i++) {
                double amount = row.amounts()[i];
                double from = amount < 0 ? below + amount : above;
                Svg.box(
                        html,
                        x.at(from),
                        y,
                        x.at(from + Math.abs(amount)) - x.at(from),
                        BAR,
                        "edge " + paints.get(i).css(),
                        row.tips().get(i));
                above += Math.max(0, amount);
                below += Math.min(0, amount);
            }
            y += ROW;
        }
        html.close("svg");
    }
}
