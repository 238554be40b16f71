package org.genryu.casefile;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    /// Periods that still have no value, by row, where the row itself has none and only some periods were given
    /// one.
    private final Map<Integer, BitSet> gaps = new TreeMap<>();

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
        gaps.remove(row);
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
            if (!given.get(row)) {
                BitSet all = new BitSet();
                all.set(0, values.length);
                gaps.put(row, all);
            }
            given.set(row);
        }
        return own[row];
    }

    /// The period of the row was given a value.
    void fill(int row, int t) {
        if (!gaps.isEmpty()) {
            Optional.ofNullable(gaps.get(row)).ifPresent(periodsLeft -> periodsLeft.clear(t));
        }
    }

    /// Periods without a value, by row.
    Map<Integer, BitSet> gaps() {
        return gaps;
    }

    Grid grid() {
        return Grid.of(base, own, given);
    }
}
