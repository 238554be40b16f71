package org.genryu.web.edit;

import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseWriter;
import org.genryu.casefile.form.CsvText;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.form.XlsxWriter;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.web.http.ExportForm;
import org.genryu.web.http.Imprint;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.WebCall.Refused;
import org.genryu.web.http.ZippedFiles;
import org.genryu.web.page.WebDesk;
import org.genryu.web.version.CaseBook;
import org.genryu.web.version.CaseBooks;
import org.genryu.web.version.CaseDiff;
import org.genryu.web.version.CaseEdit;
import org.genryu.web.version.CaseVersion;
import org.genryu.web.version.Saving;
import org.genryu.web.world.KnownCase;

/// A case as files: what is sent is read by the reader of cases, as if it had come in a folder, and becomes the edits
/// that make it.
final class CaseFiles {
    private static final long MOST = 24L << 20;
    private static final List<String> TABLES = List.of("csv", "tsv", "tab", "txt");
    private final WebDesk desk;
    private final CaseBooks books;

    CaseFiles(WebDesk desk, CaseBooks books) {
        this.desk = desk;
        this.books = books;
    }

    // ---------------------------------------------------------------- out

    void zip(WebCall call) throws Exception {
        KnownCase shown = desk.chosen(call);
        Map<String, ZippedFiles.Content> files = new LinkedHashMap<>();
        CaseWriter.texts(shown.file())
                .forEach((name, text) ->
                        files.put(shown.id() + "/" + name, () -> text.getBytes(StandardCharsets.UTF_8)));
        call.export(desk.imprint(shown), shown.reference() + ".zip", new ExportForm.Zip(files));
    }

    void workbook(WebCall call) throws Exception {
        KnownCase shown = desk.chosen(call);
        Imprint imprint = desk.imprint(shown);
        Outcome<byte[]> book = XlsxWriter.bytes(shown.file().raw(), imprint.properties(call.lang()));
        if (book.value().isEmpty()) {
            new EditAnswer(desk, call).refused(book.findings());
            return;
        }
        call.export(
                imprint,
                shown.reference() + ".xlsx",
                new ExportForm.CaseBook(book.value().get()));
    }

    void table(WebCall call) throws Exception {
        KnownCase shown = desk.chosen(call);
        String name = call.setting(TableTab.TABLE).orElse("");
        RawTable table = Optional.ofNullable(shown.file().raw().tables().get(name))
                .orElseThrow(() -> Refused.notFound(EditPhrases.NO_TABLE.text()));
        String text =
                CsvText.write(table, IntStream.range(0, table.width()).boxed().toList());
        boolean excel = call.setting("for").filter("excel"::equals).isPresent();
        call.export(desk.imprint(shown), name + ".csv", new ExportForm.Csv((excel ? "\uFEFF" : "") + text));
    }

    // ---------------------------------------------------------------- in

    void upload(WebCall call) throws Exception {
        KnownCase seen = EditRoutes.seen(desk, call);
        CaseBook book = NetworkView.book(books, seen);
        UploadedFile file = Optional.ofNullable(call.context().uploadedFile("upload"))
                .orElseThrow(() -> new Refused(400, EditPhrases.NO_FILE.text()));
        if (file.size() > MOST) {
            throw new Refused(
                    413,
                    new org.genryu.core.Text(
                            EditPhrases.TOO_LARGE.in(org.genryu.core.Lang.EN, MOST >> 20),
                            EditPhrases.TOO_LARGE.in(org.genryu.core.Lang.JA, MOST >> 20)));
        }
        Path folder = Files.createTempDirectory("genryu-upload");
        try {
            Outcome<List<CaseEdit>> edits = edits(file, folder, seen);
            if (edits.clean().isEmpty()) {
                new EditAnswer(desk, call)
                        .refused(edits.findings().stream()
                                .filter(one -> one.severity() == Finding.Severity.ERROR)
                                .toList());
                return;
            }
            Saving saving = books.shelved(book.save(
                    EditRoutes.number(book, seen),
                    CaseVersion.Kind.UPLOAD,
                    edits.clean().get(),
                    EditRoutes.reason(desk, call)));
            new EditAnswer(desk, call).after(seen, saving);
        } finally {
            delete(folder);
        }
    }

    private static Outcome<List<CaseEdit>> edits(UploadedFile file, Path folder, KnownCase seen)
            throws IOException, Refused {
        String name =
                file.filename().replace('\\', '/').replaceFirst("^.*/", "").toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        if (ending.equals("xlsx")) {
            Path book = folder.resolve("case.xlsx");
            copy(file, book);
            return CaseReader.readWorkbook(book).map(to -> CaseDiff.of(seen.file(), to));
        }
        if (!TABLES.contains(ending) || CaseSchema.current().table(stem).isEmpty()) {
            throw new Refused(400, EditPhrases.NO_FILE.text());
        }
        for (Map.Entry<String, String> text : CaseWriter.texts(seen.file()).entrySet()) {
            if (!text.getKey().equals(stem + ".csv")) {
                Path to = folder.resolve(text.getKey());
                Files.createDirectories(Optional.ofNullable(to.getParent()).orElse(folder));
                Files.writeString(to, text.getValue());
            }
        }
        copy(file, folder.resolve(stem + "." + ending));
        Outcome<CaseFile> read = CaseReader.read(folder);
        return read.map(to -> CaseDiff.table(stem, seen.file(), to));
    }

    private static void copy(UploadedFile file, Path to) throws IOException {
        try (InputStream in = file.content()) {
            Files.copy(in, to);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = new ArrayList<>(walk.sorted(Comparator.reverseOrder()).toList());
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }
}
