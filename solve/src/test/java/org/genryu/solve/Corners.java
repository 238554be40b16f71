package org.genryu.solve;

/// The simple version: tries every corner of a small bounded program.
final class Corners {
    private static final double TOUCH = 1e-9;

    private Corners() {}

    /// The least objective over all corners; infinity if none is feasible.
    static double least(MathProgram program) {
        int n = program.columns().size();
        int m = program.rows().size();
        double[][] planes = new double[2 * (n + m)][];
        for (int j = 0; j < n; j++) {
            planes[2 * j] = plane(n, j, program.columns().lower()[j]);
            planes[2 * j + 1] = plane(n, j, program.columns().upper()[j]);
        }
        for (int i = 0; i < m; i++) {
            planes[2 * (n + i)] = row(program, i, program.rows().lower()[i]);
            planes[2 * (n + i) + 1] = row(program, i, program.rows().upper()[i]);
        }
        return least(program, planes, new int[n], 0, 0);
    }

    private static double least(MathProgram program, double[][] planes, int[] chosen, int depth, int from) {
        int n = chosen.length;
        if (depth == n) {
            return value(program, planes, chosen);
        }
        double best = Double.POSITIVE_INFINITY;
        for (int p = from; p < planes.length; p++) {
            if (Double.isFinite(planes[p][n])) {
                chosen[depth] = p;
                best = Math.min(best, least(program, planes, chosen, depth + 1, p + 1));
            }
        }
        return best;
    }

    /// The objective where the chosen planes meet; infinity if they do not meet in a feasible point.
    private static double value(MathProgram program, double[][] planes, int[] chosen) {
        int n = chosen.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = planes[chosen[i]].clone();
        }
        for (int c = 0; c < n; c++) {
            int pivot = c;
            for (int i = c + 1; i < n; i++) {
                pivot = Math.abs(a[i][c]) > Math.abs(a[pivot][c]) ? i : pivot;
            }
            double[] swap = a[c];
            a[c] = a[pivot];
            a[pivot] = swap;
            if (Math.abs(a[c][c]) < TOUCH) {
                return Double.POSITIVE_INFINITY;
            }
            for (int i = 0; i < n; i++) {
                double factor = i == c ? 0 : a[i][c] / a[c][c];
                for (int k = c; k <= n; k++) {
                    a[i][k] -= factor * a[c][k];
                }
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = a[i][n] / a[i][i];
        }
        return feasible(program, x) ? objective(program, x) : Double.POSITIVE_INFINITY;
    }

    static boolean feasible(MathProgram program, double[] x) {
        for (int j = 0; j < x.length; j++) {
            if (x[j] < program.columns().lower()[j] - TOUCH
                    || x[j] > program.columns().upper()[j] + TOUCH) {
                return false;
            }
        }
        for (int i = 0; i < program.rows().size(); i++) {
            double[] row = row(program, i, 0);
            double sum = 0;
            for (int j = 0; j < x.length; j++) {
                sum += row[j] * x[j];
            }
            if (sum < program.rows().lower()[i] - TOUCH || sum > program.rows().upper()[i] + TOUCH) {
                return false;
            }
        }
        return true;
    }

    static double objective(MathProgram program, double[] x) {
        double sum = program.offset();
        for (int j = 0; j < x.length; j++) {
            sum += program.columns().cost()[j] * x[j];
        }
        return sum;
    }

    private static double[] plane(int n, int j, double limit) {
        double[] plane = new double[n + 1];
        plane[j] = 1;
        plane[n] = limit;
        return plane;
    }

    private static double[] row(MathProgram program, int i, double side) {
        int n = program.columns().size();
        double[] row = new double[n + 1];
        MathProgram.Matrix matrix = program.matrix();
        for (int j = 0; j < n; j++) {
            for (int e = matrix.start()[j]; e < matrix.start()[j + 1]; e++) {
                row[j] += matrix.row()[e] == i ? matrix.value()[e] : 0;
            }
        }
        row[n] = side;
        return row;
    }
}
