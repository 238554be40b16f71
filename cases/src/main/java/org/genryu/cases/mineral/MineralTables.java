package org.genryu.cases.mineral;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.cases.source.PlaceDistances;
import org.genryu.cases.source.SourceCaseTable;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;
import org.genryu.cases.source.TradeFit;

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
    private final SourceCaseTable processes = new SourceCaseTable(
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
    private final SourceCaseTable series =
            new SourceCaseTable("table", "id", "column", "period", "value", "source", "note");

    private MineralTables(SourceTables tables) {
        this.tables = tables;
        this.outlook = new MineralOutlook(tables);
        PlaceDistances distances = new PlaceDistances(tables);
        int year = tables.year("first-year");
        this.minerals = tables.table("minerals").stream()
                .map(row -> new MineralBase(tables, Mineral.of(tables, row, year), distances, year))
                .toList();
        this.uses = new MineralUses(tables, outlook);
        minerals.forEach(this::plants);
        tables.table("minerals_projects").forEach(this::project);
        minerals.forEach(base -> uses.demands(base, series));
    }

    /// The tables of the minerals by name.
    public static Map<String, SourceCaseTable> of(SourceTables tables) {
        MineralTables of = new MineralTables(tables);
        Map<String, SourceCaseTable> part = new LinkedHashMap<>();
        part.put("places", of.places());
        part.put("commodities", of.commodities());
        part.put("contents", of.contents());
        part.put("recipes", of.recipes());
        part.put("processes", of.processes);
        part.put("routes", of.routes());
        part.put("demands", of.uses.table());
        SourceCaseTable stores = of.stores();
        part.put("stores", stores);
        part.put("prices", of.prices());
        part.put("series", of.series);
        return part;
    }

    private SourceCaseTable places() {
        SourceCaseTable table = new SourceCaseTable(
                "place", "name_en", "name_ja", "kind", "country", "lat", "lon", "port", "source", "note");
        for (SourceRow row : tables.table("minerals_places")) {
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
        SourceCaseTable table =
                new SourceCaseTable("commodity", "name_en", "name_ja", "unit", "stage", "group", "source", "note");
        for (MineralBase base : minerals) {
            SourceRow row = base.mineral().row();
            table.add(
                    row.text("mined"),
                    row.text("mined_en"),
                    row.text("mined_ja"),
                    "t",
                    "concentrate",
                    GROUP,
                    row.source(),
                    row.note());
            table.add(
                    row.text("refined"),
                    row.text("refined_en"),
                    row.text("refined_ja"),
                    "t",
                    row.text("refined_stage"),
                    GROUP,
                    row.source(),
                    row.note());
        }
        return table;
    }

    private SourceCaseTable contents() {
        SourceCaseTable table = new SourceCaseTable("commodity", "element", "amount", "source", "note");
        for (MineralBase base : minerals) {
            SourceRow row = base.mineral().row();
            for (String stage : MineralBase.STAGES) {
                table.add(row.text(stage), row.text("element"), 1.0, "assumption", "counted as content");
            }
        }
        return table;
    }

    private SourceCaseTable recipes() {
        SourceCaseTable table = new SourceCaseTable("recipe", "commodity", "amount", "feed", "source", "note");
        for (MineralBase base : minerals) {
            Mineral mineral = base.mineral();
            String source = mineral.row().source();
            table.add(mineral.id() + "-mining", mineral.commodity("mined"), 1.0, "", "assumption", "");
            table.add(mineral.id() + "-refining", mineral.commodity("refined"), 1.0, "", source, "");
            table.add(mineral.id() + "-refining", mineral.commodity("mined"), -1 / mineral.recovery(), "", source, "");
            if (!base.secondary().isEmpty()) {
                table.add(
                        mineral.id() + "-secondary",
                        mineral.commodity("refined"),
                        1.0,
                        mineral.row().text("secondary_feed"),
                        source,
                        "");
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
        processes.add(
                id,
                place,
                mineral.id() + "-" + kind,
                "",
                "operating",
                slack * tonnes,
                cost,
                NONE,
                tonnes,
                NONE,
                NONE,
                source,
                note);
        String stage = kind.equals("mining") ? "mined" : "refined";
        String from = mineral.row().has("projection") ? "iea-cmde-2025;assumption" : "assumption";
        for (int year = tables.year("first-year") + 1; year <= tables.year("last-year"); year++) {
            double ratio = kind.equals("secondary")
                    ? outlook.need(mineral, "refined", year)
                    : outlook.ratio(mineral, stage, place, year);
            if (Math.abs(ratio - 1) > 1e-9) {
                series.add("processes", id, "capacity", year, slack * tonnes * ratio, from, "");
            }
        }
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
        processes.add(
                row.text("process"),
                row.text("place"),
                row.text("mineral") + kind,
                row.text("owner"),
                row.text("status"),
                row.number("capacity"),
                row.number("cost"),
                row.number("first"),
                NONE,
                row.maybe("capex"),
                row.maybe("life"),
                row.source(),
                row.note());
    }

    private SourceCaseTable routes() {
        SourceCaseTable table =
                new SourceCaseTable("route", "from", "to", "commodity", "ship", "cost", "observed", "source", "note");
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
        return table;
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

    private void route(
            SourceCaseTable table,
            MineralBase base,
            String stage,
            TradeFit.Lane lane,
            Optional<Double> observed,
            String source,
            String note) {
        String commodity = base.mineral().commodity(stage);
        table.add(
                (lane.from() + "-" + lane.to() + "-" + commodity).toLowerCase(Locale.ROOT),
                lane.from(),
                lane.to(),
                commodity,
                ship(base.mineral(), stage, lane),
                tables.setting("minerals-freight-" + stage),
                observed,
                source,
                note);
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
        for (SourceRow row : tables.table("minerals_stocks")) {
            MineralBase base = minerals.stream()
                    .filter(one -> one.mineral().id().equals(row.text("mineral")))
                    .findFirst()
                    .orElseThrow();
            double daily = base.used("refined").getOrDefault(row.text("place"), 0.0) / DAYS_OF_A_YEAR;
            double level = row.maybe("tonnes").orElseGet(() -> row.number("days") * daily);
            boolean strategic = row.text("kind").equals("strategic");
            double least = strategic ? level : tables.setting("minerals-later-min-stock") * level;
            table.add(
                    row.text("store"),
                    row.text("place"),
                    base.mineral().commodity("refined"),
                    row.text("owner"),
                    row.text("kind"),
                    row.maybe("capacity_days").map(days -> days * daily).orElse(level),
                    level,
                    least,
                    level,
                    row.number("cost"),
                    row.source(),
                    row.note());
            if (!strategic) {
                series.add(
                        "stores",
                        row.text("store"),
                        "min_level",
                        tables.year("first-year"),
                        level,
                        row.source(),
                        "base year: no change of stocks");
            }
        }
        return table;
    }

    private SourceCaseTable prices() {
        SourceCaseTable table = new SourceCaseTable("place", "commodity", "price", "source", "note");
        int year = tables.year("first-year");
        for (MineralBase base : minerals) {
            for (String stage : MineralBase.STAGES) {
                tables.table("minerals_prices").stream()
                        .filter(row -> row.text("mineral").equals(base.mineral().id())
                                && row.text("stage").equals(stage)
                                && row.number("year") == year
                                && row.yes("observed"))
                        .forEach(row -> table.add(
                                row.text("place"),
                                base.mineral().commodity(stage),
                                row.number("value") * row.number("per_t"),
                                row.source(),
                                "%s %s; %s".formatted(row.text("value"), row.text("unit"), row.note())));
            }
        }
        return table;
    }
}
