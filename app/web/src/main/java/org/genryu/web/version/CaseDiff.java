package org.genryu.web.version;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.form.RawCase;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.schema.CaseSchema;

/// Which edits make one case of another? Rows that keep their id are changed cell by cell; other rows go and come.
public final class CaseDiff {
    private CaseDiff() {}

    /// All of it: tables, scenarios and other files.
    public static List<CaseEdit> of(CaseFile from, CaseFile to) {
        List<CaseEdit> edits = new ArrayList<>();
        Set<String> names = new TreeSet<>(from.raw().tables().keySet());
        names.addAll(to.raw().tables().keySet());
        names.forEach(name -> edits.addAll(table(name, from, to)));
        files(edits, files(from.raw()), files(to.raw()));
        return edits;
    }

    /// Of one table.
    public static List<CaseEdit> table(String name, CaseFile from, CaseFile to) {
        List<SortedMap<String, String>> before = rows(from, name);
        List<SortedMap<String, String>> after = rows(to, name);
        List<CaseEdit> edits = new ArrayList<>();
        List<String> key = TableDraft.key(name);
        Optional<Map<String, Integer>> ids = ids(key, before);
        Optional<Map<String, Integer>> others = ids(key, after);
        if (ids.isPresent() && others.isPresent() && sameOrder(ids.get(), others.get())) {
            keyed(name, before, after, List.of(ids.get(), others.get()), edits);
        } else {
            middle(name, before, after, edits);
        }
        return edits;
    }

    private static List<SortedMap<String, String>> rows(CaseFile file, String name) {
        List<SortedMap<String, String>> rows = new ArrayList<>();
        RawTable table = file.raw().tables().get(name);
        for (int row = 0; table != null && row < table.rows(); row++) {
            rows.add(TableDraft.cells(table, row));
        }
        return rows;
    }

    /// Rows by id; empty if some have none or the same one.
    private static Optional<Map<String, Integer>> ids(List<String> key, List<SortedMap<String, String>> rows) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            String id = TableDraft.id(key, rows.get(row));
            if (id.isEmpty() || ids.put(id, row) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(ids);
    }

    private static boolean sameOrder(Map<String, Integer> one, Map<String, Integer> other) {
        List<String> common = new ArrayList<>(one.keySet());
        common.retainAll(other.keySet());
        List<String> there = new ArrayList<>(other.keySet());
        there.retainAll(new HashSet<>(common));
        return common.equals(there);
    }

    private static void keyed(
            String name,
            List<SortedMap<String, String>> before,
            List<SortedMap<String, String>> after,
            List<Map<String, Integer>> ids,
            List<CaseEdit> edits) {
        Map<String, Integer> old = ids.getFirst();
        Map<String, Integer> now = ids.getLast();
        List<CaseEdit> removed = new ArrayList<>();
        List<CaseEdit> added = new ArrayList<>();
        old.forEach((id, row) -> {
            Integer there = now.get(id);
            if (there == null) {
                removed.add(new CaseEdit.RowRemoved(name, row, before.get(row)));
            } else {
                cells(name, id, before.get(row), after.get(there), edits);
            }
        });
        now.forEach((id, row) -> {
            if (!old.containsKey(id)) {
                added.add(new CaseEdit.RowAdded(name, row, after.get(row)));
            }
        });
        edits.addAll(removed.reversed());
        edits.addAll(added);
    }

    private static void cells(
            String name,
            String id,
            SortedMap<String, String> before,
            SortedMap<String, String> after,
            List<CaseEdit> edits) {
        Set<String> columns = new TreeSet<>(before.keySet());
        columns.addAll(after.keySet());
        for (String column : columns) {
            String was = before.getOrDefault(column, "");
            String is = after.getOrDefault(column, "");
            if (!was.equals(is)) {
                edits.add(new CaseEdit.Cell(name, id, column, was, is));
            }
        }
    }

    /// Between the rows that are the same at the top and at the bottom all old ones go and all new ones come.
    private static void middle(
            String name,
            List<SortedMap<String, String>> before,
            List<SortedMap<String, String>> after,
            List<CaseEdit> edits) {
        int shorter = Math.min(before.size(), after.size());
        int top = 0;
        while (top < shorter && before.get(top).equals(after.get(top))) {
            top++;
        }
        int bottom = 0;
        while (bottom < shorter - top
                && before.get(before.size() - 1 - bottom).equals(after.get(after.size() - 1 - bottom))) {
            bottom++;
        }
        for (int row = before.size() - bottom - 1; row >= top; row--) {
            edits.add(new CaseEdit.RowRemoved(name, row, before.get(row)));
        }
        for (int row = top; row < after.size() - bottom; row++) {
            edits.add(new CaseEdit.RowAdded(name, row, after.get(row)));
        }
    }

    private static SortedMap<String, String> files(RawCase raw) {
        SortedMap<String, String> files = new TreeMap<>(raw.others());
        files.put(CaseSchema.HEADER, raw.header());
        raw.scenarios().forEach((id, text) -> files.put("scenarios/" + id + ".yaml", text));
        return files;
    }

    private static void files(List<CaseEdit> edits, Map<String, String> before, Map<String, String> after) {
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        for (String path : paths) {
            Optional<String> was = Optional.ofNullable(before.get(path));
            Optional<String> is = Optional.ofNullable(after.get(path));
            if (!was.equals(is)) {
                edits.add(new CaseEdit.FileWritten(path, was, is));
            }
        }
    }
}
