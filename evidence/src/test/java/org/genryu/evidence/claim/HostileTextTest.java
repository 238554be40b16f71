package org.genryu.evidence.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.genryu.evidence.text.Shadow;
import org.genryu.evidence.text.Stretch;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Laws: no text makes the reader throw, hang or point beside what it read.
class HostileTextTest {
    private static final List<String> PIECES = List.of(
            "3兆",
            "6000億",
            "円",
            "約",
            "▲",
            "5.3%",
            "前年比",
            "減",
            "2024年度",
            "第",
            "1",
            "四半期",
            "～",
            "から",
            "数",
            "十",
            "百",
            "万",
            "億",
            "令和",
            "元年",
            "/",
            "-",
            ".",
            ",",
            " ",
            "\n",
            "。",
            "(",
            ")",
            "$",
            "US$",
            "billion",
            " to ",
            "between ",
            " and ",
            "t/yr",
            "per ",
            "トン",
            "当たり",
            "年間",
            "月",
            "日",
            "28",
            "中国",
            "レアアース",
            "精製",
            "\u200B",
            "\u202E",
            "½",
            "①",
            "🇯🇵",
            "ｶﾞ",
            "㍻",
            "\uD800",
            "半減",
            "FY",
            "Q1",
            "by 2030",
            "以上",
            "超",
            "=",
            "http://",
            "<a",
            "@",
            "0",
            "9999999999999999999999",
            "e308",
            "：",
            "１２",
            "・");

    @Test
    void noTextMayThrowAndEveryPlaceMustBeThere() {
        Law.of(20, 200).holds(input -> {
            StringBuilder text = new StringBuilder();
            int length = input.whole("length", 0, 30);
            for (int i = 0; i < length; i++) {
                text.append(PIECES.get(input.whole("piece", 0, PIECES.size() - 1)));
            }
            String original = text.toString();
            Extract extract = Newsroom.extract("x", original);
            extract.claims().forEach(claim -> mustStand(original, claim.quote().stretch()));
            extract.rejected().forEach(none -> mustStand(original, none.stretch()));
        });
    }

    private static void mustStand(String original, Stretch stretch) {
        int from = original.offsetByCodePoints(0, stretch.start());
        int to = original.offsetByCodePoints(0, stretch.end());
        assertThat(original.substring(from, to)).isEqualTo(stretch.raw());
    }

    @Test
    void theShadowMustLeadBackToTheOriginal() {
        String original = "約３．５㌧と½、①は注。https://example.org/5 小型モジ ュール炉";
        Shadow shadow = Shadow.of(original);
        assertThat(shadow.text()).isEqualTo("約3.5トンと0.5、\uFFFCは注。\uFFFC 小型モジュール炉");
        int at = shadow.text().indexOf("モジュール");
        assertThat(shadow.stretch(at, at + 5).raw()).isEqualTo("モジ ュール");
    }

    /// A guard against work that grows with the square of a text; far above what any of them takes.
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9",
                "九",
                "(",
                "第1",
                "約",
                "1 ",
                "1,",
                "1年",
                "中国",
                "5トン、",
                "2025年2月27日 ",
                "<",
                "a@",
                "$",
                "▲",
                "数",
                "1/",
                "1-",
                "から",
                "~",
                "。",
                "per ",
                "1トン当たり"
            })
    void repetitionMustNotHang(String piece) {
        String text = piece.repeat(50_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(120), () -> Newsroom.extract("x", text));
    }
}
