package org.genryu.cases.gas;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;
import org.genryu.cases.source.TradeFit;

/// The LNG trade of the base year closed on its sources: what the plants of each load port liquefy, what each importer
/// buys, and who ships to whom.
///
///     output of a port = exports of its country · weight of its plants / weight of the country's plants
///     a country without a row of its own shares what the world leaves, by capacity
///
/// Known trade of a country is spread over its ports ([TradeFit]); what is left is fitted to what importers still need.
final class GasBase {
    /// Tonnes in a million.
    static final double MILLION = 1e6;

    private static final String WORLD = "world";
    private static final double MONTHS = 12;

    /// What went over a lane [t].
    ///
    /// @param known an observation of trade, not a fit
    record Flow(double tonnes, boolean known, String source, String note) {}

    private final SourceTables tables;
    private final GasLanes lanes;
    private final int year;
    private final Map<String, Double> output = new LinkedHashMap<>();
    private final Map<String, Double> imports = new LinkedHashMap<>();
    private final Map<TradeFit.Lane, Flow> flows = new LinkedHashMap<>();

    private GasBase(SourceTables tables) {
        this.tables = tables;
        this.lanes = new GasLanes(tables);
        this.year = tables.year("first-year");
    }

    static GasBase of(SourceTables tables) {
        GasBase base = new GasBase(tables);
        base.liquefy();
        base.land();
        base.ship();
        return base;
    }

    /// LNG made by load port [t].
    Map<String, Double> output() {
        return output;
    }

    /// LNG bought by importer, reloads from others included [t].
    Map<String, Double> imports() {
        return imports;
    }

    Map<TradeFit.Lane, Flow> flows() {
        return flows;
    }

    GasLanes lanes() {
        return lanes;
    }

    /// LNG that an importer keeps: what it buys less what it loads again [t].
    double kept(String importer) {
        double reloaded = flows.entrySet().stream()
                .filter(flow -> flow.getKey().from().equals(importer))
                .mapToDouble(flow -> flow.getValue().tonnes())
                .sum();
        return imports.getOrDefault(importer, 0.0) - reloaded;
    }

    private void liquefy() {
        double world = exports(WORLD).orElseThrow();
        Set<String> countries = new LinkedHashSet<>();
        for (SourceRow plant : tables.table("gas_plants")) {
            output.merge(plant.text("place"), 0.0, Double::sum);
            countries.add(lanes.country(plant.text("place")));
        }
        double told = countries.stream()
                .mapToDouble(country -> exports(country).orElse(0.0))
                .sum();
        Map<String, List<SourceRow>> byCountry = tables.table("gas_plants").stream()
                .collect(Collectors.groupingBy(
                        plant -> exports(lanes.country(plant.text("place"))).isPresent()
                                ? lanes.country(plant.text("place"))
                                : WORLD,
                        LinkedHashMap::new,
                        Collectors.toList()));
        byCountry.forEach((country, plants) -> {
            double total =
                    country.equals(WORLD) ? world - told : exports(country).orElseThrow();
            double weights = plants.stream().mapToDouble(GasBase::weight).sum();
            plants.forEach(plant -> output.merge(plant.text("place"), total * weight(plant) / weights, Double::sum));
        });
    }

    private static double weight(SourceRow plant) {
        return plant.has("weight") ? plant.number("weight") : plant.number("capacity_mt");
    }

    private Optional<Double> exports(String country) {
        return tables.newest("gas_exports", "country", country, year)
                .map(row -> MILLION * row.number("mt") * MONTHS / row.number("months"));
    }

    private void land() {
        tables.table("gas_imports").stream()
                .map(row -> row.text("place"))
                .distinct()
                .forEach(place -> imports.put(
                        place,
                        MILLION
                                * tables.newest("gas_imports", "place", place, year)
                                        .orElseThrow()
                                        .number("mt")));
    }

    private void ship() {
        Map<String, Double> left = new LinkedHashMap<>(output);
        Map<String, Double> needed = new LinkedHashMap<>(imports);
        Map<String, List<SourceRow>> known = tables.table("gas_flows").stream()
                .filter(row -> row.number("year") == year)
                .collect(Collectors.groupingBy(row -> row.text("from"), LinkedHashMap::new, Collectors.toList()));
        double reloaded = 0;
        for (Map.Entry<String, List<SourceRow>> exporter : known.entrySet()) {
            boolean loads = output.keySet().stream()
                    .anyMatch(port -> lanes.country(port).equals(exporter.getKey()));
            if (!loads) {
                reloaded += exporter.getValue().stream()
                        .mapToDouble(row -> MILLION * row.number("mt"))
                        .sum();
            }
            fromCountry(exporter.getKey(), exporter.getValue(), loads, left, needed);
        }
        double rest = left.values().stream().mapToDouble(Double::doubleValue).sum()
                - needed.values().stream().mapToDouble(Double::doubleValue).sum();
        needed.put(GasLanes.REST, rest);
        imports.put(
                GasLanes.REST,
                output.values().stream().mapToDouble(Double::doubleValue).sum()
                        + reloaded
                        - imports.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum());
        TradeFit.Weight unknown =
                (from, to) -> flows.containsKey(new TradeFit.Lane(from, to)) ? 0 : lanes.weight(from, to);
        TradeFit.of(left, needed, unknown, tables.setting("gas-smallest-lane"))
                .forEach((lane, tonnes) -> flows.put(
                        lane, new Flow(tonnes, false, "assumption", "biproportional fit of what is not known")));
    }

    /// Spreads the known sales of a country over its ports; a reload goes from the importer itself.
    private void fromCountry(
            String country, List<SourceRow> rows, boolean loads, Map<String, Double> left, Map<String, Double> needed) {
        Map<String, Double> ports = new LinkedHashMap<>();
        Map<String, Double> sales = new LinkedHashMap<>();
        rows.forEach(row -> sales.put(row.text("to"), MILLION * row.number("mt")));
        double sold = sales.values().stream().mapToDouble(Double::doubleValue).sum();
        if (loads) {
            output.forEach((port, tonnes) -> {
                if (lanes.country(port).equals(country)) {
                    ports.put(port, tonnes);
                }
            });
            double rest =
                    ports.values().stream().mapToDouble(Double::doubleValue).sum() - sold;
            sales.put(GasLanes.REST, sales.getOrDefault(GasLanes.REST, 0.0) + rest);
        } else {
            ports.put(country, sold);
        }
        Map<String, SourceRow> rowTo =
                rows.stream().collect(Collectors.toMap(row -> row.text("to"), Function.identity()));
        TradeFit.of(ports, sales, (from, to) -> loads ? lanes.weight(from, to) : 1, 0)
                .forEach((lane, tonnes) -> {
                    SourceRow row = rowTo.get(lane.to());
                    if (row != null) {
                        String source = ports.size() > 1 ? row.source() + ";assumption" : row.source();
                        String note = ports.size() > 1
                                ? row.note() + (row.note().isEmpty() ? "" : "; ") + "share of the port: assumption"
                                : row.note();
                        flows.put(lane, new Flow(tonnes, true, source, note));
                        left.computeIfPresent(lane.from(), (port, amount) -> amount - tonnes);
                        needed.computeIfPresent(lane.to(), (place, amount) -> amount - tonnes);
                    }
                });
    }
}
