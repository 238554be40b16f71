package org.genryu.cases.mineral;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.genryu.cases.source.PlaceDistances;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;
import org.genryu.cases.source.TradeFit;
import org.genryu.core.Check;

/// One mineral in the base year, closed on its sources: mined = fed into refineries + used as it is; refined from
/// mines + secondary = used.
///
///     basis mined:   refined R = recovery · mined / (1 − secondary share)
///     basis refined: R as published; secondary = R − recovery · mined, or, where its share is given,
///                    used as it is = mined − (1 − share) · R / recovery
///
/// A place uses its own first; what it lacks comes by the known shares first, also from places that lack it
/// themselves and
/// buy elsewhere; the rest is fitted ([TradeFit]). What a closed lane would carry by the fit goes through a third
/// place.
final class MineralBase {
    static final List<String> STAGES = List.of("mined", "refined");

    /// A lane whose trade is known takes more only where no other lane can.
    private static final double ALREADY_KNOWN = 1e-3;

    private static final String WORLD = "world";
    private static final String REST = "rest";
    private static final String SHARE = "share:";

    /// What went over a lane [t].
    record Flow(double tonnes, String source, String note) {}

    private final SourceTables tables;
    private final Mineral mineral;
    private final PlaceDistances distances;
    private final int year;
    private final Map<String, Double> mined = new TreeMap<>();
    private final Map<String, Double> refined = new TreeMap<>();
    private final Map<String, Double> secondary = new TreeMap<>();
    private final Map<String, Double> used = new TreeMap<>();
    private final Map<String, Double> direct = new TreeMap<>();
    private final Map<String, Map<TradeFit.Lane, Flow>> flows = new LinkedHashMap<>();

    /// @param year the base year
    MineralBase(SourceTables tables, Mineral mineral, PlaceDistances distances, int year) {
        this.tables = tables;
        this.mineral = mineral;
        this.distances = distances;
        this.year = year;
        rows("minerals_mines").forEach(row -> mined.merge(row.text("place"), row.number("tonnes"), Double::sum));
        mined.remove(WORLD);
        refine();
        use();
        Map<String, Double> feed = new TreeMap<>(direct);
        refined.forEach((place, tonnes) -> feed.merge(place, primary(place) / mineral.recovery(), Double::sum));
        flows.put("mined", trade("mined", mined, feed));
        flows.put("refined", trade("refined", refined, used));
    }

    Mineral mineral() {
        return mineral;
    }

    /// Mined by place [t].
    Map<String, Double> mined() {
        return mined;
    }

    /// Refined by place, secondary included [t].
    Map<String, Double> refined() {
        return refined;
    }

    /// Refined from scrap, or synthetic, by place [t].
    Map<String, Double> secondary() {
        return secondary;
    }

    /// Refined from what is mined [t].
    double primary(String place) {
        return refined.getOrDefault(place, 0.0) - secondary.getOrDefault(place, 0.0);
    }

    /// Used by place, in the mined or refined form [t].
    Map<String, Double> used(String stage) {
        return stage.equals("mined") ? direct : used;
    }

    Map<TradeFit.Lane, Flow> flows(String stage) {
        return flows.getOrDefault(stage, Map.of());
    }

    /// Sources of the rows of the table about the mineral and place, each once.
    String source(String table, String place) {
        Set<String> sources = new LinkedHashSet<>();
        rows(table).stream()
                .filter(row -> row.text("place").equals(place)
                        || row.text("place").equals(SHARE + place)
                        || (row.text("place").equals(REST) && spread(place)))
                .forEach(row -> sources.addAll(List.of(row.source().split(";"))));
        return String.join(";", sources);
    }

    private boolean spread(String place) {
        return rows("minerals_refining").stream()
                .anyMatch(row -> row.text("place").equals(SHARE + place));
    }

    /// The rows of the mineral for its newest year that is not after the base year.
    private List<SourceRow> rows(String table) {
        List<SourceRow> all = tables.table(table).stream()
                .filter(row -> row.text("mineral").equals(mineral.id()))
                .toList();
        if (all.isEmpty() || !all.getFirst().cells().containsKey("year")) {
            return all;
        }
        double newest = all.stream()
                .mapToDouble(row -> row.number("year"))
                .filter(y -> y <= year)
                .max()
                .orElseGet(() -> all.stream()
                        .mapToDouble(row -> row.number("year"))
                        .min()
                        .orElseThrow());
        return all.stream().filter(row -> row.number("year") == newest).toList();
    }

    private void refine() {
        Map<String, Double> shares = new TreeMap<>();
        Map<String, Double> weights = new TreeMap<>();
        double rest = 0;
        for (SourceRow row : rows("minerals_refining")) {
            String place = row.text("place");
            if (place.startsWith(SHARE)) {
                weights.put(place.substring(SHARE.length()), row.number("tonnes"));
            } else if (place.equals(REST)) {
                rest = row.number("tonnes");
            } else if (!place.equals(WORLD)) {
                shares.merge(place, row.number("tonnes"), Double::sum);
            }
        }
        double whole = sum(weights);
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            shares.merge(weight.getKey(), rest * weight.getValue() / whole, Double::sum);
        }
        boolean published = mineral.row().text("basis").equals("refined");
        double given = mineral.row().maybe("secondary").orElse(0.0);
        double total = published ? sum(shares) : mineral.recovery() * sum(mined) / (1 - given);
        double scrap = mineral.row().has("secondary") ? given * total : total - mineral.recovery() * sum(mined);
        Check.that(scrap >= 0, "%s: %s t are refined beyond what is mined.", mineral.id(), scrap);
        double scale = total / sum(shares);
        shares.forEach((place, share) -> refined.put(place, scale * share));
        recycle(scrap);
    }

    private void recycle(double scrap) {
        double weights = rows("minerals_secondary").stream()
                .mapToDouble(row -> row.number("weight"))
                .sum();
        for (SourceRow row : rows("minerals_secondary")) {
            double tonnes = scrap * row.number("weight") / weights;
            String place = row.text("place");
            Check.that(
                    tonnes <= refined.getOrDefault(place, 0.0) * (1 + 1e-9),
                    "%s: %s makes %s t of secondary metal and refines %s t in all.",
                    mineral.id(),
                    place,
                    tonnes,
                    refined.getOrDefault(place, 0.0));
            if (tonnes > 0) {
                secondary.put(place, tonnes);
            }
        }
    }

    private void use() {
        used.putAll(shared("refined", sum(refined)));
        double feed = (sum(refined) - sum(secondary)) / mineral.recovery();
        double left = sum(mined) - feed;
        Check.that(left >= -1e-6 * feed, "%s: mines give %s t less than refineries take.", mineral.id(), -left);
        if (left > 1e-6 * feed) {
            direct.putAll(shared("mined", left));
        }
    }

    /// Published tonnes first, the rest by shares.
    private Map<String, Double> shared(String stage, double total) {
        List<SourceRow> rows = rows("minerals_demand").stream()
                .filter(row -> row.text("stage").equals(stage))
                .toList();
        double told = rows.stream()
                .mapToDouble(row -> row.maybe("tonnes").orElse(0.0))
                .sum();
        double shares =
                rows.stream().mapToDouble(row -> row.maybe("share").orElse(0.0)).sum();
        Map<String, Double> amounts = new TreeMap<>();
        for (SourceRow row : rows) {
            double share = row.maybe("share").orElse(0.0) / shares;
            amounts.put(row.text("place"), row.maybe("tonnes").orElse(share * (total - told)));
        }
        return amounts;
    }

    private Map<TradeFit.Lane, Flow> trade(String stage, Map<String, Double> made, Map<String, Double> wanted) {
        Map<TradeFit.Lane, Flow> lanes = known(stage, made, wanted);
        Map<String, Double> over = new TreeMap<>(made);
        wanted.forEach((place, tonnes) -> over.merge(place, -tonnes, Double::sum));
        lanes.forEach((lane, flow) -> {
            over.merge(lane.from(), -flow.tonnes(), Double::sum);
            over.merge(lane.to(), flow.tonnes(), Double::sum);
        });
        Map<String, Double> left = new TreeMap<>();
        Map<String, Double> needed = new TreeMap<>();
        over.forEach((place, tonnes) -> {
            left.put(place, Math.max(0, tonnes));
            needed.put(place, Math.max(0, -tonnes));
        });
        TradeFit.Weight weight = (from, to) ->
                weight(stage, from, to) * (lanes.containsKey(new TradeFit.Lane(from, to)) ? ALREADY_KNOWN : 1);
        String fitted = "biproportional fit of what is left over and missing";
        TradeFit.of(left, needed, weight, tables.setting("minerals-smallest-lane"))
                .forEach((lane, tonnes) -> add(lanes, lane, new Flow(tonnes, "assumption", fitted)));
        transit(stage, lanes);
        return lanes;
    }

    private static void add(Map<TradeFit.Lane, Flow> lanes, TradeFit.Lane lane, Flow flow) {
        lanes.merge(
                lane,
                flow,
                (known, more) -> new Flow(
                        known.tonnes() + more.tonnes(),
                        known.source().contains(more.source()) ? known.source() : known.source() + ";" + more.source(),
                        known.note() + "; more: " + more.note()));
    }

    /// What a closed lane carries by the fit goes through a third place.
    private void transit(String stage, Map<TradeFit.Lane, Flow> lanes) {
        for (SourceRow row : rows("minerals_transit")) {
            TradeFit.Lane closed = new TradeFit.Lane(row.text("from"), row.text("to"));
            if (row.text("stage").equals(stage) && lanes.containsKey(closed)) {
                double tonnes = lanes.getOrDefault(closed, new Flow(0, "", "")).tonnes();
                lanes.remove(closed);
                Flow flow = new Flow(tonnes, row.source(), row.note());
                add(lanes, new TradeFit.Lane(row.text("from"), row.text("through")), flow);
                add(lanes, new TradeFit.Lane(row.text("through"), row.text("to")), flow);
            }
        }
    }

    /// The known shares of what a place lacks. Who sends it may lack it himself and buy elsewhere: the limit is
    /// what he
    /// makes.
    private Map<TradeFit.Lane, Flow> known(String stage, Map<String, Double> made, Map<String, Double> wanted) {
        List<SourceRow> known = new ArrayList<>();
        Map<String, Double> asked = new TreeMap<>();
        Map<String, Double> need = new TreeMap<>();
        wanted.forEach((place, tonnes) -> need.put(place, Math.max(0, tonnes - made.getOrDefault(place, 0.0))));
        for (SourceRow row : rows("minerals_flows")) {
            if (row.text("stage").equals(stage)) {
                known.add(row);
                asked.merge(
                        row.text("from"),
                        row.number("share") / 100 * need.getOrDefault(row.text("to"), 0.0),
                        Double::sum);
            }
        }
        Map<TradeFit.Lane, Flow> lanes = new LinkedHashMap<>();
        for (SourceRow row : known) {
            String from = row.text("from");
            double wish = row.number("share") / 100 * need.getOrDefault(row.text("to"), 0.0);
            double limit = tables.setting("minerals-known-limit") * made.getOrDefault(from, 0.0);
            double tonnes = wish * Math.min(1, limit / Math.max(asked.getOrDefault(from, 0.0), 1e-9));
            if (tonnes > 0) {
                String cut = tonnes < wish * (1 - 1e-9) ? "; limited by what the place makes" : "";
                lanes.put(
                        new TradeFit.Lane(from, row.text("to")),
                        new Flow(tonnes, row.source() + ";assumption", row.note() + cut));
            }
        }
        return lanes;
    }

    /// How strongly the lane is preferred; 0 closes it.
    double weight(String stage, String from, String to) {
        if (from.equals(to)) {
            return 0;
        }
        double preference = rows("minerals_lanes").stream()
                .filter(row -> row.text("stage").equals(stage)
                        && row.words("from").contains(from)
                        && row.words("to").contains(to))
                .mapToDouble(row -> row.number("weight"))
                .findFirst()
                .orElse(1);
        double distance = distances.nauticalMiles(from, to);
        return preference / Math.pow(distance, tables.setting("minerals-distance-power"));
    }

    static double sum(Map<String, Double> amounts) {
        return amounts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
