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

    /// The plant costs 10 and the market pays 8: 60 of its 100 a month are taken at 12, so it makes 60 and the
    /// buyer
    /// pays 4 beyond the market for each; at an agreed price of 9 nobody would make it.
    @Test
    void anOfftakeMustKeepWhatItTakesAndNoMore() {
        String taken = "  - offtake: {buyer: JP, processes: [plant], amount: 720, price: %s}\n";
        MonthlyStress.Answer answer = StressRuns.run(plant(taken.formatted("12")));
        StressPath path = answer.path().orElseThrow();
        for (int i = 0; i < 12; i++) {
            assertThat(path.activity()[0][i]).as("month %s", i).isCloseTo(60, within(1e-3));
        }
        MeasurePayment offtake = answer.payments().getFirst();
        assertThat(offtake.net()).isCloseTo(720 * 4, within(1.0));
        assertThat(offtake.payers()).containsExactly("JP");
        assertThat(StressRuns.run(plant(taken.formatted("9")))
                        .path()
                        .orElseThrow()
                        .activity()[0][3])
                .isCloseTo(0, within(1e-3));
    }

    /// Without a price it is taken at what it is worth in calm, 13; without an amount all of it.
    @Test
    void anOfftakeThatSaysLittleMustTakeAllAtTheCalmPrice() {
        MonthlyStress.Answer answer =
                StressRuns.run(plant("  - offtake: {buyer: CN, processes: [plant], paid_by: JP}\n"));
        StressPath path = answer.path().orElseThrow();
        assertThat(path.activity()[0][5]).isCloseTo(100, within(1e-3));
        assertThat(answer.payments().getFirst().net()).isCloseTo(1200 * 5, within(2.0));
        assertThat(answer.payments().getFirst().payers()).containsExactly("JP");
    }

    /// Months of loss close a plant; what is taken at a price that covers its cost keeps it.
    @Test
    void anOfftakeMustKeepAPlantFromBeingMothballed() {
        String closes = "response,subject,close_after,restart,restart_margin,avoidable\nall,supply,3,12,0.2,0.5";
        TextCase without = plant("  - thrift: {use: tools, share: 0, start: 2027-01, months: 1}\n")
                .table("responses", closes);
        assertThat(StressRuns.path(without).closed()[0][8]).isEqualTo(1);
        TextCase with = plant("  - offtake: {buyer: JP, processes: [plant], price: 12}\n")
                .table("responses", closes);
        StressPath kept = StressRuns.path(with);
        assertThat(kept.closed()[0][8]).isZero();
        assertThat(kept.activity()[0][11]).isCloseTo(100, within(1e-3));
    }

    /// It binds nothing where the market pays more: calm is calm.
    @Test
    void anOfftakeBelowTheMarketMustChangeNothing() {
        TextCase world = plant("  - offtake: {buyer: JP, processes: [plant], amount: 600, price: 5}\n");
        TextCase calm = plant("  - thrift: {use: tools, share: 0, start: 2027-01, months: 1}\n");
        StressPath with = StressRuns.path(world);
        StressPath none = StressRuns.path(calm);
        for (int i = 0; i < 12; i++) {
            assertThat(with.activity()[0][i]).isCloseTo(none.activity()[0][i], within(1e-6));
        }
    }
}
