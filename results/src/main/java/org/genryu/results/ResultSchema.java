package org.genryu.results;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.genryu.core.Check;
import org.genryu.core.DataTable;
import org.genryu.core.Text;

/// What may stand in a result: every table and column with type, unit and meaning, and the entries of the tables that
/// name their numbers. Tables, JSON documents, the reference page and headings all come from here and from nowhere
/// else. The twin of [org.genryu.casefile.schema.CaseSchema].
///
/// It is made from `tables.csv`, `columns.csv` and `entries.csv` beside this class. Units may hold the placeholders
/// `{unit}` (the unit of the row's commodity or product), `{activity}` (the unit of the process) and `{currency}` (of
/// the case or the sheet).
///
/// @param tables by name, in the order of the reference page
public record ResultSchema(Map<String, Table> tables) {
    private static final ResultSchema CURRENT = load();

    /// What a cell holds.
    public enum Kind {
        TEXT,
        NUMBER
    }

    /// What a table tells about.
    public enum Room {
        /// A balanced case.
        BALANCE,
        /// A valued project.
        VALUE,
        /// The worst moves of the other side.
        WORST,
        /// The months of a scenario.
        STRESS,
        /// The months of what happened, told again.
        BACKTEST,
        /// Our measures against their moves.
        GAME,
        /// The splits of a game.
        SHARE,
        /// The worth of alliances.
        ALLIANCE,
        /// What is best built and decided within a budget.
        PLAN,
        /// The programme register.
        REGISTER
    }

    /// @param file name of its file; empty for rows that only JSON documents carry
    /// @param thing what its rows are called
    /// @param columns in their order
    /// @param entries of a table that names its numbers, such as the indicators; by name
    public record Table(
            String name,
            Room of,
            Optional<String> file,
            Text thing,
            Text meaning,
            List<Column> columns,
            Map<String, Entry> entries) {
        public Table {
            columns = List.copyOf(columns);
        }

        public List<String> heads() {
            return columns.stream().map(Column::name).toList();
        }

        /// An entry that is known to exist.
        /// @throws IllegalArgumentException if it does not
        public Entry entry(String entry) {
            Entry found = entries.get(entry);
            Check.that(found != null, "Result table '%s' has no entry '%s'.", name, entry);
            return Objects.requireNonNull(found);
        }
    }

    /// @param unit with placeholders; empty for texts
    public record Column(String name, Kind kind, String unit, Text meaning) {}

    /// A number that a table names.
    /// @param subject what it is about, its parts joined by `/`; empty if the table says so
    /// @param unit with placeholders
    public record Entry(String name, String subject, String unit, Text meaning) {}

    public static ResultSchema current() {
        return CURRENT;
    }

    /// A table that is known to exist.
    /// @throws IllegalArgumentException if it does not
    public Table table(String name) {
        Table found = tables.get(name);
        Check.that(found != null, "There is no result table '%s'.", name);
        return Objects.requireNonNull(found);
    }

    /// Those of one room, in order.
    public List<Table> of(Room room) {
        return tables.values().stream().filter(table -> table.of() == room).toList();
    }

    /// Names of the files of one room.
    public List<String> files(Room room) {
        return of(room).stream().flatMap(table -> table.file().stream()).toList();
    }

    private static ResultSchema load() {
        Map<String, Column> columns = new LinkedHashMap<>();
        DataTable.rows(ResultSchema.class, "columns.csv")
                .forEach(row -> columns.put(
                        row.getField("table") + " " + row.getField("column"),
                        new Column(
                                row.getField("column"),
                                Kind.valueOf(row.getField("type").toUpperCase(Locale.ROOT)),
                                row.getField("unit"),
                                meaning(row))));
        Map<String, Map<String, Entry>> entries = new LinkedHashMap<>();
        DataTable.rows(ResultSchema.class, "entries.csv")
                .forEach(row -> entries.computeIfAbsent(row.getField("table"), _ -> new LinkedHashMap<>())
                        .put(
                                row.getField("entry"),
                                new Entry(
                                        row.getField("entry"),
                                        row.getField("subject"),
                                        row.getField("unit"),
                                        meaning(row))));
        Map<String, Table> tables = new LinkedHashMap<>();
        DataTable.rows(ResultSchema.class, "tables.csv").forEach(row -> {
            String name = row.getField("table");
            tables.put(
                    name,
                    new Table(
                            name,
                            Room.valueOf(row.getField("of").toUpperCase(Locale.ROOT)),
                            Optional.of(row.getField("file")).filter(file -> !file.isEmpty()),
                            new Text(row.getField("thing_en"), row.getField("thing_ja")),
                            meaning(row),
                            DataTable.parts(row.getField("columns")).stream()
                                    .map(column -> column(columns, name, column))
                                    .toList(),
                            entries.getOrDefault(name, Map.of())));
        });
        return new ResultSchema(tables);
    }

    /// The table's own column, else what the column means everywhere.
    private static Column column(Map<String, Column> columns, String table, String name) {
        Column column = columns.getOrDefault(table + " " + name, columns.get("* " + name));
        Check.that(column != null, "Result table '%s' has a column '%s' that nothing describes.", table, name);
        return Objects.requireNonNull(column);
    }

    private static Text meaning(NamedCsvRecord row) {
        return new Text(row.getField("meaning_en"), row.getField("meaning_ja"));
    }
}
