package org.genryu.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Published instances and instances worked out by hand, each through the tables of a case.
class PublishedInstancesTest {
    /// Prices that come out of a demand curve are met to this, absolute.
    private static final double CURVE = 1e-3;

    private static final double EXACT = 1e-6;

    /// Dantzig's transport problem: two plants, three markets.
    @Test
    void dantzigMustCostWhatIsPublished() {
        Given world = Given.of("""
                ## places
                place,kind
                seattle,site
                san-diego,site
                new-york,site
                chicago,site
                topeka,site
                ## commodities
                commodity,unit,disposal_cost
                case,t,never
                ## recipes
                recipe,commodity,amount
                can,case,1
                ## processes
                process,place,recipe,status,capacity,cost
                p1,seattle,can,operating,350,0
                p2,san-diego,can,operating,600,0
                ## routes
                route,from,to,commodity,cost
                r11,seattle,new-york,case,0.225
                r12,seattle,chicago,case,0.153
                r13,seattle,topeka,case,0.162
                r21,san-diego,new-york,case,0.225
                r22,san-diego,chicago,case,0.162
                r23,san-diego,topeka,case,0.126
                ## demands
                demand,place,use,commodity,amount
                d1,new-york,eat,case,325
                d2,chicago,eat,case,300
                d3,topeka,eat,case,275
                """);
        Balance balance = world.balance();
        assertThat(balance.objective()).isCloseTo(153.675, within(EXACT));
        assertThat(world.price(balance, "new-york", "case", 0)).isCloseTo(0.225, within(EXACT));
        assertThat(world.price(balance, "chicago", "case", 0)).isCloseTo(0.153, within(EXACT));
        assertThat(world.price(balance, "topeka", "case", 0)).isCloseTo(0.126, within(EXACT));
    }

    /// Two market areas joined by a line of 500.
    @Test
    void joinedAreasMustTradeUpToTheLineAndKeepTheirPrices() {
        Given world = Given.of("""
                ## places
                place,kind
                a,region
                b,region
                ## commodities
                commodity,unit,disposal_cost
                power,MWh,never
                ## recipes
                recipe,commodity,amount
                run,power,1
                ## processes
                process,place,recipe,status,capacity,cost
                coal,a,run,operating,35000,30
                wind,a,run,operating,3000,0
                gas,a,run,operating,8000,60
                oil,a,run,operating,2000,80
                hydro,b,run,operating,1200,0
                ## routes
                route,from,to,commodity,cost,capacity
                line,b,a,power,0,500
                ## demands
                demand,place,use,commodity,amount
                da,a,load,power,42000
                db,b,load,power,650
                """);
        Balance balance = world.balance();
        assertThat(balance.objective()).isCloseTo(1_260_000, within(EXACT));
        assertThat(world.price(balance, "a", "power", 0)).isCloseTo(60, within(EXACT));
        assertThat(world.price(balance, "b", "power", 0)).isCloseTo(0, within(EXACT));
        assertThat(world.activity(balance, "hydro", 0)).isCloseTo(1150, within(EXACT));
        assertThat(world.activity(balance, "gas", 0)).isCloseTo(3500, within(EXACT));
    }

    private static final String JOINT = """
            ## places
            place,kind
            here,region
            ## commodities
            commodity,unit,disposal_cost
            nd,t,
            ce,t,%s
            ## recipes
            recipe,commodity,amount
            ore,nd,0.2
            ore,ce,0.5
            ## processes
            process,place,recipe,status,cost
            mine,here,ore,operating,10
            ## demands
            demand,place,use,commodity,amount,price,elasticity
            magnets,here,magnets,nd,5,50,-1
            polish,here,polish,ce,4,4,-1
            """;

    /// Ore at 10 gives 0.2 Nd and 0.5 Ce; P_Nd = 100 - 10 q, P_Ce = 8 - q.
    @Test
    void byProductThrownAwayFreeMustHavePriceNil() {
        Given world = Given.of(JOINT.formatted(""));
        Balance balance = world.balance();
        assertThat(world.activity(balance, "mine", 0)).isCloseTo(25, within(CURVE));
        assertThat(world.price(balance, "here", "nd", 0)).isCloseTo(50, within(CURVE));
        assertThat(world.price(balance, "here", "ce", 0)).isCloseTo(0, within(EXACT));
        assertThat(world.disposed(balance, "here", "ce", 0)).isCloseTo(4.5, within(CURVE));
        assertThat(balance.objective()).isCloseTo(-157, within(CURVE));
    }

    @Test
    void byProductThatCostsToThrowAwayMustHaveANegativePrice() {
        Given world = Given.of(JOINT.formatted("2"));
        Balance balance = world.balance();
        assertThat(world.activity(balance, "mine", 0)).isCloseTo(22.5, within(CURVE));
        assertThat(world.price(balance, "here", "nd", 0)).isCloseTo(55, within(CURVE));
        assertThat(world.price(balance, "here", "ce", 0)).isCloseTo(-2, within(EXACT));
        assertThat(world.disposed(balance, "here", "ce", 0)).isCloseTo(1.25, within(2 * CURVE));
        assertThat(balance.objective()).isCloseTo(-151.25, within(CURVE));
    }

    /// Availability 10 then 4 at no cost, P = 20 - q, holding costs 1 for each unit carried.
    @Test
    void stockMustBeCarriedUntilThePriceRisesByItsHoldingCost() {
        Given open = Given.of(STOCK.formatted(100));
        Balance free = open.balance();
        assertThat(open.level(free, "tank", 0)).isCloseTo(2.5, within(CURVE));
        assertThat(open.price(free, "here", "gas", 0)).isCloseTo(12.5, within(CURVE));
        assertThat(open.price(free, "here", "gas", 1)).isCloseTo(13.5, within(CURVE));
        Given small = Given.of(STOCK.formatted(2));
        Balance full = small.balance();
        assertThat(small.level(full, "tank", 0)).isCloseTo(2, within(EXACT));
        assertThat(small.price(full, "here", "gas", 0)).isCloseTo(12, within(CURVE));
        assertThat(small.price(full, "here", "gas", 1)).isCloseTo(14, within(CURVE));
    }

    private static final String STOCK = """
            ## case
            periods: {first: 2025, last: 2026, step: year}
            ## places
            place,kind
            here,region
            ## commodities
            commodity,unit
            gas,t
            ## recipes
            recipe,commodity,amount
            well,gas,1
            ## processes
            process,place,recipe,status,capacity,cost
            field,here,well,operating,10,0
            ## series
            table,id,column,period,value
            processes,field,capacity,2026,4
            ## stores
            store,place,commodity,kind,capacity,level,cost
            tank,here,gas,commercial,%s,0,1
            ## demands
            demand,place,use,commodity,amount,price,elasticity
            heat,here,heat,gas,10,10,-1
            """;

    /// A remote supply two periods away, the horizon wrapped round: price 5/0.95 in every period.
    @Test
    void goodsUnderWayMustArriveWhenTheirDaysAreOver() {
        StringBuilder series = new StringBuilder();
        double[] loads = {10, 30, 50, 20, 40, 60, 25, 15};
        for (int t = 0; t < loads.length; t++) {
            series.append("demands,load,amount,2026-%02d,%s%n".formatted(t + 1, loads[t] * 12));
        }
        Given world = Given.of("""
                ## case
                periods: {first: 2026-01, last: 2026-08, step: month}
                transit: cyclic
                ## places
                place,kind
                far,region
                here,region
                ## commodities
                commodity,unit,disposal_cost
                gas,t,never
                ## recipes
                recipe,commodity,amount
                well,gas,1
                ## processes
                process,place,recipe,status,cost
                field,far,well,operating,5
                backup,here,well,operating,80
                ## routes
                route,from,to,commodity,cost,loss,days
                ship,far,here,gas,0,0.05,61
                ## demands
                demand,place,use,commodity,amount
                load,here,heat,gas,0
                ## series
                table,id,column,period,value
                """ + series);
        Balance balance = world.balance();
        assertThat(balance.objective()).isCloseTo(1315.789474, within(EXACT));
        for (int t = 0; t < loads.length; t++) {
            assertThat(world.price(balance, "here", "gas", t)).isCloseTo(5.263158, within(EXACT));
            assertThat(world.flow(balance, "ship", t)).isCloseTo(loads[(t + 2) % 8] / 0.95, within(EXACT));
        }
    }

    /// P = 100 - 2 Q against an owner who keeps what is worth 10 + (50 - q) to him: Q 30, P 40.
    @Test
    void elasticPriceMustBeExactAfterRefinement() {
        Given world = Given.of("""
                ## places
                place,kind
                here,region
                ## commodities
                commodity,unit
                good,t
                ## recipes
                recipe,commodity,amount
                give,good,1
                ## processes
                process,place,recipe,status,capacity,cost
                stock,here,give,operating,50,0
                ## demands
                demand,place,use,commodity,amount,price,elasticity
                buyers,here,buy,good,25,50,-1
                owner,here,keep,good,30,30,-1
                """);
        Balance balance = world.balance();
        assertThat(world.served(balance, "buyers", 0)).isCloseTo(30, within(CURVE));
        assertThat(world.price(balance, "here", "good", 0)).isCloseTo(40, within(CURVE));
    }

    @Test
    void isoElasticDemandMustFollowItsCurve() {
        Given world = Given.of("""
                ## places
                place,kind
                here,region
                ## commodities
                commodity,unit
                good,t
                ## recipes
                recipe,commodity,amount
                make,good,1
                ## processes
                process,place,recipe,status,capacity,cost
                plant,here,make,operating,50,1
                ## demands
                demand,place,use,commodity,amount,price,elasticity,curve
                buyers,here,buy,good,100,10,-0.5,isoelastic
                """);
        Balance balance = world.balance();
        assertThat(world.price(balance, "here", "good", 0)).isCloseTo(10 * Math.pow(0.5, -2), within(0.01));
    }
}
