package org.genryu.share.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.genryu.share.game.CoalitionGame;

/// Who would leave under a split? Every coalition that has more alone than it is given.
///
/// @param leaving those that gain most by leaving first, at most [#TOLD]
/// @param leavers how many there are
/// @param tightest the coalition whose complaint is the largest, gain or not; 0 where there is only one
/// player
/// @param complaint of it: v(S) - x(S); 0 or less if nobody leaves [unit of the game]
public record Standing(List<Objection> leaving, int leavers, int tightest, double complaint) {
    public static final int TOLD = 12;

    /// @param coalition that would leave
    /// @param gain what it would have beyond what it is given, above 0 [unit of the game]
    public record Objection(int coalition, double gain) {}

    public Standing {
        leaving = List.copyOf(leaving);
    }

    /// Whether the split is in the core.
    public boolean holds() {
        return leavers == 0;
    }

    static Standing of(CoalitionGame game, double[] shares) {
        double same = game.tolerance();
        double[] sums = CoalitionGame.sums(shares);
        // The weakest first; of equal gains the later coalition.
        PriorityQueue<Objection> most = new PriorityQueue<>(Comparator.comparingDouble(Objection::gain)
                .thenComparing(Comparator.comparingInt(Objection::coalition).reversed()));
        int leavers = 0;
        int tightest = 0;
        double complaint = game.size() == 1 ? 0 : Double.NEGATIVE_INFINITY;
        for (int s = 1; s < game.all(); s++) {
            double gain = game.worth(s) - sums[s];
            if (gain > complaint + same) {
                complaint = gain;
                tightest = s;
            }
            if (gain > same) {
                leavers++;
                most.add(new Objection(s, gain));
                if (most.size() > TOLD) {
                    most.poll();
                }
            }
        }
        List<Objection> leaving = new ArrayList<>();
        while (!most.isEmpty()) {
            leaving.addFirst(most.remove());
        }
        return new Standing(leaving, leavers, tightest, complaint);
    }
}
