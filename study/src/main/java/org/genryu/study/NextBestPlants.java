package org.genryu.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.genryu.balance.Balance;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.Scenario.Action;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.schema.ActionShapes;
import org.genryu.core.time.Periods;
import org.genryu.stress.account.StressAccount;

/// What becomes of a partner's plants if they work no better than the next best? As events.
///
///     k(p) = (cost of p + Σ inputs · price - Σ by-products · price) / amount of its main product
///     p costs more by max(0, min over q of k(q) - k(p)) · amount of its main product
///
/// where q are the plants outside of the partner and its rivals that make the same main product, and prices are the
/// mean prices of the calm world: yields and costs in one number. Where nobody else makes it, nobody can stand in: the
/// plant stops. A plant that works worse than the next best stays as it is.
final class NextBestPlants {
    private final Balance calm;
    private final SupplyCase of;
    private final Scenario scenario;
    private final int t;

    NextBestPlants(Balance calm, Scenario scenario) {
        this.calm = calm;
        this.of = calm.of();
        this.scenario = scenario;
        Periods periods = of.periods();
        int start = scenario.start().orElse(periods.month(0));
        int found = 0;
        for (int period = 0; period < periods.count(); period++) {
            found = periods.month(period) <= start ? period : found;
        }
        this.t = found;
    }

    /// A partner's plants at work as the next best.
    ///
    /// @param events that make them so
    /// @param dearer by process id: what a unit of activity costs more [currency]
    record Instead(List<Action> events, Map<String, Double> dearer) {
        static final Instead NOTHING = new Instead(List.of(), Map.of());

        Instead {
            events = List.copyOf(events);
            dearer = Map.copyOf(dearer);
        }

        /// What that costs over the months: the pay-off of a side knows prices and amounts, but no costs
        /// [currency].
        double cost(StressAccount account) {
            SupplyCase.Processes plants = account.answer().of().industry().processes();
            double sum = 0;
            for (int p = 0; p < plants.size(); p++) {
                double more = dearer.getOrDefault(plants.ids().id(p), 0.0);
                sum += more == 0
                        ? 0
                        : more * Arrays.stream(account.path().activity()[p]).sum();
            }
            return sum;
        }
    }

    /// @param partner whether a place is the partner's
    Instead instead(IntPredicate partner) {
        SupplyCase.Processes plants = of.industry().processes();
        List<Action> events = new ArrayList<>();
        Map<String, Double> more = new LinkedHashMap<>();
        for (int p = 0; p < plants.size(); p++) {
            if (!partner.test(plants.place()[p]) || !open(p)) {
                continue;
            }
            int main = main(plants.recipe()[p]);
            double best = Double.POSITIVE_INFINITY;
            for (int q = 0; q < plants.size(); q++) {
                boolean other = !partner.test(plants.place()[q]) && !rival(plants.place()[q]) && open(q);
                best = other && made(plants.recipe()[q], main) > 0 ? Math.min(best, unitCost(q, main)) : best;
            }
            String id = plants.ids().id(p);
            double dearer = (best - unitCost(p, main)) * made(plants.recipe()[p], main);
            if (dearer == Double.POSITIVE_INFINITY) {
                events.add(event("outage", Map.of("processes", List.of(id)), Map.of()));
            } else if (dearer > 0) {
                more.put(id, dearer);
                events.add(event(
                        "change",
                        Map.of(
                                "table", List.of("processes"),
                                "id", List.of(id),
                                "column", List.of("cost"),
                                "op", List.of("add"),
                                "value", List.of(Double.toString(dearer))),
                        Map.of("value", dearer)));
            }
        }
        return new Instead(events, more);
    }

    private Action event(String shape, Map<String, List<String>> words, Map<String, Double> numbers) {
        return new Action(
                Objects.requireNonNull(ActionShapes.current().shapes().get(shape)),
                words,
                numbers,
                Integer.MIN_VALUE,
                Integer.MAX_VALUE,
                scenario.file(),
                0);
    }

    /// Also one that a measure may build.
    private boolean open(int process) {
        return of.industry().processes().status()[process] != SupplyCase.Status.CLOSED
                && main(of.industry().processes().recipe()[process]) >= 0;
    }

    private boolean rival(int place) {
        return of.info().rival().contains(of.world().places().country()[place]);
    }

    /// The product of a recipe that is worth most; -1 if it makes nothing of worth.
    private int main(int recipe) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int main = -1;
        double most = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            double worth = recipes.amount()[line] * price(recipes.commodity()[line]);
            if (worth > most) {
                most = worth;
                main = recipes.commodity()[line];
            }
        }
        return main;
    }

    private double price(int commodity) {
        double mean = calm.markets().mean(commodity, t);
        return Double.isFinite(mean) ? Math.max(0, mean) : 0;
    }

    private double made(int recipe, int commodity) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        double made = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            made += recipes.commodity()[line] == commodity ? recipes.amount()[line] : 0;
        }
        return made;
    }

    /// k(p), of `main`.
    private double unitCost(int process, int main) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int recipe = of.industry().processes().recipe()[process];
        double cost = of.industry().processes().operation().cost().at(process, t);
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            int commodity = recipes.commodity()[line];
            cost -= commodity == main ? 0 : recipes.amount()[line] * price(commodity);
        }
        return cost / made(recipe, main);
    }
}
