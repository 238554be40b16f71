package org.genryu.geo;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.geographiclib.Geodesic;
import org.genryu.core.Check;
import org.genryu.core.DataTable;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.name.NearestNames;

/// How far is it by sea from port to port, through which straits, and what remains when a strait is closed?
///
/// The seas as a graph: nodes where ways bend, edges of known length, each edge at most in one named passage. A
/// passage that is shut has no edges at all. Shortest ways by Dijkstra's method on whole tenths of a nautical mile:
/// sums are exact, a way is as long as the same way back, and reopening restores every number to the bit.
///
/// Source: made by us from the outline of the land ([LandOutline]) and hand-written tables; `docs/method/geo.md` says
/// how and how well it agrees with published tables. Not for navigation; no currents, no weather, no draught.
public final class SeaNetwork {
    /// A port is named for a place only if it is no farther than this [nm].
    public static final double NEAR = 150;

    /// No degree of latitude is shorter [nautical miles]: 110.57 km at the equator.
    private static final double LEAST_DEGREE = 59.7;

    private static final double METRES = 1852;

    private final Map<String, Port> ports;
    private final Map<String, Integer> nodes;
    private final Map<String, Strait> straits;
    private final List<String> straitIds;
    private final List<Landlocked> landlocked;
    private final double[] latitude;
    private final double[] longitude;
    private final SeaGraph graph;
    private final BitSet approach;

    private SeaNetwork(Tables tables) {
        this.ports = tables.ports;
        this.nodes = tables.nodes;
        this.straits = tables.straits;
        this.straitIds = List.copyOf(tables.straits.keySet());
        this.landlocked = List.copyOf(tables.landlocked);
        this.latitude = tables.latitude;
        this.longitude = tables.longitude;
        this.graph = tables.graph;
        this.approach = tables.approach;
    }

    private static final class World {
        static final SeaNetwork NETWORK = new SeaNetwork(Tables.read());
    }

    /// The network of the world; read once.
    public static SeaNetwork world() {
        return World.NETWORK;
    }

    /// All ports, in the order of the table.
    public List<Port> ports() {
        return List.copyOf(ports.values());
    }

    public Optional<Port> port(String id) {
        return Optional.ofNullable(ports.get(id));
    }

    /// All named passages, in the order of the table.
    public List<Strait> straits() {
        return List.copyOf(straits.values());
    }

    public Optional<Strait> strait(String id) {
        return Optional.ofNullable(straits.get(id));
    }

    /// The port that stands for a country: its main port; for a country without a coast the port that its trade
    /// takes.
    /// @param country ISO 3166 two-letter code
    public Optional<Port> mainPort(String country) {
        Optional<Port> own = ports.values().stream()
                .filter(p -> p.main() && p.country().equals(country))
                .findFirst();
        return own.isPresent() ? own : landLeg(country).flatMap(leg -> port(leg.port()));
    }

    /// The way over land of a country without a coast.
    public Optional<Landlocked> landLeg(String country) {
        return landlocked.stream().filter(l -> l.country().equals(country)).findFirst();
    }

    /// All ways over land of countries without a coast.
    public List<Landlocked> landlocked() {
        return landlocked;
    }

    /// A port and how far it is from the place that was asked about.
    /// @param access [nm] along the geodesic, whether over land or water
    public record Near(Port port, double access) {}

    /// The nearest port, if one is within [#NEAR].
    public Optional<Near> nearest(double latitude, double longitude) {
        Optional<Near> best = Optional.empty();
        for (Port port : ports.values()) {
            if (Math.abs(latitude - port.at().latitude()) * LEAST_DEGREE > NEAR) {
                continue;
            }
            double nm = Geodesic.WGS84.Inverse(
                                    latitude,
                                    longitude,
                                    port.at().latitude(),
                                    port.at().longitude())
                            .s12
                    / METRES;
            if (nm <= NEAR && (best.isEmpty() || nm < best.get().access())) {
                best = Optional.of(new Near(port, nm));
            }
        }
        return best;
    }

    /// The passages as ships use them: those of the Arctic and the Kiel Canal are shut.
    public StraitClosure usual() {
        BitSet shut = new BitSet();
        List<Strait> all = straits();
        for (int i = 0; i < all.size(); i++) {
            shut.set(i, !all.get(i).usual());
        }
        return closure(shut);
    }

    /// The usual passages without those named; unknown names are errors with the nearest known ones.
    public Outcome<StraitClosure> closing(Collection<String> names) {
        return change(names, true);
    }

    /// The usual passages and those named, such as `northeast-passage`.
    public Outcome<StraitClosure> opening(Collection<String> names) {
        return change(names, false);
    }

    private Outcome<StraitClosure> change(Collection<String> names, boolean shut) {
        BitSet set = usual().shut();
        List<Finding> findings = new ArrayList<>();
        for (String name : names) {
            int i = straitIds.indexOf(name);
            if (i < 0) {
                findings.add(unknown("Strait", "海峡", name, straitIds));
            } else {
                set.set(i, shut);
            }
        }
        return findings.isEmpty() ? Outcome.of(closure(set)) : Outcome.failed(findings);
    }

    /// The usual passages without some and with some others, all of them known.
    public StraitClosure closure(Collection<String> closed, Collection<String> opened) {
        BitSet set = usual().shut();
        opened.forEach(id -> set.clear(index(id)));
        closed.forEach(id -> set.set(index(id)));
        return closure(set);
    }

    private int index(String strait) {
        int i = straitIds.indexOf(strait);
        Check.that(i >= 0, "Strait '%s' is not of this network.", strait);
        return i;
    }

    private StraitClosure closure(BitSet shut) {
        return new StraitClosure(shut.stream().mapToObj(straitIds::get).toList(), shut);
    }

    /// What is told about a port or strait that is not known.
    static Finding unknown(String en, String ja, String name, Collection<String> known) {
        Text thing = new Text(en + " '" + name + "'", ja + "「" + name + "」");
        Text problem =
                new Text("it is not known; it must be an id of the sea network.", "航路網にない名前です。航路網の ID を書いてください。");
        return NearestNames.cure(name, known)
                .map(cure -> Finding.error(Finding.Place.NOWHERE, thing, problem, cure))
                .orElseGet(() -> Finding.error(Finding.Place.NOWHERE, thing, problem));
    }

    /// The shortest way between two ports named by id while the named passages are shut besides those that are
    /// never used; all unknown names at once as findings.
    public Outcome<SeaPassage> way(String from, String to, Collection<String> closed) {
        Outcome<StraitClosure> closure = closing(closed);
        List<Finding> findings = new ArrayList<>(closure.findings());
        for (String id : List.of(from, to)) {
            if (!ports.containsKey(id)) {
                findings.add(unknown("Port", "港", id, ports.keySet()));
            }
        }
        return closure.value().isEmpty() || !findings.isEmpty()
                ? Outcome.failed(findings)
                : Outcome.of(way(known(from), known(to), closure.value().get()));
    }

    private Port known(String id) {
        Port port = ports.get(id);
        Check.that(port != null, "Port '%s' is not of this network.", id);
        return java.util.Objects.requireNonNull(port);
    }

    /// The shortest way between two ports of this network.
    public SeaPassage way(Port from, Port to, StraitClosure closed) {
        return table(List.of(from, to), closed).way(from, to);
    }

    /// The ways between many ports; each port's tree of shortest ways is made once.
    public WayTable table(Collection<Port> ports, StraitClosure closed) {
        Map<String, SeaGraph.Tree> trees = new LinkedHashMap<>();
        for (Port port : ports) {
            trees.computeIfAbsent(port.id(), id -> graph.from(node(id), closed.shut()));
        }
        return new WayTable(this, closed, trees);
    }

    private int node(String port) {
        Integer node = nodes.get(port);
        Check.that(node != null, "Port '%s' is not of this network.", port);
        return java.util.Objects.requireNonNull(node);
    }

    /// The way from the root of a tree to a port.
    SeaPassage.Way walk(Port from, Port to, SeaGraph.Tree tree) {
        List<GeoPoint> line = new ArrayList<>();
        List<String> via = new ArrayList<>();
        int[] ends = new int[2];
        boolean arriving = true;
        int at = node(to.id());
        int end = at;
        line.add(point(at));
        while (tree.by()[at] >= 0) {
            int edge = tree.by()[at];
            if (graph.strait()[edge] >= 0) {
                String strait = straitIds.get(graph.strait()[edge]);
                if (via.isEmpty() || !via.getLast().equals(strait)) {
                    via.add(strait);
                }
            }
            arriving &= approach.get(edge);
            ends[0] = approach.get(edge) ? ends[0] + graph.tenths()[edge] : 0;
            ends[1] += arriving ? graph.tenths()[edge] : 0;
            at = graph.other(edge, at);
            line.add(point(at));
        }
        return new SeaPassage.Way(
                from,
                to,
                tree.tenths()[end] / 10.0,
                via.reversed(),
                line.reversed(),
                new SeaPassage.Access(arriving ? 0 : ends[0] / 10.0, ends[1] / 10.0));
    }

    int distance(Port to, SeaGraph.Tree tree) {
        return tree.tenths()[node(to.id())];
    }

    private GeoPoint point(int node) {
        return new GeoPoint(latitude[node], longitude[node]);
    }

    SeaGraph graph() {
        return graph;
    }

    /// The tables beside this class, read and joined.
    private static final class Tables {
        private final Map<String, Port> ports = new LinkedHashMap<>();
        private final Map<String, Integer> nodes = new HashMap<>();
        private final Map<String, Strait> straits = new LinkedHashMap<>();
        private final List<Landlocked> landlocked = new ArrayList<>();
        private final BitSet approach = new BitSet();
        private final double[] latitude;
        private final double[] longitude;
        private final SeaGraph graph;

        static Tables read() {
            return new Tables();
        }

        private Tables() {
            ports();
            straits();
            DataTable.rows(SeaNetwork.class, "landlocked.csv")
                    .forEach(row -> landlocked.add(new Landlocked(
                            row.getField("country"),
                            row.getField("port"),
                            Double.parseDouble(row.getField("land_km")),
                            row.getField("source"))));
            var rows = DataTable.rows(SeaNetwork.class, "nodes.csv");
            latitude = new double[rows.size()];
            longitude = new double[rows.size()];
            for (int i = 0; i < latitude.length; i++) {
                latitude[i] = Double.parseDouble(rows.get(i).getField("lat"));
                longitude[i] = Double.parseDouble(rows.get(i).getField("lon"));
                if (!rows.get(i).getField("port").isEmpty()) {
                    nodes.put(rows.get(i).getField("port"), i);
                }
            }
            graph = edges();
        }

        private void ports() {
            for (var row : DataTable.rows(SeaNetwork.class, "ports.csv")) {
                Port port = new Port(
                        row.getField("port"),
                        new Text(row.getField("name_en"), row.getField("name_ja")),
                        row.getField("country"),
                        new GeoPoint(Double.parseDouble(row.getField("lat")), Double.parseDouble(row.getField("lon"))),
                        row.getField("main").equals("yes"),
                        List.of(row.getField("use").split(";")));
                ports.put(port.id(), port);
            }
        }

        private void straits() {
            for (var row : DataTable.rows(SeaNetwork.class, "straits.csv")) {
                List<GeoPoint> gate = new ArrayList<>();
                for (String point : row.getField("gate").split(";")) {
                    int blank = point.indexOf(' ');
                    gate.add(new GeoPoint(
                            Double.parseDouble(point.substring(0, blank)),
                            Double.parseDouble(point.substring(blank + 1))));
                }
                Text name = new Text(row.getField("name_en"), row.getField("name_ja"));
                String id = row.getField("strait");
                straits.put(id, new Strait(id, name, row.getField("open").equals("yes"), gate));
            }
        }

        private SeaGraph edges() {
            var rows = DataTable.rows(SeaNetwork.class, "edges.csv");
            List<String> ids = List.copyOf(straits.keySet());
            int[] a = new int[rows.size()];
            int[] b = new int[rows.size()];
            int[] tenths = new int[rows.size()];
            int[] strait = new int[rows.size()];
            for (int e = 0; e < a.length; e++) {
                var row = rows.get(e);
                a[e] = Integer.parseInt(row.getField("from"));
                b[e] = Integer.parseInt(row.getField("to"));
                tenths[e] = (int) Math.round(Double.parseDouble(row.getField("nm")) * 10);
                strait[e] = row.getField("strait").isEmpty() ? -1 : ids.indexOf(row.getField("strait"));
                approach.set(e, row.getField("kind").equals("approach"));
            }
            return SeaGraph.of(latitude.length, a, b, tenths, strait);
        }
    }
}
