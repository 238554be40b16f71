package org.genryu.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Text;

/// Which cases come with the program? Their tables are resources of this module, in the same form as a case folder.
public final class BuiltInCases {
    /// The case that `genryu run` takes when none is named.
    public static final String DEFAULT = "alliance";

    private static final List<BuiltIn> ALL =
            List.of(new BuiltIn(DEFAULT, new Text("Rare earths and LNG for the Japan-US alliance", "日米同盟のレアアースとLNG")));

    /// Episodes of the past, in the order in which they began.
    private static final List<String> BACK_TESTS = List.of(
            "backtest-japan-2010",
            "backtest-gallium-germanium-2023",
            "backtest-antimony-2024",
            "backtest-cobalt-2025",
            "backtest-magnets-2025");

    private BuiltInCases() {}

    /// @param id such as `alliance`
    /// @param title as in its `case.yaml`
    public record BuiltIn(String id, Text title) {}

    public static List<BuiltIn> all() {
        return ALL;
    }

    public static Optional<BuiltIn> find(String id) {
        return ALL.stream().filter(builtIn -> builtIn.id().equals(id)).findFirst();
    }

    /// Ids of the cases with which `genryu backtest` tries the months; they have files as the built-in cases have.
    public static List<String> backTests() {
        return BACK_TESTS;
    }

    /// The files of the case by path within its folder, such as `processes.csv` and `scenarios/cn-export-ban.yaml`.
    ///
    /// @throws IllegalArgumentException if no case has this id
    public static Map<String, String> files(String id) {
        if (find(id).isEmpty() && !BACK_TESTS.contains(id)) {
            throw new IllegalArgumentException(
                    "Built-in case '%s' does not exist; it must be one of %s.".formatted(id, ids()));
        }
        Map<String, String> files = new LinkedHashMap<>();
        resource(id + ".index").lines().forEach(name -> files.put(name, resource(id + "/" + name)));
        return files;
    }

    /// Writes the case as a folder to start from; files of the same name are replaced.
    public static void copy(String id, Path folder) throws IOException {
        for (Map.Entry<String, String> file : files(id).entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(target, file.getValue());
        }
    }

    private static List<String> ids() {
        return ALL.stream().map(BuiltIn::id).toList();
    }

    private static String resource(String name) {
        try (InputStream stream = BuiltInCases.class.getResourceAsStream("/cases/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("Resource 'cases/%s' is missing from the program.".formatted(name));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
