package org.genryu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The prices of the committed case are its own: not of the order of its rows, nor of what nobody uses. Rung: identity.
class AllianceSameAnswerTest {
    private static Map<String, String> files() {
        return new LinkedHashMap<>(BuiltInCases.files("alliance"));
    }

    /// Every table but the changes, which act in the order of the file.
    private static Map<String, String> shuffled(int seed) {
        Map<String, String> files = files();
        Random random = new Random(seed);
        files.replaceAll((name, text) -> name.endsWith(".csv") && !name.contains("/") && !name.equals("changes.csv")
                ? shuffled(text, random)
                : text);
        return files;
    }

    private static String shuffled(String text, Random random) {
        List<List<String>> rows = TableText.rows(text);
        Collections.shuffle(rows.subList(1, rows.size()), random);
        return TableText.of(rows);
    }

    @Test
    @Tag("slow")
    void rowsInAnotherOrderMustMoveNoPrice() {
        assertThat(PriceMoves.between(AllianceEdits.withIntervals(files()), AllianceEdits.withIntervals(shuffled(7))))
                .isEmpty();
    }

    @Test
    @Tag("slow")
    void anIdleCommodityMustMoveNoPrice() {
        Map<String, String> idle = files();
        add(
                idle,
                "commodities.csv",
                Map.of("commodity", "idle", "name_en", "Idle", "name_ja", "遊休", "unit", "t", "source", "assumption"));
        add(idle, "recipes.csv", Map.of("recipe", "idle", "commodity", "idle", "amount", "1", "source", "assumption"));
        add(
                idle,
                "processes.csv",
                Map.of(
                        "process",
                        "idler",
                        "place",
                        "JP",
                        "recipe",
                        "idle",
                        "status",
                        "operating",
                        "capacity",
                        "7",
                        "cost",
                        "3",
                        "source",
                        "assumption"));
        assertThat(PriceMoves.between(AllianceEdits.withIntervals(files()), AllianceEdits.withIntervals(idle)))
                .isEmpty();
    }

    /// A row more, its cells by the names of their columns.
    private static void add(Map<String, String> files, String table, Map<String, String> cells) {
        List<List<String>> rows = TableText.rows(files.getOrDefault(table, ""));
        rows.add(rows.getFirst().stream()
                .map(column -> cells.getOrDefault(column, ""))
                .toList());
        files.put(table, TableText.of(rows));
    }

    /// The whole case in other money. Freight of ships is a figure in dollars, so both have it written out.
    @ParameterizedTest
    @ValueSource(ints = {-8, 6})
    @Tag("slow")
    void otherMoneyMustMoveNoPrice(int power) {
        double factor = Math.pow(10, power);
        assertThat(PriceMoves.between(
                        AllianceEdits.withIntervals(inMoney(1)),
                        AllianceEdits.withIntervals(inMoney(factor)),
                        _ -> factor))
                .isEmpty();
    }

    private static Map<String, String> inMoney(double factor) {
        Map<String, String> files = files();
        Map<String, Double> freight = AllianceEdits.freights(files);
        Map<String, Set<String>> money = Map.of(
                "commodities", Set.of("disposal_cost"),
                "processes", Set.of("cost", "capex"),
                "routes", Set.of("cost"),
                "demands", Set.of("shortage_cost", "price"),
                "stores", Set.of("cost"),
                "prices", Set.of("price"));
        money.forEach((table, columns) -> files.computeIfPresent(
                table + ".csv",
                (_, text) -> times(text, columns, factor, table.equals("routes") ? freight : Map.of())));
        return files;
    }

    private static String times(String text, Set<String> columns, double factor, Map<String, Double> freight) {
        List<List<String>> rows = TableText.rows(text);
        List<String> head = rows.getFirst();
        for (List<String> cells : rows.subList(1, rows.size())) {
            for (int k = 0; k < cells.size(); k++) {
                String written = freight.containsKey(cells.getFirst())
                        ? freight.get(cells.getFirst()).toString()
                        : cells.get(k);
                if (columns.contains(head.get(k)) && !written.isEmpty()) {
                    cells.set(k, Double.toString(Double.parseDouble(written) * factor));
                }
            }
        }
        return TableText.of(rows);
    }
}
