package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real program as a process of its own: killed, run twice at once, on a full disk, without an output. Rung: by
/// hand; the moments are random.
class KillTest {
    @TempDir
    private Path folder;

    private static List<String> program(String... line) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.genryu.cli.Main"));
        Collections.addAll(words, line);
        return words;
    }

    private static Process start(Path err, List<String> words) throws IOException {
        return new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
    }

    private String small() {
        return SmallCases.sound().in(folder.resolve("small"));
    }

    private Path out() {
        return folder.resolve("out");
    }

    private String[] run(String scenario) {
        return scenario.equals("base")
                ? new String[] {"run", folder.resolve("small").toString(), "--out", out().toString()}
                : new String[] {
                    "run", folder.resolve("small").toString(), "--out", out().toString(), "--scenario", scenario
                };
    }

    private void kill(int times) throws IOException, InterruptedException {
        small();
        assertThat(Session.of(run("base")).code()).isZero();
        Files.writeString(out().resolve("notes.txt"), "mine");
        Path err = folder.resolve("err");
        long from = System.nanoTime();
        assertThat(start(err, program(run("closed"))).waitFor()).isZero();
        long whole = System.nanoTime() - from;
        Random random = new Random(8);
        int killed = 0;
        int news = 0;
        String old = "closed";
        for (int i = 0; i < times; i++) {
            String next = old.equals("base") ? "closed" : "base";
            Process process = start(err, program(run(next)));
            if (i % 2 == 0) {
                process.waitFor((long) (random.nextDouble() * whole), TimeUnit.NANOSECONDS);
            } else { // a moment while it writes
                Path beside = folder.resolve(".out.genryu-new/prices.csv");
                while (process.isAlive() && !Files.exists(beside)) {
                    Thread.onSpinWait();
                }
                process.waitFor(random.nextLong(60_000_000), TimeUnit.NANOSECONDS);
            }
            process.destroyForcibly().waitFor();
            killed += process.exitValue() == 0 ? 0 : 1;
            String scenario = Whole.record(out(), "notes.txt").get("scenario").asString();
            assertThat(scenario).as("kill %s", i).isIn(old, next);
            news += scenario.equals(next) ? 1 : 0;
            if (i % 3 == 0) {
                Session again = Session.of(run(next));
                assertThat(again.err()).as("kill %s", i).doesNotContain("genryu:");
                assertThat(again.code()).isZero();
                assertThat(Whole.record(out(), "notes.txt").get("scenario").asString())
                        .isEqualTo(next);
                assertThat(Whole.names(folder)).containsExactly("err", "out", "small");
                scenario = next;
            }
            old = scenario;
        }
        assertThat(out().resolve("notes.txt")).hasContent("mine");
        assertThat(killed).isGreaterThan(times / 3);
        assertThat(news).isLessThan(times);
    }

    @Test
    void aKilledRunMustLeaveTheOldResultOrTheNewOne() throws IOException, InterruptedException {
        kill(8);
    }

    @Test
    @Tag("slow")
    void fortyKilledRunsMustEachLeaveTheOldResultOrTheNewOne() throws IOException, InterruptedException {
        kill(40);
    }

    @Test
    @Tag("long")
    void twoHundredKilledRunsMustEachLeaveTheOldResultOrTheNewOne() throws IOException, InterruptedException {
        kill(200);
    }

    @Test
    void ofTwoRunsAtOnceOneMustWinWhole() throws IOException, InterruptedException {
        small();
        Path firstErr = folder.resolve("first");
        Path secondErr = folder.resolve("second");
        Process first = start(firstErr, program(run("base")));
        Process second = start(secondErr, program(run("closed")));
        int one = first.waitFor();
        int two = second.waitFor();
        assertThat(List.of(one, two)).contains(0);
        String said = Files.readString(firstErr) + Files.readString(secondErr);
        if (one != 0 || two != 0) {
            assertThat(List.of(one, two)).contains(5);
            assertThat(said).contains("' is being written by another run.");
        }
        assertThat(Whole.record(out()).get("scenario").asString()).isIn("base", "closed");
        assertThat(Whole.names(folder)).containsExactly("first", "out", "second", "small");
    }

    private record Shell(int code, String said) {}

    private static Shell shell(String script, List<String> program) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        words.addAll(program);
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Shell(process.waitFor(), said);
    }

    @Test
    void withoutAnOutputNothingMustBeASuccess() throws IOException, InterruptedException {
        assumeThat(Files.exists(Path.of("/dev/full"))).as("/dev/full").isTrue();
        String small = small();
        for (String[] line : List.of(
                new String[] {"balance", small, "--json", "--quiet"}, new String[] {"check", small, "--quiet"})) {
            for (String where : List.of(">/dev/full", ">&-")) {
                Shell full = shell("\"$@\" " + where, program(line));
                assertThat(full.code()).as(line[0] + where).isEqualTo(5);
                assertThat(full.said()).startsWith("genryu: The answer could not be written to standard output (");
            }
        }
    }

    /// Nobody reads what it writes, so it waits for ever.
    @Test
    void aProcessThatDoesNotEndInTimeMustBeEnded() throws IOException, InterruptedException {
        StringBuilder places = new StringBuilder("place\nmine\ntown\n");
        for (int i = 0; i < 3_000; i++) {
            places.append("NO ID ").append(i).append('\n');
        }
        String spoilt = SmallCases.sound().with("places.csv", places.toString()).in(folder.resolve("spoilt"));
        Path err = folder.resolve("err");
        Process unread = new ProcessBuilder(program("check", spoilt, "--json", "--time-limit", "1"))
                .redirectError(err.toFile())
                .start();
        assertThat(unread.waitFor()).isEqualTo(4);
        assertThat(err).content().endsWith("; nothing is kept. Maybe allow more with --time-limit.\n");
    }

    @Test
    void onAFullDiskTheEarlierResultMustStayAndTheFileBeNamed() throws IOException, InterruptedException {
        String small = small();
        Path disk = Files.createDirectory(folder.resolve("disk"));
        // A file system of our own, with 1 MB, in a room of our own that goes with the shell.
        String mount = "mount -t tmpfs -o size=1m tmpfs " + disk + " || exit 99; ";
        List<String> line = program("run", small, "--quiet", "--out", disk + "/out");
        List<String> words = new ArrayList<>(List.of(
                "unshare",
                "-r",
                "-m",
                "sh",
                "-c",
                mount + """
                cd DISK || exit 98
                "$@" >/dev/null || exit 97
                cp -r out FOLDER/before
                dd if=/dev/zero of=filler bs=1k 2>/dev/null
                "$@" --scenario closed >/dev/null
                echo "code $?"
                truncate -s -40K filler
                "$@" --scenario closed >/dev/null
                echo "code $?"
                diff -r out FOLDER/before && ls -A | tr '\\n' ' '
                rm filler
                "$@" --scenario closed >/dev/null
                echo "code $?"
                cp -r out FOLDER/after
                ls -A | tr '\\n' ' '
                """.replace("DISK", disk.toString()).replace("FOLDER", folder.toString()),
                "sh"));
        words.addAll(line);
        Process process;
        try {
            process = new ProcessBuilder(words).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeThat(false)
                    .as("no unshare here, so no disk of our own: %s", e.getMessage())
                    .isTrue();
            return;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        assumeThat(code == 99 || said.contains("unshare:"))
                .as("may not mount a disk of our own here: %s", said)
                .isFalse();
        assertThat(said)
                .matches("(?s)genryu: '" + disk + "/out' cannot be created: the disk is full\\.\ncode 5\n"
                        + "genryu: '" + disk + "/out/[a-z.]+' could not be written: the disk is full\\. "
                        + "What was there before is untouched\\.\ncode 5\n"
                        + "filler out code 0\nout ");
        assertThat(Whole.record(folder.resolve("before")).get("scenario").asString())
                .isEqualTo("base");
        assertThat(Whole.record(folder.resolve("after")).get("scenario").asString())
                .isEqualTo("closed");
    }
}
