package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genryu.core.ContentHash;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same bytes wherever the reader lives: Turkish has an i of its own, French and German a comma, Arabic (with its
/// own digits) and Thai (with its own) other numerals. Rung: identity.
class LocaleTest {
    private static final List<String> PLACES =
            List.of("tr-TR", "fr-FR", "de-DE", "ar-EG-u-nu-arab", "fa-IR-u-nu-arabext", "th-TH-u-nu-thai");

    @TempDir
    private Path folder;

    /// Everything that a few commands say and write, without the times.
    private Map<String, String> all(List<List<String>> lines) throws IOException {
        Map<String, String> all = new TreeMap<>();
        Path out = folder.resolve("out");
        for (List<String> line : lines) {
            for (String lang : List.of("en", "ja")) {
                List<String> words = new java.util.ArrayList<>(line);
                words.addAll(List.of("--out", out.toString(), "--lang", lang));
                Session session = Session.of(words.toArray(String[]::new));
                assertThat(session.code()).isZero();
                all.put(words + " says", session.out() + session.err());
                try (Stream<Path> files = Files.list(out)) {
                    for (Path file : files.toList()) {
                        String text = ContentHash.of(Files.readAllBytes(file));
                        if (file.endsWith("run.json")) {
                            text = Files.readString(file).replaceAll("\"seconds\":.*", "");
                        }
                        all.put(words + " writes " + file.getFileName(), text);
                    }
                }
            }
        }
        for (String command : List.of("check", "balance")) {
            Session session = Session.of(
                    command,
                    SmallCases.sound()
                            .with("demands.csv", "demand,place,use,commodity,amount\nneed,town,tools,ore,95\n")
                            .in(folder.resolve("small")));
            all.put(command, session.out() + session.err());
        }
        return all;
    }

    private void mustBeTheSame(List<String> places, List<List<String>> lines) throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            Map<String, String> root = all(lines);
            assertThat(root).hasSizeGreaterThan(20);
            for (String place : places) {
                Locale.setDefault(Locale.forLanguageTag(place));
                assertThat(all(lines)).as(place).isEqualTo(root);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyByteMustBeTheSameInEveryLocale() throws IOException {
        String small = SmallCases.sound().in(folder.resolve("sound"));
        mustBeTheSame(
                PLACES.subList(2, 5),
                List.of(List.of("run", small, "--quiet"), List.of("value", "nolans", "--futures", "16", "--quiet")));
    }

    @Test
    @Tag("slow")
    void everyByteOfTheBuiltInCaseMustBeTheSameInEveryLocale() throws IOException {
        mustBeTheSame(
                List.of("tr-TR", "ar-EG-u-nu-arab", "de-DE"),
                List.of(List.of("run", "alliance", "--quiet", "--intervals", "none")));
    }
}
