package org.genryu.web.version;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.genryu.casefile.form.CsvText;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.schema.CaseSchema;

/// A table while edits are made in it, one after the other.
///
/// Columns that edits have brought go again when nothing stands in them, so that edits that are taken back leave the
/// table as it was. Comments stay above the rows above which they stood.
final class TableDraft {
    private final String name;
    private final List<String> key;
    private final List<String> head;
    private final int own;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<RawTable.Comment> comments;
    private Optional<Map<String, Integer>> index = Optional.empty();

    TableDraft(String name, Optional<RawTable> table) {
        this.name = name;
        this.key = key(name);
        this.head = new ArrayList<>(table.map(RawTable::head).orElse(List.of()));
        this.own = head.size();
        this.comments = new ArrayList<>(table.map(RawTable::comments).orElse(List.of()));
        table.ifPresent(from -> {
            for (int row = 0; row < from.rows(); row++) {
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < from.width(); column++) {
                    cells.add(from.cell(row, column));
                }
                rows.add(cells);
            }
        });
    }

    /// The columns by which the rows of a table have an id; none if they have none.
    static List<String> key(String table) {
        return CaseSchema.current().table(table).map(CaseSchema.TableSpec::key).orElse(List.of());
    }

    /// The cells of a row that are not empty, by column.
    static SortedMap<String, String> cells(RawTable table, int row) {
        SortedMap<String, String> cells = new TreeMap<>();
        for (int column = 0; column < table.width(); column++) {
            String cell = table.cell(row, column);
            if (!cell.isEmpty()) {
                cells.put(table.head().get(column), cell);
            }
        }
        return cells;
    }

    /// The id that the cells give their row; empty if they give none.
    static String id(List<String> key, Map<String, String> cells) {
        StringBuilder id = new StringBuilder();
        boolean any = false;
        for (String column : key) {
            String part = cells.getOrDefault(column, "").strip();
            any |= !part.isEmpty();
            id.append(id.isEmpty() ? "" : "/").append(part);
        }
        return any ? id.toString() : "";
    }

    Optional<EditClash> apply(CaseEdit edit) {
        return switch (edit) {
            case CaseEdit.Cell cell -> cell(cell);
            case CaseEdit.RowAdded row -> {
                add(row);
                yield Optional.empty();
            }
            case CaseEdit.RowRemoved row -> remove(row);
            case CaseEdit.FileWritten _ -> throw new IllegalArgumentException("A file is no table.");
        };
    }

    /// Whether it is done already.
    boolean holds(CaseEdit edit) {
        return switch (edit) {
            case CaseEdit.Cell cell -> {
                Integer row = index().get(cell.row());
                yield row != null && at(row, cell.column()).equals(cell.after());
            }
            case CaseEdit.RowAdded row -> {
                Integer there = index().get(id(key, row.cells()));
                yield there != null && cells(there).equals(row.cells());
            }
            case CaseEdit.RowRemoved row -> find(row) < 0 && !index().containsKey(id(key, row.cells()));
            case CaseEdit.FileWritten _ -> false;
        };
    }

    /// The edit with the place at which it is made here.
    CaseEdit exact(CaseEdit edit) {
        return switch (edit) {
            case CaseEdit.RowAdded row -> new CaseEdit.RowAdded(name, place(row), row.cells());
            case CaseEdit.RowRemoved row -> {
                int at = find(row);
                yield at < 0 ? row : new CaseEdit.RowRemoved(name, at, row.cells());
            }
            case CaseEdit.Cell _, CaseEdit.FileWritten _ -> edit;
        };
    }

    private int place(CaseEdit.RowAdded edit) {
        return Math.min(Math.max(0, edit.at()), rows.size());
    }

    private Optional<EditClash> cell(CaseEdit.Cell edit) {
        Integer row = index().get(edit.row());
        if (row == null) {
            return Optional.of(new EditClash(edit, Optional.empty()));
        }
        String is = at(row, edit.column());
        if (!is.equals(edit.before())) {
            return Optional.of(new EditClash(edit, Optional.of(is)));
        }
        set(rows.get(row), edit.column(), edit.after());
        return Optional.empty();
    }

    private void add(CaseEdit.RowAdded edit) {
        int at = place(edit);
        List<String> cells = new ArrayList<>();
        edit.cells().forEach((column, cell) -> set(cells, column, cell));
        rows.add(at, cells);
        comments.replaceAll(one -> one.row() > at ? new RawTable.Comment(one.row() + 1, one.text()) : one);
        index = Optional.empty();
    }

    private Optional<EditClash> remove(CaseEdit.RowRemoved edit) {
        int at = find(edit);
        if (at < 0) {
            Integer row = index().get(id(key, edit.cells()));
            return Optional.of(new EditClash(edit, Optional.ofNullable(row).map(TableDraft.this::told)));
        }
        rows.remove(at);
        comments.replaceAll(one -> one.row() > at ? new RawTable.Comment(one.row() - 1, one.text()) : one);
        index = Optional.empty();
        return Optional.empty();
    }

    private int find(CaseEdit.RowRemoved edit) {
        if (edit.at() >= 0 && edit.at() < rows.size() && cells(edit.at()).equals(edit.cells())) {
            return edit.at();
        }
        for (int row = 0; row < rows.size(); row++) {
            if (cells(row).equals(edit.cells())) {
                return row;
            }
        }
        return -1;
    }

    private String told(int row) {
        return String.join(", ", cells(row).values());
    }

    private Map<String, Integer> index() {
        if (index.isEmpty()) {
            Map<String, Integer> made = new HashMap<>();
            Set<String> twice = new HashSet<>();
            for (int row = 0; row < rows.size(); row++) {
                String id = id(key, cells(row));
                if (!id.isEmpty() && made.putIfAbsent(id, row) != null) {
                    twice.add(id);
                }
            }
            made.keySet().removeAll(twice);
            index = Optional.of(made);
        }
        return index.get();
    }

    private SortedMap<String, String> cells(int row) {
        SortedMap<String, String> cells = new TreeMap<>();
        List<String> from = rows.get(row);
        for (int column = 0; column < from.size(); column++) {
            if (!from.get(column).isEmpty()) {
                cells.put(head.get(column), from.get(column));
            }
        }
        return cells;
    }

    private String at(int row, String column) {
        int place = head.indexOf(column);
        List<String> cells = rows.get(row);
        return place < 0 || place >= cells.size() ? "" : cells.get(place);
    }

    private void set(List<String> cells, String column, String value) {
        int place = head.indexOf(column);
        if (place < 0) {
            place = head.size();
            head.add(column);
        }
        while (cells.size() <= place) {
            cells.add("");
        }
        cells.set(place, value);
        if (key.contains(column)) {
            index = Optional.empty();
        }
    }

    /// Its text; empty if nothing is left of a table that edits have brought.
    Optional<String> text() {
        List<Integer> kept = new ArrayList<>();
        for (int column = 0; column < head.size(); column++) {
            int place = column;
            boolean said = rows.stream()
                    .anyMatch(cells -> place < cells.size() && !cells.get(place).isEmpty());
            if (column < own || said) {
                kept.add(column);
            }
        }
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        RawTable.Builder made = new RawTable.Builder(name + ".csv", name, head, 1);
        for (int row = 0; row < rows.size(); row++) {
            made.row(row + 2);
            rows.get(row).forEach(made::cell);
            made.endRow();
        }
        comments.forEach(one -> made.comment(one.row(), one.text()));
        return Optional.of(CsvText.write(made.build(), kept));
    }
}
