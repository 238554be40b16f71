package org.genryu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.genryu.share.contract.SplitAccount;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.EquityReturns;
import org.junit.jupiter.api.Test;

/// The split of a sheet acts. Rung: by hand, and identity.
class SplitStudyTest {
    /// A hundredth of the cents of a hundred million.
    private static final Offset<Double> CENT = within(0.01);

    /// 100 m to build in 2026, 20 m a year from 2027 to 2036 without taxes.
    private static CashFlow flow(String equity, String split) {
        return CashFlow.read("p.yaml", """
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
                        """ + equity + split).clean().orElseThrow();
    }

    private static final String ONE =
            "finance: {equity: [{party: japan, share: 100 %}]}\n" + "parties: [{party: japan}, {party: us}]\n";

    @Test
    void withoutASplitThereMustBeNone() {
        assertThat(SplitStudy.of(flow("", ""))).isEmpty();
    }

    @Test
    void capitalMustComeBackBeforeTheRestIsShared() {
        SplitAccount account = SplitStudy.of(
                        flow(ONE, "split:\n  - capital: {}\n  - rest: {shares: {japan: 10 %, us: 90 %}}\n"))
                .orElseThrow();
        assertThat(account.parties()).containsExactly("japan", "us");
        assertThat(account.paidIn(0)).isEqualTo(100e6, CENT);
        // by hand: 200 comes, 100 is capital, a tenth of the other 100 is Japan's
        assertThat(account.received(0)).isEqualTo(110e6, CENT);
        assertThat(account.received(1)).isEqualTo(90e6, CENT);
        assertThat(account.received()[1][5]).isEqualTo(0, CENT);
        assertThat(account.received()[1][6]).isEqualTo(18e6, CENT);
        assertThat(account.irr(1)).isEmpty();
        assertThat(account.npv(0, account.irr(0).orElseThrow())).isEqualTo(0, CENT);
    }

    @Test
    void theMemorandumMustFlipWhenTheBalanceIsNil() {
        String terms = "split:\n  - memorandum: {payer: japan, other: us, rate: 0 %, tenor: 5}\n";
        SplitAccount account = SplitStudy.of(flow(ONE, terms)).orElseThrow();
        // by hand, without interest: half of 20 a year brings 100 back after ten years, the last
        assertThat(account.flip()).isEqualTo(OptionalInt.of(2036));
        assertThat(account.received(0)).isEqualTo(100e6, CENT);
        SplitAccount interest = SplitStudy.of(flow(
                        ONE, terms.replace("tenor: 5", "reading: interest-only").replace("0 %", "6 %")))
                .orElseThrow();
        // 6 of 20 half and half, of 14 a tenth: 3 + 1.4 a year
        assertThat(interest.received()[0][3]).isEqualTo(4.4e6, CENT);
        assertThat(interest.flip()).isEmpty();
    }

    @Test
    void allThatOwnersGetMustBeShared() {
        CashFlow flow = flow(
                "finance: {equity: [{party: a, share: 60 %}, {party: b, share: 40 %}]}\n",
                "split:\n  - capital: {}\n  - preferred: {rate: 8 %}\n  - catch-up: {party: b, carry: 20 %}\n"
                        + "  - hurdle: {party: a, rate: 12 %, shares: {a: 60 %, b: 40 %}}\n"
                        + "  - rest: {shares: {a: 50 %, b: 50 %}}\n");
        SplitAccount account = SplitStudy.of(flow).orElseThrow();
        double owners = EquityReturns.of(flow).holders().stream()
                .mapToDouble(holder -> Arrays.stream(holder.received()).sum())
                .sum();
        assertThat(account.received(0) + account.received(1)).isEqualTo(owners, CENT);
        assertThat(account.paidIn(0)).isEqualTo(60e6, CENT);
    }
}
