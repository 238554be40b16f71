package org.genryu.balance.calibration;

import org.genryu.casefile.SupplyCase;

/// How strongly do supply and trade answer to a price, at once and in the long run?
///
/// e(t) = short + (long - short) · min(1, whole years since the base year / [#LONG]): the months of a year answer as
/// the year. Defaults by the commodity's stage, all assumptions: a mine takes years to grow, a plant is there sooner,
/// buyers change their supplier of a standard good more easily than of a qualified one.
final class Elasticities {
    /// Years after which the long-run elasticity holds.
    private static final double LONG = 10;

    private final SupplyCase of;

    Elasticities(SupplyCase of) {
        this.of = of;
    }

    /// η: of the amount with respect to what a unit earns.
    double supply(int commodity, int t) {
        return between(ground(commodity) ? 0.5 : 1, ground(commodity) ? 2 : 4, t);
    }

    /// σ: of the amount of one origin with respect to its price.
    double substitution(int commodity, int t) {
        return between(3, 8, t);
    }

    /// How much more than the market the most faithful buyers pay for their origin, of the price where a lane ends:
    /// contracts, qualification, quality. Less every year.
    double bond(int t) {
        return between(0.3, 0.05, t);
    }

    private boolean ground(int commodity) {
        String stage = of.world().commodities().stage()[commodity];
        return stage.isEmpty() || stage.equals("mined") || stage.equals("ore") || stage.equals("concentrate");
    }

    private double between(double first, double last, int t) {
        return first + (last - first) * Math.min(1, of.periods().years(t) / LONG);
    }
}
