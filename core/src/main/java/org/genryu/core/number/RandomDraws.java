package org.genryu.core.number;

import org.apache.commons.rng.core.source64.Philox4x64;
import org.genryu.core.Check;
import org.genryu.core.ContentHash;

/// Which random number belongs to (seed, stage, future, index)? Always the same one, whatever was drawn before, by
/// whichever thread and in whichever order: the generator is a function of its counter, not of its past.
///
/// word(f, i) = word i mod 4 of the block 1 + i div 4 of Philox4x64-10 under key (seed, first 64 bits of SHA-256 of
/// the stage) and counter (block, f, 0, 0) – the words that numpy's `Philox(key, counter=[0, f, 0, 0])` gives in turn
///
/// uniform = (word div 2^12 + 1/2) / 2^52, from 2^-53 to 1 - 2^-53, never 0 or 1 – [#uniform]
/// normal = z(uniform), z the inverse of the standard normal distribution function – [#normal]
/// amount = its quantile at the uniform – [#amount]
///
/// Source: Salmon, Moraes, Dror, Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC11. Not for secrets.
/// Instances are immutable and may be shared between threads.
///
/// @param seed of the run
/// @param stage key of the part of the chain that draws, so that two parts never share numbers
public record RandomDraws(long seed, long stage) {
    private static final int WORDS = 4;

    /// @param stage name such as `stress`
    public static RandomDraws of(long seed, String stage) {
        return new RandomDraws(seed, ContentHash.key(stage));
    }

    /// In (0, 1).
    /// @param future number of the future, 0 or more
    /// @param index number of the draw within the future, 0 or more
    public double uniform(long future, long index) {
        Philox4x64 block = at(future, index);
        for (long skip = index % WORDS; skip > 0; skip--) {
            block.nextLong();
        }
        return unit(block.nextLong());
    }

    /// Fills `into` with the uniforms of index `first`, `first` + 1, …
    public void uniforms(long future, long first, double[] into) {
        Philox4x64 block = at(future, first);
        for (long skip = first % WORDS; skip > 0; skip--) {
            block.nextLong();
        }
        for (int i = 0; i < into.length; i++) {
            into[i] = unit(block.nextLong());
        }
    }

    /// Standard normal.
    public double normal(long future, long index) {
        return Amount.STANDARD.inverseCumulativeProbability(uniform(future, index));
    }

    /// The value of an uncertain number in a future.
    public double amount(Amount amount, long future, long index) {
        return amount.quantile(uniform(future, index));
    }

    private Philox4x64 at(long future, long index) {
        Check.that(
                future >= 0 && index >= 0, "Draws: future is %s and index %s; they must be 0 or more.", future, index);
        return new Philox4x64(new long[] {seed, stage, index / WORDS, future, 0, 0});
    }

    private static double unit(long word) {
        return ((word >>> 12) + 0.5) * 0x1p-52;
    }
}
