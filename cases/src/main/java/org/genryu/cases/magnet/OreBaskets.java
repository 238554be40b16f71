package org.genryu.cases.magnet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;
import org.genryu.core.Check;

/// In which fixed shares does an ore give the rare earths? A basket is the weighted mean of deposit baskets scaled to
/// one:
///
/// share(ore, e) = Σ_d weight(ore, d) · printed(d, e) / Σ_e printed(d, e)
///
/// @param shares by ore and element: kg of oxide per kg of all rare-earth oxides; they sum to 1
record OreBaskets(Map<String, Map<String, Double>> shares) {
    /// Elements that a separation plant without a heavy circuit takes out first; all others leave as mixed heavy
    /// feed.
    private static final List<String> LIGHT = List.of("la", "ce", "pr", "nd");

    static OreBaskets of(SourceTables tables) {
        Map<String, Map<String, Double>> printed = new LinkedHashMap<>();
        for (SourceRow row : tables.table("deposits")) {
            printed.computeIfAbsent(row.text("deposit"), d -> new LinkedHashMap<>())
                    .put(row.text("element"), row.number("share_pct"));
        }
        Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
        for (SourceRow row : tables.table("ores")) {
            Map<String, Double> deposit = printed.getOrDefault(row.text("deposit"), Map.of());
            Check.that(!deposit.isEmpty(), "Ore %s: deposit '%s' has no basket.", row.where(), row.text("deposit"));
            double sum =
                    deposit.values().stream().mapToDouble(Double::doubleValue).sum();
            Map<String, Double> ore = shares.computeIfAbsent(row.text("ore"), o -> new LinkedHashMap<>());
            deposit.forEach((element, share) -> ore.merge(element, row.number("weight") * share / sum, Double::sum));
        }
        return new OreBaskets(shares);
    }

    Map<String, Double> basket(String ore) {
        Map<String, Double> basket = shares.get(ore);
        if (basket == null) {
            throw new IllegalArgumentException("Ore '%s' is not in ores.csv.".formatted(ore));
        }
        return basket;
    }

    static boolean isHeavy(String element) {
        return !LIGHT.contains(element);
    }

    /// The part of the ore that a plant without a heavy circuit passes on as mixed heavy feed.
    double heavyShare(String ore) {
        return basket(ore).entrySet().stream()
                .filter(e -> isHeavy(e.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
