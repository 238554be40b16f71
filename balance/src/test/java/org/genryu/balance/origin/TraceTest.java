package org.genryu.balance.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.genryu.casefile.SupplyCase;
import org.genryu.testkit.TextCase;
import org.genryu.testkit.Zoo;
import org.junit.jupiter.api.Test;

/// Who stands behind it? Rung: by hand (the worlds of the zoo) and identities (rows sum to 1, mass is conserved).
class TraceTest {
    /// The flows come from a solver that meets its limits to 1e-9 or better; the shares are exact in them.
    private static final double FLOWS = 1e-9;

    /// Rows are built without subtraction.
    private static final double ROW = 1e-12;

    /// Published to six digits.
    private static final double PRINTED = 5e-7;

    @Test
    void sharesOfAMineMustBeThoseOfThePublishedCheck() {
        TracedWorld world = TracedWorld.of(Zoo.streams());
        Trace trace = world.own("ore");
        assertThat(world.mined(trace, "ref", "ore", 0, "AU")).isCloseTo(0.625, within(FLOWS));
        assertThat(world.mined(trace, "j", "ore", 0, "AU")).isCloseTo(0.683594, within(PRINTED));
        assertThat(world.mined(trace, "us", "ore", 0, "AU")).isCloseTo(0.401786, within(PRINTED));
        int ore = world.commodity("ore");
        assertThat(world.mined(trace, "ref", "ore", 0, "AU") * trace.amount(world.place("ref"), ore, 0))
                .isCloseTo(45, within(1e-7));
        assertThat(world.mined(trace, "j", "ore", 0, "BR") * trace.amount(world.place("j"), ore, 0))
                .isCloseTo(20.25, within(1e-7));
        assertThat(world.mined(trace, "us", "ore", 0, "AU") * trace.amount(world.place("us"), ore, 0))
                .isCloseTo(11.25, within(1e-7));
    }

    @Test
    void touchedMustBeWhatPassedTheCountryByAnyWay() {
        TracedWorld world = TracedWorld.of(Zoo.streams());
        Trace trace = world.own("ore");
        assertThat(world.touched(trace, "MY", "j", "ore", 0)).isCloseTo(54.0 / 64, within(FLOWS));
        assertThat(world.touched(trace, "SG", "us", "ore", 0)).isCloseTo(18.0 / 28, within(FLOWS));
        assertThat(world.touched(trace, "AU", "us", "ore", 0)).isCloseTo(0.625 * 18 / 28, within(FLOWS));
        assertThat(world.touched(trace, "JP", "j", "ore", 0)).isCloseTo(1, within(FLOWS));
        assertThat(world.touched(trace, "JP", "us", "ore", 0)).isZero();
    }

    @Test
    void everyStageMustNameTheCountryThatDidIt() {
        TracedWorld world = TracedWorld.of(Zoo.thirdCountry());
        Trace trace = world.trace("DY");
        assertThat(trace.stages()).containsExactly("ore", "oxide", "magnet");
        assertThat(world.mined(trace, "JP", "magnet", 0, "MM")).isCloseTo(0.75, within(FLOWS));
        assertThat(world.mined(trace, "JP", "magnet", 0, "AU")).isCloseTo(0.25, within(FLOWS));
        assertThat(world.made(trace, "oxide", "JP", "magnet", 0, "CN")).isCloseTo(1, within(FLOWS));
        assertThat(world.made(trace, "magnet", "JP", "magnet", 0, "VN")).isCloseTo(1, within(FLOWS));
        assertThat(world.touched(trace, "MM", "JP", "magnet", 0)).isCloseTo(0.75, within(FLOWS));
        assertThat(world.touched(trace, "CN", "JP", "magnet", 0)).isCloseTo(1, within(FLOWS));
        assertThat(world.made(trace, "magnet", "VN", "oxide", 0, "without")).isCloseTo(1, within(FLOWS));
        assertThat(trace.amount(world.place("CN"), world.commodity("ore"), 0)).isCloseTo(10, within(1e-7));
    }

    @Test
    void aLoopMustNotChangeWhereTheMassCameFrom() {
        TracedWorld world = TracedWorld.of(Zoo.loop());
        Trace trace = world.trace("dy");
        assertThat(trace.largestLoop()).isGreaterThan(3);
        assertThat(world.mined(trace, "JP", "magnet", 0, "AU")).isCloseTo(0.6, within(FLOWS));
        assertThat(world.mined(trace, "CN", "swarf", 0, "BR")).isCloseTo(0.4, within(FLOWS));
        assertThat(world.made(trace, "scrap", "JP", "magnet", 0, "CN")).isCloseTo(0.2, within(FLOWS));
        assertThat(world.made(trace, "scrap", "JP", "magnet", 0, "without")).isCloseTo(0.8, within(FLOWS));
    }

    @Test
    void coProductsMustCarryTheOriginOfTheirOwnElement() {
        TracedWorld world = TracedWorld.of(Zoo.jointProduction());
        assertThat(world.mined(world.trace("nd"), "JP", "nd-oxide", 0, "AU")).isCloseTo(0.6, within(FLOWS));
        assertThat(world.mined(world.trace("dy"), "JP", "dy-oxide", 0, "AU")).isCloseTo(1, within(FLOWS));
        assertThat(world.trace("dy").has(world.place("JP"), world.commodity("nd-oxide"), 0))
                .isFalse();
    }

    @Test
    void aByProductBeginsWhereItAppears() {
        TracedWorld world = TracedWorld.of(Zoo.byProduct());
        assertThat(world.mined(world.own("gallium"), "JP", "gallium", 0, "CN")).isCloseTo(1, within(FLOWS));
        assertThat(world.mined(world.own("alumina"), "JP", "alumina", 0, "GN")).isCloseTo(1, within(FLOWS));
    }

    @Test
    void theShareThroughAStraitMustBeThatOfTheLanesThroughIt() {
        TracedWorld world = TracedWorld.of(Zoo.strait());
        Trace trace = world.own("lng");
        assertThat(trace.straits()).containsExactly("hormuz", "malacca");
        assertThat(trace.shipped("hormuz", world.place("JP"), world.commodity("lng"), 0))
                .isCloseTo(0.6, within(FLOWS));
        assertThat(trace.shipped("malacca", world.place("AU"), world.commodity("lng"), 0))
                .isZero();
        assertThat(world.mined(trace, "JP", "lng", 0, "QA")).isCloseTo(0.6, within(FLOWS));
    }

    @Test
    void aStoreMustGiveWhatWasPutIntoIt() {
        TracedWorld world = TracedWorld.of(Zoo.stock());
        Trace trace = world.own("ore");
        assertThat(world.mined(trace, "JP", "ore", 0, "stock")).isCloseTo(0.2, within(FLOWS));
        assertThat(world.mined(trace, "JP", "ore", 1, "stock")).isCloseTo(0, within(FLOWS));
        assertThat(world.mined(trace, "JP", "ore", 2, "AU")).isCloseTo(1, within(FLOWS));
        assertThat(world.touched(trace, "AU", "JP", "ore", 0)).isCloseTo(0.8, within(FLOWS));
    }

    @Test
    void whatComesBackFromUseIsAnOriginOfItsOwn() {
        TracedWorld world = TracedWorld.of(Zoo.returns());
        Trace trace = world.trace("dy");
        for (int t = 0; t < 3; t++) {
            assertThat(world.mined(trace, "JP", "magnet", t, "recycled")).isCloseTo(0.5, within(FLOWS));
            assertThat(world.made(trace, "magnet", "JP", "magnet", t, "AU")).isCloseTo(0.5, within(FLOWS));
            assertThat(world.made(trace, "magnet", "JP", "magnet", t, "recycled"))
                    .isCloseTo(0.5, within(FLOWS));
            assertThat(world.remade(trace, "magnet", SupplyCase.Feed.OLD_SCRAP, "JP", "magnet", t, "JP"))
                    .isCloseTo(0.5, within(FLOWS));
        }
    }

    @Test
    void waysMustNameTheWholeChainAndSumToOne() {
        TracedWorld world = TracedWorld.of(Zoo.thirdCountry());
        Substance dy = world.tracing().element("dy").orElseThrow();
        List<SupplyPath> ways = world.tracing().ways(dy, world.place("JP"), world.commodity("magnet"), 0, 0);
        assertThat(ways).hasSize(2);
        assertThat(ways.getFirst().links())
                .extracting(
                        link -> link.stage() + " " + world.tracing().sources().code(link.source()))
                .containsExactly("mine MM", "ore MM", "oxide CN", "magnet VN");
        assertThat(ways.getFirst().share()).isCloseTo(0.75, within(FLOWS));
        TracedWorld loop = TracedWorld.of(Zoo.loop());
        assertThat(loop
                        .tracing()
                        .ways(
                                loop.tracing().element("dy").orElseThrow(),
                                loop.place("JP"),
                                loop.commodity("magnet"),
                                0,
                                0)
                        .stream()
                        .mapToDouble(SupplyPath::share)
                        .sum())
                .isCloseTo(1, within(ROW));
    }

    @Test
    void aRecipeWithoutTheElementMustBringNoneOfIt() {
        TracedWorld world = TracedWorld.of(Zoo.withoutTheElement());
        Trace trace = world.trace("dy");
        assertThat(world.made(trace, "magnet", "JP", "magnet", 0, "VN")).isCloseTo(1, within(FLOWS));
        assertThat(world.mined(trace, "JP", "magnet", 0, "JP")).isZero();
        assertThat(trace.amount(world.place("JP"), world.commodity("magnet"), 0))
                .isCloseTo(5, within(1e-7));
        assertThat(world.made(world.trace("nd"), "magnet", "JP", "magnet", 0, "JP"))
                .isCloseTo(0.5, within(FLOWS));
    }

    @Test
    void splittingANodeMustChangeNothing() {
        TracedWorld one = TracedWorld.of(Zoo.thirdCountry());
        TracedWorld two = TracedWorld.of(Zoo.splitNode());
        for (String source : List.of("MM", "AU", "CN", "VN", "JP", "stock", "without")) {
            for (String stage : List.of("mine", "ore", "oxide", "magnet")) {
                assertThat(two.made(two.trace("dy"), stage, "JP", "magnet", 0, source))
                        .as("%s by %s", stage, source)
                        .isCloseTo(one.made(one.trace("dy"), stage, "JP", "magnet", 0, source), within(FLOWS));
            }
        }
        assertThat(two.touched(two.trace("dy"), "CN", "JP", "magnet", 0)).isCloseTo(1, within(FLOWS));
    }

    @Test
    void everyRowMustSumToOne() {
        for (TextCase cases : List.of(
                Zoo.streams(),
                Zoo.thirdCountry(),
                Zoo.loop(),
                Zoo.jointProduction(),
                Zoo.byProduct(),
                Zoo.strait(),
                Zoo.stock(),
                Zoo.returns(),
                Zoo.splitNode(),
                Zoo.withoutTheElement())) {
            TracedWorld world = TracedWorld.of(cases);
            for (Substance substance : world.tracing().substances()) {
                rowsMustSumToOne(world, world.tracing().trace(substance));
            }
        }
    }

    private static void rowsMustSumToOne(TracedWorld world, Trace trace) {
        for (int p = 0; p < world.supply().world().places().size(); p++) {
            for (int c = 0; c < world.supply().world().commodities().size(); c++) {
                for (int t = 0; t < world.supply().periods().count(); t++) {
                    trace.origin(p, c, t).ifPresent(origin -> {
                        for (Origin.Tier tier : origin.tiers()) {
                            assertThat(Arrays.stream(tier.share()).sum()).isCloseTo(1, within(ROW));
                        }
                        assertThat(Arrays.stream(origin.touched()).boxed())
                                .allMatch(part -> part >= 0 && part <= 1 + ROW);
                        assertThat(Arrays.stream(origin.straits()).boxed())
                                .allMatch(part -> part >= 0 && part <= 1 + ROW);
                    });
                }
            }
        }
    }
}
