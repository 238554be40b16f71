package org.genryu.solve;

import java.nio.file.Path;

/// One native model: handed over once, then changed in place and solved again from its last (or a given) basis.
/// One thread at a time; many models in parallel are one for each worker. Closing gives the native memory back.
public interface LiveModel extends AutoCloseable {
    static LiveModel open(Program program, SolveOptions options) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Solves from the present basis if there is one.
    Solution solve();

    /// New costs of all columns.
    void costs(double[] cost);

    /// New bounds of all columns.
    void bounds(double[] lower, double[] upper);

    /// New sides of all rows.
    void sides(double[] lower, double[] upper);

    /// New costs of some columns.
    void costs(int[] columns, double[] cost);

    /// New bounds of some columns.
    void bounds(int[] columns, double[] lower, double[] upper);

    /// New sides of some rows.
    void sides(int[] rows, double[] lower, double[] upper);

    /// A new entry of the matrix.
    void coefficient(int row, int column, double value);

    Basis basis();

    /// The next solve starts here.
    void start(Basis basis);

    /// Names for written files and messages, in order; may be left out for speed.
    void names(String[] columns, String[] rows);

    /// Writes the model as `.lp` or `.mps`, by the file's ending.
    void write(Path file);

    /// B⁻¹ e_row after an optimal solve: by how much each basic variable changes when the side of `row` grows by
    /// one unit.
    Response response(int row);

    /// Row of B⁻¹ of the k-th basic variable: by how much each dual changes with that variable's cost.
    Response sensitivity(int k);

    /// The basic variables in the order of the basis: column j as j, row i as -1 - i.
    int[] basics();

    /// Sparse result.
    /// @param index positions with a value (for `response`: of a basic variable in [#basics()]; for `sensitivity`:
    /// of a row)
    /// @param value their values
    record Response(int[] index, double[] value) {}

    @Override
    void close();
}
