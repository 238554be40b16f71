package org.genryu.share.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.genryu.laws.Input;
import org.genryu.laws.Law;
import org.genryu.share.game.CoalitionGame;
import org.junit.jupiter.api.Test;

/// What must hold for every game (rung: identity, and certificate).
class DivisionLawsTest {
    /// Of games whose worths are 100 at most.
    private static final Offset<Double> NEAR = within(1e-6);

    private static List<String> players(int n) {
        List<String> players = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            players.add("p" + i);
        }
        return players;
    }

    private static CoalitionGame game(Input input, int least, int most) {
        return input.made("game", made -> {
            int n = made.whole("players", least, most);
            double[] worth = new double[1 << n];
            for (int s = 1; s < worth.length; s++) {
                worth[s] = made.real("worth", -50, 100);
            }
            return new CoalitionGame(players(n), worth);
        });
    }

    private static Division of(CoalitionGame game) {
        double[] weights = new double[game.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 + i;
        }
        List<Integer> blocs = game.size() > 2 ? List.of(3, game.all() ^ 3) : List.of(game.all());
        return Division.of(game, new Division.Options(Optional.of(weights), blocs));
    }

    @Test
    void everySplitMustShareWhatThereIsAndNotMore() {
        Law.of(1, 60).holds(input -> {
            CoalitionGame game = game(input, 1, 5);
            for (Division.Proposal one : of(game).proposals()) {
                one.shares()
                        .ifPresent(x -> assertThat(Arrays.stream(x).sum())
                                .as(one.rule().id())
                                .isEqualTo(game.together(), NEAR));
            }
        });
    }

    @Test
    void equalsMustGetTheSame() {
        Law.of(2, 60).holds(input -> {
            double[] bySize = {
                0,
                input.real("one", -10, 10),
                input.real("two", -10, 30),
                input.real("three", -10, 60),
                input.real("four", -10, 90)
            };
            CoalitionGame game = CoalitionGame.of(players(4), s -> bySize[Integer.bitCount(s)]);
            for (Division.Proposal one :
                    Division.of(game, Division.Options.NONE).proposals()) {
                one.shares().ifPresent(x -> {
                    for (double share : x) {
                        assertThat(share).as(one.rule().id()).isEqualTo(bySize[4] / 4, NEAR);
                    }
                });
            }
        });
    }

    @Test
    void whoBringsNothingMoreMustGetWhatItHasAlone() {
        Law.of(3, 60).holds(input -> {
            CoalitionGame some = game(input, 1, 4);
            double own = input.real("own", -20, 20);
            int bit = some.all() + 1;
            CoalitionGame game = CoalitionGame.of(
                    players(some.size() + 1), s -> some.worth(s & some.all()) + ((s & bit) != 0 ? own : 0));
            Division division = Division.of(game, Division.Options.NONE);
            for (DivisionRule rule : List.of(DivisionRule.SHAPLEY, DivisionRule.NUCLEOLUS, DivisionRule.PRENUCLEOLUS)) {
                division.of(rule)
                        .orElseThrow()
                        .shares()
                        .ifPresent(x -> assertThat(x[some.size()]).as(rule.id()).isEqualTo(own, NEAR));
            }
        });
    }

    @Test
    void shapleysValueMustAddUpOverGames() {
        Law.of(4, 100).holds(input -> {
            CoalitionGame a = game(input, 4, 4);
            CoalitionGame b = game(input, 4, 4);
            CoalitionGame both = CoalitionGame.of(a.players(), s -> a.worth(s) + b.worth(s));
            double[] sum = Shapley.of(a);
            double[] other = Shapley.of(b);
            for (int i = 0; i < 4; i++) {
                sum[i] += other[i];
            }
            assertThat(Shapley.of(both)).containsExactly(sum, within(1e-10));
            double[] equal = {3, 3, 3, 3};
            assertThat(Shapley.weighted(a, equal)).containsExactly(Shapley.of(a), within(1e-9));
        });
    }

    @Test
    void theUnitOfMoneyAndWhatEachHasAloneMustNotMatter() {
        Law.of(5, 40).holds(input -> {
            CoalitionGame game = game(input, 2, 4);
            double[] own = new double[game.size()];
            for (int i = 0; i < own.length; i++) {
                own[i] = 7 * i - 5;
            }
            double[] more = CoalitionGame.sums(own);
            CoalitionGame other = CoalitionGame.of(game.players(), s -> 3 * game.worth(s) + more[s]);
            Division here = Division.of(game, Division.Options.NONE);
            Division there = Division.of(other, Division.Options.NONE);
            for (DivisionRule rule : List.of(DivisionRule.SHAPLEY, DivisionRule.PRENUCLEOLUS, DivisionRule.NASH)) {
                double[] x = here.of(rule).orElseThrow().shares().orElseThrow();
                double[] y = there.of(rule).orElseThrow().shares().orElseThrow();
                for (int i = 0; i < own.length; i++) {
                    assertThat(y[i]).as(rule.id()).isEqualTo(3 * x[i] + own[i], NEAR);
                }
            }
        });
    }

    @Test
    void theNucleolusMustLieInTheCoreAndProveItself() {
        Law.of(6, 80).holds(input -> {
            CoalitionGame game = game(input, 2, 6);
            Division division = Division.of(game, Division.Options.NONE);
            for (Nucleolus one : division.nuclei()) {
                one.proof()
                        .ifPresent(proof -> assertThat(proof.holds())
                                .as(one.kind() + " " + proof)
                                .isTrue());
            }
            if (!division.coreIsEmpty()) {
                assertThat(division.of(DivisionRule.NUCLEOLUS)
                                .orElseThrow()
                                .standing()
                                .orElseThrow()
                                .complaint())
                        .isLessThan(1e-6);
            }
            if (game.size() == 3) {
                assertThat(division.corners().isEmpty()).isEqualTo(division.coreIsEmpty());
            }
        });
    }

    @Test
    void anotherSplitMustFailTheProof() {
        Law.of(7, 60).holds(input -> {
            CoalitionGame game = game(input, 2, 5);
            Nucleolus found = Nucleolus.of(game, Nucleolus.Kind.PRENUCLEOLUS);
            double[] other = ((Split.Shares) found.split()).shares().clone();
            other[0] += 1;
            other[1] -= 1;
            assertThat(KohlbergProof.of(game, Nucleolus.Kind.PRENUCLEOLUS, other)
                            .holds())
                    .isFalse();
        });
    }

    @Test
    void shapleysValueOfAConvexGameMustLieInItsCore() {
        Law.of(8, 60).holds(input -> {
            double[] of = input.reals("weights", 5, 5, 0, 4);
            double[] sums = CoalitionGame.sums(of);
            CoalitionGame convex = CoalitionGame.of(players(5), s -> sums[s] * sums[s]);
            Division division = Division.of(convex, Division.Options.NONE);
            assertThat(division.traits().convex()).isTrue();
            assertThat(division.traits().superadditive()).isTrue();
            assertThat(division.of(DivisionRule.SHAPLEY)
                            .orElseThrow()
                            .standing()
                            .orElseThrow()
                            .holds())
                    .isTrue();
        });
    }

    @Test
    void twoPlayersMustGetTheirOwnAndHalfTheSurplus() {
        Law.of(9, 80).holds(input -> {
            double a = input.real("a", -10, 10);
            double b = input.real("b", -10, 10);
            double more = input.real("surplus", 0, 50);
            CoalitionGame two = new CoalitionGame(players(2), new double[] {0, a, b, a + b + more});
            for (Division.Proposal one : Division.of(two, Division.Options.NONE).proposals()) {
                one.shares()
                        .ifPresent(x -> assertThat(x)
                                .as(one.rule().id())
                                .containsExactly(new double[] {a + more / 2, b + more / 2}, NEAR));
            }
        });
    }

    @Test
    void theTalmudMustBeTheNucleolusAndItsOwnDual() {
        Law.of(10, 80).holds(input -> {
            double[] claims = input.reals("claims", 2, 5, 0, 100);
            double all = Arrays.stream(claims).sum();
            double estate = input.real("part", 0, 1) * all;
            ClaimsProblem problem = new ClaimsProblem(estate, claims);
            double[] talmud = problem.talmud();
            double[] dual = new ClaimsProblem(Math.max(0, all - estate), claims).talmud();
            for (int i = 0; i < claims.length; i++) {
                assertThat(claims[i] - dual[i]).isEqualTo(talmud[i], within(1e-9));
            }
            Nucleolus nucleolus = Nucleolus.of(problem.game(players(claims.length)), Nucleolus.Kind.NUCLEOLUS);
            assertThat(((Split.Shares) nucleolus.split()).shares()).containsExactly(talmud, NEAR);
            for (double[] awards : List.of(
                    talmud,
                    problem.proportional(),
                    problem.equalAwards(),
                    problem.equalLosses(),
                    problem.alphaMin(),
                    problem.randomArrival())) {
                assertThat(Arrays.stream(awards).sum()).isEqualTo(estate, within(1e-9));
                for (int i = 0; i < claims.length; i++) {
                    assertThat(awards[i]).isBetween(-1e-9, claims[i] + 1e-9);
                }
            }
        });
    }

    @Test
    void theCoverMustBeTheLeastSuperadditiveGameAbove() {
        Law.of(11, 60).holds(input -> {
            CoalitionGame game = game(input, 2, 5);
            CoalitionGame cover = game.cover();
            for (int s = 1; s <= game.all(); s++) {
                assertThat(cover.worth(s)).isGreaterThanOrEqualTo(game.worth(s));
                for (int t = s; t > 0; t = (t - 1) & s) {
                    assertThat(cover.worth(s)).isGreaterThanOrEqualTo(cover.worth(t) + cover.worth(s ^ t) - 1e-9);
                }
            }
            assertThat(cover.cover().worth()).containsExactly(cover.worth(), within(1e-9));
        });
    }
}
