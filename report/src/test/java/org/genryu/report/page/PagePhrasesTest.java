package org.genryu.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.genryu.report.words.Phrase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rung: identity (both languages are complete).
class PagePhrasesTest {
    static Stream<Phrase> phrases() {
        return Stream.<Phrase[]>of(PagePhrases.values(), WorldPhrases.values()).flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void everyTextMustExistInBothLanguagesWithTheSameBlanks(Phrase words) {
        assertThat(words.text().en()).isNotBlank();
        assertThat(words.text().ja()).isNotBlank();
        assertThat(blanks(words.text().en())).isEqualTo(blanks(words.text().ja()));
        if (words != PagePhrases.HHI && words != PagePhrases.MISSING && words != WorldPhrases.WITH_SHARE) {
            assertThat(words.text().ja())
                    .as("Japanese")
                    .containsPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}、：［（]");
            assertThat(words.text().en())
                    .as("English")
                    .doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
        }
    }

    private static List<String> blanks(String text) {
        return java.util.regex.Pattern.compile("%(\\d\\$)?s")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .sorted()
                .toList();
    }
}
