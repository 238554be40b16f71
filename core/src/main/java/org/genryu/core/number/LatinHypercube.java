package org.genryu.core.number;

import org.genryu.core.Check;

/// Which share of its distribution does a future draw of a number? Of N futures each draws one from each of N equal
/// strata, in an order of its own for each number; a future's draw is a function of its place, so that it can be
/// drawn alone.
///
/// u(f, s) = (π_s(f) + v(f, s)) / N                    v – uniform of [RandomDraws] – [#uniform]
///
/// π_s – permutation of 0 … N - 1: four rounds of a Feistel network on the least even number of bits that holds
/// N, keyed by seed and stream s, walked until it falls below N – [#stratum]
///
/// Sources: McKay, Beckman, Conover (1979), Technometrics 21, 239; Black, Rogaway (2002), Ciphers with arbitrary
/// finite domains, CT-RSA, method 2 (cycle walking). Not for secrets. Draws of two numbers are independent;
/// [CorrelatedHypercube] ties them.
///
/// @param draws seed and stage
/// @param futures N, 1 or more
public record LatinHypercube(RandomDraws draws, int futures) {
    private static final int ROUNDS = 4;
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    public LatinHypercube {
        Check.that(futures >= 1, "Latin hypercube: %s futures; there must be 1 or more.", futures);
    }

    /// @param stage name such as `stress futures`
    public static LatinHypercube of(long seed, String stage, int futures) {
        return new LatinHypercube(RandomDraws.of(seed, stage), futures);
    }

    /// In (0, 1).
    /// @param future from 0
    /// @param stream name of the number, that no other has
    public double uniform(int future, String stream) {
        long key = key(stream);
        return (stratum(future, key) + new RandomDraws(draws.seed() ^ key, draws.stage()).uniform(future, 0)) / futures;
    }

    /// What tells a stream from others.
    static long key(String stream) {
        return RandomDraws.of(0, stream).stage();
    }

    /// The stratum that a future draws from, from 0.
    /// @param key of the stream
    int stratum(int future, long key) {
        Check.that(future >= 0 && future < futures, "Latin hypercube: future %s of %s.", future, futures);
        int half = 1;
        while (half < 15 && (1L << (2 * half)) < futures) {
            half++;
        }
        long at = future;
        do {
            at = permuted(at, half, key);
        } while (at >= futures);
        return (int) at;
    }

    private long permuted(long at, int half, long key) {
        long mask = (1L << half) - 1;
        long left = at >>> half;
        long right = at & mask;
        for (int round = 1; round <= ROUNDS; round++) {
            long next =
                    left ^ (mix(mix(draws.seed() + round * GAMMA) ^ mix(draws.stage() + key) ^ right * GAMMA) & mask);
            left = right;
            right = next;
        }
        return (left << half) | right;
    }

    /// The finaliser of SplitMix64.
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
