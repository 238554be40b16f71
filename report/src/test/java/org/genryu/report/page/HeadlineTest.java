package org.genryu.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.genryu.core.Lang;
import org.genryu.report.Sample;
import org.genryu.report.SampleWorld;
import org.genryu.report.brief.Brief;
import org.genryu.results.RunResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rung: identity (the page says what the screen says).
class HeadlineTest {
    @ParameterizedTest
    @EnumSource(Lang.class)
    void theTopOfThePageMustSayEverySentenceOfTheBrief(Lang lang) {
        Sample sample = SampleWorld.make();
        RunResult run = sample.run();
        Brief brief = Brief.of(run, sample.balance(), lang);
        String top = ReportPage.of(run, lang)
                .transform(page -> page.substring(page.indexOf("id=\"headline\""), page.indexOf("<nav")));
        assertThat(brief.parts()).hasSize(5);
        String said = brief.parts().stream()
                .map(part -> "<dt>" + part.head() + "</dt><dd>"
                        + part.lines().stream()
                                .map(line -> "<p>" + line.all(lang) + "</p>")
                                .collect(Collectors.joining())
                        + "</dd>")
                .collect(Collectors.joining());
        assertThat(top).contains("<p class=\"soft\">" + brief.title().getFirst() + "</p>", said);
    }
}
