package org.genryu.plan.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.balance.origin.PlaceCountries;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Finding.Place;
import org.genryu.core.SideBySide;
import org.genryu.core.time.Periods;
import org.genryu.plan.Found;

/// Does the engine give what the plan promises? Every scenario is resolved and balanced anew, once with the options of
/// the plan and the ceilings on imports that it comes to, once without: nothing of the plan's own programs is used.
///
/// What may differ: a tariff, which the engine charges on the prices of the answer and the plan on those of the calm
/// world, and ceilings lane by lane instead of on their sum.
final class PromiseRun {
    private static final Place PLAN = Place.of("options.csv");
    /// A ceiling is at work where the sum comes so near to it [fraction].
    private static final double TIGHT = 1e-5;

    private final WorldAssembly.Assembled all;
    private final PlanQuestion question;

    PromiseRun(WorldAssembly.Assembled all, PlanQuestion question) {
        this.all = all;
        this.question = question;
    }

    /// @param before cost of the scenarios without a plan, as the plan sees it [currency]
    /// @param gain of the plan [currency]
    /// @return empty if a world has no proved answer
    Optional<Plan.Promise> of(Found found, double[] before, double gain) {
        // What has no chance stands behind what has one.
        int count = (int) all.inputs().scenarios().stream()
                .filter(one -> one.chance() > 0 || one.id().equals(PlanScenario.CALM))
                .count();
        List<Optional<Balance>> without = SideBySide.of(count, s -> balance(s, List.of(), List.of()));
        List<Integer> taken = IntStream.range(0, all.inputs().options().size())
                .filter(k -> found.y()[k] > .5)
                .boxed()
                .toList();
        List<Optional<Balance>> with = SideBySide.of(count, s -> balance(s, taken, ceilings(s, found.y())));
        if (without.stream().anyMatch(Optional::isEmpty) || with.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Balance calm = without.getFirst().orElseThrow();
        Map<String, Double> cost = new LinkedHashMap<>();
        Map<String, List<Scenario.Action>> rules = new LinkedHashMap<>();
        Map<String, Plan.Lack> lacks = new LinkedHashMap<>();
        double miss = 0;
        for (int s = 0; s < count; s++) {
            String id = all.inputs().scenarios().get(s).id();
            double now = with.get(s).orElseThrow().objective() - calm.objective();
            double saved = without.get(s).orElseThrow().objective()
                    - with.get(s).orElseThrow().objective();
            cost.put(id, now);
            rules.put(id, ceilings(s, found.y()));
            miss = Math.max(miss, Math.abs(saved - (before[s] - found.scenario()[s])) / gain);
            lacks.put(
                    id,
                    new Plan.Lack(
                            lack(without.get(s).orElseThrow(), calm),
                            lack(with.get(s).orElseThrow(), calm)));
        }
        return Optional.of(new Plan.Promise(cost, miss, shares(with.getFirst().orElseThrow(), calm), lacks, rules));
    }

    private Optional<Balance> balance(int s, List<Integer> taken, List<Scenario.Action> rules) {
        return all.versions()
                .resolve(all.inputs().scenarios().get(s).actions(), taken, rules)
                .clean()
                .map(supply -> Balancer.balance(
                        supply, all.fitted(), question.options().with(BalanceOptions.Intervals.NONE)))
                .flatMap(result -> switch (result) {
                    case BalanceResult.Balanced(Balance balance, var _) -> Optional.of(balance);
                    case BalanceResult.StoppedEarly stopped -> stopped.best();
                    case BalanceResult.Infeasible _, BalanceResult.Unbounded _ -> Optional.empty();
                });
    }

    /// What the rules come to under a scenario: no lane from a rival carries more than the plan sends.
    private List<Scenario.Action> ceilings(int s, double[] y) {
        List<Scenario.Action> actions = new ArrayList<>();
        Periods periods = all.calm().periods();
        double[] x = all.amounts(s, y);
        for (int r = 0; r < all.rules().size(); r++) {
            DependenceRule rule = all.rules().get(r);
            double share =
                    question.dependence().orElse(1) + y[all.inputs().options().size() + r];
            for (int t = rule.first(); t < periods.count(); t++) {
                Map<String, Double> sent = new LinkedHashMap<>();
                double sum = 0;
                for (DependenceRule.Lane lane : rule.lanes()) {
                    double amount = Arrays.stream(all.programs().sent(lane.lane(), t))
                            .mapToDouble(j -> x[j])
                            .sum();
                    sum += rule.use()[t] > 0 ? lane.weight()[t] * amount / rule.use()[t] : 0;
                    SupplyCase.Routes routes = all.calm().routes();
                    sent.merge(routes.ids().id(routes.route()[lane.lane()]), Math.max(0, amount), Double::sum);
                }
                if (sum < share - TIGHT) {
                    continue;
                }
                int from = periods.month(t);
                int until = t + 1 < periods.count() ? periods.month(t + 1) : Integer.MAX_VALUE;
                double length = periods.length(t);
                sent.forEach((route, amount) -> actions.add(PlanInputs.change(
                        List.of("routes", route, "capacity", "set"), amount / length, from, until, PLAN)));
            }
        }
        return actions;
    }

    /// Largest part of a year's wants of home, by value at calm prices, that is not served [fraction].
    private static double lack(Balance balance, Balance calm) {
        SupplyCase.Demands demands = balance.of().use().demands();
        PlaceCountries countries = PlaceCountries.of(balance.of());
        double worst = 0;
        for (int t = 0; t < balance.of().periods().count(); t++) {
            double wanted = 0;
            double lacking = 0;
            for (int d = 0; d < demands.size(); d++) {
                String country = countries.codes().get(countries.ofPlace()[demands.place()[d]]);
                if (balance.of().info().home().contains(country)) {
                    double price = calm.markets().mean(demands.commodity()[d], t);
                    wanted += price * balance.quantities().wanted()[d][t];
                    lacking += price
                            * Math.max(
                                    0,
                                    calm.quantities().served()[d][t]
                                            - balance.quantities().served()[d][t]);
                }
            }
            worst = Math.max(worst, wanted > 0 ? lacking / wanted : 0);
        }
        return worst;
    }

    /// Share of rivals with the plan, in the first year of the target.
    private Map<String, Double> shares(Balance with, Balance calm) {
        Map<String, Double> shares = new LinkedHashMap<>();
        if (all.rules().isEmpty()) {
            return shares;
        }
        Periods years = with.of().periods();
        int first = IntStream.range(0, years.count())
                .filter(t -> years.month(t) >= question.from())
                .findFirst()
                .orElse(years.count() - 1);
        DependenceRule.Prices prices = (place, commodity, t) -> {
            int market = calm.markets().find(place, commodity);
            return market < 0 ? 0 : Math.max(0, calm.markets().price()[market][t]);
        };
        DependenceRule.Amounts amounts = new DependenceRule.Amounts(
                with.quantities().flow(), with.quantities().activity());
        List<DependenceRule> told = DependenceRule.of(with.of(), all.chains(), amounts, prices, first);
        for (DependenceRule rule : all.rules()) {
            told.stream()
                    .filter(one -> one.id() == rule.id())
                    .findFirst()
                    .ifPresent(one -> shares.put(rule.chain().en(), one.without()[first]));
        }
        return shares;
    }
}
