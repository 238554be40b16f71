package org.genryu.stress.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.casefile.SupplyCase;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// Every tonne of every month comes from somewhere and goes somewhere.
class ConservationTest {
    private static TextCase world() {
        return TextCase.years(2027, 2028)
                .table("places", "place,kind,country\nmine,country,CN\nplant,country,JP\nother,country,AU")
                .table("commodities", "commodity,unit\nore,t\nmetal,t")
                .table("recipes", "recipe,commodity,amount\ndig,ore,1\nsmelt,ore,-2\nsmelt,metal,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost,observed
                        pit,mine,dig,operating,3000,10,2400
                        pit-2,other,dig,operating,900,12,600
                        works,plant,smelt,operating,2000,20,1500""")
                .table("routes", """
                        route,from,to,commodity,cost,days,loss,observed
                        far,mine,plant,ore,3,40,,2400
                        near,other,plant,ore,2,,,600""")
                .table("prices", "place,commodity,price\nplant,ore,20\nplant,metal,90")
                .table("demands", """
                        demand,place,use,commodity,curve,amount,price,elasticity,shortage_cost
                        need,plant,tools,metal,isoelastic,1500,90,-0.4,900""")
                .table("stores", "store,place,commodity,kind,capacity,level\nheap,plant,metal,strategic,200,150")
                .table("responses", "response,subject,elasticity,users,producers\na,supply,0.2,,\nb,stock,,30,20")
                .scenario(
                        "cut",
                        "start: 2027-01\nmonths: 18\nforesight: 2\nevents:\n"
                                + "  - ban: {from: CN, start: 2027-03, months: 5, leak: 0.2}\n");
    }

    @Test
    void everyMarketMustBalanceInEveryMonth() {
        MonthlyStress.Answer answer = StressRuns.run(world());
        StressPath path = answer.path().orElseThrow();
        SupplyCase of = answer.of();
        var find = answer.calm().balance().markets().finder();
        int markets = path.price().length;
        boolean moved = false;
        for (int i = 0; i < answer.clock().months(); i++) {
            double[] left = new double[markets];
            SupplyCase.Recipes recipes = of.industry().recipes();
            for (int p = 0; p < of.industry().processes().size(); p++) {
                int recipe = of.industry().processes().recipe()[p];
                for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                    int m = find.applyAsInt(of.industry().processes().place()[p], recipes.commodity()[line]);
                    left[m] += recipes.amount()[line] * path.activity()[p][i];
                }
            }
            for (int l = 0; l < of.routes().size(); l++) {
                left[find.applyAsInt(of.routes().from()[l], of.routes().commodity()[l])] -= path.flow()[l][i];
            }
            for (int d = 0; d < of.use().demands().size(); d++) {
                left[
                                find.applyAsInt(
                                        of.use().demands().place()[d],
                                        of.use().demands().commodity()[d])] -=
                        path.served()[d][i];
                moved |= Math.abs(path.wanted()[d][i] - path.served()[d][i]) > 1;
            }
            for (int s = 0; s < answer.stocks().all().size(); s++) {
                WorldStocks.Pile pile = answer.stocks().all().get(s);
                double before = i == 0 ? pile.opening() : path.level()[s][i - 1];
                left[pile.market()] += before - path.level()[s][i];
            }
            for (int m = 0; m < markets; m++) {
                left[m] += path.arrived()[m][i] + path.outside()[m][i] - path.disposed()[m][i];
                assertThat(left[m]).as("market %s, month %s", m, i).isCloseTo(0, within(1e-4));
            }
        }
        assertThat(moved).isTrue();
    }

    @Test
    void whatIsSentMustArriveAfterItsVoyage() {
        MonthlyStress.Answer answer = StressRuns.run(world());
        StressPath path = answer.path().orElseThrow();
        int m = answer.calm().balance().markets().find(1, 0);
        for (int i = 1; i < answer.clock().months(); i++) {
            assertThat(path.arrived()[m][i]).isCloseTo(path.flow()[0][i - 1] + path.flow()[1][i], within(1e-6));
        }
    }
}
