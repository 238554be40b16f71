package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.form.XlsxWriter;
import org.genryu.casefile.read.CaseReader;
import org.genryu.core.Deadline;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.core.disk.Draft;
import org.genryu.report.RunReport;
import org.genryu.report.project.ProjectPage;
import org.genryu.results.RunResult;
import org.genryu.study.RunOptions;
import org.genryu.study.Study;
import org.genryu.value.Valuation;
import org.genryu.value.Valuer;
import org.genryu.value.future.FutureOptions;
import org.genryu.value.project.Project;
import org.genryu.value.project.TermSheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two thousand spoilt tables, scenarios, term sheets and workbooks, ten thousand among the slow tests and a hundred
/// thousand among the long ones: each ends in findings or in an answer, in time, and none in an exception. A failure
/// names the kind and the seed. Rung: random.
class FuzzTest {
    /// Far more than any of them needs, even on a machine that is busy with other things [s].
    private static final double LONGEST = 120;

    @TempDir
    Path folder = Path.of("");

    private final Map<String, String> kase = FuzzCase.files();
    private final Map<String, String> sheets = FuzzCase.sheets();

    private interface Kind {
        void run(Mutant mutant, long seed) throws IOException;
    }

    private static void none(String name, int from, int count, Kind kind) {
        List<String> escaped = new ArrayList<>();
        for (long seed = from; seed < from + count; seed++) {
            long now = seed;
            try {
                Deadline.in(LONGEST).over(() -> {
                    kind.run(new Mutant(now), now);
                    return true;
                });
            } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
                StackTraceElement[] at = e.getStackTrace();
                escaped.add("%s %d: %s at %s"
                        .formatted(
                                name, seed, e, at.length == 0 ? "?" : at[0] + " < " + at[Math.min(3, at.length - 1)]));
            }
        }
        assertThat(escaped).as("%s: %d mutants from seed %d", name, count, from).isEmpty();
    }

    /// Else the mutants would show nothing.
    @Test
    void whatIsSpoiltMustBeSound() {
        Outcome<CaseFile> read = CaseReader.readText(kase);
        assertThat(read.findings().stream()
                        .filter(f -> f.severity() == Finding.Severity.ERROR)
                        .map(f -> f.in(Lang.EN)))
                .isEmpty();
        CaseFile file = read.clean().orElseThrow();
        for (RunOptions question : List.of(RunOptions.BASE, RunOptions.BASE.in("s"))) {
            Outcome<RunResult> run = Study.answer(file, List.of(), question, "0", ProgressReport.SILENT);
            assertThat(run.findings().stream().map(f -> f.in(Lang.EN))).isEmpty();
            assertThat(run.value().orElseThrow().status()).isEqualTo("optimal");
        }
        sheets.forEach((name, text) -> assertThat(Project.read(name, text).findings().stream()
                        .filter(f -> f.severity() == Finding.Severity.ERROR)
                        .map(f -> f.in(Lang.EN)))
                .as(name)
                .isEmpty());
    }

    @Test
    void spoiltTables() {
        none("tables", 0, 1_200, this::table);
    }

    @Test
    void spoiltScenarios() {
        none("scenarios", 0, 300, this::scenario);
    }

    @Test
    void spoiltTermSheets() {
        none("sheets", 0, 260, this::sheet);
    }

    @Test
    void spoiltWorkbooks() throws IOException {
        Path sound = workbook();
        none("workbooks", 0, 240, (mutant, _) -> workbook(mutant, sound));
    }

    /// First seed of the three thousand, and of the hundred thousand.
    private static final int MORE = 10_000;

    private static final int MANY = 1_000_000;

    @Test
    @Tag("slow")
    void threeThousandSpoiltFiles() throws IOException {
        spoilt(MORE, 3);
    }

    @Test
    @Tag("long")
    void hundredThousandSpoiltFiles() throws IOException {
        spoilt(MANY, 100);
    }

    /// @param times thousands of files
    private void spoilt(int from, int times) throws IOException {
        none("tables", from, 600 * times, this::table);
        none("scenarios", from, 150 * times, this::scenario);
        none("sheets", from, 130 * times, this::sheet);
        Path sound = workbook();
        none("workbooks", from, 120 * times, (mutant, _) -> workbook(mutant, sound));
    }

    private void table(Mutant mutant, long seed) throws IOException {
        Map<String, String> files = new TreeMap<>(kase);
        String name = mutant.one(kase.keySet().stream()
                .filter(file -> !file.startsWith("scenarios/"))
                .toList());
        String text = files.getOrDefault(name, "");
        files.put(name, name.endsWith(".yaml") ? mutant.yaml(text) : mutant.table(text));
        answer(CaseReader.readText(files), seed);
    }

    private void scenario(Mutant mutant, long seed) throws IOException {
        Map<String, String> files = new TreeMap<>(kase);
        files.put("scenarios/s.yaml", mutant.yaml(files.getOrDefault("scenarios/s.yaml", "")));
        answer(CaseReader.readText(files), seed);
    }

    private void sheet(Mutant mutant, long seed) throws IOException {
        String name = mutant.one(List.copyOf(sheets.keySet()));
        String text = mutant.yaml(sheets.getOrDefault(name, ""));
        TermSheet.read(name, text).findings().forEach(FuzzTest::told);
        Outcome<Project> project = Project.read(name, text);
        project.findings().forEach(FuzzTest::told);
        if (project.clean().isPresent()) {
            FutureOptions few = new FutureOptions(seed, 16, 1);
            Valuation valuation = Valuer.value(project.clean().get(), new Valuer.Options(few, List.of()));
            if (seed % 8 == 0) {
                ProjectPage.of(TermSheet.read(name, text).value().orElseThrow(), valuation, Lang.EN, "0");
                org.genryu.value.book.CashFlowWorkbook.write(valuation.base(), Lang.JA, new ByteArrayOutputStream());
            }
        }
    }

    private Path workbook() throws IOException {
        CaseFile sound = CaseReader.readText(kase).clean().orElseThrow();
        try (Draft to = Draft.file(folder.resolve("sound.xlsx"))) {
            return XlsxWriter.write(sound.raw(), to).clean().orElseThrow();
        }
    }

    private void workbook(Mutant mutant, Path sound) throws IOException {
        byte[] bytes = Files.readAllBytes(sound);
        Path spoilt = folder.resolve("spoilt.xlsx");
        Files.write(spoilt, mutant.below(3) == 0 ? mutant.bytes(bytes) : parts(mutant, bytes));
        answer(CaseReader.readWorkbook(spoilt), 1);
    }

    /// One of the XML parts spoilt, and the whole packed again.
    private static byte[] parts(Mutant mutant, byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        String name = mutant.one(List.copyOf(parts.keySet()));
        String text = new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
        parts.put(name, mutant.xml(text).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    /// All findings in both languages; of a sound case the base or a scenario, calibrated or plain, and sometimes
    /// its files.
    private void answer(Outcome<CaseFile> read, long seed) throws IOException {
        read.findings().forEach(FuzzTest::told);
        Optional<CaseFile> file = read.clean();
        if (file.isEmpty()) {
            return;
        }
        RunOptions question =
                seed % 2 == 0 || file.get().scenario("s").isEmpty() ? RunOptions.BASE : RunOptions.BASE.in("s");
        RunOptions asked = seed % 3 == 0 ? question.with(question.options().uncalibrated()) : question;
        Outcome<RunResult> run = Study.answer(file.get(), read.findings(), asked, "0", ProgressReport.SILENT);
        run.findings().forEach(FuzzTest::told);
        if (run.value().isPresent() && seed % 16 == 0) {
            RunReport.write(folder.resolve("out"), run.value().get(), seed % 32 == 0 ? Lang.EN : Lang.JA);
        }
    }

    private static void told(Finding finding) {
        assertThat(finding.in(Lang.EN)).isNotEmpty();
        assertThat(finding.in(Lang.JA)).isNotEmpty();
    }
}
