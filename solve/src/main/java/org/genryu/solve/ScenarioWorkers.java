package org.genryu.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.genryu.core.Check;

/// Many changed versions of one program, solved side by side: a fixed number of workers, each with a native
/// model of its own.
///
/// Every task finds the program undisturbed and the basis of its solution, whatever ran before on that worker.
/// So the results depend neither on the order nor on the number of workers, bit for bit.
public final class ScenarioWorkers implements AutoCloseable {
    /// One task: changes the model, solves it, and says what of it is to be kept.
    @FunctionalInterface
    public interface Task<R> {
        R run(int index, SolverSession live);
    }

    private final List<SolverSession> models;
    private final Optional<SolverBasis> base;
    private final Solution undisturbed;

    private ScenarioWorkers(List<SolverSession> models, Optional<SolverBasis> base, Solution undisturbed) {
        this.models = models;
        this.base = base;
        this.undisturbed = undisturbed;
    }

    /// Solves the program once and gives each worker a copy of it.
    /// @param workers 1 or more; more than there are processor cores only costs memory
    public static ScenarioWorkers open(MathProgram program, SolveOptions options, int workers) {
        Check.that(workers >= 1, "Workers: %s of them; there must be 1 or more.", workers);
        List<SolverSession> models = new ArrayList<>();
        try {
            SolverSession first = SolverSession.open(program, options);
            models.add(first);
            Solution undisturbed = first.solve();
            Optional<SolverBasis> base = first.hasBasis() ? Optional.of(first.basis()) : Optional.empty();
            while (models.size() < workers) {
                models.add(SolverSession.open(program, options));
            }
            return new ScenarioWorkers(models, base, undisturbed);
        } catch (RuntimeException trouble) {
            models.forEach(SolverSession::close);
            throw trouble;
        }
    }

    /// What the program itself gives.
    public Solution undisturbed() {
        return undisturbed;
    }

    /// Runs the tasks 0 to `tasks` - 1 and gives their results in this order. A task that throws ends the run;
    /// of several, the one of the lowest index is thrown on.
    public <R> List<R> each(int tasks, Task<R> task) {
        AtomicInteger next = new AtomicInteger();
        Map<Integer, R> results = new ConcurrentSkipListMap<>();
        ConcurrentSkipListMap<Integer, Throwable> failures = new ConcurrentSkipListMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(models.size())) {
            for (SolverSession live : models) {
                threads.execute(() -> {
                    for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                        try {
                            results.put(i, one(i, live, task));
                        } catch (RuntimeException | Error trouble) {
                            failures.put(i, trouble);
                            next.set(tasks);
                        }
                    }
                });
            }
        }
        if (!failures.isEmpty()) {
            throw failures.firstEntry().getValue() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failures.firstEntry().getValue());
        }
        return List.copyOf(results.values());
    }

    private <R> R one(int index, SolverSession live, Task<R> task) {
        live.restore();
        base.ifPresentOrElse(live::start, live::forget);
        return task.run(index, live);
    }

    /// Gives the native memory of all workers back.
    @Override
    public void close() {
        models.forEach(SolverSession::close);
    }
}
