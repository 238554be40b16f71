package org.genryu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.EquivalentBalances;
import org.genryu.balance.account.Shortages;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.read.CaseReader;
import org.genryu.core.ProgressReport;
import org.genryu.results.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rung: by hand. A pit sends 60 t/yr to a town for 12 USD a ton; a ton short costs 500 USD.
class AgainstBaseTest {
    /// The first asks what the open way carries without the event, the second does not.
    private static final String SHARE = "quota: {from: CN, share: 40 %, start: 2025-01, months: 12}";

    private static final String AMOUNT = "quota: {from: CN, amount: 24, start: 2025-01, months: 12}";

    private static CaseFile town(String event) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("case.yaml", """
                id: town
                currency: USD
                price_year: 2025
                discount_rate: 0
                periods: {first: 2025, last: 2025, step: year}
                """);
        files.put("places.csv", "place,country\nmine,CN\ntown,JP\n");
        files.put("commodities.csv", "commodity,unit\nore,t\n");
        files.put("recipes.csv", "recipe,commodity,amount\ndig,ore,1\n");
        files.put("processes.csv", "process,place,recipe,status,capacity,cost\npit,mine,dig,operating,100,10 USD/t\n");
        files.put("routes.csv", "route,from,to,commodity,cost\nrail,mine,town,ore,2 USD/t\n");
        files.put(
                "demands.csv",
                "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,ore,60 t/yr,500 USD/t\n");
        files.put("scenarios/s.yaml", "id: s\ntitle: {en: Less, ja: 減少}\nevents:\n  - " + event + "\n");
        files.put("scenarios/t.yaml", "id: t\nevents:\n  - " + event + "\n");
        return CaseReader.readText(files).clean().orElseThrow();
    }

    private static RunResult run(RunOptions question, String event) {
        return Study.answer(town(event), List.of(), question, "test", ProgressReport.SILENT)
                .value()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {SHARE, AMOUNT})
    void aScenarioMustStandBesideTheCaseWithoutIt(String event) {
        RunResult run = run(RunOptions.BASE.in("s").againstBase(), event);
        Balance base = run.beside().base().orElseThrow();
        assertThat(base.quantities().served()[0][0]).isCloseTo(60, within(1e-9));
        assertThat(Shortages.against(run.balance().orElseThrow(), base, 0))
                .singleElement()
                .satisfies(lost -> {
                    assertThat(lost.lacking()).isCloseTo(36, within(1e-9));
                    assertThat(lost.cost()).isCloseTo(36 * 500, within(1e-6));
                });
        assertThat(run.beside().title().orElseThrow().ja()).isEqualTo("減少");
        assertThat(run.beside().scenarios()).extracting(RunResult.Prepared::id).containsExactly("s", "t");
    }

    /// Also where the case without the scenario had to be balanced first.
    @ParameterizedTest
    @ValueSource(strings = {SHARE, AMOUNT})
    void onlyTheRunMustKeepTheWayToOtherAnswers(String event) {
        List<Supplier<EquivalentBalances>> kept = new ArrayList<>();
        run(
                RunOptions.BASE
                        .with(BalanceOptions.DEFAULT.keeping(kept::add))
                        .in("s")
                        .againstBase(),
                event);
        assertThat(kept).hasSize(1);
    }

    @Test
    void whoDoesNotAskMustGetNoBase() {
        assertThat(run(RunOptions.BASE.in("s"), AMOUNT).beside().base()).isEmpty();
        assertThat(run(RunOptions.BASE.againstBase(), AMOUNT).beside().base()).isEmpty();
        assertThat(run(RunOptions.BASE, AMOUNT).beside().title()).isEmpty();
    }
}
