package org.genryu.value.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.genryu.core.Explanation;
import org.genryu.value.project.Project;
import org.genryu.value.project.Sheets;
import org.junit.jupiter.api.Test;

/// By hand and by identity: the bench sheet against an own short copy of its model, the small sheet against the rules
/// that any cash flow keeps.
class CashFlowTest {
    /// Sums of some thousand terms of the size of the cost.
    private static final double ROUNDING = 1e-9;

    /// The model of the measurement as its description says it, for one future, written down a second time.
    private static double[] oneByHand(double[] price, double overrun, double grade, double yearly, int seized) {
        double owed = 0;
        double[] share = {0.30, 0.45, 0.25};
        for (int y = 0; y < 3; y++) {
            owed += 400e6 * share[y] * Math.pow(1.075, 3 - y - 0.5);
        }
        double service = owed * 0.075 / (1 - Math.pow(1.075, -12));
        double npv = 0;
        double least = Double.MAX_VALUE;
        double loss = 0;
        for (int m = 0; m < Math.min(36, seized); m++) {
            npv -= overrun * 1000e6 / 12 * share[m / 12] * Math.pow(1.1, -(m + 0.5) / 12);
        }
        for (int y = 3; y < 25; y++) {
            double earned = 0;
            for (int m = 12 * y; m < 12 * y + 12; m++) {
                double flow = (0.95 * price[m] - 30) * 4.5e6 / 12 * grade * yearly - 80e6 / 12;
                flow = m < seized ? flow : 0;
                earned += flow;
                npv += flow * Math.pow(1.1, -(m + 0.5) / 12);
            }
            double interest = y < 15 ? owed * 0.075 : 0;
            double base = earned - loss - (y < 13 ? overrun * 100e6 : 0) - interest;
            double tax = Math.max(base, 0) * 0.25;
            loss = Math.max(-base, 0);
            npv -= tax * Math.pow(1.1, -(y + 1));
            if (y < 15) {
                least = Math.min(least, (earned - tax) / service);
                owed -= service - interest;
            }
        }
        return new double[] {npv, least};
    }

    private static void mustAgree(Realization draw) {
        Project project = Sheets.project("bench");
        CashFlow flow = CashFlow.of(project, DebtPlan.of(project), draw);
        double[] hand = oneByHand(draw.prices()[0], draw.overrun(), draw.grade(), draw.yearly()[0], draw.seized());
        assertThat(flow.measures().npv()).isCloseTo(hand[0], within(ROUNDING * 1e9));
        assertThat(DebtRatios.least(flow.ratios().dscr()).found().orElseThrow()).isCloseTo(hand[1], within(ROUNDING));
    }

    @Test
    void theBenchSheetMustBeTheModelOfTheMeasurement() {
        Realization central = Realization.central(Sheets.project("bench"));
        mustAgree(central);
        mustAgree(central.times(0, 0.6).withOverrun(1.6));
        mustAgree(central.times(0, 1.5).withSeizure(100));
    }

    @Test
    void sourcesMustBeUsesInEveryServicePeriod() {
        Project project = Sheets.project("small");
        DebtPlan plan = DebtPlan.of(project);
        Realization central = Realization.central(project);
        for (Realization draw : new Realization[] {
            central,
            central.times(0, 0.5),
            central.times(0, 0.3).withOverrun(2),
            central.withDelay(project, 14),
            central.withSeizure(80),
            central.withStop(60, 20)
        }) {
            CashFlow flow = CashFlow.of(project, plan, draw);
            for (CashFlow.Period p : flow.periods()) {
                assertThat(p.gap()).isCloseTo(0, within(ROUNDING * 1e9));
            }
        }
    }

    @Test
    void allCashMustGoToLendersStateOrOwners() {
        Project project = Sheets.project("small");
        CashFlow flow = CashFlow.base(project);
        double before = Arrays.stream(flow.before().beforeTax()).sum();
        double taxes = Arrays.stream(flow.byMonth().tax()).sum()
                - Arrays.stream(flow.byMonth().taxCredit()).sum();
        double lenders = flow.periods().stream()
                        .flatMap(p -> p.loans().stream())
                        .mapToDouble(l -> l.paid() + l.swept())
                        .sum()
                - Arrays.stream(flow.byMonth().draws()).sum()
                + Arrays.stream(flow.byMonth().carry()).sum();
        double owners = Arrays.stream(flow.byMonth().distributed()).sum()
                - Arrays.stream(flow.byMonth().equityIn()).sum();
        double fees = Arrays.stream(flow.byMonth().fees()).sum();
        assertThat(before).isCloseTo(taxes + lenders + owners + fees, within(ROUNDING * 1e9));
        assertThat(flow.periods().getLast().accounts().reserve()).isCloseTo(0, within(1e-3));
    }

    @Test
    void debtAndEquityMustPayTheWholeCost() {
        DebtPlan plan = DebtPlan.of(Sheets.project("small"));
        assertThat(plan.residual()).isLessThan(1e-12);
        double drawn =
                plan.loans().stream().mapToDouble(DebtPlan.Planned::drawn).sum();
        assertThat(drawn).isLessThanOrEqualTo(0.6 * plan.cost() * (1 + ROUNDING));
        CashFlow flow = CashFlow.base(Sheets.project("small"));
        double equity = 0;
        for (int m = 0; m < 36; m++) {
            equity += flow.byMonth().equityIn()[m];
        }
        assertThat(equity + drawn).isCloseTo(plan.cost(), within(ROUNDING * 1e9));
    }

    @Test
    void theStoryMustAddUpToTheNpv() {
        CashFlow flow = CashFlow.base(Sheets.project("small"));
        Explanation story = ProjectMetrics.explain(flow);
        assertThat(story.value()).isCloseTo(flow.measures().npv(), within(ROUNDING * 1e9));
        assertThat(story.parts()).allSatisfy(line -> assertThat(line.parts()).isNotEmpty());
    }

    @Test
    void atTheBreakEvenPriceTheProjectMustBeWorthNothing() {
        CashFlow flow = CashFlow.base(Sheets.project("bench"));
        ProjectMetrics measures = flow.measures();
        double price = measures.breakEven().found().orElseThrow();
        assertThat(price).isBetween(50.0, 100.0);
        assertThat(measures.irr().found().orElseThrow()).isGreaterThan(0.10);
        assertThat(ProjectMetrics.project(flow).npv(measures.irr().found().orElseThrow()))
                .isCloseTo(0, within(1e-3));
    }

    @Test
    void theStoriesOfTheDebtMustAddUp() {
        CashFlow flow = CashFlow.base(Sheets.project("small"));
        var stories = ProjectMetrics.explainDebt(flow);
        Explanation cost = stories.getFirst();
        assertThat(cost.parts().stream().mapToDouble(Explanation::value).sum())
                .isCloseTo(flow.plan().cost(), within(ROUNDING * 1e9));
        Explanation dscr = stories.get(3);
        assertThat(dscr.label().en()).startsWith("Least DSCR");
        Explanation cfads = dscr.parts().getFirst();
        assertThat(cfads.parts().stream().mapToDouble(Explanation::value).sum())
                .isCloseTo(cfads.value(), within(ROUNDING * 1e9));
        assertThat(dscr.value()).isCloseTo(cfads.value() / dscr.parts().get(1).value(), within(ROUNDING));
        assertThat(stories.getLast().value()).isCloseTo(flow.measures().npvEquity(), within(ROUNDING * 1e9));
    }

    @Test
    void aBalanceThatWasRepaidMustNotDefaultOnItsRounding() {
        assertThat(CashFlow.base(Sheets.project("bench")).firstDefault()).isEmpty();
        Project project = Sheets.project("small");
        CashFlow poor = CashFlow.of(
                project, DebtPlan.of(project), Realization.central(project).times(0, 0.2));
        assertThat(poor.firstDefault()).isPresent();
    }

    @Test
    void aPeriodThatTheBaseCaseDoesNotCoverMustBeNoted() {
        assertThat(DebtPlan.of(Sheets.project("small")).notes())
                .extracting(org.genryu.core.Text::en)
                .containsExactly(
                        "Service period 1: CFADS covers only 80.0% of what is due in the base case.",
                        "The gearing of 60.0% caps the debt below what the cash flow would carry.");
    }
}
