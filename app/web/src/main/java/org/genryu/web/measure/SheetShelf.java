package org.genryu.web.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genryu.cases.BuiltInCases;
import org.genryu.web.world.KnownCase;

/// Which term sheets are there: those of the case, then those that the program brings.
final class SheetShelf {
    private static final String FOLDER = "projects";
    private static final String ENDING = ".yaml";
    private static final long MOST_BYTES = 1 << 20;

    private SheetShelf() {}

    /// The text of each by its id.
    static Map<String, String> of(KnownCase shown) throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>(ofCase(shown));
        for (BuiltInCases.BuiltIn one : BuiltInCases.all()) {
            builtIn(one.id()).forEach(sheets::putIfAbsent);
        }
        return sheets;
    }

    private static Map<String, String> ofCase(KnownCase shown) throws IOException {
        return shown.example()
                ? builtIn(shown.id())
                : own(Path.of(shown.argument()).resolve(FOLDER));
    }

    private static Map<String, String> builtIn(String id) {
        Map<String, String> sheets = new TreeMap<>();
        BuiltInCases.files(id).forEach((name, text) -> {
            if (name.startsWith(FOLDER + "/") && name.endsWith(ENDING)) {
                sheets.put(id(name.substring(FOLDER.length() + 1)), text);
            }
        });
        return sheets;
    }

    private static Map<String, String> own(Path folder) throws IOException {
        Map<String, String> sheets = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(ENDING) && Files.size(file) <= MOST_BYTES) {
                        sheets.put(id(name), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return sheets;
    }

    private static String id(String file) {
        return file.substring(0, file.length() - ENDING.length());
    }
}
