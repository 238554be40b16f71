package org.genryu.balance;

import java.util.Arrays;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Curve;

/// What comes back from use: returned_t = collection_t Σ_{s ≤ t} leaving(t - s) served_s, over the uses of a
/// commodity at a place.
///
/// What was used before the first period is taken to have grown at the same rate as from the first to the second
/// period, back to where less
/// than a thousandth of a cohort is left; with one period only, it was constant.
final class Recycling {
    private static final double NEGLIGIBLE = 1e-3;
    private static final int OLDEST = 1200;

    private final SupplyCase of;
    private final Layout layout;
    /// Returns that a demand feeds.
    private final int[][] fedBy;
    /// Share leaving by return and age in periods.
    private final double[][] leaving;

    Recycling(SupplyCase of, Layout layout) {
        this.of = of;
        this.layout = layout;
        SupplyCase.Returns returns = of.use().returns();
        this.fedBy = new int[of.use().demands().size()][];
        this.leaving = new double[returns.size()][];
        Arrays.setAll(leaving, r -> leaving(returns.life()[r]));
        for (int d = 0; d < fedBy.length; d++) {
            fedBy[d] = returnsOf(d);
        }
    }

    private double[] leaving(SupplyCase.Lifetime life) {
        double[] share = new double[OLDEST];
        double left = 1;
        for (int age = 0; age < OLDEST; age++) {
            share[age] = Lifetimes.leaving(life, of.periods().length(), age);
            left -= share[age];
            if (left < NEGLIGIBLE) {
                return Arrays.copyOf(share, age + 1);
            }
        }
        return share;
    }

    private int[] returnsOf(int demand) {
        SupplyCase.Demands demands = of.use().demands();
        SupplyCase.Returns returns = of.use().returns();
        int[] found = new int[returns.size()];
        int count = 0;
        for (int r = 0; r < returns.size(); r++) {
            boolean same =
                    returns.place()[r] == demands.place()[demand] && returns.from()[r] == demands.commodity()[demand];
            if (same && (returns.use()[r].isEmpty() || returns.use()[r].equals(demands.use()[demand]))) {
                found[count++] = r;
            }
        }
        return Arrays.copyOf(found, count);
    }

    int[] feeds(int demand) {
        return fedBy[demand];
    }

    /// Share of what a demand uses in period s that return r brings back in period t.
    double share(int r, int s, int t) {
        int age = t - s;
        return age < leaving[r].length
                ? leaving[r][age] * of.use().returns().collection().at(r, t)
                : 0;
    }

    /// Writes what a unit served (or, with sign -1, a unit short) in period s adds to the scrap of later periods.
    void entries(Entries entries, int demand, int s, double sign) {
        for (int r : fedBy[demand]) {
            int row = layout.balance(
                    layout.market(
                            of.use().returns().place()[r], of.use().returns().to()[r]),
                    0);
            for (int t = s; t < layout.periods; t++) {
                double share = share(r, s, t);
                if (share != 0) {
                    entries.put(row + t, sign * share);
                }
            }
        }
    }

    /// Takes from the sides what returns whatever happens: from use before the first period, and from fixed demand
    /// as if served in full.
    void given(double[] side) {
        SupplyCase.Demands demands = of.use().demands();
        for (int d = 0; d < fedBy.length; d++) {
            for (int r : fedBy[d]) {
                int row = layout.balance(
                        layout.market(
                                of.use().returns().place()[r],
                                of.use().returns().to()[r]),
                        0);
                for (int t = 0; t < layout.periods; t++) {
                    double back = past(d, r, t);
                    for (int s = 0; s <= t && demands.curve()[d] instanceof Curve.Fixed; s++) {
                        back += share(r, s, t)
                                * demands.amount().at(d, s)
                                * of.periods().length();
                    }
                    side[row + t] -= back;
                }
            }
        }
    }

    /// What returns in period t from use before the first period.
    double past(int demand, int r, int t) {
        double first = of.use().demands().amount().at(demand, 0) * of.periods().length();
        double second = layout.periods > 1
                ? of.use().demands().amount().at(demand, 1) * of.periods().length()
                : first;
        double growth = first > 0 && second > 0 ? second / first : 1;
        double back = 0;
        for (int age = t + 1; age < leaving[r].length; age++) {
            back += leaving[r][age] * first * Math.pow(growth, t - age);
        }
        return back * of.use().returns().collection().at(r, t);
    }
}
