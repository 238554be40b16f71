package org.genryu.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The committed case `alliance` as rows of text, read without the program's own reader.
public final class CaseText {
    private final Map<String, String> files = BuiltInCases.files("alliance");

    public Map<String, String> files() {
        return files;
    }

    public List<Map<String, String>> rows(String table) {
        List<Map<String, String>> rows = new ArrayList<>();
        String text = files.getOrDefault(table + ".csv", "");
        for (NamedCsvRecord record : CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.add(new LinkedHashMap<>(record.getFieldsAsMap()));
        }
        return rows;
    }

    /// The number in the cell, or 0 if it is blank or the table has no such column.
    public static double number(Map<String, String> row, String column) {
        String cell = row.getOrDefault(column, "");
        return cell.isEmpty() ? 0 : Double.parseDouble(cell);
    }

    public static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /// Amount by recipe and commodity.
    public Map<String, Map<String, Double>> recipes() {
        Map<String, Map<String, Double>> recipes = new LinkedHashMap<>();
        rows("recipes")
                .forEach(row -> recipes.computeIfAbsent(text(row, "recipe"), r -> new LinkedHashMap<>())
                        .put(text(row, "commodity"), number(row, "amount")));
        return recipes;
    }

    /// Element content by commodity, kg per kg.
    public Map<String, Map<String, Double>> contents() {
        Map<String, Map<String, Double>> contents = new LinkedHashMap<>();
        rows("contents")
                .forEach(row -> contents.computeIfAbsent(text(row, "commodity"), c -> new LinkedHashMap<>())
                        .put(text(row, "element"), number(row, "amount")));
        return contents;
    }
}
