package org.genryu.core.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Checksum;

/// What was worked out once, by the hash of all that it depends on: a private folder with one file for each key.
///
/// A file is `GENRYUC1`, the key, the content, its length and two sums of key and content that have no polynomial in
/// common (CRC-32 and CRC-32C: 64 bits, at the speed of memory). A file under another's name, cut short, changed, or
/// of another's hand is not there; the next [#put] replaces it. Files are written aside and moved in one step, so that
/// any number of programs may read and write at once; none waits for another. Beyond the bound the oldest go.
///
/// Nothing here fails: where the folder is not private, cannot be read or not be written, nothing is kept.
public final class FileCache {
    /// How a content is written.
    @FunctionalInterface
    public interface Content {
        void write(BinaryWriter to) throws IOException;
    }

    private static final byte[] KIND = "GENRYUC1".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;
    private static final int HEAD = KIND.length + KEY_BYTES;
    private static final int TAIL = Long.BYTES + 2 * Integer.BYTES;
    private static final String WHOLE = ".kept";
    private static final String PART = ".part";

    /// A part that is so much older than a new file is nobody's any more [ms].
    private static final long ABANDONED = 3_600_000;

    /// No content may take more than this share of the bound.
    private static final int SHARE = 4;

    private final PrivateFolder guard;
    private final Path folder;
    private final long most;

    /// @param folder need not be there
    /// @param most bytes of all files together
    public FileCache(PrivateFolder guard, Path folder, long most) {
        this.guard = guard;
        this.folder = folder;
        this.most = most;
    }

    /// What was put under the key; empty if that is not there or not whole.
    /// @param key SHA-256 in hex
    /// @param reading its reader
    public <T> Optional<T> get(String key, BinaryReader.Item<T> reading) {
        try {
            Path file = file(guard.open(folder), key);
            if (!guard.holds(file) || Files.size(file) > most / SHARE) {
                return Optional.empty();
            }
            BinaryReader content = new BinaryReader(content(ByteBuffer.wrap(Files.readAllBytes(file)), key));
            T found = reading.read(content);
            content.end();
            return Optional.of(found);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static ByteBuffer content(ByteBuffer file, String key) throws DamagedContent {
        file.order(ByteOrder.LITTLE_ENDIAN);
        int length = file.limit() - HEAD - TAIL;
        if (length < 0
                || !file.slice(0, KIND.length).equals(ByteBuffer.wrap(KIND))
                || !file.slice(KIND.length, KEY_BYTES).equals(ByteBuffer.wrap(bytes(key)))
                || file.getLong(HEAD + length) != length) {
            throw new DamagedContent("it is not what was put under this key");
        }
        Checksum one = new CRC32();
        Checksum other = new CRC32C();
        one.update(file.slice(0, HEAD + length));
        other.update(file.slice(0, HEAD + length));
        int sums = HEAD + length + Long.BYTES;
        if (file.getInt(sums) != (int) one.getValue() || file.getInt(sums + Integer.BYTES) != (int) other.getValue()) {
            throw new DamagedContent("its sums differ");
        }
        return file.slice(HEAD, length);
    }

    private static byte[] bytes(String key) {
        return HexFormat.of().parseHex(key);
    }

    private static Path file(Path root, String key) {
        return root.resolve(key + WHOLE);
    }

    /// Keeps a content, in the place of what was there.
    /// @param key SHA-256 in hex
    public void put(String key, Content content) {
        try {
            Path root = guard.open(folder);
            Path part = Files.createTempFile(root, "", PART);
            try {
                write(part, key, content);
                if (Files.size(part) <= most / SHARE) {
                    Files.move(part, file(root, key), StandardCopyOption.ATOMIC_MOVE);
                    bound(root, Files.getLastModifiedTime(file(root, key), LinkOption.NOFOLLOW_LINKS));
                }
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | DirectoryIteratorException _) {
            // it is only time that is lost
        }
    }

    private static void write(Path part, String key, Content content) throws IOException {
        Checksum one = new CRC32();
        Checksum other = new CRC32C();
        try (OutputStream file = Files.newOutputStream(part);
                OutputStream summed = new CheckedOutputStream(new CheckedOutputStream(file, one), other)) {
            summed.write(KIND);
            summed.write(bytes(key));
            BinaryWriter to = new BinaryWriter(summed);
            content.write(to);
            to.flush();
            file.write(ByteBuffer.allocate(TAIL)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(to.written())
                    .putInt((int) one.getValue())
                    .putInt((int) other.getValue())
                    .array());
        }
    }

    private record Kept(Path file, FileTime time, long size) {}

    /// The oldest go until the rest is within the bound, and what writers that were killed left behind.
    private void bound(Path root, FileTime now) throws IOException {
        List<Kept> kept = new ArrayList<>();
        long sum = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(root)) {
            for (Path file : files) {
                BasicFileAttributes is =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (file.toString().endsWith(WHOLE)) {
                    kept.add(new Kept(file, is.lastModifiedTime(), is.size()));
                    sum += is.size();
                } else if (file.toString().endsWith(PART)
                        && now.toMillis() - is.lastModifiedTime().toMillis() > ABANDONED) {
                    Files.deleteIfExists(file);
                }
            }
        }
        kept.sort(Comparator.comparing(Kept::time).thenComparing(Kept::file));
        for (Kept oldest : kept) {
            if (sum > most) {
                Files.deleteIfExists(oldest.file());
                sum -= oldest.size();
            }
        }
    }
}
