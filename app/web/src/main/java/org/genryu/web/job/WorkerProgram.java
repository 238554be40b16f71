package org.genryu.web.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.genryu.core.ContentHash;
import org.genryu.core.Text;

/// The program itself as a process of its own, with a limit of memory and time: if it breaks, it breaks alone. It ends
/// when the server does, even one that was killed: its standard input ends then ([#ORPHAN]). Where the system can, it
/// gives way to whoever reads a page meanwhile.
///
/// @param start the words before the command: a Java with its options, and the program's main class
/// @param content of the program; the same questions to another program are other jobs
/// @param most the longest time that a job may take
/// @param memory that a job may take, the solver's included [bytes]
public record WorkerProgram(List<String> start, String content, Duration most, long memory) {
    /// Of the environment; a program that finds it ends as soon as nobody holds its standard input.
    public static final String ORPHAN = "GENRYU_WORKER";

    static final String ANSWER = "answer.json";
    static final String SAID = "said.txt";
    static final String HASH = "answer.sha256";

    /// What lets a program give way to others, where it is there (POSIX, `nice`).
    private static final Path NICE = Path.of("/usr/bin/nice");

    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";
    private static final String STEP = "\u2026\t";
    private static final long MEMORY = 8L << 30;
    private static final int MOST_LINES = 1_000;
    private static final int SIGNALS = 128;

    /// Commands whose answer is their JSON document alone.
    private static final Set<String> WITHOUT_FOLDER = Set.of("check", "scenarios", "cases", "read", "trend");

    public WorkerProgram {
        start = List.copyOf(start);
    }

    /// With as much memory as the largest built-in questions need twice over.
    public WorkerProgram(List<String> start, String content, Duration most) {
        this(start, content, most, MEMORY);
    }

    /// Runs a question to its end; the answer lies in the folder then.
    /// @param to the folder of this attempt
    /// @param begun gets the process as soon as there is one
    /// @param steps gets what it is at
    /// @return its exit code; -1 if it was lost
    int run(JobQuestion question, Path to, Consumer<Process> begun, Consumer<JobState.Running> steps)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(Files.isExecutable(NICE) ? List.of(NICE.toString()) : List.of());
        start.stream()
                .filter(word -> !(runsLong(question) && word.equals(FIRST_COMPILER)))
                .forEach(words::add);
        words.addAll(question.typed());
        words.addAll(List.of("--json", "--steps", "--both-pages"));
        if (!question.words().contains("--lang")) {
            words.addAll(List.of("--lang", "en")); // both languages are in its pages
        }
        if (writesFolder(question)) {
            words.addAll(List.of("--out", "out")); // the answer tells it, and names no path of this machine
        }
        Files.createDirectories(to);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(to.toFile())
                .redirectOutput(to.resolve(ANSWER).toFile());
        builder.environment().put(ORPHAN, "yes");
        Process process = builder.start();
        begun.accept(process);
        List<String> said = new ArrayList<>();
        try (BufferedReader err =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            err.lines().forEach(line -> hear(line, steps, said));
        } catch (UncheckedIOException _) {
            // it was ended while it spoke
        }
        int code = process.waitFor();
        Files.write(to.resolve(SAID), said);
        Files.writeString(to.resolve(HASH), ContentHash.of(Files.readAllBytes(to.resolve(ANSWER))));
        return code >= SIGNALS || code < 0 ? JobState.Failed.LOST : code;
    }

    /// Whether Java's second compiler earns what it costs: the launcher's rule.
    private static boolean runsLong(JobQuestion question) {
        return Set.of("value", "plan").contains(question.command())
                || question.words().contains("--futures");
    }

    private static boolean writesFolder(JobQuestion question) {
        return !question.words().contains("--out") && !WITHOUT_FOLDER.contains(question.command());
    }

    private static void hear(String line, Consumer<JobState.Running> steps, List<String> said) {
        String[] parts = line.split("\t", -1);
        if (line.startsWith(STEP) && parts.length == 5) {
            steps.accept(new JobState.Running(
                    new Text(parts[3], parts[4]), Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        } else if (said.size() < MOST_LINES) {
            said.add(line);
        }
    }

    /// Whether a process and those that it began have more memory than they may; no where the system does not tell.
    boolean isTooLarge(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .mapToLong(WorkerProgram::resident)
                        .sum()
                > memory;
    }

    /// [bytes]
    private static long resident(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException | UncheckedIOException _) {
            return 0; // not to be had here, or it has just ended
        }
    }

    static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
