package org.genryu.geo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.genryu.core.DataTable;

/// Makes `nodes.csv` and `edges.csv` from the tables written by hand (`ports`, `straits`, `fairways`, `shoals`) and
/// the outline of the land: the shortest ways on the visibility graph of the sea, kept where some pair of ports needs
/// them while all passages are open or some of them are closed. Method: `docs/method/geo.md`.
///
/// Size: the whole making in one place, from the tables to the files, so that it can be read in order.
final class NetworkMaker {
    /// Ships keep this far from land outside of fairways [nm].
    static final double CLEARANCE = 6;
    private static final double NODE_CLEARANCE = 9;
    private static final double CORNER = 0.40;
    private static final double SPACING = 10;

    final List<double[]> points = new ArrayList<>();
    final List<double[]> vectors = new ArrayList<>();
    final List<String> names = new ArrayList<>();
    final List<int[]> edges = new ArrayList<>();
    final List<String> kinds = new ArrayList<>();
    final List<Double> lengths = new ArrayList<>();
    final List<Integer> gates = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    final List<String> straitIds = new ArrayList<>();
    final List<Integer> closed = new ArrayList<>();
    final Map<String, Integer> ports = new HashMap<>();
    private final List<double[][]> gateLines = new ArrayList<>();
    private final List<double[][]> gateVectors = new ArrayList<>();
    private final Map<String, Integer> byPosition = new HashMap<>();
    private final BitSet free = new BitSet();
    private int hand;
    private SeaMask mask = new SeaMask();

    static double[][] line(String text) {
        String[] parts = text.split(";");
        double[][] out = new double[2][parts.length];
        for (int i = 0; i < parts.length; i++) {
            String[] p = parts[i].strip().split(" ");
            out[0][i] = Double.parseDouble(p[0]);
            out[1][i] = Double.parseDouble(p[1]);
        }
        return out;
    }

    void make() {
        List<double[][]> shoals = DataTable.rows(SeaNetwork.class, "shoals.csv").stream()
                .map(r -> line(r.getField("points")))
                .toList();
        LandOutline land = LandOutline.world();
        mask = SeaMask.of(land, shoals, CLEARANCE);
        say("mask");
        for (NamedCsvRecord row : DataTable.rows(SeaNetwork.class, "straits.csv")) {
            if (row.getField("open").equals("no")) {
                closed.add(straitIds.size());
            }
            straitIds.add(row.getField("strait"));
            double[][] gate = line(row.getField("gate"));
            gateLines.add(gate);
            gateVectors.add(IntStream.range(0, gate[0].length)
                    .mapToObj(i -> EarthSphere.vector(gate[0][i], gate[1][i]))
                    .toArray(double[][]::new));
        }
        fairways();
        ports();
        hand = points.size();
        for (int i = 0; i < hand; i++) {
            free.set(i, !mask.blocked(points.get(i)[0], points.get(i)[1]));
        }
        for (String end : ends()) {
            problems.add(end);
        }
        corners(SeaMask.of(land, shoals, NODE_CLEARANCE));
        say("nodes " + points.size());
        sight();
        say("edges " + edges.size());
    }

    void say(String what) {
        System.out.println(java.time.LocalTime.now() + " " + what);
    }

    private int node(double lat, double lon, String name) {
        String key = Math.round(lat * 1000) + "/" + Math.round(lon * 1000);
        Integer known = byPosition.get(key);
        if (known != null) {
            return known;
        }
        byPosition.put(key, points.size());
        points.add(new double[] {lat, lon});
        vectors.add(EarthSphere.vector(lat, lon));
        names.add(name);
        return points.size() - 1;
    }

    private void edge(int a, int b, double nm, String kind) {
        List<Integer> crossed = new ArrayList<>();
        for (int g = 0; g < gateVectors.size(); g++) {
            double[][] gate = gateVectors.get(g);
            for (int i = 1; i < gate.length; i++) {
                if (EarthSphere.cross(vectors.get(a), vectors.get(b), gate[i - 1], gate[i])) {
                    crossed.add(g);
                }
            }
        }
        if (crossed.size() > 1) {
            if (!kind.isEmpty()) {
                problems.add(kind + " crosses "
                        + crossed.stream().map(straitIds::get).toList());
            }
            return;
        }
        synchronized (edges) {
            edges.add(new int[] {a, b});
            lengths.add(nm);
            kinds.add(kind);
            gates.add(crossed.isEmpty() ? -1 : crossed.getFirst());
        }
    }

    private final List<int[]> chains = new ArrayList<>();

    private void fairways() {
        for (NamedCsvRecord row : DataTable.rows(SeaNetwork.class, "fairways.csv")) {
            double[][] p = line(row.getField("points"));
            String name = row.getField("fairway");
            double sum = 0;
            int[] ids = new int[p[0].length];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = node(p[0][i], p[1][i], name);
                sum += i == 0 ? 0 : EarthSphere.distance(vectors.get(ids[i - 1]), vectors.get(ids[i]));
            }
            double stretch =
                    row.getField("length_nm").isEmpty() ? 1 : Double.parseDouble(row.getField("length_nm")) / sum;
            for (int i = 1; i < ids.length; i++) {
                double nm = EarthSphere.distance(vectors.get(ids[i - 1]), vectors.get(ids[i])) * stretch;
                edge(ids[i - 1], ids[i], nm, name);
            }
            chains.add(ids);
        }
    }

    private void ports() {
        for (NamedCsvRecord row : DataTable.rows(SeaNetwork.class, "ports.csv")) {
            String id = row.getField("port");
            double lat = Double.parseDouble(row.getField("lat"));
            double lon = Double.parseDouble(row.getField("lon"));
            int at = node(lat, lon, "port");
            names.set(at, "port");
            ports.put(id, at);
            int last = at;
            if (!row.getField("approach").isEmpty()) {
                double[][] p = line(row.getField("approach"));
                for (int i = 0; i < p[0].length; i++) {
                    int next = node(p[0][i], p[1][i], "approach");
                    edge(last, next, EarthSphere.distance(vectors.get(last), vectors.get(next)), "approach " + id);
                    last = next;
                }
            }
            if (!linked(last) && mask.blocked(points.get(last)[0], points.get(last)[1])) {
                int cell = nearest(points.get(last));
                if (cell < 0) {
                    problems.add("port " + id + " has no sea near");
                    continue;
                }
                int next = node(SeaMask.latitude(cell), SeaMask.longitude(cell), "roads");
                double nm = EarthSphere.distance(vectors.get(last), vectors.get(next));
                if (nm > 20) {
                    problems.add(
                            "port " + id + " roads " + Math.round(nm) + " nm off " + Arrays.toString(points.get(next)));
                }
                edge(last, next, nm, "approach " + id);
                last = next;
            }
            offing(last);
        }
    }

    /// From a port on a straight coast nothing is seen along the shore: a point farther out sees more.
    private void offing(int roads) {
        double[] p = points.get(roads);
        double cos = Math.cos(Math.toRadians(p[0]));
        for (double nm : new double[] {8, 16}) {
            int best = -1;
            double least = 1;
            for (int k = 0; k < 24; k++) {
                double t = 2 * Math.PI * k / 24;
                int cell = SeaMask.cell(p[0] + nm * Math.cos(t) / 60, p[1] + nm * Math.sin(t) / 60 / cos);
                double[] v = EarthSphere.vector(SeaMask.latitude(cell), SeaMask.longitude(cell));
                double shade = mask.blocked(cell) ? 1 : mask.shade(cell, 25);
                if (shade < least && mask.sees(vectors.get(roads), v)) {
                    least = shade;
                    best = cell;
                }
            }
            if (best >= 0) {
                node(
                        Math.round(SeaMask.latitude(best) * 1000) / 1000.0,
                        Math.round(SeaMask.longitude(best) * 1000) / 1000.0,
                        "offing");
            }
        }
    }

    private boolean linked(int node) {
        return chains.stream().anyMatch(c -> Arrays.stream(c).anyMatch(i -> i == node));
    }

    /// Nearest free cell with free water around it.
    private int nearest(double[] p) {
        int best = -1;
        double least = 45;
        double cos = Math.cos(Math.toRadians(p[0]));
        double[] v = EarthSphere.vector(p[0], p[1]);
        for (double dy = -0.75; dy <= 0.75; dy += 0.05) {
            for (double dx = -0.75 / cos; dx <= 0.75 / cos; dx += 0.05) {
                int cell = SeaMask.cell(p[0] + dy, p[1] + dx);
                if (!mask.blocked(cell) && mask.shade(cell, 12) < 0.75) {
                    double nm = EarthSphere.distance(
                            v, EarthSphere.vector(SeaMask.latitude(cell), SeaMask.longitude(cell)));
                    if (nm < least) {
                        least = nm;
                        best = cell;
                    }
                }
            }
        }
        return best;
    }

    /// Ends of fairways that lie in blocked water and on no other fairway.
    private List<String> ends() {
        List<String> out = new ArrayList<>();
        Map<Integer, Integer> degree = new HashMap<>();
        for (int[] e : edges) {
            degree.merge(e[0], 1, Integer::sum);
            degree.merge(e[1], 1, Integer::sum);
        }
        for (int i = 0; i < hand; i++) {
            if (!free.get(i) && degree.getOrDefault(i, 0) < 2 && !names.get(i).equals("port")) {
                out.add("end of " + names.get(i) + " blocked: " + Arrays.toString(points.get(i)));
            }
        }
        return out;
    }

    private void corners(SeaMask wide) {
        List<int[]> found = new ArrayList<>();
        for (int row = 680; row < 3300; row++) {
            for (int col = 0; col < SeaMask.COLS; col++) {
                int cell = row * SeaMask.COLS + col;
                if (!wide.blocked(cell)
                        && (wide.blocked(cell - SeaMask.COLS)
                                || wide.blocked(cell + SeaMask.COLS)
                                || wide.blocked(row * SeaMask.COLS + Math.floorMod(col - 1, SeaMask.COLS))
                                || wide.blocked(row * SeaMask.COLS + Math.floorMod(col + 1, SeaMask.COLS)))) {
                    found.add(new int[] {cell, 0});
                }
            }
        }
        say("shore cells " + found.size());
        Map<Integer, List<Integer>> near = new HashMap<>();
        choose(found, wide, 15, CORNER, SPACING, near);
        choose(found, wide, 40, 0.43, 2 * SPACING, near);
        choose(found, wide, 40, 0.49, 4 * SPACING, near);
    }

    /// Adds the shore cells whose surroundings are blocked the least, the most exposed first, `apart` from each
    /// other.
    private void choose(
            List<int[]> shore,
            SeaMask wide,
            double radius,
            double most,
            double apart,
            Map<Integer, List<Integer>> near) {
        for (int[] f : shore) {
            f[1] = (int) Math.round(wide.shade(f[0], radius) * 1000);
        }
        shore.sort((a, b) -> a[1] != b[1] ? Integer.compare(a[1], b[1]) : Integer.compare(a[0], b[0]));
        for (int[] f : shore) {
            if (f[1] > most * 1000) {
                return;
            }
            double lat = SeaMask.latitude(f[0]);
            double lon = SeaMask.longitude(f[0]);
            if (!useful(lat, lon)) {
                continue;
            }
            double[] v = EarthSphere.vector(lat, lon);
            int key = (int) Math.floor(lat);
            boolean close = false;
            for (int k = key - 1; k <= key + 1 && !close; k++) {
                for (int other : near.getOrDefault(k, List.of())) {
                    if (EarthSphere.distance(v, vectors.get(other)) < apart) {
                        close = true;
                        break;
                    }
                }
            }
            if (!close) {
                int n = node(Math.round(lat * 1000) / 1000.0, Math.round(lon * 1000) / 1000.0, "corner");
                free.set(n);
                near.computeIfAbsent(key, k -> new ArrayList<>()).add(n);
            }
        }
    }

    /// Waters where no lane of this network runs: the Canadian Arctic off the hand-drawn passage, Hudson Bay
    /// without Churchill's way, the Caspian, the ice around Svalbard and Greenland.
    private static boolean useful(double lat, double lon) {
        boolean arcticCanada = lat > 66.5 && lon > -128 && lon < -78;
        boolean greenland = lat > 70 && lon > -78 && lon < 12;
        boolean ice = lat > 76.5;
        boolean caspian = lat > 36 && lat < 48 && lon > 46 && lon < 56;
        return !(arcticCanada || greenland || ice || caspian);
    }

    private static final int COURSES = 120;
    private static final double[] NEAR = {4, 7, 10, 13};
    private static final double[] FAR = {15, 25, 35, 45};
    private static final double LONG = 200;

    private void sight() {
        int n = points.size();
        BitSet[] near = new BitSet[n];
        BitSet[] far = new BitSet[n];
        double[][] north = new double[n][];
        double[][] east = new double[n][];
        for (int i = 0; i < n; i++) {
            double a = Math.toRadians(points.get(i)[0]);
            double b = Math.toRadians(points.get(i)[1]);
            north[i] = new double[] {-Math.sin(a) * Math.cos(b), -Math.sin(a) * Math.sin(b), Math.cos(a)};
            east[i] = new double[] {-Math.sin(b), Math.cos(b), 0};
            near[i] = i < hand ? all() : tangents(points.get(i), NEAR);
            far[i] = i < hand ? all() : tangents(points.get(i), FAR);
        }
        say("tangents");
        double[][] v = vectors.toArray(new double[0][]);
        double chord = 2 * Math.sin(LONG / EarthSphere.NM / 2);
        for (int a = 0; a < n; a++) {
            if (!free.get(a)) {
                continue;
            }
            double[] p = v[a];
            for (int b = a + 1; b < n; b++) {
                double[] q = v[b];
                int to = course(q, north[a], east[a]);
                if (!near[a].get(to) || !free.get(b)) {
                    continue;
                }
                int back = course(p, north[b], east[b]);
                if (!near[b].get(back)) {
                    continue;
                }
                double x = p[0] - q[0];
                double y = p[1] - q[1];
                double z = p[2] - q[2];
                if (x * x + y * y + z * z > chord * chord && !(far[a].get(to) && far[b].get(back))) {
                    continue;
                }
                if (mask.sees(p, q)) {
                    edge(a, b, EarthSphere.distance(p, q), "");
                }
            }
        }
    }

    private static BitSet all() {
        BitSet out = new BitSet();
        out.set(0, COURSES);
        return out;
    }

    private static int course(double[] to, double[] north, double[] east) {
        double n = to[0] * north[0] + to[1] * north[1] + to[2] * north[2];
        double e = to[0] * east[0] + to[1] * east[1];
        double t = SeaMask.quickAtan2(e, n) / (2 * Math.PI);
        return Math.min(COURSES - 1, (int) ((t < 0 ? t + 1 : t) * COURSES));
    }

    /// Courses that leave the obstacle at a corner on one side: only such edges are part of shortest ways that bend
    /// there.
    private BitSet tangents(double[] p, double[] reach) {
        int rays = 36;
        boolean[] around = new boolean[rays * reach.length];
        double cos = Math.max(0.05, Math.cos(Math.toRadians(p[0])));
        for (int k = 0; k < around.length; k++) {
            double t = 2 * Math.PI * (k % rays) / rays;
            double r = reach[k / rays];
            around[k] = mask.blocked(p[0] + r * Math.cos(t) / 60, p[1] + r * Math.sin(t) / 60 / cos);
        }
        BitSet out = new BitSet();
        for (int c = 0; c < COURSES; c++) {
            int left = 0;
            int right = 0;
            for (int k = 0; k < around.length; k++) {
                if (around[k]) {
                    double side = Math.sin(2 * Math.PI * ((k % rays) / (double) rays - (c + 0.5) / COURSES));
                    right += side > 0.2 ? 1 : 0;
                    left += side < -0.2 ? 1 : 0;
                }
            }
            out.set(c, Math.min(left, right) <= 0.12 * Math.max(left, right) + 1);
        }
        return out;
    }

    int port(String id) {
        return java.util.Objects.requireNonNull(ports.get(id), id);
    }

    SeaGraph graph() {
        int m = edges.size();
        int[] a = new int[m];
        int[] b = new int[m];
        int[] tenths = new int[m];
        int[] strait = new int[m];
        for (int e = 0; e < m; e++) {
            a[e] = edges.get(e)[0];
            b[e] = edges.get(e)[1];
            tenths[e] = Math.max(1, (int) Math.round(lengths.get(e) * 10));
            strait[e] = gates.get(e);
        }
        return SeaGraph.of(points.size(), a, b, tenths, strait);
    }

    BitSet shut(int... more) {
        BitSet out = new BitSet();
        closed.forEach(out::set);
        for (int g : more) {
            out.flip(g);
        }
        return out;
    }

    /// Every edge on a shortest way between ports: all ports while the default passages are open and while all are;
    /// some ports while one passage is closed (or opened), while two of the large ones are, and while all that one
    /// area has are.
    BitSet needed(SeaGraph graph) {
        BitSet keep = new BitSet();
        int[] all = ports.values().stream().mapToInt(i -> i).sorted().toArray();
        for (int p : all) {
            mark(graph, p, shut(), all, keep);
            mark(graph, p, new BitSet(), all, keep);
        }
        say("open " + keep.cardinality());
        int[] some = HUBS.stream().mapToInt(this::port).toArray();
        List<BitSet> states = new ArrayList<>();
        for (int g = 0; g < straitIds.size(); g++) {
            states.add(shut(g));
        }
        for (List<String> set : SETS) {
            states.add(shut(set.stream().mapToInt(straitIds::indexOf).toArray()));
        }
        for (BitSet state : states) {
            for (int p : some) {
                mark(graph, p, state, all, keep);
            }
        }
        say("closed " + keep.cardinality());
        for (int e = 0; e < edges.size(); e++) {
            keep.set(e, keep.get(e) || !kinds.get(e).isEmpty());
        }
        return keep;
    }

    private static void mark(SeaGraph graph, int source, BitSet shut, int[] to, BitSet keep) {
        SeaGraph.Tree tree = graph.from(source, shut);
        for (int target : to) {
            int at = target;
            while (tree.by()[at] >= 0) {
                keep.set(tree.by()[at]);
                at = graph.other(tree.by()[at], at);
            }
        }
    }

    /// Ports that stand for their region where passages are closed.
    private static final List<String> HUBS = List.of(
            "jp-tokyo-bay",
            "kr-busan",
            "cn-shanghai",
            "cn-tianjin",
            "cn-shenzhen",
            "tw-kaohsiung",
            "ru-vladivostok",
            "ph-manila",
            "vn-ho-chi-minh",
            "th-laem-chabang",
            "my-port-klang",
            "sg-singapore",
            "id-jakarta",
            "id-bontang",
            "pg-port-moresby",
            "au-dampier",
            "au-gladstone",
            "au-melbourne",
            "au-fremantle",
            "nz-auckland",
            "in-mumbai",
            "in-chennai",
            "qa-ras-laffan",
            "om-qalhat",
            "sa-jeddah",
            "ke-mombasa",
            "mz-nacala",
            "za-durban",
            "za-saldanha",
            "ng-bonny",
            "sn-dakar",
            "dz-skikda",
            "ua-odesa",
            "tr-mersin",
            "nl-rotterdam",
            "pl-gdansk",
            "no-hammerfest",
            "ru-sabetta",
            "gl-narsaq",
            "ca-montreal",
            "us-new-york",
            "us-sabine-pass",
            "us-los-angeles",
            "ca-kitimat",
            "us-nikiski",
            "pa-balboa",
            "tt-point-fortin",
            "br-santos",
            "ar-buenos-aires",
            "cl-antofagasta",
            "pe-callao");

    private static final List<List<String>> SETS = List.of(
            List.of("suez", "panama"),
            List.of("bab-el-mandeb", "panama"),
            List.of("suez", "cape-of-good-hope"),
            List.of("suez", "panama", "cape-of-good-hope"),
            List.of("panama", "magellan"),
            List.of("panama", "cape-horn"),
            List.of("panama", "magellan", "cape-horn"),
            List.of("magellan", "cape-horn"),
            List.of("malacca", "sunda"),
            List.of("malacca", "singapore"),
            List.of("malacca", "sunda", "lombok"),
            List.of("malacca", "sunda", "lombok", "ombai"),
            List.of("malacca", "sunda", "lombok", "ombai", "torres"),
            List.of("lombok", "makassar"),
            List.of("sunda", "lombok", "ombai"),
            List.of("taiwan", "luzon"),
            List.of("luzon", "san-bernardino"),
            List.of("luzon", "san-bernardino", "surigao"),
            List.of("luzon", "san-bernardino", "surigao", "taiwan"),
            List.of("taiwan", "luzon", "malacca"),
            List.of("korea", "taiwan"),
            List.of("korea", "tsugaru"),
            List.of("tsugaru", "la-perouse"),
            List.of("korea", "tsugaru", "la-perouse"),
            List.of("osumi", "korea"),
            List.of("florida", "yucatan"),
            List.of("windward", "mona"),
            List.of("windward", "mona", "florida"),
            List.of("great-belt", "oresund"),
            List.of("great-belt", "oresund", "kiel"),
            List.of("dover", "gibraltar"),
            List.of("sicily", "messina"),
            List.of("mozambique", "suez"),
            List.of("torres", "bass"),
            List.of("bass", "cook"),
            List.of("northeast-passage", "suez"),
            List.of("northwest-passage", "panama"),
            List.of("northeast-passage", "suez", "panama"));

    /// Writes the nodes and edges that are needed.
    void write(java.nio.file.Path folder, BitSet keep) throws java.io.IOException {
        Map<Integer, String> portAt = new HashMap<>();
        ports.forEach((id, n) -> portAt.put(n, id));
        int[] number = new int[points.size()];
        Arrays.fill(number, -1);
        BitSet used = new BitSet();
        keep.stream().forEach(e -> {
            used.set(edges.get(e)[0]);
            used.set(edges.get(e)[1]);
        });
        StringBuilder nodes = new StringBuilder(
                        "# Made by NetworkMaker from ports, straits, fairways, shoals and land.\n")
                .append("node,lat,lon,port\n");
        int n = 0;
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            number[i] = n;
            nodes.append(n++)
                    .append(',')
                    .append(Math.round(points.get(i)[0] * 1000) / 1000.0)
                    .append(',')
                    .append(Math.round(points.get(i)[1] * 1000) / 1000.0)
                    .append(',')
                    .append(portAt.getOrDefault(i, ""))
                    .append('\n');
        }
        StringBuilder lanes = new StringBuilder(
                        "# Made by NetworkMaker. kind: blank on the open sea, fairway or approach where drawn by hand.\n")
                .append("from,to,nm,strait,kind\n");
        for (int e = keep.nextSetBit(0); e >= 0; e = keep.nextSetBit(e + 1)) {
            double[] p = points.get(edges.get(e)[0]);
            double[] q = points.get(edges.get(e)[1]);
            double stretch = lengths.get(e)
                    / Math.max(1e-9, EarthSphere.distance(vectors.get(edges.get(e)[0]), vectors.get(edges.get(e)[1])));
            double nm = net.sf.geographiclib.Geodesic.WGS84.Inverse(p[0], p[1], q[0], q[1]).s12 / 1852;
            String kind = kinds.get(e).isEmpty() ? "" : kinds.get(e).startsWith("approach") ? "approach" : "fairway";
            lanes.append(number[edges.get(e)[0]])
                    .append(',')
                    .append(number[edges.get(e)[1]])
                    .append(',')
                    .append(Math.max(
                            0.1, Math.round(nm * (stretch > 1.0001 || stretch < 0.9999 ? stretch : 1) * 10) / 10.0))
                    .append(',')
                    .append(gates.get(e) < 0 ? "" : straitIds.get(gates.get(e)))
                    .append(',')
                    .append(kind)
                    .append('\n');
        }
        java.nio.file.Files.writeString(folder.resolve("nodes.csv"), nodes.toString());
        java.nio.file.Files.writeString(folder.resolve("edges.csv"), lanes.toString());
        say("written " + n + " nodes, " + keep.cardinality() + " edges");
    }
}
