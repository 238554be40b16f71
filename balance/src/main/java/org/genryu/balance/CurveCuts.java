package org.genryu.balance;

import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Curve;

/// A demand curve as steps, cut ever finer around the answer.
///
/// Step k serves up to w_k = b_{k+1} - b_k units at the value v_k = (1/w_k) ∫ P(q) dq, the average of the inverse demand over it, so that the
/// served area is exact at every cut. Each round keeps the number of steps, lays all but the outer two around the incumbent and so narrows
/// them by a factor of about [#STEPS]/4, until the values beside the incumbent bracket the price within the tolerance.
///
/// Inverse demand through (Q̄, P̄) with elasticity ε < 0: linear P(q) = P̄ (1 + (q/Q̄ - 1)/ε); isoelastic P(q) = P̄ (q/Q̄)^(1/ε). A shortage cost V
/// caps both: min(P(q), V).
///
/// @param breaks by demand, period and step: b_0 = 0 … b_K; null for demands without a curve
record CurveCuts(double[][][] breaks) {
    static final int STEPS = 12;

    /// Without a shortage cost an isoelastic curve is capped at its price at this fraction of the reference amount.
    private static final double LEAST_SHARE = 1e-3;

    /// An isoelastic curve is cut off at this multiple of the reference amount.
    private static final double MOST_SHARE = 10;

    static CurveCuts coarse(SupplyCase of) {
        SupplyCase.Demands demands = of.use().demands();
        double[][][] breaks = new double[demands.size()][][];
        for (int d = 0; d < breaks.length; d++) {
            if (demands.curve()[d] instanceof Curve.Fixed) {
                continue;
            }
            breaks[d] = new double[of.periods().count()][STEPS + 1];
            for (int t = 0; t < breaks[d].length; t++) {
                double most = most(of, d, t);
                for (int k = 0; k <= STEPS; k++) {
                    breaks[d][t][k] = most * k / STEPS;
                }
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

    /// Cuts laid anew around the incumbent served amounts. The window is the two steps beside the incumbent, or moves on if it sits at the window's edge.
    CurveCuts around(double[][] served) {
        double[][][] finer = new double[breaks.length][][];
        for (int d = 0; d < breaks.length; d++) {
            if (breaks[d] == null) {
                continue;
            }
            finer[d] = new double[breaks[d].length][];
            for (int t = 0; t < finer[d].length; t++) {
                finer[d][t] = window(breaks[d][t], served[d][t]);
            }
        }
        return new CurveCuts(finer);
    }

    private static double[] window(double[] old, double q) {
        double most = old[STEPS];
        int k = 0;
        while (k < STEPS - 1 && old[k + 1] < q) {
            k++;
        }
        double width = old[k + 1] - old[k];
        boolean inside = k > 0 && k < STEPS - 1;
        double fine = inside ? width : (old[STEPS - 1] - old[1]) / 2;
        double low = Math.max(0, q - fine);
        double high = Math.min(most, q + fine);
        double[] out = new double[STEPS + 1];
        out[STEPS] = most;
        for (int i = 1; i < STEPS; i++) {
            out[i] = low + (high - low) * (i - 1) / (STEPS - 2);
        }
        return out;
    }

    /// Largest difference of the values of the two steps beside the incumbent, relative to the price there.
    double error(SupplyCase of, double[][] served) {
        double worst = 0;
        for (int d = 0; d < breaks.length; d++) {
            for (int t = 0; breaks[d] != null && t < breaks[d].length; t++) {
                double[] b = breaks[d][t];
                double q = served[d][t];
                int k = 0;
                while (k < STEPS - 1 && b[k + 1] < q) {
                    k++;
                }
                double above = value(of, d, t, k);
                double below = value(of, d, t, Math.min(k + 1, STEPS - 1));
                double here = Math.max(Math.abs(price(of, d, t, q)), 1e-9);
                worst = Math.max(worst, Math.abs(above - below) / here);
            }
        }
        return worst;
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
                double flat = cap == Double.POSITIVE_INFINITY ? 0 : Math.clamp(reference * (1 + elasticity * (cap / p - 1)), 0, q);
                yield (flat > 0 ? cap * flat : 0) + linear(p, reference, elasticity, q) - linear(p, reference, elasticity, flat);
            }
            case Curve.IsoElastic(var price, double elasticity) -> {
                double p = price.at(demand, t);
                double least = Math.max(LEAST_SHARE, cap == Double.POSITIVE_INFINITY ? 0 : Math.pow(cap / p, elasticity));
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
        return price * reference * (power == 0 ? Math.log(share) : (share == 0 && power < 0 ? 0 : Math.pow(share, power) / power));
    }

    private static double cap(SupplyCase of, int demand, int t) {
        SupplyCase.Demands demands = of.use().demands();
        return demands.shortageCost().given(demand) ? demands.shortageCost().at(demand, t) : Double.POSITIVE_INFINITY;
    }

    /// The most that is ever served: where the linear curve falls to what a unit can cost to get rid of, or a multiple of the reference.
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
