package org.genryu.results.ground;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.genryu.casefile.SupplyCase;
import org.genryu.plan.world.Plan;
import org.genryu.results.Evidence;
import org.genryu.results.Resting;
import org.genryu.results.RowId;
import org.genryu.stress.account.PriceStress;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.account.UseStress;

/// On which rows of the case does an answer rest, how many of them are assumed, and whom do they cite?
///
/// A scenario rests on the uses, plants, lanes and stocks of the goods that run short or change their price at home;
/// nearer than that nobody can say, since all of them compete. A plan rests on its options and the plants they build.
///
/// @param sources those that the scenario itself cites first, then by the number of rows, which is counted among these
public record Grounds(Resting resting, List<Evidence.Source> sources) {
    /// Prices at home whose goods are told.
    private static final int MOVED = 6;

    public Grounds {
        sources = List.copyOf(sources);
    }

    /// Of the months of a scenario.
    public static Grounds of(StressAccount account, Evidence evidence) {
        SupplyCase of = account.answer().of();
        Set<Integer> goods = new LinkedHashSet<>();
        account.shortAtHome().stream().map(UseStress::commodity).forEach(goods::add);
        account.movedAtHome().stream().map(PriceStress::commodity).limit(MOVED).forEach(goods::add);
        List<String> said = account.answer().scenario().actions().stream()
                .flatMap(action -> action.list("source").stream())
                .distinct()
                .toList();
        return of(evidence, rows(of, goods::contains), said);
    }

    /// Of a plan.
    public static Grounds of(Plan plan, Evidence evidence) {
        Set<RowId> rows = new LinkedHashSet<>();
        plan.options().forEach(one -> {
            rows.add(new RowId("options", one.option().id()));
            one.option().builds().forEach(process -> rows.add(new RowId("processes", process)));
        });
        return of(evidence, rows, List.of());
    }

    private static Grounds of(Evidence evidence, Set<RowId> rows, List<String> said) {
        Map<String, Integer> cites = new HashMap<>();
        rows.forEach(row -> evidence.behind(row.table(), row.id()).forEach(id -> cites.merge(id, 1, Integer::sum)));
        List<Evidence.Source> sources = evidence.sources().stream()
                .filter(source -> said.contains(source.id()) || cites.containsKey(source.id()))
                .filter(source -> !source.id().equals("assumption"))
                .map(source -> new Evidence.Source(
                        source.id(),
                        source.title(),
                        source.publisher(),
                        source.date(),
                        source.url(),
                        source.reliability(),
                        source.credibility(),
                        cites.getOrDefault(source.id(), 0)))
                .sorted(Comparator.comparing((Evidence.Source one) -> !said.contains(one.id()))
                        .thenComparing(
                                Comparator.comparingInt(Evidence.Source::rows).reversed())
                        .thenComparing(Evidence.Source::id))
                .toList();
        return new Grounds(Resting.of(evidence, rows), sources);
    }

    private static Set<RowId> rows(SupplyCase of, IntPredicate meant) {
        Set<RowId> rows = new LinkedHashSet<>();
        SupplyCase.Demands demands = of.use().demands();
        IntStream.range(0, demands.size())
                .filter(d -> meant.test(demands.commodity()[d]))
                .forEach(d -> rows.add(new RowId("demands", demands.ids().id(d))));
        SupplyCase.Recipes recipes = of.industry().recipes();
        SupplyCase.Processes processes = of.industry().processes();
        IntStream.range(0, processes.size())
                .filter(p -> IntStream.range(
                                recipes.first()[processes.recipe()[p]],
                                recipes.first()[processes.recipe()[p] + 1])
                        .anyMatch(line -> meant.test(recipes.commodity()[line])))
                .forEach(p -> rows.add(new RowId("processes", processes.ids().id(p))));
        SupplyCase.Routes routes = of.routes();
        IntStream.range(0, routes.size())
                .filter(lane -> meant.test(routes.commodity()[lane]))
                .forEach(lane -> rows.add(new RowId("routes", routes.ids().id(routes.route()[lane]))));
        return rows;
    }
}
