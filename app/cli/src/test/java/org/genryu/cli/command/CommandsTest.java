package org.genryu.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genryu.balance.BalanceModel;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.cli.Session;
import org.genryu.cli.SmallCases;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The commands as a person uses them, on a case of one mine and one town. Rung: by hand.
class CommandsTest {
    private static final double CENT = 0.005;

    @TempDir
    private Path folder;

    private String small() {
        return SmallCases.sound().in(folder.resolve("small"));
    }

    @Test
    void balanceMustSayThePriceThatOneCanWorkOutByHand() {
        Session balance = Session.of("balance", small(), "--json");
        assertThat(balance.code()).isZero();
        JsonNode answer = balance.json();
        assertThat(answer.get("status").asString()).isEqualTo("optimal");
        assertThat(answer.get("objective").asDouble()).isCloseTo(2 * 60 * 12, within(CENT));
        assertThat(answer.get("cost").asDouble()).isCloseTo(2 * 60 * 12, within(CENT));
        assertThat(answer.get("welfare").isNumber()).isTrue();
        assertThat(answer.get("shortages")).isEmpty();
        assertThat(answer.get("prices")).hasSize(4).anySatisfy(price -> {
            assertThat(price.get("place").asString()).isEqualTo("town");
            assertThat(price.get("commodity").asString()).isEqualTo("ore");
            assertThat(price.get("period").asString()).isEqualTo("2025");
            assertThat(price.get("price").asDouble()).isCloseTo(12, within(CENT));
        });
        assertThat(answer.get("seconds").propertyNames()).contains("start", "read", "build", "solve");
    }

    @Test
    void balanceMustSpeakBothLanguagesToPeople() {
        Session english = Session.of("balance", small());
        assertThat(english.out())
                .isEqualTo("""
                One mine and one town: base case, 2025 to 2026
                Depends on    No home country is named; of the world's ore, 100% is made in mine (2025)
                Runs short    No use of a fixed amount runs short
                              The price keeps no use from more than 1% of what it wants
                Prices        No price of what is used moves by 5% or more
                              2026: ore, town $12/t
                Money         Users pay $1,440 over all periods, discounted: costs $1,440, rents $0, unexplained by
                              the base year $0
                How sure      Not fitted to an observed base year · rows that are assumptions: 0, unverified: 0 ·
                              each of the 4 prices is one number · proved best for these numbers, not a forecast
                NEXT
                              `--out DIR` writes all rows as tables.
                """.replace("NEXT\n", next("Next", "run", "--scenario closed", "The rail is closed")));
        assertThat(english.err()).contains("reading ", "balancing supply and demand");
        Session japanese = Session.of("balance", small(), "--lang", "ja");
        assertThat(japanese.out()).isEqualTo("""
                鉱山と町：基準ケース（2025年〜2026年）
                依存先        自国の指定なし。世界のoreの100%はmine製（2025年）
                不足          量の決まった用途に不足はない
                              価格のために必要量の1%超を控える用途はない
                価格          使うものの価格に5%以上の動きはない
                              2026年：townのore 12ドル/トン
                金額          全期間の利用者の支払（割引後）1,440ドル：費用1,440ドル、レント0ドル、基準年で説明でき
                              ない分0ドル
                確かさ        観測された基準年には合わせていない · 仮定の行は0件、未検証は0件 · 価格4件はすべて一点
                              に定まる · この数値に対する最適を証明済み。予測ではない
                NEXT
                              `--out DIR` ですべての行を表に書き出します。
                """.replace("NEXT\n", next("次に", "run", "--scenario closed", "鉄道の閉鎖")));
        assertThat(japanese.err()).contains("を読み込み中");
    }

    /// The rows with a command, whose width hangs on where the test runs.
    private String next(String head, String name, String options, String what) {
        String command = "genryu " + name + " " + small() + (options.isEmpty() ? "" : " " + options);
        return String.join("\n", BriefRows.beside(head, BriefRows.command(command, what))) + "\n";
    }

    /// The rail is closed in 2026: 60 t are not served, a ton short costs 500 instead of 12; 60 · 488 are lost.
    @Test
    void aScenarioMustBeToldAgainstTheBaseCase() {
        Session english = Session.of("balance", small(), "--scenario", "closed", "--quiet");
        assertThat(english.out()).isEqualTo("""
                What if: The rail is closed
                One mine and one town, 2025 to 2026, against the base case
                Runs short    Nothing left, against the base case: ore for tools, town: 100% (60 t, 2026)
                Prices        Base case → now: ore, town $12 → $500/t (2026, 42 times)
                Money         Welfare over all periods, discounted: the world loses $29,280
                Depends on    No home country is named; of the world's ore, 100% is made in mine (2025)
                How sure      Not fitted to an observed base year · rows that are assumptions: 0, unverified: 0 · 2
                              of 4 prices are one number, the others open · proved best for these numbers, not a
                              forecast
                NEXT
                TRACE
                              `--out DIR` writes all rows as tables.
                """.replace("NEXT\n", next("Next", "run", "", "the base case")).replace(
                "TRACE\n",
                next("", "trace", "--scenario closed --place town --commodity ore", "who stands behind it")));
        Session japanese = Session.of("balance", small(), "--scenario", "closed", "--quiet", "--lang", "ja");
        assertThat(japanese.out()).startsWith("""
                もし：鉄道の閉鎖
                鉱山と町（2025年〜2026年）、基準ケースとの比較
                不足          基準ケースに比べ皆無になるもの：townのore（tools）100%（60トン、2026年）
                価格          基準ケース → 今回：townのore 12 → 500ドル/トン（2026年、42倍）
                金額          全期間の厚生（割引後）：世界の損失 2.9万ドル
                """);
    }

    /// What is typed next must be a question that the case answers; a row that goes on has no head.
    @Test
    void whatCanBeTypedNextMustWork() {
        Session told = Session.of("balance", small(), "--scenario", "closed", "--quiet");
        String after = told.out().substring(told.out().indexOf("\nNext")).replaceAll("\n {14}(?!genryu|`)", " ");
        List<String> commands = after.lines()
                .map(row -> row.substring(Math.min(14, row.length())))
                .filter(row -> row.startsWith("genryu "))
                .map(row -> row.replaceAll("  .*", ""))
                .toList();
        assertThat(commands).hasSize(2).allSatisfy(command -> {
            List<String> words = new ArrayList<>(List.of(command.split(" ")));
            words.removeFirst();
            words.addAll(List.of("--quiet", "--out", folder.resolve("next").toString()));
            assertThat(Session.of(words.toArray(String[]::new)).code()).isZero();
        });
    }

    @Test
    void aScenarioMustChangeTheAnswer() {
        Session closed = Session.of("balance", small(), "--scenario", "closed", "--json", "--quiet");
        assertThat(closed.code()).isZero();
        assertThat(closed.err()).isEmpty();
        assertThat(closed.json().get("shortages")).singleElement().satisfies(one -> {
            assertThat(one.get("period").asString()).isEqualTo("2026");
            assertThat(one.get("short").asDouble()).isCloseTo(60, within(CENT));
        });
    }

    @Test
    void whatABalanceDoesNotActOnMustBeAWarningAlsoOfItsAnswer() throws IOException {
        String folders = SmallCases.sound()
                .with(
                        "scenarios/closed.yaml",
                        "id: closed\nmeasures:\n  - stockpile: {place: town, commodity: ore, days: 90}\n")
                .in(folder.resolve("stocked"));
        Path out = folder.resolve("stocked-out");
        Session balance = Session.of("balance", folders, "--scenario", "closed", "--json", "--out", out.toString());
        assertThat(balance.json().get("findings")).singleElement().satisfies(one -> {
            assertThat(one.get("severity").asString()).isEqualTo("warning");
            assertThat(one.get("message").asString())
                    .startsWith(
                            "Scenario 'closed': a balance does not act on stockpile; its results are those without it. [scenarios/closed.yaml:3 stockpile]");
        });
        assertThat(Files.readString(out.resolve("run.json"))).contains("a balance does not act on stockpile");
        Session run = Session.of("run", folders, "--scenario", "closed", "--json", "--out", out.toString());
        assertThat(run.json().get("findings")).hasSize(1);
        assertThat(Files.readString(out.resolve("report.html"))).contains("a balance does not act on stockpile");
        assertThat(Session.of("balance", folders, "--json").json().get("findings"))
                .isEmpty();
    }

    @Test
    void aScenarioOfAPartOfAYearMustBeExportedByItsParts() throws IOException {
        String folders = SmallCases.sound()
                .with(
                        "scenarios/closed.yaml",
                        "id: closed\nevents:\n  - outage: {processes: pit, start: 2026-04, months: 3}\n")
                .in(folder.resolve("parts"));
        Path program = folder.resolve("parts.lp");
        assertThat(Session.of("export", folders, program.toString(), "--scenario", "closed")
                        .code())
                .isZero();
        assertThat(Files.readString(program))
                .contains("(pit,2026_04..2026_06) = 0", "(pit,2026_07..2026_12) <= 50", "(pit,2025) <= 100");
    }

    @Test
    void demandThatThePriceKeepsAwayMustNotBeCalledAShortage() {
        String dear = SmallCases.sound()
                .with(
                        "demands.csv",
                        "demand,place,use,commodity,amount,price,elasticity\nneed,town,tools,ore,60,6,-0.5\n")
                .in(folder.resolve("dear"));
        assertThat(Session.of("balance", dear).out())
                .contains(
                        "No use of a fixed amount runs short\n",
                        "Kept away by the price: ore for tools, town: 50% (30 t, 2025)\n");
        Session programs = Session.of("balance", dear, "--json");
        assertThat(programs.json().get("shortages")).isEmpty();
        assertThat(programs.json().get("priced_away"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.get("short").asDouble()).isCloseTo(30, within(CENT)));
        String scarce = SmallCases.sound()
                .with("routes.csv", "route,from,to,commodity,cost,capacity\nrail,mine,town,ore,2,45\n")
                .in(folder.resolve("scarce"));
        assertThat(Session.of("balance", scarce, "--lang", "ja").out())
                .contains("量の決まった用途の不足：townのore（tools）25%（15トン、2025年）", "価格のために必要量の1%超を控える用途はない");
        assertThat(Session.of("balance", scarce, "--json").json().get("priced_away"))
                .isEmpty();
    }

    @Test
    void anUnknownScenarioMustNameTheKnownOnes() {
        Session unknown = Session.of("balance", small(), "--scenario", "close");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err())
                .contains(
                        "Scenario 'close'",
                        "there are: closed (The rail is closed).",
                        "Maybe 'closed' (The rail is closed) is meant.");
    }

    /// What happened stands on top of the answer, in the run's record, and can be left out.
    @Test
    void whatHappenedMustBeToldAndCanBeLeftOut() throws IOException {
        String home = SmallCases.sound().with("case.yaml", """
                        id: small
                        title: {en: One mine and one town, ja: 鉱山と町}
                        currency: USD
                        price_year: 2025
                        periods: {first: 2025, last: 2026, step: year}
                        base: [closed]
                        """).in(folder.resolve("happened"));
        Path out = folder.resolve("told");
        Session told = Session.of("balance", home, "--out", out.toString(), "--quiet");
        assertThat(told.out()).contains("In force      The rail is closed\n").contains("100%");
        assertThat(Files.readString(out.resolve("run.json"))).contains("\"in_force\":[\"closed\"]");
        assertThat(Session.of("balance", home, "--lang", "ja").out()).contains("適用中        鉄道の閉鎖\n");
        Session left = Session.of("balance", home, "--without", "closed", "--quiet");
        assertThat(left.out())
                .contains("In force      Left out: The rail is closed\n", "No use of a fixed amount runs short");
        Session wrong = Session.of("trace", home, "--place", "town", "--commodity", "ore", "--without", "close");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("Event in force 'close'", "there are: closed (The rail is closed).");
        Path program = folder.resolve("left.lp");
        assertThat(Session.of("export", home, program.toString(), "--without", "all")
                        .code())
                .isZero();
    }

    @Test
    void outMustReceiveTheTablesAndTheRun() throws IOException {
        Path out = folder.resolve("answers/base");
        assertThat(Session.of("balance", small(), "--out", out.toString()).code())
                .isZero();
        assertThat(names(out))
                .contains("activity.csv", "flows.csv", "prices.csv", "shortages.csv", "stocks.csv", "run.json")
                .doesNotContain("report.html");
        assertThat(Files.readString(out.resolve("activity.csv"))).contains("base,pit,2025,60");
        assertThat(Files.readString(out.resolve("run.json"))).contains("\"status\":\"optimal\"", "\"report\":");
    }

    @Test
    void runMustWriteTheTablesAndThePage() throws IOException {
        Path out = folder.resolve("out");
        Session run = Session.of("run", small(), "--out", out.toString(), "--json");
        assertThat(run.code()).isZero();
        assertThat(run.json().get("status").asString()).isEqualTo("optimal");
        assertThat(run.json().get("files").valueStream().map(JsonNode::asString).toList())
                .isEqualTo(names(out))
                .contains("report.html", "prices.csv", "run.json");
        assertThat(run.err()).contains("reading ", "writing ").doesNotContain("\r");
    }

    @Test
    void aTerminalMustSeeABarAndAPipeMustNot() {
        Session terminal = Session.of(Lang.EN, true, "balance", small());
        assertThat(terminal.err()).contains("░", "\r");
        assertThat(terminal.out()).doesNotContain("░", "\033");
        assertThat(Session.of("balance", small()).err()).doesNotContain("░", "\r", "\033");
    }

    @Test
    void checkMustListEveryFaultAndEndWithOne() {
        String spoilt = SmallCases.sound()
                .with("processes.csv", "process,place,recipe,status,capacity,cost\npit,mien,dig,operating,-5,10\n")
                .with("routes.csv", "route,from,to,commodity,cost,loss\nrail,mine,town,ore,2,1.5\n")
                .in(folder.resolve("spoilt"));
        Session check = Session.of("check", spoilt);
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out())
                .contains("[processes.csv:2 place]", "[processes.csv:2 capacity]", "[routes.csv:2 loss]")
                .endsWith("3 errors, 0 warnings.\n");
        Session japanese = Session.of("check", spoilt, "--lang", "ja");
        assertThat(japanese.code()).isEqualTo(1);
        assertThat(japanese.out()).contains("エラー ").endsWith("エラー 3 件、警告 0 件。\n");
        JsonNode json = Session.of("check", spoilt, "--json").json();
        assertThat(json.get("errors").asInt()).isEqualTo(3);
        assertThat(json.get("findings")).hasSize(3).allSatisfy(finding -> {
            assertThat(finding.get("file").asString()).endsWith(".csv");
            assertThat(finding.get("line").asInt()).isEqualTo(2);
            assertThat(finding.get("problem").asString()).isNotEmpty();
        });
        Session balance = Session.of("balance", spoilt, "--json");
        assertThat(balance.code()).isEqualTo(1);
        assertThat(balance.json().get("findings")).hasSize(3);
    }

    @Test
    void checkMustPassASoundCase() {
        Session check = Session.of("check", small());
        assertThat(check.code()).isZero();
        assertThat(check.out()).isEqualTo("0 errors, 0 warnings.\n");
        assertThat(Session.of("check", small(), "--json").json().get("status").asString())
                .isEqualTo("ok");
    }

    @Test
    void anInfeasibleCaseMustNameTheLimitsThatClash() {
        String infeasible = SmallCases.sound()
                .with("demands.csv", "demand,place,use,commodity,amount\nneed,town,tools,ore,95\n")
                .in(folder.resolve("infeasible"));
        Session balance = Session.of("balance", infeasible);
        assertThat(balance.code()).isEqualTo(3);
        assertThat(balance.out()).isEmpty();
        assertThat(balance.err()).contains("No answer exists. These limits clash", "'rail'", "'need'");
        Session json = Session.of("balance", infeasible, "--json");
        assertThat(json.code()).isEqualTo(3);
        assertThat(json.json().get("status").asString()).isEqualTo("infeasible");
        assertThat(json.json().get("limits")).isNotEmpty();
        Session japanese = Session.of(
                "run", infeasible, "--lang", "ja", "--out", folder.resolve("no").toString());
        assertThat(japanese.code()).isEqualTo(3);
        assertThat(japanese.err()).contains("解がありません。次の制約が互いに両立しません");
    }

    @Test
    void anUnboundedCaseMustNameTheProcess() {
        String endless = SmallCases.sound()
                .with("processes.csv", "process,place,recipe,status,capacity,cost\npit,mine,dig,operating,,-10\n")
                .in(folder.resolve("endless"));
        Session balance = Session.of("balance", endless);
        assertThat(balance.code()).isEqualTo(3);
        assertThat(balance.err()).contains("cost falls for ever", "'pit'");
        assertThat(Session.of("balance", endless, "--json").json().get("status").asString())
                .isEqualTo("unbounded");
    }

    @Test
    void anUnknownCaseMustOfferTheNearest() {
        Session unknown = Session.of("balance", "alianse", "--json");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.json().get("findings").get(0).get("cure").asString())
                .isEqualTo("'alliance' (Rare earths and LNG for the Japan-US alliance) is meant.");
        assertThat(Session.of(Lang.JA, false, "check", "alianse").out())
                .contains(
                        "組み込みケースとしてはここにありません(あるのは alliance (日米同盟のレアアースとLNG))。 対処案: 「alliance」 (日米同盟のレアアースとLNG)ではありませんか。");
    }

    @Test
    void balanceMustWriteExposureOnlyWhenAsked() throws IOException {
        Path plain = folder.resolve("plain");
        Path asked = folder.resolve("asked");
        assertThat(Session.of("balance", small(), "--out", plain.toString()).code())
                .isZero();
        assertThat(Session.of("balance", small(), "--exposure", "--out", asked.toString())
                        .code())
                .isZero();
        assertThat(plain.resolve("exposure.csv")).doesNotExist();
        assertThat(Files.readString(asked.resolve("exposure.csv")))
                .startsWith("scenario,place,commodity,element,stage,country,period,share\nbase,");
        for (String name : List.of("activity.csv", "flows.csv", "indicators.csv", "prices.csv")) {
            assertThat(asked.resolve(name)).hasSameBinaryContentAs(plain.resolve(name));
        }
        assertThat(Session.of("balance", small(), "--exposure").err())
                .startsWith("genryu: --exposure writes a file; name the folder with --out.\n");
        Session japanese = Session.of(Lang.JA, false, "balance", small(), "--exposure");
        assertThat(japanese.code()).isEqualTo(2);
        assertThat(japanese.err()).startsWith("genryu: --exposure はファイルを書き出します。--out でフォルダを指定してください。\n");
    }

    @Test
    void wrongValuesOfOptionsMustEndWithTwo() {
        assertThat(Session.of("balance", small(), "--time-limit", "soon").err())
                .startsWith("genryu: --time-limit is 'soon'; it must be a number of seconds above 0.\n");
        assertThat(Session.of("balance", small(), "--intervals", "some").code()).isEqualTo(2);
        assertThat(Session.of("balance").err()).startsWith("genryu: CASE is missing.\n");
        assertThat(Session.of(Lang.JA, false, "balance").err()).startsWith("genryu: CASE が指定されていません。\n");
        assertThat(Session.of("export", small(), "model.doc").code()).isEqualTo(2);
    }

    @Test
    void casesMustListTheBuiltInOnes() {
        assertThat(Session.of("cases").out()).contains("alliance");
        assertThat(Session.of("cases", "--json")
                        .json()
                        .get("cases")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo("alliance");
    }

    @Test
    void initMustWriteACaseThatCheckAccepts() {
        String copy = folder.resolve("copy").toString();
        assertThat(Session.of("init", copy, "--from", "alliance").code()).isZero();
        assertThat(Session.of("check", copy).code()).isZero();
        String empty = folder.resolve("My Case").toString();
        assertThat(Session.of("init", empty).code()).isZero();
        Session fresh = Session.of("check", empty);
        assertThat(fresh.code()).isEqualTo(1);
        assertThat(fresh.out())
                .isEqualTo(
                        "error Case 'my-case': it is still empty: it has no process, route, store or demand; it must have"
                                + " at least one. [case.yaml] Maybe fill in the tables, or start from a copy:"
                                + " `genryu init mine --from alliance`.\n1 error, 0 warnings.\n");
    }

    /// An empty folder of the field: a `case.yaml` alone, the workbook of `init`, and tables of another program.
    @Test
    void aCaseWithNothingInItMustBeToldByEveryCommand() throws IOException {
        Path alone = folder.resolve("alone");
        Files.createDirectories(alone);
        Files.writeString(
                alone.resolve("case.yaml"),
                "id: town\ncurrency: USD\nprice_year: 2025\nperiods: {first: 2025, last: 2025, step: year}\n");
        Path foreign = folder.resolve("foreign");
        Files.createDirectories(foreign);
        Files.copy(alone.resolve("case.yaml"), foreign.resolve("case.yaml"));
        Files.writeString(foreign.resolve("buses.csv"), "name,v_nom,x,y\nBus 1,380,7.2,51.2\n");
        Files.writeString(foreign.resolve("generators.csv"), "name,bus,p_nom\nWind,Bus 1,200\n");
        Path book = folder.resolve("book.xlsx");
        assertThat(Session.of("init", book.toString(), "--xlsx").code()).isZero();
        for (Path empty : List.of(alone, foreign, book)) {
            for (String command : List.of("check", "balance", "run")) {
                Path out = folder.resolve("out");
                List<String> line = command.equals("run")
                        ? List.of(command, empty.toString(), "--out", out.toString())
                        : List.of(command, empty.toString());
                Session en = Session.of(Lang.EN, false, line.toArray(String[]::new));
                assertThat(en.code()).as("%s", line).isEqualTo(1);
                assertThat(en.out() + en.err())
                        .contains("it is still empty: it has no process, route, store or demand");
                Session ja = Session.of(Lang.JA, false, line.toArray(String[]::new));
                assertThat(ja.code()).isEqualTo(1);
                assertThat(ja.out() + ja.err()).contains("まだ空です。工程、輸送路、在庫、需要のいずれもありません。少なくとも1つ必要です。");
                assertThat(out).doesNotExist();
            }
        }
    }

    @Test
    void initMustNotWriteOverAnything() {
        Session again = Session.of("init", small());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("is there already");
        Session unknown = Session.of("init", folder.resolve("new").toString(), "--from", "nowhere");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(Files.exists(folder.resolve("new"))).isFalse();
    }

    @Test
    void aCaseMustComeBackFromAWorkbookUnchanged() {
        String book = folder.resolve("small.xlsx").toString();
        String back = folder.resolve("back").toString();
        assertThat(Session.of("export", small(), book).code()).isZero();
        assertThat(Session.of("import", book, back).code()).isZero();
        double there =
                Session.of("balance", small(), "--json").json().get("objective").asDouble();
        assertThat(Session.of("balance", book, "--json").json().get("objective").asDouble())
                .isEqualTo(there);
        assertThat(Session.of("balance", back, "--json").json().get("objective").asDouble())
                .isEqualTo(there);
    }

    @Test
    void exportMustWriteTheProgramForOtherSolvers() throws IOException {
        Path lp = folder.resolve("small.lp");
        Path other = folder.resolve("model");
        assertThat(Session.of("export", small(), lp.toString()).code()).isZero();
        assertThat(Files.readString(lp)).contains("pit", "2026");
        assertThat(Session.of("export", small(), other.toString(), "--format", "mps")
                        .code())
                .isZero();
        assertThat(Files.readString(other)).contains("ROWS", "COLUMNS");
    }

    @Test
    void exportMustHoldTheProblemThatBalanceSolvesUnderTheSameOptions() throws IOException {
        String seen = SmallCases.sound()
                .with(
                        "processes.csv",
                        "process,place,recipe,status,capacity,cost,observed\npit,mine,dig,operating,100,10,60\n")
                .with("prices.csv", "place,commodity,price\ntown,ore,20\n")
                .in(folder.resolve("seen"));
        Path fitted = folder.resolve("fitted.lp");
        Path plain = folder.resolve("plain.lp");
        assertThat(Session.of("export", seen, fitted.toString()).code()).isZero();
        assertThat(Session.of("export", seen, plain.toString(), "--uncalibrated")
                        .code())
                .isZero();
        assertThat(Files.readString(fitted)).contains("processes.capacity(pit,2025)#1");
        assertThat(Files.readString(plain))
                .contains("processes.capacity(pit,2025)")
                .doesNotContain("#1");
    }

    /// What was observed was observed without the scenario.
    @Test
    void exportOfAScenarioMustBeFittedToTheCaseWithoutIt() throws IOException {
        String files = "process,place,recipe,status,capacity,cost,observed\npit,mine,dig,operating,100,10,60\n";
        String seen = SmallCases.sound()
                .with("processes.csv", files)
                .with("prices.csv", "place,commodity,price\ntown,ore,20\n")
                .with("scenarios/half.yaml", "id: half\nevents:\n  - outage: {processes: pit, loss: 50 %}\n")
                .in(folder.resolve("seen"));
        Path file = folder.resolve("half.lp");
        Path same = folder.resolve("same.lp");
        assertThat(Session.of("export", seen, file.toString(), "--scenario", "half")
                        .code())
                .isZero();
        CaseFile read = CaseReader.read(Path.of(seen)).value().orElseThrow();
        SupplyCase base = CaseResolver.resolve(read).value().orElseThrow().supply();
        SupplyCase half = CaseResolver.resolve(read, read.scenario("half"), _ -> Optional.empty())
                .value()
                .orElseThrow()
                .supply();
        try (BalanceModel model = BalanceModel.open(half, base, BalanceOptions.DEFAULT)) {
            model.write(same);
        }
        assertThat(Files.readString(file)).isEqualTo(Files.readString(same));
    }

    @Test
    void exportWithoutAnAnswerMustSayThatItsStepsAreNotAtOne() {
        String none = SmallCases.sound().with("demands.csv", """
                        demand,place,use,commodity,amount,shortage_cost,price,elasticity
                        need,town,tools,ore,160,,,
                        more,town,lamps,ore,10,,20,-1
                        """).in(folder.resolve("none"));
        String target = folder.resolve("none.mps").toString();
        Session english = Session.of("export", none, target);
        assertThat(english.code()).isZero();
        assertThat(english.err())
                .contains("holds the problem, but not at an answer: `balance` finds none, so curves are cut at their "
                        + "reference amounts. ");
        Session japanese = Session.of("export", none, target, "--lang", "ja");
        assertThat(japanese.err()).contains("balance で解が得られないため、曲線は解ではなく基準量で刻みました。");
    }

    @Test
    void theTrainingRunMustGoThroughAllItsCommands() {
        assertThat(Session.of("warm-up", folder.resolve("w").toString()).code()).isZero();
        assertThat(folder.resolve("w/out/prices.csv")).exists();
        assertThat(folder.resolve("w/alliance/report.html")).exists();
        assertThat(Session.of("--help").out()).doesNotContain("warm-up");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
