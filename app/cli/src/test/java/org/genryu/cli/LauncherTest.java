package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher, as far as it can be tried without a build: it finds a JDK, or says what to install.
/// Everything else it promises is tried by `.ci/launcher`.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    private Path elsewhere;

    private record Result(int code, String out, String err) {}

    private Result run(String script, String... args) throws IOException, InterruptedException {
        List<String> line = new java.util.ArrayList<>(List.of("sh", script));
        line.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(line).directory(elsewhere.toFile());
        builder.environment().remove("GENRYU_JAVA_HOME");
        builder.environment().put("GENRYU_LANG", "en");
        Process process = builder.start();
        try (InputStream out = process.getInputStream();
                InputStream err = process.getErrorStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            String complained = new String(err.readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), said, complained);
        }
    }

    @Test
    void itMustFindAJdkFromAnyFolderAndThroughALink() throws IOException, InterruptedException {
        Path link =
                Files.createSymbolicLink(elsewhere.resolve("g"), House.root().resolve("genryu"));
        Result found = run(link.toString(), "--jdk");
        assertThat(found.code()).isZero();
        assertThat(found.err()).isEmpty();
        assertThat(Path.of(found.out().strip(), "bin", "java")).isExecutable();
    }

    @Test
    void withoutAFittingJdkItMustSayWhatToInstall() throws IOException, InterruptedException {
        String script = Files.readString(House.root().resolve("genryu"));
        assertThat(script).contains("\nneed=25\n");
        Path demanding =
                Files.writeString(elsewhere.resolve("demanding"), script.replace("\nneed=25\n", "\nneed=999\n"));
        Result none = run(demanding.toString(), "--version");
        assertThat(none.code()).isEqualTo(78);
        assertThat(none.out()).isEmpty();
        assertThat(none.err())
                .startsWith("Genryu: it needs a JDK 999 or newer, and ")
                .contains("Install")
                .hasLineCount(1);
        Result japanese = run(demanding.toString(), "--version", "--lang", "ja");
        assertThat(japanese.code()).isEqualTo(78);
        assertThat(japanese.err()).startsWith("Genryu: JDK 999 以降が必要ですが、").hasLineCount(1);
    }
}
