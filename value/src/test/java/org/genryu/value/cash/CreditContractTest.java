package org.genryu.value.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.genryu.value.cash.CashFlow.LoanPeriod;
import org.genryu.value.cash.CashFlow.Period;
import org.genryu.value.project.FinanceTerms.Shape;
import org.genryu.value.project.Project;
import org.junit.jupiter.api.Test;

/// By hand: default, acceleration, sale and workout, guarantee, ranks, reserve, lock-up and cure, one number
/// at a time. The figures were worked out outside of this program.
class CreditContractTest {
    /// The values worked out by hand have six decimals.
    private static final double SIX = 1e-6;

    private static final String PLANT = """
            id: p
            currency: USD
            price_year: 2026
            valuation_date: 2026-01
            rates: {discount: 8 %, riskless: 8 %}
            schedule: {build: 0 months, operate: YEARS years}
            capex: {items: [{item: plant, amount: 1000 USD}]}
            products: [{product: ore, amount: 1 t/yr, price: ore}]
            prices: {ore: {model: flat, start: 1 USD/t}}
            """;

    /// @param cash CFADS by service period of `step` months
    static CashFlow flow(String finance, int step, double... cash) {
        int years = Math.ceilDiv(cash.length * step, 12);
        String sheet = PLANT.replace("YEARS", Integer.toString(years)) + finance;
        var read = Project.read("p.yaml", sheet);
        Project project = read.clean().orElseThrow(() -> new AssertionError(read.findings()));
        double[] path = new double[12 * years];
        Arrays.setAll(path, m -> m / step < cash.length ? cash[m / step] * 12 / step : 0);
        Realization central = Realization.central(project);
        Realization draw = new Realization(
                new double[][] {path},
                1,
                0,
                1,
                central.yearly(),
                central.stopped(),
                Realization.NEVER,
                central.recovered());
        return CashFlow.of(project, DebtPlan.of(project), draw);
    }

    private static final String FIVE =
            "period: year, loans: [{loan: bank, amount: 100 USD, rate: 8 %, tenor: 5, shape: equal}]";
    private static final String SALE =
            "default: {cure: 0, way: sale, recovery: 70 %, lag: 24 months, cost: 0 RECOURSE}";

    private static CashFlow one(String recourse, String supports) {
        return flow(
                "finance: {%s, %s}\n%s".formatted(FIVE, SALE.replace("RECOURSE", recourse), supports),
                12,
                28,
                26.4,
                10,
                0,
                0,
                0);
    }

    private static LoanPeriod loan(CashFlow flow, int k) {
        return flow.periods().get(k).loans().getFirst();
    }

    @Test
    void aMissedServiceMakesEverythingDueAndTheSalePaysAfterTheLag() {
        CashFlow flow = one("", "");
        Period third = flow.periods().get(2);
        assertThat(third.state()).isEqualTo(CreditState.DEFAULT);
        assertThat(flow.cause()).isEqualTo(CreditState.Cause.UNPAID);
        assertThat(third.due(true)).isCloseTo(24.8, within(SIX));
        assertThat(loan(flow, 2).paid()).isCloseTo(10, within(SIX));
        assertThat(loan(flow, 2).arrears()).isCloseTo(14.8, within(SIX));
        assertThat(loan(flow, 4).collected().recovered()).isCloseTo(38.36, within(SIX));
        assertThat(flow.periods().get(4).state()).isEqualTo(CreditState.SOLD);
        CashWaterfall waterfall = again(flow);
        assertThat(waterfall.book().exposure[0]).isCloseTo(54.8, within(SIX));
        assertThat(waterfall.book().recovery[0]).isCloseTo(32.887517, within(SIX));
        assertThat(waterfall.book().lossShare(0)).isCloseTo(0.39986283, within(1e-8));
    }

    private static CashWaterfall again(CashFlow flow) {
        CashWaterfall waterfall = new CashWaterfall(flow.project(), flow.plan(), flow.months());
        waterfall.run(flow.draw(), flow.before().operations());
        return waterfall;
    }

    @Test
    void aGuarantorPaysItsShareOfTheClaimAndOfWhatIsRecovered() {
        CashFlow flow = one("", "supports: [{guarantee: {giver: g, of: bank, cover: 80 %}}]");
        assertThat(loan(flow, 2).guaranteed()).isCloseTo(43.84, within(SIX));
        double passed = loan(flow, 4).collected().passed();
        double own = loan(flow, 4).collected().recovered() - passed;
        assertThat(passed).isCloseTo(30.688, within(SIX));
        assertThat(own).isCloseTo(7.672, within(SIX));
        assertThat(43.84 - passed / 1.1664).isCloseTo(17.529986, within(SIX));
        assertThat(54.8 - 43.84 - own / 1.1664).isCloseTo(4.382497, within(SIX));
    }

    @Test
    void aLenderThatIsPaidFirstLosesNothingAndTheSumStays() {
        CashFlow flow = one("", "supports: [{guarantee: {giver: g, of: bank, cover: 80 %, recoveries: lender-first}}]");
        double own = loan(flow, 4).collected().recovered()
                - loan(flow, 4).collected().passed();
        assertThat(own).isCloseTo(12.783744, within(SIX));
        assertThat(43.84 - loan(flow, 4).collected().passed() / 1.1664).isCloseTo(21.912483, within(SIX));
    }

    @Test
    void recourseToSponsorsLowersTheLossByExactlyItself() {
        CashWaterfall with = again(one(", recourse: 5 USD", ""));
        assertThat(with.book().exposure[0] - with.book().recovery[0]).isCloseTo(21.912483 - 5, within(SIX));
        CashWaterfall without = again(one("", ""));
        assertThat(without.book().exposure[0] - without.book().recovery[0]).isCloseTo(21.912483, within(SIX));
    }

    @Test
    void reserveLockUpAndCureMustComeInTheirOrder() {
        CashFlow flow = flow("""
                finance:
                  period: half
                  loans: [{loan: bank, amount: 50 USD, rate: 0 %, tenor: 2.5, shape: equal}]
                  reserves: {dsra: 6 months}
                  lock_up: {dscr: 1.15}
                  default: {cure: 6 months}
                """, 6, 10, 8, 7, 4, 3, 0);
        double[] reserves = {10, 8, 5, 0, 0};
        double[] arrears = {0, 0, 0, 1, 8};
        double[] cover = {1, 0.8, 0.7, 0.4, 0.3};
        CreditState[] states = {
            CreditState.LOCKED, CreditState.LOCKED, CreditState.LOCKED, CreditState.BREACH, CreditState.DEFAULT
        };
        double paid = 0;
        for (int k = 0; k < 5; k++) {
            Period p = flow.periods().get(k);
            assertThat(p.accounts().reserve()).isCloseTo(reserves[k], within(SIX));
            assertThat(loan(flow, k).arrears()).isCloseTo(arrears[k], within(SIX));
            assertThat(p.cfads() / p.due(true)).isCloseTo(cover[k], within(SIX));
            assertThat(p.state()).isEqualTo(states[k]);
            assertThat(p.accounts().distributed()).isZero();
            paid += loan(flow, k).paid();
        }
        assertThat(paid).isCloseTo(42, within(SIX));
    }

    private static final String RANKS = """
            finance:
              period: year
              loans:
                - {loan: a, amount: 50 USD, rate: 0 %, tenor: 1, shape: bullet}
                - {loan: b, amount: 30 USD, rate: 0 %, tenor: 1, shape: bullet}
                - {loan: c, rank: junior, amount: 20 USD, rate: 0 %, tenor: 1, shape: bullet}
              default: DEFAULT
            """;

    @Test
    void seniorLoansShareByTheirClaimsBeforeTheJuniorAndCostComesFirst() {
        CashFlow flow = flow(
                RANKS.replace("DEFAULT", "{cure: 0, way: sale, recovery: 60 %, lag: 0, cost: 8.333333333333334 %}"),
                12,
                0,
                0);
        assertThat(flow.periods().getFirst().accounts().collection().cost()).isCloseTo(5, within(SIX));
        double[] got = {34.375, 20.625, 0};
        double[] losses = {0.3125, 0.3125, 1};
        ServiceBook book = again(flow).book();
        for (int i = 0; i < 3; i++) {
            LoanPeriod loan = flow.periods().getFirst().loans().get(i);
            assertThat(loan.collected().recovered()).isCloseTo(got[i], within(SIX));
            assertThat(book.lossShare(i)).isCloseTo(losses[i], within(SIX));
        }
    }

    @Test
    void whatAWorkoutBringsBeyondTheClaimsIsTheOwners() {
        CashFlow flow =
                flow(RANKS.replace("DEFAULT", "{cure: 0, lag: 12 months, cost: 4.761904761904762 %}"), 12, 0, 110);
        Period second = flow.periods().get(1);
        assertThat(second.state()).isEqualTo(CreditState.EMERGED);
        assertThat(second.accounts().collection().cost()).isCloseTo(5, within(SIX));
        assertThat(second.accounts().distributed()).isCloseTo(5, within(SIX));
        double[] got = {50, 30, 20};
        for (int i = 0; i < 3; i++) {
            assertThat(second.loans().get(i).collected().recovered()).isCloseTo(got[i], within(SIX));
        }
    }

    @Test
    void aWorkoutMustNotRunAtALoss() {
        CashFlow flow = flow(RANKS.replace("DEFAULT", "{cure: 0, lag: 0, cost: 0}"), 12, 0, 30, 40);
        assertThat(flow.periods()).allSatisfy(p -> assertThat(p.gap()).isCloseTo(0, within(SIX)));
        assertThat(flow.periods().get(1).loans().getFirst().collected().recovered())
                .isCloseTo(18.75, within(SIX));
        assertThat(flow.periods().get(2).loans().getFirst().collected().recovered())
                .isCloseTo(25, within(SIX));
    }

    /// 100 at 8 %, CFADS 4, DSCR 1.4: the sculpted service 2.857143 is below the interest 8.
    @Test
    void interestThatTheCashDoesNotReachIsAddedOnlyByName() {
        double[] carry = {4 / 1.4, (100 - 4 / 1.4 / 1.08) * 1.1664};
        Repayment named = Repayment.of(100, carry, 0.08, 0, Shape.SCULPTED, true);
        assertThat(named.service(0)).isCloseTo(2.857143, within(SIX));
        assertThat(named.balance()[1]).isCloseTo(105.142857, within(SIX));
        Repayment silent = Repayment.of(100, carry, 0.08, 0, Shape.SCULPTED, false);
        assertThat(silent.principal()[0]).isZero();
        assertThat(silent.service(0)).isCloseTo(8, within(SIX));
        String loan =
                "finance: {period: year, loans: [{loan: bank, amount: 100 USD, rate: 8 %, tenor: 2, shape: bullet}]}";
        CashFlow flow = flow(loan, 12, 4, 200);
        assertThat(loan(flow, 0).paid()).isCloseTo(4, within(SIX));
        assertThat(loan(flow, 0).arrears()).isCloseTo(4, within(SIX));
        assertThat(flow.periods().getFirst().state()).isEqualTo(CreditState.BREACH);
        assertThat(flow.ratios().dscr().getFirst()).isEqualTo(new Metric.Value(0.5));
        assertThat(flow.cause()).isEqualTo(CreditState.Cause.NONE);
    }
}
