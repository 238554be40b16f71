package org.genryu.cases.magnet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genryu.cases.source.PlaceKey;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;

/// Who makes how much metal for the magnets of the base year, and what the other uses of oxides take.
///
/// @param smco samarium-cobalt magnets made in the world [t]
/// @param flows metal between places [t]; what stays in the country has the same place twice
/// @param metal made by place and metal [t]
/// @param oxides amount by row of oxide_uses.csv, world [t]
record MagnetMetalMakers(double smco, List<Flow> flows, Map<PlaceKey, Double> metal, Map<SourceRow, Double> oxides) {

    record Flow(SourceRow row, String metal, String from, String to, double tonnes) {}

    static MagnetMetalMakers of(
            SourceTables tables, AllianceRecipes recipes, MineOutput upstream, MagnetTotals magnets) {
        double samarium = tables.table("oxide_uses").stream()
                .filter(row -> row.text("commodity").equals("sm-oxide"))
                .mapToDouble(row -> row.number("share"))
                .sum();
        double perTonne = -recipes.get("smco").getOrDefault("sm-metal", 0.0) / tables.setting("metal-yield");
        double smco = (1 - samarium) * upstream.supply("sm-oxide") / perTonne;
        Map<PlaceKey, Double> needed = needed(tables, recipes, magnets, smco);
        List<Flow> flows = new ArrayList<>();
        Map<PlaceKey, Double> metal = new LinkedHashMap<>();
        for (SourceRow row : tables.table("metal_trade")) {
            String commodity = row.text("commodity");
            double tonnes = row.number("share") * needed.getOrDefault(new PlaceKey(row.text("to"), commodity), 0.0);
            flows.add(new Flow(row, commodity, row.text("from"), row.text("to"), tonnes));
            metal.merge(new PlaceKey(row.text("from"), commodity), tonnes, Double::sum);
        }
        return new MagnetMetalMakers(smco, flows, metal, oxides(tables, upstream, magnets));
    }

    private static Map<PlaceKey, Double> needed(
            SourceTables tables, AllianceRecipes recipes, MagnetTotals magnets, double smco) {
        Map<PlaceKey, Double> needed = new LinkedHashMap<>();
        for (SourceRow row : tables.table("magnet_makers")) {
            String place = row.text("place");
            double diffusion = diffusionShare(tables, magnets, row);
            add(needed, place, recipes.get("magnet-standard"), magnets.made(place, MagnetTotals.STANDARD));
            add(
                    needed,
                    place,
                    recipes.get("magnet-heat-diffusion"),
                    diffusion * magnets.made(place, MagnetTotals.HEAT));
            add(
                    needed,
                    place,
                    recipes.get("magnet-heat-conventional"),
                    (1 - diffusion) * magnets.made(place, MagnetTotals.HEAT));
        }
        for (SourceRow row : tables.table("smco")) {
            add(needed, row.text("place"), recipes.get("smco"), row.number("maker") / 100 * smco);
        }
        return needed;
    }

    private static void add(Map<PlaceKey, Double> needed, String place, Map<String, Double> recipe, double activity) {
        recipe.forEach((commodity, amount) -> {
            if (amount < 0 && activity > 0) {
                needed.merge(new PlaceKey(place, commodity), -amount * activity, Double::sum);
            }
        });
    }

    /// Share of grain-boundary diffusion in a maker's heat-resistant magnets; China closes the share of the world.
    static double diffusionShare(SourceTables tables, MagnetTotals magnets, SourceRow maker) {
        if (maker.has("diffusion_share")) {
            return maker.number("diffusion_share");
        }
        double left = tables.setting("diffusion-share") * magnets.world(MagnetTotals.HEAT);
        for (SourceRow other : tables.table("magnet_makers")) {
            if (other.has("diffusion_share")) {
                left -= other.number("diffusion_share") * magnets.made(other.text("place"), MagnetTotals.HEAT);
            }
        }
        return left / magnets.made(maker.text("place"), MagnetTotals.HEAT);
    }

    private static Map<SourceRow, Double> oxides(SourceTables tables, MineOutput upstream, MagnetTotals magnets) {
        double world = upstream.supply("ndpr-oxide") / tables.setting("ndpr-share-of-demand");
        double mischmetal = world * tables.setting("metallurgy-share-of-demand") * tables.setting("metal-yield");
        double cerium = tables.setting("mischmetal-ce");
        double inMischmetal = mischmetal / tables.setting("metal-yield");
        Map<String, Double> asked = Map.of(
                "ce-oxide", world * tables.setting("ce-share-of-demand") - inMischmetal * cerium,
                "la-oxide", world * tables.setting("la-share-of-demand") - inMischmetal * (1 - cerium),
                "mischmetal", mischmetal);
        Map<SourceRow, Double> oxides = new LinkedHashMap<>();
        for (SourceRow row : tables.table("oxide_uses")) {
            String commodity = row.text("commodity");
            double total = switch (row.text("basis")) {
                case "supply" -> upstream.supply(commodity);
                case "rest" -> magnets.leftTerbium();
                default -> asked.getOrDefault(commodity, 0.0);
            };
            oxides.put(row, row.number("share") * total);
        }
        return oxides;
    }

    double metal(String place, String commodity) {
        return metal.getOrDefault(new PlaceKey(place, commodity), 0.0);
    }

    /// What all uses of the commodity take [t].
    double used(String commodity) {
        return oxides.entrySet().stream()
                .filter(e -> e.getKey().text("commodity").equals(commodity))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
