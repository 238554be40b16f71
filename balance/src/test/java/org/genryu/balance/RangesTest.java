package org.genryu.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.balance.Ranges.Term;
import org.junit.jupiter.api.Test;

/// What the data leave open. Rung: published instance (Dantzig's transport problem: the tie between San Diego and
/// Seattle) and by hand.
class RangesTest {
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
        try (Ranges ranges = Ranges.open(given.supply(), BalanceOptions.DEFAULT.uncalibrated())
                .orElseThrow()) {
            Ranges.Range west = ranges.of(lane(given, "b-ny"), 0).orElseThrow();
            assertThat(west.low()).isCloseTo(275, within(SOLVED));
            assertThat(west.high()).isCloseTo(325, within(SOLVED));
            assertThat(west.isOpen()).isTrue();
            Ranges.Range north = ranges.of(lane(given, "a-ny"), 0).orElseThrow();
            assertThat(north.low()).isCloseTo(0, within(SOLVED));
            assertThat(north.high()).isCloseTo(50, within(SOLVED));
            Ranges.Range sure = ranges.of(lane(given, "b-to"), 0).orElseThrow();
            assertThat(sure.low()).isCloseTo(275, within(SOLVED));
            assertThat(sure.isOpen()).isFalse();
        }
    }

    @Test
    void spendingMoreMustOpenTheRangeByWhatTheMoneyBuys() {
        Given given = Given.of(DANTZIG);
        try (Ranges ranges = Ranges.open(given.supply(), BalanceOptions.DEFAULT.uncalibrated())
                .orElseThrow()) {
            Ranges.Range near = ranges.of(lane(given, "b-to"), 0.01).orElseThrow();
            double perTon = 0.162 - 0.126;
            assertThat(near.low()).isCloseTo(275 - 0.01 * 153.675 / perTon, within(1e-4));
            assertThat(near.high()).as("thrown away free").isCloseTo(275 + 0.01 * 153.675 / 0.126, within(1e-4));
            Ranges.Range again = ranges.of(lane(given, "b-to"), 0).orElseThrow();
            assertThat(again.isOpen()).isFalse();
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
