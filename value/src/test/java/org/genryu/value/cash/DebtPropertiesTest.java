package org.genryu.value.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.genryu.laws.Law;
import org.genryu.value.project.FinanceTerms.Order;
import org.genryu.value.project.FinanceTerms.Rule;
import org.genryu.value.project.FinanceTerms.Shape;
import org.genryu.value.project.Project;
import org.genryu.value.project.Sheets;
import org.junit.jupiter.api.Test;

/// Identities on random loans and futures.
class DebtPropertiesTest {
    /// Sums of some dozen terms of the size of the loan.
    private static final double ROUNDING = 1e-9;

    private static final Project SMALL = Sheets.project("small");
    private static final DebtPlan PLAN = DebtPlan.of(SMALL);
    private static final Realization CENTRAL = Realization.central(SMALL);

    private static double present(double[] service, double rate, int from) {
        double sum = 0;
        for (int t = service.length - 1; t >= from; t--) {
            sum = (sum + service[t]) / (1 + rate);
        }
        return sum;
    }

    /// From 1 to 1000.
    private static double[] amounts(int count, long seed) {
        return new SplittableRandom(seed).doubles(count, 1, 1000).toArray();
    }

    private static double[] services(Repayment loan) {
        double[] out = new double[loan.principal().length];
        java.util.Arrays.setAll(out, loan::service);
        return out;
    }

    @Test
    void underSculptingLlcrMustBeTheDscrAtEveryDate() {
        Law.of(71, 300).holds(input -> {
            int periods = input.whole("periods", 1, 30);
            long seed = input.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
            double rate = input.real("rate", 0.01, 0.2);
            double dscr = input.real("dscr", 1, 3);
            double[] cfads = amounts(periods, seed);
            double[] carry = java.util.Arrays.stream(cfads).map(c -> c / dscr).toArray();
            double debt = Repayment.capacity(carry, rate, 0, Shape.SCULPTED, true);
            Repayment loan = Repayment.of(debt, carry, rate, 0, Shape.SCULPTED, true);
            double[] balance = loan.balance();
            assertThat(balance[cfads.length]).isCloseTo(0, within(ROUNDING * debt));
            for (int t = 0; t < cfads.length; t++) {
                // near the end the balance is small beside the rounding of all that was repaid before
                double slack = ROUNDING * (1 + debt / balance[t]);
                assertThat(present(cfads, rate, t) / balance[t]).isCloseTo(dscr, within(dscr * slack));
            }
        });
    }

    @Test
    void theServiceMustBeWorthTheDebtAndThePrincipalBeTheDebt() {
        Law.of(72, 300).holds(input -> {
            double debt = input.real("debt", 1, 1e9);
            double rate = input.real("rate", 0, 0.2);
            int grace = input.whole("grace", 0, 6);
            int periods = input.whole("periods", 1, 40);
            Shape shape = input.one("shape", Shape.values());
            double[] carry = new double[grace + periods];
            java.util.Arrays.setAll(carry, t -> 100 + t % 5);
            Repayment loan = Repayment.of(debt, carry, rate, grace, shape, false);
            assertThat(present(services(loan), rate, 0)).isCloseTo(debt, within(ROUNDING * debt));
            assertThat(java.util.Arrays.stream(loan.principal()).sum()).isCloseTo(debt, within(ROUNDING * debt));
        });
    }

    @Test
    void debtAndEquityMustBeTheCostWithItsInterestAndFees() {
        Law.of(73, 200).holds(input -> {
            int steps = input.whole("steps", 1, 40);
            long seed = input.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
            double gearing = input.real("gearing", 0.01, 0.9);
            double rate = input.real("rate", 0, 0.05);
            Rule rule = input.one("rule", Rule.values());
            Order order = input.one("order", Order.values());
            double[] costs = amounts(steps, seed);
            Construction.Line[] loans = {new Construction.Line(0, gearing, rate, 0.01, 0.001)};
            Construction c = Construction.of(costs, 0, loans, rule, order, false);
            double spent = java.util.Arrays.stream(costs).sum()
                    + java.util.Arrays.stream(c.interest()[0]).sum()
                    + java.util.Arrays.stream(c.fees()[0]).sum();
            assertThat(c.cost()).isCloseTo(spent, within(ROUNDING * spent));
            assertThat(c.balance()[0]).isCloseTo(gearing * c.cost(), within(ROUNDING * spent));
            assertThat(c.residual()).isLessThan(ROUNDING);
        });
    }

    @Test
    void theValueMustRiseWithThePriceAndFallWithTheCost() {
        Law.of(74, 25).holds(input -> {
            double price = input.real("price", 0.3, 2);
            double overrun = input.real("overrun", 0.7, 2);
            double here = npv(CENTRAL.times(0, price).withOverrun(overrun));
            assertThat(npv(CENTRAL.times(0, price * 1.05).withOverrun(overrun))).isGreaterThanOrEqualTo(here);
            assertThat(npv(CENTRAL.times(0, price).withOverrun(overrun * 1.05))).isLessThan(here);
        });
    }

    @Test
    void seizureMustLowerAValueThatIsPositive() {
        Law.of(75, 25).holds(input -> {
            int month = input.whole("month", 60, 200);
            double price = input.real("price", 1, 2);
            double here = npv(CENTRAL.times(0, price));
            assertThat(npv(CENTRAL.times(0, price).withSeizure(month))).isLessThan(here);
        });
    }

    private static double npv(Realization draw) {
        CashFlow flow = CashFlow.of(SMALL, PLAN, draw);
        return ProjectMetrics.project(flow)
                .npv(SMALL.timeline().rates().discount().central());
    }

    @Test
    void sourcesMustBeUsesInEveryFuture() {
        Law.of(76, 25).holds(input -> {
            double price = input.real("price", 0.1, 2);
            int delay = input.whole("delay", 0, 30);
            int seized = input.whole("seized", 36, 300);
            int stop = input.whole("stop", 0, 24);
            Realization draw = CENTRAL.times(0, price)
                    .withDelay(SMALL, delay)
                    .withStop(50, stop)
                    .withSeizure(seized);
            for (CashFlow.Period p : CashFlow.of(SMALL, PLAN, draw).periods()) {
                CashFlow.Accounts a = p.accounts();
                assertThat(p.gap()).isCloseTo(0, within(ROUNDING * 1e9));
                assertThat(a.distributed()).isGreaterThanOrEqualTo(0);
                assertThat(a.reserve()).isGreaterThanOrEqualTo(0);
            }
        });
    }

    @Test
    void afterSizingTheDscrMustReachItsTargetInEveryPeriodOfTheLoan() {
        Law.of(77, 25).holds(input -> {
            double price = input.real("price", 0.6, 2);
            Realization base = CENTRAL.times(0, price);
            DebtPlan plan = DebtPlan.of(SMALL, base);
            double[] cfads = plan.cfads();
            for (int k = 1; k < 21; k++) {
                double due = plan.service(k, true);
                if (due > 0 && plan.debt() > 1) {
                    assertThat(cfads[k] / due).isGreaterThanOrEqualTo(1.4 - 1e-6);
                }
            }
        });
    }
}
