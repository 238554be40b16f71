package org.genryu.share.contract;

import org.genryu.core.Check;

/// A step of a waterfall: who gets cash next, and until when. Parties are numbers from 0; shares sum to
/// 1.
public sealed interface CashTier {
    /// What was paid in comes back, pro rata to what is still out.
    record Capital() implements CashTier {}

    /// A return on what is paid in and not yet back, pro rata to what is owed. It accrues every period on
    /// capital and unpaid return.
    /// @param rate [1/period]
    record Preferred(double rate) implements CashTier {
        public Preferred {
            Check.that(rate >= 0, "Preferred: the rate is %s; it must be 0 or more.", rate);
        }
    }

    /// A party catches up until it has `carry` of all that was paid beyond capital. With P of preferred
    /// return paid the tier takes x = carry P / (rate - carry), of which rate x goes to the party.
    /// @param carry [fraction]
    /// @param rate of each unit of the tier's cash that goes to the party, above `carry` [fraction]
    record CatchUp(int party, double carry, double rate) implements CashTier {
        public CatchUp {
            Check.that(
                    carry >= 0 && rate > carry && rate <= 1,
                    "Catch-up: carry %s at rate %s; the rate must be above the carry and 1 or less.",
                    carry,
                    rate);
        }
    }

    /// By shares, until a party's return reaches `rate`, counted on its cash flow with all that it gets
    /// in this period.
    /// @param rate [1/period]
    record Hurdle(int party, double rate, double[] shares) implements CashTier {
        public Hurdle {
            check(shares);
            Check.that(shares[party] > 0, "Hurdle: the party's share is %s; it must be above 0.", shares[party]);
            shares = shares.clone();
        }
    }

    /// By shares, for ever.
    record Rest(double[] shares) implements CashTier {
        public Rest {
            check(shares);
            shares = shares.clone();
        }
    }

    private static void check(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            Check.that(share >= 0, "Tier: a share is %s; it must be 0 or more.", share);
            sum += share;
        }
        Check.that(Math.abs(sum - 1) <= 1e-9, "Tier: the shares sum to %s; they must sum to 1.", sum);
    }
}
