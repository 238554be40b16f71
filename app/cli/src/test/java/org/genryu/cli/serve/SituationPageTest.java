package org.genryu.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first page says what the run says first, and every section that it names is one of the report. Rung: identity.
class SituationPageTest {
    @TempDir
    private Path place;

    @Test
    void theFirstPageMustSayWhatTheRunSaysFirst() throws Exception {
        try (PageVisitor visitor =
                new PageVisitor(Files.createDirectory(place.resolve("case")), place.resolve("home"))) {
            for (String lang : new String[] {"en", "ja"}) {
                String page = visitor.answer("/?lang=" + lang);
                assertThat(page).contains("class=\"headline\"", "<dl class=\"brief\">");
                assertThat(page)
                        .contains(
                                "id=\"s-dependence-by-stage\"",
                                "id=\"s-shortages\"",
                                "id=\"s-prices\"",
                                "id=\"s-indicators-of-supply-risk-side-by-side\"",
                                "id=\"s-sources\"");
                assertThat(page).doesNotContain(" style=");
            }
        }
    }
}
