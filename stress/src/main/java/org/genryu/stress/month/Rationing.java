package org.genryu.stress.month;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.SupplyCase;

/// Who gets what there is at a market where uses of fixed amounts lack?
///
/// Those with a `priority` first, 1 before 2, then those without; of equal priority the one whose shortage costs more;
/// of equals each the same part of what it wants. What a market serves in all is not changed, nor what a use gets that
/// answers to the price.
final class Rationing {
    /// By demand; infinite where none is said.
    private final double[] priority;
    /// By market: the uses of fixed amounts, where there is more than one.
    private final List<List<Integer>> sharing = new ArrayList<>();

    /// @param fixed whether a use wants a fixed amount
    Rationing(CaseFile file, StressWorld world, IntPredicate fixed) {
        SupplyCase.Demands demands = world.with.use().demands();
        CaseTable.Column.Numbers said = file.table("demands").numbers("priority");
        priority = new double[demands.size()];
        Arrays.setAll(priority, d -> said.given().get(d) ? said.values()[d] : Double.POSITIVE_INFINITY);
        List<List<Integer>> at = new ArrayList<>();
        for (int m = 0; m < world.markets(); m++) {
            at.add(new ArrayList<>());
        }
        for (int d = 0; d < priority.length; d++) {
            if (fixed.test(d)) {
                at.get(world.market(demands.place()[d], demands.commodity()[d])).add(d);
            }
        }
        at.stream().filter(uses -> uses.size() > 1).forEach(sharing::add);
    }

    /// Shares out anew what the uses of each market get.
    /// @param served by demand, changed in place [units]
    /// @param wanted by demand [units]
    /// @param worth by demand: cost of a shortage [currency/unit]
    void share(double[] served, double[] wanted, double[] worth) {
        for (List<Integer> uses : sharing) {
            double left = uses.stream().mapToDouble(d -> served[d]).sum();
            double all = uses.stream().mapToDouble(d -> wanted[d]).sum();
            if (left >= all * (1 - 1e-9)) {
                continue;
            }
            Comparator<Integer> order =
                    Comparator.<Integer>comparingDouble(d -> priority[d]).thenComparingDouble(d -> -worth[d]);
            List<Integer> sorted = uses.stream().sorted(order).toList();
            int from = 0;
            while (from < sorted.size()) {
                int until = from + 1;
                while (until < sorted.size() && order.compare(sorted.get(from), sorted.get(until)) == 0) {
                    until++;
                }
                List<Integer> equals = sorted.subList(from, until);
                double want = equals.stream().mapToDouble(d -> wanted[d]).sum();
                double part = want > 0 ? Math.min(1, left / want) : 0;
                for (int d : equals) {
                    served[d] = part * wanted[d];
                }
                left = Math.max(0, left - want);
                from = until;
            }
        }
    }
}
