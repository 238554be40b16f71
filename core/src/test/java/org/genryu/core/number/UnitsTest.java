package org.genryu.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genryu.core.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rungs: by hand, published value (definitions of the units).
class UnitsTest {
    private static final Units USD = Units.of(new Money("USD", 2025));

    @Test
    void theReferencePageMustPrintTheTableOfTheProgram() throws IOException {
        List<String> table = Files.readAllLines(Path.of("..", "docs", "method", "numbers.md"));
        int head = table.indexOf("| measures | symbol | prefixes | size | other names | source |");
        List<String> rows = USD.rows().stream()
                .map(row -> "| " + String.join(" | ", row) + " |")
                .toList();
        assertThat(table.subList(head + 2, head + 2 + rows.size())).isEqualTo(rows);
        assertThat(table.get(head + 2 + rows.size())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, t/d, t/yr, 365",
        "1, kW yr, kWh, 8760",
        "1, GWh, TJ, 3.6",
        "1, lb, kg, 0.45359237",
        "1, short-ton, lb, 2000",
        "1, long-ton, lb, 2240",
        "1, MMBtu, GJ, 1.05505585262",
        "1, toe, Gcal, 10",
        "1, tce, Gcal, 7",
        "1, bbl, gal, 42",
        "1, nm, km, 1.852",
        "1, kn, km/h, 1.852",
        "1, bcm, m3, 1000000000",
        "1, Bcf/d, bcma, 10.33564900608",
        "1, USD/lb, USD/t, 2204.6226218487757",
        "1, mtu, kg, 10",
        "1, 万トン/年, t/yr, 10000",
        "1, 億円, 億円, 1",
        "1, week, days, 7",
        "12, months, yr, 1",
        "1, mtpa, Mt/yr, 1",
        "1, ktoe, TJ, 41.868",
        "1, キロワット時, MJ, 3.6",
        "1, メガワット, kW, 1000",
        "1, USD/(t/yr), USD yr/t, 1",
        "1, USD per tonne per year, USD/t/yr, 1",
        "1, kg/t, 1, 0.001",
        "1, m^3, L, 1000",
        "1, km2, ha, 100",
        "1, million t, Mt, 1",
        "1, Tonnes, t, 1",
        "1, t·km, tkm, 1",
        "1, bp, %, 0.01",
        "1, TWh, Mtoe, 0.08598452278589854",
        "1, metric tons, t, 1",
        "1, Metric Tons, kg, 1000",
        "1, short tons, kg, 907.18474",
        "1, long tons, kg, 1016.0469088",
        "1, dmt, t, 1",
        "1, dry metric tons, t, 1",
        "1, troy oz, g, 31.1034768",
        "1, troy ounces, g, 31.1034768",
        "1, kozt, kg, 31.1034768",
        "100, ¢/lb, USD/t, 2204.6226218487757",
        "100, USc/lb, USD/lb, 1",
        "100, US cents per pound, USD/lb, 1",
        "100, cents/lb, USD/lb, 1",
        "100, セント/ポンド, USD/lb, 1",
        "1, ドル/ポンド, USD/lb, 1",
        "1, ドル/トン, USD/t, 1",
        "1, ドル/百万BTU, USD/MMBtu, 1",
        "1, 百万BTU, MMBtu, 1",
        "1, TBtu, MMBtu, 1000000",
        "1, trillion Btu, TBtu, 1",
        "1, BBtu, MMBtu, 1000",
        "1, MMscfd, MMcf/d, 1",
        "1, MMscf, Mscf, 1000",
        "1, Mscf, scf, 1000",
        "1, Bscf, Bcf, 1",
        "1, Bcfd, Bcf/d, 1",
        "1, mmcfd, m3/d, 28316.846592",
        "273.15, Nm3, Sm3, 288.15",
        "1, kNm3/h, Nm3/h, 1000",
        "1, Sm3, m3, 1",
        "1, boe, MMBtu, 5.8",
        "1, barrels of oil equivalent, boe, 1",
        "1, kboe/d, boe/d, 1000",
        "1, kt, t, 1000",
        "1, flask, lb, 76",
        "1, carat, g, 0.2",
        "1, t REO, kg REO, 1000",
        "1, USD/kg TREO, USD/t REO, 1000",
        "1, t LCE/yr, kg LCE/yr, 1000",
        "1, t U3O8, kg U3O8, 1000",
        "1, 乾量トン, t, 1",
        "1, トロイオンス, ozt, 1",
        "1, ショートトン, lb, 2000",
        "1, 百万トン/年, Mt/yr, 1",
        "1, 立方フィート, cf, 1"
    })
    void unitsMustHaveTheSizeOfTheirDefinition(double value, String from, String to, double expected) {
        Units units = from.contains("円") ? Units.of(new Money("JPY", 2025)) : USD;
        assertThat(units.unit(from).convert(value, units.unit(to))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "t/ | its unit stops too early.",
                "(t | its unit stops too early.",
                "t) | its unit cannot be read from ')' on.",
                "t9 | its unit cannot be read from '9' on.",
                "t+kg | its unit cannot be read from '+kg' on.",
                "furlong | 'furlong' is not a known unit.",
                "oz | 'oz' can mean more than one unit.",
                "ポンド | 'ポンド' can mean more than one unit.",
                "Mboe | 'Mboe' can mean more than one unit.",
                "wmt | 'wmt' is a wet weight, and how much of it is water is not said.",
                "wet metric tons | 'wet-metric-tons' is a wet weight, and how much of it is water is not said.",
                "t/XYZ | 'XYZ' is not a known unit.",
                "USD9999 | its unit cannot be read from '9999' on.",
            })
    void whatIsNoUnitMustBeRefused(String text, String rule) {
        assertThat(USD.read(text))
                .isInstanceOfSatisfying(
                        ReadText.Refused.class,
                        refused -> assertThat(refused.rule().en()).isEqualTo(rule));
    }

    @Test
    void aUnitThatTheProgramNamesWronglyMustBeItsMistake() {
        assertThatThrownBy(() -> USD.unit("furlong")).hasMessage("Unit 'furlong': 'furlong' is not a known unit.");
        assertThatThrownBy(() -> USD.unit("t").convert(1, USD.unit("m")))
                .hasMessage("Unit 't' cannot be converted to 'm': they measure different things.");
    }

    @ParameterizedTest
    @CsvSource({
        "t/yr, mass per time, 質量 ÷ 時間",
        "USD/kg, money per mass, 金額 ÷ 質量",
        "m3, volume, 体積",
        "ha, area, 面積",
        "1, a pure number, 単位のない数",
        "1/t, 1 per mass, 1 ÷ 質量"
    })
    void whatAUnitMeasuresMustBeSaidInWords(String unit, String en, String ja) {
        assertThat((unit.equals("1/t") ? USD.unit("/t") : USD.unit(unit))
                        .dimension()
                        .words())
                .isEqualTo(new Text(en, ja));
    }
}
