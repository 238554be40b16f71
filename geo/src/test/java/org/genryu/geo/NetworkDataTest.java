package org.genryu.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.genryu.core.DataTable;
import org.junit.jupiter.api.Test;

/// Rungs: certificate (no edge of the open sea crosses land, access legs are short), by hand (the tables fit each
/// other).
class NetworkDataTest {
    private static final SeaNetwork SEA = SeaNetwork.world();
    /// Longest way from a port to the open sea [nm]; rivers and deep bays are named with their own.
    private static final double ACCESS = 80;

    /// Rivers, fjords, gulfs and archipelagos.
    private static final Map<String, Double> LONG_ACCESS = Map.ofEntries(
            Map.entry("ar-buenos-aires", 135.0),
            Map.entry("br-vila-do-conde", 100.0),
            Map.entry("ca-kitimat", 90.0),
            Map.entry("ca-montreal", 295.0),
            Map.entry("ca-vancouver", 140.0),
            Map.entry("er-massawa", 100.0),
            Map.entry("lv-riga", 110.0),
            Map.entry("no-narvik", 105.0),
            Map.entry("ru-sabetta", 215.0),
            Map.entry("ru-utrenny", 215.0),
            Map.entry("ru-st-petersburg", 125.0),
            Map.entry("ru-ust-luga", 125.0),
            Map.entry("us-anchorage", 165.0),
            Map.entry("us-nikiski", 120.0),
            Map.entry("us-baltimore", 160.0),
            Map.entry("us-cove-point", 130.0),
            Map.entry("us-norfolk", 160.0),
            Map.entry("us-new-orleans", 110.5),
            Map.entry("us-plaquemines", 110.5),
            Map.entry("us-philadelphia", 95.0),
            Map.entry("us-portland-or", 90.0),
            Map.entry("us-seattle", 140.0));

    @Test
    void noEdgeOfTheOpenSeaCrossesLand() {
        SeaMask land = SeaMask.of(LandOutline.world(), List.of(), 0);
        var nodes = DataTable.rows(SeaNetwork.class, "nodes.csv");
        int checked = 0;
        for (var edge : DataTable.rows(SeaNetwork.class, "edges.csv")) {
            if (edge.getField("kind").isEmpty()) {
                var a = nodes.get(Integer.parseInt(edge.getField("from")));
                var b = nodes.get(Integer.parseInt(edge.getField("to")));
                boolean clear = land.sees(
                        EarthSphere.vector(
                                Double.parseDouble(a.getField("lat")), Double.parseDouble(a.getField("lon"))),
                        EarthSphere.vector(
                                Double.parseDouble(b.getField("lat")), Double.parseDouble(b.getField("lon"))));
                assertThat(clear).as("%s - %s", a, b).isTrue();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(5000);
    }

    @Test
    void everyEdgeThatCrossesAGateBelongsToThatPassageAndNoOther() {
        var nodes = DataTable.rows(SeaNetwork.class, "nodes.csv").stream()
                .map(n -> EarthSphere.vector(
                        Double.parseDouble(n.getField("lat")), Double.parseDouble(n.getField("lon"))))
                .toList();
        int crossings = 0;
        for (var edge : DataTable.rows(SeaNetwork.class, "edges.csv")) {
            double[] a = nodes.get(Integer.parseInt(edge.getField("from")));
            double[] b = nodes.get(Integer.parseInt(edge.getField("to")));
            String crossed = "";
            for (Strait strait : SEA.straits()) {
                for (int i = 1; i < strait.gate().size(); i++) {
                    GeoPoint c = strait.gate().get(i - 1);
                    GeoPoint d = strait.gate().get(i);
                    if (EarthSphere.cross(
                            a,
                            b,
                            EarthSphere.vector(c.latitude(), c.longitude()),
                            EarthSphere.vector(d.latitude(), d.longitude()))) {
                        crossed += strait.id();
                        crossings++;
                    }
                }
            }
            assertThat(edge.getField("strait")).isEqualTo(crossed);
        }
        assertThat(crossings).isGreaterThan(SEA.straits().size());
    }

    @Test
    void theWayFromEachPortToTheOpenSeaIsShort() {
        Port hub = SEA.port("sg-singapore").orElseThrow();
        WayTable table = SEA.table(SEA.ports(), SEA.usual());
        for (Port port : SEA.ports()) {
            SeaPassage.Way way = (SeaPassage.Way) table.way(port, hub);
            assertThat(way.access().out()).as(port.id()).isLessThan(LONG_ACCESS.getOrDefault(port.id(), ACCESS));
        }
    }

    @Test
    void aTableOfAllPortsIsMadeOnceAndIsSymmetric() {
        WayTable table = SEA.table(SEA.ports(), SEA.usual());
        for (Port a : SEA.ports()) {
            assertThat(table.nauticalMiles(a, a)).hasValue(0);
            for (Port b : SEA.ports()) {
                assertThat(table.nauticalMiles(a, b)).isEqualTo(table.nauticalMiles(b, a));
            }
        }
    }

    @Test
    void theDrawnLineKeepsTheStepAndTheEnds() {
        SeaPassage.Way way = (SeaPassage.Way)
                SEA.way("us-los-angeles", "jp-tokyo-bay", List.of()).clean().orElseThrow();
        List<GeoPoint> line = way.drawn(100);
        assertThat(line.getFirst()).isEqualTo(way.line().getFirst());
        assertThat(line.getLast()).isEqualTo(way.line().getLast());
        for (int i = 1; i < line.size(); i++) {
            GeoPoint a = line.get(i - 1);
            GeoPoint b = line.get(i);
            assertThat(EarthSphere.distance(
                            EarthSphere.vector(a.latitude(), a.longitude()),
                            EarthSphere.vector(b.latitude(), b.longitude())))
                    .isLessThan(100.01);
        }
    }

    @Test
    void theReferencePageMustBeTheGeneratedOne() throws IOException {
        Path page = Path.of("../docs/reference/ports.md");
        assertThat(Files.readString(page).equals(SeaReference.markdown()))
                .withFailMessage("docs/reference/ports.md differs from the tables; write Reference.markdown() there.")
                .isTrue();
    }
}
