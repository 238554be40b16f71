package org.genryu.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who makes how much metal for the magnets of the base year, and what the other uses of oxides take.
///
/// @param smco samarium-cobalt magnets made in the world [t]
/// @param flows metal between places [t]; what stays in the country has the same place twice
/// @param metal made by place and metal [t]
/// @param oxides amount by row of oxide_uses.csv, world [t]
record Midstream(double smco, List<Flow> flows, Map<Key, Double> metal, Map<Row, Double> oxides) {

    record Flow(Row row, String metal, String from, String to, double tonnes) {}

    static Midstream of(SourceTables tables, Recipes recipes, Upstream upstream, Magnets magnets) {
        double samarium = tables.table("oxide_uses").stream()
                .filter(row -> row.text("commodity").equals("sm-oxide"))
                .mapToDouble(row -> row.number("share"))
                .sum();
        double perTonne = -recipes.get("smco").getOrDefault("sm-metal", 0.0) / tables.setting("metal-yield");
        double smco = (1 - samarium) * upstream.supply("sm-oxide") / perTonne;
        Map<Key, Double> needed = needed(tables, recipes, magnets, smco);
        List<Flow> flows = new ArrayList<>();
        Map<Key, Double> metal = new LinkedHashMap<>();
        for (Row row : tables.table("metal_trade")) {
            String commodity = row.text("commodity");
            double tonnes = row.number("share") * needed.getOrDefault(new Key(row.text("to"), commodity), 0.0);
            flows.add(new Flow(row, commodity, row.text("from"), row.text("to"), tonnes));
            metal.merge(new Key(row.text("from"), commodity), tonnes, Double::sum);
        }
        return new Midstream(smco, flows, metal, oxides(tables, upstream, magnets));
    }

    private static Map<Key, Double> needed(SourceTables tables, Recipes recipes, Magnets magnets, double smco) {
        Map<Key, Double> needed = new LinkedHashMap<>();
        for (Row row : tables.table("magnet_makers")) {
            String place = row.text("place");
            double diffusion = diffusionShare(tables, magnets, row);
            add(needed, place, recipes.get("magnet-standard"), magnets.made(place, Magnets.STANDARD));
            add(needed, place, recipes.get("magnet-heat-diffusion"), diffusion * magnets.made(place, Magnets.HEAT));
            add(
                    needed,
                    place,
                    recipes.get("magnet-heat-conventional"),
                    (1 - diffusion) * magnets.made(place, Magnets.HEAT));
        }
        for (Row row : tables.table("smco")) {
            add(needed, row.text("place"), recipes.get("smco"), row.number("maker") / 100 * smco);
        }
        return needed;
    }

    private static void add(Map<Key, Double> needed, String place, Map<String, Double> recipe, double activity) {
        recipe.forEach((commodity, amount) -> {
            if (amount < 0 && activity > 0) {
                needed.merge(new Key(place, commodity), -amount * activity, Double::sum);
            }
        });
    }

    /// Share of grain-boundary diffusion in a maker's heat-resistant magnets; China closes the share of the world.
    static double diffusionShare(SourceTables tables, Magnets magnets, Row maker) {
        if (maker.has("diffusion_share")) {
            return maker.number("diffusion_share");
        }
        double left = tables.setting("diffusion-share") * magnets.world(Magnets.HEAT);
        for (Row other : tables.table("magnet_makers")) {
            if (other.has("diffusion_share")) {
                left -= other.number("diffusion_share") * magnets.made(other.text("place"), Magnets.HEAT);
            }
        }
        return left / magnets.made(maker.text("place"), Magnets.HEAT);
    }

    private static Map<Row, Double> oxides(SourceTables tables, Upstream upstream, Magnets magnets) {
        double world = upstream.supply("ndpr-oxide") / tables.setting("ndpr-share-of-demand");
        double mischmetal = world * tables.setting("metallurgy-share-of-demand") * tables.setting("metal-yield");
        double cerium = tables.setting("mischmetal-ce");
        double inMischmetal = mischmetal / tables.setting("metal-yield");
        Map<String, Double> asked = Map.of(
                "ce-oxide", world * tables.setting("ce-share-of-demand") - inMischmetal * cerium,
                "la-oxide", world * tables.setting("la-share-of-demand") - inMischmetal * (1 - cerium),
                "mischmetal", mischmetal);
        Map<Row, Double> oxides = new LinkedHashMap<>();
        for (Row row : tables.table("oxide_uses")) {
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
        return metal.getOrDefault(new Key(place, commodity), 0.0);
    }

    /// What all uses of the commodity take [t].
    double used(String commodity) {
        return oxides.entrySet().stream()
                .filter(e -> e.getKey().text("commodity").equals(commodity))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
