package org.genryu.tools.cases.edition;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.tools.cases.table.SourceCaseTable;

/// A source table that holds figures of editions, as its file: what is not replaced stays as it stands.
final class EditionTable {
    private final Path file;
    private final List<String> head;
    /// Comments above the head.
    private final List<String> comments;
    private final List<Map<String, String>> rows = new ArrayList<>();

    private EditionTable(Path file, List<String> comments, List<String> head) {
        this.file = file;
        this.comments = comments;
        this.head = head;
    }

    static EditionTable read(Path file) throws IOException {
        List<String> comments = Files.readAllLines(file).stream()
                .takeWhile(line -> line.startsWith("#"))
                .toList();
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> records = reader.stream().toList();
            EditionTable table =
                    new EditionTable(file, comments, records.getFirst().getHeader());
            records.forEach(record -> table.rows.add(new LinkedHashMap<>(record.getFieldsAsMap())));
            return table;
        }
    }

    String name() {
        return file.getFileName().toString().replace(".csv", "");
    }

    List<Map<String, String>> rows() {
        return rows;
    }

    /// The rows of a mineral; of a table of one mineral all.
    List<Map<String, String>> of(String mineral) {
        return rows.stream()
                .filter(row ->
                        !row.containsKey("mineral") || cell(row, "mineral").equals(mineral))
                .toList();
    }

    /// The row of a country and year.
    Optional<Map<String, String>> find(String mineral, String country, int year) {
        return of(mineral).stream()
                .filter(row -> cell(row, "country").equalsIgnoreCase(country)
                        && cell(row, "year").equals(Integer.toString(year)))
                .findFirst();
    }

    /// The newest row of a country, which knows its place.
    Optional<Map<String, String>> newest(String mineral, String country) {
        return of(mineral).stream()
                .filter(row -> cell(row, "country").equalsIgnoreCase(country))
                .max((one, other) -> cell(one, "year").compareTo(cell(other, "year")));
    }

    /// Puts a figure into its row.
    void put(Map<String, String> row, SurveyEdition.Figure figure, double tonnes, String source) {
        row.put("year", Integer.toString(figure.year()));
        row.put("tonnes", SourceCaseTable.plain(tonnes));
        row.put("source", source);
        if (row.containsKey("estimated")) {
            row.put("estimated", figure.estimated() ? "yes" : "no");
        } else {
            row.put("note", figure.estimated() ? "estimated" : "");
        }
    }

    @SuppressWarnings("ReferenceEquality") // this row, not one that says the same
    void remove(Map<String, String> row) {
        rows.removeIf(one -> one == row);
    }

    /// Adds a row for a year that the table does not have yet, after the last one of its mineral.
    void add(Map<String, String> like, SurveyEdition.Figure figure, double tonnes, String source) {
        Map<String, String> row = new LinkedHashMap<>(like);
        row.put("note", "");
        put(row, figure, tonnes, source);
        int last = rows.lastIndexOf(of(cell(like, "mineral")).getLast());
        rows.add(last + 1, row);
    }

    void write() throws IOException {
        StringWriter text = new StringWriter();
        comments.forEach(line -> text.append(line).append("\n"));
        try (CsvWriter to = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            to.writeRecord(head);
            rows.forEach(row -> to.writeRecord(
                    head.stream().map(column -> cell(row, column)).toList()));
        }
        Files.writeString(file, text.toString());
    }

    static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
