package org.genryu.solve;

import java.util.BitSet;
import java.util.Optional;
import org.genryu.core.Check;

/// minimise offset + Σ cost_j x_j + ½ Σ q_j x_j² subject to rows.lower ≤ A x ≤ rows.upper and columns.lower ≤ x
/// ≤ columns.upper, x_j whole for j in `whole`.
///
/// The arrays are handed over once and kept, not copied: a program of a million columns exists once.
///
/// @param matrix A by columns
/// @param whole columns that must be whole numbers; empty for an LP
/// @param curvature q_j ≥ 0 by column; empty for an LP
public record MathProgram(
        double offset, Columns columns, Rows rows, Matrix matrix, BitSet whole, Optional<double[]> curvature) {

    public record Columns(double[] cost, double[] lower, double[] upper) {
        public int size() {
            return cost.length;
        }
    }

    public record Rows(double[] lower, double[] upper) {
        public int size() {
            return lower.length;
        }
    }

    /// The entries of column j are `start[j] .. start[j+1] - 1` of `row` and `value`; a row appears once in a
    /// column.
    public record Matrix(int[] start, int[] row, double[] value) {
        public int entries() {
            return start[start.length - 1];
        }
    }

    public MathProgram {
        Check.that(
                matrix.start().length == columns.size() + 1,
                "Program: %s column starts for %s columns; there must be one more.",
                matrix.start().length,
                columns.size());
        Check.that(
                columns.lower().length == columns.size() && columns.upper().length == columns.size(),
                "Program: column arrays differ in length.");
        Check.that(rows.upper().length == rows.size(), "Program: row arrays differ in length.");
        Check.that(
                curvature.map(q -> q.length == columns.size()).orElse(true),
                "Program: curvature must have one entry a column.");
    }

    public static MathProgram linear(Columns columns, Rows rows, Matrix matrix) {
        return new MathProgram(0, columns, rows, matrix, new BitSet(), Optional.empty());
    }
}
