package org.genryu.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Check;

/// What if some choices can wait until it is seen which scenario has begun? Two stages: a choice that is made knowing
/// s has a copy of its own in s; where nothing is known yet it is one and the same.
///
///     minimise Σ_k cost_k Σ_s p_s y_k(s) + aim of the scenarios, each at its own y(s)
///     y_k(s) = y_k(s') wherever k knows neither s nor s';  every y(s) within the limits
///
/// The copies are choices of a larger problem of the same kind, so that its answer has the same proof. It never
/// costs more than the best that is decided today; the difference is the value of waiting.
///
/// Source: Birge and Louveaux 2011, Introduction to Stochastic Programming, 2.4 (non-anticipativity).
///
/// @param size of the choices that there were
/// @param columns by scenario and choice: the column of its copy
/// @param decisions of all copies
/// @param outlook on the parts of all copies
public record Stages(int size, int[][] columns, Decisions decisions, Outlook outlook, Recourse world) {
    /// @param known by scenario and choice: whether it is made when that scenario has been seen to begin
    public static Stages of(Decisions now, Outlook outlook, Recourse world, boolean[][] known) {
        Check.that(
                known.length == outlook.size(),
                "Stages: %s scenarios of %s say what is known in them.",
                known.length,
                outlook.size());
        int n = now.size();
        int[][] columns = new int[outlook.size()][n];
        List<Integer> origin = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            origin.add(k);
        }
        for (int s = 0; s < columns.length; s++) {
            for (int k = 0; k < n; k++) {
                columns[s][k] = known[s][k] ? origin.size() : k;
                if (known[s][k]) {
                    origin.add(k);
                }
            }
        }
        Map<List<Integer>, Integer> parts = new LinkedHashMap<>();
        int[][] byScenario = new int[outlook.size()][];
        for (int s = 0; s < columns.length; s++) {
            int[] own = columns[s];
            byScenario[s] = Arrays.stream(outlook.parts()[s])
                    .map(part -> {
                        List<Integer> key =
                                new ArrayList<>(Arrays.stream(own).boxed().toList());
                        key.addFirst(part);
                        return parts.computeIfAbsent(key, _ -> parts.size());
                    })
                    .toArray();
        }
        return new Stages(
                n,
                columns,
                decisions(now, outlook, columns, origin),
                new Outlook(outlook.probability(), outlook.level(), byScenario),
                new Copies(world, List.copyOf(parts.keySet()), n, origin.size()));
    }

    private static Decisions decisions(Decisions now, Outlook outlook, int[][] columns, List<Integer> origin) {
        int size = origin.size();
        double[] cost = new double[size];
        double[] lower = new double[size];
        double[] upper = new double[size];
        BitSet whole = new BitSet();
        for (int j = 0; j < size; j++) {
            lower[j] = now.lower()[origin.get(j)];
            upper[j] = now.upper()[origin.get(j)];
            whole.set(j, now.whole().get(origin.get(j)));
        }
        Map<List<Integer>, Integer> views = new LinkedHashMap<>();
        for (int s = 0; s < columns.length; s++) {
            for (int k = 0; k < now.size(); k++) {
                cost[columns[s][k]] += outlook.probability()[s] * now.cost()[k];
            }
            views.putIfAbsent(Arrays.stream(columns[s]).boxed().toList(), s);
        }
        List<Decisions.Limit> limits = new ArrayList<>();
        for (int s : views.values()) {
            for (Decisions.Limit limit : now.limits()) {
                double[] weight = new double[size];
                for (int k = 0; k < now.size(); k++) {
                    weight[columns[s][k]] += limit.weight()[k];
                }
                limits.add(new Decisions.Limit(limit.id(), weight, limit.least(), limit.most()));
            }
        }
        return new Decisions(cost, lower, upper, whole, limits);
    }

    /// What is decided in a scenario.
    public double[] in(int scenario, double[] y) {
        return Arrays.stream(columns[scenario]).mapToDouble(j -> y[j]).toArray();
    }

    /// @param enough how far the answer may be from the best [money]
    /// @param unit as of [CuttingPlanes]
    /// @return empty if no decisions obey the limits
    public Optional<Found> best(Aim aim, double enough, double unit) {
        return new CuttingPlanes(world, outlook, unit).best(decisions, aim, enough);
    }

    /// @param parts of the world with the columns of their choices
    private record Copies(Recourse world, List<List<Integer>> keys, int choices, int size) implements Recourse {
        @Override
        public int parts() {
            return keys.size();
        }

        @Override
        public Answer at(int part, double[] y) {
            List<Integer> key = keys.get(part);
            double[] own = new double[choices];
            Arrays.setAll(own, k -> y[key.get(k + 1)]);
            Answer answer = world.at(key.getFirst(), own);
            double[] slope = new double[size];
            for (int k = 0; k < choices; k++) {
                slope[key.get(k + 1)] += answer.slope()[k];
            }
            return new Answer(answer.cost(), slope);
        }
    }
}
