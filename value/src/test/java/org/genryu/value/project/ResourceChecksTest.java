package org.genryu.value.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;

/// Published values: public figures of real projects that cannot all be true together, with the arithmetic that others
/// have printed beside them.
class ResourceChecksTest {
    private static String sheet(String geology, String products, String more) {
        return """
                id: mine
                currency: USD
                price_year: 2025
                valuation_date: 2026-01
                rates: {discount: 10 %}
                stage: feasibility
                schedule: {build: 24 months, operate: 20 years}
                capex:
                  items: [{item: plant, amount: 500 MUSD}]
                environment: {closing: 5 MUSD}
                """ + "geology:\n" + geology.indent(2) + "products:\n" + products.indent(2) + more;
    }

    private static List<ResourceChecks.Verdict> judge(String text) {
        return Project.read("mine.yaml", text).clean().orElseThrow().ground();
    }

    private static List<String> said(Lang lang, String text) {
        return judge(text).stream().map(v -> v.finding().in(lang)).toList();
    }

    /// 0.5 Mt of ore at 0.65 % and 70 % give 2,275 t; the resource holds 170 kt, two years of 85,000 t.
    @Test
    void tanbreezMustFailTheMassBalance() {
        String text = sheet("""
                ore: 0.5 Mt/yr
                grade: 0.65 %
                recovery: 70 %
                resource:
                  - {class: indicated, tonnes: 25.4 Mt, grade: 0.37 %}
                  - {class: inferred, tonnes: 19.5 Mt, grade: 0.39 %}
                """, "- {product: treo, amount: 85000 t/yr, price: 12 USD/kg}", "");
        assertThat(said(Lang.EN, text))
                .contains(
                        "Product 'treo': amount is 85,000 t/yr, but what goes in holds only 2,275 t/yr that can be recovered. [mine.yaml:19 amount] Maybe the amount is of concentrate or is design capacity, or another feed is meant.",
                        "Project 'mine': all classes of the resource hold 170,030 t: 2 years of 85,000 t/yr, which takes 22,446,039 t of ore a year at full recovery; the life is 20 years. [mine.yaml:19 amount] Maybe the amount is of concentrate, not of oxide.");
        assertThat(said(Lang.JA, text))
                .contains(
                        "製品「treo」: 産出量は年 85,000 t ですが、投入物から回収できるのは年 2,275 t だけです。 [mine.yaml:19 amount] 対処案: 精鉱の量や設計能力を書いていませんか。または別の原料がありませんか。");
        ResourceChecks.Verdict balance = judge(text).getFirst();
        assertThat(balance.arithmetic().value()).isEqualTo(500_000 * 0.0065 * 0.7);
        assertThat(balance.arithmetic().parts().getFirst().parts())
                .extracting(part -> part.label().en())
                .containsExactly("geology.ore (line 12)", "geology.grade (line 13)", "geology.recovery (line 14)");
    }

    /// 350 t of mud a day on 300 days at 2,000 to 5,000 ppm: 210 to 525 t a year; the mean of the field is 964 ppm.
    @Test
    void minamitorishimaMustShowItsRangeAndTheMeanOfTheField() {
        String text = sheet(
                """
                ore: 105000 t/yr
                grade: 2000 ppm..5000 ppm
                resource: [{class: inferred, tonnes: 16.6 Gt, grade: 964 ppm}]
                """,
                "- {product: reo, amount: 360 t/yr, price: 60 USD/kg}",
                "technology: {readiness: 5, depth: 6000 m}\n");
        assertThat(said(Lang.EN, text))
                .contains(
                        "Project 'mine': the ore holds 210 to 525 t/yr over the range of its grade, an upper bound on wet mass. [mine.yaml:13 grade] Maybe a rate of supply is meant, not the resource.",
                        "Project 'mine': grade is 0.35%, 3.631 times the mean of the resource; at the mean of 0.0964% the ore holds 101.2 t/yr. [mine.yaml:13 grade] Maybe the grade is of the best spot only.",
                        "Project 'mine': technology readiness is 5 of 9 under 6,000 m of water: nothing of the kind works at full scale. [mine.yaml:17 readiness] Maybe overrun class and ramp-up should be those of a first of a kind.")
                .anyMatch(s -> s.contains("the reserve of the base case is 0 t"));
    }

    /// 2,000 t of magnets with 1 to 3 % and 5,000 t of concentrate with 60 % REO, of it 10 %: 320 to 360 t, not
    /// 590.
    @Test
    void caremagMustFailOnItsFeeds() {
        String text = sheet("""
                feeds:
                  - {feed: magnets, amount: 2000 t/yr, content: {dy-tb: 2 %}}
                  - {feed: concentrate, amount: 5000 t/yr, content: {dy-tb: 6 %}}
                """, "- {product: dy-tb, amount: 590 t/yr, price: 700 USD/kg}", "");
        assertThat(said(Lang.EN, text))
                .containsExactly(
                        "Product 'dy-tb': amount is 590 t/yr, but what goes in holds only 340 t/yr that can be recovered. [mine.yaml:16 amount] Maybe the amount is of concentrate or is design capacity, or another feed is meant.");
    }

    /// 50,692 t at 16.4 % hold 8,300 t; 2,599 t are 31 %.
    @Test
    void mountainPassMustShowThatSeparationIsTheLimit() {
        String text = sheet("""
                feeds: [{feed: concentrate, amount: 50692 t/yr, content: {ndpr: 16.4 %}}]
                """, "- {product: ndpr, amount: 2599 t/yr, price: 80 USD/kg}", "");
        assertThat(said(Lang.EN, text))
                .containsExactly(
                        "Product 'ndpr': amount is 2,599 t/yr, 31.3% of the 8,313 t/yr that the ore gives: separation, not the mine, is the limit. [mine.yaml:14 amount] Maybe the rest is sold as concentrate and is missing from products.");
    }

    /// Loans 1.65 and equity 0.414 bn AUD against 1.75: the rest must be interest, working capital, contingency.
    @Test
    void eneabbaMustShowWhatItsFundsPayBeyondTheCost() {
        String text = sheet(
                "ore: 0 t/yr",
                "- {product: reo, amount: 17500 t/yr, price: 10 USD/kg}",
                "finance: {loans: [{loan: a, amount: 450 MUSD, rate: 6 %, tenor: 12}], equity: [{party: iluka, amount: 139 MUSD}]}\n");
        assertThat(said(Lang.EN, text))
                .containsExactly(
                        "Project 'mine': loans and equity add up to 589,000,000 USD, the capital cost to 500,000,000: the rest must be interest, working capital and contingency. [mine.yaml:9 amount] Maybe a part of the cost is missing from capex.items.");
    }

    @Test
    void aReserveBelowWhatIsMinedMustBeTold() {
        String text = sheet("""
                ore: 1 Mt/yr
                grade: 2 %
                resource: [{class: measured, tonnes: 10 Mt, grade: 2 %}]
                """, "- {product: oxide, amount: 20000 t/yr, price: 5 USD/kg}", "");
        assertThat(said(Lang.EN, text))
                .contains(
                        "Project 'mine': 20 years of operation mine 20,000,000 t of ore, but the reserve of the base case is 9,000,000 t. [mine.yaml:12 ore] Maybe a shorter life, or more drilling first.");
    }
}
