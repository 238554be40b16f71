package org.genryu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Frozen: the committed case is what the program makes of the source tables.
class AllianceCaseTest {
    private static final Path SOURCES = Path.of("src/tables/alliance");

    @Test
    void committedCaseMustBeWhatTheProgramMakesByteForByte() throws Exception {
        Map<String, String> made = AllianceCase.files(SOURCES);
        Map<String, String> committed = BuiltInCases.files("alliance");
        assertThat(committed.keySet()).containsExactlyElementsOf(made.keySet());
        made.forEach((name, text) -> assertThat(committed.get(name)).as(name).isEqualTo(text));
    }

    @Test
    void sameSourcesMustGiveTheSameBytes() throws Exception {
        assertThat(AllianceCase.files(SOURCES)).isEqualTo(AllianceCase.files(SOURCES));
    }
}
