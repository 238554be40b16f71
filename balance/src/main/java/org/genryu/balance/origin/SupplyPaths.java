package org.genryu.balance.origin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Feed;

/// Which whole ways did the mass take: mined in Myanmar, separated in China, made into magnets in Viet Nam?
///
/// The joint distribution over the stages: the walk back ends at the first plant that makes something of a stage
/// before the one it comes from, and begins again at what that plant took in. Plants that made it of scrap are passed
/// through, so that a loop is followed and never counted as a stage of its own; old scrap, and scrap made of nothing,
/// end a way. Ways through the same countries are added up. What is drawn from a store, or was sent in an earlier
/// period, is followed into the period in which it was put in or sent; what lay there at the start is `stock`. Cost:
/// one solve a stage and period that is reached, with a column for each plant.
final class SupplyPaths {
    private final SupplyCase supply;
    private final ShareSources sources;
    private final InflowNetwork network;
    private final CarriedStocks past;
    private final List<String> back;
    private final double least;
    private final Map<Sought, MixingSolver.Mixtures> solved = new HashMap<>();
    private final Map<List<Step>, Double> found = new LinkedHashMap<>();
    private final List<Made> makes = new ArrayList<>();
    private final Map<Made, Integer> columnOf = new LinkedHashMap<>();

    /// A plant and a stage that it makes, as the place of the stage going back.
    private record Made(int process, int level) {}

    /// A plant in a period.
    private record Run(int process, int period) {}

    /// Stages from `level` on, in a period.
    private record Sought(int level, int period) {}

    /// @param source column of [ShareSources]
    private record Step(String stage, int source) {}

    private SupplyPaths(Balance balance, Substance substance, ShareSources sources, Asked asked) {
        this.supply = balance.of();
        this.sources = sources;
        this.network = new InflowNetwork(balance, substance);
        this.past = new CarriedStocks(supply, network, asked.period());
        this.least = asked.least();
        List<String> stages = StageOrder.of(supply, substance);
        int own = stages.indexOf(supply.world().commodities().stage()[asked.commodity()]);
        this.back = stages.subList(0, own + 1).reversed();
        number();
    }

    /// @param asked whose stages are gone through from that of the commodity down to the first of the chain
    static List<SupplyPath> of(Balance balance, Substance substance, ShareSources sources, Asked asked) {
        SupplyPaths chains = new SupplyPaths(balance, substance, sources, asked);
        int node = chains.network.node(asked.place(), asked.commodity());
        if (node < 0 || !(chains.past.inflows(asked.period()).total()[node] > 0)) {
            return List.of();
        }
        chains.follow(0, Map.of(new CarriedStocks.Spot(asked.period(), node), 1.0), List.of());
        return chains.ways();
    }

    /// @param least part of the mass below which a way is not followed further [fraction]
    record Asked(int place, int commodity, int period, double least) {}

    /// Gives every (plant, stage that it makes) a column.
    private void number() {
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

    /// Where walks end that look for stages from a level on: columns of plants, then the sources of [ShareSources],
    /// then the inflows of the period that come out of an earlier one.
    private MixingSolver.Mixtures solve(Sought sought) {
        InflowNetwork.Inflows in = past.inflows(sought.period());
        int plants = makes.size();
        int ends = plants + sources.size();
        int[] doors = doors(in);
        int[] doorOf = new int[in.kind().length];
        for (int d = 0; d < doors.length; d++) {
            doorOf[doors[d]] = d;
        }
        MixingSolver mixing = new MixingSolver(in.first(), in.from());
        return mixing.solve(in.part(), ends + doors.length, plants + sources.unknown(), (node, e, row, offset) -> {
            int stage = network.levelOf(node, back);
            int plant = stage < sought.level() ? -1 : columnOf.getOrDefault(new Made(in.thing()[e], stage), -1);
            int column = switch (in.kind()[e]) {
                case MINED -> {
                    if (network.feed(in, e) != Feed.PRIMARY) {
                        yield plants + sources.of(network.feed(in, e));
                    }
                    yield plant >= 0 ? plant : plants + countryOf(in.thing()[e]);
                }
                case MADE -> network.feed(in, e) == Feed.PRIMARY ? plant : -1;
                case RETURNED -> plants + sources.recycled();
                case UNDER_WAY -> plants + sources.stock();
                case EARLIER, DRAWN -> ends + doorOf[e];
                case USED, ARRIVED -> in.from()[e] < 0 ? plants + sources.unknown() : -1;
            };
            if (column >= 0) {
                row[offset + column] += in.part()[e];
            }
            return column < 0;
        });
    }

    /// The inflows that come out of an earlier period.
    private static int[] doors(InflowNetwork.Inflows in) {
        return IntStream.range(0, in.kind().length)
                .filter(e -> in.kind()[e] == InflowNetwork.Kind.EARLIER || in.kind()[e] == InflowNetwork.Kind.DRAWN)
                .toArray();
    }

    private int countryOf(int process) {
        return sources.countries().ofPlace()[supply.industry().processes().place()[process]];
    }

    /// Goes further back from spots with their parts of the mass, looking for stages from `level` on.
    private void follow(int level, Map<CarriedStocks.Spot, Double> spots, List<Step> way) {
        Map<Integer, Map<Run, Double>> byStep = new TreeMap<>();
        NavigableMap<Integer, Map<Integer, Double>> waiting = new TreeMap<>();
        spots.forEach((spot, part) -> join(waiting, spot, part));
        while (!waiting.isEmpty()) {
            Map.Entry<Integer, Map<Integer, Double>> latest = waiting.pollLastEntry();
            int t = latest.getKey();
            int[] doors = doors(past.inflows(t));
            double[] ends = new double[makes.size() + sources.size() + doors.length];
            MixingSolver.Mixtures found = solved.computeIfAbsent(new Sought(level, t), this::solve);
            latest.getValue().forEach((node, part) -> found.add(part, node, ends, 0));
            for (int m = 0; m < makes.size(); m++) {
                if (ends[m] > 0) {
                    int process = makes.get(m).process();
                    byStep.computeIfAbsent(
                                    makes.get(m).level() * sources.size() + countryOf(process),
                                    _ -> new LinkedHashMap<>())
                            .merge(new Run(process, t), ends[m], Double::sum);
                }
            }
            for (int k = 0; k < sources.size(); k++) {
                end(way, k, ends[makes.size() + k]);
            }
            for (int d = 0; d < doors.length; d++) {
                double part = ends[makes.size() + sources.size() + d];
                if (part > 0) {
                    double opening = past.back(t, doors[d], (spot, of) -> join(waiting, spot, part * of));
                    end(way, sources.stock(), part * opening);
                }
            }
        }
        byStep.forEach((step, made) -> {
            List<Step> next = new ArrayList<>(way);
            int stage = step / sources.size();
            int country = step % sources.size();
            next.add(new Step(back.get(stage), country));
            deeper(stage + 1, made, next);
        });
    }

    private static void join(
            NavigableMap<Integer, Map<Integer, Double>> waiting, CarriedStocks.Spot spot, double part) {
        waiting.computeIfAbsent(spot.period(), _ -> new LinkedHashMap<>()).merge(spot.node(), part, Double::sum);
    }

    /// Plants that take nothing in are mines: their way ends. The others are followed if they are worth it.
    private void deeper(int level, Map<Run, Double> plants, List<Step> way) {
        Map<CarriedStocks.Spot, Double> spots = new LinkedHashMap<>();
        double mined = 0;
        for (Map.Entry<Run, Double> plant : plants.entrySet()) {
            int node = network.nodeOfPlant(plant.getKey().process(), Feed.PRIMARY);
            if (node >= 0) {
                spots.merge(new CarriedStocks.Spot(plant.getKey().period(), node), plant.getValue(), Double::sum);
            } else {
                mined += plant.getValue();
            }
        }
        end(way, way.getLast().source(), mined);
        double part = spots.values().stream().mapToDouble(x -> x).sum();
        if (part >= least && part > 0) {
            follow(level, spots, way);
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

    private List<SupplyPath> ways() {
        return found.entrySet().stream()
                .map(entry -> new SupplyPath(
                        entry.getKey().reversed().stream()
                                .map(step -> new SupplyPath.Link(step.stage(), step.source()))
                                .toList(),
                        entry.getValue()))
                .sorted(Comparator.comparingDouble(way -> -way.share()))
                .toList();
    }
}
