package org.genryu.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// One market: a mine at 10, a railway at 2, a town whose demand reacts to price through (60 t, 12 USD/t). The price
/// is known in closed form. Rung: closed form.
class ClosedFormTest {
    private static final double EXACT = 1e-6;
    private static final double CAP = 500;
    private static final double[] ELASTICITIES = {
        -0.02, -0.03, -0.05, -0.07, -0.1, -0.15, -0.2, -0.3, -0.5, -0.7, -0.9, -0.99, -1, -1.01, -1.1, -1.5, -2, -3, -5
    };
    private static final double[] SUPPLIES = {0.5, 0.9, 0.97, 1, 1.01};

    private static Given town(String capacity, String demand) {
        return Given.of("""
                ## places
                place
                mine
                town
                ## commodities
                commodity,unit
                ore,t
                ## recipes
                recipe,commodity,amount
                dig,ore,1
                ## processes
                process,place,recipe,status,capacity,cost
                pit,mine,dig,operating,%s,10
                ## routes
                route,from,to,commodity,cost
                rail,mine,town,ore,2
                ## demands
                demand,place,use,commodity,amount,price,elasticity,curve,shortage_cost
                need,town,tools,ore,%s
                """.formatted(capacity, demand));
    }

    private static double inverse(boolean line, double e, double share) {
        return line ? 12 * (1 + (share - 1) / e) : 12 * Math.pow(share, 1 / e);
    }

    @Test
    void priceMustLieOnTheCurveAndItsIntervalMustBeAPoint() {
        for (boolean line : new boolean[] {true, false}) {
            for (boolean capped : new boolean[] {true, false}) {
                for (double e : ELASTICITIES) {
                    for (double share : SUPPLIES) {
                        Given given = town(
                                RandomWorld.number(60 * share),
                                "60,12,%s,%s,%s".formatted(e, line ? "linear" : "isoelastic", capped ? CAP : ""));
                        Balance balance = given.balance();
                        double exact = Math.max(12, inverse(line, e, share));
                        exact = capped ? Math.min(CAP, exact) : exact;
                        String what = "%s, elasticity %s, supply %s, capped %s".formatted(line, e, share, capped);
                        // Where capacity is just reached the price lies at a kink: steep lines are met a little
                        // less well.
                        double near = share == 1 ? 2 * EXACT : EXACT;
                        double price = given.price(balance, "town", "ore", 0);
                        assertThat(price / exact).as(what).isCloseTo(1, within(near));
                        assertThat(given.low(balance, "town", "ore", 0) / exact)
                                .as(what)
                                .isCloseTo(1, within(near));
                        assertThat(given.high(balance, "town", "ore", 0) / exact)
                                .as(what)
                                .isCloseTo(1, within(near));
                        assertThat(given.served(balance, "need", 0))
                                .as(what)
                                .isCloseTo(60 * Math.min(1, share), within(60 * EXACT));
                    }
                }
            }
        }
    }

    /// The reference is no ceiling: at a sixth of its price a use of elasticity -2 takes 36 times as much, one of
    /// -5 7,776 times.
    @Test
    void demandBeyondTheReferenceMustBeServedWhereItIsCheap() {
        for (double e : new double[] {-0.2, -1, -1.5, -2, -5}) {
            Given given = town("", "60,72,%s,isoelastic,".formatted(e));
            Balance balance = given.balance();
            assertThat(given.price(balance, "town", "ore", 0)).isCloseTo(12, within(12 * EXACT));
            assertThat(given.served(balance, "need", 0) / (60 * Math.pow(1 / 6.0, e)))
                    .as("elasticity %s", e)
                    .isCloseTo(1, within(5 * EXACT));
        }
        for (double e : new double[] {-0.2, -1, -5, -20}) {
            Given given = town("", "60,72,%s,linear,".formatted(e));
            assertThat(given.served(given.balance(), "need", 0) / (60 * (1 + e * (1 / 6.0 - 1))))
                    .as("elasticity %s", e)
                    .isCloseTo(1, within(5 * EXACT));
        }
    }

    /// 60 t of slag come with 60 t of steel and must not be thrown away: who takes them is paid what the line says,
    /// however far below nil.
    @Test
    void wasteThatMustBeSoldMustFollowTheLineBelowNil() {
        for (double e : new double[] {-0.05, -0.2, -0.5, -1, -2, -5}) {
            for (double amount : new double[] {20, 50, 59, 60, 61}) {
                Given given = Given.of("""
                        ## places
                        place
                        town
                        ## commodities
                        commodity,unit,disposal_cost
                        steel,t,never
                        slag,t,never
                        ## recipes
                        recipe,commodity,amount
                        make,steel,1
                        make,slag,1
                        ## processes
                        process,place,recipe,status,capacity,cost
                        mill,town,make,operating,100,10
                        ## demands
                        demand,place,use,commodity,amount,price,elasticity,curve,shortage_cost
                        need,town,build,steel,60,,,,1000000
                        fill,town,roads,slag,%s,12,%s,linear,
                        """.formatted(amount, e));
                double exact = 12 * (1 + (60 / amount - 1) / e);
                Balance balance = given.balance();
                String what = "elasticity %s through %s".formatted(e, amount);
                assertThat(given.price(balance, "town", "slag", 0))
                        .as(what)
                        .isCloseTo(exact, within(EXACT * (10 + Math.abs(exact))));
                assertThat(given.served(balance, "fill", 0)).as(what).isCloseTo(60, within(60 * EXACT));
                assertThat(given.price(balance, "town", "steel", 0))
                        .as(what)
                        .isCloseTo(10 - exact, within(EXACT * (10 + Math.abs(exact))));
            }
        }
    }

    /// A line has a price at nothing, a capped curve its cap; an isoelastic one without a cap has none: that is
    /// said.
    @Test
    void whatCannotBeHadMustBeAnAnswerOrBeSaid() {
        for (double e : new double[] {-0.1, -1, -3}) {
            Given line = town("0", "60,12,%s,linear,".formatted(e));
            Balance none = line.balance();
            assertThat(line.served(none, "need", 0)).isCloseTo(0, within(1e-9));
            assertThat(line.price(none, "town", "ore", 0)).isCloseTo(12 * (1 - 1 / e), within(1e-5 * (1 - 1 / e)));
            Given capped = town("0", "60,12,%s,isoelastic,500".formatted(e));
            Balance short1 = capped.balance();
            assertThat(capped.served(short1, "need", 0)).isCloseTo(0, within(1e-9));
            assertThat(capped.price(short1, "town", "ore", 0)).isCloseTo(500, within(1e-4));
            BalanceResult endless =
                    town("0", "60,12,%s,isoelastic,".formatted(e)).result(BalanceOptions.DEFAULT.uncalibrated());
            assertThat(endless).isNotInstanceOf(BalanceResult.Balanced.class);
            if (endless instanceof BalanceResult.StoppedEarly stopped) {
                assertThat(stopped.cause()).isInstanceOf(BalanceResult.Cause.NotProved.class);
            }
        }
    }

    @Test
    void aUseThatWantsNothingMustTakeNothing() {
        for (String curve : new String[] {"linear", "isoelastic"}) {
            for (String cap : new String[] {"", "500"}) {
                for (String capacity : new String[] {"30", "0", ""}) {
                    Given given = town(capacity, "0,12,-0.5,%s,%s".formatted(curve, cap));
                    Balance balance = given.balance();
                    assertThat(given.served(balance, "need", 0)).isZero();
                    assertThat(given.price(balance, "town", "ore", 0)).isFinite();
                }
            }
        }
    }
}
