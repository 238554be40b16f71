package org.genryu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.value.project.Project;
import org.genryu.value.world.CaseProjects;
import org.genryu.value.world.ProjectLink;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The term sheets of the built-in case. Rung: by hand (what each must say of itself).
class BuiltInProjectsTest {
    /// The end of a number of a sheet that stands without a source, such as `{value: 10 %}` or `amount: 5 MUSD,`.
    private static final String BARE =
            ".*(amount|rate|grade|recovery|start|level|fixed|variable|cover|fee|price|months):" + " [0-9][^{]*";

    private static Map<String, String> files() {
        return BuiltInCases.files(BuiltInCases.DEFAULT);
    }

    private static String text(String name) {
        return Objects.requireNonNull(files().get(name), name);
    }

    private static Stream<String> sheets() {
        return files().keySet().stream().filter(name -> name.startsWith("projects/"));
    }

    @Test
    void theCaseMustHoldTheProjectsOfTheProgramme() {
        assertThat(sheets().map(name -> name.substring(9, name.length() - 5)))
                .contains(
                        "minamitorishima-mud",
                        "mountain-pass-dod",
                        "lynas-jare",
                        "eneabba-refinery",
                        "nolans",
                        "caremag",
                        "white-mesa-2",
                        "tanbreez",
                        "kvanefjeld",
                        "magnets-sumter",
                        "magnet-recycling-jp",
                        "alaska-lng",
                        "smr-tennessee",
                        "portsmouth-gas",
                        "copper-smelter-us");
    }

    @TestFactory
    Stream<DynamicTest> everySheetMustReadWithoutError() {
        return sheets().map(name -> DynamicTest.dynamicTest(name, () -> {
            Outcome<Project> read = Project.read(name, text(name));
            assertThat(errors(read)).isEmpty();
            Project project = read.value().orElseThrow();
            assertThat(name).isEqualTo("projects/" + project.header().id() + ".yaml");
            assertThat(project.header().sources()).isNotEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyNumberMustNameItsSourceOrThatItIsAssumed() {
        return sheets().map(name -> DynamicTest.dynamicTest(
                name,
                () -> assertThat(text(name).lines().filter(line -> line.matches(BARE)))
                        .isEmpty()));
    }

    /// Only the two power plants stand outside the case; what no commodity of the case is, keeps the sheet's price.
    @Test
    void everySheetMustMeanProcessesAndMarketsOfTheCase() {
        CaseFile file = CaseReader.readText(files()).value().orElseThrow();
        SupplyCase supply =
                CaseResolver.resolve(file).value().map(ResolvedCase::supply).orElseThrow();
        Outcome<List<ProjectLink>> links = CaseProjects.read(file, Optional.of(supply));
        assertThat(links.value().orElseThrow()).hasSize(15);
        assertThat(links.value().orElseThrow())
                .filteredOn(link -> link.products().isEmpty())
                .extracting(link -> link.project().header().id())
                .containsExactly("portsmouth-gas", "smr-tennessee");
        assertThat(links.findings())
                .filteredOn(BuiltInProjectsTest::isUntied)
                .extracting(finding -> finding.in(Lang.EN))
                .isEmpty();
    }

    private static boolean isUntied(Finding finding) {
        return finding.severity() == Finding.Severity.ERROR
                || (finding.in(Lang.EN).contains("it names no process")
                        && !finding.place().file().matches(".*/(portsmouth-gas|smr-tennessee).yaml"))
                || finding.in(Lang.EN).contains("is made by none of its processes");
    }

    private static List<String> errors(Outcome<Project> read) {
        return read.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .map(finding -> finding.in(Lang.EN))
                .toList();
    }
}
