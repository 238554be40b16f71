package org.genryu.stress.future;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.genryu.core.Deadline;

/// Where are futures gone through? Their numbers go in, what each comes to comes out in their order; which machine
/// worked on it changes nothing of it.
public interface FutureEngine {
    /// @param futures how many at most
    /// @param goesOn told each future in order; whether more are wanted
    void each(int futures, Predicate<FutureLoss> goesOn);

    /// Parts that are worked on side by side, told in their order. At most `ahead` are begun and not yet told.
    /// @param begin begins a part
    static void inOrder(
            int parts, int ahead, IntFunction<? extends Future<List<FutureLoss>>> begin, Predicate<FutureLoss> goesOn) {
        Deque<Future<List<FutureLoss>>> running = new ArrayDeque<>();
        try {
            for (int next = 0; next < parts || !running.isEmpty(); ) {
                while (next < parts && running.size() < ahead) {
                    running.add(begin.apply(next++));
                }
                List<FutureLoss> told = awaited(running.element());
                running.remove();
                if (!told.stream().allMatch(goesOn)) {
                    return;
                }
            }
        } finally {
            running.forEach(rest -> rest.cancel(false));
        }
    }

    private static List<FutureLoss> awaited(Future<List<FutureLoss>> part) {
        while (true) {
            try {
                return part.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException _) {
                Deadline.present().check();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stop);
            } catch (ExecutionException trouble) {
                throw trouble.getCause() instanceof RuntimeException known ? known : new IllegalStateException(trouble);
            }
        }
    }
}
