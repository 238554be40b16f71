package org.genryu.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rung: by hand. Each row is what a person writes, the unit of the column and what must be read.
class LiteralTest {
    private static final Units USD = Units.of(new Money("USD", 2025));
    private static final Units JPY = Units.of(new Money("JPY", 2025));

    static String read(String text, String unit, Units units) {
        return switch (Literal.read(text, units.unit(unit), units)) {
            case ReadText.Value<Amount>(Amount amount) -> amount.text();
            case ReadText.Refused<Amount>(Text rule, var cure) ->
                rule.en() + cure.map(c -> " Maybe " + c.en()).orElse("");
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 | t | 100",
                "1,234,567 | t | 1234567",
                "-1.5e3 | t | -1500",
                "１，２３４．５ | t | 1234.5",
                "350 t/d | t/yr | 127750",
                "1.2 Mt/yr | t/yr | 1200000",
                "20 Mtpa | t/yr | 20000000",
                "110 USD/kg | USD/kg | 110",
                "110 USD/kg | USD/t | 110000",
                "110 USD per kg | USD/t | 110000",
                "110 USD/(t/yr) | USD/(t/yr) | 110",
                "12 USD/MMBtu | USD/MMBtu | 12",
                "12ドル/百万BTU | USD/MMBtu | 12",
                "100 ¢/lb | USD/lb | 1",
                "¢100/lb | USD/lb | 1",
                "100 US¢/lb | USD/lb | 1",
                "100 USc/lb | USD/lb | 1",
                "100 cents per pound | USD/lb | 1",
                "100セント/ポンド | USD/lb | 1",
                "1,200 metric tons | t | 1200",
                "1,200 dry metric tons/yr | t/yr | 1200",
                "2 thousand short tons | lb | 4000000",
                "350 MMscfd | MMcf/yr | 127750",
                "3 TBtu/yr | MMBtu/yr | 3000000",
                "350百万BTU | MMBtu | 350",
                "90 USD/troy oz | USD/ozt | 90",
                "90ドル/トロイオンス | USD/ozt | 90",
                "5 t REO/yr | kg REO/yr | 5000",
                "450 c/lb | USD/lb | 4.5",
                "450 cts/lb | USD/lb | 4.5",
                "5 klb | lb | 5000",
                "5 kgs | t | 0.005",
                "20 mmtpa | t/yr | 20000000",
                "20 ktpy | t/yr | 20000",
                "20 tpm | t/yr | 240",
                "2 wks | d | 14",
                "3.5 BCF | MMcf | 3500",
                "10 boepd | boe/yr | 3650",
                "10 bopd | bbl/yr | 3650",
                "3 mio t | t | 3000000",
                "2 mrd m3 | m3 | 2000000000",
                "300 MUSD | USD | 300000000",
                "300 MUSD/yr | USD/yr | 300000000",
                "3 kUSD/t | USD/t | 3000",
                "USD300m | USD | 300000000",
                "300 USDm | USD | 300000000",
                "$3.5m | USD | 3500000",
                "$3.5 MM | USD | 3500000",
                "US$3.5bn | USD | 3500000000",
                "$3.5k/t | USD/t | 3500",
                "$5/m | USD/m | 5",
                "1 234 567 t | t | 1234567",
                "1 234.5 | t | 1234.5",
                "1'234.5 | t | 1234.5",
                "12 345..23 456 t | t | 12345..23456",
                "80..120 ¢/lb | USD/lb | 0.8..1.2",
                "35 % | 1 | 0.35",
                "３５％ | 1 | 0.35",
                "3割 | 1 | 0.3",
                "▲5% | 1 | -0.05",
                "△3.2 % | 1 | -0.032",
                "−40 % | 1 | -0.4",
                "5500億ドル | USD | 550000000000",
                "550 billion USD | USD | 550000000000",
                "$5.2 billion | USD | 5200000000",
                "-$5 | USD | -5",
                "USD 12 million/yr | USD/yr | 12000000",
                "5 million | t | 5000000",
                "18 months | yr | 1.5",
                "1.5 years | days | 547.5",
                "5 m³ | L | 5000",
                "3 ㎞ | m | 3000",
                "1,500トン | t | 1500",
                "1.2百万トン | t | 1200000",
                "百二十三万四千五百六十七 | 1 | 1234567",
                "百2十3万4千5百6十7 | 1 | 1234567",
                "七〇〇万 | 1 | 7000000",
                "一千七百〇八 | 1 | 1708",
                "1.5百万1.5千20 | 1 | 1501520",
                "80..120 | t | 80..120",
                "80..120 t/d | t/yr | 29200..43800",
                "80～120 t/d | t/yr | 29200..43800",
                "80〜120 | t | 80..120",
                "80 kg..0.12 t | kg | 80..120",
                "80..80 | t | 80",
                "100 ±15 | t | 100 ±15",
                "100±15 kg | t | 0.1 ±0.015",
                "100 USD/kg ±15 % | USD/kg | 100 ±15",
                "35 ±5 % | 1 | 0.35 ±0.05",
                "100 +- 15 | t | 100 ±15",
                "normal(100, 15) | t | 100 ±15",
                "uniform(80, 120) | t | 80..120",
                "triangular(80, 100, 140) | t | triangular(80, 100, 140)",
                "triangular(1,000, 2,000, 3,000) kg | t | triangular(1, 2, 3)",
                "triangular(80 kg, 0.1 t, 140 kg) | kg | triangular(80, 100, 140)",
                "lognormal(100, 0.3) | t | lognormal(100, 0.3)",
                "lognormal(100,0.3) kt | t | lognormal(100000, 0.3)",
                "lognormal(100 USD/kg, 30 %) | USD/t | lognormal(100000, 0.3)",
            })
    void numbersMustBeReadAsPeopleWriteThem(String text, String unit, String amount) {
        assertThat(read(text, unit, USD)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80兆円 | JPY | 80000000000000",
                "3兆6000億円 | JPY | 3600000000000",
                "1億2,345万6,789円 | JPY | 123456789",
                "4億3,333万円 | 億円 | 4.3333",
                "¥3.6 trillion | JPY | 3600000000000",
                "￥1,234 | JPY | 1234",
                "9.3万円 | JPY | 93000",
                "十万二千五百円 | JPY | 102500",
                "5万円/トン | JPY/t | 50000",
            })
    void yenMustBeReadAsPeopleWriteThem(String text, String unit, String amount) {
        assertThat(read(text, unit, JPY)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "35 % | t | an amount in t is wanted, not a share. Maybe the base of the percentage should be multiplied in.",
                "5 t | 1 | t is mass, and a pure number is wanted.",
                "5 years | t | years is time, and mass is wanted, in t or a unit that converts to it.",
                "5 t | t/yr | t is mass, and mass per time is wanted, in t/yr or a unit that converts to it.",
                "1.234,5 | t | the decimal sign must be the point. Maybe '1234.5' is meant.",
                "1.234.567,25 t | t | the decimal sign must be the point. Maybe '1234567.25 t' is meant.",
                "1.5×10^3 t | t | a power of ten must be written with e. Maybe '1.5e3 t' is meant.",
                "(1,234) | t | it must begin with a number. Maybe '-1,234' is meant.",
                "日量350トン | t/yr | it must begin with a number. Maybe '350トン/日' is meant.",
                "-- | t | it must be a number. Maybe the cell should be left blank: absent.",
                ".. | t | it must be a number. Maybe the cell should be left blank: absent.",
                "n.a. | t | it must be a number. Maybe the cell should be left blank: absent.",
                "W | t | it must be a number. Maybe the cell should be left blank: absent.",
                "3 kb/d | bbl/yr | 'kb' can mean more than one unit. Maybe 'kbbl' (thousand barrels) is meant.",
                "100 st | t | 'st' can mean more than one unit. Maybe 'short-ton' (907 kg) or 't' is meant.",
                "1.234.567 | t | a point must stand once, before the decimals. Maybe groups of digits are parted by commas, as in 1,234,567.",
                "80兆円 | USD | it is in JPY, and the case counts in USD. Maybe `exchange: {JPY: …}` with the worth of one JPY2025 in USD2025 was forgotten.",
                "12 USD2020/kg | USD/kg | it is in prices of 2020, and the case counts in prices of 2025. Maybe `exchange: {USD2020: …}` with the worth of one USD2020 in USD2025 was forgotten.",
                "100 tt | t | 'tt' is not a known unit. Maybe 't', 'kt' or 'Mt' is meant.",
                "100 ton | t | 'ton' can mean more than one unit. Maybe 't' (1,000 kg), 'short-ton' (907 kg) or 'long-ton' (1,016 kg) is meant.",
                "▲5 t | t | ▲ and △ mean minus beside a percentage only. Maybe '-' is meant.",
                "1,5 | t | a comma must stand between groups of three digits. Maybe the decimal sign is a point, as in 1.5.",
                "12,34,567 | t | a comma must stand between groups of three digits. Maybe the decimal sign is a point, as in 1.5.",
                "80-120 | t | a range must be written with two points. Maybe '80..120' is meant.",
                "80..120万トン | t | both sides must carry their own scale. Maybe '80' is in the scale of '120万トン'.",
                "120..80 | t | the lower end must come first. Maybe the ends are swapped.",
                "100 ±-15 | t | the sigma after ± must be 0 or more.",
                "triangular(80, 140, 100) | t | triangular(low, mode, high) must rise. Maybe the order is triangular(80, 100, 140).",
                "triangular(80, 100) | t | it must have the form triangular(low, mode, high).",
                "lognormal(0, 0.3) | t | the median of lognormal must be above 0.",
                "lognormal(100, 30) | t | the sigma of lognormal must lie in 0..10. Maybe it was given in percent or in the unit of the column; it is the sigma of the natural logarithm.",
                "2026-03 | t | it is a date, and an amount is wanted.",
                "10³ t | t | the character '³' would be read as a digit. Maybe write it as a plain decimal such as 2.5 or 1e3.",
                "2½ t | t | the character '½' would be read as a digit. Maybe write it as a plain decimal such as 2.5 or 1e3.",
                "1.5万2000 | t | its parts must stand in falling order and must not overlap. Maybe write it with one scale, such as 4.3億 or 430000000.",
                "NaN | t | it must be a finite number. Maybe the cell should be left blank: no limit.",
                "n/a | t | it must be a number. Maybe the cell should be left blank: absent.",
                "約100 | t | an approximation or a bound is not an amount. Maybe a range such as 80..120 or 100 ±15 is meant.",
                "100億円超 | USD | an approximation or a bound is not an amount. Maybe a range such as 80..120 or 100 ±15 is meant.",
                "1e400 | t | it must be a number that a computer can hold (below 1.8e308).",
                "hello | t | it must begin with a number.",
            })
    void whatIsNoAmountMustBeRefusedWithItsRuleAndCure(String text, String unit, String message) {
        assertThat(read(text, unit, USD)).isEqualTo(message);
    }

    @Test
    void anEmptyCellMustBeRefusedByName() {
        assertThat(read("", "t/yr", USD)).isEqualTo("it must be a number in t/yr.");
    }

    @Test
    void aRefusalMustBecomeAFindingInBothLanguages() {
        ReadText<Amount> reading = Literal.read("100 tt", USD.unit("t"), USD);
        Finding finding = ((ReadText.Refused<Amount>) reading)
                .at(
                        new Finding.Place("processes.csv", 12, "capacity"),
                        new Text("Process 'us-mountain-pass'", "工程「us-mountain-pass」"),
                        "100 tt");
        assertThat(finding.in(Lang.EN))
                .isEqualTo(
                        "Process 'us-mountain-pass': capacity is '100 tt'; 'tt' is not a known unit. [processes.csv:12 capacity] "
                                + "Maybe 't', 'kt' or 'Mt' is meant.");
        assertThat(finding.in(Lang.JA))
                .isEqualTo("工程「us-mountain-pass」: capacity が「100 tt」です。「tt」という単位はありません。 [processes.csv:12 capacity] "
                        + "対処案: 「t」「kt」「Mt」のいずれかではありませんか。");
    }

    @Test
    void aGivenRateMustConvertMoney() {
        Money usd = new Money("USD", 2025);
        Money.Rates rates = new Money.Rates(List.of(
                new Money.Rate(usd, new Money("JPY", 2025), new BigDecimal("160")),
                new Money.Rate(new Money("USD", 2020), usd, new BigDecimal("1.25"))));
        Units units = Units.of(usd, rates);
        assertThat(read("80兆円", "USD", units)).isEqualTo("500000000000");
        assertThat(read("12 USD2020/kg", "USD/kg", units)).isEqualTo("15");
        assertThat(read("5 EUR", "USD", units)).startsWith("it is in EUR, and the case counts in USD.");
    }

    @Test
    void aThingOfTheCaseMustBeAUnit() {
        Units units = USD.with("motor");
        assertThat(read("5 million motor/yr", "motor/yr", units)).isEqualTo("5000000");
        assertThat(read("5 t/yr", "motor/yr", units))
                .isEqualTo(
                        "t/yr is mass per time, and motor per time is wanted, in motor/yr or a unit that converts to it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1",
                "+1",
                ".5",
                "5.",
                "0.1",
                "1e5",
                "1E-5",
                "123456789012345678",
                "1234567890123456789012",
                "0.1234567890123456789",
                "9007199254740993",
                "4.9e-324",
                "1e-999",
                "1.7976931348623157e308",
                "2.2250738585072012e-308",
                "179769313486231580793728971405e279",
                "0.000000000000000000000001"
            })
    void plainDigitsMustBeReadExactlyAsTheLibraryReadsThem(String text) {
        assertThat(Literal.plain(text).getAsDouble()).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                ".",
                "e5",
                "1e",
                "1e+",
                "1d",
                "1f",
                "0x1p3",
                "NaN",
                "Infinity",
                "1e309",
                " 1",
                "1 ",
                "1..2",
                "1.2.3",
                "--1",
                "１"
            })
    void whatOnlyTheLibraryReadsMustNotBePlain(String text) {
        assertThat(Literal.plain(text)).isEmpty();
    }
}
