package org.genryu.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.genryu.solve.MathProgram;

/// A program that grows row by row.
final class ProgramRows {
    private final List<double[]> columns = new ArrayList<>();
    private final BitSet whole = new BitSet();
    private final List<Row> rows = new ArrayList<>();

    private record Row(int[] column, double[] value, double least, double most) {}

    /// @return number of the new column
    int column(double cost, double lower, double upper, boolean isWhole) {
        whole.set(columns.size(), isWhole);
        columns.add(new double[] {cost, lower, upper});
        return columns.size() - 1;
    }

    /// @param value by column; of those that are left out 0
    void row(int[] column, double[] value, double least, double most) {
        rows.add(new Row(column, value, least, most));
    }

    MathProgram program(boolean relaxed) {
        int n = columns.size();
        int[] start = new int[n + 1];
        for (Row row : rows) {
            for (int k = 0; k < row.column.length; k++) {
                start[row.column[k] + 1] += row.value[k] != 0 ? 1 : 0;
            }
        }
        for (int j = 0; j < n; j++) {
            start[j + 1] += start[j];
        }
        int[] next = Arrays.copyOf(start, n);
        int[] at = new int[start[n]];
        double[] value = new double[start[n]];
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            for (int k = 0; k < row.column.length; k++) {
                if (row.value[k] != 0) {
                    at[next[row.column[k]]] = i;
                    value[next[row.column[k]]++] = row.value[k];
                }
            }
        }
        return new MathProgram(
                0,
                new MathProgram.Columns(side(0), side(1), side(2)),
                new MathProgram.Rows(
                        rows.stream().mapToDouble(Row::least).toArray(),
                        rows.stream().mapToDouble(Row::most).toArray()),
                new MathProgram.Matrix(start, at, value),
                relaxed ? new BitSet() : (BitSet) whole.clone(),
                Optional.empty());
    }

    private double[] side(int k) {
        return columns.stream().mapToDouble(column -> column[k]).toArray();
    }
}
