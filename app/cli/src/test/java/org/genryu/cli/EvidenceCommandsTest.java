package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    void aLedgerInAStoreMustAnswerAsOneInAFile() throws IOException {
        String store = folder.resolve("l.db").toString();
        String lines = folder.resolve("l.jsonl").toString();
        for (String ledger : new String[] {store, lines}) {
            assertThat(Session.of("read", file("a.txt", BLOG), file("b.txt", NEWS), "--ledger", ledger, "--quiet")
                            .code())
                    .isZero();
        }
        assertThat(Session.of("ledger", "list", "--ledger", store).out())
                .isEqualTo(Session.of("ledger", "list", "--ledger", lines).out());
        assertThat(Session.of("ledger", "export", "--ledger", store).out())
                .isEqualTo(Session.of("ledger", "export", "--ledger", lines).out());
        assertThat(Session.of("ledger", "search", "レアアース", "--ledger", store).out())
                .isEqualTo(Session.of("ledger", "search", "レアアース", "--ledger", lines)
                        .out())
                .startsWith("1 claims, ");
        String id = Session.of("ledger", "list", "--ledger", store, "--json")
                .json()
                .get("claims")
                .get(0)
                .get("id")
                .asString();
        assertThat(Session.of("ledger", "reject", id, "--reason", "another year", "--ledger", store)
                        .code())
                .isZero();
        assertThat(Session.of("ledger", "show", id, "--ledger", store).out()).contains("reject", "another year");
        assertThat(Session.of("ledger", "list", "--ledger", "jdbc:h2:mem:x").code())
                .isEqualTo(2);
        assertThat(Session.of(
                                "ledger",
                                "list",
                                "--ledger",
                                folder.resolve("none.db").toString())
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

    /// By hand: demand 75,000 t at 30 USD/t with elasticity −0.5 falls by 1,250 t for each dollar. With 72,000 t
    /// the
    /// price is 32.4; 5,000 t more or less of China's capacity move it by 4, 500 t of Australia's by 0.4.
    @Test
    void theClaimsThatMoveAPriceMostMustBeTold() throws IOException {
        Path small = Files.createDirectories(folder.resolve("small"));
        Files.writeString(small.resolve("case.yaml"), """
                id: small
                title: {en: Small, ja: 小}
                currency: USD
                price_year: 2025
                home: [JP]
                rival: [CN]
                discount_rate: 0.05
                periods: {first: 2025, last: 2025, step: year}
                """);
        Map<String, String> tables = Map.of(
                "places", "place,kind,country\nCN,country,CN\nAU,country,AU\nJP,country,JP\n",
                "commodities", "commodity,unit,stage,group\nore,t,mine,stone\n",
                "recipes", "recipe,commodity,amount\ndig,ore,1\n",
                "processes",
                        "process,place,recipe,status,capacity,cost\nmine-cn,CN,dig,operating,60000,10\nmine-au,AU,dig,operating,12000,25\nmine-au2,AU,dig,operating,40000,40\n",
                "routes", "route,from,to,commodity,cost\ncn-jp,CN,JP,ore,1\nau-jp,AU,JP,ore,2\n",
                "demands", "demand,place,use,commodity,amount,price,elasticity\nneed,JP,tools,ore,75000,30,-0.5\n");
        for (Map.Entry<String, String> table : tables.entrySet()) {
            file("small/" + table.getKey() + ".csv", table.getValue());
        }
        String ledger = folder.resolve("small.jsonl").toString();
        String text = "豪州ライナスの生産能力は年間1万2000トンだ。中国の生産能力は年間約6万トンだ。";
        Session.of("read", "--text", text, "--ledger", ledger, "--quiet");
        JsonNode claims = Session.of("ledger", "list", "--ledger", ledger, "--json")
                .json()
                .get("claims");
        String au = claims.get(0).get("id").asString().substring(7, 19);
        String cn = claims.get(1).get("id").asString().substring(7, 19);
        file(
                "small/claims.csv",
                "table,id,column,claims,pool\nprocesses,mine-au,capacity,%s,single\nprocesses,mine-cn,capacity,%s,single\n"
                        .formatted(au, cn));
        String[] trace = {
            "trace", small.toString(), "--place", "JP", "--commodity", "ore", "--claims", "--ledger", ledger, "--json"
        };
        JsonNode json = Session.of(trace).json();
        assertThat(json.get("claims").get(0).get("id").asString()).contains(cn);
        assertThat(json.get("claims").get(0).get("move").asDouble())
                .isCloseTo(4, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(json.get("claims").get(1).get("move").asDouble())
                .isCloseTo(0.4, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(json.get("claims_fallen")).isEmpty();
        Session.of("ledger", "reject", au, "--reason", "old", "--ledger", ledger);
        assertThat(Session.of(trace).json().get("claims_fallen")).hasSize(1);
        assertThat(Session.of("check", small.toString(), "--ledger", ledger).out())
                .contains(
                        "Value 'processes/mine-au.capacity': is 12000 and rests on claims that no longer stand",
                        "[claims.csv:2 claims]");
        assertThat(Session.of("check", small.toString(), "--ledger", "none.jsonl")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void thePageMustShowBothSidesOfAContradiction() throws IOException {
        String a = file("a.txt", "中国のジスプロシウムの輸出は2026年4月に18トンだった。");
        String b = file("b.txt", "China's dysprosium exports came to 31 tonnes in April 2026.");
        String page = folder.resolve("page").toString();
        String ledger = folder.resolve("page.jsonl").toString();
        assertThat(Session.of("read", a, b, "--out", page, "--ledger", ledger, "--quiet")
                        .code())
                .isZero();
        String html = Files.readString(folder.resolve("page").resolve("report.html"));
        assertThat(html)
                .contains("18トン", "31 tonnes", "Not both can be so.", "id=\"dots-1\"")
                .doesNotContain("<script");
        assertThat(Session.of(Lang.JA, false, "ledger", "list", "--ledger", ledger, "--out", page, "--quiet")
                        .code())
                .isZero();
        assertThat(Files.readString(folder.resolve("page").resolve("report.html")))
                .contains("未解決の食い違いが 1 件", "規則 K4");
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

    /// By hand: one report a day, but sixteen on the fifth day; the burst is named by its day and not by its gap.
    @Test
    void aBurstOfDocumentsMustBeNamedByItsDays() throws IOException {
        List<String> words = new java.util.ArrayList<>(List.of("trend"));
        for (int day = 1; day <= 9; day++) {
            for (int copy = 0; copy < (day == 5 ? 16 : 1); copy++) {
                words.add(file(day + "-" + copy + ".txt", "2026-03-0" + day + "\nレアアースの話、その" + copy + "。\n"));
            }
        }
        words.addAll(List.of("--topic", "レアアース", "--method", "kleinberg", "--json"));
        JsonNode burst =
                Session.of(words.toArray(String[]::new)).json().get("bursts").get(1);
        assertThat(burst.get("from").asString()).isEqualTo("2026-03-05");
        assertThat(burst.get("to").asString()).isEqualTo("2026-03-05");
        words.set(words.indexOf("レアアース"), "all");
        words.set(words.indexOf("kleinberg"), "poisson");
        JsonNode topics = Session.of(words.toArray(String[]::new)).json().get("topics");
        assertThat(topics.get(0).get("topic").asString()).isEqualTo("rare-earths");
        assertThat(topics.get(0).get("reports").asInt()).isEqualTo(24);
        assertThat(topics.get(1).get("false_alarms_a_week").asDouble()).isZero();
    }

    /// By hand: 56 days, Mondays of 30 and else 10; the last Tuesday has 30.
    @Test
    void aWeekdayMustBeHeldAgainstItsLikes() throws IOException {
        StringBuilder text = new StringBuilder("# pulled 2026-06-01\ntime,count\n");
        java.time.LocalDate monday = java.time.LocalDate.of(2026, 1, 5);
        for (int t = 0; t < 58; t++) {
            int count = t == 57 ? 30 : (t % 7 == 0 ? 30 : 10) + t / 7 % 2;
            text.append(monday.plusDays(t)).append(',').append(count).append('\n');
        }
        String series = file("days.csv", text.toString());
        String plain = Session.of("trend", series, "--method", "ears-c1").out();
        String weekly =
                Session.of("trend", series, "--method", "ears-c1", "--weekday").out();
        assertThat(plain).contains("pulled on 2026-06-01", "0 alarms in 58 days");
        assertThat(weekly).contains("1 alarms in 58 days", "2026-03-03  30");
        String gaps = file("gaps.csv", "time,count\n2026-01-01,3\n2026-01-09,4\n");
        assertThat(Session.of("trend", gaps, "--weekday").err()).contains("without gaps");
    }

    /// A share is no count: it can raise an alarm, and no rate of false ones is told.
    @Test
    void aShareMustNotBeTakenForACount() throws IOException {
        StringBuilder text = new StringBuilder("Date,Series,Value\n");
        for (int day = 1; day <= 12; day++) {
            text.append("2026-01-%02d,Volume Intensity,0.%s%n"
                    .formatted(day, day == 12 ? "5" : day % 2 == 0 ? "11" : "12"));
        }
        String series = file("gdelt.csv", text.toString());
        String told = Session.of("trend", series, "--lang", "ja").out();
        assertThat(told).contains("取得日が不明です", "12 時点に警報 1 件。件数でない値の誤報率はわかりません。");
        assertThat(Session.of("trend", series, "--method", "poisson").err()).contains("poisson needs counts");
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
