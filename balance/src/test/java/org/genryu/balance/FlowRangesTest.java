package org.genryu.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.genryu.balance.FlowRanges.Term;
import org.junit.jupiter.api.Test;

/// What the data leave open. Rung: published instance (Dantzig's transport problem: the tie between San Diego and
/// Seattle) and by hand.
class FlowRangesTest {
    private static final double SOLVED = 1e-6;

    private static final String DANTZIG = """
            ## places
            place
            seattle
            san-diego
            new-york
            chicago
            topeka
            ## commodities
            commodity,unit
            case,t
            ## recipes
            recipe,commodity,amount
            can,case,1
            ## processes
            process,place,recipe,status,capacity,cost
            plant-a,seattle,can,operating,350,0
            plant-b,san-diego,can,operating,600,0
            ## routes
            route,from,to,commodity,cost
            a-ny,seattle,new-york,case,0.225
            a-ch,seattle,chicago,case,0.153
            a-to,seattle,topeka,case,0.162
            b-ny,san-diego,new-york,case,0.225
            b-ch,san-diego,chicago,case,0.162
            b-to,san-diego,topeka,case,0.126
            ## demands
            demand,place,use,commodity,amount
            ny,new-york,eat,case,325
            ch,chicago,eat,case,300
            to,topeka,eat,case,275
            """;

    @Test
    void aTieMustShowItsWholeRangeAndTheRestNone() {
        Given given = Given.of(DANTZIG);
        try (EquivalentBalances ranges = given.ties(BalanceOptions.DEFAULT.uncalibrated())) {
            FlowRanges.Range west = ranges.range(lane(given, "b-ny"), 0).orElseThrow();
            assertThat(west.low()).isCloseTo(275, within(SOLVED));
            assertThat(west.high()).isCloseTo(325, within(SOLVED));
            assertThat(west.isOpen()).isTrue();
            FlowRanges.Range north = ranges.range(lane(given, "a-ny"), 0).orElseThrow();
            assertThat(north.low()).isCloseTo(0, within(SOLVED));
            assertThat(north.high()).isCloseTo(50, within(SOLVED));
            FlowRanges.Range sure = ranges.range(lane(given, "b-to"), 0).orElseThrow();
            assertThat(sure.low()).isCloseTo(275, within(SOLVED));
            assertThat(sure.isOpen()).isFalse();
        }
    }

    @Test
    void spendingMoreMustOpenTheRangeByWhatTheMoneyBuys() {
        Given given = Given.of(DANTZIG);
        try (EquivalentBalances ranges = given.ties(BalanceOptions.DEFAULT.uncalibrated())) {
            FlowRanges.Range near = ranges.range(lane(given, "b-to"), 0.01).orElseThrow();
            double perTon = 0.162 - 0.126;
            assertThat(near.low()).isCloseTo(275 - 0.01 * 153.675 / perTon, within(1e-4));
            assertThat(near.high()).as("thrown away free").isCloseTo(275 + 0.01 * 153.675 / 0.126, within(1e-4));
            FlowRanges.Range again = ranges.range(lane(given, "b-to"), 0).orElseThrow();
            assertThat(again.isOpen()).isFalse();
        }
    }

    /// Two mines at one cost, either of which can give all: how much and at what money does not matter.
    private static String twoMines(double amount, double money) {
        return """
                ## places
                place
                a
                b
                j
                ## commodities
                commodity,unit
                ore,t
                ## recipes
                recipe,commodity,amount
                dig,ore,1
                ## processes
                process,place,recipe,status,capacity,cost
                mine-a,a,dig,operating,%1$s,%3$s
                mine-b,b,dig,operating,%2$s,%3$s
                ## routes
                route,from,to,commodity,cost
                a,a,j,ore,%3$s
                b,b,j,ore,%3$s
                ## demands
                demand,place,use,commodity,amount
                need,j,tools,ore,%4$s
                """.formatted(100 * amount, 40 * amount, money, 50 * amount);
    }

    @Test
    void aTieMustBeSeenAtAnySizeAndAnyMoney() {
        for (double amount : new double[] {1e-6, 1e-3, 1, 1e6, 1e9}) {
            for (double money : new double[] {1e-6, 1, 1e6}) {
                Given given = Given.of(twoMines(amount, money));
                try (EquivalentBalances ties = given.ties(BalanceOptions.DEFAULT.uncalibrated())) {
                    assertThat(ties.isUnique()).isFalse();
                    FlowRanges.Range range = ties.range(lane(given, "b"), 0).orElseThrow();
                    assertThat(range.low() / amount).as("%s %s", amount, money).isCloseTo(0, within(SOLVED));
                    assertThat(range.high() / amount).as("%s %s", amount, money).isCloseTo(40, within(SOLVED));
                    assertThat(range.isOpen()).isTrue();
                }
            }
        }
    }

    /// One in ten million cheaper is cheaper.
    @Test
    void nearlyATieMustBeNone() {
        Given given = Given.of(twoMines(1, 1).replace("b,b,j,ore,1.0", "b,b,j,ore,1.0000001"));
        try (EquivalentBalances ties = given.ties(BalanceOptions.DEFAULT.uncalibrated())) {
            assertThat(ties.isUnique()).isTrue();
            assertThat(ties.range(lane(given, "a"), 0).orElseThrow().low()).isCloseTo(50, within(SOLVED));
        }
    }

    /// What goes out and back for nothing may do so as often as it likes; what arrives in the end does not change.
    @Test
    void aCircleForNothingMustLeaveOpenWhatGoesRound() {
        Given given = Given.of(twoMines(1, 1)
                .replace("b,b,j,ore,1.0", "b,b,j,ore,9\nout,j,a,ore,0\nback,a,j,ore,0")
                .replace("a,a,j,ore,1.0\n", ""));
        try (EquivalentBalances ties = given.ties(BalanceOptions.DEFAULT.uncalibrated())) {
            assertThat(ties.isUnique()).isFalse();
            assertThat(ties.range(lane(given, "out"), 0).orElseThrow().isOpen()).isTrue();
            assertThat(ties.range(lane(given, "b"), 0).orElseThrow().isOpen()).isFalse();
            assertThat(ties.range(
                                    Stream.concat(
                                                    lane(given, "back").stream(),
                                                    lane(given, "out").stream()
                                                            .map(out -> new Term(true, out.thing(), 0, -1)))
                                            .toList(),
                                    0)
                            .orElseThrow()
                            .high())
                    .isCloseTo(50, within(SOLVED));
        }
    }

    private static List<Term> lane(Given given, String route) {
        for (int l = 0; l < given.supply().routes().size(); l++) {
            if (given.supply()
                    .routes()
                    .ids()
                    .id(given.supply().routes().route()[l])
                    .equals(route)) {
                return List.of(new Term(true, l, 0, 1));
            }
        }
        throw new AssertionError(route);
    }
}
