package org.genryu.casefile.schema;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.genryu.casefile.schema.CaseSchema.Range;
import org.genryu.core.DataTable;
import org.genryu.core.Text;

/// What may stand in a scenario: the shapes of events and measures and their keys, from `shapes.csv` beside this
/// class. Reading, checking and the reference page come from here. A row of `*` is a key that all may carry, one of
/// the group `measure` or `event` a key of all of these that do not say it themselves.
///
/// @param shapes by name
/// @param common keys that every shape may carry
public record ActionShapes(Map<String, Shape> shapes, Map<String, Key> common) {

    /// How the words of a key are read.
    public enum Kind {
        /// Ids of places or two-letter codes of countries.
        PLACES,
        /// Ids of commodities, `group:<group>` or `*`.
        GOODS,
        STRAITS,
        PROCESSES,
        ROUTES,
        DEMANDS,
        /// Words of the case's own vocabulary.
        WORDS,
        NUMBER,
        PERIOD,
        TEXT
    }

    /// @param word what people call it
    /// @param event whether it happens to us; a measure is what we choose
    /// @param applied whether resolving turns it into changes; a balance does not act on the others, and says so
    /// @param monthly whether it acts by what happens from month to month, so that a stress acts on it
    public record Shape(
            String name,
            Text word,
            boolean event,
            boolean applied,
            boolean monthly,
            Text meaning,
            Map<String, Key> keys) {}

    public record Key(String name, Kind kind, String unit, Range range, boolean required, Text meaning) {}

    private static final class Holder {
        static final ActionShapes SHAPES = load();
    }

    /// The shapes of this version.
    public static ActionShapes current() {
        return Holder.SHAPES;
    }

    /// Names of the events or of the measures.
    public List<String> names(boolean events) {
        return shapes.values().stream()
                .filter(s -> s.event == events)
                .map(Shape::name)
                .toList();
    }

    public Optional<Key> key(Shape shape, String name) {
        return Optional.ofNullable(shape.keys.getOrDefault(name, common.get(name)));
    }

    public List<String> keys(Shape shape) {
        List<String> names = new ArrayList<>(shape.keys.keySet());
        names.addAll(common.keySet());
        return names;
    }

    private static ActionShapes load() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        Map<String, Key> common = new LinkedHashMap<>();
        for (NamedCsvRecord row : DataTable.rows(ActionShapes.class, "shapes.csv")) {
            String name = row.getField("shape");
            Text meaning = new Text(row.getField("meaning_en"), row.getField("meaning_ja"));
            if (row.getField("key").isEmpty()) {
                boolean event = row.getField("group").equals("event");
                boolean applied = row.getField("applied").equals("yes");
                boolean monthly = row.getField("applied").equals("months");
                Text word = new Text(row.getField("word_en"), row.getField("word_ja"));
                shapes.put(name, new Shape(name, word, event, applied, monthly, meaning, new LinkedHashMap<>()));
                continue;
            }
            Key key = new Key(
                    row.getField("key"),
                    Kind.valueOf(row.getField("type").toUpperCase(java.util.Locale.ROOT)),
                    row.getField("unit"),
                    Range.parse(row.getField("range"), row.getField("largest")),
                    row.getField("required").equals("yes"),
                    meaning);
            if (name.equals("*") && !row.getField("group").equals("any")) {
                boolean events = row.getField("group").equals("event");
                shapes.values().stream()
                        .filter(shape -> shape.event == events)
                        .forEach(shape -> shape.keys.putIfAbsent(key.name, key));
            } else {
                (name.equals("*") ? common : Objects.requireNonNull(shapes.get(name)).keys).put(key.name, key);
            }
        }
        return new ActionShapes(Collections.unmodifiableMap(shapes), Collections.unmodifiableMap(common));
    }
}
