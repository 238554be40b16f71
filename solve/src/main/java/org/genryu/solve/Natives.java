package org.genryu.solve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/// Where the native libraries come from: a file that the reader names, or the copy packed into this jar.
///
/// A packed library is unpacked once into the user's cache folder, under a name made of its content, and used
/// from there ever after. It is written beside its place and moved in one step, so that two programs that start
/// at once never see half a file. Where the cache cannot be written or run from, a private temporary folder
/// serves for this one run.
final class Natives {
    /// The platforms for which libraries are packed.
    enum Platform {
        LINUX_X86_64("linux-x86-64"),
        LINUX_AARCH64("linux-aarch64"),
        DARWIN_X86_64("darwin-x86-64"),
        DARWIN_AARCH64("darwin-aarch64"),
        WIN32_X86_64("win32-x86-64");

        /// Name of the resource folder.
        final String folder;

        Platform(String folder) {
            this.folder = folder;
        }

        /// HiGHS stands alone.
        List<String> highs() {
            return switch (this) {
                case LINUX_X86_64, LINUX_AARCH64 -> List.of("libhighs.so.1");
                case DARWIN_X86_64, DARWIN_AARCH64 -> List.of("libhighs.1.dylib");
                case WIN32_X86_64 -> List.of("highs.dll");
            };
        }

        /// Clp and the libraries that it looks for beside itself; empty where it is not packed.
        List<String> clp() {
            return switch (this) {
                case LINUX_X86_64, LINUX_AARCH64 ->
                    List.of("libClp.so.1", "libCoinUtils.so.2", "libOsi.so.0", "libz.so.1");
                case DARWIN_X86_64, DARWIN_AARCH64 ->
                    List.of("libClp.1.dylib", "libCoinUtils.2.dylib", "libOsi.0.dylib", "libz.1.dylib");
                case WIN32_X86_64 -> List.of();
            };
        }

        /// @param os as the Java property `os.name`
        /// @param arch as the Java property `os.arch`
        static Optional<Platform> of(String os, String arch) {
            boolean arm = arch.equals("aarch64") || arch.equals("arm64");
            boolean intel = arch.equals("amd64") || arch.equals("x86_64");
            if (!arm && !intel) {
                return Optional.empty();
            }
            if (os.startsWith("Linux")) {
                return Optional.of(arm ? LINUX_AARCH64 : LINUX_X86_64);
            }
            if (os.startsWith("Mac")) {
                return Optional.of(arm ? DARWIN_AARCH64 : DARWIN_X86_64);
            }
            return os.startsWith("Windows") && intel ? Optional.of(WIN32_X86_64) : Optional.empty();
        }
    }

    private final Optional<Platform> platform;
    private final Map<String, String> environment;
    private final Path home;

    /// @param environment the variables `HIGHS_LIBRARY`, `XDG_CACHE_HOME` and `LOCALAPPDATA` are read from it
    /// @param home the user's home folder
    Natives(Optional<Platform> platform, Map<String, String> environment, Path home) {
        this.platform = platform;
        this.environment = environment;
        this.home = home;
    }

    static Natives ofThisMachine() {
        return new Natives(
                Platform.of(System.getProperty("os.name", ""), System.getProperty("os.arch", "")),
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")));
    }

    /// HiGHS, from `HIGHS_LIBRARY` if that is set.
    SymbolLookup highs() {
        String named = environment.getOrDefault("HIGHS_LIBRARY", "");
        if (!named.isEmpty()) {
            if (!Files.isRegularFile(Path.of(named))) {
                throw new IllegalStateException(
                        "HIGHS_LIBRARY '%s': there is no such file; it must be the path of a HiGHS library."
                                .formatted(named));
            }
            return look(Path.of(named));
        }
        Platform here = platform.orElseThrow(() -> new IllegalStateException(
                "No HiGHS library is packed for this machine. Maybe HIGHS_LIBRARY should name one built for it."));
        return load(here.folder, here.highs())
                .orElseThrow(() -> new IllegalStateException(
                        "This build has no HiGHS library for %s. Maybe HIGHS_LIBRARY should name one."
                                .formatted(here.folder)));
    }

    /// Clp; empty where it is not packed.
    Optional<SymbolLookup> clp() {
        return platform.filter(here -> !here.clp().isEmpty()).flatMap(here -> load(here.folder, here.clp()));
    }

    /// Where unpacked libraries live.
    Path cache() {
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = !local.isEmpty()
                ? Path.of(local)
                : !xdg.isEmpty() && Path.of(xdg).isAbsolute() ? Path.of(xdg) : home.resolve(".cache");
        return base.resolve("genryu").resolve("natives");
    }

    /// The library `files[0]`; the others are what it looks for beside itself.
    private Optional<SymbolLookup> load(String folder, List<String> files) {
        List<URL> packed = new ArrayList<>();
        for (String file : files) {
            URL url = Natives.class.getResource("/natives/" + folder + "/" + file);
            if (url == null) {
                return Optional.empty();
            }
            packed.add(url);
        }
        if (packed.stream().allMatch(url -> url.getProtocol().equals("file"))) {
            return Optional.of(look(Path.of(URI.create(packed.getFirst().toString()))));
        }
        try {
            try {
                return Optional.of(look(unpack(packed, files, cache().resolve(folder))));
            } catch (IOException | IllegalArgumentException notThere) {
                Path privately = Files.createTempDirectory("genryu-natives");
                Path library = unpack(packed, files, privately);
                forget(privately);
                return Optional.of(look(library));
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException("The solver's library cannot be unpacked: " + trouble.getMessage(), trouble);
        }
    }

    private static SymbolLookup look(Path library) {
        return SymbolLookup.libraryLookup(library, Arena.global());
    }

    /// Brings the files into one folder under `root` named by their content, and gives the first.
    static Path unpack(List<URL> packed, List<String> files, Path root) throws IOException {
        StringBuilder key = new StringBuilder();
        List<Long> sums = new ArrayList<>();
        for (URL url : packed) {
            long sum = checksum(url);
            sums.add(sum);
            key.append(key.isEmpty() ? "" : "-").append(Long.toHexString(sum));
        }
        Path folder = root.resolve(key.toString());
        createPrivate(folder);
        for (int i = files.size() - 1; i >= 0; i--) {
            bring(packed.get(i), sums.get(i), folder.resolve(files.get(i)));
        }
        return folder.resolve(files.getFirst());
    }

    private static void bring(URL from, long sum, Path to) throws IOException {
        if (Files.isRegularFile(to) && checksum(to.toUri().toURL()) == sum) {
            return;
        }
        Path beside = Files.createTempFile(to.getParent(), to.getFileName().toString(), ".part");
        try {
            try (InputStream in = from.openStream()) {
                Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException trouble) {
            // Another process may have been quicker and may have the file open already (Windows refuses the
            // move then).
            if (!Files.isRegularFile(to) || checksum(to.toUri().toURL()) != sum) {
                throw trouble;
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /// CRC-32: an archive knows it without unpacking, a plain file is read through (5 MB: about 3 ms).
    private static long checksum(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        if (connection instanceof JarURLConnection jar) {
            long known = jar.getJarEntry().getCrc();
            if (known >= 0) {
                return known;
            }
        }
        CRC32 sum = new CRC32();
        try (InputStream in = connection.getInputStream()) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.update(buffer, 0, n);
            }
        }
        return sum.getValue();
    }

    private static void createPrivate(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /// Deletes the folder's tree when the program ends, as far as the system lets go of open libraries.
    private static void forget(Path folder) throws IOException {
        try (var inside = Files.walk(folder)) {
            inside.forEach(path -> path.toFile().deleteOnExit());
        }
    }
}
