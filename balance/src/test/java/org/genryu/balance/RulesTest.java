package org.genryu.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.balance.explain.PriceExplanation;
import org.genryu.core.Explanation;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;

/// By hand: each rule of the balance on the smallest world that shows it.
class RulesTest {
    private static final double EXACT = 1e-6;

    private static final String ONE = """
            ## case
            %s
            ## places
            place,kind,country
            here,country,JP
            ## commodities
            commodity,unit,disposal_cost,name_en,name_ja
            good,t,%s,good,財
            ## recipes
            recipe,commodity,amount
            make,good,1
            ## processes
            process,place,recipe,%s
            %s
            ## demands
            demand,place,use,commodity,amount,shortage_cost
            buyers,here,buy,good,10,%s
            """;

    private static Given one(String yaml, String disposal, String columns, String rows, String shortage) {
        return Given.of(ONE.formatted(yaml, disposal, columns, rows, shortage));
    }

    @Test
    void plantThatMustRunMustRunEvenAtALoss() {
        Given world = one(
                "",
                "",
                "status,capacity,cost,min_use",
                "base,here,make,operating,10,50,0.8\npeak,here,make,operating,10,5,",
                "100");
        Balance balance = world.balance();
        assertThat(world.activity(balance, "base", 0)).isCloseTo(8, within(EXACT));
        assertThat(world.price(balance, "here", "good", 0)).isCloseTo(5, within(EXACT));
    }

    /// A reserve of 15 over two years of demand 10 at 5 % interest: the price rises with interest until the
    /// substitute is as dear.
    @Test
    void finiteResourceMustEarnARentThatRisesWithInterest() {
        Given world = one(
                "periods: {first: 2025, last: 2026, step: year}\ndiscount_rate: 0.05",
                "",
                "status,capacity,cost,reserve",
                "mine,here,make,operating,100,0,15\nsubstitute,here,make,operating,100,42,",
                "100");
        Balance balance = world.balance();
        assertThat(world.activity(balance, "mine", 0) + world.activity(balance, "mine", 1))
                .isCloseTo(15, within(EXACT));
        assertThat(world.price(balance, "here", "good", 1)).isCloseTo(42, within(EXACT));
        assertThat(world.price(balance, "here", "good", 0)).isCloseTo(40, within(EXACT));
    }

    /// Annuity of 2 over 25 years at 10 %: 0.220336 a year.
    @Test
    void annuityMustBeThePublishedOne() {
        assertThat(2 * BalanceProgram.annuity(0.10, 25)).isCloseTo(0.220336, within(5e-7));
        assertThat(BalanceProgram.annuity(0.08, 20)).isCloseTo(0.101852, within(5e-7));
        assertThat(BalanceProgram.annuity(0, 20)).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void candidateMustBeBuiltOnlyIfItsAnnuityPays() {
        String columns = "status,capacity,cost,capex,life";
        double annuity = 100 * BalanceProgram.annuity(0.1, 25);
        Given built = one(
                "discount_rate: 0.1",
                "",
                columns,
                "old,here,make,operating,100,20,,\nnew,here,make,candidate,6,5,100,25",
                "100");
        Balance yes = built.balance();
        assertThat(built.built(yes, "new", 0)).isCloseTo(6, within(EXACT));
        assertThat(yes.objective()).isCloseTo(4 * 20 + 6 * (5 + annuity), within(EXACT));
        Given left = one(
                "discount_rate: 0.1",
                "",
                columns,
                "old,here,make,operating,100,15,,\nnew,here,make,candidate,6,5,100,25",
                "100");
        assertThat(left.built(left.balance(), "new", 0)).isCloseTo(0, within(EXACT));
    }

    @Test
    void tariffMustBeAFractionOfThePriceAtOrigin() {
        Given world = Given.of("""
                ## places
                place,kind
                far,country
                here,country
                ## commodities
                commodity,unit
                good,t
                ## recipes
                recipe,commodity,amount
                make,good,1
                ## processes
                process,place,recipe,status,capacity,cost
                cheap,far,make,operating,5,10
                dear,far,make,operating,20,20
                ## routes
                route,from,to,commodity,cost,tariff
                ship,far,here,good,1,0.25
                ## demands
                demand,place,use,commodity,amount,shortage_cost
                buyers,here,buy,good,10,100
                """);
        Balance balance = world.balance();
        assertThat(world.price(balance, "far", "good", 0)).isCloseTo(20, within(1e-4));
        assertThat(world.price(balance, "here", "good", 0)).isCloseTo(20 * 1.25 + 1, within(1e-3));
    }

    /// A fixed life of one year: half of what is used comes back a year later, and goods used before the horizon
    /// count too.
    @Test
    void scrapMustComeBackAfterItsLife() {
        Given world = Given.of("""
                ## case
                periods: {first: 2025, last: 2027, step: year}
                ## places
                place,kind
                here,country
                ## commodities
                commodity,unit
                good,t
                scrap,t
                ## recipes
                recipe,commodity,amount
                make,good,1
                melt,scrap,-1
                melt,good,1
                ## processes
                process,place,recipe,status,capacity,cost
                plant,here,make,operating,100,10
                melter,here,melt,operating,100,1
                ## returns
                use,place,from,to,lifetime_mean,lifetime_sd,shape,collection
                buy,here,good,scrap,1,,fixed,0.5
                ## demands
                demand,place,use,commodity,amount,growth,shortage_cost
                buyers,here,buy,good,10,0.2,100
                """);
        Balance balance = world.balance();
        assertThat(balance.quantities().returned()[0][0]).isCloseTo(0.5 * 10 / 1.2, within(1e-9));
        assertThat(balance.quantities().returned()[0][1]).isCloseTo(0.5 * 10, within(1e-9));
        assertThat(world.activity(balance, "plant", 1)).isCloseTo(12 - 5, within(EXACT));
    }

    @Test
    void clashMustBeNamedInTheWordsOfTheCase() {
        Given world = one("", "", "status,capacity,cost", "only,here,make,operating,4,50", "");
        BalanceResult result = world.result(BalanceOptions.DEFAULT.uncalibrated());
        assertThat(result).isInstanceOf(BalanceResult.Infeasible.class);
        List<BalanceResult.Limit> culprits = ((BalanceResult.Infeasible) result).culprits();
        assertThat(culprits)
                .extracting(BalanceResult.Limit::table, BalanceResult.Limit::id)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("processes", "only"),
                        org.assertj.core.groups.Tuple.tuple("demands", "buyers"));
        assertThat(culprits).anySatisfy(limit -> assertThat(limit.rule().en()).isEqualTo("at most 4 in 2025"));
        assertThat(culprits).anySatisfy(limit -> assertThat(limit.rule().ja()).isEqualTo("2025に10を供給しなければならない"));
    }

    @Test
    void processThatEarnsForEverMustBeNamed() {
        Given world = one("", "", "status,capacity,cost", "mint,here,make,operating,,-3", "100");
        BalanceResult result = world.result(BalanceOptions.DEFAULT.uncalibrated());
        assertThat(result).isInstanceOf(BalanceResult.Unbounded.class);
        assertThat(((BalanceResult.Unbounded) result).culprits())
                .extracting(BalanceResult.Limit::id)
                .contains("mint");
    }

    @Test
    void storyOfAPriceMustAddUpAndNameTheMarginalSupplier() {
        Given world = one(
                "",
                "",
                "status,capacity,cost",
                "cheap,here,make,operating,4,10\ndear,here,make,operating,20,30",
                "100");
        Balance balance = world.balance();
        Explanation story = PriceExplanation.of(balance, world.market(balance, "here", "good"), 0)
                .orElseThrow();
        assertThat(story.value()).isCloseTo(30, within(EXACT));
        assertThat(story.how().in(Lang.EN)).startsWith("marginal: plant dear");
        assertThat(story.how().in(Lang.JA)).startsWith("限界供給: プラント dear");
        assertThat(story.parts().stream().mapToDouble(Explanation::value).sum()).isCloseTo(30, within(EXACT));
    }

    /// One row of routes carries both goods, 10 together; a ban on the first leaves the second its way.
    @Test
    void banOnOneCommodityMustNotCloseTheRouteToTheOthers() {
        Given world = Given.of("""
                ## places
                place,kind
                far,country
                here,country
                ## commodities
                commodity,unit,group
                one,t,goods
                two,t,goods
                ## recipes
                recipe,commodity,amount
                make,one,1
                make,two,1
                ## processes
                process,place,recipe,status,capacity,cost
                plant,far,make,operating,100,1
                ## routes
                route,from,to,commodity,cost,capacity
                ship,far,here,group:goods,1,10
                ## changes
                table,id,column,op,value
                routes,commodity=one,capacity,multiply,0
                ## demands
                demand,place,use,commodity,amount,shortage_cost
                a,here,use,one,5,100
                b,here,use,two,20,100
                """);
        Balance balance = world.balance();
        assertThat(world.served(balance, "a", 0)).isCloseTo(0, within(EXACT));
        assertThat(world.served(balance, "b", 0)).isCloseTo(10, within(EXACT));
    }

    @Test
    void shortageMustSetThePriceWhenNothingIsLeft() {
        Given world = one("", "", "status,capacity,cost", "only,here,make,operating,4,10", "100");
        Balance balance = world.balance();
        assertThat(world.served(balance, "buyers", 0)).isCloseTo(4, within(EXACT));
        assertThat(world.price(balance, "here", "good", 0)).isCloseTo(100, within(EXACT));
        assertThat(balance.objective()).isCloseTo(4 * 10 + 6 * 100, within(EXACT));
    }
}
