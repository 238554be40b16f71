package org.genryu.value.option;

import org.apache.commons.rng.core.source64.Philox4x64;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.genryu.core.number.RandomDraws;

/// Standard normals of a future in one run, for kernels that take them by the million.
///
/// The words are those of core's [RandomDraws] – Philox4x64-10 under key (seed, stage), counter (block, future, 0, 0)
/// – taken in turn from the first; the normals are those of the modified ziggurat of Commons RNG 1.7 (McFarland
/// 2016), which takes one word in 98 % of cases and more in the others. So a future depends on (seed, stage, future)
/// alone, whatever thread or order; its numbers are others than [RandomDraws#normal] of the same key.
final class NormalShocks {
    private final RandomDraws key;

    NormalShocks(long seed, String stage) {
        key = RandomDraws.of(seed, stage);
    }

    /// Fills the first `count` places.
    void fill(long future, double[] into, int count) {
        Philox4x64 words = new Philox4x64(new long[] {key.seed(), key.stage(), 0, future, 0, 0});
        ZigguratSampler.NormalizedGaussian normals = ZigguratSampler.NormalizedGaussian.of(words);
        for (int i = 0; i < count; i++) {
            into[i] = normals.sample();
        }
    }
}
