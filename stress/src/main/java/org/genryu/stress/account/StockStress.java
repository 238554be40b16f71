package org.genryu.stress.account;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.genryu.stress.month.MonthlyStress;
import org.genryu.stress.month.StressPath;
import org.genryu.stress.month.WorldStocks.Pile;

/// A stock under the scenario.
///
/// @param index into the stocks of the monthly world
/// @param opening level at the start [units]
/// @param least lowest level [units]
/// @param lowest month of the lowest level
/// @param fell whether it ever stands below its usual level
/// @param empty first month at whose end less than a hundredth of the opening level is left; empty if there
/// is none
/// @param whole first month from which it stands at its usual level again; empty if it never does or never
/// left it
public record StockStress(
        int index,
        Pile pile,
        double opening,
        double least,
        int lowest,
        boolean fell,
        OptionalInt empty,
        OptionalInt whole) {
    private static final double LEFT = 0.01;

    /// Every stock that the scenario can reach.
    public static List<StockStress> of(MonthlyStress.Answer answer, StressPath path) {
        List<StockStress> all = new ArrayList<>();
        List<Pile> piles = answer.stocks().all();
        for (int s = 0; s < piles.size(); s++) {
            Pile pile = piles.get(s);
            if (!path.touched()[pile.market()]) {
                continue;
            }
            double[] level = path.level()[s];
            double target = pile.store() >= 0 ? pile.opening() : pile.usual();
            double full = Math.max(pile.opening(), target);
            int lowest = 0;
            int empty = -1;
            int low = -1;
            for (int i = 0; i < level.length; i++) {
                lowest = level[i] < level[lowest] ? i : lowest;
                empty = empty < 0 && full > 0 && level[i] < LEFT * full && i >= pile.since() ? i : empty;
                low = level[i] < (1 - LEFT) * target ? i : low;
            }
            all.add(new StockStress(
                    s,
                    pile,
                    pile.opening(),
                    level[lowest],
                    lowest,
                    low >= 0,
                    empty < 0 ? OptionalInt.empty() : OptionalInt.of(empty),
                    low < 0 || low == level.length - 1 ? OptionalInt.empty() : OptionalInt.of(low + 1)));
        }
        return List.copyOf(all);
    }
}
