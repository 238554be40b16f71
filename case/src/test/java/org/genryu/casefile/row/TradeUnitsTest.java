package org.genryu.casefile.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.Small;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Prices and amounts in the units of the trade. Rung: by hand.
class TradeUnitsTest {
    private static Small with(String commodity) {
        return Small.years()
                .with(
                        "commodities.csv",
                        "commodity,unit,group,trade_unit,heating_value\nore,t,rock,,\nmetal,t,pure,,\n" + commodity
                                + "\n");
    }

    private static Optional<SupplyCase.TradeUnit> unit(String commodity) {
        return with(commodity).resolved().supply().world().commodities().trade().get(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'oxide,t,,USD/kg,', USD/kg, 0.001",
        "'oxide,t,,kg,', USD/kg, 0.001",
        "'copper,t,,¢/lb,', ¢/lb, 0.045359237",
        "'gas,t,,USD/MMBtu,52 MMBtu/t', USD/MMBtu, 0.019230769230769",
        "'gas,t,,MMBtu,52 MMBtu/t', USD/MMBtu, 0.019230769230769",
        "'gas,GJ,,USD/MMBtu,', USD/MMBtu, 1.05505585262",
        "'ore2,t REO,,USD/kg REO,', USD/kg REO, 0.001"
    })
    void aPriceMustBeShownInTheUnitOfTheTrade(String commodity, String symbol, double factor) {
        SupplyCase.TradeUnit unit = unit(commodity).orElseThrow();
        assertThat(unit.symbol()).isEqualTo(symbol);
        assertThat(unit.factor()).isCloseTo(factor, within(1e-12));
    }

    @Test
    void withoutAUnitOfTheTradeThereMustBeNone() {
        assertThat(unit("oxide,t,,,")).isEmpty();
    }

    @Test
    void aUnitThatIsNoPriceOfTheCommodityMustBeTold() {
        assertThat(with("gas,t,,USD/MMBtu,").findings(Lang.EN))
                .containsExactly(
                        "Commodity 'gas': trade_unit is 'USD/MMBtu'; it is a price of energy, and the commodity is counted in t. [commodities.csv:4 trade_unit] Maybe the heating value of the commodity must be declared: column `heating_value` of commodities, in GJ per unit, with its source.");
        assertThat(with("gas,t,,USD/MMBtu,").findings(Lang.JA))
                .containsExactly(
                        "品目「gas」: trade_unit が「USD/MMBtu」です。エネルギー当たりの価格ですが、品目は t で数えています。 [commodities.csv:4 trade_unit] 対処案: commodities の `heating_value` 列に、単位当たりの熱量（GJ）を出典とともに書いてください。");
        assertThat(with("gas,t,,USD/m3,").findings(Lang.EN))
                .containsExactly(
                        "Commodity 'gas': trade_unit is 'USD/m3'; it must be a unit of the price of something counted in t, such as USD/t. [commodities.csv:4 trade_unit]");
        assertThat(with("gas,t,,USD/wmt,").findings(Lang.JA))
                .singleElement()
                .asString()
                .contains("「wmt」は湿量で");
    }

    private static Outcome<CaseFile> priced(String commodity, String cost) {
        return with(commodity)
                .with("routes.csv", "route,from,to,commodity,cost,observed\nsea,mine,port,gas," + cost + "\n")
                .read();
    }

    @Test
    void energyMustBeReadByTheDeclaredHeatingValue() {
        CaseTable routes = priced("gas,t,,,52 MMBtu/t", "2 USD/MMBtu,104 TBtu/yr")
                .clean()
                .orElseThrow()
                .table("routes");
        assertThat(routes.numbers("cost").values()[0]).isCloseTo(104, within(1e-9));
        assertThat(routes.numbers("observed").values()[0]).isCloseTo(2e6, within(1e-3));
        CaseTable stores = with("gas,t,,,52 MMBtu/t")
                .with("stores.csv", "store,place,commodity,cost,level\nyard,port,gas,1 USD/MMBtu/yr,52 MMBtu\n")
                .read()
                .clean()
                .orElseThrow()
                .table("stores");
        assertThat(stores.numbers("cost").values()[0]).isCloseTo(52, within(1e-9));
        assertThat(stores.numbers("level").values()[0]).isCloseTo(1, within(1e-12));
    }

    @Test
    void energyWithoutAHeatingValueMustBeRefusedWithItsCure() {
        assertThat(Small.texts(priced("gas,t,,,", "2 USD/MMBtu,"), Lang.EN))
                .contains(
                        "Route 'sea': cost is '2 USD/MMBtu'; it is given in energy. [routes.csv:2 cost] Maybe the heating value of the commodity must be declared: column `heating_value` of commodities, in GJ per unit, with its source.");
        assertThat(Small.texts(priced("gas,t,,,", "2 USD/MMBtu,"), Lang.JA))
                .contains(
                        "輸送路「sea」: cost が「2 USD/MMBtu」です。エネルギーで書かれています。 [routes.csv:2 cost] 対処案: commodities の `heating_value` 列に、単位当たりの熱量（GJ）を出典とともに書いてください。");
    }

    @Test
    void theCostOfAPlantMayBeInTheEnergyOfItsProduct() {
        CaseTable processes = with("gas,t,,,52 MMBtu/t")
                .with("recipes.csv", "recipe,commodity,amount\ndig,gas,1\nsmelt,ore,-2\nsmelt,metal,1\n")
                .with(
                        "processes.csv",
                        "process,place,recipe,capacity,cost\npit,mine,dig,5.2 TBtu/yr,3 USD/MMBtu\nworks,port,smelt,50,5\n")
                .read()
                .clean()
                .orElseThrow()
                .table("processes");
        assertThat(processes.numbers("capacity").values()[0]).isCloseTo(1e5, within(1e-6));
        assertThat(processes.numbers("cost").values()[0]).isCloseTo(156, within(1e-9));
    }

    @Test
    void contentsMustBeCountedAsSuch() {
        List<String> said = Small.texts(priced("gas,t,,,", "2 USD/t REO,"), Lang.EN);
        assertThat(said)
                .anyMatch(
                        s -> s.endsWith(
                                "Maybe the commodity should be counted so: `t REO` in the column `unit` of commodities; or its own tonnes are meant."));
        assertThat(Small.texts(priced("gas,t,,,", "2 USD/t REO,"), Lang.JA))
                .anyMatch(s -> s.endsWith("対処案: commodities の unit 列を `t REO` のようにするか、品目自体の重量で書いてください。"));
        assertThat(priced("gas,t REO,,,", "2 USD/kg REO,")
                        .clean()
                        .orElseThrow()
                        .table("routes")
                        .numbers("cost")
                        .values()[0])
                .isEqualTo(2000);
    }
}
