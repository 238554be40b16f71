package org.genryu.balance.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult.Balanced;
import org.genryu.balance.Balancer;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// Rung: by hand.
class PriceMoveTest {
    private static final double SMALL = 1e-6;

    private static Assessment assessment(TextCase cases) {
        if (!(Balancer.balance(cases.supply(), BalanceOptions.DEFAULT.uncalibrated())
                instanceof Balanced(Balance balance, var _))) {
            throw new AssertionError("no balance");
        }
        return Assessment.of(balance, Governance.builtIn());
    }

    private static TextCase lane(String cost) {
        return TextCase.years(2025, 2026)
                .header("home", "[JP]")
                .table("places", "place,kind,country\nAU,country,AU\nJP,country,JP")
                .table("commodities", "commodity,unit\nore,t")
                .table("recipes", "recipe,commodity,amount\ndig,ore,1")
                .table("processes", "process,place,recipe,status,capacity,cost\npit,AU,dig,operating,100,1")
                .table("routes", "route,from,to,commodity,cost\nsea,AU,JP,ore," + cost)
                .table("demands", "demand,place,use,commodity,amount\nneed,JP,tools,ore,10");
    }

    /// Ten tonnes a year reach Japan by one lane, first for 1 a tonne, then for 8: the price goes from 2 to 9.
    @Test
    void aMoveMustBeTheDifferenceTimesTheUse() {
        Assessment base = assessment(lane("1"));
        Assessment now = assessment(lane("8"));
        assertThat(PriceMove.against(now, base)).singleElement().satisfies(move -> {
            assertThat(move.before()).isCloseTo(2, within(SMALL));
            assertThat(move.after()).isCloseTo(9, within(SMALL));
            assertThat(move.money()).isCloseTo(70, within(SMALL));
            assertThat(move.times().orElse(0)).isCloseTo(4.5, within(SMALL));
        });
        assertThat(PriceMove.against(base, base)).isEmpty();
        assertThat(PriceMove.over(now)).isEmpty();
    }
}
