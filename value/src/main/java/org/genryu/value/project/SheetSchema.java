package org.genryu.value.project;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.genryu.casefile.schema.CaseSchema.Range;
import org.genryu.core.DataTable;
import org.genryu.core.Text;

/// What may stand in a term sheet: every key with kind, unit, default, range and meaning, read from `sheet.csv` beside
/// this class. Reading, checking and the reference page all come from here.
///
/// Units may hold `{currency}` (of the sheet) and `{unit}` (of the product or price that the entry is about).
///
/// @param sections keys by section, such as `finance.loans`; the top of the sheet is the empty name
record SheetSchema(Map<String, Map<String, Key>> sections) {
    /// How the text of a key is read.
    enum Kind {
        ID,
        TITLE,
        TEXT,
        TEXTS,
        WORD,
        CHOICE,
        CURRENCY,
        UNIT,
        YEAR,
        MONTH,
        /// A year or a month.
        PERIOD,
        NUMBER,
        /// A number or one of the classes in `target`.
        CLASS,
        /// Numbers, or one of the classes in `target`.
        RAMPUP,
        NUMBERS,
        /// Words with a number each.
        SHARES,
        /// The name of a price of the sheet, or a number.
        PRICE,
        REFPRODUCT,
        REFLOAN,
        SECTION,
        LIST,
        /// Sections by name.
        MAP,
        /// A list of entries of one key each, whose word names the section.
        SHAPES,
        TRIPLES
    }

    /// @param target words of a choice, classes, shapes; of a section its name in English and Japanese
    /// @param standard default as it would be written; empty if there is none
    record Key(
            String section,
            String name,
            Kind kind,
            List<String> target,
            String unit,
            String standard,
            Range range,
            boolean required,
            Text meaning) {
        /// What an entry of this section is called in messages.
        Text thing() {
            return target.size() == 2 ? new Text(target.getFirst(), target.getLast()) : Text.same(name);
        }

        String path() {
            return section.isEmpty() ? name : section + "." + name;
        }
    }

    private static final class Holder {
        static final SheetSchema SCHEMA = load();
    }

    static SheetSchema current() {
        return Holder.SCHEMA;
    }

    /// The keys of a section that is known to exist.
    Map<String, Key> keys(String section) {
        return Objects.requireNonNull(sections.get(section), section);
    }

    Optional<Key> key(String section, String name) {
        return Optional.ofNullable(keys(section).get(name));
    }

    private static SheetSchema load() {
        Map<String, Map<String, Key>> sections = new LinkedHashMap<>();
        DataTable.rows(SheetSchema.class, "sheet.csv").forEach(row -> {
            Key key = key(row);
            sections.computeIfAbsent(key.section, s -> new LinkedHashMap<>()).put(key.name, key);
        });
        return new SheetSchema(Collections.unmodifiableMap(sections));
    }

    private static Key key(NamedCsvRecord row) {
        String target = row.getField("target");
        return new Key(
                row.getField("section"),
                row.getField("key"),
                Kind.valueOf(row.getField("kind").toUpperCase(Locale.ROOT)),
                target.isEmpty() ? List.of() : List.of(target.split(";")),
                row.getField("unit"),
                row.getField("default"),
                Range.parse(row.getField("range"), row.getField("largest")),
                row.getField("required").equals("yes"),
                new Text(row.getField("meaning_en"), row.getField("meaning_ja")));
    }
}
