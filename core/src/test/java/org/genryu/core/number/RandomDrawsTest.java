package org.genryu.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.junit.jupiter.api.Test;

/// Rungs: published value (Random123), second implementation (numpy), closed form (moments and correlation within
/// four standard errors).
class RandomDrawsTest {
    private static final int MANY = 200_000;
    private static final double STANDARD_ERRORS = 4;

    /// Random123, file kat_vectors, lines `philox4x64 10`. The generator adds one to its counter before the first
    /// block.
    @Test
    void theGeneratorMustGiveThePublishedWords() {
        assertThat(words(new Philox4x64(new long[] {0, 0, -1, -1, -1, -1})))
                .containsExactly(0x16554d9eca36314cL, 0xdb20fe9d672d0fdcL, 0xd7e772cee186176bL, 0x7e68b68aec7ba23bL);
        assertThat(words(new Philox4x64(new long[] {-1, -1, -2, -1, -1, -1})))
                .containsExactly(0x87b092c3013fe90bL, 0x438c3c67be8d0224L, 0x9cc7d7c69cd777b6L, 0xa09caebf594f0ba0L);
        assertThat(words(new Philox4x64(new long[] {
                    0x452821e638d01377L,
                    0xbe5466cf34e90c6cL,
                    0x243f6a8885a308d2L,
                    0x13198a2e03707344L,
                    0xa4093822299f31d0L,
                    0x082efa98ec4e6c89L
                })))
                .containsExactly(0xa528f45403e61d95L, 0x38c72dbd566e9788L, 0xa5a1610e72fd18b5L, 0x57bd43b5e52b7fe6L);
    }

    private static long[] words(Philox4x64 generator) {
        return new long[] {generator.nextLong(), generator.nextLong(), generator.nextLong(), generator.nextLong()};
    }

    /// numpy 2.4: Philox(key=[42, 0xf43dc8790ed62156], counter=[0, 7, 0, 0]).random_raw(8), each as (w >> 12) + 1/2
    /// over 2^52.
    @Test
    void drawsMustBeThoseOfNumpy() {
        RandomDraws draws = RandomDraws.of(42, "stress");
        double[] expected = {
            0.36999883422083724,
            0.7394370472779058,
            0.8091455189313851,
            0.026069152290203124,
            0.8945127040685631,
            0.7443587596773292,
            0.6138826773539218,
            0.7352846990290044
        };
        assertThat(draws.stage()).isEqualTo(0xf43dc8790ed62156L);
        for (int i = 0; i < expected.length; i++) {
            assertThat(draws.uniform(7, i)).isEqualTo(expected[i]);
        }
    }

    @Test
    void aDrawMustNotDependOnOrderOrThread() {
        RandomDraws draws = RandomDraws.of(1, "balance");
        double[] inTurn = new double[1001];
        draws.uniforms(3, 5, inTurn);
        double[] scattered = new double[1001];
        IntStream.range(0, 1001).parallel().map(i -> 1000 - i).forEach(i -> scattered[i] = draws.uniform(3, 5 + i));
        assertThat(scattered).containsExactly(inTurn);
    }

    @Test
    void anotherSeedStageOrFutureMustGiveOtherDraws() {
        double one = RandomDraws.of(1, "a").uniform(0, 0);
        assertThat(one)
                .isNotEqualTo(RandomDraws.of(2, "a").uniform(0, 0))
                .isNotEqualTo(RandomDraws.of(1, "b").uniform(0, 0));
        assertThat(one)
                .isNotEqualTo(RandomDraws.of(1, "a").uniform(1, 0))
                .isNotEqualTo(RandomDraws.of(1, "a").uniform(0, 1));
    }

    @Test
    void uniformsMustHaveTheMomentsOfTheUniformDistribution() {
        double[] u = new double[MANY];
        RandomDraws.of(20, "moments").uniforms(0, 0, u);
        double mean = IntStream.range(0, MANY).mapToDouble(i -> u[i]).sum() / MANY;
        double square = IntStream.range(0, MANY)
                        .mapToDouble(i -> (u[i] - 0.5) * (u[i] - 0.5))
                        .sum()
                / MANY;
        double neighbours = IntStream.range(1, MANY)
                        .mapToDouble(i -> (u[i] - 0.5) * (u[i - 1] - 0.5))
                        .sum()
                / MANY;
        assertThat(mean).isCloseTo(0.5, within(STANDARD_ERRORS * Math.sqrt(1 / 12.0 / MANY)));
        assertThat(square).isCloseTo(1 / 12.0, within(STANDARD_ERRORS * Math.sqrt(1 / 180.0 / MANY)));
        assertThat(neighbours).isCloseTo(0, within(STANDARD_ERRORS / 12 / Math.sqrt(MANY)));
    }

    @Test
    void firstDrawsOfFuturesMustBeIndependentOfEachOther() {
        RandomDraws draws = RandomDraws.of(21, "moments");
        double[] z =
                IntStream.range(0, MANY).mapToDouble(f -> draws.normal(f, 0)).toArray();
        double mean = IntStream.range(0, MANY).mapToDouble(i -> z[i]).sum() / MANY;
        double square = IntStream.range(0, MANY).mapToDouble(i -> z[i] * z[i]).sum() / MANY;
        double fourth =
                IntStream.range(0, MANY).mapToDouble(i -> Math.pow(z[i], 4)).sum() / MANY;
        double neighbours =
                IntStream.range(1, MANY).mapToDouble(i -> z[i] * z[i - 1]).sum() / MANY;
        double error = STANDARD_ERRORS / Math.sqrt(MANY);
        assertThat(mean).isCloseTo(0, within(error));
        assertThat(square).isCloseTo(1, within(error * Math.sqrt(2)));
        assertThat(fourth).isCloseTo(3, within(error * Math.sqrt(96)));
        assertThat(neighbours).isCloseTo(0, within(error));
    }

    @Test
    void aNegativeIndexMustBeTheProgrammersMistake() {
        assertThatThrownBy(() -> RandomDraws.of(1, "a").uniform(0, -1))
                .hasMessage("Draws: future is 0 and index -1; they must be 0 or more.");
    }
}
