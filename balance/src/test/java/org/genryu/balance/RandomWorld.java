package org.genryu.balance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Small random worlds: mines at some places, refineries with a by-product, lanes, stores, fixed and elastic demand.
/// Always feasible, since every fixed demand has a shortage cost. Two worlds of one seed differ only in what a test
/// changes.
public final class RandomWorld {
    final List<String> places = new ArrayList<>();
    final List<String> processes = new ArrayList<>();
    final List<String> routes = new ArrayList<>();
    final List<String> demands = new ArrayList<>();
    public final List<String> stores = new ArrayList<>();
    final List<String> returns = new ArrayList<>();
    private static final List<String> RECIPES = List.of(
            "dig,ore,1",
            "refine,ore,-1.8",
            "refine,metal,1",
            "refine,byproduct,0.12",
            "remelt,scrap,-1",
            "remelt,metal,0.8");

    private final boolean elastic;
    private final List<String> commodities = new ArrayList<>(List.of("ore", "metal", "byproduct", "scrap"));
    private double money = 1;
    /// How many of its unit make a tonne, by commodity.
    private final Map<String, Double> sizes = new HashMap<>();
    /// What an activity of 1 is counted as.
    private double size = 1;
    private String periods = "{first: 2025, last: 2027, step: year}";
    private String rate = "0.04";
    private String observed = "";

    public RandomWorld(int seed, boolean elastic) {
        this.elastic = elastic;
        Random random = new Random(seed);
        int count = 3 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            places.add("p%d,country".formatted(i));
            if (i == 0 || random.nextBoolean()) {
                processes.add("mine%d,p%d,dig,operating,%s,%s,o%d"
                        .formatted(i, i, number(5 + 20 * random.nextDouble()), number(1 + 5 * random.nextDouble()), i));
            }
            if (i == 1 || random.nextBoolean()) {
                processes.add("refinery%d,p%d,refine,operating,%s,%s,o%d"
                        .formatted(i, i, number(2 + 8 * random.nextDouble()), number(1 + 3 * random.nextDouble()), i));
            }
            demand(random, i, "metal", 4, 60);
            demand(random, i, "byproduct", 0.4, 30);
            if (random.nextInt(3) == 0) {
                stores.add("store%d,p%d,metal,commercial,%s,%s,0.3,0.01"
                        .formatted(i, i, number(3 + 5 * random.nextDouble()), number(2 * random.nextDouble())));
            }
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                if (i != j && random.nextInt(3) > 0) {
                    lane(random, i, j, "ore");
                    lane(random, i, j, "metal");
                    lane(random, i, j, "byproduct");
                }
            }
        }
    }

    private void demand(Random random, int place, String commodity, double size, double worth) {
        double amount = size * (0.3 + random.nextDouble());
        double cost = worth * (0.7 + random.nextDouble());
        boolean reacts = elastic && random.nextBoolean();
        demands.add("use-%s-%d,p%d,use,%s,%s,%s,%s,%s"
                .formatted(
                        commodity,
                        place,
                        place,
                        commodity,
                        number(amount),
                        reacts ? "" : number(cost),
                        reacts ? number(cost / 3) : "",
                        reacts ? "-0.6" : ""));
    }

    private void lane(Random random, int from, int to, String commodity) {
        routes.add("r-%s-%d-%d,p%d,p%d,%s,%s,%s,%s"
                .formatted(
                        commodity,
                        from,
                        to,
                        from,
                        to,
                        commodity,
                        number(0.2 + 2 * random.nextDouble()),
                        number(1 + 9 * random.nextDouble()),
                        number(0.02 * random.nextDouble())));
    }

    RandomWorld money(double factor) {
        money = factor;
        return this;
    }

    /// The same with everything, the activity of plants too, in a unit of which `factor` make a tonne.
    RandomWorld unit(double factor) {
        commodities.forEach(commodity -> unit(commodity, factor));
        size = factor;
        return this;
    }

    /// The same with one commodity in a unit of which `factor` make a tonne.
    RandomWorld unit(String commodity, double factor) {
        sizes.put(commodity, factor);
        return this;
    }

    double size(String commodity) {
        return sizes.getOrDefault(commodity, 1.0);
    }

    RandomWorld withoutStores() {
        stores.clear();
        return this;
    }

    RandomWorld idleCommodity() {
        commodities.add("idle");
        processes.add("idler,p0,idle,operating,7,3,o0" + (observed.isEmpty() ? "" : ","));
        return this;
    }

    /// Each row of a route in two halves.
    RandomWorld halvedRoutes() {
        List<String> halves = new ArrayList<>();
        for (String row : routes) {
            String[] cells = row.split(",", -1);
            for (int cell : observed.isEmpty() ? new int[] {5} : new int[] {5, 7}) {
                cells[cell] = number(Double.parseDouble(cells[cell]) / 2);
            }
            String half = String.join(",", cells);
            halves.add(half);
            halves.add("other-" + half);
        }
        routes.clear();
        routes.addAll(halves);
        return this;
    }

    public RandomWorld periods(String yaml, String discountRate) {
        periods = yaml;
        rate = discountRate;
        return this;
    }

    RandomWorld shuffled(int seed) {
        Random random = new Random(seed);
        for (List<String> rows : List.of(places, processes, routes, demands, stores, commodities)) {
            Collections.shuffle(rows, random);
        }
        return this;
    }

    /// Takes the amounts of a balance as observed.
    public RandomWorld observe(Given world, Balance balance) {
        processes.replaceAll(row -> row + "," + number(world.activity(balance, row.split(",")[0], 0)));
        routes.replaceAll(row -> row + "," + number(world.flow(balance, row.split(",")[0], 0)));
        observed = ",observed";
        return this;
    }

    public Given given() {
        String text = """
                ## case
                periods: %s
                discount_rate: %s
                ## places
                place,kind
                %s
                ## commodities
                commodity,unit
                %s
                ## recipes
                recipe,commodity,amount
                %s
                %s
                ## processes
                process,place,recipe,status,capacity,cost,owner%s
                %s
                ## routes
                route,from,to,commodity,cost,capacity,loss%s
                %s
                ## demands
                demand,place,use,commodity,amount,shortage_cost,price,elasticity
                %s
                ## stores
                store,place,commodity,kind,capacity,level,cost,loss
                %s
                ## returns
                use,place,from,to,lifetime_mean,lifetime_sd,shape,collection
                %s
                """.formatted(
                        periods,
                        rate,
                        rows(places),
                        rows(commodities.stream().map(c -> c + "," + unit(c)).toList()),
                        rows(RECIPES.stream().map(this::recipe).toList()),
                        commodities.contains("idle") ? "idle,idle,1" : "",
                        observed,
                        scaled(processes, -1, new int[] {5}, 4, 7),
                        observed,
                        scaled(routes, 3, new int[] {4}, 5, 7),
                        scaled(demands, 3, new int[] {5, 6}, 4),
                        scaled(stores, 2, new int[] {6}, 4, 5),
                        rows(returns));
        return Given.of(text);
    }

    private static String rows(List<String> rows) {
        return String.join("\n", rows);
    }

    private String unit(String commodity) {
        return size(commodity) == 1 ? "t" : size(commodity) == 1000 ? "kg" : size(commodity) == 1e-3 ? "kt" : "piece";
    }

    private String recipe(String line) {
        String[] cells = line.split(",");
        multiply(cells, 2, size(cells[1]) / size);
        return String.join(",", cells);
    }

    /// The rows with money by the unit and amounts in the world's money and units.
    /// @param commodity its column; -1 for the activity of plants
    private String scaled(List<String> rows, int commodity, int[] costs, int... amounts) {
        return rows(rows.stream()
                .map(row -> {
                    String[] cells = row.split(",", -1);
                    double times = commodity < 0 ? size : size(cells[commodity]);
                    for (int cost : costs) {
                        multiply(cells, cost, money / times);
                    }
                    for (int amount : amounts) {
                        multiply(cells, amount, times);
                    }
                    return String.join(",", cells);
                })
                .toList());
    }

    private static void multiply(String[] cells, int cell, double factor) {
        if (cell < cells.length && !cells[cell].isEmpty()) {
            cells[cell] = number(Double.parseDouble(cells[cell]) * factor);
        }
    }

    public static String number(double value) {
        return String.format(Locale.ROOT, "%.9g", value);
    }
}
