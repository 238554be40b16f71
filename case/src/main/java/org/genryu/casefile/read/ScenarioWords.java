package org.genryu.casefile.read;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.IndexedTable;
import org.genryu.casefile.schema.ActionShapes.Key;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.casefile.schema.PlainNumbers;
import org.genryu.core.Text;
import org.genryu.geo.SeaNetwork;

/// Checks the words of an event or measure against the case: are there such places, commodities, straits, processes,
/// and is a number one?
final class ScenarioWords {
    private final Map<String, IndexedTable> tables;
    private final LiteralCells literals;
    private final CaseFindings faults;
    private final Set<String> straits = new TreeSet<>();
    private final Set<String> places = new TreeSet<>();
    /// Names of places and commodities in both languages, with the id of each.
    private final Map<String, String> called = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    /// Fractions are seldom larger.
    private static final CaseSchema.Range USUAL = new CaseSchema.Range(-1, true, 2, true);

    ScenarioWords(
            Map<String, IndexedTable> tables,
            Map<String, CaseTable> typed,
            LiteralCells literals,
            CaseFindings faults) {
        this.tables = tables;
        this.literals = literals;
        this.faults = faults;
        straits.addAll(Objects.requireNonNull(tables.get("straits")).names().all());
        SeaNetwork.world().straits().forEach(strait -> straits.add(strait.id()));
        places.addAll(Objects.requireNonNull(tables.get("places")).names().all());
        places.addAll(List.of(Objects.requireNonNull(typed.get("places")).words("country")));
        for (String table : List.of("commodities", "places")) {
            IndexedTable keyed = Objects.requireNonNull(tables.get(table));
            for (int row = 0; row < keyed.raw().rows(); row++) {
                for (String name : List.of("name_en", "name_ja")) {
                    called.put(
                            keyed.text(row, name),
                            keyed.text(row, keyed.spec().key().getFirst()));
                }
            }
        }
        called.remove("");
    }

    /// The thing that is called so, or those whose ids look alike.
    private Optional<Text> meant(String word, Supplier<? extends Collection<String>> ids) {
        return called.containsKey(word)
                ? CaseFindings.meant(List.of(called.getOrDefault(word, "")))
                : faults.near(word, ids);
    }

    /// @param action all words of the action, which say in what its numbers are counted
    /// @param numbers takes the number of a number key
    void check(
            Key key,
            CaseFindings.Where where,
            List<String> words,
            Map<String, List<String>> action,
            Map<String, Double> numbers) {
        for (String word : words) {
            switch (key.kind()) {
                case PLACES -> place(where, key.name(), word);
                case GOODS -> goods(where, key.name(), word);
                case STRAITS -> strait(where, key.name(), word);
                case PROCESSES -> id(where, key.name(), word, "processes");
                case ROUTES -> id(where, key.name(), word, "routes");
                case DEMANDS -> id(where, key.name(), word, "demands");
                case NUMBER -> number(key, where, word, action, numbers);
                case PERIOD -> faults.date(where, key.name(), word);
                case WORDS, TEXT -> {}
            }
        }
    }

    private void number(
            Key key,
            CaseFindings.Where where,
            String word,
            Map<String, List<String>> action,
            Map<String, Double> numbers) {
        double value = literals.read(where, word, literals.filled(key.unit(), action), faults);
        if (Double.isNaN(value)) {
            return;
        }
        if (!key.range().holds(value)) {
            boolean percent = key.unit().equals("fraction") && value > 1 && value <= 100;
            faults.outOfRange(
                    where,
                    key.name(),
                    Text.same(word),
                    key.range().broken(value),
                    percent ? Optional.of(CaseFindings.percent(word)) : Optional.empty());
            return;
        }
        if (key.unit().equals("fraction") && !USUAL.holds(value)) {
            String percent = PlainNumbers.write(value);
            faults.unusual(where, key.name(), Text.same(word), USUAL, Optional.of(CaseFindings.percent(percent)));
        }
        numbers.put(key.name(), value);
    }

    void id(CaseFindings.Where where, String key, String word, String name) {
        IndexedTable table = Objects.requireNonNull(tables.get(name));
        if (table.row(word) < 0) {
            faults.missingReference(where, key, word, table.spec().thing(), meant(word, table::ids));
        }
    }

    /// A strait of the case or of the sea network.
    private void strait(CaseFindings.Where where, String key, String word) {
        IndexedTable own = Objects.requireNonNull(tables.get("straits"));
        if (!straits.contains(word)) {
            faults.missingReference(where, key, word, own.spec().thing(), faults.near(word, straits));
        }
    }

    private void place(CaseFindings.Where where, String key, String word) {
        if (!word.equals("*") && !places.contains(word)) {
            faults.missingReference(
                    where,
                    key,
                    word,
                    new Text("place or country of the case", "ケース内の地点または国"),
                    meant(word, () -> places).or(() -> faults.country(word, places::contains)));
        }
    }

    private void goods(CaseFindings.Where where, String key, String word) {
        if (word.equals("*")) {
            return;
        }
        if (!word.startsWith("group:")) {
            id(where, key, word, "commodities");
        } else if (!literals.groups().contains(word.substring(6))) {
            List<String> known =
                    literals.groups().stream().map(g -> "group:" + g).toList();
            faults.missingReference(
                    where, key, word, new Text("group of commodities", "品目群"), faults.near(word, known));
        }
    }
}
