package org.genryu.stress.game;

import java.util.List;
import java.util.Optional;
import org.genryu.core.Text;

/// The one count of a game.
///
/// @param ours our choices, the first of which is to do nothing
/// @param theirs their choices, the first of which is to do nothing
/// @param pays by [our choice][their choice] what it is made of, ours and theirs
/// @param equilibria those with few choices first
/// @param weFirst we bind ourselves to one choice
/// @param weFirstMixed we bind ourselves to chances
/// @param theyFirst they bind themselves to one choice: a threat that is believed
public record GameAccount(
        List<Choice> ours,
        List<Choice> theirs,
        List<List<Pays>> pays,
        Game game,
        List<MixedPair> equilibria,
        Commitment weFirst,
        Optional<Commitment> weFirstMixed,
        Commitment theyFirst) {
    public record Choice(String id, Text title) {}

    public record Pays(SidePayOff ours, SidePayOff theirs) {}

    public static GameAccount of(List<Choice> ours, List<Choice> theirs, List<List<Pays>> pays) {
        double[][] we = new double[ours.size()][theirs.size()];
        double[][] they = new double[ours.size()][theirs.size()];
        for (int i = 0; i < we.length; i++) {
            for (int j = 0; j < we[i].length; j++) {
                we[i][j] = pays.get(i).get(j).ours().total();
                they[i][j] = pays.get(i).get(j).theirs().total();
            }
        }
        Game game = new Game(we, they);
        return new GameAccount(
                ours,
                theirs,
                pays,
                game,
                Equilibria.of(game),
                Commitment.plain(game),
                Commitment.mixed(game),
                Commitment.plainOfTheirs(game));
    }

    /// The equilibrium that is told: the first, with the fewest choices.
    public MixedPair told() {
        return equilibria.getFirst();
    }

    /// What it is worth to us to bind ourselves first, against the equilibrium [currency].
    public double ourCommitment() {
        return weFirst.value() - told().ourValue();
    }

    /// What a threat is worth to them that is believed, against the equilibrium [currency].
    public double theirThreat() {
        return theyFirst.value() - told().theirValue();
    }
}
