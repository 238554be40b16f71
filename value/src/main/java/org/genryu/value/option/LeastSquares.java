package org.genryu.value.option;

import org.genryu.core.Check;

/// Which weights of a few basis functions come nearest to many values? Normal equations, gathered path by path, solved
/// by Cholesky after scaling each function to length one.
///
/// Σ b bᵀ β = Σ b y; a ridge of 1e-11 of the scaled diagonal keeps functions that say the same from blowing up.
///
/// The squares of the condition stay harmless because the state is normalised and the basis modest; not for raw
/// prices to high powers.
final class LeastSquares {
    private static final double RIDGE = 1e-11;

    private LeastSquares() {}

    /// @param gram Σ b bᵀ, only the lower triangle is read
    /// @param moments Σ b y
    /// @return weights; all 0 if there was nothing to fit
    static double[] solve(double[][] gram, double[] moments) {
        double[][] lower = factor(gram);
        return solve(gram, lower, moments);
    }

    /// L of the scaled matrix, to solve for several right sides.
    static double[][] factor(double[][] gram) {
        int n = gram.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double scale = scale(gram, i) * scale(gram, j);
                double sum = gram[i][j] * scale + (i == j ? RIDGE : 0);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    lower[i][i] = Math.sqrt(Math.max(sum, RIDGE));
                } else {
                    lower[i][j] = sum / lower[j][j];
                }
            }
        }
        return lower;
    }

    static double[] solve(double[][] gram, double[][] lower, double[] moments) {
        int n = moments.length;
        Check.that(lower.length == n, "Least squares: %s moments for %s functions.", n, lower.length);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = moments[i] * scale(gram, i);
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * x[k];
            }
            x[i] = sum / lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < n; k++) {
                sum -= lower[k][i] * x[k];
            }
            x[i] = sum / lower[i][i];
        }
        for (int i = 0; i < n; i++) {
            x[i] *= scale(gram, i);
        }
        return x;
    }

    private static double scale(double[][] gram, int i) {
        return gram[i][i] > 0 ? 1 / Math.sqrt(gram[i][i]) : 0;
    }
}
