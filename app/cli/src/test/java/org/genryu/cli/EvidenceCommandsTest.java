package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// By hand: documents in; claims, contradictions, a ledger and a trend out.
class EvidenceCommandsTest {
    private static final String BLOG = "2025年2月27日、トランプ大統領が来日し、高市早苗首相と初めての会談を行いました。\n中国は世界のレアアースの9割以上を精製しています。\n";
    private static final String NEWS = "10月28日、高市首相とトランプ大統領が初めての首脳会談に臨んだ。\n2025年10月掲載\n";

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void whatDoesNotFitMustBeSaidFirst() throws IOException {
        Session session = Session.of("read", file("a.txt", BLOG), file("b.txt", NEWS), "--quiet");
        assertThat(session.code()).isZero();
        assertThat(session.out())
                .startsWith("2 documents, ")
                .contains("What does not fit (3)", "the dates are 243 days apart.");
        assertThat(session.out().indexOf("What does not fit"))
                .isLessThan(session.out().indexOf("What agrees"));
        Session japanese = Session.of("read", file("a.txt", BLOG), file("b.txt", NEWS), "--quiet", "--lang", "ja");
        assertThat(japanese.out())
                .startsWith("文書 2 件、")
                .contains("日付が243日離れています。", "中国：精製の割合（レアアース） = >= 90% \"9割以上\"");
    }

    @Test
    void theJsonMustHoldClaimsAndRelations() {
        JsonNode json = Session.of("read", "--text", "1トン当たり5万ドル", "--json").json();
        JsonNode value = json.get("claims").get(0).get("value");
        assertThat(value.get("mode").asDouble()).isEqualTo(50_000);
        assertThat(value.get("unit").asString()).isEqualTo("USD/t");
        assertThat(value.get("basis").asString()).isEqualTo("rate");
        assertThat(json.get("relations")).isEmpty();
    }

    @Test
    void theSameFilesMustGiveTheSameBytes() throws IOException {
        String a = file("a.txt", BLOG);
        String b = file("b.txt", NEWS);
        assertThat(Session.of("read", a, b, "--json").out())
                .isEqualTo(Session.of("read", a, b, "--json").out());
    }

    @Test
    void aLedgerMustKeepWhatAPersonDecides() throws IOException {
        String ledger = folder.resolve("l.jsonl").toString();
        assertThat(Session.of("read", file("a.txt", BLOG), file("b.txt", NEWS), "--ledger", ledger, "--quiet")
                        .out())
                .contains("claims added to the ledger.");
        Session list = Session.of("ledger", "list", "--ledger", ledger, "--json");
        String id = list.json().get("claims").get(0).get("id").asString().substring(7, 19);
        assertThat(Session.of("ledger", "reject", id, "--ledger", ledger).err())
                .startsWith("genryu: ledger: --reason is missing");
        Session rejected =
                Session.of("ledger", "reject", id, "--reason", "read wrong", "--by", "anna", "--ledger", ledger);
        assertThat(rejected.out()).isEqualTo(id.substring(0, 10) + " rejected\n");
        assertThat(Session.of("ledger", "show", id, "--ledger", ledger).out()).contains("anna  reject", "read wrong");
        assertThat(Session.of("ledger", "search", "精製", "--ledger", ledger).out())
                .startsWith("1 claims");
        Session csv = Session.of("ledger", "export", "--format", "csv", "--ledger", ledger);
        assertThat(csv.out()).startsWith("id,status,kind,");
        Session lines = Session.of("ledger", "export", "--ledger", ledger);
        String other = folder.resolve("m.jsonl").toString();
        assertThat(Session.of("ledger", "import", file("x.jsonl", lines.out()), "--ledger", other)
                        .out())
                .endsWith("claims added.\n");
        assertThat(Session.of("ledger", "jump", "--ledger", ledger).code()).isEqualTo(2);
        assertThat(Session.of("ledger", "show", "zz", "--ledger", ledger).code())
                .isEqualTo(1);
        assertThat(Session.of(
                                "ledger",
                                "list",
                                "--ledger",
                                folder.resolve("none").toString())
                        .code())
                .isEqualTo(1);
    }

    @Test
    void aHeadlineMustBecomeAScenarioThatACaseReads() throws IOException {
        Path mine = folder.resolve("mine");
        assertThat(Session.of("init", mine.toString(), "--from", "alliance", "--quiet")
                        .code())
                .isZero();
        String scenarios = mine.resolve("scenarios").toString();
        Session read =
                Session.of("read", "--text", "中国は2027年1月から日本へのレアアース輸出を停止した。", "--scenario", scenarios, "--quiet");
        assertThat(read.out()).contains("Draft of a scenario: ");
        try (Stream<Path> files = Files.list(mine.resolve("scenarios"))) {
            List<Path> drafts = files.filter(
                            path -> path.getFileName().toString().startsWith("draft-ban-"))
                    .toList();
            assertThat(drafts).hasSize(1);
            assertThat(Files.readString(drafts.getFirst(), StandardCharsets.UTF_8))
                    .contains(
                            "- ban: {from: CN, to: [JP], commodities: [group:rare-earth], start: 2027-01, months: 2}",
                            "# assumption: months 2");
        }
        Session check = Session.of("check", mine.toString());
        assertThat(check.out()).contains("0 errors");
    }

    @Test
    void aNumberThatRestsOnAFallenClaimMustBeTold() throws IOException {
        Path mine = folder.resolve("mine");
        assertThat(Session.of("init", mine.toString(), "--from", "alliance", "--quiet")
                        .code())
                .isZero();
        String ledger = folder.resolve("l.jsonl").toString();
        String text = "豪州ライナスのレアアースの生産能力は年間1500トンだ。";
        assertThat(Session.of("read", "--text", text, "--ledger", ledger, "--quiet")
                        .code())
                .isZero();
        String claim = Session.of("ledger", "list", "--ledger", ledger, "--json")
                .json()
                .get("claims")
                .get(0)
                .get("id")
                .asString()
                .substring(7, 19);
        String process =
                Files.readAllLines(mine.resolve("processes.csv")).get(1).split(",")[0];
        Files.writeString(
                mine.resolve("claims.csv"),
                "table,id,column,claims,pool\nprocesses," + process + ",capacity," + claim + ",single\n");
        Session before = Session.of("ledger", "cited", mine.toString(), "--ledger", ledger);
        assertThat(before.out())
                .startsWith("1 numbers rest on claims; 0 of them")
                .contains("the claims make 1500 t/yr");
        assertThat(Session.of("ledger", "reject", claim, "--reason", "x", "--ledger", ledger)
                        .code())
                .isZero();
        Session after = Session.of("ledger", "cited", mine.toString(), "--ledger", ledger, "--lang", "ja");
        assertThat(after.out()).contains("うち 1 個は取り下げられた主張", "(rejected)");
    }

    @Test
    void nothingOfADocumentMaySteerATerminal() {
        String text = "中国は世界の\u001b[31mレアアースの\u202e9割以上を精製している。";
        assertThat(Session.of("read", "--text", text, "--quiet").out()).doesNotContain("\u001b", "\u202e");
        Session json = Session.of("read", "--text", text, "--json");
        assertThat(json.out()).doesNotContain("\u001b", "\u202e");
        assertThat(json.json().get("claims")).isNotEmpty();
    }

    @Test
    void aTrendMustFindThePublishedBursts() throws IOException {
        String series = file(
                "s.csv",
                "time,count,total\n0,0,9\n1,2,11\n2,1,12\n3,6,10\n4,7,10\n5,2,8\n6,8,12\n7,7,10\n8,2,13\n9,1,11\n");
        JsonNode json = Session.of(
                        "trend", series, "--method", "kleinberg-batched", "--s", "2", "--gamma", "1", "--json")
                .json();
        assertThat(json.get("cost").asDouble()).isCloseTo(25.524433, org.assertj.core.data.Offset.offset(5e-7));
        assertThat(json.get("states").toString()).isEqualTo("[0,0,0,1,1,0,1,1,0,0]");
        assertThat(Session.of("trend", series, "--method", "ears-c1", "--lang", "ja")
                        .out())
                .contains("誤報が見込まれます。");
        assertThat(Session.of("trend", series, "--method", "magic").code()).isEqualTo(2);
        assertThat(Session.of("trend", series, "--method", "kleinberg", "--s", "1")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void whatCannotBeReadMustBeToldWithoutATrace() throws IOException {
        Session none = Session.of("read", folder.resolve("none.txt").toString());
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("it is no file.");
        Session binary = Session.of(
                Lang.JA,
                false,
                "read",
                Files.write(folder.resolve("x.bin"), new byte[] {0, 1, 2}).toString());
        assertThat(binary.err()).contains("形式がわかりません。");
        assertThat(Session.of("read").code()).isEqualTo(2);
        assertThat(Session.of("read", "--text", "x", "--date", "soon").err()).startsWith("genryu: --date is 'soon'");
    }
}
