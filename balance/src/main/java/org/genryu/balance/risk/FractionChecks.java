package org.genryu.balance.risk;

import java.util.stream.DoubleStream;
import org.genryu.core.Check;

/// Are these shares of one whole, as fractions? Percents are refused: 70 for 0.7 would make an index five thousand
/// times too large without a word.
final class FractionChecks {
    /// Shares that are printed with three digits may add up to a little more than the whole.
    private static final double ROUNDING = 0.02;

    /// What sums of doubles are off by.
    private static final double ROUNDED = 1e-9;

    private FractionChecks() {}

    /// A number of a scale that begins at 0.
    ///
    /// @param most the end of the scale: 1 of fractions and of HHI
    static void within(String what, String part, double value, double most) {
        Check.that(
                value >= 0 && value <= most * (1 + ROUNDED),
                "%s: %s is %s; it must lie in 0..%s.%s",
                what,
                part,
                value,
                (long) most,
                most == 1 ? " Maybe percents were given: divide by 100." : "");
    }

    static void check(String what, DoubleStream shares) {
        double[] all = shares.toArray();
        double sum = 0;
        for (double share : all) {
            within(what, "a share", share, 1);
            sum += share;
        }
        Check.that(
                sum <= 1 + ROUNDING,
                "%s: the shares add up to %s; together they must be 1 or less. Maybe a total stands among its members.",
                what,
                sum);
    }
}
