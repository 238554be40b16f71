package org.genryu.solve.convex;

import java.util.Arrays;
import org.genryu.solve.MathProgram;

/// Which columns must stand at their lower bound because a row leaves them no choice, and what are such rows worth?
///
/// A row whose columns can only lower it, though it may not fall (or only raise it, though it may not rise), holds
/// them all: a market that nothing reaches. There its price has no upper end, and an interior point would follow it
/// to infinity. So those columns are fixed before the solve, and afterwards the price of each such row is the least
/// that keeps its users from wanting more: what the first unit would be worth there. Several such inputs of one user
/// share what it could pay.
final class ForcedColumns {
    private static final int SWEEPS = 500;
    private static final double STILL = 1e-13;

    private final MathProgram program;
    private final boolean[] held;
    /// By row: what it lacks.
    private final byte[] kind;
    private static final byte SHORT = 1;
    private static final byte GLUT = 2;

    private ForcedColumns(MathProgram program) {
        this.program = program;
        this.held = new boolean[program.columns().size()];
        this.kind = new byte[program.rows().size()];
    }

    static ForcedColumns of(MathProgram program) {
        ForcedColumns ends = new ForcedColumns(program);
        ends.find();
        return ends;
    }

    boolean any() {
        for (byte k : kind) {
            if (k != 0) {
                return true;
            }
        }
        return false;
    }

    /// The program with the held columns fixed.
    MathProgram reduced() {
        double[] upper = program.columns().upper().clone();
        for (int j = 0; j < upper.length; j++) {
            upper[j] = held[j] ? program.columns().lower()[j] : upper[j];
        }
        return new MathProgram(
                program.offset(),
                new MathProgram.Columns(
                        program.columns().cost(), program.columns().lower(), upper),
                program.rows(),
                program.matrix(),
                program.whole(),
                program.curvature());
    }

    private void find() {
        MathProgram.Matrix a = program.matrix();
        double[] lower = program.columns().lower();
        double[] upper = program.columns().upper();
        int m = kind.length;
        // How many open columns can raise and lower each row, and where it stands without them.
        int[] raise = new int[m];
        int[] fall = new int[m];
        double[] stands = new double[m];
        for (int j = 0; j < held.length; j++) {
            held[j] = lower[j] == upper[j];
            for (int e = a.start()[j]; e < a.start()[j + 1]; e++) {
                int i = a.row()[e];
                stands[i] += lower[j] > Double.NEGATIVE_INFINITY ? a.value()[e] * lower[j] : 0;
                boolean both = lower[j] == Double.NEGATIVE_INFINITY;
                if (!held[j]) {
                    raise[i] += both || a.value()[e] > 0 ? 1 : 0;
                    fall[i] += both || a.value()[e] < 0 ? 1 : 0;
                }
            }
        }
        int[][] columnsOf = columns(a, m);
        boolean found = true;
        while (found) {
            found = false;
            for (int i = 0; i < m; i++) {
                boolean bottom = raise[i] == 0 && stands[i] <= program.rows().lower()[i];
                boolean top = fall[i] == 0 && stands[i] >= program.rows().upper()[i];
                if (kind[i] != 0 || !(bottom || top)) {
                    continue;
                }
                kind[i] = bottom ? SHORT : GLUT;
                found = true;
                for (int j : columnsOf[i]) {
                    if (!held[j]) {
                        held[j] = true;
                        for (int e = a.start()[j]; e < a.start()[j + 1]; e++) {
                            raise[a.row()[e]] -= a.value()[e] > 0 ? 1 : 0;
                            fall[a.row()[e]] -= a.value()[e] < 0 ? 1 : 0;
                        }
                    }
                }
            }
        }
    }

    private static int[][] columns(MathProgram.Matrix a, int rows) {
        int[] count = new int[rows];
        for (int e = 0; e < a.entries(); e++) {
            count[a.row()[e]]++;
        }
        int[][] columns = new int[rows][];
        for (int i = 0; i < rows; i++) {
            columns[i] = new int[count[i]];
            count[i] = 0;
        }
        for (int j = 0; j + 1 < a.start().length; j++) {
            for (int e = a.start()[j]; e < a.start()[j + 1]; e++) {
                columns[a.row()[e]][count[a.row()[e]]++] = j;
            }
        }
        return columns;
    }

    /// Moves the prices of such rows, in place, until no column that could be opened would pay.
    /// @return whether they came to rest; where not, a use would pay any price for what cannot be had
    boolean price(CostCurves curves, double[] y) {
        MathProgram.Matrix a = program.matrix();
        for (int i = 0; i < kind.length; i++) {
            y[i] = kind[i] != 0 ? 0 : y[i];
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double[] move = new double[y.length];
            boolean moved = false;
            for (int j = 0; j < held.length; j++) {
                if (!held[j]
                        || program.columns().lower()[j] == program.columns().upper()[j]) {
                    continue;
                }
                double left = -program.columns().cost()[j]
                        - curves.above(j, program.columns().lower()[j]);
                double size = Math.abs(left);
                int payers = 0;
                for (int e = a.start()[j]; e < a.start()[j + 1]; e++) {
                    double worth = a.value()[e] * y[a.row()[e]];
                    left += worth;
                    size = Math.max(size, Math.abs(worth));
                    payers += pays(a.row()[e], a.value()[e]) ? 1 : 0;
                }
                if (left == Double.POSITIVE_INFINITY) {
                    return false;
                }
                if (left > STILL * size && payers > 0) {
                    moved = true;
                    for (int e = a.start()[j]; e < a.start()[j + 1]; e++) {
                        int i = a.row()[e];
                        if (pays(i, a.value()[e])) {
                            double step = -left / (payers * a.value()[e]);
                            move[i] = Math.abs(step) > Math.abs(move[i]) ? step : move[i];
                        }
                    }
                }
            }
            if (!moved) {
                return true;
            }
            for (int i = 0; i < y.length; i++) {
                y[i] += move[i];
            }
        }
        return Arrays.stream(y).allMatch(v -> Math.abs(v) < Double.POSITIVE_INFINITY);
    }

    /// Whether the price of a row may move so that a column with this entry pays less: up where the row lacks what
    /// raises it, down where it lacks what lowers it.
    private boolean pays(int row, double entry) {
        return entry < 0 ? kind[row] == SHORT : entry > 0 && kind[row] == GLUT;
    }
}
