package org.genryu.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rungs: by hand (the table of the class comment), identity (what is written reads back).
class NumberTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3600000000000 | JPY | 3.6兆円 | 3兆6,000億円 | ¥3.6 trillion",
                "433333333 | JPY | 4.3億円 | 4億3,333万円 | ¥433.3 million",
                "99999999 | JPY | 1億円 | 9,999万9,999円 | ¥100.0 million",
                "1e16 | JPY | 1京円 | 1京円 | ¥10,000 trillion",
                "5.2e9 | USD | 52億ドル | 52億ドル | $5.2 billion",
                "-5.2e9 | USD | -52億ドル | -52億ドル | -$5.2 billion",
                "5.5e11 | USD | 5,500億ドル | 5,500億ドル | $550.0 billion",
                "52345000000 | USD | 523.5億ドル | 523億4,500万ドル | $52.3 billion",
                "999960000 | USD | 10億ドル | 9億9,996万ドル | $1.0 billion",
                "12345 | JPY | 1.2万円 | 1万2,345円 | ¥12,345",
                "9999.6 | JPY | 1万円 | 1万円 | ¥10,000",
                "999.5 | JPY | 999.50円 | 999.50円 | ¥999.50",
                "100 | JPY | 100円 | 100円 | ¥100",
                "0 | JPY | 0円 | 0円 | ¥0",
                "-0.001 | USD | 0ドル | 0ドル | $0",
                "1e21 | JPY | 100,000京円 | 100,000京円 | ¥1,000,000,000 trillion",
                "3e6 | SEK | 300万 SEK | 300万 SEK | SEK 3.0 million",
            })
    void moneyMustBeWrittenAsReadersOfEachLanguageExpect(
            double value, String currency, String ja, String full, String en) {
        assertThat(NumberText.money(value, currency, Lang.JA)).isEqualTo(ja);
        assertThat(NumberText.moneyInFull(value, currency, Lang.JA)).isEqualTo(full);
        assertThat(NumberText.money(value, currency, Lang.EN)).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "1234567 | 1,234,567",
                "12.3456 | 12.35",
                "100 | 100",
                "0.012345 | 0.01235",
                "-1500 | -1,500",
                "999.96 | 1,000",
                "0.3 | 0.3",
                "1.2345e-7 | 1.235e-7",
                "1.5e16 | 1.5e16",
                "2.5 | 2.5",
                "12345.5 | 12,346",
            })
    void numbersMustShowFourSignificantDigits(double value, String text) {
        assertThat(NumberText.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1500 | t | 1,500トン | 1,500 t",
                "15000 | t | 1.5万トン | 15,000 t",
                "240000 | t/yr | 24万トン/年 | 240,000 t/yr",
                "350 | t/d | 350トン/日 | 350 t/d",
                "12.5 | GWh | 12.5 GWh | 12.5 GWh",
                "3 | 1 | 3 | 3",
            })
    void amountsMustCarryTheirUnit(double value, String unit, String ja, String en) {
        assertThat(NumberText.amount(value, unit, Lang.JA)).isEqualTo(ja);
        assertThat(NumberText.amount(value, unit, Lang.EN)).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.053, -5.3%, ▲5.3%",
        "0.35, 35.0%, 35.0%",
        "0.00035, 0.035%, 0.035%",
        "0, 0.0%, 0.0%",
        "12.5, '1,250.0%', '1,250.0%'"
    })
    void sharesMustBePercentages(double fraction, String plain, String triangle) {
        assertThat(NumberText.percent(fraction)).isEqualTo(plain);
        assertThat(NumberText.percentWithTriangle(fraction)).isEqualTo(triangle);
    }

    @Test
    void pricesMustNameCurrencyAndUnit() {
        assertThat(NumberText.price(110, "USD", "kg", Lang.EN)).isEqualTo("$110/kg");
        assertThat(NumberText.price(-110.256, "USD", "t", Lang.JA)).isEqualTo("-110.3ドル/トン");
    }

    @Test
    void aColumnMustNotMixScales() {
        NumberText.Column yen = NumberText.column(3.6e12, "JPY", Lang.JA);
        assertThat(yen.header()).isEqualTo("兆円");
        NumberText.Column oku = NumberText.column(5.2e11, "JPY", Lang.JA);
        assertThat(oku.header()).isEqualTo("億円");
        assertThat(oku.cell(3.6e12)).isEqualTo("36,000");
        assertThat(oku.cell(4.3e8)).isEqualTo("4.3");
        NumberText.Column dollars = NumberText.column(-5.2e9, "USD", Lang.EN);
        assertThat(dollars.header()).isEqualTo("$ billion");
        assertThat(dollars.cell(-5.24e9)).isEqualTo("-5.2");
    }

    @Test
    void whatIsMissingMustBeSaidWithItsReason() {
        Text reason = new Text("not reported", "未報告");
        assertThat(NumberText.missing(reason, Lang.EN)).isEqualTo("— (not reported)");
        assertThat(NumberText.missing(reason, Lang.JA)).isEqualTo("— (未報告)");
    }

    @Test
    void datesMustBeWrittenInEachLanguage() {
        assertThat(NumberText.day(LocalDate.of(2025, 4, 4), Lang.JA)).isEqualTo("2025年4月4日");
        assertThat(NumberText.day(LocalDate.of(2025, 4, 4), Lang.EN)).isEqualTo("4 Apr 2025");
        assertThat(NumberText.month(2025 * 12 + 3, Lang.JA)).isEqualTo("2025年4月");
        assertThat(NumberText.month(2025 * 12 + 3, Lang.EN)).isEqualTo("Apr 2025");
        assertThat(NumberText.fiscalYear(2025, 4, Lang.JA)).isEqualTo("2025年度 (2025-04〜2026-03)");
        assertThat(NumberText.fiscalYear(2025, 4, Lang.EN)).isEqualTo("FY2025 (Apr 2025 - Mar 2026)");
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100",
        "0.1, 0.1",
        "-0.0, 0",
        "123456789012, 123456789012",
        "1e15, 1000000000000000",
        "1e20, 100000000000000000000",
        "1e21, 1e21",
        "1.5e300, 1.5e300",
        "1e-6, 0.000001",
        "1e-10, 1e-10",
        "1.25e-10, 1.25e-10",
        "0.30000000000000004, 0.30000000000000004"
    })
    void machineTextMustBeShort(double value, String text) {
        assertThat(NumberText.exact(value)).isEqualTo(text);
    }

    @Test
    void machineTextMustReadBackExactly() {
        Law.of(12, 3000).holds(input -> {
            double value = input.real("value");
            assertThat(Double.parseDouble(NumberText.exact(value))).isEqualTo(value + 0.0);
            assertThat(Literal.plain(NumberText.exact(value)).orElseThrow()).isEqualTo(value + 0.0);
        });
    }

    @Test
    void writtenMoneyMustReadBackAsWhatItSays() {
        Law.of(13, 300).holds(input -> {
            double value = input.real("value", -1e17, 1e17);
            Units yen = Units.of(new Money("JPY", 2025));
            for (Lang lang : Lang.values()) {
                String text = NumberText.money(value, "JPY", lang);
                double read = Literal.read(text, yen.unit("JPY"), yen)
                        .found()
                        .orElseThrow()
                        .central();
                assertThat(NumberText.money(read, "JPY", lang)).isEqualTo(text);
                assertThat(Math.abs(read - value)).isLessThanOrEqualTo(0.05001 * Math.abs(value) + 0.005);
            }
            String full = NumberText.moneyInFull(value, "JPY", Lang.JA);
            double read = Literal.read(full, yen.unit("JPY"), yen)
                    .found()
                    .orElseThrow()
                    .central();
            assertThat(Math.abs(read - value)).isLessThanOrEqualTo(0.00005001 * Math.abs(value) + 0.5);
        });
    }
}
