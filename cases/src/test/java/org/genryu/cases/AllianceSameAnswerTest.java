package org.genryu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.casefile.SupplyCase;
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

    /// The prices that move, relative to themselves and a thousandth of the dearest of its commodity; where a price
    /// is an
    /// interval, its ends.
    /// @param factor what the money of the second is in that of the first
    private static List<String> moved(Balance before, Balance after, double factor) {
        SupplyCase one = before.of();
        SupplyCase two = after.of();
        List<String> found = new ArrayList<>();
        for (int m = 0; m < before.markets().size(); m++) {
            int place = two.world()
                    .places()
                    .ids()
                    .find(one.world().places().ids().id(before.markets().place()[m]));
            int commodity = two.world()
                    .commodities()
                    .ids()
                    .find(one.world().commodities().ids().id(before.markets().commodity()[m]));
            int other = after.markets().find(place, commodity);
            double least = 1e-3 * largest(before, before.markets().commodity()[m]);
            for (int t = 0; t < before.markets().price()[m].length; t++) {
                double size = Math.max(least, Math.abs(before.markets().price()[m][t]));
                double moved = Math.abs(after.markets().price()[other][t] / factor
                        - before.markets().price()[m][t]);
                double ends = Math.max(
                        moved(before.markets().low()[m][t], after.markets().low()[other][t] / factor),
                        moved(before.markets().high()[m][t], after.markets().high()[other][t] / factor));
                boolean wide = before.markets().high()[m][t] - before.markets().low()[m][t] > EXACT * size;
                if (wide ? ends > EXACT : moved > EXACT * size) {
                    found.add("%s/%s %s: %s [%s, %s] and %s [%s, %s]"
                            .formatted(
                                    one.world()
                                            .places()
                                            .ids()
                                            .id(before.markets().place()[m]),
                                    one.world()
                                            .commodities()
                                            .ids()
                                            .id(before.markets().commodity()[m]),
                                    one.periods().label(t),
                                    before.markets().price()[m][t],
                                    before.markets().low()[m][t],
                                    before.markets().high()[m][t],
                                    after.markets().price()[other][t] / factor,
                                    after.markets().low()[other][t] / factor,
                                    after.markets().high()[other][t] / factor));
                }
            }
        }
        return found;
    }

    private static double moved(double before, double after) {
        return before == after
                ? 0
                : Math.abs(after - before) / Math.max(1, Math.max(Math.abs(before), Math.abs(after)));
    }

    private static double largest(Balance balance, int commodity) {
        double largest = 1e-12;
        for (int m = 0; m < balance.markets().size(); m++) {
            for (double price : balance.markets().commodity()[m] == commodity
                    ? balance.markets().price()[m]
                    : new double[0]) {
                largest = Math.max(largest, Math.abs(price));
            }
        }
        return largest;
    }

    /// With all intervals.
    private static Balance balanced(Map<String, String> files) {
        return switch (Balancer.balance(
                AllianceEdits.supply(files), BalanceOptions.DEFAULT.with(BalanceOptions.Intervals.ALL))) {
            case BalanceResult.Balanced found -> found.balance();
            case BalanceResult other -> throw new AssertionError(other.toString());
        };
    }

    /// Relative.
    private static final double EXACT = 1e-6;

    @Test
    @Tag("slow")
    void rowsInAnotherOrderMustMoveNoPrice() {
        assertThat(moved(balanced(files()), balanced(shuffled(7)), 1)).isEmpty();
    }

    @Test
    @Tag("slow")
    void anIdleCommodityMustMoveNoPrice() {
        Map<String, String> idle = files();
        idle.merge("commodities.csv", "idle,Idle,遊休,t,,,assumption,\n", String::concat);
        idle.merge("recipes.csv", "idle,idle,1,assumption,\n", String::concat);
        idle.merge("processes.csv", "idler,JP,idle,,operating,7,3,,,,,,assumption,\n", String::concat);
        assertThat(moved(balanced(files()), balanced(idle), 1)).isEmpty();
    }

    /// The whole case in other money. Freight of ships is a figure in dollars, so both have it written out.
    @ParameterizedTest
    @ValueSource(ints = {-8, 6})
    @Tag("slow")
    void otherMoneyMustMoveNoPrice(int power) {
        double factor = Math.pow(10, power);
        assertThat(moved(balanced(inMoney(1)), balanced(inMoney(factor)), factor))
                .isEmpty();
    }

    private static Map<String, String> inMoney(double factor) {
        Map<String, String> files = files();
        SupplyCase of = AllianceEdits.supply(files);
        Map<String, Double> freight = new HashMap<>();
        for (int l = 0; l < of.routes().size(); l++) {
            freight.put(
                    of.routes().ids().id(of.routes().route()[l]),
                    of.routes().lane().cost().at(l, 0));
        }
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
