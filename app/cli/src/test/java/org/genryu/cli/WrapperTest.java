package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the build fetches is held against sums that stand here. Rung: by hand, the wrapper with a forged archive.
class WrapperTest {
    private static final List<String> TOOLS = List.of(
            "uname", "dirname", "basename", "tr", "mktemp", "mkdir", "rm", "cat", "sha256sum", "shasum", "perl");

    /// Writes a forged archive where the last word of its line says.
    private static final String FORGED =
            "#!/bin/sh\nfor last; do :; done\nprintf forged >\"$last\"\nprintf '%s\\n' \"$last\"\n";

    @TempDir
    private Path folder;

    @DisabledOnOs(OS.WINDOWS)
    @ParameterizedTest
    @ValueSource(strings = {"zip", "tar.gz"})
    void aForgedMavenMustBeRefused(String archive) throws IOException, InterruptedException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : TOOLS) {
            for (String where : System.getenv().getOrDefault("PATH", "").split(":")) {
                Path real = Path.of(where, tool);
                if (Files.isExecutable(real) && Files.notExists(bin.resolve(tool))) {
                    Files.createSymbolicLink(bin.resolve(tool), real);
                }
            }
        }
        assumeTrue(Files.exists(bin.resolve("sha256sum")) || Files.exists(bin.resolve("shasum")));
        tool(bin.resolve("wget"), FORGED);
        if (archive.equals("zip")) {
            tool(bin.resolve("unzip"), "#!/bin/sh\nexit 1\n");
        }
        ProcessBuilder wrapper = new ProcessBuilder(
                        "/bin/sh", House.root().resolve("mvnw").toString(), "--version")
                .redirectErrorStream(true);
        wrapper.environment().put("PATH", bin.toString());
        wrapper.environment().put("MAVEN_USER_HOME", folder.resolve("m2").toString());
        wrapper.environment().put("HOME", folder.toString());
        wrapper.environment().keySet().removeIf(name -> name.startsWith("MVNW_"));
        Process running = wrapper.start();
        try (InputStream said = running.getInputStream()) {
            assertThat(new String(said.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("-bin." + archive + "\n", "Failed to validate Maven distribution SHA-256");
        }
        assertThat(running.waitFor()).isEqualTo(1);
    }

    private static void tool(Path file, String script) throws IOException {
        Files.writeString(file, script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void bothArchivesOfMavenMustHaveASum() throws IOException {
        Properties wrapper = new Properties();
        try (Reader in = Files.newBufferedReader(House.root().resolve(".mvn/wrapper/maven-wrapper.properties"))) {
            wrapper.load(in);
        }
        assertThat(Stream.of("distributionSha256Sum", "distributionTarGzSha256Sum")
                        .map(name -> wrapper.getProperty(name, "")))
                .doesNotHaveDuplicates()
                .allMatch(sum -> sum.matches("[0-9a-f]{64}"));
    }

    /// Its terms exclude some ways of developing (decision 0049).
    @Test
    void noPartOfJqwikMayBeUsed() throws IOException {
        List<Path> poms = House.files("pom.xml");
        assertThat(poms).hasSizeGreaterThan(10);
        assertThat(poms).noneMatch(pom -> String.join("\n", House.lines(pom)).contains("jqwik"));
        assertThat(House.lines(House.root().resolve(".mvn/checksums/checksums.sha256")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("jqwik"));
        assertThat(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")))
                .contains("junit-jupiter")
                .doesNotContain("jqwik");
    }

    @Test
    void whatMavenFetchesMustBeHeldStrictlyAgainstTheList() throws IOException {
        assertThat(Files.readAllLines(House.root().resolve(".mvn/maven.config")))
                .contains(
                        "--strict-checksums",
                        "-Daether.trustedChecksumsSource.summaryFile=true",
                        "-Daether.trustedChecksumsSource.summaryFile.basedir=${session.rootDirectory}/.mvn/checksums");
        List<String> sums = Files.readAllLines(House.root().resolve(".mvn/checksums/checksums.sha256"));
        assertThat(sums).hasSizeGreaterThan(500).allMatch(line -> line.matches("[0-9a-f]{64}  [^ ]+"));
        assertThat(sums.stream().map(line -> line.substring(66))).doesNotHaveDuplicates();
        assertThat(Files.readAllLines(House.root().resolve("app/cli/src/main/bill/parts.csv")).stream()
                        .map(line -> line.split(",", -1))
                        .filter(cells -> cells[0].startsWith("pkg:maven/"))
                        .map(cells -> cells[0].substring("pkg:maven/".length())
                                        .replaceFirst("^(.*)/(.*)@(.*)$", "$1 $2/$3/$2-$3.jar")
                                + " " + cells[3]))
                .as("what is shipped")
                .allSatisfy(part -> {
                    String[] words = part.split(" ");
                    assertThat(sums).contains(words[2] + "  " + words[0].replace('.', '/') + "/" + words[1]);
                });
    }
}
