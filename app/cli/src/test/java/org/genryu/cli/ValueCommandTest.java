package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What does a user of `genryu value` see? Rung: by hand.
class ValueCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aBuiltInSheetMustBeValuedByItsId() throws IOException {
        Session session = Session.of("value", "nolans", "--out", folder.toString(), "--lang", "en");
        assertThat(session.code()).isZero();
        assertThat(session.out()).contains("Nolans rare earths", "NPV before finance", "least DSCR");
        assertThat(folder.resolve("cashflow.csv")).isNotEmptyFile();
        assertThat(folder.resolve("debt.csv")).isNotEmptyFile();
        assertThat(folder.resolve("cashflow.xlsx")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("report.html"))).contains("From sales to value");
    }

    @Test
    void anUnknownSheetMustNameTheNearest() {
        Session session = Session.of("value", "nolan", "--lang", "en");
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err()).contains("is no file and no built-in sheet", "Maybe 'nolans' was meant.");
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
