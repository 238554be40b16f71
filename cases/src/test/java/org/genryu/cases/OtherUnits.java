package org.genryu.cases;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The case `alliance` with some commodities counted in other units: every number that is by such a unit is written
/// in the new one, each in its table, without the program's own reading of units.
///
/// @param unit the new unit
/// @param of how many of the new unit make a tonne, by commodity
/// @param plants whether the activity of plants of which such a commodity is the first product is counted in the
/// new unit too
record OtherUnits(String unit, Map<String, Double> of, boolean plants) {
    /// Columns that grow with the number of units, and those that shrink.
    private static final Map<String, List<String>> AMOUNTS = Map.of(
            "routes", List.of("capacity", "observed"),
            "demands", List.of("amount"),
            "stores", List.of("capacity", "level", "min_level", "final_level"));

    private static final Map<String, List<String>> PRICES = Map.of(
            "commodities", List.of("disposal_cost"),
            "routes", List.of("cost"),
            "demands", List.of("shortage_cost", "price"),
            "stores", List.of("cost"),
            "prices", List.of("price"));

    private static final List<String> DONE = List.of("capacity", "observed", "reserve");
    private static final List<String> SPENT = List.of("cost", "capex");

    double factor(String commodity) {
        return of.getOrDefault(commodity, 1.0);
    }

    /// @param freight by route, written into the case where the sea network would not know a freight by the new
    /// unit; else empty
    Map<String, String> written(Map<String, String> files, Map<String, Double> freight) {
        Map<String, String> all = new LinkedHashMap<>(files);
        Map<String, Double> recipes = plants ? recipes(table(files, "recipes")) : Map.of();
        Map<String, Map<String, Double>> things = new HashMap<>();
        things.put("processes", factors(table(files, "processes"), "recipe", recipes));
        for (String name : AMOUNTS.keySet()) {
            things.put(name, factors(table(files, name), "commodity", of));
        }
        for (String name : PRICES.keySet()) {
            Rows rows = table(files, name);
            for (List<String> row : rows.body()) {
                double times = of.getOrDefault(rows.cell(row, "commodity"), 1.0);
                if (name.equals("routes") && freight.containsKey(row.getFirst())) {
                    rows.set(row, "cost", Double.toString(freight.getOrDefault(row.getFirst(), 0.0)));
                }
                AMOUNTS.getOrDefault(name, List.of()).forEach(column -> rows.times(row, column, times));
                PRICES.getOrDefault(name, List.of()).forEach(column -> rows.times(row, column, 1 / times));
                if (name.equals("commodities") && of.containsKey(row.getFirst())) {
                    rows.set(row, "unit", unit);
                    rows.set(row, "heating_value", "");
                    rows.set(row, "trade_unit", "");
                }
            }
            all.put(name + ".csv", rows.text());
        }
        Rows processes = table(files, "processes");
        for (List<String> row : processes.body()) {
            double times = recipes.getOrDefault(processes.cell(row, "recipe"), 1.0);
            DONE.forEach(column -> processes.times(row, column, times));
            SPENT.forEach(column -> processes.times(row, column, 1 / times));
        }
        all.put("processes.csv", processes.text());
        Rows lines = table(files, "recipes");
        for (List<String> row : lines.body()) {
            double activity = recipes.getOrDefault(row.getFirst(), 1.0);
            lines.times(row, "amount", factor(lines.cell(row, "commodity")) / activity);
        }
        all.put("recipes.csv", lines.text());
        for (String name : List.of("series", "changes")) {
            Rows rows = table(files, name);
            for (List<String> row : rows.body()) {
                boolean amount = List.of("capacity", "amount", "min_level").contains(rows.cell(row, "column"));
                double times = things.getOrDefault(row.getFirst(), Map.of()).getOrDefault(row.get(1), 1.0);
                rows.times(row, "value", amount ? times : 1);
            }
            all.put(name + ".csv", rows.text());
        }
        return all;
    }

    /// By recipe: the factor of its first product.
    private Map<String, Double> recipes(Rows lines) {
        Map<String, Double> factors = new HashMap<>();
        for (List<String> row : lines.body()) {
            if (!lines.cell(row, "amount").startsWith("-")) {
                factors.putIfAbsent(row.getFirst(), factor(lines.cell(row, "commodity")));
            }
        }
        return factors;
    }

    private static Map<String, Double> factors(Rows rows, String column, Map<String, Double> by) {
        Map<String, Double> factors = new HashMap<>();
        rows.body().forEach(row -> factors.put(row.getFirst(), by.getOrDefault(rows.cell(row, column), 1.0)));
        return factors;
    }

    private static Rows table(Map<String, String> files, String name) {
        return new Rows(TableText.rows(files.getOrDefault(name + ".csv", "")));
    }

    /// @param all head first
    private record Rows(List<List<String>> all) {
        List<List<String>> body() {
            return all.subList(1, all.size());
        }

        String cell(List<String> row, String column) {
            int at = all.getFirst().indexOf(column);
            return at < 0 || at >= row.size() ? "" : row.get(at);
        }

        void set(List<String> row, String column, String value) {
            int at = all.getFirst().indexOf(column);
            if (at >= 0 && at < row.size()) {
                row.set(at, value);
            }
        }

        void times(List<String> row, String column, double factor) {
            String written = cell(row, column);
            if (factor != 1 && !written.isEmpty() && Character.isDigit(written.charAt(written.length() - 1))) {
                set(row, column, Double.toString(Double.parseDouble(written) * factor));
            }
        }

        String text() {
            return TableText.of(all);
        }
    }
}
