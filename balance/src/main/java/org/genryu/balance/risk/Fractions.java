package org.genryu.balance.risk;

import java.util.stream.DoubleStream;
import org.genryu.core.Check;

/// Are these shares of one whole, as fractions? Percents are refused: 70 for 0.7 would make an index five thousand
/// times
/// too large without a word.
final class Fractions {
    /// Shares that are printed with three digits may add up to a little more than the whole.
    private static final double ROUNDING = 0.02;

    private Fractions() {}

    static void check(String what, DoubleStream shares) {
        double[] all = shares.toArray();
        double sum = 0;
        for (double share : all) {
            Check.that(
                    share >= 0 && share <= 1,
                    "%s: a share is %s; it must lie in 0..1. Maybe percents were given: divide by 100.",
                    what,
                    share);
            sum += share;
        }
        Check.that(
                sum <= 1 + ROUNDING,
                "%s: the shares add up to %s; together they must be 1 or less. Maybe a total stands among its members.",
                what,
                sum);
    }
}
