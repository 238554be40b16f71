package org.genryu.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Rungs: by hand (laws that are wrong, and where), identity (the same trial again), corners counted.
class LawTest {
    private static AssertionError failureOf(Law law, Law.Rule rule) {
        return catchThrowableOfType(AssertionError.class, () -> law.holds(rule));
    }

    private static List<Double> drawn(Law law) {
        List<Double> drawn = new ArrayList<>();
        law.holds(input -> drawn.add(input.real("x", -1e6, 1e6)));
        return drawn;
    }

    @Test
    void aWrongLawMustTellSeedTrialAndThePlainestInput() {
        AssertionError error = failureOf(Law.of(5, 300), input -> {
            int a = input.whole("a", 0, 1000);
            int b = input.whole("b", 0, 1000);
            assertThat(a + b).as("sum").isLessThan(1234);
        });
        assertThat(error).hasMessageStartingWith("""
                Law of seed 5: trial 1 of 312 fails. As plain as it still fails:
                  a = 1000
                  b = 1000
                To repeat it: Law.of(5L, 300).at(1)
                java.lang.AssertionError: [sum]""".replace("\n", System.lineSeparator()));
        assertThat(error.getCause()).isInstanceOf(AssertionError.class).hasMessageContaining("1234");
    }

    @Test
    void aFailureBetweenTheCornersMustBeFoundAndRepeatedByItsNumber() {
        Law.Rule rule = input -> assertThat(input.whole("n", 0, 1000)).matches(n -> n < 400 || n > 600);
        AssertionError error = failureOf(Law.of(8, 300), rule);
        assertThat(error).hasMessageContaining("n = 400" + System.lineSeparator());
        String message = String.valueOf(error.getMessage());
        int number = Integer.parseInt(message.replaceFirst("(?s).*trial (\\d+) of 312.*", "$1"));
        assertThat(number).isGreaterThanOrEqualTo(Law.CORNERS);
        assertThat(failureOf(Law.of(8, 300).at(number), rule)).hasMessage(message);
        Law.of(8, 300).at(0).holds(rule);
    }

    @Test
    void longInputsMustBeMadeShort() {
        assertThat(failureOf(Law.of(1, 300), input -> {
                    String text = input.text("text");
                    assertThat(text).doesNotContain("\uFFFE");
                }))
                .hasMessageContaining("text = \"\\uFFFE\"" + System.lineSeparator());
        assertThat(failureOf(Law.of(2, 300), input -> {
                    double[] values = input.reals("values", 0, 40, -1e9, 1e9);
                    assertThat(values).hasSizeLessThan(3);
                }))
                .hasMessageContaining("values = [0.0, 0.0, 0.0]" + System.lineSeparator());
        assertThat(failureOf(Law.of(3, 300), input -> {
                    byte[] bytes = input.bytes("bytes");
                    assertThat(bytes).doesNotContain(0xAB);
                }))
                .hasMessageContaining("bytes = ab" + System.lineSeparator());
    }

    @Test
    void whatIsThrownMustFailTheLawAndNotTurnIntoAnotherFailure() {
        AssertionError error = failureOf(Law.of(4, 100), input -> {
            double x = input.real("x", -10, 10);
            assertThat(x).isNotEqualTo(0);
            if (x > 5) {
                throw new java.io.IOException("beyond 5");
            }
        });
        assertThat(error).hasMessageContaining("x = 0.0");
        assertThat(failureOf(Law.of(4, 100), input -> {
                    if (input.real("x", -10, 10) > 5) {
                        throw new java.io.IOException("beyond 5");
                    }
                }))
                .hasMessageContaining("x = 10.0")
                .hasCauseInstanceOf(java.io.IOException.class);
    }

    @Test
    void theSameSeedMustGiveTheSameTrialsAndAnotherOneOthers() {
        List<Double> once = drawn(Law.of(6, 50));
        assertThat(drawn(Law.of(6, 50))).isEqualTo(once).hasSize(Law.CORNERS + 50);
        assertThat(drawn(Law.of(6, 50).at(40))).containsExactly(once.get(40));
        assertThat(drawn(Law.of(7, 50)).subList(20, 60)).isNotEqualTo(once.subList(20, 60));
    }

    @Test
    void everyCornerMustBeMetBeforeTheRandomTrials() {
        Set<Double> reals = new HashSet<>();
        Set<Double> anywhere = new HashSet<>();
        Set<Long> wholes = new HashSet<>();
        Set<Integer> sizes = new HashSet<>();
        for (int number = 0; number < Law.CORNERS; number++) {
            Law.of(9, 1).at(number).holds(input -> {
                reals.add(input.real("x", -2, 3));
                anywhere.add(input.real("y"));
                wholes.add(input.whole("n", Long.MIN_VALUE, Long.MAX_VALUE));
                sizes.add(input.list("l", 2, 9, t -> t.whole("i", 0, 1)).size());
            });
        }
        assertThat(reals)
                .containsExactlyInAnyOrder(
                        0.0, -2.0, 3.0, 1.0, -1.0, 0.01, -0.01, Math.nextUp(-2.0), Math.nextDown(3.0));
        assertThat(anywhere).hasSize(Law.CORNERS).contains(-0.0, Double.MAX_VALUE, -Double.MIN_VALUE);
        assertThat(wholes)
                .containsExactlyInAnyOrder(
                        0L, 1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE - 1);
        assertThat(sizes).containsExactlyInAnyOrder(2, 3, 9);
    }

    @Test
    void whatIsDrawnMustFillItsRangeAndNeverLeaveIt() {
        Set<Integer> small = new HashSet<>();
        Set<Boolean> signs = new HashSet<>();
        Set<Integer> exponents = new HashSet<>();
        Law.of(10, 5000).holds(input -> {
            small.add(input.whole("small", -3, 6));
            assertThat(input.whole("below", -9, -4)).isBetween(-9, -4);
            assertThat(input.real("x", 0.003, 0.007)).isBetween(0.003, 0.007);
            assertThat(input.real("y", -1e-9, 1e9)).isBetween(-1e-9, 1e9);
            assertThat(input.real("z", -5, -4.5)).isBetween(-5.0, -4.5);
            signs.add(input.whole("any", Long.MIN_VALUE, Long.MAX_VALUE) < 0);
            double any = input.real("any");
            assertThat(any).isFinite();
            exponents.add(Math.getExponent(any));
            assertThat(input.bytes("bytes")).hasSizeLessThanOrEqualTo(255);
        });
        assertThat(small).hasSize(10);
        assertThat(signs).hasSize(2);
        assertThat(exponents).hasSizeGreaterThan(800);
    }

    @Test
    void aLawWithoutInputMustBeTheProgrammersMistake() {
        assertThatThrownBy(() -> Law.of(1, 1).holds(input -> {}))
                .hasMessage("Law: the rule draws nothing; it must draw its input.");
        assertThatThrownBy(() -> Law.of(1, 0)).hasMessage("Law: tries is 0; it must be 1 or more.");
        assertThatThrownBy(() -> Law.of(1, 1).holds(input -> input.whole("n", 2, 1)))
                .hasMessageContaining("Input: 'n' has nothing to be drawn from.");
    }
}
