package org.genryu.balance.origin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.genryu.casefile.SupplyCase;

/// In which order do the stages of a substance follow each other? What recipes use stands before what they make; the
/// way back of scrap ([RecipeFeeds]) does not count. Stages side by side stand as commodities.csv names them, scrap
/// last.
final class StageOrder {
    private StageOrder() {}

    static List<String> of(SupplyCase supply, Substance substance) {
        SupplyCase.Commodities commodities = supply.world().commodities();
        List<String> named = new ArrayList<>();
        for (int c = 0; c < commodities.size(); c++) {
            String stage = commodities.stage()[c];
            if (substance.isIn(c) && !stage.isEmpty() && !named.contains(stage)) {
                named.add(stage);
            }
        }
        RecipeFeeds feeds = new RecipeFeeds(supply, substance);
        named.sort(Comparator.comparing(stage -> isScrap(supply, feeds, stage)));
        boolean[][] before = before(supply, substance, named, feeds);
        List<String> ordered = new ArrayList<>();
        while (ordered.size() < named.size()) {
            List<String> left =
                    named.stream().filter(stage -> !ordered.contains(stage)).toList();
            ordered.add(left.stream()
                    .filter(stage -> left.stream()
                            .noneMatch(other ->
                                    !other.equals(stage) && before[named.indexOf(other)][named.indexOf(stage)]))
                    .findFirst()
                    .orElse(left.getFirst()));
        }
        return List.copyOf(ordered);
    }

    /// Whether any recipe takes something of the stage as scrap.
    private static boolean isScrap(SupplyCase supply, RecipeFeeds feeds, String stage) {
        int[] commodity = supply.industry().recipes().commodity();
        return IntStream.range(0, commodity.length)
                .filter(line ->
                        supply.world().commodities().stage()[commodity[line]].equals(stage))
                .anyMatch(line -> feeds.ofInput(line) == SupplyCase.Feed.NEW_SCRAP
                        || feeds.ofInput(line) == SupplyCase.Feed.OLD_SCRAP);
    }

    private static boolean[][] before(SupplyCase supply, Substance substance, List<String> named, RecipeFeeds feeds) {
        boolean[][] before = new boolean[named.size()][named.size()];
        String[] stage = supply.world().commodities().stage();
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int r = 0; r < recipes.size(); r++) {
            for (int in = recipes.first()[r]; in < recipes.first()[r + 1]; in++) {
                for (int out = recipes.first()[r]; out < recipes.first()[r + 1]; out++) {
                    int used = named.indexOf(stage[recipes.commodity()[in]]);
                    int made = named.indexOf(stage[recipes.commodity()[out]]);
                    if (feeds.ofInput(in) == SupplyCase.Feed.PRIMARY
                            && recipes.amount()[out] > 0
                            && substance.isIn(recipes.commodity()[out])
                            && used >= 0
                            && made >= 0) {
                        before[used][made] = true;
                    }
                }
            }
        }
        return before;
    }
}
