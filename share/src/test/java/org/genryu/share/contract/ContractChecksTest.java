package org.genryu.share.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.genryu.laws.Law;
import org.genryu.share.contract.DeemedAllocation.Allocated;
import org.genryu.share.contract.DeemedAllocation.Reading;
import org.genryu.share.contract.FairTerms.Term;
import org.junit.jupiter.api.Test;

/// Waterfalls and flips: published values, then identities over random cash.
class ContractChecksTest {
    /// The digits that are given.
    private static final Offset<Double> GIVEN = within(5e-5);
    private static final Offset<Double> SIX = within(1e-6);
    private static final Offset<Double> EXACT = within(1e-9);

    private static double npv(double rate, double[] flow) {
        double sum = 0;
        for (int t = 0; t < flow.length; t++) {
            sum += flow[t] / Math.pow(1 + rate, t);
        }
        return sum;
    }

    /// The one root of an investment.
    private static double irr(double[] flow) {
        DoubleUnaryOperator value = rate -> npv(rate, flow);
        return ((Term.Found) FairTerms.solve(value, -0.9, 10, 0)).term();
    }

    private static double[] level(double first, double amount, int periods) {
        double[] flow = new double[periods + 1];
        Arrays.fill(flow, amount);
        flow[0] = first;
        return flow;
    }

    @Test
    void aFullCatchUpMustPayThePublishedTiers() {
        double[][] paidIn = {{100, 0, 0, 0, 0, 0}, new double[6]};
        double[] cash = {0, 0, 0, 0, 0, 250};
        CashTiers tiers = new CashTiers(
                2,
                List.of(
                        new CashTier.Capital(),
                        new CashTier.Preferred(0.08),
                        new CashTier.CatchUp(1, 0.2, 1),
                        new CashTier.Rest(new double[] {0.8, 0.2})));
        CashTiers.Paid paid = tiers.pay(paidIn, cash);
        assertThat(paid.tier(0)).isEqualTo(100, SIX);
        assertThat(paid.tier(1)).isEqualTo(46.932808, SIX);
        assertThat(paid.tier(2)).isEqualTo(11.733202, SIX);
        assertThat(paid.tier(3)).isEqualTo(91.333990, SIX);
        assertThat(paid.to(0)[5]).isEqualTo(220, SIX);
        assertThat(paid.to(1)[5]).isEqualTo(30, SIX);
        // at a rate below 1 the tier takes x = c P / (k - c)
        CashTiers half = new CashTiers(
                2,
                List.of(
                        new CashTier.Capital(),
                        new CashTier.Preferred(0.08),
                        new CashTier.CatchUp(1, 0.2, 0.5),
                        new CashTier.Rest(new double[] {0.8, 0.2})));
        assertThat(half.pay(paidIn, cash).tier(2)).isEqualTo(0.2 * 46.9328077 / 0.3, SIX);
        assertThat(half.pay(paidIn, cash).to(1)[5]).isEqualTo(30, SIX);
    }

    @Test
    void aHurdleMustCountWhatThePartyGetsInTheSamePeriod() {
        // cash that just brings the party to its hurdle leaves nothing for the tier after it
        double[][] paidIn = {{100, 0}, new double[2]};
        CashTiers tiers = new CashTiers(
                2,
                List.of(
                        new CashTier.Capital(),
                        new CashTier.Preferred(0.08),
                        new CashTier.Hurdle(0, 0.12, new double[] {0.8, 0.2}),
                        new CashTier.Rest(new double[] {0.5, 0.5})));
        // by hand: 8 of the 12 are the preferred return; 4 more at 80 % take 5
        CashTiers.Paid paid = tiers.pay(paidIn, new double[] {0, 113});
        assertThat(paid.to(0)[1]).isEqualTo(112, EXACT);
        assertThat(paid.tier(3)).isEqualTo(0, EXACT);
        assertThat(tiers.pay(paidIn, new double[] {0, 123}).tier(3)).isEqualTo(10, EXACT);
    }

    @Test
    void aClawbackMustBringTheReturnToTheHurdle() {
        double[] flow = {-100, 30, 60, 25};
        double owed = CashTiers.clawback(flow, 0.1, 50);
        double[] whole = flow.clone();
        whole[3] += owed;
        assertThat(irr(whole)).isEqualTo(0.1, EXACT);
        assertThat(CashTiers.clawback(flow, 0.1, 2)).isEqualTo(2);
        assertThat(CashTiers.clawback(new double[] {-100, 150}, 0.1, 50)).isZero();
        // one good and one bad deal: the carry of the first comes back
        CashTiers tiers = new CashTiers(
                2,
                List.of(
                        new CashTier.Capital(),
                        new CashTier.Preferred(0.08),
                        new CashTier.CatchUp(1, 0.2, 1),
                        new CashTier.Rest(new double[] {0.8, 0.2})));
        double[][] in = {{100, 0}, new double[2]};
        List<CashTiers.Paid> deals =
                tiers.byDeal(List.of(in, in), List.of(new double[] {0, 150}, new double[] {0, 60}));
        double carry = deals.get(0).to(1)[1] + deals.get(1).to(1)[1];
        assertThat(carry).isEqualTo(10, EXACT);
        double investor = deals.get(0).to(0)[1] + deals.get(1).to(0)[1];
        assertThat(CashTiers.clawback(new double[] {-200, investor}, 0.08, carry))
                .isEqualTo(10, EXACT);
    }

    @Test
    void theReturnFlipMustComeInYearFive() {
        double[] cash = new double[10];
        Arrays.fill(cash, 30);
        ReturnFlip.Shared shared = new ReturnFlip(0.9, 0.2, 0.08, 0).share(100, cash);
        assertThat(shared.flip()).isEqualTo(OptionalInt.of(5));
        assertThat(irr(Arrays.copyOf(shared.investor(), 5))).isEqualTo(0.031511, within(1e-6));
        assertThat(irr(Arrays.copyOf(shared.investor(), 6))).isEqualTo(0.109162, within(1e-6));
        assertThat(shared.investor()[6]).isEqualTo(6);
        assertThat(Arrays.stream(shared.investor()).sum() + 100).isEqualTo(165 + 0.0, within(1e-9));
        assertThat(irr(shared.investor())).isEqualTo(0.151812, within(1e-6));
        assertThat(Arrays.stream(shared.sponsor()).sum()).isEqualTo(135, EXACT);
        assertThat(new ReturnFlip(0.9, 0.2, 0.5, 0).share(100, cash).flip()).isEmpty();
        assertThat(new ReturnFlip(0.9, 0.2, 0.08, 40).share(100, cash).sponsor())
                .startsWith(0, 30, 10 + 2);
    }

    private static final DeemedAllocation MEMORANDUM = DeemedAllocation.level(100, 0.06, 25);

    private static double[] payerFlow(Allocated allocated) {
        double[] flow = new double[allocated.payer().length + 1];
        flow[0] = -100;
        System.arraycopy(allocated.payer(), 0, flow, 1, allocated.payer().length);
        return flow;
    }

    private static double[] twenty() {
        double[] cash = new double[25];
        Arrays.fill(cash, 20);
        return cash;
    }

    @Test
    void theMemorandumWithARunningBalanceMustFlipInYear16() {
        Allocated a = MEMORANDUM.share(Reading.RUNNING_BALANCE, twenty());
        assertThat(a.flip()).isEqualTo(OptionalInt.of(16));
        assertThat(a.payer()[15]).isEqualTo(7.8479, GIVEN);
        assertThat(a.other()[15]).isEqualTo(12.1521, GIVEN);
        assertThat(a.payer()[14]).isEqualTo(10, EXACT);
        assertThat(a.payer()[16]).isEqualTo(2, EXACT);
        assertThat(a.other()[16]).isEqualTo(18, EXACT);
        assertThat(Arrays.stream(a.payer()).sum()).isEqualTo(175.8479, GIVEN);
        assertThat(Arrays.stream(a.other()).sum()).isEqualTo(324.1521, GIVEN);
        assertThat(irr(payerFlow(a))).isEqualTo(0.067397, within(5e-7));
        assertThat(MEMORANDUM.payerValue(a)).isEqualTo(5.5667, GIVEN);
        assertThat(MEMORANDUM.otherValue(a)).isEqualTo(150.1004, GIVEN);
        assertThat(irr(level(-100, 20, 25))).isEqualTo(0.197805, within(5e-7));
    }

    @Test
    void theMemorandumWithAFixedAmountMustFlipInYear20() {
        Allocated b = MEMORANDUM.share(Reading.FIXED_AT_SIGNING, twenty());
        assertThat(MEMORANDUM.annuities()).isEqualTo(195.5668, GIVEN);
        assertThat(b.flip()).isEqualTo(OptionalInt.of(20));
        assertThat(b.payer()[19]).isEqualTo(6.4534, GIVEN);
        assertThat(b.other()[19]).isEqualTo(13.5466, GIVEN);
        assertThat(b.payer()[20]).isEqualTo(2, EXACT);
        assertThat(Arrays.stream(b.payer()).sum()).isEqualTo(206.4534, GIVEN);
        assertThat(Arrays.stream(b.other()).sum()).isEqualTo(293.5466, GIVEN);
        assertThat(irr(payerFlow(b))).isEqualTo(0.078857, within(5e-7));
        assertThat(MEMORANDUM.payerValue(b)).isEqualTo(16.2202, GIVEN);
        assertThat(MEMORANDUM.otherValue(b)).isEqualTo(139.4469, GIVEN);
    }

    @Test
    void theMemorandumWithInterestOnlyMustBeTheWorstForThePayer() {
        Allocated c = MEMORANDUM.share(Reading.INTEREST_ONLY, twenty());
        assertThat(c.flip()).isEmpty();
        assertThat(c.payer()).containsOnly(4.4);
        assertThat(c.other()[0]).isEqualTo(15.6, EXACT);
        assertThat(Arrays.stream(c.payer()).sum()).isEqualTo(110, EXACT);
        assertThat(Arrays.stream(c.other()).sum()).isEqualTo(390, EXACT);
        assertThat(irr(payerFlow(c))).isEqualTo(0.007470, within(5e-7));
        assertThat(MEMORANDUM.payerValue(c)).isEqualTo(-43.7532, GIVEN);
        assertThat(MEMORANDUM.otherValue(c)).isEqualTo(199.4204, GIVEN);
    }

    @Test
    void thePayerMustBeWholeIfAndOnlyIfTheFlipIsReached() {
        Law.of(31, 200).holds(input -> {
            int periods = input.whole("periods", 1, 30);
            double[] cash = input.reals("cash", periods, periods, 0, 30);
            double rate = input.real("rate", 0, 0.2);
            DeemedAllocation memorandum = DeemedAllocation.level(100, rate, periods);
            Allocated a = memorandum.share(Reading.RUNNING_BALANCE, cash);
            double value = memorandum.payerValue(a);
            assertThat(a.flip().isPresent()).isEqualTo(value >= -1e-9);
            int flip = a.flip().orElse(periods + 1);
            for (int t = 0; t < Math.min(flip - 1, periods); t++) {
                assertThat(a.payer()[t]).isEqualTo(a.other()[t], EXACT);
            }
            for (Reading reading : Reading.values()) {
                Allocated shared = memorandum.share(reading, cash);
                for (int t = 0; t < periods; t++) {
                    assertThat(shared.payer()[t] + shared.other()[t]).isEqualTo(cash[t], EXACT);
                    assertThat(shared.payer()[t]).isBetween(-1e-12, cash[t] / 2 + 1e-9);
                }
            }
            // more cash never lowers the payer's value
            double[] more = cash.clone();
            more[input.whole("when", 0, periods - 1)] += input.real("more", 0, 10);
            assertThat(memorandum.payerValue(memorandum.share(Reading.RUNNING_BALANCE, more)))
                    .isGreaterThanOrEqualTo(value - 1e-9);
        });
    }

    @Test
    void everyPeriodsCashMustBePaidOutWhole() {
        Law.of(32, 200).holds(input -> {
            int periods = input.whole("periods", 1, 12);
            double[][] paidIn = {
                input.reals("first", periods, periods, 0, 50),
                input.reals("second", periods, periods, 0, 50),
                new double[periods]
            };
            double[] cash = input.reals("cash", periods, periods, 0, 80);
            double[] shares = {0.6, 0.4, 0};
            CashTiers tiers = new CashTiers(
                    3,
                    List.of(
                            new CashTier.Capital(),
                            new CashTier.Preferred(input.real("rate", 0, 0.3)),
                            new CashTier.CatchUp(1, 0.2, input.real("catch-up", 0.3, 1)),
                            new CashTier.Hurdle(0, 0.25, shares),
                            new CashTier.Rest(shares)));
            CashTiers.Paid paid = tiers.pay(paidIn, cash);
            for (int t = 0; t < periods; t++) {
                double sum = paid.to(0)[t] + paid.to(1)[t] + paid.to(2)[t];
                assertThat(sum).isEqualTo(cash[t], EXACT);
                for (double[] tier : paid.byTier()[t]) {
                    assertThat(Arrays.stream(tier).min().orElseThrow()).isGreaterThanOrEqualTo(0);
                }
            }
            CashTiers plain = new CashTiers(
                    3,
                    List.of(
                            new CashTier.Capital(),
                            new CashTier.Preferred(0.1),
                            new CashTier.CatchUp(1, 0.2, 0.6),
                            new CashTier.Rest(shares)));
            assertThat(plain.pay(paidIn, cash).to(2)).containsOnly(0);
        });
    }

    @Test
    void termsMustGiveTheFairShareOrSayHowNearTheyCome() {
        // the later share at which the payer's value is 10: by hand, the value is linear in it
        DoubleUnaryOperator value = later -> {
            DeemedAllocation terms = new DeemedAllocation(MEMORANDUM.rates(), MEMORANDUM.draws(), 25, later);
            return terms.payerValue(terms.share(Reading.RUNNING_BALANCE, twenty()));
        };
        double at = ((Term.Found) FairTerms.solve(value, 0, 0.5, 10)).term();
        assertThat(value.applyAsDouble(at)).isEqualTo(10, EXACT);
        double slope = (value.applyAsDouble(0.5) - value.applyAsDouble(0)) / 0.5;
        assertThat(at).isEqualTo((10 - value.applyAsDouble(0)) / slope, EXACT);
        assertThat(FairTerms.solve(value, 0, 0.5, 100)).isEqualTo(new Term.OutOfReach(0.5, value.applyAsDouble(0.5)));
        assertThat(DeemedAllocation.orRefuse(-43.7532, 100, 0.3)).isEqualTo(-30);
    }

    @Test
    void whatBecomesOfAPromiseMustBeToldFutureByFuture() {
        FairTerms.Outcome outcome = FairTerms.Outcome.of(
                new double[] {4, 1, 3, 2, 5, 6, 7, 8, 9, 10}, new double[] {5, 5, 5, 5, 5, 5, 5, 5, 5, 5});
        assertThat(outcome.mean()).isEqualTo(5.5, EXACT);
        assertThat(outcome.p10()).isEqualTo(1);
        assertThat(outcome.p50()).isEqualTo(5);
        assertThat(outcome.p90()).isEqualTo(9);
        assertThat(outcome.below()).isEqualTo(0.4, EXACT);
        assertThat(outcome.error()).isEqualTo(Math.sqrt(82.5 / 9 / 10), EXACT);
    }
}
