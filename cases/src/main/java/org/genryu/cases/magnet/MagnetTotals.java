package org.genryu.cases.magnet;

import java.util.List;
import java.util.Map;
import org.genryu.cases.source.PlaceKey;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;

/// How many magnets does the world make of its neodymium and dysprosium, where, and who uses them for what?
///
/// Two balances of the base year, per t of finished magnet k, with gross use g and what comes back from swarf b (t of
/// oxide):
///
/// Σ_k M_k (g_k − b_k)(Dy) = Dy for magnets,  Σ_k M_k (g_k − b_k)(NdPr) = NdPr for magnets
///
/// give the heat-resistant and the standard magnets. China makes what the other makers do not; a country uses what it
/// makes and imports less
/// what it exports; the uses of the world are laid over the countries by a biproportional fit.
///
/// @param made by place and grade (`heat`, `standard`) [t]
/// @param flows magnets between places
/// @param used by place and use, then by grade [t]
/// @param leftTerbium oxide that magnets leave to other uses [t]
record MagnetTotals(
        Map<PlaceKey, Double> made, List<Flow> flows, Map<PlaceKey, Map<String, Double>> used, double leftTerbium) {
    static final String HEAT = "heat";
    static final String STANDARD = "standard";

    /// @param heat heat-resistant magnets [t]
    /// @param standard standard magnets [t]
    record Flow(SourceRow row, String from, String to, double heat, double standard) {}

    static MagnetTotals of(SourceTables tables, AllianceRecipes recipes, MineOutput upstream) {
        return new MagnetBalance(tables, recipes, upstream).solve();
    }

    double made(String place, String grade) {
        return made.getOrDefault(new PlaceKey(place, grade), 0.0);
    }

    double world(String grade) {
        return made.entrySet().stream()
                .filter(e -> e.getKey().thing().equals(grade))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
