package org.genryu.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genryu.cli.Session;
import org.genryu.testkit.TextCase;
import org.genryu.testkit.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `genryu trace` as a person uses it. Rung: by hand, on the worlds of the zoo.
class TraceCommandTest {
    private static final double FLOWS = 1e-9;

    @TempDir
    private Path folder;

    private String zoo(TextCase cases) throws IOException {
        Path home = folder.resolve("zoo");
        for (var file : cases.files().entrySet()) {
            Path target = home.resolve(file.getKey());
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(target, file.getValue());
        }
        return home.toString();
    }

    @Test
    void everyTierMustStandWithItsCountries() throws IOException {
        String zoo = zoo(Zoo.thirdCountry().header("rival", "[CN]"));
        Session english =
                Session.of("trace", zoo, "--place", "JP", "--commodity", "magnet", "--element", "Dy", "--quiet");
        assertThat(english.code()).isZero();
        assertThat(english.out())
                .contains("Mining\n    75.0%  MM  (7.5 t)\n    25.0%  AU  (2.5 t)")
                .contains("Separated oxide\n   100.0%  CN  (10 t)")
                .contains("Magnet\n   100.0%  VN  (10 t)")
                .contains("75.0%  Mining MM → Ore MM → Separated oxide CN → Magnet VN")
                .contains("never through CN", "not causality");
        Session japanese =
                Session.of("trace", zoo, "--place", "jp", "--commodity", "magnet", "--lang", "ja", "--quiet");
        assertThat(japanese.out()).contains("採掘\n    75.0%  MM", "CNを一度も経ていない", "この結果で言えないこと:");
    }

    @Test
    void programsMustGetTheColumnsOfExposure() throws IOException {
        Session answer =
                Session.of("trace", zoo(Zoo.strait()), "--place", "JP", "--commodity", "lng", "--json", "--quiet");
        JsonNode rows = answer.json().get("exposure");
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.propertyNames())
                    .containsSequence(
                            "scenario", "place", "commodity", "element", "stage", "country", "period", "share");
            assertThat(row.get("stage").asString()).isEqualTo("strait");
            assertThat(row.get("country").asString()).isEqualTo("hormuz");
            assertThat(row.get("share").asDouble()).isCloseTo(0.6, within(FLOWS));
        });
        assertThat(answer.json().get("limits")).hasSize(3);
        assertThat(answer.json().get("ways").get(0).get("country").asString()).isEqualTo("QA");
    }

    @Test
    void anUnknownNameMustBringTheNearOnes() throws IOException {
        Session answer = Session.of(
                "trace",
                zoo(Zoo.thirdCountry()),
                "--place",
                "JQ",
                "--commodity",
                "magnt",
                "--period",
                "1999",
                "--quiet");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err())
                .contains("Place 'JQ': is not known here; there are: MM, AU, CN, VN, JP. Maybe 'JP' is meant.")
                .contains(
                        "Commodity 'magnt': is not known here; there are: ore, oxide, magnet. Maybe 'magnet' is meant.")
                .contains("Period '1999'");
    }

    private static TextCase tie() {
        return TextCase.years(2025, 2025)
                .table("places", "place,kind,country\nAU,country,AU\nBR,country,BR\nJP,country,JP")
                .table("commodities", "commodity,unit,stage,group\nore,t,ore,stone")
                .table("recipes", "recipe,commodity,amount\ndig,ore,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-a,AU,dig,operating,100,1
                        mine-b,BR,dig,operating,40,1""")
                .table("routes", "route,from,to,commodity,cost\na,AU,JP,ore,1\nb,BR,JP,ore,1")
                .table("demands", "demand,place,use,commodity,amount\nneed,JP,tools,ore,50");
    }

    @Test
    void thePageMustSayWhatTheDataLeaveOpen() throws IOException {
        String home = zoo(tie().header("home", "[JP]"));
        Path out = folder.resolve("page");
        assertThat(Session.of("run", home, "--out", out.toString(), "--quiet").code())
                .isZero();
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("Other flows cost the same; in those that were found the shares reach from .. to:");
        assertThat(Session.of("run", home, "--out", out.toString(), "--quiet", "--lang", "ja")
                        .code())
                .isZero();
        assertThat(Files.readString(out.resolve("report.html"))).contains("同じ費用の流れがほかにもあります。見つかった流れでの割合の幅：");
        assertThat(Session.of("run", zoo(Zoo.thirdCountry().header("home", "[JP]")), "--out", out.toString(), "--quiet")
                        .code())
                .isZero();
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("No other flows cost as little: the shares are determined.");
    }

    /// Australia is shut from July: 25 t of the second half must come from Brazil, 25 t of the first may come from
    /// either. Under the scenario, by the year, whatever the base would do.
    @Test
    void rangesUnderAScenarioMustBeOfTheWholePeriodThatItCuts() throws IOException {
        TextCase shut = tie().table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-a,AU,dig,operating,100,1
                        mine-b,BR,dig,operating,60,1""")
                .scenario("shut", "id: shut\nevents:\n  - ban: {from: AU, start: 2025-07, months: 6}\n");
        Session json = Session.of(
                "trace",
                zoo(shut),
                "--place",
                "JP",
                "--commodity",
                "ore",
                "--scenario",
                "shut",
                "--range",
                "--json",
                "--quiet");
        assertThat(json.json().get("ranges"))
                .filteredOn(row -> row.get("eps").asDouble() == 0)
                .anySatisfy(row -> {
                    assertThat(row.get("country").asString()).isEqualTo("AU");
                    assertThat(row.get("low").asDouble()).isCloseTo(0, within(FLOWS));
                    assertThat(row.get("high").asDouble()).isCloseTo(25, within(FLOWS));
                })
                .anySatisfy(row -> {
                    assertThat(row.get("country").asString()).isEqualTo("BR");
                    assertThat(row.get("low").asDouble()).isCloseTo(25, within(FLOWS));
                    assertThat(row.get("high").asDouble()).isCloseTo(50, within(FLOWS));
                });
        assertThat(json.json().get("share_ranges")).anySatisfy(row -> {
            assertThat(row.get("country").asString()).isEqualTo("AU");
            assertThat(row.get("high").asDouble()).isCloseTo(0.5, within(FLOWS));
        });
    }

    /// Two mines at one cost: the share of either is anything that their capacities allow.
    @Test
    void sharesThatTheDataLeaveOpenMustCarryTheirRange() throws IOException {
        String tie = zoo(tie());
        Session text = Session.of("trace", tie, "--place", "JP", "--commodity", "ore", "--quiet");
        assertThat(text.out())
                .contains("Other flows cost the same: [from .. to] is what a share is in those that were found.")
                .contains("AU  [20.0% .. 100.0%]", "BR  [0.0% .. 80.0%]");
        Session japanese = Session.of("trace", tie, "--place", "JP", "--commodity", "ore", "--quiet", "--lang", "ja");
        assertThat(japanese.out()).contains("同じ費用の流れがほかにもあります。[から .. まで] は見つかった流れでの割合の幅です。");
        Session json = Session.of("trace", tie, "--place", "JP", "--commodity", "ore", "--json");
        assertThat(json.json().get("determined").get(0).get("status").asString())
                .isEqualTo("open");
        assertThat(json.json().get("share_ranges")).anySatisfy(range -> {
            assertThat(range.get("country").asString()).isEqualTo("AU");
            assertThat(range.get("low").asDouble()).isCloseTo(0.2, within(1e-6));
            assertThat(range.get("high").asDouble()).isCloseTo(1, within(1e-6));
        });
        Session sure =
                Session.of("trace", zoo(Zoo.thirdCountry()), "--place", "JP", "--commodity", "magnet", "--quiet");
        assertThat(sure.out()).contains("No other flows cost as little: the shares are determined.");
        Session certain = Session.of(
                "trace", zoo(Zoo.thirdCountry()), "--place", "JP", "--commodity", "magnet", "--quiet", "--lang", "ja");
        assertThat(certain.out()).contains("割合は一意です。");
    }

    /// 400 straight from CN and 350 by VN, of which 300 of 350 came from CN: 700 of 750.
    private static TextCase customs(String more) {
        return TextCase.header("id: ct\ncurrency: USD\nprice_year: 2025\nhome: [JP]\nrival: [CN]\n"
                        + "periods: {first: 2025, last: 2025, step: year}\n")
                .table("places", "place,kind,country\nCN,country,CN\nJP,country,JP\nVN,country,VN\nworld,region,")
                .table("commodities", "commodity,unit\nore,t")
                .table("recipes", "recipe,commodity,amount\ndig,ore,1")
                .table("processes", """
                        process,place,recipe,capacity,cost,observed
                        pcn,CN,dig,1000,10,700
                        pvn,VN,dig,100,10,50""")
                .table("routes", """
                        route,from,to,commodity,cost,observed
                        a,CN,JP,ore,1,400 t/yr
                        b,CN,VN,ore,1,"300,000 kg/yr"
                        c,VN,JP,ore,1,350 t/yr""" + more)
                .table("demands", "demand,place,use,commodity,amount,shortage_cost\nneed,JP,tools,ore,750,500");
    }

    @Test
    void theThirdCountryMustNotHideTheMine() throws IOException {
        Session answer = Session.of("trace", zoo(customs("")), "--place", "JP", "--commodity", "ore", "--json");
        assertThat(answer.code()).isZero();
        assertThat(answer.json().get("exposure")).anySatisfy(row -> {
            assertThat(row.get("stage").asString()).isEqualTo("mine");
            assertThat(row.get("country").asString()).isEqualTo("CN");
            assertThat(row.get("share").asDouble()).isCloseTo(700.0 / 750, within(1e-6));
        });
        assertThat(answer.json().get("exposure")).anySatisfy(row -> {
            assertThat(row.get("stage").asString()).isEqualTo("any");
            assertThat(row.get("country").asString()).isEqualTo("VN");
            assertThat(row.get("share").asDouble()).isCloseTo(350.0 / 750, within(1e-6));
        });
    }

    @Test
    void thePartnerWorldBesideItsMembersMustBeAFinding() throws IOException {
        Session answer = Session.of("check", zoo(customs("\ne,world,JP,ore,1,750 t/yr")));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out())
                .contains(
                        "Route 'e': from 'world' is a total among its members (2 other rows); a total must not be a member.");
    }

    /// Codes that YAML and spreadsheets swallow: NO for false, NA for missing.
    @Test
    void norwayAndNamibiaMustStayCountries() throws IOException {
        Path folder = Path.of(zoo(TextCase.header(
                        "id: town\ncurrency: USD\nprice_year: 2025\nperiods: {first: 2025, last: 2025, step: year}\n")
                .table("places", "place,kind,country\nNO,country,NO\nNA,country,NA\ntown,region,JP")
                .table("commodities", "commodity,unit\nore,t")
                .table("recipes", "recipe,commodity,amount\ndig,ore,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        pno,NO,dig,operating,30,1 USD/t
                        pna,NA,dig,operating,100,10 USD/t""")
                .table("routes", "route,from,to,commodity,cost\nr1,NO,town,ore,2\nr2,NA,town,ore,2")
                .table(
                        "demands",
                        "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,ore,60 t/yr,500 USD/t")));
        Files.createDirectories(folder.resolve("scenarios"));
        Files.writeString(folder.resolve("scenarios/s.yaml"), "id: s\nevents:\n  - ban: {from: NO}\n");
        Session answer = Session.of(
                "trace", folder.toString(), "--place", "town", "--commodity", "ore", "--scenario", "s", "--json");
        assertThat(answer.json().get("exposure").get(0).get("country").asString())
                .isEqualTo("NA");
        assertThat(answer.json().get("exposure").get(0).get("amount").asDouble())
                .isCloseTo(60, within(1e-6));
    }

    @Test
    void placesAndGoodsMustBeFoundByTheirNames() throws IOException {
        String zoo = zoo(Zoo.thirdCountry());
        for (String place : List.of("jp", "Japan", "日本", "JPN")) {
            Session answer = Session.of(
                    "trace", zoo, "--place", place, "--commodity", "Magnet", "--element", "Dysprosium", "--quiet");
            assertThat(answer.code()).as(place).isZero();
            assertThat(answer.out()).contains("(10 t of Dysprosium)");
        }
    }

    @Test
    void anElementOfWhatHasNoneMustSaySo() throws IOException {
        Session answer = Session.of(
                "trace", zoo(Zoo.strait()), "--place", "JP", "--commodity", "lng", "--element", "dy", "--quiet");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err())
                .contains(
                        "Element 'dy': is not known inside 'lng', of which contents.csv names no element; its own amount"
                                + " is followed. Maybe leave --element out.");
        Session japanese = Session.of(
                "trace",
                zoo(Zoo.strait()),
                "--place",
                "JP",
                "--commodity",
                "lng",
                "--element",
                "dy",
                "--quiet",
                "--lang",
                "ja");
        assertThat(japanese.err())
                .contains("元素 'dy': は 'lng' に含まれる元素としてありません。contents.csv に元素の記載がないので、量そのものを追跡します。"
                        + " 対処案: --element を省いてください。");
    }

    @Test
    void anElementThatIsNotInsideMustBeSaid() throws IOException {
        Session answer = Session.of(
                "trace",
                zoo(Zoo.jointProduction()),
                "--place",
                "JP",
                "--commodity",
                "nd-oxide",
                "--element",
                "dy",
                "--lang",
                "ja",
                "--quiet");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("元素 'dy': はここにありません(あるのは nd (ネオジム))。");
    }

    @Test
    void aPlaceThatHasNoneMustBeToldWhoHas() throws IOException {
        Session answer =
                Session.of("trace", zoo(Zoo.thirdCountry()), "--place", "JP", "--commodity", "oxide", "--quiet");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("has no oxide in 2025").contains("CN, VN");
    }

    @Test
    void outMustReceiveTheExposure() throws IOException {
        Path out = folder.resolve("traced");
        Session.of("trace", zoo(Zoo.loop()), "--place", "JP", "--commodity", "magnet", "--out", out.toString());
        assertThat(Files.readString(out.resolve("exposure.csv")))
                .startsWith("scenario,place,commodity,element,stage,country,period,share\n")
                .contains("base,JP,magnet,dy,mine,AU,2025,0.6", "base,JP,magnet,dy,any,CN,2025,1");
    }

    @Test
    void theRangeMustSayWhatTheDataLeaveOpen() throws IOException {
        String tie = zoo(Zoo.thirdCountry().table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-mm,MM,dig,operating,40,1
                        mine-au,AU,dig,operating,40,1
                        separator,CN,separate,operating,10,1
                        press,VN,press,operating,10,1"""));
        Session answer = Session.of(
                "trace", tie, "--place", "CN", "--commodity", "ore", "--uncalibrated", "--range", "--json", "--quiet");
        assertThat(answer.json().get("ranges")).anySatisfy(range -> {
            assertThat(range.get("country").asString()).isEqualTo("MM");
            assertThat(range.get("eps").asDouble()).isZero();
            assertThat(range.get("low").asDouble()).isCloseTo(0, within(1e-6));
            assertThat(range.get("high").asDouble()).isCloseTo(40, within(1e-6));
        });
        assertThat(Session.of("trace", tie, "--place", "VN", "--commodity", "oxide", "--range", "--quiet")
                        .out())
                .contains("  CN  10 t  [determined]");
    }

    @Test
    void withoutAPlaceThereIsNothingToTrace() {
        assertThat(Session.of("trace", "alliance", "--commodity", "lng").code()).isEqualTo(2);
    }
}
