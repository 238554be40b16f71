package org.genryu.tools.cases.mineral;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.tools.cases.table.SourceCaseTable;
import org.genryu.tools.cases.table.SourceRow;
import org.genryu.tools.cases.table.SourceTables;
import org.genryu.tools.cases.trade.PlaceDistances;
import org.genryu.tools.cases.trade.TradeFit;

/// Writes the minerals of the case at two stages: mined and refined, with secondary metal, uses, stocks and projects.
///
/// Mines run at their output of the base year, so that their rent makes the price; their capacity follows the outlook.
public final class MineralTables {
    private static final Optional<Double> NONE = Optional.empty();
    private static final String GROUP = "critical-mineral";
    private static final double DAYS_OF_A_YEAR = 365;

    /// What is shipped in bulk when it has only been mined.
    private static final Set<String> BULK = Set.of("copper", "nickel", "lithium", "graphite");

    private final SourceTables tables;
    private final MineralOutlook outlook;
    private final List<MineralBase> minerals;
    private final MineralUses uses;
    private final ByProducts byProducts;
    private final SourceCaseTable processes = SourceCaseTable.of("processes");
    private final SourceCaseTable series = SourceCaseTable.of("series");

    private MineralTables(SourceTables tables) {
        this.tables = tables;
        this.outlook = new MineralOutlook(tables);
        PlaceDistances distances = new PlaceDistances(tables);
        int year = tables.year("first-year");
        this.minerals = tables.table("minerals").stream()
                .map(row -> new MineralBase(tables, Mineral.of(tables, row, year), distances, year))
                .toList();
        this.uses = new MineralUses(tables, outlook);
        this.byProducts = new ByProducts(tables);
        minerals.forEach(this::plants);
        tables.table("minerals_projects").forEach(this::project);
        minerals.forEach(base -> uses.demands(base, series));
    }

    /// The tables of the minerals by name.
    public static Map<String, SourceCaseTable> of(SourceTables tables) {
        MineralTables of = new MineralTables(tables);
        Map<String, SourceCaseTable> part = new LinkedHashMap<>();
        part.put("places", SourceCaseTable.copied("places", tables.table("minerals_places")));
        part.put("commodities", joined("commodities", of.commodities(), of.byProducts.commodities(GROUP)));
        part.put("contents", joined("contents", of.contents(), of.byProducts.contents()));
        part.put("recipes", joined("recipes", of.recipes(), of.byProducts.lines()));
        part.put("processes", joined("processes", of.processes, of.byProducts.processes()));
        part.put("routes", of.routes());
        part.put("demands", of.uses.table());
        SourceCaseTable stores = of.stores();
        part.put("stores", stores);
        part.put("prices", of.prices());
        part.put("series", of.series);
        part.put("changes", of.outlook.changes(of.minerals, of.byProducts));
        return part;
    }

    private static SourceCaseTable joined(String name, SourceCaseTable... parts) {
        return SourceCaseTable.joined(name, List.of(parts));
    }

    private SourceCaseTable commodities() {
        SourceCaseTable table = SourceCaseTable.of("commodities");
        for (MineralBase base : minerals) {
            SourceRow row = base.mineral().row();
            table.row()
                    .put("commodity", row.text("mined"))
                    .put("name_en", row.text("mined_en"))
                    .put("name_ja", row.text("mined_ja"))
                    .put("unit", "t")
                    .put("stage", "concentrate")
                    .put("group", GROUP)
                    .cite(row);
            table.row()
                    .put("commodity", row.text("refined"))
                    .put("name_en", row.text("refined_en"))
                    .put("name_ja", row.text("refined_ja"))
                    .put("unit", "t")
                    .put("stage", row.text("refined_stage"))
                    .put("group", GROUP)
                    .cite(row);
        }
        return table;
    }

    private SourceCaseTable contents() {
        SourceCaseTable table = SourceCaseTable.of("contents");
        for (MineralBase base : minerals) {
            SourceRow row = base.mineral().row();
            for (String stage : MineralBase.STAGES) {
                table.row()
                        .put("commodity", row.text(stage))
                        .copy(row, "element")
                        .put("amount", 1.0)
                        .put("source", "assumption")
                        .put("note", "counted as content");
            }
        }
        return table;
    }

    private SourceCaseTable recipes() {
        SourceCaseTable table = SourceCaseTable.of("recipes");
        for (MineralBase base : minerals) {
            Mineral mineral = base.mineral();
            String source = mineral.row().source();
            table.row()
                    .put("recipe", mineral.id() + "-mining")
                    .put("commodity", mineral.commodity("mined"))
                    .put("amount", 1.0)
                    .put("source", "assumption");
            table.row()
                    .put("recipe", mineral.id() + "-refining")
                    .put("commodity", mineral.commodity("refined"))
                    .put("amount", 1.0)
                    .put("source", source);
            table.row()
                    .put("recipe", mineral.id() + "-refining")
                    .put("commodity", mineral.commodity("mined"))
                    .put("amount", -1 / mineral.recovery())
                    .put("source", source);
            if (!base.secondary().isEmpty()) {
                table.row()
                        .put("recipe", mineral.id() + "-secondary")
                        .put("commodity", mineral.commodity("refined"))
                        .put("amount", 1.0)
                        .put("feed", mineral.row().text("secondary_feed"))
                        .put("source", source);
            }
        }
        return table;
    }

    private void plants(MineralBase base) {
        Mineral mineral = base.mineral();
        base.mined().forEach((place, tonnes) -> {
            String source = base.source("minerals_mines", place) + ";assumption";
            plant(base, place, "mining", tonnes, 1, mineral.miningCost(), source, "runs at capacity; cost: assumption");
        });
        double slack = tables.setting("minerals-refining-slack");
        base.refined().keySet().forEach(place -> {
            double primary = base.primary(place);
            if (primary > 1e-6 * MineralBase.sum(base.refined())) {
                String source = base.source("minerals_refining", place);
                plant(
                        base,
                        place,
                        "refining",
                        primary,
                        slack,
                        mineral.refiningCost(),
                        source.contains("assumption") ? source : source + ";assumption",
                        "from what is mined; capacity and cost: assumption");
            }
        });
        base.secondary()
                .forEach((place, tonnes) -> plant(
                        base,
                        place,
                        "secondary",
                        tonnes,
                        tables.setting("minerals-secondary-slack"),
                        tables.setting("minerals-secondary-cost") * mineral.price(),
                        "assumption",
                        "secondary or synthetic; amount, capacity and cost: assumption"));
    }

    private void plant(
            MineralBase base,
            String place,
            String kind,
            double tonnes,
            double slack,
            double cost,
            String source,
            String note) {
        Mineral mineral = base.mineral();
        String id = id(place, mineral, kind);
        processes
                .row()
                .put("process", id)
                .put("place", place)
                .put("recipe", recipe(mineral.id(), place, "-" + kind))
                .put("status", "operating")
                .put("capacity", slack * tonnes)
                .put("cost", cost)
                .put("observed", tonnes)
                .put("source", source)
                .put("note", note);
        String stage = kind.equals("mining") ? "mined" : "refined";
        if (outlook.growing(mineral, kind)) {
            return;
        }
        String from = mineral.row().has("projection") ? "iea-cmde-2025;assumption" : "assumption";
        for (int year = tables.year("first-year") + 1; year <= tables.year("last-year"); year++) {
            double ratio = kind.equals("secondary")
                    ? outlook.need(mineral, "refined", year)
                    : outlook.ratio(mineral, stage, place, year);
            if (Math.abs(ratio - 1) > 1e-9) {
                series.row()
                        .put("table", "processes")
                        .put("id", id)
                        .put("column", "capacity")
                        .put("period", year)
                        .put("value", slack * tonnes * ratio)
                        .put("source", from);
            }
        }
    }

    private String recipe(String mineral, String place, String kind) {
        return kind.equals("-mining") ? byProducts.recipe(mineral, place) : mineral + kind;
    }

    private static String id(String place, Mineral mineral, String kind) {
        return (place + "-" + mineral.id() + "-" + kind).toLowerCase(Locale.ROOT);
    }

    private void project(SourceRow row) {
        String kind = switch (row.text("form")) {
            case "mined" -> "-mining";
            case "refined" -> "-refining";
            default -> "-secondary";
        };
        processes
                .row()
                .copy(row, "process", "place", "owner", "status", "capacity", "cost", "first", "capex", "life")
                .put("recipe", recipe(row.text("mineral"), row.text("place"), kind))
                .cite(row);
    }

    private SourceCaseTable routes() {
        SourceCaseTable table = SourceCaseTable.of("routes");
        for (MineralBase base : minerals) {
            for (String stage : MineralBase.STAGES) {
                Map<TradeFit.Lane, MineralBase.Flow> lanes = new LinkedHashMap<>(base.flows(stage));
                lanes.forEach((lane, flow) ->
                        route(table, base, stage, lane, Optional.of(flow.tonnes()), flow.source(), flow.note()));
                for (TradeFit.Lane lane : projectLanes(base, stage)) {
                    if (!lanes.containsKey(lane)) {
                        route(table, base, stage, lane, NONE, "assumption", "for a project; no trade in the base year");
                    }
                }
            }
        }
        tables.table("minerals_reopening").forEach(row -> reopen(table, row));
        return table;
    }

    /// A lane that a ban closed in the base year: without capacity then, with some later; a new ban is an event.
    private void reopen(SourceCaseTable table, SourceRow row) {
        MineralBase base = minerals.stream()
                .filter(one -> one.mineral().id().equals(row.text("mineral")))
                .findFirst()
                .orElseThrow();
        TradeFit.Lane lane = new TradeFit.Lane(row.text("from"), row.text("to"));
        String stage = row.text("stage");
        route(table, base, stage, lane, NONE, row.source(), row.note()).put("capacity", 0.0);
        for (int year = tables.year("first-year") + 1; year <= tables.year("last-year"); year++) {
            series.row()
                    .put("table", "routes")
                    .put("id", route(base, stage, lane))
                    .put("column", "capacity")
                    .put("period", year)
                    .put("value", row.number("most"))
                    .put("source", row.source());
        }
    }

    private static String route(MineralBase base, String stage, TradeFit.Lane lane) {
        return (lane.from() + "-" + lane.to() + "-" + base.mineral().commodity(stage)).toLowerCase(Locale.ROOT);
    }

    /// From the place of a project to everyone who lacks what it makes.
    private List<TradeFit.Lane> projectLanes(MineralBase base, String stage) {
        List<String> buyers = base.flows(stage).keySet().stream()
                .map(TradeFit.Lane::to)
                .distinct()
                .toList();
        return tables.table("minerals_projects").stream()
                .filter(row -> row.text("mineral").equals(base.mineral().id())
                        && row.text("form").equals("mined") == stage.equals("mined"))
                .flatMap(row -> buyers.stream().map(to -> new TradeFit.Lane(row.text("place"), to)))
                .distinct()
                .filter(lane -> base.weight(stage, lane.from(), lane.to()) > 0)
                .toList();
    }

    private SourceCaseTable.Row route(
            SourceCaseTable table,
            MineralBase base,
            String stage,
            TradeFit.Lane lane,
            Optional<Double> observed,
            String source,
            String note) {
        String commodity = base.mineral().commodity(stage);
        return table.row()
                .put("route", route(base, stage, lane))
                .put("from", lane.from())
                .put("to", lane.to())
                .put("commodity", commodity)
                .put("ship", ship(base.mineral(), stage, lane))
                .put("cost", tables.setting("minerals-freight-" + stage))
                .put("observed", observed)
                .put("source", source)
                .put("note", note);
    }

    /// Days and straits come from the sea network; the freight is that of the setting, since it is counted per
    /// content.
    private String ship(Mineral mineral, String stage, TradeFit.Lane lane) {
        boolean byLand = tables.overland(lane.from(), lane.to());
        if (byLand) {
            return "";
        }
        return stage.equals("mined") && BULK.contains(mineral.id()) ? "bulk" : "container";
    }

    private SourceCaseTable stores() {
        SourceCaseTable table = SourceCaseTable.of("stores");
        for (SourceRow row : tables.table("minerals_stocks")) {
            MineralBase base = minerals.stream()
                    .filter(one -> one.mineral().id().equals(row.text("mineral")))
                    .findFirst()
                    .orElseThrow();
            double daily = base.used("refined").getOrDefault(row.text("place"), 0.0) / DAYS_OF_A_YEAR;
            double level = row.maybe("tonnes").orElseGet(() -> row.number("days") * daily);
            boolean strategic = row.text("kind").equals("strategic");
            double least = strategic ? level : tables.setting("minerals-later-min-stock") * level;
            table.row()
                    .copy(row, "store", "place", "owner", "kind", "cost")
                    .put("commodity", base.mineral().commodity("refined"))
                    .put(
                            "capacity",
                            row.maybe("capacity_days").map(days -> days * daily).orElse(level))
                    .put("level", level)
                    .put("min_level", least)
                    .put("final_level", level)
                    .cite(row);
            if (!strategic) {
                unchanged(row, "min_level", level);
            }
            if (row.has("capacity_days") && row.number("capacity_days") * daily > level * (1 + 1e-9)) {
                unchanged(row, "capacity", level);
            }
        }
        return table;
    }

    /// In the base year stocks stand where they were: nobody saw coming what happened after it.
    private void unchanged(SourceRow row, String column, double level) {
        series.row()
                .put("table", "stores")
                .put("id", row.text("store"))
                .put("column", column)
                .put("period", tables.year("first-year"))
                .put("value", level)
                .put("source", row.source())
                .put("note", "base year: no change of stocks");
    }

    private SourceCaseTable prices() {
        SourceCaseTable table = SourceCaseTable.of("prices");
        int year = tables.year("first-year");
        for (MineralBase base : minerals) {
            for (String stage : MineralBase.STAGES) {
                tables.table("minerals_prices").stream()
                        .filter(row -> row.text("mineral").equals(base.mineral().id())
                                && row.text("stage").equals(stage)
                                && row.number("year") == year
                                && row.yes("observed"))
                        .forEach(row -> table.row()
                                .copy(row, "place")
                                .put("commodity", base.mineral().commodity(stage))
                                .put("price", row.number("value") * row.number("per_t"))
                                .put("source", row.source())
                                .put("note", "%s %s; %s".formatted(row.text("value"), row.text("unit"), row.note())));
            }
        }
        return table;
    }
}
