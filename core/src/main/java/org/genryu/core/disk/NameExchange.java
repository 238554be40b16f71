package org.genryu.core.disk;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/// How do two names swap in one step, so that nobody ever sees neither? `renameat2(…, RENAME_EXCHANGE)` of Linux,
/// `renamex_np(…, RENAME_SWAP)` of macOS. Not on Windows, and not on every file system: then false, and nothing has
/// happened.
final class NameExchange {
    /// "Relative to the working folder", the value of `AT_FDCWD` in `fcntl.h` of Linux.
    private static final int HERE = -100;

    /// `RENAME_EXCHANGE` in `linux/fs.h`, and `RENAME_SWAP` in `sys/stdio.h` of macOS.
    private static final int SWAP = 2;

    private NameExchange() {}

    static boolean of(Path one, Path other) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> linux = linker.defaultLookup().find("renameat2");
        Optional<MemorySegment> mac = linker.defaultLookup().find("renamex_np");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment first = name(one, arena);
            MemorySegment second = name(other, arena);
            if (linux.isPresent()) {
                FunctionDescriptor shape = FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT);
                return (int) linker.downcallHandle(linux.get(), shape).invokeExact(HERE, first, HERE, second, SWAP)
                        == 0;
            }
            if (mac.isPresent()) {
                FunctionDescriptor shape = FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
                return (int) linker.downcallHandle(mac.get(), shape).invokeExact(first, second, SWAP) == 0;
            }
            return false;
        } catch (RuntimeException | Error trouble) {
            throw trouble;
        } catch (Throwable trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    /// The absolute name in the system's own encoding, with a zero at its end.
    private static MemorySegment name(Path path, Arena arena) {
        byte[] bytes = path.toAbsolutePath()
                .toString()
                .getBytes(Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
        MemorySegment name = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, name, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return name;
    }
}
