package org.genryu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Where the sources of the house are.
public final class House {
    private static final Set<String> NOT_SOURCES =
            Set.of(".git", ".m2", "target", "out", ".idea", ".vscode", "node_modules");

    private House() {}

    /// The folder with the launcher.
    public static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("genryu")) && Files.exists(at.resolve("mvnw"))) {
                return at;
            }
        }
        throw new IllegalStateException("The tests must run inside the project's folder.");
    }

    /// All files that people write, with the ending.
    static List<Path> files(String ending) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean skip = folder.getFileName() != null
                            && NOT_SOURCES.contains(folder.getFileName().toString())
                            && !folder.equals(root());
                    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(ending)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /// As it stands in messages: relative to the root, with slashes.
    static String name(Path file) {
        return root().relativize(file).toString().replace('\\', '/');
    }
}
