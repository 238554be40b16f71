package org.genryu.casefile.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseWriter;
import org.genryu.casefile.Small;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.disk.Draft;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rungs: identity (what is written reads back cell by cell), random input, damage.
class XlsxRoundTripTest {
    @TempDir
    Path folder;

    private static final Map<String, String> CASE = Map.of(
            "case.yaml", """
                    # the first line is a remark
                    id: test
                    title: {en: Test, ja: 試験}
                    currency: USD
                    price_year: 2025

                    home:
                      - JP
                      - US
                    discount_rate: 0.050
                    periods: {first: 2025, last: 2026, step: year}
                    """,
            "places.csv", """
                    # places of the test
                    place,name_ja,kind,lat,note
                    # mines
                    mine,鉱山,site,-12.50,"=1+1"
                    town,町,,1e1,"a, ""b""
                    c"
                    # the end
                    """,
            "commodities.csv", "commodity,unit\nore,t\n",
            "processes.csv", "process,place,recipe,capacity,cost,source\nmill,mine,milling,80..120 t/d,110 USD/t,\n",
            "recipes.csv", "recipe,commodity,amount\nmilling,ore,1\n",
            "changes.csv", "table,id,column,from,until,op,value\nprocesses,mill,cost,2026,,multiply,-40 %\n",
            "My [odd] table with quite a long name.csv", "x\n1\n",
            "scenarios/stop.yaml", "id: stop\n\n# remark\nevents:\n  - ban: {from: CN}\n",
            "projects/alaska.yaml", "capex: 44\n");

    /// Everything in a raw case as one comparable text.
    static List<String> dump(RawCase raw) {
        List<String> out = new ArrayList<>(List.of(raw.header()));
        new TreeMap<>(raw.tables()).forEach((name, table) -> {
            out.add(name + " " + table.head() + " " + table.comments());
            for (int row = 0; row < table.rows(); row++) {
                StringBuilder cells = new StringBuilder();
                for (int column = 0; column < table.width(); column++) {
                    cells.append('|').append(table.cell(row, column));
                }
                out.add(cells.toString());
            }
        });
        out.add(new TreeMap<>(raw.scenarios()).toString());
        out.add(new TreeMap<>(raw.others()).toString());
        return out;
    }

    private static Outcome<Path> written(CaseFile file, Path target) {
        return written(file.raw(), target);
    }

    private static Outcome<Path> written(RawCase raw, Path target) {
        try (Draft to = Draft.file(target)) {
            return XlsxWriter.write(raw, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome<Path> template() {
        try (Draft to = Draft.file(folder.resolve("case.xlsx"))) {
            return XlsxWriter.template(to, "new-case", Lang.JA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawTable table(RawCase raw, String name) {
        return Optional.ofNullable(raw.tables().get(name)).orElseThrow();
    }

    private static RawCase original() {
        return CaseReader.readText(CASE).value().orElseThrow().raw();
    }

    @Test
    void nothingMustBeLostOnTheWayThroughAWorkbook() {
        Path file = written(original(), folder.resolve("case.xlsx")).clean().orElseThrow();
        Outcome<RawCase> back = XlsxReader.raw(file, ReadLimits.STANDARD);
        assertThat(back.findings()).allSatisfy(f -> assertThat(f.severity()).isEqualTo(Finding.Severity.NOTE));
        assertThat(dump(back.value().orElseThrow())).isEqualTo(dump(original()));
    }

    @Test
    void aCaseThroughAWorkbookMustWriteTheSameFolder() {
        CaseFile file = Small.years()
                .with("extra.csv", "a,b\n1,\n,\n")
                .with("sources.csv", "source,title\na,\"'=HYPERLINK(\"\"x\"\")\"\nb,-1.5\n")
                .scenario("start: 2026\nevents: []\n")
                .read()
                .value()
                .orElseThrow();
        Path workbook = written(file, folder.resolve("case.xlsx")).clean().orElseThrow();
        Outcome<CaseFile> back = CaseReader.readWorkbook(workbook);
        assertThat(back.hasErrors()).isFalse();
        assertThat(CaseWriter.texts(back.value().orElseThrow())).isEqualTo(CaseWriter.texts(file));
    }

    @Test
    void findingsMustNameSheetAndRow() {
        Path file = written(original(), folder.resolve("case.xlsx")).clean().orElseThrow();
        RawTable places =
                table(XlsxReader.raw(file, ReadLimits.STANDARD).value().orElseThrow(), "places");
        assertThat(places.file()).isEqualTo("case.xlsx#places");
        assertThat(places.headLine()).isEqualTo(2);
        assertThat(places.line(0)).isEqualTo(4);
    }

    @Test
    void theSameCaseMustGiveTheSameBytes() {
        assertThat(XlsxWriter.bytes(original(), Map.of()).clean().orElseThrow())
                .isEqualTo(XlsxWriter.bytes(original(), Map.of()).clean().orElseThrow());
    }

    @Test
    void theTemplateMustBeASoundEmptyCase() {
        Path file = template().clean().orElseThrow();
        Outcome<CaseFile> outcome = CaseReader.readWorkbook(file);
        assertThat(outcome.findings()).isEmpty();
        RawCase raw = outcome.value().orElseThrow().raw();
        assertThat(raw.tables().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        CaseSchema.current().tables().keySet());
        assertThat(table(raw, "processes").comments().getFirst().text())
                .contains("id of the process")
                .contains("工程のID")
                .contains("[{activity}/yr]");
    }

    @Test
    void whatDoesNotFitIntoASheetMustBeToldAndNothingWritten() {
        RawCase raw = CaseReader.readText(
                        Map.of("case.yaml", "id: x\n", "places.csv", "place,note\na," + "x".repeat(40_000) + "\n"))
                .value()
                .orElseThrow()
                .raw();
        Path target = folder.resolve("big.xlsx");
        Outcome<Path> outcome = written(raw, target);
        assertThat(outcome.findings().getFirst().in(Lang.EN))
                .isEqualTo(
                        "File 'places.csv': note has 40000 characters; a sheet's cell holds 32767 or fewer. "
                                + "The workbook was not written. [places.csv:2 note] Maybe keep the case as a folder, or shorten the text.");
        assertThat(outcome.findings().getFirst().in(Lang.JA))
                .isEqualTo("ファイル「places.csv」: note が 40000 文字あります。"
                        + "シートのセルに入るのは 32767 文字までです。ブックを書き出しませんでした。 [places.csv:2 note] 対処案: フォルダーのまま使うか、文を短くしてください。");
        assertThat(target).doesNotExist();
    }

    @Test
    void longLinesOfScenariosMustSurvive() {
        String yaml = "id: long\ntext: " + "あ".repeat(100_000) + "\n";
        RawCase raw = new RawCase("x", "id: x\n", Map.of(), Map.of("long", yaml), Map.of());
        Path file = written(raw, folder.resolve("case.xlsx")).clean().orElseThrow();
        assertThat(XlsxReader.raw(file, ReadLimits.STANDARD)
                        .value()
                        .orElseThrow()
                        .scenarios())
                .containsEntry("long", yaml);
    }

    @Test
    void everyTextMustComeBackFromACell() {
        Law.of(31, 1000).holds(input -> {
            String text = input.text("text");
            assertThat(XlsxText.read(XlsxText.write(text))).isEqualTo(text);
        });
    }

    @Test
    void everyTextMustComeBackFromAWorkbook() throws IOException {
        Random random = new Random(32);
        String pieces = "=+-@'#\t\r\n_x000D_05.e,\"\u0001\uD83D\uDE00\uDE00\uFFFE希 ";
        for (int run = 0; run < 20; run++) {
            RawTable.Builder table = new RawTable.Builder("t.csv", "t", List.of("a", "b", "c"), 1);
            for (int row = 0; row < 30; row++) {
                table.row(row + 2);
                for (int column = 0; column < 3; column++) {
                    StringBuilder text = new StringBuilder(column == 0 ? "x" : "");
                    for (int n = random.nextInt(6); n > 0; n--) {
                        int at = random.nextInt(pieces.length());
                        text.append(pieces, at, Math.min(pieces.length(), at + 1 + random.nextInt(4)));
                    }
                    table.cell(column == 0 && row % 2 == 0 ? text.substring(1) + "x" : text.toString());
                }
                table.endRow();
            }
            RawCase raw = new RawCase("x", "id: x\n", Map.of("t", table.build()), Map.of(), Map.of());
            Path file = written(raw, folder.resolve("case.xlsx")).clean().orElseThrow();
            RawTable back =
                    table(XlsxReader.raw(file, ReadLimits.STANDARD).value().orElseThrow(), "t");
            for (int row = 0; row < 30; row++) {
                for (int column = 0; column < 3; column++) {
                    assertThat(back.cell(row, column))
                            .as("cell %d %d", row, column)
                            .isEqualTo(table(raw, "t").cell(row, column));
                }
            }
        }
    }

    // ---------------------------------------------------------------- damage

    @Test
    void damagedWorkbooksMustBeReadOrRefused() throws IOException {
        byte[] sound = XlsxWriter.bytes(original(), Map.of()).clean().orElseThrow();
        byte[] plain = Workbooks.sound()
                .table("places", "place,kind", "<c t=\"inlineStr\"><is><t>town</t></is></c><c><f>1</f><v>2</v></c>")
                .bytes();
        Random random = new Random(33);
        for (int i = 0; i < 150; i++) {
            byte[] bytes = (i % 2 == 0 ? sound : plain).clone();
            if (i % 5 == 0) {
                bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
            } else {
                for (int n = 1 + random.nextInt(8); n > 0; n--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            mustAnswer(bytes);
        }
    }

    @Test
    void mutatedPartsMustBeReadOrRefused() throws IOException {
        Random random = new Random(34);
        String[] tokens = {
            "<c>",
            "</row>",
            "<row r=\"1\">",
            " t=\"s\"",
            "<v>99</v>",
            "<f>A1</f>",
            "r=\"B2\"",
            "&lt;",
            "&#0;",
            "]]>",
            "\"",
            "<",
            "-1",
            " s=\"9\"",
            "t=\"d\""
        };
        for (int i = 0; i < 150; i++) {
            Workbooks workbook = Workbooks.sound()
                    .table("places", "place,kind", "<c t=\"s\"><v>0</v></c><c s=\"1\"><f>1</f><v>2</v></c>")
                    .strings("<si><t>town</t></si>");
            workbook.bytes();
            List<String> names = new ArrayList<>(workbook.parts.keySet());
            String name = names.get(random.nextInt(names.size()));
            StringBuilder text =
                    new StringBuilder(new String(workbook.parts.get(name), java.nio.charset.StandardCharsets.UTF_8));
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                int at = random.nextInt(text.length());
                text.replace(
                        at, Math.min(text.length(), at + random.nextInt(12)), tokens[random.nextInt(tokens.length)]);
            }
            workbook.part(name, text.toString());
            mustAnswer(Workbooks.zip(workbook.parts));
        }
    }

    @Test
    void randomBytesMustBeRefused() throws IOException {
        Random random = new Random(35);
        for (int i = 0; i < 100; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            if (i % 2 == 0 && bytes.length > 4) {
                System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, bytes, 0, 4);
            }
            mustAnswer(bytes);
        }
    }

    private void mustAnswer(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("case.xlsx"), bytes);
        Outcome<CaseFile> outcome = CaseReader.readWorkbook(file);
        assertThat(outcome.value().isPresent() || outcome.hasErrors()).isTrue();
        outcome.findings().forEach(f -> assertThat(f.in(Lang.JA)).isNotBlank());
    }

    @Test
    void sheetsMustHaveNumberFormatsAFilterAndNotesOnTheirHeads() throws IOException {
        Path file = written(
                        Small.years()
                                .with("sectors.csv", "sector,value_added,note\na,1234567.25,2025\nb,98000,x\n")
                                .file(),
                        folder.resolve("case.xlsx"))
                .clean()
                .orElseThrow();
        String all = "";
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                all += new String(zip.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            }
        }
        assertThat(all).contains("#,##0.00", "#,##0", "<autoFilter ref=\"A1:C3\"");
        assertThat(all).contains(" / value added [USD/yr; default 0]");
        RawTable back = table(XlsxReader.raw(file, ReadLimits.STANDARD).value().orElseThrow(), "sectors");
        assertThat(back.cell(0, 1)).isEqualTo("1234567.25");
        assertThat(back.cell(0, 2)).isEqualTo("2025");
    }
}
