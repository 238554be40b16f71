package org.genryu.value.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;

/// By hand: one line of a good sheet is spoilt, and what is said about it is compared word for word.
class SheetFindingsTest {
    private static final String GOOD = """
            id: mine
            currency: USD
            price_year: 2025
            valuation_date: 2026-01
            rates: {discount: 10 %}
            schedule: {build: 24 months, operate: 10 years}
            capex:
              items: [{item: plant, amount: 100 MUSD}]
              spread: [50 %, 50 %]
            ramp_up: [80 %, 100 %]
            geology: {ore: 100 kt/yr, grade: 2 %, recovery: 70 %}
            products: [{product: oxide, amount: 1400 t/yr, price: oxide}]
            prices: {oxide: {model: flat, start: 50 USD/kg}}
            finance:
              gearing: 60 %
              loans: [{loan: senior, rate: 6 %, tenor: 8, shape: level, amount: 60 MUSD}]
            supports: [{guarantee: {giver: nexi, of: senior, cover: 90 %}}]
            environment: {closing: 5 MUSD}
            """;

    private static List<String> said(Lang lang, String text) {
        return TermSheet.project("mine.yaml", text).findings().stream()
                .map(f -> f.in(lang))
                .toList();
    }

    private static void mustSay(String from, String to, String en, String ja) {
        assertThat(GOOD).contains(from);
        String spoilt = GOOD.replace(from, to);
        assertThat(said(Lang.EN, spoilt)).containsExactly(en);
        assertThat(said(Lang.JA, spoilt)).containsExactly(ja);
    }

    @Test
    void theGoodSheetMustHaveNoFindings() {
        assertThat(said(Lang.EN, GOOD)).isEmpty();
    }

    @Test
    void aKeyThatIsNearlyRightMustBeAnErrorWithTheOneThatWasMeant() {
        mustSay(
                "recovery: 70 %",
                "recovry: 70 %",
                "Project 'mine': key 'recovry' is not known, but looks like one that is; left out it would count for nothing. [mine.yaml:11 recovry] Maybe 'recovery' is meant.",
                "プロジェクト「mine」: キー「recovry」は未知ですが、既知のキーによく似ています。このままでは使われません。 [mine.yaml:11 recovry] 対処案: 「recovery」ではありませんか。");
    }

    @Test
    void aPriceForAnotherUnitThanTheProductIsCountedInMustBeAnError() {
        mustSay(
                "start: 50 USD/kg",
                "unit: kg, start: 50 USD/kg",
                "Product 'oxide': it is counted in t and its price 'oxide' is for 1 kg; both must be the same unit. [mine.yaml:12 price] Maybe `unit: t` at the price; an amount for another unit is converted.",
                "製品「oxide」: 数える単位は t ですが、価格「oxide」は 1 kg 当たりです。同じ単位でなければなりません。 [mine.yaml:12 price] 対処案: 価格に `unit: t` と書いてください。他の単位の金額は換算されます。");
    }

    @Test
    void aKeyThatIsNothingLikeAKnownOneMustBeAWarning() {
        mustSay(
                "recovery: 70 %",
                "recovery: 70 %, zebra: 1",
                "Project 'mine': key 'zebra' is not known; it is kept but not used. [mine.yaml:11 zebra] Maybe it belongs into `note`; the reference page lists the keys.",
                "プロジェクト「mine」: キー「zebra」は未知です。保持しますが使いません。 [mine.yaml:11 zebra] 対処案: 備考なら note に書いてください。キーの一覧は参照ページにあります。");
    }

    @Test
    void aKeyOfWhichNobodyHasLookedWhetherItIsNearMustBeAnError() {
        StringBuilder unlike = new StringBuilder();
        for (int i = 0; i < 8_000; i++) {
            unlike.append("x".repeat(90)).append(i).append(": 1\n");
        }
        String spoilt = GOOD + unlike + "supplies: []\n";
        int line = (int) spoilt.lines().count();
        assertThat(said(Lang.EN, spoilt))
                .contains(
                        "Project 'mine': key 'supplies' is not known; left out it may count for nothing, and after so many unknown words likely names were not searched. [mine.yaml:%d supplies] Maybe the first unknown words should be corrected first."
                                .formatted(line))
                .anyMatch(
                        said -> said.matches("Check: for \\d+ more unknown words no likely ones were looked for; .*"));
    }

    @Test
    void aKeyOfAnotherCaseMustBeReadWithANote() {
        mustSay(
                "recovery: 70 %",
                "Recovery : 70 %",
                "Project 'mine': key 'Recovery' was read as 'recovery'. [mine.yaml:11 recovery]",
                "プロジェクト「mine」: キー「Recovery」を「recovery」として読みました。 [mine.yaml:11 recovery]");
    }

    @Test
    void debtAboveTheCostMustBeToldWithBoth() {
        mustSay(
                "amount: 60 MUSD",
                "amount: 600 MUSD",
                "Project 'mine': the loans add up to 600,000,000 USD, the capital cost to 100,000,000; debt must not exceed the cost. [mine.yaml:15 loans] Maybe an amount is in the wrong unit, or a part of the cost is missing from capex.items.",
                "プロジェクト「mine」: 借入の合計 600,000,000 USD が建設費 100,000,000 を超えています。借入は費用以下でなければなりません。 [mine.yaml:15 loans] 対処案: 金額の単位の誤り、または capex.items の書き漏れではありませんか。");
    }

    @Test
    void aParameterThatAModelCannotHaveMustBeToldOnce() {
        String model = "{model: mean-reverting, start: 50 USD/kg, reversion: {value: 0}, volatility: 0.3}";
        mustSay(
                "{model: flat, start: 50 USD/kg}",
                model,
                "Price 'oxide': reversion is 0; it must lie in (0, 100]. [mine.yaml:13 reversion]",
                "価格「oxide」: reversion が 0 です。(0, 100] の範囲でなければなりません。 [mine.yaml:13 reversion]");
        mustSay(
                "{model: flat, start: 50 USD/kg}",
                model.replace("{value: 0}", "1e-9"),
                "Price 'oxide': reversion is 1e-9; it must be 1e-4 or more. [mine.yaml:13 reversion]",
                "価格「oxide」: reversion が 1e-9 です。1e-4 以上でなければなりません。 [mine.yaml:13 reversion]");
    }

    /// Found by putting every distribution in the place of every number.
    @Test
    void aDelayWithoutEndMustBeTold() {
        mustSay(
                "operate: 10 years}",
                "operate: 10 years, delay: {chance: 20 %, months: 'lognormal(1, 2)'}}",
                "Project 'mine': months reaches 1,699 in one case in ten thousand; it must stay within 600. [mine.yaml:6 months] Maybe the spread is narrower, or has ends, as in 6..24.",
                "プロジェクト「mine」: months が1万回に1回は 1,699 に達します。600 以内でなければなりません。 [mine.yaml:6 months] 対処案: ばらつきを小さくするか、6..24 のように両端を書いてください。");
        assertThat(said(
                        Lang.EN,
                        GOOD.replace(
                                "operate: 10 years}",
                                "operate: 10 years, delay: {chance: 20 %, months: 'lognormal(12, 0.8)'}}")))
                .isEmpty();
    }

    @Test
    void aNumberThatOverflowsLaterMustBeTold() {
        mustSay( // found by spoiling sheets, seed 1008400
                "price: oxide",
                "price: 1e308",
                "Product 'oxide': price is 1e308; it must be 1e15 or less. [mine.yaml:12 price]",
                "製品「oxide」: price が 1e308 です。1e15 以下でなければなりません。 [mine.yaml:12 price]");
        mustSay(
                "amount: 1400 t/yr",
                "amount: 1e300 t/yr",
                "Product 'oxide': amount is 1e300 t/yr; it must be 1e18 or less. [mine.yaml:12 amount]",
                "製品「oxide」: amount が 1e300 t/yr です。1e18 以下でなければなりません。 [mine.yaml:12 amount]");
        mustSay(
                "start: 50 USD/kg",
                "start: 50 ±1e20 USD/kg",
                "Price 'oxide': start is 50 ±1e20 USD/kg; it must be 1e15 or less. [mine.yaml:13 start]",
                "価格「oxide」: start が 50 ±1e20 USD/kg です。1e15 以下でなければなりません。 [mine.yaml:13 start]");
    }

    @Test
    void aCorrelationWithItselfOrTwiceMustBeTold() {
        mustSay(
                "ramp_up:",
                "correlation: [[cost, cost, 0.5]]\nramp_up:",
                "Project 'mine': 'cost' stands with itself; a pair must be of two different things. [mine.yaml:10 correlation] Maybe the line can be deleted.",
                "プロジェクト「mine」: 「cost」同士の相関が書かれています。異なる二つの組でなければなりません。 [mine.yaml:10 correlation] 対処案: この行は削除できます。");
        mustSay(
                "ramp_up:",
                "correlation: [[cost, oxide, 0.5], [oxide, cost, 0.1]]\nramp_up:",
                "Project 'mine': 'oxide' with 'cost' is given twice; it must be given once. [mine.yaml:10 correlation] Maybe delete one of them.",
                "プロジェクト「mine」: 「oxide」と「cost」の相関が二度書かれています。一度でなければなりません。 [mine.yaml:10 correlation] 対処案: どちらかを削除してください。");
    }

    @Test
    void aPriceMustNotBearTheNameOfSomethingElse() {
        mustSay(
                "prices: {",
                "prices: {cost: {model: flat, start: 1 USD/t}, ",
                "Price 'cost': the name 'cost' stands for something else in a sheet already. [mine.yaml:13 cost] Maybe the price should be renamed, such as 'cost-price'.",
                "価格「cost」: 名前「cost」はシートの中で別のものを指します。 [mine.yaml:13 cost] 対処案: 「cost-price」のような別の名前にしてください。");
    }

    @Test
    void aRampUpOverTheWholeMustBeTold() {
        mustSay(
                "[80 %, 100 %]",
                "[80 %, 120 %]",
                "Project 'mine': ramp_up is 120 %; it must lie in [0, 1]. [mine.yaml:10 ramp_up]",
                "プロジェクト「mine」: ramp_up が 120 % です。[0, 1] の範囲でなければなりません。 [mine.yaml:10 ramp_up]");
    }

    @Test
    void aFloorWithoutPayerMustBeTold() {
        mustSay(
                "supports: [{guarantee: {giver: nexi, of: senior, cover: 90 %}}]",
                "supports: [{floor: {product: oxide, price: 110 USD/kg}}]",
                "Support 'floor': giver is missing; it must be given. [mine.yaml:17 giver] Maybe `giver: …` was forgotten: who pays below the floor.",
                "支援「floor」: giver がありません。必須です。 [mine.yaml:17 giver] 対処案: `giver: …`（下限価格との差を払う者）を書き足してください。");
    }

    @Test
    void aCurrencyWithoutPathMustBeTold() {
        mustSay(
                "amount: 100 MUSD",
                "amount: 150 million AUD",
                "Capital item 'plant': amount is '150 million AUD'; it is in AUD, and the sheet counts in USD. [mine.yaml:8 amount] Maybe `exchange: {AUD: …}` with the worth of one AUD in USD was forgotten.",
                "建設費項目「plant」: amount が「150 million AUD」です。AUD 建てですが、シートは USD 建てです。 [mine.yaml:8 amount] 対処案: `exchange: {AUD: …}`（1 AUD の価値、USD 建て）を書き足してください。");
    }

    @Test
    void aSpreadThatDoesNotSumToTheWholeMustBeTold() {
        mustSay(
                "[50 %, 50 %]",
                "[50 %, 40 %]",
                "Project 'mine': spread sums to 90.0%; it must sum to 100%. [mine.yaml:9 spread] Maybe a year was left out or counted twice.",
                "プロジェクト「mine」: spread の合計が 90.0% です。100% でなければなりません。 [mine.yaml:9 spread] 対処案: 抜けている年や重複している年がないか確かめてください。");
        mustSay(
                "[50 %, 50 %]",
                "[50 %, 40 %, 10 %]",
                "Project 'mine': spread has 3 shares for 2 years of building; there must be one for each year. [mine.yaml:9 spread] Maybe schedule.build was changed and the spread was not.",
                "プロジェクト「mine」: spread の割合が 3 個、建設は 2 年です。各年に一つ必要です。 [mine.yaml:9 spread] 対処案: schedule.build だけを変更していませんか。");
    }

    @Test
    void aProductWithoutPriceMustBeTold() {
        mustSay(
                "amount: 1400 t/yr, price: oxide}",
                "amount: 1400 t/yr}",
                "Product 'oxide': it has neither price nor disposal_cost; it must be sold or disposed of. [mine.yaml:12 price] Maybe `price: …` or `disposal_cost: 0` was forgotten.",
                "製品「oxide」: price も disposal_cost もありません。販売するか処分するかを決めなければなりません。 [mine.yaml:12 price] 対処案: `price: …` または `disposal_cost: 0` を書き足してください。");
        mustSay(
                "price: oxide}",
                "price: oxides}",
                "Product 'oxide': price is 'oxides'; it must be a price of the sheet. [mine.yaml:12 price] Maybe 'oxide' is meant.",
                "製品「oxide」: price が「oxides」です。シートにある価格でなければなりません。 [mine.yaml:12 price] 対処案: 「oxide」ではありませんか。");
    }

    @Test
    void aPercentageWithoutItsSignMustBeTold() {
        mustSay(
                "recovery: 70 %",
                "recovery: 70",
                "Project 'mine': recovery is 70; it must lie in [0, 1]. [mine.yaml:11 recovery] Maybe '70 %' was meant.",
                "プロジェクト「mine」: recovery が 70 です。[0, 1] の範囲でなければなりません。 [mine.yaml:11 recovery] 対処案: 「70 %」の意味ではありませんか。");
        mustSay(
                "gearing: 60 %",
                "gearing: 1.6",
                "Project 'mine': gearing is 1.6; it must lie in [0, 1]. [mine.yaml:15 gearing] Maybe '1.6 %' was meant.",
                "プロジェクト「mine」: gearing が 1.6 です。[0, 1] の範囲でなければなりません。 [mine.yaml:15 gearing] 対処案: 「1.6 %」の意味ではありませんか。");
    }

    @Test
    void aLoanWithoutTenorMustBeTold() {
        mustSay(
                "rate: 6 %, tenor: 8,",
                "rate: 6 %,",
                "Loan 'senior': tenor is missing; it must be given. [mine.yaml:16 tenor] Maybe `tenor: …` was forgotten: years of repayment after the grace.",
                "借入「senior」: tenor がありません。必須です。 [mine.yaml:16 tenor] 対処案: `tenor: …`（据置後の返済年数）を書き足してください。");
    }

    @Test
    void aGuaranteeOfAnUnknownLoanMustBeTold() {
        mustSay(
                "of: senior",
                "of: senoir",
                "Support 'guarantee': of is 'senoir'; it must be a loan of the sheet. [mine.yaml:17 of] Maybe 'senior' is meant.",
                "支援「guarantee」: of が「senoir」です。シートにある借入でなければなりません。 [mine.yaml:17 of] 対処案: 「senior」ではありませんか。");
    }

    @Test
    void inferredTonnesInTheBaseCaseMustBeTold() {
        mustSay(
                "recovery: 70 %}",
                "recovery: 70 %, resource: [{class: inferred, tonnes: 5 Mt, grade: 2 %, base_case: \"yes\"}]}",
                "Resource 'inferred': inferred tonnes are put into the base case; they must never be counted as reserve. [mine.yaml:11 base_case] Maybe `base_case: no`, until drilling has made them indicated.",
                "資源量「inferred」: 予測資源量が基準ケースに入っています。埋蔵量に数えてはなりません。 [mine.yaml:11 base_case] 対処案: 掘削で推定資源量になるまで `base_case: no` としてください。");
    }

    @Test
    void aModelWithoutItsParametersMustBeTold() {
        mustSay(
                "model: flat,",
                "model: mean-reverting,",
                "Price 'oxide': model mean-reverting lacks reversion, volatility; each must be given. [mine.yaml:13 model] Maybe another model is meant, such as flat.",
                "価格「oxide」: モデル mean-reverting に reversion, volatility がありません。必須です。 [mine.yaml:13 model] 対処案: flat など別のモデルではありませんか。");
    }

    @Test
    void aWordThatIsNoChoiceMustBeTold() {
        mustSay(
                "shape: level",
                "shape: levl",
                "Loan 'senior': shape is 'levl'; it must be one of sculpted, level, equal, bullet. [mine.yaml:16 shape] Maybe 'level' is meant.",
                "借入「senior」: shape が「levl」です。sculpted, level, equal, bullet のいずれかでなければなりません。 [mine.yaml:16 shape] 対処案: 「level」ではありませんか。");
    }

    @Test
    void guaranteesOfMoreThanTheWholeLoanMustBeTold() {
        mustSay(
                "supports: [{guarantee: {giver: nexi, of: senior, cover: 90 %}}]",
                "supports: [{guarantee: {giver: nexi, of: senior, cover: 90 %}}, {guarantee: {giver: jogmec, of: senior, cover: 20 %}}]",
                "Project 'mine': guarantees cover 110.0% of loan 'senior'; they must not exceed 100%. [mine.yaml:1 supports] Maybe each giver's part should be its own share.",
                "プロジェクト「mine」: 借入「senior」の保証割合の合計が 110.0% です。100% 以下でなければなりません。 [mine.yaml:1 supports] 対処案: 保証者ごとの分担割合を書いてください。");
    }

    @Test
    void allFaultsMustBeToldAtOnce() {
        String spoilt = GOOD.replace("recovery: 70 %", "recovery: 70")
                .replace("[80 %, 100 %]", "[80 %, 120 %]")
                .replace("shape: level", "shape: levl")
                .replace("cover: 90 %", "cover: 900 %");
        assertThat(TermSheet.project("mine.yaml", spoilt).findings()).hasSize(4);
    }
}
