package org.genryu.stress.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// Who gets what there is: 60 and 40 are wanted a month, a ban leaves 50. Rung: by hand.
class RationingTest {
    private static double[] served(String first, String second) {
        TextCase world = StressRuns.town("store,place,commodity,kind,capacity,level", """
                        start: 2027-01
                        months: 6
                        foresight: 0
                        events:
                          - quota: {from: CN, amount: 600 t/yr, start: 2027-02, months: 2}
                        """)
                .table(
                        "demands",
                        "demand,place,use,commodity,amount,shortage_cost,priority\nlarge,town,tools,good,720," + first
                                + "\nsmall,town,magnets,good,480," + second);
        StressPath path = StressRuns.path(world);
        assertThat(path.served()[0][0]).isCloseTo(60, within(1e-6));
        assertThat(path.served()[0][1] + path.served()[1][1]).isCloseTo(50, within(1e-4));
        return new double[] {path.served()[0][1], path.served()[1][1]};
    }

    private static void gets(double[] served, double first, double second) {
        assertThat(served[0]).isCloseTo(first, within(1e-4));
        assertThat(served[1]).isCloseTo(second, within(1e-4));
    }

    @Test
    void equalsMustGetTheSamePart() {
        gets(served("1000,", "1000,"), 30, 20);
        gets(served("1000,2", "1000,2"), 30, 20);
    }

    @Test
    void theFirstOfTwoPrioritiesMustBeServedFirst() {
        gets(served("1000,2", "1000,1"), 10, 40);
        gets(served("1000,1", "1000,2"), 50, 0);
        gets(served("5000,2", "1000,1"), 10, 40);
    }

    @Test
    void withoutPriorityTheDearerShortageMustBeServedFirst() {
        gets(served("1000,", "2000,"), 10, 40);
        gets(served("2000,", "1000,"), 50, 0);
    }

    @Test
    void whoSaysAPriorityMustComeBeforeWhoSaysNone() {
        gets(served("9000,", "1000,3"), 10, 40);
    }
}
