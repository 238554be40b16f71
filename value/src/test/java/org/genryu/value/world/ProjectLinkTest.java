package org.genryu.value.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.genryu.value.world.OreWorld.SHEET;
import static org.genryu.value.world.OreWorld.link;
import static org.genryu.value.world.OreWorld.world;

import java.util.List;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Severity;
import org.genryu.core.Lang;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// What does not fit between a sheet and its case, word for word. Rung: by hand.
class ProjectLinkTest {
    private static final String FILE = " [projects/pit-project.yaml";

    private static void told(String sheet, Severity severity, String en, String ja) {
        told(sheet, world(), severity, en, ja);
    }

    private static void told(String sheet, TextCase world, Severity severity, String en, String ja) {
        List<Finding> findings = link(sheet, world).findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().severity()).isEqualTo(severity);
        assertThat(findings.getFirst().in(Lang.EN)).isEqualTo("Project 'pit-project': " + en);
        assertThat(findings.getFirst().in(Lang.JA)).isEqualTo("プロジェクト「pit-project」: " + ja);
    }

    @Test
    void aSheetThatFitsMustBeTiedWithoutAFinding() {
        ProjectLink link = link(SHEET, world()).clean().orElseThrow();
        assertThat(link(SHEET, world()).findings()).isEmpty();
        assertThat(link.processes()).containsExactly(0);
        assertThat(link.products())
                .containsExactly(new ProjectLink.ProductMarket(0, 0, 0, 1, java.util.Optional.of("ore-price")));
    }

    @Test
    void severalProcessesMustBeReadFromOneKey() {
        assertThat(link(SHEET.replace("process: pit", "process: pit; melter"), world())
                        .value()
                        .orElseThrow()
                        .processes())
                .containsExactly(0, 1);
    }

    @Test
    void anUnknownProcessMustBeTold() {
        List<Finding> findings =
                link(SHEET.replace("process: pit", "process: pitt"), world()).findings();
        assertThat(findings.getFirst().in(Lang.EN))
                .isEqualTo("Project 'pit-project': process is 'pitt'; it must be a process of the case." + FILE
                        + ":5 process] Maybe 'pit' is meant.");
        assertThat(findings.getFirst().in(Lang.JA))
                .isEqualTo("プロジェクト「pit-project」: process が「pitt」です。ケースにある工程でなければなりません。" + FILE
                        + ":5 process] 対処案: 「pit」ではありませんか。");
    }

    @Test
    void aProductThatItsProcessesDoNotMakeMustBeTold() {
        told(
                SHEET.replace("process: pit", "process: melter"),
                Severity.WARNING,
                "'ore' is made by none of its processes (melter); a process of the project must make it." + FILE
                        + ":10 product] Maybe `process: a;b` should name one more, such as pit.",
                "「ore」をつくる工程が process（melter）にありません。プロジェクトの工程がつくる品目でなければなりません。" + FILE
                        + ":10 product] 対処案: `process: a;b` のように、pit などを書き足してください。");
    }

    @Test
    void aProductThatIsNoCommodityMustKeepThePriceOfTheSheet() {
        told(
                SHEET.replace("product: ore", "product: pebbles"),
                Severity.NOTE,
                "product 'pebbles' is no commodity of the case; its price is that of the sheet." + FILE
                        + ":10 product] Maybe `of: commodity@place` in its price names the market that is meant.",
                "製品「pebbles」はケースの品目ではありません。価格はシートのものを使います。" + FILE
                        + ":10 product] 対処案: 価格に `of: 品目@地点` を書くと市場を指定できます。");
    }

    @Test
    void aSheetWithoutAnyTieMustBeTold() {
        told(
                SHEET.replace("process: pit\n", ""),
                Severity.NOTE,
                "it names no process and no market of the case; it is valued at its own prices alone." + FILE
                        + " process] Maybe `process: …`, or `of: commodity@place` in a price, is missing.",
                "ケースの工程も市場も示していません。シート自身の価格だけで評価します。" + FILE
                        + " process] 対処案: `process: …`、または価格に `of: 品目@地点` を書き足してください。");
    }

    private static String of(String market) {
        return SHEET.replace("start: 11", "of: " + market + ", start: 11");
    }

    @Test
    void aMarketThatIsNoneMustBeTold() {
        told(
                of("ore"),
                Severity.ERROR,
                "price 'ore-price' is of 'ore'; it must be commodity@place." + FILE
                        + ":12 of] Maybe such as `of: ndpr-oxide@JP`.",
                "価格「ore-price」の of が「ore」です。「品目@地点」でなければなりません。" + FILE
                        + ":12 of] 対処案: `of: ndpr-oxide@JP` のように書いてください。");
        told(
                of("oer@JP"),
                Severity.ERROR,
                "price 'ore-price' is of 'oer@JP'; what stands before @ must be a commodity of the case." + FILE
                        + ":12 of] Maybe 'ore' is meant.",
                "価格「ore-price」の of が「oer@JP」です。@ の前はケースの品目でなければなりません。" + FILE + ":12 of] 対処案: 「ore」ではありませんか。");
        told(
                of("ore@XX"),
                Severity.ERROR,
                "price 'ore-price' is of 'ore@XX'; what stands behind @ must be a place of the case." + FILE
                        + ":12 of] Maybe a row is missing from places.csv.",
                "価格「ore-price」の of が「ore@XX」です。@ の後はケースの地点でなければなりません。" + FILE
                        + ":12 of] 対処案: places.csv に行を書き足してください。");
    }

    @Test
    void aMarketWhereNothingHappensMustBeTold() {
        TextCase world = world().table("places", "place,kind,country\nAU,country,AU\nJP,country,JP\nKR,country,KR");
        told(
                of("ore@KR"),
                world,
                Severity.WARNING,
                "price 'ore-price' is of 'ore@KR', which nobody makes, uses, stores or moves there; it must be a market"
                        + " of the case." + FILE + ":12 of] Maybe another place is meant.",
                "価格「ore-price」の of が「ore@KR」ですが、そこでは誰も生産・使用・保管・輸送していません。ケースの市場でなければなりません。" + FILE
                        + ":12 of] 対処案: 別の地点ではありませんか。");
    }

    @Test
    void unitsOfDifferentThingsMustBeTold() {
        told(
                SHEET.replace("amount: 12 t/yr", "unit: m3, amount: 12 m3/yr")
                        .replace("start: 11 USD/t", "unit: m3, start: 11"),
                Severity.ERROR,
                "product 'ore' is counted in m3, 'ore' of the case in t; both must measure the same." + FILE
                        + ":10 unit] Maybe the unit is wrong, or `trade_unit` and `heating_value` of commodities.csv are"
                        + " missing.",
                "製品「ore」の単位は m3、ケースの「ore」の単位は t です。同じ種類の量でなければなりません。" + FILE
                        + ":10 unit] 対処案: 単位を直すか、commodities.csv の `trade_unit` と `heating_value` を書き足してください。");
    }

    /// 1 t is 52 MMBtu: what is sold by energy meets the price per tonne.
    @Test
    void energyAndMassMustMeetThroughTheHeatingValue() {
        TextCase world = world().table(
                        "commodities",
                        "commodity,unit,trade_unit,stage,group,heating_value,source\n"
                                + "ore,t,MMBtu,ore,stone,52 MMBtu/t,s\nslag,t,,ore,stone,,")
                .table("sources", "source,title\ns,A table");
        ProjectLink link = link(
                        SHEET.replace("amount: 12 t/yr", "unit: MMBtu, amount: 624 MMBtu/yr")
                                .replace("start: 11 USD/t", "unit: MMBtu, start: 0.2"),
                        world)
                .clean()
                .orElseThrow();
        assertThat(link.products().getFirst().scale()).isCloseTo(1 / 52.0, within(1e-12));
    }

    @Test
    void moneyWithoutARateMustBeTold() {
        told(
                SHEET.replace("currency: USD", "currency: EUR").replace("11 USD/t", "11"),
                Severity.ERROR,
                "it counts in EUR2025, the case in USD2025; a rate between them must be given." + FILE
                        + " currency] Maybe `exchange: {EUR: …}` of case.yaml was forgotten.",
                "シートは EUR2025、ケースは USD2025 建てです。換算率を与えなければなりません。" + FILE
                        + " currency] 対処案: case.yaml に `exchange: {EUR: …}` を書き足してください。");
    }

    @Test
    void betweenPriceYearsTheInflationOfTheSheetMustHold() {
        String sheet =
                SHEET.replace("price_year: 2025", "price_year: 2023").replace("inflation: 0 %", "inflation: 2 %");
        assertThat(link(sheet, world()).clean().orElseThrow().money()).isCloseTo(Math.pow(1.02, -2), within(1e-12));
    }

    @Test
    void moreThanTheProcessesCanMakeMustBeTold() {
        told(
                SHEET.replace("12 t/yr", "2000 t/yr"),
                Severity.WARNING,
                "product 'ore' is 2,000 t/yr; its processes can make 1,000 t/yr at most, so sheet and case must not be"
                        + " added up." + FILE
                        + ":10 amount] Maybe capacity in processes.csv or the amount of the sheet is of another plan.",
                "製品「ore」は 2,000 t/yr ですが、工程がつくれるのは最大 1,000 t/yr です。シートとケースを合算してはいけません。" + FILE
                        + ":10 amount] 対処案: processes.csv の capacity かシートの amount が別の計画のものではありませんか。");
    }

    @Test
    void productsOfDifferentMarketsMustNotShareAPriceSilently() {
        told(
                SHEET.replace("process: pit", "process: pit;melter")
                        .replace(
                                "price: ore-price}\n",
                                "price: ore-price}\n  - {product: slag, amount: 1 t/yr, price: ore-price}\n"),
                Severity.WARNING,
                "product 'slag' shares price 'ore-price' with 'ore', whose market it takes; products of different markets"
                        + " must have prices of their own." + FILE
                        + ":11 price] Maybe a price of its own under `prices` is missing.",
                "製品「slag」の価格「ore-price」は「ore」と共通で、その市場の価格になります。市場の異なる製品には別々の価格が必要です。" + FILE
                        + ":11 price] 対処案: `prices` にこの製品の価格を書き足してください。");
    }

    @Test
    void oneSheetWithAnErrorMustNotHideTheOthers() {
        TextCase world = world().project("a", "id: a\n").project("pit-project", SHEET);
        CaseProjects all = CaseProjects.of(world.file(), OreWorld.balance(world.supply()));
        assertThat(all.all()).extracting(p -> p.project().header().id()).containsExactly("pit-project");
        assertThat(all.findings())
                .anyMatch(
                        f -> f.severity() == Severity.ERROR && f.place().file().equals("projects/a.yaml"));
    }

    @Test
    void aSecondSheetOfTheSameIdMustBeTold() {
        TextCase world = world().project("again", SHEET).project("pit-project", SHEET);
        assertThat(CaseProjects.read(world.file(), java.util.Optional.of(world.supply()))
                        .findings())
                .extracting(f -> f.in(Lang.EN))
                .containsExactly("Project 'pit-project': its id is that of projects/again.yaml too; ids must be unique."
                        + " [projects/pit-project.yaml] Maybe one of them should be renamed.");
    }
}
