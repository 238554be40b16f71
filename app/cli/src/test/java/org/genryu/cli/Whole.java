package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.genryu.core.ContentHash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A result folder as somebody sees it who trusts nothing: every file that the record names is there with its hash, and
/// no other.
final class Whole {
    private Whole() {}

    /// The record of a whole result; fails if it is not whole.
    /// @param own names of files that people put there
    static JsonNode record(Path out, String... own) throws IOException {
        JsonNode record = JsonMapper.shared().readTree(Files.readString(out.resolve("run.json")));
        Set<String> expected = new TreeSet<>(Set.of(own));
        expected.add("run.json");
        record.get("files").forEachEntry((name, hash) -> {
            expected.add(name);
            try {
                assertThat(ContentHash.of(Files.readAllBytes(out.resolve(name))))
                        .as(name)
                        .isEqualTo(hash.asString());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(names(out)).isEqualTo(expected);
        return record;
    }

    static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        }
    }
}
