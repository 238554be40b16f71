package org.genryu.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.genryu.cli.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What does a user of `genryu value` see? Rung: by hand.
class ValueCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aBuiltInSheetMustBeValuedByItsId() throws IOException {
        Session session = Session.of("value", "nolans", "--futures", "64", "--out", folder.toString(), "--lang", "en");
        assertThat(session.code()).isZero();
        assertThat(session.out()).contains("Nolans rare earths", "NPV before finance", "least DSCR");
        assertThat(folder.resolve("cashflow.csv")).isNotEmptyFile();
        assertThat(folder.resolve("debt.csv")).isNotEmptyFile();
        assertThat(folder.resolve("cashflow.xlsx")).isNotEmptyFile();
        assertThat(folder.resolve("distributions.csv")).isNotEmptyFile();
        assertThat(folder.resolve("supports.csv")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains(
                        "From sales to value", "From market only to with support", "Cover of the debt (DSCR) by year");
    }

    @Test
    void aSeedMustGiveTheSameFuturesAndAnotherOneOthers() {
        String once = futures("7");
        assertThat(futures("7")).isEqualTo(once);
        assertThat(futures("8")).isNotEqualTo(once);
    }

    private static String futures(String seed) {
        Session session = Session.of("value", "nolans", "--futures", "64", "--seed", seed, "--json", "--quiet");
        assertThat(session.code()).isZero();
        assertThat(session.json().get("futures").asInt()).isEqualTo(64);
        return session.json().get("npv").toString();
    }

    @Test
    void floorsMustBeReadWithTheirUnit() {
        Session session =
                Session.of("value", "nolans", "--futures", "32", "--floors", "90 USD/kg, 120000", "--json", "--quiet");
        assertThat(session.json().get("floors"))
                .extracting(floor -> floor.get("price").asDouble())
                .containsExactly(90_000.0, 120_000.0);
        assertThat(Session.of("value", "nolans", "--floors", "90 bananas", "--lang", "en")
                        .err())
                .contains("--floors: '90 bananas';");
    }

    @Test
    void theLeastSupportMustBeToldForEveryLever() {
        Session session =
                Session.of("value", "magnet-recycling-jp", "--futures", "16", "--bankable", "20%", "--json", "--quiet");
        assertThat(session.code()).isZero();
        assertThat(session.json().get("bankable"))
                .extracting(lever -> lever.get("lever").asString())
                .containsExactly("floor", "cover", "grant", "gearing", "tenor", "rate");
        assertThat(session.json().get("bankable"))
                .allSatisfy(lever ->
                        assertThat(lever.get("status").asString()).isIn("needed", "nothing-needed", "not-reachable"));
        assertThat(Session.of("value", "nolans", "--bankable", "often", "--lang", "en")
                        .err())
                .contains("--bankable is 'often'; it must be a share such as 0.1 or 10%.");
    }

    @Test
    void anUnknownSheetMustNameTheNearest() {
        Session session = Session.of("value", "nolan", "--lang", "en");
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err())
                .contains(
                        "is no file; as a built-in sheet it is not known here",
                        "Maybe 'nolans' (Nolans rare earths) is meant.");
    }

    @Test
    void aBrokenSheetMustListEveryFaultWithItsCure() throws IOException {
        Path sheet = folder.resolve("bad.yaml");
        Files.writeString(sheet, """
                id: bad
                currency: USD
                price_year: 2025
                valuation_date: 2026-01
                rates: {discount: 10 %}
                schedule: {build: 12 months, operate: 10 years}
                capex: {items: [{item: plant, amount: 100 MUSD}]}
                ramp_up: [50 %, 120 %]
                products: [{product: metal, amount: 10 kt/yr, price: copper}]
                """);
        Session session = Session.of("value", sheet.toString(), "--lang", "en");
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err()).contains("ramp_up").contains("copper");
    }
}
