package org.genryu.balance.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Text;
import org.genryu.geo.GeoPoint;
import org.genryu.geo.Port;
import org.genryu.geo.SeaNetwork;
import org.genryu.geo.SeaPassage;
import org.genryu.geo.Strait;
import org.genryu.geo.WayTable;

/// On which way do goods go from one place of a case to another, and through which straits? By the shortest way by sea
/// between the ports of the two places; the straits are those that the route names (`via`), else those of the way.
///
/// A country goes by its main port, another place by the nearest one. Between neighbours with much trade by rail and
/// road, and where no port is known, the way is a straight line.
public final class MapRoutes {
    /// Pairs of neighbours that trade over land, as their codes in the order of the alphabet.
    private static final Set<String> OVERLAND = Set.of("CA US", "MX US", "CN VN", "CN MM", "CN LA", "CN RU", "CN KZ");

    /// Of points on the way [nm], so that a long stretch bends as the globe does.
    private static final double STEP = 400;

    /// @param id as in the column `via`
    public record Place(String id, Text name, double longitude, double latitude) {}

    /// @param sea whether it is a way of ships; else a straight line over land
    public record Voyage(double[] longitude, double[] latitude, boolean sea, List<Place> straits) {}

    private final SupplyCase supply;
    private final SeaNetwork network = SeaNetwork.world();
    private final Map<Integer, Optional<Port>> ports = new HashMap<>();
    private final WayTable ways;
    private final Map<Integer, Voyage> known = new HashMap<>();

    public MapRoutes(SupplyCase supply) {
        this.supply = supply;
        Map<String, Port> asked = new LinkedHashMap<>();
        IntStream.range(0, supply.world().places().size()).forEach(place -> {
            Optional<Port> port = findPort(place);
            ports.put(place, port);
            port.ifPresent(found -> asked.put(found.id(), found));
        });
        this.ways = network.table(asked.values(), network.usual());
    }

    /// Where the goods of a place go on board, or the place itself.
    public Place site(int place) {
        SupplyCase.Places places = supply.world().places();
        GeoPoint at = port(place)
                .map(Port::at)
                .orElseGet(() -> new GeoPoint(places.latitude()[place], places.longitude()[place]));
        return new Place(places.ids().id(place), places.names()[place], at.longitude(), at.latitude());
    }

    /// @param lane of the case
    public Voyage of(int lane) {
        return known.computeIfAbsent(lane, this::findVoyage);
    }

    private Optional<Port> port(int place) {
        return ports.getOrDefault(place, Optional.empty());
    }

    private Optional<Port> findPort(int place) {
        SupplyCase.Places places = supply.world().places();
        Optional<Port> named = network.port(places.port()[place]);
        if (named.isPresent()) {
            return named;
        }
        Optional<Port> main = network.mainPort(places.country()[place]);
        return places.kind()[place].equals("country")
                ? main
                : network.nearest(places.latitude()[place], places.longitude()[place])
                        .map(SeaNetwork.Near::port)
                        .or(() -> main);
    }

    private Voyage findVoyage(int lane) {
        int from = supply.routes().from()[lane];
        int to = supply.routes().to()[lane];
        Optional<Port> start = port(from);
        Optional<Port> end = port(to);
        List<Place> named = straits(List.of(supply.routes().via()[lane]));
        if (start.isPresent() && end.isPresent() && !start.equals(end) && !overland(from, to)) {
            if (ways.way(start.get(), end.get()) instanceof SeaPassage.Way way) {
                return voyage(way.drawn(STEP), named.isEmpty() ? straits(way.straits()) : named);
            }
        }
        Place a = site(from);
        Place b = site(to);
        return new Voyage(
                new double[] {a.longitude(), b.longitude()}, new double[] {a.latitude(), b.latitude()}, false, named);
    }

    private boolean overland(int from, int to) {
        String[] country = supply.world().places().country();
        return OVERLAND.contains(
                String.join(" ", Stream.of(country[from], country[to]).sorted().toList()));
    }

    private static Voyage voyage(List<GeoPoint> line, List<Place> straits) {
        return new Voyage(
                line.stream().mapToDouble(GeoPoint::longitude).toArray(),
                line.stream().mapToDouble(GeoPoint::latitude).toArray(),
                true,
                straits);
    }

    private List<Place> straits(List<String> ids) {
        List<Place> found = new ArrayList<>();
        for (String id : ids) {
            network.strait(id).ifPresent(strait -> found.add(place(strait)));
        }
        return List.copyOf(found);
    }

    private static Place place(Strait strait) {
        GeoPoint at = strait.label();
        return new Place(strait.id(), strait.name(), at.longitude(), at.latitude());
    }
}
