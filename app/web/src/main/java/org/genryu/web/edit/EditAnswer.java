package org.genryu.web.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.report.write.Html;
import org.genryu.web.edit.PostedEdits.Entry;
import org.genryu.web.http.WebCall;
import org.genryu.web.link.ViewState;
import org.genryu.web.page.PageFrame;
import org.genryu.web.page.WebDesk;
import org.genryu.web.page.WebPage;
import org.genryu.web.version.CaseEdit;
import org.genryu.web.version.CaseVersion;
import org.genryu.web.version.EditClash;
import org.genryu.web.version.Saving;
import org.genryu.web.world.KnownCase;

/// What people see whose edits were not kept: what is wrong, or what somebody else has changed; all that they entered
/// stands in a form that can be sent again.
final class EditAnswer {
    private static final int SHOWN = 60;
    private final WebDesk desk;
    private final WebCall call;

    EditAnswer(WebDesk desk, WebCall call) {
        this.desk = desk;
        this.call = call;
    }

    /// What follows on a saving that no form stands behind: the history that holds it, or why it was not kept.
    void after(KnownCase seen, Saving saving) throws WebCall.Refused {
        switch (saving) {
            case Saving.Saved _, Saving.Unchanged _ ->
                call.seeOther(ViewState.of(WebPage.NETWORK.path(), new TreeMap<>())
                        .with(ViewState.LANG, call.field(ViewState.LANG).orElse(""))
                        .with(ViewState.CASE, seen.id())
                        .with(NetworkView.TAB, NetworkView.HISTORY));
            case Saving.Faulty(List<Finding> findings) -> refused(findings);
            case Saving.Conflict conflict -> conflict(Optional.empty(), conflict, "");
        }
    }

    /// A form about a table whose case would have errors.
    void faulty(PostedEdits posted, List<Finding> findings, String why) throws WebCall.Refused {
        page(422, html -> {
            html.leaf("h2", say(EditPhrases.FAULTY_HEAD))
                    .leaf("p", say(EditPhrases.FAULTY), "class", "warn", "role", "alert");
            findings(html, findings);
            form(html, posted, posted.seen().reference(), Map.of(), why);
        });
    }

    /// The same for a text.
    void faulty(String path, String text, List<Finding> findings) throws WebCall.Refused {
        PageFrame frame = new PageFrame(desk, call, WebPage.NETWORK);
        page(422, html -> {
            html.leaf("h2", say(EditPhrases.FAULTY_HEAD))
                    .leaf("p", say(EditPhrases.FAULTY), "class", "warn", "role", "alert");
            findings(html, findings);
            FilesTab.form(html, call, frame.shown(), path, text);
        });
    }

    /// What was sent as a file, and is not sound.
    void refused(List<Finding> findings) throws WebCall.Refused {
        page(422, html -> {
            html.leaf("h2", say(EditPhrases.FAULTY_HEAD))
                    .leaf("p", say(EditPhrases.NOT_SAVED), "class", "warn", "role", "alert");
            findings(html, findings);
        });
    }

    /// Two have changed the same: both values, and the choice.
    void conflict(Optional<PostedEdits> posted, Saving.Conflict conflict, String why) throws WebCall.Refused {
        page(409, html -> {
            html.leaf("h2", say(EditPhrases.CONFLICT_HEAD))
                    .leaf("p", say(EditPhrases.CONFLICT), "class", "warn", "role", "alert");
            html.open("ul", "class", "plain");
            for (CaseVersion one : conflict.since()) {
                html.leaf(
                        "li",
                        EditPhrases.BY.in(
                                call.lang(),
                                one.reason().who(),
                                HistoryTab.time(one),
                                one.reason().why()));
            }
            html.close("ul");
            Map<String, EditClash> cells = new HashMap<>();
            boolean gone = false;
            for (EditClash clash : conflict.clashes()) {
                if (clash.edit() instanceof CaseEdit.Cell cell && clash.is().isPresent()) {
                    cells.put(cell.row() + "\n" + cell.column(), clash);
                } else {
                    gone = true;
                    clash(html, clash);
                }
            }
            if (gone && posted.isPresent()) {
                html.leaf("p", say(EditPhrases.WITHOUT_YOU));
            }
            posted.ifPresent(form -> form(html, form, conflict.newest().reference(), cells, why));
        });
    }

    private void page(int status, java.util.function.Consumer<Html> content) throws WebCall.Refused {
        PageFrame frame = new PageFrame(desk, call, WebPage.NETWORK);
        call.context().status(status);
        call.page(frame.of(content));
    }

    private void clash(Html html, EditClash clash) {
        html.leaf("p", HistoryTab.where(clash.edit(), call.lang()), "class", "lead");
        html.open("dl").leaf("dt", say(EditPhrases.YOURS)).leaf("dd", wanted(clash.edit()), "class", "cell");
        html.leaf("dt", say(EditPhrases.THEIRS))
                .leaf("dd", clash.is().map(HistoryTab::cut).orElse(say(EditPhrases.GONE)), "class", "cell")
                .close("dl");
    }

    private String wanted(CaseEdit edit) {
        return switch (edit) {
            case CaseEdit.Cell cell -> blank(cell.after());
            case CaseEdit.RowAdded row -> HistoryTab.cut(HistoryTab.line(row.cells()));
            case CaseEdit.RowRemoved _ -> say(EditPhrases.REMOVED);
            case CaseEdit.FileWritten file -> file.after().map(HistoryTab::cut).orElse(say(EditPhrases.DELETED));
        };
    }

    private String blank(String cell) {
        return cell.isEmpty() ? say(EditPhrases.BLANK) : cell;
    }

    void findings(Html html, List<Finding> findings) {
        html.open("ul", "class", "findings");
        for (Finding one : findings.stream().limit(SHOWN).toList()) {
            html.leaf("li", one.in(call.lang()), "class", one.severity().name().toLowerCase(java.util.Locale.ROOT));
        }
        html.close("ul");
        if (findings.size() > SHOWN) {
            html.leaf("p", EditPhrases.MORE.in(call.lang(), findings.size() - SHOWN), "class", "soft");
        }
    }

    /// All that was entered, once more.
    private void form(Html html, PostedEdits posted, String seen, Map<String, EditClash> clashes, String why) {
        Lang lang = call.lang();
        PageFrame.form(html, call, HistoryTab.action(call, "/case/save"), out -> {
            HistoryTab.hidden(out, "case", seen);
            HistoryTab.hidden(out, ViewState.LANG, lang == Lang.JA ? "ja" : "en");
            HistoryTab.hidden(out, "table", posted.table());
            out.open("table").open("thead").open("tr");
            for (EditPhrases head : columns(!clashes.isEmpty())) {
                out.leaf("th", say(head), "scope", "col");
            }
            out.close("tr").close("thead").open("tbody");
            int place = 0;
            for (Entry entry : changed(posted)) {
                row(out, posted, entry, Optional.ofNullable(clashes.get(entry.row() + "\n" + entry.column())), place++);
            }
            out.close("tbody").close("table");
            for (String row : posted.removed()) {
                out.open("p").open("label");
                out.empty("input", "type", "checkbox", "name", "remove", "value", row, "checked", "checked");
                out.text(" " + say(EditPhrases.REMOVED_ROW) + ": " + row)
                        .close("label")
                        .close("p");
            }
            FilesTab.why(out, lang, why);
            out.open("p").leaf("button", say(EditPhrases.SAVE)).close("p");
        });
    }

    private static List<EditPhrases> columns(boolean clash) {
        return clash
                ? List.of(EditPhrases.WHERE, EditPhrases.SEEN, EditPhrases.THEIRS, EditPhrases.CHOICE)
                : List.of(EditPhrases.WHERE, EditPhrases.SEEN, EditPhrases.YOURS);
    }

    /// Cells that nobody has touched are left out.
    private static List<Entry> changed(PostedEdits posted) {
        List<Entry> changed = new ArrayList<>();
        for (Entry entry : posted.entries()) {
            boolean fresh = entry.row().startsWith("+");
            String before = fresh ? "" : PostedEdits.shown(posted.before(entry));
            if (fresh || !before.equals(entry.value())) {
                changed.add(entry);
            }
        }
        return changed;
    }

    private void row(Html html, PostedEdits posted, Entry entry, Optional<EditClash> clash, int place) {
        html.open("tr").open("th", "scope", "row");
        html.open("label", "for", "f" + place).text(posted.table() + " / " + entry.row() + " / " + entry.column());
        html.close("label");
        HistoryTab.hidden(html, "row", entry.row());
        HistoryTab.hidden(html, "column", entry.column());
        html.close("th").leaf("td", blank(posted.before(entry)), "class", "cell");
        if (clash.isPresent()) {
            String theirs = PostedEdits.shown(clash.get().is().orElse(""));
            html.leaf("td", blank(theirs), "class", "cell").open("td").open("select", "name", "new", "id", "f" + place);
            PageFrame.option(html, theirs, say(EditPhrases.THEIRS) + ": " + blank(theirs), true);
            PageFrame.option(html, entry.value(), say(EditPhrases.YOURS) + ": " + blank(entry.value()), false);
            html.close("select").close("td");
        } else {
            html.open("td");
            if (entry.value().indexOf('\n') >= 0) {
                html.open("textarea", "name", "new", "id", "f" + place)
                        .text("\n" + entry.value())
                        .close("textarea");
            } else {
                html.empty("input", "name", "new", "id", "f" + place, "value", entry.value());
            }
            html.close("td");
        }
        html.close("tr");
    }

    private String say(EditPhrases words) {
        return words.in(call.lang());
    }
}
