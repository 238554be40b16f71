package org.genryu.balance.origin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Feed;

/// Which whole ways did the mass take: mined in Myanmar, separated in China, made into magnets in Viet Nam?
///
/// The joint distribution over the stages: the walk back ends at the first plant that makes something of a stage before
/// the one it comes from, and begins again at what that plant took in. Plants that made it of scrap are passed
/// through, so
/// that a loop is followed and never counted as a stage of its own; old scrap, and scrap made of nothing, end a way.
/// Ways through the same countries are added up. What is drawn from a store, or was sent in an
/// earlier period, ends its way there as `stock`.
/// Cost: one solve a stage, with a column for each plant.
final class Chains {
    private final SupplyCase supply;
    private final Sources sources;
    private final Network network;
    private final Network.Inflows in;
    private final Mixing mixing;
    private final double least;
    private final Map<List<Step>, Double> found = new LinkedHashMap<>();
    private final List<Made> makes = new ArrayList<>();
    private final Map<Made, Integer> columnOf = new LinkedHashMap<>();

    /// A plant and a stage that it makes, as the place of the stage going back.
    private record Made(int process, int level) {}

    /// @param source column of [Sources]
    private record Step(String stage, int source) {}

    private Chains(Balance balance, Substance substance, Sources sources, int t, double least) {
        this.supply = balance.of();
        this.sources = sources;
        this.network = new Network(balance, substance);
        this.in = network.inflows(t);
        this.mixing = new Mixing(in.first(), in.from());
        this.least = least;
    }

    /// @param stages from the stage of the commodity down to the first of the chain
    static List<Way> of(Balance balance, Substance substance, Sources sources, Asked asked) {
        Chains chains = new Chains(balance, substance, sources, asked.period(), asked.least());
        int node = chains.network.node(asked.place(), asked.commodity());
        if (node < 0 || !(chains.in.total()[node] > 0)) {
            return List.of();
        }
        List<String> stages = new ArrayList<>(Stages.of(chains.supply, substance));
        int own = stages.indexOf(chains.supply.world().commodities().stage()[asked.commodity()]);
        List<String> back = new ArrayList<>(stages.subList(0, own + 1));
        Collections.reverse(back);
        chains.number(back);
        List<Mixing.Mixtures> solved = new ArrayList<>();
        for (int level = 0; level <= back.size(); level++) {
            solved.add(chains.solve(back, level));
        }
        chains.follow(back, solved, 0, Map.of(node, 1.0), List.of());
        return chains.ways();
    }

    /// @param least part of the mass below which a way is not followed further [fraction]
    record Asked(int place, int commodity, int period, double least) {}

    /// Gives every (plant, stage that it makes) a column.
    private void number(List<String> back) {
        SupplyCase.Processes processes = supply.industry().processes();
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                int level = back.indexOf(supply.world().commodities().stage()[recipes.commodity()[line]]);
                if (recipes.amount()[line] > 0 && level >= 0) {
                    Made made = new Made(p, level);
                    if (columnOf.putIfAbsent(made, makes.size()) == null) {
                        makes.add(made);
                    }
                }
            }
        }
    }

    /// Where walks end that look for stages from `level` on: columns of plants, then the sources of [Sources].
    private Mixing.Mixtures solve(List<String> back, int level) {
        int plants = makes.size();
        return mixing.solve(in.part(), plants + sources.size(), plants + sources.unknown(), (node, e, row, offset) -> {
            int stage = network.levelOf(node, back);
            int plant = stage < level ? -1 : columnOf.getOrDefault(new Made(in.thing()[e], stage), -1);
            int column = switch (in.kind()[e]) {
                case MINED -> {
                    if (network.feed(in, e) != Feed.PRIMARY) {
                        yield plants + sources.of(network.feed(in, e));
                    }
                    yield plant >= 0 ? plant : plants + countryOf(in.thing()[e]);
                }
                case MADE -> network.feed(in, e) == Feed.PRIMARY ? plant : -1;
                case RETURNED -> plants + sources.recycled();
                case EARLIER, UNDER_WAY, DRAWN -> plants + sources.stock();
                case USED, ARRIVED -> in.from()[e] < 0 ? plants + sources.unknown() : -1;
            };
            if (column >= 0) {
                row[offset + column] += in.part()[e];
            }
            return column < 0;
        });
    }

    private int countryOf(int process) {
        return sources.countries().ofPlace()[supply.industry().processes().place()[process]];
    }

    /// Goes further back from nodes with their parts of the mass, looking for stages from `level` on.
    private void follow(
            List<String> back, List<Mixing.Mixtures> solved, int level, Map<Integer, Double> nodes, List<Step> way) {
        double[] ends = new double[makes.size() + sources.size()];
        nodes.forEach((node, part) -> solved.get(level).add(part, node, ends, 0));
        for (int k = makes.size(); k < ends.length; k++) {
            end(way, k - makes.size(), ends[k]);
        }
        Map<Integer, Map<Integer, Double>> byStep = new TreeMap<>();
        for (int m = 0; m < makes.size(); m++) {
            if (ends[m] > 0) {
                int step = makes.get(m).level() * sources.size()
                        + countryOf(makes.get(m).process());
                byStep.computeIfAbsent(step, _ -> new LinkedHashMap<>())
                        .put(makes.get(m).process(), ends[m]);
            }
        }
        byStep.forEach((step, made) -> {
            List<Step> next = new ArrayList<>(way);
            int stage = step / sources.size();
            int country = step % sources.size();
            next.add(new Step(back.get(stage), country));
            deeper(back, solved, stage + 1, made, next);
        });
    }

    /// Plants that take nothing in are mines: their way ends. The others are followed if they are worth it.
    private void deeper(
            List<String> back, List<Mixing.Mixtures> solved, int level, Map<Integer, Double> plants, List<Step> way) {
        Map<Integer, Double> nodes = new LinkedHashMap<>();
        double mined = 0;
        for (Map.Entry<Integer, Double> plant : plants.entrySet()) {
            int node = network.nodeOfPlant(plant.getKey(), Feed.PRIMARY);
            if (node >= 0) {
                nodes.put(node, plant.getValue());
            } else {
                mined += plant.getValue();
            }
        }
        end(way, way.getLast().source(), mined);
        double part = nodes.values().stream().mapToDouble(x -> x).sum();
        if (part >= least && part > 0) {
            follow(back, solved, level, nodes, way);
        } else {
            end(way, sources.unknown(), part);
        }
    }

    private void end(List<Step> way, int source, double part) {
        if (part > 0) {
            List<Step> whole = new ArrayList<>(way);
            whole.add(new Step(Trace.MINE, source));
            found.merge(List.copyOf(whole), part, Double::sum);
        }
    }

    private List<Way> ways() {
        return found.entrySet().stream()
                .map(entry -> new Way(
                        entry.getKey().reversed().stream()
                                .map(step -> new Way.Link(step.stage(), step.source()))
                                .toList(),
                        entry.getValue()))
                .sorted(Comparator.comparingDouble(way -> -way.share()))
                .toList();
    }
}
