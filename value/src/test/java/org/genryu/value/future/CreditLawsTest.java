package org.genryu.value.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.laws.Input;
import org.genryu.laws.Law;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.CreditState;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.cash.Realization;
import org.genryu.value.option.CreditLoss;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.Project;
import org.genryu.value.project.Sheets;
import org.junit.jupiter.api.Test;

/// Identities of the credit contract over drawn sheets and futures: cash is conserved, principal is never
/// below nil unless it is named, a loss lies between nothing and the claim, losses of lender and givers are
/// one sum, cover that the lender prices never harms.
class CreditLawsTest {
    /// Sums of some hundred terms of up to a billion.
    private static final double MONEY = 1e-3;

    private static final FutureOptions FEW = new FutureOptions(9, 256, 1);

    private static Project sheet(String remedies, String supports) {
        String text = Sheets.text("small");
        int from = text.indexOf("supports:");
        int to = text.indexOf("parties:");
        String changed = text.substring(0, from) + "supports: " + supports + "\n" + text.substring(to);
        changed = changed.replace("  sweep: 25 %", "  sweep: 25 %\n  default: " + remedies);
        var read = Project.read("small.yaml", changed);
        return read.clean().orElseThrow(() -> new AssertionError(read.findings()));
    }

    private static String remedies(Input input) {
        return "{cure: %d months, way: %s, lag: %d months, cost: %d %%, recourse: %d MUSD, ratio: %s}"
                .formatted(
                        input.whole("cure", 0, 18),
                        input.one("way", new String[] {"workout", "sale"}),
                        input.whole("lag", 0, 60),
                        input.whole("cost", 0, 30),
                        input.whole("recourse", 0, 40),
                        input.one("ratio", new String[] {"0", "1.05"}));
    }

    private static String supports(Input input) {
        return "[{guarantee: {giver: g, of: senior, cover: %d %%, fee: 1 %%, recoveries: %s}}, {insurance: {giver: i, of: soft, commercial: %d %%, political: 90 %%, waiting: %d}}]"
                .formatted(
                        input.whole("cover", 0, 100),
                        input.one("recoveries", new String[] {"shared", "lender-first"}),
                        input.whole("insured", 0, 100),
                        input.whole("waiting", 0, 12));
    }

    @Test
    void cashMustBeConservedAndPrincipalNotBelowNilInEveryFuture() {
        Law.of(201, 40).holds(input -> {
            Project project = sheet(remedies(input), supports(input));
            DebtPlan plan = DebtPlan.of(project);
            long seed = input.whole("seed", 0, 1_000_000);
            for (Realization draw : PathGenerator.first(project, ProbabilityMeasure.REAL_WORLD, seed, 16)) {
                CashFlow flow = CashFlow.of(project, plan, draw);
                for (CashFlow.Period p : flow.periods()) {
                    assertThat(p.gap()).isCloseTo(0, within(MONEY));
                    assertThat(p.accounts().distributed()).isGreaterThanOrEqualTo(0);
                    assertThat(p.accounts().sponsor() + p.accounts().injected()).isGreaterThanOrEqualTo(0);
                    assertThat(p.loans()).allSatisfy(l -> {
                        assertThat(l.principal()).isGreaterThanOrEqualTo(0);
                        assertThat(l.collected().passed())
                                .isBetween(0.0, l.collected().recovered() + MONEY);
                    });
                }
                closed(flow);
            }
        });
    }

    /// Owners get nothing after a default until the claims are settled, and there is one default at most.
    private static void closed(CashFlow flow) {
        boolean fallen = false;
        for (CashFlow.Period p : flow.periods()) {
            if (fallen && (p.state() == CreditState.WORKOUT || p.state() == CreditState.SOLD)) {
                boolean last = p.number() == flow.periods().size();
                assertThat(last || p.accounts().distributed() == 0).isTrue();
            }
            assertThat(fallen && p.state() == CreditState.DEFAULT).isFalse();
            fallen |= p.state() == CreditState.DEFAULT;
            assertThat(p.state().afterDefault()).isEqualTo(fallen);
        }
    }

    @Test
    void lossesMustLieBetweenNothingAndTheClaimAndAddUp() {
        Law.of(202, 25).holds(input -> {
            Project project = sheet(remedies(input), supports(input));
            FutureOptions options = new FutureOptions(input.whole("seed", 0, 1_000_000), 64, 1);
            FutureResult r = Futures.of(project, DebtPlan.of(project), ProbabilityMeasure.REAL_WORLD, options);
            double kept = 0;
            double all = 0;
            for (FutureResult.LoanRisk loan : r.loans()) {
                if (loan.lossGivenDefault().any()) {
                    assertThat(loan.lossGivenDefault().least()).isGreaterThanOrEqualTo(0);
                    assertThat(loan.lossGivenDefault().most()).isLessThanOrEqualTo(1);
                }
                assertThat(loan.loss().mean())
                        .isCloseTo(loan.chance() * loan.claim() * loan.lossShare(), within(MONEY));
                all += loan.loss().mean();
                kept += loan.lossAfterCovers().mean();
            }
            double given =
                    r.supports().stream().mapToDouble(s -> s.loss().mean()).sum();
            assertThat(kept + given).isCloseTo(all, within(MONEY));
            FutureResult.SupportFlow guarantee = r.supports().getFirst();
            double margin =
                    guarantee.fairFee().orElse(0.0) * guarantee.feeBase().mean()
                            - guarantee.loss().mean();
            assertThat(margin).isCloseTo(0, within(MONEY));
        });
    }

    /// The lender's coupon falls with the cover as its expected loss does; the debt is signed anew at it.
    @Test
    void coverThatTheLenderPricesMustNotRaiseDefaultNorLoss() {
        double before = 2;
        double lost = Double.MAX_VALUE;
        for (double cover : new double[] {0, 0.5, 0.8, 1}) {
            double coupon = CreditLoss.coupon(0.06, 0.04, 0.6, 2, cover);
            Project bare =
                    sheet("{cure: 0}", "[{guarantee: {giver: g, of: senior, cover: %s, fee: 0 %%}}]".formatted(cover));
            Project priced = FinanceVariants.rate(bare, l -> l.id().equals("senior"), coupon);
            Project fixed =
                    FinanceVariants.withSupports(priced, priced.finance().supports());
            FutureResult r = Futures.of(fixed, DebtPlan.of(fixed), ProbabilityMeasure.REAL_WORLD, FEW);
            assertThat(r.defaults().probability()).isLessThanOrEqualTo(before);
            assertThat(r.loans().getFirst().lossAfterCovers().mean()).isLessThanOrEqualTo(lost);
            before = r.defaults().probability();
            lost = r.loans().getFirst().lossAfterCovers().mean();
        }
    }

    @Test
    void aFloorAndItsUpsideShareMustBeAContractForDifference() {
        String floor =
                "[{floor: {giver: a, product: ndpr-oxide, price: 90 USD/kg, share_above: 100 %, above: 90 USD/kg}}]";
        String contract = "[{cfd: {giver: a, product: ndpr-oxide, price: 90 USD/kg}}]";
        FutureResult one = run(floor);
        FutureResult other = run(contract);
        assertThat(one.supports().getFirst().net().mean())
                .isCloseTo(other.supports().getFirst().net().mean(), within(MONEY));
        assertThat(one.npv().mean()).isCloseTo(other.npv().mean(), within(MONEY));
        assertThat(one.defaults().probability()).isEqualTo(other.defaults().probability());
    }

    private static FutureResult run(String supports) {
        Project project = sheet("{cure: 0}", supports);
        return Futures.of(project, DebtPlan.of(project), ProbabilityMeasure.REAL_WORLD, FEW);
    }

    @Test
    void withoutLagAndLossTheLoanIsTheLoanWithoutRisk() {
        Project project = sheet("{cure: 0, way: sale, recovery: 100 %, lag: 0}", "[]");
        FutureResult r = Futures.of(project, DebtPlan.of(project), ProbabilityMeasure.REAL_WORLD, FEW);
        assertThat(r.defaults().probability()).isPositive();
        double seized = r.defaults().causes().getOrDefault(CreditState.Cause.SEIZED, 0.0);
        List<FutureResult.LoanRisk> loans = r.loans();
        assertThat(loans.getFirst().lossGivenDefault().shareBelow(1e-9))
                .isCloseTo(1 - seized / r.defaults().probability(), within(1e-2));
    }
}
