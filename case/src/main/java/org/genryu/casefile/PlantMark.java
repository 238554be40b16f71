package org.genryu.casefile;

import java.util.stream.IntStream;
import org.genryu.casefile.SupplyCase.Feed;
import org.genryu.casefile.SupplyCase.Processes;
import org.genryu.casefile.SupplyCase.Recipes;

/// What tells a plant from the others of its place that make the same?
public sealed interface PlantMark {
    /// No other makes it there.
    record Alone() implements PlantMark {}

    /// It alone works on this.
    record On(Feed feed) implements PlantMark {}

    /// It alone is theirs.
    record Owned(String owner) implements PlantMark {}

    /// Nothing but its id.
    record Named(String id) implements PlantMark {}

    /// @param made its product
    static PlantMark of(SupplyCase of, int process, int made) {
        Processes plants = of.industry().processes();
        int[] others = IntStream.range(0, plants.size())
                .filter(p -> p != process && plants.place()[p] == plants.place()[process] && makes(of, p, made))
                .toArray();
        if (others.length == 0) {
            return new Alone();
        }
        Feed feed = feed(of, process);
        if (IntStream.of(others).noneMatch(p -> feed(of, p) == feed)) {
            return new On(feed);
        }
        String owner = plants.owner()[process];
        boolean theirs = !owner.isEmpty() && IntStream.of(others).noneMatch(p -> plants.owner()[p].equals(owner));
        return theirs ? new Owned(owner) : new Named(plants.ids().id(process));
    }

    private static Feed feed(SupplyCase of, int process) {
        Feed said = of.industry().recipes().feed()[of.industry().processes().recipe()[process]];
        return said == Feed.UNSAID ? Feed.PRIMARY : said;
    }

    private static boolean makes(SupplyCase of, int process, int commodity) {
        Recipes recipes = of.industry().recipes();
        int recipe = of.industry().processes().recipe()[process];
        return IntStream.range(recipes.first()[recipe], recipes.first()[recipe + 1])
                .anyMatch(line -> recipes.commodity()[line] == commodity && recipes.amount()[line] > 0);
    }
}
