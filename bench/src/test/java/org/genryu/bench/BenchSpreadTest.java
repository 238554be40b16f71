package org.genryu.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// By hand, and the median against its definition on random rounds.
class BenchSpreadTest {
    @Test
    void medianIsTheMiddleOfAnOddNumberOfRounds() {
        assertThat(BenchSpread.of(5, 1, 9)).isEqualTo(new BenchSpread(5, 1, 9, 3));
    }

    @Test
    void medianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(BenchSpread.of(4, 1, 2, 100).median()).isEqualTo(3);
    }

    @Test
    void noRoundsHaveNoSpread() {
        assertThatThrownBy(() -> BenchSpread.of()).hasMessage("Spread: 0 values; there must be 1 or more.");
    }

    @Test
    void halfOfTheRoundsLieOnEachSide() {
        Law.of(20261121, 100).holds(input -> {
            double[] rounds = input.reals("rounds", 1, 9, 0, 1e6);
            BenchSpread spread = BenchSpread.of(rounds);
            long below = java.util.Arrays.stream(rounds)
                    .filter(x -> x < spread.median())
                    .count();
            long above = java.util.Arrays.stream(rounds)
                    .filter(x -> x > spread.median())
                    .count();
            assertThat(below).isLessThanOrEqualTo(rounds.length / 2);
            assertThat(above).isLessThanOrEqualTo(rounds.length / 2);
            assertThat(spread.median()).isCloseTo(spread.least(), within(spread.most() - spread.least()));
        });
    }

    @Test
    void numbersShowFourDigitsThatCount() {
        assertThat(BenchSpread.number(0.0123456)).isEqualTo("0.01235");
        assertThat(BenchSpread.number(12.3456)).isEqualTo("12.35");
        assertThat(BenchSpread.number(10595.408984)).isEqualTo("10595");
        assertThat(BenchSpread.number(0)).isEqualTo("0");
        assertThat(BenchSpread.number(3e-9)).isEqualTo("3.0e-09");
    }

    @Test
    void textGivesTheEndsUnlessThereWasOneRound() {
        assertThat(BenchSpread.of(1, 2, 3).text()).isEqualTo("2.000 (1.000..3.000)");
        assertThat(BenchSpread.of(2).text()).isEqualTo("2.000");
    }
}
