package org.genryu.web.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.genryu.web.world.KnownCase;

/// One row of a table as a form: every column with its unit and meaning.
final class RowForm {
    private static final int MOST_NAMES = 1_000;
    private final WebCall call;
    private final KnownCase shown;
    private final String table;
    private final RowKeys keys;

    RowForm(WebCall call, KnownCase shown, String table, RowKeys keys) {
        this.call = call;
        this.shown = shown;
        this.table = table;
        this.keys = keys;
    }

    /// @param word of the row; a new one if it begins with `+`
    void show(Html html, String word, ViewState back) {
        Lang lang = call.lang();
        boolean fresh = word.startsWith("+");
        Map<String, String> cells = fresh ? Map.of() : keys.cells(keys.row(word).orElse(0));
        html.leaf("h2", fresh ? say(EditPhrases.NEW_ROW) + ": " + table : EditPhrases.EDIT_ROW.in(lang, word));
        PageFrame.form(html, call, HistoryTab.action(call, "/case/save"), out -> {
            head(out, lang, shown, table);
            out.open("div", "class", "sheet rowform");
            int place = 0;
            for (String column : columns()) {
                HistoryTab.hidden(out, "row", word);
                HistoryTab.hidden(out, "column", column);
                field(out, "c" + place++, column, cells.getOrDefault(column, ""));
            }
            out.close("div");
            FilesTab.why(out, lang, "");
            out.open("p", "class", "next").leaf("button", say(EditPhrases.SAVE));
            if (!fresh) {
                out.leaf("button", say(EditPhrases.REMOVE_ROW), "class", "second", "name", "remove", "value", word);
            }
            out.leaf("a", say(EditPhrases.BACK), "class", "button second", "href", back.address())
                    .close("p");
        });
    }

    /// What every form about a table carries.
    static void head(Html html, Lang lang, KnownCase seen, String table) {
        HistoryTab.hidden(html, "case", seen.reference());
        HistoryTab.hidden(html, ViewState.LANG, lang == Lang.JA ? "ja" : "en");
        HistoryTab.hidden(html, "table", table);
    }

    private Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        CaseSchema.current()
                .table(table)
                .ifPresent(spec -> columns.addAll(spec.columns().keySet()));
        Optional.ofNullable(shown.file().raw().tables().get(table))
                .map(RawTable::head)
                .ifPresent(columns::addAll);
        return columns;
    }

    private void field(Html html, String id, String column, String cell) {
        Optional<ColumnSpec> spec = CaseSchema.current().table(table).flatMap(one -> one.column(column));
        html.open("label", "for", id).text(column);
        spec.map(one -> one.unit().replace("{currency}", shown.file().header().currency()))
                .filter(unit -> !unit.isEmpty())
                .ifPresent(unit -> html.text(" ").leaf("span", "[" + unit + "]", "class", "unit"));
        if (spec.filter(ColumnSpec::required).isPresent()) {
            html.text(" ").leaf("span", say(EditPhrases.REQUIRED), "class", "chip");
        }
        spec.ifPresent(one -> html.empty("br").leaf("span", one.meaning().in(call.lang()), "class", "soft"));
        html.close("label").open("div");
        input(html, id, spec, cell);
        html.close("div").line();
    }

    private void input(Html html, String id, Optional<ColumnSpec> spec, String cell) {
        String value = PostedEdits.shown(cell);
        if (value.indexOf('\n') >= 0 || value.length() > 80) {
            html.open("textarea", "name", "new", "id", id, "rows", "3")
                    .text("\n" + value)
                    .close("textarea");
            return;
        }
        List<String> choices = spec.filter(one -> one.kind() == CaseSchema.Kind.CHOICE)
                .map(ColumnSpec::target)
                .orElse(List.of());
        if (!choices.isEmpty()) {
            List<String> all = new ArrayList<>(choices);
            if (!value.isEmpty() && !all.contains(value)) {
                all.addFirst(value);
            }
            html.open("select", "name", "new", "id", id);
            PageFrame.option(html, "", standard(spec), value.isEmpty());
            all.forEach(one -> PageFrame.option(html, one, one, one.equals(value)));
            html.close("select");
            return;
        }
        List<String> names = names(spec);
        html.empty(
                "input",
                "name",
                "new",
                "id",
                id,
                "value",
                value,
                "placeholder",
                spec.map(ColumnSpec::standard).orElse(""),
                names.isEmpty() ? "" : "list",
                "list-" + id);
        if (!names.isEmpty()) {
            html.open("datalist", "id", "list-" + id);
            names.forEach(one -> html.open("option", "value", one).close("option"));
            html.close("datalist");
        }
    }

    private static String standard(Optional<ColumnSpec> spec) {
        return spec.map(ColumnSpec::standard)
                .filter(word -> !word.isEmpty())
                .map(word -> "(" + word + ")")
                .orElse("");
    }

    /// Names that a reference may be.
    private List<String> names(Optional<ColumnSpec> spec) {
        List<String> names = spec.filter(one -> one.kind() == CaseSchema.Kind.REF || one.kind() == CaseSchema.Kind.REFS)
                .flatMap(one -> one.target().stream().findFirst())
                .filter(target -> shown.file().tables().containsKey(target))
                .map(target -> shown.file().table(target).names())
                .orElse(List.of());
        return names.size() > MOST_NAMES ? List.of() : names;
    }

    private String say(EditPhrases words) {
        return words.in(call.lang());
    }
}
