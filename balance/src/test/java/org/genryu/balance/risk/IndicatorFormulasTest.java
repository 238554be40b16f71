package org.genryu.balance.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.genryu.balance.account.SupplyShares;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.junit.jupiter.api.Test;

/// Rung: published values (N-1 toy, Hoskins, the heavy rare earths of the EU's study of 2023) and cases by hand.
class IndicatorFormulasTest {
    private static final double EXACT = 1e-12;

    /// The study prints one decimal.
    private static final double TENTH = 0.05;

    @Test
    void nMinusOneMustTakeTheTopSuppliersDemandAwayToo() {
        Dependence.NMinusOne toy = new Dependence.NMinusOne(100, 70, 100, 15);
        assertThat(toy.cover()).isCloseTo(30.0 / 85, within(EXACT));
        assertThat(new Dependence.NMinusOne(100, 70, 100, 0).cover()).isCloseTo(0.30, within(EXACT));
        assertThat(toy.explain("t").parts()).hasSize(4);
    }

    @Test
    void hoskinsMustSquareTheRiskToo() {
        assertThat(HoskinsIndex.index(List.of(new HoskinsIndex.Producer(1, OptionalDouble.of(10)))))
                .isCloseTo(10, within(EXACT));
        assertThat(HoskinsIndex.index(List.of(
                        new HoskinsIndex.Producer(0.7, OptionalDouble.of(6)),
                        new HoskinsIndex.Producer(0.2, OptionalDouble.of(3)),
                        new HoskinsIndex.Producer(0.1, OptionalDouble.of(5)))))
                .isCloseTo(1.825, within(EXACT));
        assertThat(HoskinsIndex.index(List.of(new HoskinsIndex.Producer(1, OptionalDouble.empty()))))
                .isCloseTo(2.5, within(EXACT));
    }

    private static double europe(double k, double recycling, double substitution) {
        return new EuRisk.SupplyRisk(
                        List.of(new EuRisk.Supplier("CN", 1, k, 1, true)), List.of(), 1, recycling, substitution)
                .value();
    }

    @Test
    void heavyRareEarthsOfTheEuMustShareOneSupplier() {
        for (double k : new double[] {5.67, 5.685, 5.70}) {
            assertThat(europe(k, 0.01, 0.99)).as("Dy").isCloseTo(5.6, within(TENTH));
            assertThat(europe(k, 0.01, 1.0)).as("Er").isCloseTo(5.6, within(TENTH));
            assertThat(europe(k, 0.01, 0.59)).as("Gd").isCloseTo(3.3, within(TENTH));
            assertThat(europe(k, 0.01, 0.92))
                    .as("Tb with the group's recycling")
                    .isCloseTo(5.2, within(TENTH));
            assertThat(europe(k, 0.06, 0.92)).as("Tb with its own").isCloseTo(4.9, within(TENTH));
            assertThat(europe(k, 0.01, 0.90)).as("Y with the group's").isCloseTo(5.1, within(TENTH));
            assertThat(europe(k, 0.32, 0.90)).as("Y with its own").isCloseTo(3.5, within(TENTH));
        }
    }

    @Test
    void bothSidesMustBeWeighedByHalfTheReliance() {
        List<EuRisk.Supplier> world = List.of(new EuRisk.Supplier("CN", 1, 6, 1, true));
        List<EuRisk.Supplier> own = List.of(new EuRisk.Supplier("AU", 1, 2, 0.8, true));
        assertThat(new EuRisk.SupplyRisk(world, own, 0.5, 0.2, 0.9).value())
                .isCloseTo((6 * 0.25 + 1.6 * 0.75) * 0.8 * 0.9, within(EXACT));
        assertThat(new EuRisk.SupplyRisk(List.of(), own, 0.5, 0, 1).value()).isCloseTo(1.6, within(EXACT));
        assertThat(new EuRisk.SupplyRisk(world, own, 0.5, 0.2, 0.9)
                        .explain()
                        .how()
                        .en())
                .isEqualTo("[ HHI(GS) · IR/2 + HHI(EU) · (1 - IR/2) ] · (1 - EoL_RIR) · SI");
    }

    @Test
    void criticalMustBeJudgedOnTheRoundedValues() {
        assertThat(EuRisk.isCritical(0.95, 2.75)).isTrue();
        assertThat(EuRisk.isCritical(0.94, 5)).isFalse();
        assertThat(EuRisk.isCritical(5, 2.74)).isFalse();
        assertThat(EuRisk.importance(List.of(new EuRisk.Use("cars", 0.6, 200), new EuRisk.Use("wind", 0.4, 100)), 0.9))
                .isCloseTo((0.6 * 200 + 0.4 * 100) / 200 * 10 * 0.9, within(EXACT));
    }

    @Test
    void usgsRiskMustBeTheGeometricMean() {
        double disruption = UsgsRisk.disruption(
                List.of(new UsgsRisk.Producer("CN", 0.8, 40, 0.9), new UsgsRisk.Producer("AU", 0.2, 90, 0.1)));
        assertThat(disruption).isCloseTo(0.64 * 0.6 * 0.9 + 0.04 * 0.1 * 0.1, within(EXACT));
        assertThat(UsgsRisk.exposure(30, 70)).isCloseTo(0.3, within(EXACT));
        assertThat(UsgsRisk.exposure(-5, 70)).isZero();
        assertThat(new UsgsRisk(0.2, 0.4, 0.8).value()).isCloseTo(0.4, within(EXACT));
    }

    @Test
    void aSinglePointNeedsAStrongLeaderAndAWeakFallback() {
        assertThat(Dependence.isSinglePoint(SupplyShares.of(Map.of("CN", 70.0, "AU", 30.0), "t")))
                .isTrue();
        assertThat(Dependence.isSinglePoint(SupplyShares.of(Map.of("CN", 60.0, "AU", 40.0), "t")))
                .isFalse();
        assertThat(Dependence.isSinglePoint(SupplyShares.of(Map.of("CN", 45.0, "AU", 30.0, "US", 25.0), "t")))
                .isFalse();
        assertThat(Dependence.imports(20, 100, 40)).isCloseTo(0.75, within(EXACT));
        assertThat(Dependence.imports(20, 10, 40)).isZero();
    }

    @Test
    void sumsMustNeverCountAsMembers() {
        Outcome<SupplyShares> read = SupplyShares.read(
                List.of(
                        new SupplyShares.Row("CN", 60),
                        new SupplyShares.Row("AU", 20),
                        new SupplyShares.Row("Other countries", 20),
                        new SupplyShares.Row("World total", 100)),
                "t");
        SupplyShares shares = read.value().orElseThrow();
        assertThat(shares.members()).containsOnlyKeys("CN", "AU");
        assertThat(shares.total()).isEqualTo(100);
        assertThat(shares.concentration()).isCloseTo(0.36 + 0.04, within(EXACT));
        assertThat(read.findings().stream().map((Finding f) -> f.in(Lang.EN)))
                .containsExactly(
                        "Row 'Other countries': stands for several countries: counted in the total, not as a member.",
                        "Row 'World total': is the sum of the others and no member: left out.");
    }

    @Test
    void aSumWithoutItsNameMustBeFoundByArithmetic() {
        SupplyShares region = SupplyShares.read(
                        List.of(
                                new SupplyShares.Row("AR", 60),
                                new SupplyShares.Row("CL", 20),
                                new SupplyShares.Row("South America", 80)),
                        "t")
                .value()
                .orElseThrow();
        assertThat(region.members()).containsOnlyKeys("AR", "CL");
        SupplyShares half = SupplyShares.read(
                        List.of(
                                new SupplyShares.Row("AR", 60),
                                new SupplyShares.Row("CL", 20),
                                new SupplyShares.Row("PE", 80)),
                        "t")
                .value()
                .orElseThrow();
        assertThat(half.members()).as("a country may well supply half").hasSize(3);
    }

    @Test
    void splittingACountryMustChangeNothing() {
        SupplyShares one = SupplyShares.read(
                        List.of(new SupplyShares.Row("CN", 60), new SupplyShares.Row("AU", 40)), "t")
                .value()
                .orElseThrow();
        Outcome<SupplyShares> two = SupplyShares.read(
                List.of(new SupplyShares.Row("CN", 25), new SupplyShares.Row("AU", 40), new SupplyShares.Row("CN", 35)),
                "t");
        assertThat(two.value().orElseThrow().concentration()).isCloseTo(one.concentration(), within(EXACT));
        assertThat(two.findings()).hasSize(1);
    }

    @Test
    void governanceMustCarryItsEdition() {
        Governance built = Governance.builtIn();
        assertThat(built.edition()).isEqualTo("2022 (2021)");
        assertThat(built.score("CN", "pv").orElseThrow().value()).isEqualTo(-0.482);
        assertThat(built.mean("CN").orElseThrow()).isCloseTo((-0.482 + 0.841 - 0.313 + 0.035) / 4, within(EXACT));
        assertThat(built.mean("XX")).isEmpty();
        assertThat(built.with(Map.of("CN/pv", new Governance.Score(0, "2025", 2024)))
                        .edition())
                .isEqualTo("2022 (2021), 2025 (2024)");
        assertThat(EuRisk.scale(2.5)).isZero();
        assertThat(EuRisk.scale(-2.5)).isEqualTo(10);
    }

    @Test
    void percentsMustBeRefusedWhereSharesAreTaken() {
        assertThatThrownBy(() -> HoskinsIndex.index(List.of(new HoskinsIndex.Producer(70, OptionalDouble.empty()))))
                .hasMessage("Hoskins' index: a share is 70.0; it must lie in 0..1. Maybe percents were given: divide by"
                        + " 100.");
        assertThatThrownBy(() -> EuRisk.concentration(List.of(new EuRisk.Supplier("CN", 98, 5, 1, true))))
                .hasMessageContaining("EU supply risk: a share is 98.0");
        assertThatThrownBy(() -> UsgsRisk.disruption(List.of(new UsgsRisk.Producer("CN", 98, 5, 1))))
                .hasMessageContaining("USGS disruption potential: a share is 98.0");
        assertThatThrownBy(() -> EuRisk.importance(List.of(new EuRisk.Use("steel", 40, 5)), 1))
                .hasMessageContaining("EU economic importance: a share is 40.0");
        assertThatThrownBy(() -> HoskinsIndex.index(List.of(
                        new HoskinsIndex.Producer(0.7, OptionalDouble.empty()),
                        new HoskinsIndex.Producer(1, OptionalDouble.empty()))))
                .hasMessageContaining("the shares add up to 1.7");
    }

    /// Gallium and antimony of the survey of 2026; a total whose name is a code of three letters.
    /// 2,500 of 10,000 for an HHI, 57 of 100 for a risk, 30 % for a rate: each a thousandfold error without a word.
    @Test
    void everyScaleMustBeHeld() {
        assertThatThrownBy(() -> GeoPolRisk.of(2500, List.of(), 0))
                .hasMessage(
                        "GeoPolRisk: HHI is 2500.0; it must lie in 0..1. Maybe percents were given: divide by 100.");
        assertThatThrownBy(() -> GeoPolRisk.of(0.25, List.of(new GeoPolRisk.Partner("CN", 10, 57, true)), 0))
                .hasMessageStartingWith("GeoPolRisk: g of CN is 57.0; it must lie in 0..1.");
        assertThatThrownBy(() -> new EuRisk.SupplyRisk(List.of(), List.of(), 0.5, 30, 1))
                .hasMessageStartingWith("EU supply risk: EoL_RIR is 30.0; it must lie in 0..1.");
        assertThatThrownBy(() -> new EuRisk.SupplyRisk(List.of(), List.of(), 0.5, 0.3, 90))
                .hasMessageStartingWith("EU supply risk: SI is 90.0;");
        assertThatThrownBy(() -> EuRisk.concentration(List.of(new EuRisk.Supplier("CN", 0.5, 55, 1, true))))
                .hasMessage("EU supply risk: WGI of CN is 55.0; it must lie in 0..10.");
        assertThatThrownBy(() -> EuRisk.importance(List.of(), 90))
                .hasMessageStartingWith("EU economic importance: SI is 90");
        assertThatThrownBy(() -> HoskinsIndex.index(List.of(new HoskinsIndex.Producer(0.5, OptionalDouble.of(55)))))
                .hasMessage("Hoskins' index: a risk is 55.0; it must lie in 0..10.");
        assertThatThrownBy(() -> UsgsRisk.disruption(List.of(new UsgsRisk.Producer("CN", 0.5, 50, 60))))
                .hasMessageStartingWith("USGS disruption potential: WSI of CN is 60.0;");
        assertThatThrownBy(() -> new UsgsRisk(0.5, 99, 0.1)).hasMessageStartingWith("USGS supply risk: TE is 99.0;");
    }

    @Test
    void roundedTotalsMustBeFoundByArithmetic() {
        SupplyShares gallium = SupplyShares.read(
                        List.of(
                                new SupplyShares.Row("CN", 900),
                                new SupplyShares.Row("RU", 6),
                                new SupplyShares.Row("JP", 3),
                                new SupplyShares.Row("World total (rounded)", 900)),
                        "t")
                .value()
                .orElseThrow();
        assertThat(gallium.total()).isEqualTo(909);
        SupplyShares coded = SupplyShares.read(
                        List.of(
                                new SupplyShares.Row("CN", 839),
                                new SupplyShares.Row("RU", 6.2),
                                new SupplyShares.Row("JP", 3),
                                new SupplyShares.Row("WXX", 850)),
                        "t")
                .value()
                .orElseThrow();
        assertThat(coded.members()).containsOnlyKeys("CN", "RU", "JP");
        SupplyShares two = SupplyShares.read(List.of(new SupplyShares.Row("A", 50), new SupplyShares.Row("B", 50)), "t")
                .value()
                .orElseThrow();
        assertThat(two.total()).isEqualTo(100);
    }
}
