package org.genryu.results;

import java.util.stream.Collectors;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.schema.CaseSchema.TableSpec;

/// Which row of a case? Its table and the cells of all its key columns, wherever they stand in the file; a row of a
/// table without a key (`changes`, `moves`) by its line.
///
/// @param table such as `processes`
/// @param id the key cells joined by `/`
public record RowId(String table, String id) {
    /// The row of a table that was read.
    static RowId of(TableSpec spec, RawTable raw, int row) {
        return new RowId(
                spec.name(),
                spec.key().isEmpty()
                        ? "line " + raw.line(row)
                        : spec.key().stream()
                                .map(key -> raw.column(key)
                                        .map(at -> raw.cell(row, at).strip())
                                        .orElse(""))
                                .collect(Collectors.joining("/")));
    }

    @Override
    public String toString() {
        return table + "/" + id;
    }
}
