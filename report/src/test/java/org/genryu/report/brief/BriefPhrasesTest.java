package org.genryu.report.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rung: identity (both languages are complete).
class BriefPhrasesTest {
    @ParameterizedTest
    @EnumSource(BriefPhrases.class)
    void everySentenceMustHaveTheSameBlanksInBothLanguagesAndNoLonePercentSign(BriefPhrases words) {
        assertThat(blanks(words.text().en())).isEqualTo(blanks(words.text().ja()));
        assertThat(List.of(words.text().en(), words.text().ja()))
                .allSatisfy(text ->
                        assertThat(text.replaceAll("%(\\d\\$)?s|%%", "")).doesNotContain("%"));
    }

    private static List<String> blanks(String text) {
        return Pattern.compile("%(\\d\\$)?s")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
