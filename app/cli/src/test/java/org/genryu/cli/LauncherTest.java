package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The launcher, as far as it can be tried without a build: it finds a JDK, or says what to install.
/// Everything else it promises is tried by `.ci/launcher`.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    private Path elsewhere;

    private record Result(int code, String out, String err) {}

    private Result run(String script, String... args) throws IOException, InterruptedException {
        return run(Map.of(), script, args);
    }

    private Result run(Map<String, String> environment, String script, String... args)
            throws IOException, InterruptedException {
        List<String> line = new java.util.ArrayList<>(List.of("sh", script));
        line.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(line).directory(elsewhere.toFile());
        builder.environment().remove("GENRYU_JAVA_HOME");
        builder.environment().put("GENRYU_LANG", "en");
        builder.environment().putAll(environment);
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

    /// The launcher where no JDK is new enough, on a system that calls itself so.
    private Result without(String system, String release, String... args) throws IOException, InterruptedException {
        Path tools = Files.createDirectories(elsewhere.resolve("tools"));
        Path uname = Files.writeString(tools.resolve("uname"), "#!/bin/sh\necho " + system + "\n");
        assertThat(uname.toFile().setExecutable(true)).isTrue();
        Path about = Files.writeString(elsewhere.resolve("os-release"), release);
        String script = Files.readString(House.root().resolve("genryu"))
                .replace("\nneed=25\n", "\nneed=999\n")
                .replace("/etc/os-release", about.toString());
        Path demanding = Files.writeString(elsewhere.resolve("demanding"), script);
        String path = tools + ":" + System.getenv().getOrDefault("PATH", "");
        return run(Map.of("PATH", path), demanding.toString(), args);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Darwin | ""                                                     | brew install openjdk@999
            Linux  | ID=debian;VERSION_ID="13"                              | SUDOapt update && SUDOapt install openjdk-999-jdk-headless
            Linux  | ID=ubuntu;ID_LIKE=debian;VERSION_ID="26.04"            | SUDOapt update && SUDOapt install openjdk-999-jdk-headless
            Linux  | ID=fedora;VERSION_ID=44                                | SUDOdnf install java-999-openjdk-devel
            Linux  | ID=rocky;ID_LIKE='rhel centos fedora';VERSION_ID=10    | SUDOdnf install java-999-openjdk-devel
            Linux  | ID=opensuse-leap;ID_LIKE='suse opensuse';VERSION_ID=16 | SUDOzypper install java-999-openjdk-devel
            """)
    void withoutAFittingJdkItMustGiveTheCommandOfTheSystem(String system, String release, String command)
            throws IOException, InterruptedException {
        boolean root = Files.getOwner(elsewhere).getName().equals("root");
        String cure = Pattern.quote(command.replace("SUDO", root ? "" : "sudo "));
        Result none = without(system, release.replace(';', '\n'), "--version");
        assertThat(none.code()).isEqualTo(78);
        assertThat(none.out()).isEmpty();
        assertThat(none.err())
                .matches("Genryu: it needs a JDK 999 or newer, and (none|only Java [0-9][^ ]* \\(.*\\)) was found\\."
                        + " Install one: " + cure + "\n");
        Result japanese = without(system, release.replace(';', '\n'), "--version", "--lang", "ja");
        assertThat(japanese.code()).isEqualTo(78);
        assertThat(japanese.err())
                .matches("Genryu: JDK 999 以降が必要ですが、(見つかりませんでした|Java [0-9][^ ]* \\(.*\\) しかありません)。インストールするには: " + cure
                        + "\n");
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
