package org.genryu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.core.ProgressReport;
import org.genryu.core.time.Periods;
import org.genryu.plan.world.Plan;
import org.genryu.plan.world.PlanQuestion;
import org.genryu.plan.world.Planner;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// Do the months keep what a plan promises? Rung: by hand.
///
///     JP wants 10 t a year; CN sends at 11 until it stops in 2026; home makes 2 t itself at 50. A mine in Australia
///     would send 6 t at 31, more recycling 3 t at 50.
class PlanMonthsTest {
    private static TextCase world() {
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
                .table("options", """
                        option,name_en,kind,country,agency,builds,cost,begin,years,life
                        mine,Mine,project,AU,bank,au-mine,200,2025,1,2
                        recycling,Recycling,measure,JP,office,,60,2025,1,2""")
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

    private static PlanMonths.Kept kept(TextCase world, Plan plan) {
        return PlanMonths.of(world.file(), plan, BalanceOptions.DEFAULT, ProgressReport.SILENT)
                .clean()
                .orElseThrow();
    }

    private static Plan plan(TextCase world, PlanQuestion question) {
        return Planner.of(world.file(), question, ProgressReport.SILENT).clean().orElseThrow();
    }

    /// Of what Japan takes in or makes in a year the part that comes from China.
    private static double fromChina(Balance world, int t) {
        double china = world.quantities().flow()[0][t];
        double all =
                china + world.quantities().flow()[1][t] + world.quantities().activity()[2][t];
        return china / all;
    }

    @Test
    void theMonthsMustGiveThePromisedShortage() {
        TextCase world = world();
        Plan plan = plan(world, PlanQuestion.of(1000).weighing(1));
        Plan.Lack promised = plan.promise().orElseThrow().lackOf("stop").orElseThrow();
        Plan.Lack told = kept(world, plan).of("stop").orElseThrow();
        assertThat(told.before()).isCloseTo(promised.before(), within(1e-6));
        assertThat(told.after()).isCloseTo(promised.after(), within(1e-6));
    }

    @Test
    void theMonthsMustGiveThePromisedDependence() {
        TextCase world = world();
        Plan plan = plan(
                world,
                PlanQuestion.of(1000)
                        .weighing(0)
                        .aiming(.5, Periods.month("2026").orElseThrow()));
        PlanMonths.Kept kept = kept(world, plan);
        assertThat(fromChina(kept.world().getFirst(), 1)).isCloseTo(1, within(1e-6));
        assertThat(fromChina(kept.world().getLast(), 1))
                .isCloseTo(plan.dependence().getFirst().share(), within(1e-4));
        assertThat(plan.dependence().getFirst().share()).isCloseTo(.5, within(1e-4));
    }
}
