package org.genryu.web.version;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Edits as the words of a change in the store, and back.
final class EditWords {
    private static final String CELL = "cell:";
    private static final String TABLE = "table";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private EditWords() {}

    static String kind(CaseEdit edit) {
        return switch (edit) {
            case CaseEdit.Cell _ -> "cell";
            case CaseEdit.RowAdded _ -> "row-added";
            case CaseEdit.RowRemoved _ -> "row-removed";
            case CaseEdit.FileWritten _ -> "file";
        };
    }

    static SortedMap<String, String> content(CaseEdit edit) {
        SortedMap<String, String> words = new TreeMap<>();
        switch (edit) {
            case CaseEdit.Cell cell -> {
                words.put(TABLE, cell.table());
                words.put("row", cell.row());
                words.put("column", cell.column());
                words.put(BEFORE, cell.before());
                words.put(AFTER, cell.after());
            }
            case CaseEdit.RowAdded row -> row(words, row.table(), row.at(), row.cells());
            case CaseEdit.RowRemoved row -> row(words, row.table(), row.at(), row.cells());
            case CaseEdit.FileWritten file -> {
                words.put("path", file.path());
                file.before().ifPresent(text -> words.put(BEFORE, text));
                file.after().ifPresent(text -> words.put(AFTER, text));
            }
        }
        return words;
    }

    private static void row(SortedMap<String, String> words, String table, int at, Map<String, String> cells) {
        words.put(TABLE, table);
        words.put("at", Integer.toString(at));
        cells.forEach((column, cell) -> words.put(CELL + column, cell));
    }

    /// @throws IllegalArgumentException if no edit was written so
    static CaseEdit edit(String kind, SortedMap<String, String> words) {
        String table = words.getOrDefault(TABLE, "");
        return switch (kind) {
            case "cell" ->
                new CaseEdit.Cell(
                        table,
                        words.getOrDefault("row", ""),
                        words.getOrDefault("column", ""),
                        words.getOrDefault(BEFORE, ""),
                        words.getOrDefault(AFTER, ""));
            case "row-added" -> new CaseEdit.RowAdded(table, at(words), cells(words));
            case "row-removed" -> new CaseEdit.RowRemoved(table, at(words), cells(words));
            case "file" ->
                new CaseEdit.FileWritten(
                        words.getOrDefault("path", ""),
                        Optional.ofNullable(words.get(BEFORE)),
                        Optional.ofNullable(words.get(AFTER)));
            default -> throw new IllegalArgumentException("No edit is called '" + kind + "'.");
        };
    }

    private static int at(SortedMap<String, String> words) {
        return Integer.parseInt(words.getOrDefault("at", "0"));
    }

    private static SortedMap<String, String> cells(SortedMap<String, String> words) {
        SortedMap<String, String> cells = new TreeMap<>();
        words.forEach((name, value) -> {
            if (name.startsWith(CELL)) {
                cells.put(name.substring(CELL.length()), value);
            }
        });
        return cells;
    }
}
