package org.genryu.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words of scenarios and headers as people write them. Rung: by hand.
class ScenarioNamesTest {
    private static Small named(String event) {
        return Small.years()
                .with(
                        "places.csv",
                        "place,kind,country,name_en,name_ja\nmine,country,CN,Mineland,鉱国\nport,country,JP,Port,港\ntown,region,JP,Town,町\n")
                .scenario("events:\n - " + event + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ban: {from: Mineland} | from is 'Mineland'; it must be a known place or country of the case. | 'mine'",
                "ban: {from: 鉱国} | from is '鉱国'; it must be a known place or country of the case. | 'mine'",
                "ban: {from: China} | from is 'China'; it must be a known place or country of the case. | 'CN'",
                "ban: {from: 日本} | from is '日本'; it must be a known place or country of the case. | 'JP'"
            })
    void aThingCalledByItsNameMustBeAnErrorThatSaysItsId(String event, String problem, String id) {
        assertThat(Small.texts(named(event).read(), Lang.EN))
                .containsExactly("Scenario 's': " + problem + " [scenarios/s.yaml:3 from] Maybe " + id + " is meant.");
    }

    @Test
    void capitalsMustBeForgivenInTheNameOfAnEvent() {
        assertThat(Small.texts(named("Ban: {From: mine}").read(), Lang.EN))
                .containsExactly(
                        "File 'scenarios/s.yaml': key 'Ban' was read as 'ban'. [scenarios/s.yaml:3 ban]",
                        "File 'scenarios/s.yaml': key 'From' was read as 'from'. [scenarios/s.yaml:3 from]");
    }

    @Test
    void aRateThatLooksLikeAPercentageMustBeDoubted() {
        assertThat(Small.texts(named("tariff: {rate: 25}").read(), Lang.EN))
                .containsExactly("Scenario 's': rate is 25; it should lie in [-1, 2]. [scenarios/s.yaml:3 rate] Maybe"
                        + " '25 %' was meant.");
        assertThat(Small.texts(named("tariff: {rate: 145 %}").read(), Lang.EN)).isEmpty();
    }

    @Test
    void aScenarioWithNothingInItMustSaySo() {
        assertThat(Small.texts(Small.years().scenario("events: []\n").resolve(), Lang.EN))
                .containsExactly("Scenario 's': it has neither events nor measures; its results are those without it."
                        + " [scenarios/s.yaml] Maybe `events:` with lines such as `- ban: {from: CN}` is meant.");
        assertThat(Small.texts(Small.years().scenario("title: x\n").resolve(), Lang.JA))
                .containsExactly("シナリオ「s」: 事象も対策もありません。結果はシナリオなしと同じです。"
                        + " [scenarios/s.yaml] 対処案: `events:` の下に `- ban: {from: CN}` のような行を書いてください。");
    }

    @Test
    void monthsThatFillNoWholePeriodMustBeTold() {
        String header = "id: small\ncurrency: USD\nprice_year: 2025\n";
        Small cut =
                Small.years().with("case.yaml", header + "periods: {first: 2025-01, last: 2025-04, step: quarter}\n");
        assertThat(Small.texts(cut.read(), Lang.EN))
                .containsExactly("Case: first to last are 4 months, which are no whole number of periods; the last is"
                        + " 2025-Q2. [case.yaml:4 periods] Maybe the end of a period is meant.");
        assertThat(Small.texts(cut.read(), Lang.JA))
                .containsExactly("ケース: first から last までの 4 か月は期間の整数倍ではありません。最後の期間は 2025-Q2 とします。"
                        + " [case.yaml:4 periods] 対処案: last は期間の終わりに合わせてください。");
        Small whole =
                Small.years().with("case.yaml", header + "periods: {first: FY2025, last: FY2026, step: quarter}\n");
        assertThat(Small.texts(whole.read(), Lang.EN)).noneMatch(s -> s.contains("whole number"));
    }

    /// The lane may carry 120 t/yr of ore and carried 80.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quota: {from: CN, commodities: [ore], amount: 150 t/yr}",
                "quota: {from: CN, commodities: [ore], share: 150 %, start: 2026-01, months: 6}",
                "tariff: {from: CN, rate: 0 %}",
                "surge: {demands: [motors], factor: 1}",
                "outage: {processes: [works], loss: 0 %}"
            })
    void anEventThatChangesNoNumberMustSaySo(String event) {
        String shape = event.replaceFirst(":.*", "");
        Small small = Small.years().scenario("events:\n - " + event + "\n");
        assertThat(Small.texts(small.resolve(), Lang.EN))
                .containsExactly("Scenario 's': " + shape
                        + " changes nothing: what it meets has that value already, or is"
                        + " limited more tightly. [scenarios/s.yaml:3 " + shape + "] Maybe another number is meant.");
        assertThat(Small.texts(small.resolve(), Lang.JA))
                .containsExactly("シナリオ「s」: " + shape + " は何も変えません。対象はすでにその値か、より厳しく制限されています。" + " [scenarios/s.yaml:3 "
                        + shape + "] 対処案: 数値を確かめてください。");
    }

    @Test
    void anEventThatChangesOneNumberOfSeveralMustNotSayThatItChangesNone() {
        Small small = Small.years().scenario("events:\n - quota: {from: CN, commodities: [ore], amount: 100 t/yr}\n");
        assertThat(Small.texts(small.resolve(), Lang.EN)).isEmpty();
    }
}
