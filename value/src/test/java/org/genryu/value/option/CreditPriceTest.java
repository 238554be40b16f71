package org.genryu.value.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// By hand: coupons and fees that pay for an expected loss, and cumulative chances. The figures were worked
/// out outside of this program. Identity: a loan at its fair coupon is worth its balance, whatever its
/// length.
class CreditPriceTest {
    private static final double EIGHT = 1e-8;

    @Test
    void theFairCouponMustBeThatWorkedOutByHand() {
        assertThat(CreditLoss.coupon(0.06, 0.02, 0.8, 0, 0)).isCloseTo(0.06425703, within(EIGHT));
        assertThat(CreditLoss.coupon(0.06, 0.02, 0.8, 2, 0)).isCloseTo(0.06614103, within(EIGHT));
        assertThat(CreditLoss.coupon(0.06, 0.02, 0.8, 0, 0.8)).isCloseTo(0.06084868, within(EIGHT));
        assertThat(CreditLoss.coupon(0.06, 0.02, 0.8, 0, 1)).isCloseTo(0.06, within(EIGHT));
    }

    @Test
    void aLoanAtItsFairCouponMustBeWorthItsBalance() {
        Law.of(131, 200).holds(input -> {
            double r = input.real("funding", 0.001, 0.2);
            double p = input.real("chance", 0, 0.3);
            double recovery = input.real("recovery", 0, 1);
            double lag = input.real("lag", 0, 6);
            int years = input.whole("years", 1, 30);
            double c = CreditLoss.coupon(r, p, recovery, lag, 0);
            double worth = 100;
            for (int t = 0; t < years; t++) {
                double claim = 100 * (1 + c);
                double interest = 100 * c;
                worth = ((1 - p) * (worth + interest) + p * recovery * claim * Math.pow(1 + r, -lag)) / (1 + r);
            }
            assertThat(worth).isCloseTo(100, within(1e-9 * 100));
        });
    }

    @Test
    void coverMustNotRaiseTheCoupon() {
        Law.of(132, 200).holds(input -> {
            double p = input.real("chance", 0, 0.3);
            double recovery = input.real("recovery", 0, 1);
            double less = input.real("cover", 0, 0.9);
            double c = CreditLoss.coupon(0.05, p, recovery, 2, less);
            assertThat(CreditLoss.coupon(0.05, p, recovery, 2, less + 0.1)).isLessThanOrEqualTo(c + 1e-15);
        });
    }

    @Test
    void theFairFeeMustBeThatWorkedOutByHand() {
        assertThat(CreditLoss.fee(0.02, 0.39986283)).isCloseTo(0.0079972565, within(1e-9));
    }

    /// PV of the loss of a bullet of 100 over ten years, each year's default worth its claim less a recovery
    /// of 80 % two years later, at 6 %.
    @Test
    void theLossOfABulletMustBeItsClosedForm() {
        double[] alive = CreditLoss.cumulative(new double[] {.02, .02, .02, .02, .02, .02, .02, .02, .02, .02});
        assertThat(alive[9]).isCloseTo(0.18292719, within(EIGHT));
        double loss = 0;
        for (int t = 0; t < 10; t++) {
            double now = (alive[t] - (t > 0 ? alive[t - 1] : 0)) * Math.pow(1.06, -(t + 1));
            loss += 100 * now * (1 - 0.8 * Math.pow(1.06, -2));
        }
        assertThat(loss).isCloseTo(3.915045, within(1e-6));
    }

    @Test
    void cumulativeChancesMustNotBeTheSum() {
        double[] found =
                CreditLoss.cumulative(new double[] {.015, .015, .012, .010, .008, .006, .004, .003, .002, .002});
        double[] wanted = {.015, .029775, .041418, .051004, .058595, .064244, .067987, .070783, .072641, .074496};
        for (int t = 0; t < wanted.length; t++) {
            assertThat(found[t]).isCloseTo(wanted[t], within(5e-7));
        }
    }
}
