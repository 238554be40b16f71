package org.genryu.solve;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.genryu.core.Check;

/// Writes a linear program in the LP format, every number to its last digit, in time that grows with its entries.
public final class LpFile {
    private static final int TERMS_A_LINE = 8;

    private final MathProgram program;
    private final String[] columns;
    private final String[] rows;
    private final BufferedWriter out;

    private LpFile(MathProgram program, String[] columns, String[] rows, BufferedWriter out) {
        this.program = program;
        this.columns = columns;
        this.rows = rows;
        this.out = out;
    }

    /// @param columns names, as `rows`; a letter that means something in an LP file becomes `_`
    public static void write(MathProgram program, String[] columns, String[] rows, Path file) {
        Check.that(program.whole().isEmpty() && program.curvature().isEmpty(), "LP file: only linear programs.");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            LpFile lp = new LpFile(program, FileNames.of(columns), FileNames.of(rows), out);
            lp.objective();
            lp.rows();
            lp.bounds();
            out.write("end\n");
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private void objective() throws IOException {
        out.write("min\n obj:");
        int terms = 0;
        for (int j = 0; j < columns.length; j++) {
            double cost = program.columns().cost()[j];
            if (cost != 0) {
                term(cost, j, terms++);
            }
        }
        if (program.offset() != 0) {
            out.write(" " + signed(program.offset()));
        }
        out.write("\nst\n");
    }

    private void term(double value, int column, int number) throws IOException {
        out.write((number > 0 && number % TERMS_A_LINE == 0 ? "\n  " : " ") + signed(value) + " " + columns[column]);
    }

    private static String signed(double value) {
        return value < 0 ? Double.toString(value) : "+" + value;
    }

    private void rows() throws IOException {
        MathProgram.Matrix matrix = program.matrix();
        int[] start = new int[rows.length + 1];
        for (int e = 0; e < matrix.entries(); e++) {
            start[matrix.row()[e] + 1]++;
        }
        for (int i = 0; i < rows.length; i++) {
            start[i + 1] += start[i];
        }
        int[] column = new int[matrix.entries()];
        double[] value = new double[matrix.entries()];
        int[] at = start.clone();
        for (int j = 0; j < columns.length; j++) {
            for (int e = matrix.start()[j]; e < matrix.start()[j + 1]; e++) {
                int to = at[matrix.row()[e]]++;
                column[to] = j;
                value[to] = matrix.value()[e];
            }
        }
        for (int i = 0; i < rows.length; i++) {
            double low = program.rows().lower()[i];
            double high = program.rows().upper()[i];
            if (low == high) {
                row(i, "", column, value, start, " = " + low);
            } else {
                if (low > Double.NEGATIVE_INFINITY) {
                    row(i, "", column, value, start, " >= " + low);
                }
                if (high < Double.POSITIVE_INFINITY) {
                    row(i, low > Double.NEGATIVE_INFINITY ? "#most" : "", column, value, start, " <= " + high);
                }
            }
        }
    }

    private void row(int i, String more, int[] column, double[] value, int[] start, String side) throws IOException {
        out.write(" " + rows[i] + more + ":");
        for (int e = start[i]; e < start[i + 1]; e++) {
            term(value[e], column[e], e - start[i]);
        }
        if (start[i] == start[i + 1] && columns.length > 0) {
            term(0, 0, 0);
        }
        out.write(side + "\n");
    }

    private void bounds() throws IOException {
        out.write("bounds\n");
        for (int j = 0; j < columns.length; j++) {
            double low = program.columns().lower()[j];
            double high = program.columns().upper()[j];
            boolean below = low > Double.NEGATIVE_INFINITY;
            boolean above = high < Double.POSITIVE_INFINITY;
            if (low == high) {
                out.write(" " + columns[j] + " = " + low + "\n");
            } else if (!below && !above) {
                out.write(" " + columns[j] + " free\n");
            } else if (above) {
                out.write(" " + (low == 0 ? "" : (below ? Double.toString(low) : "-inf") + " <= ") + columns[j] + " <= "
                        + high + "\n");
            } else if (low != 0) {
                out.write(" " + columns[j] + " >= " + low + "\n");
            }
        }
    }
}
