package org.genryu.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Rungs: identity (every stratum once), closed form (correlation of two numbers within four standard errors; the mean
/// within the width of a stratum), random against the simple version (alone against all).
class LatinHypercubeTest {
    @Test
    void everyStratumMustBeDrawnFromOnce() {
        for (int futures : new int[] {1, 2, 3, 7, 16, 17, 1000, 4099}) {
            LatinHypercube cube = LatinHypercube.of(5, "test", futures);
            int[] strata = IntStream.range(0, futures)
                    .map(f -> (int) Math.floor(cube.uniform(f, "a") * futures))
                    .sorted()
                    .toArray();
            assertThat(strata).isEqualTo(IntStream.range(0, futures).toArray());
        }
    }

    @Test
    void twoNumbersMustNotGoTogether() {
        int futures = 2000;
        for (long seed = 0; seed < 5; seed++) {
            LatinHypercube cube = LatinHypercube.of(seed, "test", futures);
            double sum = 0;
            for (int f = 0; f < futures; f++) {
                sum += (cube.uniform(f, "a") - 0.5) * (cube.uniform(f, "b") - 0.5);
            }
            assertThat(12 * sum / futures).isCloseTo(0, within(4 / Math.sqrt(futures)));
        }
    }

    @Test
    void theMeanMustBeNearerThanThatOfIndependentDraws() {
        int futures = 1000;
        LatinHypercube cube = LatinHypercube.of(3, "test", futures);
        double mean = IntStream.range(0, futures)
                .mapToDouble(f -> cube.uniform(f, "a"))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0.5, within(4 / Math.sqrt(12) / futures / Math.sqrt(futures)));
    }

    @Test
    void anotherSeedStageOrNumberMustHaveAnotherOrder() {
        LatinHypercube cube = LatinHypercube.of(1, "test", 100);
        double[] mine =
                IntStream.range(0, 100).mapToDouble(f -> cube.uniform(f, "a")).toArray();
        assertThat(IntStream.range(0, 100)
                        .mapToDouble(f -> LatinHypercube.of(2, "test", 100).uniform(f, "a"))
                        .toArray())
                .isNotEqualTo(mine);
        assertThat(IntStream.range(0, 100)
                        .mapToDouble(f -> LatinHypercube.of(1, "other", 100).uniform(f, "a"))
                        .toArray())
                .isNotEqualTo(mine);
        assertThat(IntStream.range(0, 100)
                        .mapToDouble(f -> cube.uniform(f, "b"))
                        .toArray())
                .isNotEqualTo(mine);
    }
}
