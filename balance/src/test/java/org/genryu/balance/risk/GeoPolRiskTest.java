package org.genryu.balance.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.genryu.balance.account.SupplyShares;
import org.genryu.core.Explanation;
import org.junit.jupiter.api.Test;

/// Rung: published value (natural graphite, United States, 2022: test data of geopolrisk-py, customs codes 250410 and
/// 250490) and a case by hand.
class GeoPolRiskTest {
    /// All digits are printed.
    private static final double PRINTED = 1e-9;

    /// g is printed to ten digits and multiplied by up to 43,275 t.
    private static final double TEN_DIGITS = 5e-6;

    private static final String PRODUCTION = """
            Austria,100
            Brazil,79372
            Canada,13000
            China,1161000
            Colombia,0
            Germany,185
            India,82439
            N. Korea,20000
            S. Korea,23798
            Madagascar,116700
            Mexico,3420
            Mozambique,165932
            Namibia,0
            Norway,10380
            Russia,18800
            Sri Lanka,3299
            Türkiye,27715
            Ukraine,846
            Viet Nam,500
            """;

    /// Customs country code, t, g, value in 1000 USD.
    private static final String IMPORTS = """
            36,19.21,.3132855892,84.29
            40,99.527,.3724009275,276.583
            56,39.725,.3848662376,78.985
            76,2823.798,.5662931800,5542.303
            124,8412.25,.3454371929,13649.95
            144,417.105,.6571139693,861.068
            156,43274.566,.5882147253,142631.137
            191,.001,.3775677443,.006
            203,.002,.3369117260,.014
            231,20,.9076135159,40.778
            246,.006,.3217016578,.39
            251,108.368,.4330951750,469.87
            276,155.669,.3770481706,944.794
            288,.172,.5131825939,.128
            320,.071,.5609942675,.031
            344,1161.278,.3776889920,751.714
            372,.209,.3236220956,50.227
            380,.6,.4172989249,3.264
            392,130.688,.2852178097,933.929
            410,39.559,.3875177979,376.97
            450,10926.909,.6062077165,10591.519
            458,.011,.4719283670,2.498
            484,10261.938,.6383919477,7274.226
            490,.495,0,20.885
            508,8475.766,.7575939894,7375.061
            528,1.443,.3565390348,46.933
            579,91.4,.3278083324,250.482
            616,1.328,.3999433517,26.79
            699,15.402,.6137216330,17.244
            702,.084,.2080115080,4.58
            710,.15,.6444236159,9.97
            752,2.769,.3194753885,39.031
            757,1.905,.2677720547,25.2
            784,58.242,.3598429322,85.858
            792,2.893,.7079730034,2.088
            826,42.572,.3992121816,350.417
            """;

    private static List<SupplyShares.Row> production() {
        return PRODUCTION
                .lines()
                .map(String::strip)
                .map(line -> line.split(","))
                .map(cell -> new SupplyShares.Row(cell[0], Double.parseDouble(cell[1])))
                .toList();
    }

    private static List<String[]> imports() {
        return IMPORTS.lines().map(String::strip).map(line -> line.split(",")).toList();
    }

    private static GeoPolRisk graphite(double ofCode490) {
        SupplyShares shares = SupplyShares.read(production(), "t").value().orElseThrow();
        List<GeoPolRisk.Partner> partners = imports().stream()
                .map(cell -> new GeoPolRisk.Partner(
                        cell[0],
                        Double.parseDouble(cell[1]),
                        cell[0].equals("490") ? ofCode490 : Double.parseDouble(cell[2]),
                        true))
                .toList();
        return GeoPolRisk.of(shares.concentration(), partners, 0);
    }

    private static double price() {
        double value = imports().stream()
                .mapToDouble(cell -> Double.parseDouble(cell[3]))
                .sum();
        double tonnes = imports().stream()
                .mapToDouble(cell -> Double.parseDouble(cell[1]))
                .sum();
        return value / tonnes;
    }

    @Test
    void graphiteOfTheUnitedStatesMustBeThePublishedCase() {
        GeoPolRisk graphite = graphite(0);
        assertThat(graphite.concentration()).isCloseTo(0.47066347864739, within(PRINTED));
        assertThat(graphite.weighted()).isCloseTo(50585.9108469, within(TEN_DIGITS));
        assertThat(graphite.imports()).isCloseTo(86586.111, within(PRINTED * 1000));
        assertThat(graphite.imported()).isCloseTo(0.58422661860, within(PRINTED));
        assertThat(graphite.score()).isCloseTo(0.27497413263, within(PRINTED));
        assertThat(price()).isCloseTo(2.22690695740, within(PRINTED));
        assertThat(graphite.factor(price())).isCloseTo(1.49565814184, within(PRINTED));
    }

    @Test
    void aPartnerWithoutScoreMustShowWhatWasChosenForIt() {
        assertThat(graphite(0.5).score()).isCloseTo(0.27497547798, within(PRINTED));
        GeoPolRisk chosen = GeoPolRisk.of(0.3, Map.of("XX", 10.0), 0, Governance.builtIn(), GeoPolRisk.MISSING);
        assertThat(chosen.imported()).isCloseTo(0.5, within(PRINTED));
        assertThat(chosen.partners())
                .singleElement()
                .satisfies(p -> assertThat(p.scored()).isFalse());
        assertThat(chosen.explain().toString()).contains("no score: g is a choice", "スコアなし");
    }

    @Test
    void theUnitCaseMustComeOutByHand() {
        GeoPolRisk unit = new GeoPolRisk(0.3, 1000, 2000, 500, List.of());
        assertThat(unit.imported()).isCloseTo(0.4, within(PRINTED));
        assertThat(unit.score()).isCloseTo(0.12, within(PRINTED));
        assertThat(unit.factor(50)).isCloseTo(14.655130057098, within(PRINTED));
    }

    @Test
    void theStoryMustGiveTheScoreAgain() {
        Explanation story = graphite(0).explain();
        assertThat(story.parts().get(0).value() * story.parts().get(1).value())
                .isCloseTo(story.value(), within(PRINTED));
    }

    @Test
    void stabilityMustBeCutToZeroAndOne() {
        assertThat(GeoPolRisk.stability(3)).isZero();
        assertThat(GeoPolRisk.stability(-3)).isEqualTo(1);
        assertThat(GeoPolRisk.stability(0)).isEqualTo(0.5);
    }
}
