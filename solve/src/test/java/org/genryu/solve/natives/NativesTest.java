package org.genryu.solve.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.foreign.SymbolLookup;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.genryu.core.ContentHash;
import org.genryu.core.Lang;
import org.genryu.core.disk.PrivateFolder;
import org.genryu.solve.natives.Natives.Machine;
import org.genryu.solve.natives.Natives.Packed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the library comes from. Rung: by hand.
class NativesTest {
    private static final SymbolLookup LOADED = _ -> Optional.empty();

    @TempDir
    private Path folder;

    private Path cache;
    private Path temporary;

    /// What was asked to be loaded, in order, with its content at that moment.
    private final List<Path> asked = new ArrayList<>();

    @BeforeEach
    void folders() throws IOException {
        cache = folder.resolve("home/.cache/genryu/natives");
        temporary = Files.createDirectories(folder.resolve("temporary"));
    }

    /// A program whose loading fails in every folder below one of these.
    private Natives natives(Path... noexec) {
        Machine machine = new Machine(Platform.of("Linux", "amd64"), Map.of(), folder.resolve("home"), temporary);
        return new Natives(machine, PrivateFolder.ofThisProcess(), library -> {
            assertThat(library).exists();
            asked.add(library);
            if (List.of(noexec).stream().anyMatch(library::startsWith)) {
                throw new IllegalArgumentException("failed to map segment from shared object");
            }
            return LOADED;
        });
    }

    private static Natives natives(Map<String, String> environment, Path home) {
        return new Natives(
                new Machine(Platform.of("Linux", "amd64"), environment, home, Path.of("/tmp")),
                PrivateFolder.ofThisProcess(),
                _ -> LOADED);
    }

    @Test
    void otherBytesMustHaveAnotherIdentity() throws IOException {
        Path named = Files.writeString(folder.resolve("libhighs.so"), "one");
        Map<String, String> environment = Map.of("HIGHS_LIBRARY", named.toString());
        Optional<String> one = natives(environment, folder).identity();
        assertThat(one).isPresent().isNotEqualTo(natives(Map.of(), folder).identity());
        assertThat(natives(environment, folder).identity()).isEqualTo(one);
        Files.writeString(named, "two");
        assertThat(natives(environment, folder).identity()).isPresent().isNotEqualTo(one);
        Files.delete(named);
        assertThat(natives(environment, folder).identity()).isEmpty();
        assertThat(asked).as("nothing is loaded").isEmpty();
    }

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
        Path custom = home.resolve(".cache/genryu/natives");
        assertThat(natives(Map.of(), home).cache()).hasValue(custom);
        assertThat(natives(Map.of("XDG_CACHE_HOME", "/var/cache/somebody"), home)
                        .cache())
                .hasValue(Path.of("/var/cache/somebody/genryu/natives"));
        assertThat(natives(Map.of("LOCALAPPDATA", "/local"), home).cache()).hasValue(Path.of("/local/genryu/natives"));
    }

    @Test
    void aFolderThatIsNotAbsoluteMustNeverBecomeTheCache() {
        Path home = Path.of("/home/somebody");
        Path custom = home.resolve(".cache/genryu/natives");
        for (String relative : List.of("not/absolute", ".", "", "~/.cache", "./?")) {
            assertThat(natives(Map.of("XDG_CACHE_HOME", relative), home).cache())
                    .hasValue(custom);
            assertThat(natives(Map.of("LOCALAPPDATA", relative), home).cache()).hasValue(custom);
            assertThat(natives(Map.of(), Path.of(relative)).cache()).isEmpty();
        }
    }

    @Test
    void namedLibraryThatIsNotThereMustBeRefused() {
        Natives named = natives(Map.of("HIGHS_LIBRARY", "/no/such/libhighs.so"), Path.of("."));
        SolverUnavailable refused = catchThrowableOfType(SolverUnavailable.class, named::highs);
        assertThat(refused.why().in(Lang.EN))
                .isEqualTo(
                        "HIGHS_LIBRARY '/no/such/libhighs.so': there is no such file; it must be the path of a HiGHS library.");
        assertThat(refused.why().in(Lang.JA))
                .isEqualTo("HIGHS_LIBRARY '/no/such/libhighs.so': そのようなファイルはありません。HiGHS ライブラリのパスを指定してください。");
    }

    @Test
    void namedFileThatIsNoLibraryMustBeRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("libhighs.so"), "no library at all, but long enough for a look");
        Natives named = new Natives(
                new Machine(Optional.empty(), Map.of("HIGHS_LIBRARY", text.toString()), folder, temporary),
                PrivateFolder.ofThisProcess(),
                _ -> {
                    throw new IllegalArgumentException("invalid ELF header");
                });
        SolverUnavailable refused = catchThrowableOfType(SolverUnavailable.class, named::highs);
        assertThat(refused.why().in(Lang.EN))
                .isEqualTo(
                        "HIGHS_LIBRARY '" + text
                                + "': it cannot be loaded (invalid ELF header); it must be a HiGHS library built for this machine.");
        assertThat(refused.why().in(Lang.JA))
                .isEqualTo(
                        "HIGHS_LIBRARY '" + text + "': 読み込めません(invalid ELF header)。このマシン用にビルドした HiGHS ライブラリを指定してください。");
    }

    @Test
    void unknownMachineMustBeToldWhatHelps() {
        Natives nowhere = new Natives(
                new Machine(Optional.empty(), Map.of(), Path.of("."), temporary),
                PrivateFolder.ofThisProcess(),
                _ -> LOADED);
        SolverUnavailable refused = catchThrowableOfType(SolverUnavailable.class, nowhere::highs);
        assertThat(refused.why().in(Lang.EN))
                .isEqualTo(
                        "No HiGHS library is packed for this machine. Maybe HIGHS_LIBRARY should name one built for it.");
        assertThat(refused.why().in(Lang.JA))
                .isEqualTo("このマシン用の HiGHS ライブラリは同梱されていません。対処案: このマシン用にビルドしたものを HIGHS_LIBRARY で指定してください。");
        assertThat(nowhere.clp()).isEmpty();
    }

    @Test
    void unpackingMustWriteOnceAndMendWhatIsBroken() throws IOException {
        List<Packed> packed = pack("first", "second");
        Path root = PrivateFolder.ofThisProcess().open(cache);
        Path library = natives().unpack(packed, root);
        assertThat(library).hasContent("first");
        assertThat(library.resolveSibling("file1")).hasContent("second");
        var written = Files.getLastModifiedTime(library);
        assertThat(natives().unpack(packed, root)).isEqualTo(library);
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(written);
        for (String broken : List.of("fir", "", "forged")) {
            Files.writeString(library, broken);
            natives().unpack(packed, root);
            assertThat(library).hasContent("first");
            natives().unpack(packed, root);
            assertThat(library.resolveSibling("file0.sums"))
                    .content()
                    .startsWith(packed.getFirst().sum());
        }
        Files.delete(library);
        Path victim = Files.writeString(folder.resolve("victim"), "first");
        Files.createSymbolicLink(library, victim);
        natives().unpack(packed, root);
        assertThat(library).isRegularFile().hasContent("first");
        assertThat(Files.isSymbolicLink(library)).isFalse();
        assertThat(victim).hasContent("first");
        try (var files = Files.list(library.getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("file0", "file0.sums", "file1", "file1.sums");
        }
    }

    @Test
    void aSumThatWasNotedForAnotherLibraryMustNotBeBelieved() throws IOException {
        Path root = PrivateFolder.ofThisProcess().open(cache);
        List<Packed> packed = pack("first");
        Path library = natives().unpack(packed, root);
        natives().unpack(packed, root);
        Path notes = library.resolveSibling("file0.sums");
        String right = Files.readString(notes);
        Files.writeString(library, "forged");
        Files.writeString(
                notes,
                right.replace(packed.getFirst().sum(), ContentHash.of("forged".getBytes(StandardCharsets.UTF_8))));
        natives().unpack(packed, root);
        assertThat(library).hasContent("first");
        Files.writeString(notes, "");
        natives().unpack(packed, root);
        assertThat(library).hasContent("first");
        assertThat(notes).hasContent(right.strip());
    }

    @Test
    void unpackingAtTheSameTimeMustGiveWholeFiles() throws IOException, InterruptedException, ExecutionException {
        List<Packed> packed = pack("x".repeat(3_000_000), "y");
        Path root = PrivateFolder.ofThisProcess().open(cache);
        Callable<Path> unpack = () -> natives().unpack(packed, root);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Path>> all = threads.invokeAll(List.of(unpack, unpack, unpack, unpack));
            for (Future<Path> one : all) {
                assertThat(one.get()).hasSize(3_000_000);
            }
        }
    }

    @Test
    void theCacheMustServeAndTheTemporaryFolderStayEmpty() throws IOException {
        assertThat(natives().load(pack("first"))).isEqualTo(LOADED);
        assertThat(asked).hasSize(1).allMatch(library -> library.startsWith(cache));
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void whereTheCacheDoesNotServeATemporaryFolderMustAndLeaveNothing() throws IOException {
        List<Packed> packed = pack("first");
        assertThat(natives(cache).load(packed))
                .as("a cache that may not be run from")
                .isEqualTo(LOADED);
        Files.setAttribute(cache, "unix:mode", 0755);
        assertThat(natives().load(packed)).as("a cache that others may enter").isEqualTo(LOADED);
        Files.move(cache, folder.resolve("aside"));
        Files.writeString(cache, "a file where the cache should be");
        assertThat(natives().load(packed)).as("a cache that cannot be written").isEqualTo(LOADED);
        assertThat(asked.reversed().subList(0, 2)).allMatch(library -> library.startsWith(temporary));
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void whereNothingServesOneSentenceMustSayWhatHelps() throws IOException {
        List<Packed> packed = pack("first");
        SolverUnavailable refused = catchThrowableOfType(
                SolverUnavailable.class, () -> natives(cache, temporary).load(packed));
        String tried = "%s (failed to map segment from shared object); %s (failed to map segment from shared object)"
                .formatted(cache, temporary);
        assertThat(refused.why().in(Lang.EN))
                .isEqualTo(
                        "The solver's library can be loaded from none of these folders; set XDG_CACHE_HOME (Windows: LOCALAPPDATA) to a folder of your own where files may be written and run: "
                                + tried + ".");
        assertThat(refused.why().in(Lang.JA))
                .isEqualTo(
                        "次のどのフォルダからもソルバーのライブラリを読み込めません。書き込みと実行ができる自分専用のフォルダを XDG_CACHE_HOME(Windows では LOCALAPPDATA)に指定してください: "
                                + tried + "。");
        assertThat(temporary).isEmptyDirectory();
        Files.delete(temporary);
        assertThatThrownBy(() -> natives(cache).load(packed))
                .isInstanceOf(SolverUnavailable.class)
                .hasMessageContaining("; " + temporary + " (NoSuchFile: ");
    }

    @Test
    void aMissingRuntimeMustBeNamed() throws IOException {
        String words = "libstdc++.so.6: cannot open shared object file: No such file or directory";
        Natives bare = new Natives(
                new Machine(Optional.empty(), Map.of(), Path.of("?"), temporary), PrivateFolder.ofThisProcess(), _ -> {
                    throw new IllegalArgumentException(words);
                });
        SolverUnavailable refused = catchThrowableOfType(SolverUnavailable.class, () -> bare.load(pack("first")));
        assertThat(refused.why().in(Lang.EN))
                .isEqualTo(
                        "The solver's library needs the C++ runtime, which is missing here; install it (Debian, Ubuntu: apt-get install libstdc++6; Fedora: dnf install libstdc++; Alpine is not supported): "
                                + temporary + " (" + words + ").");
        assertThat(refused.why().in(Lang.JA))
                .isEqualTo(
                        "ソルバーのライブラリに必要な C++ ランタイムがありません。インストールしてください(Debian, Ubuntu: apt-get install libstdc++6、Fedora: dnf install libstdc++、Alpine は非対応): "
                                + temporary + " (" + words + ")。");
    }

    @Test
    void whatInTheJarIsNotOnTheListMustNotBeLoaded() throws IOException {
        Packed real = pack("first").getFirst();
        List<Packed> forged = List.of(new Packed(real.from(), real.file(), ContentHash.of(new byte[0])));
        assertThatThrownBy(() -> natives().load(forged))
                .isInstanceOf(SolverUnavailable.class)
                .hasMessageContaining("its SHA-256 is " + real.sum() + "; it must be " + ContentHash.of(new byte[0]));
        assertThat(asked).isEmpty();
        Path plain = Files.writeString(folder.resolve("plain.so"), "first");
        List<Packed> among = List.of(new Packed(plain.toUri().toURL(), "plain.so", real.sum()));
        assertThat(natives().load(among)).isEqualTo(LOADED);
        assertThat(asked).containsExactly(plain);
        Files.writeString(plain, "forged");
        assertThatThrownBy(() -> natives().load(among)).isInstanceOf(SolverUnavailable.class);
        assertThat(asked).containsExactly(plain);
    }

    /// A jar with these contents.
    private List<Packed> pack(String... contents) throws IOException {
        Path jar = Files.createTempFile(folder, "natives", ".jar");
        Files.delete(jar);
        List<Packed> packed = new ArrayList<>();
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
            for (int i = 0; i < contents.length; i++) {
                Files.writeString(zip.getPath("/file" + i), contents[i]);
            }
        }
        for (int i = 0; i < contents.length; i++) {
            packed.add(new Packed(
                    URI.create("jar:" + jar.toUri() + "!/file" + i).toURL(),
                    "file" + i,
                    ContentHash.of(contents[i].getBytes(StandardCharsets.UTF_8))));
        }
        return packed;
    }
}
