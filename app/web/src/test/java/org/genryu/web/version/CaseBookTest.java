package org.genryu.web.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.read.CaseReader;
import org.genryu.laws.Input;
import org.genryu.laws.Law;
import org.genryu.results.CaseFingerprint;
import org.genryu.store.ChangeStore;
import org.genryu.store.KeptChange.Reason;
import org.genryu.store.StoreAddress;
import org.genryu.testkit.TextCase;
import org.genryu.testkit.Zoo;
import org.genryu.web.world.KnownCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// By hand, by identity (what is taken back is as it was) and against the plain reader of cases.
final class CaseBookTest {
    private static final Reason AT = new Reason("2026-01-02T03:04:05Z", "suzuki", "test", "");
    private static final List<TextCase> ZOO =
            List.of(Zoo.streams(), Zoo.thirdCountry(), Zoo.loop(), Zoo.stock(), Zoo.returns(), Zoo.strait());

    @TempDir
    private Path home;

    private ChangeStore store() throws IOException {
        return ChangeStore.open(new StoreAddress.SqliteFile(home.resolve("store.db")));
    }

    private CaseBook open(ChangeStore store, TextCase world) throws IOException {
        CaseFile file = world.file();
        KnownCase source = new KnownCase("test", CaseFingerprint.of(file), "nowhere", true, file);
        return CaseBook.open(store, source, home.resolve("cases"), AT);
    }

    private static CaseEdit capacity(String before, String after) {
        return new CaseEdit.Cell("processes", "mine-a", "capacity", before, after);
    }

    private static String cell(KnownCase known, String table, String id, String column) {
        RawTable raw =
                Optional.ofNullable(known.file().raw().tables().get(table)).orElseThrow();
        int row = known.file().table(table).row(id);
        return raw.column(column).map(at -> raw.cell(row, at)).orElse("");
    }

    private static Saving.Saved saved(Saving saving) {
        assertThat(saving).isInstanceOf(Saving.Saved.class);
        return (Saving.Saved) saving;
    }

    @Test
    void editMustStandInTheNewestVersionAndInItsFolder() throws IOException {
        try (ChangeStore store = store()) {
            CaseBook book = open(store, Zoo.streams());
            Saving.Saved done = saved(book.save(1, CaseVersion.Kind.EDIT, List.of(capacity("60", "18万8,650トン/年")), AT));
            assertThat(cell(book.newest(), "processes", "mine-a", "capacity")).isEqualTo("18万8,650トン/年");
            CaseFile read =
                    CaseReader.read(Path.of(done.known().argument())).clean().orElseThrow();
            assertThat(CaseFingerprint.of(read)).isEqualTo(done.version().hash());
            assertThat(read.table("processes").numbers("capacity").values()[0]).isEqualTo(188_650);
        }
    }

    @Test
    void undoMustLeadBackToTheSameHash() throws IOException {
        try (ChangeStore store = store()) {
            CaseBook book = open(store, Zoo.streams());
            String before = book.newest().hash();
            SortedMap<String, String> row = new TreeMap<>(
                    Map.of("place", "kr", "kind", "country", "country", "KR", "name_en", "Korea", "note", "new"));
            saved(book.save(1, CaseVersion.Kind.EDIT, List.of(new CaseEdit.RowAdded("places", 2, row)), AT));
            saved(book.save(2, CaseVersion.Kind.EDIT, List.of(capacity("60", "61")), AT));
            saved(book.undo(2, AT));
            assertThat(cell(book.newest(), "processes", "mine-a", "capacity")).isEqualTo("61");
            saved(book.undo(3, AT));
            assertThat(book.newest().hash()).isEqualTo(before);
            assertThat(book.versions()).hasSize(5);
            saved(book.undo(5, AT));
            assertThat(cell(book.newest(), "processes", "mine-a", "capacity")).isEqualTo("61");
            saved(book.restore(2, AT));
            assertThat(book.newest().hash()).isEqualTo(book.versions().get(1).hash());
        }
    }

    @Test
    void twoWhoChangeTheSameCellMustSeeEachOther() throws IOException {
        try (ChangeStore store = store()) {
            CaseBook book = open(store, Zoo.streams());
            saved(book.save(1, CaseVersion.Kind.EDIT, List.of(capacity("60", "70")), AT));
            Saving second = book.save(1, CaseVersion.Kind.EDIT, List.of(capacity("60", "80")), AT);
            assertThat(second).isInstanceOf(Saving.Conflict.class);
            Saving.Conflict conflict = (Saving.Conflict) second;
            assertThat(conflict.clashes()).containsExactly(new EditClash(capacity("60", "80"), Optional.of("70")));
            assertThat(conflict.since()).hasSize(1);
            assertThat(cell(book.newest(), "processes", "mine-a", "capacity")).isEqualTo("70");
            CaseEdit other = new CaseEdit.Cell("processes", "mine-b", "capacity", "40", "45");
            saved(book.save(1, CaseVersion.Kind.EDIT, List.of(other), AT));
            assertThat(cell(book.newest(), "processes", "mine-a", "capacity")).isEqualTo("70");
            assertThat(cell(book.newest(), "processes", "mine-b", "capacity")).isEqualTo("45");
        }
    }

    @Test
    void entityTagMustBeThatOfTheNewest() throws IOException {
        try (ChangeStore store = store()) {
            CaseBook book = open(store, Zoo.streams());
            String tag = book.tag();
            saved(book.saveOn(tag, CaseVersion.Kind.EDIT, List.of(capacity("60", "70")), AT));
            assertThat(book.saveOn(tag, CaseVersion.Kind.EDIT, List.of(capacity("70", "71")), AT))
                    .isInstanceOf(Saving.Conflict.class);
            assertThat(book.tag()).isNotEqualTo(tag);
        }
    }

    @Test
    void errorsMustKeepEverythingAsItWas() throws IOException {
        try (ChangeStore store = store()) {
            CaseBook book = open(store, Zoo.streams());
            String before = book.newest().hash();
            Saving saving = book.save(1, CaseVersion.Kind.EDIT, List.of(capacity("60", "much")), AT);
            assertThat(saving).isInstanceOf(Saving.Faulty.class);
            assertThat(((Saving.Faulty) saving).findings().getFirst().place().file())
                    .isEqualTo("processes.csv");
            assertThat(book.newest().hash()).isEqualTo(before);
            assertThat(book.versions()).hasSize(1);
        }
    }

    @Test
    void everyVersionMustOpenAfterARestartEvenWithoutItsFolder() throws IOException {
        List<String> hashes = new ArrayList<>();
        try (ChangeStore store = store()) {
            CaseBook book = open(store, Zoo.streams());
            for (int i = 0; i < 5; i++) {
                saved(book.save(i + 1, CaseVersion.Kind.EDIT, List.of(capacity("" + (60 + i), "" + (61 + i))), AT));
            }
            book.versions().forEach(version -> hashes.add(version.hash()));
        }
        delete(home.resolve("cases").resolve(hashes.getLast()));
        delete(home.resolve("cases").resolve(hashes.get(2)));
        try (ChangeStore store = store()) {
            CaseBook book = open(store, Zoo.streams());
            assertThat(book.newest().hash()).isEqualTo(hashes.getLast());
            for (int i = 0; i < hashes.size(); i++) {
                KnownCase known = book.version(hashes.get(i).substring(0, 12)).orElseThrow();
                book.ready(known);
                assertThat(CaseFingerprint.of(known.file())).isEqualTo(hashes.get(i));
                assertThat(cell(known, "processes", "mine-a", "capacity")).isEqualTo("" + (60 + i));
                if (i > 0) {
                    assertThat(CaseFingerprint.of(CaseReader.read(Path.of(known.argument()))
                                    .clean()
                                    .orElseThrow()))
                            .isEqualTo(hashes.get(i));
                }
            }
        }
    }

    @Test
    void changedSourceMustBecomeAVersionAndEarlierOnesStay() throws IOException {
        String edited;
        try (ChangeStore store = store()) {
            CaseBook book = open(store, Zoo.streams());
            edited = saved(book.save(1, CaseVersion.Kind.EDIT, List.of(capacity("60", "65")), AT))
                    .version()
                    .hash();
        }
        try (ChangeStore store = store()) {
            CaseBook book = open(store, Zoo.thirdCountry());
            assertThat(book.newest().hash())
                    .isEqualTo(CaseFingerprint.of(Zoo.thirdCountry().file()));
            KnownCase old = book.version(edited).orElseThrow();
            assertThat(cell(old, "processes", "mine-a", "capacity")).isEqualTo("65");
            saved(book.restore(2, AT));
            assertThat(book.newest().hash()).isEqualTo(edited);
        }
    }

    @Test
    void twoProgramsOnOneStoreMustNotLoseEachOthersEdits() throws Exception {
        try (ChangeStore one = store();
                ChangeStore two = store();
                ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<CaseBook> books = List.of(open(one, Zoo.streams()), open(two, Zoo.streams()));
            List<String> columns = List.of("mine-a", "mine-b");
            List<Future<Boolean>> both = new ArrayList<>();
            for (int which = 0; which < 2; which++) {
                CaseBook book = books.get(which);
                String row = columns.get(which);
                Callable<Boolean> work = () -> {
                    for (int i = 0; i < 15; i++) {
                        String before = i == 0 ? "1" : "" + (1 + i);
                        CaseEdit edit = new CaseEdit.Cell("processes", row, "cost", before, "" + (2 + i));
                        saved(book.save(1, CaseVersion.Kind.EDIT, List.of(edit), AT));
                    }
                    return true;
                };
                both.add(pool.submit(work));
            }
            for (Future<Boolean> each : both) {
                assertThat(each.get()).isTrue();
            }
            CaseBook after = open(one, Zoo.streams());
            assertThat(after.versions()).hasSize(31);
            assertThat(cell(after.newest(), "processes", "mine-a", "cost")).isEqualTo("16");
            assertThat(cell(after.newest(), "processes", "mine-b", "cost")).isEqualTo("16");
        }
    }

    @Test
    void hostileCellsMustComeBackAsTheyWere() throws IOException {
        try (ChangeStore store = store()) {
            CaseBook book = open(store, Zoo.streams());
            List<String> hostile = List.of(
                    "=HYPERLINK(\"http://x\")",
                    "'=1+1",
                    "<script>alert(1)</script>",
                    "a,b\n\"c\"\n# no comment",
                    "x".repeat(100_000),
                    "\u0001\u001b[31m\u0007",
                    " leading and trailing ",
                    "＝１＋１");
            String before = "";
            int seen = 1;
            for (String text : hostile) {
                CaseEdit edit = new CaseEdit.Cell("processes", "mine-a", "note", before, text);
                Saving saving = book.save(seen, CaseVersion.Kind.EDIT, List.of(edit), AT);
                if (saving instanceof Saving.Saved done) {
                    seen++;
                    before = text;
                    CaseFile read = CaseReader.read(Path.of(done.known().argument()))
                            .clean()
                            .orElseThrow();
                    assertThat(CaseFingerprint.of(read))
                            .isEqualTo(done.version().hash());
                    assertThat(cell(done.known(), "processes", "mine-a", "note"))
                            .isEqualTo(text);
                } else {
                    assertThat(saving).isInstanceOf(Saving.Faulty.class);
                }
            }
            assertThat(seen).isGreaterThan(5);
        }
    }

    @Test
    void folderOfRandomEditsMustReadAsTheSameCase() {
        Law.of(31, 40).holds(input -> {
            CaseFile file = input.one("world", ZOO).file();
            CaseDraft draft = new CaseDraft(file);
            List<CaseEdit> made = new ArrayList<>();
            for (CaseEdit edit : input.list("edits", 1, 8, each -> edit(each, file))) {
                CaseEdit exact = draft.exact(edit);
                if (draft.apply(exact).isEmpty()) {
                    made.add(exact);
                }
            }
            SortedMap<String, String> texts = draft.texts();
            Optional<CaseFile> after = CaseReader.readText(texts).value();
            assertThat(after).isPresent();
            assertThat(CaseFingerprint.of(CaseReader.readText(CaseDraft.texts(after.get()))
                            .value()
                            .orElseThrow()))
                    .isEqualTo(CaseFingerprint.of(after.get()));
            for (CaseEdit edit : made.reversed()) {
                assertThat(draft.apply(edit.undone())).isEmpty();
            }
            assertThat(CaseFingerprint.of(
                            CaseReader.readText(draft.texts()).value().orElseThrow()))
                    .isEqualTo(CaseFingerprint.of(file));
            CaseDraft again = new CaseDraft(file);
            CaseDiff.of(file, after.get())
                    .forEach(edit -> assertThat(again.apply(edit)).isEmpty());
            assertThat(cells(CaseReader.readText(again.texts()).value().orElseThrow()))
                    .isEqualTo(cells(after.get()));
        });
    }

    /// All rows, without regard to columns in which nothing stands.
    private static Map<String, List<SortedMap<String, String>>> cells(CaseFile file) {
        Map<String, List<SortedMap<String, String>>> all = new TreeMap<>();
        file.raw().tables().forEach((name, table) -> {
            List<SortedMap<String, String>> rows = new ArrayList<>();
            for (int row = 0; row < table.rows(); row++) {
                rows.add(TableDraft.cells(table, row));
            }
            if (!rows.isEmpty()) {
                all.put(name, rows);
            }
        });
        return all;
    }

    private static CaseEdit edit(Input input, CaseFile file) {
        String name = input.one("table", file.raw().names());
        RawTable table = Optional.ofNullable(file.raw().tables().get(name)).orElseThrow();
        int row = input.whole("row", 0, table.rows() - 1);
        SortedMap<String, String> cells = TableDraft.cells(table, row);
        return switch (input.whole("kind", 0, 3)) {
            case 0 -> new CaseEdit.RowRemoved(name, row, cells);
            case 1 -> {
                cells.put("note", "n" + input.whole("copy", 0, 99));
                yield new CaseEdit.RowAdded(name, input.whole("at", 0, table.rows()), cells);
            }
            default -> {
                String column = input.one("column", List.of("note", "source", "cost", "label"));
                String id = TableDraft.id(TableDraft.key(name), cells);
                String text = input.one("text", List.of("7", "=1", "a,b", "二", "'=2", "\"q\"", "5 kt/yr", " x "));
                yield new CaseEdit.Cell(name, id, column, cells.getOrDefault(column, ""), text);
            }
        };
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
