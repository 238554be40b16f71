package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A town that needs 60 t a year from a pit at 10 USD/t over a rail at 2 USD/t: 720 USD, whatever the form in which its
/// tables come, or an error. Rung: by hand.
class TablesPeopleHaveTest {
    private static final double RIGHT = 720;

    @TempDir
    private Path folder;

    private static Map<String, String> town() {
        return new TreeMap<>(Map.of(
                "case.yaml",
                "id: town\ncurrency: USD\nprice_year: 2025\nperiods: {first: 2025, last: 2025, step: year}\n",
                "places.csv",
                "place\nmine\ntown\n",
                "commodities.csv",
                "commodity,unit\nore,t\n",
                "recipes.csv",
                "recipe,commodity,amount\ndig,ore,1\n",
                "processes.csv",
                "process,place,recipe,status,capacity,cost\npit,mine,dig,operating,100,10 USD/t\n",
                "routes.csv",
                "route,from,to,commodity,cost\nrail,mine,town,ore,2 USD/t\n",
                "demands.csv",
                "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,ore,60 t/yr,500 USD/t\n"));
    }

    private Session balance(Map<String, String> files) throws IOException {
        Path here = Files.createTempDirectory(folder, "town");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(here.resolve(file.getKey()), file.getValue());
        }
        return Session.of("balance", here.toString(), "--json", "--quiet");
    }

    private static void mustBeRight(Session session) {
        assertThat(session.code()).as(session.out() + session.err()).isZero();
        assertThat(session.json().get("objective").asDouble()).isCloseTo(RIGHT, within(1e-6));
    }

    private static Map<String, String> with(String file, String text) {
        Map<String, String> files = town();
        files.put(file, text);
        return files;
    }

    static Stream<String> heads() {
        return Stream.of(
                "Cost", "COST", " cost", "\u00A0cost", "cost\u00A0", "ｃｏｓｔ", "Ｃｏｓｔ", "\u200Bcost", "co st", "\"cost\"");
    }

    @ParameterizedTest
    @MethodSource("heads")
    void aHeadThatSurelyMeansAColumnMustBeRead(String head) throws IOException {
        String processes = town().getOrDefault("processes.csv", "").replace("cost", head);
        mustBeRight(balance(with("processes.csv", processes)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csot", "costs", "coost", "cost_usd_t", "cost (USD/t)", "cost [USD]", "cos"})
    void aHeadThatNearlyMeansAColumnMustBeAnError(String head) throws IOException {
        Session session = balance(
                with("processes.csv", town().getOrDefault("processes.csv", "").replace("cost", head)));
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.out()).contains("looks like one that is", "'cost' is meant.", head);
    }

    @Test
    void aMisspeltCapacityMustNotBecomeUnlimited() throws IOException {
        String processes = town().getOrDefault("processes.csv", "").replace("capacity", "capcity");
        assertThat(balance(with("processes.csv", processes)).code()).isEqualTo(1);
    }

    @Test
    void aColumnThatIsNothingLikeAKnownOneMustStayAWarningInTheAnswerAndOnThePage() throws IOException {
        Map<String, String> files = with("places.csv", "place,zebra\nmine,1\ntown,2\n");
        Session session = balance(files);
        mustBeRight(session);
        assertThat(session.json().get("findings")).anySatisfy(finding -> {
            assertThat(finding.get("severity").asString()).isEqualTo("warning");
            assertThat(finding.get("message").asString()).contains("column 'zebra' is not known");
        });
        Path here = Files.createTempDirectory(folder, "page");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(here.resolve(file.getKey()), file.getValue());
        }
        Path out = folder.resolve("out");
        assertThat(Session.of("run", here.toString(), "--out", out.toString(), "--quiet")
                        .code())
                .isZero();
        assertThat(Files.readString(out.resolve("report.html"))).contains("zebra");
        assertThat(Files.readString(out.resolve("run.json"))).contains("column 'zebra' is not known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Processes.csv",
                "processes .csv",
                "PROCESSES.CSV",
                "ｐｒｏｃｅｓｓｅｓ.csv",
                "processes.tsv",
                "processes.txt"
            })
    void aFileThatSurelyMeansATableMustBeRead(String name) throws IOException {
        Map<String, String> files = town();
        files.put(name, files.getOrDefault("processes.csv", ""));
        files.remove("processes.csv");
        mustBeRight(balance(files));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proceses.csv", "process.csv", "processes-2025.csv", "plants.csv", "工程.csv"})
    void aFileThatLooksLikeATableThatIsMissingMustBeAnError(String name) throws IOException {
        Map<String, String> files = town();
        files.put(name, files.getOrDefault("processes.csv", ""));
        files.remove("processes.csv");
        Session session = balance(files);
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.out()).contains("'processes' is meant.");
    }

    @Test
    void filesOfNoTableMustNotBlockTheCase() throws IOException {
        Map<String, String> files = town();
        files.put("README.csv", "Notes\nauthor,date,version\n");
        Path here = Files.createTempDirectory(folder, "town");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(here.resolve(file.getKey()), file.getValue());
        }
        Files.write(
                here.resolve("MCS2026.csv"),
                "MCS chapter,Section,Value\nABRASIVES,Salient Statistics\u0097United States,\"10,000\"\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        Session session = Session.of("balance", here.toString(), "--json", "--quiet");
        mustBeRight(session);
        assertThat(session.json().get("findings"))
                .hasSize(2)
                .allSatisfy(finding ->
                        assertThat(finding.get("severity").asString()).isEqualTo("note"));
    }

    @Test
    void emptiedRowsAndColumnsMustBeNothing() throws IOException {
        String processes =
                "process,place,recipe,status,capacity,cost,,\npit,mine,dig,operating,100,10 USD/t,,\n,,,,,,,\n,,,,,\n";
        Session session = balance(with("processes.csv", processes));
        mustBeRight(session);
        assertThat(session.json().get("findings")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFprocess;place;recipe;status;capacity;cost\npit;mine;dig;operating;100;10 USD/t\n",
                "process;place;recipe;status;capacity;cost\npit;mine;dig;operating;100,5;10,0 USD/t\n",
                "process;place;recipe;status;capacity;cost\r\npit;mine;dig;operating;1.000,50;10,00\r\n",
                "process\tplace\trecipe\tstatus\tcapacity\tcost\npit\tmine\tdig\toperating\t100\t10\n",
                "sep=;\nprocess;place;recipe;status;capacity;cost\npit;mine;dig;operating;100;10\n"
            })
    void semicolonsTabsAndDecimalCommasMustBeRead(String processes) throws IOException {
        mustBeRight(balance(with("processes.csv", processes)));
    }

    @Test
    void moneyOfAnotherCountryMustHaveAKeyForItsRate() throws IOException {
        Map<String, String> files = with(
                "processes.csv", "process,place,recipe,status,capacity,cost\npit,mine,dig,operating,100,15 AUD/t\n");
        Session without = balance(files);
        assertThat(without.code()).isEqualTo(1);
        assertThat(without.out()).contains("`exchange: {AUD: …}`");
        String header = files.getOrDefault("case.yaml", "");
        files.put("sources.csv", "source,title,date\nrba,Exchange rates of the year,2025\n");
        files.put("case.yaml", header + "exchange: {AUD: {value: 0.64, source: rba, date: 2025}}\n");
        Session with = balance(files);
        assertThat(with.code()).as(with.out()).isZero();
        assertThat(with.json().get("objective").asDouble()).isCloseTo(60 * (15 * 0.64 + 2), within(1e-6));
        files.put(
                "processes.csv", "process,place,recipe,status,capacity,cost\npit,mine,dig,operating,100,8 USD2020/t\n");
        files.put("case.yaml", header + "exchange: {USD2020: {value: 1.25, source: rba}}\n");
        mustBeRight(balance(files));
    }

    @Test
    void keysOfTheHeaderMustBeReadOrRefusedLikeColumns() throws IOException {
        String header = town().getOrDefault("case.yaml", "");
        mustBeRight(balance(
                with("case.yaml", header.replace("price_year", "Price Year").replace("first", "First"))));
        Session near = balance(with("case.yaml", header + "discont_rate: 0.5\n"));
        assertThat(near.code()).isEqualTo(1);
        assertThat(near.out()).contains("'discount_rate' is meant.");
    }

    @Test
    void tablesMayBeginWithAMarkForASpreadsheetAndReadBackAlike() throws IOException {
        Path plain = folder.resolve("plain");
        Path marked = folder.resolve("marked");
        Path again = folder.resolve("again");
        assertThat(Session.of("init", plain.toString(), "--from", "alliance").code())
                .isZero();
        assertThat(Session.of("export", plain.toString(), marked.toString(), "--bom", "--quiet")
                        .code())
                .isZero();
        byte[] places = Files.readAllBytes(marked.resolve("places.csv"));
        assertThat(new byte[] {places[0], places[1], places[2]}).containsExactly(0xEF, 0xBB, 0xBF);
        assertThat(Files.readString(marked.resolve("case.yaml"))).startsWith("id:");
        assertThat(Session.of("import", marked.toString(), again.toString(), "--quiet")
                        .code())
                .isZero();
        try (Stream<Path> files = Files.list(plain)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(again.resolve(file.getFileName().toString())))
                        .isEqualTo(Files.readString(file));
            }
        }
    }

    @Test
    void pricesMustBeShownInTheUnitOfTheTradeToo() throws IOException {
        Map<String, String> files = with("commodities.csv", "commodity,unit,trade_unit\nore,t,¢/lb\n");
        Path here = Files.createTempDirectory(folder, "town");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(here.resolve(file.getKey()), file.getValue());
        }
        assertThat(Session.of("balance", here.toString(), "--quiet").out())
                .contains("Prices        2025: ore, town 0.544 ¢/lb");
        files.put("commodities.csv", "commodity,unit,trade_unit,heating_value\nore,t,USD/MMBtu,52 MMBtu/t\n");
        Files.writeString(here.resolve("commodities.csv"), files.getOrDefault("commodities.csv", ""));
        assertThat(Session.of("balance", here.toString(), "--quiet", "--lang", "ja")
                        .out())
                .contains("価格          2025年：townのore 0.231ドル/MMBtu");
        Path out = folder.resolve("out");
        assertThat(Session.of("run", here.toString(), "--out", out.toString(), "--quiet")
                        .code())
                .isZero();
        assertThat(Files.readString(out.resolve("report.html"))).contains("$0.2308/MMBtu", "USD/MMBtu");
    }
}
