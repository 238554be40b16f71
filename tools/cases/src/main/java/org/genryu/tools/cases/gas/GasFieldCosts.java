package org.genryu.tools.cases.gas;

import java.util.Optional;
import org.genryu.tools.cases.table.SourceRow;
import org.genryu.tools.cases.table.SourceTables;

/// What does gas cost at the field [USD per t of gas]?
///
///     a port with a hub behind it: the price of the hub, since other users pay it too
///     elsewhere: (break-even price free on board - liquefaction) / gas taken in per LNG
///
/// At a hub plants are scarce and not gas, so that what importers pay beyond it is the plants'.
final class GasFieldCosts {
    private final SourceTables tables;
    private final GasLanes lanes;
    private final double mmbtu;

    GasFieldCosts(SourceTables tables, GasLanes lanes) {
        this.tables = tables;
        this.lanes = lanes;
        this.mmbtu = tables.setting("gas-mmbtu-per-t");
    }

    Optional<SourceRow> hub(String place) {
        return tables.table("gas_hubs").stream()
                .filter(row -> row.text("place").equals(place))
                .findFirst();
    }

    /// In the base year.
    double now(String place) {
        return hub(place).map(row -> row.number("usd_per_mmbtu") * mmbtu).orElseGet(() -> field(breakeven(place)));
    }

    /// Of plants to come.
    ///
    /// @param breakeven of the plant, where it has one of its own [USD/MMBtu]
    double later(String place, Optional<Double> breakeven) {
        return hub(place)
                .map(row -> row.number("growing") * mmbtu)
                .orElseGet(() -> field(breakeven.orElseGet(() -> breakeven(place))));
    }

    private double breakeven(String place) {
        String country = lanes.country(place);
        return tables.table("gas_costs").stream()
                .filter(row -> row.text("country").equals(country)
                        || row.text("country").equals("other"))
                .findFirst()
                .orElseThrow()
                .number("usd_per_mmbtu");
    }

    private double field(double breakeven) {
        double left = Math.max(0, breakeven - tables.setting("gas-cost-liquefaction"));
        return left * mmbtu / (1 + tables.setting("gas-used-by-liquefaction"));
    }
}
