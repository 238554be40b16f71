package org.genryu.balance.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;

/// Who gets less than they want, when and how much? The one count of it: texts, tables and pages take it from here.
///
/// lacking = wanted - served, where that is more than the tolerance of the solver
///
/// Two kinds that must not be mixed up: a demand of a fixed amount that is not served runs short; a demand that reacts
/// to price goes without what it will not pay for. At a high enough price both end with nothing, so both are told.
/// Against another balance it is what is served less than there.
public final class Shortages {
    /// A smaller part is the tolerance of the solver and no shortage [fraction].
    public static final double NOTICED = 1e-6;

    /// From here on nothing is left but for rounding [fraction].
    private static final double GONE = 0.995;

    private Shortages() {}

    /// @param demand index into the demands of the case, of `use` at `place`
    /// @param fixed whether its amount is fixed; else the price keeps it away
    /// @param first period with a gap
    /// @param worst period with the largest part missing
    /// @param lacking in the worst period [units]
    /// @param wanted in the worst period; at the reference price for a demand that reacts to price, and against
    /// another balance what is served there [units]
    /// @param cost [currency] of all gaps: at the shortage cost, or at the price that keeps them out
    public record Shortage(
            int demand,
            int place,
            int commodity,
            String use,
            boolean fixed,
            int first,
            int worst,
            double lacking,
            double wanted,
            double cost) {
        /// [fraction] of what is wanted in the worst period
        public double part() {
            return lacking / wanted;
        }

        /// Whether nothing is left in the worst period.
        public boolean isGone() {
            return part() >= GONE;
        }
    }

    /// What a demand lacks in a period [units]; 0 within the tolerance of the solver.
    public static double lacking(Balance balance, int demand, int t) {
        return gap(
                balance.quantities().wanted()[demand][t], balance.quantities().served()[demand][t]);
    }

    private static double gap(double wanted, double served) {
        return wanted > 0 && wanted - served > NOTICED * wanted ? wanted - served : 0;
    }

    /// Every demand that lacks more than `least` of what it wants in some period, the costliest first.
    ///
    /// @param least [fraction]; at least [#NOTICED]
    public static List<Shortage> of(Balance balance, double least) {
        SupplyCase.Demands demands = balance.of().use().demands();
        IntBinaryOperator market = balance.markets().finder();
        List<Shortage> all = new ArrayList<>();
        for (int d = 0; d < demands.size(); d++) {
            int at = market.applyAsInt(demands.place()[d], demands.commodity()[d]);
            double[] price = at < 0
                    ? new double[balance.of().periods().count()]
                    : balance.markets().price()[at];
            add(
                    all,
                    new Gaps(demands, d, price),
                    balance.quantities().wanted()[d],
                    balance.quantities().served()[d],
                    least);
        }
        return dearest(all);
    }

    /// Every demand that is served less than in another balance of the same case, the costliest first. A unit is
    /// worth the mean of both prices: what was paid for it there and what would have to be paid now.
    ///
    /// @param least [fraction] of what is served there
    public static List<Shortage> against(Balance balance, Balance base, double least) {
        SupplyCase.Demands demands = balance.of().use().demands();
        SupplyCase.Demands before = base.of().use().demands();
        IntBinaryOperator now = balance.markets().finder();
        IntBinaryOperator there = base.markets().finder();
        List<Shortage> all = new ArrayList<>();
        for (int d = 0; d < demands.size(); d++) {
            int was = before.ids().find(demands.ids().id(d));
            int at = now.applyAsInt(demands.place()[d], demands.commodity()[d]);
            int atBase = was < 0 ? -1 : there.applyAsInt(before.place()[was], before.commodity()[was]);
            if (was < 0 || at < 0 || atBase < 0) {
                continue;
            }
            double[] price = new double[balance.of().periods().count()];
            for (int t = 0; t < price.length; t++) {
                price[t] = (Math.max(0, balance.markets().price()[at][t])
                                + Math.max(0, base.markets().price()[atBase][t]))
                        / 2;
            }
            add(
                    all,
                    new Gaps(demands, d, price),
                    base.quantities().served()[was],
                    balance.quantities().served()[d],
                    least);
        }
        return dearest(all);
    }

    /// @param price [currency/unit] by period
    private record Gaps(SupplyCase.Demands demands, int demand, double[] price) {
        boolean fixed() {
            return demands.curve()[demand] instanceof SupplyCase.Curve.Fixed;
        }

        double worth(int t) {
            return fixed() && demands.shortageCost().given(demand)
                    ? demands.shortageCost().at(demand, t)
                    : Math.max(0, price[t]);
        }
    }

    private static void add(List<Shortage> all, Gaps gaps, double[] wanted, double[] served, double least) {
        int first = -1;
        int worst = -1;
        double cost = 0;
        for (int t = 0; t < wanted.length; t++) {
            double lacking = gap(wanted[t], served[t]);
            if (lacking > least * wanted[t]) {
                first = first < 0 ? t : first;
                worst = worst < 0 || lacking / wanted[t] > gap(wanted[worst], served[worst]) / wanted[worst]
                        ? t
                        : worst;
                cost += lacking * gaps.worth(t);
            }
        }
        if (first >= 0) {
            all.add(new Shortage(
                    gaps.demand(),
                    gaps.demands().place()[gaps.demand()],
                    gaps.demands().commodity()[gaps.demand()],
                    gaps.demands().use()[gaps.demand()],
                    gaps.fixed(),
                    first,
                    worst,
                    gap(wanted[worst], served[worst]),
                    wanted[worst],
                    cost));
        }
    }

    private static List<Shortage> dearest(List<Shortage> all) {
        all.sort(Comparator.comparingDouble((Shortage gap) -> -gap.cost()).thenComparingInt(Shortage::demand));
        return List.copyOf(all);
    }
}
