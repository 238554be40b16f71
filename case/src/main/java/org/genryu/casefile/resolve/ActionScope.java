package org.genryu.casefile.resolve;

import java.util.BitSet;
import java.util.List;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.Scenario.Action;
import org.genryu.casefile.row.RecipeLines;

/// Whom does an event or measure mean? The rows and lanes of the case that its words name.
final class ActionScope {
    private final CaseFile file;
    private final ColumnWorkspace work;

    ActionScope(CaseFile file, ColumnWorkspace work) {
        this.file = file;
        this.work = work;
    }

    /// The rows of places that the words name: ids, countries or `*`; all if there are none.
    BitSet places(List<String> words) {
        CaseTable places = file.table("places");
        String[] country = places.words("country");
        BitSet set = new BitSet();
        for (int p = 0; p < country.length; p++) {
            if (words.isEmpty()
                    || words.contains("*")
                    || words.contains(places.names().get(p))
                    || words.contains(country[p])) {
                set.set(p);
            }
        }
        return set;
    }

    /// The rows of commodities that the words name: ids, `group:<g>` or `*`; all if there are none.
    BitSet goods(List<String> words) {
        CaseTable commodities = file.table("commodities");
        String[] group = commodities.words("group");
        BitSet set = new BitSet();
        for (int c = 0; c < group.length; c++) {
            if (words.isEmpty()
                    || words.contains("*")
                    || words.contains(commodities.names().get(c))
                    || (!group[c].isEmpty() && words.contains("group:" + group[c]))) {
                set.set(c);
            }
        }
        return set;
    }

    /// The lanes from one set of places to another for some commodities.
    BitSet lanes(Action action) {
        BitSet from = places(action.list("from"));
        BitSet to = places(action.list("to"));
        BitSet goods = goods(action.list("commodities"));
        int[] start = file.table("routes").references("from");
        int[] end = file.table("routes").references("to");
        boolean abroad = action.list("to").isEmpty();
        String[] country = file.table("places").words("country");
        BitSet set = new BitSet();
        RouteLanes lanes = work.lanes();
        for (int lane = 0; lane < lanes.size(); lane++) {
            int row = lanes.route()[lane];
            boolean home = abroad && !country[start[row]].isEmpty() && country[start[row]].equals(country[end[row]]);
            if (!home && from.get(start[row]) && to.get(end[row]) && goods.get(lanes.commodity()[lane])) {
                set.set(lane);
            }
        }
        return set;
    }

    BitSet named(String table, List<String> ids) {
        BitSet set = new BitSet();
        for (String id : ids) {
            set.set(file.table(table).row(id));
        }
        return set;
    }

    /// Processes that make one of the commodities.
    BitSet makers(BitSet goods) {
        CaseTable recipes = file.table("recipes");
        int[] commodity = recipes.references("commodity");
        double[] amount = recipes.numbers("amount").values();
        List<int[]> lines = RecipeLines.of(recipes);
        int[] recipe = file.table("processes").references("recipe");
        BitSet makers = new BitSet();
        for (int p = 0; p < recipe.length; p++) {
            for (int line : lines.get(recipe[p])) {
                if (amount[line] > 0 && goods.get(commodity[line])) {
                    makers.set(p);
                }
            }
        }
        return makers;
    }

    /// Demands at the places and of the uses that the action names.
    BitSet demands(Action action, BitSet goods) {
        CaseTable demands = file.table("demands");
        BitSet places = places(action.list("places"));
        String[] use = demands.words("use");
        BitSet set = new BitSet();
        for (int d = 0; d < use.length; d++) {
            if (places.get(demands.references("place")[d])
                    && goods.get(demands.references("commodity")[d])
                    && (action.list("use").isEmpty() || action.list("use").contains(use[d]))) {
                set.set(d);
            }
        }
        return set;
    }
}
