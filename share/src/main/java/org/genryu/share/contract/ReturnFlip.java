package org.genryu.share.contract;

import java.util.OptionalInt;
import org.genryu.core.Check;

/// An investor and a sponsor share cash one way until the investor has earned its return, then the other
/// way: the flip of tax-equity partnerships. The return is looked at at the end of every period; the
/// shares change with the next one. Before both, the sponsor may first get an amount back.
///
/// The investor's return has reached the target r at t if Σ flow_s (1 + r)^(t - s) ≥ 0 over s ≤ t, which
/// for one who pays first and is paid later is IRR ≥ r.
///
/// @param before the investor's share until the flip [fraction]
/// @param after the investor's share from then on [fraction]
/// @param target [1/period]
/// @param first what the sponsor gets before anything is shared, 0 or more
public record ReturnFlip(double before, double after, double target, double first) {
    public ReturnFlip {
        Check.that(
                before >= 0 && before <= 1 && after >= 0 && after <= 1 && first >= 0,
                "Flip: shares %s and %s, first %s; shares must lie in 0..1.",
                before,
                after,
                first);
    }

    /// @param investor by period, with what it paid in below 0
    /// @param sponsor by period
    /// @param flip the period at whose end the target is reached; empty if it never is
    public record Shared(double[] investor, double[] sponsor, OptionalInt flip) {}

    /// @param paidIn by the investor at the start, before the first period
    /// @param cash by period, from the first one on
    public Shared share(double paidIn, double[] cash) {
        double[] investor = new double[cash.length + 1];
        double[] sponsor = new double[cash.length + 1];
        investor[0] = -paidIn;
        double owed = paidIn;
        double back = first;
        OptionalInt flip = OptionalInt.empty();
        for (int t = 1; t <= cash.length; t++) {
            double own = Math.min(back, cash[t - 1]);
            back -= own;
            double share = flip.isPresent() ? after : before;
            investor[t] = share * (cash[t - 1] - own);
            sponsor[t] = cash[t - 1] - investor[t];
            owed = owed * (1 + target) - investor[t];
            if (flip.isEmpty() && owed <= 1e-12 * paidIn) {
                flip = OptionalInt.of(t);
            }
        }
        return new Shared(investor, sponsor, flip);
    }
}
