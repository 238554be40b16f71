package org.genryu.web.edit;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.form.RawTable;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.store.KeptChange.Reason;
import org.genryu.web.http.Access;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.WebCall.Refused;
import org.genryu.web.http.WebRoute;
import org.genryu.web.link.ViewState;
import org.genryu.web.page.WebDesk;
import org.genryu.web.page.WebPage;
import org.genryu.web.version.CaseBook;
import org.genryu.web.version.CaseBooks;
import org.genryu.web.version.CaseEdit;
import org.genryu.web.version.CaseVersion;
import org.genryu.web.version.Saving;
import org.genryu.web.world.KnownCase;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What people may do with a case: look, change, take back, send and take away.
public final class EditRoutes {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST = 500;
    private static final String YAML = "case\\.yaml|(scenarios|projects)/[\\p{L}\\p{N}_-][\\p{L}\\p{N}_. -]*\\.yaml";

    private final WebDesk desk;
    private final CaseBooks books;

    public EditRoutes(WebDesk desk, CaseBooks books) {
        this.desk = desk;
        this.books = books;
    }

    public List<WebRoute> routes() {
        CaseFiles files = new CaseFiles(desk, books);
        return List.of(
                WebPage.NETWORK.route(new NetworkView(desk, books)::show),
                WebRoute.post(
                        "/case/save",
                        Access.ANALYST,
                        new Text("Keep changed cells and rows of a table.", "表のセルと行の変更を保存します。"),
                        this::save),
                WebRoute.post(
                        "/case/check",
                        Access.ANALYST,
                        new Text("What changes would come to; nothing is kept.", "変更した場合の確認結果。保存はしません。"),
                        this::check),
                WebRoute.post(
                        "/case/file",
                        Access.ANALYST,
                        new Text("Keep a changed text file of a case.", "ケースのテキストファイルの変更を保存します。"),
                        this::file),
                WebRoute.post(
                        "/case/undo",
                        Access.ANALYST,
                        new Text("Take the changes of a version back.", "ある版の変更を取り消します。"),
                        call -> version(call, CaseBook::undo)),
                WebRoute.post(
                        "/case/restore",
                        Access.ANALYST,
                        new Text("Make an earlier version the newest.", "以前の版を最新にします。"),
                        call -> version(call, CaseBook::restore)),
                WebRoute.post(
                        "/case/upload",
                        Access.ANALYST,
                        new Text("Send a table or a whole case as a file.", "表またはケース全体をファイルで送ります。"),
                        files::upload),
                WebRoute.get(
                        "/case/case.zip",
                        Access.VIEWER,
                        new Text("A case as a folder in a zip archive.", "ケースのフォルダ（zip）。"),
                        files::zip),
                WebRoute.get(
                        "/case/case.xlsx",
                        Access.VIEWER,
                        new Text("A case as a workbook.", "ケースのブック。"),
                        files::workbook),
                WebRoute.get("/case/table.csv", Access.VIEWER, new Text("A table of a case.", "ケースの表。"), files::table));
    }

    // ---------------------------------------------------------------- what the forms say

    /// The version that the form was made of.
    static KnownCase seen(WebDesk desk, WebCall call) throws Refused {
        return desk.cases()
                .find(call.field("case").orElse(""))
                .orElseThrow(() -> Refused.notFound(EditPhrases.NO_VERSION.text()));
    }

    /// Who asks, now, with the reason of the form.
    static Reason reason(WebDesk desk, WebCall call) {
        String why = call.field("why").orElse("");
        return new Reason(
                desk.clock().instant().toString(),
                call.visitor().name(),
                why.substring(0, Math.min(LONGEST, why.length())),
                "");
    }

    /// The number of the version, by which it is known what others have done since.
    static int number(CaseBook book, KnownCase seen) {
        return book.versions().stream()
                .filter(one -> one.hash().equals(seen.hash()))
                .mapToInt(CaseVersion::number)
                .max()
                .orElse(book.versions().size());
    }

    // ---------------------------------------------------------------- what is done

    private void save(WebCall call) throws Exception {
        KnownCase seen = seen(desk, call);
        CaseBook book = NetworkView.book(books, seen);
        PostedEdits posted = PostedEdits.of(call, seen);
        Saving saving =
                books.shelved(book.save(number(book, seen), CaseVersion.Kind.EDIT, posted.edits(), reason(desk, call)));
        String why = call.field("why").orElse("");
        switch (saving) {
            case Saving.Saved _, Saving.Unchanged _ -> done(call, seen.id(), posted.table());
            case Saving.Faulty(List<Finding> findings) -> new EditAnswer(desk, call).faulty(posted, findings, why);
            case Saving.Conflict conflict -> new EditAnswer(desk, call).conflict(Optional.of(posted), conflict, why);
        }
    }

    private static void done(WebCall call, String id, String table) {
        call.seeOther(ViewState.of(WebPage.NETWORK.path(), new TreeMap<>())
                .with(ViewState.LANG, call.field(ViewState.LANG).orElse(""))
                .with(ViewState.CASE, id)
                .with(NetworkView.TAB, NetworkView.TABLE)
                .with(TableTab.TABLE, table));
    }

    private void file(WebCall call) throws Exception {
        KnownCase seen = seen(desk, call);
        CaseBook book = NetworkView.book(books, seen);
        String path = call.field("path")
                .filter(one -> one.matches(YAML))
                .orElseThrow(() -> new Refused(400, EditPhrases.BAD_FORM.text()));
        String text = PostedEdits.plain(
                Optional.ofNullable(call.context().formParam("text")).orElse(""));
        Optional<String> before = Optional.ofNullable(FilesTab.texts(seen).get(path));
        Optional<String> after = text.isBlank() ? Optional.empty() : Optional.of(text);
        boolean untouched = before.map(PostedEdits::shown).equals(after);
        List<CaseEdit> edits = untouched ? List.of() : List.of(new CaseEdit.FileWritten(path, before, after));
        CaseVersion.Kind kind = path.startsWith("scenarios/") ? CaseVersion.Kind.SCENARIO : CaseVersion.Kind.EDIT;
        Saving saving = books.shelved(book.save(number(book, seen), kind, edits, reason(desk, call)));
        switch (saving) {
            case Saving.Saved _, Saving.Unchanged _ ->
                call.seeOther(ViewState.of(WebPage.NETWORK.path(), new TreeMap<>())
                        .with(ViewState.LANG, call.field(ViewState.LANG).orElse(""))
                        .with(ViewState.CASE, seen.id())
                        .with(NetworkView.TAB, NetworkView.FILES));
            case Saving.Faulty(List<Finding> findings) -> new EditAnswer(desk, call).faulty(path, text, findings);
            case Saving.Conflict conflict -> new EditAnswer(desk, call).conflict(Optional.empty(), conflict, "");
        }
    }

    /// Something done with a version of a case.
    private interface Deed {
        Saving done(CaseBook book, int number, Reason reason) throws java.io.IOException;
    }

    private void version(WebCall call, Deed deed) throws Exception {
        KnownCase seen = seen(desk, call);
        CaseBook book = NetworkView.book(books, seen);
        int number = call.field("version")
                .filter(text -> text.matches("\\d{1,8}"))
                .map(Integer::parseInt)
                .filter(one -> one >= 1 && one <= book.versions().size())
                .orElseThrow(() -> Refused.notFound(EditPhrases.NO_VERSION.text()));
        new EditAnswer(desk, call).after(seen, books.shelved(deed.done(book, number, reason(desk, call))));
    }

    /// Findings of what a form would change, as JSON for the script of the grid.
    private void check(WebCall call) throws Exception {
        KnownCase seen = seen(desk, call);
        CaseBook book = NetworkView.book(books, seen);
        PostedEdits posted = PostedEdits.of(call, seen);
        Outcome<CaseFile> outcome = book.check(posted.edits());
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartArray();
            for (Finding one : outcome.findings().stream().limit(200).toList()) {
                json.writeStartObject();
                json.writeStringProperty("severity", one.severity().name());
                json.writeStringProperty("row", row(outcome.value(), posted.table(), one));
                json.writeStringProperty("column", one.place().column());
                json.writeStringProperty("text", one.in(call.lang()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        call.context().contentType("application/json; charset=utf-8").result(out.toString());
    }

    /// The row of the table that a finding is about; empty if it is about another.
    private static String row(Optional<CaseFile> file, String table, Finding finding) {
        Optional<RawTable> raw =
                file.map(one -> one.raw().tables()).flatMap(all -> Optional.ofNullable(all.get(table)));
        if (raw.isEmpty() || !finding.place().file().equals(table + ".csv")) {
            return "";
        }
        RowKeys keys = new RowKeys(file.orElseThrow(), table);
        for (int row = 0; row < raw.get().rows(); row++) {
            if (raw.get().line(row) == finding.place().line()) {
                return keys.word(row);
            }
        }
        return "";
    }
}
