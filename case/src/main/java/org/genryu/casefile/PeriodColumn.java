package org.genryu.casefile;

import java.util.BitSet;
import org.genryu.core.Check;

/// A column of numbers of a table: one value a row, and own values by period for the few rows that have them. A row
/// may have no value at all ([#given(int)]); asking for it then is a mistake of the programmer.
public final class PeriodColumn {
    private final double[] base;
    private final double[][] own;
    private final BitSet given;

    private PeriodColumn(double[] base, double[][] own, BitSet given) {
        this.base = base;
        this.own = own;
        this.given = given;
    }

    /// Every row has this value in every period.
    public static PeriodColumn constant(int rows, double value) {
        double[] base = new double[rows];
        java.util.Arrays.fill(base, value);
        BitSet given = new BitSet(rows);
        given.set(0, rows);
        return new PeriodColumn(base, new double[rows][], given);
    }

    /// @param base value by row; kept, not copied
    /// @param own values by row and period; a null row has only its base value; kept, not copied
    /// @param given the rows that have a value
    public static PeriodColumn of(double[] base, double[][] own, BitSet given) {
        Check.that(
                base.length == own.length,
                "Grid: %s base values and %s rows of own values; they must agree.",
                base.length,
                own.length);
        return new PeriodColumn(base, own, given);
    }

    public int rows() {
        return base.length;
    }

    public boolean given(int row) {
        return given.get(row);
    }

    /// The value of the row in period t.
    public double at(int row, int t) {
        double[] periods = own[row];
        return periods == null ? base[row] : periods[t];
    }

    /// Whether the row has values that differ by period.
    public boolean varies(int row) {
        return own[row] != null;
    }
}
