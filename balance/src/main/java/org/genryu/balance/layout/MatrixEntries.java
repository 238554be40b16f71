package org.genryu.balance.layout;

import java.util.Arrays;
import org.genryu.solve.MathProgram;

/// Grows a matrix column by column; entries of one row in one column are added up.
public final class MatrixEntries {
    private final int[] start;
    private int[] row;
    private double[] value;
    private int column;
    private int count;

    public MatrixEntries(int columns, int estimate) {
        start = new int[columns + 1];
        row = new int[estimate];
        value = new double[estimate];
    }

    /// Adds to the entry of the row in the present column.
    public void put(int atRow, double amount) {
        for (int e = start[column]; e < count; e++) {
            if (row[e] == atRow) {
                value[e] += amount;
                return;
            }
        }
        if (count == row.length) {
            row = Arrays.copyOf(row, count + count / 2 + 16);
            value = Arrays.copyOf(value, row.length);
        }
        row[count] = atRow;
        value[count++] = amount;
    }

    public void putIf(int first, int offset, double amount) {
        if (first >= 0) {
            put(first + offset, amount);
        }
    }

    public void endColumn() {
        start[++column] = count;
    }

    public MathProgram.Matrix matrix() {
        return new MathProgram.Matrix(start, row, value);
    }
}
