package org.genryu.tools.cases.rareearth;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.tools.cases.table.SourceCaseTable;
import org.genryu.tools.cases.table.SourceRow;

/// Writes what flows and how it is made: commodities, contents, recipes.
final class ChainTables {
    private static final String UNIT = "t";
    private static final String GROUP = "rare-earth";

    private final AllianceBaseYear base;

    ChainTables(AllianceBaseYear base) {
        this.base = base;
    }

    /// @param used commodities that some recipe in use, way or demand names
    SourceCaseTable commodities(Set<String> used) {
        SourceCaseTable table = SourceCaseTable.of("commodities");
        for (Map.Entry<String, SourceRow> ore : oreNames().entrySet()) {
            String concentrate = "concentrate-" + ore.getKey();
            SourceRow row = ore.getValue();
            if (used.contains(concentrate)) {
                table.row()
                        .put("commodity", concentrate)
                        .copy(row, "name_en", "name_ja")
                        .put("unit", UNIT)
                        .put("stage", "concentrate")
                        .put("group", GROUP)
                        .put("source", row.source())
                        .put("note", "t of REO contained; " + row.note());
            }
        }
        for (Map.Entry<String, SourceRow> ore : oreNames().entrySet()) {
            String feed = "heavy-feed-" + ore.getKey();
            if (used.contains(feed)) {
                String en = "Mixed medium and heavy rare earths from: "
                        + ore.getValue().text("name_en");
                table.row()
                        .put("commodity", feed)
                        .put("name_en", en)
                        .put("name_ja", "中重希土混合物（" + ore.getValue().text("name_ja") + "由来）")
                        .put("unit", UNIT)
                        .put("stage", "heavy-feed")
                        .put("group", GROUP)
                        .put("source", ore.getValue().source())
                        .put("note", "t of REO contained");
            }
        }
        named(table);
        return table;
    }

    /// Oxides, then what has a name of its own.
    private void named(SourceCaseTable table) {
        for (RareEarthElements.Element element : base.elements().byId().values()) {
            if (!element.oxide().equals("ndpr-oxide")) {
                SourceRow row = element.row();
                table.row()
                        .put("commodity", element.oxide())
                        .put("name_en", row.text("oxide_en"))
                        .put("name_ja", row.text("oxide_ja"))
                        .put("unit", UNIT)
                        .put("stage", "oxide")
                        .put("group", GROUP)
                        .put("source", row.source())
                        .put("note", row.text("formula"));
            }
        }
        for (SourceRow row : base.tables().table("commodities")) {
            table.row()
                    .copy(row, "commodity", "name_en", "name_ja", "stage")
                    .put("unit", UNIT)
                    .put("group", GROUP)
                    .cite(row);
        }
    }

    private Map<String, SourceRow> oreNames() {
        Map<String, SourceRow> names = new LinkedHashMap<>();
        base.tables().table("ores").forEach(row -> names.putIfAbsent(row.text("ore"), row));
        return names;
    }

    /// Element in everything: kg of element per kg.
    SourceCaseTable contents(Set<String> used) {
        SourceCaseTable table = SourceCaseTable.of("contents");
        for (Map.Entry<String, SourceRow> ore : oreNames().entrySet()) {
            String source = basketSource(ore.getKey());
            double heavy = base.ores().heavyShare(ore.getKey());
            base.ores().basket(ore.getKey()).forEach((element, share) -> {
                double metal = base.elements().get(element).metalShare() * share;
                if (used.contains("concentrate-" + ore.getKey())) {
                    content(table, "concentrate-" + ore.getKey(), element, metal, source);
                }
                if (OreBaskets.isHeavy(element) && used.contains("heavy-feed-" + ore.getKey())) {
                    content(table, "heavy-feed-" + ore.getKey(), element, metal / heavy, source);
                }
            });
        }
        products(table);
        return table;
    }

    private String basketSource(String ore) {
        Set<String> sources = new LinkedHashSet<>();
        for (SourceRow row : base.tables().table("ores")) {
            if (row.text("ore").equals(ore)) {
                List.of(row.source().split(";")).forEach(sources::add);
                base.tables().table("deposits").stream()
                        .filter(d -> d.text("deposit").equals(row.text("deposit")))
                        .forEach(d -> sources.add(d.source()));
            }
        }
        return String.join(";", sources);
    }

    private void products(SourceCaseTable table) {
        RareEarthElements elements = base.elements();
        double praseodymium = praseodymiumShare();
        oxides(table, praseodymium);
        double pr = praseodymium * elements.get("pr").metalShare();
        double nd = (1 - praseodymium) * elements.get("nd").metalShare();
        Map<String, Double> didymium = Map.of("nd", nd / (nd + pr), "pr", pr / (nd + pr));
        for (String metal : List.of("ndpr", "dy", "tb", "sm")) {
            metalContent(table, metal + "-metal", Map.of(metal, 1.0), didymium, "atomic-weights");
        }
        double cerium = base.tables().setting("mischmetal-ce");
        content(table, "mischmetal", "ce", cerium, "usgs-mcs-2026");
        content(table, "mischmetal", "la", 1 - cerium, "usgs-mcs-2026");
        for (String commodity : List.of("ndfeb-magnet", "swarf-heat", "scrap-heat")) {
            metalContent(table, commodity, base.recipes().content("mix"), didymium, "heim-2023;yang-2017;assumption");
        }
        for (String commodity : List.of("ndfeb-magnet-standard", "swarf-standard", "scrap-standard")) {
            metalContent(table, commodity, base.recipes().content("standard"), didymium, "yang-2017");
        }
        content(table, "smco-magnet", "sm", base.tables().setting("smco-sm"), "assumption")
                .put("note", "2:17 alloys hold 25-28 % samarium");
    }

    private void oxides(SourceCaseTable table, double praseodymium) {
        for (RareEarthElements.Element element : base.elements().byId().values()) {
            double amount = switch (element.id()) {
                case "pr" -> praseodymium * element.metalShare();
                case "nd" -> (1 - praseodymium) * element.metalShare();
                default -> element.metalShare();
            };
            content(table, element.oxide(), element.id(), amount, "atomic-weights");
        }
        for (String element : List.of("la", "ce")) {
            content(
                    table,
                    element + "-crude",
                    element,
                    base.elements().get(element).metalShare(),
                    "atomic-weights");
        }
    }

    private static SourceCaseTable.Row content(
            SourceCaseTable table, String commodity, String element, double amount, String source) {
        return table.row()
                .put("commodity", commodity)
                .put("element", element)
                .put("amount", amount)
                .put("source", source);
    }

    private static void metalContent(
            SourceCaseTable table,
            String commodity,
            Map<String, Double> metals,
            Map<String, Double> didymium,
            String source) {
        for (String metal : List.of("ndpr", "dy", "tb", "sm")) {
            double amount = metals.getOrDefault(metal, 0.0);
            if (amount > 0 && metal.equals("ndpr")) {
                content(table, commodity, "nd", amount * didymium.getOrDefault("nd", 0.0), source);
                content(table, commodity, "pr", amount * didymium.getOrDefault("pr", 0.0), source);
            } else if (amount > 0) {
                content(table, commodity, metal, amount, source);
            }
        }
    }

    /// Praseodymium oxide in the NdPr oxide that the world separates in the base year [fraction].
    private double praseodymiumShare() {
        double pr = 0;
        double both = 0;
        for (SourceRow row : base.tables().table("plants")) {
            Optional<Double> feed =
                    Optional.ofNullable(base.upstream().activity().get(row.text("process")));
            String recipe = row.text("recipe");
            if (feed.isPresent() && !recipe.startsWith("heavy-")) {
                Map<String, Double> basket = base.ores().basket(recipe.substring(recipe.indexOf('-') + 1));
                pr += feed.get() * basket.getOrDefault("pr", 0.0);
                both += feed.get() * (basket.getOrDefault("pr", 0.0) + basket.getOrDefault("nd", 0.0));
            }
        }
        return pr / both;
    }

    /// @param used recipes that some process runs
    SourceCaseTable recipes(Set<String> used) {
        SourceCaseTable table = SourceCaseTable.of("recipes");
        base.recipes().all().forEach((recipe, lines) -> {
            if (used.contains(recipe)) {
                lines.forEach((commodity, amount) -> {
                    if (amount != 0) {
                        table.row()
                                .put("recipe", recipe)
                                .put("commodity", commodity)
                                .put("amount", amount)
                                .put("source", source(recipe));
                    }
                });
            }
        });
        return table;
    }

    private String source(String recipe) {
        String kind = recipe.contains("-") ? recipe.substring(0, recipe.indexOf('-')) : recipe;
        return switch (kind) {
            case "mine" -> "assumption";
            case "full", "light", "heavy" -> basketSource(recipe.substring(recipe.indexOf('-') + 1)) + ";aclara-2024";
            case "finish", "scandium" -> "assumption";
            case "metal" -> "heim-2023";
            case "mischmetal" -> "usgs-mcs-2026;heim-2023";
            case "magnet" ->
                recipe.equals("magnet-standard")
                        ? "yang-2017;magnet-yields;assumption"
                        : "yang-2017;heim-2023;magnet-yields;assumption";
            case "swarf" -> "prodius-2019;assumption";
            case "recycle" -> "patcharawit-2022";
            default -> "assumption";
        };
    }
}
