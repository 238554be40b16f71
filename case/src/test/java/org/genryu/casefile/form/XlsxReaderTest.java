package org.genryu.casefile.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.read.CaseReader;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rung: by hand. Workbooks as spreadsheet programs, careless and hostile people write them.
class XlsxReaderTest {
    @TempDir
    Path folder;

    private Outcome<RawCase> raw(Workbooks workbook) {
        return XlsxReader.raw(workbook.save(folder), ReadLimits.STANDARD);
    }

    private static List<String> say(Outcome<?> outcome, Lang lang) {
        return outcome.findings().stream().map(f -> f.in(lang)).toList();
    }

    private static RawTable table(Outcome<RawCase> outcome, String name) {
        return Optional.ofNullable(outcome.value().orElseThrow().tables().get(name))
                .orElseThrow();
    }

    private static List<String> row(Outcome<RawCase> outcome, String table) {
        RawTable read = table(outcome, table);
        return java.util.stream.IntStream.range(0, read.width())
                .mapToObj(c -> read.cell(0, c))
                .toList();
    }

    @Test
    void aSoundWorkbookMustBeReadWithoutFindings() {
        Outcome<CaseFile> outcome = CaseReader.readWorkbook(Workbooks.sound()
                .table("places", "place,kind", "<c t=\"inlineStr\"><is><t>town</t></is></c><c/>")
                .save(folder));
        assertThat(outcome.findings()).isEmpty();
        CaseFile file = outcome.value().orElseThrow();
        assertThat(file.sound()).isTrue();
        assertThat(file.header().discountRate()).isEqualTo(0.05);
        assertThat(file.table("places").raw().file()).isEqualTo("case.xlsx#places");
        assertThat(file.table("places").raw().line(0)).isEqualTo(2);
    }

    private static String word(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    @Test
    void sheetsMustBeFoundByEveryNameThatSurelyMeansThem() {
        Outcome<CaseFile> outcome = CaseReader.readWorkbook(Workbooks.sound()
                .table("Places ", " Place,kind,,", word("town") + "<c/><c/>" + word(" "))
                .save(folder));
        assertThat(say(outcome, Lang.EN))
                .containsExactly(
                        "File 'case.xlsx#Places ': table 'Places ' was read as 'places'. [case.xlsx#Places ]",
                        "File 'case.xlsx#Places ': column 'Place' was read as 'place'. [case.xlsx#Places :1 place]");
        assertThat(outcome.clean().orElseThrow().table("places").names()).containsExactly("town");
    }

    @Test
    void aSheetOfNotesMustNotBlockTheCaseAndAMisspeltTableMust() {
        Outcome<CaseFile> notes = CaseReader.readWorkbook(Workbooks.sound()
                .table("README", "Notes", word("made by") + word("me") + word("2025"))
                .save(folder));
        assertThat(say(notes, Lang.EN))
                .containsExactly(
                        "File 'case.xlsx#README': it belongs to no table of the case and was left alone. [case.xlsx#README]");
        assertThat(notes.clean()).isPresent();
        Outcome<CaseFile> misspelt = CaseReader.readWorkbook(
                Workbooks.sound().table("plcaes", "place", word("town")).save(folder));
        assertThat(say(misspelt, Lang.EN))
                .containsExactly(
                        "File 'case.xlsx#plcaes': 'plcaes' is no table of a case, but looks like one; left out it would count for nothing. [case.xlsx#plcaes] Maybe 'places' is meant.");
    }

    @Test
    void aSheetThatIsNearlyTheScenariosMustNotBeLost() {
        assertThat(say(
                        CaseReader.readWorkbook(Workbooks.sound()
                                .table("scenario", "scenario,line,text", word("s") + "<c><v>1</v></c>" + word("id: s"))
                                .save(folder)),
                        Lang.EN))
                .containsExactly(
                        "File 'case.xlsx#scenario': 'scenario' is no table of a case, but looks like one; left out it would count for nothing. [case.xlsx#scenario] Maybe 'scenarios' is meant.");
    }

    @Test
    void numbersMustBeReadByTheirShortestText() {
        Outcome<RawCase> outcome = raw(Workbooks.sound()
                .table(
                        "places",
                        "a,b,c,d,e",
                        "<c><v>1.1000000000000001</v></c><c><v>1E-3</v></c>"
                                + "<c s=\"4\"><v>0.35</v></c><c t=\"b\"><v>1</v></c><c s=\"3\"><v>2.5</v></c>"));
        assertThat(outcome.findings()).isEmpty();
        assertThat(row(outcome, "places")).containsExactly("1.1", "0.001", "0.35", "true", "2.5");
    }

    @Test
    void textsMustBeReadWithoutTheirReadingAidsAndCodes() {
        Outcome<RawCase> outcome = raw(Workbooks.sound()
                .strings(
                        "<si><t>希土類</t><rPh sb=\"0\" eb=\"3\"><t>キドルイ</t></rPh></si><si><r><t>ab</t></r><r><t xml:space=\"preserve\"> cd</t></r></si>"
                                + "<si><t>x_x000D_y</t></si>")
                .table("t", "a,b,c", "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"));
        assertThat(row(outcome, "t")).containsExactly("希土類", "ab cd", "x\ry");
    }

    @Test
    void formulasMustBeReadByTheirLastResultWithAWarning() {
        Outcome<RawCase> outcome = raw(Workbooks.sound()
                .table(
                        "processes",
                        "capacity,cost,owner,first,note",
                        "<c><f>SUM(A5:A9)*2</f><v>12.5</v></c><c><f>B1</f></c><c t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>"
                                + "<c><f>[1]Sheet1!A1</f><v>3</v></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"));
        assertThat(row(outcome, "processes")).containsExactly("12.5", "", "ab", "", "");
        assertThat(say(outcome, Lang.EN))
                .containsExactly(
                        "File 'case.xlsx#processes': capacity is the formula '=SUM(A5:A9)*2'; its last result '12.5' was used, the formula is not kept. "
                                + "[case.xlsx#processes:2 capacity] Maybe paste the values only, so that the number in the case is the number you see.",
                        "File 'case.xlsx#processes': cost is the formula '=B1' without a result; it must be a value. [case.xlsx#processes:2 cost] "
                                + "Maybe open the workbook, let it calculate, and paste the values only.",
                        "File 'case.xlsx#processes': owner is the formula '=\"a\"&\"b\"'; its last result 'ab' was used, the formula is not kept. "
                                + "[case.xlsx#processes:2 owner] Maybe paste the values only, so that the number in the case is the number you see.",
                        "File 'case.xlsx#processes': first is the formula '=[1]Sheet1!A1', which reaches into another workbook; it must be a value. "
                                + "[case.xlsx#processes:2 first] Maybe paste the values only.",
                        "File 'case.xlsx#processes': note is the spreadsheet error '#DIV/0!'; it must be a value. [case.xlsx#processes:2 note] "
                                + "Maybe the row or sheet that a formula pointed to was deleted.");
        assertThat(outcome.findings().stream().map(Finding::severity))
                .containsExactly(
                        Finding.Severity.WARNING,
                        Finding.Severity.ERROR,
                        Finding.Severity.WARNING,
                        Finding.Severity.ERROR,
                        Finding.Severity.ERROR);
        assertThat(say(outcome, Lang.JA))
                .first()
                .isEqualTo("ファイル「case.xlsx#processes」: capacity が数式「=SUM(A5:A9)*2」です。前回の計算結果「12.5」を使い、数式は保持しません。 "
                        + "[case.xlsx#processes:2 capacity] 対処案: 表示どおりの数値になるよう、値のみを貼り付けてください。");
    }

    @Test
    void datesAndErrorsMustBeTold() {
        Outcome<RawCase> outcome = raw(
                Workbooks.sound()
                        .table(
                                "places",
                                "a,b,c,d",
                                "<c s=\"1\"><v>46082</v></c><c s=\"2\"><v>46096.5</v></c><c t=\"e\"><v>#REF!</v></c><c><v>abc</v></c>"));
        assertThat(row(outcome, "places")).containsExactly("2026-03", "2026-03-15", "", "");
        assertThat(say(outcome, Lang.EN))
                .containsExactly(
                        "File 'case.xlsx#places': a is a date cell; it was read as '2026-03'. [case.xlsx#places:2 a] "
                                + "Maybe format the column as text, so that what you type stays what you typed.",
                        "File 'case.xlsx#places': b is a date cell; it was read as '2026-03-15'. [case.xlsx#places:2 b] "
                                + "Maybe format the column as text, so that what you type stays what you typed.",
                        "File 'case.xlsx#places': c is the spreadsheet error '#REF!'; it must be a value. [case.xlsx#places:2 c] "
                                + "Maybe the row or sheet that a formula pointed to was deleted.",
                        "File 'case.xlsx#places': d holds 'abc' as a number, which it is not. [case.xlsx#places:2 d] Maybe type the number again.");
        assertThat(say(outcome, Lang.JA))
                .element(2)
                .isEqualTo(
                        "ファイル「case.xlsx#places」: c が表計算のエラー「#REF!」です。値でなければなりません。 [case.xlsx#places:2 c] 対処案: 数式の参照先が削除されていないか確かめてください。");
    }

    @Test
    void hiddenSheetsAndRemarksBesideTheTableMustBeTold() {
        Outcome<RawCase> outcome = raw(Workbooks.sound()
                .table("places", "a", "<c><v>1</v></c><c/><c t=\"inlineStr\"><is><t>check this!</t></is></c>")
                .hide("places"));
        assertThat(say(outcome, Lang.EN))
                .containsExactly(
                        "File 'case.xlsx#places': the sheet is hidden; it was read all the same. [case.xlsx#places] Maybe delete it if it does not belong to the case.",
                        "File 'case.xlsx#places': the row has 3 cells; it must have 1 like the head. [case.xlsx#places:2] "
                                + "Maybe a remark stands beside the table; put it into the column note.");
    }

    @Test
    void titlesAboveTheHeadMustBeToldAndKeptAsComments() {
        String cell = "<c t=\"inlineStr\"><is><t>%s</t></is></c>";
        Outcome<RawCase> outcome = raw(Workbooks.sound()
                .sheet(
                        "places",
                        "<row r=\"1\">" + cell.formatted("Places of the town") + "<c/><c/></row><row r=\"3\">"
                                + cell.formatted("place") + cell.formatted("kind") + "</row><row r=\"4\">"
                                + cell.formatted("mine") + cell.formatted("region") + "</row>"));
        assertThat(say(outcome, Lang.EN))
                .containsExactly("File 'case.xlsx#places': 'Places of the town' stands above the column names; it was"
                        + " taken as a title. [case.xlsx#places:1]");
        RawTable table = table(outcome, "places");
        assertThat(table.head()).containsExactly("place", "kind");
        assertThat(table.line(0)).isEqualTo(4);
        assertThat(table.comments()).containsExactly(new RawTable.Comment(-1, "Places of the town"));
    }

    @Test
    void blankRowsAndCommentsMustNotBeRows() {
        Outcome<RawCase> outcome = raw(Workbooks.sound()
                .sheet(
                        "t",
                        "<row r=\"1\"><c t=\"inlineStr\"><is><t># top</t></is></c></row><row r=\"3\"><c t=\"inlineStr\"><is><t>a</t></is></c></row>"
                                + "<row r=\"4\"><c t=\"inlineStr\"><is><t># one</t></is></c><c t=\"inlineStr\"><is><t>two</t></is></c></row>"
                                + "<row r=\"6\"><c s=\"1\"/></row><row r=\"9\"><c><v>7</v></c></row>"));
        RawTable table = table(outcome, "t");
        assertThat(table.rows()).isEqualTo(1);
        assertThat(table.line(0)).isEqualTo(9);
        assertThat(table.headLine()).isEqualTo(3);
        assertThat(table.comments())
                .containsExactly(new RawTable.Comment(-1, " top"), new RawTable.Comment(0, " one, two"));
    }

    // ---------------------------------------------------------------- refused files

    private String refusal(byte[] bytes, Lang lang) {
        Outcome<RawCase> outcome = XlsxReader.raw(Workbooks.save(folder, bytes), ReadLimits.STANDARD);
        assertThat(outcome.value()).isEmpty();
        assertThat(outcome.findings()).hasSize(1);
        return outcome.findings().getFirst().in(lang);
    }

    @Test
    void anOldOrEncryptedWorkbookMustBeRefusedWithACure() {
        byte[] old = new byte[1000];
        System.arraycopy(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                0,
                old,
                0,
                8);
        assertThat(refusal(old, Lang.EN))
                .isEqualTo(
                        "File 'case.xlsx': it is an old .xls workbook; it must be an .xlsx workbook. It was not read. "
                                + "[case.xlsx] Maybe open it and save it as 'Excel Workbook (.xlsx)'.");
        assertThat(refusal(old, Lang.JA))
                .isEqualTo("ファイル「case.xlsx」: 古い .xls 形式です。.xlsx 形式でなければなりません。読み込みませんでした。 "
                        + "[case.xlsx] 対処案: 開いて「Excel ブック (.xlsx)」として保存し直してください。");
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, old, 500, name.length);
        assertThat(refusal(old, Lang.EN))
                .isEqualTo(
                        "File 'case.xlsx': it is protected by a password; it must be an open .xlsx workbook. It was not read. "
                                + "[case.xlsx] Maybe open it and remove the password (File, Info, Protect Workbook).");
    }

    @Test
    void whatIsNoWorkbookMustBeRefused() {
        String message = "File 'case.xlsx': it is no .xlsx workbook. It was not read. [case.xlsx] "
                + "Maybe open it in a spreadsheet program and save it as .xlsx.";
        assertThat(refusal("place,kind\n".getBytes(StandardCharsets.UTF_8), Lang.EN))
                .isEqualTo(message);
        assertThat(refusal(
                        Workbooks.zip(
                                java.util.Map.of("mimetype", "application/vnd.oasis".getBytes(StandardCharsets.UTF_8))),
                        Lang.EN))
                .isEqualTo(message);
    }

    @Test
    void aZipBombMustBeRefusedBeforeItUnpacks() {
        Workbooks bomb = Workbooks.sound();
        bomb.parts.put("xl/worksheets/sheet9.xml", new byte[64 << 20]);
        assertThat(refusal(bomb.bytes(), Lang.EN))
                .isEqualTo("File 'case.xlsx': it unpacks to more than 268435456 bytes, or more than a table ever does. "
                        + "It was not read. [case.xlsx] Maybe use a folder of CSV files for a case of this size.");
        ReadLimits small = new ReadLimits(20_000, 20_000, 100, 10, 100, 10);
        Workbooks large = Workbooks.sound().sheet("t", "<row><c><v>1</v></c></row>".repeat(2000));
        assertThat(say(XlsxReader.raw(large.save(folder), small), Lang.EN))
                .containsExactly(
                        "File 'case.xlsx': it unpacks to more than 20000 bytes, "
                                + "or more than a table ever does. It was not read. [case.xlsx] Maybe use a folder of CSV files for a case of this size.");
    }

    @Test
    void aTextThatRepeatsItselfMustNotFillTheMemory() {
        ReadLimits limits = new ReadLimits(200_000, 200_000, 1000, 10, 50_000, 10);
        String cells = "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(3) + "</row>";
        Workbooks workbook = Workbooks.sound()
                .strings("<si><t>" + "x".repeat(40_000) + "</t></si>")
                .sheet(
                        "places",
                        "<row r=\"1\"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>" + cells.repeat(100));
        Outcome<RawCase> outcome = XlsxReader.raw(workbook.save(folder), limits);
        assertThat(say(outcome, Lang.EN))
                .containsExactly(
                        "File 'case.xlsx#places': the sheets hold more text than a case may; reading stopped here. [case.xlsx#places:3] "
                                + "Maybe use a folder of CSV files for a case of this size.");
    }

    @Test
    void wideAndTallSheetsMustBeRefused() {
        assertThat(refusal(
                        Workbooks.sound()
                                .sheet("t", "<row><c r=\"XFD1\"><v>1</v></c></row>")
                                .bytes(),
                        Lang.EN))
                .isEqualTo(
                        "File 'case.xlsx#xl/worksheets/sheet2.xml': a cell stands beyond column 500. The workbook was not read. "
                                + "[case.xlsx#xl/worksheets/sheet2.xml] Maybe delete the columns right of the table.");
        assertThat(refusal(
                        Workbooks.sound()
                                .sheet("t", "<row><c r=\"ZZZZZZZ1\"><v>1</v></c></row>")
                                .bytes(),
                        Lang.EN))
                .contains("beyond column 500");
        assertThat(refusal(
                        Workbooks.sound()
                                .sheet("t", "<row r=\"99999999\"><c><v>1</v></c></row>")
                                .bytes(),
                        Lang.EN))
                .isEqualTo(
                        "File 'case.xlsx#xl/worksheets/sheet2.xml': a cell stands below row 1048576. The workbook was not read. "
                                + "[case.xlsx#xl/worksheets/sheet2.xml] Maybe delete the rows below the table, or split the case.");
    }

    @Test
    void documentTypesEntitiesAndForeignEncodingsMustBeRefused() {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>";
        String message =
                "File 'case.xlsx': its part 'xl/worksheets/sheet2.xml' declares a document type, entities or a foreign encoding. It was not read. "
                        + "[case.xlsx] Maybe save it again with a spreadsheet program.";
        assertThat(refusal(
                        Workbooks.sound().part("xl/worksheets/sheet2.xml", bomb).bytes(), Lang.EN))
                .isEqualTo(message);
        assertThat(refusal(
                        Workbooks.sound()
                                .part("xl/worksheets/sheet2.xml", "<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>")
                                .bytes(),
                        Lang.EN))
                .isEqualTo(message);
        Workbooks wide = Workbooks.sound();
        wide.parts.put("xl/worksheets/sheet2.xml", bomb.getBytes(StandardCharsets.UTF_16));
        assertThat(refusal(wide.bytes(), Lang.EN)).isEqualTo(message);
    }

    @Test
    void linksMacrosAndUnsafeNamesMustBeTold() {
        assertThat(refusal(
                        Workbooks.sound()
                                .part("xl/externalLinks/externalLink1.xml", "<x/>")
                                .bytes(),
                        Lang.EN))
                .isEqualTo(
                        "File 'case.xlsx': it links to other workbooks; a case must stand alone. It was not read. [case.xlsx] "
                                + "Maybe break the links (Data, Edit Links) and paste values.");
        assertThat(refusal(Workbooks.sound().part("../../evil.xml", "<x/>").bytes(), Lang.EN))
                .isEqualTo(
                        "File 'case.xlsx': the name '../../evil.xml' leads out of the case or is no file name. It was not read. [case.xlsx] "
                                + "Maybe use letters, digits, '-', '_' and '.' only.");
        assertThat(say(raw(Workbooks.sound().part("xl/vbaProject.bin", "x")), Lang.EN))
                .containsExactly(
                        "File 'case.xlsx': it holds macros; they were neither run nor kept. [case.xlsx] Maybe save it as .xlsx without macros.");
    }

    @Test
    void scenarioAndFileNamesMustStayInsideTheCase() {
        Outcome<RawCase> outcome = raw(
                Workbooks.sound()
                        .table(
                                "scenarios",
                                "scenario,line,text",
                                "<c t=\"inlineStr\"><is><t>../up</t></is></c><c><v>1</v></c><c t=\"inlineStr\"><is><t>id: up</t></is></c>")
                        .table(
                                "files",
                                "file,line,text",
                                "<c t=\"inlineStr\"><is><t>projects/../../up.yaml</t></is></c><c><v>1</v></c><c t=\"inlineStr\"><is><t>x</t></is></c>"));
        assertThat(outcome.value().orElseThrow().scenarios()).isEmpty();
        assertThat(outcome.value().orElseThrow().others()).isEmpty();
        assertThat(say(outcome, Lang.JA))
                .containsExactly(
                        "ファイル「case.xlsx#scenarios」: 名前「../up」はケースの外を指すか、ファイル名として使えません。読み込みませんでした。 [case.xlsx#scenarios] "
                                + "対処案: 英数字と「-」「_」「.」だけを使ってください。",
                        "ファイル「case.xlsx#files」: 名前「projects/../../up.yaml」はケースの外を指すか、ファイル名として使えません。読み込みませんでした。 [case.xlsx#files] "
                                + "対処案: 英数字と「-」「_」「.」だけを使ってください。");
    }

    @Test
    void aWorkbookWithoutCaseSheetMustBeRefused() {
        assertThat(refusal(
                        new Workbooks()
                                .table("places", "place", "<c><v>1</v></c>")
                                .bytes(),
                        Lang.EN))
                .isEqualTo(
                        "File 'case.xlsx': sheet 'case' is missing; every case must have one with the columns key and value. [case.xlsx] "
                                + "Maybe make a workbook to start from with `genryu init DIR --xlsx`.");
    }

    @Test
    void aMissingFileMustBeTold() {
        assertThat(say(XlsxReader.raw(folder.resolve("none.xlsx"), ReadLimits.STANDARD), Lang.EN))
                .containsExactly(
                        "File 'none.xlsx': there is no such file that can be read. [none.xlsx] Maybe the path is misspelt.");
    }
}
