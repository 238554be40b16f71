package org.genryu.geo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import org.genryu.core.DataTable;

/// Where is land? The outline of the land of the earth as closed rings, for drawing a map and for testing that a way
/// by sea stays on the sea.
///
/// Source: Natural Earth 1:50m land, version 4.1.0 (public domain), rings cut at longitude 180, islands below 0.0012
/// square degrees left out, simplified to 0.025 degrees (1.5 nautical miles), rounded to 0.01 degrees; see
/// `docs/method/geo.md`. Rivers, and water narrower than about three nautical miles, may be missing.
///
/// @param rings the largest first
public record LandOutline(List<Ring> rings) {
    public LandOutline {
        rings = List.copyOf(rings);
    }

    /// A closed line; the last point is the first one again. Between two points it is straight in longitude and
    /// latitude.
    ///
    /// @param water whether it encloses a lake or inland sea inside land
    /// @param longitude [degrees east], -180 .. 180
    /// @param latitude [degrees north], -90 .. 90
    public record Ring(boolean water, double[] longitude, double[] latitude) {
        public int size() {
            return longitude.length;
        }

        /// Whether a ray from the point to the east crosses the ring an odd number of times.
        boolean encloses(double lat, double lon) {
            boolean inside = false;
            for (int i = 1; i < longitude.length; i++) {
                double a = latitude[i - 1];
                double b = latitude[i];
                if (a > lat != b > lat) {
                    double x = longitude[i - 1] + (lat - a) / (b - a) * (longitude[i] - longitude[i - 1]);
                    inside ^= x > lon;
                }
            }
            return inside;
        }
    }

    private static final class World {
        static final LandOutline LAND = new LandOutline(DataTable.rows(LandOutline.class, "land.csv").stream()
                .map(LandOutline::ring)
                .toList());
    }

    /// The land of the earth; read once.
    public static LandOutline world() {
        return World.LAND;
    }

    private static Ring ring(NamedCsvRecord row) {
        String[] points = row.getField("points").split(";");
        double[] lon = new double[points.length];
        double[] lat = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            int blank = points[i].indexOf(' ');
            lon[i] = Double.parseDouble(points[i].substring(0, blank));
            lat[i] = Double.parseDouble(points[i].substring(blank + 1));
        }
        return new Ring(row.getField("kind").equals("water"), lon, lat);
    }

    /// Whether the point lies on land. Cost: one pass over all points of the outline.
    public boolean contains(double lat, double lon) {
        boolean land = false;
        for (Ring ring : rings) {
            land ^= ring.encloses(lat, lon);
        }
        return land;
    }

    /// The rings of land without those of water, for a map that shows no lakes.
    public List<Ring> shores() {
        List<Ring> shores = new ArrayList<>();
        for (Ring ring : rings) {
            if (!ring.water()) {
                shores.add(ring);
            }
        }
        return List.copyOf(shores);
    }
}
