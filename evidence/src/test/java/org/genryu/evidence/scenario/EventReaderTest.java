package org.genryu.evidence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.evidence.claim.Newsroom;
import org.genryu.evidence.time.TimeFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Twenty headlines of our own in two languages, after events of 2010 to 2026.
class EventReaderTest {
    private static final EventReader READER = new EventReader(Newsroom.GAZETTEER);
    private static final TimeFrame FRAME =
            new TimeFrame(Optional.of(LocalDate.of(2026, 1, 14)), LocalDate.of(2026, 6, 1), OptionalInt.empty());

    private static List<ToldEvent> events(String text) {
        return READER.events(Newsroom.article("headline", text), FRAME);
    }

    private static String shown(String text) {
        return String.join(
                " | ",
                events(text).stream()
                        .map(event -> (event.shape() + " " + String.join(",", event.from())
                                        + (event.to().isEmpty() ? "" : ">" + String.join(",", event.to())) + " "
                                        + String.join(",", event.goods())
                                        + event.strait().orElse("") + " "
                                        + event.start().map(YearMonth::toString).orElse("?")
                                        + (event.months().isPresent()
                                                ? " " + event.months().getAsInt() + "m"
                                                : "") + (event.sizes().isEmpty() ? "" : " " + event.sizes()))
                                .replaceAll(" +", " "))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2010年9月、中国が日本へのレアアース輸出を停止した。| ban CN>JP group:rare-earth 2010-09",
                "中国、2010年後半のレアアース輸出枠を4割削減。| quota CN group:rare-earth 2010-07 {share=0.6}",
                "中国は2023年8月からガリウムとゲルマニウムの輸出を許可制にした。| licence CN gallium-refined,germanium-refined 2023-08",
                "中国は2023年12月、黒鉛の輸出許可を義務づけた。| licence CN graphite-anode 2023-12",
                "中国は2024年12月に対米のガリウム、ゲルマニウム、アンチモンの輸出を禁止した。| ban CN>US gallium-refined,germanium-refined,antimony-refined 2024-12",
                "中国商務部は2025年4月4日、サマリウムやジスプロシウム、テルビウムの輸出を許可制とした。| licence CN sm-oxide,dy-oxide,tb-oxide 2025-04",
                "中国は2026年1月から日本向け重レアアースの輸出許可審査を止めた。| licence CN>JP dy-oxide,tb-oxide 2026-01",
                "ホルムズ海峡が2026年3月に封鎖された。| closure hormuz 2026-03",
                "カタールのラスラファンが操業停止、LNGの出荷が止まる。| outage QA group:lng 2026-01",
                "米国は2027年1月、中国産の磁石に25%の関税を課す。| tariff CN>US ndfeb-magnet 2027-01 {rate=0.25}",
                "インドネシアは2020年1月からニッケルの輸出を禁止した。| ban ID nickel-refined 2020-01",
                "コンゴ民主共和国は2025年2月、コバルトの輸出を4カ月間停止した。| ban CD cobalt-refined 2025-02 4m",
                "China halted rare earth exports to Japan in September 2010.| ban CN>JP group:rare-earth 2010-09",
                "China put export licences on gallium and germanium in August 2023.| licence CN gallium-refined,germanium-refined 2023-08",
                "China banned exports of antimony to the United States in December 2024.| ban CN>US antimony-refined 2024-12",
                "Congo suspended cobalt exports for four months from February 2025.| ban CD cobalt-refined 2025-02 4m",
                "The Strait of Hormuz is closed for three months from March 2026.| closure hormuz 2026-03 3m",
                "QatarEnergy declared force majeure in March 2026 after the shutdown of its LNG plant.| outage QA group:lng 2026-03",
                "China floods the market with neodymium at prices 40% lower from January 2028 for two years.| dumping CN ndpr-oxide 2028-01 24m {price=-40 %}",
                "2026年6月、イランがホルムズ海峡を2週間封鎖した。| closure hormuz 2026-06 1m",
                "China halted gallium exports for six weeks in May 2027.| ban CN gallium-refined 2027-05 2m",
                "Indonesia banned nickel exports in January 2020.| ban ID nickel-refined 2020-01"
            })
    void aHeadlineMustBecomeTheEventThatItTells(String headline, String expected) {
        assertThat(shown(headline)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "中国はレアアースの輸出停止を解除した。",
                "中国がレアアースの輸出を停止する可能性がある。",
                "China may ban rare earth exports to Japan.",
                "日本はレアアースの備蓄を増やす。",
                "China resumed exports of antimony."
            })
    void whatDidNotHappenMustNotBecomeAnEvent(String text) {
        assertThat(shown(text)).isEmpty();
    }

    @Test
    void aDraftMustCiteItsClaimAndMarkWhatIsAssumed() {
        List<ToldEvent> events = events("2010年9月、中国が日本へのレアアース輸出を停止した。");
        String yaml = new DraftScenario("stop", new Text("A stop", "停止"), events).yaml(YearMonth.of(2027, 1), Lang.EN);
        assertThat(yaml).isEqualTo("""
                id: stop
                title: {en: "A stop", ja: "停止"}
                start: 2010-09
                months: 24
                foresight: 0
                events:
                  # claim %s [headline 0-28] 2010年9月、中国が日本へのレアアース輸出を停止した。
                  # assumption: months 2, the informal stop of 2010 lasted from September to November (Argus, https://argusmedia.com/es/news-and-insights/latest-market-news/2405752-japan-aims-to-diversify-rare-earth-supply)
                  - ban: {from: CN, to: [JP], commodities: [group:rare-earth], start: 2010-09, months: 2}
                measures: []
                """.formatted(events.getFirst().claim()));
    }

    @Test
    void noTextMayBreakOutOfItsComment() {
        ToldEvent event = events("中国が日本への\u2028レアアース輸出を停止した。").getFirst();
        String yaml = new DraftScenario("x", new Text("a\n- ban: \"b", "c\\"), List.of(event))
                .yaml(YearMonth.of(2027, 1), Lang.JA);
        assertThat(yaml.lines().filter(line -> line.startsWith("  - "))).hasSize(1);
        assertThat(yaml)
                .contains("title: {en: \"a - ban: \\\"b\", ja: \"c\\\\\"}")
                .doesNotContain("\u2028");
    }
}
