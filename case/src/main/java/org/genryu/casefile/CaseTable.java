package org.genryu.casefile;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.core.Check;
import org.genryu.core.number.Amount;

/// A known table whose cells have been read as what their columns say. One array a column, one entry a row.
public final class CaseTable {
    private final CaseSchema.TableSpec spec;
    private final RawTable raw;
    private final IndexedTable keyed;
    private final Map<String, Column> columns;

    /// What a column holds.
    public sealed interface Column {
        /// @param values interned; empty where nothing was written and there is no default
        record Words(String[] values) implements Column {}

        /// @param values in the unit of the column, the default where nothing was written; 0 where there is
        /// none
        /// @param given the rows that have a value, written or by default
        /// @param written the rows in which something was written
        /// @param ranges by row: what was written as a range, of which the value is the central one
        record Numbers(double[] values, BitSet given, BitSet written, Map<Integer, Amount> ranges) implements Column {
            public boolean given(int row) {
                return given.get(row);
            }
        }

        /// @param rows index of the name in the other table; -1 where nothing was written
        record References(int[] rows) implements Column {}

        /// @param months first month and the month after the last (months since the year 0);
        /// `Integer.MIN_VALUE` where nothing was written
        record Spans(int[] from, int[] until) implements Column {
            public boolean given(int row) {
                return from[row] != Integer.MIN_VALUE;
            }
        }
    }

    public CaseTable(IndexedTable keyed, Map<String, Column> columns) {
        this.keyed = keyed;
        this.spec = keyed.spec();
        this.raw = keyed.raw();
        this.columns = columns;
    }

    public CaseSchema.TableSpec spec() {
        return spec;
    }

    public RawTable raw() {
        return raw;
    }

    public int rows() {
        return raw.rows();
    }

    /// Distinct names of the first key column, in file order; references point into this list.
    public List<String> names() {
        return keyed.names().all();
    }

    public NameIndex index() {
        return keyed.names();
    }

    /// Id of the row: its key cells joined by `/`.
    public String id(int row) {
        return id(spec, raw, row);
    }

    static String id(CaseSchema.TableSpec spec, RawTable raw, int row) {
        StringBuilder id = new StringBuilder();
        for (String key : spec.key()) {
            int column = raw.head().indexOf(key);
            id.append(id.isEmpty() ? "" : "/").append(column < 0 ? "" : raw.trimmed(row, column));
        }
        return id.toString();
    }

    /// Row of the id, or -1.
    public int row(String id) {
        return keyed.row(id);
    }

    public String[] words(String column) {
        return column(column) instanceof Column.Words w
                ? w.values()
                : wrong(column).words(column);
    }

    public Column.Numbers numbers(String column) {
        return column(column) instanceof Column.Numbers n ? n : wrong(column).numbers(column);
    }

    public int[] references(String column) {
        return column(column) instanceof Column.References r
                ? r.rows()
                : wrong(column).references(column);
    }

    public Column.Spans spans(String column) {
        return column(column) instanceof Column.Spans s ? s : wrong(column).spans(column);
    }

    /// What the column holds; columns that were not in the file hold their default in every row.
    public Column column(String name) {
        return Optional.ofNullable(columns.get(name))
                .orElseThrow(
                        () -> new IllegalArgumentException("Table %s has no column %s.".formatted(spec.name(), name)));
    }

    /// The cell as a word, the default where nothing is written.
    public String written(int row, CaseSchema.ColumnSpec column) {
        int at = raw.head().indexOf(column.name());
        return at < 0 || raw.blank(row, at) ? column.standard() : raw.trimmed(row, at);
    }

    private CaseTable wrong(String column) {
        Check.that(
                false,
                "Table %s: column %s is %s.",
                spec.name(),
                column,
                column(column).getClass());
        return this;
    }
}
