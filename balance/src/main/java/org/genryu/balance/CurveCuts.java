package org.genryu.balance;

import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Curve;

/// A demand curve as steps, cut ever finer around the answer.
///
/// Step k serves up to w_k = b_{k+1} - b_k units at the value v_k = (1/w_k) ∫ P(q) dq, the average of the inverse
/// demand over it, so that the
/// served area is exact at every cut. Each round keeps the number of steps and lays all but the outer two around the
/// incumbent: an incumbent
/// inside the window narrows it, one at its edge widens it, so that curves that pull at each other still meet. A
/// window whose values already
/// bracket the price within [#CLOSE] only moves along.
///
/// Inverse demand through (Q̄, P̄) with elasticity ε < 0: linear P(q) = P̄ (1 + (q/Q̄ - 1)/ε); isoelastic P(q) = P̄
/// (q/Q̄)^(1/ε). A shortage cost V
/// caps both: min(P(q), V).
///
/// @param breaks by demand, period and step: b_0 = 0 … b_K; null for demands without a curve
record CurveCuts(double[][][] breaks) {
    static final int STEPS = 12;

    /// Without a shortage cost an isoelastic curve is capped at its price at this fraction of the reference amount.
    private static final double LEAST_SHARE = 1e-3;

    /// An isoelastic curve is cut off at this multiple of the reference amount.
    private static final double MOST_SHARE = 10;

    /// The first window reaches this far to both sides of the reference amount.
    private static final double FIRST_REACH = 0.6;

    /// Steps to each side of the incumbent that the next window spans.
    private static final double REACH = 1.5;

    /// How much wider a window becomes that the incumbent has left.
    private static final double WIDEN = 4;

    /// Relative difference of neighbouring values below which a window narrows no more.
    private static final double CLOSE = 2e-6;

    static CurveCuts coarse(SupplyCase of) {
        SupplyCase.Demands demands = of.use().demands();
        double[][][] breaks = new double[demands.size()][][];
        for (int d = 0; d < breaks.length; d++) {
            if (demands.curve()[d] instanceof Curve.Fixed) {
                continue;
            }
            breaks[d] = new double[of.periods().count()][];
            for (int t = 0; t < breaks[d].length; t++) {
                double reference = demands.amount().at(d, t) * of.periods().length();
                double most = most(of, d, t);
                breaks[d][t] = laid(reference * (1 - FIRST_REACH), reference * (1 + FIRST_REACH), most);
            }
        }
        return new CurveCuts(breaks);
    }

    boolean isEmpty() {
        for (double[][] demand : breaks) {
            if (demand != null) {
                return false;
            }
        }
        return true;
    }

    /// Cuts laid anew around the incumbent served amounts.
    CurveCuts around(SupplyCase of, double[][] served) {
        double[][][] finer = new double[breaks.length][][];
        for (int d = 0; d < breaks.length; d++) {
            if (breaks[d] == null) {
                continue;
            }
            finer[d] = new double[breaks[d].length][];
            for (int t = 0; t < finer[d].length; t++) {
                finer[d][t] = window(of, d, t, served[d][t]);
            }
        }
        return new CurveCuts(finer);
    }

    private double[] window(SupplyCase of, int demand, int t, double q) {
        double[] old = breaks[demand][t];
        double most = old[STEPS];
        double half = (old[STEPS - 1] - old[1]) / 2;
        int k = step(old, q);
        double reach;
        if (k == 0 || k == STEPS - 1) {
            reach = Math.max(WIDEN * half, CLOSE * most);
        } else if (error(of, demand, t, q) <= CLOSE) {
            reach = half;
        } else {
            reach = Math.min(half, REACH * (old[k + 1] - old[k]));
        }
        return laid(q - reach, q + reach, most);
    }

    /// The step that holds q, counted from 0.
    private static int step(double[] breaks, double q) {
        int k = 0;
        while (k < STEPS - 1 && breaks[k + 1] < q) {
            k++;
        }
        return k;
    }

    /// 0, equal steps from low to high, and the most.
    private static double[] laid(double low, double high, double most) {
        double from = Math.clamp(low, 0, most);
        double until = Math.clamp(high, from, most);
        double[] out = new double[STEPS + 1];
        out[STEPS] = most;
        for (int i = 1; i < STEPS; i++) {
            out[i] = from + (until - from) * (i - 1) / (STEPS - 2);
        }
        return out;
    }

    /// Largest difference of the values of the two steps beside the incumbent, relative to the price there.
    double error(SupplyCase of, double[][] served) {
        double worst = 0;
        for (int d = 0; d < breaks.length; d++) {
            for (int t = 0; breaks[d] != null && t < breaks[d].length; t++) {
                worst = Math.max(worst, error(of, d, t, served[d][t]));
            }
        }
        return worst;
    }

    private double error(SupplyCase of, int demand, int t, double q) {
        int k = step(breaks[demand][t], q);
        double above = value(of, demand, t, k);
        double below = value(of, demand, t, Math.min(k + 1, STEPS - 1));
        return Math.abs(above - below) / Math.max(Math.abs(price(of, demand, t, q)), 1e-9);
    }

    /// Average value over step k [currency/unit].
    double value(SupplyCase of, int demand, int t, int k) {
        double[] b = breaks[demand][t];
        double width = b[k + 1] - b[k];
        if (!(width > 0)) {
            return price(of, demand, t, b[k]);
        }
        return (area(of, demand, t, b[k + 1]) - area(of, demand, t, b[k])) / width;
    }

    double width(int demand, int t, int k) {
        return Math.max(0, breaks[demand][t][k + 1] - breaks[demand][t][k]);
    }

    /// Inverse demand at q [amount of the period], capped by the shortage cost [currency/unit].
    static double price(SupplyCase of, int demand, int t, double q) {
        SupplyCase.Demands demands = of.use().demands();
        double reference = demands.amount().at(demand, t) * of.periods().length();
        return switch (demands.curve()[demand]) {
            case Curve.Fixed _ -> cap(of, demand, t);
            case Curve.Linear(var price, double elasticity) ->
                Math.min(cap(of, demand, t), price.at(demand, t) * (1 + (q / reference - 1) / elasticity));
            case Curve.IsoElastic(var price, double elasticity) -> {
                double share = Math.max(q / reference, LEAST_SHARE);
                yield Math.min(cap(of, demand, t), price.at(demand, t) * Math.pow(share, 1 / elasticity));
            }
        };
    }

    /// ∫ P from 0 to q [currency].
    static double area(SupplyCase of, int demand, int t, double q) {
        SupplyCase.Demands demands = of.use().demands();
        double cap = cap(of, demand, t);
        double reference = demands.amount().at(demand, t) * of.periods().length();
        return switch (demands.curve()[demand]) {
            case Curve.Fixed _ -> cap * q;
            case Curve.Linear(var price, double elasticity) -> {
                double p = price.at(demand, t);
                double flat = cap == Double.POSITIVE_INFINITY
                        ? 0
                        : Math.clamp(reference * (1 + elasticity * (cap / p - 1)), 0, q);
                yield (flat > 0 ? cap * flat : 0)
                        + linear(p, reference, elasticity, q)
                        - linear(p, reference, elasticity, flat);
            }
            case Curve.IsoElastic(var price, double elasticity) -> {
                double p = price.at(demand, t);
                double least =
                        Math.max(LEAST_SHARE, cap == Double.POSITIVE_INFINITY ? 0 : Math.pow(cap / p, elasticity));
                double flat = Math.min(q, least * reference);
                double top = price(of, demand, t, least * reference);
                yield top * flat + isoelastic(p, reference, elasticity, q) - isoelastic(p, reference, elasticity, flat);
            }
        };
    }

    private static double linear(double price, double reference, double elasticity, double q) {
        return price * (q * (1 - 1 / elasticity) + q * q / (2 * reference * elasticity));
    }

    private static double isoelastic(double price, double reference, double elasticity, double q) {
        double share = q / reference;
        double power = 1 + 1 / elasticity;
        return price
                * reference
                * (power == 0 ? Math.log(share) : (share == 0 && power < 0 ? 0 : Math.pow(share, power) / power));
    }

    private static double cap(SupplyCase of, int demand, int t) {
        SupplyCase.Demands demands = of.use().demands();
        return demands.shortageCost().given(demand) ? demands.shortageCost().at(demand, t) : Double.POSITIVE_INFINITY;
    }

    /// The most that is ever served: where the linear curve falls to what a unit can cost to get rid of, or a
    /// multiple of the reference.
    private static double most(SupplyCase of, int demand, int t) {
        SupplyCase.Demands demands = of.use().demands();
        double reference = demands.amount().at(demand, t) * of.periods().length();
        return switch (demands.curve()[demand]) {
            case Curve.Fixed _ -> reference;
            case Curve.Linear(var price, double elasticity) -> {
                double floor = switch (of.world().commodities().disposal()[demands.commodity()[demand]]) {
                    case SupplyCase.Disposal.Costs(double cost) -> -cost;
                    case SupplyCase.Disposal.Never _ -> -price.at(demand, t);
                };
                yield reference * (1 + elasticity * (floor / price.at(demand, t) - 1));
            }
            case Curve.IsoElastic _ -> reference * MOST_SHARE;
        };
    }
}
