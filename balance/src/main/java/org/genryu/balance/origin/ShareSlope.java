package org.genryu.balance.origin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.genryu.balance.Balance;
import org.genryu.balance.FlowRanges.Term;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Feed;

/// Which flows, in which periods, make a share larger?
///
///     ∂s/∂a_e = r_i · (y_e - x_i)          r_i = v_i / P_i          v = e_target + Wᵀ v
///
/// s – the share; a_e – amount of the inflow e of node i; y_e – the share that it brings; x_i – the share in the node;
/// P_i – what comes into it; v – visits of the walk back, through stores and voyages into earlier periods.
///
/// Nothing comes into a node that is idle. There x_i is taken as 0, and r_i as what a unit that it sent on would count
/// where it would go to: along a whole way the terms add up to r_i (y_e - x_i) of the node where the way ends.
/// Not seen: a store filled in a period in which nothing goes into it.
final class ShareSlope {
    private static final int MOST_SWEEPS = 500;

    private final SupplyCase supply;
    private final Substance substance;
    private final InflowNetwork network;
    private final CarriedStocks past;
    private final TraceSolver walks;
    private final int column;
    private final int last;
    /// By period and node: what a unit more of an inflow counts, times what it brings more than the node has.
    private final double[][] rate;
    /// By period and node: visits that begin there.
    private final double[][] start;
    /// By node: lanes that end there; lines of recipes, and the plants, that give it out.
    private final List<List<Integer>> lanes;
    private final List<List<int[]>> makers;
    private final Map<Term, Double> sum = new HashMap<>();

    /// @param column of the answer to the question
    /// @param last period, the one that is asked about
    ShareSlope(
            Balance balance, Substance substance, ShareSources sources, TraceQuestion question, int column, int last) {
        this.supply = balance.of();
        this.substance = substance;
        this.network = new InflowNetwork(balance, substance);
        this.past = new CarriedStocks(supply, network, last);
        this.walks = new TraceSolver(supply, network, sources, List.of(question));
        this.column = column;
        this.last = last;
        this.rate = new double[last + 1][network.size()];
        this.start = new double[last + 1][network.size()];
        this.lanes = Stream.<List<Integer>>generate(ArrayList::new)
                .limit(network.size())
                .toList();
        this.makers = Stream.<List<int[]>>generate(ArrayList::new)
                .limit(network.size())
                .toList();
        for (int t = 0; t <= last; t++) {
            walks.period(t);
        }
        index();
    }

    private void index() {
        SupplyCase.Routes routes = supply.routes();
        for (int l = 0; l < routes.size(); l++) {
            int to = network.node(routes.to()[l], routes.commodity()[l]);
            if (to >= 0) {
                lanes.get(to).add(l);
            }
        }
        SupplyCase.Processes processes = supply.industry().processes();
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                int c = recipes.commodity()[line];
                int to = network.node(processes.place()[p], c);
                if (to >= 0 && recipes.amount()[line] > 0 && network.brings(recipe, c)) {
                    makers.get(to).add(new int[] {p, line});
                }
            }
        }
    }

    /// The direction in which the share at the node rises; empty where nothing moves it.
    List<Term> at(int target) {
        if (!(past.inflows(last).total()[target] > 0)) {
            return List.of();
        }
        start[last][target] = 1;
        for (int t = last; t >= 0; t--) {
            visit(t);
            Deque<Integer> waiting = new ArrayDeque<>();
            for (int i = 0; i < network.size(); i++) {
                if (rate[t][i] > 0) {
                    waiting.add(i);
                }
            }
            while (!waiting.isEmpty()) {
                int node = waiting.poll();
                byLanes(t, node, waiting);
                byPlants(t, node, waiting);
            }
        }
        List<Term> terms = new ArrayList<>();
        sum.forEach((term, times) -> {
            if (times != 0) {
                terms.add(new Term(term.lane(), term.thing(), term.period(), times));
            }
        });
        terms.sort(
                Comparator.comparing(Term::lane).thenComparingInt(Term::period).thenComparingInt(Term::thing));
        return terms;
    }

    private boolean isIdle(int t, int node) {
        return !(past.inflows(t).total()[node] > 0);
    }

    private double share(int t, int node) {
        return isIdle(t, node) || walks.answer(0, t).isEmpty()
                ? 0
                : walks.answer(0, t).part(node, column);
    }

    /// How often the walk back passes each node of the period; what goes on into earlier ones begins there.
    private void visit(int t) {
        InflowNetwork.Inflows in = past.inflows(t);
        double[] visits = new double[network.size()];
        double[] at = start[t];
        double still = 1;
        for (int sweep = 0; sweep < MOST_SWEEPS && still > 1e-12; sweep++) {
            double[] next = new double[at.length];
            still = 0;
            for (int i = 0; i < at.length; i++) {
                visits[i] += at[i];
                for (int e = in.first()[i]; e < in.first()[i + 1] && at[i] > 0; e++) {
                    double part = at[i] * in.part()[e];
                    if (walks.column(0, in, i, e) >= 0) {
                        continue;
                    }
                    switch (in.kind()[e]) {
                        case MADE, USED, ARRIVED -> {
                            if (in.from()[e] >= 0) {
                                next[in.from()[e]] += part;
                                still += part;
                            }
                        }
                        case EARLIER, DRAWN ->
                            past.back(t, e, (spot, of) -> start[spot.period()][spot.node()] += part * of);
                        case MINED, UNDER_WAY, RETURNED -> {}
                    }
                }
            }
            at = next;
        }
        for (int i = 0; i < visits.length; i++) {
            if (!isIdle(t, i)) {
                rate[t][i] = visits[i] / in.total()[i];
            }
        }
    }

    /// An idle node counts what a unit of it would count where it is sent to, once it is reached.
    private void reach(int t, int node, double counts, Deque<Integer> waiting) {
        if (isIdle(t, node) && rate[t][node] == 0 && counts > 0) {
            rate[t][node] = counts;
            waiting.add(node);
        }
    }

    private void byLanes(int t, int node, Deque<Integer> waiting) {
        SupplyCase.Routes routes = supply.routes();
        for (int l : lanes.get(node)) {
            int from = network.node(routes.from()[l], routes.commodity()[l]);
            for (int sent = 0; sent <= t; sent++) {
                if (sent + network.lag(l, sent) != t) {
                    continue;
                }
                double counts = rate[t][node] * network.kept(l, sent);
                int ends = walks.column(0, InflowNetwork.Kind.ARRIVED, Feed.UNSAID, l, node);
                double brings = ends >= 0 ? (ends == column ? 1 : 0) : share(sent, from);
                add(new Term(true, l, sent, 0), counts * (brings - share(t, node)));
                if (ends < 0 && sent == t) {
                    reach(t, from, counts, waiting);
                } else if (ends < 0 && isIdle(sent, from)) {
                    rate[sent][from] = Math.max(rate[sent][from], counts);
                }
            }
        }
    }

    private void byPlants(int t, int node, Deque<Integer> waiting) {
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int[] maker : makers.get(node)) {
            int p = maker[0];
            int recipe = supply.industry().processes().recipe()[p];
            double counts = rate[t][node] * recipes.amount()[maker[1]];
            double brings = 0;
            if (network.takesIn(p)) {
                double[] fed = network.fed(recipe);
                for (Feed feed : Feed.values()) {
                    int ends = walks.column(0, InflowNetwork.Kind.MADE, feed, p, node);
                    if (fed[feed.ordinal()] > 0 && ends >= 0) {
                        brings += ends == column ? fed[feed.ordinal()] : 0;
                    } else if (fed[feed.ordinal()] > 0) {
                        brings += inputs(t, p, feed, counts, waiting);
                    }
                }
            } else {
                int ends = walks.column(0, InflowNetwork.Kind.MINED, network.ofSource(recipe), p, node);
                brings = ends == column ? 1 : 0;
            }
            add(new Term(false, p, t, 0), counts * (brings - share(t, node)));
        }
    }

    /// What the inputs of a plant with the feed bring, as part of all that it takes in.
    private double inputs(int t, int process, Feed feed, double counts, Deque<Integer> waiting) {
        SupplyCase.Recipes recipes = supply.industry().recipes();
        int recipe = supply.industry().processes().recipe()[process];
        int place = supply.industry().processes().place()[process];
        double mass = network.mass(recipe);
        double brings = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            int c = recipes.commodity()[line];
            if (network.ofInput(line) == feed) {
                int from = network.node(place, c);
                double weight = substance.weight()[c] / mass;
                brings += -recipes.amount()[line] * weight * share(t, from);
                reach(t, from, counts * weight, waiting);
            }
        }
        return brings;
    }

    private void add(Term term, double times) {
        sum.merge(term, times, Double::sum);
    }
}
