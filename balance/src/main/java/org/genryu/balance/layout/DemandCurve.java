package org.genryu.balance.layout;

import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Curve;
import org.genryu.solve.convex.CostCurves;

/// How much is a unit worth to a use, the last one and all of them together?
///
/// Inverse demand through (Q̄, P̄) with elasticity ε < 0: linear P(q) = P̄ (1 + (q/Q̄ - 1)/ε); isoelastic P(q) = P̄
/// (q/Q̄)^(1/ε). A shortage cost V caps both: min(P(q), V). The linear curve goes on below nil, for a use that is
/// paid to take waste.
///
/// In the program a demand is two columns: the units worth V, q ≤ D(V), and the curve from there.
public final class DemandCurve {
    private DemandCurve() {}

    public static boolean isFixed(SupplyCase of, int demand) {
        return of.use().demands().curve()[demand] instanceof Curve.Fixed;
    }

    public static double elasticity(SupplyCase of, int demand) {
        return switch (of.use().demands().curve()[demand]) {
            case Curve.Fixed _ -> 0;
            case Curve.Linear(var _, double e) -> e;
            case Curve.IsoElastic(var _, double e) -> e;
        };
    }

    /// Q̄ [amount of the period].
    public static double reference(SupplyCase of, int demand, int t) {
        return of.use().demands().amount().at(demand, t) * of.periods().length(t);
    }

    /// P̄ [currency/unit]; 0 for a fixed demand.
    public static double referencePrice(SupplyCase of, int demand, int t) {
        return switch (of.use().demands().curve()[demand]) {
            case Curve.Fixed _ -> 0;
            case Curve.Linear(var price, double _) -> price.at(demand, t);
            case Curve.IsoElastic(var price, double _) -> price.at(demand, t);
        };
    }

    /// V [currency/unit]; infinity where there is none.
    public static double cap(SupplyCase of, int demand, int t) {
        SupplyCase.Demands demands = of.use().demands();
        return demands.shortageCost().given(demand) ? demands.shortageCost().at(demand, t) : Double.POSITIVE_INFINITY;
    }

    /// Units that are worth the shortage cost: D(V) [amount of the period].
    public static double capped(SupplyCase of, int demand, int t) {
        double cap = cap(of, demand, t);
        if (cap == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double q = reference(of, demand, t);
        double share = cap / referencePrice(of, demand, t);
        return switch (of.use().demands().curve()[demand]) {
            case Curve.Fixed _ -> q;
            case Curve.Linear(var _, double e) -> Math.max(0, q * (1 + e * (share - 1)));
            case Curve.IsoElastic(var _, double e) -> q * Math.pow(share, e);
        };
    }

    /// Inverse demand at q [amount of the period], capped by the shortage cost [currency/unit].
    public static double price(SupplyCase of, int demand, int t, double q) {
        double p = referencePrice(of, demand, t);
        double reference = reference(of, demand, t);
        // A curve around nothing is flat: all of it lies at the reference price.
        double share = reference > 0 ? q / reference : 1;
        double own = switch (of.use().demands().curve()[demand]) {
            case Curve.Fixed _ -> Double.POSITIVE_INFINITY;
            case Curve.Linear(var _, double e) -> p * (1 + (share - 1) / e);
            case Curve.IsoElastic(var _, double e) -> p * Math.pow(Math.max(share, 0), 1 / e);
        };
        return Math.min(cap(of, demand, t), own);
    }

    /// ∫ min(P, V) from 0 to q [currency]; where that has no end, closed as [Curves#integral(double, double,
    /// double)] says.
    public static double area(SupplyCase of, int demand, int t, double q) {
        if (!(q > 0)) {
            return 0;
        }
        double p = referencePrice(of, demand, t);
        double reference = reference(of, demand, t);
        double cap = cap(of, demand, t);
        double flat = Math.min(q, capped(of, demand, t));
        double top = flat > 0 ? cap * flat : 0;
        return switch (of.use().demands().curve()[demand]) {
            case Curve.Fixed _ -> cap * q;
            case Curve.Linear(var _, double e) -> top + linear(p, reference, e, q) - linear(p, reference, e, flat);
            case Curve.IsoElastic(var _, double e) ->
                top + p * reference * CostCurves.integral(1 / e, flat / reference, q / reference);
        };
    }

    private static double linear(double price, double reference, double elasticity, double q) {
        return price * (q * (1 - 1 / elasticity) + q * q / (2 * reference * elasticity));
    }
}
