package org.genryu.value.option;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Functions of the state at a date: 1; powers and products of the normalised parts; prices over their mean; own
/// ones. Today, when the state is one point, only 1.
final class RegressionBasis {
    private final PriceStates states;
    private final List<ToDoubleFunction<double[]>> own;
    private final int powers;
    private final int date;
    private final double[][] moments;
    private final double[] scale;
    private final double[] normal;
    private final double[] f;

    /// Prices of the state last given to [#at].
    final double[] prices;

    RegressionBasis(PriceStates states, List<ToDoubleFunction<double[]>> own, int date) {
        this.states = states;
        this.own = own;
        this.date = date;
        powers = states.randoms() == 1 ? 6 : states.randoms() == 2 ? 3 : 2;
        normal = new double[states.randoms()];
        prices = new double[states.factors()];
        moments = states.moments(date);
        scale = new double[prices.length];
        double[] state = states.start();
        for (int t = 0; t < date; t++) {
            states.step(state, new double[states.shocks()], 0, 1, state);
        }
        states.prices(state, scale);
        int n = states.randoms();
        f = new double[date == 0 ? 1 : 1 + powers * n + n * (n - 1) / 2 + prices.length + own.size()];
    }

    /// Fills prices and functions.
    void at(double[] state) {
        states.prices(state, prices);
        f[0] = 1;
        if (date == 0) {
            return;
        }
        states.normal(state, moments, normal);
        int next = 1;
        for (int i = 0; i < normal.length; i++) {
            double power = 1;
            for (int k = 0; k < powers; k++) {
                power *= normal[i];
                f[next++] = power;
            }
            for (int j = 0; j < i; j++) {
                f[next++] = normal[i] * normal[j];
            }
        }
        for (int i = 0; i < prices.length; i++) {
            f[next++] = prices[i] / scale[i];
        }
        for (ToDoubleFunction<double[]> function : own) {
            f[next++] = function.applyAsDouble(prices);
        }
    }

    double value(double[] weights) {
        double sum = 0;
        for (int i = 0; i < f.length; i++) {
            sum += weights[i] * f[i];
        }
        return sum;
    }

    /// Weights of going on by mode at the next date; the normal equations are shared by all modes.
    double[][] regress(double[][] at, double[][] value, double discount, boolean[] next) {
        int modes = value.length;
        double[][] gram = new double[f.length][f.length];
        double[][] sums = new double[modes][f.length];
        for (int p = 0; p < at.length; p++) {
            at(at[p]);
            for (int i = 0; i < f.length; i++) {
                for (int j = 0; j <= i; j++) {
                    gram[i][j] += f[i] * f[j];
                }
                for (int m = 0; m < modes; m++) {
                    sums[m][i] += f[i] * value[m][p];
                }
            }
        }
        double[][] lower = LeastSquares.factor(gram);
        double[][] weights = new double[modes][];
        for (int m = 0; m < modes; m++) {
            weights[m] = next[m] ? LeastSquares.solve(gram, lower, sums[m]) : new double[0];
            for (int i = 0; i < weights[m].length; i++) {
                weights[m][i] *= discount;
            }
        }
        return weights;
    }
}
