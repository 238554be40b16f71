package org.genryu.stress.future;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.genryu.core.Check;
import org.genryu.core.Deadline;

/// Futures side by side on this machine: no more of them are held than twice the workers, and what they say does not
/// depend on how many those are.
public final class FutureWorkers implements FutureEngine {
    private final int workers;
    private final IntFunction<FutureLoss> one;

    /// @param workers 1 or more
    /// @param one goes through a future
    public FutureWorkers(int workers, IntFunction<FutureLoss> one) {
        Check.that(workers >= 1, "Future workers: %s; there must be 1 or more.", workers);
        this.workers = workers;
        this.one = one;
    }

    @Override
    public void each(int futures, Predicate<FutureLoss> goesOn) {
        if (workers == 1) {
            boolean more = true;
            for (int f = 0; f < futures && more; f++) {
                more = goesOn.test(one.apply(f));
            }
            return;
        }
        Deadline deadline = Deadline.present();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            FutureEngine.inOrder(
                    futures,
                    2 * workers,
                    f -> threads.submit(() -> deadline.over(() -> List.of(one.apply(f)))),
                    goesOn);
        }
    }
}
