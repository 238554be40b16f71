package org.genryu.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Independent questions on two threads, answered in their order: the same bytes as one after the other.
public final class SideBySide {
    private static final int THREADS = 2;

    private SideBySide() {}

    public static <T> List<T> of(int count, IntFunction<T> question) {
        Deadline deadline = Deadline.present();
        List<Future<T>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int k = 0; k < count; k++) {
                int asked = k;
                running.add(threads.submit(() -> deadline.over(() -> question.apply(asked))));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(answer(one));
            }
            return answers;
        }
    }

    /// Two questions of different kinds: the first here, the other beside it.
    public static <A, B, T> T of(Supplier<A> here, Supplier<B> beside, BiFunction<A, B, T> both) {
        Deadline deadline = Deadline.present();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<B> other = thread.submit(() -> deadline.over(beside::get));
            A one = here.get();
            return both.apply(one, answer(other));
        }
    }

    /// The answer of what runs on another thread. What went wrong there goes on here as what it was.
    public static <T> T answer(Future<T> running) {
        try {
            return running.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        } catch (ExecutionException trouble) {
            throw switch (trouble.getCause()) {
                case RuntimeException known -> known;
                case Error error -> throw error;
                case null, default -> new IllegalStateException(trouble);
            };
        }
    }
}
