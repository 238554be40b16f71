package org.genryu.core.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.genryu.core.ContentHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What was kept is found, or nothing is. Rung: by hand, on the system's own file system.
class FileCacheTest {
    private static final String ONE = ContentHash.of(List.of("one"));
    private static final String OTHER = ContentHash.of(List.of("other"));
    private static final int MOST = 4_000;

    @TempDir
    private Path root;

    private FileCache cache() {
        return new FileCache(PrivateFolder.ofThisProcess(), root.resolve("kept"), MOST);
    }

    private Path file(String key) {
        return root.resolve("kept").resolve(key + ".kept");
    }

    private void put(String key, String word) {
        cache().put(key, to -> to.text(word));
    }

    private Optional<String> get(String key) {
        return cache().get(key, BinaryReader::text);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("kept"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void whatWasPutMustBeFoundUnderItsKeyAlone() {
        assertThat(get(ONE)).isEmpty();
        put(ONE, "流れ");
        assertThat(get(ONE)).hasValue("流れ");
        assertThat(get(OTHER)).isEmpty();
        put(ONE, "price");
        assertThat(get(ONE)).hasValue("price");
    }

    @Test
    void whatIsSpoiltMustNotBeThereUntilItIsReplaced() throws IOException {
        put(ONE, "flow");
        byte[] whole = Files.readAllBytes(file(ONE));
        for (int at = 0; at < whole.length; at++) {
            byte[] spoilt = whole.clone();
            spoilt[at] ^= 1;
            Files.write(file(ONE), spoilt);
            assertThat(get(ONE)).as("byte %s changed", at).isEmpty();
            Files.write(file(ONE), Arrays.copyOf(whole, at));
            assertThat(get(ONE)).as("cut after %s bytes", at).isEmpty();
        }
        Files.write(file(ONE), Arrays.copyOf(whole, whole.length + 1));
        assertThat(get(ONE)).as("one byte more").isEmpty();
        put(ONE, "flow");
        assertThat(Files.readAllBytes(file(ONE))).isEqualTo(whole);
        assertThat(get(ONE)).hasValue("flow");
    }

    @Test
    void anothersContentMustNotBeThere() throws IOException {
        put(OTHER, "a flow");
        Files.copy(file(OTHER), file(ONE));
        assertThat(get(ONE)).as("under another name").isEmpty();
        assertThat(cache().get(OTHER, BinaryReader::wideNumber))
                .as("read as something else")
                .isEmpty();
        assertThat(cache().get(OTHER, BinaryReader::number))
                .as("more than was read")
                .isEmpty();
        assertThat(cache().get(OTHER, BinaryReader::reals))
                .as("a length beyond its end")
                .isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatOthersMayWriteMustNotBeUsed() throws IOException {
        put(ONE, "flow");
        Files.setPosixFilePermissions(file(ONE), PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(get(ONE)).isEmpty();
        put(ONE, "flow");
        assertThat(get(ONE)).hasValue("flow");
        Path elsewhere = Files.move(file(ONE), root.resolve("elsewhere"));
        Files.createSymbolicLink(file(ONE), elsewhere);
        assertThat(get(ONE)).as("a link").isEmpty();
        put(ONE, "price");
        assertThat(get(ONE)).hasValue("price");
        assertThat(Files.isSymbolicLink(file(ONE))).isFalse();
        Files.setPosixFilePermissions(root.resolve("kept"), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(get(ONE)).as("a folder for all").isEmpty();
        put(OTHER, "flow");
        assertThat(file(OTHER)).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeMadeMustKeepNothingAndSayNothing() throws IOException {
        Files.writeString(root.resolve("kept"), "a file of that name");
        put(ONE, "flow");
        assertThat(get(ONE)).isEmpty();
        assertThat(root.resolve("kept")).hasContent("a file of that name");
    }

    @Test
    void aWriterThatFailsMustLeaveNothing() throws IOException {
        put(ONE, "flow");
        cache().put(ONE, _ -> {
            throw new IOException("the disk is full");
        });
        assertThat(get(ONE)).hasValue("flow");
        assertThat(files()).containsExactly(file(ONE));
    }

    @Test
    void beyondTheBoundTheOldestMustGo() throws IOException {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            String key = ContentHash.of(List.of("key", Integer.toString(i)));
            keys.add(key);
            put(key, "x".repeat(700));
            Files.setLastModifiedTime(file(key), FileTime.fromMillis(1_700_000_000_000L + 1_000L * i));
        }
        // a text of 700 with length, head and tail takes 760 bytes; five of them fit
        assertThat(keys.stream().filter(key -> get(key).isPresent())).containsExactlyElementsOf(keys.subList(4, 9));
    }

    @Test
    void whatIsTooLargeMustNotPushTheOthersOut() {
        put(ONE, "flow");
        put(OTHER, "x".repeat(MOST / 4));
        assertThat(get(OTHER)).isEmpty();
        assertThat(get(ONE)).hasValue("flow");
    }

    @Test
    void aPartThatNobodyWritesAnyMoreMustGo() throws IOException {
        put(ONE, "flow");
        Path old = Files.writeString(root.resolve("kept/1.part"), "half");
        Path young = Files.writeString(root.resolve("kept/2.part"), "half");
        Path foreign = Files.writeString(root.resolve("kept/note"), "not ours");
        Files.setLastModifiedTime(old, FileTime.fromMillis(1_700_000_000_000L));
        Files.setLastModifiedTime(foreign, FileTime.fromMillis(1_700_000_000_000L));
        put(OTHER, "flow");
        assertThat(files()).containsExactlyInAnyOrder(file(ONE), file(OTHER), young, foreign);
    }

    @Test
    void manyAtOnceMustEachFindAWholeContent() throws InterruptedException, ExecutionException {
        String word = "w".repeat(600);
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String letter = Character.toString('a' + i % 20);
                all.add(many.submit(() -> {
                    put(ONE, letter.repeat(600));
                    Optional<String> found = get(ONE);
                    return found.isPresent()
                            && found.get().equals(found.get().substring(0, 1).repeat(word.length()));
                }));
            }
            for (Future<Boolean> one : all) {
                assertThat(one.get()).isTrue();
            }
        }
    }
}
