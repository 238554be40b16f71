package org.genryu.cases.magnet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.genryu.cases.source.SourceTables;

/// What one unit of each activity uses (below 0) and makes (above 0), t per t: the chain from concentrate to magnet
/// and back.
///
/// - `full-<ore>`, `light-<ore>`, `heavy-<ore>` separate 1 t of REO in concentrate or heavy feed: joint production in
/// fixed shares times recovery;
/// - `finish-la`, `finish-ce` make 1 t of pure oxide of the crude product, which may be thrown away;
/// - `metal-<x>` makes 1 t of metal of 1/yield t of oxide;
/// - `magnet-<grade>` makes 1 t of finished magnet of content/yield t of metal, and swarf;
/// - `swarf-<grade>`, `recycle-<grade>` take 1 t of swarf or scrap back to oxides.
public final class AllianceRecipes {
    /// The swarf, scrap and content of the heat-resistant grade are the mean of its two recipes in the base year.
    private static final String MIX = "mix";

    private final SourceTables tables;
    private final RareEarthElements elements;
    private final OreBaskets ores;
    private final Map<String, Map<String, Double>> all = new LinkedHashMap<>();

    AllianceRecipes(SourceTables tables, RareEarthElements elements, OreBaskets ores) {
        this.tables = tables;
        this.elements = elements;
        this.ores = ores;
        for (String ore : ores.shares().keySet()) {
            all.put("mine-" + ore, Map.of("concentrate-" + ore, 1.0));
            separation(ore);
        }
        all.put("scandium", Map.of("sc-oxide", 1.0));
        all.put("finish-la", lines("la-crude", -1.0, "la-oxide", 1.0));
        all.put("finish-ce", lines("ce-crude", -1.0, "ce-oxide", 1.0));
        metals();
        magnets();
    }

    public Map<String, Double> get(String recipe) {
        Map<String, Double> lines = all.get(recipe);
        if (lines == null) {
            throw new IllegalArgumentException("Recipe '%s' is not known.".formatted(recipe));
        }
        return lines;
    }

    Map<String, Map<String, Double>> all() {
        return all;
    }

    private void separation(String ore) {
        Map<String, Double> full = lines("concentrate-" + ore, -1.0);
        Map<String, Double> light = lines("concentrate-" + ore, -1.0);
        Map<String, Double> heavy = lines("heavy-feed-" + ore, -1.0);
        double heavyShare = ores.heavyShare(ore);
        ores.basket(ore).forEach((element, share) -> {
            double recovered = elements.recovered(element, share);
            String product = product(element);
            full.merge(product, recovered, Double::sum);
            if (OreBaskets.isHeavy(element)) {
                heavy.merge(product, recovered / heavyShare, Double::sum);
            } else {
                light.merge(product, recovered, Double::sum);
            }
        });
        light.put("heavy-feed-" + ore, heavyShare);
        all.put("full-" + ore, full);
        all.put("light-" + ore, light);
        all.put("heavy-" + ore, heavy);
    }

    /// What the separation plant makes of the element: lanthanum and cerium leave crude.
    private String product(String element) {
        return switch (element) {
            case "la" -> "la-crude";
            case "ce" -> "ce-crude";
            default -> elements.get(element).oxide();
        };
    }

    private void metals() {
        double oxide = 1 / tables.setting("metal-yield");
        for (String metal : new String[] {"ndpr", "dy", "tb", "sm"}) {
            all.put("metal-" + metal, lines(metal + "-oxide", -oxide, metal + "-metal", 1.0));
        }
        double cerium = tables.setting("mischmetal-ce");
        all.put("mischmetal", lines("ce-crude", -oxide * cerium, "la-crude", -oxide * (1 - cerium), "mischmetal", 1.0));
    }

    private void magnets() {
        double yield = tables.setting("finished-yield");
        double swarf = (1 / yield - 1) * tables.setting("swarf-collected");
        for (String grade :
                new String[] {"standard", "heat-conventional", "heat-diffusion", "heat-dysprosium", "heat-dyfree"}) {
            Map<String, Double> lines = new LinkedHashMap<>();
            content(grade).forEach((element, kg) -> lines.put(element + "-metal", -kg / yield));
            boolean heat = !grade.equals("standard");
            lines.put(heat ? "ndfeb-magnet" : "ndfeb-magnet-standard", 1.0);
            lines.put(heat && !grade.equals("heat-dyfree") ? "swarf-heat" : "swarf-standard", swarf);
            all.put("magnet-" + grade, lines);
        }
        all.put(
                "smco",
                lines("sm-metal", -tables.setting("smco-sm") / tables.setting("smco-yield"), "smco-magnet", 1.0));
        all.put("swarf-standard", back("swarf-standard", content("standard"), tables.setting("swarf-recovery")));
        all.put("swarf-heat", back("swarf-heat", content(MIX), tables.setting("swarf-recovery")));
        all.put("recycle-standard", back("scrap-standard", content("standard"), tables.setting("scrap-recovery")));
        all.put("recycle-heat", back("scrap-heat", content(MIX), tables.setting("scrap-recovery")));
    }

    private Map<String, Double> back(String used, Map<String, Double> content, double recovery) {
        Map<String, Double> lines = lines(used, -1.0);
        content.forEach((metal, kg) -> lines.put(metal + "-oxide", kg * recovery / metalShare(metal)));
        return lines;
    }

    /// NdPr oxide counts as neodymium oxide here: the two differ by 3 % in metal share, less than the recovery is
    /// known.
    private double metalShare(String metal) {
        return elements.get(metal.equals("ndpr") ? "nd" : metal).metalShare();
    }

    /// kg of `ndpr`, `dy` and `tb` per kg of finished magnet of a grade (`standard`, `heat-…` or the mean `mix` of
    /// the heat-resistant ones).
    Map<String, Double> content(String grade) {
        double rareEarth = tables.setting("magnet-re-share");
        return switch (grade) {
            case "standard" -> lines("ndpr", rareEarth);
            case "heat-dyfree" -> lines("ndpr", tables.setting("dyfree-re"));
            case "heat-conventional" ->
                alloyed(rareEarth, tables.setting("conventional-dy"), tables.setting("conventional-tb"));
            case "heat-dysprosium" -> {
                double dysprosium = tables.setting("dysprosium-dy");
                yield lines("ndpr", rareEarth - dysprosium, "dy", dysprosium);
            }
            case "heat-diffusion" -> alloyed(rareEarth, tables.setting("diffusion-dy"), tables.setting("diffusion-tb"));
            case MIX -> {
                double share = tables.setting("diffusion-share");
                Map<String, Double> mix = new LinkedHashMap<>();
                content("heat-diffusion").forEach((metal, kg) -> mix.merge(metal, share * kg, Double::sum));
                content("heat-conventional").forEach((metal, kg) -> mix.merge(metal, (1 - share) * kg, Double::sum));
                yield mix;
            }
            default -> throw new IllegalArgumentException("Magnet grade '%s' is not known.".formatted(grade));
        };
    }

    private static Map<String, Double> alloyed(double rareEarth, double dysprosium, double terbium) {
        return lines("ndpr", rareEarth - dysprosium - terbium, "dy", dysprosium, "tb", terbium);
    }

    private static Map<String, Double> lines(Object... pairs) {
        Map<String, Double> lines = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            lines.put((String) pairs[i], (Double) pairs[i + 1]);
        }
        return lines;
    }
}
