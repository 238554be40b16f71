package org.genryu.casefile.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.casefile.schema.CaseSchema.ColumnSpec;
import org.genryu.casefile.schema.CaseSchema.TableSpec;
import org.genryu.casefile.schema.NameSpelling;
import org.genryu.core.Finding.Place;
import org.genryu.core.Text;
import org.genryu.core.name.TotalRows;

/// The tables of a case as they come in, from files or sheets: each under the name by which the schema knows it, with
/// the schema's names on its columns.
///
/// A name that was surely meant is taken, with a note. A table that looks like one that is missing, by its name or by
/// its columns, is an error: left out it would silently count for nothing. What belongs to no table is left beside the
/// case, and what is wrong inside of it is nobody's business.
final class TableShelf {
    /// Columns that say nothing about which table it is.
    private static final Set<String> COMMON = Set.of("source", "note", "label");

    private final CaseFindings faults;
    private final Map<String, Text> known = new LinkedHashMap<>();
    private final Set<String> there = new HashSet<>();
    private final Map<String, RawTable> tables = new TreeMap<>();
    private final Map<String, String> places = new TreeMap<>();

    /// @param names of all files or sheets that may be tables
    TableShelf(Collection<String> names, CaseFindings faults) {
        this.faults = faults;
        for (TableSpec spec : CaseSchema.current().tables().values()) {
            known.put(spec.name(), new Text(spec.thing().en(), spec.thing().ja()));
        }
        names.forEach(name -> spec(name).ifPresent(spec -> there.add(spec.name())));
    }

    /// The table that the name surely means.
    Optional<TableSpec> spec(String name) {
        return NameSpelling.same(name, known.keySet())
                .flatMap(same -> CaseSchema.current().table(same.name()));
    }

    /// Whether a first row is a title above the column names: of all its cells one is filled, and that names no
    /// column.
    static boolean isTitle(List<String> row, Optional<TableSpec> spec) {
        List<String> filled =
                row.stream().filter(cell -> !NameSpelling.plain(cell).isEmpty()).toList();
        return spec.isPresent()
                && filled.size() == 1
                && NameSpelling.same(filled.getFirst(), spec.get().columns().keySet())
                        .isEmpty()
                && (row.size() > 1 || filled.getFirst().matches("[^,;|\\t]* [^,;|\\t]*"));
    }

    /// Whether the name is that of a table, or may have been meant so.
    boolean isLikely(String name) {
        return !(NameSpelling.of(name, known, Set.of()) instanceof NameSpelling.Unlike);
    }

    Map<String, RawTable> tables() {
        return tables;
    }

    /// @param place file or sheet
    /// @param table empty if it could not be read
    /// @param own what was found while it was read
    void put(String place, String name, Optional<RawTable> table, CaseFindings own) {
        Optional<TableSpec> spec = spec(name);
        if (spec.isEmpty()) {
            stranger(place, name, table, own);
            return;
        }
        String right = spec.get().name();
        faults.addAll(own);
        if (table.isEmpty()) {
            return;
        }
        if (places.containsKey(right)) {
            faults.doubleTable(Place.of(place), right, places.getOrDefault(right, ""));
            return;
        }
        if (!right.equals(name)) {
            faults.readAs(Place.of(place), new Text("table", "表"), name, right);
        }
        places.put(right, place);
        tables.put(right, headed(table.get(), spec.get()));
    }

    /// The table with the schema's names on its columns and without columns that hold nothing at all.
    private RawTable headed(RawTable table, TableSpec spec) {
        List<String> head = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        for (int column = 0; column < table.width(); column++) {
            String written = table.head().get(column);
            if (NameSpelling.plain(written).isEmpty() && table.blank(column)) {
                continue;
            }
            kept.add(column);
            Optional<NameSpelling.Same> same =
                    NameSpelling.same(written, spec.columns().keySet());
            same.filter(meant -> !meant.exact()).ifPresent(meant -> {
                Place place = new Place(table.file(), table.headLine(), meant.name());
                faults.readAs(place, new Text("column", "列"), written, meant.name());
            });
            head.add(same.map(NameSpelling.Same::name).orElse(written));
        }
        RawTable named = table.as(spec.name(), head, kept);
        return named.without(noRows(named, spec));
    }

    /// Rows that are no row of the table and are told so: the units below the head, the total below all. Both have
    /// nothing but their name and cells in columns of numbers.
    private Set<Integer> noRows(RawTable table, TableSpec spec) {
        Set<Integer> found = new HashSet<>();
        Optional<Integer> key = spec.key().stream().findFirst().flatMap(table::column);
        for (int row = 0; row < table.rows() && key.isPresent(); row++) {
            String id = table.trimmed(row, key.get());
            boolean units = row == 0 && id.isEmpty() && holdsUnits(table, spec);
            if ((units || TotalRows.isNamed(id)) && holdsNumbersOnly(table, row, key.get(), spec)) {
                Place place =
                        new Place(table.file(), table.line(row), table.head().get(key.get()));
                if (units) {
                    faults.unitsRow(place);
                } else {
                    faults.totalRow(place, id);
                }
                found.add(row);
            }
        }
        return found;
    }

    /// Whether there is a number in the row, and nothing else but in the column of its key.
    private static boolean holdsNumbersOnly(RawTable table, int row, int key, TableSpec spec) {
        int numbers = 0;
        for (int column = 0; column < table.width(); column++) {
            if (column != key && !table.blank(row, column)) {
                boolean number = spec.column(table.head().get(column))
                        .filter(known -> known.kind() == CaseSchema.Kind.NUMBER)
                        .isPresent();
                if (!number) {
                    return false;
                }
                numbers++;
            }
        }
        return numbers > 0;
    }

    /// Whether the first row has words and no digit in columns of numbers.
    private static boolean holdsUnits(RawTable table, TableSpec spec) {
        List<String> cells = spec.columns().values().stream()
                .filter(column -> column.kind() == CaseSchema.Kind.NUMBER)
                .flatMap(column -> table.column(column.name()).stream())
                .map(column -> table.trimmed(0, column))
                .filter(cell -> !cell.isEmpty())
                .toList();
        return !cells.isEmpty()
                && cells.stream()
                        .allMatch(cell -> cell.matches("[^0-9]*(m[23])?[^0-9]*") && cell.matches(".*\\p{L}.*|%"));
    }

    private void stranger(String place, String name, Optional<RawTable> table, CaseFindings own) {
        List<String> meant = meant(name, table);
        if (!meant.isEmpty()) {
            faults.addAll(own);
            faults.misspeltTable(place, name, CaseFindings.meant(meant).orElseThrow());
            return;
        }
        if (table.isPresent() && own.errors() == 0) {
            tables.putIfAbsent(name, table.get());
            faults.unknownTable(place, name, namesThings(table.get()));
        } else {
            faults.leftAlone(place);
        }
    }

    /// Missing tables that this one may be: near by name and with a column in common (or unread), or with all
    /// columns that the table must have.
    private List<String> meant(String name, Optional<RawTable> table) {
        List<String> near = NameSpelling.of(name, known, there) instanceof NameSpelling.Near(List<String> names)
                ? names
                : List.of();
        List<String> byName = near.stream()
                .filter(known -> table.map(t -> shares(t, CaseSchema.current().get(known)))
                        .orElse(true))
                .toList();
        if (!byName.isEmpty() || table.isEmpty()) {
            return byName;
        }
        return CaseSchema.current().tables().values().stream()
                .filter(spec -> !there.contains(spec.name()) && hasAllOf(table.get(), spec))
                .map(TableSpec::name)
                .toList();
    }

    private static boolean shares(RawTable table, TableSpec spec) {
        return table.head().stream()
                .flatMap(column -> NameSpelling.same(column, spec.columns().keySet()).stream())
                .anyMatch(same -> !COMMON.contains(same.name()));
    }

    private static boolean hasAllOf(RawTable table, TableSpec spec) {
        List<String> plain = table.head().stream().map(NameSpelling::plain).toList();
        List<String> required = spec.columns().values().stream()
                .filter(ColumnSpec::required)
                .map(column -> NameSpelling.plain(column.name()))
                .toList();
        return required.size() > 1 && plain.containsAll(required);
    }

    /// Whether it has a column by which a table of a case names its rows.
    private static boolean namesThings(RawTable table) {
        List<String> plain = table.head().stream().map(NameSpelling::plain).toList();
        return CaseSchema.current().tables().values().stream()
                .flatMap(spec -> spec.key().stream().limit(1))
                .anyMatch(key -> plain.contains(NameSpelling.plain(key)));
    }
}
