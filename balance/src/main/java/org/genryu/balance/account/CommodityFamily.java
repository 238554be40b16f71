package org.genryu.balance.account;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.genryu.casefile.SupplyCase;

/// Which commodities belong together in one picture? Those that recipes and recycling join (rare earths and magnets,
/// gas and LNG) are a family; all families of a short chain (a mine and a refinery) stand together as one, the last.
///
/// @param groups ids of the groups, in the order of the case
/// @param commodities indices
/// @param joined whether it is several short chains together
public record CommodityFamily(List<String> groups, List<Integer> commodities, boolean joined) {
    /// A chain of this many stages or more stands alone.
    private static final int LONG = 3;

    /// The families of a case: each commodity is in exactly one.
    public static List<CommodityFamily> of(SupplyCase supply) {
        SupplyCase.Commodities commodities = supply.world().commodities();
        int[] leader = leaders(supply);
        List<CommodityFamily> alone = new ArrayList<>();
        List<Integer> rest = new ArrayList<>();
        int chains = 0;
        for (int first = 0; first < leader.length; first++) {
            int chain = first;
            List<Integer> members = IntStream.range(0, leader.length)
                    .filter(c -> leader[c] == chain)
                    .boxed()
                    .toList();
            long stages =
                    members.stream().map(c -> commodities.stage()[c]).distinct().count();
            if (stages >= LONG) {
                alone.add(family(commodities, members, false));
            } else if (!members.isEmpty()) {
                rest.addAll(members);
                chains++;
            }
        }
        if (!rest.isEmpty()) {
            alone.add(family(commodities, rest, chains > 1));
        }
        return List.copyOf(alone);
    }

    private static CommodityFamily family(SupplyCase.Commodities commodities, List<Integer> members, boolean joined) {
        List<String> groups =
                members.stream().map(c -> group(commodities, c)).distinct().toList();
        return new CommodityFamily(groups, List.copyOf(members), joined);
    }

    /// A commodity without a group is a group of its own.
    private static String group(SupplyCase.Commodities commodities, int c) {
        return commodities.group()[c].isEmpty()
                ? commodities.ids().id(c)
                : commodities.group()[c];
    }

    /// By commodity: the first one that it is joined with.
    private static int[] leaders(SupplyCase supply) {
        int[] leader = IntStream.range(0, supply.world().commodities().size()).toArray();
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int recipe = 0; recipe < recipes.size(); recipe++) {
            for (int line = recipes.first()[recipe] + 1; line < recipes.first()[recipe + 1]; line++) {
                join(leader, recipes.commodity()[recipes.first()[recipe]], recipes.commodity()[line]);
            }
        }
        SupplyCase.Returns returns = supply.use().returns();
        for (int r = 0; r < returns.size(); r++) {
            join(leader, returns.from()[r], returns.to()[r]);
        }
        return leader;
    }

    private static void join(int[] leader, int a, int b) {
        int low = Math.min(leader[a], leader[b]);
        int high = Math.max(leader[a], leader[b]);
        for (int c = 0; c < leader.length; c++) {
            leader[c] = leader[c] == high ? low : leader[c];
        }
    }
}
