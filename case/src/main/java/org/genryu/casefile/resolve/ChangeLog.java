package org.genryu.casefile.resolve;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.genryu.casefile.schema.CaseSchema;

/// Every number that a change of the base or a scenario touched, before and after, in the order in which it happened.
public final class ChangeLog extends AbstractList<ChangeLog.Entry> implements RandomAccess {
    private final List<ColumnCells> columns = new ArrayList<>();
    private final List<String> causes = new ArrayList<>();
    private int[] where = new int[64];
    private double[] values = new double[32];
    private int size;

    /// @param table such as `routes`
    /// @param id of the row; a lane of a route for several commodities is `route/commodity`
    /// @param period label of the period; empty if the number holds in all
    /// @param before positive infinity is unlimited
    /// @param cause file and line, such as `changes.csv:12` or `scenarios/stop-2027.yaml:7 ban`
    public record Entry(
            String table, String id, String column, String period, double before, double after, String cause) {}

    void add(ColumnCells cells, int row, int period, double before, double after, String cause) {
        if (size * 4 == where.length) {
            where = Arrays.copyOf(where, size * 8);
            values = Arrays.copyOf(values, size * 4);
        }
        if (columns.isEmpty() || columns.getLast() != cells) {
            columns.add(cells);
        }
        if (causes.isEmpty() || !causes.getLast().equals(cause)) {
            causes.add(cause);
        }
        where[size * 4] = columns.size() - 1;
        where[size * 4 + 1] = row;
        where[size * 4 + 2] = period;
        where[size * 4 + 3] = causes.size() - 1;
        values[size * 2] = before;
        values[size * 2 + 1] = after;
        size++;
    }

    CaseSchema.ColumnSpec column(int i) {
        return columns.get(where[i * 4]).column();
    }

    @Override
    public int size() {
        return size;
    }

    /// Whether the number obeys the range of its column after the change.
    boolean inRange(int i) {
        return columns.get(where[i * 4]).column().range().holds(values[i * 2 + 1]);
    }

    @Override
    public Entry get(int i) {
        java.util.Objects.checkIndex(i, size);
        ColumnCells cells = columns.get(where[i * 4]);
        return new Entry(
                cells.table(),
                cells.id(where[i * 4 + 1]),
                cells.column().name(),
                where[i * 4 + 2] < 0 ? "" : cells.periods().label(where[i * 4 + 2]),
                values[i * 2],
                values[i * 2 + 1],
                causes.get(where[i * 4 + 3]));
    }
}
