package org.genryu.cases.gas;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.cases.source.SectorTables;
import org.genryu.cases.source.SourceCaseTable;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;
import org.genryu.cases.source.TradeFit;

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
    private final double mmbtu;
    private final double price;

    private GasTables(SourceTables tables) {
        this.tables = tables;
        this.base = GasBase.of(tables);
        this.sectors = new SectorTables(tables);
        this.mmbtu = tables.setting("gas-mmbtu-per-t");
        this.price = tables.setting("gas-price-jpy-per-t") / tables.setting("gas-jpy-per-usd");
    }

    /// The tables of the gas chain by name.
    public static Map<String, SourceCaseTable> of(SourceTables tables) {
        GasTables gas = new GasTables(tables);
        Map<String, SourceCaseTable> part = new LinkedHashMap<>();
        part.put("commodities", gas.commodities());
        part.put("recipes", gas.recipes());
        part.put("processes", gas.processes());
        part.put("routes", gas.routes());
        part.put("demands", gas.demands());
        part.put("stores", gas.stores());
        part.put("prices", gas.prices());
        part.put("series", gas.series());
        return part;
    }

    /// The ports and importers of the gas chain; other chains use some of them too.
    public static SourceCaseTable places(SourceTables tables) {
        SourceCaseTable table = new SourceCaseTable(
                "place", "name_en", "name_ja", "kind", "country", "lat", "lon", "port", "source", "note");
        for (SourceRow row : tables.table("gas_places")) {
            table.add(
                    row.text("place"),
                    row.text("name_en"),
                    row.text("name_ja"),
                    row.text("kind"),
                    row.text("country"),
                    row.number("lat"),
                    row.number("lon"),
                    row.text("port"),
                    row.source(),
                    row.note());
        }
        return table;
    }

    private SourceCaseTable commodities() {
        SourceCaseTable table = new SourceCaseTable(
                "commodity", "name_en", "name_ja", "unit", "heating_value", "stage", "group", "source", "note");
        String heat = SourceCaseTable.plain(mmbtu) + " MMBtu/t";
        String note = "t; 1 t of LNG is about 52 MMBtu, so 1 USD/MMBtu is 52 USD/t";
        table.add(FIELD, "Natural gas at the field", "天然ガス（産地）", "t", heat, "field", LNG, "assumption", note);
        table.add(LNG, "Liquefied natural gas", "液化天然ガス（LNG）", "t", heat, "liquefied", LNG, "assumption", note);
        table.add(GAS, "Regasified gas", "気化ガス", "t", heat, "regasified", LNG, "assumption", note);
        return table;
    }

    private SourceCaseTable recipes() {
        SourceCaseTable table = new SourceCaseTable("recipe", "commodity", "amount", "source", "note");
        double used = tables.setting("gas-used-by-liquefaction");
        table.add("gas-field", FIELD, 1.0, "assumption", "one tonne of gas");
        table.add("liquefaction", LNG, 1.0, "assumption", "");
        table.add("liquefaction", FIELD, -(1 + used), "assumption", "own use of the plant 8-12 %");
        table.add("regasification", GAS, landed(), "assumption", "own use of the terminal");
        table.add("regasification", LNG, -1.0, "assumption", "");
        return table;
    }

    /// Gas sent out per LNG taken in [t/t].
    private double landed() {
        return 1 - tables.setting("gas-used-by-regas");
    }

    private SourceCaseTable processes() {
        SourceCaseTable table = new SourceCaseTable(
                "process",
                "place",
                "recipe",
                "owner",
                "status",
                "capacity",
                "cost",
                "first",
                "observed",
                "capex",
                "life",
                "source",
                "note");
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
        table.add(
                id + "-gas-field",
                place,
                "gas-field",
                "",
                "operating",
                gas,
                fieldCost(breakeven(place)),
                NONE,
                gas,
                NONE,
                NONE,
                exportSource(place) + ";lng-market-model-2020;assumption",
                "feeds: " + names + "; runs at capacity; cost: break-even less liquefaction");
        table.add(
                id + "-gas-field-spare",
                place,
                "gas-field",
                "",
                "operating",
                gas * spare,
                tables.setting("gas-spare-cost") * price,
                NONE,
                NONE,
                NONE,
                NONE,
                "assumption",
                "what fields could give beyond the base year, at a cost above the price of that year");
        table.add(
                id + "-liquefaction",
                place,
                "liquefaction",
                "",
                "operating",
                Math.max(nameplate, tonnes * (1 + spare)),
                tables.setting("gas-cost-liquefaction") * mmbtu,
                NONE,
                tonnes,
                NONE,
                NONE,
                "giignl-2026;" + exportSource(place) + ";assumption",
                names);
    }

    private String exportSource(String place) {
        return tables.newest("gas_exports", "country", base.lanes().country(place), tables.year("first-year"))
                .or(() -> tables.newest("gas_exports", "country", "world", tables.year("first-year")))
                .orElseThrow()
                .source();
    }

    private double breakeven(String place) {
        String country = base.lanes().country(place);
        return tables.table("gas_costs").stream()
                .filter(row -> row.text("country").equals(country)
                        || row.text("country").equals("other"))
                .findFirst()
                .orElseThrow()
                .number("usd_per_mmbtu");
    }

    /// What the break-even price leaves for the field [USD per t of gas].
    private double fieldCost(double breakeven) {
        double left = Math.max(0, breakeven - tables.setting("gas-cost-liquefaction"));
        return left * mmbtu / (1 + tables.setting("gas-used-by-liquefaction"));
    }

    private void project(SourceCaseTable table, SourceRow row) {
        double capacity = GasBase.MILLION * row.number("capacity_mt");
        String source = row.source().contains("assumption") ? row.source() : row.source() + ";assumption";
        double breakeven = row.maybe("breakeven").orElseGet(() -> breakeven(row.text("place")));
        table.add(
                row.text("process") + "-field",
                row.text("place"),
                "gas-field",
                row.text("owner"),
                "planned",
                capacity * (1 + tables.setting("gas-used-by-liquefaction")),
                fieldCost(breakeven),
                row.number("first"),
                NONE,
                NONE,
                NONE,
                source,
                "gas of the plant; " + row.note());
        table.add(
                row.text("process"),
                row.text("place"),
                "liquefaction",
                row.text("owner"),
                row.text("status"),
                capacity,
                tables.setting("gas-cost-liquefaction") * mmbtu,
                row.number("first"),
                NONE,
                row.maybe("capex"),
                row.maybe("life"),
                source,
                row.note());
    }

    private void importer(SourceCaseTable table, String place) {
        double tonnes = base.kept(place);
        table.add(
                place.toLowerCase(Locale.ROOT) + "-regasification",
                place,
                "regasification",
                "",
                "operating",
                tonnes * tables.setting("gas-spare-regas"),
                tables.setting("gas-cost-regas") * mmbtu,
                NONE,
                tonnes,
                NONE,
                NONE,
                importSource(place) + ";assumption",
                "all terminals; capacity and cost: assumption");
    }

    private String importSource(String place) {
        return tables.newest("gas_imports", "place", place, tables.year("first-year"))
                .map(SourceRow::source)
                .orElse("novak-2026");
    }

    /// By ship: days, straits and freight come from the sea network.
    private SourceCaseTable routes() {
        SourceCaseTable table =
                new SourceCaseTable("route", "from", "to", "commodity", "ship", "observed", "source", "note");
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
        table.add(
                (lane.from() + "-" + lane.to() + "-" + LNG).toLowerCase(Locale.ROOT),
                lane.from(),
                lane.to(),
                LNG,
                "lng",
                observed,
                source,
                note);
    }

    private SourceCaseTable demands() {
        SourceCaseTable table = new SourceCaseTable(
                "demand",
                "place",
                "use",
                "commodity",
                "amount",
                "growth",
                "shortage_cost",
                "price",
                "elasticity",
                "curve",
                "priority",
                "sector",
                "source",
                "note");
        double reference = (price + tables.setting("gas-cost-regas") * mmbtu) / landed();
        for (SourceRow row : tables.table("gas_uses")) {
            String place = row.text("place");
            double amount = row.number("share") * base.kept(place) * landed() * ABOVE_ROUNDING;
            table.add(
                    (place + "-" + row.text("use")).toLowerCase(Locale.ROOT),
                    place,
                    row.text("use"),
                    GAS,
                    amount,
                    row.number("growth"),
                    reference * row.number("ceiling"),
                    reference,
                    row.number("elasticity"),
                    "isoelastic",
                    row.text("priority"),
                    sectors.of(place, row.text("use")),
                    importSource(place) + ";" + row.source(),
                    row.note());
        }
        return table;
    }

    private SourceCaseTable stores() {
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
        for (SourceRow row : tables.table("gas_stores")) {
            table.add(
                    row.text("store"),
                    row.text("place"),
                    LNG,
                    row.text("owner"),
                    row.text("kind"),
                    GasBase.MILLION * row.number("capacity_mt"),
                    GasBase.MILLION * row.number("level_mt"),
                    GasBase.MILLION * row.number("min_mt"),
                    GasBase.MILLION * row.number("final_mt"),
                    row.number("cost"),
                    row.source(),
                    row.note());
        }
        return table;
    }

    /// In the base year stocks stand where they were; later they may fall to their lowest observed level.
    private SourceCaseTable series() {
        SourceCaseTable table = new SourceCaseTable("table", "id", "column", "period", "value", "source", "note");
        for (SourceRow row : tables.table("gas_stores")) {
            table.add(
                    "stores",
                    row.text("store"),
                    "min_level",
                    tables.year("first-year"),
                    GasBase.MILLION * row.number("level_mt"),
                    row.source(),
                    "base year: no change of stocks");
        }
        return table;
    }

    private SourceCaseTable prices() {
        return new SourceCaseTable("place", "commodity", "price", "source", "note")
                .add(
                        "JP",
                        LNG,
                        price,
                        "japan-customs-2025;recalled-unverified",
                        "unit value of imports, delivered; the exchange rate of the year is from memory");
    }
}
