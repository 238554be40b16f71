package org.genryu.balance.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// Rung: by hand.
class UtilisationTest {
    /// In quarters: 10 a year are 2.5 a quarter. The cheap pit gives 8 a year (2 a quarter, full), the
    /// candidate the rest: 2 a year are built and full; the dear pit (4 a year) stands idle; a well has no limit.
    @Test
    void aPlantMustBeUsedByWhatItDoesOverWhatItCanDo() {
        Balance balance = balance(TextCase.of("2025-Q1", "2025-Q2", "quarter", 0)
                .table("places", """
                        place
                        town
                        """)
                .table("commodities", """
                        commodity,unit
                        ore,t
                        water,t
                        """)
                .table("recipes", """
                        recipe,commodity,amount
                        dig,ore,1
                        pump,water,1
                        """)
                .table("processes", """
                        process,place,recipe,capacity,cost,status,capex,life
                        cheap,town,dig,8,1,,,
                        dear,town,dig,4,99,,,
                        new,town,dig,6,1,candidate,1,10
                        well,town,pump,,1,,,
                        shut,town,dig,0,1,,,
                        """)
                .table("demands", """
                        demand,place,use,commodity,amount,shortage_cost
                        tools,town,tools,ore,10,1000
                        baths,town,baths,water,3,1000
                        """));
        for (int t = 0; t < 2; t++) {
            assertThat(Utilisation.of(balance, 0, t).orElseThrow()).isCloseTo(1, within(1e-9));
            assertThat(Utilisation.of(balance, 1, t).orElseThrow()).isCloseTo(0, within(1e-9));
            assertThat(Utilisation.of(balance, 2, t).orElseThrow()).isCloseTo(1, within(1e-9));
            assertThat(Utilisation.capacity(balance, 2, t)).isCloseTo(2, within(1e-9));
            assertThat(Utilisation.of(balance, 3, t)).isEmpty();
            assertThat(Utilisation.of(balance, 4, t)).isEmpty();
        }
    }

    private static Balance balance(TextCase cases) {
        BalanceResult result = Balancer.balance(cases.supply(), BalanceOptions.DEFAULT.uncalibrated());
        if (!(result instanceof BalanceResult.Balanced(Balance balance, var _))) {
            throw new AssertionError("no balance: " + result);
        }
        return balance;
    }
}
