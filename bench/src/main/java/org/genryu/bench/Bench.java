package org.genryu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How does Genryu stand beside other programs on the same work, on this machine, in this hour?
///
/// Every suite runs at every size for some rounds; within a round its runs take turns. Medians are compared.
/// The other programs are no part of this project: they are commands of a folder that is passed with `--peers`.
/// `docs/bench.md` tells how.
public final class Bench {
    private final BenchOptions options;
    private final BenchPlan plan;
    private final Path log;
    private final List<String> table = new ArrayList<>();

    private Bench(BenchOptions options, BenchPlan plan) {
        this.options = options;
        this.plan = plan;
        this.log = options.work().resolve("runs.jsonl");
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        BenchOptions options = BenchOptions.of(List.of(words));
        BenchPlan plan = BenchPlan.of(options.text("runs.csv"), options.text("goals.csv"));
        new Bench(options, plan).all();
    }

    private void all() throws IOException, InterruptedException {
        Files.createDirectories(options.work());
        Files.writeString(options.work().resolve("dump_scenarios.py"), options.text("dump_scenarios.py"));
        for (BenchSize size : options.sizes()) {
            prepare(size);
        }
        for (String suite : plan.suites()) {
            if (suite.equals("prepare") || !options.wants(suite)) {
                continue;
            }
            for (BenchSize size : options.sizes()) {
                if (!plan.runs(suite, size).isEmpty()) {
                    suite(suite, size);
                }
            }
        }
        Path page = options.work().resolve("table.md");
        Files.write(page, table);
        System.out.println(String.join("\n", table));
    }

    /// Makes what the suites work on, unless it is there.
    private void prepare(BenchSize size) throws IOException, InterruptedException {
        for (BenchRun run : plan.runs("prepare", size)) {
            Map<String, List<String>> places = options.places(size, run.name());
            if (Files.exists(Path.of(BenchRun.fill(run.record(), places)))) {
                continue;
            }
            System.err.println("prepare " + size + ": " + run.name());
            Process process = new ProcessBuilder(run.words(places)).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IOException(
                        "'%s' at %s ended with exit code %s.".formatted(run.name(), size, process.exitValue()));
            }
        }
    }

    private void suite(String suite, BenchSize size) throws IOException, InterruptedException {
        List<BenchRun> runs = plan.runs(suite, size);
        Map<String, List<Map<String, Double>>> measured = new LinkedHashMap<>();
        Map<String, String> broken = new LinkedHashMap<>();
        for (int round = 1; round <= options.rounds(); round++) {
            for (BenchRun run : runs) {
                if (broken.containsKey(run.name())) {
                    continue;
                }
                System.err.printf("%s %s, round %s of %s: %s%n", suite, size, round, options.rounds(), run.name());
                switch (once(run, size)) {
                    case ProcessTrial.Done done -> {
                        measured.computeIfAbsent(run.name(), name -> new ArrayList<>())
                                .add(done.figures());
                        note(suite, size, round, run.name(), done.figures());
                    }
                    case ProcessTrial.Broken it -> broken.put(run.name(), it.reason());
                }
            }
        }
        table.addAll(BenchTable.of(suite, size, spreads(measured), plan.goals(suite, size), broken));
    }

    private ProcessTrial once(BenchRun run, BenchSize size) throws IOException, InterruptedException {
        Map<String, List<String>> places = options.places(size, run.name());
        Optional<Path> record =
                run.record().isEmpty() ? Optional.empty() : Optional.of(Path.of(BenchRun.fill(run.record(), places)));
        return ProcessTrial.of(run.words(places), record);
    }

    private static Map<String, Map<String, BenchSpread>> spreads(Map<String, List<Map<String, Double>>> measured) {
        Map<String, Map<String, BenchSpread>> out = new LinkedHashMap<>();
        measured.forEach((run, rounds) -> {
            Map<String, BenchSpread> figures = new TreeMap<>();
            for (String name : rounds.getFirst().keySet()) {
                figures.put(
                        name,
                        BenchSpread.of(rounds.stream()
                                .mapToDouble(round -> round.getOrDefault(name, Double.NaN))
                                .toArray()));
            }
            out.put(run, figures);
        });
        return out;
    }

    private void note(String suite, BenchSize size, int round, String run, Map<String, Double> figures)
            throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("suite", suite);
        line.put("size", size.name());
        line.put("round", round);
        line.put("run", run);
        line.putAll(new HashMap<>(figures));
        Files.writeString(log, JsonLine.write(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
