package org.genryu.stress.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.resolve.UncertainCell;
import org.genryu.core.DataTable;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// What is not sure of how fast things answer. Rung: identity.
class ResponseRangesTest {
    private static TextCase town(String users) {
        return TextCase.years(2027, 2028)
                .table("places", "place,kind,country\ntown,country,JP")
                .table("commodities", "commodity,unit\ngood,t")
                .table("responses", "response,subject,users\nkeep,stock," + users);
    }

    @Test
    void theMeanOfEveryBuiltInRangeMustBeTheNumberThatHoldsWithoutDraws() {
        Map<String, Double> numbers = new HashMap<>();
        for (NamedCsvRecord row : DataTable.rows(ShortRun.class, "responses.csv")) {
            for (ShortRun.Word word : ShortRun.Word.values()) {
                String text = row.getField(word.column());
                if (!text.isEmpty()) {
                    numbers.put(
                            ResponseRanges.key(row.getField("subject"), row.getField("stage"), word.column()),
                            Double.parseDouble(text));
                }
            }
        }
        Map<String, UncertainCell> ranges = ResponseRanges.builtIn();
        assertThat(ranges).hasSizeGreaterThan(20);
        ranges.forEach((key, cell) -> {
            assertThat(numbers).containsKey(key);
            assertThat(cell.amount().central()).as(key).isCloseTo(numbers.get(key), within(1e-12));
            assertThat(cell.amount().quantile(1e-9)).as(key).isGreaterThan(0);
        });
    }

    @Test
    void whereNothingWasFittedOnlyTheCaseItselfMustSayWhatIsNotSure() {
        CaseFile sure = town("15").file();
        assertThat(ResponseRanges.of(sure, false)).isEmpty();
        assertThat(ResponseRanges.of(sure, true))
                .hasSameSizeAs(ResponseRanges.builtIn().values());
        List<UncertainCell> own = ResponseRanges.of(town("10..20").file(), false);
        assertThat(own).hasSize(1);
        assertThat(own.getFirst().table()).isEqualTo("responses");
        assertThat(own.getFirst().id()).isEqualTo("keep");
        assertThat(own.getFirst().column()).isEqualTo("users");
    }
}
