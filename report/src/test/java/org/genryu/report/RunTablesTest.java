package org.genryu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.risk.Assessment;
import org.genryu.balance.risk.Governance;
import org.genryu.balance.risk.TracedBalance;
import org.genryu.core.ContentHash;
import org.genryu.core.Deadline;
import org.genryu.core.Lang;
import org.genryu.core.SideBySide;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.laws.Law;
import org.genryu.report.page.ReportPage;
import org.genryu.results.CsvWriter;
import org.genryu.results.ResultFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rungs: by hand (one mine, one lane, one use; every byte written down) and random (a number reads back as itself).
class RunTablesTest {
    @TempDir
    Path folder;

    ///   mine (cn) --2 t--> magnet maker (jp): wants 3, gets 2
    private static Sample twoPlaces() {
        return new Sample(2025, 2026, "JP")
                .place("cn", "CN", "China", "中国")
                .place("jp", "JP", "Japan", "日本")
                .commodity("ore", "mine", "Ore", "鉱石")
                .recipe("dig", "ore", 1)
                .process("mine", "cn", "dig", 2, 0)
                .route("cn", "jp", "ore", 2, 0)
                .demand("jp", "motors", "ore", new double[] {3, 0}, 2, 0)
                .store("state", "jp", "ore", 1, 1, 0)
                .price("cn", "ore", new double[] {5, -0.25}, new double[] {5, -0.25}, new double[] {
                    5.5, Double.POSITIVE_INFINITY
                })
                .owner("=cmd()", 12.5);
    }

    @Test
    void tablesMustHaveTheColumnsOfTheContractAndOneNumberARow() throws IOException {
        tables();
        assertThat(text("activity.csv")).isEqualTo("scenario,process,period,quantity\nbase,mine,2025,2\n");
        assertThat(text("flows.csv"))
                .isEqualTo("scenario,route,from,to,commodity,period,quantity\nbase,cn-jp-ore,cn,jp,ore,2025,2\n");
        assertThat(text("prices.csv")).isEqualTo("""
                scenario,place,commodity,period,price,price_low,price_high
                base,cn,ore,2025,5,5,5.5
                base,cn,ore,2026,-0.25,-0.25,
                """);
        assertThat(text("shortages.csv"))
                .isEqualTo(
                        "scenario,demand,place,use,commodity,period,wanted,served,short\nbase,jp-motors,jp,motors,ore,2025,3,2,1\n");
        assertThat(text("exposure.csv"))
                .startsWith("scenario,place,commodity,element,stage,country,period,share\n")
                .contains("base,jp,ore,,mine,CN,2025,1\n", "base,jp,ore,,any,CN,2025,1\n");
        assertThat(text("stocks.csv")).isEqualTo("scenario,store,period,level\nbase,state,2025,1\nbase,state,2026,0\n");
    }

    @Test
    void indicatorsMustSayWhoDependsOnWhomByHand() throws IOException {
        tables();
        assertThat(text("indicators.csv")).isEqualTo("""
                scenario,indicator,subject,period,value,unit
                base,production_hhi,ore,2025,1,fraction
                base,largest_producer_share,ore/CN,2025,1,fraction
                base,import_dependence,JP/ore,2025,1,fraction
                base,direct_import_share,JP/ore/CN,2025,1,fraction
                base,shortage_share,ore,2025,0.3333333333333333,fraction
                base,utilisation,mine,2025,0.000002,fraction
                base,utilisation,mine,2026,0,fraction
                base,objective,all,all,-123.5,USD
                base,payments,all,all,1000,USD
                base,costs,all,all,600,USD
                base,tariffs,all,all,50,USD
                base,shortage_costs,all,all,25,USD
                base,rents,all,all,390,USD
                base,residual,all,all,10,USD
                base,consumer_surplus,all,all,310.5,USD
                base,welfare,all,all,750.5,USD
                base,zero_profit,all,all,0.000000000001,fraction
                base,owner_profit,'=cmd(),all,12.5,USD
                base,n_1_cover,ore,2025,0,fraction
                base,single_point_of_failure,ore/CN,2025,1,yes
                base,hoskins_index,ore,2025,2.4596640250000004,index
                base,production_hhi_seen_from,JP/ore,2025,1,fraction
                base,import_hhi,JP/ore,2025,1,fraction
                base,eu_supply_risk,JP/ore,2025,4.9595,index
                base,geopolrisk_score,JP/ore,2025,0.5964,index
                base,usgs_trade_exposure,JP/ore,2025,1,fraction
                base,mined_hhi,JP/ore/ore,2025,1,fraction
                base,rival_share,JP/ore/ore/mine/CN,2025,1,fraction
                base,rival_touched,JP/ore/ore/CN,2025,1,fraction
                """.replace("0.000000000001", "1e-12"));
    }

    private static Assessment assessment(Balance balance) {
        return Assessment.of(balance, Governance.builtIn());
    }

    @Test
    void concentrationMustNotChangeWhenACountrysMineIsSplitInTwo() {
        Sample one = new Sample(2025, 2025)
                .place("cn", "CN", "China", "中国")
                .place("au", "AU", "Australia", "豪州")
                .commodity("ore", "mine", "Ore", "鉱石")
                .recipe("dig", "ore", 1);
        Assessment whole = assessment(
                one.process("a", "cn", "dig", 6).process("b", "au", "dig", 2).balance());
        Sample two = new Sample(2025, 2025)
                .place("cn", "CN", "China", "中国")
                .place("cn-2", "CN", "China south", "中国南部")
                .place("au", "AU", "Australia", "豪州")
                .commodity("ore", "mine", "Ore", "鉱石")
                .recipe("dig", "ore", 1);
        Assessment split = assessment(two.process("a1", "cn", "dig", 4)
                .process("a2", "cn-2", "dig", 2)
                .process("b", "au", "dig", 2)
                .balance());
        assertThat(whole.production(0, 0).concentration()).isEqualTo(0.625);
        assertThat(split.production(0, 0).concentration()).isEqualTo(0.625);
    }

    @Test
    void runJsonMustKeepTimesApart() throws IOException {
        ResultFolder.writeTables(out(), twoPlaces().run());
        assertThat(text("run.json"))
                .startsWith(
                        "{\"program\":\"genryu\",\"version\":\"0.1.0\",\"case\":\"sample\",\"case_hash\":\"0123abcd\"")
                .contains("\"objective\":-123.5,\"cost\":600,\"welfare\":750.5,", "\"columns\":120,\"rows\":80")
                .endsWith("\"seconds\":{\"read\":0.5,\"solve\":0.25}}\n");
    }

    @Test
    void runJsonMustNameEveryFileWithItsHash() throws IOException {
        RunReport.write(out(), twoPlaces().run(), Lang.EN);
        List<String> named = new ArrayList<>();
        try (Stream<Path> files = Files.list(out())) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (!name.equals("run.json")) {
                    named.add("\"%s\":\"%s\"".formatted(name, ContentHash.of(Files.readAllBytes(file))));
                    assertThat(ResultFolder.FILES).contains(name);
                }
            }
        }
        assertThat(named).hasSize(8);
        assertThat(text("run.json")).contains("\"files\":{" + String.join(",", named) + "},\"seconds\":{");
    }

    @Test
    void aRunWithoutAnAnswerMustTakeTheTablesOfTheEarlierRunAway() throws IOException {
        RunReport.write(out(), twoPlaces().run(), Lang.EN);
        Files.writeString(out().resolve("notes.txt"), "mine");
        RunReport.write(out(), twoPlaces().run(new BalanceResult.Infeasible(List.of())), Lang.EN);
        try (Stream<Path> files = Files.list(out())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("run.json", "report.html", "notes.txt");
        }
    }

    @Test
    void withoutAnAnswerThereMustBeNoTableButTheLimitsThatClash() throws IOException {
        BalanceResult none = new BalanceResult.Infeasible(List.of(new BalanceResult.Limit(
                "processes", "mine", "min_use", "2025", new Text("at least 80 % must run", "80%以上の稼働が必要"))));
        ResultFolder.writeTables(out(), twoPlaces().run(none));
        assertThat(out().resolve("prices.csv")).doesNotExist();
        assertThat(text("run.json"))
                .contains(
                        "\"status\":\"infeasible\"",
                        "\"limits\":[{\"table\":\"processes\",\"id\":\"mine\",\"column\":\"min_use\",\"period\":\"2025\",\"rule\":\"at least 80 % must run\"}]");
    }

    @Test
    void formulasMustBeNeutralisedAndPlainNumbersKept() {
        assertThat(
                        List.of(
                                        "=1+1",
                                        "@x",
                                        "-x",
                                        "+SUM(A1)",
                                        "\tx",
                                        "-3.5",
                                        "+1e5",
                                        "a=b",
                                        "",
                                        "＝1",
                                        "＋1",
                                        "－x",
                                        "＠x")
                                .stream()
                                .map(CsvWriter::neutral))
                .containsExactly(
                        "'=1+1",
                        "'@x",
                        "'-x",
                        "'+SUM(A1)",
                        "'\tx",
                        "-3.5",
                        "+1e5",
                        "a=b",
                        "",
                        "'＝1",
                        "'＋1",
                        "'－x",
                        "'＠x");
    }

    @Test
    void textMustBeQuotedOnlyWhereTheFormatNeedsIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter csv = new CsvWriter(out, List.of("a", "b"))) {
            csv.cell(CsvWriter.text("x, \"y\"")).cell(CsvWriter.text("源流")).end();
            csv.cell(CsvWriter.text("#not a comment")).number(-0.0).end();
        }
        assertThat(out).hasToString("a,b\n\"x, \"\"y\"\"\",源流\n\"#not a comment\",0\n");
    }

    @Test
    void aNumberMustReadBackAsTheSameDouble() {
        Law.of(20, 2000).holds(input -> {
            double value = input.real("value");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (CsvWriter csv = new CsvWriter(out, List.of("x"))) {
                csv.number(value).end();
            }
            String cell = out.toString(java.nio.charset.StandardCharsets.UTF_8).split("\n")[1];
            assertThat(Double.parseDouble(cell)).isEqualTo(value == 0 ? 0.0 : value);
            assertThat(cell)
                    .isEqualTo(org.genryu.core.number.NumberText.exact(value))
                    .hasSizeLessThanOrEqualTo(30);
        });
    }

    @Test
    void theSameRunMustGiveTheSameBytes() throws IOException {
        Path first = folder.resolve("a");
        Path second = folder.resolve("b");
        RunReport.write(first, twoPlaces().run(), Lang.JA);
        RunReport.write(second, twoPlaces().run(), Lang.JA);
        for (String name : List.of(
                "activity.csv",
                "flows.csv",
                "prices.csv",
                "shortages.csv",
                "stocks.csv",
                "indicators.csv",
                "run.json")) {
            assertThat(first.resolve(name)).hasSameBinaryContentAs(second.resolve(name));
        }
    }

    /// Rung: identity.
    @Test
    void pageAndTablesSideBySideMustBeThoseOfEachAlone() throws IOException {
        Path together = folder.resolve("together");
        Path tables = folder.resolve("tables");
        RunReport.write(together, twoPlaces().run(), Lang.JA);
        ResultFolder.writeTables(tables, twoPlaces().run());
        assertThat(together.resolve("report.html"))
                .hasContent(ReportPage.of(twoPlaces().run(), Lang.JA));
        try (Stream<Path> alone = Files.list(tables)) {
            assertThat(alone.filter(file -> !file.endsWith("run.json")))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(file ->
                            assertThat(together.resolve(file.getFileName())).hasSameBinaryContentAs(file));
        }
    }

    @Test
    void whatGoesWrongOnThePageMustComeOutAsWhatItWas() {
        assertThatThrownBy(() -> SideBySide.answer(CompletableFuture.failedFuture(new Deadline.TimeUp())))
                .isInstanceOf(Deadline.TimeUp.class);
    }

    @Test
    void tracedIndicatorsMustNotDependOnWhetherExposureIsWritten() throws IOException {
        tables();
        Path without = folder.resolve("without");
        tables(without, false);
        assertThat(text("indicators.csv")).contains("mined_hhi");
        assertThat(without.resolve("indicators.csv")).hasContent(text("indicators.csv"));
        assertThat(without.resolve("exposure.csv")).doesNotExist();
    }

    /// The tables of a balance alone.
    private void tables() throws IOException {
        tables(out(), true);
    }

    private static void tables(Path into, boolean exposure) throws IOException {
        try (Draft to = Draft.result(into, ResultFolder.FILES)) {
            ResultFolder.writeTables(
                    to, twoPlaces().run(), TracedBalance.passing(twoPlaces().balance()), exposure);
            to.write("run.json", "{}");
            to.commit();
        }
    }

    private Path out() {
        return folder.resolve("out");
    }

    private String text(String name) throws IOException {
        return Files.readString(out().resolve(name));
    }
}
