package org.genryu.cases.magnet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.genryu.cases.source.SourceTables;

/// What does each commodity cost in the base year? Oxides at their published prices in China; what is made of them at
/// zero profit of the
/// Chinese plant, p(made) = Σ p(used) · amount + cost − Σ p(by-product) · amount; elsewhere freight is added.
///
/// The two recipes of heat-resistant magnets are both in use, so the extra cost of grain-boundary diffusion is what
/// makes them earn the same.
final class ReferencePrices {
    private final SourceTables tables;
    private final AllianceRecipes recipes;
    private final Map<String, Double> china = new LinkedHashMap<>();
    private final double diffusionCost;

    ReferencePrices(SourceTables tables, AllianceRecipes recipes) {
        this.tables = tables;
        this.recipes = recipes;
        int year = tables.year("first-year");
        tables.table("prices").stream()
                .filter(row -> row.number("year") == year)
                .forEach(row -> china.put(row.text("commodity"), 1000 * row.number("usd_per_kg")));
        made("metal-ndpr", "ndpr-metal", tables.setting("cost-metal-ndpr"));
        made("metal-dy", "dy-metal", tables.setting("cost-metal-heavy"));
        made("metal-tb", "tb-metal", tables.setting("cost-metal-heavy"));
        made("metal-sm", "sm-metal", tables.setting("cost-metal-sm"));
        china.put("swarf-standard", worth("swarf-standard") - tables.setting("cost-swarf"));
        china.put("swarf-heat", worth("swarf-heat") - tables.setting("cost-swarf"));
        made("magnet-standard", "ndfeb-magnet-standard", tables.setting("cost-magnet"));
        made("magnet-heat-conventional", "ndfeb-magnet", tables.setting("cost-magnet"));
        diffusionCost = inChina("ndfeb-magnet")
                + worthWithout("magnet-heat-diffusion", "ndfeb-magnet")
                - tables.setting("cost-magnet");
        made("smco", "smco-magnet", tables.setting("cost-smco"));
    }

    private void made(String recipe, String product, double cost) {
        china.put(product, cost - worthWithout(recipe, product));
    }

    /// Σ p · amount over everything of the recipe but the product: by-products less inputs [USD per t of product].
    private double worthWithout(String recipe, String product) {
        return recipes.get(recipe).entrySet().stream()
                .filter(line -> !line.getKey().equals(product))
                .mapToDouble(line -> inChina(line.getKey()) * line.getValue())
                .sum();
    }

    private double worth(String recipe) {
        return recipes.get(recipe).entrySet().stream()
                .filter(line -> line.getValue() > 0)
                .mapToDouble(line -> inChina(line.getKey()) * line.getValue())
                .sum();
    }

    double inChina(String commodity) {
        Double price = china.get(commodity);
        if (price == null) {
            throw new IllegalArgumentException("Commodity '%s' has no reference price.".formatted(commodity));
        }
        return price;
    }

    /// Reference price at the place [USD/t].
    double at(String place, String commodity) {
        return place.equals("CN") ? inChina(commodity) : inChina(commodity) + freight(stage(commodity));
    }

    /// Extra cost of grain-boundary diffusion [USD per t of magnet].
    double diffusionCost() {
        return diffusionCost;
    }

    /// Cost of moving a commodity of the stage between two places [USD/t].
    double freight(String stage) {
        return tables.table("freight").stream()
                .filter(row -> row.text("stage").equals(stage))
                .mapToDouble(row -> row.number("cost"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Stage '%s' has no freight.".formatted(stage)));
    }

    /// Stage of a commodity by its name.
    static String stage(String commodity) {
        String kind = commodity.contains("-") ? commodity.substring(commodity.lastIndexOf('-') + 1) : commodity;
        return switch (kind) {
            case "oxide" -> "oxide";
            case "crude" -> "crude";
            case "metal", "mischmetal" -> "metal";
            default -> {
                if (commodity.startsWith("concentrate-")) {
                    yield "concentrate";
                }
                if (commodity.startsWith("heavy-feed-")) {
                    yield "heavy-feed";
                }
                yield commodity.contains("magnet") ? "magnet" : "scrap";
            }
        };
    }
}
