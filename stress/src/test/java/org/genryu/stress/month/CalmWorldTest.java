package org.genryu.stress.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// Stocks of the calm world. Rung: by hand.
class CalmWorldTest {
    private static final String HEAP =
            "store,place,commodity,kind,capacity,level,final_level\nheap,town,good,commercial,400,300,300";

    /// A base year often says that its stocks did not change, and nothing of later years.
    private static final String FIRST_YEAR_STANDS = """
            table,id,column,period,value
            stores,heap,min_level,2027,300
            stores,heap,capacity,2027,300""";

    private static TextCase town(String series) {
        TextCase town = StressRuns.town(HEAP, StressRuns.ban(6, "foresight: 0\n"));
        return series.isEmpty() ? town : town.table("series", series);
    }

    @Test
    void aStockThatStandsInItsFirstYearAloneMustStandInAll() {
        SupplyCase still = CalmWorld.keepingStocks(
                CaseResolver.resolve(town(FIRST_YEAR_STANDS).file())
                        .clean()
                        .orElseThrow()
                        .supply());
        for (int t = 0; t < still.periods().count(); t++) {
            assertThat(still.stock().levels().least().at(0, t)).isEqualTo(300);
            assertThat(still.stock().levels().capacity().at(0, t)).isEqualTo(300);
        }
        assertThat(CalmWorld.keepingStocks(still)).as("stands already").isSameAs(still);
    }

    /// What a town holds out with is what it has, whatever its case says of the base year.
    @Test
    void theBaseYearsStockMustNotDecideWhatIsThereLater() {
        TextCase plain = town("").scenario(
                        "cut",
                        "start: 2028-01\nmonths: 12\nforesight: 0\nevents:\n"
                                + "  - ban: {from: CN, start: 2028-01, months: 6}\n");
        TextCase pinned = town(FIRST_YEAR_STANDS)
                .scenario(
                        "cut",
                        "start: 2028-01\nmonths: 12\nforesight: 0\nevents:\n"
                                + "  - ban: {from: CN, start: 2028-01, months: 6}\n");
        double[] held = StressRuns.path(plain).served()[0];
        assertThat(held[2]).isCloseTo(100, within(1e-6));
        assertThat(held[3]).isCloseTo(0, within(1e-6));
        assertThat(StressRuns.path(pinned).served()[0]).containsExactly(held, within(1e-6));
    }
}
