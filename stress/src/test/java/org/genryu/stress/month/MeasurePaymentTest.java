package org.genryu.stress.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// What measures cost those who pay. Rung: by hand.
class MeasurePaymentTest {
    /// A plant of 100 a month at 10 beside an endless one at 13 that falls to 8 for a year.
    private static TextCase plant(String measures) {
        return TextCase.years(2027, 2028)
                .table("places", "place,kind,country\nhere,country,JP\nsea,country,CN")
                .table("commodities", "commodity,unit\ngood,t")
                .table("recipes", "recipe,commodity,amount\ndig,good,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        plant,here,dig,operating,1200,10
                        rest,sea,dig,operating,,13""")
                .table("routes", "route,from,to,commodity,cost\nin,sea,here,good,0")
                .table("demands", "demand,place,use,commodity,amount,shortage_cost\nneed,here,tools,good,2400,1000")
                .scenario(
                        "cut",
                        "start: 2027-01\nmonths: 12\nforesight: 0\nevents:\n"
                                + "  - change: {table: processes, id: rest, column: cost, value: 8, start: 2027-01, months: 12}\n"
                                + "measures:\n" + measures);
    }

    @Test
    void aFloorMustPayTheDifferenceOnWhatIsMade() {
        MonthlyStress.Answer answer = StressRuns.run(
                plant("  - floor: {commodity: good, price: 12, processes: [plant], paid_by: [CN, JP]}\n"));
        MeasurePayment floor = answer.payments().getFirst();
        double made = answer.path().orElseThrow().activity()[0][3];
        assertThat(made).isCloseTo(100, within(1e-4));
        assertThat(floor.byMonth()[3]).isCloseTo(made * 4, within(1e-2));
        assertThat(floor.net()).isCloseTo(4800, within(1.0));
        assertThat(floor.payers()).containsExactly("CN", "JP");
        assertThat(floor.stated()).isTrue();
    }

    @Test
    void aSubsidyThatNobodyPaysMustBeAFinding() {
        TextCase world = plant("  - subsidy: {processes: [plant], amount: 3}\n");
        MonthlyStress.Answer answer = StressRuns.run(world);
        assertThat(answer.payments().getFirst().net())
                .isCloseTo(3 * StressRuns.sum(answer.path().orElseThrow().activity()[0]), within(1e-6));
        assertThat(StressRuns.text(StressRuns.outcome(world).findings())).contains("names nobody who pays");
        assertThat(StressRuns.text(
                        StressRuns.outcome(plant("  - subsidy: {processes: [plant], amount: 3, paid_by: JP}\n"))
                                .findings()))
                .doesNotContain("names nobody");
    }

    @Test
    void aMeasureMustCostWhatItSaysAndNothingWhereItSaysNothing() {
        MonthlyStress.Answer answer = StressRuns.run(
                plant("  - thrift: {use: tools, share: 0.1, cost: 240, paid_by: JP, start: 2027-01, months: 6}\n"
                        + "  - thrift: {use: tools, share: 0.1, start: 2027-07, months: 6}\n"));
        List<MeasurePayment> all = answer.payments();
        assertThat(all.get(0).net()).isCloseTo(120, within(1e-9));
        assertThat(all.get(1).net()).isZero();
        assertThat(all.get(1).stated()).isFalse();
    }

    @Test
    void aStockpileMustCostWhatItLosesAndKeepWhatItHolds() {
        TextCase world = StressRuns.town("store,place,commodity,kind,capacity,level", """
                start: 2027-01
                months: 12
                foresight: 0
                events:
                  - ban: {from: CN, start: 2027-01, months: 1}
                measures:
                  - stockpile: {place: JP, commodity: good, amount: 300 t, start: 2027-01, months: 12}
                """);
        MonthlyStress.Answer answer = StressRuns.run(world);
        MeasurePayment pile = answer.payments().getFirst();
        double price = answer.quiet().price()[1][0];
        double left = answer.path().orElseThrow().level()[0][11];
        assertThat(pile.before()).isCloseTo(300 * price, within(1e-6));
        assertThat(pile.holds()).isCloseTo(left * answer.quiet().price()[1][11], within(1e-6));
        assertThat(pile.payers()).containsExactly("JP");
    }
}
