package org.genryu.casefile.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.casefile.CaseHeader;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.IndexedTable;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.core.Text;
import org.genryu.core.number.Money;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Unit;
import org.genryu.core.number.Units;

/// In which unit does the trade quote the price of a commodity, and how much is that of the case's own unit?
///
/// A unit of an amount (`kg`, `MMBtu`) is money of the case per that amount. Energy is reached through the heating
/// value h [GJ/unit] that the commodity declares: price [USD/GJ] = price [USD/unit] / h.
public final class TradeUnits {
    public static final String ENERGY = "GJ";

    /// What must be declared before energy can be an amount.
    public static final Text HEATING = new Text(
            "the heating value of the commodity must be declared: column `heating_value` of commodities, in GJ per unit,"
                    + " with its source.",
            "commodities の `heating_value` 列に、単位当たりの熱量（GJ）を出典とともに書いてください。");

    private final Units units;
    private final CaseTable commodities;

    private TradeUnits(CaseTable commodities, Units units) {
        this.commodities = commodities;
        this.units = units;
    }

    /// By commodity; none where no unit is named or it cannot be read.
    public static List<Optional<SupplyCase.TradeUnit>> of(CaseTable commodities, CaseHeader header) {
        Money counted = new Money(header.currency(), header.priceYear());
        Units plain = Units.of(counted, header.exchange().into(counted));
        List<Optional<SupplyCase.TradeUnit>> all = new ArrayList<>();
        for (int row = 0; row < commodities.rows(); row++) {
            String own = commodities.words("unit")[row];
            Units units = plain.read(own) instanceof ReadText.Value<Unit> ? plain : plain.with(own);
            all.add(new TradeUnits(commodities, units).read(row).flatMap(ReadText::found));
        }
        return all;
    }

    /// Tells of every unit that cannot be one.
    public static void check(IndexedTable keyed, CaseTable commodities, Units units, CaseFindings faults) {
        TradeUnits all = new TradeUnits(commodities, units);
        for (int row = 0; row < commodities.rows(); row++) {
            if (all.read(row).orElse(ReadText.of(new SupplyCase.TradeUnit("", 1)))
                    instanceof ReadText.Refused<SupplyCase.TradeUnit>(Text rule, Optional<Text> cure)) {
                String written = commodities.words("trade_unit")[row];
                faults.badNumber(keyed.where(row, "trade_unit"), "trade_unit", written, rule, cure);
            }
        }
    }

    private Optional<ReadText<SupplyCase.TradeUnit>> read(int row) {
        String written = commodities.words("trade_unit")[row];
        if (written.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(units.read(written)
                .then(unit -> units.read(commodities.words("unit")[row]).then(own -> in(unit, written, own, row))));
    }

    private ReadText<SupplyCase.TradeUnit> in(Unit trade, String written, Unit own, int row) {
        String currency = units.money().currency();
        Unit money = units.unit(currency);
        Unit price = money.per(own, "");
        boolean amount = trade.dimension().powers().keySet().stream()
                .noneMatch(money.dimension().powers()::containsKey);
        Unit quoted = amount ? money.per(trade, "") : trade;
        String symbol = amount ? currency + "/" + written : written;
        if (quoted.dimension().equals(price.dimension())) {
            return ReadText.of(new SupplyCase.TradeUnit(symbol, price.convert(1, quoted)));
        }
        Unit energy = money.per(units.unit(ENERGY), "");
        CaseTable.Column.Numbers heat = commodities.numbers("heating_value");
        if (quoted.dimension().equals(energy.dimension())) {
            return heat.given(row)
                    ? ReadText.of(new SupplyCase.TradeUnit(symbol, energy.convert(1, quoted) / heat.values()[row]))
                    : ReadText.refuse(
                            new Text(
                                    "it is a price of energy, and the commodity is counted in " + own.symbol() + ".",
                                    "エネルギー当たりの価格ですが、品目は " + own.symbol() + " で数えています。"),
                            HEATING);
        }
        return ReadText.refuse(new Text(
                "it must be a unit of the price of something counted in " + own.symbol() + ", such as " + currency + "/"
                        + own.symbol() + ".",
                currency + "/" + own.symbol() + " のように、" + own.symbol() + " で数える品目の価格の単位でなければなりません。"));
    }
}
