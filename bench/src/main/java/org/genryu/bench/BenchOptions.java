package org.genryu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.genryu.core.Check;

/// What the caller of the bench wants, each as `--name value`.
///
/// @param work folder for cases, results, `runs.jsonl` and `table.md` (`--work`, default `bench-work`)
/// @param rounds rounds of every suite (`--rounds`, default 5)
/// @param sizes sizes (`--sizes`, default `S,M,L`)
/// @param suites suites by name (`--suites`); empty: all
/// @param given all that was given, by name
record BenchOptions(Path work, int rounds, List<BenchSize> sizes, List<String> suites, Map<String, String> given) {
    private static final List<String> KNOWN =
            List.of("work", "rounds", "sizes", "suites", "peers", "python", "genryu", "runs.csv", "goals.csv");

    static BenchOptions of(List<String> words) {
        Map<String, String> given = new TreeMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i).replaceFirst("^--", "");
            Check.that(KNOWN.contains(name), "Option '%s' is unknown; it must be one of %s.", words.get(i), KNOWN);
            Check.that(i + 1 < words.size(), "Option '%s' has no value; it must have one.", words.get(i));
            given.put(name, words.get(i + 1));
        }
        return new BenchOptions(
                Path.of(given.getOrDefault("work", "bench-work")),
                Integer.parseInt(given.getOrDefault("rounds", "5")),
                Arrays.stream(given.getOrDefault("sizes", "S,M,L").split(","))
                        .map(BenchSize::valueOf)
                        .toList(),
                Arrays.stream(given.getOrDefault("suites", "").split(","))
                        .filter(s -> !s.isEmpty())
                        .toList(),
                Map.copyOf(given));
    }

    boolean wants(String suite) {
        return suites.isEmpty() || suites.contains(suite);
    }

    /// Text of a file such as `runs.csv`: the caller's own, else the one that comes with the program.
    String text(String name) throws IOException {
        if (given.containsKey(name)) {
            return Files.readString(Path.of(given.getOrDefault(name, "")));
        }
        try (InputStream in = BenchOptions.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// What the places of a command stand for.
    Map<String, List<String>> places(BenchSize size, String run) {
        Map<String, List<String>> out = new HashMap<>();
        out.put("{size}", List.of(size.name()));
        out.put("{algorithm}", List.of(size.algorithm()));
        out.put("{scenarios}", List.of(Integer.toString(size.scenarios())));
        out.put("{work}", List.of(work.toString()));
        out.put("{plain}", List.of(work.resolve("plain-" + size).toString()));
        out.put("{case}", List.of(work.resolve("case-" + size).toString()));
        out.put("{out}", List.of(work.resolve("out-" + run + "-" + size).toString()));
        out.put("{peers}", List.of(given.getOrDefault("peers", "peers")));
        out.put("{python}", List.of(given.getOrDefault("python", "python3")));
        out.put("{genryu}", List.of(given.getOrDefault("genryu", "./genryu")));
        out.put("{java}", java());
        return out;
    }

    /// This Java with the options of the launcher `genryu` and our classes.
    private static List<String> java() {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"));
    }
}
