package org.genryu.report.count;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.genryu.casefile.SupplyCase;

/// Which commodities belong together in one picture? Groups that recipes join (rare earths and magnets, gas and LNG)
/// are a family; all families of a short chain (a mine and a refinery) stand together as one, the last.
///
/// @param groups ids of the groups, in the order of the case
/// @param commodities indices
/// @param joined whether it is several short chains together
public record Family(List<String> groups, List<Integer> commodities, boolean joined) {
    /// A chain of this many stages or more stands alone.
    private static final int LONG = 3;

    /// The families of a case: each commodity is in exactly one.
    public static List<Family> of(SupplyCase supply) {
        SupplyCase.Commodities commodities = supply.world().commodities();
        List<String> groups = IntStream.range(0, commodities.size())
                .mapToObj(c -> group(commodities, c))
                .distinct()
                .toList();
        int[] leader = leaders(supply, groups);
        List<Family> alone = new ArrayList<>();
        List<Integer> rest = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            int first = g;
            if (leader[g] == g) {
                List<Integer> members = IntStream.range(0, commodities.size())
                        .filter(c -> leader[groups.indexOf(group(commodities, c))] == first)
                        .boxed()
                        .toList();
                long stages = members.stream()
                        .map(c -> commodities.stage()[c])
                        .distinct()
                        .count();
                if (stages >= LONG) {
                    alone.add(family(commodities, members, false));
                } else {
                    rest.addAll(members);
                }
            }
        }
        if (!rest.isEmpty()) {
            Family together = family(commodities, rest, false);
            alone.add(new Family(together.groups(), rest, together.groups().size() > 1));
        }
        return List.copyOf(alone);
    }

    private static Family family(SupplyCase.Commodities commodities, List<Integer> members, boolean joined) {
        List<String> groups =
                members.stream().map(c -> group(commodities, c)).distinct().toList();
        return new Family(groups, List.copyOf(members), joined);
    }

    /// A commodity without a group is a group of its own.
    private static String group(SupplyCase.Commodities commodities, int c) {
        return commodities.group()[c].isEmpty()
                ? commodities.ids().id(c)
                : commodities.group()[c];
    }

    /// The first group that each is joined with by recipes.
    private static int[] leaders(SupplyCase supply, List<String> groups) {
        int[] leader = IntStream.range(0, groups.size()).toArray();
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int recipe = 0; recipe < recipes.size(); recipe++) {
            int first = -1;
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                int g = groups.indexOf(group(supply.world().commodities(), recipes.commodity()[line]));
                first = first < 0 ? g : first;
                join(leader, first, g);
            }
        }
        SupplyCase.Returns returns = supply.use().returns();
        for (int r = 0; r < returns.size(); r++) {
            join(
                    leader,
                    groups.indexOf(group(supply.world().commodities(), returns.from()[r])),
                    groups.indexOf(group(supply.world().commodities(), returns.to()[r])));
        }
        return leader;
    }

    private static void join(int[] leader, int a, int b) {
        int low = Math.min(leader[a], leader[b]);
        int high = Math.max(leader[a], leader[b]);
        for (int g = 0; g < leader.length; g++) {
            leader[g] = leader[g] == high ? low : leader[g];
        }
    }
}
