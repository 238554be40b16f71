package org.genryu.stress.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// Closed forms around a fitted base year.
class FittedChecksTest {
    /// One market of 100 a month at price 1, of which a share is lost.
    private static TextCase market(double loss, double supply, double demand, String shortageCost) {
        return TextCase.years(2027, 2028)
                .table("places", "place,kind,country\nhere,country,CN")
                .table("commodities", "commodity,unit\ngood,t")
                .table("recipes", "recipe,commodity,amount\ndig,good,1")
                .table("processes", String.format(Locale.ROOT, """
                        process,place,recipe,status,capacity,cost,observed
                        lost,here,dig,operating,%1$s,0.1,%1$s
                        kept,here,dig,operating,100000,0.1,%2$s""", 1200 * loss, 1200 * (1 - loss)))
                .table("prices", "place,commodity,price\nhere,good,1")
                .table(
                        "demands",
                        "demand,place,use,commodity,curve,amount,price,elasticity,shortage_cost\nneed,here,tools,good,isoelastic,1200,1,-"
                                + demand + "," + shortageCost)
                .table(
                        "responses",
                        "response,subject,elasticity,most,rise\nplants,supply," + supply
                                + ",1000,1000\nuse,demand,1,,\n")
                .scenario("cut", "start: 2027-01\nmonths: 6\nforesight: 0\nevents:\n  - outage: {processes: lost}\n");
    }

    @Test
    void aLossMustMoveThePriceAsBothElasticitiesSay() {
        double[][] checks = {
            {.3, .1, .1, 5.949902, .836660}, {.3, .5, .5, 1.428571, .836660}, {.1, .1, .1, 1.693509, .948683}
        };
        for (double[] check : checks) {
            StressPath path = StressRuns.path(market(check[0], check[1], check[2], ""));
            assertThat(path.price()[0][0]).isCloseTo(check[3], within(2e-6 * check[3]));
            assertThat(path.served()[0][0]).isCloseTo(100 * check[4], within(2e-4));
        }
    }

    @Test
    void aShortageCostMustEndThePriceAndLeaveAShortage() {
        StressPath path = StressRuns.path(market(.3, .1, .1, "4"));
        assertThat(path.price()[0][0]).isCloseTo(4, within(1e-5));
        assertThat(path.served()[0][0]).isCloseTo(80.4089, within(1e-3));
    }

    /// Three tenths of 100 a month are lost; a plant does 1 in calm and could do far more. What stands idle of it
    /// comes
    /// at the calm price and a fiftieth of it for its whole capacity, once it has had time to start.
    private static TextCase swing(double capacity, String restart) {
        return market(.3, .1, .1, "")
                .table("processes", String.format(Locale.ROOT, """
                        process,place,recipe,status,capacity,cost,observed
                        lost,here,dig,operating,360,0.1,360
                        kept,here,dig,operating,828,0.1,828
                        swing,here,dig,operating,%s,0.1,12""", capacity))
                .table("responses", """
                        response,subject,elasticity,most,rise,restart
                        plants,supply,0.1,1.25,1,%s
                        use,demand,1,,,
                        """.formatted(restart));
    }

    @Test
    void aPlantThatHardlyRunsMustStandIdleForTheRest() {
        StressPath path = StressRuns.path(swing(1200, "0"));
        assertThat(path.price()[0][0]).isBetween(1.0, 1.02);
        assertThat(path.served()[0][0]).isCloseTo(100, within(.3));
        StressPath late = StressRuns.path(swing(1200, "2"));
        assertThat(late.price()[0][0]).isGreaterThan(1.5);
        assertThat(late.price()[0][2]).isBetween(1.0, 1.02);
        // one that runs at a tenth of what it could is a plant like any other
        assertThat(StressRuns.path(swing(120, "0")).price()[0][0]).isGreaterThan(1.5);
    }

    /// Whoever goes without at the cost of his shortage takes what he keeps, however far he sees.
    @Test
    void nobodyMustGoWithoutBesideAStock() {
        TextCase world = market(.3, .1, .1, "4")
                .table(
                        "responses",
                        "response,subject,elasticity,most,rise,users\nplants,supply,0.1,1000,1000,\nuse,demand,1,,,\n"
                                + "kept,stock,,,,3")
                .scenario("cut", "start: 2027-01\nmonths: 6\nforesight: 3\nevents:\n  - outage: {processes: lost}\n");
        StressPath path = StressRuns.path(world);
        // Of 9.86 kept (3 days) 6.65 are lacking in the first month, and the rest in the second.
        assertThat(path.served()[0][0]).isCloseTo(87.055, within(1e-2));
        assertThat(path.level()[0][1]).isCloseTo(0, within(1e-3));
    }

    /// World of 160: 60 used inside, 100 outside; 100 made inside, 60 outside.
    private static TextCase twoPrices(String event) {
        return TextCase.years(2027, 2028)
                .table("places", "place,kind,country\nin,country,CN\nout,country,JP")
                .table("commodities", "commodity,unit\ngood,t")
                .table("recipes", "recipe,commodity,amount\ndig,good,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost,observed
                        pit-in,in,dig,operating,100000,0.01,1200
                        pit-out,out,dig,operating,100000,0.01,720""")
                .table("routes", "route,from,to,commodity,cost,observed\nway,in,out,good,0,480")
                .table("prices", "place,commodity,price\nin,good,1\nout,good,1")
                .table("demands", """
                        demand,place,use,commodity,curve,amount,price,elasticity
                        use-in,in,tools,good,isoelastic,720,1,-0.5
                        use-out,out,tools,good,isoelastic,1200,1,-0.5""")
                .table("responses", """
                        response,subject,elasticity,most,rise
                        plants,supply,0.5,1000,1000
                        use,demand,1,,
                        lanes,lane,1e2,,""")
                .scenario("cut", "start: 2027-01\nmonths: 6\nforesight: 0\nevents:\n  - " + event + "\n");
    }

    @Test
    void aBanMustMakeTwoPrices() {
        StressPath path = StressRuns.path(twoPrices("ban: {from: CN}"));
        assertThat(path.price()[0][0]).isCloseTo(.6, within(1e-4));
        assertThat(path.price()[1][0]).isCloseTo(1.666667, within(1e-4));
        assertThat(path.served()[0][0]).isCloseTo(77.459667, within(1e-2));
        assertThat(path.served()[1][0]).isCloseTo(77.459667, within(1e-2));
    }

    @Test
    void aQuotaMustLeaveARent() {
        StressPath path = StressRuns.path(twoPrices("quota: {from: CN, amount: 240 t/yr}"));
        assertThat(path.price()[0][0]).isCloseTo(.776205, within(1e-3));
        assertThat(path.price()[1][0]).isCloseTo(1.288319, within(1e-3));
        assertThat(path.flow()[0][0]).isCloseTo(20, within(1e-4));
        assertThat(StressRuns.path(twoPrices("quota: {from: CN, amount: 600 t/yr}"))
                        .price()[1][0])
                .isCloseTo(1, within(1e-3));
    }

    /// An event that changes nothing by itself lets the whole world be solved in every month.
    @Test
    void aCalmWorldMustStayCalm() {
        for (TextCase world : new TextCase[] {
            twoPrices("surge: {places: JP, factor: 1.000000001}"),
            market(.3, .2, .3, "")
                    .scenario(
                            "cut",
                            "start: 2027-03\nmonths: 18\nforesight: 2\nevents:\n  - surge: {places: CN, factor: 1.000000001}\n")
        }) {
            MonthlyStress.Answer answer = StressRuns.run(world);
            StressPath path = answer.path().orElseThrow();
            assertThat(path.touched()[0]).isTrue();
            for (int m = 0; m < path.price().length; m++) {
                for (int i = 0; i < answer.clock().months(); i++) {
                    assertThat(path.price()[m][i]).isCloseTo(answer.quiet().price()[m][i], within(1e-6));
                }
            }
            for (int d = 0; d < path.served().length; d++) {
                for (double lacks : StressRuns.lacks(path, d, answer.clock().months())) {
                    assertThat(lacks).isCloseTo(0, within(1e-4));
                }
            }
        }
    }
}
