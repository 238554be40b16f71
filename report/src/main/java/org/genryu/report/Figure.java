package org.genryu.report;

import java.util.List;
import java.util.function.Consumer;
import org.genryu.core.Lang;

/// What does every picture of the page come with? A title, the sentence that a colleague would say about it, the
/// table under it, that table
/// as a CSV file which works without scripts and network, and the facts of the run.
///
/// @param id unique on the page
final class Figure {
    /// Rows of a table shown on the page; the file has them all.
    private static final int MOST_ROWS = 250;

    private Figure() {}

    static void write(
            Html html,
            Run run,
            Lang lang,
            String id,
            String title,
            String sentence,
            Consumer<Html> picture,
            Sheet sheet) {
        html.line().open("figure", "id", id, "aria-labelledby", id + "-h");
        html.open("figcaption").leaf("h3", title, "id", id + "-h");
        if (!sentence.isEmpty()) {
            html.leaf("p", sentence);
        }
        html.close("figcaption");
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", id + "-h");
        picture.accept(html);
        html.close("div");
        table(html, lang, title, sheet, false);
        html.leaf("p", facts(run, lang), "class", "run");
        html.close("figure");
    }

    /// A row of small pictures with one table.
    static void many(
            Html html,
            Run run,
            Lang lang,
            String id,
            String title,
            String sentence,
            Consumer<Html> pictures,
            Sheet sheet) {
        html.line().open("figure", "id", id, "aria-labelledby", id + "-h");
        html.open("figcaption").leaf("h3", title, "id", id + "-h");
        if (!sentence.isEmpty()) {
            html.leaf("p", sentence);
        }
        html.close("figcaption").open("div", "class", "many");
        pictures.accept(html);
        html.close("div");
        table(html, lang, title, sheet, false);
        html.leaf("p", facts(run, lang), "class", "run");
        html.close("figure");
    }

    /// The table behind a summary, or in the open, with its file.
    static void table(Html html, Lang lang, String caption, Sheet sheet, boolean open) {
        html.open("div", "class", "tools");
        html.open("details", "class", "table", open ? "open" : "", "open");
        html.leaf("summary", Words.TABLE.in(lang, sheet.size()));
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
        html.open("table").leaf("caption", caption).open("thead").open("tr");
        List<String> columns = sheet.columns();
        for (int i = 0; i < columns.size(); i++) {
            html.leaf("th", columns.get(i), "scope", "col", sheet.isNumber(i) ? "class" : "", "n");
        }
        html.close("tr").close("thead").open("tbody");
        sheet.rows().stream().limit(MOST_ROWS).forEach(row -> row(html, sheet, row));
        html.close("tbody").close("table");
        if (sheet.size() > MOST_ROWS) {
            html.leaf("p", Words.TABLE_CUT.in(lang, MOST_ROWS, sheet.size()), "class", "soft");
        }
        html.close("div").close("details");
        html.leaf("a", Words.DOWNLOAD.in(lang), "download", "genryu-" + sheet.name() + ".csv", "href", sheet.address());
        html.close("div");
    }

    private static void row(Html html, Sheet sheet, List<Sheet.Cell> row) {
        html.open("tr");
        html.leaf("th", row.getFirst().shown(), "scope", "row", sheet.isNumber(0) ? "class" : "", "n");
        for (int i = 1; i < row.size(); i++) {
            html.leaf("td", row.get(i).shown(), sheet.isNumber(i) ? "class" : "", "n");
        }
        html.close("tr");
    }

    static String facts(Run run, Lang lang) {
        Run.Facts facts = run.facts();
        String label = facts.label().isEmpty() ? Words.NO_LABEL.in(lang) : facts.label();
        String hash =
                facts.caseHash().substring(0, Math.min(12, facts.caseHash().length()));
        return Words.RUN_FACTS.in(lang, run.supply().info().id(), facts.scenario(), label, facts.version(), hash);
    }

    /// The sign that explains a fill or a line.
    static void key(Html html, Palette paint, String name) {
        html.open("li").open("svg", "viewBox", "0 0 28 15", "aria-hidden", "true", "focusable", "false");
        Svg.box(html, 0.5, 0.5, 27, 14, "edge " + paint.css());
        html.close("svg").text(name).close("li");
    }
}
