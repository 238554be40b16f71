package org.genryu.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The text of a table as rows of cells, head first, and back.
final class TableText {
    private TableText() {}

    /// @return lists that may be changed
    static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (CsvRecord record : CsvReader.builder().ofCsvRecord(text)) {
            rows.add(new ArrayList<>(record.getFields()));
        }
        return rows;
    }

    /// The cells by column, row by row.
    static List<Map<String, String>> records(String text) {
        return CsvReader.builder().ofNamedCsvRecord(text).stream()
                .map(NamedCsvRecord::getFieldsAsMap)
                .toList();
    }

    static String of(List<List<String>> rows) {
        return rows.stream()
                .map(cells -> cells.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",", "", "\n")))
                .collect(Collectors.joining());
    }
}
