package org.genryu.share.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genryu.laws.Law;
import org.genryu.share.game.CoalitionGame;
import org.junit.jupiter.api.Test;

/// How far off splits of drawn games may be, and what is measured of who brings what. Rung: by hand, and identity.
class SplitErrorsTest {
    private static final List<String> TWO = List.of("JP", "US");

    /// Worths of two players by future: alone nothing, together as listed.
    private static CoalitionGame mean(int[] futures, double... together) {
        double sum = Arrays.stream(futures).mapToDouble(f -> together[f]).sum() / futures.length;
        return new CoalitionGame(TWO, new double[] {0, 0, 0, sum});
    }

    @Test
    void theErrorOfAMeanMustBeThatOfTheTextbook() {
        // 4, 8, 6, 2: mean 5, s² = (1 + 9 + 1 + 9)/3 = 20/3, s/√4 = √(5/3)
        double[] together = {4, 8, 6, 2};
        SplitErrors errors = SplitErrors.of(4, some -> mean(some, together), Division.Options.NONE);
        double error = Math.sqrt(5.0 / 3);
        assertThat(errors.worths()[3]).isCloseTo(error, within(1e-12));
        assertThat(errors.worths()[1]).isZero();
        for (DivisionRule rule : List.of(DivisionRule.SHAPLEY, DivisionRule.NUCLEOLUS, DivisionRule.NASH)) {
            assertThat(errors.of(rule, 0).orElseThrow()).as(rule.id()).isCloseTo(error / 2, within(1e-6));
        }
    }

    @Test
    void aRuleThatIsUndefinedInSomeGamesMustHaveNoError() {
        // Without the good future nobody gains: Gately's point is not defined there.
        double[] together = {10, 0, 0};
        SplitErrors errors = SplitErrors.of(3, some -> mean(some, together), Division.Options.NONE);
        assertThat(errors.of(DivisionRule.GATELY, 0)).isEmpty();
        assertThat(errors.of(DivisionRule.SHAPLEY, 0)).isPresent();
    }

    @Test
    void tailPartsMustSumToTheTailOfTheSum() {
        // Ten futures alike likely; the worst fifth are the first two: sums -10 and -6.
        double[][] gains = new double[10][];
        gains[0] = new double[] {-8, -2};
        gains[1] = new double[] {-7, 1};
        for (int f = 2; f < 10; f++) {
            gains[f] = new double[] {5, 0};
        }
        // Means 2.5 and -0.1; in the worst fifth -7.5 and -0.5.
        double[] parts = MeasuredWeights.tailParts(gains, .2);
        assertThat(parts[0]).isCloseTo(10, within(1e-12));
        assertThat(parts[1]).isCloseTo(.4, within(1e-12));
        Law.of(2, 40).holds(input -> {
            int futures = input.whole("futures", 2, 30);
            double tail = input.real("tail", .05, 1);
            double[][] drawn = new double[futures][];
            double[][] sums = new double[futures][];
            for (int f = 0; f < futures; f++) {
                drawn[f] = new double[] {input.real("a", -9, 9), input.real("b", -9, 9), input.real("c", -9, 9)};
                sums[f] = new double[] {Arrays.stream(drawn[f]).sum()};
            }
            assertThat(Arrays.stream(MeasuredWeights.tailParts(drawn, tail)).sum())
                    .isCloseTo(MeasuredWeights.tailParts(sums, tail)[0], within(1e-9));
        });
    }

    @Test
    void eachThingThatSomebodyBringsMustCountAlike() {
        MeasuredWeights all =
                new MeasuredWeights(new double[] {30, 10}, new double[] {0, 8}, Optional.of(new double[] {5, -1}));
        // (3/4 + 0 + 1)/3 and (1/4 + 1 + 0)/3
        assertThat(all.weights()[0]).isCloseTo(7.0 / 12, within(1e-12));
        assertThat(all.weights()[1]).isCloseTo(5.0 / 12, within(1e-12));
        MeasuredWeights money = new MeasuredWeights(new double[] {30, 0}, new double[2], Optional.empty());
        assertThat(money.weights()).containsExactly(1, MeasuredWeights.LEAST);
        assertThat(new MeasuredWeights(new double[2], new double[2], Optional.empty()).any())
                .isFalse();
    }
}
