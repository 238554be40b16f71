package org.genryu.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Rung: by hand.
class ResolverTest {
    private static final String HEADER =
            "id: two\ncurrency: USD\nprice_year: 2025\nperiods: {first: 2025, last: 2027, step: year}\n";

    static CaseFile read(Map<String, String> files) {
        var read = CaseReader.readText(files);
        assertThat(read.findings()).isEmpty();
        return read.value().orElseThrow();
    }

    @Test
    void growthSeriesAndChangesMustActInThisOrder() {
        CaseFile file = read(Map.of(
                "case.yaml",
                HEADER,
                "places.csv",
                "place\ntown\n",
                "commodities.csv",
                "commodity\nore\n",
                "demands.csv",
                "demand,place,commodity,amount,growth\nd,town,ore,100,10 %\n",
                "series.csv",
                "table,id,column,period,value\ndemands,d,amount,2026,50\n",
                "changes.csv",
                "table,id,column,from,until,op,value\ndemands,d,amount,2026,,multiply,2\n"));
        Resolved resolved = Resolver.resolve(file, Optional.empty()).clean().orElseThrow();
        Grid amount = resolved.supply().use().demands().amount();
        assertThat(amount.at(0, 0)).isEqualTo(100);
        assertThat(amount.at(0, 1)).isEqualTo(100);
        assertThat(amount.at(0, 2)).isEqualTo(100 * Math.pow(1.1, 2) * 2);
        assertThat(resolved.log()).hasSize(2);
    }
}
