package org.genryu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Writers in a process of their own are killed (SIGKILL) at random moments: no change that was acknowledged may be
/// lost, no half of two changes kept together may remain, and the next one must find the store ready.
final class KilledWriters {
    /// Longest time until a store that was killed is open again: the requirement. It is held against many restarts,
    /// of
    /// which a few may fall into a moment in which a busy machine does something else.
    private static final Duration RESTART = Duration.ofSeconds(5);

    private static final int MANY = 100;

    /// From the start of the process: within its start-up, the making of the schema, and the work [ms].
    private static final int LATEST = 900;

    private static final int SIGKILLED = 128 + 9;

    private final StoreAddress address;
    private final String setting;
    private final Path folder;

    /// @param setting of the same store
    KilledWriters(StoreAddress address, String setting, Path folder) {
        this.address = address;
        this.setting = setting;
        this.folder = folder;
    }

    /// What is to happen beside each kill, such as the end of the server.
    @FunctionalInterface
    interface Beside {
        void happen(int kill) throws Exception;
    }

    /// @return how many changes were acknowledged in all
    int kill(int times, long seed, Beside beside) throws Exception {
        Random random = new Random(seed);
        Map<Long, String> acknowledged = new HashMap<>();
        int duringWork = 0;
        List<Duration> restarts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Path said = folder.resolve("said");
            Process writer = start(said, "run-" + i);
            if (i % 4 > 0) { // three of four while it works
                while (writer.isAlive() && Files.size(said) == 0) {
                    Thread.onSpinWait();
                }
                writer.waitFor(random.nextInt(150_000), TimeUnit.MICROSECONDS);
            } else {
                writer.waitFor(random.nextInt(LATEST), TimeUnit.MILLISECONDS);
            }
            beside.happen(i);
            writer.destroyForcibly().waitFor();
            if (address instanceof StoreAddress.SqliteFile) {
                assertThat(writer.exitValue())
                        .as("killed, not failed: %s", Files.readString(folder.resolve("err")))
                        .isEqualTo(SIGKILLED);
            }
            int now = take(said, acknowledged);
            duringWork += now > 0 ? 1 : 0;
            long from = System.nanoTime();
            try (ChangeStore store = ChangeStore.open(address)) {
                List<KeptChange> all = store.changes("register");
                restarts.add(Duration.ofNanos(System.nanoTime() - from));
                mustHold(i, all, acknowledged);
            }
        }
        assertThat(duringWork).as("kills during work").isGreaterThan(times / 2);
        if (times >= MANY) {
            Collections.sort(restarts);
            assertThat(restarts.get(times * 95 / 100))
                    .as("restarts: %s", restarts)
                    .isLessThan(RESTART);
        }
        return acknowledged.size();
    }

    /// Kills a writer so many milliseconds after its start; the store must open.
    void killAfter(int milliseconds) throws Exception {
        Path said = folder.resolve("said");
        Process writer = start(said, "making");
        writer.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        writer.destroyForcibly().waitFor();
        Map<Long, String> acknowledged = new HashMap<>();
        take(said, acknowledged);
        try (ChangeStore store = ChangeStore.open(address)) {
            mustHold(milliseconds, store.changes("register"), acknowledged);
        }
    }

    private Process start(Path said, String word) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.sqlite.tmpdir=" + folder, // what a killed process leaves goes with the test
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreWriter.class.getName(),
                        setting,
                        word))
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private static void mustHold(int kill, List<KeptChange> all, Map<Long, String> acknowledged) {
        StoreRules.mustBeOneChain(all);
        Map<Long, String> there = new HashMap<>();
        List<String> single = new ArrayList<>();
        List<String> pairs = new ArrayList<>();
        for (KeptChange change : all) {
            there.put(change.number(), change.hash());
            String subject = change.deed().subject();
            (subject.endsWith("-pair") ? pairs : single)
                    .add(subject.replace("-pair", "") + " " + change.deed().version());
        }
        assertThat(there).as("acknowledged, kill %s", kill).containsAllEntriesOf(acknowledged);
        assertThat(single).as("halves, kill %s", kill).isEqualTo(pairs);
    }

    /// A last line that was torn is no acknowledgement.
    private static int take(Path said, Map<Long, String> acknowledged) throws IOException {
        String text = Files.readString(said);
        int count = 0;
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            String[] words = line.split(" ");
            acknowledged.put(Long.parseLong(words[0]), words[1]);
            count++;
        }
        return count;
    }
}
