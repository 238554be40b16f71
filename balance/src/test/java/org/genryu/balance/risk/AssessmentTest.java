package org.genryu.balance.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.balance.account.SupplyShares;
import org.genryu.core.Lang;
import org.genryu.testkit.TextCase;
import org.genryu.testkit.Zoo;
import org.junit.jupiter.api.Test;

/// The indicators on a balanced world. Rung: by hand, on the worlds of the zoo, and the identity that splitting a node
/// changes nothing.
class AssessmentTest {
    private static final double FLOWS = 1e-9;

    private static final TextCase WORLD = home(Zoo.thirdCountry());

    private static TextCase home(TextCase cases) {
        return cases.header("home", "[JP]").header("rival", "[CN]");
    }

    private static Balance balance(TextCase cases) {
        BalanceResult result = Balancer.balance(cases.supply(), BalanceOptions.DEFAULT.uncalibrated());
        if (!(result instanceof BalanceResult.Balanced(Balance balance, var _))) {
            throw new AssertionError("no balance: " + result);
        }
        return balance;
    }

    private static Assessment assessment(TextCase cases) {
        return Assessment.of(balance(cases), Governance.builtIn());
    }

    private static List<Indicators.Row> rows(TextCase cases) {
        return Indicators.of(TracedBalance.passing(balance(cases)), Optional.empty());
    }

    private static double value(List<Indicators.Row> rows, String indicator, String subject) {
        return rows.stream()
                .filter(row ->
                        row.indicator().equals(indicator) && row.subject().equals(subject))
                .mapToDouble(Indicators.Row::value)
                .findFirst()
                .orElse(0);
    }

    @Test
    void theBorderMustNotHideTheCountriesBehindIt() {
        List<Indicators.Row> rows = rows(WORLD);
        assertThat(value(rows, "import_hhi", "JP/magnet")).isCloseTo(1, within(FLOWS));
        assertThat(value(rows, "mined_hhi", "JP/magnet/dy")).isCloseTo(0.75 * 0.75 + 0.25 * 0.25, within(FLOWS));
        assertThat(value(rows, "rival_share", "JP/magnet/dy/oxide/CN")).isCloseTo(1, within(FLOWS));
        assertThat(value(rows, "rival_share", "JP/magnet/dy/mine/CN")).isZero();
        assertThat(value(rows, "rival_touched", "JP/magnet/dy/CN")).isCloseTo(1, within(FLOWS));
    }

    @Test
    void geoPolRiskMustWeighThePartnerAtTheBorder() {
        Assessment assessment = assessment(WORLD);
        int magnet = assessment.balance().of().commodity("magnet").orElseThrow();
        GeoPolRisk risk = assessment.geoPolRisk(assessment.country("JP"), magnet, 0);
        double g = GeoPolRisk.stability(
                assessment.governance().score("VN", "pv").orElseThrow().value());
        assertThat(risk.score()).isCloseTo(g, within(FLOWS));
        assertThat(assessment.importReliance(assessment.country("JP"), magnet, 0))
                .isCloseTo(1, within(FLOWS));
        assertThat(assessment.tradeExposure(assessment.country("JP"), magnet, 0))
                .isCloseTo(1, within(FLOWS));
    }

    @Test
    void seenFromAMinerHisOwnPartIsFreeOfRisk() {
        Assessment assessment = assessment(WORLD);
        int ore = assessment.balance().of().commodity("ore").orElseThrow();
        assertThat(assessment.seenFrom(assessment.country("MM"), ore, 0)).isCloseTo(0.0625, within(FLOWS));
        assertThat(assessment.seenFrom(assessment.country("JP"), ore, 0)).isCloseTo(0.625, within(FLOWS));
        assertThat(assessment.nMinusOne(ore, 0).cover()).isCloseTo(0.25, within(FLOWS));
        assertThat(Dependence.isSinglePoint(assessment.production(ore, 0))).isTrue();
    }

    @Test
    void theEuFormMustUseBothSides() {
        Assessment assessment = assessment(WORLD);
        int magnet = assessment.balance().of().commodity("magnet").orElseThrow();
        double vietNam = EuRisk.scale(assessment.governance().mean("VN").orElseThrow());
        EuRisk.SupplyRisk risk = assessment.europe(assessment.country("JP"), magnet, 0, 0.1);
        assertThat(risk.value()).isCloseTo(vietNam * 0.9, within(FLOWS));
        assertThat(risk.explain().parts()).hasSize(5);
    }

    @Test
    void splittingANodeMustChangeNoIndicator() {
        List<Indicators.Row> one = rows(WORLD);
        List<Indicators.Row> two = rows(home(Zoo.splitNode()));
        assertThat(two).hasSameSizeAs(one);
        for (int i = 0; i < one.size(); i++) {
            Indicators.Row row = one.get(i);
            assertThat(two.get(i).subject()).isEqualTo(row.subject());
            if (!row.indicator().equals("geopolrisk_cf")) {
                assertThat(two.get(i).value())
                        .as("%s of %s", row.indicator(), row.subject())
                        .isCloseTo(row.value(), within(FLOWS));
            }
        }
    }

    @Test
    void aRegionMustCountInTheTotalAndNeverAsAMember() {
        TextCase region = home(Zoo.thirdCountry()).table("places", """
                        place,kind,country
                        MM,country,MM
                        AU,region,
                        CN,country,CN
                        VN,country,VN
                        JP,country,JP""");
        Assessment assessment = assessment(region);
        int ore = assessment.balance().of().commodity("ore").orElseThrow();
        assertThat(assessment.production(ore, 0).concentration()).isCloseTo(0.5625, within(FLOWS));
        assertThat(assessment.unscored(ore, 0)).isCloseTo(0.25, within(FLOWS));
    }

    /// Separated in CN (58.04) and MY (21.96); JP recovers 15 of its own swarf.
    private static final TextCase SWARF = home(TextCase.years(2025, 2025)
            .table("places", "place,kind,country\nCN,country,CN\nMY,country,MY\nJP,country,JP")
            .table("commodities", """
                    commodity,unit,stage,group,disposal_cost
                    ore,t,ore,rare-earth,never
                    oxide,t,oxide,rare-earth,never
                    magnet,t,magnet,rare-earth,never
                    swarf,t,scrap,rare-earth,never""")
            .table("contents", "commodity,element,amount\nore,dy,1\noxide,dy,1\nmagnet,dy,1\nswarf,dy,1")
            .table("recipes", """
                    recipe,commodity,amount
                    dig,ore,1
                    separate,ore,-1
                    separate,oxide,1
                    press,oxide,-1
                    press,magnet,0.8
                    press,swarf,0.2
                    recover,swarf,-1
                    recover,oxide,1""")
            .table("processes", """
                    process,place,recipe,status,capacity,cost,min_use
                    mine-cn,CN,dig,operating,58.04,1,1
                    mine-my,MY,dig,operating,21.96,1,1
                    cn,CN,separate,operating,58.04,1,1
                    my,MY,separate,operating,21.96,1,1
                    press,JP,press,operating,100,1,1
                    recover,JP,recover,operating,20,1,1""")
            .table("routes", "route,from,to,commodity,cost\nc,CN,JP,oxide,1\nd,MY,JP,oxide,1")
            .table("demands", "demand,place,use,commodity,amount\nmotors,JP,motors,magnet,80"));

    @Test
    void aClosedLoopMustBeNoDomesticSupply() {
        Assessment assessment = assessment(SWARF);
        int oxide = assessment.balance().of().commodity("oxide").orElseThrow();
        int japan = assessment.country("JP");
        assertThat(assessment.importReliance(japan, oxide, 0)).isCloseTo(1, within(FLOWS));
        assertThat(assessment.tradeExposure(japan, oxide, 0)).isCloseTo(1, within(FLOWS));
        assertThat(assessment.geoPolRisk(japan, oxide, 0).domestic()).isZero();
        SupplyShares made = assessment.production(oxide, 0);
        assertThat(made.share("CN")).isCloseTo(0.7255, within(FLOWS));
        assertThat(made.share("JP")).isZero();
        assertThat(assessment.sourcing(japan, oxide, 0).share("CN")).isCloseTo(0.7255, within(FLOWS));
        assertThat(assessment.nMinusOne(oxide, 0).cover()).isCloseTo(0.2745, within(FLOWS));
    }

    @Test
    void workingOnImportedFeedMustBeImport() {
        Assessment assessment = assessment(SWARF);
        int magnet = assessment.balance().of().commodity("magnet").orElseThrow();
        int japan = assessment.country("JP");
        assertThat(assessment.importReliance(japan, magnet, 0)).isCloseTo(1, within(FLOWS));
        assertThat(assessment.imports(japan, magnet, 0).share("CN")).isCloseTo(0.7255, within(FLOWS));
        assertThat(assessment.production(magnet, 0).share("JP")).isCloseTo(1, within(FLOWS));
        assertThat(assessment.seenFrom(japan, magnet, 0)).isCloseTo(1, within(FLOWS));
        assertThat(assessment.importReliance(
                        assessment.country("CN"),
                        assessment.balance().of().commodity("oxide").orElseThrow(),
                        0))
                .isZero();
    }

    /// Old scrap collected at home is supply of one's own, new scrap of nothing is none, whatever the recipe takes
    /// in.
    @Test
    void oldScrapMustBeDomesticSupplyAndTheRecyclingInputRate() {
        TextCase world = home(TextCase.years(2025, 2025)
                .table("places", "place,kind,country\nAU,country,AU\nJP,country,JP")
                .table("commodities", "commodity,unit,stage,group\nore,t,ore,copper\nmetal,t,metal,copper")
                .table("contents", "commodity,element,amount\nore,cu,1\nmetal,cu,1")
                .table("recipes", """
                        recipe,commodity,amount,feed
                        dig,ore,1,
                        smelt,ore,-1,
                        smelt,metal,1,
                        old,metal,1,old-scrap
                        new,metal,1,new-scrap""")
                .table("processes", """
                        process,place,recipe,status,capacity,cost,min_use
                        mine,AU,dig,operating,60,1,1
                        smelter,JP,smelt,operating,60,1,1
                        old,JP,old,operating,30,1,1
                        new,JP,new,operating,10,1,1""")
                .table("routes", "route,from,to,commodity,cost\na,AU,JP,ore,1")
                .table("demands", "demand,place,use,commodity,amount\nwire,JP,wire,metal,100"));
        Assessment assessment = assessment(world);
        int metal = assessment.balance().of().commodity("metal").orElseThrow();
        int japan = assessment.country("JP");
        assertThat(assessment.importReliance(japan, metal, 0)).isCloseTo(60.0 / 90, within(FLOWS));
        assertThat(assessment.sourcing(japan, metal, 0).share("AU")).isCloseTo(60.0 / 90, within(FLOWS));
        assertThat(value(rows(world), "recycled_share", "JP/metal/cu")).isCloseTo(0.3, within(FLOWS));
    }

    @Test
    void anOreCodeAloneMustWarnOfWhatItDoesNotSee() {
        assertThat(GeoPolRisk.scope(List.of("2603.00")).orElseThrow().in(Lang.EN))
                .isEqualTo("Trade codes 2603.00: count ores and minerals only; what is imported as metal, oxide or in"
                        + " products is not in them. Maybe add the codes of the refined forms, or say that the index is about"
                        + " the ore alone.");
        assertThat(GeoPolRisk.scope(List.of("2603.00")).orElseThrow().in(Lang.JA))
                .isEqualTo("貿易品目コード 2603.00: は鉱石・鉱物だけを数えます。地金、酸化物、製品としての輸入は含まれません。"
                        + " 対処案: 精製品のコードを加えるか、指標が鉱石だけのものであることを明記してください。");
        for (String ore :
                List.of("HS 2603", "HS2022 2603.00", "２６０３．００", "2603.00-000", "2504 10; 2504 90", "hts 2612.10.00")) {
            assertThat(GeoPolRisk.scope(List.of(ore))).as(ore).isPresent();
        }
        for (String more : List.of("2603; 7403", "HS 2022: 2846.90", "2805", " ", "7403, 2603")) {
            assertThat(GeoPolRisk.scope(List.of(more))).as(more).isEmpty();
        }
        assertThat(GeoPolRisk.scope(List.of("260300", "740311"))).isEmpty();
        assertThat(GeoPolRisk.scope(List.of())).isEmpty();
    }

    /// JP takes 100 of oxide from abroad and no ore; of the magnets that leave nothing comes in.
    @Test
    void theScopeMustBeThePartOfTheElementThatComesInThisForm() {
        Assessment assessment = assessment(SWARF);
        int japan = assessment.country("JP");
        int oxide = assessment.balance().of().commodity("oxide").orElseThrow();
        int ore = assessment.balance().of().commodity("ore").orElseThrow();
        assertThat(assessment.scope(japan, oxide, 0)).isCloseTo(1, within(FLOWS));
        assertThat(assessment.scope(japan, ore, 0)).isZero();
        assertThat(assessment.scope(assessment.country("MY"), ore, 0)).isCloseTo(1, within(FLOWS));
    }
}
