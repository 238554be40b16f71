package org.genryu.stress.worst;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// All sets of at most two moves in order of what they do, without those that only add moves that do nothing.
final class Siblings {
    private Siblings() {}

    /// The damages that follow the worst.
    static double[] after(Enumeration all, int many) {
        List<BitSet> sets = new ArrayList<>();
        for (int a = -1; a < all.moves().size(); a++) {
            for (int b = a + 1; b <= all.moves().size(); b++) {
                BitSet set = new BitSet();
                if (a >= 0) {
                    set.set(a);
                }
                if (b < all.moves().size()) {
                    set.set(b);
                }
                if (!sets.contains(set)) {
                    sets.add(set);
                }
            }
        }
        sets.removeIf(set -> set.stream().anyMatch(j -> {
            BitSet less = (BitSet) set.clone();
            less.clear(j);
            return near(all.damage(less), all.damage(set));
        }));
        sets.sort(Comparator.comparingDouble((BitSet set) -> -all.damage(set)));
        return sets.stream().skip(1).limit(many).mapToDouble(all::damage).toArray();
    }

    private static boolean near(double a, double b) {
        return a == b || Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(a));
    }
}
