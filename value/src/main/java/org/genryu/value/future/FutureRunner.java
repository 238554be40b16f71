package org.genryu.value.future;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.genryu.core.Deadline;

/// Runs blocks of futures on some threads and gathers their numbers as if one thread had run them in order: blocks are
/// worked off a wave at a time by whoever is free, then every column is added up in the order of the blocks. So the
/// result is the same to the last bit on any number of threads, and memory does not grow with the futures.
final class FutureRunner {
    private static final int WAVE = 64;

    /// What runs the blocks of one thread.
    interface Blocks {
        /// Fills [column][lane]; NaN where a future has no value.
        void run(long first, int count, double[][] columns);
    }

    private final int futures;
    private final int threads;
    private final int columns;
    private final StreamingDistribution[] tallies;
    private final double[][][] wave;
    private final Deadline deadline = Deadline.present();

    private FutureRunner(int futures, int threads, int columns) {
        this.futures = futures;
        this.threads = threads;
        this.columns = columns;
        tallies = new StreamingDistribution[columns];
        for (int c = 0; c < columns; c++) {
            tallies[c] = new StreamingDistribution(futures);
        }
        int slots = Math.min(WAVE, Math.ceilDiv(futures, FutureLanes.WIDTH));
        wave = new double[slots][columns][FutureLanes.WIDTH];
    }

    /// @param perThread makes what one thread works with
    /// @return one distribution a column
    static List<Distribution> run(int futures, int threads, int columns, Supplier<Blocks> perThread) {
        FutureRunner runner = new FutureRunner(futures, threads, columns);
        List<Blocks> workers =
                IntStream.range(0, threads).mapToObj(_ -> perThread.get()).toList();
        if (threads == 1) {
            runner.all(workers, null);
        } else {
            try (ExecutorService crew = Executors.newFixedThreadPool(threads)) {
                runner.all(workers, crew);
            }
        }
        return java.util.Arrays.stream(runner.tallies)
                .map(StreamingDistribution::distribution)
                .toList();
    }

    private void all(List<Blocks> workers, @org.jspecify.annotations.Nullable ExecutorService crew) {
        int blocks = Math.ceilDiv(futures, FutureLanes.WIDTH);
        for (int from = 0; from < blocks; from += wave.length) {
            deadline.check();
            int start = from;
            int count = Math.min(wave.length, blocks - from);
            AtomicInteger next = new AtomicInteger();
            together(crew, worker -> {
                for (int slot = next.getAndIncrement(); slot < count; slot = next.getAndIncrement()) {
                    deadline.check();
                    long first = (long) (start + slot) * FutureLanes.WIDTH;
                    workers.get(worker).run(first, lanes(start + slot), wave[slot]);
                }
            });
            together(crew, worker -> {
                for (int c = worker; c < columns; c += threads) {
                    for (int slot = 0; slot < count; slot++) {
                        tallies[c].add(wave[slot][c], lanes(start + slot));
                    }
                }
            });
        }
    }

    private int lanes(int block) {
        return Math.min(FutureLanes.WIDTH, futures - block * FutureLanes.WIDTH);
    }

    private interface Work {
        void by(int worker);
    }

    private void together(@org.jspecify.annotations.Nullable ExecutorService crew, Work work) {
        if (crew == null) {
            work.by(0);
            return;
        }
        List<Callable<Void>> tasks = IntStream.range(0, threads)
                .<Callable<Void>>mapToObj(worker -> () -> {
                    work.by(worker);
                    return null;
                })
                .toList();
        try {
            for (var done : crew.invokeAll(tasks)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Futures: the run was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Futures: a block failed.", e);
        }
    }
}
