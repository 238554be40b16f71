package org.genryu.tools.cases.rareearth;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Check;
import org.genryu.tools.cases.table.SourceCaseTable;
import org.genryu.tools.cases.table.SourceRow;
import org.genryu.tools.cases.table.SourceTables;

/// Writes the ways between places with what is known to have gone there in the base year, and the planned changes.
final class TradeTables {
    private final AllianceBaseYear base;
    private final SourceTables tables;
    private final Map<Way, Lane> lanes = new LinkedHashMap<>();

    record Way(String from, String to, String commodity) {
        String id() {
            return (from + "-" + to + "-" + commodity).toLowerCase(Locale.ROOT);
        }
    }

    /// @param observed [t] in the base year
    /// @param capacity [t/year]
    private record Lane(Optional<Double> observed, Optional<Double> capacity, String source, String note) {}

    TradeTables(AllianceBaseYear base) {
        this.base = base;
        this.tables = base.tables();
        tables.table("lanes").forEach(this::open);
        for (MineOutput.Shipment shipment : base.upstream().shipments()) {
            if (!shipment.from().equals(shipment.to())) {
                Way way = new Way(shipment.from(), shipment.to(), "concentrate-" + shipment.ore());
                lanes.putIfAbsent(
                        way,
                        new Lane(
                                Optional.empty(),
                                shipment.row().maybe("capacity"),
                                shipment.row().source(),
                                shipment.row().note()));
                observe(way, shipment.row(), shipment.tonnes());
            }
        }
        for (MagnetTotals.Flow flow : base.magnets().flows()) {
            observe(new Way(flow.from(), flow.to(), "ndfeb-magnet"), flow.row(), flow.heat());
            observe(new Way(flow.from(), flow.to(), "ndfeb-magnet-standard"), flow.row(), flow.standard());
        }
        for (MagnetMetalMakers.Flow flow : base.midstream().flows()) {
            if (!flow.from().equals(flow.to())) {
                observe(new Way(flow.from(), flow.to(), flow.metal()), flow.row(), flow.tonnes());
            }
        }
        for (SourceRow row : tables.table("oxide_flows")) {
            observe(new Way(row.text("from"), row.text("to"), row.text("commodity")), row, row.number("tonnes"));
        }
    }

    private void open(SourceRow row) {
        for (String commodity : row.words("commodity")) {
            for (String from : row.words("from")) {
                for (String to : row.words("to")) {
                    if (!from.equals(to)) {
                        lanes.putIfAbsent(
                                new Way(from, to, commodity),
                                new Lane(Optional.empty(), Optional.empty(), row.source(), row.note()));
                    }
                }
            }
        }
    }

    private void observe(Way way, SourceRow row, double tonnes) {
        Lane lane = lanes.get(way);
        if (lane == null) {
            throw new IllegalArgumentException("%s: no way %s in lanes.csv.".formatted(row.where(), way.id()));
        }
        if (!row.cells().containsKey("known") || row.yes("known")) {
            lanes.put(way, new Lane(Optional.of(tonnes), lane.capacity(), row.source(), row.note()));
        }
    }

    SourceCaseTable routes() {
        SourceCaseTable table = SourceCaseTable.of("routes");
        lanes.forEach((way, lane) -> {
            String source = lane.source().contains("assumption") ? lane.source() : lane.source() + ";assumption";
            double cost = base.prices().freight(ReferencePrices.stage(way.commodity()));
            table.row()
                    .put("route", way.id())
                    .put("from", way.from())
                    .put("to", way.to())
                    .put("commodity", way.commodity())
                    .put("ship", tables.overland(way.from(), way.to()) ? "" : "container")
                    .put("cost", cost)
                    .put("capacity", lane.capacity())
                    .put("observed", lane.observed())
                    .put("source", source)
                    .put(
                            "note",
                            lane.note().isEmpty()
                                    ? "freight: assumption by stage"
                                    : lane.note() + "; freight: assumption by stage");
        });
        tables.table("closed_lanes")
                .forEach(row -> table.row()
                        .copy(row, "route", "from", "to", "commodity")
                        .put("ship", tables.overland(row.text("from"), row.text("to")) ? "" : "container")
                        .put("cost", base.prices().freight(ReferencePrices.stage(row.text("commodity"))))
                        .put("capacity", 0.0)
                        .cite(row));
        return table;
    }

    SourceCaseTable changes() {
        SourceCaseTable table = SourceCaseTable.of("changes");
        for (SourceRow row : tables.table("ramps")) {
            boolean known = row.text("table").equals("processes")
                    || lanes.keySet().stream().anyMatch(way -> way.id().equals(row.text("id")));
            Check.that(known, "%s: no way '%s'.", row.where(), row.text("id"));
            table.row()
                    .copy(row, "table", "id", "column", "from", "value")
                    .put("op", "set")
                    .cite(row);
        }
        return table;
    }

    /// The ways, for what they carry.
    Iterable<Way> ways() {
        return lanes.keySet();
    }
}
