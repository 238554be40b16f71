package org.genryu.solve.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genryu.core.Check;

/// What every packed library must be: its SHA-256, for all platforms, from `natives/SHA256SUMS`.
///
/// The list is written by people, held against what is packed when the program is built, and against what is loaded
/// whenever it runs.
record LibrarySums(Map<String, String> byName) {
    LibrarySums {
        byName = Map.copyOf(byName);
    }

    static LibrarySums packed() {
        try (InputStream in = LibrarySums.class.getResourceAsStream("/natives/SHA256SUMS")) {
            Check.that(in != null, "natives/SHA256SUMS: it is not packed.");
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param text lines `SHA-256  platform/file`, as `sha256sum` writes them
    static LibrarySums of(String text) {
        return new LibrarySums(
                text.lines().map(line -> line.split(" +")).collect(Collectors.toMap(w -> w[1], w -> w[0])));
    }

    /// SHA-256 in hex of the library, if the list has it.
    Optional<String> of(Platform platform, String file) {
        return Optional.ofNullable(byName.get(platform.folder + "/" + file));
    }
}
