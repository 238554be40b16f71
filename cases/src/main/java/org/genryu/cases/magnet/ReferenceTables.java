package org.genryu.cases.magnet;

import java.util.Locale;
import java.util.Optional;
import org.genryu.cases.source.SourceCaseTable;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;

/// Writes the published figures that the base year is compared with: those from which the case was made (`fitted`),
/// and those of `references.csv` and every other source table whose name ends so.
public final class ReferenceTables {
    /// Production of countries and known trade and prices must come back within these (relative).
    private static final double PRODUCTION = 0.01;

    private static final double TRADE = 0.05;
    private static final double PRICE = 0.05;

    private final AllianceBaseYear base;
    private final SourceTables tables;
    private final SourceCaseTable table = new SourceCaseTable(
            "reference",
            "measure",
            "place",
            "from",
            "commodity",
            "stage",
            "without",
            "elements",
            "weight",
            "period",
            "year",
            "value",
            "tolerance",
            "role",
            "source",
            "note");

    public ReferenceTables(AllianceBaseYear base) {
        this.base = base;
        this.tables = base.tables();
        tables.table("mine_production").forEach(this::mined);
        base.magnets().flows().stream().filter(flow -> flow.row().yes("known")).forEach(this::magnets);
        base.upstream().shipments().stream()
                .filter(shipment -> shipment.row().yes("known"))
                .forEach(this::concentrate);
        tables.table("prices").forEach(this::price);
        tables.ending("references").forEach(this::published);
    }

    public SourceCaseTable references() {
        return table;
    }

    private void mined(SourceRow row) {
        if (row.number("year") == base.firstYear() && !row.text("place").equals("world")) {
            String id = "mined-" + row.text("place").toLowerCase(Locale.ROOT);
            fitted(
                    id,
                    "production",
                    row.text("place"),
                    "",
                    "group:rare-earth",
                    "concentrate",
                    row,
                    row.number("tonnes"),
                    PRODUCTION);
        }
    }

    private void magnets(MagnetTotals.Flow flow) {
        String id = "magnets-%s-%s".formatted(flow.from(), flow.to()).toLowerCase(Locale.ROOT);
        fitted(
                id,
                "trade",
                flow.to(),
                flow.from(),
                "ndfeb-magnet;ndfeb-magnet-standard",
                "",
                flow.row(),
                flow.row().number("tonnes"),
                TRADE);
    }

    private void concentrate(MineOutput.Shipment shipment) {
        String id = "ore-%s-%s-%s"
                .formatted(shipment.from(), shipment.to(), shipment.ore())
                .toLowerCase(Locale.ROOT);
        fitted(
                id,
                "trade",
                shipment.to(),
                shipment.from(),
                "concentrate-" + shipment.ore(),
                "",
                shipment.row(),
                shipment.tonnes(),
                TRADE);
    }

    private void price(SourceRow row) {
        if (row.number("year") == base.firstYear() && row.yes("observed")) {
            String commodity = row.text("commodity");
            fitted("price-" + commodity, "price", "CN", "", commodity, "", row, 1000 * row.number("usd_per_kg"), PRICE);
        }
    }

    private void fitted(
            String id,
            String measure,
            String place,
            String from,
            String commodity,
            String stage,
            SourceRow row,
            double value,
            double tolerance) {
        table.add(
                id,
                measure,
                place,
                from,
                commodity,
                stage,
                "",
                "",
                "",
                "",
                base.firstYear(),
                value,
                tolerance,
                "fitted",
                row.source(),
                row.note());
    }

    /// A blank `base` holds for every base year.
    private void published(SourceRow row) {
        if (row.has("base") && row.number("base") != base.firstYear()) {
            return;
        }
        table.add(
                row.text("reference"),
                row.text("measure"),
                row.text("place"),
                row.text("from"),
                row.text("commodity"),
                row.text("stage"),
                row.text("without"),
                row.text("elements"),
                row.text("weight"),
                row.text("period"),
                row.text("year"),
                row.number("value"),
                row.maybe("tolerance"),
                row.has("role") ? Optional.of(row.text("role")) : Optional.empty(),
                row.source(),
                row.note());
    }
}
