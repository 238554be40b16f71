package org.genryu.casefile.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseWriter;
import org.genryu.casefile.Small;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseReference;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.disk.Draft;
import org.genryu.core.number.UnsafeSigns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rung: identity (what is written reads as what was read).
class WritingTest {
    @Test
    void valuesMustBeWrittenAsTheyWereWritten() {
        String text =
                "# prices as quoted\nprocess,place,recipe,capacity,cost,note\npit,mine,dig,350 t/d,1.50,\"a, \"\"b\"\"\"\n"
                        + "# and this\nworks,port,smelt,80..120,5,-\n";
        SortedMap<String, String> written =
                CaseWriter.texts(Small.years().with("processes.csv", text).file());
        assertThat(written.get("processes.csv")).isEqualTo(text.replace("smelt,80..120,5,-", "smelt,80..120,5,'-"));
    }

    @Test
    void columnsThatSayOnlyTheirDefaultMustNotBeWritten() {
        SortedMap<String, String> written = CaseWriter.texts(Small.years()
                .with(
                        "processes.csv",
                        "process,place,recipe,status,capacity,cost,min_use,life,mine_age,owner\n"
                                + "pit,mine,dig,operating,unlimited,0,0.0,25,,\nworks,port,smelt,operating,,0,0,25,,\n")
                .read()
                .value()
                .orElseThrow());
        assertThat(written.get("processes.csv"))
                .isEqualTo("process,place,recipe,mine_age\npit,mine,dig,\nworks,port,smelt,\n");
    }

    @Test
    void aTextThatLooksLikeAFormulaMustBeNeutralisedAndComeBack() {
        Small small = Small.years()
                .with(
                        "sources.csv",
                        "source,title\na,\"'=HYPERLINK(\"\"x\"\")\"\nb,-1.5\nc,@home\nd,+81 3\ne,'quoted'\n");
        CaseFile file = small.file();
        assertThat(file.table("sources").words("title"))
                .containsExactly("=HYPERLINK(\"x\")", "-1.5", "@home", "+81 3", "'quoted'");
        String written = CaseWriter.texts(file).getOrDefault("sources.csv", "");
        assertThat(written)
                .isEqualTo("source,title\na,\"'=HYPERLINK(\"\"x\"\")\"\nb,-1.5\nc,'@home\nd,'+81 3\ne,'quoted'\n");
        assertThat(small.with("sources.csv", written).file().table("sources").words("title"))
                .containsExactly("=HYPERLINK(\"x\")", "-1.5", "@home", "+81 3", "'quoted'");
    }

    @Test
    void everyTextMustComeBackFromATable() {
        List<String> texts = new ArrayList<>();
        for (String quotes : List.of("", "'", "''")) {
            for (String text : List.of("=x", "+x", "-x", "@x", "＝x", "＋x", "－5 t", "＠x", "\tx", "x", "=", "－")) {
                texts.add(quotes + text);
            }
        }
        texts.addAll(List.of("'", "''", "'-5", "-5", "＝＝"));
        RawTable.Builder table = new RawTable.Builder("t.csv", "t", List.of("a", "b"), 1);
        for (String text : texts) {
            table.row(1);
            table.cell("x");
            table.cell(text);
            table.endRow();
        }
        String written = CsvText.write(table.build(), List.of(0, 1));
        RawTable back = CsvText.read("t.csv", "t", written, Optional.empty(), ReadLimits.STANDARD, new CaseFindings())
                .orElseThrow();
        for (int row = 0; row < texts.size(); row++) {
            assertThat(back.cell(row, 1)).isEqualTo(texts.get(row));
        }
        assertThat(written.lines()
                        .map(line -> line.substring(line.indexOf(',') + 1).replace("\"", "")))
                .noneMatch(cell -> !cell.isEmpty() && UnsafeSigns.beginsFormula(cell.charAt(0)) && !cell.equals("-5"));
    }

    @Test
    void namesOfColumnsMustNotBeTakenForSeparators() {
        for (List<String> head : List.of(
                List.of("mine\tplace"),
                List.of("place", "a;kind;name_en;name_ja"),
                List.of("sep=;"),
                List.of("sep=|", "place"),
                List.of("=1;2", "place"))) {
            RawTable.Builder table = new RawTable.Builder("places.csv", "places", head, 1);
            table.row(2);
            head.forEach(table::cell);
            table.endRow();
            List<Integer> all = head.size() == 1 ? List.of(0) : List.of(0, 1);
            RawTable back = CsvText.read(
                            "places.csv",
                            "places",
                            CsvText.write(table.build(), all),
                            CaseSchema.current().table("places"),
                            ReadLimits.STANDARD,
                            new CaseFindings())
                    .orElseThrow();
            assertThat(back.head()).isEqualTo(head);
        }
    }

    @Test
    void unknownTablesAndColumnsMustBeKept() {
        Small small = Small.years()
                .with("extra.csv", "a,b\n1,\n,\n")
                .with("places.csv", "place,colour\nmine,red\nport,\ntown,\n");
        SortedMap<String, String> written =
                CaseWriter.texts(small.read().value().orElseThrow());
        assertThat(written.get("extra.csv")).isEqualTo("a,b\n1,\n");
        assertThat(written.get("places.csv")).isEqualTo("place,colour\nmine,red\nport,\ntown,\n");
    }

    @Test
    void aFolderMustReadBackAsTheSameCase(@TempDir Path folder) throws IOException {
        CaseFile file = Small.years().scenario("start: 2026\nevents: []\n").file();
        assertThat(CaseWriter.write(file, folder.resolve("new")).findings()).isEmpty();
        var again = CaseReader.read(folder.resolve("new"));
        assertThat(Small.texts(again, Lang.EN)).isEmpty();
        assertThat(CaseWriter.texts(again.value().orElseThrow())).isEqualTo(CaseWriter.texts(file));
        assertThat(again.value().orElseThrow().scenario("s")).isPresent();
    }

    @Test
    void aNameThatLeavesTheFolderMustNotBeWritten(@TempDir Path folder) throws IOException {
        Outcome<Path> outcome;
        try (Draft to = Draft.newFolder(folder.resolve("new"))) {
            outcome = CaseWriter.write(Map.of("../evil.csv", "x", "a/b/c.csv", "x", ".hidden.csv", "x"), to);
        }
        assertThat(Small.texts(outcome, Lang.EN))
                .containsExactly(
                        "File '../evil.csv': its name leads out of the folder or is no plain file name. It was not written. [../evil.csv] Maybe rename the table or scenario.",
                        "File '.hidden.csv': its name leads out of the folder or is no plain file name. It was not written. [.hidden.csv] Maybe rename the table or scenario.",
                        "File 'a/b/c.csv': its name leads out of the folder or is no plain file name. It was not written. [a/b/c.csv] Maybe rename the table or scenario.");
        assertThat(folder).isEmptyDirectory();
        assertThat(folder.resolveSibling("evil.csv")).doesNotExist();
    }

    @Test
    void theTemplateMustBeASoundCaseInBothLanguages() {
        for (Lang lang : Lang.values()) {
            SortedMap<String, String> template = CaseTemplates.empty("new-case", lang);
            assertThat(Small.texts(CaseReader.readText(template), Lang.EN)).isEmpty();
            assertThat(template.getOrDefault("routes.csv", ""))
                    .contains(
                            lang == Lang.EN
                                    ? "# loss: share lost on the way [fraction; default 0]"
                                    : "# loss: 途中で失われる割合 [fraction; 既定値 0]");
            assertThat(template.getOrDefault("routes.csv", "").lines().toList().getLast())
                    .startsWith("route,from,to,commodity,cost,tariff,capacity,loss,days,via,observed");
        }
    }

    @Test
    void theDataPackageMustNameFieldsKeysAndReferences() {
        String json = CaseWriter.texts(Small.years().file()).getOrDefault("datapackage.json", "");
        CaseFindings faults = new CaseFindings();
        assertThat(YamlTree.read("datapackage.json", json, faults)).isPresent();
        assertThat(faults.all()).isEmpty();
        assertThat(json)
                .contains("\"path\": \"processes.csv\"")
                .contains("\"primaryKey\": [\"process\"]")
                .contains("{\"fields\": \"place\", \"reference\": {\"resource\": \"places\", \"fields\": \"place\"}}")
                .contains("\"unit\": \"USD/{activity}\"");
    }

    @Test
    void theCommittedReferencePageMustBeTheGeneratedOne() throws IOException {
        Path page = Path.of("..", "docs", "reference", "case.md");
        assertThat(Files.readString(page))
                .withFailMessage(
                        "docs/reference/case.md differs from the schema; write CaseReference.markdown() there.")
                .isEqualTo(CaseReference.markdown());
    }

    @Test
    void everyColumnMustBeDescribedInBothLanguages() {
        for (CaseSchema.TableSpec table : CaseSchema.current().tables().values()) {
            assertThat(List.of(
                            table.meaning().en(),
                            table.meaning().ja(),
                            table.thing().en(),
                            table.thing().ja()))
                    .doesNotContain("");
            table.columns()
                    .values()
                    .forEach(column -> assertThat(List.of(
                                    column.meaning().en(), column.meaning().ja()))
                            .as("%s.%s", table.name(), column.name())
                            .doesNotContain(""));
        }
    }

    @Test
    void rawTablesMustBeTheSameHoweverTheyCame() {
        RawTable.Builder sheet = new RawTable.Builder("case.xlsx#places", "places", List.of("place", "kind"), 1);
        sheet.row(2);
        sheet.cell("mine");
        sheet.endRow();
        RawTable built = sheet.build();
        Map<String, RawTable> tables = new TreeMap<>(Map.of("places", built));
        RawCase raw = new RawCase(
                "case.xlsx", Small.years().files().getOrDefault("case.yaml", ""), tables, Map.of(), Map.of());
        var read = CaseReader.check(raw);
        assertThat(read.value().orElseThrow().table("places").names()).containsExactly("mine");
        assertThat(built.cell(0, 1)).isEmpty();
    }
}
