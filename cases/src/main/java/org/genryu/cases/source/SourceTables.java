package org.genryu.cases.source;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Check;

/// The tables from which a case is made: figures as they were published, each with its source, and the assumptions
/// beside them.
public final class SourceTables {
    private final Map<String, List<SourceRow>> tables = new LinkedHashMap<>();
    private final Map<String, SourceRow> settings = new LinkedHashMap<>();

    private SourceTables() {}

    /// Reads every `*.csv` of the folder. Lines that start with `#` are comments.
    ///
    /// @param overlays folders with tables of another edition, such as another base year: their settings replace
    /// those of
    /// the same key, every other table replaces the whole table of its name
    public static SourceTables read(Path folder, Path... overlays) throws IOException {
        SourceTables all = new SourceTables();
        all.add(folder);
        for (Path overlay : overlays) {
            all.add(overlay);
        }
        return all;
    }

    private void add(Path folder) throws IOException {
        List<Path> files;
        try (var listing = Files.list(folder)) {
            files = listing.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".csv", "");
            List<SourceRow> rows = rows(file);
            if (name.endsWith("settings")) {
                rows.forEach(row -> settings.put(row.text("key"), row));
            } else {
                tables.put(name, rows);
            }
        }
    }

    private static List<SourceRow> rows(Path file) throws IOException {
        List<SourceRow> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(file)) {
            reader.forEach(record -> rows.add(new SourceRow(
                    file.getFileName() + ":" + record.getStartingLineNumber(),
                    new LinkedHashMap<>(record.getFieldsAsMap()))));
        }
        return List.copyOf(rows);
    }

    public List<SourceRow> table(String name) {
        Check.that(tables.containsKey(name), "Source table '%s' is missing.", name);
        return tables.getOrDefault(name, List.of());
    }

    /// Whether two places trade by land, so that no ship sails between them.
    public boolean overland(String from, String to) {
        return table("land").stream()
                .map(row -> row.words("places"))
                .anyMatch(places -> places.contains(from) && places.contains(to));
    }

    /// The row with the newest year that is not after the year, of those that belong together by the column.
    public Optional<SourceRow> newest(String table, String column, String value, int year) {
        return table(table).stream()
                .filter(row -> row.text(column).equals(value) && row.number("year") <= year)
                .max(Comparator.comparingDouble(row -> row.number("year")));
    }

    /// Rows of all tables whose name ends with the word, in the order of the names.
    public List<SourceRow> ending(String word) {
        return tables.entrySet().stream()
                .filter(table -> table.getKey().endsWith(word))
                .flatMap(table -> table.getValue().stream())
                .toList();
    }

    public double setting(String key) {
        SourceRow row = settings.get(key);
        if (row == null) {
            throw new IllegalArgumentException("Setting '%s' is missing.".formatted(key));
        }
        return row.number("value");
    }

    public int year(String key) {
        return (int) setting(key);
    }

    /// The number in the cell, or the setting that it names.
    public double resolve(SourceRow row, String column) {
        String cell = row.text(column);
        return settings.containsKey(cell) ? setting(cell) : row.number(column);
    }
}
