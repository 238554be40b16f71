package org.genryu.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genryu.casefile.form.ReadLimits;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a hostile or mistaken file may cost: one finding. Rung: by hand.
class HardeningTest {
    @TempDir
    Path folder = Path.of("");

    private void write(Small small) throws IOException {
        for (var file : small.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, file.getValue());
        }
    }

    private List<String> read(ReadLimits limits) {
        return Small.texts(CaseReader.read(folder, limits), Lang.EN);
    }

    @Test
    void aFileOfTwoGigabytesMustBeRefusedByItsSizeUnread() throws IOException {
        write(Small.years());
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("sources.csv").toFile(), "rw")) {
            sparse.setLength(2L << 30);
        }
        assertThat(read(ReadLimits.STANDARD))
                .containsExactly(
                        "File 'sources.csv': size is 2147483648 bytes; it must be 268435456 or less. The file was not read. [sources.csv] Maybe split the table or leave out rows that the case does not need.");
    }

    @Test
    void manyFilesTogetherMustBeRefusedToo() throws IOException {
        write(Small.years());
        Files.writeString(folder.resolve("sources.csv"), "x".repeat(5000));
        assertThat(read(new ReadLimits(1 << 20, 4000, 100, 100, 1000, 100)))
                .contains(
                        "File 'sources.csv': the files of the case are larger than 4000 bytes together. The file was not read. [sources.csv] Maybe leave out files that the case does not need.");
        assertThat(read(new ReadLimits(1 << 20, 1 << 20, 100, 100, 10_000, 3)).getFirst())
                .contains("it holds more than 3 files");
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderMustNotBeFollowed(@TempDir Path outside) throws IOException {
        write(Small.years());
        Files.writeString(outside.resolve("secret.csv"), "source\nsecret\n");
        Files.createSymbolicLink(folder.resolve("sources.csv"), outside.resolve("secret.csv"));
        Files.createSymbolicLink(folder.resolve("scenarios"), outside);
        Files.createDirectory(folder.resolve("bills.csv"));
        assertThat(read(ReadLimits.STANDARD))
                .containsExactlyInAnyOrder(
                        "File 'bills.csv': it is no plain file. It was not read. [bills.csv] Maybe put a copy of the file itself here.",
                        "File 'sources.csv': it is a link; a case holds plain files only, none that lead out of its folder. It was not read. [sources.csv] Maybe put a copy of the file itself here.",
                        "File 'scenarios': it is a link; a case holds plain files only, none that lead out of its folder. It was not read. [scenarios] Maybe put a copy of the file itself here.");
    }

    @Test
    void aFolderThatIsNotThereMustBeAFinding() {
        Outcome<CaseFile> outcome = CaseReader.read(folder.resolve("nowhere"));
        assertThat(outcome.value()).isEmpty();
        assertThat(outcome.findings().getFirst().in(Lang.JA))
                .endsWith("そのようなフォルダーはありません。 [" + folder.resolve("nowhere")
                        + "] 対処案: 綴りを確かめるか、`genryu cases` で組み込みケースを確認してください。");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsMustBeAccepted() throws IOException {
        write(Small.years());
        Files.writeString(
                folder.resolve("sources.csv"), "\uFEFFsource,title\r\na,\"two\r\nlines\"\r\n# remark\r\nb,\uFFFD\r\n");
        Outcome<CaseFile> outcome = CaseReader.read(folder);
        assertThat(Small.texts(outcome, Lang.EN)).isEmpty();
        CaseTable sources = outcome.value().orElseThrow().table("sources");
        assertThat(sources.names()).containsExactly("a", "b");
        assertThat(sources.words("title")).containsExactly("two\r\nlines", "\uFFFD");
        assertThat(sources.raw().line(1)).isEqualTo(5);
    }

    @Test
    void longCellsManyRowsAndManyColumnsMustBeRefused() throws IOException {
        write(Small.years()
                .with("sources.csv", "source,title\na," + "x".repeat(40_000) + "\n")
                .with("straits.csv", "strait\n" + "a\n".repeat(50))
                .with("parties.csv", "party" + ",x".repeat(60) + "\n"));
        List<String> said = read(new ReadLimits(1 << 20, 1 << 20, 20, 50, 20_000, 100));
        assertThat(said)
                .contains(
                        "File 'sources.csv': a cell has 40000 characters; it must have 20000 or fewer. It is taken as blank. [sources.csv:2 title] Maybe a quote (\") is missing further up.",
                        "File 'straits.csv': it has more than 20 rows; reading stopped here. [straits.csv:21] Maybe split the case.",
                        "File 'parties.csv': it has 61 columns; it must have 50 or fewer. [parties.csv:1] Maybe the separator is wrong.");
    }

    @Test
    void aliasesThatExplodeMustBeRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i)).append(("*a" + (i - 1) + ", ").repeat(9));
            bomb.append("*a").append(i - 1).append("]\n");
        }
        assertThat(Small.years()
                        .with("case.yaml", bomb.toString())
                        .findings(Lang.EN)
                        .getFirst())
                .isEqualTo(
                        "File 'case.yaml': it has more than 400000 nodes; reading stopped here. [case.yaml:5] Maybe the file was made by a program that went wrong.");
        String many = "a: &a [x]\nb: [" + "*a, ".repeat(60) + "*a]\n";
        assertThat(Small.years().with("case.yaml", many).findings(Lang.JA).getFirst())
                .isEqualTo(
                        "ファイル「case.yaml」: 別名（*…）の数が 50 を超えました。ここで読み込みを止めました。 [case.yaml:2] 対処案: ファイルを作ったプログラムの誤りが疑われます。");
    }

    @Test
    void deepNestingAndSeveralDocumentsMustBeRefused() {
        assertThat(Small.years()
                        .with("case.yaml", "a: " + "[".repeat(10_000))
                        .findings(Lang.EN)
                        .getFirst())
                .isEqualTo(
                        "File 'case.yaml': it is nested more than 40 deep; reading stopped here. [case.yaml:1] Maybe the file was made by a program that went wrong.");
        assertThat(Small.years()
                        .with("case.yaml", "a: 1\n---\nb: 2\n")
                        .findings(Lang.JA)
                        .getFirst())
                .isEqualTo("ファイル「case.yaml」: 複数の文書（`---`）があります。一つでなければなりません。 [case.yaml:2] 対処案: 文書ごとにファイルを分けてください。");
        assertThat(Small.years()
                        .with("case.yaml", "a: " + "x".repeat(1_100_000))
                        .findings(Lang.EN)
                        .getFirst())
                .contains("it has more than 1048576 characters");
        assertThat(Small.years()
                        .with("case.yaml", "a: !!java.net.URL [x]\n")
                        .read()
                        .hasErrors())
                .isTrue();
        assertThat(Small.years()
                        .with("case.yaml", "&a a: *b\n")
                        .findings(Lang.EN)
                        .getFirst())
                .contains("undefined alias");
    }

    @Test
    void thirtyFaultsMustGiveThirtyFindingsInOneRun() {
        StringBuilder table =
                new StringBuilder("process,place,recipe,status,capacity,cost,min_use,first,last,reserve,life\n");
        List<String> wrong = List.of(
                ",mine,dig,operating,1,1,0,,,,",
                "Bad Id,mine,dig,operating,1,1,0,,,,",
                "pit,mine,dig,operating,1,1,0,,,,",
                "pit,mine,dig,operating,1,1,0,,,,",
                "c,mien,dig,operating,1,1,0,,,,",
                "d,,dig,operating,1,1,0,,,,",
                "e,mine,digg,operating,1,1,0,,,,",
                "f,mine,,operating,1,1,0,,,,",
                "g,mine,dig,open,1,1,0,,,,",
                "h,mine,dig,operating,-1,1,0,,,,",
                "i,mine,dig,operating,many,1,0,,,,",
                "j,mine,dig,operating,1 GWh,1,0,,,,",
                "k,mine,dig,operating,1,abc,0,,,,",
                "l,mine,dig,operating,1,1 EUR,0,,,,",
                "m,mine,dig,operating,1,=A1,0,,,,",
                "n,mine,dig,operating,1,1,2,,,,",
                "o,mine,dig,operating,1,1,-0.1,,,,",
                "p,mine,dig,operating,1,1,0,soon,,,",
                "q,mine,dig,operating,1,1,0,,2027-13,,",
                "r,mine,dig,operating,1,1,0,2030,2029,,",
                "s,mine,dig,operating,1,1,0,,,-5,",
                "t,mine,dig,operating,1,1,0,,,x,",
                "u,mine,dig,operating,1,1,0,,,,0",
                "v,mine,dig,operating,1,1,0,,,,-3",
                "w,mine,dig,operating,1,1,0,,,,500",
                "x,mine,dig,operating,1,1,0,,,,,,",
                "y,mine,dig,operating,1,1,0",
                "z,mine,dig,planned,1,1,0,,,,",
                "aa,mine,dig,candidate,1,1,0,,,,",
                "ab,port,dig,operating,1..0,1,0,,,,",
                "ac,port,dig,operating,1,1-2,0,,,,",
                "ad,@port,dig,operating,1,1,0,,,,");
        wrong.forEach(row -> table.append(row).append('\n'));
        Outcome<CaseFile> outcome =
                Small.years().with("processes.csv", table.toString()).read();
        assertThat(outcome.findings())
                .hasSizeGreaterThanOrEqualTo(30)
                .allMatch(f -> f.place().line() > 1);
        assertThat(outcome.findings().stream()
                        .map(f -> f.place().line())
                        .distinct()
                        .count())
                .isGreaterThanOrEqualTo(30);
        assertThat(outcome.findings())
                .allMatch(f -> f.place().file().equals("processes.csv"))
                .allMatch(f -> !f.problem().en().equals(f.problem().ja()));
        assertThat(outcome.hasErrors()).isTrue();
        assertThat(outcome.value().orElseThrow().sound()).isFalse();
    }

    @Test
    void moreFindingsThanAnybodyReadsMustBeCounted() {
        Outcome<CaseFile> outcome = Small.years()
                .with("bills.csv", "product,commodity,amount\n" + "x,nothing,-1\n".repeat(8000))
                .read();
        assertThat(outcome.findings()).hasSize(CaseFindings.SHOWN + 1);
        Finding last = outcome.findings().getLast();
        assertThat(last.in(Lang.EN))
                .isEqualTo("Check: 13999 more findings are not shown; correct the first 10000 and check again.");
        assertThat(outcome.hasErrors()).isTrue();
    }
}
