package org.genryu.casefile.read;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.CaseTable.Column;
import org.genryu.casefile.IndexedTable;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema.ColumnSpec;
import org.genryu.casefile.schema.CaseSchema.Kind;
import org.genryu.casefile.schema.PlainNumbers;
import org.genryu.core.Deadline;
import org.genryu.core.Text;
import org.genryu.core.number.Amount;

/// Reads the tables whose rows speak about cells of other tables: `series`, `changes`, `moves` and `effects`.
/// The value is in the unit of the cell that it is about.
final class CellEditReader {
    private final IndexedTable table;
    private final Map<String, IndexedTable> tables;
    private final LiteralCells literals;
    private final CaseFindings faults;
    private final RawTable raw;
    private final char[] chars;

    CellEditReader(IndexedTable table, Map<String, IndexedTable> tables, LiteralCells literals, CaseFindings faults) {
        this.table = table;
        this.tables = tables;
        this.literals = literals;
        this.faults = faults;
        this.raw = table.raw();
        this.chars = raw.chars();
    }

    CaseTable read() {
        boolean series = table.spec().column("id").orElseThrow().kind() == Kind.ROW;
        Set<String> own = series ? Set.of("id", "value") : Set.of("value");
        Map<String, Column> columns = new CaseTableReader(table, tables, literals, faults).columns(own);
        String[] named = ((Column.Words) Objects.requireNonNull(columns.get("table"))).values();
        String[] column = ((Column.Words) Objects.requireNonNull(columns.get("column"))).values();
        String[] ops = series ? new String[0] : ((Column.Words) Objects.requireNonNull(columns.get("op"))).values();
        int rows = raw.rows();
        int[] target = new int[rows];
        Arrays.fill(target, -1);
        double[] values = new double[rows];
        BitSet given = new BitSet(rows);
        Map<Integer, Amount> ranges = new HashMap<>();
        int idAt = table.column("id");
        int valueAt = table.column("value");
        Optional<Goal> goal = Optional.empty();
        for (int row = 0; row < rows; row++) {
            if (named[row].isEmpty() || column[row].isEmpty()) {
                continue;
            }
            if (goal.isEmpty() || !goal.get().is(named[row], column[row])) {
                Deadline.present().check();
                goal = goal(row, named[row], column[row]);
                if (goal.isEmpty()) {
                    continue;
                }
            }
            Goal at = goal.get();
            if (idAt >= 0 && (series || isPlainId(row, idAt))) {
                target[row] = row(at, row, idAt);
            }
            LiteralCells.Number number = valueAt < 0
                    ? LiteralCells.Number.NONE
                    : value(at, row, valueAt, target[row], series ? "set" : ops[row]);
            if (!Double.isNaN(number.value())) {
                values[row] = number.value();
                given.set(row);
                number.keepRange(ranges, row);
            }
        }
        if (series) {
            columns.put("id", new Column.References(target));
        }
        columns.put("value", new Column.Numbers(values, given, given, ranges));
        return new CaseTable(table, columns);
    }

    /// The column that a row is about.
    private record Goal(String table, String name, IndexedTable keyed, ColumnSpec column) {
        /// The words are interned by the reader, so that this is mostly two comparisons.
        boolean is(String otherTable, String otherColumn) {
            return table.equals(otherTable) && name.equals(otherColumn);
        }
    }

    private Optional<Goal> goal(int row, String name, String column) {
        IndexedTable keyed = Objects.requireNonNull(tables.get(name));
        if (keyed.spec().key().isEmpty() || name.equals("series")) {
            faults.rule(
                    table.where(row, "table"),
                    "table is '" + name + "'; it must be a table whose rows have ids.",
                    "table が「" + name + "」です。行にIDのある表でなければなりません。",
                    "the id and column of the thing itself are meant.",
                    "もとの表の行と列を指定してください。");
            return Optional.empty();
        }
        Optional<ColumnSpec> spec = keyed.spec().column(column);
        if (spec.isEmpty()) {
            faults.missingReference(
                    table.where(row, "column"),
                    "column",
                    column,
                    new Text("column of " + name, "「" + name + "」の列"),
                    faults.near(column, keyed.spec().columns().keySet()));
            return Optional.empty();
        }
        if (spec.get().kind() != Kind.NUMBER) {
            faults.rule(
                    table.where(row, "column"),
                    "column is '" + column + "'; it must be a column of numbers.",
                    "column が「" + column + "」です。数値の列でなければなりません。",
                    "a row of its own with other ids says the same.",
                    "別のIDの行を加えれば同じことを表せます。");
            return Optional.empty();
        }
        if (!spec.get().timed() && timed(row)) {
            faults.rule(
                    table.where(row, "column"),
                    "column is '" + column + "', which cannot differ from period to period.",
                    "column が「" + column + "」です。この列は期ごとに変えられません。",
                    "a change with blank from and until is meant.",
                    "from と until を空欄にした変更（changes）を使ってください。");
            return Optional.empty();
        }
        return Optional.of(new Goal(name, column, keyed, spec.get()));
    }

    private boolean timed(int row) {
        return written(row, "period") || written(row, "from") || written(row, "until");
    }

    private boolean written(int row, String column) {
        int at = table.column(column);
        return at >= 0 && !raw.blank(row, at);
    }

    private boolean isPlainId(int row, int at) {
        int end = raw.end(row, at);
        if (raw.blank(row, at)) {
            return false;
        }
        for (int i = raw.start(row, at); i < end; i++) {
            if (chars[i] == '=' || chars[i] == '*') {
                return false;
            }
        }
        return true;
    }

    private int row(Goal goal, int row, int at) {
        int start = RawTable.trimStart(chars, raw.start(row, at), raw.end(row, at));
        int end = RawTable.trimEnd(chars, start, raw.end(row, at));
        if (start == end) {
            faults.missing(table.where(row, "id"), "id");
            return -1;
        }
        int found = goal.keyed.row(chars, start, end);
        if (found < 0) {
            String id = new String(chars, start, end - start);
            faults.missingReference(
                    table.where(row, "id"),
                    "id",
                    id,
                    new Text("row of " + goal.table, "「" + goal.table + "」の行"),
                    faults.near(id, goal.keyed::ids));
        }
        return found;
    }

    private LiteralCells.Number value(Goal goal, int row, int at, int target, String op) {
        int start = RawTable.trimStart(chars, raw.start(row, at), raw.end(row, at));
        int end = RawTable.trimEnd(chars, start, raw.end(row, at));
        if (start == end) {
            faults.missing(table.where(row, "value"), "value");
            return LiteralCells.Number.NONE;
        }
        LiteralCells.Number number = LiteralCells.Number.of(PlainNumbers.parse(chars, start, end));
        if (Double.isNaN(number.value())) {
            String text = new String(chars, start, end - start);
            number = literals.read(table.where(row, "value"), text, goal.column, op, goal.keyed, target, faults);
        }
        double value = number.value();
        if (Double.isNaN(value) || !op.equals("set")) {
            return number;
        }
        boolean fits = goal.column.range().holds(value);
        if (!fits) {
            Text shown = literals.shown(new String(chars, start, end - start), goal.column, goal.keyed, target);
            CaseTableReader.checkRange(table.where(row, "value"), goal.column, value, shown, faults);
        }
        return fits ? number : LiteralCells.Number.NONE;
    }
}
