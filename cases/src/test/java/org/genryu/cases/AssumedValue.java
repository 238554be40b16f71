package org.genryu.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;

/// How much of the case rests on assumptions, by part of it: by number of rows, and by the money of the base year that
/// goes through them (what plants make, what uses take).
final class AssumedValue {
    private static final Map<String, String> PARTS =
            Map.of("rare-earth", "rare earths", "lng", "LNG", "critical-mineral", "minerals");

    /// Rows, those that cite an assumption, money, that of those [USD/yr].
    private final Map<String, double[]> sums = new TreeMap<>();

    private final Balance balance;
    private final SupplyCase of;

    private AssumedValue(Balance balance) {
        this.balance = balance;
        this.of = balance.of();
    }

    static String table(Balance balance) {
        AssumedValue counted = new AssumedValue(balance);
        counted.plants(assumed("processes", "process"));
        counted.uses(assumed("demands", "demand"));
        StringBuilder text = new StringBuilder("""
                | part | rows | cite an assumption | money through them, bn USD of 2025 | of it through rows that cite one |
                | --- | --- | --- | --- | --- |
                """);
        counted.sums.forEach((part, sum) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f (%.0f %%) | %.1f | %.0f %% |\n",
                part,
                sum[0],
                sum[1],
                100 * sum[1] / sum[0],
                sum[2] / 1e9,
                100 * sum[3] / sum[2])));
        return text.toString();
    }

    private static Map<String, Boolean> assumed(String table, String key) {
        Map<String, Boolean> assumed = new HashMap<>();
        TableText.records(BuiltInCases.files("alliance").getOrDefault(table + ".csv", ""))
                .forEach(row -> assumed.put(
                        row.getOrDefault(key, ""),
                        List.of(row.getOrDefault("source", "").split(";")).contains("assumption")));
        return assumed;
    }

    private void plants(Map<String, Boolean> assumed) {
        SupplyCase.Processes plants = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        for (int p = 0; p < plants.size(); p++) {
            int recipe = plants.recipe()[p];
            double money = 0;
            int main = recipes.commodity()[recipes.first()[recipe]];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                double made = Math.max(0, recipes.amount()[line])
                        * balance.quantities().activity()[p][0];
                money += made * price(plants.place()[p], recipes.commodity()[line]);
                main = recipes.amount()[line] > 0 ? recipes.commodity()[line] : main;
            }
            add("plants", main, money, assumed.getOrDefault(plants.ids().id(p), false));
        }
    }

    private void uses(Map<String, Boolean> assumed) {
        SupplyCase.Demands uses = of.use().demands();
        for (int d = 0; d < uses.size(); d++) {
            double money = balance.quantities().served()[d][0] * price(uses.place()[d], uses.commodity()[d]);
            add(
                    "uses",
                    uses.commodity()[d],
                    money,
                    assumed.getOrDefault(uses.ids().id(d), false));
        }
    }

    private double price(int place, int commodity) {
        int market = balance.markets().find(place, commodity);
        return market < 0 ? 0 : Math.max(0, balance.markets().price()[market][0]);
    }

    private void add(String what, int commodity, double money, boolean assumed) {
        String part = PARTS.getOrDefault(of.world().commodities().group()[commodity], "other") + ", " + what;
        double[] sum = sums.computeIfAbsent(part, _ -> new double[4]);
        sum[0]++;
        sum[1] += assumed ? 1 : 0;
        sum[2] += money;
        sum[3] += assumed ? money : 0;
    }
}
