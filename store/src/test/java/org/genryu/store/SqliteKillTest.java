package org.genryu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A store in a file under processes that are killed, on a full disk, and on one that only reads.
class SqliteKillTest {
    @TempDir
    private Path folder;

    private void kill(int times, long seed) throws Exception {
        Path file = folder.resolve("store.db");
        KilledWriters writers = new KilledWriters(new StoreAddress.SqliteFile(file), file.toString(), folder);
        assertThat(writers.kill(times, seed, _ -> {})).isGreaterThan(times);
    }

    @Test
    void noAcknowledgedChangeMayBeLostWhenWritersAreKilled() throws Exception {
        kill(4, 3);
    }

    @Test
    @Tag("slow")
    void noAcknowledgedChangeMayBeLostInFortyKills() throws Exception {
        kill(40, 15);
    }

    @Test
    @Tag("long")
    void noAcknowledgedChangeMayBeLostInTwoHundredKills() throws Exception {
        kill(200, 14);
    }

    /// Killed at any moment of its making, the next one finds it or makes it.
    @Test
    @Tag("slow")
    void aStoreThatIsKilledWhileItIsMadeMustBeMadeByTheNext() throws Exception {
        for (int i = 0; i < 40; i++) {
            Path file = folder.resolve("made-" + i + ".db");
            new KilledWriters(new StoreAddress.SqliteFile(file), file.toString(), folder).killAfter(i * 20);
        }
    }

    /// Runs a script on a disk of one megabyte that goes with it.
    private String onASmallDisk(String script) throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        List<String> words = new ArrayList<>(
                List.of("unshare", "-r", "-m", "sh", "-c", """
                mount -t tmpfs -o size=1m tmpfs DISK || exit 99
                cd DISK || exit 98
                """.replace("DISK", disk.toString()) + script, "sh"));
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StoreWriter.class.getName(),
                disk + "/store.db",
                "full"));
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            assumeThat(code == 99 || said.contains("unshare:"))
                    .as("may not mount a disk of our own here: %s", said)
                    .isFalse();
            return said;
        } catch (IOException e) {
            assumeThat(false).as("no unshare here: %s", e.getMessage()).isTrue();
            return "";
        }
    }

    /// Writes until the disk is full, copies what is there, and what was acknowledged must be in the copy.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskMustBeToldAndLoseNothing() throws Exception {
        String said = onASmallDisk("\"$@\" >FOLDER/said 2>FOLDER/err; echo code $?; cp store.db* FOLDER/"
                .replace("FOLDER", folder.toString()));
        assertThat(said).contains("code 3");
        assertThat(folder.resolve("err"))
                .content()
                .contains("Store '%s': it cannot be written: the disk is full. What was kept before is untouched."
                        .formatted(folder.resolve("disk/store.db")));
        long acknowledged = Files.readAllLines(folder.resolve("said")).size();
        assertThat(acknowledged).isGreaterThan(10);
        try (ChangeStore store = ChangeStore.open(new StoreAddress.SqliteFile(folder.resolve("store.db")))) {
            assertThat(store.head().changes()).isGreaterThanOrEqualTo(acknowledged);
            StoreRules.mustBeOneChain(store.changes("register"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatOnlyReadsMustBeTold() throws Exception {
        Path file = folder.resolve("made.db");
        ChangeStore.open(new StoreAddress.SqliteFile(file)).close();
        String said = onASmallDisk("cp MADE store.db && mount -o remount,ro,bind DISK && \"$@\"; echo code $?"
                .replace("MADE", file.toString())
                .replace("DISK", folder.resolve("disk").toString()));
        assertThat(said)
                .containsAnyOf(
                        "there is no right to write there, or its disk is read-only",
                        "its folder is not there, or there is no right to open it")
                .contains("code 3");
    }
}
