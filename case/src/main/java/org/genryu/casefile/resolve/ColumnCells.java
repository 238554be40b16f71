package org.genryu.casefile.resolve;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
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
    private final Map<Long, CellNumber[]> months = new HashMap<>();
    /// How numbers follow from those that were written with a range, by [#key(int, int)]; period -1 is all periods
    /// of a row that does not vary.
    private final Map<Long, ToDoubleFunction<double[]>> ranges = new HashMap<>();

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

    private long key(int row, int t) {
        return (long) row * (periods.count() + 1) + t + 1;
    }

    /// The number of the row in period t.
    CellNumber number(int row, int t) {
        return ranges.isEmpty()
                ? CellNumber.fixed(at(row, t))
                : new CellNumber(at(row, t), Optional.ofNullable(ranges.get(key(row, varies(row) ? t : -1))));
    }

    /// The number of the row where no period has its own.
    CellNumber whole(int row) {
        return new CellNumber(base[row], Optional.ofNullable(ranges.get(key(row, -1))));
    }

    /// The row has this number in every period.
    void set(int row, CellNumber number) {
        base[row] = number.value();
        given.set(row);
        gaps.remove(row);
        months.keySet().removeIf(key -> key / (periods.count() + 1) == row);
        follow(row, -1, number);
        for (int t = 0; own[row] != null && t < periods.count(); t++) {
            set(row, t, number);
        }
    }

    /// The row has this number in period t.
    void set(int row, int t, CellNumber number) {
        open(row)[t] = number.value();
        follow(row, t, number);
    }

    private void follow(int row, int t, CellNumber number) {
        if (number.isFixed() && ranges.isEmpty()) {
            return;
        }
        ranges.remove(key(row, t));
        number.by().ifPresent(by -> ranges.put(key(row, t), by));
    }

    private double[] open(int row) {
        if (own[row] == null) {
            double[] values = new double[periods.count()];
            java.util.Arrays.fill(values, base[row]);
            own[row] = values;
            whole(row).by().ifPresent(by -> {
                for (int t = 0; t < values.length; t++) {
                    ranges.put(key(row, t), by);
                }
            });
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
        open(row);
        int start = periods.month(t);
        int end = periods.month(t + 1);
        boolean whole = edit.from() <= start && edit.until() >= end;
        CellNumber[] parts = months.get(key(row, t));
        if (parts == null && whole) {
            set(row, t, edit.on(number(row, t)));
            return;
        }
        if (parts == null) {
            parts = new CellNumber[end - start];
            java.util.Arrays.fill(parts, number(row, t));
            months.put(key(row, t), parts);
        }
        for (int m = 0; m < parts.length; m++) {
            boolean holds = edit.from() <= start + m && start + m < edit.until();
            parts[m] = holds ? edit.on(parts[m]) : parts[m];
        }
        set(row, t, mean(parts.clone()));
    }

    private static CellNumber mean(CellNumber[] parts) {
        ToDoubleFunction<double[]> by = drawn -> mean(java.util.Arrays.stream(parts)
                .mapToDouble(part -> part.of(drawn))
                .toArray());
        boolean fixed = java.util.Arrays.stream(parts).allMatch(CellNumber::isFixed);
        double value = mean(
                java.util.Arrays.stream(parts).mapToDouble(CellNumber::value).toArray());
        return new CellNumber(value, fixed ? Optional.empty() : Optional.of(by));
    }

    private static double mean(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        boolean even = java.util.Arrays.stream(parts).distinct().count() == 1;
        return even ? parts[0] : sum / parts.length;
    }

    /// Rows that are limited in some months of a period and not in others, so that nothing binds them there, each
    /// with the first such period.
    Map<Integer, Integer> blurred() {
        Map<Integer, Integer> found = new TreeMap<>();
        months.forEach((key, parts) -> {
            int row = (int) (key / (periods.count() + 1));
            int t = (int) (key % (periods.count() + 1)) - 1;
            if (Double.isInfinite(at(row, t))
                    && java.util.Arrays.stream(parts).anyMatch(part -> Double.isFinite(part.value()))) {
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

    /// The values of the rows.
    /// @param drawn one value for each uncertain number of the case; empty for the central ones
    double[] bases(Optional<double[]> drawn) {
        if (drawn.isEmpty() || ranges.isEmpty()) {
            return base;
        }
        double[] values = new double[base.length];
        java.util.Arrays.setAll(values, row -> whole(row).of(drawn.get()));
        return values;
    }

    /// The same by period.
    PeriodColumn grid(Optional<double[]> drawn) {
        if (drawn.isEmpty() || ranges.isEmpty()) {
            return PeriodColumn.of(base, own, given);
        }
        double[][] values = own.clone();
        BitSet copied = new BitSet();
        ranges.forEach((key, by) -> {
            int row = (int) (key / (periods.count() + 1));
            int t = (int) (key % (periods.count() + 1)) - 1;
            if (t >= 0) {
                if (!copied.get(row)) {
                    copied.set(row);
                    values[row] = own[row].clone();
                }
                values[row][t] = by.applyAsDouble(drawn.get());
            }
        });
        return PeriodColumn.of(bases(drawn), values, given);
    }

    /// Whether any number of the column follows from one that was written with a range.
    boolean isUncertain() {
        return !ranges.isEmpty();
    }
}
