package org.genryu.tools.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.genryu.cases.BuiltInCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Frozen: the shipped case is what the program makes of the source tables, no byte and no file more or less.
class AllianceCaseTest {
    private static final Path SOURCES = Path.of("src/tables/alliance");
    private static final Path SHIPPED = Path.of("../../cases/src/main/resources/cases/alliance");
    private static final Path PAGE = Path.of("../../docs/cases/alliance.md");

    @Test
    void shippedCaseMustBeWhatTheProgramMakesByteForByte(@TempDir Path folder) throws Exception {
        Path made = folder.resolve("alliance");
        Path page = Files.copy(PAGE, folder.resolve("page.md"));
        AllianceCase.main(new String[] {SOURCES.toString(), made.toString(), page.toString()});
        assertThat(bytes(SHIPPED)).hasSizeGreaterThan(40).isEqualTo(bytes(made));
        assertThat(Files.readString(SHIPPED.resolveSibling("alliance.index")))
                .isEqualTo(Files.readString(folder.resolve("alliance.index")));
        assertThat(Files.readString(PAGE)).isEqualTo(Files.readString(page));
    }

    @Test
    void programMustShipWhatIsMadeInItsOrder() throws Exception {
        Map<String, String> made = AllianceCase.files(SOURCES);
        Map<String, String> shipped = BuiltInCases.files("alliance");
        assertThat(shipped.keySet()).containsExactlyElementsOf(made.keySet());
        assertThat(shipped).isEqualTo(made);
    }

    @Test
    void sameSourcesMustGiveTheSameBytes() throws Exception {
        assertThat(AllianceCase.files(SOURCES)).isEqualTo(AllianceCase.files(SOURCES));
    }

    /// A file that is no longer made goes; what the program did not write stays.
    @Test
    void whatIsNoLongerMadeMustGoAndNothingElse(@TempDir Path folder) throws Exception {
        Path made = folder.resolve("alliance");
        String[] args = {SOURCES.toString(), made.toString()};
        AllianceCase.main(args);
        Map<String, String> whole = bytes(made);
        Files.writeString(made.resolve("old.csv"), "id\n");
        Files.writeString(made.resolve("mine.csv"), "id\n");
        Files.writeString(folder.resolve("alliance.index"), "old.csv\n../page.md\n");
        Files.writeString(folder.resolve("page.md"), "kept");
        AllianceCase.main(args);
        whole.put("mine.csv", "id\n");
        assertThat(bytes(made)).isEqualTo(whole);
        assertThat(folder.resolve("page.md")).hasContent("kept");
    }

    private static Map<String, String> bytes(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }
}
