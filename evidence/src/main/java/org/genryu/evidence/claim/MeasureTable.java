package org.genryu.evidence.claim;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.genryu.core.DataTable;
import org.genryu.core.Text;
import org.genryu.core.number.Units;
import org.genryu.evidence.amount.AmountBasis;
import org.genryu.evidence.amount.Quantity;

/// What can be measured, in which kinds of units, and by which words a text says that it is; kept as data.
final class MeasureTable {
    /// @param units kinds of units in which it is measured
    /// @param words in both languages, in small letters
    /// @param subjects kinds of things of which it is said, the likeliest first
    record Measure(String id, Set<String> units, List<String> words, List<String> subjects, Text name) {}

    /// A word of a measure where it stands.
    record Spoken(Measure measure, int from, int to) {}

    private final List<Measure> measures = new ArrayList<>();

    MeasureTable() {
        for (NamedCsvRecord row : DataTable.rows(MeasureTable.class, "measures.csv")) {
            List<String> words = new ArrayList<>(DataTable.parts(row.getField("words_ja")));
            DataTable.parts(row.getField("words_en")).forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
            measures.add(new Measure(
                    row.getField("measure"),
                    Set.copyOf(DataTable.parts(row.getField("units"))),
                    words,
                    DataTable.parts(row.getField("subjects")),
                    new Text(row.getField("name_en"), row.getField("name_ja"))));
        }
    }

    Optional<Measure> measure(String id) {
        return measures.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// The measures that fit the kinds of units of an amount and are spoken of in a stretch, each where its words
    /// stand.
    List<Spoken> spoken(String text, int from, int to, Set<String> kinds) {
        String folded = text.substring(from, to).toLowerCase(Locale.ROOT);
        List<Spoken> found = new ArrayList<>();
        for (Measure measure : measures) {
            if (measure.units().stream().noneMatch(kinds::contains)) {
                continue;
            }
            for (String word : measure.words()) {
                for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
                    if (isWhole(folded, at, word)) {
                        found.add(new Spoken(measure, from + at, from + at + word.length()));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isWhole(String text, int at, String word) {
        if (word.charAt(0) > 0x250) {
            return true;
        }
        int end = at + word.length();
        return (at == 0 || !Character.isLetter(text.charAt(at - 1)) || text.charAt(at - 1) > 0x250)
                && (end == text.length()
                        || !Character.isLetter(text.charAt(end))
                        || text.charAt(end) > 0x250
                        || text.charAt(end) == 's');
    }

    /// The kind of its unit, as the table names it; empty for one that no measure has.
    static String kind(Quantity quantity) {
        String unit = quantity.unit();
        int slash = unit.indexOf('/');
        String above = slash < 0 ? unit : unit.substring(0, slash);
        String below = slash < 0 ? "" : unit.substring(slash + 1);
        boolean time = below.matches("yr|month|week|d|h");
        if (Units.currencyCode(above).isPresent() && above.length() == 3) {
            return below.isEmpty() || time ? "money" : "price";
        }
        return switch (above) {
            case "%" -> "share";
            case "1" -> quantity.basis() == AmountBasis.RATIO ? "ratio" : "";
            case "t", "kg", "lb", "ozt" -> below.isEmpty() ? "mass" : time ? "massrate" : "";
            case "bbl", "m3", "cf", "L" -> below.isEmpty() ? "mass" : time ? "massrate" : "";
            case "m", "ft", "mi", "nm" -> below.isEmpty() ? "length" : "";
            case "yr", "month", "week", "d" -> "time";
            case "W" -> "power";
            case "person", "country", "company", "kind", "element", "site", "ship", "unit", "item" -> "count";
            default -> "";
        };
    }
}
