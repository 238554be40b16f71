package org.genryu.casefile;

import java.util.BitSet;
import java.util.function.IntFunction;
import org.genryu.core.Periods;

/// The numbers of one column while series and changes are applied: one value a row, and own values by period for the
/// rows that need them. It ends as a [Grid].
final class Cells {
    private final String table;
    private final Schema.ColumnSpec column;
    private final Periods periods;
    private final IntFunction<String> ids;
    private final double[] base;
    private final double[][] own;
    private final BitSet given;

    /// @param base kept, not copied
    /// @param given kept, not copied
    /// @param ids id of a row, for the log
    Cells(
            String table,
            Schema.ColumnSpec column,
            Periods periods,
            IntFunction<String> ids,
            double[] base,
            BitSet given) {
        this.table = table;
        this.column = column;
        this.periods = periods;
        this.ids = ids;
        this.base = base;
        this.own = new double[base.length][];
        this.given = given;
    }

    String table() {
        return table;
    }

    Schema.ColumnSpec column() {
        return column;
    }

    Periods periods() {
        return periods;
    }

    String id(int row) {
        return ids.apply(row);
    }

    int rows() {
        return base.length;
    }

    boolean given(int row) {
        return given.get(row);
    }

    boolean varies(int row) {
        return own[row] != null;
    }

    double at(int row, int t) {
        return own[row] == null ? base[row] : own[row][t];
    }

    double base(int row) {
        return base[row];
    }

    double[] bases() {
        return base;
    }

    /// The row has this value in every period.
    void set(int row, double value) {
        base[row] = value;
        given.set(row);
        if (own[row] != null) {
            java.util.Arrays.fill(own[row], value);
        }
    }

    /// The values of the row by period, to be changed in place.
    double[] open(int row) {
        if (own[row] == null) {
            double[] values = new double[periods.count()];
            java.util.Arrays.fill(values, base[row]);
            own[row] = values;
            given.set(row);
        }
        return own[row];
    }

    Grid grid() {
        return Grid.of(base, own, given);
    }
}
