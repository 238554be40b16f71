package org.genryu.web.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.genryu.cases.BuiltInCases;
import org.genryu.core.Text;
import org.genryu.web.world.KnownCase;

/// Which term sheets are there: those of the case, then those that the program brings, which are read once.
///
/// Thread-safe.
final class SheetShelf {
    private static final String FOLDER = "projects";
    private static final String ENDING = ".yaml";
    private static final long MOST_BYTES = 1 << 20;

    private final Map<String, Map<String, Sheet>> brought = new ConcurrentHashMap<>();

    /// A term sheet as it is written.
    record Sheet(String text, Text title) {
        private static Sheet of(String id, String text) {
            return new Sheet(text, SheetTerms.of(text).map(one -> one.title(id)).orElse(Text.same(id)));
        }
    }

    /// Each by its id.
    Map<String, Sheet> of(KnownCase shown) throws IOException {
        Map<String, Sheet> sheets = new LinkedHashMap<>(ofCase(shown));
        for (BuiltInCases.BuiltIn one : BuiltInCases.all()) {
            builtIn(one.id()).forEach(sheets::putIfAbsent);
        }
        return sheets;
    }

    private Map<String, Sheet> ofCase(KnownCase shown) throws IOException {
        return shown.example()
                ? builtIn(shown.id())
                : own(Path.of(shown.argument()).resolve(FOLDER));
    }

    private Map<String, Sheet> builtIn(String of) {
        return brought.computeIfAbsent(of, SheetShelf::read);
    }

    private static Map<String, Sheet> read(String builtIn) {
        Map<String, Sheet> sheets = new TreeMap<>();
        BuiltInCases.files(builtIn).forEach((name, text) -> {
            if (name.startsWith(FOLDER + "/") && name.endsWith(ENDING)) {
                String id = id(name.substring(FOLDER.length() + 1));
                sheets.put(id, Sheet.of(id, text));
            }
        });
        return sheets;
    }

    private static Map<String, Sheet> own(Path folder) throws IOException {
        Map<String, Sheet> sheets = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(ENDING) && Files.size(file) <= MOST_BYTES) {
                        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                        sheets.put(id(name), Sheet.of(id(name), text));
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
