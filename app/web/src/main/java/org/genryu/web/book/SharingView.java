package org.genryu.web.book;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.cases.BuiltInCases;
import org.genryu.core.ContentHash;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.write.FigureTable;
import org.genryu.web.http.ExportForm;
import org.genryu.web.http.Imprint;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.ZippedFiles;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.job.JobState;
import org.genryu.web.page.PageFrame;
import org.genryu.web.page.WebDesk;
import org.genryu.web.page.WebPage;
import org.genryu.web.world.KnownCase;

/// Who may see what, and what exactly would leave the building? The package of a case, with a run if one is chosen, row
/// by row before it leaves.
final class SharingView {
    private static final String RUN = "run";
    private static final String MANIFEST = "manifest.csv";
    private static final Text CHOOSE = new Text("With the run", "添える実行結果");
    private static final Text NO_RUN = new Text("the case alone", "ケースのみ");
    private static final Text SHOW = new Text("Show what would leave", "外に出るものを表示");
    private static final Text LEAVES = new Text("What would leave: %s files, %s", "外に出るもの：%s ファイル、%s");
    private static final Text PACKAGE = new Text("Download the package (zip)", "パッケージをダウンロード（zip）");
    private static final Text NOT_THERE = new Text(
            "Not there yet: nothing is held back by its label, nothing is redacted, nothing is encrypted or signed. Who gets this file can read all of it. Labels of rows are shown so that a person can decide.",
            "まだない機能：ラベルによる除外、墨消し、暗号化、署名はありません。受け取った人はすべてを読めます。行のラベルは、人が判断するために表示しています。");
    private static final Text LABELLED = new Text(
            "Some rows carry a label. Look at the files marked below before you send this.",
            "ラベルの付いた行があります。送る前に、下の表で印のあるファイルを確かめてください。");
    private static final Text HASHED = new Text(
            "In the package, %s names each file with its size and SHA-256, and export.json the case with its hash, the run, the date and the label.",
            "パッケージ内の %s に各ファイルの大きさとSHA-256を、export.json にケースとそのハッシュ、計算、日付、公開区分を記します。");

    private final WebDesk desk;

    SharingView(WebDesk desk) {
        this.desk = desk;
    }

    /// What would leave, by name.
    /// @param labels of its rows; empty if none has one
    private record Leaving(byte[] content, String labels) {
        String hash() {
            return ContentHash.of(content);
        }
    }

    void show(WebCall call) throws Exception {
        PageFrame frame = new PageFrame(desk, call, WebPage.SHARING);
        KnownCase shown = frame.shown();
        Optional<Job> run = run(call, shown);
        SortedMap<String, Leaving> leaving = leaving(shown, run);
        boolean labelled =
                leaving.values().stream().anyMatch(one -> !one.labels().isEmpty());
        long bytes =
                leaving.values().stream().mapToLong(one -> one.content().length).sum();
        call.page(frame.of(html -> {
            html.leaf("p", LEAVES.in(call.lang()).formatted(leaving.size(), size(bytes)), "class", "lead");
            html.leaf("p", NOT_THERE.in(call.lang()), "class", "warn");
            if (labelled) {
                html.leaf("p", LABELLED.in(call.lang()), "class", "warn");
            }
            html.open("form", "method", "get", "action", WebPage.SHARING.path(), "class", "next");
            call.state().settings().forEach((name, value) -> {
                if (!name.equals(RUN)) {
                    html.empty("input", "type", "hidden", "name", name, "value", value);
                }
            });
            html.open("label").text(CHOOSE.in(call.lang()) + " ").open("select", "name", RUN);
            PageFrame.option(html, "", NO_RUN.in(call.lang()), run.isEmpty());
            for (Job job : runs(shown)) {
                PageFrame.option(
                        html,
                        job.id(),
                        desk.shown(job.question().typed()),
                        run.filter(one -> one.id().equals(job.id())).isPresent());
            }
            html.close("select").close("label");
            html.leaf("button", SHOW.in(call.lang()), "class", "second").close("form");
            PageFigure.table(html, call.lang(), SHOW.in(call.lang()), table(call, leaving), true);
            html.leaf("p", HASHED.in(call.lang()).formatted(MANIFEST), "class", "soft");
            html.open("p")
                    .leaf(
                            "a",
                            PACKAGE.in(call.lang()),
                            "class",
                            "button",
                            "href",
                            call.state()
                                    .at("/share/package.zip")
                                    .with(RUN, run.map(Job::id).orElse(""))
                                    .address())
                    .close("p");
        }));
    }

    private static FigureTable table(WebCall call, SortedMap<String, Leaving> leaving) {
        FigureTable table = new FigureTable(
                "package",
                3,
                new Text("File", "ファイル").in(call.lang()),
                new Text("Labels of rows", "行のラベル").in(call.lang()),
                "SHA-256",
                new Text("Bytes", "バイト").in(call.lang()));
        leaving.forEach((name, one) -> table.row(
                FigureTable.word(name),
                FigureTable.word(Imprint.shown(one.labels()).in(call.lang())),
                FigureTable.word(one.hash()),
                FigureTable.number(NumberText.number(one.content().length), one.content().length)));
        return table;
    }

    private static String size(long bytes) {
        return bytes < 100_000
                ? NumberText.number(bytes) + " B"
                : NumberText.number(Math.floorDiv(bytes, 1000L)) + " kB";
    }

    // ---------------------------------------------------------------- what leaves

    /// The runs of this version of the case that have an answer.
    private List<Job> runs(KnownCase shown) {
        return desk.jobs().jobs().stream()
                .filter(job -> job.state() instanceof JobState.Done)
                .filter(job -> job.question().subject().equals(shown.hash()))
                .toList();
    }

    private Optional<Job> run(WebCall call, KnownCase shown) {
        return call.setting(RUN)
                .flatMap(id ->
                        runs(shown).stream().filter(job -> job.id().equals(id)).findFirst());
    }

    private static SortedMap<String, Leaving> leaving(KnownCase shown, Optional<Job> run) throws IOException {
        SortedMap<String, Leaving> all = new TreeMap<>();
        for (Map.Entry<String, byte[]> one : files(shown).entrySet()) {
            all.put("case/" + one.getKey(), new Leaving(one.getValue(), labels(shown, one.getKey())));
        }
        if (run.isPresent()) {
            Path out = run.get().folder().out();
            if (Files.isDirectory(out)) {
                try (Stream<Path> files = Files.list(out)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        all.put("run/" + file.getFileName(), new Leaving(Files.readAllBytes(file), ""));
                    }
                }
            }
        }
        return all;
    }

    private static Map<String, byte[]> files(KnownCase shown) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (shown.example()) {
            BuiltInCases.files(shown.id())
                    .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
            return files;
        }
        Path path = Path.of(shown.argument());
        if (Files.isRegularFile(path)) {
            files.put(path.getFileName().toString(), Files.readAllBytes(path));
            return files;
        }
        // of a folder what belongs to a case, and nothing else that may lie in it
        for (String folder : List.of("", "scenarios", "projects")) {
            Path of = path.resolve(folder);
            if (Files.isDirectory(of)) {
                try (Stream<Path> found = Files.list(of)) {
                    for (Path file : found.filter(Files::isRegularFile)
                            .filter(one -> one.toString().matches(".*\\.(csv|yaml)"))
                            .sorted(Comparator.naturalOrder())
                            .toList()) {
                        files.put(path.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                    }
                }
            }
        }
        return files;
    }

    /// Which labels the rows of a table carry.
    private static String labels(KnownCase shown, String file) {
        String name = file.replaceFirst("\\.csv$", "");
        RawTable table = shown.file().raw().tables().get(name);
        return table == null ? "" : String.join(", ", table.words(CaseSchema.LABEL));
    }

    /// The package as one file.
    void download(WebCall call) throws Exception {
        KnownCase shown = desk.chosen(call);
        Optional<Job> run = run(call, shown);
        SortedMap<String, Leaving> leaving = leaving(shown, run);
        Map<String, ZippedFiles.Content> files = new LinkedHashMap<>();
        files.put(MANIFEST, () -> manifest(leaving).getBytes(StandardCharsets.UTF_8));
        leaving.forEach((name, one) -> files.put(name, one::content));
        call.export(
                run.isPresent() ? desk.imprint(run.get()) : desk.imprint(shown),
                "genryu-" + shown.id() + "-" + shown.hash().substring(0, 12) + ".zip",
                new ExportForm.Zip(files));
    }

    private static String manifest(SortedMap<String, Leaving> leaving) {
        StringBuilder text = new StringBuilder("file,bytes,sha256,labels\r\n");
        leaving.forEach((name, one) -> text.append(name)
                .append(',')
                .append(one.content().length)
                .append(',')
                .append(one.hash())
                .append(",\"")
                .append(one.labels())
                .append("\"\r\n"));
        return text.toString();
    }
}
