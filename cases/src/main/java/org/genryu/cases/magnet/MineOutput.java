package org.genryu.cases.magnet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genryu.cases.source.PlaceKey;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;
import org.genryu.core.Check;

/// Who mines, ships and separates how much in the base year, and how much of every oxide the world gets of it.
///
/// @param mined by mine process [t REO]
/// @param shipments concentrate by way; what stays in the country has the same place twice [t REO]
/// @param stocked concentrate put on stock, by place and commodity [t REO]
/// @param activity by plant of plants.csv that separates [t REO of feed]
/// @param supply by separated oxide or crude product, world [t]
record MineOutput(
        Map<String, Double> mined,
        List<Shipment> shipments,
        Map<PlaceKey, Double> stocked,
        Map<String, Double> activity,
        Map<String, Double> supply) {

    record Shipment(SourceRow row, String from, String to, String ore, double tonnes) {}

    static MineOutput of(SourceTables tables, AllianceRecipes recipes) {
        Map<String, Double> mined = mined(tables);
        Map<PlaceKey, Double> left = new LinkedHashMap<>();
        tables.table("mines")
                .forEach(row -> left.merge(
                        new PlaceKey(row.text("place"), row.text("ore")),
                        mined.getOrDefault(row.text("process"), 0.0),
                        Double::sum));
        List<Shipment> shipments = new ArrayList<>();
        Map<PlaceKey, Double> stocked = new LinkedHashMap<>();
        for (SourceRow row : tables.table("ore_flows")) {
            PlaceKey at = new PlaceKey(row.text("from"), row.text("ore"));
            double tonnes = tonnes(row, left.getOrDefault(at, 0.0), tables, recipes);
            Check.that(tonnes >= 0, "%s: %s t are left of '%s'; it must be 0 or more.", row.where(), tonnes, at);
            left.merge(at, -tonnes, Double::sum);
            if (row.text("to").equals("stock")) {
                stocked.put(new PlaceKey(at.place(), "concentrate-" + at.thing()), tonnes);
            } else {
                shipments.add(new Shipment(row, at.place(), row.text("to"), at.thing(), tonnes));
            }
        }
        left.forEach(
                (at, rest) -> Check.that(Math.abs(rest) < 1e-6, "ore_flows.csv: %s t of %s go nowhere.", rest, at));
        Map<String, Double> activity = separation(tables, recipes, shipments);
        return new MineOutput(mined, shipments, stocked, activity, supply(tables, recipes, activity));
    }

    private static Map<String, Double> mined(SourceTables tables) {
        int year = tables.year("first-year");
        Map<String, Double> production = new LinkedHashMap<>();
        tables.table("mine_production").stream()
                .filter(row -> row.number("year") == year)
                .forEach(row -> production.put(row.text("place"), row.number("tonnes")));
        Map<String, Double> shares = new LinkedHashMap<>();
        tables.table("mines").forEach(row -> shares.merge(row.text("place"), row.number("share"), Double::sum));
        Map<String, Double> mined = new LinkedHashMap<>();
        for (SourceRow row : tables.table("mines")) {
            String place = row.text("place");
            double share = row.number("share") / shares.getOrDefault(place, 1.0);
            mined.put(row.text("process"), share * production.getOrDefault(place, 0.0));
        }
        return mined;
    }

    private static double tonnes(SourceRow row, double left, SourceTables tables, AllianceRecipes recipes) {
        return switch (row.text("tonnes")) {
            case "" -> left;
            case "ndpr_oxide" ->
                tables.setting("us-ndpr-output") / made(recipes, "light-" + row.text("ore"), "ndpr-oxide");
            default -> row.number("tonnes");
        };
    }

    private static Map<String, Double> separation(
            SourceTables tables, AllianceRecipes recipes, List<Shipment> shipments) {
        Map<PlaceKey, Double> arrived = new LinkedHashMap<>();
        shipments.forEach(s -> arrived.merge(new PlaceKey(s.to(), s.ore()), s.tonnes(), Double::sum));
        Map<String, Double> activity = new LinkedHashMap<>();
        Map<String, Double> heavyFeed = new LinkedHashMap<>();
        for (SourceRow row : tables.table("plants")) {
            String recipe = row.text("recipe");
            String ore = recipe.substring(recipe.indexOf('-') + 1);
            if (recipe.startsWith("full-") || recipe.startsWith("light-")) {
                double feed = row.text("observed").equals("feed")
                        ? arrived.getOrDefault(new PlaceKey(row.text("place"), ore), 0.0)
                        : 0;
                activity.put(row.text("process"), feed);
                if (recipe.startsWith("light-")) {
                    heavyFeed.merge(ore, feed * made(recipes, recipe, "heavy-feed-" + ore), Double::sum);
                }
            }
        }
        heavy(tables, activity, heavyFeed);
        return activity;
    }

    /// Plants with an amount take it from the heavy feed; the one with `feed` takes the rest.
    private static void heavy(SourceTables tables, Map<String, Double> activity, Map<String, Double> heavyFeed) {
        List<SourceRow> plants = tables.table("plants").stream()
                .filter(row -> row.text("recipe").startsWith("heavy-"))
                .toList();
        for (SourceRow row : plants) {
            if (!row.text("observed").equals("feed")) {
                double feed = tables.resolve(row, "observed");
                activity.put(row.text("process"), feed);
                heavyFeed.merge(row.text("recipe").substring(6), -feed, Double::sum);
            }
        }
        for (SourceRow row : plants) {
            if (row.text("observed").equals("feed")) {
                activity.put(
                        row.text("process"),
                        heavyFeed.getOrDefault(row.text("recipe").substring(6), 0.0));
            }
        }
    }

    private static Map<String, Double> supply(
            SourceTables tables, AllianceRecipes recipes, Map<String, Double> activity) {
        Map<String, Double> supply = new LinkedHashMap<>();
        for (SourceRow row : tables.table("plants")) {
            Double feed = activity.get(row.text("process"));
            if (feed != null) {
                recipes.get(row.text("recipe")).forEach((commodity, amount) -> {
                    if (amount > 0) {
                        supply.merge(commodity, amount * feed, Double::sum);
                    }
                });
            }
        }
        tables.table("scandium").forEach(row -> supply.merge("sc-oxide", row.number("tonnes"), Double::sum));
        return supply;
    }

    private static double made(AllianceRecipes recipes, String recipe, String commodity) {
        return recipes.get(recipe).getOrDefault(commodity, 0.0);
    }

    double supply(String commodity) {
        return supply.getOrDefault(commodity, 0.0);
    }
}
