package org.genryu.value.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.genryu.core.number.RandomDraws;
import org.junit.jupiter.api.Test;

/// Rungs: second implementation (Philox of Commons RNG through core's `Draws`, its SplitMix64), closed form (the exact
/// transform of the same words), moments within four of their own standard errors.
class FutureLanesTest {
    /// The first word decides the uniform to its 52 bits.
    private static final double SAME_UNIFORM = 0;

    /// Largest error of the polynomials for radius and turn, relative to the radius.
    private static final double NORMAL_ERROR = 1.5e-10;

    /// At the bound; ten terms of the series, eight squarings.
    private static final double EXP_ERROR = 1e-12;

    private static final double ERRORS = 4;

    private static long[] keys(long seed, String stream) {
        long[] futures = new long[FutureLanes.WIDTH];
        new DrawKeys(seed).futures(0, futures);
        long[] keys = new long[FutureLanes.WIDTH];
        DrawKeys.fill(futures, DrawKeys.stream(stream), keys);
        return keys;
    }

    @Test
    void firstWordOfFutureIsThatOfCoreDraws() {
        DrawKeys keys = new DrawKeys(42);
        RandomDraws draws = RandomDraws.of(42, DrawKeys.STAGE);
        for (long f : new long[] {0, 1, 255, 1_000_000_007L, 1L << 40}) {
            double mine = ((keys.future(f) >>> 12) + 0.5) * 0x1p-52;
            assertThat(mine).isEqualTo(draws.uniform(f, 0), within(SAME_UNIFORM));
        }
    }

    @Test
    void streamIsSplitMixFromItsKey() {
        long[] keys = keys(7, "price ndpr");
        SplitMix64 other = new SplitMix64(keys[3]);
        long[] words = new long[FutureLanes.WIDTH];
        for (int i = 0; i < 5; i++) {
            FutureLanes.words(keys, i, words);
            assertThat(words[3]).isEqualTo(other.nextLong());
        }
    }

    @Test
    void normalsAreTheExactTransformOfTheirWords() {
        long[] keys = keys(1, "any");
        long[] first = new long[FutureLanes.WIDTH];
        long[] second = new long[FutureLanes.WIDTH];
        double[] cosine = new double[FutureLanes.WIDTH];
        double[] sine = new double[FutureLanes.WIDTH];
        FutureLanes lanes = new FutureLanes();
        for (int pair = 0; pair < 200; pair++) {
            FutureLanes.words(keys, 2L * pair, first);
            FutureLanes.words(keys, 2L * pair + 1, second);
            lanes.normals(keys, pair, cosine, sine);
            for (int i = 0; i < FutureLanes.WIDTH; i++) {
                double f = ((first[i] >>> 32) + 0.5) * 0x1p-33;
                int g = Long.numberOfLeadingZeros(first[i] << 32 | 0x80000000L);
                double r = Math.sqrt(2 * (g * Math.log(2) - Math.log1p(-f)));
                double t = ((second[i] >> 12) + 0.5) * 0x1p-51;
                assertThat(cosine[i]).isCloseTo(r * Math.cos(Math.PI * t), within(NORMAL_ERROR * Math.max(1, r)));
                assertThat(sine[i]).isCloseTo(r * Math.sin(Math.PI * t), within(NORMAL_ERROR * Math.max(1, r)));
            }
        }
    }

    @Test
    void normalsHaveTheMomentsOfTheNormalDistribution() {
        double[] power = new double[5];
        double product = 0;
        int n = 0;
        double beyond = 0;
        double[] a = new double[FutureLanes.WIDTH];
        double[] b = new double[FutureLanes.WIDTH];
        FutureLanes lanes = new FutureLanes();
        long[] keys = keys(3, "moments");
        for (int pair = 0; pair < 4000; pair++) {
            lanes.normals(keys, pair, a, b);
            for (int i = 0; i < FutureLanes.WIDTH; i++) {
                product += a[i] * b[i];
                for (double z : new double[] {a[i], b[i]}) {
                    for (int p = 1; p < 5; p++) {
                        power[p] += Math.pow(z, p);
                    }
                    beyond += z > 2 ? 1 : 0;
                    n++;
                }
            }
        }
        double root = Math.sqrt(n);
        assertThat(power[1] / n).isCloseTo(0, within(ERRORS / root));
        assertThat(power[2] / n).isCloseTo(1, within(ERRORS * Math.sqrt(2) / root));
        assertThat(power[3] / n).isCloseTo(0, within(ERRORS * Math.sqrt(15) / root));
        assertThat(power[4] / n).isCloseTo(3, within(ERRORS * Math.sqrt(96) / root));
        assertThat(product / n * 2).isCloseTo(0, within(ERRORS * Math.sqrt(2) / root));
        double tail = 0.022750131948179195;
        assertThat(beyond / n).isCloseTo(tail, within(ERRORS * Math.sqrt(tail) / root));
    }

    @Test
    void exponentialsAreThoseOfTheLibraryUpToTheBound() {
        SplittableRandom random = new SplittableRandom(5);
        double[] x = new double[FutureLanes.WIDTH];
        double[] y = new double[FutureLanes.WIDTH];
        for (int round = 0; round < 50; round++) {
            Arrays.setAll(x, i -> random.nextDouble(-FutureLanes.EXP_BOUND, FutureLanes.EXP_BOUND));
            System.arraycopy(x, 0, y, 0, x.length);
            FutureLanes.exp(y);
            for (int i = 0; i < x.length; i++) {
                assertThat(y[i] / Math.exp(x[i])).isCloseTo(1, within(EXP_ERROR));
            }
        }
        Arrays.fill(x, 1e6);
        FutureLanes.exp(x);
        assertThat(x[0] / Math.exp(FutureLanes.EXP_BOUND)).isCloseTo(1, within(EXP_ERROR));
    }
}
