package org.genryu.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.genryu.cli.Session;
import org.junit.jupiter.api.Test;

/// By hand: a book of two built-in sheets told in words and as JSON, in both languages; what is no share is
/// refused.
class FleetCommandTest {
    @Test
    void twoSheetsMustBeOneBook() {
        Session session = Session.of(
                "fleet", "nolans", "lynas-jare", "--futures", "64", "--confidence", "90%", "--json", "--quiet");
        assertThat(session.code()).isZero();
        assertThat(session.json().get("guarantees"))
                .extracting(row -> row.get("project").asString())
                .containsExactly("nolans", "lynas-jare");
        assertThat(session.json().get("cover").asDouble()).isEqualTo(0.8);
        assertThat(session.json().get("capital").asDouble()).isNotNegative();
        Session words = Session.of("fleet", "nolans", "--futures", "16", "--lang", "en", "--quiet");
        assertThat(words.out())
                .contains("1 guarantees of 80.0%", "Nolans rare earths: exposure", "by mineral (HHI): 1");
        assertThat(Session.of("fleet", "nolans", "--futures", "16", "--lang", "ja", "--quiet")
                        .out())
                .contains("期待損失", "鉱種の集中度");
    }

    @Test
    void whatIsNoShareMustBeRefused() {
        assertThat(Session.of("fleet", "nolans", "--cover", "much", "--lang", "en")
                        .err())
                .contains("--cover is 'much'; it must be a share such as 0.1 or 10%.");
        assertThat(Session.of("fleet", "nosuch", "--lang", "en").code()).isEqualTo(1);
    }
}
