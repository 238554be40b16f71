package org.genryu.plan;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.core.Check;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;

/// Which shares of a sum have the least tail risk at a wanted mean return, where returns are jointly normal?
///
///     minimise x'Vx, Σ x = 1, m·x ≥ wanted, x ≥ 0;  VaR_b = z_b √(x'Vx) - m·x,  CVaR_b = φ(z_b)/(1-b) √(x'Vx) - m·x
///
/// The three risks have one and the same best x. With V = L L' the curvature is that of u = L'x alone.
///
/// Source: Rockafellar and Uryasev 2000, section 4. Does not apply where returns have fat tails or options in them.
///
/// @param shares by asset; they sum to 1
/// @param mean return [fraction]
/// @param variance of the return [fraction²]
public record NormalRisk(double[] shares, double mean, double variance) {
    private static final double SQRT_2PI = Math.sqrt(2 * Math.PI);

    /// @param mean by asset [fraction]
    /// @param covariance symmetric, positive definite [fraction²]
    /// @return empty if no shares have that return
    public static Optional<NormalRisk> least(double[] mean, double[][] covariance, double wanted) {
        int n = mean.length;
        double[][] root = root(covariance);
        ProgramRows program = new ProgramRows();
        for (int i = 0; i < n; i++) {
            program.column(0, 0, 1, false);
        }
        for (int i = 0; i < n; i++) {
            program.column(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);
        }
        int[] assets = IntStream.range(0, n).toArray();
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        program.row(assets, ones, 1, 1);
        program.row(assets, mean, wanted, Double.POSITIVE_INFINITY);
        for (int k = 0; k < n; k++) {
            int[] column = Arrays.copyOf(assets, n + 1);
            column[n] = n + k;
            double[] value = new double[n + 1];
            for (int i = 0; i < n; i++) {
                value[i] = root[i][k];
            }
            value[n] = -1;
            program.row(column, value, 0, 0);
        }
        double[] curvature = new double[2 * n];
        Arrays.fill(curvature, n, 2 * n, 1);
        MathProgram linear = program.program(true);
        MathProgram bent = new MathProgram(
                0, linear.columns(), linear.rows(), linear.matrix(), new BitSet(), Optional.of(curvature));
        try (SolverSession live = SolverSession.open(bent, SolveOptions.DEFAULT)) {
            return live.solve() instanceof Solution.Optimal optimal
                    ? Optional.of(of(Arrays.copyOf(optimal.point().x(), n), mean, covariance))
                    : Optional.empty();
        }
    }

    private static NormalRisk of(double[] shares, double[] mean, double[][] covariance) {
        double variance = 0;
        for (int i = 0; i < shares.length; i++) {
            variance += shares[i] * Decisions.dot(covariance[i], shares);
        }
        return new NormalRisk(shares, Decisions.dot(mean, shares), variance);
    }

    /// Lower triangle L with L L' = V.
    private static double[][] root(double[][] v) {
        double[][] root = new double[v.length][v.length];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j <= i; j++) {
                double left = v[i][j];
                for (int k = 0; k < j; k++) {
                    left -= root[i][k] * root[j][k];
                }
                Check.that(i != j || left > 0, "Covariance: it is not positive definite at row %s.", i);
                root[i][j] = i == j ? Math.sqrt(left) : left / root[j][j];
            }
        }
        return root;
    }

    /// @param quantile of the standard normal at the confidence
    public double var(double quantile) {
        return quantile * Math.sqrt(variance) - mean;
    }

    /// @param quantile of the standard normal at the confidence
    public double cvar(double quantile, double confidence) {
        double density = Math.exp(-quantile * quantile / 2) / SQRT_2PI;
        return density / (1 - confidence) * Math.sqrt(variance) - mean;
    }
}
