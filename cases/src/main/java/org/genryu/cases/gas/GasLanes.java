package org.genryu.cases.gas;

import java.util.LinkedHashMap;
import java.util.Map;
import org.genryu.cases.source.PlaceDistances;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;
import org.genryu.cases.source.TradeFit;

/// The lanes of LNG: which country a port belongs to, how far it is, how strongly a lane is preferred.
///
///     weight = preference / distance^power
///
/// Distance is the great circle; it only spreads trade that nobody has published.
final class GasLanes {
    /// The importers without a name of their own.
    static final String REST = "rest-of-world";

    private final PlaceDistances distances;
    private final Map<TradeFit.Lane, Double> preferences = new LinkedHashMap<>();
    private final double power;

    GasLanes(SourceTables tables) {
        this.power = tables.setting("gas-distance-power");
        this.distances = new PlaceDistances(tables);
        for (SourceRow row : tables.table("gas_lanes")) {
            for (String from : row.words("from")) {
                for (String to : row.words("to")) {
                    preferences.put(new TradeFit.Lane(from, to), row.number("weight"));
                }
            }
        }
    }

    /// The country of a place, or the place itself where it is a region.
    String country(String place) {
        SourceRow row = distances.place(place);
        return row.has("country") ? row.text("country") : place;
    }

    double weight(String from, String to) {
        double preference = preferences.getOrDefault(new TradeFit.Lane(from, to), 1.0);
        return from.equals(to) ? 0 : preference / Math.pow(distances.nauticalMiles(from, to), power);
    }
}
