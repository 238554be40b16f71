package org.genryu.value.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.laws.Law;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.cash.ProjectMetrics;
import org.genryu.value.cash.Realization;
import org.genryu.value.option.CreditLoss;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.Project;
import org.junit.jupiter.api.Test;

/// Identities over drawn sheets: whatever is signed, cash is conserved, principal is not below nil, losses of lender
/// and
/// givers are one sum between nothing and the claim, the fee at the expected loss has no margin, and many futures run
/// one after the other in the same arrays bring what each brings alone.
class SheetLawsTest {
    /// Of sums of some hundred terms of up to a billion.
    private static final double MONEY = 1e-3;

    private static final double RELATIVE = 1e-9;

    @Test
    void sourcesMustBeUsesAndPrincipalNotBelowNil() {
        Law.of(211, 24).holds(input -> {
            Project project = DrawnSheets.any(input, 0);
            DebtPlan plan = DebtPlan.of(project);
            for (Realization draw : PathGenerator.first(project, ProbabilityMeasure.REAL_WORLD, 5, 6)) {
                for (CashFlow.Period p : CashFlow.of(project, plan, draw).periods()) {
                    assertThat(p.gap()).isCloseTo(0, within(MONEY));
                    assertThat(p.accounts().distributed()).isGreaterThanOrEqualTo(-MONEY);
                    assertThat(p.accounts().reserve()).isGreaterThanOrEqualTo(0);
                    assertThat(p.loans()).allSatisfy(l -> {
                        assertThat(l.principal()).isGreaterThanOrEqualTo(0);
                        assertThat(l.arrears()).isGreaterThanOrEqualTo(0);
                        assertThat(l.collected().passed())
                                .isBetween(0.0, l.collected().recovered() + MONEY);
                    });
                }
            }
        });
    }

    /// What everybody gets in a future is what the project brings: nothing is made or lost between the parties.
    @Test
    void whatAllPartiesGetMustBeTheCashOfTheProject() {
        Law.of(212, 16).holds(input -> {
            Project project = DrawnSheets.any(input, 1);
            DebtPlan plan = DebtPlan.of(project);
            for (Realization draw : PathGenerator.first(project, ProbabilityMeasure.REAL_WORLD, 6, 6)) {
                CashFlow flow = CashFlow.of(project, plan, draw);
                double brought = 0;
                double got = 0;
                for (CashFlow.Period p : flow.periods()) {
                    CashFlow.Accounts a = p.accounts();
                    brought += p.cfads() + a.collection().idle();
                    got += a.distributed() - a.injected() - a.sponsor() + a.toReserve() - a.fromReserve();
                    got += a.collection().buyer() + a.collection().cost();
                    for (CashFlow.LoanPeriod l : p.loans()) {
                        double giver =
                                l.guaranteed() + l.insured() - l.collected().passed();
                        double lender = l.paid() + l.swept() + l.collected().recovered() + giver;
                        got += lender - giver;
                    }
                }
                double kept = flow.periods().isEmpty()
                        ? 0
                        : flow.periods().getLast().accounts().retained();
                assertThat(got + kept).isCloseTo(brought, within(MONEY));
            }
        });
    }

    @Test
    void lossesMustBeOneSumBetweenNothingAndTheClaim() {
        Law.of(213, 16).holds(input -> {
            Project project = DrawnSheets.any(input, 1);
            FutureResult r = run(project, 64);
            double kept = 0;
            double all = 0;
            for (FutureResult.LoanRisk loan : r.loans()) {
                if (loan.lossGivenDefault().any()) {
                    assertThat(loan.lossGivenDefault().least()).isGreaterThanOrEqualTo(0);
                    assertThat(loan.lossGivenDefault().most()).isLessThanOrEqualTo(1);
                }
                all += loan.loss().mean();
                kept += loan.lossAfterCovers().mean();
            }
            double given = 0;
            for (int s = 0; s < r.supports().size(); s++) {
                FutureResult.SupportFlow flow = r.supports().get(s);
                if (flow.support().startsWith("guarantee") || flow.support().startsWith("insurance")) {
                    given += flow.loss().mean();
                    double margin = flow.fairFee().orElse(0.0) * flow.feeBase().mean()
                            - flow.loss().mean();
                    assertThat(flow.feeBase().mean() > 0 ? margin : 0).isCloseTo(0, within(MONEY));
                }
            }
            assertThat(kept + given).isCloseTo(all, within(MONEY));
        });
    }

    /// Debt that is repaid or settled is no longer walked through, and arrays are written over: a future must not
    /// see
    /// that another came before it.
    @Test
    void manyFuturesMustBringWhatEachBringsAlone() {
        Law.of(214, 12).holds(input -> {
            Project project = DrawnSheets.any(input, 0);
            DebtPlan plan = DebtPlan.of(project);
            FutureResult r = Futures.of(project, plan, ProbabilityMeasure.REAL_WORLD, new FutureOptions(7, 24, 1));
            List<Realization> draws = PathGenerator.first(project, ProbabilityMeasure.REAL_WORLD, 7, 24);
            double discount = project.timeline().rates().discount().central();
            double npv = 0;
            double equity = 0;
            double fallen = 0;
            double size = 0;
            for (Realization draw : draws) {
                CashFlow flow = CashFlow.of(project, plan, draw);
                double before = ProjectMetrics.project(flow).npv(discount);
                double after = ProjectMetrics.equity(flow).npv(discount);
                npv += before / draws.size();
                equity += after / draws.size();
                fallen += flow.defaulted().isPresent() ? 1.0 / draws.size() : 0;
                size += (Math.abs(before) + Math.abs(after)) / draws.size();
            }
            assertThat(r.npv().mean()).isCloseTo(npv, within(RELATIVE * (1 + size)));
            assertThat(r.equity().mean()).isCloseTo(equity, within(RELATIVE * (1 + size)));
            assertThat(r.defaults().probability()).isCloseTo(fallen, within(RELATIVE));
        });
    }

    /// The coupon falls with the cover as the lender's expected loss does. Where less to pay changes nothing else
    /// (no
    /// tax that interest saves, no reserve that is smaller, no lock-up that keeps cash), default does not rise.
    @Test
    void coverThatTheLenderPricesMustNotRaiseDefault() {
        Law.of(215, 16).holds(input -> {
            String text = DrawnSheets.plain(input);
            double base = input.real("base", 0.02, 0.1);
            double chance = input.real("chance", 0, 0.05);
            double recovered = input.real("recovered", 0.2, 0.9);
            double before = 2;
            for (double cover : new double[] {0, 0.5, 1}) {
                double coupon = CreditLoss.coupon(base, chance, recovered, 2, cover);
                Project project = DrawnSheets.read(text.replace("RATE", Double.toString(coupon)));
                double fails = run(project, 64).defaults().probability();
                assertThat(fails).isLessThanOrEqualTo(before);
                before = fails;
            }
        });
    }

    @Test
    void aFloorAndItsUpsideShareMustBeAContractForDifference() {
        Law.of(216, 12).holds(input -> {
            String text = DrawnSheets.plain(input).replace("RATE", "6 %");
            int strike = input.whole("strike", 20, 80);
            FutureResult one = run(
                    DrawnSheets.read(text
                            + "supports: [{floor: {giver: a, product: p0, price: %1$d USD/kg, share_above: 100 %%, above: %1$d USD/kg}}]"
                                    .formatted(strike)),
                    32);
            FutureResult other = run(
                    DrawnSheets.read(
                            text + "supports: [{cfd: {giver: a, product: p0, price: %d USD/kg}}]".formatted(strike)),
                    32);
            assertThat(one.supports().getFirst().net().mean())
                    .isCloseTo(other.supports().getFirst().net().mean(), within(MONEY));
            assertThat(one.npv().mean()).isCloseTo(other.npv().mean(), within(MONEY));
            assertThat(one.defaults().probability()).isEqualTo(other.defaults().probability());
        });
    }

    private static FutureResult run(Project project, int futures) {
        return Futures.of(
                project, DebtPlan.of(project), ProbabilityMeasure.REAL_WORLD, new FutureOptions(11, futures, 1));
    }
}
