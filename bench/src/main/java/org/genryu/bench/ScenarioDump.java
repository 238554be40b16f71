package org.genryu.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.genryu.solve.MathProgram;

/// One program and the factors of many scenarios of it, as `dump_scenarios.py` writes them, where the layout is
/// told. Columns are blocks of processes, arcs, stocks (each by period) and demands.
///
/// @param program the undisturbed program
/// @param sizes how many of everything
/// @param shortRow row of each demand
/// @param file the whole file; the factors begin at `at`
record ScenarioDump(MathProgram program, Sizes sizes, int[] shortRow, ByteBuffer file, int at) {

    record Sizes(int periods, int processes, int arcs, int stocks, int demands, int scenarios) {
        int factors() {
            return 2 * processes + 2 * arcs + demands;
        }

        /// First column of the demands.
        int demandColumn() {
            return (processes + arcs + stocks) * periods;
        }
    }

    static ScenarioDump read(Path path) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        int[] head = ints(file, 9);
        int columns = head[0];
        Sizes sizes = new Sizes(head[3], head[4], head[5], head[6], head[7], head[8]);
        int[] start = ints(file, columns + 1);
        int[] row = ints(file, head[2]);
        int[] shortRow = ints(file, sizes.demands());
        MathProgram.Matrix matrix = new MathProgram.Matrix(start, row, reals(file, head[2]));
        MathProgram.Columns bounds =
                new MathProgram.Columns(reals(file, columns), reals(file, columns), reals(file, columns));
        double[] side = reals(file, head[1]);
        return new ScenarioDump(
                MathProgram.linear(bounds, new MathProgram.Rows(side, side), matrix),
                sizes,
                shortRow,
                file,
                file.position());
    }

    /// Cost, upper bounds and row sides of scenario i, made from its factors as the other program makes them.
    Disturbed disturbed(int i) {
        ByteBuffer factors = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        factors.position(at + i * sizes.factors() * Double.BYTES);
        double[] cost = program.columns().cost().clone();
        double[] upper = program.columns().upper().clone();
        double[] side = program.rows().lower().clone();
        int movers = sizes.processes() + sizes.arcs();
        scale(upper, reals(factors, movers));
        scale(cost, reals(factors, movers));
        double[] wanted = reals(factors, sizes.demands());
        int first = sizes.demandColumn();
        for (int d = 0; d < wanted.length; d++) {
            side[shortRow[d]] += upper[first + d] * (wanted[d] - 1);
            upper[first + d] *= wanted[d];
        }
        return new Disturbed(cost, upper, side);
    }

    record Disturbed(double[] cost, double[] upper, double[] side) {}

    /// Multiplies all periods of the k-th thing by the k-th factor.
    private void scale(double[] values, double[] factor) {
        int periods = sizes.periods();
        for (int k = 0; k < factor.length; k++) {
            for (int t = 0; t < periods; t++) {
                values[k * periods + t] *= factor[k];
            }
        }
    }

    private static int[] ints(ByteBuffer file, int count) {
        int[] out = new int[count];
        for (int i = 0; i < count; i++) {
            out[i] = file.getInt();
        }
        return out;
    }

    private static double[] reals(ByteBuffer file, int count) {
        double[] out = new double[count];
        for (int i = 0; i < count; i++) {
            out[i] = file.getDouble();
        }
        return out;
    }
}
