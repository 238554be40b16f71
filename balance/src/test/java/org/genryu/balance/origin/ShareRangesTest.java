package org.genryu.balance.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.balance.EquivalentBalances;
import org.genryu.testkit.TextCase;
import org.genryu.testkit.Zoo;
import org.junit.jupiter.api.Test;

/// What the data leave open of traced shares. Rung: by hand.
class ShareRangesTest {
    private static final double SOLVED = 1e-6;

    private static ShareRanges.Found found(TextCase cases, String place, String commodity, int budget) {
        return found(cases, BalanceOptions.DEFAULT.uncalibrated(), place, commodity, budget);
    }

    private static ShareRanges.Found found(
            TextCase cases, BalanceOptions options, String place, String commodity, int budget) {
        List<Supplier<EquivalentBalances>> kept = new ArrayList<>();
        BalanceResult result = Balancer.balance(cases.supply(), options.keeping(kept::add));
        if (!(result instanceof BalanceResult.Balanced(Balance balance, var _))) {
            throw new AssertionError("no balance: " + result);
        }
        int p = balance.of().world().places().ids().find(place);
        int c = balance.of().world().commodities().ids().find(commodity);
        Tracing tracing = Tracing.of(balance);
        Trace trace = tracing.trace(tracing.inside(c).getFirst());
        try (EquivalentBalances ties = kept.getFirst().get()) {
            return ShareRanges.of(balance, trace, trace.origin(p, c, 0).orElseThrow(), ties, budget);
        }
    }

    /// Two mines at the same cost, either of which could give all that is wanted.
    private static TextCase twoMines(String refine) {
        return TextCase.years(2025, 2025)
                .table("places", "place,kind,country\nAU,country,AU\nBR,country,BR\nCN,country,CN\nJP,country,JP")
                .table("commodities", "commodity,unit,stage,group\nore,t,ore,stone\nmetal,t,metal,stone")
                .table("recipes", "recipe,commodity,amount\ndig,ore,1\nmelt,ore,-2\nmelt,metal,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-a,AU,dig,operating,100,1
                        mine-b,BR,dig,operating,40,1
                        melt,CN,melt,operating,100,1""")
                .table("routes", "route,from,to,commodity,cost\n" + refine)
                .table(
                        "demands",
                        "demand,place,use,commodity,amount\nneed,JP,tools,WHAT,50"
                                .replace("WHAT", refine.contains("metal") ? "metal" : "ore"));
    }

    @Test
    void aTieMustGiveTheShareItsWholeRange() {
        ShareRanges.Found found = found(twoMines("a,AU,JP,ore,1\nb,BR,JP,ore,1"), "JP", "ore", 100);
        assertThat(found.status()).isEqualTo(ShareRanges.Status.OPEN);
        ShareRanges.Range australia = range(found, "mine", 0);
        assertThat(australia.low()).isCloseTo(0.2, within(SOLVED));
        assertThat(australia.high()).isCloseTo(1, within(SOLVED));
        assertThat(range(found, "mine", 1).high()).isCloseTo(0.8, within(SOLVED));
    }

    /// Demand that bends settles how much is used, not which of two equal mines gives it.
    @Test
    void aTieMustStayOpenWhereDemandBends() {
        TextCase elastic = twoMines("a,AU,JP,ore,1\nb,BR,JP,ore,1")
                .table("demands", "demand,place,use,commodity,amount,price,elasticity\nneed,JP,tools,ore,50,2,-0.5");
        ShareRanges.Found found = found(elastic, "JP", "ore", 100);
        ShareRanges.Range australia = range(found, "mine", 0);
        assertThat(australia.low()).isCloseTo(0.2, within(SOLVED));
        assertThat(australia.high()).isCloseTo(1, within(SOLVED));
    }

    /// A base year that was fitted to what was observed is the only one, and is known to be without a solve.
    @Test
    void whatWasFittedToObservationsMustBeDetermined() {
        TextCase fitted = twoMines("a,AU,JP,ore,1\nb,BR,JP,ore,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost,observed
                        mine-a,AU,dig,operating,100,1,30
                        mine-b,BR,dig,operating,40,1,20""")
                .table("routes", "route,from,to,commodity,cost,observed\na,AU,JP,ore,1,30\nb,BR,JP,ore,1,20");
        ShareRanges.Found found = found(fitted, BalanceOptions.DEFAULT, "JP", "ore", 0);
        assertThat(found).isEqualTo(new ShareRanges.Found(ShareRanges.Status.DETERMINED, List.of(), 0));
    }

    @Test
    void aTieUpstreamMustBeSeenThroughAThirdCountry() {
        ShareRanges.Found found = found(twoMines("a,AU,CN,ore,1\nb,BR,CN,ore,1\nc,CN,JP,metal,1"), "JP", "metal", 100);
        assertThat(range(found, "mine", 1).low()).isCloseTo(0, within(SOLVED));
        assertThat(range(found, "mine", 1).high()).isCloseTo(0.4, within(SOLVED));
        assertThat(found.of("metal", 2)).isEmpty();
    }

    @Test
    void whatIsForcedMustBeDetermined() {
        for (TextCase cases : List.of(Zoo.thirdCountry(), Zoo.loop())) {
            assertThat(found(cases, "JP", "magnet", 100).status()).isEqualTo(ShareRanges.Status.DETERMINED);
        }
    }

    @Test
    void withoutSolvesNothingMustBeClaimed() {
        ShareRanges.Found found = found(twoMines("a,AU,JP,ore,1\nb,BR,JP,ore,1"), "JP", "ore", 1);
        assertThat(found.status()).isEqualTo(ShareRanges.Status.NOT_WORKED_OUT);
    }

    private static ShareRanges.Range range(ShareRanges.Found found, String stage, int source) {
        return found.of(stage, source).orElseThrow(() -> new AssertionError("no range: " + found));
    }
}
