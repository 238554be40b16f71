package org.genryu.solve.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genryu.core.ContentHash;
import org.genryu.solve.natives.Images.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// No packed library looks for code in a folder that is not known beforehand. Rungs: by hand; identity.
class PackingTest {
    /// Every file that this build has packed, of whatever platform, under the name `platform/file`.
    private static Map<String, byte[]> packed() throws IOException {
        URL sums = Objects.requireNonNull(Packing.class.getResource("/natives/SHA256SUMS"));
        Path root = Path.of(URI.create(sums.toString())).resolveSibling("");
        Map<String, byte[]> found = new TreeMap<>();
        for (Platform platform : Platform.values()) {
            Path folder = root.resolve(platform.folder);
            if (Files.exists(folder)) {
                try (Stream<Path> all = Files.list(folder)) {
                    for (Path file : all.toList()) {
                        found.put(platform.folder + "/" + file.getFileName(), Files.readAllBytes(file));
                    }
                }
            }
        }
        return found;
    }

    @Test
    void everyPackedLibraryMustLookOnlyBesideItselfAndInTheSystem() throws IOException {
        Map<String, byte[]> packed = packed();
        assertThat(packed).isNotEmpty();
        packed.forEach((name, library) -> {
            String platform = name.substring(0, name.indexOf('/') + 1);
            Set<String> beside = packed.keySet().stream()
                    .filter(other -> other.startsWith(platform))
                    .map(other -> other.substring(platform.length()))
                    .collect(Collectors.toSet());
            Linkage linkage = Linkage.of(library);
            assertThat(linkage.folders())
                    .as(name)
                    .allMatch(folder -> folder.startsWith("/")
                            || Set.of("$ORIGIN", "@loader_path").contains(folder));
            assertThat(linkage.needs()).as(name).isNotEmpty();
            assertThat(linkage.unfit(beside)).as(name).isEmpty();
        });
    }

    @Test
    void everyPackedLibraryMustBeOnTheListOfSums() throws IOException {
        Map<String, String> sums = LibrarySums.packed().byName();
        packed().forEach((name, library) -> assertThat(sums).containsEntry(name, ContentHash.of(library)));
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void theListOfSumsMustHaveEveryFileOfEveryPlatform(Platform platform) {
        assertThat(platform.files())
                .allSatisfy(file -> assertThat(LibrarySums.packed().of(platform, file))
                        .hasValueSatisfying(sum -> assertThat(sum).matches("[0-9a-f]{64}")));
    }

    @ParameterizedTest
    @CsvSource({
        "':::::::', ''",
        "'', ''",
        "., ''",
        "lib, ''",
        "../lib, ''",
        "$ORIGIN/../lib, ''",
        "/tmp/build, ''",
        "/usr/lib/../../tmp, ''",
        "$LIB, ''",
        "$ORIGIN, $ORIGIN",
        "${ORIGIN}, ${ORIGIN}",
        "/usr/lib64, /usr/lib64",
        "$ORIGIN:/usr/lib/x86_64-linux-gnu, $ORIGIN:/usr/lib/x86_64-linux-gnu",
        "':$ORIGIN', $ORIGIN",
        "/builder/lib:$ORIGIN:/lib, $ORIGIN:/lib"
    })
    void ofAnElfSearchPathOnlyWhatIsKnownBeforehandMustRemain(String path, String remains) {
        for (long tag : List.of(Images.RUNPATH, Images.RPATH)) {
            byte[] before = Images.looking(tag, path);
            byte[] after = Packing.clean(before, Set.of(), "lib.so");
            Linkage linkage = Linkage.of(after);
            assertThat(String.join(":", linkage.folders())).isEqualTo(remains);
            assertThat(linkage.needs()).containsExactly("libc.so.6", "libm.so.6");
            assertThat(after).hasSameSizeAs(before);
            assertThat(Arrays.mismatch(Arrays.copyOfRange(before, 2048, 4096), Arrays.copyOfRange(after, 2048, 4096)))
                    .as("words are shared, so none is written over")
                    .isEqualTo(-1);
            assertThat(Packing.clean(after, Set.of(), "lib.so")).isEqualTo(after);
        }
    }

    @Test
    void bothListsOfAnElfFileMustBeCut() {
        byte[] both = Images.elf(List.of(
                new Entry(Images.RPATH, ""),
                new Entry(Images.NEEDED, "libz.so.1"),
                new Entry(Images.RUNPATH, ":."),
                new Entry(Images.RUNPATH, "")));
        Linkage linkage = Linkage.of(Packing.clean(both, Set.of(), "lib.so"));
        assertThat(linkage.folders()).isEmpty();
        assertThat(linkage.needs()).containsExactly("libz.so.1");
    }

    @Test
    void aSearchPathThatCannotBeKeptInPartMustStopTheBuild() {
        assertThatThrownBy(() -> Packing.clean(Images.looking(Images.RUNPATH, "$ORIGIN:"), Set.of(), "lib.so"))
                .hasMessage(
                        "Library: of its search path '$ORIGIN:' only '$ORIGIN' is fit, and that cannot be written there.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"./libevil.so", "lib/libevil.so", "../libevil.so", "/tmp/libevil.so", "/tmp/"})
    void anElfFileThatNamesAFileOfAFolderMustStopTheBuild(String need) {
        for (long tag : List.of(Images.NEEDED, Images.AUDIT)) {
            assertThatThrownBy(() -> Packing.clean(Images.elf(List.of(new Entry(tag, need))), Set.of(), "lib.so"))
                    .hasMessage("lib.so: it would look for code in a folder that is not known beforehand: library '"
                            + need + "'. Such a library is not packed.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "lib", "@executable_path", "@loader_path/../lib", "/opt/builder/lib"})
    void aMachOFolderThatIsNotKnownBeforehandMustStopTheBuild(String folder) {
        byte[] library = Images.machO(0xc, List.of("@loader_path", folder), List.of("/usr/lib/libSystem.B.dylib"));
        assertThatThrownBy(() -> Packing.clean(library, Set.of(), "lib.dylib"))
                .hasMessageContaining("folder '" + folder + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "libc++.1.dylib",
                "./a.dylib",
                "@executable_path/a.dylib",
                "@rpath/b.dylib",
                "@rpath/../a.dylib",
                "@loader_path/x/a.dylib",
                "/usr/local/lib/a.dylib"
            })
    void aMachOLibraryOutsideOfTheSystemAndThePackMustStopTheBuild(String need) {
        for (int load : List.of(0xc, 0x80000018, 0x8000001f, 0x20, 0x80000023)) {
            byte[] library = Images.machO(load, List.of("@loader_path"), List.of(need));
            assertThatThrownBy(() -> Packing.clean(library, Set.of("a.dylib"), "lib.dylib"))
                    .hasMessageContaining("library '" + need + "'");
        }
    }

    @Test
    void aMachOFileThatLooksBesideItselfMustBeLeftAsItIsSigned() {
        byte[] library = Images.machO(
                0xc,
                List.of("@loader_path"),
                List.of("@rpath/a.dylib", "@loader_path/a.dylib", "/usr/lib/libc++.1.dylib"));
        assertThat(Packing.clean(library, Set.of("a.dylib"), "lib.dylib")).isEqualTo(library);
        byte[] lost = Images.machO(0xc, List.of(), List.of("@rpath/a.dylib"));
        assertThatThrownBy(() -> Packing.clean(lost, Set.of("a.dylib"), "lib.dylib"))
                .hasMessageContaining("library '@rpath/a.dylib'");
    }

    @Test
    void aDllMustNeedOnlyWindowsAndTheRuntimeThatEveryJdkHas() {
        byte[] good =
                Images.dll("KERNEL32.dll", "api-ms-win-crt-heap-l1-1-0.dll", "MSVCP140.dll", "VCRUNTIME140_1.dll");
        assertThat(Linkage.of(good).needs()).hasSize(4);
        assertThat(Packing.clean(good, Set.of(), "x.dll")).isEqualTo(good);
        for (byte[] bad : List.of(Images.dll("evil.dll", "KERNEL32.dll"), Images.dll("KERNEL32.dll", "evil.dll"))) {
            assertThatThrownBy(() -> Packing.clean(bad, Set.of(), "x.dll")).hasMessageContaining("library 'evil.dll'");
        }
    }

    @Test
    void whatIsNotOnTheListOfSumsMustNotBePacked(@TempDir Path folder) throws IOException {
        Path fetched = Files.createDirectories(folder.resolve("fetched"));
        Files.write(fetched.resolve("highs.dll"), Images.dll("KERNEL32.dll", "KERNEL32.dll"));
        String is = ContentHash.of(Files.readAllBytes(fetched.resolve("highs.dll")));
        LibrarySums other = LibrarySums.of("0123  win32-x86-64/highs.dll\n");
        assertThatThrownBy(() -> Packing.pack(fetched, folder.resolve("packed"), Platform.WIN32_X86_64, other))
                .isInstanceOf(Packing.Refused.class)
                .hasMessage(
                        "highs.dll for win32-x86-64: its SHA-256 is " + is
                                + "; natives/SHA256SUMS says 0123. It was changed on its way here, or another version was asked for.");
        assertThat(folder.resolve("packed")).isEmptyDirectory();
        Packing.pack(
                fetched,
                folder.resolve("packed"),
                Platform.WIN32_X86_64,
                new LibrarySums(Map.of("win32-x86-64/highs.dll", is)));
        assertThat(folder.resolve("packed/highs.dll")).hasSameBinaryContentAs(fetched.resolve("highs.dll"));
        assertThatThrownBy(() -> Packing.pack(fetched, folder.resolve("packed"), Platform.LINUX_X86_64, other))
                .hasMessage("libhighs.so.1 for linux-x86-64: it is not in what was fetched.");
    }
}
