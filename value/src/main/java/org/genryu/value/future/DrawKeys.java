package org.genryu.value.future;

import org.genryu.core.number.RandomDraws;

/// From which state does a future draw the numbers of one factor? The same one whatever else is drawn, by whichever
/// thread, in whichever block.
///
/// φ(f) = word 0 of Philox4x64-10 under key (seed, first 64 bits of SHA-256 of `value futures`) and counter
/// (1, f, 0, 0), the first word of core's `Draws` of that stage – [#future]
///
/// key(f, s) = mix(φ(f) + first 64 bits of SHA-256 of the stream's name s) – [#fill]
///
/// word(f, s, i) = mix(key(f, s) + (i + 1) γ), i = 0, 1, … – [FutureLanes#words]
///
/// γ = 9e3779b97f4a7c15 (hexadecimal), mix – the finaliser of SplitMix64, so that a stream is what `SplitMix64` gives
/// when it starts at key(f, s). A word is a function of its place: no state, no order.
///
/// Sources: Salmon, Moraes, Dror, Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC11; Steele, Lea, Flood
/// (2014), Fast splittable pseudorandom number generators, OOPSLA. Not for secrets.
final class DrawKeys {
    static final String STAGE = "value futures";
    static final long GAMMA = 0x9e3779b97f4a7c15L;
    private static final long MULTIPLIER_0 = 0xD2E7470EE14C6C93L;
    private static final long MULTIPLIER_1 = 0xCA5A826395121157L;
    private static final long WEYL_0 = 0x9E3779B97F4A7C15L;
    private static final long WEYL_1 = 0xBB67AE8584CAA73BL;
    private static final int ROUNDS = 10;

    private final long seed;
    private final long stage;

    DrawKeys(long seed) {
        this.seed = seed;
        this.stage = stream(STAGE);
    }

    /// First 64 bits of SHA-256 of a name.
    static long stream(String name) {
        return RandomDraws.of(0, name).stage();
    }

    /// φ(f).
    long future(long f) {
        long x0 = 1;
        long x1 = f;
        long x2 = 0;
        long x3 = 0;
        long k0 = seed;
        long k1 = stage;
        for (int round = 0; round < ROUNDS; round++) {
            long high0 = Math.unsignedMultiplyHigh(MULTIPLIER_0, x0);
            long low0 = MULTIPLIER_0 * x0;
            long high1 = Math.unsignedMultiplyHigh(MULTIPLIER_1, x2);
            long low1 = MULTIPLIER_1 * x2;
            x0 = high1 ^ x1 ^ k0;
            x1 = low1;
            x2 = high0 ^ x3 ^ k1;
            x3 = low0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        return x0;
    }

    /// Fills φ of the futures from `first` on.
    void futures(long first, long[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = future(first + i);
        }
    }

    /// Fills the keys of a stream.
    /// @param stream first 64 bits of SHA-256 of its name
    static void fill(long[] futures, long stream, long[] out) {
        for (int i = 0; i < FutureLanes.WIDTH; i++) {
            out[i] = mix(futures[i] + stream);
        }
    }

    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
