package org.genryu.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A second, naive program for who stands behind what a place has: it reads `activity.csv`, `flows.csv` and the
/// tables of the case as text, and mixes round after round until nothing moves. It shares no line with the first: it
/// knows scrap by the word `scrap` in the column `stage`, and it solves no equations.
///
/// For the first period of a case without stores that are drawn on and without returns, in tonnes.
final class SecondTrace {
    private static final int ROUNDS = 4_000;

    private final Map<String, String> countryOf = new HashMap<>();
    private final Map<String, String> stageOf = new HashMap<>();
    private final Map<String, Double> content = new HashMap<>();
    private final Map<String, Map<String, Double>> recipes = new LinkedHashMap<>();
    private final Map<String, String> feed = new HashMap<>();
    private final List<Inflow> inflows = new ArrayList<>();

    /// Into a market: from another market (`draws` with one key), or from a plant that draws on several by mass.
    ///
    /// @param draws parts by market; empty for what takes none of the element in
    /// @param maker country of the plant; empty for a lane
    /// @param feed of a plant without inputs of the element
    private record Inflow(
            String market, double amount, Map<String, Double> draws, String maker, String feed, boolean ofScrap) {}

    SecondTrace(Map<String, String> tables, Path out, String period, String element) throws IOException {
        rows(tables, "places.csv").forEach(row -> countryOf.put(cell(row, "place"), cell(row, "country")));
        rows(tables, "commodities.csv").forEach(row -> stageOf.put(cell(row, "commodity"), cell(row, "stage")));
        Map<String, Boolean> anyElement = new HashMap<>();
        rows(tables, "contents.csv").forEach(row -> {
            anyElement.put(cell(row, "commodity"), true);
            if (cell(row, "element").equals(element)) {
                content.put(cell(row, "commodity"), Double.parseDouble(cell(row, "amount")));
            }
        });
        rows(tables, "recipes.csv").forEach(row -> {
            recipes.computeIfAbsent(cell(row, "recipe"), _ -> new LinkedHashMap<>())
                    .merge(cell(row, "commodity"), Double.parseDouble(cell(row, "amount")), Double::sum);
            if (!cell(row, "feed").isEmpty()) {
                feed.put(cell(row, "recipe"), cell(row, "feed"));
            }
        });
        Map<String, String[]> plants = new HashMap<>();
        rows(tables, "processes.csv")
                .forEach(row ->
                        plants.put(cell(row, "process"), new String[] {cell(row, "place"), cell(row, "recipe")}));
        Map<String, Double> loss = new HashMap<>();
        rows(tables, "routes.csv")
                .forEach(row -> loss.put(
                        cell(row, "route"), cell(row, "loss").isEmpty() ? 0 : Double.parseDouble(cell(row, "loss"))));
        for (Map<String, String> row : read(Files.readString(out.resolve("activity.csv"), StandardCharsets.UTF_8))) {
            if (cell(row, "period").equals(period)) {
                String[] plant = Objects.requireNonNull(plants.get(cell(row, "process")));
                plant(plant[0], plant[1], Double.parseDouble(cell(row, "quantity")), anyElement);
            }
        }
        for (Map<String, String> row : read(Files.readString(out.resolve("flows.csv"), StandardCharsets.UTF_8))) {
            double sent = Double.parseDouble(cell(row, "quantity"));
            if (cell(row, "period").equals(period) && content.containsKey(cell(row, "commodity"))) {
                String commodity = cell(row, "commodity");
                inflows.add(new Inflow(
                        cell(row, "to") + "/" + commodity,
                        sent * (1 - loss.getOrDefault(cell(row, "route"), 0.0)),
                        Map.of(cell(row, "from") + "/" + commodity, 1.0),
                        "",
                        "",
                        false));
            }
        }
    }

    private void plant(String place, String recipe, double activity, Map<String, Boolean> anyElement) {
        Map<String, Double> lines = recipes.getOrDefault(recipe, Map.of());
        Map<String, Double> draws = new LinkedHashMap<>();
        boolean scrap = false;
        boolean knowsOthers = false;
        double mass = 0;
        for (Map.Entry<String, Double> line : lines.entrySet()) {
            if (line.getValue() < 0 && content.containsKey(line.getKey())) {
                double one = -line.getValue() * content.getOrDefault(line.getKey(), 0.0);
                draws.put(place + "/" + line.getKey(), one);
                mass += one;
                scrap |= stageOf.getOrDefault(line.getKey(), "").equals("scrap");
            }
            knowsOthers |= line.getValue() < 0 && anyElement.containsKey(line.getKey());
        }
        double all = mass;
        draws.replaceAll((_, one) -> one / all);
        for (Map.Entry<String, Double> line : lines.entrySet()) {
            boolean without = draws.isEmpty() && knowsOthers;
            if (line.getValue() > 0 && content.containsKey(line.getKey()) && !without) {
                inflows.add(new Inflow(
                        place + "/" + line.getKey(),
                        line.getValue() * activity,
                        draws,
                        countryOf.getOrDefault(place, "").isEmpty() ? place : countryOf.getOrDefault(place, ""),
                        draws.isEmpty() ? feed.getOrDefault(recipe, "primary") : "",
                        scrap));
            }
        }
    }

    /// Who did the stage on what came from the ground (`mine`: who mined it), by country or word.
    Map<String, Double> shares(String place, String commodity, String stage) {
        Map<String, Double> total = new HashMap<>();
        inflows.forEach(in -> total.merge(in.market(), in.amount(), Double::sum));
        Map<String, Map<String, Double>> x = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Map<String, Double>> next = new HashMap<>();
            for (Inflow in : inflows) {
                double part = in.amount() / total.getOrDefault(in.market(), 1.0);
                Map<String, Double> into = next.computeIfAbsent(in.market(), _ -> new TreeMap<>());
                bring(in, stage, x).forEach((who, share) -> into.merge(who, part * share, Double::sum));
            }
            double moved = moved(x, next);
            x = next;
            if (moved < 1e-15) {
                break;
            }
        }
        return x.getOrDefault(place + "/" + commodity, Map.of());
    }

    private Map<String, Double> bring(Inflow in, String stage, Map<String, Map<String, Double>> x) {
        boolean does = stageOf.getOrDefault(in.market().split("/")[1], "").equals(stage)
                && !in.maker().isEmpty();
        if (in.draws().isEmpty()) {
            return switch (in.feed()) {
                case "primary" -> Map.of(stage.equals("mine") || does ? in.maker() : "without", 1.0);
                case "old-scrap" -> Map.of("recycled", 1.0);
                default -> Map.of(in.feed(), 1.0);
            };
        }
        if (does && !in.ofScrap()) {
            return Map.of(in.maker(), 1.0);
        }
        Map<String, Double> mixed = new TreeMap<>();
        in.draws()
                .forEach((market, part) -> x.getOrDefault(market, Map.of())
                        .forEach((who, share) -> mixed.merge(who, part * share, Double::sum)));
        return mixed;
    }

    private static double moved(Map<String, Map<String, Double>> before, Map<String, Map<String, Double>> after) {
        double moved = 0;
        for (Map.Entry<String, Map<String, Double>> market : after.entrySet()) {
            Map<String, Double> old = before.getOrDefault(market.getKey(), Map.of());
            for (Map.Entry<String, Double> share : market.getValue().entrySet()) {
                moved = Math.max(moved, Math.abs(share.getValue() - old.getOrDefault(share.getKey(), 0.0)));
            }
        }
        return moved;
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static List<Map<String, String>> rows(Map<String, String> tables, String name) {
        return read(Objects.requireNonNull(tables.get(name), name));
    }

    /// Rows of a CSV text by column; quotes as in RFC 4180.
    static List<Map<String, String>> read(String text) {
        List<List<String>> table = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    table.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> cells : table.subList(1, table.size())) {
            Map<String, String> named = new LinkedHashMap<>();
            for (int c = 0; c < cells.size(); c++) {
                named.put(table.getFirst().get(c), cells.get(c));
            }
            rows.add(named);
        }
        return rows;
    }
}
