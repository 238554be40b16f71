package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genryu.testkit.TextCase;
import org.genryu.testkit.Zoo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole results of the worlds of the zoo, file by file: every table, and what the page says in both languages. Rung:
/// frozen. After a change that is meant, `-Dgolden=write` writes the folders anew; what is different is then read in
/// the difference of the commit.
class GoldenFoldersTest {
    private static final Path GOLDEN = Path.of("src", "test", "golden");

    @TempDir
    private Path folder;

    /// @param name of its folder
    record World(String name, TextCase cases) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<World> worlds() {
        return Stream.of(
                        new World("streams", Zoo.streams()),
                        new World("third-country", Zoo.thirdCountry()),
                        new World("loop", Zoo.loop()),
                        new World("joint-production", Zoo.jointProduction()),
                        new World("by-product", Zoo.byProduct()),
                        new World("without-the-element", Zoo.withoutTheElement()),
                        new World("strait", Zoo.strait()),
                        new World("stock", Zoo.stock()),
                        new World("returns", Zoo.returns()),
                        new World("split-node", Zoo.splitNode()))
                .map(world -> new World(
                        world.name(), world.cases().header("home", "[JP]").header("rival", "[CN]")));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void theResultMustBeTheFrozenOne(World world) throws IOException {
        Map<String, String> made = made(world);
        Path golden = GOLDEN.resolve(world.name());
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(golden);
            for (Map.Entry<String, String> file : made.entrySet()) {
                Files.writeString(golden.resolve(file.getKey()), file.getValue());
            }
        }
        Map<String, String> frozen = new TreeMap<>();
        try (Stream<Path> files = Files.list(golden)) {
            for (Path file : files.toList()) {
                frozen.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        assertThat(made.keySet()).isEqualTo(frozen.keySet());
        made.forEach((name, text) -> assertThat(text).as(name).isEqualTo(frozen.get(name)));
    }

    private Map<String, String> made(World world) throws IOException {
        Path home = folder.resolve(world.name());
        for (Map.Entry<String, String> file : world.cases().files().entrySet()) {
            Files.createDirectories(home);
            Files.writeString(home.resolve(file.getKey()), file.getValue());
        }
        Map<String, String> made = new TreeMap<>();
        for (String lang : List.of("en", "ja")) {
            Path out = folder.resolve(lang);
            assertThat(Session.of("run", home.toString(), "--out", out.toString(), "--lang", lang, "--quiet")
                            .code())
                    .isZero();
            try (Stream<Path> files = Files.list(out)) {
                for (Path file : files.toList()) {
                    String name = String.valueOf(file.getFileName());
                    if (name.endsWith(".csv")) {
                        String text = Files.readString(file);
                        assertThat(made.getOrDefault(name, text)).as(name).isEqualTo(text);
                        made.put(name, text);
                    } else if (name.endsWith(".html")) {
                        made.put("page." + lang + ".txt", said(Files.readString(file)));
                    }
                }
            }
        }
        return made;
    }

    /// What the page says, a line for each text; neither its drawings nor the files inside it.
    private static String said(String page) {
        return Arrays.stream(page.replaceAll("(?s)<(style|defs)\\b.*?</\\1>", "")
                        .replaceAll("<[^>]*>", "\n")
                        .split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
