package org.genryu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.read.CaseReader;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.results.RunResult;
import org.junit.jupiter.api.Test;

/// Rung: by hand. A pit sends what a town wants, 60 t/yr, over a rail that carries no more than 90; what happened takes
/// a part of that away from 2026 on.
class InForceTest {
    private static Map<String, String> files(String base, String observed) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("case.yaml", """
                id: town
                currency: USD
                price_year: 2025
                discount_rate: 0
                periods: {first: 2025, last: 2027, step: year}
                """ + base);
        files.put("places.csv", "place,country\nmine,CN\ntown,JP\n");
        files.put("commodities.csv", "commodity,unit\nore,t\n");
        files.put("recipes.csv", "recipe,commodity,amount\ndig,ore,1\n");
        files.put("processes.csv", "process,place,recipe,status,capacity,cost\npit,mine,dig,operating,100,10 USD/t\n");
        files.put(
                "routes.csv",
                "route,from,to,commodity,cost,capacity,observed\nrail,mine,town,ore,2,90," + observed + "\n");
        files.put(
                "demands.csv",
                "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,ore,60 t/yr,500 USD/t\n");
        files.put("scenarios/quota.yaml", """
                id: quota
                title: {en: A quota, ja: 割当}
                events:
                  - quota: {from: CN, amount: 24, start: 2025-01, last: 2026}
                """);
        files.put("scenarios/break.yaml", """
                id: break
                title: {en: The rail breaks, ja: 線路の故障}
                events:
                  - outage: {routes: [rail], start: 2027-01, months: 6}
                """);
        files.put("scenarios/more.yaml", """
                id: more
                title: {en: More is wanted, ja: 需要増}
                events:
                  - surge: {demands: [need], factor: 1.5, start: 2027-01, months: 12}
                """);
        return files;
    }

    private static CaseFile town(String base, String observed) {
        return CaseReader.readText(files(base, observed)).clean().orElseThrow();
    }

    private static final String BASE = "base: [quota, break]\n";

    private static RunResult run(CaseFile file, RunOptions question) {
        return Study.answer(file, List.of(), question, "test", ProgressReport.SILENT)
                .value()
                .orElseThrow();
    }

    private static void served(RunResult run, double... tonnes) {
        Balance balance = run.balance().orElseThrow();
        for (int t = 0; t < tonnes.length; t++) {
            assertThat(balance.quantities().served()[0][t]).as("%s", t).isCloseTo(tonnes[t], within(1e-6));
        }
    }

    @Test
    void whatHappenedMustActInEveryRunUnlessItIsLeftOut() {
        CaseFile file = town(BASE, "");
        served(run(file, RunOptions.BASE), 24, 24, 30);
        served(run(file, RunOptions.BASE.leaving(List.of("quota"))), 60, 60, 30);
        served(run(file, RunOptions.BASE.leaving(List.of("break"))), 24, 24, 60);
        served(run(file, RunOptions.BASE.leaving(List.of("all"))), 60, 60, 60);
        served(run(file, RunOptions.BASE.leaving(List.of("割当", "The rail breaks"))), 60, 60, 60);
        served(run(town("", ""), RunOptions.BASE), 60, 60, 60);
        assertThat(run(file, RunOptions.BASE).facts().scenario()).isEqualTo("base");
    }

    /// The months of a scenario are those that a stress goes through; what is in force ends by a date of its own
    /// alone.
    @Test
    void whatHappenedMustGoOnBeyondTheMonthsOfItsScenario() {
        for (String end : List.of("", ", last: 2025", ", months: 24", ", repealed: 2026-01")) {
            String quota = "id: quota\nstart: 2025-01\nmonths: 12\nevents:\n  - quota: {from: CN, amount: 24%s}\n";
            Map<String, String> files = files("base: [quota]\n", "");
            files.put("scenarios/quota.yaml", quota.formatted(end));
            double[] served = switch (end) {
                case "" -> new double[] {24, 24, 24};
                case ", months: 24" -> new double[] {24, 24, 60};
                default -> new double[] {24, 60, 60};
            };
            CaseFile happened = CaseReader.readText(files).clean().orElseThrow();
            served(run(happened, RunOptions.BASE), served);
            served(run(happened, RunOptions.BASE.in("quota")), served);
            served(run(happened, RunOptions.BASE.in("quota").leaving(List.of("quota"))), served);
        }
    }

    /// What was observed in the base year was observed while the quota was in force: it is not taken off twice.
    @Test
    void anObservedBaseYearMustKeepWhatWasObserved() {
        served(run(town(BASE, "60"), RunOptions.BASE), 60, 24, 30);
    }

    @Test
    void aScenarioMustComeOnTopAndStandBesideWhatHappened() {
        RunResult run = run(town(BASE, ""), RunOptions.BASE.in("more").againstBase());
        served(run, 24, 24, 45);
        Balance base = run.beside().base().orElseThrow();
        assertThat(base.quantities().served()[0][2]).isCloseTo(30, within(1e-6));
        assertThat(run.beside().happened().events())
                .extracting(event -> event.title().ja())
                .containsExactly("割当", "線路の故障");
        assertThat(run.beside().scenarios()).extracting(RunResult.Prepared::id).containsExactly("more");
        RunResult less =
                run(town(BASE, ""), RunOptions.BASE.in("more").againstBase().leaving(List.of("quota")));
        assertThat(less.beside().base().orElseThrow().quantities().served()[0][1])
                .isCloseTo(60, within(1e-6));
        assertThat(less.beside().happened().left())
                .extracting(RunResult.Prepared::id)
                .containsExactly("quota");
    }

    /// An event of the base under its own id is what it is in every run; it is never in force twice.
    @Test
    void whatHappenedMustBeTheSameWhenAskedForByName() {
        served(run(town(BASE, "60"), RunOptions.BASE.in("quota")), 60, 24, 30);
        served(run(town(BASE, "60"), RunOptions.BASE.in("quota").leaving(List.of("all"))), 60, 24, 60);
    }

    /// A licence that had recovered in the base year acts no more and cuts no period; one that goes on does.
    @Test
    void aLicenceMustRecoverFromWhereItBegan() {
        Map<String, String> files = files("base: [licence]\n", "60");
        String licence = "id: licence\nevents:\n  - licence: {from: CN, trough: 0.2, start: 2025-04, recover: %s}\n";
        files.put("scenarios/licence.yaml", licence.formatted(4));
        CaseFile over = CaseReader.readText(files).clean().orElseThrow();
        assertThat(InForce.of(over).with(Optional.empty())).isEmpty();
        served(run(over, RunOptions.BASE), 60, 60, 60);
        files.put("scenarios/licence.yaml", licence.formatted(12));
        RunResult going = run(CaseReader.readText(files).clean().orElseThrow(), RunOptions.BASE);
        // January to March 2026 are its tenth to twelfth month: 0.2 + 0.8 · (9.5, 10.5, 11.5)/12, then all of
        // it.
        served(going, 60, 60 * ((0.2 + 0.8 * 10.5 / 12) * 3 + 9) / 12, 60);
    }

    @Test
    void whatIsNotInForceMustBeTold() {
        Outcome<RunResult> wrong = Study.answer(
                town(BASE, ""), List.of(), RunOptions.BASE.leaving(List.of("quotas")), "test", ProgressReport.SILENT);
        assertThat(wrong.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.in(Lang.EN))
                        .contains("Event in force 'quotas'", "there are: quota (A quota), break (The rail breaks)."))
                .satisfies(finding -> assertThat(finding.in(Lang.JA)).contains("適用中の事象", "quota (割当)"));
        Outcome<InForce> none = InForce.of(town("", ""), List.of("quota"));
        assertThat(none.findings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.in(Lang.EN))
                                .isEqualTo(
                                        "Event 'quota': is not in force: case.yaml names no scenario under `base`. Maybe leave --without out."))
                .satisfies(finding -> assertThat(finding.in(Lang.JA)).contains("適用されていません"));
        assertThat(InForce.of(town("", ""), List.of("all")).hasErrors()).isFalse();
    }

    @Test
    void aBaseOfNoScenarioMustBeAnErrorWithItsCure() {
        Outcome<CaseFile> wrong = CaseReader.readText(files("base: [quotta]\n", ""));
        assertThat(wrong.findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.in(Lang.EN)).contains("base", "quotta", "[case.yaml:6 base]", "quota"))
                .satisfies(finding -> assertThat(finding.in(Lang.JA)).contains("シナリオ", "quotta"));
        assertThat(CaseReader.readText(files("base: [quota, quota]\n", "")).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.in(Lang.EN)).contains("'quota' is named twice"));
        assertThat(CaseReader.readText(files("base: quota\n", ""))
                        .value()
                        .orElseThrow()
                        .header()
                        .base())
                .containsExactly("quota");
    }

    /// What stands in two files at the same line is two events, told each by its own file.
    @Test
    void eventsOfSeveralFilesMustKeepTheirPlaces() {
        Map<String, String> files = files(BASE, "");
        files.put("scenarios/break.yaml", """
                id: break
                title: {en: Nothing breaks, ja: 故障なし}
                events:
                  - outage: {routes: [rail], start: 2040-01, months: 6}
                """);
        RunResult run = run(CaseReader.readText(files).clean().orElseThrow(), RunOptions.BASE);
        assertThat(run.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.in(Lang.EN))
                        .startsWith("Scenario 'break': outage meets nothing")
                        .contains("[scenarios/break.yaml:4 outage]"));
        Scenario joined = InForce.of(town(BASE, "")).with(Optional.empty()).orElseThrow();
        assertThat(joined.actions())
                .extracting(Scenario.Action::file)
                .containsExactly("scenarios/quota.yaml", "scenarios/break.yaml");
    }
}
