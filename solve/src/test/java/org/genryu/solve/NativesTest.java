package org.genryu.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.genryu.solve.Natives.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the library comes from. Rung: by hand.
class NativesTest {
    @Test
    void platformMustBeToldFromTheSystemsNames() {
        assertThat(Platform.of("Linux", "amd64")).hasValue(Platform.LINUX_X86_64);
        assertThat(Platform.of("Linux", "aarch64")).hasValue(Platform.LINUX_AARCH64);
        assertThat(Platform.of("Mac OS X", "x86_64")).hasValue(Platform.DARWIN_X86_64);
        assertThat(Platform.of("Mac OS X", "aarch64")).hasValue(Platform.DARWIN_AARCH64);
        assertThat(Platform.of("Windows 11", "amd64")).hasValue(Platform.WIN32_X86_64);
        assertThat(Platform.of("Windows 11", "aarch64")).isEmpty();
        assertThat(Platform.of("Linux", "riscv64")).isEmpty();
    }

    @Test
    void cacheMustFollowTheSystemsCustom() {
        Path home = Path.of("/home/somebody");
        assertThat(natives(Map.of(), home).cache()).isEqualTo(home.resolve(".cache/genryu/natives"));
        assertThat(natives(Map.of("XDG_CACHE_HOME", "/var/cache/somebody"), home)
                        .cache())
                .isEqualTo(Path.of("/var/cache/somebody/genryu/natives"));
        assertThat(natives(Map.of("XDG_CACHE_HOME", "not/absolute"), home).cache())
                .isEqualTo(home.resolve(".cache/genryu/natives"));
        assertThat(natives(Map.of("LOCALAPPDATA", "/local"), home).cache()).isEqualTo(Path.of("/local/genryu/natives"));
    }

    @Test
    void namedLibraryThatIsNotThereMustBeRefused() {
        Natives named = natives(Map.of("HIGHS_LIBRARY", "/no/such/libhighs.so"), Path.of("."));
        assertThatThrownBy(named::highs)
                .hasMessage(
                        "HIGHS_LIBRARY '/no/such/libhighs.so': there is no such file; it must be the path of a HiGHS library.");
    }

    @Test
    void unknownMachineMustBeToldWhatHelps() {
        Natives nowhere = new Natives(Optional.empty(), Map.of(), Path.of("."));
        assertThatThrownBy(nowhere::highs)
                .hasMessage(
                        "No HiGHS library is packed for this machine. Maybe HIGHS_LIBRARY should name one built for it.");
        assertThat(nowhere.clp()).isEmpty();
    }

    @Test
    void unpackingMustWriteOnceAndMendWhatIsBroken(@TempDir Path folder) throws IOException {
        List<URL> packed = pack(folder, "first", "second");
        Path library = Natives.unpack(packed, List.of("a.so", "b.so"), folder.resolve("cache"));
        assertThat(library).hasContent("first");
        assertThat(library.resolveSibling("b.so")).hasContent("second");
        var written = Files.getLastModifiedTime(library);
        assertThat(Natives.unpack(packed, List.of("a.so", "b.so"), folder.resolve("cache")))
                .isEqualTo(library);
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(written);
        Files.writeString(library, "fir");
        Natives.unpack(packed, List.of("a.so", "b.so"), folder.resolve("cache"));
        assertThat(library).hasContent("first");
        try (var files = Files.list(library.getParent())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void unpackingAtTheSameTimeMustGiveWholeFiles(@TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        List<URL> packed = pack(folder, "x".repeat(3_000_000), "y");
        Callable<Path> unpack = () -> Natives.unpack(packed, List.of("a.so", "b.so"), folder.resolve("cache"));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Path>> all = threads.invokeAll(List.of(unpack, unpack, unpack, unpack));
            for (Future<Path> one : all) {
                assertThat(one.get()).hasSize(3_000_000);
            }
        }
    }

    private static Natives natives(Map<String, String> environment, Path home) {
        return new Natives(Platform.of("Linux", "amd64"), environment, home);
    }

    /// A jar with these contents.
    private static List<URL> pack(Path folder, String... contents) throws IOException {
        Path jar = folder.resolve("natives.jar");
        List<URL> urls = new ArrayList<>();
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
            for (int i = 0; i < contents.length; i++) {
                Files.writeString(zip.getPath("/file" + i), contents[i]);
            }
        }
        for (int i = 0; i < contents.length; i++) {
            urls.add(URI.create("jar:" + jar.toUri() + "!/file" + i).toURL());
        }
        return urls;
    }
}
