package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who pays, what it costs and who keeps the rest, in `indicators.csv`. Rung: by hand.
class HandAccountsTest {
    @TempDir
    private Path folder;

    private static TextCase market(int last, String processes, String demands) {
        return TextCase.years(2025, last)
                .header("home", "[JP]")
                .table("places", "place,kind,country\nhere,country,JP")
                .table("commodities", "commodity,unit\ngas,t")
                .table("recipes", "recipe,commodity,amount\nwell,gas,1")
                .table("processes", processes)
                .table("demands", demands);
    }

    /// @param tolerance relative to the payments
    private static void accountMustBe(HandWorld world, double tolerance, double... sums) {
        String[] names = {
            "payments", "costs", "rents", "residual", "shortage_costs", "consumer_surplus", "welfare", "objective"
        };
        double size = Math.abs(sums[0]);
        for (int i = 0; i < names.length; i++) {
            assertThat(world.indicator(names[i], "all", "all"))
                    .as(names[i])
                    .isCloseTo(sums[i], within(tolerance * size));
        }
        double payments = world.indicator("payments", "all", "all");
        assertThat(world.indicator("costs", "all", "all")
                        + world.indicator("rents", "all", "all")
                        + world.indicator("residual", "all", "all"))
                .isCloseTo(payments, within(1e-9 * size));
        assertThat(world.indicator("consumer_surplus", "all", "all")
                        + world.indicator("rents", "all", "all")
                        + world.indicator("tariffs", "all", "all"))
                .isCloseTo(world.indicator("welfare", "all", "all"), within(1e-9 * size));
        assertThat(world.indicator("country_profit", "JP", "all"))
                .isCloseTo(world.indicator("rents", "all", "all"), within(1e-9 * size));
        assertThat(world.indicator("zero_profit", "all", "all")).isLessThan(1e-9);
    }

    /// Half of a well of 8 a year at a cost of 2 fails from July. Heat pays P = 20 - q, a factory wants 3 and pays
    /// 14.
    ///
    /// | half year | price | heat | factory | payments | short | area of heat |
    /// | --- | --- | --- | --- | --- | --- | --- |
    /// | first, 4 | 14 | 3 | 1 | 56 | .5 | ½·6 (20 + 14)/2 = 51 |
    /// | second, 2 | 16 | 2 | 0 | 32 | 1.5 | ½·4 (20 + 16)/2 = 36 |
    ///
    /// The factory gains nothing; heat 51 - 42 + 36 - 32 = 13.
    @Test
    void anEventOfHalfAYearMustPayItsOwnPrices() throws IOException {
        TextCase cases = market(2025, """
                        process,place,recipe,status,capacity,cost,owner
                        field,here,well,operating,8,2,firm""", """
                        demand,place,use,commodity,amount,shortage_cost,price,elasticity,curve
                        heat,here,heat,gas,10,,10,-1,linear
                        factory,here,works,gas,3,14,,,""")
                .scenario(
                        "half",
                        "id: half\nevents:\n  - outage: {processes: field, loss: 0.5, start: 2025-07, months: 6}\n");
        HandWorld world = new HandWorld(folder, cases, "--scenario", "half", "--uncalibrated");
        accountMustBe(world, 1e-9, 88, 12, 76, 0, 28, 13, 89, 12 + 28 - 87);
        assertThat(world.indicator("owner_profit", "firm", "all")).isCloseTo(76, within(1e-7));
    }

    /// 6 wanted in 2025, 12 in 2026, a well of 10 at 2, one unit in store; a unit held costs 1 a year and a tenth
    /// of it is lost.
    ///
    ///     2/.9 = 2.2222 held, 7.2222 made at 2; a unit of 2026 is worth (2 + 1)/.9 = 3.3333
    ///
    /// Payments 6·2 + 12·3.3333 = 52; costs 2·17.2222 + 2.2222; the well earns 10·1.3333, the unit in store 2.
    /// Users gain 6·(50 - 2) + 12·(50 - 3.3333).
    @Test
    void aStoreMustEarnWhatLayInItAndNoMore() throws IOException {
        TextCase cases = market(2026, """
                        process,place,recipe,status,capacity,cost,owner
                        field,here,well,operating,10,2,firm""", """
                        demand,place,use,commodity,amount,shortage_cost
                        heat,here,heat,gas,6,50""")
                .table("series", "table,id,column,period,value\ndemands,heat,amount,2026,12")
                .table("stores", """
                        store,place,commodity,kind,capacity,level,cost,loss,owner
                        tank,here,gas,commercial,10,1,1,0.1,trader""");
        HandWorld world = new HandWorld(folder, cases);
        double costs = 2 * (10 + 65 / 9.0) + 20 / 9.0;
        double surplus = 6 * 48 + 12 * (50 - 10 / 3.0);
        accountMustBe(world, 1e-9, 52, costs, 52 - costs, 0, 0, surplus, surplus + 52 - costs, costs);
        assertThat(world.indicator("owner_profit", "firm", "all")).isCloseTo(40 / 3.0, within(1e-7));
        assertThat(world.indicator("owner_profit", "trader", "all")).isCloseTo(2, within(1e-7));
    }

    /// Fitted to 60 of use at 80 from a mine of cost 20 (supply elasticity .5 at once, demand -.2):
    ///
    ///     MC(x) = 20 below x = 30, 80 (x/60)² above          P(q) = 80 (q/q̄)^-5
    ///
    /// then q̄ = 61.2: p = 80·1.02^(1/.7), x = 60 (p/80)^.5. Units worth more than 8000 count 8000.
    @Test
    void anEditOfAFittedCaseMustPayAlongItsCurves() throws IOException {
        TextCase cases = market(2025, """
                        process,place,recipe,status,capacity,cost,observed,owner
                        mine,here,well,operating,100,20,60,firm""", """
                        demand,place,use,commodity,amount,price,elasticity,curve
                        heat,here,heat,gas,60,80,-0.2,isoelastic""")
                .table("prices", "place,commodity,price\nhere,gas,80")
                .scenario(
                        "more",
                        "id: more\nevents:\n  - surge: {demands: heat, factor: 1.02, start: 2025-01, months: 12}\n");
        for (double factor : new double[] {1, 1.02}) {
            HandWorld world = factor == 1
                    ? new HandWorld(folder.resolve("base"), cases)
                    : new HandWorld(folder.resolve("more"), cases, "--scenario", "more");
            double price = 80 * Math.pow(factor, 1 / 0.7);
            double x = 60 * Math.sqrt(price / 80);
            double costs = 20 * 30 + 80 / 3600.0 * (x * x * x - 30 * 30 * 30) / 3;
            double wanted = 60 * factor;
            double first = wanted * Math.pow(100, -0.2);
            double area = 8000 * first + 20 * wanted * (Math.pow(wanted / first, 4) - Math.pow(wanted / x, 4));
            double payments = price * x;
            accountMustBe(
                    world, 1e-6, payments, costs, payments - costs, 0, 0, area - payments, area - costs, costs - area);
        }
    }
}
