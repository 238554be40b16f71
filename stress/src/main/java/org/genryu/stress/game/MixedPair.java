package org.genryu.stress.game;

/// What both sides choose with which chance, and how sure it is that neither would leave it.
///
/// @param ours chance of each of our choices
/// @param theirs chance of each of theirs
/// @param ourValue what we may expect
/// @param theirValue what they may expect
/// @param regret most that a side could gain by another choice: 0 is a proof that this is an equilibrium
public record MixedPair(double[] ours, double[] theirs, double ourValue, double theirValue, double regret) {
    static MixedPair of(Game game, double[] ours, double[] theirs) {
        double ourValue = 0;
        double theirValue = 0;
        double ourBest = Double.NEGATIVE_INFINITY;
        double theirBest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < game.rows(); i++) {
            double mine = 0;
            for (int j = 0; j < game.columns(); j++) {
                mine += theirs[j] * game.ours()[i][j];
                theirValue += ours[i] * theirs[j] * game.theirs()[i][j];
            }
            ourValue += ours[i] * mine;
            ourBest = Math.max(ourBest, mine);
        }
        for (int j = 0; j < game.columns(); j++) {
            double other = 0;
            for (int i = 0; i < game.rows(); i++) {
                other += ours[i] * game.theirs()[i][j];
            }
            theirBest = Math.max(theirBest, other);
        }
        return new MixedPair(
                ours, theirs, ourValue, theirValue, Math.max(0, Math.max(ourBest - ourValue, theirBest - theirValue)));
    }
}
