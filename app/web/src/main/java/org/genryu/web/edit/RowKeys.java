package org.genryu.web.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.schema.CaseSchema;

/// By which word does a form name a row of a table in one version of a case? By its id; where rows have none or share
/// it, by `~` and its place.
final class RowKeys {
    private final List<String> key;
    private final Optional<RawTable> table;
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> rows = new HashMap<>();

    RowKeys(CaseFile file, String name) {
        this.key =
                CaseSchema.current().table(name).map(CaseSchema.TableSpec::key).orElse(List.of());
        this.table = Optional.ofNullable(file.raw().tables().get(name));
        for (int row = 0; row < count(); row++) {
            String id = id(cells(row));
            String word =
                    id.isEmpty() || id.startsWith("~") || id.startsWith("+") || rows.containsKey(id) ? "~" + row : id;
            words.add(word);
            rows.put(word, row);
        }
    }

    int count() {
        return table.map(RawTable::rows).orElse(0);
    }

    List<String> key() {
        return key;
    }

    /// The word for a row.
    String word(int row) {
        return words.get(row);
    }

    OptionalInt row(String word) {
        Integer row = rows.get(word);
        return row == null ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /// The cells of a row that are not empty, by column.
    SortedMap<String, String> cells(int row) {
        SortedMap<String, String> cells = new TreeMap<>();
        table.ifPresent(from -> {
            for (int column = 0; column < from.width(); column++) {
                String cell = from.cell(row, column);
                if (!cell.isEmpty()) {
                    cells.put(from.head().get(column), cell);
                }
            }
        });
        return cells;
    }

    private String id(SortedMap<String, String> cells) {
        List<String> parts = key.stream()
                .map(column -> cells.getOrDefault(column, "").strip())
                .toList();
        return parts.stream().allMatch(String::isEmpty) ? "" : String.join("/", parts);
    }
}
