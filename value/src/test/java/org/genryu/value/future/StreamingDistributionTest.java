package org.genryu.value.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Rungs: by hand; random against the simple version (all values sorted).
class StreamingDistributionTest {
    private static final double ROUNDING = 1e-10;

    /// Width of a bucket relative to its size: 2^-8.
    private static final double BUCKET = 0.004;

    /// The boundary bucket of a tail of a twentieth holds less than a hundredth of it.
    private static final double TAIL = BUCKET / 10;

    @Test
    void fourValuesByHand() {
        StreamingDistribution tally = new StreamingDistribution(5);
        tally.add(new double[] {3, 1, Double.NaN}, 3);
        tally.add(new double[] {2, 10}, 2);
        Distribution d = tally.distribution();
        assertThat(d.futures()).isEqualTo(4);
        assertThat(d.without()).isEqualTo(1);
        assertThat(d.mean()).isCloseTo(4, within(ROUNDING));
        assertThat(d.deviation()).isCloseTo(Math.sqrt(50.0 / 3), within(ROUNDING));
        assertThat(d.quantile(0.5)).isEqualTo(2);
        assertThat(d.quantile(0.51)).isEqualTo(3);
        assertThat(d.least()).isEqualTo(1);
        assertThat(d.most()).isEqualTo(10);
        assertThat(d.shareBelow(3)).isEqualTo(0.5);
        // Three eighths of four are one and a half futures: the 1 and half of the 2.
        assertThat(d.meanOfLowest(0.375)).isCloseTo((1 + 0.5 * 2) / 1.5, within(ROUNDING));
        assertThat(d.meanOfHighest(0.25)).isCloseTo(10, within(ROUNDING));
        assertThat(d.meanOfLowest(1)).isCloseTo(4, within(ROUNDING));
    }

    @Test
    void bucketsAgreeWithSortedValues() {
        SplittableRandom random = new SplittableRandom(11);
        int n = StreamingDistribution.EXACT * 2;
        double[] all = new double[n];
        Arrays.setAll(all, i -> 300 + 500 * random.nextGaussian());
        StreamingDistribution tally = new StreamingDistribution(n);
        for (int from = 0; from < n; from += 1000) {
            double[] piece = Arrays.copyOfRange(all, from, Math.min(n, from + 1000));
            tally.add(piece, piece.length);
        }
        Distribution d = tally.distribution();
        assertThat(d.exact()).isFalse();
        double mean = Arrays.stream(all).average().orElseThrow();
        assertThat(d.mean()).isCloseTo(mean, within(1e-9));
        double squares = Arrays.stream(all).map(x -> (x - mean) * (x - mean)).sum();
        assertThat(d.deviation()).isCloseTo(Math.sqrt(squares / (n - 1)), within(1e-9));
        Arrays.sort(all);
        for (double p : new double[] {0.001, 0.05, 0.25, 0.5, 0.9, 0.999}) {
            double exact = all[(int) Math.ceil(p * n) - 1];
            assertThat(d.quantile(p)).isCloseTo(exact, within(BUCKET * Math.abs(exact)));
        }
        double worst = Arrays.stream(all, 0, n / 20).average().orElseThrow();
        assertThat(d.meanOfLowest(0.05)).isCloseTo(worst, within(TAIL * Math.abs(worst)));
        double below = Arrays.stream(all).filter(x -> x < 0).count() / (double) n;
        assertThat(d.shareBelow(0)).isCloseTo(below, within(1e-12));
    }

    @Test
    void meanOfLowestIsNotAboveItsQuantileAndRisesWithTheShare() {
        SplittableRandom random = new SplittableRandom(12);
        double[] all = new double[777];
        Arrays.setAll(all, i -> Math.exp(random.nextGaussian()));
        StreamingDistribution tally = new StreamingDistribution(777);
        tally.add(all, all.length);
        Distribution d = tally.distribution();
        double before = d.least();
        for (double p = 0.01; p < 1; p += 0.013) {
            assertThat(d.meanOfLowest(p)).isLessThanOrEqualTo(d.quantile(p)).isGreaterThanOrEqualTo(before);
            before = d.meanOfLowest(p);
        }
        assertThat(d.meanOfLowest(1)).isCloseTo(d.mean(), within(ROUNDING));
    }
}
