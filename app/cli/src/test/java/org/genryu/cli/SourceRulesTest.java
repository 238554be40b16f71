package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of the house that can be seen in the sources: budgets, words, comments.
///
/// Who must exceed a budget says why in the comment of the class (or of the package), in a line that begins with `///
/// Size:`.
class SourceRulesTest {
    private static final int LINES_IN_A_FILE = 400;
    private static final int FILES_IN_A_PACKAGE = 20;
    private static final int MOST_FILES_IN_A_PACKAGE = 25;
    private static final String REASON = "/// Size: ";

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public (?:(?:sealed|non-sealed|final|abstract|strictfp) )*(?:class|record|interface|enum|@interface) .*");

    /// Words with which a class says nothing about itself.
    private static final Pattern EMPTY_NAMES = Pattern.compile(".*(Impl|Manager|Util|Utils|Helper)\\.java");

    private static final List<Path> JAVA = House.files(".java");
    private static final List<Path> MAIN =
            JAVA.stream().filter(file -> House.name(file).contains("src/main/")).toList();

    @Test
    void theSourcesMustHaveBeenFound() {
        assertThat(MAIN).hasSizeGreaterThan(50);
        assertThat(MAIN).anyMatch(file -> House.name(file).endsWith("core/Check.java"));
    }

    /// A link of a comment to a class of another package: its name with the package.
    private static final Pattern LINK = Pattern.compile("\\[(org\\.genryu(?:\\.[a-z0-9]+)*\\.[A-Z]\\w*)");

    @Test
    void aLinkOfACommentMustLeadToAClass() {
        Set<String> classes = JAVA.stream()
                .map(file -> House.name(file)
                        .replaceFirst("^.*/java/", "")
                        .replaceFirst("\\.java$", "")
                        .replace('/', '.'))
                .collect(Collectors.toSet());
        assertThat(classes).contains("org.genryu.core.Check");
        List<String> lost = new ArrayList<>();
        int links = 0;
        for (Path file : JAVA) {
            for (String line : House.lines(file)) {
                Matcher link = LINK.matcher(line.strip().startsWith("///") ? line : "");
                while (link.find()) {
                    links++;
                    if (!classes.contains(link.group(1))) {
                        lost.add(House.name(file) + ": " + link.group(1));
                    }
                }
            }
        }
        assertThat(links).isGreaterThan(10);
        assertThat(lost).isEmpty();
    }

    @Test
    void aLongFileMustSayWhy() {
        assertThat(MAIN.stream()
                        .filter(file -> House.lines(file).size() > LINES_IN_A_FILE)
                        .filter(file -> House.lines(file).stream().noneMatch(line -> line.contains(REASON)))
                        .map(file -> House.name(file) + ": " + House.lines(file).size() + " lines"))
                .isEmpty();
    }

    /// Folders with how many classes stand in them.
    private static Map<Path, Integer> sizes(Stream<Path> sources) {
        Map<Path, Integer> sizes = new TreeMap<>();
        sources.filter(SourceRulesTest::isCode).forEach(file -> sizes.merge(file.getParent(), 1, Integer::sum));
        return sizes;
    }

    private static List<String> largerThan(int most, Map<Path, Integer> sizes) {
        return sizes.entrySet().stream()
                .filter(size -> size.getValue() > most)
                .map(size -> House.name(size.getKey()) + ": " + size.getValue() + " files")
                .toList();
    }

    @Test
    void aLargePackageMustSayWhy() {
        Map<Path, Integer> sizes = sizes(MAIN.stream());
        sizes.keySet()
                .removeIf(folder -> House.lines(folder.resolve("package-info.java")).stream()
                        .anyMatch(line -> line.startsWith(REASON)));
        assertThat(largerThan(FILES_IN_A_PACKAGE, sizes)).isEmpty();
    }

    @Test
    void noPackageMayBeLargerThanOneCanTakeIn() {
        assertThat(largerThan(MOST_FILES_IN_A_PACKAGE, sizes(MAIN.stream()))).isEmpty();
        Path folder = House.root().resolve("core/src/main/java/org/genryu/crowd");
        Stream<Path> crowd = Stream.concat(
                Stream.of(folder.resolve("package-info.java")),
                IntStream.rangeClosed(0, MOST_FILES_IN_A_PACKAGE).mapToObj(i -> folder.resolve("Class" + i + ".java")));
        assertThat(largerThan(MOST_FILES_IN_A_PACKAGE, sizes(crowd)))
                .singleElement()
                .asString()
                .endsWith("crowd: 26 files");
    }

    @Test
    void aPublicTypeMustHaveAComment() {
        List<String> bare = new ArrayList<>();
        for (Path file : MAIN) {
            List<String> lines = House.lines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (PUBLIC_TYPE.matcher(lines.get(i)).matches() && !commentAbove(lines, i)) {
                    bare.add(House.name(file) + ":" + (i + 1));
                }
            }
        }
        assertThat(bare).isEmpty();
    }

    private static boolean commentAbove(List<String> lines, int at) {
        int above = at - 1;
        while (above >= 0 && lines.get(above).startsWith("@")) {
            above--;
        }
        return above >= 0 && lines.get(above).startsWith("///");
    }

    /// Columns that a comment may take before the formatter breaks it.
    private static final int COMMENT_WIDTH = 115;

    private static final Pattern PROSE = Pattern.compile("( *)/// ([^ |*#>@`-].*)");

    /// Lines that end long before the next word would have had no room: what a formatter leaves of a paragraph.
    private static List<String> broken(List<String> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            Matcher line = PROSE.matcher(lines.get(i));
            Matcher next = PROSE.matcher(lines.get(i + 1));
            if (line.matches() && next.matches() && !line.group(2).contains("  ")) {
                int word = next.group(2).split(" ", 2)[0].length();
                if (lines.get(i).length() < COMMENT_WIDTH - 60
                        && lines.get(i).length() + 1 + word < COMMENT_WIDTH - 40) {
                    found.add(lines.get(i).strip());
                }
            }
        }
        return found;
    }

    @Test
    void aParagraphOfACommentMustBeWhole() {
        List<String> found = new ArrayList<>();
        MAIN.forEach(file -> broken(House.lines(file)).forEach(line -> found.add(House.name(file) + ": " + line)));
        assertThat(found).isEmpty();
        assertThat(broken(List.of("/// Writing comes", "/// after reading."))).hasSize(1);
    }

    @Test
    void aNameMustSaySomething() {
        assertThat(MAIN.stream()
                        .map(House::name)
                        .filter(name -> EMPTY_NAMES.matcher(name).matches()))
                .isEmpty();
    }

    /// A conversion that Java adapts to the reader's language, in a literal. Hexadecimal is not adapted.
    private static final Pattern ADAPTED = Pattern.compile("%(\\d+\\$)?[-+ 0,(#]*\\d*(\\.\\d+)?[dfeEgGtT]\\b");

    private static final Pattern LITERAL = Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"");

    private static List<String> adapted(String source) {
        String code = source.replaceAll("(?m)^\\s*//.*$", "");
        List<String> found = new ArrayList<>();
        Matcher literal = LITERAL.matcher(code);
        while (literal.find()) {
            boolean root = code.substring(0, literal.start()).stripTrailing().endsWith("Locale.ROOT,");
            if (!root && ADAPTED.matcher(literal.group().replace("%%", "")).find()) {
                found.add(literal.group());
            }
        }
        return found;
    }

    @Test
    void aConversionThatJavaAdaptsToTheReaderMustStandBesideTheRootLocale() {
        assertThat(adapted("\"%d of %s\".formatted(1, 2); String.format(\"%,.2f\", x)"))
                .hasSize(2);
        assertThat(adapted("String.format(Locale.ROOT, \"%02d\", 1); \"%s and 5%%d 10 % of\"; \"%x\""))
                .isEmpty();
        Map<String, List<String>> found = new TreeMap<>();
        MAIN.forEach(file -> {
            List<String> all = adapted(String.join("\n", House.lines(file)));
            if (!all.isEmpty()) {
                found.put(House.name(file), all);
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void everyPackageMustSayWhatItIsForAndWhatIsNeverNull() {
        assertThat(MAIN.stream().map(Path::getParent).distinct()).allSatisfy(folder -> {
            List<String> lines = House.lines(folder.resolve("package-info.java"));
            assertThat(lines.getFirst()).startsWith("/// ");
            assertThat(lines).contains("@NullMarked");
        });
    }

    /// What must not stand in anything that people write here. Put together from halves, so that this file passes.
    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "an author's tag", Pattern.compile("@auth" + "or\\b"),
            "a note to do something later", Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b"),
            "a path of one machine", Pattern.compile("(?<![\\w.])/(wo" + "rk|ro" + "ot|ho" + "me/\\w+)/"),
            "a folder that nobody else has", Pattern.compile("\\.\\./sha" + "red|(?<![\\w/-])sha" + "red/"),
            "the host of a registry",
                    Pattern.compile(
                            "repo1?\\.mav" + "en|central\\.sona" + "type|registry\\.np" + "mjs|py" + "pi\\.org"));

    @Test
    void nothingMayStandInTheSourcesThatOutsidersCannotUse() {
        List<String> found = new ArrayList<>();
        Stream.of(".java", ".md", ".xml", ".yaml", ".py", ".sh", "genryu", "genryu.bat", "run", ".html", ".css", ".js")
                .flatMap(ending -> House.files(ending).stream())
                .distinct()
                .forEach(file -> {
                    List<String> lines = House.lines(file);
                    for (int i = 0; i < lines.size(); i++) {
                        String line = lines.get(i);
                        int at = i + 1;
                        FORBIDDEN.forEach((what, pattern) -> {
                            if (pattern.matcher(line).find()) {
                                found.add(House.name(file) + ":" + at + ": " + what);
                            }
                        });
                    }
                });
        assertThat(found).isEmpty();
    }

    private static boolean isCode(Path file) {
        return !file.endsWith("package-info.java");
    }
}
