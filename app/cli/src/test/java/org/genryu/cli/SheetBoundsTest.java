package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.value.Valuer;
import org.genryu.value.future.FutureOptions;
import org.genryu.value.project.Project;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// No number of a term sheet, sure or spread, ends in an exception: it is refused with its line, or it is valued.
/// Rung: every number in turn.
class SheetBoundsTest {
    private static final List<String> HOSTILE = List.of(
            "lognormal(1, 1e300)",
            "lognormal(1, 10)",
            "lognormal(1e300, 1)",
            "lognormal(1e-300, 10)",
            "normal(1, 1e300)",
            "normal(1e300, 1)",
            "uniform(-1e308, 1e308)",
            "triangular(-1e308, 0, 1e308)",
            "triangular(0, 1e-300, 1e18)",
            "0 ±1e300",
            "1e-300..1e300",
            "1e308",
            "-1e308",
            "1e-308",
            "NaN",
            "inf");

    private static final String SHEET =
            Optional.ofNullable(FuzzCase.sheets().get("mine-0.yaml")).orElseThrow();

    /// A number with its unit, where a value may stand.
    private static final Pattern NUMBER = Pattern.compile("(?<=[:\\[,] )'?-?\\d[^,\\]}'\\n]*'?(?=[,\\]}\\n])");

    private static Optional<String> escape(String literal, MatchResult at) {
        String text = SHEET.substring(0, at.start()) + "'" + literal + "'" + SHEET.substring(at.end());
        try {
            Outcome<Project> project = Project.read("mine.yaml", text);
            for (Finding finding : project.findings()) {
                assertThat(finding.in(Lang.EN)).isNotEmpty();
                assertThat(finding.in(Lang.JA)).isNotEmpty();
            }
            if (project.clean().isPresent()) {
                Valuer.value(project.clean().get(), new Valuer.Options(new FutureOptions(1, 16, 1), List.of()));
            }
            return Optional.empty();
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            String before = SHEET.substring(Math.max(0, at.start() - 40), at.start());
            return Optional.of(before.strip() + " " + literal + ": " + e + " at " + e.getStackTrace()[0]);
        }
    }

    @Test
    @Tag("slow")
    void noNumberOfASheetMayEndInAnException() {
        List<MatchResult> numbers = NUMBER.matcher(SHEET).results().toList();
        assertThat(numbers).hasSizeGreaterThan(80);
        List<String> escaped = new ArrayList<>();
        for (MatchResult at : numbers) {
            for (String literal : HOSTILE) {
                escape(literal, at).ifPresent(escaped::add);
            }
        }
        assertThat(escaped).isEmpty();
    }

    /// What cannot be drawn from is told with its line, whatever the distribution.
    @Test
    void aSpreadWithoutBoundsMustBeRefusedWithItsLine() {
        Map<String, String> told = Map.of(
                "lognormal(1, 1e300) MUSD", "the sigma of lognormal must lie in 0..10.",
                "lognormal(1e308, 1) MUSD", "it must be",
                "normal(1, 1e300) MUSD", "it must be",
                "uniform(-1e308, 1e308) MUSD", "it must be",
                "triangular(-1e308, 0, 1e308) MUSD", "it must be",
                "0 MUSD ±1e300", "it must be");
        told.forEach((literal, rule) -> {
            Outcome<Project> project =
                    Project.read("mine.yaml", SHEET.replace("amount: 100 MUSD}", "amount: '" + literal + "'}"));
            assertThat(project.clean()).as(literal).isEmpty();
            assertThat(project.findings().stream().map(finding -> finding.in(Lang.EN)))
                    .as(literal)
                    .anySatisfy(one -> assertThat(one)
                            .startsWith("Capital item 'plant': amount is")
                            .contains(rule, "[mine.yaml:9 amount]"));
        });
    }
}
