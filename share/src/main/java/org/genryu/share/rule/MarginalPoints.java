package org.genryu.share.rule;

import org.genryu.core.Text;
import org.genryu.share.game.CoalitionGame;

/// Splits that look only at what each player has alone and what all lose without it. M_i = v(N) - v(N
/// without i) is the most that i can ask for.
public final class MarginalPoints {
    private MarginalPoints() {}

    /// M_i by player
    static double[] most(CoalitionGame game) {
        double[] most = new double[game.size()];
        for (int i = 0; i < most.length; i++) {
            most[i] = game.together() - game.worth(game.all() ^ (1 << i));
        }
        return most;
    }

    /// Own worth and the w_i-th part of the surplus: x_i = v({i}) + w_i / Σw · (v(N) - Σ v({j})). With
    /// equal weights the baseline between states, 50:50 for two. It is Nash's bargaining solution (1950)
    /// where money can be handed over, with v({i}) as the point of no agreement.
    /// @param weights 0 or more, not all 0
    public static double[] surplus(CoalitionGame game, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] shares = new double[game.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = game.alone(i) + weights[i] / sum * game.surplus();
        }
        return shares;
    }

    /// τ = m + a (M - m) with Σ τ = v(N), where m_i = max over S with i of v(S) - Σ M_j over the others
    /// of S is the least that i can insist on. Tijs (1981), Bounds for the core and the τ-value.
    public static Split tau(CoalitionGame game) {
        double[] most = most(game);
        double[] least = least(game, most);
        double low = 0;
        double high = 0;
        double same = game.tolerance();
        for (int i = 0; i < most.length; i++) {
            if (least[i] > most[i] + same) {
                return new Split.Undefined(new Text(
                        "the least that " + game.players().get(i)
                                + " can insist on is more than the most it can ask for.",
                        game.players().get(i) + "が主張できる下限が要求できる上限を超えています。"));
            }
            low += least[i];
            high += most[i];
        }
        if (low > game.together() + same || high < game.together() - same) {
            return new Split.Undefined(new Text(
                    "what all have does not lie between the least they can insist on and the most they can ask for.",
                    "全員の合計が、主張できる下限の和と要求できる上限の和の間にありません。"));
        }
        double part = high - low > same ? (game.together() - low) / (high - low) : 0;
        double[] shares = new double[most.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = least[i] + part * (most[i] - least[i]);
        }
        return new Split.Shares(shares);
    }

    private static double[] least(CoalitionGame game, double[] most) {
        double[] asked = CoalitionGame.sums(most);
        double[] least = new double[most.length];
        for (int i = 0; i < most.length; i++) {
            least[i] = Double.NEGATIVE_INFINITY;
            for (int s = 1; s <= game.all(); s++) {
                if ((s >> i & 1) == 1) {
                    least[i] = Math.max(least[i], game.worth(s) - asked[s ^ (1 << i)]);
                }
            }
        }
        return least;
    }

    /// Everybody has the same propensity to disrupt: what the others would lose by its leaving over what
    /// it would lose.
    ///
    ///     x_i = v({i}) + (M_i - v({i})) / Σ (M_j - v({j})) · (v(N) - Σ v({j}))
    ///
    /// Gately (1974), Sharing the gains from regional cooperation.
    public static Split gately(CoalitionGame game) {
        double[] most = most(game);
        double same = game.tolerance();
        double sum = 0;
        for (int i = 0; i < most.length; i++) {
            if (most[i] < game.alone(i) - same) {
                return new Split.Undefined(new Text(
                        game.players().get(i) + " brings the others less than it has alone.",
                        game.players().get(i) + "がほかの全員にもたらす額は単独の額を下回ります。"));
            }
            sum += most[i] - game.alone(i);
        }
        if (game.surplus() <= same || sum <= same) {
            return new Split.Undefined(
                    new Text("all together have no more than each has alone.", "全員が協力しても、各自が単独で得る額の合計を上回りません。"));
        }
        double[] shares = new double[most.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = game.alone(i) + (most[i] - game.alone(i)) / sum * game.surplus();
        }
        return new Split.Shares(shares);
    }
}
