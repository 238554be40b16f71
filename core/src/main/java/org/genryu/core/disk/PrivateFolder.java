package org.genryu.core.disk;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Can nobody else change what lies in this folder?
///
/// A folder is private if it is ours with rights 0700 and nobody else (but the system itself) can put another in its
/// place: every folder above is ours or the system's and either written by its owner alone or, like `/tmp`, one in
/// which names belong to who made them. Then nothing can change between a look and a use. The system is user 0 and who
/// owns `/`, since both can change everything below; inside a user namespace they are not the same number. Where there
/// are no such rights (Windows) the folder of the person's profile is taken as private.
public final class PrivateFolder {
    private static final int OTHERS = 0077;
    private static final int OTHERS_WRITE = 0022;
    private static final int STICKY = 01000;
    private static final int ROOT = 0;

    private final OptionalInt user;

    /// @param user number of the person as who the program runs; empty where the system has no such numbers
    PrivateFolder(OptionalInt user) {
        this.user = user;
    }

    /// For the person as who this process runs.
    public static PrivateFolder ofThisProcess() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("unix")) {
            return new PrivateFolder(OptionalInt.empty());
        }
        OptionalInt told = told();
        return new PrivateFolder(told.isPresent() ? told : OptionalInt.of(asked()));
    }

    /// What Linux tells of this process (`man proc_pid_status`: `Uid: real effective saved file-system`). Read in a
    /// thousandth of the time that it takes to link the first foreign function.
    static OptionalInt told() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("Uid:"))
                    .mapToInt(line -> Integer.parseInt(line.split("\\s+")[2]))
                    .findFirst();
        } catch (IOException | UncheckedIOException | NumberFormatException | ArrayIndexOutOfBoundsException _) {
            return OptionalInt.empty();
        }
    }

    static int asked() {
        Linker linker = Linker.nativeLinker();
        try {
            return (int) linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("geteuid"), FunctionDescriptor.of(JAVA_INT))
                    .invokeExact();
        } catch (Throwable never) {
            throw new IllegalStateException("Every Unix has geteuid.", never);
        }
    }

    /// Makes the folder if it is not there.
    /// @return the same without links on the way
    /// @throws IOException if it cannot be made or is not private
    public Path open(Path folder) throws IOException {
        if (!folder.isAbsolute()) {
            throw new IOException("it is no absolute path");
        }
        if (user.isEmpty()) {
            return Files.createDirectories(folder).toRealPath();
        }
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path real = folder.toRealPath();
        int owner = owner(real);
        if (owner != user.getAsInt() || (mode(real) & OTHERS) != 0) {
            throw new IOException("'%s' belongs to user %s with rights %o; it must be your own with 700"
                    .formatted(real, owner, mode(real) & 07777));
        }
        int system = owner(real.getRoot());
        for (Path above = real.getParent(); above != null; above = above.getParent()) {
            int whose = owner(above);
            boolean shared = (mode(above) & OTHERS_WRITE) != 0 && (mode(above) & STICKY) == 0;
            boolean foreign = whose != user.getAsInt() && whose != ROOT && whose != system;
            if (foreign || shared) {
                throw new IOException(
                        "others may change '%s' (user %s, rights %o)".formatted(above, whose, mode(above) & 07777));
            }
        }
        return real;
    }

    /// Whether a plain file of our own lies there that nobody else may write.
    public boolean holds(Path file) throws IOException {
        return Files.isRegularFile(file, NOFOLLOW_LINKS)
                && (user.isEmpty() || (owner(file) == user.getAsInt() && (mode(file) & OTHERS_WRITE) == 0));
    }

    private static int owner(Path path) throws IOException {
        return number(path, "uid");
    }

    private static int mode(Path path) throws IOException {
        return number(path, "mode");
    }

    private static int number(Path path, String name) throws IOException {
        Map<String, Object> found = Files.readAttributes(path, "unix:" + name, NOFOLLOW_LINKS);
        return found.get(name) instanceof Integer number ? number : -1;
    }
}
