package org.genryu.cases.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How far is it from one place of the case to another? The great circle, d = 2 R asin √(sin²(Δφ/2) + cos φ₁ cos φ₂
/// sin²(Δλ/2)). It spreads trade that nobody has published; what a voyage costs and takes is another matter.
public final class PlaceDistances {
    private static final double EARTH_NM = 3440.065;

    private final Map<String, SourceRow> places = new LinkedHashMap<>();

    public PlaceDistances(SourceTables tables) {
        for (String table : List.of("places", "gas_places", "minerals_places")) {
            tables.table(table).forEach(row -> places.put(row.text("place"), row));
        }
    }

    public SourceRow place(String place) {
        SourceRow row = places.get(place);
        if (row == null) {
            throw new IllegalArgumentException("Place '%s' is in no table of places.".formatted(place));
        }
        return row;
    }

    /// Great circle between two places [nm].
    public double nauticalMiles(String from, String to) {
        double lat1 = Math.toRadians(place(from).number("lat"));
        double lat2 = Math.toRadians(place(to).number("lat"));
        double dLon = Math.toRadians(place(to).number("lon") - place(from).number("lon"));
        double half = Math.pow(Math.sin((lat2 - lat1) / 2), 2)
                + Math.cos(lat1) * Math.cos(lat2) * Math.pow(Math.sin(dLon / 2), 2);
        return 2 * EARTH_NM * Math.asin(Math.sqrt(half));
    }
}
