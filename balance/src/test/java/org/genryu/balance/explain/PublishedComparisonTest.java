package org.genryu.balance.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.balance.Given;
import org.genryu.balance.explain.PublishedComparison.Row;
import org.genryu.balance.explain.PublishedComparison.Status;
import org.junit.jupiter.api.Test;

/// By hand: two mines of one country and one of another feed one buyer, all amounts known from the plain answer.
class PublishedComparisonTest {
    /// The answer of the solver.
    private static final double SOLVED = 1e-6;

    private static final String WORLD = """
            ## places
            place,kind,country
            cn,country,CN
            cn-port,port,CN
            au,country,AU
            jp,country,JP
            ## commodities
            commodity,unit,stage,group
            oxide,t,oxide,re
            alloy,t,metal,re
            scrap,t,scrap,re
            ## contents
            commodity,element,amount
            oxide,nd,0.5
            alloy,nd,0.8
            ## recipes
            recipe,commodity,amount
            dig,oxide,1
            melt,oxide,-2
            melt,alloy,1
            melt,scrap,0.1
            again,scrap,-1
            again,oxide,0.5
            ## processes
            process,place,recipe,status,capacity,cost
            inland,cn,dig,operating,50,1
            coast,cn-port,dig,operating,10,1
            dear,au,dig,operating,40,9
            smelter,jp,melt,operating,1000,0
            recycler,jp,again,operating,1000,-1
            ## routes
            route,from,to,commodity,cost
            a,cn,jp,oxide,0
            b,cn-port,jp,oxide,0
            c,au,jp,oxide,0
            ## demands
            demand,place,use,commodity,amount,shortage_cost
            motors,jp,motors,alloy,40,
            ## references
            reference,measure,place,from,commodity,stage,without,elements,weight,year,value,tolerance,role
            %s
            """;

    private static Row row(String reference) {
        List<Row> rows = PublishedComparison.of(
                        Given.of(WORLD.formatted("r," + reference)).balance())
                .rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private static double computed(String reference) {
        return row(reference).computed().orElseThrow();
    }

    /// The smelter needs 80 t of oxide: 4 t of scrap give 2 t, China 60 t, Australia the other 18 t.
    @Test
    void productionOfACountryMustSumItsPlaces() {
        assertThat(computed("production,cn,,oxide,,,,,2024,60,0.01,")).isCloseTo(60, within(SOLVED));
        assertThat(computed("production,cn-port,,oxide,,,,,,10,,")).isCloseTo(10, within(SOLVED));
    }

    @Test
    void sharesMustBeOfTheWorldAndLeaveOutWhatIsMadeOfScrap() {
        assertThat(computed("production-share,cn,,oxide,,,,,,0.7,,")).isCloseTo(60.0 / 80, within(SOLVED));
        assertThat(computed("production-share,cn,,oxide,,scrap,,,,0.7,,")).isCloseTo(60.0 / 78, within(SOLVED));
    }

    @Test
    void elementsMustWeighCommoditiesByTheirContent() {
        assertThat(computed("production-share,jp,,group:re,oxide;metal,,nd,,,0.4,,"))
                .isCloseTo((0.5 * 2 + 0.8 * 40) / (0.5 * 80 + 0.8 * 40), within(SOLVED));
    }

    @Test
    void importSharesMustLeaveOutWhatStaysAtHome() {
        assertThat(computed("trade,jp,cn,oxide,,,,,,60,,")).isCloseTo(60, within(SOLVED));
        assertThat(computed("import-share,jp,cn,*,oxide,,,,,0.7,,")).isCloseTo(60.0 / 78, within(SOLVED));
        assertThat(computed("import-share,jp,cn,*,,,,value,,0.7,,")).isCloseTo(60.0 / 78, within(SOLVED));
    }

    @Test
    void blankPlaceMustBeTheWorldAndBlankOriginEverywhere() {
        assertThat(computed("production,,,oxide,,,,,,80,,")).isCloseTo(80, within(SOLVED));
        assertThat(computed("trade,,cn,oxide,,,,,,60,,")).isCloseTo(60, within(SOLVED));
        assertThat(computed("trade,jp,,oxide,,,,,,78,,")).isCloseTo(78, within(SOLVED));
    }

    @Test
    void priceMustBeThatOfThePlace() {
        assertThat(computed("price,jp,,oxide,,,,,,9,,")).isCloseTo(9, within(SOLVED));
    }

    @Test
    void toleranceMustBePointsForSharesAndRelativeForTheRest() {
        assertThat(row("production,cn,,oxide,,,,,,59,0.02,").status()).isEqualTo(Status.INSIDE);
        assertThat(row("production,cn,,oxide,,,,,,59,0.01,").status()).isEqualTo(Status.OUTSIDE);
        assertThat(row("production-share,cn,,oxide,,,,,,0.765,0.02,").status()).isEqualTo(Status.INSIDE);
        assertThat(row("production-share,cn,,oxide,,,,,,0.78,0.02,").status()).isEqualTo(Status.OUTSIDE);
        assertThat(row("production-share,cn,,oxide,,,,,,0.78,0.02,")
                        .difference()
                        .orElseThrow())
                .isCloseTo(-0.03, within(SOLVED));
    }

    @Test
    void whatNobodyMakesMustBeMissingAndNotZero() {
        Row row = row("production-share,cn,,group:re,ore,,,,,0.5,,");
        assertThat(row.status()).isEqualTo(Status.MISSING);
        assertThat(row.computed()).isEmpty();
        assertThat(row.difference()).isEmpty();
    }

    @Test
    void rolesMustBeCountedApart() {
        Given world =
                Given.of(WORLD.formatted("r,production,cn,,oxide,,,,,,60,,fitted\ns,production,au,,oxide,,,,,,9,,"));
        PublishedComparison comparison = PublishedComparison.of(world.balance());
        assertThat(comparison.count(Status.INSIDE, true)).isEqualTo(1);
        assertThat(comparison.count(Status.OUTSIDE, false)).isEqualTo(1);
        assertThat(comparison.count(Status.INSIDE, false)).isZero();
    }
}
