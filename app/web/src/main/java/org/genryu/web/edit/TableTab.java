package org.genryu.web.edit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.casefile.schema.CaseSchema.ColumnSpec;
import org.genryu.core.Lang;
import org.genryu.report.write.Html;
import org.genryu.web.http.WebCall;
import org.genryu.web.link.ViewState;
import org.genryu.web.page.PageFrame;
import org.genryu.web.page.WebPage;
import org.genryu.web.world.KnownCase;

/// One table of the case, page by page, as it was written; a row opens as a form. With scripts the cells are changed
/// where they stand.
final class TableTab {
    static final String TABLE = "table";
    private static final String FIND = "find";
    private static final String FROM = "from";
    private static final String ROW = "row";
    private static final String ALL = "all";
    private static final String SOURCE = "source";
    private static final int ROWS = 50;

    private final WebCall call;
    private final KnownCase shown;
    private final String name;
    private final Optional<RawTable> table;
    private final RowKeys keys;

    private TableTab(WebCall call, KnownCase shown, String name) {
        this.call = call;
        this.shown = shown;
        this.name = name;
        this.table = Optional.ofNullable(shown.file().raw().tables().get(name));
        this.keys = new RowKeys(shown.file(), name);
    }

    static TableTab of(WebCall call, KnownCase shown) throws WebCall.Refused {
        String name = call.setting(TABLE).orElse("processes");
        if (!names(shown).contains(name)) {
            throw WebCall.Refused.notFound(EditPhrases.NO_TABLE.text());
        }
        TableTab tab = new TableTab(call, shown, name);
        Optional<String> row = call.setting(ROW);
        if (row.isPresent()
                && !row.get().startsWith("+")
                && tab.keys.row(row.get()).isEmpty()) {
            throw WebCall.Refused.notFound(EditPhrases.NO_ROW.text());
        }
        return tab;
    }

    /// Tables that may be looked at: those of the schema, and others that the case has.
    static Set<String> names(KnownCase shown) {
        Set<String> names = new LinkedHashSet<>(CaseSchema.current().tables().keySet());
        names.addAll(shown.file().raw().names());
        return names;
    }

    void show(Html html) {
        Optional<String> row = call.setting(ROW);
        if (row.isPresent()) {
            new RowForm(call, shown, name, keys).show(html, row.get(), here());
            return;
        }
        chooser(html);
        List<Integer> rows = found();
        listing(html, rows);
        html.open("p", "class", "next")
                .leaf(
                        "a",
                        say(EditPhrases.ADD_ROW),
                        "class",
                        "button second",
                        "href",
                        here().with(ROW, "+1").address());
        html.close("p").leaf("p", say(EditPhrases.UNITS), "class", "soft");
        meanings(html);
        downloads(html);
    }

    private ViewState here() {
        ViewState here = call.state()
                .at(WebPage.NETWORK.path())
                .with(NetworkView.TAB, NetworkView.TABLE)
                .with(TABLE, name);
        for (String kept : List.of(FIND, FROM, ALL)) {
            here = here.with(kept, call.setting(kept).orElse(""));
        }
        return here;
    }

    private void chooser(Html html) {
        html.open("form", "method", "get", "action", WebPage.NETWORK.path(), "class", "picker", "role", "search");
        for (String kept : List.of(ViewState.LANG, ViewState.CASE, ViewState.SCENARIO)) {
            call.setting(kept).ifPresent(value -> HistoryTab.hidden(html, kept, value));
        }
        HistoryTab.hidden(html, NetworkView.TAB, NetworkView.TABLE);
        html.open("label").text(say(EditPhrases.WHICH_TABLE) + " ").open("select", "name", TABLE);
        for (String one : names(shown)) {
            int rows = Optional.ofNullable(shown.file().raw().tables().get(one))
                    .map(RawTable::rows)
                    .orElse(0);
            String word = CaseSchema.current()
                    .table(one)
                    .map(spec -> spec.thing().in(call.lang()) + " – " + one)
                    .orElse(one);
            PageFrame.option(html, one, word + " (" + rows + ")", one.equals(name));
        }
        html.close("select").close("label");
        html.open("label").text(say(EditPhrases.FIND) + " ");
        html.empty(
                "input",
                "type",
                "search",
                "name",
                FIND,
                "value",
                call.setting(FIND).orElse(""));
        html.close("label").open("label");
        html.empty(
                "input",
                "type",
                "checkbox",
                "name",
                ALL,
                "value",
                "1",
                call.setting(ALL).isPresent() ? "checked" : "",
                "checked");
        html.text(" " + say(EditPhrases.ALL_COLUMNS)).close("label");
        html.leaf("button", say(EditPhrases.SHOW)).close("form");
    }

    /// Rows that hold all the words.
    private List<Integer> found() {
        List<String> words = Arrays.stream(folded(call.setting(FIND).orElse("")).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < keys.count(); row++) {
            String all = words.isEmpty()
                    ? ""
                    : folded(String.join("\n", keys.cells(row).values()));
            if (words.stream().allMatch(all::contains)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private void listing(Html html, List<Integer> rows) {
        if (rows.isEmpty()) {
            html.leaf("p", say(keys.count() == 0 ? EditPhrases.EMPTY : EditPhrases.NO_ROWS), "class", "lead");
        }
        int from = Math.min(from(), Math.max(0, rows.size() - 1) / ROWS * ROWS);
        int until = Math.min(rows.size(), from + ROWS);
        List<String> columns = columns();
        html.open(
                "div",
                "class",
                "scroll grid",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                name,
                "data-grid",
                name,
                "data-case",
                shown.reference(),
                "data-lang",
                call.lang() == Lang.JA ? "ja" : "en",
                "data-hint",
                say(EditPhrases.GRID),
                "data-pending",
                EditPhrases.PENDING.text().in(call.lang()),
                "data-save",
                say(EditPhrases.SAVE),
                "data-discard",
                say(EditPhrases.DISCARD),
                "data-why",
                say(EditPhrases.WHY),
                "data-remove",
                say(EditPhrases.REMOVE),
                "data-add",
                say(EditPhrases.ADD_ROW));
        html.open("table")
                .leaf("caption", caption(rows, from, until))
                .open("thead")
                .open("tr");
        html.leaf("th", say(EditPhrases.EDIT), "scope", "col").leaf("th", say(EditPhrases.MARK), "scope", "col");
        columns.forEach(column -> head(html, column));
        html.close("tr").close("thead").open("tbody");
        rows.subList(from, until).forEach(row -> row(html, row, columns));
        html.close("tbody").close("table").close("div");
        html.open("p", "class", "next");
        if (from > 0) {
            page(html, EditPhrases.PREVIOUS, from - ROWS);
        }
        if (until < rows.size()) {
            page(html, EditPhrases.NEXT, until);
        }
        html.close("p");
    }

    private String caption(List<Integer> rows, int from, int until) {
        return rows.isEmpty() ? name : EditPhrases.ROWS.in(call.lang(), from + 1, until, rows.size());
    }

    private int from() {
        return call.setting(FROM)
                .filter(text -> text.matches("\\d{1,8}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private void page(Html html, EditPhrases words, int from) {
        String start = from == 0 ? "" : Integer.toString(from);
        html.leaf(
                "a",
                say(words),
                "class",
                "button second",
                "href",
                here().with(FROM, start).address());
    }

    /// Columns of the file; with `all` those of the schema too.
    private List<String> columns() {
        Set<String> columns = new LinkedHashSet<>(table.map(RawTable::head).orElse(List.of()));
        if (columns.isEmpty() || call.setting(ALL).isPresent()) {
            CaseSchema.current()
                    .table(name)
                    .ifPresent(spec -> columns.addAll(spec.columns().keySet()));
        }
        return List.copyOf(columns);
    }

    private void head(Html html, String column) {
        Optional<ColumnSpec> spec = CaseSchema.current().table(name).flatMap(one -> one.column(column));
        html.open(
                "th",
                "scope",
                "col",
                "data-column",
                column,
                "title",
                spec.map(one -> one.meaning().in(call.lang())).orElse(column));
        html.text(column);
        spec.map(one -> one.unit().replace("{currency}", shown.file().header().currency()))
                .filter(unit -> !unit.isEmpty())
                .ifPresent(unit -> html.text(" ").leaf("span", unit, "class", "unit"));
        html.close("th");
    }

    private void row(Html html, int row, List<String> columns) {
        Map<String, String> cells = keys.cells(row);
        String word = keys.word(row);
        html.open("tr", "data-row", word).open("th", "scope", "row");
        html.leaf(
                "a",
                say(EditPhrases.EDIT),
                "href",
                here().with(ROW, word).address(),
                "aria-label",
                EditPhrases.EDIT_ROW.in(call.lang(), word));
        html.close("th").leaf("td", say(mark(cells)), "class", "mark");
        for (String column : columns) {
            cell(html, column, cells.getOrDefault(column, ""));
        }
        html.close("tr").line();
    }

    /// Whether a source stands behind the row, or an assumption.
    private static EditPhrases mark(Map<String, String> cells) {
        List<String> sources = Arrays.stream(cells.getOrDefault(SOURCE, "").split(";"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
        return sources.isEmpty()
                ? EditPhrases.NEITHER
                : sources.contains("assumption") ? EditPhrases.ASSUMED : EditPhrases.SOURCED;
    }

    private void cell(Html html, String column, String cell) {
        boolean number = CaseSchema.current()
                .table(name)
                .flatMap(spec -> spec.column(column))
                .filter(spec -> spec.kind() == CaseSchema.Kind.NUMBER)
                .isPresent();
        html.open("td", "class", number ? "cell num" : "cell");
        if (column.equals(SOURCE)
                && !name.equals("sources")
                && cell.matches("[a-z0-9-]+")
                && !cell.equals("assumption")) {
            html.leaf(
                    "a",
                    cell,
                    "href",
                    call.state()
                            .at(WebPage.NETWORK.path())
                            .with(NetworkView.TAB, NetworkView.TABLE)
                            .with(TABLE, "sources")
                            .with(FIND, cell)
                            .address());
        } else {
            html.text(cell);
        }
        html.close("td");
    }

    private void meanings(Html html) {
        CaseSchema.current().table(name).ifPresent(spec -> {
            html.open("details").leaf("summary", say(EditPhrases.COLUMNS)).open("dl");
            spec.columns().values().forEach(column -> {
                html.open("dt").leaf("code", column.name());
                if (!column.unit().isEmpty()) {
                    html.text(" [" + column.unit() + "]");
                }
                html.close("dt").leaf("dd", column.meaning().in(call.lang()));
            });
            html.close("dl").close("details");
        });
    }

    private void downloads(Html html) {
        if (table.isEmpty()) {
            return;
        }
        ViewState csv = call.state()
                .at("/case/table.csv")
                .with(ViewState.CASE, shown.reference())
                .with(TABLE, name);
        html.open("p", "class", "run").text(say(EditPhrases.DOWNLOAD) + ": ");
        html.leaf("a", say(EditPhrases.CSV), "href", csv.address()).text(" ");
        html.leaf(
                        "a",
                        say(EditPhrases.EXCEL_CSV),
                        "href",
                        csv.with("for", "excel").address())
                .close("p");
    }

    private String say(EditPhrases words) {
        return words.in(call.lang());
    }
}
