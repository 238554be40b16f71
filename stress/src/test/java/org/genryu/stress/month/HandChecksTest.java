package org.genryu.stress.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// Months worked out by hand: 100 wanted a month, a ban of six months unless said.
class HandChecksTest {
    private static final Offset<Double> NEAR = within(1e-6);
    private static final String STOCK = "store,place,commodity,kind,capacity,level\nheap,town,good,commercial,300,300";

    private static void lacks(StressPath path, int demand, double... months) {
        double[] lacks = StressRuns.lacks(path, demand, months.length);
        for (int i = 0; i < months.length; i++) {
            assertThat(lacks[i])
                    .as("month %s of %s", i + 1, java.util.Arrays.toString(lacks))
                    .isCloseTo(months[i], within(1e-4));
        }
    }

    @Test
    void aStockOfThreeMonthsMustServeThreeMonths() {
        lacks(
                StressRuns.path(StressRuns.town(STOCK, StressRuns.ban(6, "foresight: 0\n"))),
                0,
                0,
                0,
                0,
                100,
                100,
                100,
                0,
                0);
        lacks(StressRuns.path(StressRuns.town(STOCK, StressRuns.ban(6, ""))), 0, 0, 0, 0, 100, 100, 100, 0, 0);
        lacks(
                StressRuns.path(StressRuns.town(STOCK, StressRuns.ban(6, "foresight: 3\n"))),
                0,
                0,
                0,
                0,
                100,
                100,
                100,
                0,
                0);
    }

    @Test
    void whatIsAtSeaMustShiftTheShortageAndNotShrinkIt() {
        TextCase world = StressRuns.town(STOCK, StressRuns.ban(6, "foresight: 0\n"))
                .table("routes", "route,from,to,commodity,cost,days\nway,src,town,good,1,30");
        lacks(StressRuns.path(world), 0, 0, 0, 0, 0, 100, 100, 100, 0);
    }

    @Test
    void aSecondSourceMustLastTheStockLonger() {
        TextCase world = StressRuns.town(STOCK, StressRuns.ban(6, "foresight: 0\n"))
                .table("places", "place,kind,country\nsrc,country,CN\ntown,country,JP\nother,country,AU")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        pit,src,dig,operating,1200,10
                        pit-2,other,dig,operating,480,5""")
                .table("routes", """
                        route,from,to,commodity,cost
                        way,src,town,good,1
                        way-2,other,town,good,1""");
        lacks(StressRuns.path(world), 0, 0, 0, 0, 0, 0, 60, 0);
    }

    /// Worth of the last unit 2(100 - q): a shortage u costs u².
    @Test
    void foresightMustSpreadAShortageAsFarAsItSees() {
        double[][] right = {
            {0, 0, 0, 100, 100, 100},
            {},
            {},
            {25, 43.75, 57.8125, 57.8125, 57.8125, 57.8125},
        };
        for (int foresight : new int[] {0, 3}) {
            StressPath path = StressRuns.path(spread("foresight: " + foresight + "\n"));
            for (int i = 0; i < 6; i++) {
                assertThat(100 - path.served()[0][i])
                        .as("foresight %s, month %s", foresight, i + 1)
                        .isCloseTo(right[foresight][i], within(2e-3));
            }
        }
        StressPath all = StressRuns.path(spread(""));
        double[] costs = {
            cost(all),
            cost(StressRuns.path(spread("foresight: 4\n"))),
            cost(StressRuns.path(spread("foresight: 2\n"))),
            cost(StressRuns.path(spread("foresight: 1\n")))
        };
        assertThat(costs[0]).isCloseTo(15_000, within(2.0));
        assertThat(costs[1]).isCloseTo(15_120, within(2.0));
        assertThat(costs[2]).isCloseTo(19_053.497942, within(2.0));
        assertThat(costs[3]).isCloseTo(23_437.5, within(2.0));
    }

    private static double cost(StressPath path) {
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += Math.pow(100 - path.served()[0][i], 2);
        }
        return sum;
    }

    private static TextCase spread(String more) {
        return StressRuns.town(STOCK, StressRuns.ban(6, more))
                .table("processes", "process,place,recipe,status,capacity,cost\npit,src,dig,operating,1200,0")
                .table("routes", "route,from,to,commodity,cost\nway,src,town,good,0")
                .table(
                        "demands",
                        "demand,place,use,commodity,amount,price,elasticity,curve\nneed,town,tools,good,600,100,-1,linear");
    }

    @Test
    void aStockMustBeMadeWholeAfterALicence() {
        TextCase world = StressRuns.town(
                        "store,place,commodity,kind,capacity,level\nheap,town,good,commercial,100,100", """
                        start: 2027-01
                        months: 24
                        foresight: 0
                        events:
                          - quota: {from: CN, amount: 600 t/yr, start: 2027-01, months: 1}
                          - quota: {from: CN, amount: 300 t/yr, start: 2027-02, months: 1}
                          - quota: {from: CN, amount: 600 t/yr, start: 2027-03, months: 1}
                          - quota: {from: CN, amount: 900 t/yr, start: 2027-04, months: 1}
                          - quota: {from: CN, amount: 1200 t/yr, start: 2027-05, months: 1}
                        """)
                .table("processes", "process,place,recipe,status,capacity,cost\npit,src,dig,operating,1500,10");
        StressPath path = StressRuns.path(world);
        lacks(path, 0, 0, 25, 50, 25, 0, 0, 0);
        assertThat(path.level()[0][7]).isLessThan(100 - 1);
        assertThat(path.level()[0][8]).isCloseTo(100, within(1e-4));
    }

    @Test
    void aStrategicStockMustOpenWhenTheOthersAreLow() {
        TextCase world =
                StressRuns.town("store,place,commodity,kind,capacity,level\nheap,town,good,commercial,100,100", """
                        start: 2027-01
                        months: 24
                        foresight: 0
                        events:
                          - quota: {from: CN, amount: 720 t/yr, start: 2027-01, months: 6}
                        measures:
                          - stockpile: {place: JP, commodity: good, amount: 120 t, rate: 360 t/yr, release: stock < 50 t}
                        """);
        StressPath path = StressRuns.path(world);
        lacks(path, 0, 0, 0, 0, 0, 10, 10, 0);
        assertThat(path.level()[1][1]).isCloseTo(120, NEAR);
        assertThat(path.level()[1][2]).isCloseTo(90, within(1e-4));
        assertThat(path.level()[1][5]).isCloseTo(0, within(1e-4));
    }

    @Test
    void theSurvivorMustHoldOutTwoMonthsAndALittle() {
        TextCase world = StressRuns.town(
                        "store,place,commodity,kind,capacity,level\nheap,town,good,commercial,120,120", """
                        start: 2027-01
                        months: 12
                        foresight: 0
                        events:
                          - outage: {processes: pit, start: 2027-01, months: 4}
                        """)
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        pit,src,dig,operating,720,10
                        pit-2,src,dig,operating,600,12""");
        lacks(StressRuns.path(world), 0, 0, 0, 30, 50, 0);
    }

    @Test
    void sharingMustMoveAndNotMake() {
        for (boolean both : new boolean[] {true, false}) {
            TextCase world = TextCase.years(2027, 2028)
                    .table("places", "place,kind,country\nsrc,country,AU\na,country,CN\nb,country,JP")
                    .table("commodities", "commodity,unit\ngood,t")
                    .table("recipes", "recipe,commodity,amount\ndig,good,1")
                    .table("processes", "process,place,recipe,status,capacity,cost\npit,src,dig,operating,1800,10")
                    .table(
                            "routes",
                            "route,from,to,commodity,cost,capacity\nto-a,src,a,good,1,1200\nto-b,src,b,good,1,600")
                    .table("demands", """
                            demand,place,use,commodity,amount,shortage_cost
                            need-a,a,tools,good,1200,1000
                            need-b,b,tools,good,600,1000""")
                    .table("stores", """
                            store,place,commodity,kind,capacity,level
                            heap-a,a,good,strategic,200,200
                            heap-b,b,good,strategic,50,50""")
                    .scenario(
                            "cut",
                            "start: 2027-01\nmonths: 12\nforesight: 0\nevents:\n  - ban: {from: AU, to: "
                                    + (both ? "[CN, JP]" : "[CN]")
                                    + ", start: 2027-01, months: 4}\nmeasures:\n  - sharing: {members: [CN, JP], commodities: [good]}\n");
            StressPath path = StressRuns.path(world);
            double lacks = 0;
            for (int d = 0; d < 2; d++) {
                for (double month : StressRuns.lacks(path, d, 12)) {
                    lacks += month;
                }
            }
            assertThat(lacks).as("both banned: %s", both).isCloseTo(both ? 350 : 150, within(1e-3));
        }
    }

    @Test
    void aPlantMustCloseAfterMonthsOfLossAndNeedTimeToReturn() {
        TextCase world = TextCase.years(2027, 2031)
                .table("places", "place,kind,country\nhere,country,CN\nsea,country,JP")
                .table("commodities", "commodity,unit\ngood,t")
                .table("recipes", "recipe,commodity,amount\ndig,good,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        plant,here,dig,operating,1200,10
                        rest,sea,dig,operating,,13""")
                .table("routes", "route,from,to,commodity,cost\nin,sea,here,good,0")
                .table("demands", "demand,place,use,commodity,amount,shortage_cost\nneed,here,tools,good,2400,1000")
                .table(
                        "responses",
                        "response,subject,close_after,restart,restart_margin,avoidable\nall,supply,6,12,0.2,0.5")
                .scenario("cut", """
                        start: 2027-01
                        months: 48
                        foresight: 0
                        events:
                          - change: {table: processes, id: rest, column: cost, value: 8, start: 2027-01, months: 24}
                          - change: {table: processes, id: rest, column: cost, value: 12.5, start: 2029-01, months: 24}
                        """);
        StressPath path = StressRuns.path(world);
        for (int i = 0; i < 48; i++) {
            boolean runs = i < 6 || i >= 36;
            assertThat(path.activity()[0][i]).as("month %s", i + 1).isCloseTo(runs ? 100 : 0, within(1e-4));
        }
    }
}
