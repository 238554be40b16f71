package org.genryu.core.number;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.genryu.core.Check;

/// How are shocks tied to each other, and can they be tied that way at all? People write correlations in pairs, and
/// pairs may contradict each other: then the nearest matrix that can hold is used, and it says how far it is from
/// what was written.
///
/// C = L Lᵀ, correlated = L · independent, L lower triangular (Cholesky) – [#tie]
///
/// Nearest: alternating projections of Higham (2002), Computing the nearest correlation matrix, IMA J. Numer. Anal. 22,
/// algorithm 3.3, onto matrices with eigenvalues of at least 1e-8 and onto those with ones on the diagonal.
///
/// @param factors names, in the order of rows and columns
/// @param written as written, ones on the diagonal, 0 where no pair was written
/// @param used positive definite; the same as `written` unless it was repaired
/// @param lower L
/// @param repair largest change of a correlation, 0 if nothing had to be repaired
public record Correlation(List<String> factors, double[][] written, double[][] used, double[][] lower, double repair) {
    private static final double SMALLEST_EIGENVALUE = 1e-8;
    private static final double STILL = 1e-12;
    private static final int ROUNDS = 2_000;

    /// The correlation of two factors.
    /// @param value from -1 to 1
    public record Pair(String first, String second, double value) {
        public Pair {
            Check.that(
                    value >= -1 && value <= 1,
                    "Correlation '%s' with '%s': it is %s; it must lie in [-1, 1].",
                    first,
                    second,
                    value);
        }
    }

    public Correlation {
        factors = List.copyOf(factors);
    }

    /// No factor knows of another.
    public static Correlation none(List<String> factors) {
        return of(factors, List.of());
    }

    /// @param pairs of different factors of the list; of pairs written twice the last holds
    public static Correlation of(List<String> factors, List<Pair> pairs) {
        int n = factors.size();
        double[][] written = new double[n][n];
        for (int i = 0; i < n; i++) {
            written[i][i] = 1;
        }
        for (Pair pair : pairs) {
            int i = factors.indexOf(pair.first());
            int j = factors.indexOf(pair.second());
            Check.that(
                    i >= 0 && j >= 0 && i != j,
                    "Correlation '%s' with '%s': the names must be two of %s.",
                    pair.first(),
                    pair.second(),
                    factors);
            written[i][j] = pair.value();
            written[j][i] = pair.value();
        }
        double[][] lower = new double[n][n];
        if (cholesky(written, lower)) {
            return new Correlation(factors, written, written, lower, 0);
        }
        double[][] used = nearest(written);
        Check.that(cholesky(used, lower), "Correlation: the nearest matrix is not positive definite.");
        return new Correlation(factors, written, used, lower, farthest(written, used));
    }

    /// Was what was written impossible?
    public boolean repaired() {
        return repair > 0;
    }

    /// Row i of L times the independent shocks.
    public double tie(int i, double[] independent) {
        double[] row = lower[i];
        double sum = 0;
        for (int j = 0; j <= i; j++) {
            sum += row[j] * independent[j];
        }
        return sum;
    }

    /// The independent shocks that [#tie] makes these of: L⁻¹ times them.
    public double[] untie(double[] tied) {
        double[] free = new double[tied.length];
        for (int i = 0; i < free.length; i++) {
            double sum = tied[i];
            for (int j = 0; j < i; j++) {
                sum -= lower[i][j] * free[j];
            }
            free[i] = sum / lower[i][i];
        }
        return free;
    }

    /// False where the matrix is not positive definite.
    private static boolean cholesky(double[][] matrix, double[][] lower) {
        int n = matrix.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    if (!(sum > SMALLEST_EIGENVALUE / 2)) {
                        return false;
                    }
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    lower[i][j] = sum / lower[j][j];
                }
            }
        }
        return true;
    }

    private static double[][] nearest(double[][] written) {
        int n = written.length;
        double[][] now = copy(written);
        double[][] correction = new double[n][n];
        double change = 1;
        for (int round = 0; round < ROUNDS && change > STILL; round++) {
            double[][] target = minus(now, correction);
            double[][] positive = positive(target);
            correction = minus(positive, target);
            double[][] next = copy(positive);
            for (int i = 0; i < n; i++) {
                next[i][i] = 1;
            }
            change = farthest(now, next);
            now = next;
        }
        return scaled(positive(now));
    }

    /// The nearest symmetric matrix whose eigenvalues are not below the smallest.
    private static double[][] positive(double[][] matrix) {
        int n = matrix.length;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        Check.that(eigen.decompose(new DMatrixRMaj(matrix)), "Correlation: the eigenvalues could not be found.");
        double[][] out = new double[n][n];
        for (int e = 0; e < n; e++) {
            double value = Math.max(eigen.getEigenvalue(e).getReal(), 2 * SMALLEST_EIGENVALUE);
            DMatrixRMaj vector = eigen.getEigenVector(e);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    out[i][j] += value * vector.get(i) * vector.get(j);
                }
            }
        }
        return out;
    }

    private static double[][] scaled(double[][] matrix) {
        int n = matrix.length;
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                out[i][j] = i == j ? 1 : matrix[i][j] / Math.sqrt(matrix[i][i] * matrix[j][j]);
            }
        }
        return out;
    }

    private static double[][] minus(double[][] a, double[][] b) {
        double[][] out = copy(a);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                out[i][j] -= b[i][j];
            }
        }
        return out;
    }

    private static double[][] copy(double[][] a) {
        double[][] out = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            out[i] = a[i].clone();
        }
        return out;
    }

    private static double farthest(double[][] a, double[][] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                most = Math.max(most, Math.abs(a[i][j] - b[i][j]));
            }
        }
        return most;
    }
}
