package org.genryu.balance.origin;

import java.util.ArrayList;
import java.util.List;
import org.genryu.casefile.SupplyCase;

/// In which order do the stages of a substance follow each other? What recipes use stands before what they make; where
/// the recipes go in a circle (scrap), as commodities.csv names them.
final class Stages {
    private Stages() {}

    static List<String> of(SupplyCase supply, Substance substance) {
        SupplyCase.Commodities commodities = supply.world().commodities();
        List<String> named = new ArrayList<>();
        for (int c = 0; c < commodities.size(); c++) {
            String stage = commodities.stage()[c];
            if (substance.isIn(c) && !stage.isEmpty() && !named.contains(stage)) {
                named.add(stage);
            }
        }
        boolean[][] before = before(supply, substance, named);
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

    private static boolean[][] before(SupplyCase supply, Substance substance, List<String> named) {
        boolean[][] before = new boolean[named.size()][named.size()];
        String[] stage = supply.world().commodities().stage();
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int r = 0; r < recipes.size(); r++) {
            for (int in = recipes.first()[r]; in < recipes.first()[r + 1]; in++) {
                for (int out = recipes.first()[r]; out < recipes.first()[r + 1]; out++) {
                    int used = named.indexOf(stage[recipes.commodity()[in]]);
                    int made = named.indexOf(stage[recipes.commodity()[out]]);
                    if (recipes.amount()[in] < 0
                            && recipes.amount()[out] > 0
                            && substance.isIn(recipes.commodity()[in])
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
