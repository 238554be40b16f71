package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genryu.core.Lang;
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

    /// What stands between quotes in Java, on one line or several.
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"");

    private static List<String> avoided(String text) {
        return Terms.all().stream()
                .flatMap(term -> found(term.avoided(), text, term.name().ja()).stream())
                .toList();
    }

    private static List<String> avoidedInEnglish(String text) {
        return Terms.all().stream()
                .flatMap(term -> found(term.avoidedEnglish(), text, term.name().en()).stream())
                .toList();
    }

    private static List<String> found(List<String> forms, String text, String instead) {
        return forms.stream()
                .map(form -> Pattern.compile(form).matcher(text))
                .filter(Matcher::find)
                .map(matcher -> "%s for %s".formatted(matcher.group(), instead))
                .toList();
    }

    /// What a file says to readers: of Java what stands between quotes.
    private static String said(Path file) throws IOException {
        String text = Files.readString(file);
        return file.toString().endsWith(".java")
                ? LITERAL.matcher(text).results().map(MatchResult::group).collect(Collectors.joining("\n"))
                : text;
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
            avoidedInEnglish(said(file)).forEach(form -> found.add(House.name(file) + ": " + form));
        }
        assertThat(texts()).hasSizeGreaterThan(300);
        assertThat(found).isEmpty();
    }

    /// Texts that are put together from parts, as readers see them.
    @Test
    void helpAndPagesMustKeepToTheTermsToo() throws IOException {
        List<String> commands = Stream.concat(
                        Stream.of(List.<String>of()),
                        GenryuCli.line(Lang.EN).getSubcommands().keySet().stream()
                                .map(List::of))
                .map(name -> Stream.concat(name.stream(), Stream.of("--help")).collect(Collectors.joining(" ")))
                .toList();
        assertThat(commands).hasSizeGreaterThan(8);
        for (String command : commands) {
            for (Lang lang : Lang.values()) {
                Session help = Session.of(lang, false, command.split(" "));
                assertThat(help.out()).as(command).isNotEmpty();
                assertThat(avoided(help.out())).as(command).isEmpty();
                assertThat(avoidedInEnglish(help.out())).as(command).isEmpty();
            }
        }
        List<Path> pages = House.files(".txt").stream()
                .filter(file -> House.name(file).contains("/golden/"))
                .toList();
        assertThat(pages).hasSizeGreaterThan(10);
        for (Path page : pages) {
            assertThat(avoided(Files.readString(page))).as(page.toString()).isEmpty();
            assertThat(avoidedInEnglish(Files.readString(page)))
                    .as(page.toString())
                    .isEmpty();
        }
    }

    @Test
    void documentsMustKeepToTheTermsToo() throws IOException {
        List<Path> documents = House.files(".md").stream()
                .filter(file -> !House.name(file).endsWith("reference/terms.md"))
                .toList();
        assertThat(documents).hasSizeGreaterThan(30);
        for (Path document : documents) {
            assertThat(avoided(Files.readString(document)))
                    .as(document.toString())
                    .isEmpty();
        }
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
        assertThat(avoidedInEnglish("new Text(\"the 95th percentile\")")).containsExactly("percentile for quantile");
        assertThat(avoidedInEnglish("a by-product and the co-products")).isEmpty();
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
                .hasSizeGreaterThanOrEqualTo(150)
                .allSatisfy(term -> assertThat(List.of(
                                term.name().ja(),
                                term.meaning().en(),
                                term.meaning().ja()))
                        .doesNotContain(""));
    }
}
