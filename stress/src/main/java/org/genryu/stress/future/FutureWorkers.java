package org.genryu.stress.future;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.genryu.core.Check;
import org.genryu.core.Deadline;

/// Futures side by side, told in their order: no more of them are held than there are workers, and what they say does
/// not depend on how many those are.
public final class FutureWorkers {
    private final int workers;

    /// @param workers 1 or more
    public FutureWorkers(int workers) {
        Check.that(workers >= 1, "Future workers: %s; there must be 1 or more.", workers);
        this.workers = workers;
    }

    /// @param goesOn told each future in order; whether more are wanted
    public void each(int futures, IntFunction<FutureLoss> one, Predicate<FutureLoss> goesOn) {
        if (workers == 1) {
            boolean more = true;
            for (int f = 0; f < futures && more; f++) {
                more = goesOn.test(one.apply(f));
            }
            return;
        }
        Deadline deadline = Deadline.present();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            Deque<Future<FutureLoss>> running = new ArrayDeque<>();
            boolean more = true;
            int next = 0;
            while (more && (next < futures || !running.isEmpty())) {
                while (next < futures && running.size() < 2 * workers) {
                    int f = next++;
                    running.add(threads.submit(() -> deadline.over(() -> one.apply(f))));
                }
                more = goesOn.test(running.remove().get());
            }
            running.forEach(rest -> rest.cancel(false));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        } catch (ExecutionException trouble) {
            throw trouble.getCause() instanceof RuntimeException known ? known : new IllegalStateException(trouble);
        }
    }
}
