package org.genryu.share.rule;

import java.util.stream.IntStream;
import org.genryu.core.Check;

/// Who pays for a facility that must be as large as its largest user needs: a runway, a quay, a
/// stockpile, an escort? Each step of cost from one need to the next is shared equally by all who need
/// that much:
///
///     x_i = Σ over k ≤ i of (c_k - c_(k-1)) / (n - k + 1), users sorted by what each would cost alone
///
/// Shapley's value of the cost game c(S) = max over S of c_i, for any number of users in O(n log n).
/// Littlechild and Owen (1973), A simple expression for the Shapley value in a special case.
public final class SharedFacility {
    private SharedFacility() {}

    /// @param alone what a facility for this user alone costs, 0 or more, by user
    public static double[] of(double[] alone) {
        int[] order = IntStream.range(0, alone.length)
                .boxed()
                .sorted((a, b) -> Double.compare(alone[a], alone[b]))
                .mapToInt(i -> i)
                .toArray();
        double[] shares = new double[alone.length];
        double paid = 0;
        double before = 0;
        for (int k = 0; k < order.length; k++) {
            double need = alone[order[k]];
            Check.that(need >= 0, "Facility: a cost is %s; it must be 0 or more.", need);
            paid += (need - before) / (order.length - k);
            before = need;
            shares[order[k]] = paid;
        }
        return shares;
    }
}
