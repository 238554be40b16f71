package org.genryu.web.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.web.http.WebCall;
import org.genryu.web.http.WebCall.Refused;
import org.genryu.web.version.CaseEdit;
import org.genryu.web.world.KnownCase;

/// What a form wants changed in a table: cells by row and column, rows that come (their words begin with `+`) and rows
/// that go. What stood there is taken from the version that the form was made of, not from the form.
///
/// @param seen the version that the form was made of
/// @param removed words of rows
record PostedEdits(KnownCase seen, String table, List<Entry> entries, List<String> removed) {
    /// @param value as it was typed
    record Entry(String row, String column, String value) {}

    PostedEdits {
        entries = List.copyOf(entries);
        removed = List.copyOf(removed);
    }

    static PostedEdits of(WebCall call, KnownCase seen) throws Refused {
        String table = call.field("table").orElse("");
        if (CaseSchema.current().table(table).isEmpty()
                && !seen.file().raw().tables().containsKey(table)) {
            throw Refused.notFound(EditPhrases.NO_TABLE.text());
        }
        List<String> rows = call.context().formParams("row");
        List<String> columns = call.context().formParams("column");
        List<String> values = call.context().formParams("new");
        if (rows.size() != columns.size() || rows.size() != values.size()) {
            throw new Refused(400, EditPhrases.BAD_FORM.text());
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            entries.add(new Entry(rows.get(i), columns.get(i).strip(), plain(values.get(i))));
        }
        return new PostedEdits(seen, table, entries, call.context().formParams("remove"));
    }

    /// Lines end as they do in tables.
    static String plain(String value) {
        return value.replace("\r\n", "\n");
    }

    /// A cell as a page shows it, which is what comes back from a form that nobody has touched.
    static String shown(String cell) {
        StringBuilder shown = new StringBuilder();
        plain(cell)
                .codePoints()
                .forEach(c -> shown.appendCodePoint(
                        (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
                                        || (c >= 0x7F && c <= 0x9F)
                                        || (c >= 0xD800 && c <= 0xDFFF)
                                        || c == 0xFFFE
                                        || c == 0xFFFF
                                ? 0xFFFD
                                : c));
        return shown.toString();
    }

    /// The edits: cells first, then rows that go from below, then rows that come.
    List<CaseEdit> edits() throws Refused {
        RowKeys keys = new RowKeys(seen.file(), table);
        Map<String, SortedMap<String, String>> wanted = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.column().isEmpty()) {
                throw new Refused(400, EditPhrases.BAD_FORM.text());
            }
            wanted.computeIfAbsent(entry.row(), _ -> new TreeMap<>()).put(entry.column(), entry.value());
        }
        List<CaseEdit> cells = new ArrayList<>();
        SortedMap<Integer, CaseEdit> going = new TreeMap<>();
        List<CaseEdit> coming = new ArrayList<>();
        for (String word : removed) {
            int row = row(keys, word);
            going.put(row, new CaseEdit.RowRemoved(table, row, keys.cells(row)));
        }
        for (Map.Entry<String, SortedMap<String, String>> one : wanted.entrySet()) {
            if (removed.contains(one.getKey())) {
                continue;
            }
            if (one.getKey().startsWith("+")) {
                SortedMap<String, String> made = new TreeMap<>(one.getValue());
                made.values().removeIf(String::isBlank);
                if (!made.isEmpty()) {
                    coming.add(new CaseEdit.RowAdded(table, keys.count() + coming.size(), made));
                }
                continue;
            }
            int row = row(keys, one.getKey());
            SortedMap<String, String> before = keys.cells(row);
            SortedMap<String, String> after = changed(before, one.getValue());
            if (after.equals(before)) {
                continue;
            }
            if (!one.getKey().startsWith("~") && sameKey(keys, before, after)) {
                cells(cells, one.getKey(), before, after);
            } else {
                going.put(row, new CaseEdit.RowRemoved(table, row, before));
                if (after.values().stream().anyMatch(cell -> !cell.isBlank())) {
                    coming.add(new CaseEdit.RowAdded(table, row, after));
                }
            }
        }
        List<CaseEdit> all = new ArrayList<>(cells);
        all.addAll(going.sequencedValues().reversed());
        coming.sort(java.util.Comparator.comparing(edit -> edit instanceof CaseEdit.RowAdded row ? row.at() : 0));
        all.addAll(coming);
        return all;
    }

    private static int row(RowKeys keys, String word) throws Refused {
        OptionalInt row = keys.row(word);
        if (row.isEmpty()) {
            throw Refused.notFound(EditPhrases.NO_ROW.text());
        }
        return row.getAsInt();
    }

    /// A cell that nobody has touched stays as it was written, also where a page cannot show it.
    private static SortedMap<String, String> changed(SortedMap<String, String> before, Map<String, String> wanted) {
        SortedMap<String, String> after = new TreeMap<>(before);
        wanted.forEach((column, value) -> {
            if (!shown(before.getOrDefault(column, "")).equals(value)) {
                after.put(column, value);
            }
        });
        after.values().removeIf(String::isEmpty);
        return after;
    }

    private static boolean sameKey(RowKeys keys, Map<String, String> before, Map<String, String> after) {
        return keys.key().stream()
                .allMatch(column -> before.getOrDefault(column, "").equals(after.getOrDefault(column, "")));
    }

    private void cells(List<CaseEdit> edits, String row, Map<String, String> before, Map<String, String> after) {
        TreeMap<String, String> all = new TreeMap<>(before);
        all.putAll(after);
        for (String column : all.keySet()) {
            String was = before.getOrDefault(column, "");
            String is = after.getOrDefault(column, "");
            if (!was.equals(is)) {
                edits.add(new CaseEdit.Cell(table, row, column, was, is));
            }
        }
    }

    /// What the version said there.
    String before(Entry entry) {
        RowKeys keys = new RowKeys(seen.file(), table);
        OptionalInt row = keys.row(entry.row());
        return row.isEmpty() ? "" : keys.cells(row.getAsInt()).getOrDefault(entry.column(), "");
    }
}
