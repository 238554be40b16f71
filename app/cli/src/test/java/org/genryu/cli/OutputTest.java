package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.genryu.cli.console.Console;
import org.genryu.cli.console.ConsoleWriter;
import org.genryu.core.Lang;
import org.genryu.core.disk.Draft;
import org.genryu.results.JsonDocument;
import org.genryu.study.SolvedCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where answers may go, and what becomes of what was there before. Rung: by hand.
class OutputTest {
    @TempDir
    private Path folder;

    private String small() {
        return SmallCases.sound().in(folder.resolve("small"));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static void refused(String words, String... line) {
        Session session = Session.of(line);
        assertThat(session.err()).contains(words).doesNotContain("balancing", "Exception");
        assertThat(session.code()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
    }

    @Test
    void aRunMustReplaceTheResultOfAnotherAndKeepTheNotesBesideIt() throws IOException {
        assertThat(Session.of("run", small(), "--out", at("out")).code()).isZero();
        Files.writeString(folder.resolve("out/notes.txt"), "mine");
        assertThat(Session.of("run", small(), "--out", at("out"), "--scenario", "closed")
                        .code())
                .isZero();
        assertThat(Whole.record(folder.resolve("out"), "notes.txt")
                        .get("scenario")
                        .asString())
                .isEqualTo("closed");
        assertThat(folder.resolve("out/notes.txt")).hasContent("mine");
        assertThat(Session.of("balance", small(), "--out", at("out")).code()).isZero();
        assertThat(Whole.record(folder.resolve("out"), "notes.txt").get("files").has("report.html"))
                .isFalse();
        assertThat(Whole.names(folder)).containsExactly("out", "small");
    }

    @Test
    void theTablesOfAnEarlierRunMustNotStandBesideAVerdictWithoutTables() throws IOException {
        assertThat(Session.of("run", small(), "--out", at("out")).code()).isZero();
        String clash = SmallCases.sound()
                .with("demands.csv", "demand,place,use,commodity,amount\nneed,town,tools,ore,95\n")
                .in(folder.resolve("clash"));
        assertThat(Session.of("run", clash, "--out", at("out")).code()).isEqualTo(3);
        assertThat(Whole.record(folder.resolve("out")).get("status").asString()).isEqualTo("infeasible");
        assertThat(Whole.names(folder.resolve("out"))).containsExactly("report.html", "run.json");
    }

    @Test
    void inputWithErrorsMustLeaveTheEarlierResultAlone() throws IOException {
        assertThat(Session.of("run", small(), "--out", at("out")).code()).isZero();
        String spoilt = SmallCases.sound().with("places.csv", "place\nmine\n").in(folder.resolve("spoilt"));
        assertThat(Session.of("run", spoilt, "--out", at("out")).code()).isEqualTo(1);
        Whole.record(folder.resolve("out"));
        assertThat(Session.of("run", spoilt, "--out", at("deep/er")).code()).isEqualTo(1);
        assertThat(Whole.names(folder)).containsExactly("out", "small", "spoilt");
    }

    @Test
    void aProjectMustBeAResultLikeAnyOther() throws IOException {
        assertThat(Session.of("value", "nolans", "--futures", "64", "--out", at("out"))
                        .code())
                .isZero();
        assertThat(Whole.record(folder.resolve("out")).get("status").asString()).isEqualTo("valued");
        assertThat(Session.of("run", small(), "--out", at("out")).code()).isZero();
        Whole.record(folder.resolve("out"));
    }

    @Test
    void aTraceMustBeAResultLikeAnyOther() throws IOException {
        assertThat(Session.of("trace", small(), "--place", "town", "--commodity", "ore", "--out", at("out"))
                        .code())
                .isZero();
        Whole.record(folder.resolve("out"));
        assertThat(Whole.names(folder.resolve("out"))).containsExactly("exposure.csv", "run.json");
    }

    @Test
    void resultsMustNotGoIntoACase() throws IOException {
        String mine = small();
        Files.writeString(folder.resolve("small/prices.csv"), "place,commodity,price\n");
        String sentence = "genryu: '" + mine
                + "' is a case (it holds case.yaml); results go into a folder of their own. Maybe '" + mine + "-out'.";
        refused(sentence, "run", mine, "--out", mine);
        refused(sentence, "balance", mine, "--out", mine);
        refused(sentence, "value", "nolans", "--out", mine);
        refused(sentence, "trace", mine, "--place", "town", "--commodity", "ore", "--out", mine);
        assertThat(folder.resolve("small/prices.csv")).hasContent("place,commodity,price\n");
    }

    @Test
    void aNameThatIsNoPlaceMustBeRefusedBeforeAnythingIsSolved() throws IOException {
        String mine = small();
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("other/prices.csv"), "mine");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("other"));
        refused("'' is no name to write to; give the name of a folder or file.", "run", mine, "--out", "");
        refused("'/' is no name to write to", "run", mine, "--out", "/");
        refused("Maybe '" + mine + "-out'.", "run", mine, "--out", at("small/."));
        refused("Maybe '" + mine + "-out'.", "run", mine, "--out", at("small/scenarios/.."));
        refused("holds files that are no result of genryu, such as 'prices.csv'", "run", mine, "--out", at("other"));
        refused("is a link, and links are not followed", "run", mine, "--out", at("link"));
        refused("is a file; it must be a folder.", "run", mine, "--out", at("other/prices.csv"));
        refused("'' is no name to write to", "init", "");
        refused("'' is no name to write to", "export", mine, "");
        refused("'' is no name to write to", "import", mine, "");
        assertThat(folder.resolve("other/prices.csv")).hasContent("mine");
        Session japanese = Session.of("run", mine, "--out", mine, "--lang", "ja");
        assertThat(japanese.err())
                .contains("genryu: '" + mine + "' はケースのフォルダです(case.yaml があります)。結果は別のフォルダに書き出します。対処案: '" + mine
                        + "-out'。");
    }

    @Test
    void aFolderThatCannotBeMadeMustBeToldBeforeAnythingIsSolved() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Session run = Session.of("run", small(), "--out", file.resolve("out").toString());
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err())
                .startsWith("genryu: '" + file.resolve("out") + "' cannot be created: ")
                .doesNotContain("Exception", "reading");
        Session japanese = Session.of("run", small(), "--json", "--lang", "ja", "--out", at("file/out"));
        assertThat(japanese.json().get("status").asString()).isEqualTo("unwritten");
        assertThat(japanese.json().get("message").asString()).startsWith("'" + at("file/out") + "' を作成できません(");
    }

    @Test
    void importAndExportMustNotBlendIntoACase() throws IOException {
        String mine = small();
        String other = SmallCases.sound()
                .with("places.csv", "place\nmine\ntown\nport\n")
                .in(folder.resolve("other"));
        for (String command : List.of("import", "export")) {
            refused("is there already; it must be a new name or an empty folder.", command, mine, other);
        }
        refused("is there already; it must be a new name or an empty folder.", "init", other, "--from", "alliance");
        assertThat(Files.readString(folder.resolve("other/places.csv"))).contains("port");
        Files.createDirectory(folder.resolve("empty"));
        assertThat(Session.of("import", mine, at("empty")).code()).isZero();
        assertThat(Session.of("check", at("empty")).code()).isZero();
        refused("is a folder; it must be the name of a file.", "export", mine, other, "--format", "xlsx");
    }

    @Test
    void aFileThatIsExportedMustReplaceTheEarlierOneWholeAndFollowNoLink() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "untouched");
        for (String name : List.of("small.xlsx", "small.lp", "small.mps")) {
            Files.createSymbolicLink(folder.resolve(name), victim);
            assertThat(Session.of("export", small(), at(name)).code()).isZero();
            assertThat(victim).hasContent("untouched");
            assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                    .isEqualTo(Files.getPosixFilePermissions(victim));
        }
        assertThat(Session.of("check", at("small.xlsx")).code()).isZero();
        refused("is there already; it must be a new name.", "init", at("small.xlsx"));
        assertThat(Whole.names(folder)).containsExactly("small", "small.lp", "small.mps", "small.xlsx", "victim");
    }

    @Test
    void aSecondRunIntoTheSameFolderMustBeToldAtOnce() throws IOException {
        try (Draft first = Draft.result(folder.resolve("out"), Set.of("run.json"))) {
            Session second = Session.of("run", small(), "--out", first.shown().toString());
            assertThat(second.code()).isEqualTo(5);
            assertThat(second.err())
                    .isEqualTo("genryu: '" + first.shown()
                            + "' is being written by another run. Wait until it has ended, or give another name.\n");
        }
        assertThat(Session.of("run", small(), "--out", at("out")).code()).isZero();
    }

    private static OutputStream broken(String why) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(why);
            }
        };
    }

    private static Session into(OutputStream out, Lang lang, String... line) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console desk = new Console(
                new ConsoleWriter(out, StandardCharsets.UTF_8),
                new ConsoleWriter(err, StandardCharsets.UTF_8),
                false,
                lang);
        int code = new GenryuCli(desk).run(List.of(line));
        return new Session(code, "", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anAnswerThatCannotBeWrittenMustNotBeASuccess() {
        for (List<String> line : List.of(
                List.of("cases"),
                List.of("--help"),
                List.of("--version", "--json"),
                List.of("completion"),
                List.of("check", small()),
                List.of("check", small(), "--json"),
                List.of("balance", small(), "--json", "--quiet"),
                List.of("balance", small()))) {
            Session full = into(broken("No space left on device"), Lang.EN, line.toArray(String[]::new));
            assertThat(full.code()).as(line.toString()).isEqualTo(5);
            assertThat(full.err())
                    .endsWith(
                            "genryu: The answer could not be written to standard output (No space left on device).\n");
        }
        assertThat(into(broken("Bad file descriptor"), Lang.JA, "cases").err())
                .isEqualTo("genryu: 標準出力に結果を書き込めませんでした(Bad file descriptor)。\n");
    }

    /// What a command says whose answer nobody reads, until the process is ended.
    private Session stuck(String... line) {
        CountDownLatch ended = new CountDownLatch(1);
        List<Integer> codes = new ArrayList<>();
        OutputStream unread = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                try {
                    ended.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console desk = new Console(
                new ConsoleWriter(unread, StandardCharsets.UTF_8),
                new ConsoleWriter(err, StandardCharsets.UTF_8),
                false,
                Lang.EN);
        GenryuCli program = new GenryuCli(
                desk,
                Optional.of(code -> {
                    codes.add(code);
                    ended.countDown();
                }),
                () -> SolvedCases.NONE);
        program.run(List.of(line));
        assertThat(codes).hasSize(1);
        return new Session(codes.getFirst(), "", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whoDoesNotLookAtTheClockMustBeEnded() throws IOException {
        for (String form : List.of("--quiet", "--json")) {
            Session check = stuck("check", small(), "--time-limit", "5", form);
            assertThat(check.code()).isEqualTo(4);
            assertThat(check.err()).contains("genryu: Time ran out");
        }
    }

    @Test
    void whatIsInPlaceWhenTheTimeIsOverMustBeToldAsKept() throws IOException {
        Session run = stuck("run", small(), "--out", at("out"), "--time-limit", "5", "--quiet");
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .isEqualTo(
                        "genryu: Time ran out; what was found is whole, but for this, which is left out: the answer on standard output.\n");
        Whole.record(folder.resolve("out"));
    }

    @Test
    void aReaderWhoHasReadEnoughNeedsNoWords() {
        Session pipe = into(broken("Broken pipe"), Lang.EN, "cases");
        assertThat(pipe.code()).isEqualTo(5);
        assertThat(pipe.err()).isEmpty();
    }

    @Test
    void noCharacterOfACaseMaySteerATerminal() {
        String evil =
                "\033]0;forged\007\u009b31m\r\u202Eslaf\u2066\u200B\u00AD\uFEFF\u2028\u3164\uDB40\uDC41\nerror: forged";
        String spoilt = SmallCases.sound()
                .with("case.yaml", """
                        id: small
                        title: {en: "One \\e[31m mine \\u202e", ja: "鉱\\u200b山"}
                        currency: USD
                        price_year: 2025
                        discount_rate: 0
                        periods: {first: 2025, last: 2026, step: year}
                        """)
                .with("places.csv", "place,name_en\nmine,x\ntown,\"" + evil + "\"\n\"" + evil + "\",y\n")
                .in(folder.resolve("spoilt"));
        for (List<String> line : List.of(
                List.of("check", spoilt),
                List.of("check", spoilt, "--json"),
                List.of("balance", spoilt),
                List.of("balance", spoilt, "--json"),
                List.of("run", evil),
                List.of(evil),
                List.of("run", "--lang", evil),
                List.of("run", small(), "--out", at("file") + evil + "/x/../../" + evil),
                List.of("run", small(), "--scenario", evil))) {
            for (boolean terminal : List.of(false, true)) {
                Session session = Session.of(Lang.JA, terminal, line.toArray(String[]::new));
                String bar = terminal ? session.err().replace("\r\033[K", "") : session.err();
                (session.out() + bar)
                        .codePoints()
                        .forEach(c -> assertThat(c == '\n' || org.genryu.core.number.UnsafeSigns.isSeen(c))
                                .as("U+%s of %s", Integer.toHexString(c), line)
                                .isTrue());
                assertThat((session.out() + bar).lines()).noneMatch(text -> text.startsWith("error: forged"));
            }
        }
        assertThat(Session.of("check", spoilt, "--json").json().get("errors").asInt())
                .isPositive();
    }

    @Test
    void textsInJsonMustMeanWhatTheyAre() {
        String title = "a\u001b[0m \u202E \u200B \uDB40\uDC41 \u3164 源流 \uD83D\uDE00 é";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ConsoleWriter pen = new ConsoleWriter(out, StandardCharsets.UTF_8);
        try (JsonDocument json = JsonDocument.begin(pen.document(), Lang.EN, () -> pen.own("\n"))) {
            json.text("title", title.repeat(5000)); // beyond every buffer, so that a pair is cut somewhere
        }
        pen.flush();
        String written = out.toString(StandardCharsets.UTF_8);
        assertThat(written)
                .doesNotContain("\u202E", "\u200B", "\u3164", "\uDB40\uDC41")
                .contains("源流 \uD83D\uDE00 é");
        assertThat(new Session(0, written, "").json().get("title").asString()).isEqualTo(title.repeat(5000));
    }

    @Test
    void aWordThatBeginsWithAtMustBeAWord() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "--futures s3cret");
        Session run = Session.of("run", "@" + secret);
        assertThat(run.err() + run.out()).doesNotContain("s3cret").contains("@" + secret);
        assertThat(run.code()).isEqualTo(1);
    }
}
