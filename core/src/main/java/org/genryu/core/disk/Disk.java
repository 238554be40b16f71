package org.genryu.core.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/// The few things that are done to a disk, each a step after which the power may go. No step follows a link. Tests put
/// another disk in its place, on which any of them fails.
class Disk {
    void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    /// A file that must not be there yet; closing it waits until it is on the disk.
    OutputStream create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                ByteBuffer rest = ByteBuffer.wrap(bytes, from, count);
                while (rest.hasRemaining()) {
                    append(channel, rest);
                }
            }

            @Override
            public void close() throws IOException {
                try (channel) {
                    if (channel.isOpen()) {
                        sync(channel);
                    }
                }
            }
        };
    }

    void append(FileChannel to, ByteBuffer bytes) throws IOException {
        to.write(bytes);
    }

    void sync(FileChannel file) throws IOException {
        file.force(true);
    }

    /// Waits until the names in a folder are on the disk, where the system can (Windows cannot, and need not).
    void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            sync(channel);
        } catch (IOException _) {
            // not to be had here; the rename itself stays whole
        }
    }

    /// One rename: before it the one, after it the other. A file there is replaced, a folder is not.
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Two names swap in one step; false if the system cannot.
    boolean exchange(Path one, Path other) {
        return NameExchange.of(one, other);
    }

    /// A second name for the same file; a copy where there are no second names.
    void link(Path file, Path also) throws IOException {
        try {
            Files.createLink(also, file);
        } catch (IOException | UnsupportedOperationException _) {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(file)) {
                throw new IOException("'" + file + "' is no plain file");
            }
            Files.copy(file, also, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
    }

    void delete(Path one) throws IOException {
        Files.deleteIfExists(one);
    }

    /// The lock, which the system itself lets go when the process dies; empty if another has it.
    Optional<FileLock> lock(Path file) throws IOException {
        while (true) {
            FileChannel channel = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
            try {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    channel.close();
                    return Optional.empty();
                }
                if (isNamed(file, channel)) {
                    return Optional.of(lock);
                }
                channel.close();
            } catch (OverlappingFileLockException _) {
                channel.close();
                return Optional.empty();
            } catch (IOException trouble) {
                channel.close();
                throw trouble;
            }
        }
    }

    /// Whether the name still leads to the file that we hold: its owner may have deleted it between our opening and
    /// locking it. A length of our process's own tells.
    private static boolean isNamed(Path file, FileChannel held) throws IOException {
        long length = ProcessHandle.current().pid();
        try {
            held.truncate(0);
            held.write(ByteBuffer.wrap(new byte[1]), length - 1);
        } catch (IOException full) {
            Files.deleteIfExists(file);
            throw full;
        }
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == length;
    }
}
