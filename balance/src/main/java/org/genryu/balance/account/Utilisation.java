package org.genryu.balance.account;

import java.util.OptionalDouble;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;

/// How much of what a plant can do does it do?
///
///     u_pt = activity_pt / (capacity_pt · d_t)          capacity of a candidate = what was built and still stands
///
/// d – length of the period [years]. No number where the capacity is unlimited or 0: a plant that is closed is not
/// idle.
public final class Utilisation {
    /// Of ages [years].
    private static final double ROUNDING = 1e-9;

    private Utilisation() {}

    /// Capacity that stands in a period [activity/year]; infinite where it is unlimited.
    public static double capacity(Balance balance, int process, int t) {
        SupplyCase.Processes processes = balance.of().industry().processes();
        boolean isBuilt = processes.status()[process] == SupplyCase.Status.CANDIDATE
                && processes.investment().capex().given(process);
        if (!isBuilt) {
            return processes.operation().capacity().at(process, t);
        }
        double[] built = balance.quantities().built()[process];
        double standing = 0;
        for (int s = 0; s <= t; s++) {
            double age =
                    balance.of().periods().start(t) - balance.of().periods().start(s);
            standing += age < processes.investment().life().at(process, s) - ROUNDING ? built[s] : 0;
        }
        return standing;
    }

    /// [fraction]; empty where there is no capacity to be used, or no limit to it.
    public static OptionalDouble of(Balance balance, int process, int t) {
        double most = capacity(balance, process, t) * balance.of().periods().length(t);
        return most > 0 && most < Double.POSITIVE_INFINITY
                ? OptionalDouble.of(Math.max(0, balance.quantities().activity()[process][t]) / most)
                : OptionalDouble.empty();
    }
}
