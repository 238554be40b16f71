package org.genryu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.core.ProgressReport;
import org.genryu.results.RunResult;
import org.genryu.testkit.TextCase;
import org.genryu.value.world.CaseProject;
import org.genryu.value.world.CaseProjects;
import org.junit.jupiter.api.Test;

/// The chain carries its prices into the term sheets of the case. Rung: by hand.
class ProjectsOfRunTest {
    /// A tonne a month over three years at the price in Japan, no tax, no inflation.
    private static final String SHEET = """
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
              ore-price: {model: flat, of: ore@JP, start: 11 USD/t}
            """;

    /// Σ_{m=1..12} 1.1^(-m/12).
    private static final double YEAR = (1 - 1 / 1.1) / (Math.pow(1.1, 1 / 12.0) - 1);

    /// Japan takes what is cheaper: of China at 9, else of Australia at 16.
    private static TextCase world() {
        return TextCase.years(2026, 2028)
                .table("places", "place,kind,country\nAU,country,AU\nCN,country,CN\nJP,country,JP")
                .table("commodities", "commodity,unit,stage,group\nore,t,ore,stone")
                .table("recipes", "recipe,commodity,amount\ndig,ore,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost
                        pit,AU,dig,operating,1000,16
                        cheap,CN,dig,operating,1000,9""")
                .table("routes", "route,from,to,commodity,cost\nau-jp,AU,JP,ore,0\ncn-jp,CN,JP,ore,0")
                .table("demands", "demand,place,use,commodity,amount\nneed,JP,tools,ore,48")
                .project("pit-project", SHEET)
                .scenario("stop", """
                        id: stop
                        title: {en: stop, ja: 停止}
                        events:
                          - ban: {from: CN, to: [JP], commodities: [ore], start: 2027-01, months: 12, leak: 0}
                        """);
    }

    private static RunResult run(RunOptions options) {
        return Study.answer(world().file(), List.of(), options, "test", ProgressReport.SILENT)
                .value()
                .orElseThrow();
    }

    private static double npv(RunResult run) {
        List<CaseProject> all = run.projects().all();
        assertThat(all).hasSize(1);
        return all.getFirst().run().orElseThrow().anew().npv();
    }

    @Test
    void aBanMustRaiseTheValueOfTheProjectByTheHandComputedAmount() {
        RunOptions valued =
                RunOptions.BASE.with(RunOptions.BASE.options().uncalibrated()).withProjects();
        double base = npv(run(valued));
        assertThat(base).isCloseTo(YEAR * 9 * (1 + 1 / 1.1 + 1 / 1.21), within(1e-9));
        assertThat(npv(run(valued.in("stop"))) - base).isCloseTo(YEAR * 7 / 1.1, within(1e-9));
    }

    @Test
    void projectsMustBeValuedOnlyWhereTheyAreAskedFor() {
        assertThat(run(RunOptions.BASE).projects()).isEqualTo(CaseProjects.NONE);
        assertThat(RunOptions.BASE.withProjects().in("stop").againstBase().valued())
                .isTrue();
    }
}
