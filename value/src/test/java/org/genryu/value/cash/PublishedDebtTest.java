package org.genryu.value.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.genryu.value.project.FinanceTerms.Order;
import org.genryu.value.project.FinanceTerms.Rule;
import org.genryu.value.project.FinanceTerms.Shape;
import org.junit.jupiter.api.Test;

/// Published values: the sculpted loan of SAM's single-owner photovoltaic case (CFADS of 18 years, 7 %, DSCR 1.3);
/// by hand: interest during construction by both rules, the debt-fraction cap, the least price for a level loan.
class PublishedDebtTest {
    /// The published table is rounded to cents.
    private static final double DOLLAR = 1;
    /// The values worked out by hand have six decimals.
    private static final double SIX = 1e-6;

    private static final double[] CFADS = {
        6670038.05, 6677642.55, 6684532.82, 6690686.53, 6696080.75, 6700691.99, 6704496.13, 6707468.42, 6709583.48,
        6710815.26, 6711137.06, 6710521.46, 6708940.35, 6706364.88, 6702765.48, 7640094.35, 7634355.25, 7627498.80
    };

    private static double[] carry(double dscr) {
        return Arrays.stream(CFADS).map(c -> c / dscr).toArray();
    }

    @Test
    void theSculptedLoanMustBeThatOfTheTable() {
        double debt = Repayment.capacity(carry(1.3), 0.07, 0, Shape.SCULPTED, false);
        Repayment loan = Repayment.of(debt, carry(1.3), 0.07, 0, Shape.SCULPTED, false);
        assertThat(debt * 1.3).isCloseTo(68249937.99, within(DOLLAR));
        assertThat(debt).isCloseTo(52499952.30, within(DOLLAR));
        assertThat(loan.interest()[0]).isCloseTo(3674996.66, within(DOLLAR));
        assertThat(loan.principal()[0]).isCloseTo(1455801.84, within(DOLLAR));
        assertThat(loan.balance()[18]).isCloseTo(0, within(SIX));
    }

    @Test
    void llcrMustBeTheDscrInEveryYear() {
        Repayment loan = Repayment.of(
                Repayment.capacity(carry(1.3), 0.07, 0, Shape.SCULPTED, false),
                carry(1.3),
                0.07,
                0,
                Shape.SCULPTED,
                false);
        double value = 0;
        for (int t = 17; t >= 0; t--) {
            value = (value + CFADS[t]) / 1.07;
            assertThat(value / loan.balance()[t]).isCloseTo(1.3, within(SIX));
        }
    }

    @Test
    void aCapMustRaiseTheDscrThatHolds() {
        Repayment loan = Repayment.of(50_000_000, carry(1.3), 0.07, 0, Shape.SCULPTED, false);
        for (int t = 0; t < 18; t++) {
            assertThat(CFADS[t] / loan.service(t)).isCloseTo(1.364999, within(SIX));
        }
    }

    @Test
    void theOpeningRuleMustGiveTheInterestWorkedOutByHand() {
        Construction c = build(Rule.OPENING);
        assertThat(c.interest()[0][0]).isCloseTo(0, within(SIX));
        assertThat(c.interest()[0][1]).isCloseTo(4.8, within(SIX));
        assertThat(c.interest()[0][2]).isCloseTo(14.6304, within(SIX));
        assertThat(c.balance()[0]).isCloseTo(251.65824, within(SIX));
        assertThat(c.cost()).isCloseTo(419.4304, within(SIX));
    }

    @Test
    void theMidPeriodRuleMustGiveTheInterestWorkedOutByHand() {
        Construction c = build(Rule.MID);
        assertThat(c.interest()[0][0]).isCloseTo(2.459016, within(SIX));
        assertThat(c.interest()[0][1]).isCloseTo(9.957001, within(SIX));
        assertThat(c.interest()[0][2]).isCloseTo(17.823739, within(SIX));
        assertThat(c.balance()[0]).isCloseTo(258.143853, within(SIX));
        assertThat(c.cost()).isCloseTo(430.239756, within(SIX));
    }

    private static Construction build(Rule rule) {
        Construction.Line[] loan = {new Construction.Line(0, 0.6, 0.08, 0, 0)};
        return Construction.of(new double[] {100, 200, 100}, 0, loan, rule, Order.PRO_RATA, false);
    }

    @Test
    void theLeastFloorForALevelLoanMustBeThatWorkedOutByHand() {
        double low = 40;
        double high = 100;
        for (int i = 0; i < 100; i++) {
            double price = (low + high) / 2;
            double[] carry = new double[10];
            Arrays.fill(carry, (price - 40) / 1.4);
            if (Repayment.capacity(carry, 0.06, 0, Shape.LEVEL, false) < 72) {
                low = price;
            } else {
                high = price;
            }
        }
        assertThat(high).isCloseTo(53.695490, within(SIX));
    }
}
