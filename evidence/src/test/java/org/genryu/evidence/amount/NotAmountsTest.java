package org.genryu.evidence.amount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Rung: identity.
class NotAmountsTest {
    /// What is tried at every place of a text costs the square of its length if it can read to the end.
    @Test
    void noPatternMustReadOnWithoutAnEnd() {
        assertThat(NotAmounts.patterns()).isNotEmpty().noneMatch(NotAmountsTest::isEndless);
        assertThat(isEndless(Pattern.compile("[+*]\\+a{2}"))).isFalse();
        assertThat(isEndless(Pattern.compile("[0-9]+"))).isTrue();
        assertThat(isEndless(Pattern.compile("a{2,}"))).isTrue();
    }

    private static boolean isEndless(Pattern pattern) {
        String bare = pattern.pattern().replaceAll("\\\\.", "").replaceAll("\\[[^]]*]", "");
        return Pattern.compile("[+*]|\\{\\d+,}").matcher(bare).find();
    }
}
