package org.genryu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rung: identity (the order of the folders, seen in the sources).
class FoldersTest {
    private static final Path HERE = Path.of("src/main/java/org/genryu/report");
    private static final List<String> ORDER = List.of("write", "draw", "page");

    @Test
    void aFolderMustKnowOnlyThoseBeforeIt() throws IOException {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (int at = 0; at < ORDER.size(); at++) {
            try (Stream<Path> files = Files.list(HERE.resolve(ORDER.get(at)))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    seen++;
                    String source = Files.readString(file);
                    ORDER.subList(at + 1, ORDER.size()).stream()
                            .filter(later -> source.contains("import org.genryu.report." + later + "."))
                            .forEach(later -> wrong.add(file.getFileName() + " knows " + later));
                }
            }
        }
        assertThat(seen).isGreaterThan(30);
        assertThat(wrong).isEmpty();
    }
}
