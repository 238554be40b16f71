package org.genryu.report.draw;

import java.util.List;
import java.util.function.Consumer;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.Plot;

/// What does every picture of a page come with? A title, the sentence that a colleague would say about it, the table
/// under it, that table as a CSV file which works without scripts and network, and the facts of the run.
///
/// @param facts of the run in one line, in the language of the page
public record PageFigure(Lang lang, String facts) {
    /// Rows of a table shown on the page; the file has them all.
    private static final int MOST_ROWS = 250;

    private static final Text TABLE = new Text("Table (%s rows)", "数値の表（%s行）");
    private static final Text CUT =
            new Text("The first %s rows; all %s are in the CSV file.", "先頭の%s行のみ表示しています。全%s行はCSVファイルにあります。");
    private static final Text DOWNLOAD = new Text("Download as CSV", "CSVをダウンロード");

    /// One picture, in a box that scrolls sideways where the screen is narrower than the picture can be.
    /// @param id unique on the page
    public void write(Html html, String id, String title, String sentence, Consumer<Html> picture, FigureTable sheet) {
        whole(
                html,
                id,
                title,
                sentence,
                sheet,
                out -> {
                    out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", id + "-h");
                    picture.accept(out);
                    out.close("div");
                },
                false);
    }

    /// A row of small pictures with one table.
    /// @param id unique on the page
    public void many(Html html, String id, String title, String sentence, Consumer<Html> pictures, FigureTable sheet) {
        whole(
                html,
                id,
                title,
                sentence,
                sheet,
                out -> {
                    out.open("div", "class", "many");
                    pictures.accept(out);
                    out.close("div");
                },
                false);
    }

    /// A table in the open that is a picture where scripts draw.
    /// @param id unique on the page
    public void table(Html html, String id, String title, String sentence, FigureTable sheet) {
        whole(html, id, title, sentence, sheet, _ -> {}, true);
    }

    private void whole(
            Html html,
            String id,
            String title,
            String sentence,
            FigureTable sheet,
            Consumer<Html> content,
            boolean open) {
        String plot = sheet.plot().map(Plot::json).orElse("");
        html.line().open("figure", "id", id, "aria-labelledby", id + "-h", plot.isEmpty() ? "" : "data-plot", plot);
        html.open("figcaption").leaf("h3", title, "id", id + "-h");
        if (!sentence.isEmpty()) {
            html.leaf("p", sentence);
        }
        html.close("figcaption");
        content.accept(html);
        table(html, lang, title, sheet, open);
        html.leaf("p", facts, "class", "run");
        html.close("figure");
    }

    /// A table in the open whose file holds more rows than are shown.
    public static void table(Html html, Lang lang, String caption, FigureTable shown, FigureTable whole) {
        table(html, lang, caption, shown, whole, true);
    }

    /// The table behind a summary, or in the open, with its file.
    public static void table(Html html, Lang lang, String caption, FigureTable sheet, boolean open) {
        table(html, lang, caption, sheet, sheet, open);
    }

    private static void table(
            Html html, Lang lang, String caption, FigureTable sheet, FigureTable whole, boolean open) {
        html.open("div", "class", "tools");
        html.open("details", "class", "table", open ? "open" : "", "open");
        html.leaf("summary", TABLE.in(lang).formatted(whole.size()));
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
        html.open("table").leaf("caption", caption).open("thead").open("tr");
        List<String> columns = sheet.columns();
        for (int i = 0; i < columns.size(); i++) {
            html.leaf("th", columns.get(i), "scope", "col", sheet.isNumber(i) ? "class" : "", "n");
        }
        html.close("tr").close("thead").open("tbody");
        sheet.rows().stream().limit(MOST_ROWS).forEach(row -> row(html, sheet, row));
        html.close("tbody").close("table");
        int shown = Math.min(MOST_ROWS, sheet.size());
        if (whole.size() > shown) {
            html.leaf("p", CUT.in(lang).formatted(shown, whole.size()), "class", "soft");
        }
        html.close("div").close("details");
        file(html, lang, whole);
        html.close("div");
    }

    /// The table as a file inside the page.
    public static void file(Html html, Lang lang, FigureTable sheet) {
        html.leaf("a", DOWNLOAD.in(lang), "download", "genryu-" + sheet.name() + ".csv", "href", sheet.address());
    }

    private static void row(Html html, FigureTable sheet, List<FigureTable.Cell> row) {
        html.open("tr");
        for (int i = 0; i < row.size(); i++) {
            String tag = i == 0 ? "th" : "td";
            html.open(tag, i == 0 ? "scope" : "", "row", sheet.isNumber(i) ? "class" : "", "n");
            html.text(row.get(i).shown());
            row.get(i).marks().forEach(mark -> mark(html, mark));
            html.close(tag);
        }
        html.close("tr");
    }

    private static void mark(Html html, FigureTable.Mark mark) {
        html.text(" ");
        if (!mark.address().isEmpty()) {
            html.leaf("a", mark.words(), "href", mark.address(), "class", mark.warning() ? "cite chip" : "cite");
        } else {
            html.leaf("span", mark.words(), "class", mark.warning() ? "chip" : "cite");
        }
    }

    /// The sign that explains a fill.
    public static void key(Html html, Palette paint, String name) {
        html.open("li").open("svg", "viewBox", "0 0 28 15", "aria-hidden", "true", "focusable", "false");
        Svg.box(html, 0.5, 0.5, 27, 14, "edge " + paint.css());
        html.close("svg").text(name).close("li");
    }
}
