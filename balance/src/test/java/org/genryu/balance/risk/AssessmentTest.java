package org.genryu.balance.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.balance.origin.Tracing;
import org.genryu.testkit.Cases;
import org.genryu.testkit.Zoo;
import org.junit.jupiter.api.Test;

/// The indicators on a balanced world. Rung: by hand, on the worlds of the zoo, and the identity that splitting a node
/// changes nothing.
class AssessmentTest {
    private static final double FLOWS = 1e-9;

    private static final Cases WORLD = home(Zoo.thirdCountry());

    private static Cases home(Cases cases) {
        return cases.header("home", "[JP]").header("rival", "[CN]");
    }

    private static Balance balance(Cases cases) {
        BalanceResult result = Balancer.balance(cases.supply(), BalanceOptions.DEFAULT.uncalibrated());
        if (!(result instanceof BalanceResult.Balanced(Balance balance, var _))) {
            throw new AssertionError("no balance: " + result);
        }
        return balance;
    }

    private static Assessment assessment(Cases cases) {
        return Assessment.of(balance(cases), Governance.builtIn());
    }

    private static List<Indicators.Row> rows(Cases cases) {
        Balance balance = balance(cases);
        Tracing tracing = Tracing.of(balance);
        Indicators indicators = new Indicators(Assessment.of(balance, Governance.builtIn()));
        tracing.substances().forEach(substance -> indicators.add(tracing.trace(substance)));
        return indicators.rows();
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
        Cases region = home(Zoo.thirdCountry()).table("places", """
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
}
