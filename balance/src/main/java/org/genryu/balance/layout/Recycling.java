package org.genryu.balance.layout;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Curve;

/// What comes back from use: returned_t = collection_t Σ_{s ≤ t} leaving(t - s) served_s, over the uses of a
/// commodity at a place.
///
/// What was used before the first period is what the case has in its first without the scenario, grown at the rate
/// that the demand itself states: nothing that happens later says anything about the past. A cohort comes back in
/// full: what is left of it when all but [#NEGLIGIBLE] has gone goes with the last age.
///
/// Ages count whole periods; what comes back in a period that events cut is spread evenly over its parts.
public final class Recycling {
    private static final double NEGLIGIBLE = 1e-12;
    private static final int OLDEST = 12_000;

    private final SupplyCase of;
    private final ProgramLayout layout;
    /// Returns that a demand feeds.
    private final int[][] fedBy;
    /// Share leaving by return and age in whole periods.
    private final double[][] leaving;

    public Recycling(SupplyCase of, ProgramLayout layout) {
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
        DoubleUnaryOperator survival = Lifetimes.survival(life);
        double[] share = new double[OLDEST];
        double before = 1;
        for (int age = 0; age < OLDEST; age++) {
            double after = survival.applyAsDouble(age * of.periods().step().years());
            boolean last = after < NEGLIGIBLE || age == OLDEST - 1;
            share[age] = before - (last ? 0 : after);
            before = after;
            if (last) {
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

    public int[] feeds(int demand) {
        return fedBy[demand];
    }

    /// Share of what a demand uses in period s that return r brings back in period t.
    public double share(int r, int s, int t) {
        int age = of.periods().whole(t) - of.periods().whole(s);
        if (age >= leaving[r].length || (age == 0 && s != t)) {
            return 0;
        }
        return leaving[r][age]
                * (age == 0 ? 1 : part(t))
                * of.use().returns().collection().at(r, t);
    }

    /// Share of its whole period that t is.
    private double part(int t) {
        return of.periods().length(t) / of.periods().step().years();
    }

    /// Writes what a unit served (or, with sign -1, a unit short) in period s adds to the scrap of later periods.
    public void entries(MatrixEntries entries, int demand, int s, double sign) {
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
    public void given(double[] side) {
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
                                * of.periods().length(s);
                    }
                    side[row + t] -= back;
                }
            }
        }
    }

    /// What returns in period t from use before the first period.
    public double past(int demand, int r, int t) {
        SupplyCase.Past past = of.use().demands().past();
        double growth = 1 + past.growth()[demand];
        int now = of.periods().whole(t);
        double left = 0;
        for (int age = now + 1; age < leaving[r].length; age++) {
            left += leaving[r][age]
                    * (growth == 1
                            ? 1
                            : Math.pow(growth, (now - age) * of.periods().step().years()));
        }
        return left
                * past.amount()[demand]
                * of.periods().length(t)
                * of.use().returns().collection().at(r, t);
    }
}
