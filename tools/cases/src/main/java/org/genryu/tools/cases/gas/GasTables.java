package org.genryu.tools.cases.gas;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.tools.cases.table.SectorTables;
import org.genryu.tools.cases.table.SourceCaseTable;
import org.genryu.tools.cases.table.SourceRow;
import org.genryu.tools.cases.table.SourceTables;
import org.genryu.tools.cases.trade.TradeFit;

/// Writes the gas chain of the case: field, liquefaction, ship, regasification, use; stocks and what is being built.
///
/// Everything is counted in tonnes of LNG or of gas; 1 USD/MMBtu is the setting `gas-mmbtu-per-t` USD/t.
public final class GasTables {
    private static final Optional<Double> NONE = Optional.empty();
    private static final String FIELD = "natural-gas";
    private static final String LNG = "lng";
    private static final String GAS = "gas";

    /// Demands stand a millionth above what is supplied: rounding then never leaves a surplus.
    private static final double ABOVE_ROUNDING = 1 + 1e-6;

    private final SourceTables tables;
    private final GasBase base;
    private final SectorTables sectors;
    private final GasFieldCosts costs;
    private final double mmbtu;
    private final double price;

    private GasTables(SourceTables tables) {
        this.tables = tables;
        this.base = GasBase.of(tables);
        this.sectors = new SectorTables(tables);
        this.costs = new GasFieldCosts(tables, base.lanes());
        this.mmbtu = tables.setting("gas-mmbtu-per-t");
        this.price = tables.setting("gas-price-jpy-per-t") / tables.setting("gas-jpy-per-usd");
    }

    /// The tables of the gas chain by name; its places alone where the base year is earlier than its figures.
    public static Map<String, SourceCaseTable> of(SourceTables tables) {
        Map<String, SourceCaseTable> part = new LinkedHashMap<>();
        part.put("places", SourceCaseTable.copied("places", tables.table("gas_places")));
        if (tables.newest("gas_exports", "country", "world", tables.year("first-year"))
                .isEmpty()) {
            return part;
        }
        GasTables gas = new GasTables(tables);
        part.put("commodities", gas.commodities());
        part.put("recipes", gas.recipes());
        part.put("processes", gas.processes());
        part.put("routes", gas.routes());
        part.put("demands", gas.demands());
        part.put("stores", gas.stores());
        part.put("responses", gas.responses());
        part.put("prices", gas.prices());
        part.put("series", gas.series());
        return part;
    }

    private SourceCaseTable commodities() {
        SourceCaseTable table = SourceCaseTable.of("commodities");
        String heat = SourceCaseTable.plain(mmbtu) + " MMBtu/t";
        String note = "t; 1 t of LNG is about 52 MMBtu, so 1 USD/MMBtu is 52 USD/t";
        table.row()
                .put("commodity", FIELD)
                .put("name_en", "Natural gas at the field")
                .put("name_ja", "天然ガス（産地）")
                .put("unit", "t")
                .put("heating_value", heat)
                .put("stage", "field")
                .put("group", LNG)
                .put("source", "assumption")
                .put("note", note);
        table.row()
                .put("commodity", LNG)
                .put("name_en", "Liquefied natural gas")
                .put("name_ja", "液化天然ガス（LNG）")
                .put("unit", "t")
                .put("heating_value", heat)
                .put("stage", "liquefied")
                .put("group", LNG)
                .put("source", "assumption")
                .put("note", note);
        table.row()
                .put("commodity", GAS)
                .put("name_en", "Regasified gas")
                .put("name_ja", "気化ガス")
                .put("unit", "t")
                .put("heating_value", heat)
                .put("stage", "regasified")
                .put("group", LNG)
                .put("source", "assumption")
                .put("note", note);
        return table;
    }

    private SourceCaseTable recipes() {
        SourceCaseTable table = SourceCaseTable.of("recipes");
        double used = tables.setting("gas-used-by-liquefaction");
        table.row()
                .put("recipe", "gas-field")
                .put("commodity", FIELD)
                .put("amount", 1.0)
                .put("source", "assumption")
                .put("note", "one tonne of gas");
        table.row()
                .put("recipe", "liquefaction")
                .put("commodity", LNG)
                .put("amount", 1.0)
                .put("source", "assumption");
        table.row()
                .put("recipe", "liquefaction")
                .put("commodity", FIELD)
                .put("amount", -(1 + used))
                .put("source", "assumption")
                .put("note", "own use of the plant 8-12 %");
        table.row()
                .put("recipe", "regasification")
                .put("commodity", GAS)
                .put("amount", landed())
                .put("source", "assumption")
                .put("note", "own use of the terminal");
        table.row()
                .put("recipe", "regasification")
                .put("commodity", LNG)
                .put("amount", -1.0)
                .put("source", "assumption");
        return table;
    }

    /// Gas sent out per LNG taken in [t/t].
    private double landed() {
        return 1 - tables.setting("gas-used-by-regas");
    }

    private SourceCaseTable processes() {
        SourceCaseTable table = SourceCaseTable.of("processes");
        base.output().forEach((place, tonnes) -> exporter(table, place, tonnes));
        for (SourceRow row : tables.table("gas_projects")) {
            project(table, row);
        }
        base.imports().keySet().forEach(place -> importer(table, place));
        return table;
    }

    private void exporter(SourceCaseTable table, String place, double tonnes) {
        List<SourceRow> plants = tables.table("gas_plants").stream()
                .filter(row -> row.text("place").equals(place))
                .toList();
        double nameplate = GasBase.MILLION
                * plants.stream().mapToDouble(row -> row.number("capacity_mt")).sum();
        double gas = tonnes * (1 + tables.setting("gas-used-by-liquefaction"));
        double spare = tables.setting("gas-spare-field");
        String names =
                String.join(", ", plants.stream().map(row -> row.text("plant")).toList());
        String id = place.toLowerCase(Locale.ROOT);
        Optional<SourceRow> hub = costs.hub(place);
        table.row()
                .put("process", id + "-gas-field")
                .put("place", place)
                .put("recipe", "gas-field")
                .put("status", "operating")
                .put("capacity", gas)
                .put("cost", costs.now(place))
                .put("observed", gas)
                .put(
                        "source",
                        "%s;%s;assumption"
                                .formatted(
                                        exportSource(place),
                                        hub.map(SourceRow::source).orElse("lng-market-model-2020")))
                .put(
                        "note",
                        "feeds: %s; runs at capacity; cost: %s"
                                .formatted(names, hub.map(SourceRow::note).orElse("break-even less liquefaction")));
        table.row()
                .put("process", id + "-gas-field-spare")
                .put("place", place)
                .put("recipe", "gas-field")
                .put("status", "operating")
                .put("capacity", hub.isPresent() ? gas : gas * spare)
                .put("cost", hub.isPresent() ? costs.later(place, NONE) : tables.setting("gas-spare-cost") * price)
                .put("source", hub.map(row -> row.source() + ";assumption").orElse("assumption"))
                .put(
                        "note",
                        hub.isPresent()
                                ? "what the market behind the port gives beyond the base year: as much again, assumption"
                                : "what fields could give beyond the base year, at a cost above the price of that year");
        table.row()
                .put("process", id + "-liquefaction")
                .put("place", place)
                .put("recipe", "liquefaction")
                .put("status", "operating")
                .put("capacity", hub.isPresent() ? tonnes * (1 + spare) : Math.max(nameplate, tonnes * (1 + spare)))
                .put("cost", tables.setting("gas-cost-liquefaction") * mmbtu)
                .put("observed", tonnes)
                .put("source", "giignl-2026;" + exportSource(place) + ";assumption")
                .put("note", names);
    }

    private String exportSource(String place) {
        return tables.newest("gas_exports", "country", base.lanes().country(place), tables.year("first-year"))
                .or(() -> tables.newest("gas_exports", "country", "world", tables.year("first-year")))
                .orElseThrow()
                .source();
    }

    /// The sources of what a row says and we assume.
    private static String assumed(SourceRow row) {
        return row.source().contains("assumption") ? row.source() : row.source() + ";assumption";
    }

    private void project(SourceCaseTable table, SourceRow row) {
        double capacity = GasBase.MILLION * row.number("capacity_mt");
        String source = assumed(row);
        table.row()
                .put("process", row.text("process") + "-field")
                .copy(row, "place", "owner", "first")
                .put("recipe", "gas-field")
                .put("status", "planned")
                .put("capacity", capacity * (1 + tables.setting("gas-used-by-liquefaction")))
                .put("cost", costs.later(row.text("place"), row.maybe("breakeven")))
                .put("source", source)
                .put("note", "gas of the plant; " + row.note());
        table.row()
                .copy(row, "process", "place", "owner", "status", "first", "capex", "life")
                .put("recipe", "liquefaction")
                .put("capacity", capacity)
                .put("cost", tables.setting("gas-cost-liquefaction") * mmbtu)
                .put("source", source)
                .put("note", row.note());
    }

    private void importer(SourceCaseTable table, String place) {
        double tonnes = base.kept(place);
        table.row()
                .put("process", place.toLowerCase(Locale.ROOT) + "-regasification")
                .put("place", place)
                .put("recipe", "regasification")
                .put("status", "operating")
                .put("capacity", tonnes * tables.setting("gas-spare-regas"))
                .put("cost", tables.setting("gas-cost-regas") * mmbtu)
                .put("observed", tonnes)
                .put("source", importSource(place) + ";assumption")
                .put("note", "all terminals; capacity and cost: assumption");
    }

    private String importSource(String place) {
        return tables.newest("gas_imports", "place", place, tables.year("first-year"))
                .map(SourceRow::source)
                .orElse("novak-2026");
    }

    /// By ship: days, straits and freight come from the sea network.
    private SourceCaseTable routes() {
        SourceCaseTable table = SourceCaseTable.of("routes");
        base.flows()
                .forEach((lane, flow) -> route(
                        table,
                        lane,
                        Optional.of(flow.tonnes()),
                        flow.source() + (flow.known() ? ";assumption" : ""),
                        flow.note()));
        Set<String> ports = new LinkedHashSet<>(base.output().keySet());
        tables.table("gas_projects").forEach(row -> ports.add(row.text("place")));
        for (String from : ports) {
            for (String to : base.imports().keySet()) {
                TradeFit.Lane lane = new TradeFit.Lane(from, to);
                if (!base.flows().containsKey(lane) && base.lanes().weight(from, to) > 0) {
                    route(table, lane, NONE, "assumption", "no trade in the base year");
                }
            }
        }
        return table;
    }

    private void route(
            SourceCaseTable table, TradeFit.Lane lane, Optional<Double> observed, String source, String note) {
        table.row()
                .put("route", (lane.from() + "-" + lane.to() + "-" + LNG).toLowerCase(Locale.ROOT))
                .put("from", lane.from())
                .put("to", lane.to())
                .put("commodity", LNG)
                .put("ship", "lng")
                .put("observed", observed)
                .put("source", source)
                .put("note", note);
    }

    private SourceCaseTable demands() {
        SourceCaseTable table = SourceCaseTable.of("demands");
        double reference = (price + tables.setting("gas-cost-regas") * mmbtu) / landed();
        for (SourceRow row : tables.table("gas_uses")) {
            String place = row.text("place");
            double amount = row.number("share") * base.kept(place) * landed() * ABOVE_ROUNDING;
            table.row()
                    .put("demand", (place + "-" + row.text("use")).toLowerCase(Locale.ROOT))
                    .put("place", place)
                    .copy(row, "use", "growth", "elasticity", "priority")
                    .put("commodity", GAS)
                    .put("amount", amount)
                    .put("shortage_cost", reference * row.number("ceiling"))
                    .put("price", reference)
                    .put("curve", "isoelastic")
                    .put("sector", sectors.of(place, row.text("use")))
                    .put("source", importSource(place) + ";" + row.source())
                    .put("note", row.note());
        }
        return table;
    }

    private SourceCaseTable stores() {
        SourceCaseTable table = SourceCaseTable.of("stores");
        for (SourceRow row : tables.table("gas_stores")) {
            table.row()
                    .copy(row, "store", "place", "owner", "kind", "cost")
                    .put("commodity", LNG)
                    .put("capacity", GasBase.MILLION * row.number("capacity_mt"))
                    .put("level", GasBase.MILLION * row.number("level_mt"))
                    .put("min_level", GasBase.MILLION * row.number("min_mt"))
                    .put("final_level", GasBase.MILLION * row.number("final_mt"))
                    .cite(row);
        }
        return table;
    }

    /// Behind a port with a hub lies a market many times what the port takes: it gives at once what is
    /// asked, so that trains and ships run short, not gas.
    private SourceCaseTable responses() {
        SourceCaseTable table = SourceCaseTable.of("responses");
        for (SourceRow hub : tables.table("gas_hubs")) {
            table.row()
                    .put("response", hub.text("place") + "-market")
                    .put("subject", "supply")
                    .put("commodity", FIELD)
                    .put("place", hub.text("place"))
                    .put("rise", 1)
                    .put("restart", 0)
                    .put("source", assumed(hub))
                    .put("note", "a market behind the port that is many times what the port takes: assumption");
        }
        return table;
    }

    /// In the base year stocks stand where they were: nobody saw coming what happened after it; later they may fall
    /// to their lowest observed level, or fill.
    private SourceCaseTable series() {
        SourceCaseTable table = SourceCaseTable.of("series");
        for (SourceRow row : tables.table("gas_stores")) {
            for (String column : List.of("min_level", "capacity")) {
                table.row()
                        .put("table", "stores")
                        .put("id", row.text("store"))
                        .put("column", column)
                        .put("period", tables.year("first-year"))
                        .put("value", GasBase.MILLION * row.number("level_mt"))
                        .put("source", row.source())
                        .put("note", "base year: no change of stocks");
            }
        }
        for (SourceRow hub : tables.table("gas_hubs")) {
            String place = hub.text("place");
            table.row()
                    .put("table", "processes")
                    .put("id", place + "-liquefaction")
                    .put("column", "capacity")
                    .put("period", tables.year("first-year"))
                    .put("value", base.output().getOrDefault(place, 0.0))
                    .put("source", exportSource(place) + ";assumption")
                    .put("note", "plants that started in the course of the year gave no more in it");
        }
        return table;
    }

    private SourceCaseTable prices() {
        SourceCaseTable table = SourceCaseTable.of("prices");
        table.row()
                .put("place", "JP")
                .put("commodity", LNG)
                .put("price", price)
                .put("source", "japan-customs-2025;recalled-unverified")
                .put("note", "unit value of imports, delivered; the exchange rate of the year is from memory");
        for (SourceRow hub : tables.table("gas_hubs")) {
            table.row()
                    .copy(hub, "place")
                    .put("commodity", FIELD)
                    .put("price", costs.now(hub.text("place")))
                    .cite(hub);
        }
        return table;
    }
}
