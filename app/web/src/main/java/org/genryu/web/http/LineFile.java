package org.genryu.web.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A file to which lines are added and which does not grow without end. Thread-safe.
final class LineFile {
    /// When the file has so many bytes it becomes the earlier one, and the one before that goes.
    private static final long MOST = 16L << 20;

    private final Path file;

    LineFile(Path file) {
        this.file = file;
    }

    /// @param line with its end
    synchronized void add(String line) throws IOException {
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(file));
        if (Files.exists(file) && Files.size(file) > MOST) {
            Files.move(file, file.resolveSibling("earlier-" + file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
