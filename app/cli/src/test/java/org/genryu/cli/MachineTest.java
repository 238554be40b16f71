package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the program makes of the machine on which it runs: where it works, what lies there, what is missing. Rung: by
/// hand, in processes of their own.
@EnabledOnOs(OS.LINUX)
class MachineTest {
    @TempDir
    private Path folder;

    private record Said(int code, String out, String err) {}

    private Said run(Path workingFolder, Map<String, String> environment, String... args)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        line.addAll(List.of(args));
        Path out = folder.resolve("said");
        ProcessBuilder process =
                new ProcessBuilder(line).directory(workingFolder.toFile()).redirectOutput(out.toFile());
        process.environment()
                .putAll(Map.of(
                        "GENRYU_LANG",
                        "en",
                        "XDG_CACHE_HOME",
                        folder.resolve("cache").toString()));
        process.environment().putAll(environment);
        Process running = process.start();
        try (InputStream err = running.getErrorStream()) {
            String complained = new String(err.readAllBytes(), StandardCharsets.UTF_8);
            return new Said(running.waitFor(), Files.readString(out), complained);
        }
    }

    @Test
    void rubbishUnderTheNamesOfLibrariesMustNotDisturbACase() throws IOException, InterruptedException {
        Path mine = Path.of(SmallCases.sound().in(Files.createDirectories(folder.resolve("mine"))));
        Said clean = run(mine, Map.of(), "balance", ".", "--quiet");
        assertThat(clean.code()).isZero();
        for (String name : List.of("libstdc++.so.6", "libgcc_s.so.1", "libm.so.6", "libz.so.1", "libCoinUtils.so.2")) {
            Files.writeString(mine.resolve(name), "no library");
        }
        Said planted = run(mine, Map.of(), "balance", ".", "--quiet");
        assertThat(planted.code()).isZero();
        assertThat(planted.out()).isEqualTo(clean.out()).isNotEmpty();
    }

    @Test
    void whereTheSolverCannotBeLoadedOneSentenceMustSayWhatHelps() throws IOException, InterruptedException {
        Path mine = Path.of(SmallCases.sound().in(Files.createDirectories(folder.resolve("mine"))));
        Map<String, String> named = Map.of("HIGHS_LIBRARY", "/no/such/libhighs.so");
        for (String command : List.of("balance", "run")) {
            Said none = run(folder, named, command, mine.toString(), "--quiet");
            assertThat(none.code()).isEqualTo(78);
            assertThat(none.err())
                    .isEqualTo(
                            "genryu: HIGHS_LIBRARY '/no/such/libhighs.so': there is no such file; it must be the path of a HiGHS library.\n");
        }
        Said japanese = run(folder, named, "balance", mine.toString(), "--quiet", "--json", "--lang", "ja");
        assertThat(japanese.code()).isEqualTo(78);
        assertThat(japanese.err())
                .isEqualTo("genryu: HIGHS_LIBRARY '/no/such/libhighs.so': そのようなファイルはありません。HiGHS ライブラリのパスを指定してください。\n");
        assertThat(japanese.out()).startsWith("{\"status\":\"machine\",\"message\":\"HIGHS_LIBRARY ");
        assertThat(run(folder, named, "check", mine.toString(), "--quiet").code())
                .isZero();
    }
}
