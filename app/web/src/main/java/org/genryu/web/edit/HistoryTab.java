package org.genryu.web.edit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Lang;
import org.genryu.report.write.Html;
import org.genryu.web.http.WebCall;
import org.genryu.web.link.ViewState;
import org.genryu.web.page.PageFrame;
import org.genryu.web.version.CaseBook;
import org.genryu.web.version.CaseEdit;
import org.genryu.web.version.CaseVersion;

/// Who changed what in this case, when and why, and what stood there before? The youngest first; each can be taken
/// back, and each version opened or made the newest again.
final class HistoryTab {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int SHOWN = 40;
    private static final int LONGEST = 200;
    private final WebCall call;
    private final CaseBook book;

    HistoryTab(WebCall call, CaseBook book) {
        this.call = call;
        this.book = book;
    }

    static String time(CaseVersion version) {
        return TIME.format(Instant.parse(version.reason().at()).atZone(ZoneId.systemDefault()));
    }

    void show(Html html) {
        List<CaseVersion> versions = book.versions();
        html.leaf("h2", say(EditPhrases.HISTORY)).open("ol", "class", "plain history", "reversed", "reversed");
        for (CaseVersion one : versions.reversed()) {
            html.open("li", "id", "v" + one.number());
            head(html, one, one.equals(versions.getLast()));
            edits(html, one.edits());
            acts(html, one, one.equals(versions.getLast()));
            html.close("li").line();
        }
        html.close("ol");
    }

    private void head(Html html, CaseVersion one, boolean newest) {
        Lang lang = call.lang();
        html.open("h3").text(say(EditPhrases.VERSION) + " " + one.number() + " ");
        html.leaf("code", one.hash().substring(0, 12));
        if (newest) {
            html.text(" ").leaf("span", say(EditPhrases.NEWEST), "class", "chip");
        }
        html.close("h3");
        String why = one.kind() == CaseVersion.Kind.READ
                ? say(EditPhrases.READ)
                : one.reason().why();
        html.leaf(
                "p",
                EditPhrases.BY.in(lang, one.reason().who(), time(one), why.isEmpty() ? "—" : why),
                "class",
                "soft");
    }

    private void edits(Html html, List<CaseEdit> edits) {
        if (edits.isEmpty()) {
            return;
        }
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", say(EditPhrases.WHAT));
        html.open("table").open("thead").open("tr");
        for (EditPhrases head : List.of(EditPhrases.WHERE, EditPhrases.BEFORE, EditPhrases.AFTER)) {
            html.leaf("th", say(head), "scope", "col");
        }
        html.close("tr").close("thead").open("tbody");
        edits.stream().limit(SHOWN).forEach(edit -> row(html, edit));
        html.close("tbody").close("table").close("div");
        if (edits.size() > SHOWN) {
            html.leaf("p", EditPhrases.MORE.in(call.lang(), edits.size() - SHOWN), "class", "soft");
        }
    }

    private void row(Html html, CaseEdit edit) {
        html.open("tr").leaf("th", where(edit, call.lang()), "scope", "row");
        switch (edit) {
            case CaseEdit.Cell cell -> pair(html, Optional.of(cell.before()), Optional.of(cell.after()));
            case CaseEdit.RowAdded row -> pair(html, Optional.empty(), Optional.of(line(row.cells())));
            case CaseEdit.RowRemoved row -> pair(html, Optional.of(line(row.cells())), Optional.empty());
            case CaseEdit.FileWritten file -> pair(html, file.before(), file.after());
        }
        html.close("tr");
    }

    private void pair(Html html, Optional<String> before, Optional<String> after) {
        for (Optional<String> one : List.of(before, after)) {
            html.leaf(
                    "td",
                    one.map(text -> text.isEmpty() ? say(EditPhrases.BLANK) : cut(text))
                            .orElse("—"),
                    "class",
                    "cell");
        }
    }

    static String line(Map<String, String> cells) {
        return cells.entrySet().stream()
                .map(cell -> cell.getKey() + ": " + cell.getValue())
                .collect(java.util.stream.Collectors.joining("; "));
    }

    static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST))) + "…";
    }

    /// The place that an edit changes.
    static String where(CaseEdit edit, Lang lang) {
        return switch (edit) {
            case CaseEdit.Cell cell -> cell.table() + " / " + cell.row() + " / " + cell.column();
            case CaseEdit.RowAdded row -> row.table() + ": " + EditPhrases.ADDED.in(lang);
            case CaseEdit.RowRemoved row -> row.table() + ": " + EditPhrases.REMOVED.in(lang);
            case CaseEdit.FileWritten file ->
                file.path() + ": " + (file.after().isPresent() ? EditPhrases.WRITTEN : EditPhrases.DELETED).in(lang);
        };
    }

    private void acts(Html html, CaseVersion one, boolean newest) {
        String reference = book.newest().id() + "@" + one.hash().substring(0, 12);
        html.open("p", "class", "next");
        html.leaf(
                "a",
                say(EditPhrases.OPEN),
                "class",
                "button second",
                "href",
                call.state()
                        .at("/case")
                        .with(ViewState.CASE, reference)
                        .with(NetworkView.TAB, NetworkView.TABLE)
                        .address());
        html.close("p");
        if (!one.edits().isEmpty()) {
            act(html, "/case/undo", EditPhrases.UNDO, one);
        }
        if (!newest) {
            act(html, "/case/restore", EditPhrases.RESTORE, one);
        }
    }

    private void act(Html html, String action, EditPhrases words, CaseVersion one) {
        PageFrame.form(
                html,
                call,
                action(call, action),
                out -> {
                    hidden(out, "case", book.newest().id());
                    hidden(out, ViewState.LANG, call.lang() == Lang.JA ? "ja" : "en");
                    hidden(out, "version", Integer.toString(one.number()));
                    out.open("label").text(say(EditPhrases.WHY) + " ");
                    out.empty("input", "name", "why", "maxlength", "500")
                            .close("label")
                            .text(" ");
                    out.leaf("button", say(words), "class", "second");
                },
                "class",
                "inline");
    }

    /// Where a form goes, in the language of its reader.
    static String action(WebCall call, String path) {
        return ViewState.parse(path).in(call.lang()).address();
    }

    static void hidden(Html html, String name, String value) {
        html.empty("input", "type", "hidden", "name", name, "value", value);
    }

    private String say(EditPhrases words) {
        return words.in(call.lang());
    }
}
