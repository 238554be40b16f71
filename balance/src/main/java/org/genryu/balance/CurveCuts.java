package org.genryu.balance;

import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Curve;

/// Demand curves as steps, cut ever finer around the price.
///
/// Step k serves up to w_k = b_{k+1} - b_k units at the value v_k = (1/w_k) ∫ P(q) dq, the average of the inverse
/// demand over it, so that the
/// served area is exact at every cut. The inner cuts lie at b = D(p) for prices p = centre + half·scale·[#OFFSETS],
/// the same for all demands that see
/// the same price. Each round moves the centre to the price found and narrows the window, the more the nearer the
/// price lay to the centre; a price
/// outside the window is not trusted for its size, since the outer steps are coarse: the window grows towards it.
///
/// Inverse demand through (Q̄, P̄) with elasticity ε < 0: linear P(q) = P̄ (1 + (q/Q̄ - 1)/ε); isoelastic P(q) = P̄
/// (q/Q̄)^(1/ε). A shortage cost V
/// caps both: min(P(q), V).
///
/// @param breaks by demand, period and step: b_0 = 0 … b_K; no rows for demands without a curve
/// @param centre [currency/unit] by demand and period
/// @param half half width of the window by demand and period, relative to the scale of the price
record CurveCuts(double[][][] breaks, double[][] centre, double[][] half) {
    static final int STEPS = 12;

    /// Where the inner cuts lie, from the dearest price to the cheapest, in half widths.
    private static final double[] OFFSETS = {16, 4, 1, 0.4, 0.12, 0, -0.12, -0.4, -1, -4, -16};

    private static final double FIRST = 0.25;
    private static final double WIDEST = 1;

    /// A window this narrow stays as it is while the price lies in it: steps finer than the solver's tolerances
    /// would only make noise.
    private static final double NARROWEST = 5e-5;

    /// Without a shortage cost an isoelastic curve is capped at its price at this fraction of the reference amount.
    private static final double LEAST_SHARE = 1e-3;

    /// An isoelastic curve is cut off at this multiple of the reference amount.
    private static final double MOST_SHARE = 10;

    /// A price counts relative to itself, or to this share of the reference price where it is near nil.
    private static final double FLOOR = 0.1;

    /// Windows around the reference prices.
    static CurveCuts coarse(SupplyCase of) {
        int demands = of.use().demands().size();
        int periods = of.periods().count();
        CurveCuts cuts = new CurveCuts(new double[demands][][], new double[demands][], new double[demands][]);
        for (int d = 0; d < demands; d++) {
            boolean fixed = of.use().demands().curve()[d] instanceof Curve.Fixed;
            cuts.breaks[d] = new double[fixed ? 0 : periods][];
            cuts.centre[d] = new double[fixed ? 0 : periods];
            cuts.half[d] = new double[fixed ? 0 : periods];
            for (int t = 0; t < cuts.breaks[d].length; t++) {
                cuts.lay(of, d, t, reference(of, d, t), FIRST);
            }
        }
        return cuts;
    }

    boolean isEmpty() {
        for (double[][] demand : breaks) {
            if (demand.length > 0) {
                return false;
            }
        }
        return true;
    }

    /// Cuts around the prices found: narrower where the price lay inside the window, as wide as before where it did
    /// not.
    /// @param price by demand and period [currency/unit]
    CurveCuts around(SupplyCase of, double[][] price) {
        CurveCuts next =
                new CurveCuts(new double[breaks.length][][], new double[breaks.length][], new double[breaks.length][]);
        for (int d = 0; d < breaks.length; d++) {
            next.breaks[d] = new double[breaks[d].length][];
            next.centre[d] = new double[breaks[d].length];
            next.half[d] = new double[breaks[d].length];
            for (int t = 0; t < breaks[d].length; t++) {
                next.narrow(of, d, t, this, price[d][t]);
            }
        }
        return next;
    }

    /// Largest error that the cuts leave in a price, relative to it.
    double error(SupplyCase of, double[][] price) {
        double worst = 0;
        for (int d = 0; d < breaks.length; d++) {
            for (int t = 0; t < breaks[d].length; t++) {
                worst = Math.max(worst, half[d][t] * Math.max(OFFSETS[STEPS / 2 - 2], moved(of, d, t, price[d][t])));
            }
        }
        return worst;
    }

    /// How far the price lies from the centre, in half widths.
    private double moved(SupplyCase of, int demand, int t, double price) {
        double distance = Math.abs(within(of, demand, t, price) - centre[demand][t]);
        return distance / (half[demand][t] * scale(of, demand, t, centre[demand][t]));
    }

    private void narrow(SupplyCase of, int demand, int t, CurveCuts before, double price) {
        double old = before.half[demand][t];
        double from = before.centre[demand][t];
        double reach = OFFSETS[0] * old * scale(of, demand, t, from);
        double middle = within(of, demand, t, Math.clamp(price, from - reach, from + reach));
        double moved = before.moved(of, demand, t, price);
        double factor = moved <= OFFSETS[4] ? 0.1 : moved <= OFFSETS[3] ? 0.25 : moved <= 1 ? 0.6 : 4;
        boolean still = old <= NARROWEST && moved <= 1;
        lay(of, demand, t, still ? from : middle, Math.clamp(old * factor, NARROWEST, WIDEST));
    }

    private void lay(SupplyCase of, int demand, int t, double middle, double width) {
        double[] cuts = new double[STEPS + 1];
        double scale = scale(of, demand, t, middle);
        for (int k = 1; k < STEPS; k++) {
            cuts[k] = wanted(of, demand, t, middle + OFFSETS[k - 1] * width * scale);
        }
        cuts[STEPS] = most(of, demand, t);
        breaks[demand][t] = cuts;
        centre[demand][t] = middle;
        half[demand][t] = width;
    }

    private static double scale(SupplyCase of, int demand, int t, double price) {
        return Math.max(Math.abs(price), FLOOR * reference(of, demand, t));
    }

    /// The price as far as the curve can follow it.
    private static double within(SupplyCase of, int demand, int t, double price) {
        double low = price(of, demand, t, most(of, demand, t));
        double high = price(of, demand, t, 0);
        return Math.clamp(price, Math.min(low, high), high);
    }

    /// D(p), between nothing and the most that is ever served [amount of the period].
    private static double wanted(SupplyCase of, int demand, int t, double price) {
        SupplyCase.Demands demands = of.use().demands();
        double reference = demands.amount().at(demand, t) * of.periods().length();
        double p = within(of, demand, t, price);
        double amount = switch (demands.curve()[demand]) {
            case Curve.Fixed _ -> reference;
            case Curve.Linear(var at, double elasticity) -> reference * (1 + elasticity * (p / at.at(demand, t) - 1));
            case Curve.IsoElastic(var at, double elasticity) -> reference * Math.pow(p / at.at(demand, t), elasticity);
        };
        return Math.clamp(amount, 0, most(of, demand, t));
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
                Math.min(cap(of, demand, t), price.at(demand, t) * (1 + (share(q, reference) - 1) / elasticity));
            case Curve.IsoElastic(var price, double elasticity) -> {
                double share = Math.max(share(q, reference), LEAST_SHARE);
                yield Math.min(cap(of, demand, t), price.at(demand, t) * Math.pow(share, 1 / elasticity));
            }
        };
    }

    /// A curve around nothing is flat: all of it lies at the reference price.
    private static double share(double q, double reference) {
        return reference > 0 ? q / reference : 1;
    }

    private static double reference(SupplyCase of, int demand, int t) {
        return switch (of.use().demands().curve()[demand]) {
            case Curve.Fixed _ -> 0;
            case Curve.Linear(var price, double _) -> price.at(demand, t);
            case Curve.IsoElastic(var price, double _) -> price.at(demand, t);
        };
    }

    /// ∫ P from 0 to q [currency].
    static double area(SupplyCase of, int demand, int t, double q) {
        if (q == 0) {
            return 0;
        }
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
