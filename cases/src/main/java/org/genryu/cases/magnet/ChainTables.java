package org.genryu.cases.magnet;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.cases.source.SourceCaseTable;
import org.genryu.cases.source.SourceRow;

/// Writes what flows and how it is made: commodities, contents, recipes.
public final class ChainTables {
    private static final String UNIT = "t";
    private static final String GROUP = "rare-earth";

    private final AllianceBaseYear base;

    public ChainTables(AllianceBaseYear base) {
        this.base = base;
    }

    /// @param used commodities that some recipe in use, way or demand names
    public SourceCaseTable commodities(Set<String> used) {
        SourceCaseTable table = new SourceCaseTable(
                "commodity", "name_en", "name_ja", "unit", "stage", "group", "disposal_cost", "source", "note");
        for (Map.Entry<String, SourceRow> ore : oreNames().entrySet()) {
            String concentrate = "concentrate-" + ore.getKey();
            SourceRow row = ore.getValue();
            if (used.contains(concentrate)) {
                table.add(
                        concentrate,
                        row.text("name_en"),
                        row.text("name_ja"),
                        UNIT,
                        "concentrate",
                        GROUP,
                        "",
                        row.source(),
                        "t of REO contained; " + row.note());
            }
        }
        for (Map.Entry<String, SourceRow> ore : oreNames().entrySet()) {
            String feed = "heavy-feed-" + ore.getKey();
            if (used.contains(feed)) {
                String en = "Mixed medium and heavy rare earths from: "
                        + ore.getValue().text("name_en");
                table.add(
                        feed,
                        en,
                        "中重希土混合物（" + ore.getValue().text("name_ja") + "由来）",
                        UNIT,
                        "heavy-feed",
                        GROUP,
                        "",
                        ore.getValue().source(),
                        "t of REO contained");
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
                table.add(
                        element.oxide(),
                        row.text("oxide_en"),
                        row.text("oxide_ja"),
                        UNIT,
                        "oxide",
                        GROUP,
                        "",
                        row.source(),
                        row.text("formula"));
            }
        }
        for (SourceRow row : base.tables().table("commodities")) {
            table.add(
                    row.text("commodity"),
                    row.text("name_en"),
                    row.text("name_ja"),
                    UNIT,
                    row.text("stage"),
                    GROUP,
                    "",
                    row.source(),
                    row.note());
        }
    }

    private Map<String, SourceRow> oreNames() {
        Map<String, SourceRow> names = new LinkedHashMap<>();
        base.tables().table("ores").forEach(row -> names.putIfAbsent(row.text("ore"), row));
        return names;
    }

    /// Element in everything: kg of element per kg.
    public SourceCaseTable contents(Set<String> used) {
        SourceCaseTable table = new SourceCaseTable("commodity", "element", "amount", "source", "note");
        for (Map.Entry<String, SourceRow> ore : oreNames().entrySet()) {
            String source = basketSource(ore.getKey());
            double heavy = base.ores().heavyShare(ore.getKey());
            base.ores().basket(ore.getKey()).forEach((element, share) -> {
                double metal = base.elements().get(element).metalShare() * share;
                if (used.contains("concentrate-" + ore.getKey())) {
                    table.add("concentrate-" + ore.getKey(), element, metal, source, "");
                }
                if (OreBaskets.isHeavy(element) && used.contains("heavy-feed-" + ore.getKey())) {
                    table.add("heavy-feed-" + ore.getKey(), element, metal / heavy, source, "");
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
        table.add("mischmetal", "ce", cerium, "usgs-mcs-2026", "")
                .add("mischmetal", "la", 1 - cerium, "usgs-mcs-2026", "");
        for (String commodity : List.of("ndfeb-magnet", "swarf-heat", "scrap-heat")) {
            metalContent(table, commodity, base.recipes().content("mix"), didymium, "heim-2023;yang-2017;assumption");
        }
        for (String commodity : List.of("ndfeb-magnet-standard", "swarf-standard", "scrap-standard")) {
            metalContent(table, commodity, base.recipes().content("standard"), didymium, "yang-2017");
        }
        table.add(
                "smco-magnet",
                "sm",
                base.tables().setting("smco-sm"),
                "assumption",
                "2:17 alloys hold 25-28 % samarium");
    }

    private void oxides(SourceCaseTable table, double praseodymium) {
        for (RareEarthElements.Element element : base.elements().byId().values()) {
            double amount = switch (element.id()) {
                case "pr" -> praseodymium * element.metalShare();
                case "nd" -> (1 - praseodymium) * element.metalShare();
                default -> element.metalShare();
            };
            table.add(element.oxide(), element.id(), amount, "atomic-weights", "");
        }
        for (String element : List.of("la", "ce")) {
            table.add(element + "-crude", element, base.elements().get(element).metalShare(), "atomic-weights", "");
        }
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
                table.add(commodity, "nd", amount * didymium.getOrDefault("nd", 0.0), source, "");
                table.add(commodity, "pr", amount * didymium.getOrDefault("pr", 0.0), source, "");
            } else if (amount > 0) {
                table.add(commodity, metal, amount, source, "");
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
    public SourceCaseTable recipes(Set<String> used) {
        SourceCaseTable table = new SourceCaseTable("recipe", "commodity", "amount", "source", "note");
        base.recipes().all().forEach((recipe, lines) -> {
            if (used.contains(recipe)) {
                lines.forEach((commodity, amount) -> {
                    if (amount != 0) {
                        table.add(recipe, commodity, amount, source(recipe), "");
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
