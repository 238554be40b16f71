package org.genryu.value.future;

import org.genryu.core.Check;

/// How many futures are run, from which seed, on how many threads. The threads change nothing in the result.
///
/// @param seed of all draws
/// @param futures 1 or more; where a price comes per future, no more than it has
/// @param threads 1 or more
public record FutureOptions(long seed, int futures, int threads) {
    /// What the program runs if nothing else is asked for.
    public static final FutureOptions STANDARD = new FutureOptions(1, 4_096, 1);

    public FutureOptions {
        Check.that(futures >= 1, "Futures: number is %s; it must be 1 or more.", futures);
        Check.that(threads >= 1, "Futures: threads are %s; they must be 1 or more.", threads);
    }

    public FutureOptions withFutures(int count) {
        return new FutureOptions(seed, count, threads);
    }
}
