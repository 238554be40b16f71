package org.genryu.balance.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.Given;
import org.genryu.balance.RandomWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// By hand, and random against the simple version: the plain answer of a world, taken as its observation, must come
/// back.
public class CalibrationTest {
    public static final String TWO_MINES = """
            ## case
            periods: {first: 2025, last: 2030, step: year}
            ## places
            place,kind,country
            cn,country,CN
            au,country,AU
            jp,country,JP
            ## commodities
            commodity,unit
            oxide,t
            ## recipes
            recipe,commodity,amount
            dig,oxide,1
            ## processes
            process,place,recipe,status,capacity,cost,observed,owner
            cheap,cn,dig,operating,200,20,60,state
            dear,au,dig,operating,100,50,40,firm
            ## routes
            route,from,to,commodity,cost,observed
            cn-jp,cn,jp,oxide,1,60
            au-jp,au,jp,oxide,2,40
            ## prices
            place,commodity,price
            jp,oxide,80
            ## demands
            demand,place,use,commodity,amount,growth,shortage_cost
            magnets,jp,magnets,oxide,100,%s,500
            """;

    @Test
    void baseYearMustReproduceActivityTradeAndPrice() {
        Given world = Given.of(TWO_MINES.formatted("0"));
        Balance balance = world.balance(BalanceOptions.DEFAULT);
        for (int t = 0; t < 6; t++) {
            assertThat(world.activity(balance, "cheap", t)).isCloseTo(60, within(0.6));
            assertThat(world.activity(balance, "dear", t)).isCloseTo(40, within(0.4));
        }
        assertThat(world.flow(balance, "au-jp", 0)).isCloseTo(40, within(0.4));
        assertThat(world.price(balance, "jp", "oxide", 0)).isCloseTo(80, within(4.0));
        Balance.Calibration calibration = balance.calibration().orElseThrow();
        assertThat(calibration.distance()).isLessThan(0.01);
        assertThat(calibration.compared())
                .filteredOn(row -> row.kind().equals("price"))
                .hasSize(1);
    }

    @Test
    void growthMustBeSharedAndNotAllGoToTheCheapest() {
        Given world = Given.of(TWO_MINES.formatted("0.1"));
        Balance balance = world.balance(BalanceOptions.DEFAULT);
        double wanted = 100 * Math.pow(1.1, 5);
        assertThat(world.served(balance, "magnets", 5)).isCloseTo(wanted, within(1e-6));
        assertThat(world.activity(balance, "dear", 5)).isCloseTo(0.4 * wanted, within(0.04 * wanted));
    }

    /// At the observed price the new mine earns from its first day; it did not stand still in the base year, it was
    /// not there.
    @Test
    void mineThatOpensLaterMustNotBeChargedForStandingStillBefore() {
        String later = TWO_MINES
                .formatted("0")
                .replace("capacity,cost,observed,owner", "capacity,cost,observed,owner,first")
                .replace("dear,au,dig,operating,100,50,40,firm", """
                        dear,au,dig,operating,100,50,40,firm,
                        late,au,dig,operating,30,20,,firm,2027""");
        Given world = Given.of(later);
        Balance balance = world.balance(BalanceOptions.DEFAULT);
        assertThat(world.activity(balance, "late", 1)).isZero();
        assertThat(world.activity(balance, "late", 2)).isCloseTo(30, within(1e-6));
    }

    /// A mine that gives more of a by-product than anybody takes earns nothing of it: it runs as it was seen to. By
    /// hand: 2 of 10 of the by-product are thrown away, so that its price is 0.
    @Test
    void whatIsThrownAwayInTheBaseYearMustEarnNothing() {
        Given world = Given.of("""
                ## case
                periods: {first: 2025, last: 2026, step: year}
                ## places
                place,kind,country
                cd,country,CD
                ## commodities
                commodity,unit,stage
                copper,t,concentrate
                cobalt-in-ore,t,by-product
                cobalt,t,concentrate
                ## recipes
                recipe,commodity,amount
                dig,copper,1
                dig,cobalt-in-ore,0.1
                leach,cobalt-in-ore,-1
                leach,cobalt,1
                ## processes
                process,place,recipe,status,capacity,cost,observed
                mine,cd,dig,operating,120,40,100
                plant,cd,leach,operating,20,100,8
                ## prices
                place,commodity,price
                cd,copper,80
                cd,cobalt,300
                ## demands
                demand,place,use,commodity,amount,growth,shortage_cost,price,elasticity,curve
                wiring,cd,wiring,copper,100,0,800,80,-0.3,isoelastic
                alloys,cd,alloys,cobalt,8,0,3000,300,-0.3,isoelastic
                """);
        Balance balance = world.balance(BalanceOptions.DEFAULT);
        assertThat(world.activity(balance, "mine", 0)).isCloseTo(100, within(1e-3));
        assertThat(world.activity(balance, "plant", 0)).isCloseTo(8, within(1e-3));
        assertThat(world.price(balance, "cd", "cobalt-in-ore", 0)).isCloseTo(0, within(1e-3));
    }

    @Test
    void uncalibratedWorldMustTakeTheCheapest() {
        Given world = Given.of(TWO_MINES.formatted("0"));
        Balance balance = world.balance();
        assertThat(world.activity(balance, "cheap", 0)).isCloseTo(100, within(1e-6));
        assertThat(world.price(balance, "jp", "oxide", 0)).isCloseTo(21, within(1e-6));
        assertThat(balance.calibration()).isEmpty();
    }

    /// Mines report 110, users 100: the nearest consistent year is off by 10 somewhere, and says so.
    @Test
    void contradictingObservationsMustBeReconciledAndTheDistanceTold() {
        Given world = Given.of(TWO_MINES
                .formatted("0")
                .replace("cheap,cn,dig,operating,200,20,60", "cheap,cn,dig,operating,200,20,70"));
        Balance balance = world.balance(BalanceOptions.DEFAULT);
        double made = world.activity(balance, "cheap", 0) + world.activity(balance, "dear", 0);
        assertThat(made).isBetween(99.9, 110.1);
        assertThat(balance.calibration().orElseThrow().distance()).isBetween(0.005, 0.12);
    }

    /// A world's own plain answer is consistent and optimal: taken as observed, it comes back with hardly any
    /// wedge.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void plainAnswerTakenAsObservedMustComeBack(int seed) {
        RandomWorld plain = new RandomWorld(seed, false).periods("{first: 2025, last: 2025, step: year}", "0");
        plain.stores.clear();
        Given world = plain.given();
        Balance before = world.balance();
        RandomWorld seen = new RandomWorld(seed, false).periods("{first: 2025, last: 2025, step: year}", "0");
        seen.stores.clear();
        seen.observe(world, before);
        Given observed = seen.given();
        Balance after = observed.balance(BalanceOptions.DEFAULT);
        assertThat(after.calibration().orElseThrow().distance()).isLessThan(0.02);
    }
}
