package org.genryu.solve;

import java.util.ArrayList;
import java.util.List;

/// The program's numbers as they stand on the live model after all changes: what a certificate is computed
/// from.
///
/// Unchanged arrays are the program's own; an array is copied when it is first changed, so that the program
/// keeps its state and [#restore] can go back to it.
public final class ProgramState {
    /// A changed entry of the matrix, with the value that it had.
    private record Entry(int row, int column, double before) {}

    final MathProgram program;
    double[] cost;
    double[] lower;
    double[] upper;
    double[] rowLower;
    double[] rowUpper;
    double[] value;
    private boolean costsChanged;
    private boolean boundsChanged;
    private boolean sidesChanged;
    private final List<Entry> entries = new ArrayList<>();

    public ProgramState(MathProgram program) {
        this.program = program;
        cost = program.columns().cost();
        lower = program.columns().lower();
        upper = program.columns().upper();
        rowLower = program.rows().lower();
        rowUpper = program.rows().upper();
        value = program.matrix().value();
    }

    /// The program as it stands, without copies.
    MathProgram program() {
        MathProgram.Matrix matrix = new MathProgram.Matrix(
                program.matrix().start(), program.matrix().row(), value);
        return new MathProgram(
                program.offset(),
                new MathProgram.Columns(cost, lower, upper),
                new MathProgram.Rows(rowLower, rowUpper),
                matrix,
                program.whole(),
                program.curvature());
    }

    int columns() {
        return cost.length;
    }

    int rows() {
        return rowLower.length;
    }

    void costs(double[] all) {
        ownCosts();
        System.arraycopy(all, 0, cost, 0, cost.length);
    }

    void costs(int[] columns, double[] some) {
        ownCosts();
        put(columns, some, cost);
    }

    void bounds(double[] allLower, double[] allUpper) {
        ownBounds();
        System.arraycopy(allLower, 0, lower, 0, lower.length);
        System.arraycopy(allUpper, 0, upper, 0, upper.length);
    }

    void bounds(int[] columns, double[] someLower, double[] someUpper) {
        ownBounds();
        put(columns, someLower, lower);
        put(columns, someUpper, upper);
    }

    void sides(double[] allLower, double[] allUpper) {
        ownSides();
        System.arraycopy(allLower, 0, rowLower, 0, rowLower.length);
        System.arraycopy(allUpper, 0, rowUpper, 0, rowUpper.length);
    }

    void sides(int[] rows, double[] someLower, double[] someUpper) {
        ownSides();
        put(rows, someLower, rowLower);
        put(rows, someUpper, rowUpper);
    }

    /// Where entry (row, column) stands in the matrix; -1 if it has no place there.
    int place(int row, int column) {
        MathProgram.Matrix matrix = program.matrix();
        for (int k = matrix.start()[column]; k < matrix.start()[column + 1]; k++) {
            if (matrix.row()[k] == row) {
                return k;
            }
        }
        return -1;
    }

    void coefficient(int place, int row, int column, double newValue) {
        if (entries.isEmpty()) {
            value = value.clone();
        }
        entries.add(new Entry(row, column, value[place]));
        value[place] = newValue;
    }

    /// Puts the program's own numbers back and tells the native model about each that was changed.
    void restore(SolverSession live) {
        if (costsChanged) {
            live.costs(program.columns().cost());
            cost = program.columns().cost();
            costsChanged = false;
        }
        if (boundsChanged) {
            live.bounds(program.columns().lower(), program.columns().upper());
            lower = program.columns().lower();
            upper = program.columns().upper();
            boundsChanged = false;
        }
        if (sidesChanged) {
            live.sides(program.rows().lower(), program.rows().upper());
            rowLower = program.rows().lower();
            rowUpper = program.rows().upper();
            sidesChanged = false;
        }
        List<Entry> undo = List.copyOf(entries).reversed();
        undo.forEach(entry -> live.coefficient(entry.row(), entry.column(), entry.before()));
        entries.clear();
        value = program.matrix().value();
    }

    private void ownCosts() {
        if (!costsChanged) {
            costsChanged = true;
            cost = cost.clone();
        }
    }

    private void ownBounds() {
        if (!boundsChanged) {
            boundsChanged = true;
            lower = lower.clone();
            upper = upper.clone();
        }
    }

    private void ownSides() {
        if (!sidesChanged) {
            sidesChanged = true;
            rowLower = rowLower.clone();
            rowUpper = rowUpper.clone();
        }
    }

    private static void put(int[] places, double[] from, double[] to) {
        for (int k = 0; k < places.length; k++) {
            to[places[k]] = from[k];
        }
    }
}
