package org.genryu.web.api;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.genryu.results.CsvWriter;
import org.genryu.results.JsonDocument;
import org.genryu.results.ResultSchema;

/// Which tables does the folder of a result hold, and what do they say with types, units and headings?
final class ResultFiles {
    private ResultFiles() {}

    /// One file of a result with its description.
    record Described(Path file, ResultSchema.Table table) {}

    /// All tables in the folder that the schema knows, by name.
    static List<Described> of(Path folder) throws IOException {
        List<Described> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.csv")) {
            for (Path file : files) {
                table(file).ifPresent(table -> found.add(new Described(file, table)));
            }
        } catch (NoSuchFileException _) {
            return List.of();
        }
        found.sort(Comparator.comparing(one -> one.table().name()));
        return found;
    }

    /// Several tables may have one name of a file: the columns tell which it is.
    private static Optional<ResultSchema.Table> table(Path file) throws IOException {
        List<String> heads;
        try (var lines = Files.newBufferedReader(file)) {
            heads = List.of(Optional.ofNullable(lines.readLine()).orElse("").split(",", -1));
        }
        return ResultSchema.current().tables().values().stream()
                .filter(one -> one.file().equals(Optional.of(file.getFileName().toString())))
                .filter(one -> one.heads().equals(heads))
                .findFirst();
    }

    /// What the table is, without its rows.
    static void describe(JsonDocument json, ResultSchema.Table table) {
        json.text("table", table.name());
        json.text("file", table.file().orElse(""));
        Answers.both(json, "rows_are", table.thing());
        Answers.both(json, "meaning", table.meaning());
        json.rows(
                "columns",
                () -> table.columns()
                        .forEach(column -> json.row(() -> {
                            json.text("name", column.name())
                                    .text("type", column.kind() == ResultSchema.Kind.NUMBER ? "number" : "text")
                                    .text("unit", column.unit());
                            Answers.both(json, "meaning", column.meaning());
                        })));
    }

    /// The rows of a table as objects; an absent number is null.
    static void rows(JsonDocument json, Described one) {
        json.rows("rows", () -> {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(one.file())) {
                for (NamedCsvRecord row : rows) {
                    json.row(() -> one.table().columns().forEach(column -> cell(json, column, row)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void cell(JsonDocument json, ResultSchema.Column column, NamedCsvRecord row) {
        String written = row.getField(column.name());
        if (column.kind() == ResultSchema.Kind.NUMBER) {
            json.number(column.name(), written.isEmpty() ? Double.NaN : Double.parseDouble(written));
        } else {
            json.text(column.name(), plain(written));
        }
    }

    /// Without the apostrophe that keeps a spreadsheet from running the cell.
    private static String plain(String written) {
        String bare = written.startsWith("'") ? written.substring(1) : written;
        return CsvWriter.neutral(bare).equals(written) ? bare : written;
    }
}
