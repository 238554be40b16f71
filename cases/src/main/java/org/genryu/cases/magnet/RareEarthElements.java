package org.genryu.cases.magnet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;

/// What is known of each rare earth: its oxide's metal share, how much of it a separation plant recovers and as which
/// commodity it is sold.
///
/// @param byId by symbol in lower case; all 17, promethium without an oxide
record RareEarthElements(Map<String, Element> byId) {

    /// @param metalShare kg of element per kg of oxide
    /// @param recovery fraction that leaves a separation plant as sold oxide; empty where the element is no
    /// co-product of the others
    /// @param oxide commodity as which it is sold
    record Element(String id, SourceRow row, double metalShare, Optional<Double> recovery, String oxide) {}

    static RareEarthElements of(SourceTables tables) {
        Map<String, Element> byId = new LinkedHashMap<>();
        for (SourceRow row : tables.table("elements")) {
            if (row.has("commodity")) {
                Optional<Double> recovery =
                        row.has("recovery") ? Optional.of(tables.setting(row.text("recovery"))) : Optional.empty();
                String id = row.text("element");
                byId.put(id, new Element(id, row, row.number("metal_share"), recovery, row.text("commodity")));
            }
        }
        return new RareEarthElements(byId);
    }

    Element get(String id) {
        Element element = byId.get(id);
        if (element == null) {
            throw new IllegalArgumentException("Element '%s' is not in elements.csv.".formatted(id));
        }
        return element;
    }

    double recovered(String id, double share) {
        return share * get(id).recovery().orElse(0.0);
    }
}
