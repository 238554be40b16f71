package org.genryu.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// Rungs: identity (every stratum once, whatever is tied; what is not tied draws as before), law (the rank correlations
/// of a sample are those asked, far nearer than independent draws come), by hand (1 and -1).
class CorrelatedHypercubeTest {
    private static CorrelatedHypercube cube(int futures, Correlation.Pair... pairs) {
        return CorrelatedHypercube.of(LatinHypercube.of(5, "test", futures), List.of(pairs));
    }

    private static Correlation.Pair pair(String first, String second, double rank) {
        return new Correlation.Pair(first, second, rank);
    }

    private static double[] drawn(CorrelatedHypercube cube, String stream) {
        return IntStream.range(0, cube.hypercube().futures())
                .mapToDouble(f -> cube.uniform(f, stream))
                .toArray();
    }

    private static int[] ranks(CorrelatedHypercube cube, String stream) {
        int n = cube.hypercube().futures();
        return IntStream.range(0, n)
                .map(f -> (int) Math.floor(cube.uniform(f, stream) * n))
                .toArray();
    }

    /// Spearman's, of ranks 0 to n - 1 that each stand once.
    private static double rank(CorrelatedHypercube cube, String first, String second) {
        int[] a = ranks(cube, first);
        int[] b = ranks(cube, second);
        double n = a.length;
        double sum = 0;
        for (int f = 0; f < a.length; f++) {
            sum += (double) (a[f] - b[f]) * (a[f] - b[f]);
        }
        return 1 - 6 * sum / (n * (n * n - 1));
    }

    @Test
    void everyStratumMustBeDrawnFromOnce() {
        for (int futures : new int[] {1, 2, 3, 16, 1000}) {
            CorrelatedHypercube cube = cube(futures, pair("a", "b", .7), pair("b", "c", -.4));
            for (String stream : List.of("a", "b", "c", "free")) {
                int[] strata = IntStream.of(ranks(cube, stream)).sorted().toArray();
                assertThat(strata).isEqualTo(IntStream.range(0, futures).toArray());
            }
        }
    }

    @Test
    void ranksMustGoTogetherAsAsked() {
        Law.of(20261201, 60).holds(input -> {
            double ab = input.real("ab", -.9, .9);
            double bc = input.real("bc", -.4, .4);
            CorrelatedHypercube cube = cube(1000, pair("b", "a", ab), pair("b", "c", bc), pair("d", "e", ab));
            assertThat(rank(cube, "a", "b")).isCloseTo(ab, within(.05));
            assertThat(rank(cube, "b", "c")).isCloseTo(bc, within(.05));
            assertThat(rank(cube, "a", "c")).as("not asked").isCloseTo(0, within(.05));
            assertThat(rank(cube, "d", "e")).isCloseTo(ab, within(.05));
        });
    }

    @Test
    void wholeCorrelationsMustGiveOneOrder() {
        CorrelatedHypercube cube = cube(200, pair("a", "b", 1), pair("c", "d", -1));
        assertThat(rank(cube, "a", "b")).isGreaterThan(.9999);
        assertThat(rank(cube, "c", "d")).isLessThan(-.9999);
    }

    @Test
    void whatIsNotTiedMustDrawAsBefore() {
        CorrelatedHypercube cube = cube(100, pair("a", "b", .5));
        assertThat(drawn(cube, "free")).isEqualTo(drawn(cube(100), "free"));
        assertThat(drawn(cube(100), "a"))
                .isEqualTo(IntStream.range(0, 100)
                        .mapToDouble(f -> LatinHypercube.of(5, "test", 100).uniform(f, "a"))
                        .toArray());
        // the order in which pairs are written, and which number of one stands first, is nothing
        assertThat(drawn(cube(100, pair("b", "a", .5)), "a")).isEqualTo(drawn(cube, "a"));
    }

    @Test
    void whatCannotHoldTogetherMustBeTold() {
        assertThat(cube(100, pair("a", "b", .5)).repair()).isZero();
        assertThat(cube(100, pair("a", "b", .9), pair("a", "c", .9), pair("b", "c", -.9))
                        .repair())
                .isGreaterThan(.1);
    }
}
