package org.genryu.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.genryu.cli.Session;
import org.genryu.cli.SmallCases;
import org.genryu.core.Lang;
import org.genryu.study.SolvedCases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `genryu stress` and `genryu scenarios` as people and programs meet them. Rung: by hand.
class StressCommandTest {
    @TempDir
    Path folder;

    /// 100 a month, a stock of 300, a ban of six months: served 1-3, nothing in 4-6.
    @BeforeEach
    void town() throws IOException {
        SmallCases.town().in(folder);
        scenario("stop", "events:\n  - ban: {from: CN, start: 2027-01, months: 6}\n");
        scenario("calm", "events: []\n");
    }

    private void scenario(String id, String events) throws IOException {
        Path into = Files.createDirectories(folder.resolve("scenarios"));
        Files.writeString(
                into.resolve(id + ".yaml"),
                "title: {en: The " + id + ", ja: " + id + "の話}\nstart: 2027-01\nmonths: 12\nforesight: 0\n" + events);
    }

    private Session ask(Lang lang, String... more) {
        String[] words = new String[more.length + 3];
        words[0] = "stress";
        words[1] = folder.toString();
        words[2] = "--quiet";
        System.arraycopy(more, 0, words, 3, more.length);
        return Session.of(lang, false, words);
    }

    @Test
    void theScreenMustSayWhoRunsShortWhenAndAgainstWhat() {
        Session told = ask(Lang.EN, "--scenario", "stop");
        assertThat(told.err()).isEmpty();
        assertThat(told.code()).isZero();
        assertThat(told.out())
                .contains("What if: The stop")
                .contains("against the calm world")
                .contains("Good for tools, Town: -100% in 2027-04; short from 2027-04 after")
                .contains("holding out 3.0")
                .contains("whole again from 2027-07")
                .contains("in commercial stock, Town, 2027-03")
                .contains("Holds out: ")
                .contains("3.0 months (Good, 91 days of cover), whole after 6 months");
        assertThat(told.out().lines().count()).isLessThanOrEqualTo(24);
        assertThat(ask(Lang.JA, "--scenario", "stopの話").out())
                .contains("もし：stopの話")
                .contains("平時との比較")
                .contains("2027年4月から不足")
                .contains("3.0か月（品、在庫91日分）、6か月後に回復");
    }

    @Test
    void theDocumentMustCarryTheMonths() {
        Session told = ask(Lang.EN, "--scenario", "stop", "--json");
        JsonNode json = JsonMapper.shared().readTree(told.out());
        assertThat(json.get("status").asString()).isEqualTo("solved");
        JsonNode use = json.get("stress_uses").get(0);
        assertThat(use.get("first_short").asString()).isEqualTo("2027-04");
        assertThat(use.get("survive").asDouble()).isEqualTo(3);
        assertThat(use.get("lacking").asDouble()).isEqualTo(300, org.assertj.core.api.Assertions.within(1e-4));
        assertThat(json.get("stress_months").size()).isEqualTo(24);
        JsonNode held = json.get("stress_survival").get(0);
        assertThat(held.get("country").asString()).isEqualTo("JP");
        assertThat(held.get("commodity").asString()).isEqualTo("good");
        assertThat(held.get("survive").asDouble()).isEqualTo(3);
        assertThat(held.get("recover").asDouble()).isEqualTo(6);
        assertThat(held.get("empty").asString()).isEqualTo("heap");
        assertThat(held.get("empty_from").asString()).isEqualTo("2027-03");
    }

    @Test
    void theFolderMustHoldItsTables() {
        Path out = folder.resolve("out");
        assertThat(ask(Lang.EN, "--scenario", "stop", "--out", out.toString()).code())
                .isZero();
        assertThat(out.toFile().list())
                .contains("stress_uses.csv", "stress_months.csv", "stress_stocks.csv", "prices.csv", "run.json");
    }

    @Test
    void thePageMustSayTheSameInBothLanguages() throws IOException {
        scenario(
                "answer",
                "measures:\n  - stockpile: {place: town, commodity: good, amount: 300 t, start: 2027-01, months: 12}\n");
        for (Lang lang : Lang.values()) {
            Path out = folder.resolve("out-" + lang);
            Session told = ask(lang, "--scenario", "stop", "--with", "answer", "--measures", "--out", out.toString());
            assertThat(told.code()).as(told.err()).isZero();
            String page = Files.readString(out.resolve("report.html"));
            assertThat(page)
                    .contains(lang == Lang.EN ? "Who runs short, and when" : "誰がいつ不足するか")
                    .contains(lang == Lang.EN ? "What each measure is worth" : "各対策の効果")
                    .contains(lang == Lang.EN ? "no measure" : "対策なし")
                    .contains("scenarios/answer.yaml:");
            assertThat(Files.readString(out.resolve("stress_effects.csv")).lines())
                    .hasSize(5);
        }
    }

    /// Each part of a scenario is gone through once: a lever that is added leaves the others' as they are kept.
    @Test
    void whatALeverDoesNotTouchMustBeKeptAndTellTheSame() throws IOException {
        scenario("answer", """
                measures:
                  - stockpile: {place: town, commodity: good, amount: 300 t, start: 2027-01, months: 12}
                  - sharing: {members: [JP]}
                """);
        Path all = folder.resolve("kept");
        SolvedCases kept = SolvedCases.in(all, "this program");
        String[] two = {"stress", folder.toString(), "--scenario", "stop", "--with", "answer", "--measures", "--json"};
        String[] one = two.clone();
        one[5] = "answer:stockpile";
        String fresh = Session.of(Lang.EN, false, two).out();
        assertThat(fresh).contains("\"stress_effects\"");
        assertThat(Session.of(kept, one).code()).isZero();
        int before = entries(all);
        assertThat(Session.of(kept, two).out()).isEqualTo(fresh);
        // the measures without the events, sharing with them, all; the events, and the stock with them, were
        // there
        assertThat(entries(all)).isEqualTo(before + 3);
        assertThat(Session.of(kept, two).out()).isEqualTo(fresh);
        assertThat(entries(all)).isEqualTo(before + 3);
    }

    private static int entries(Path of) throws IOException {
        try (Stream<Path> files = Files.walk(of)) {
            return (int) files.filter(Files::isRegularFile).count();
        }
    }

    /// The shelf is gone through once and told from what is kept from then on, in both languages.
    @Test
    void theShelfMustBeOneTableOfTheRun() throws IOException {
        SolvedCases kept = SolvedCases.in(folder.resolve("kept"), "this program");
        Path out = folder.resolve("run");
        String[] run = {"run", folder.toString(), "--quiet", "--out", out.toString()};
        assertThat(Session.of(kept, run).out())
                .contains("2 scenarios, not gone through yet")
                .containsPattern("genryu run \\S+ --shelf +what every scenario comes to");
        assertThat(Files.readString(out.resolve("report.html"))).doesNotContain("--shelf"); // no place to type it
        assertThat(out.resolve("scenarios.csv")).doesNotExist();
        String[] asked = {"run", folder.toString(), "--quiet", "--out", out.toString(), "--shelf"};
        Session first = Session.of(kept, asked);
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("stop: Good, Town -100% (2027-04)").contains("calm: no shortage");
        String table = Files.readString(out.resolve("scenarios.csv"));
        assertThat(table.lines()).hasSize(3);
        assertThat(table.lines().filter(line -> line.startsWith("stop,")))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .startsWith("stop,2027-01,12,yes,1,town,good,tools,1,2027-04,2027-04,3,2027-07,town,good,11,")
                .contains(",town,good,commercial,2027-03,");
        String page = Files.readString(out.resolve("report.html"));
        assertThat(page)
                .contains("What the scenarios come to")
                .contains("2 of 2 were gone through, in 1 of them a use runs short")
                .contains("stop: The stop");
        Session again = Session.of(kept, run);
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(Files.readString(out.resolve("scenarios.csv"))).isEqualTo(table);
        assertThat(Session.of(kept, "scenarios", folder.toString(), "--told", "--quiet")
                        .out())
                .contains("Good for tools, Town: -100% in 2027-04; short from 2027-04 after holding out 3.0 months");
        assertThat(Session.of(kept, "run", folder.toString(), "--shelf", "--scenario", "stop")
                        .err())
                .contains("--shelf has no effect here");
    }

    @Test
    void severalScenariosMustStandSideBySide() throws IOException {
        Path out = folder.resolve("beside");
        Session told = ask(Lang.EN, "--scenario", "calm, stop", "--out", out.toString());
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out().lines().filter(line -> line.startsWith("Facts changed")))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .matches("Facts changed +— +export ban \\(CN\\)");
        assertThat(told.out()).containsPattern("Short from +— +2027-04");
        assertThat(out.toFile().list()).containsExactlyInAnyOrder("scenarios.csv", "report.html", "run.json");
        assertThat(Files.readString(out.resolve("report.html"))).contains("Side by side");
        assertThat(ask(Lang.JA, "--scenario", "calm、stop").out()).contains("変わる事実");
        assertThat(ask(Lang.EN, "--scenario", "calm,stop", "--measures").code()).isEqualTo(2);
        assertThat(ask(Lang.EN, "--scenario", "calm,stop", "--futures", "3").err())
                .contains("one scenario");
        assertThat(ask(Lang.EN, "--scenario", "calm,stpo").err()).contains("stop");
        assertThat(ask(Lang.EN, "--scenario", "calm,stop", "--json")
                        .json()
                        .get("shelf")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void theTornadoMustTellOneNumberAtATime() throws IOException {
        Path demands = folder.resolve("demands.csv");
        Files.writeString(demands, Files.readString(demands).replace(",1200,", ",1100..1300,"));
        Path out = folder.resolve("tornado");
        Session told = ask(Lang.EN, "--scenario", "stop", "--tornado", "--out", out.toString());
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out()).contains("One of 1 uncertain numbers at a time").contains("amount of demands eat");
        assertThat(out.toFile().list()).containsExactlyInAnyOrder("stress_swings.csv", "run.json");
        assertThat(ask(Lang.JA, "--scenario", "stop", "--tornado").out()).contains("一つずつ");
    }

    /// Three months of stock of the town, three more of the answer: six months of ban are bridged.
    @Test
    void theMeasuresOfAnotherScenarioMustHelp() throws IOException {
        scenario(
                "answer",
                "measures:\n  - stockpile: {place: town, commodity: good, amount: 300 t, start: 2027-01, months: 12}\n");
        Session told = ask(Lang.EN, "--scenario", "stop", "--with", "answer", "--measures");
        assertThat(told.err()).isEmpty();
        assertThat(told.out())
                .contains("At home no use lacks more than a hundredth")
                .contains("stockpile Good costs")
                .contains("stockpile Good alone spares users at home");
        assertThat(ask(Lang.EN, "--scenario", "answer", "--with", "stop").err()).contains("has no measures to add");
        assertThat(ask(Lang.JA, "--scenario", "stop", "--with", "anser").err()).contains("answer");
    }

    @Test
    void whatIsInForceMustBeToldAgainstTheWorldWithoutIt() throws IOException {
        Path header = folder.resolve("case.yaml");
        Files.writeString(header, Files.readString(header) + "base: [stop]\n");
        Session told = ask(Lang.EN, "--scenario", "stop");
        assertThat(told.out())
                .contains("It is in force in the base of the case")
                .contains("-100% in 2027-04");
        assertThat(Session.of(Lang.EN, false, "scenarios", folder.toString(), "--told", "--quiet")
                        .out())
                .contains("-100% in 2027-04");
    }

    @Test
    void aCalmScenarioMustBeCalm() {
        Session told = ask(Lang.EN, "--scenario", "calm");
        assertThat(told.code()).isZero();
        assertThat(told.out())
                .contains("At home no use lacks more than a hundredth")
                .contains("No price at home moves");
    }

    @Test
    void faultsMustBeFindings() {
        Session unknown = ask(Lang.EN, "--scenario", "stpo");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("stop");
        assertThat(ask(Lang.EN).code()).isEqualTo(2);
    }

    /// A scenario whose events come by chance is for futures: it is listed, and not told as if all came at once.
    @Test
    void whatComesByChanceMustBeForFutures() throws IOException {
        scenario("chance", "events:\n  - ban: {from: CN, start: 2027-01, months: 6, hazard: 0.1}\n");
        Session told = Session.of(Lang.EN, false, "scenarios", folder.toString(), "--told", "--quiet");
        assertThat(told.out())
                .containsOnlyOnce("export ban; by chance, for `genryu stress --futures`")
                .containsOnlyOnce("short from");
        assertThat(Session.of(Lang.JA, false, "scenarios", folder.toString(), "--quiet")
                        .out())
                .contains("輸出禁止（確率的に発生、`genryu stress --futures` 用）");
    }

    @Test
    void scenariosMustBeListedAndTold() {
        Session listed = Session.of(Lang.EN, false, "scenarios", folder.toString(), "--quiet");
        assertThat(listed.code()).isZero();
        assertThat(listed.out()).contains("stop: The stop").contains("ban").contains("genryu stress");
        Session told = Session.of(Lang.JA, false, "scenarios", folder.toString(), "--told", "--quiet");
        assertThat(told.out()).contains("2027年4月から不足").contains("平時より百分の一を超えて減る用途はない");
    }

    @Test
    void futuresMustBeTheSameOnAnyNumberOfWorkersAndAlone() throws IOException {
        uncertain();
        Session one = ask(Lang.EN, "--scenario", "stop", "--futures", "20", "--workers", "1", "--json");
        Session two = ask(Lang.EN, "--scenario", "stop", "--futures", "20", "--workers", "2", "--json");
        assertThat(one.code()).isZero();
        assertThat(two.out()).isEqualTo(one.out());
        JsonNode row =
                JsonMapper.shared().readTree(one.out()).get("stress_futures").get(3);
        JsonNode alone = JsonMapper.shared()
                .readTree(ask(Lang.EN, "--scenario", "stop", "--futures", "20", "--future", "3", "--json")
                        .out());
        assertThat(alone.get("cost").asDouble()).isEqualTo(row.get("cost").asDouble());
    }

    @Test
    void theScreenOfFuturesMustSayHowLikelyWhatItCostsAndHowSure() throws IOException {
        uncertain();
        assertThat(ask(Lang.EN, "--scenario", "stop", "--futures", "20").out())
                .contains("What if, over 20 futures: The stop")
                .contains("numbers that each future draws within their ranges: 1")
                .contains("At home something runs short in 100% (84% to 100%) of the futures")
                .contains("amount of demands eat (rank correlation 1)")
                .contains("20 of 20 futures have an answer in");
        assertThat(ask(Lang.JA, "--scenario", "stop", "--futures", "20").out())
                .contains("もし（20通りの未来で）：stopの話")
                .contains("不足する未来は100%（84%〜100%）");
    }

    @Test
    void futuresMustHaveAPageWithFiftyEquallyLikelyValues(@TempDir Path elsewhere) throws IOException {
        uncertain();
        String en = elsewhere.resolve("en").toString();
        String ja = elsewhere.resolve("ja").toString();
        assertThat(ask(Lang.EN, "--scenario", "stop", "--futures", "20", "--out", en)
                        .code())
                .isZero();
        assertThat(Files.readString(Path.of(en, "report.html")))
                .contains("20 of 20 futures have an answer", "&quot;kind&quot;:&quot;dots&quot;")
                .contains("of %2$s equally likely futures run short before month %3$s (from ")
                .contains("Table (50 rows)");
        assertThat(ask(Lang.JA, "--scenario", "stop", "--futures", "20", "--out", ja)
                        .code())
                .isZero();
        assertThat(Files.readString(Path.of(ja, "report.html"))).contains("等確率の未来%2$s本中%1$s本で");
    }

    @Test
    void whatSaysSomethingOfFuturesMustNeedThem() {
        Session told = ask(Lang.EN, "--scenario", "stop", "--future", "3");
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).contains("--future needs --futures: it says something of futures.");
        assertThat(ask(Lang.EN, "--scenario", "stop", "--futures", "3", "--future", "3")
                        .err())
                .contains("--future is '3'; it must be a whole number from 0 to 2: futures are numbered from 0.");
    }

    /// Spark is not in the default program; the same command with it is in the tests of its own module.
    @Test
    void anEngineThatIsNotThereOrNotMeantMustBeSaid() throws IOException {
        uncertain();
        Session none = ask(Lang.EN, "--scenario", "stop", "--futures", "3", "--engine", "spark");
        assertThat(none.code()).isEqualTo(78);
        assertThat(none.err())
                .contains("Apache Spark is not in this program.")
                .contains("--engine local goes through the same futures.");
        assertThat(ask(Lang.JA, "--scenario", "stop", "--futures", "3", "--engine", "spark")
                        .err())
                .contains("このプログラムには Apache Spark がありません。");
        assertThat(ask(Lang.EN, "--scenario", "stop", "--futures", "3", "--engine", "hadoop")
                        .err())
                .contains("--engine is 'hadoop'; it must be one of local, spark.");
        assertThat(ask(Lang.EN, "--scenario", "stop", "--futures", "3", "--master", "spark://here:7077")
                        .err())
                .contains("--master needs --engine spark: it is where Spark takes work.");
        assertThat(ask(Lang.EN, "--scenario", "stop", "--futures", "3", "--future", "1", "--engine", "spark")
                        .err())
                .contains("--engine needs --futures without --future: one of them alone is gone through here.");
        assertThat(ask(Lang.EN, "--scenario", "stop", "--futures", "20", "--engine", "local", "--json")
                        .out())
                .isEqualTo(ask(Lang.EN, "--scenario", "stop", "--futures", "20", "--json")
                        .out());
    }

    @Test
    void futuresOfACaseWithoutRangesMustBeAFinding() {
        Session told = ask(Lang.EN, "--scenario", "stop", "--futures", "3");
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err()).contains("no number that the scenario rests on was written with a range");
    }

    private void uncertain() throws IOException {
        Files.writeString(
                folder.resolve("demands.csv"),
                "demand,place,use,commodity,amount,shortage_cost\neat,town,tools,good,1000..1400,1000\n");
    }

    /// Where a ton short costs less than a ton, nobody buys in calm; there is nothing to hold out with, and that is
    /// told.
    @Test
    void aWorldInWhichNobodyBuysMustBeToldToo() {
        String cheap = SmallCases.sound()
                .with("demands.csv", "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,ore,60,3\n")
                .in(folder.resolve("cheap"));
        Session told = Session.of(
                "stress",
                cheap,
                "--scenario",
                "closed",
                "--out",
                folder.resolve("told").toString());
        assertThat(told.code()).as(told.err()).isZero();
    }
}
