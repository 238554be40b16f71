package org.genryu.value.future;

import java.util.function.IntToDoubleFunction;
import org.genryu.core.Check;

/// Who of several supports brought what? Shapley value: the mean over all orders of what each adds when it comes.
///
/// φ_i = Σ_{S ∌ i} |S|! (n-|S|-1)! / n! · (v(S ∪ i) - v(S)); Σ φ_i = v(all) - v(none)
///
/// Source: Shapley (1953), A value for n-person games. Every subset is asked once.
final class SupportShapley {
    static final int MOST = 12;

    private SupportShapley() {}

    /// @param n number of players
    /// @param worth of the subset whose members are the bits
    static double[] of(int n, IntToDoubleFunction worth) {
        Check.that(n <= MOST, "Shapley: players are %s; they must be %s or fewer.", n, MOST);
        double[] v = new double[1 << n];
        for (int s = 0; s < v.length; s++) {
            v[s] = worth.applyAsDouble(s);
        }
        double[] weight = new double[Math.max(1, n)];
        for (int size = 0; size < n; size++) {
            weight[size] = 1.0 / n / binomial(n - 1, size);
        }
        double[] out = new double[n];
        for (int s = 0; s < v.length; s++) {
            for (int i = 0; i < n; i++) {
                if ((s >> i & 1) == 0) {
                    out[i] += weight[Integer.bitCount(s)] * (v[s | 1 << i] - v[s]);
                }
            }
        }
        return out;
    }

    private static double binomial(int n, int k) {
        double out = 1;
        for (int i = 1; i <= k; i++) {
            out = out * (n - k + i) / i;
        }
        return out;
    }
}
