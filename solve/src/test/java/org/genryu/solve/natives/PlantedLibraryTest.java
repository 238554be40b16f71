package org.genryu.solve.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genryu.core.Check;
import org.genryu.solve.Clp;
import org.genryu.solve.SolverSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A library that lies in the folder where a person works is not loaded. Rung: by hand, in processes of their own. Each
/// plant is shown to be poisonous to the library as it was fetched.
@EnabledOnOs(OS.LINUX)
class PlantedLibraryTest {
    private static final List<String> LOOKED_FOR = List.of(
            "libstdc++.so.6",
            "libgcc_s.so.1",
            "libm.so.6",
            "libc.so.6",
            "libpthread.so.0",
            "libz.so.1",
            "libOsi.so.0",
            "libCoinUtils.so.2",
            "libClp.so.1",
            "libhighs.so.1");

    @TempDir
    private Path folder;

    /// What the processes run: both solvers are loaded and say so.
    static final class Probe {
        private Probe() {}

        public static void main(String[] args) {
            System.out.println(
                    SolverSession.solver() + ", Clp " + (Clp.library().isPresent() ? "too" : "not"));
        }
    }

    private record Said(int code, String all) {}

    private Said probe(Path solve, Path workingFolder, Map<String, String> environment)
            throws IOException, InterruptedException {
        String path = Stream.of(solve, home(Check.class), home(Probe.class))
                .map(Path::toString)
                .reduce((a, b) -> a + ":" + b)
                .orElseThrow();
        ProcessBuilder process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        path,
                        Probe.class.getName())
                .directory(workingFolder.toFile())
                .redirectErrorStream(true);
        process.environment().keySet().removeAll(List.of("HIGHS_LIBRARY", "LD_LIBRARY_PATH", "JAVA_TOOL_OPTIONS"));
        process.environment().putAll(environment);
        Process running = process.start();
        try (InputStream said = running.getInputStream()) {
            String all = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            return new Said(running.waitFor(), all);
        }
    }

    /// The folder or jar from which a class comes.
    private static Path home(Class<?> one) {
        return Path.of(URI.create(
                one.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static Path classes() {
        return home(Natives.class);
    }

    /// The library as it was fetched, its search path uncut.
    private static Path fetched() {
        Platform here = Platform.of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""))
                .orElseThrow();
        Path library = classes()
                .resolveSibling("fetched")
                .resolve(here.folder)
                .resolve(here.highs().getFirst());
        assumeTrue(Files.exists(library), "Only where the library was fetched can it be seen as it was.");
        return library;
    }

    /// A case's folder with something that is no library under every name that is looked for.
    private Path rubbish() throws IOException {
        Path plants = Files.createDirectories(folder.resolve("case"));
        for (String name : LOOKED_FOR) {
            Files.writeString(plants.resolve(name), "no library");
        }
        return plants;
    }

    /// A case's folder with libraries that tell when they are run; empty without a compiler.
    private Optional<Path> poison() throws IOException, InterruptedException {
        Path plants = Files.createDirectories(folder.resolve("case"));
        Path source = Files.writeString(
                folder.resolve("plant.c"),
                "#include <unistd.h>\n__attribute__((constructor)) static void run(void) { if (write(1, \"HOLE\\n\", 5)) {} }\n"
                        + "void __gcc_personality_v0(void) {}\n");
        // It has to offer hardly anything: most functions are looked up when they are called.
        List<String> line = List.of(
                "cc", "-shared", "-fPIC", "-o", plants.resolve("libgcc_s.so.1").toString(), source.toString());
        try {
            if (new ProcessBuilder(line).inheritIO().start().waitFor() != 0) {
                return Optional.empty();
            }
        } catch (IOException noCompiler) {
            return Optional.empty();
        }
        return Optional.of(plants);
    }

    private Map<String, String> cache() {
        return Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());
    }

    /// This room's classes as a jar, as they are shipped.
    private Path jar() throws IOException {
        Path jar = folder.resolve("solve.jar");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"));
                Stream<Path> all = Files.walk(classes())) {
            for (Path from : all.toList()) {
                Path to = zip.getPath("/" + classes().relativize(from));
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        }
        return jar;
    }

    private static void assertSolves(Said said) {
        assertThat(said.all()).isEqualTo("HiGHS 1.12.0, Clp too\n");
        assertThat(said.code()).isZero();
    }

    @Test
    void rubbishBesideACaseMustNotBeLookedAt() throws IOException, InterruptedException {
        assertSolves(probe(classes(), rubbish(), cache()));
        assertSolves(probe(jar(), rubbish(), cache()));
        Map<String, String> uncut = new TreeMap<>(cache());
        uncut.put("HIGHS_LIBRARY", fetched().toString());
        assertThat(probe(classes(), rubbish(), uncut).all()).contains("HIGHS_LIBRARY", "file too short");
    }

    @Test
    void aLibraryPlantedBesideACaseMustNotBeRun() throws IOException, InterruptedException {
        Optional<Path> plants = poison();
        assumeTrue(plants.isPresent(), "There is no C compiler here to make a plant.");
        assertSolves(probe(classes(), plants.orElseThrow(), cache()));
        assertSolves(probe(jar(), plants.orElseThrow(), cache()));
        Map<String, String> uncut = new TreeMap<>(cache());
        uncut.put("HIGHS_LIBRARY", fetched().toString());
        assertThat(probe(classes(), plants.orElseThrow(), uncut).all()).contains("HOLE");
    }

    @Test
    void withoutAHomeTheCaseMustNotBecomeTheCache() throws IOException, InterruptedException {
        Path where = Files.createDirectories(folder.resolve("case"));
        Map<String, String> homeless =
                new TreeMap<>(Map.of("XDG_CACHE_HOME", "cache", "JDK_JAVA_OPTIONS", "-Duser.home=?"));
        Said said = probe(jar(), where, homeless);
        assertThat(said.all()).endsWith("HiGHS 1.12.0, Clp too\n");
        assertThat(where).isEmptyDirectory();
    }

    @Test
    void oneStartMustLeaveInTheCacheWhatTheNextUses() throws IOException, InterruptedException {
        Path where = Files.createDirectories(folder.resolve("case"));
        assertSolves(probe(jar(), where, cache()));
        Map<Path, Object> first = written();
        assertThat(first).as("five libraries, each with its sums").hasSize(10);
        assertSolves(probe(folder.resolve("solve.jar"), where, cache()));
        assertThat(written()).isEqualTo(first);
    }

    private Map<Path, Object> written() throws IOException {
        Map<Path, Object> found = new TreeMap<>();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder.resolve("cache"))) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            found.put(file, Files.getAttribute(file, "unix:ino"));
        }
        return found;
    }
}
