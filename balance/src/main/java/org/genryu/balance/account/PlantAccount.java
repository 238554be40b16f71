package org.genryu.balance.account;

import java.util.List;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;

/// What can a plant do, and what does it do? By period.
///
/// @param process index into the processes of the case
/// @param id of the process
/// @param product the first commodity that it makes; -1 if it makes none
/// @param activity [units of activity a year]
/// @param capacity [units of activity a year]; infinite where it is unlimited
public record PlantAccount(
        int process,
        String id,
        int place,
        int product,
        SupplyCase.Status status,
        double[] activity,
        double[] capacity) {
    /// All plants of a balance, in the order of the case.
    public static List<PlantAccount> of(Balance balance) {
        SupplyCase.Processes processes = balance.of().industry().processes();
        int periods = balance.of().periods().count();
        return IntStream.range(0, processes.size())
                .mapToObj(p -> new PlantAccount(
                        p,
                        processes.ids().id(p),
                        processes.place()[p],
                        product(balance.of().industry().recipes(), processes.recipe()[p]),
                        processes.status()[p],
                        IntStream.range(0, periods)
                                .mapToDouble(t -> balance.quantities().activity()[p][t]
                                        / balance.of().periods().length(t))
                                .toArray(),
                        IntStream.range(0, periods)
                                .mapToDouble(t -> Utilisation.capacity(balance, p, t))
                                .toArray()))
                .toList();
    }

    private static int product(SupplyCase.Recipes recipes, int recipe) {
        return IntStream.range(recipes.first()[recipe], recipes.first()[recipe + 1])
                .filter(line -> recipes.amount()[line] > 0)
                .map(line -> recipes.commodity()[line])
                .findFirst()
                .orElse(-1);
    }

    /// Whether it can do anything in some period.
    public boolean stands() {
        return IntStream.range(0, capacity.length).anyMatch(t -> capacity[t] > 0);
    }
}
