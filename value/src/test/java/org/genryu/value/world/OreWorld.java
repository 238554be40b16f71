package org.genryu.value.world;

import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Outcome;
import org.genryu.core.number.Money;
import org.genryu.testkit.TextCase;
import org.genryu.value.project.Project;

/// One mine without limit that costs 10, 12 and 14 a tonne in 2026, 2027 and 2028, so that these are the prices, and a
/// project in it.
final class OreWorld {
    /// 12 t a year, nothing to build, nothing to pay, no inflation: a tonne a month at its price.
    static final String SHEET = """
            id: pit-project
            currency: USD
            price_year: 2025
            valuation_date: 2026-01
            process: pit
            rates: {discount: 10 %, riskless: 4 %, inflation: 0 %, timing: end}
            schedule: {build: 0 months, operate: 3 years}
            capex: {items: [{item: pit, amount: 0}]}
            products:
              - {product: ore, amount: 12 t/yr, price: ore-price}
            prices:
              ore-price: {model: flat, start: 11 USD/t}
            """;

    /// Σ_{m=1..12} 1.1^(-m/12), by the sum of a geometric row.
    static final double YEAR = (1 - 1 / 1.1) / (Math.pow(1.1, 1 / 12.0) - 1);

    private OreWorld() {}

    static TextCase world() {
        return TextCase.years(2026, 2028)
                .header("home", "[JP]")
                .table("places", "place,kind,country\nAU,country,AU\nJP,country,JP")
                .table("commodities", "commodity,unit,stage,group\nore,t,ore,stone\nslag,t,ore,stone")
                .table("recipes", "recipe,commodity,amount\ndig,ore,1\nmelt,slag,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        pit,AU,dig,operating,1000,10
                        melter,AU,melt,operating,1000,1""")
                .table("series", """
                        table,id,column,period,value
                        processes,pit,cost,2027,12
                        processes,pit,cost,2028,14""")
                .table("routes", "route,from,to,commodity,cost\nau-jp,AU,JP,ore,0")
                .table("demands", "demand,place,use,commodity,amount\nneed,JP,tools,ore,48");
    }

    static Balance balance(SupplyCase supply) {
        BalanceResult result = Balancer.balance(supply, BalanceOptions.DEFAULT.uncalibrated());
        return result instanceof BalanceResult.Balanced(Balance balance, var _) ? balance : fail(result);
    }

    private static Balance fail(BalanceResult result) {
        throw new AssertionError("no balance: " + result);
    }

    static Project project(String yaml) {
        Outcome<Project> read = Project.read("projects/pit-project.yaml", yaml);
        return read.clean().orElseThrow(() -> new AssertionError(read.findings()));
    }

    static Outcome<ProjectLink> link(String yaml, TextCase world) {
        var header = world.file().header();
        Money counted = new Money(header.currency(), header.priceYear());
        return ProjectLink.of(
                "projects/pit-project.yaml",
                project(yaml),
                world.supply(),
                header.exchange().into(counted));
    }

    static CaseProject valued(String yaml, TextCase world) {
        CaseProjects all = CaseProjects.of(world.project("pit-project", yaml).file(), balance(world.supply()));
        if (all.all().size() != 1) {
            throw new AssertionError(all.findings());
        }
        return all.all().getFirst();
    }
}
