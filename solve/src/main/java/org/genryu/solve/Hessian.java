package org.genryu.solve;

import java.util.Arrays;

/// The diagonal of the second derivatives, by column, without its zeros: how both solvers take it.
record Hessian(int[] start, int[] index, double[] value) {
    /// Of a linear program.
    static final Hessian NONE = new Hessian(new int[1], new int[0], new double[0]);

    static Hessian of(double[] curvature) {
        int n = curvature.length;
        int[] start = new int[n + 1];
        int[] index = new int[n];
        double[] value = new double[n];
        int k = 0;
        for (int j = 0; j < n; j++) {
            start[j] = k;
            if (curvature[j] != 0) {
                index[k] = j;
                value[k++] = curvature[j];
            }
        }
        start[n] = k;
        return new Hessian(start, Arrays.copyOf(index, k), Arrays.copyOf(value, k));
    }
}
