package org.genryu.cases.magnet;

import org.genryu.cases.source.SourceCaseTable;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;

/// Writes observed prices, state stocks and the register of sources.
public final class MarketTables {
    private static final double DAYS_OF_A_YEAR = 365;

    private final AllianceBaseYear base;
    private final SourceTables tables;

    public MarketTables(AllianceBaseYear base) {
        this.base = base;
        this.tables = base.tables();
    }

    public SourceCaseTable prices() {
        SourceCaseTable table = new SourceCaseTable("place", "commodity", "price", "source", "note");
        for (SourceRow row : tables.table("prices")) {
            if (row.number("year") == base.firstYear() && row.yes("observed")) {
                table.add(
                        "CN",
                        row.text("commodity"),
                        1000 * row.number("usd_per_kg"),
                        row.source(),
                        "annual mean, FOB China; " + row.note());
            }
        }
        return table;
    }

    /// A stock by rule holds so many days of what the place's magnet makers need of the oxide; it is kept for an
    /// emergency.
    public SourceCaseTable stores() {
        SourceCaseTable table = new SourceCaseTable(
                "store",
                "place",
                "commodity",
                "owner",
                "kind",
                "capacity",
                "level",
                "min_level",
                "final_level",
                "cost",
                "source",
                "note");
        for (SourceRow row : tables.table("stocks")) {
            String metal = row.text("commodity").replace("-oxide", "-metal");
            double need = base.midstream().flows().stream()
                    .filter(flow ->
                            flow.to().equals(row.text("place")) && flow.metal().equals(metal))
                    .mapToDouble(MagnetMetalMakers.Flow::tonnes)
                    .sum();
            double level = row.number("days") / DAYS_OF_A_YEAR * need / tables.setting("metal-yield");
            table.add(
                    row.text("store"),
                    row.text("place"),
                    row.text("commodity"),
                    row.text("place"),
                    row.text("kind"),
                    level,
                    level,
                    level,
                    level,
                    row.number("cost"),
                    row.source(),
                    row.note());
        }
        return table;
    }

    public SourceCaseTable sources() {
        SourceCaseTable table = new SourceCaseTable(
                "source", "title", "publisher", "date", "url", "language", "reliability", "credibility");
        for (SourceRow row : tables.table("sources")) {
            table.add(
                    row.source(),
                    row.text("title"),
                    row.text("publisher"),
                    row.text("date"),
                    row.text("url"),
                    row.text("language"),
                    row.text("reliability"),
                    row.text("credibility"));
        }
        return table;
    }
}
