package org.genryu.stress.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.account.Survival;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// How long countries hold out. Rung: by hand.
class SurvivalTest {
    private static final String HEAP = "store,place,commodity,kind,capacity,level\n";

    private static StressAccount account(TextCase world) {
        MonthlyStress.Answer answer = StressRuns.run(world);
        return StressAccount.of(answer, answer.path().orElseThrow());
    }

    private static Survival of(StressAccount account, String country, int commodity) {
        return account.survival().stream()
                .filter(one -> one.country().equals(country)
                        && one.commodity().equals(commodity < 0 ? OptionalInt.empty() : OptionalInt.of(commodity)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStockOfThreeMonthsMustLastThreeOfSixMonths() {
        StressAccount account = account(
                StressRuns.town(HEAP + "heap,town,good,commercial,300,300", StressRuns.ban(6, "foresight: 0\n")));
        Survival town = of(account, "JP", 0);
        assertThat(town.cover().orElseThrow()).isCloseTo(3 * 365.0 / 12, within(1e-9));
        assertThat(town.open()).isEqualTo(town.cover());
        assertThat(town.survive().orElseThrow()).isCloseTo(3, within(1e-4));
        assertThat(town.recover()).hasValue(6);
        assertThat(town.empty().orElseThrow().empty()).hasValue(2);
        // The pit makes what is used and no more: the stock never returns.
        assertThat(town.whole()).isEmpty();
        assertThat(of(account, "JP", -1).survive()).isEqualTo(town.survive());
        assertThat(of(account, "JP", -1).cover()).isEmpty();
    }

    @Test
    void theLostSiteMustBeSurvivedForTwoMonthsAndFourTenths() {
        TextCase world =
                StressRuns.town(HEAP + "heap,town,good,commercial,120,120", """
                        start: 2027-01
                        months: 12
                        foresight: 0
                        events:
                          - outage: {processes: pit, start: 2027-01, months: 4}
                        """).table("processes", """
                        process,place,recipe,status,capacity,cost
                        pit,src,dig,operating,720,10
                        pit-2,src,dig,operating,600,12""");
        Survival town = of(account(world), "JP", 0);
        assertThat(town.survive().orElseThrow()).isCloseTo(2.4, within(1e-4));
        assertThat(town.recover()).hasValue(4);
        assertThat(town.cover().orElseThrow()).isCloseTo(1.2 * 365 / 12, within(1e-9));
    }

    /// S4: the service is back in month 5, the stock at the end of month 9.
    @Test
    void serviceAndStockMustRecoverApart() {
        TextCase world = StressRuns.town(HEAP + "heap,town,good,commercial,100,100", """
                        start: 2027-01
                        months: 24
                        foresight: 0
                        events:
                          - quota: {from: CN, amount: 600 t/yr, start: 2027-01, months: 1}
                          - quota: {from: CN, amount: 300 t/yr, start: 2027-02, months: 1}
                          - quota: {from: CN, amount: 600 t/yr, start: 2027-03, months: 1}
                          - quota: {from: CN, amount: 900 t/yr, start: 2027-04, months: 1}
                          - quota: {from: CN, amount: 1200 t/yr, start: 2027-05, months: 1}
                        """)
                .table("processes", "process,place,recipe,status,capacity,cost\npit,src,dig,operating,1500,10");
        Survival town = of(account(world), "JP", 0);
        assertThat(town.recover()).hasValue(4);
        assertThat(town.whole()).hasValue(9);
    }

    @Test
    void whoIsNeverShortMustSurviveWithoutEnd() {
        StressAccount account = account(
                StressRuns.town(HEAP + "heap,town,good,strategic,300,300", StressRuns.ban(2, "foresight: 0\n")));
        Survival town = of(account, "JP", -1);
        assertThat(town.weakest()).isEmpty();
        assertThat(town.survive()).isEmpty();
        assertThat(town.recover()).isEmpty();
        assertThat(account.homeSurvival()).contains(town);
        assertThat(account.homeShort()).isEmpty();
        assertThat(of(account, "JP", 0).cover().orElseThrow()).isCloseTo(3 * 365.0 / 12, within(1e-9));
        assertThat(of(account, "JP", 0).open()).hasValue(0);
    }
}
