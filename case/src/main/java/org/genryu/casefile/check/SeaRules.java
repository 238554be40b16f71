package org.genryu.casefile.check;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.IndexedTable;
import org.genryu.casefile.row.PlacePorts;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.core.Finding.Severity;
import org.genryu.core.Text;
import org.genryu.core.name.NearNames;
import org.genryu.geo.Port;
import org.genryu.geo.SeaNetwork;
import org.genryu.geo.Strait;

/// What must hold between a case and the sea network: ports that exist, ships that have ports to sail between, straits
/// that are known or drawn by the case itself.
public final class SeaRules {
    private final Map<String, CaseTable> tables;
    private final Map<String, IndexedTable> keyed;
    private final CaseFindings faults;

    public SeaRules(Map<String, CaseTable> tables, Map<String, IndexedTable> keyed, CaseFindings faults) {
        this.tables = tables;
        this.keyed = keyed;
        this.faults = faults;
    }

    public void check() {
        ports();
        ships();
        straits();
    }

    private CaseTable table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    private IndexedTable keyed(String name) {
        return Objects.requireNonNull(keyed.get(name), name);
    }

    private void ports() {
        String[] port = table("places").words("port");
        for (int row = 0; row < port.length; row++) {
            if (!port[row].isEmpty() && SeaNetwork.world().port(port[row]).isEmpty()) {
                Optional<Text> cure = faults.near(
                        port[row],
                        SeaNetwork.world().ports().stream().map(Port::id).toList());
                faults.missingReference(
                        keyed("places").where(row, "port"),
                        "port",
                        port[row],
                        new Text("port of the sea network", "航路網の港"),
                        cure.isPresent() ? cure : nearby(row));
            }
        }
    }

    /// The nearest port to the coordinates of the place, or the ports of its country.
    private Optional<Text> nearby(int place) {
        CaseTable places = table("places");
        SeaNetwork sea = SeaNetwork.world();
        if (places.numbers("lat").given(place) && places.numbers("lon").given(place)) {
            Optional<SeaNetwork.Near> near = sea.nearest(
                    places.numbers("lat").values()[place], places.numbers("lon").values()[place]);
            if (near.isPresent()) {
                String id = near.get().port().id();
                long nm = Math.round(near.get().access());
                return Optional.of(
                        new Text("'" + id + "', " + nm + " nm away, is meant.", "最寄りは「" + id + "」（" + nm + "海里）です。"));
            }
        }
        String country = PlacePorts.country(places, place);
        List<String> own = sea.ports().stream()
                .filter(port -> port.country().equals(country))
                .map(Port::id)
                .toList();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text(
                        "a port of its country is meant: " + String.join(", ", own) + ".",
                        "この国の港: " + String.join("、", own)));
    }

    private void ships() {
        CaseTable routes = table("routes");
        CaseTable places = table("places");
        String[] ship = routes.words("ship");
        Set<Integer> told = new TreeSet<>();
        for (int row = 0; row < ship.length; row++) {
            if (ship[row].isEmpty()) {
                continue;
            }
            for (String end : List.of("from", "to")) {
                int place = routes.references(end)[row];
                if (place >= 0
                        && places.words("port")[place].isEmpty()
                        && PlacePorts.of(places, place).isEmpty()
                        && told.add(place)) {
                    String id = places.names().get(place);
                    faults.add(
                            Severity.ERROR,
                            keyed("routes").where(row, end),
                            new Text(
                                    "ship is '" + ship[row] + "', but " + end + " '" + id
                                            + "' has no port; it must name a port of the sea network.",
                                    "ship が「" + ship[row] + "」ですが、" + end + "「" + id
                                            + "」に港がありません。places.csv の port に航路網の港を書いてください。"),
                            nearby(place));
                }
            }
        }
    }

    private void straits() {
        CaseTable straits = table("straits");
        if (straits.rows() == 0) {
            return;
        }
        List<String> known =
                SeaNetwork.world().straits().stream().map(Strait::id).toList();
        for (int row = 0; row < straits.rows(); row++) {
            String id = straits.id(row);
            boolean own = straits.numbers("lat").given(row) || !straits.words("name_en")[row].isEmpty();
            if (own || known.contains(id)) {
                continue;
            }
            NearNames.Search meant = faults.search(id, known);
            if (!(meant instanceof NearNames.Search.Nothing)) {
                Text problem = new Text(
                        "the sea network does not know it; a passage of the case's own must carry a name or coordinates.",
                        "航路網にない海峡です。ケース独自の海峡には名前か座標を書いてください。");
                faults.add(Severity.WARNING, keyed("straits").where(row, "strait"), problem, meant.cure());
            }
        }
    }
}
