package org.genryu.cases;

/// Writes observed prices, state stocks and the register of sources.
final class MarketTables {
    private static final double DAYS_OF_A_YEAR = 365;

    private final BaseYear base;
    private final SourceTables tables;

    MarketTables(BaseYear base) {
        this.base = base;
        this.tables = base.tables();
    }

    CaseTable prices() {
        CaseTable table = new CaseTable("place", "commodity", "price", "source", "note");
        for (Row row : tables.table("prices")) {
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
    CaseTable stores() {
        CaseTable table = new CaseTable(
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
        for (Row row : tables.table("stocks")) {
            String metal = row.text("commodity").replace("-oxide", "-metal");
            double need = base.midstream().flows().stream()
                    .filter(flow ->
                            flow.to().equals(row.text("place")) && flow.metal().equals(metal))
                    .mapToDouble(Midstream.Flow::tonnes)
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

    CaseTable sources() {
        CaseTable table =
                new CaseTable("source", "title", "publisher", "date", "url", "language", "reliability", "credibility");
        for (Row row : tables.table("sources")) {
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
