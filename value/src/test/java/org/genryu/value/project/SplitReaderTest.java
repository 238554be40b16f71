package org.genryu.value.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.genryu.core.Finding.Severity;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.value.project.SplitTerms.Tier;
import org.junit.jupiter.api.Test;

/// The split of a sheet is read, and its faults are told word for word.
class SplitReaderTest {
    private static Outcome<Project> read(String split) {
        return TermSheet.project("p.yaml", """
                id: p
                currency: USD
                price_year: 2026
                valuation_date: 2026-01
                rates: {discount: 10 %}
                schedule: {build: 12 months, operate: 10 years}
                capex: {items: [{item: plant, amount: 100 MUSD}]}
                products: [{product: ore, amount: 1000 t/yr, price: 30000 USD/t}]
                finance: {equity: [{party: japan, share: 100 %}]}
                parties: [{party: japan}, {party: us}]
                """ + split);
    }

    private static List<String> errors(String split) {
        return read(split).findings().stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .map(one -> one.in(Lang.EN))
                .toList();
    }

    @Test
    void tiersMustBeReadInTheirOrder() {
        assertThat(read("split:\n  - capital: {}\n  - preferred: {rate: 8 %}\n"
                                + "  - catch-up: {party: us, carry: 20 %}\n"
                                + "  - hurdle: {party: japan, rate: 12 %, shares: {japan: 80 %, us: 20 %}}\n"
                                + "  - rest: {shares: {japan: 10 %, us: 90 %}}\n")
                        .clean()
                        .orElseThrow()
                        .finance()
                        .split()
                        .orElseThrow()
                        .tiers())
                .containsExactly(
                        new Tier.Capital(),
                        new Tier.Preferred(0.08),
                        new Tier.CatchUp("us", 0.2, 1),
                        new Tier.Hurdle("japan", 0.12, Map.of("japan", 0.8, "us", 0.2)),
                        new Tier.Rest(Map.of("japan", 0.1, "us", 0.9)));
        assertThat(read("split:\n  - memorandum: {payer: japan, other: us, rate: 6 %}\n")
                        .clean()
                        .orElseThrow()
                        .finance()
                        .split())
                .contains(
                        new SplitTerms(List.of(new Tier.Memorandum("japan", "us", 0.06, 25, "running-balance", 0.1))));
    }

    @Test
    void faultsMustBeToldWithLineAndRule() {
        assertThat(errors("split:\n  - rest: {shares: {japan: 10 %, us: 80 %}}\n"))
                .containsExactly("Tier 'rest': shares sum to 90.0%; they must sum to 100%. [p.yaml:12 shares]");
        assertThat(errors("split:\n  - rest: {shares: {japan: 10 %, usa: 90 %}}\n"))
                .containsExactly(
                        "Tier 'rest': shares is 'usa'; it must be a party of the sheet. [p.yaml:12 shares] Maybe 'us' is meant.");
        assertThat(errors("split:\n  - capital: {}\n"))
                .containsExactly("Project 'p': the last tier is 'capital'; it must be `rest`. [p.yaml:12 split]");
        assertThat(errors("split:\n  - memorandum: {payer: us, other: japan, rate: 6 %}\n"))
                .containsExactly("Tier 'memorandum': payer 'us' brings no equity; it must be in finance.equity."
                        + " [p.yaml:12 payer]");
        assertThat(errors("split:\n  - catch-up: {party: us, carry: 20 %, rate: 10 %}\n  - rest: {shares: {us: 1}}\n"))
                .containsExactly("Tier 'catch-up': rate is 10.0%; it must be above the carry, 20.0%. [p.yaml:12 rate]");
        assertThat(
                        errors(
                                "split:\n  - hurdle: {party: us, rate: 10 %, shares: {japan: 1}}\n  - rest: {shares: {us: 1}}\n"))
                .containsExactly("Tier 'hurdle': party 'us' has no share; it must have one, or its return never rises."
                        + " [p.yaml:12 shares]");
    }
}
