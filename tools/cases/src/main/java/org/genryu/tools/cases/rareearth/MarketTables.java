package org.genryu.tools.cases.rareearth;

import org.genryu.tools.cases.table.SourceCaseTable;
import org.genryu.tools.cases.table.SourceRow;
import org.genryu.tools.cases.table.SourceTables;

/// Writes observed prices, state stocks and the register of sources.
final class MarketTables {
    private static final double DAYS_OF_A_YEAR = 365;

    private final AllianceBaseYear base;
    private final SourceTables tables;

    MarketTables(AllianceBaseYear base) {
        this.base = base;
        this.tables = base.tables();
    }

    SourceCaseTable prices() {
        SourceCaseTable table = SourceCaseTable.of("prices");
        for (SourceRow row : tables.table("prices")) {
            if (row.number("year") == base.firstYear() && row.yes("observed")) {
                table.row()
                        .put("place", "CN")
                        .copy(row, "commodity")
                        .put("price", 1000 * row.number("usd_per_kg"))
                        .put("source", row.source())
                        .put("note", "annual mean, FOB China; " + row.note());
            }
        }
        return table;
    }

    /// A stock by rule holds so many days of what the place's magnet makers need of the oxide; it is kept for an
    /// emergency.
    SourceCaseTable stores() {
        SourceCaseTable table = SourceCaseTable.of("stores");
        for (SourceRow row : tables.table("stocks")) {
            String metal = row.text("commodity").replace("-oxide", "-metal");
            double need = base.midstream().flows().stream()
                    .filter(flow ->
                            flow.to().equals(row.text("place")) && flow.metal().equals(metal))
                    .mapToDouble(MagnetMetalMakers.Flow::tonnes)
                    .sum();
            double level = row.number("days") / DAYS_OF_A_YEAR * need / tables.setting("metal-yield");
            table.row()
                    .copy(row, "store", "place", "commodity", "kind", "cost")
                    .put("owner", row.text("place"))
                    .put("capacity", level)
                    .put("level", level)
                    .put("min_level", level)
                    .put("final_level", level)
                    .cite(row);
        }
        return table;
    }

    SourceCaseTable sources() {
        return SourceCaseTable.copied("sources", tables.table("sources"));
    }
}
