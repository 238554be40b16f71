package org.genryu.stress.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// The games of the textbooks. Rung: published; then random against the definition.
class EquilibriaTest {
    private static Game game(double[][] ours, double[][] theirs) {
        return new Game(ours, theirs);
    }

    private static final Game SEXES = game(new double[][] {{2, 0}, {0, 1}}, new double[][] {{1, 0}, {0, 2}});

    /// Conitzer and Sandholm, Computing the optimal strategy to commit to (2006), introduction.
    private static final Game LEADER = game(new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}});

    @Test
    void matchingPenniesMustBeMixedEvenly() {
        List<MixedPair> all = Equilibria.of(game(new double[][] {{1, -1}, {-1, 1}}, new double[][] {{-1, 1}, {1, -1}}));
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().ours()).containsExactly(.5, .5);
        assertThat(all.getFirst().theirs()).containsExactly(.5, .5);
        assertThat(all.getFirst().regret()).isZero();
    }

    @Test
    void prisonersMustBothConfess() {
        List<MixedPair> all =
                Equilibria.of(game(new double[][] {{-1, -3}, {0, -2}}, new double[][] {{-1, 0}, {-3, -2}}));
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().ours()).containsExactly(0, 1);
        assertThat(all.getFirst().ourValue()).isEqualTo(-2);
    }

    @Test
    void theBattleOfTheSexesMustHaveThree() {
        List<MixedPair> all = Equilibria.of(SEXES);
        assertThat(all).hasSize(3);
        assertThat(all.getLast().ours()).containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-12));
        assertThat(all.getLast().theirs()).containsExactly(new double[] {1 / 3.0, 2 / 3.0}, within(1e-12));
        assertThat(all.getLast().ourValue()).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void rockPaperScissorsMustBeThirds() {
        double[][] ours = {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};
        double[][] theirs = {{0, 1, -1}, {-1, 0, 1}, {1, -1, 0}};
        List<MixedPair> all = Equilibria.of(game(ours, theirs));
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().ours()).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
    }

    @Test
    void whoCommitsFirstMustGetThreeAndWithChancesThreeAndAHalf() {
        assertThat(Equilibria.of(LEADER)).hasSize(1);
        assertThat(Equilibria.of(LEADER).getFirst().ourValue()).isEqualTo(2);
        assertThat(Commitment.plain(LEADER).value()).isEqualTo(3);
        Commitment mixed = Commitment.mixed(LEADER).orElseThrow();
        assertThat(mixed.value()).isCloseTo(3.5, within(1e-9));
        assertThat(mixed.first()).containsExactly(new double[] {.5, .5}, within(1e-9));
        assertThat(Commitment.plainOfTheirs(SEXES).value()).isEqualTo(2);
    }

    /// Of a game in which one wins what the other loses, committing to chances is worth what the equilibrium is
    /// (minimax). Of any game, with ties too, an equilibrium is found and commitment is worth no less.
    @Test
    void everyGameMustHaveAnEquilibriumAndCommitmentMustBeWorthNoLess() {
        Law.of(31, 60).holds(input -> {
            int rows = input.whole("rows", 1, 4);
            int columns = input.whole("columns", 1, 4);
            boolean against = input.whole("against", 0, 1) == 1;
            double[][] ours = new double[rows][columns];
            double[][] theirs = new double[rows][columns];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    ours[i][j] = input.whole("ours", -3, 3);
                    theirs[i][j] = against ? -ours[i][j] : input.whole("theirs", -3, 3);
                }
            }
            Game game = game(ours, theirs);
            List<MixedPair> all = Equilibria.of(game);
            assertThat(all).isNotEmpty();
            double mixed = Commitment.mixed(game).orElseThrow().value();
            for (MixedPair one : all) {
                assertThat(one.regret()).isLessThan(1e-3);
                assertThat(mixed).isGreaterThanOrEqualTo(one.ourValue() - 1e-3);
                if (against) {
                    assertThat(one.ourValue()).isCloseTo(mixed, within(1e-3));
                }
            }
        });
    }
}
