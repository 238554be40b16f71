package org.genryu.solve;

import java.util.Arrays;
import org.genryu.core.Deadline;

/// A place to begin for a program whose parts follow one another, such as the years of a plan that stocks tie together:
/// each part is solved by itself on what the parts before have left, looking no further, and the bases are put
/// together. From there the simplex has only to mend what looking ahead changes. On a supply network of 36 periods and
/// 113,000 columns both together take 0.4 of the time from nothing.
///
/// A column belongs to the earliest part that it touches; a row that ties parts together to the last of its columns.
/// Where a part has no answer on what is left for it, its last basis serves as well, and nothing is taken from the
/// parts that follow. Nothing but time depends on it: the answer is proved like every other.
final class PartsInTurn {
    /// From here on it is quicker than from nothing [columns].
    static final int LARGE = 50_000;

    static final int MANY = 12;

    private static final int BASIC = 1;

    private final MathProgram program;
    private final int[] part;
    private final int[] place;
    private final int[] rowPart;
    private final double[] taken;
    private final SolverBasis basis;

    /// @param rowPart number of the part by row, from 0; below 0 where the row belongs to several
    private PartsInTurn(MathProgram program, int[] rowPart) {
        this.program = program;
        this.part = columnParts(program.matrix(), rowPart);
        this.rowPart = rowParts(program.matrix(), part, rowPart);
        this.place = new int[rowPart.length];
        this.taken = new double[rowPart.length];
        this.basis = new SolverBasis(new int[part.length], new int[rowPart.length]);
    }

    /// Whether a program is worth it. Against a clock the solver goes its own way, so that the clock is kept.
    static boolean helps(MathProgram program, int parts, SolveOptions options) {
        int columns = program.columns().size();
        return columns >= LARGE
                && parts >= MANY
                && program.whole().isEmpty()
                && program.curvature().isEmpty()
                && options.algorithm() != SolveOptions.Algorithm.INTERIOR_POINT
                && (columns < SolverSearch.INTERIOR_POINT_FROM || options.algorithm() == SolveOptions.Algorithm.SIMPLEX)
                && options.seconds() == Double.POSITIVE_INFINITY
                && !Deadline.present().bounded();
    }

    /// @param rowPart number of the part by row, from 0; below 0 where the row belongs to several
    static SolverBasis of(MathProgram program, int[] rowPart, int parts, SolveOptions options) {
        PartsInTurn turn = new PartsInTurn(program, rowPart);
        int[] columns = turn.inOrder(turn.part, parts);
        int[] rows = turn.inOrder(turn.rowPart, parts);
        int column = 0;
        int row = 0;
        for (int p = 0; p < parts; p++) {
            int firstColumn = column;
            int firstRow = row;
            column = end(columns, column, turn.part, p);
            row = end(rows, row, turn.rowPart, p);
            int[] own = Arrays.copyOfRange(columns, firstColumn, column);
            int[] sides = Arrays.copyOfRange(rows, firstRow, row);
            turn.solve(own, sides, p, options);
        }
        return turn.basis;
    }

    private static int[] columnParts(MathProgram.Matrix matrix, int[] rowPart) {
        int[] part = new int[matrix.start().length - 1];
        for (int j = 0; j < part.length; j++) {
            int first = Integer.MAX_VALUE;
            for (int e = matrix.start()[j]; e < matrix.start()[j + 1]; e++) {
                int of = rowPart[matrix.row()[e]];
                first = of >= 0 && of < first ? of : first;
            }
            part[j] = first == Integer.MAX_VALUE ? 0 : first;
        }
        return part;
    }

    private static int[] rowParts(MathProgram.Matrix matrix, int[] part, int[] given) {
        int[] rowPart = new int[given.length];
        for (int j = 0; j < part.length; j++) {
            for (int e = matrix.start()[j]; e < matrix.start()[j + 1]; e++) {
                rowPart[matrix.row()[e]] = Math.max(rowPart[matrix.row()[e]], part[j]);
            }
        }
        for (int i = 0; i < given.length; i++) {
            rowPart[i] = given[i] >= 0 ? given[i] : rowPart[i];
        }
        return rowPart;
    }

    /// Numbers by part, within a part in their order.
    private int[] inOrder(int[] by, int parts) {
        int[] next = new int[parts + 1];
        for (int of : by) {
            next[of + 1]++;
        }
        for (int p = 0; p < parts; p++) {
            next[p + 1] += next[p];
        }
        int[] order = new int[by.length];
        for (int k = 0; k < by.length; k++) {
            order[next[by[k]]++] = k;
        }
        return order;
    }

    private static int end(int[] order, int from, int[] by, int p) {
        int end = from;
        while (end < order.length && by[order[end]] == p) {
            end++;
        }
        return end;
    }

    private void solve(int[] columns, int[] rows, int p, SolveOptions options) {
        for (int i = 0; i < rows.length; i++) {
            place[rows[i]] = i;
        }
        MathProgram.Matrix all = program.matrix();
        int[] start = new int[columns.length + 1];
        int most = 0;
        for (int column : columns) {
            most += all.start()[column + 1] - all.start()[column];
        }
        int[] row = new int[most];
        double[] value = new double[most];
        int entries = 0;
        for (int k = 0; k < columns.length; k++) {
            for (int e = all.start()[columns[k]]; e < all.start()[columns[k] + 1]; e++) {
                if (rowPart[all.row()[e]] == p) {
                    row[entries] = place[all.row()[e]];
                    value[entries++] = all.value()[e];
                }
            }
            start[k + 1] = entries;
        }
        double[] lower = new double[rows.length];
        double[] upper = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            lower[i] = program.rows().lower()[rows[i]] - taken[rows[i]];
            upper[i] = program.rows().upper()[rows[i]] - taken[rows[i]];
        }
        MathProgram own = MathProgram.linear(
                new MathProgram.Columns(
                        of(program.columns().cost(), columns),
                        of(program.columns().lower(), columns),
                        of(program.columns().upper(), columns)),
                new MathProgram.Rows(lower, upper),
                new MathProgram.Matrix(start, Arrays.copyOf(row, entries), Arrays.copyOf(value, entries)));
        if (columns.length == 0) {
            slack(rows);
            return;
        }
        try (SolverSession live = SolverSession.open(own, options)) {
            Solution solution = live.solve();
            if (live.hasBasis()) {
                keep(columns, rows, live.basis());
            } else {
                slack(rows);
            }
            if (solution instanceof Solution.Optimal optimal) {
                take(columns, optimal.point().x());
            }
        }
    }

    private void keep(int[] columns, int[] rows, SolverBasis found) {
        for (int k = 0; k < columns.length; k++) {
            basis.columns()[columns[k]] = found.columns()[k];
        }
        for (int i = 0; i < rows.length; i++) {
            basis.rows()[rows[i]] = found.rows()[i];
        }
    }

    private void slack(int[] rows) {
        for (int row : rows) {
            basis.rows()[row] = BASIC;
        }
    }

    private void take(int[] columns, double[] x) {
        MathProgram.Matrix all = program.matrix();
        for (int k = 0; k < columns.length; k++) {
            for (int e = all.start()[columns[k]]; e < all.start()[columns[k] + 1]; e++) {
                taken[all.row()[e]] += all.value()[e] * x[k];
            }
        }
    }

    private static double[] of(double[] all, int[] columns) {
        double[] out = new double[columns.length];
        Arrays.setAll(out, k -> all[columns[k]]);
        return out;
    }
}
