package org.genryu.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;

/// Gathers links between (column, country) and joins the small countries at the end.
final class ChainBuilder {
    private record Key(int column, int country) {}

    private record Pair(Key from, Key to) {}

    private record Stubs(Key node, Chain.Stub.Kind kind, boolean entering) {}

    private final Balance balance;
    private final SupplyCase supply;
    private final Countries countries;
    private final Origins origins;
    private final double[] weight;
    private final int t;
    private final List<String> stages;
    private final Map<Pair, Double> links = new LinkedHashMap<>();
    private final Map<Stubs, Double> stubs = new LinkedHashMap<>();

    ChainBuilder(Balance balance, Origins origins, Chain.Strand strand, int t) {
        this.balance = balance;
        this.supply = balance.of();
        this.countries = Countries.of(supply);
        this.origins = origins;
        this.weight = strand.weight();
        this.t = t;
        LinkedHashSet<String> named = new LinkedHashSet<>();
        for (int c = 0; c < weight.length; c++) {
            if (weight[c] > 0 && !isScrap(c)) {
                named.add(supply.world().commodities().stage()[c]);
            }
        }
        this.stages = inOrder(new ArrayList<>(named));
    }

    /// Stages so that what a recipe uses stands before what it makes; where the recipes do not say, or go
    /// in a circle, as the case
    /// names them.
    private List<String> inOrder(List<String> named) {
        double[][] into = new double[named.size()][named.size()];
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int recipe = 0; recipe < recipes.size(); recipe++) {
            int out = outputStage(recipe, named);
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1] && out >= 0; line++) {
                int c = recipes.commodity()[line];
                int in = named.indexOf(supply.world().commodities().stage()[c]);
                if (recipes.amount()[line] < 0 && weight[c] > 0 && !isScrap(c) && in >= 0) {
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

    Chain build(List<Integer> order, int most, List<String> always) {
        gather();
        return joined(order, most, always);
    }

    /// What passes through each country at all stages together.
    Map<Integer, Double> sizes() {
        gather();
        Map<Integer, Double> size = new TreeMap<>();
        links.forEach((pair, amount) -> {
            size.merge(pair.from().country(), amount, Double::sum);
            size.merge(pair.to().country(), amount, Double::sum);
        });
        stubs.forEach((stub, amount) -> size.merge(stub.node().country(), amount, Double::sum));
        return size;
    }

    private void gather() {
        processes();
        demands();
        returns();
    }

    private void processes() {
        SupplyCase.Processes processes = supply.industry().processes();
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int p = 0; p < processes.size(); p++) {
            double activity = balance.quantities().activity()[p][t];
            int recipe = processes.recipe()[p];
            int column = outputColumn(recipe);
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
                stubs.merge(new Stubs(node, Chain.Stub.Kind.RECYCLED, false), amount, Double::sum);
            }
        }
    }

    /// A node uses an amount of a commodity: it comes from where the place's share of it was made.
    private void uses(int commodity, int place, double quantity, Key node) {
        double amount = quantity * weight[commodity];
        if (amount <= 0) {
            return;
        }
        int from = stages.indexOf(supply.world().commodities().stage()[commodity]);
        if (isScrap(commodity) || from >= node.column()) {
            stubs.merge(new Stubs(node, Chain.Stub.Kind.RECYCLED, true), amount, Double::sum);
            return;
        }
        double[] shares = origins.shares(commodity, t)[place];
        for (int k = 0; k < shares.length; k++) {
            if (shares[k] > 0 && k == origins.stock()) {
                stubs.merge(new Stubs(node, Chain.Stub.Kind.STOCK, true), amount * shares[k], Double::sum);
            } else if (shares[k] > 0) {
                links.merge(new Pair(new Key(from, k), node), amount * shares[k], Double::sum);
            }
        }
    }

    /// Stage of the output that holds most; final use if no output holds any.
    private int outputColumn(int recipe) {
        int stage = outputStage(recipe, stages);
        return stage < 0 ? stages.size() : stage;
    }

    /// Index of that stage in `named`, or -1.
    private int outputStage(int recipe, List<String> named) {
        SupplyCase.Recipes recipes = supply.industry().recipes();
        int best = -1;
        double most = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            double held = recipes.amount()[line] * weight[recipes.commodity()[line]];
            if (held > most && !isScrap(recipes.commodity()[line])) {
                most = held;
                best = recipes.commodity()[line];
            }
        }
        return best < 0 ? -1 : named.indexOf(supply.world().commodities().stage()[best]);
    }

    private boolean isScrap(int commodity) {
        return Arrays.stream(supply.use().returns().to()).anyMatch(c -> c == commodity);
    }

    private Chain joined(List<Integer> ranked, int most, List<String> always) {
        List<Integer> shown = ranked.stream()
                .filter(k -> ranked.indexOf(k) < most
                        || always.contains(countries.codes().get(k))
                        || ranked.size() == most + 1)
                .toList();
        Map<Key, Chain.Node> nodes = new HashMap<>();
        Map<Key, LinkedHashSet<Integer>> members = new HashMap<>();
        LinkedHashSet<Key> keys = new LinkedHashSet<>();
        links.keySet().forEach(pair -> keys.addAll(List.of(pair.from(), pair.to())));
        stubs.keySet().forEach(stub -> keys.add(stub.node()));
        keys.forEach(key -> members.computeIfAbsent(shown(key, shown), _ -> new LinkedHashSet<>())
                .add(key.country()));
        members.forEach((key, who) -> nodes.put(key, new Chain.Node(key.column(), key.country(), who.size())));
        List<Chain.Node> ordered = nodes.values().stream()
                .sorted(Comparator.comparingInt(Chain.Node::column)
                        .thenComparingInt(
                                node -> node.country() == Chain.OTHERS ? Chain.OTHERS : shown.indexOf(node.country())))
                .toList();
        return new Chain(stages, ordered, joinedLinks(shown, nodes, ordered), joinedStubs(shown, nodes, ordered));
    }

    private List<Chain.Link> joinedLinks(List<Integer> shown, Map<Key, Chain.Node> nodes, List<Chain.Node> ordered) {
        Map<List<Integer>, Double> sums = new LinkedHashMap<>();
        links.forEach((pair, amount) -> sums.merge(
                List.of(
                        ordered.indexOf(nodes.get(shown(pair.from(), shown))),
                        ordered.indexOf(nodes.get(shown(pair.to(), shown)))),
                amount,
                Double::sum));
        return sums.entrySet().stream()
                .map(sum -> new Chain.Link(sum.getKey().getFirst(), sum.getKey().getLast(), sum.getValue()))
                .sorted(Comparator.comparingInt(Chain.Link::from).thenComparingInt(Chain.Link::to))
                .toList();
    }

    private List<Chain.Stub> joinedStubs(List<Integer> shown, Map<Key, Chain.Node> nodes, List<Chain.Node> ordered) {
        Map<Stubs, Double> sums = new LinkedHashMap<>();
        stubs.forEach((stub, amount) ->
                sums.merge(new Stubs(shown(stub.node(), shown), stub.kind(), stub.entering()), amount, Double::sum));
        return sums.entrySet().stream()
                .map(sum -> new Chain.Stub(
                        ordered.indexOf(nodes.get(sum.getKey().node())),
                        sum.getKey().kind(),
                        sum.getKey().entering(),
                        sum.getValue()))
                .sorted(Comparator.comparingInt(Chain.Stub::node).thenComparing(Chain.Stub::kind))
                .toList();
    }

    private static Key shown(Key key, List<Integer> shown) {
        return shown.contains(key.country()) ? key : new Key(key.column(), Chain.OTHERS);
    }
}
