package org.genryu.core;

import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// An answer that may be begun before it is needed, on a thread of its own; it is worked out once. A program that ends
/// does not wait for it.
public final class Ahead<T> implements Supplier<T> {
    private final FutureTask<T> task;

    public Ahead(Supplier<T> answer) {
        task = new FutureTask<>(answer::get);
    }

    /// Begins now.
    public void begin() {
        Thread.ofPlatform().daemon().name("ahead").start(task);
    }

    /// The answer, worked out here if it was not begun. What went wrong there goes on here as what it was.
    @Override
    public T get() {
        task.run();
        return SideBySide.answer(task);
    }
}
