package org.genryu.casefile.resolve;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.genryu.casefile.PeriodColumn;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.core.time.Periods;

/// The numbers of one column while series and changes are applied: one value a row, and own values by period for the
/// rows that need them. It ends as a [PeriodColumn].
final class ColumnCells {
    private final String table;
    private final CaseSchema.ColumnSpec column;
    private final Periods periods;
    private final IntFunction<String> ids;
    private final double[] base;
    private final double[][] own;
    private final BitSet given;
    /// Periods that still have no value, by row, where the row itself has none and only some periods were given
    /// one.
    private final Map<Integer, BitSet> gaps = new TreeMap<>();
    /// Values by month of the periods that an edit holds in for a part, by row · periods + period.
    private final Map<Long, double[]> months = new HashMap<>();

    /// @param base kept, not copied
    /// @param given kept, not copied
    /// @param ids id of a row, for the log
    ColumnCells(
            String table,
            CaseSchema.ColumnSpec column,
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

    CaseSchema.ColumnSpec column() {
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
        months.keySet().removeIf(key -> key / periods.count() == row);
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

    /// What the edit makes of the row in period t, moment by moment: where it holds during a part of the period
    /// only, the period remembers its months, so that edits that overlap or follow each other act each in its own
    /// months.
    void edit(int row, int t, CellEdit edit) {
        double[] values = open(row);
        int start = periods.month(t);
        int end = periods.month(t + 1);
        long key = (long) row * periods.count() + t;
        boolean whole = edit.from() <= start && edit.until() >= end;
        double[] parts = months.get(key);
        if (parts == null && whole) {
            values[t] = edit.on(values[t]);
            return;
        }
        if (parts == null) {
            parts = new double[end - start];
            java.util.Arrays.fill(parts, values[t]);
            months.put(key, parts);
        }
        double sum = 0;
        for (int m = 0; m < parts.length; m++) {
            boolean holds = edit.from() <= start + m && start + m < edit.until();
            parts[m] = holds ? edit.on(parts[m]) : parts[m];
            sum += parts[m];
        }
        boolean even = java.util.Arrays.stream(parts).distinct().count() == 1;
        values[t] = even ? parts[0] : sum / parts.length;
    }

    /// Rows that are limited in some months of a period and not in others, so that nothing binds them there, each
    /// with the first such period.
    Map<Integer, Integer> blurred() {
        Map<Integer, Integer> found = new TreeMap<>();
        months.forEach((key, parts) -> {
            int row = (int) (key / periods.count());
            int t = (int) (key % periods.count());
            if (Double.isInfinite(at(row, t)) && java.util.Arrays.stream(parts).anyMatch(Double::isFinite)) {
                found.merge(row, t, Math::min);
            }
        });
        return found;
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

    PeriodColumn grid() {
        return PeriodColumn.of(base, own, given);
    }
}
