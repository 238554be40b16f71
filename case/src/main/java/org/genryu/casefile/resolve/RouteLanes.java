package org.genryu.casefile.resolve;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.NameIndex;
import org.genryu.casefile.row.RecipeLines;

/// Which commodities can travel on which route. A row for one commodity is one lane. A row for `group:<g>` or `*`
/// becomes a lane for each commodity of the group that can exist where the route starts and be wanted where it ends;
/// a commodity named outright is always kept.
///
/// exists(p, c) if a process, a store or a return at p brings c, or a lane of c leads to p from where it exists;
/// wanted(p, c) if a process, a demand or a store at p takes c, or a lane of c leads from p to where it is wanted.
/// Both are found by walking the routes once for each commodity that shared rows may carry.
///
/// @param route row of routes.csv by lane
/// @param commodity by lane
/// @param first lanes of row r are `first[r] .. first[r + 1] - 1`
record RouteLanes(int[] route, int[] commodity, int[] first) {

    int size() {
        return route.length;
    }

    boolean single(int row) {
        return first[row + 1] - first[row] == 1;
    }

    static RouteLanes of(CaseFile file) {
        CaseTable routes = file.table("routes");
        String[] goods = routes.words("commodity");
        int[] named = new int[goods.length];
        boolean shared = false;
        NameIndex commodities = file.table("commodities").index();
        for (int row = 0; row < goods.length; row++) {
            named[row] = isShared(goods[row]) ? -1 : commodities.find(goods[row]);
            shared |= named[row] < 0;
        }
        if (!shared) {
            int[] first = new int[goods.length + 1];
            int[] route = new int[goods.length];
            Arrays.setAll(first, r -> r);
            Arrays.setAll(route, r -> r);
            return new RouteLanes(route, named, first);
        }
        return new Expansion(file, goods, named).lanes();
    }

    private static boolean isShared(String goods) {
        return goods.equals("*") || goods.startsWith("group:");
    }

    private static final class Expansion {
        private final CaseFile file;
        private final String[] goods;
        private final int[] named;
        private final int[] from;
        private final int[] to;
        private final String[] groups;
        private final int places;
        private final BitSet[] exists;
        private final BitSet[] wanted;

        Expansion(CaseFile file, String[] goods, int[] named) {
            this.file = file;
            this.goods = goods;
            this.named = named;
            CaseTable routes = file.table("routes");
            this.from = routes.references("from");
            this.to = routes.references("to");
            this.groups = file.table("commodities").words("group");
            this.places = file.table("places").rows();
            this.exists = sets(groups.length);
            this.wanted = sets(groups.length);
        }

        private static BitSet[] sets(int count) {
            BitSet[] sets = new BitSet[count];
            Arrays.setAll(sets, i -> new BitSet());
            return sets;
        }

        RouteLanes lanes() {
            processes();
            marks("stores", "place", "commodity", exists, wanted);
            marks("demands", "place", "commodity", wanted);
            marks("returns", "place", "to", exists);
            for (int c = 0; c < groups.length; c++) {
                spread(c, from, to, exists[c]);
                spread(c, to, from, wanted[c]);
            }
            int[] first = new int[goods.length + 1];
            int[] route = new int[16];
            int[] commodity = new int[16];
            int n = 0;
            for (int row = 0; row < goods.length; row++) {
                first[row] = n;
                for (int c = 0; c < groups.length; c++) {
                    if (carries(row, c) && (named[row] == c || (exists[c].get(from[row]) && wanted[c].get(to[row])))) {
                        if (n == route.length) {
                            route = Arrays.copyOf(route, n * 2);
                            commodity = Arrays.copyOf(commodity, n * 2);
                        }
                        route[n] = row;
                        commodity[n++] = c;
                    }
                }
            }
            first[goods.length] = n;
            return new RouteLanes(Arrays.copyOf(route, n), Arrays.copyOf(commodity, n), first);
        }

        private boolean carries(int row, int c) {
            if (named[row] >= 0) {
                return named[row] == c;
            }
            return goods[row].equals("*")
                    || goods[row].substring("group:".length()).equals(groups[c]);
        }

        private void processes() {
            CaseTable processes = file.table("processes");
            CaseTable recipes = file.table("recipes");
            int[] place = processes.references("place");
            int[] recipe = processes.references("recipe");
            int[] commodity = recipes.references("commodity");
            double[] amount = recipes.numbers("amount").values();
            List<int[]> lines = RecipeLines.of(recipes);
            for (int p = 0; p < place.length; p++) {
                for (int line : lines.get(recipe[p])) {
                    (amount[line] > 0 ? exists : wanted)[commodity[line]].set(place[p]);
                }
            }
        }

        private void marks(String name, String place, String commodity, BitSet[]... sets) {
            CaseTable table = file.table(name);
            int[] at = table.references(place);
            int[] of = table.references(commodity);
            for (int row = 0; row < at.length; row++) {
                for (BitSet[] set : sets) {
                    set[of[row]].set(at[row]);
                }
            }
        }

        /// Follows the routes that carry c until no new place is reached.
        private void spread(int c, int[] start, int[] end, BitSet reached) {
            int[] head = new int[places];
            Arrays.fill(head, -1);
            int[] next = new int[start.length];
            for (int row = 0; row < start.length; row++) {
                if (carries(row, c)) {
                    next[row] = head[start[row]];
                    head[start[row]] = row;
                }
            }
            int[] queue = new int[places];
            int tail = 0;
            for (int p = reached.nextSetBit(0); p >= 0; p = reached.nextSetBit(p + 1)) {
                queue[tail++] = p;
            }
            for (int i = 0; i < tail; i++) {
                for (int row = head[queue[i]]; row >= 0; row = next[row]) {
                    if (!reached.get(end[row])) {
                        reached.set(end[row]);
                        queue[tail++] = end[row];
                    }
                }
            }
        }
    }
}
