package org.genryu.share.rule;

import java.util.List;
import org.genryu.core.Check;
import org.genryu.share.game.CoalitionGame;

/// What does each player bring, on average over all orders in which they may come?
///
///     φ_i = Σ over S without i of |S|! (n - |S| - 1)! / n! · (v(S ∪ i) - v(S))
///
/// n 2^(n-1) steps. Shapley (1953), A value for n-person games. The one split that is efficient, treats
/// equals alike, gives who brings nothing nothing beyond v({i}), and adds up over games.
///
/// With weights w: every Harsanyi dividend d_S is split by w_i / Σ_S w (Shapley 1953; Kalai and Samet
/// 1987). With blocs (Owen 1977, Values of games with a priori unions): orders in which the members of a
/// bloc come one right after the other; a bloc first earns as one, then its members within it.
public final class Shapley {
    private Shapley() {}

    public static double[] of(CoalitionGame game) {
        int n = game.size();
        double[] weight = weights(n);
        double[] shares = new double[n];
        for (int i = 0; i < n; i++) {
            int bit = 1 << i;
            for (int s = 0; s <= game.all(); s++) {
                if ((s & bit) == 0) {
                    shares[i] += weight[Integer.bitCount(s)] * (game.worth(s | bit) - game.worth(s));
                }
            }
        }
        return shares;
    }

    /// s! (n - s - 1)! / n! by s
    private static double[] weights(int n) {
        double[] weight = new double[n];
        weight[0] = 1.0 / n;
        for (int s = 1; s < n; s++) {
            weight[s] = weight[s - 1] * s / (n - s);
        }
        return weight;
    }

    /// @param weights above 0, by player
    public static double[] weighted(CoalitionGame game, double[] weights) {
        Check.that(weights.length == game.size(), "Shapley: %s weights for %s players.", weights.length, game.size());
        for (double weight : weights) {
            Check.that(weight > 0, "Shapley: a weight is %s; it must be above 0.", weight);
        }
        double[] dividends = game.dividends();
        double[] sums = CoalitionGame.sums(weights);
        double[] shares = new double[weights.length];
        for (int s = 1; s < dividends.length; s++) {
            for (int i = 0; i < shares.length; i++) {
                if ((s >> i & 1) == 1) {
                    shares[i] += dividends[s] * weights[i] / sums[s];
                }
            }
        }
        return shares;
    }

    /// @param blocs coalitions that share no player and together are all
    public static double[] owen(CoalitionGame game, List<Integer> blocs) {
        Check.that(
                blocs.stream().mapToInt(b -> b).sum() == game.all()
                        && blocs.stream().mapToInt(Integer::bitCount).sum() == game.size(),
                "Owen: the blocs %s do not hold every player once.",
                blocs);
        double[] outer = weights(blocs.size());
        double[] shares = new double[game.size()];
        for (int b = 0; b < blocs.size(); b++) {
            int bloc = blocs.get(b);
            double[] inner = weights(Integer.bitCount(bloc));
            for (int others = 0; others < 1 << blocs.size(); others++) {
                if ((others >> b & 1) == 0) {
                    bloc(game, bloc, union(blocs, others), outer[Integer.bitCount(others)], inner, shares);
                }
            }
        }
        return shares;
    }

    private static int union(List<Integer> blocs, int chosen) {
        int union = 0;
        for (int k = 0; k < blocs.size(); k++) {
            union |= (chosen >> k & 1) == 1 ? blocs.get(k) : 0;
        }
        return union;
    }

    /// What the members of a bloc bring where `before` is there already.
    private static void bloc(CoalitionGame game, int bloc, int before, double weight, double[] inner, double[] shares) {
        for (int t = bloc; ; t = (t - 1) & bloc) {
            for (int i = 0; i < shares.length; i++) {
                int bit = 1 << i;
                if ((bloc & bit) != 0 && (t & bit) == 0) {
                    shares[i] += weight
                            * inner[Integer.bitCount(t)]
                            * (game.worth(before | t | bit) - game.worth(before | t));
                }
            }
            if (t == 0) {
                break;
            }
        }
    }
}
