package org.genryu.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One run of one command as a process of its own, watched from outside.
///
/// Besides what the command tells of itself, four figures are added: `process_s`, from the start to the end of
/// the process, what a person waits; `rss_mib`, the largest resident memory of the process or one of its
/// children, as the kernel keeps it (0 where there is no /proc); `process_cpu_s`, processor seconds of the
/// process; `first_line_s`, until the first line of any output.
sealed interface ProcessTrial {
    /// @param figures numbers by name
    record Done(Map<String, Double> figures) implements ProcessTrial {}

    /// @param reason exit code and last line of what it had to say
    record Broken(String reason) implements ProcessTrial {}

    /// How often the memory is looked at [ms]. The kernel keeps the peak, so only a peak in the last moment is
    /// missed.
    int WATCH_MILLIS = 20;

    /// @param record file that holds the figures afterwards, or empty: they are the last line that starts with `{`.
    ///     What an earlier run left there does not count
    static ProcessTrial of(List<String> words, Optional<Path> record) throws IOException, InterruptedException {
        Optional<FileTime> earlier = written(record);
        long start = System.nanoTime();
        Process process;
        try {
            process = new ProcessBuilder(words).start();
        } catch (IOException absent) {
            return new Broken(String.valueOf(absent.getMessage()));
        }
        process.getOutputStream().close();
        Listener out = new Listener(process.getInputStream());
        Listener err = new Listener(process.getErrorStream());
        Thread first = Thread.ofPlatform().start(out);
        Thread second = Thread.ofPlatform().start(err);
        long peak = 0;
        Duration processor = Duration.ZERO;
        do {
            processor = process.info().totalCpuDuration().orElse(processor);
            peak = Math.max(peak, memory(process.toHandle()));
        } while (!process.waitFor(WATCH_MILLIS, TimeUnit.MILLISECONDS));
        double whole = (System.nanoTime() - start) / 1e9;
        first.join();
        second.join();
        Optional<FileTime> now = written(record);
        String said = now.isPresent() && !now.equals(earlier) ? Files.readString(record.get()) : out.json;
        Optional<Map<String, Double>> told = JsonLine.numbers(said);
        if (process.exitValue() != 0 || told.isEmpty()) {
            return new Broken("exit code %s: %s".formatted(process.exitValue(), err.last));
        }
        Map<String, Double> figures = new TreeMap<>(told.get());
        figures.put("process_s", whole);
        figures.put("process_cpu_s", processor.toNanos() / 1e9);
        figures.put("rss_mib", peak / 1024.0);
        figures.put("first_line_s", (Math.min(out.firstNanos, err.firstNanos) - start) / 1e9);
        return new Done(figures);
    }

    private static Optional<FileTime> written(Optional<Path> record) throws IOException {
        return record.isPresent() && Files.exists(record.get())
                ? Optional.of(Files.getLastModifiedTime(record.get()))
                : Optional.empty();
    }

    /// Largest peak of resident memory so far of the process and its children [KiB].
    private static long memory(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(p -> peak(Path.of("/proc", Long.toString(p.pid()), "status")))
                .max()
                .orElse(0);
    }

    /// `VmHWM` of a status file of the kernel [KiB]; 0 if the process is gone.
    static long peak(Path status) {
        try {
            return Files.readAllLines(status, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    /// Reads a stream to its end and keeps the moment of the first line, the last line and the last JSON line.
    final class Listener implements Runnable {
        private final InputStream stream;
        private volatile long firstNanos = Long.MAX_VALUE;
        private volatile String last = "no output";
        private volatile String json = "";

        private Listener(InputStream stream) {
            this.stream = stream;
        }

        @Override
        public void run() {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    firstNanos = Math.min(firstNanos, System.nanoTime());
                    last = line.isBlank() ? last : line;
                    json = line.startsWith("{") ? line : json;
                }
            } catch (IOException e) {
                last = e.toString();
            }
        }
    }
}
