package org.genryu.casefile.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.Small;
import org.genryu.casefile.read.CaseReader;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables as spreadsheets of many countries save them: read rightly or refused, never read wrongly in silence. Rung: by
/// hand; random against the file that it was made from.
class TextFilesTest {
    @TempDir
    Path folder = Path.of("");

    private static final String PROCESSES = "process;place;recipe;capacity;cost\n";

    private static Outcome<CaseFile> read(String processes) {
        return Small.years().with("processes.csv", processes).read();
    }

    private Outcome<CaseFile> read(String file, byte[] bytes) throws IOException {
        for (var plain : Small.years().files().entrySet()) {
            if (!plain.getKey().startsWith(file.replaceFirst("\\..*", ""))) {
                Files.writeString(folder.resolve(plain.getKey()), plain.getValue());
            }
        }
        Files.write(folder.resolve(file), bytes);
        return CaseReader.read(folder);
    }

    private static List<String> said(Outcome<CaseFile> outcome) {
        return Small.texts(outcome, Lang.EN);
    }

    private static double[] numbers(Outcome<CaseFile> outcome, String column) {
        return outcome.clean().orElseThrow().table("processes").numbers(column).values();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\u00A0", "\u3000", "\u2007", "\u202F", "\u200B", "\u2003", " \uFEFF\u2003"})
    void blanksOfAnyKindAroundAHeadMustBeNoPartOfIt(String blank) {
        String head = blank + "process" + blank + "," + blank + "mine" + blank + ",place,recipe,capacity";
        RawTable table = read(head + "\npit,,mine,dig,100\n")
                .value()
                .orElseThrow()
                .raw()
                .tables()
                .get("processes");
        assertThat(java.util.Objects.requireNonNull(table).head())
                .containsExactly("process", "mine", "place", "recipe", "capacity");
    }

    @Test
    void semicolonsMustBeReadWithANote() {
        Outcome<CaseFile> outcome = read("\uFEFF" + PROCESSES + "pit;mine;dig;100;10 USD/t\nworks;port;smelt;50;5\n");
        assertThat(said(outcome))
                .containsExactly(
                        "File 'processes.csv': its cells are separated by semicolons; it was read so. [processes.csv]");
        assertThat(Small.texts(outcome, Lang.JA))
                .containsExactly("ファイル「processes.csv」: セルの区切りがセミコロンなので、そのように読みました。 [processes.csv]");
        assertThat(numbers(outcome, "cost")).containsExactly(10, 5);
    }

    @Test
    void aLineThatNamesTheSeparatorMustDecide() {
        Outcome<CaseFile> outcome = read("sep=;\r\n" + PROCESSES + "pit;mine;dig;100;1\r\nwoks;port;smlt;50;5\r\n");
        assertThat(said(outcome)).anyMatch(s -> s.contains("[processes.csv:4 recipe]"));
        assertThat(numbers(read("sep=\t\nprocess\tplace\trecipe\tcost\npit\tmine\tdig\t7\n"), "cost"))
                .containsExactly(7);
    }

    @Test
    void decimalCommasMustBeReadByTheEvidenceOfTheWholeFile() {
        Outcome<CaseFile> outcome =
                read(PROCESSES + "pit;mine;dig;1.234;10,5 USD/t\nworks;port;smelt;1.234.567,25;5,5..6,5\n");
        assertThat(said(outcome))
                .containsExactly(
                        "File 'processes.csv': its cells are separated by semicolons; it was read so. [processes.csv]",
                        "File 'processes.csv': its decimal sign is the comma, as in '10,5'; its numbers were read so. [processes.csv:2 cost]");
        assertThat(Small.texts(outcome, Lang.JA))
                .element(1)
                .isEqualTo("ファイル「processes.csv」: 「10,5」のように小数点がコンマなので、数値をそのように読みました。 [processes.csv:2 cost]");
        assertThat(numbers(outcome, "capacity")).containsExactly(1234, 1234567.25);
        assertThat(numbers(outcome, "cost")).containsExactly(10.5, 6);
    }

    @Test
    void pointsInASemicolonFileMustStayPoints() {
        Outcome<CaseFile> outcome = read(PROCESSES + "pit;mine;dig;1,234;10.5\nworks;port;smelt;1.234;5\n");
        assertThat(numbers(outcome, "capacity")).containsExactly(1234, 1.234);
        assertThat(numbers(outcome, "cost")).containsExactly(10.5, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 234,5", "1\u00A0234,5", "1\u202F234,5", "1'234,5"})
    void groupsMayBePartedByBlanks(String written) {
        assertThat(numbers(read(PROCESSES + "pit;mine;dig;" + written + ";0,125\n"), "capacity"))
                .containsExactly(1234.5);
    }

    @Test
    void aNumberThatMayBeEitherMustNotBeGuessed() {
        Outcome<CaseFile> outcome = read(PROCESSES + "pit;mine;dig;1.234;5\n");
        assertThat(said(outcome))
                .contains("File 'processes.csv': capacity is '1.234', which is 1234 or 1.234: nothing in the file says"
                        + " whether its decimal sign is the comma or the point. [processes.csv:2 capacity] Maybe '1234' or"
                        + " '1.2340' is meant.");
        assertThat(Small.texts(outcome, Lang.JA))
                .contains("ファイル「processes.csv」: capacity が「1.234」です。1234 か 1.234 か、ファイルの中に小数点がコンマかピリオドかを示す数値がありません。"
                        + " [processes.csv:2 capacity] 対処案: 「1234」または「1.2340」と書いてください。");
        assertThat(outcome.hasErrors()).isTrue();
        assertThat(read(PROCESSES + "pit;mine;dig;1,234;5\n").hasErrors()).isTrue();
        assertThat(numbers(read(PROCESSES + "pit;mine;dig;1.2340;5\n"), "capacity"))
                .containsExactly(1.234);
    }

    @Test
    void twoDecimalSignsInOneFileMustBeAnError() {
        Outcome<CaseFile> outcome = read(PROCESSES + "pit;mine;dig;1,5;10.5\n");
        assertThat(said(outcome))
                .contains(
                        "File 'processes.csv': '10.5' has a decimal point, but '1,5' on line 2 has a decimal comma;"
                                + " a file must have one decimal sign. [processes.csv:2 cost] Maybe write all numbers with a point.");
        assertThat(Small.texts(outcome, Lang.JA))
                .contains("ファイル「processes.csv」: 「10.5」の小数点はピリオドですが、2 行目の「1,5」ではコンマです。一つのファイルではどちらかに揃えてください。"
                        + " [processes.csv:2 cost] 対処案: すべての数値をピリオドで書いてください。");
        assertThat(outcome.hasErrors()).isTrue();
    }

    @Test
    void aDecimalCommaInACommaFileMustBeRefused() {
        assertThat(said(read("process,place,recipe,cost\npit,mine,dig,\"1,5\"\n")))
                .anyMatch(s -> s.contains("cost is '1,5'; a comma must stand between groups of three digits."));
    }

    @ParameterizedTest
    @CsvSource({
        "processes.csv, UTF-16LE, UTF-16",
        "processes.txt, UTF-16LE, UTF-16",
        "processes.tsv, UTF-16BE, UTF-16",
        "processes.csv, windows-31j, Shift_JIS",
        "processes.csv, windows-1252, Windows-1252"
    })
    void otherCodesMustBeReadWithANote(String file, String charset, String name) throws IOException {
        boolean wide = charset.startsWith("UTF");
        String owner = wide ? "住友 Ö" : name.equals("Shift_JIS") ? "日本製鉄株式会社（東京）" : "Société Générale – Québec";
        String text = (wide ? "\uFEFF" : "")
                + "process\tplace\trecipe\tcapacity\tcost\towner\r\npit\tmine\tdig\t100\t1,5\t" + owner + "\r\n";
        Outcome<CaseFile> outcome = read(file, text.getBytes(Charset.forName(charset)));
        assertThat(said(outcome)).anyMatch(s -> s.contains("it is not UTF-8; it was read as " + name + "."));
        assertThat(Small.texts(outcome, Lang.JA))
                .anyMatch(s -> s.contains("文字コードが UTF-8 ではないため、" + name + " として読みました。"));
        assertThat(said(outcome)).anyMatch(s -> s.contains("separated by tabs"));
        assertThat(outcome.clean().orElseThrow().table("processes").words("owner"))
                .containsExactly(owner);
        assertThat(numbers(outcome, "cost")).containsExactly(1.5);
    }

    @Test
    void utf16WithoutAMarkMustBeKnownByItsZeros() throws IOException {
        String text = "process\tplace\trecipe\tcost\npit\tmine\tdig\t2\n";
        Outcome<CaseFile> outcome = read("processes.csv", text.getBytes(StandardCharsets.UTF_16LE));
        assertThat(numbers(outcome, "cost")).containsExactly(2);
    }

    @Test
    void aCodeThatCannotBeToldMustBeRefused() throws IOException {
        byte[] chinese = "process,place,recipe,owner\npit,mine,dig,中国北方稀土集团\n".getBytes(Charset.forName("GBK"));
        assertThat(said(read("processes.csv", chinese)))
                .contains(
                        "File 'processes.csv': it is not UTF-8, and whether it is Shift_JIS or Windows-1252 cannot be told from it. [processes.csv:2] Maybe save it as \"CSV UTF-8\".");
        assertThat(Small.texts(read("processes.csv", chinese), Lang.JA))
                .contains(
                        "ファイル「processes.csv」: 文字コードが UTF-8 ではなく、Shift_JIS か Windows-1252 かも判別できません。 [processes.csv:2] 対処案: 「CSV UTF-8」形式で保存し直してください。");
    }

    @Test
    void aWorkbookNamedLikeATextMustBeTold() throws IOException {
        assertThat(said(read("processes.csv", new byte[] {'P', 'K', 3, 4, 0, 0})))
                .contains(
                        "File 'processes.csv': it is a workbook or an archive, not a text. It was not read. [processes.csv] Maybe save it as \"CSV UTF-8\".");
    }

    @Test
    void aFileOfAnotherWorldMustNotBlockTheCase() throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.writeBytes("MCS chapter,Section,Value\nABRASIVES,Salient Statistics".getBytes(StandardCharsets.US_ASCII));
        raw.write(0x97);
        raw.writeBytes("United States,\"10,000\"\n".getBytes(StandardCharsets.US_ASCII));
        Files.writeString(folder.resolve("README.csv"), "Notes\nauthor,date,version\n");
        Files.write(folder.resolve("archive.csv"), new byte[] {'P', 'K', 3, 4});
        Outcome<CaseFile> outcome = read("MCS2026.csv", raw.toByteArray());
        assertThat(outcome.clean()).isPresent();
        assertThat(said(outcome))
                .containsExactly(
                        "File 'MCS2026.csv': 'MCS2026' is no table of a case; it is kept but not used. [MCS2026.csv] Maybe it belongs elsewhere; the reference page lists the tables.",
                        "File 'README.csv': it belongs to no table of the case and was left alone. [README.csv]",
                        "File 'archive.csv': it belongs to no table of the case and was left alone. [archive.csv]");
        assertThat(outcome.findings()).allMatch(f -> f.severity() == org.genryu.core.Finding.Severity.NOTE);
    }

    @Test
    void foldersAndHeadersMayBeSpeltOtherwise() throws IOException {
        for (var plain : Small.years().files().entrySet()) {
            Files.writeString(
                    folder.resolve(
                            plain.getKey().replace("case.yaml", "Case.yml").replace("places.csv", "PLACES.CSV")),
                    plain.getValue());
        }
        Files.createDirectory(folder.resolve("Scenarios"));
        Files.writeString(folder.resolve("Scenarios/s.yml"), "id: s\nstart: 2026\nevents: []\n");
        Outcome<CaseFile> outcome = CaseReader.read(folder);
        assertThat(outcome.clean().orElseThrow().scenario("s")).isPresent();
        Files.move(folder.resolve("Scenarios"), folder.resolve("scenario"));
        assertThat(said(CaseReader.read(folder)))
                .contains(
                        "File 'scenario': the folder's name is not known, but looks like one that is; left out it would count for nothing. [scenario] Maybe 'scenarios' is meant.");
        Files.move(folder.resolve("Case.yml"), folder.resolve("cases.yaml"));
        assertThat(said(CaseReader.read(folder)))
                .anyMatch(s -> s.endsWith("Maybe 'cases.yaml' should have this name."));
    }

    @Test
    void emptiedRowsAndColumnsMustBeNothing() {
        Outcome<CaseFile> outcome = read(
                ",,,,,,\nprocess,place,recipe,capacity,cost,,\npit,mine,dig,100,1,,\n,,\u00A0,\u3000,,,\nworks,port,smelt,50,5,,,,\n,,,,\n");
        assertThat(said(outcome)).isEmpty();
        assertThat(numbers(outcome, "cost")).containsExactly(1, 5);
        assertThat(said(read("process,place,recipe,,\npit,mine,dig,,x\n")))
                .anyMatch(s -> s.contains("column 4 has no name") || s.contains("column 5 has no name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Table 1: processes of the town\n",
                "Table 1: processes of the town,,,,\n",
                ",Table 1: processes of the town,,,\n,,,,\nUnits as stated,,,,\n",
                "Table 1: processes of the town;;;;\n"
            })
    void aTitleAboveTheHeadMustBeNoHead(String title) {
        String separator = title.contains(";") ? ";" : ",";
        Outcome<CaseFile> outcome =
                read(title + "process,place,recipe,capacity,cost\npit,mine,dig,100,7\n".replace(",", separator));
        assertThat(numbers(outcome, "cost")).containsExactly(7);
        assertThat(said(outcome))
                .contains("File 'processes.csv': 'Table 1: processes of the town' stands above the column names; it"
                        + " was taken as a title. [processes.csv:1]");
        assertThat(Small.texts(outcome, Lang.JA))
                .contains(
                        "ファイル「processes.csv」: 「Table 1: processes of the town」は列名より上にあるため、表題とみなしました。 [processes.csv:1]");
    }

    @Test
    void aMisspeltHeadOfOneColumnMustBeNoTitle() {
        assertThat(said(Small.years().with("places.csv", "plaace\nmine\n").read()))
                .anyMatch(s -> s.startsWith("File 'places.csv': column 'plaace' is not known, but looks like one"));
    }

    @Test
    void verticalBarsMustBeReadWithANote() {
        Outcome<CaseFile> outcome = read("process|place|recipe|capacity|cost\npit|mine|dig|100|7\n");
        assertThat(numbers(outcome, "cost")).containsExactly(7);
        assertThat(said(outcome))
                .containsExactly(
                        "File 'processes.csv': its cells are separated by vertical bars; it was read so. [processes.csv]");
    }

    @Test
    void aRowOfUnitsMustBeOneErrorWithItsCure() {
        Outcome<CaseFile> outcome =
                read("process,place,recipe,capacity,cost\n,,,t/yr,USD/t\npit,mine,dig,100,7\nworks,port,smelt,50,5\n");
        assertThat(said(outcome))
                .containsExactly(
                        "File 'processes.csv': the row holds units and no number; a unit must stand behind its number."
                                + " [processes.csv:2 process] Maybe '350 t/d' is meant in the rows; where the unit is"
                                + " that of the column it may be left out.");
        assertThat(Small.texts(outcome, Lang.JA))
                .containsExactly("ファイル「processes.csv」: 数値のない単位だけの行です。単位は数値の後に書かなければなりません。"
                        + " [processes.csv:2 process] 対処案: 各行に「350 t/d」のように書き、列の単位と同じなら省いて、この行を消してください。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Total", "TOTAL", "合計", "計", "World total (rounded)"})
    void aRowOfTotalsMustBeOneErrorWithItsCure(String name) {
        Outcome<CaseFile> outcome = read(
                "process,place,recipe,capacity,cost\npit,mine,dig,100,7\nworks,port,smelt,50,5\n" + name + ",,,150,\n");
        assertThat(said(outcome))
                .containsExactly("File 'processes.csv': '" + name
                        + "' is the sum of the rows by its name; a table must have its members only."
                        + " [processes.csv:4 process] Maybe delete the row.");
        assertThat(Small.texts(outcome, Lang.JA))
                .containsExactly("ファイル「processes.csv」: 「" + name
                        + "」は名前から見て合計行です。表には内訳だけを書かなければなりません。 [processes.csv:4 process] 対処案: この行を消してください。");
    }

    @Test
    void cellsWithNoBreakSpacesMustBeReadWithoutThem() {
        Outcome<CaseFile> outcome =
                read("process,place,recipe,capacity,\u00A0cost\n\u00A0pit\u00A0,mine\u200B,dig,\u00A0100,1\u00A0\n");
        assertThat(numbers(outcome, "cost")).containsExactly(1);
        assertThat(outcome.clean().orElseThrow().table("processes").names()).containsExactly("pit");
    }

    /// The same numbers in every form of file that a spreadsheet can write come out the same.
    @Test
    void everyFormMustReadAsTheNumbersThatWereWritten() throws IOException {
        Random random = new Random(55);
        for (int run = 0; run < 30; run++) {
            int rows = 1 + random.nextInt(5);
            double[] capacity = new double[rows];
            StringBuilder text = new StringBuilder("process;place;recipe;capacity;cost\r\n");
            boolean comma = random.nextBoolean();
            for (int row = 0; row < rows; row++) {
                capacity[row] = Math.round(Math.pow(10, random.nextInt(8)) * random.nextDouble() * 100) / 100.0;
                String number = String.format(
                        comma ? java.util.Locale.GERMANY : java.util.Locale.US,
                        random.nextBoolean() ? "%,.2f" : "%.2f",
                        capacity[row]);
                text.append("p").append(row).append(";mine;dig;").append(number).append(";\r\n");
            }
            String written =
                    random.nextBoolean() ? text.toString() : text.toString().replace(';', '\t');
            Outcome<CaseFile> outcome = switch (random.nextInt(3)) {
                case 0 -> read("processes.csv", written.getBytes(StandardCharsets.UTF_8));
                case 1 -> read("processes.csv", ("\uFEFF" + written).getBytes(StandardCharsets.UTF_16LE));
                default -> read("processes.csv", written.getBytes(Charset.forName("windows-1252")));
            };
            assertThat(numbers(outcome, "capacity")).as(written).containsExactly(capacity);
        }
    }

    /// Whatever bytes stand in a table, reading ends in findings.
    @Test
    void anyBytesMustEndInFindings() throws IOException {
        Random random = new Random(56);
        byte[] start = PROCESSES.getBytes(StandardCharsets.UTF_8);
        for (int run = 0; run < 60; run++) {
            byte[] bytes = new byte[start.length + random.nextInt(60)];
            random.nextBytes(bytes);
            if (run % 2 == 0) {
                System.arraycopy(start, 0, bytes, 0, start.length);
            }
            assertThat(read("processes.csv", bytes).findings()).isNotNull();
        }
    }
}
