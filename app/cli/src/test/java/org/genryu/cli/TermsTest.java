package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genryu.results.Terms;
import org.junit.jupiter.api.Test;

/// Every text of the house keeps to the list of terms: a term has one form, and the forms to avoid occur nowhere.
class TermsTest {
    /// An English text and its Japanese one side by side, as [org.genryu.core.Text] and the phrases take them.
    private static final Pattern PAIR =
            Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"\\s*,\\s*\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    private static List<Path> texts() {
        return Stream.concat(House.files(".java").stream(), House.files(".csv").stream())
                .filter(file -> House.name(file).contains("/src/main/"))
                .filter(file -> !House.name(file).contains("/cases/")
                        && !House.name(file).endsWith("terms.csv"))
                .filter(file -> !House.name(file).contains("/geo/"))
                .filter(file -> !House.name(file).contains("evidence/src/main/resources/")) // words that others write
                .toList();
    }

    private static List<String> avoided(String text) {
        List<String> found = new ArrayList<>();
        for (Terms.Term term : Terms.all()) {
            for (String form : term.avoided()) {
                Matcher matcher = Pattern.compile(form).matcher(text);
                if (matcher.find()) {
                    found.add("%s for %s".formatted(matcher.group(), term.name().ja()));
                }
            }
        }
        return found;
    }

    private static List<String> unusual(String source) {
        List<String> found = new ArrayList<>();
        Matcher pair = PAIR.matcher(source);
        int from = 0;
        while (pair.find(from)) {
            from = pair.end(1) + 1;
            Optional<Terms.Term> term = Terms.find(pair.group(1));
            if (term.isPresent()
                    && pair.group(1).equals(pair.group(1).strip())
                    && JAPANESE.matcher(pair.group(2)).find()
                    && !pair.group(2).equals(term.get().name().ja())) {
                found.add("%s: %s for %s"
                        .formatted(
                                pair.group(1), pair.group(2), term.get().name().ja()));
            }
        }
        return found;
    }

    @Test
    void noTextMayUseAFormThatIsToBeAvoided() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : texts()) {
            avoided(Files.readString(file)).forEach(form -> found.add(House.name(file) + ": " + form));
        }
        assertThat(texts()).hasSizeGreaterThan(300);
        assertThat(found).isEmpty();
    }

    @Test
    void aTermMustHaveItsOwnWordInBothLanguages() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : texts()) {
            unusual(Files.readString(file)).forEach(form -> found.add(House.name(file) + ": " + form));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void bothRulesMustBeAbleToFail() {
        assertThat(avoided("物資の価格")).containsExactly("物資 for 品目");
        assertThat(avoided("特定重要物資")).isEmpty();
        assertThat(unusual("new Text(\"Commodity\", \"商品\")")).containsExactly("Commodity: 商品 for 品目");
    }

    @Test
    void theCommittedPageMustBeTheGeneratedOne() throws IOException {
        assertThat(Files.readString(House.root().resolve("docs/reference/terms.md")))
                .withFailMessage("docs/reference/terms.md differs from the list; write Terms.markdown() there.")
                .isEqualTo(Terms.markdown());
    }

    @Test
    void thereMustBeEnoughTermsAndEachWithItsMeaning() {
        assertThat(Terms.all())
                .hasSizeGreaterThan(100)
                .allSatisfy(term -> assertThat(List.of(
                                term.name().ja(),
                                term.meaning().en(),
                                term.meaning().ja()))
                        .doesNotContain(""));
    }
}
