package org.genryu.plan.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.core.time.Periods;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// Rung: by hand. Japan wants 10 a year; China sends it at 11. When China stops in 2026, what is there is 2 recycled at
/// 50, and each unit short costs 100: 900 instead of 110.
///
/// - a mine in Australia, 200: 6 a year at 31; then 6·31 + 2·50 + 2·100 = 486
/// - more recycling, 60: 3 a year at 50; then 5·50 + 5·100 = 750
/// - both: 6·31 + 4·50 = 386
class SmallPlanTest {
    private static final String OPTIONS = """
            option,name_en,kind,country,agency,builds,cost,begin,years,life,requires
            mine,Mine,project,AU,bank,au-mine,200,2025,1,2,
            recycling,Recycling,measure,JP,office,,60,2025,1,2,
            idle,Idle,measure,JP,office,,5,2025,1,2,
            """;

    private static TextCase world(String options) {
        return TextCase.of("2025", "2026", "year", 0)
                .header("home", "[JP]")
                .header("rival", "[CN]")
                .table("places", "place,kind,country\nCN,country,CN\nJP,country,JP\nAU,country,AU")
                .table("commodities", "commodity,unit,name_en\ngood,t,Good")
                .table("recipes", "recipe,commodity,amount\nmake,good,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost,first
                        cn-mine,CN,make,operating,100,10,
                        au-mine,AU,make,planned,6,30,2025
                        jp-recycling,JP,make,operating,2,50,""")
                .table("routes", "route,from,to,commodity,cost,capacity\nc,CN,JP,good,1,1000\na,AU,JP,good,1,1000")
                .table("demands", "demand,place,use,commodity,amount,shortage_cost\nd,JP,use,good,10,100")
                .table("options", options)
                .table("effects", "option,table,id,column,op,value\nrecycling,processes,jp-recycling,capacity,add,3")
                .scenario("stop", """
                        id: stop
                        title: {en: Stop, ja: 停止}
                        start: 2026-01
                        months: 12
                        events:
                          - ban: {from: CN, to: [JP], commodities: [good], start: 2026-01, months: 12}
                        """);
    }

    private static Outcome<Plan> asked(TextCase world, PlanQuestion question) {
        return Planner.of(world.file(), question, ProgressReport.SILENT);
    }

    private static Plan plan(PlanQuestion question) {
        return asked(world(OPTIONS), question).clean().orElseThrow();
    }

    private static List<String> chosen(Plan plan) {
        return plan.options().stream()
                .filter(one -> one.reason() == Plan.Reason.CHOSEN)
                .map(one -> one.option().id())
                .toList();
    }

    @Test
    void theMeanMustChooseWhatSavesMoreThanItCosts() {
        Plan plan = plan(PlanQuestion.of(1000).weighing(0));
        assertThat(chosen(plan)).containsExactly("recycling");
        assertThat(plan.worth().nothing()).isCloseTo(395, within(1e-4));
        assertThat(plan.worth().objective()).isCloseTo(380, within(1e-4));
        assertThat(plan.worth().net()).isCloseTo(15, within(1e-4));
        assertThat(plan.isProved()).isTrue();
        Plan.Verdict mine = plan.options().getFirst();
        assertThat(mine.reason()).isEqualTo(Plan.Reason.DEAR);
        // With recycling in place it saves 364 in half of all cases.
        assertThat(mine.saves()).isCloseTo(182, within(1e-3));
    }

    @Test
    void theTailMustChooseBothAndTheBudgetTheMineAlone() {
        Plan both = plan(PlanQuestion.of(1000).weighing(1));
        assertThat(chosen(both)).containsExactly("mine", "recycling");
        assertThat(both.worth().objective()).isCloseTo(536, within(1e-4));
        Plan one = plan(PlanQuestion.of(200).weighing(1));
        assertThat(chosen(one)).containsExactly("mine");
        assertThat(one.worth().objective()).isCloseTo(576, within(1e-4));
        assertThat(one.options().get(1).reason()).isEqualTo(Plan.Reason.LIMIT);
        assertThat(one.options().get(1).why()).isEqualTo("budget");
        assertThat(one.options().get(2).reason()).isEqualTo(Plan.Reason.NOT_PLACED);
    }

    @Test
    void theEngineMustGiveWhatThePlanPromises() {
        Plan plan = plan(PlanQuestion.of(1000).weighing(1));
        Plan.Promise run = plan.promise().orElseThrow();
        assertThat(run.miss()).isLessThan(1e-6);
        assertThat(run.costOf("stop").orElseThrow()).isCloseTo(276, within(1e-4));
        assertThat(run.lackOf("stop").orElseThrow().before()).isCloseTo(.8, within(1e-6));
        assertThat(run.lackOf("stop").orElseThrow().after()).isCloseTo(0, within(1e-6));
    }

    @Test
    void aTargetMustBeMetWhereOptionsCanAndTheEngineMustSeeIt() {
        int month = Periods.month("2026").orElseThrow();
        Plan plan = plan(PlanQuestion.of(1000).weighing(0).aiming(.5, month));
        Plan.Dependence goods = plan.dependence().getFirst();
        assertThat(goods.before()).isCloseTo(1, within(1e-6));
        assertThat(goods.met()).isTrue();
        assertThat(plan.promise().orElseThrow().shareOf(goods.chain()).orElseThrow())
                .isCloseTo(.5, within(1e-4));
        assertThat(plan.promise().orElseThrow().miss()).isLessThan(1e-4);
    }

    @Test
    void aTargetOutOfReachMustTellHowCloseOneGets() {
        int month = Periods.month("2026").orElseThrow();
        // In half of all cases each of 10 units counts: recycling costs 39 more, going without 89, against
        // twice 11.
        Plan plan = plan(PlanQuestion.of(5).weighing(0).aiming(.5, month).paying(2));
        Plan.Dependence goods = plan.dependence().getFirst();
        assertThat(goods.met()).isFalse();
        assertThat(goods.share()).isCloseTo(.8, within(1e-4));
        assertThat(plan.worth().premium()).isGreaterThan(0);
    }

    @Test
    void knowingMustBeWorthWhatThePlanCannotHave() {
        // Known: calm, nothing, 0; stop, both, 536. Half of that is 268 against 380.
        Plan plan = plan(PlanQuestion.of(1000).weighing(0));
        assertThat(plan.information().perfect()).isCloseTo(112.0, within(1.0));
        // The plan that is best in calm does nothing: 395 against 380.
        assertThat(plan.information().calm()).isCloseTo(15, within(1e-3));
    }

    @Test
    void waitingMustBeWorthWhatIsSavedWhereNothingComes() {
        // Both could be decided when it has begun, in 2026: the stop then costs 536 as if it had been known.
        TextCase late = world(OPTIONS.replace(",2025,1,2,", ",2026,1,2,"));
        PlanQuestion question =
                PlanQuestion.of(1000).weighing(0).and(new PlanQuestion.Also(Double.POSITIVE_INFINITY, true, 0));
        Plan plan = asked(late, question).clean().orElseThrow();
        Plan.Waiting waiting = plan.waiting().orElseThrow();
        assertThat(waiting.worth()).isCloseTo(plan.information().perfect(), within(1.0));
        assertThat(waiting.worth()).isLessThanOrEqualTo(waiting.most() + 1e-9);
        assertThat(waiting.later())
                .extracting(Plan.Later::id, Plan.Later::otherwise, Plan.Later::where)
                .contains(org.assertj.core.groups.Tuple.tuple("mine", false, List.of("stop")));
        // Where the spending begins before anything can be seen waiting is worth nothing.
        Plan early = plan(question);
        assertThat(early.waiting().orElseThrow().worth()).isCloseTo(0, within(1e-3));
        assertThat(early.waiting().orElseThrow().later()).isEmpty();
    }

    @Test
    void theWorstMustBeMetByWhatIsBestAgainstIt() {
        PlanQuestion question =
                PlanQuestion.of(1000).weighing(0).and(new PlanQuestion.Also(Double.POSITIVE_INFINITY, false, 1));
        Plan plan = plan(question);
        Plan.Robust robust = plan.robust().orElseThrow();
        // The stop costs 790 without anything, 640 and 60 with recycling, 276 and 260 with both.
        assertThat(robust.nothing().total()).isCloseTo(790, within(1e-3));
        assertThat(robust.plan().total()).isCloseTo(700, within(1e-3));
        assertThat(robust.robust().total()).isCloseTo(536, within(1e-3));
        assertThat(robust.robust().chosen()).containsExactly("mine", "recycling");
        assertThat(robust.bound()).isCloseTo(536, within(8.0));
        assertThat(robust.robust().attack()).isEqualTo("stop");
    }

    @Test
    void aRiskLimitMustHoldOrTellHowCloseOneGets() {
        PlanQuestion mean = PlanQuestion.of(1000).weighing(0);
        // The mean alone chooses recycling and leaves a tail of 640; both leave 276.
        Plan within = plan(mean.and(new PlanQuestion.Also(300, false, 0)));
        assertThat(chosen(within)).containsExactly("mine", "recycling");
        Outcome<Plan> beyond = asked(world(OPTIONS), mean.and(new PlanQuestion.Also(100, false, 0)));
        assertThat(TextCase.text(beyond, Lang.EN))
                .contains(
                        "Risk limit: is $100; within the budget the worst part of what may come can be brought to $276"
                                + " in the mean, by spending $260. Maybe give at least that, or a larger budget.");
    }

    @Test
    void anEnvelopeInYenMustBindItsAgencyInItsYears() {
        // 150 yen a dollar: what the office may spend in 2025 is 50, and recycling costs 60.
        TextCase rated = world(OPTIONS)
                .header("exchange", "{JPY: {value: 0.006666666666666667, source: s, date: 2025}}")
                .table("sources", "source,title\ns,rates")
                .table("envelopes", "envelope,by,of,from,until,amount\nyen,agency,office,2025,2025,7500 JPY");
        assertThat(PlanWords.budget("150000円", rated.file().header()).clean().orElseThrow())
                .isCloseTo(1000, within(1e-6));
        Plan plan = asked(rated, PlanQuestion.of(1000).weighing(1)).clean().orElseThrow();
        assertThat(chosen(plan)).containsExactly("mine");
        assertThat(plan.options().get(1).reason()).isEqualTo(Plan.Reason.LIMIT);
        assertThat(plan.options().get(1).why()).isEqualTo("yen");
        TextCase later =
                rated.table("envelopes", "envelope,by,of,from,until,amount\nyen,agency,office,2026,2026,7500 JPY");
        assertThat(chosen(
                        asked(later, PlanQuestion.of(1000).weighing(1)).clean().orElseThrow()))
                .containsExactly("mine", "recycling");
    }

    @Test
    void requirementsInACircleMustBeRefused() {
        TextCase world = world("""
                option,name_en,kind,builds,cost,begin,requires
                mine,Mine,project,au-mine,200,2025,recycling
                recycling,Recycling,measure,,60,2025,mine
                """);
        assertThat(TextCase.text(asked(world, PlanQuestion.of(1000)), Lang.EN))
                .contains("Option 'mine': requires goes in a circle: mine → recycling → mine; none of them could ever"
                        + " be taken. [options.csv:2 requires]");
        assertThat(TextCase.text(asked(world, PlanQuestion.of(1000)), Lang.JA)).contains("requires が循環しています");
    }

    @Test
    void aBudgetOfNothingMustSayWhatToDo() {
        assertThat(TextCase.text(asked(world(OPTIONS), PlanQuestion.of(0)), Lang.EN))
                .contains("Budget: is 0.0; the cheapest option, 'idle', costs 5.0. Maybe give at least that.");
    }

    @Test
    void aCaseWithoutOptionsMustSayWhatToDo() {
        TextCase bare =
                world(OPTIONS).table("options", "option,cost,begin").table("effects", "option,table,id,column,value");
        assertThat(TextCase.text(asked(bare, PlanQuestion.of(10)), Lang.EN))
                .contains("Plan: the case has no options to choose from.");
    }

    @Test
    void wordsMustBeReadOrRefused() {
        var header = world(OPTIONS).file().header();
        assertThat(PlanWords.budget("550e9", header).clean()).contains(550e9);
        assertThat(PlanWords.budget("5500億ドル", header).clean()).contains(550e9);
        assertThat(PlanWords.budget("much", header).hasErrors()).isTrue();
        assertThat(PlanWords.budget("-5", header).hasErrors()).isTrue();
        assertThat(PlanWords.target("dependence:30%@2026", header)
                        .clean()
                        .orElseThrow()
                        .share())
                .isEqualTo(.3);
        assertThat(TextCase.text(PlanWords.target("dependence:30%@2030", header), Lang.EN))
                .contains("the year must be one of 2025 to 2026");
        assertThat(TextCase.text(PlanWords.target("30%", header), Lang.EN)).contains("dependence:30%@2030");
    }
}
