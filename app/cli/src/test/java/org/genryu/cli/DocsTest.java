package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// The pages for people must not fall behind the program.
class DocsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern CALL = Pattern.compile("^\\s*(?:\\./)?genryu ((?:[a-z-]+ ?).*)$");

    @Test
    void everyLinkToAFileMustLeadSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path page : House.files(".md")) {
            Path folder = page.toAbsolutePath().getParent();
            for (String line : House.lines(page)) {
                Matcher link = LINK.matcher(line);
                while (link.find()) {
                    if (folder == null || !Files.exists(folder.resolve(link.group(1)))) {
                        broken.add(House.name(page) + ": " + link.group(1));
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyCommandLineShownMustBeUnderstood() {
        List<String> shown = Stream.concat(
                        House.files(".md").stream().flatMap(page -> House.lines(page).stream()),
                        Stream.of(Lang.values()).flatMap(DocsTest::lessons))
                .map(CALL::matcher)
                .filter(Matcher::matches)
                .map(call -> call.group(1).replaceFirst("\\s(#|>|\\s\\s).*", "").strip())
                .filter(line -> !line.startsWith("--rebuild") && !line.startsWith("--jdk"))
                .distinct()
                .toList();
        assertThat(shown).contains("run", "check mine", "balance mine --json").hasSizeGreaterThan(15);
        for (String line : shown) {
            assertThatCode(() -> GenryuCli.line(Lang.EN).parseArgs(line.split(" +")))
                    .as(line)
                    .doesNotThrowAnyException();
        }
    }

    private static Stream<String> lessons(Lang lang) {
        return Stream.concat(
                HelpTexts.FIRST_STEPS.in(lang).lines(),
                GenryuCli.line(lang).getSubcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .flatMap(spec -> Arrays.stream(spec.usageMessage().footer())));
    }

    @Test
    void theReadmeMustShowTheTwoCommands() {
        assertThat(House.lines(House.root().resolve("README.md")))
                .anyMatch(line -> line.startsWith("./genryu run"))
                .anyMatch(line -> line.startsWith("./mvnw verify"));
    }

    @Test
    void thePictureMustBeTheSameEverywhere() {
        assertThat(picture("ARCHITECTURE.md")).isEqualTo(picture("README.md")).hasSizeGreaterThan(4);
    }

    private static List<String> picture(String page) {
        List<String> lines = House.lines(House.root().resolve(page));
        int first = 0;
        while (!lines.get(first).startsWith("evidence ─►")) {
            first++;
        }
        return lines.subList(first, lines.subList(first, lines.size()).indexOf("```") + first);
    }

    @Test
    void everyRoomOfTheBuildMustHaveItsLineInTheArchitecture() {
        List<String> rooms = House.lines(House.root().resolve("ARCHITECTURE.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`")[1])
                .toList();
        List<String> modules = House.lines(House.root().resolve("pom.xml")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("<module>"))
                .map(line -> line.replaceAll("</?module>", ""))
                .toList();
        assertThat(rooms).isEqualTo(modules);
    }

    @Test
    void everyDecisionMustStandInTheIndex() {
        Path folder = House.root().resolve("docs/decisions");
        List<String> index = House.lines(folder.resolve("README.md"));
        assertThat(House.files(".md").stream()
                        .filter(file -> folder.equals(file.getParent()))
                        .map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> !name.equals("README.md")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(index).anyMatch(line -> line.contains("(" + name + ")")));
    }
}
