package org.genryu.balance.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.balance.origin.PlaceCountries;
import org.genryu.balance.origin.Substance;
import org.genryu.casefile.SupplyCase;

/// Gathers links between (column, country) and joins the small countries at the end.
public final class ChainGraph {
    private record Key(int column, int country) {}

    private record Pair(Key from, Key to) {}

    private record Stubs(Key node, StageFlows.Stub.Kind kind, boolean entering) {}

    private final Balance balance;
    private final SupplyCase supply;
    private final PlaceCountries countries;
    private final PlaceOrigins origins;
    private final double[] weight;
    private final int t;
    private final int[] mainOf;
    private final List<String> stages;
    private final int[] columnOf;
    private final Map<Pair, Double> links = new LinkedHashMap<>();
    private final Map<Stubs, Double> stubs = new LinkedHashMap<>();

    public ChainGraph(Balance balance, PlaceOrigins origins, Substance strand, int t) {
        this.balance = balance;
        this.supply = balance.of();
        this.countries = PlaceCountries.of(supply);
        this.origins = origins;
        this.weight = strand.weight();
        this.t = t;
        this.mainOf = mainOutputs();
        boolean[] isMain = new boolean[weight.length];
        Arrays.stream(mainOf).filter(c -> c >= 0).forEach(c -> isMain[c] = true);
        this.stages = inOrder(IntStream.range(0, weight.length)
                .filter(c -> isMain[c])
                .mapToObj(this::stage)
                .distinct()
                .toList());
        this.columnOf = columns(isMain);
        processes();
        demands();
        returns();
    }

    /// The output of each recipe that holds most of the strand; -1 if none holds any.
    private int[] mainOutputs() {
        SupplyCase.Recipes recipes = supply.industry().recipes();
        int[] main = new int[recipes.size()];
        for (int recipe = 0; recipe < main.length; recipe++) {
            main[recipe] = -1;
            double most = 0;
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                double held = recipes.amount()[line] * weight[recipes.commodity()[line]];
                if (held > most && !isReturned(recipes.commodity()[line])) {
                    most = held;
                    main[recipe] = recipes.commodity()[line];
                }
            }
        }
        return main;
    }

    /// Column of each commodity: that of its stage, for a by-product that of the plants that make it, -1 if no
    /// plant does.
    private int[] columns(boolean[] isMain) {
        SupplyCase.Recipes recipes = supply.industry().recipes();
        int[] columns = new int[weight.length];
        Arrays.setAll(columns, c -> isMain[c] ? stages.indexOf(stage(c)) : -1);
        for (int recipe = 0; recipe < recipes.size(); recipe++) {
            for (int line = recipes.first()[recipe];
                    line < recipes.first()[recipe + 1] && mainOf[recipe] >= 0;
                    line++) {
                int c = recipes.commodity()[line];
                if (recipes.amount()[line] > 0 && !isMain[c]) {
                    columns[c] = Math.max(columns[c], stages.indexOf(stage(mainOf[recipe])));
                }
            }
        }
        return columns;
    }

    private String stage(int commodity) {
        return supply.world().commodities().stage()[commodity];
    }

    /// Stages so that what a recipe uses stands before what it makes; where the recipes do not say, or go in a
    /// circle, as the case names them.
    private List<String> inOrder(List<String> named) {
        double[][] into = new double[named.size()][named.size()];
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int recipe = 0; recipe < recipes.size(); recipe++) {
            int out = mainOf[recipe] < 0 ? -1 : named.indexOf(stage(mainOf[recipe]));
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1] && out >= 0; line++) {
                int c = recipes.commodity()[line];
                int in = named.indexOf(stage(c));
                if (recipes.amount()[line] < 0 && weight[c] > 0 && !isReturned(c) && in >= 0) {
                    into[in][out] += 1;
                }
            }
        }
        List<String> ordered = new ArrayList<>();
        while (ordered.size() < named.size()) {
            ordered.add(named.stream()
                    .filter(stage -> !ordered.contains(stage) && isNext(stage, named, ordered, into))
                    .findFirst()
                    .orElseGet(() -> named.stream()
                            .filter(stage -> !ordered.contains(stage))
                            .findFirst()
                            .orElseThrow()));
        }
        return List.copyOf(ordered);
    }

    /// Whether no stage that is still missing feeds this one more often than it is fed by it.
    private static boolean isNext(String stage, List<String> named, List<String> ordered, double[][] into) {
        int to = named.indexOf(stage);
        return IntStream.range(0, named.size())
                .filter(from -> from != to && !ordered.contains(named.get(from)))
                .allMatch(from -> into[from][to] <= into[to][from]);
    }

    /// @param order countries from [Chain#ranking]
    public StageFlows build(List<Integer> order, StageFlows.Detail detail) {
        return joined(order, detail);
    }

    /// What passes through each country at all stages together.
    public Map<Integer, Double> sizes() {
        Map<Integer, Double> size = new TreeMap<>();
        links.forEach((pair, amount) -> {
            size.merge(pair.from().country(), amount, Double::sum);
            size.merge(pair.to().country(), amount, Double::sum);
        });
        stubs.forEach((stub, amount) -> size.merge(stub.node().country(), amount, Double::sum));
        return size;
    }

    private void processes() {
        SupplyCase.Processes processes = supply.industry().processes();
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int p = 0; p < processes.size(); p++) {
            double activity = balance.quantities().activity()[p][t];
            int recipe = processes.recipe()[p];
            int column = mainOf[recipe] < 0 ? stages.size() : stages.indexOf(stage(mainOf[recipe]));
            Key node = new Key(column, countries.ofPlace()[processes.place()[p]]);
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1] && activity > 0; line++) {
                if (recipes.amount()[line] < 0) {
                    uses(recipes.commodity()[line], processes.place()[p], -recipes.amount()[line] * activity, node);
                }
            }
        }
    }

    private void demands() {
        SupplyCase.Demands demands = supply.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            Key node = new Key(stages.size(), countries.ofPlace()[demands.place()[d]]);
            uses(
                    demands.commodity()[d],
                    demands.place()[d],
                    balance.quantities().served()[d][t],
                    node);
        }
    }

    private void returns() {
        SupplyCase.Returns returns = supply.use().returns();
        for (int r = 0; r < returns.size(); r++) {
            double amount = balance.quantities().returned()[r][t] * weight[returns.to()[r]];
            if (amount > 0) {
                Key node = new Key(stages.size(), countries.ofPlace()[returns.place()[r]]);
                stub(node, StageFlows.Stub.Kind.RECYCLED, false, amount);
            }
        }
    }

    /// A node uses an amount of a commodity: it comes from where the place's share of it was made.
    private void uses(int commodity, int place, double quantity, Key node) {
        double amount = quantity * weight[commodity];
        if (amount <= 0) {
            return;
        }
        int from = columnOf[commodity];
        double[] shares = origins.shares(commodity, t)[place];
        for (int k = 0; k < shares.length; k++) {
            double part = amount * shares[k];
            if (part > 0 && k == origins.stock()) {
                stub(node, StageFlows.Stub.Kind.STOCK, true, part);
            } else if (part > 0 && from >= 0 && from < node.column()) {
                links.merge(new Pair(new Key(from, k), node), part, Double::sum);
            } else if (part > 0 && !(from == node.column() && k == node.country())) {
                loop(from, k, node, part);
            }
        }
    }

    /// What goes back to an earlier stage, or from country to country within one: a stub at both ends.
    private void loop(int from, int country, Key node, double amount) {
        StageFlows.Stub.Kind kind = from == node.column() ? StageFlows.Stub.Kind.WITHIN : StageFlows.Stub.Kind.RECYCLED;
        stub(node, kind, true, amount);
        if (from >= 0) {
            stub(new Key(from, country), kind, false, amount);
        }
    }

    private void stub(Key node, StageFlows.Stub.Kind kind, boolean entering, double amount) {
        stubs.merge(new Stubs(node, kind, entering), amount, Double::sum);
    }

    private boolean isReturned(int commodity) {
        return Arrays.stream(supply.use().returns().to()).anyMatch(c -> c == commodity);
    }

    private StageFlows joined(List<Integer> ranked, StageFlows.Detail detail) {
        Map<Key, Key> place = places(ranked, detail);
        Map<Key, Integer> members = new HashMap<>();
        place.values().forEach(key -> members.merge(key, 1, Integer::sum));
        List<Key> keys = place.values().stream()
                .distinct()
                .sorted(Comparator.comparingInt(Key::column)
                        .thenComparingInt(key ->
                                key.country() == StageFlows.OTHERS ? StageFlows.OTHERS : ranked.indexOf(key.country())))
                .toList();
        List<StageFlows.Node> nodes = keys.stream()
                .map(key -> new StageFlows.Node(key.column(), key.country(), members.getOrDefault(key, 1)))
                .toList();
        return new StageFlows(stages, nodes, joinedLinks(place, keys), joinedStubs(place, keys));
    }

    /// Under which node each (column, country) is shown: its own, or "all others" of its column if it is small. A
    /// single other keeps its name.
    private Map<Key, Key> places(List<Integer> ranked, StageFlows.Detail detail) {
        Map<Key, Double> in = new LinkedHashMap<>();
        Map<Key, Double> out = new LinkedHashMap<>();
        links.forEach((pair, amount) -> {
            out.merge(pair.from(), amount, Double::sum);
            in.merge(pair.to(), amount, Double::sum);
        });
        stubs.forEach((stub, amount) -> (stub.entering() ? in : out).merge(stub.node(), amount, Double::sum));
        Map<Key, Double> size = new LinkedHashMap<>(in);
        out.forEach((key, amount) -> size.merge(key, amount, Math::max));
        double[] columns = new double[stages.size() + 1];
        size.forEach((key, amount) -> columns[key.column()] += amount);
        Map<Key, Key> place = new LinkedHashMap<>();
        size.forEach((key, amount) -> {
            boolean named = ranked.indexOf(key.country()) < detail.most()
                    || detail.always().contains(countries.codes().get(key.country()));
            boolean large = amount >= detail.least() * columns[key.column()];
            place.put(key, named && large ? key : new Key(key.column(), StageFlows.OTHERS));
        });
        for (int column = 0; column < columns.length; column++) {
            Key others = new Key(column, StageFlows.OTHERS);
            List<Key> joined = place.keySet().stream()
                    .filter(key -> others.equals(place.get(key)))
                    .toList();
            if (joined.size() == 1) {
                place.put(joined.getFirst(), joined.getFirst());
            }
        }
        return place;
    }

    private List<StageFlows.Link> joinedLinks(Map<Key, Key> place, List<Key> keys) {
        Map<List<Integer>, Double> sums = new LinkedHashMap<>();
        links.forEach((pair, amount) -> sums.merge(
                List.of(keys.indexOf(place.get(pair.from())), keys.indexOf(place.get(pair.to()))),
                amount,
                Double::sum));
        return sums.entrySet().stream()
                .map(sum -> new StageFlows.Link(
                        sum.getKey().getFirst(), sum.getKey().getLast(), sum.getValue()))
                .sorted(Comparator.comparingInt(StageFlows.Link::from).thenComparingInt(StageFlows.Link::to))
                .toList();
    }

    private List<StageFlows.Stub> joinedStubs(Map<Key, Key> place, List<Key> keys) {
        Map<List<Object>, Double> sums = new LinkedHashMap<>();
        Map<List<Object>, Stubs> first = new LinkedHashMap<>();
        stubs.forEach((stub, amount) -> {
            List<Object> same = List.of(keys.indexOf(place.get(stub.node())), stub.kind(), stub.entering());
            sums.merge(same, amount, Double::sum);
            first.putIfAbsent(same, stub);
        });
        return first.entrySet().stream()
                .map(entry -> new StageFlows.Stub(
                        keys.indexOf(place.get(entry.getValue().node())),
                        entry.getValue().kind(),
                        entry.getValue().entering(),
                        sums.getOrDefault(entry.getKey(), 0.0)))
                .sorted(Comparator.comparingInt(StageFlows.Stub::node)
                        .thenComparing(StageFlows.Stub::kind)
                        .thenComparing(StageFlows.Stub::entering))
                .toList();
    }

    /// Countries by what passes through them in the first and the last period together, largest first: the order in
    /// every picture of the strand, so that two periods can be compared by eye.
    public static List<Integer> ranking(Balance balance, PlaceOrigins origins, Substance strand) {
        Map<Integer, Double> size = new ChainGraph(balance, origins, strand, 0).sizes();
        int last = balance.of().periods().count() - 1;
        new ChainGraph(balance, origins, strand, last)
                .sizes()
                .forEach((country, amount) -> size.merge(country, amount, Double::sum));
        List<Integer> ranked = new ArrayList<>(size.keySet());
        ranked.sort(Comparator.comparingDouble(country -> -size.getOrDefault(country, 0.0)));
        return ranked;
    }
}
