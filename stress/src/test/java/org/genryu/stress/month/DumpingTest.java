package org.genryu.stress.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// The other side sells below its price, a rival closes, and what is sold beyond what is made is told. Rung: by hand.
class DumpingTest {
    private static TextCase world(String measures) {
        return TextCase.years(2027, 2030)
                .table("places", "place,kind,country\ncn,country,CN\nus,country,US\nfar,country,AU")
                .table("commodities", "commodity,unit\ngood,t")
                .table("recipes", "recipe,commodity,amount\ndig,good,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        rival,cn,dig,operating,1200,8
                        plant,us,dig,operating,1200,10
                        rest,far,dig,operating,,10.5""")
                .table("routes", "route,from,to,commodity,cost\nsea,cn,us,good,0\nway,far,us,good,0")
                .table("demands", "demand,place,use,commodity,amount,shortage_cost\nneed,us,tools,good,2460,1000")
                .table(
                        "responses",
                        "response,subject,place,close_after,restart,restart_margin,avoidable\nus,supply,us,6,3,0.02,0.5")
                .scenario("cut", """
                        start: 2027-01
                        months: 36
                        foresight: 0
                        events:
                          - dumping: {by: CN, commodities: good, price: 6, start: 2027-01, months: 24}
                        """ + measures);
    }

    @Test
    void thePriceMustStandAtWhatIsNamed() {
        MonthlyStress.Answer answer = StressRuns.run(world(""));
        StressPath path = answer.path().orElseThrow();
        for (int i = 0; i < 24; i++) {
            assertThat(path.price()[0][i]).as("CN, month %s", i).isCloseTo(6, within(1e-3));
            assertThat(path.price()[1][i]).as("US, month %s", i).isCloseTo(6, within(1e-3));
            assertThat(path.activity()[0][i]).as("the dumper's plant").isCloseTo(100, within(1e-3));
        }
        for (int i = 6; i < 24; i++) {
            assertThat(path.activity()[1][i]).as("the rival, month %s", i).isCloseTo(0, within(1e-3));
            assertThat(path.outside()[0][i]).as("from reserves").isCloseTo(105, within(1e-3));
        }
        assertThat(path.closed()[1][12]).isEqualTo(1);
        assertThat(path.outside()[0][24]).isCloseTo(0, within(1e-6));
        assertThat(path.price()[1][24]).isCloseTo(10.5, within(1e-3));
        assertThat(path.closed()[1][24]).isEqualTo(1);
        assertThat(path.activity()[1][35]).as("back").isCloseTo(100, within(1e-3));
    }

    @Test
    void aFloorMustKeepTheRival() {
        StressPath path = StressRuns.path(
                world("measures:\n  - floor: {commodity: good, price: 10, processes: [plant], paid_by: US}\n"));
        for (int i = 0; i < 36; i++) {
            assertThat(path.activity()[1][i]).as("month %s", i).isCloseTo(100, within(1e-3));
        }
    }
}
