package org.genryu.value.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.core.Text;
import org.genryu.value.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Debt that is nil or all: by hand.
class DebtAtTheEdgeTest {
    private static final String PLANT = """
            id: p
            currency: USD
            price_year: 2026
            valuation_date: 2026-01
            rates: {discount: 10 %}
            schedule: {build: 12 months, operate: 10 years}
            capex: {items: [{item: plant, amount: 100 MUSD}]}
            products:
              - {product: ore, amount: 1000 t/yr, price: 30000 USD/t}
            costs:
              - {item: fixed, fixed: 10 MUSD/yr}
            """;

    private static CashFlow flow(String more) {
        Project project = Project.read("p.yaml", PLANT + more).clean().orElseThrow();
        return CashFlow.of(project, DebtPlan.of(project), Realization.central(project));
    }

    private static Text reason(Metric answer) {
        return answer instanceof Metric.None(Text reason) ? reason : Text.same(answer.toString());
    }

    @Test
    void aLoanThatIsSizedToNilMustSayWhy() {
        CashFlow flow = flow("""
                finance:
                  gearing: 60 %
                  loans: [{loan: bank, rate: 8 %, tenor: 8 years, shape: level}]
                  equity: [{party: owner, share: 100 %}]
                ramp_up: [0.2, 1]
                """);
        assertThat(flow.plan().debt()).isZero();
        assertThat(flow.plan().notes())
                .containsExactly(
                        new Text(
                                "Loan 'bank' is sized to nil: its service may be no larger than the least cash flow allows, and service period 1 has none. Maybe a grace period (`grace`) or the shape `sculpted` is meant.",
                                "借入「bank」の額はゼロです。元利は最も少ない収支に収まらなければなりませんが、第1返済期には収支がありません。対処案: 据置期間（`grace`）を設けるか、`sculpted` にしてください。"));
        Text why = new Text("the cash flow carries no debt: every loan is sized to nil", "収支が借入を支えられず、借入額はゼロです");
        for (List<Metric> ratios : List.of(
                flow.ratios().dscr(), flow.ratios().llcr(), flow.ratios().plcr())) {
            assertThat(reason(DebtRatios.least(ratios))).isEqualTo(why);
            assertThat(reason(DebtRatios.mean(ratios))).isEqualTo(why);
        }
        assertThat(reason(flow.ratios().averageLife())).isEqualTo(why);
        assertThat(reason(flow.ratios().tail())).isEqualTo(why);
    }

    @Test
    void aGracePeriodMustCureIt() {
        CashFlow flow = flow("""
                finance:
                  gearing: 60 %
                  loans: [{loan: bank, rate: 8 %, tenor: 8 years, grace: 12 months, shape: level}]
                  equity: [{party: owner, share: 100 %}]
                ramp_up: [0.2, 1]
                """);
        assertThat(flow.plan().debt()).isPositive();
    }

    @Test
    void aProjectThatNeverEarnsMustSaySo() {
        CashFlow flow = flow("""
                finance:
                  loans: [{loan: bank, rate: 8 %, tenor: 8 years, shape: sculpted}]
                  equity: [{party: owner, share: 100 %}]
                ramp_up: [0.1]
                """);
        assertThat(flow.plan().notes().getFirst())
                .isEqualTo(new Text(
                        "Loan 'bank' is sized to nil: no service period has cash to serve it.",
                        "借入「bank」の額はゼロです。元利に充てられる収支のある返済期がありません。"));
    }

    @Test
    void aLoanWithoutRoomUnderTheGearingMustSaySo() {
        CashFlow flow = flow("""
                finance:
                  gearing: 0 %
                  loans: [{loan: bank, rate: 8 %, tenor: 8 years, shape: sculpted}]
                  equity: [{party: owner, share: 100 %}]
                """);
        assertThat(flow.plan().notes().getFirst())
                .isEqualTo(new Text(
                        "Loan 'bank' is sized to nil: the gearing, or the loans that rank before it, leave nothing for it.",
                        "借入「bank」の額はゼロです。借入比率の上限か、先順位の借入のため、残りがありません。"));
    }

    @Test
    void aProjectWithoutLoansMustSayThat() {
        assertThat(reason(DebtRatios.least(flow("").ratios().dscr())).en()).isEqualTo("the project has no loan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 USD", "100 MUSD", "123456789 USD", "7 trillion USD", "0.001 USD"})
    void whereLoansPayForEverythingNothingIsPaidIn(String cost) {
        String sized = PLANT.replace("100 MUSD", cost).replace("fixed: 10 MUSD/yr", "fixed: 0 USD/yr")
                + "finance:\n  gearing: 100 %\n"
                + "  loans: [{loan: bank, rate: 0 %, tenor: 8 years, shape: sculpted, dscr: 1.3}]\n"
                + "  equity: [{party: owner, share: 100 %}]\n";
        Project project = Project.read("p.yaml", sized.replace("price: 30000", "price: 30000000000000"))
                .clean()
                .orElseThrow();
        CashFlow flow = CashFlow.of(project, DebtPlan.of(project), Realization.central(project));
        assertThat(flow.byMonth().equityIn()).containsOnly(0);
        assertThat(reason(flow.measures().irrEquity()).en())
                .isEqualTo("nothing is ever paid in, so no rate is defined");
    }

    @Test
    void allDebtWithoutInterestMustLeaveNothingPaidIn() {
        CashFlow flow = flow("""
                finance:
                  gearing: 100 %
                  loans: [{loan: bank, rate: 0 %, tenor: 8 years, shape: sculpted, dscr: 1.3}]
                  equity: [{party: owner, share: 100 %}]
                """);
        assertThat(flow.plan().debt()).isCloseTo(1e8, within(1e-6));
        assertThat(reason(flow.measures().irrEquity()).en())
                .isEqualTo("nothing is ever paid in, so no rate is defined");
    }

    @Test
    void roundingMustBeNoPayment() {
        TimedCash flow = new TimedCash(new double[] {-4e-8, 3e7, 3e7}, new double[] {0, 1, 2});
        assertThat(reason(flow.irr()).en()).isEqualTo("nothing is ever paid in, so no rate is defined");
        assertThat(new TimedCash(new double[] {-0.3, 0.1, 0.2}, new double[] {0, 1, 2}).payback(0))
                .isEqualTo(new Metric.Value(2));
    }

    /// 100 MUSD over 12 months, 20 MUSD/yr over 120 months at month ends, 10 %, tax 3 MUSD at the ends of years 2
    /// to 11.
    @Test
    void theValueOfAPlainProjectMustBeTheSumByHand() {
        double hand = 0;
        for (int m = 1; m <= 132; m++) {
            hand += (m <= 12 ? -100e6 / 12 : 20e6 / 12) * Math.pow(1.1, -m / 12.0);
        }
        for (int y = 2; y <= 11; y++) {
            hand -= 3e6 * Math.pow(1.1, -y);
        }
        CashFlow flow = flow("fiscal: {tax: 30 %, depreciation: {method: straight, years: 10}}\n");
        assertThat(flow.measures().npv()).isCloseTo(hand, within(1e-6));
        assertThat(hand).isCloseTo(4_989_795.309111866, within(1e-6));
    }
}
