package org.genryu.geo;

import java.util.ArrayList;
import java.util.List;
import org.genryu.core.Explanation;
import org.genryu.core.Text;

/// What a search for a way by sea found.
public sealed interface SeaPassage {
    Port from();

    Port to();

    /// The shortest way under the passages that are open.
    ///
    /// @param nauticalMiles [nm] from port to port, access included
    /// @param straits ids of the passages in the order in which they are sailed through
    /// @param line points from port to port; between two of them the way is a great circle
    /// @param access the hand-drawn ends of the way
    record Way(Port from, Port to, double nauticalMiles, List<String> straits, List<GeoPoint> line, Access access)
            implements SeaPassage {
        private static final double HOURS = 24;

        public Way {
            straits = List.copyOf(straits);
            line = List.copyOf(line);
        }

        /// Days under way at this speed [knots], without waiting.
        public double days(double knots) {
            return nauticalMiles / (knots * HOURS);
        }

        /// The line with further points, none farther than `step` [nm] from the next, for drawing on a map.
        public List<GeoPoint> drawn(double step) {
            List<GeoPoint> out = new ArrayList<>();
            for (int i = 1; i < line.size(); i++) {
                EarthSphere.along(line.get(i - 1), line.get(i), step, out);
            }
            if (!line.isEmpty()) {
                out.add(line.getLast());
            }
            return List.copyOf(out);
        }

        /// distance = way out of the port + sea + way into the port
        public Explanation explain() {
            double sea = nauticalMiles - access.out() - access.in();
            String via = straits.isEmpty() ? "" : " (" + String.join(", ", straits) + ")";
            return new Explanation(
                    new Text("distance by sea", "海上距離"),
                    nauticalMiles,
                    "nm",
                    new Text("way out of the port + sea + way into the port", "出港水路 + 海上 + 入港水路"),
                    List.of(
                            Explanation.leaf(
                                    new Text(
                                            "way out of " + from.name().en(),
                                            from.name().ja() + "の出港水路"),
                                    access.out(),
                                    "nm"),
                            Explanation.leaf(new Text("sea" + via, "海上" + via), sea, "nm"),
                            Explanation.leaf(
                                    new Text(
                                            "way into " + to.name().en(),
                                            to.name().ja() + "の入港水路"),
                                    access.in(),
                                    "nm")));
        }
    }

    /// @param out length of the approach that the way leaves by [nm]
    /// @param in length of the approach that it arrives by [nm]
    record Access(double out, double in) {}

    /// There is no way while these passages are shut.
    record Unreachable(Port from, Port to, Text reason) implements SeaPassage {}
}
