package org.genryu.balance.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.balance.Balance;
import org.genryu.balance.Given;
import org.genryu.balance.account.DemandAccount;
import org.genryu.balance.account.Shortages;
import org.genryu.balance.account.Shortages.Shortage;
import org.junit.jupiter.api.Test;

/// Rung: by hand.
///
///     well, 8 or 4 of gas, 2 a unit ──► heat wants 6, a unit short costs 50
///                                   └─► power wants 4 at a price of 10, elasticity -1, along a straight line
class ShortagesTest {
    private static final double SMALL = 1e-6;

    private static Balance balance(String capacity) {
        return Given.of("""
                ## places
                place
                here
                ## commodities
                commodity,unit
                gas,t
                ## recipes
                recipe,commodity,amount
                draw,gas,1
                ## processes
                process,place,recipe,status,capacity,cost
                well,here,draw,operating,%s,2
                ## demands
                demand,place,use,commodity,amount,shortage_cost,price,elasticity,curve
                heat,here,heat,gas,6,50,,,
                power,here,power,gas,4,,10,-1,linear
                """.formatted(capacity)).balance();
    }

    /// 4 units for 6 wanted: heat lacks 2, and power, which pays no more than 20, gets none.
    @Test
    void whoIsShortAndWhoIsPricedAwayMustBeToldApart() {
        Balance scarce = balance("4");
        List<Shortage> all = Shortages.of(scarce, Shortages.NOTICED);
        assertThat(all).hasSize(2);
        Shortage heat = all.getLast();
        Shortage power = all.getFirst();
        assertThat(power.demand()).isEqualTo(1);
        assertThat(power.fixed()).isFalse();
        assertThat(power.isGone()).isTrue();
        assertThat(power.cost()).isCloseTo(4 * 50, within(SMALL));
        assertThat(heat.fixed()).isTrue();
        assertThat(heat.lacking()).isCloseTo(2, within(SMALL));
        assertThat(heat.part()).isCloseTo(1 / 3.0, within(SMALL));
        assertThat(heat.cost()).isCloseTo(2 * 50, within(SMALL));
        assertThat(Shortages.lacking(scarce, 0, 0)).isEqualTo(heat.lacking());
        assertThat(DemandAccount.of(scarce).get(1).part(0)).isEqualTo(power.part());
    }

    /// With 8 units power gets 2 at 15; with 4 it gets none at 50: it loses 2, each worth the mean of both prices.
    @Test
    void whatIsLostMustBeCountedAgainstTheOtherBalance() {
        List<Shortage> lost = Shortages.against(balance("4"), balance("8"), 0.01);
        assertThat(lost).extracting(Shortage::demand).containsExactly(0, 1);
        assertThat(lost.getFirst().cost()).isCloseTo(2 * 50, within(SMALL));
        assertThat(lost.getLast().wanted()).isCloseTo(2, within(SMALL));
        assertThat(lost.getLast().lacking()).isCloseTo(2, within(SMALL));
        assertThat(lost.getLast().cost()).isCloseTo(2 * (15 + 50) / 2.0, within(SMALL));
        assertThat(Shortages.against(balance("8"), balance("8"), 0)).isEmpty();
        assertThat(Shortages.against(balance("8"), balance("4"), 0)).isEmpty();
    }

    /// What the solver's tolerance leaves is no shortage in any table.
    @Test
    void roundingMustBeNoShortage() {
        Balance enough = balance("80");
        assertThat(Shortages.lacking(enough, 0, 0)).isZero();
        assertThat(Shortages.of(enough, Shortages.NOTICED)).noneMatch(Shortage::fixed);
    }
}
