package org.genryu.share.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.genryu.share.game.CoalitionGame;
import org.genryu.share.rule.Division.Advice;
import org.junit.jupiter.api.Test;

/// Published values and closed forms (rung: published value). Worths in the order 1, 2, 3, 12, 13, 23, 123.
class DivisionChecksTest {
    /// Fractions are exact: all but the rounding of a double.
    private static final Offset<Double> EXACT = within(1e-12);
    /// Printed digits.
    private static final Offset<Double> PRINTED = within(5e-5);

    private static CoalitionGame game(double... v) {
        return new CoalitionGame(List.of("1", "2", "3"), new double[] {0, v[0], v[1], v[3], v[2], v[4], v[5], v[6]});
    }

    private static double[] shares(Division division, DivisionRule rule) {
        return division.of(rule).orElseThrow().shares().orElseThrow();
    }

    private static Division of(CoalitionGame game) {
        return Division.of(game, Division.Options.NONE);
    }

    @Test
    void theTalmudsEstatesMustBeItsNucleolus() {
        Division low = of(game(0, 0, 0, 0, 0, 0, 100));
        Division middle = of(game(0, 0, 0, 0, 0, 100, 200));
        Division high = of(game(0, 0, 0, 0, 100, 200, 300));
        assertThat(shares(low, DivisionRule.NUCLEOLUS))
                .containsExactly(new double[] {100 / 3.0, 100 / 3.0, 100 / 3.0}, within(1e-12));
        assertThat(shares(middle, DivisionRule.NUCLEOLUS)).containsExactly(new double[] {50, 75, 75}, EXACT);
        assertThat(shares(high, DivisionRule.NUCLEOLUS)).containsExactly(new double[] {50, 100, 150}, EXACT);
        assertThat(shares(low, DivisionRule.SHAPLEY))
                .containsExactly(new double[] {100 / 3.0, 100 / 3.0, 100 / 3.0}, within(1e-12));
        assertThat(shares(middle, DivisionRule.SHAPLEY))
                .containsExactly(new double[] {100 / 3.0, 250 / 3.0, 250 / 3.0}, EXACT);
        assertThat(shares(high, DivisionRule.SHAPLEY)).containsExactly(new double[] {50, 100, 150}, EXACT);
        assertThat(shares(middle, DivisionRule.TAU)).containsExactly(new double[] {40, 80, 80}, EXACT);
        double[] claims = {100, 200, 300};
        assertThat(new ClaimsProblem(100, claims).talmud())
                .containsExactly(new double[] {100 / 3.0, 100 / 3.0, 100 / 3.0}, EXACT);
        assertThat(new ClaimsProblem(200, claims).talmud()).containsExactly(new double[] {50, 75, 75}, EXACT);
        assertThat(new ClaimsProblem(300, claims).talmud()).containsExactly(new double[] {50, 100, 150}, EXACT);
        assertThat(new ClaimsProblem(200, claims).game(List.of("1", "2", "3")))
                .usingRecursiveComparison()
                .isEqualTo(game(0, 0, 0, 0, 0, 100, 200));
    }

    @Test
    void gatelysSmallGameMustGiveTheFractionsOfThePaper() {
        Division small = of(game(0, 0, 0, 4, 0, 3, 6));
        assertThat(shares(small, DivisionRule.GATELY))
                .containsExactly(new double[] {18 / 11.0, 36 / 11.0, 12 / 11.0}, EXACT);
        assertThat(shares(small, DivisionRule.NUCLEOLUS)).containsExactly(new double[] {1.5, 3.5, 1}, EXACT);
        assertThat(shares(small, DivisionRule.TAU)).containsExactly(new double[] {1.5, 3.5, 1}, EXACT);
        assertThat(shares(small, DivisionRule.SHAPLEY))
                .containsExactly(new double[] {5 / 3.0, 19 / 6.0, 7 / 6.0}, EXACT);
    }

    @Test
    void shapleysValueOfTheGloveGameMustLieOutsideItsCore() {
        Division glove = of(game(0, 0, 0, 0, 1, 1, 1));
        assertThat(shares(glove, DivisionRule.SHAPLEY))
                .containsExactly(new double[] {1 / 6.0, 1 / 6.0, 2 / 3.0}, EXACT);
        assertThat(shares(glove, DivisionRule.NUCLEOLUS)).containsExactly(new double[] {0, 0, 1}, EXACT);
        assertThat(glove.coreIsEmpty()).isFalse();
        assertThat(glove.advice()).isEqualTo(Advice.ONLY_THE_CORE_HOLDS);
        Standing standing =
                glove.of(DivisionRule.SHAPLEY).orElseThrow().standing().orElseThrow();
        assertThat(standing.leaving()).extracting(Standing.Objection::coalition).containsExactly(0b101, 0b110);
        assertThat(standing.leaving().getFirst().gain()).isEqualTo(1 / 6.0, EXACT);
        assertThat(glove.corners()).hasSize(1);
        assertThat(glove.corners().getFirst()).containsExactly(new double[] {0, 0, 1}, EXACT);
    }

    @Test
    void everyRuleMustGiveTwoPlayersTheirOwnAndHalfTheSurplus() {
        Division two = of(new CoalitionGame(List.of("1", "2"), new double[] {0, 30, 10, 100}));
        for (Division.Proposal proposal : two.proposals()) {
            assertThat(proposal.shares().orElseThrow()).containsExactly(new double[] {60, 40}, EXACT);
        }
    }

    @Test
    void siteFloorAndOreMustBeSharedAsRecomputed() {
        CoalitionGame own = new CoalitionGame(List.of("U", "J", "A"), new double[] {0, 100, 0, 400, 20, 180, 150, 600});
        Division division = Division.of(own, new Division.Options(Optional.of(new double[] {1, 2, 1}), List.of()));
        assertThat(shares(division, DivisionRule.SHAPLEY))
                .containsExactly(new double[] {276.6667, 211.6667, 111.6667}, PRINTED);
        assertThat(shares(division, DivisionRule.NUCLEOLUS)).containsExactly(new double[] {275, 215, 110}, EXACT);
        assertThat(shares(division, DivisionRule.TAU))
                .containsExactly(new double[] {276.8421, 212.2105, 110.9474}, PRINTED);
        assertThat(shares(division, DivisionRule.GATELY))
                .containsExactly(new double[] {276.8421, 212.2105, 110.9474}, PRINTED);
        assertThat(shares(division, DivisionRule.PER_CAPITA_NUCLEOLUS))
                .containsExactly(new double[] {275, 245, 80}, EXACT);
        assertThat(shares(division, DivisionRule.WEIGHTED_SHAPLEY))
                .containsExactly(new double[] {227.5, 281.6667, 90.8333}, PRINTED);
        assertThat(division.traits().convex()).isTrue();
        assertThat(division.coreIsEmpty()).isFalse();
        assertThat(division.advice()).isEqualTo(Advice.SHAPLEY_HOLDS);
        assertThat(division.nuclei()).allMatch(one -> one.proof().orElseThrow().holds());
        assertThat(shares(division, DivisionRule.NASH)).containsExactly(new double[] {260, 160, 180}, EXACT);
    }

    @Test
    void bargainersMustMeetAtThePublishedPointsOfTheParabola() {
        Bargaining parabola = new Bargaining(x -> 1 - x * x, 1, 0, 0);
        assertThat(parabola.nash(0.5).x()).isEqualTo(Math.sqrt(1 / 3.0), within(1e-7));
        assertThat(parabola.nash(0.5).y()).isEqualTo(0.666667, within(1e-6));
        assertThat(parabola.kalaiSmorodinsky(0.5).x()).isEqualTo((Math.sqrt(5) - 1) / 2, EXACT);
        assertThat(parabola.kalaiSmorodinsky(0.5).y()).isEqualTo(0.618034, within(1e-6));
        // on a line both are what money that can be handed over gives
        Bargaining line = new Bargaining(x -> 100 - x, 90, 30, 10);
        assertThat(line.nash(0.5).x()).isEqualTo(60, within(1e-6));
        assertThat(line.kalaiSmorodinsky(0.5).x()).isEqualTo(60, EXACT);
        assertThat(line.nash(0.25).x()).isEqualTo(45, within(1e-6));
    }

    @Test
    void claimsMustBeMetByTheRulesOfTheBooks() {
        ClaimsProblem claims = new ClaimsProblem(300, new double[] {100, 200, 400});
        assertThat(claims.proportional()).containsExactly(new double[] {300 / 7.0, 600 / 7.0, 1200 / 7.0}, EXACT);
        assertThat(claims.equalAwards()).containsExactly(100, 100, 100);
        assertThat(claims.equalLosses()).containsExactly(0, 50, 250);
        assertThat(claims.alphaMin()).containsExactly(100, 100, 100);
        assertThat(new ClaimsProblem(400, new double[] {100, 200, 400}).alphaMin())
                .containsExactly(100, 125, 175);
        // Shapley's value of the Talmud's game
        assertThat(new ClaimsProblem(200, new double[] {100, 200, 300}).randomArrival())
                .containsExactly(new double[] {100 / 3.0, 250 / 3.0, 250 / 3.0}, EXACT);
    }

    @Test
    void blocsMustEarnAsOneFirst() {
        // Owen (1977): in the glove game with blocs {1, 3} and {2}, by hand over the four orders that keep
        // blocs together:
        // 1 3 2: (0, 0, 1); 3 1 2: (1, 0, 0); 2 1 3: (0, 0, 1); 2 3 1: (0, 0, 1)
        double[] owen = Shapley.owen(game(0, 0, 0, 0, 1, 1, 1), List.of(0b101, 0b010));
        assertThat(owen).containsExactly(new double[] {0.25, 0, 0.75}, EXACT);
        CoalitionGame small = game(0, 0, 0, 4, 0, 3, 6);
        assertThat(Shapley.owen(small, List.of(1, 2, 4))).containsExactly(Shapley.of(small), EXACT);
        assertThat(Shapley.owen(small, List.of(7))).containsExactly(Shapley.of(small), EXACT);
    }

    @Test
    void aRunwayMustBePaidStepByStepByThoseWhoNeedIt() {
        double[] need = {30, 10, 60, 30};
        double[] shares = SharedFacility.of(need);
        // by hand: 10 / 4; + 20 / 3; + 30 / 1
        assertThat(shares)
                .containsExactly(new double[] {2.5 + 20 / 3.0, 2.5, 2.5 + 20 / 3.0 + 30, 2.5 + 20 / 3.0}, EXACT);
        CoalitionGame cost = CoalitionGame.of(List.of("a", "b", "c", "d"), s -> {
            double most = 0;
            for (int i = 0; i < 4; i++) {
                most = (s >> i & 1) == 1 ? Math.max(most, need[i]) : most;
            }
            return most;
        });
        assertThat(shares).containsExactly(Shapley.of(cost), EXACT);
    }

    @Test
    void anEmptyCoreMustBeToldWithWhatItTakesToHoldAll() {
        // three that any two can do without: v(12) = v(13) = v(23) = v(123) = 120; e* = 40
        Division majority = of(game(0, 0, 0, 120, 120, 120, 120));
        assertThat(majority.coreIsEmpty()).isTrue();
        assertThat(majority.leastCore().orElseThrow()).isEqualTo(40, EXACT);
        assertThat(majority.advice()).isEqualTo(Advice.NOTHING_HOLDS);
        assertThat(majority.corners()).isEmpty();
        assertThat(majority.proposal().shares().orElseThrow()).containsExactly(new double[] {40, 40, 40}, EXACT);
    }

    @Test
    void whereAllHaveLessThanEachAloneNoImputationMustBeGiven() {
        Division apart = of(game(10, 10, 10, 12, 12, 12, 15));
        assertThat(apart.advice()).isEqualTo(Advice.BETTER_APART);
        assertThat(apart.of(DivisionRule.NUCLEOLUS).orElseThrow().split()).isInstanceOf(Split.Undefined.class);
        assertThat(shares(apart, DivisionRule.PRENUCLEOLUS)).containsExactly(new double[] {5, 5, 5}, EXACT);
        assertThat(apart.traits().superadditive()).isFalse();
        assertThat(apart.traits().cover().together()).isEqualTo(30);
        assertThat(apart.traits().lifted().getFirst()).isEqualTo(0b111);
    }

    @Test
    void sampledShapleyMustLieWithinItsOwnErrorOfTheExactOne() {
        double[] need = new double[40];
        for (int i = 0; i < need.length; i++) {
            need[i] = 10 + i % 7;
        }
        SampledShapley sampled = SampledShapley.of(
                40, s -> s.stream().mapToDouble(i -> need[i]).max().orElse(0), 2000, 7);
        double[] exact = SharedFacility.of(need);
        for (int i = 0; i < 40; i++) {
            assertThat(sampled.shares()[i]).isEqualTo(exact[i], within(4.5 * sampled.errors()[i]));
            assertThat(sampled.errors()[i]).isBetween(1e-6, 0.1);
        }
        assertThat(Arrays.stream(sampled.shares()).sum()).isEqualTo(16, within(1e-9));
    }

    /// Who brings w_i to a game of (Σ w)² gets w_i Σ w by Shapley (Owen 1972: the value of a quadratic game).
    @Test
    void manyPlayersMustBeSharedExactlyAndProved() {
        double[] weights = new double[15];
        double all = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 + i % 4;
            all += weights[i];
        }
        double[] sums = CoalitionGame.sums(weights);
        List<String> players =
                java.util.stream.IntStream.range(0, 15).mapToObj(i -> "p" + i).toList();
        double[] shares = Shapley.of(CoalitionGame.of(players, s -> sums[s] * sums[s]));
        for (int i = 0; i < weights.length; i++) {
            assertThat(shares[i]).isEqualTo(weights[i] * all, within(1e-9));
        }
        CoalitionGame twelve = CoalitionGame.of(players.subList(0, 12), s -> sums[s] >= 15 ? sums[s] : 0);
        Nucleolus nucleolus = Nucleolus.of(twelve, Nucleolus.Kind.NUCLEOLUS);
        assertThat(nucleolus.proof().orElseThrow().holds()).isTrue();
        assertThat(nucleolus.proof().orElseThrow().rank()).isEqualTo(12);
    }
}
