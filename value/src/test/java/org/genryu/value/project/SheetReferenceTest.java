package org.genryu.value.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The reference page and the schema are one.
class SheetReferenceTest {
    @Test
    void thePageMustBeMadeFromTheSchema() throws IOException {
        Path page = Path.of("..", "docs", "reference", "term-sheet.md");
        assertThat(Files.readString(page))
                .withFailMessage(
                        "docs/reference/term-sheet.md differs from the schema; write SheetReference.markdown() there.")
                .isEqualTo(SheetReference.markdown());
    }

    @Test
    void everyKeyMustHaveItsMeaningInBothLanguages() {
        SheetSchema.current()
                .sections()
                .values()
                .forEach(keys -> keys.values()
                        .forEach(key -> assertThat(key.meaning().en().length()
                                        * key.meaning().ja().length())
                                .as(key.path())
                                .isPositive()));
    }

    @Test
    void everySectionThatAKeyOpensMustExist() {
        SheetSchema.current().sections().values().stream()
                .flatMap(keys -> keys.values().stream())
                .forEach(key -> {
                    switch (key.kind()) {
                        case SECTION, LIST, MAP ->
                            assertThat(SheetSchema.current().sections()).containsKey(key.path());
                        case SHAPES ->
                            key.target()
                                    .forEach(shape -> assertThat(
                                                    SheetSchema.current().sections())
                                            .containsKey(key.path() + "." + shape));
                        default -> assertThat(key.name()).isNotEmpty();
                    }
                });
    }
}
