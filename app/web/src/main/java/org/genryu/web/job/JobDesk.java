package org.genryu.web.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.genryu.core.Text;

/// Which questions are being worked on, and how did the others end? A question is worked on once: who asks again gets
/// the job that there is, or its kept answer at once. Jobs survive the browser and the server: what was asked and has
/// not ended is asked again when a desk is opened.
///
/// Thread-safe. What people wait for goes before what is only prepared.
public final class JobDesk implements AutoCloseable {
    /// A job as it stands.
    /// @param askers who has asked for it
    /// @param folder where its answer is, or will be
    public record Job(
            String id, JobQuestion question, JobState state, Instant asked, Set<String> askers, JobFolder folder) {
        /// Whether nobody else has asked for it by name.
        public boolean isOwn(String who) {
            return askers.isEmpty() || askers.equals(Set.of(who));
        }
    }

    private static final int WORKERS = 2;
    private static final long WATCH = 250;

    private final Path all;
    private final JobDisk disk;
    private final WorkerProgram worker;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Deque<Entry> waited = new ArrayDeque<>();
    private final Deque<Entry> prepared = new ArrayDeque<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-clock").factory());
    private final List<Thread> workers = new ArrayList<>();
    private boolean closed;
    private long changes;

    /// One job while this desk knows it.
    private static final class Entry {
        private final JobFolder folder;
        private final JobQuestion question;
        private final Instant asked;
        private JobState state;
        private final Set<String> askers = new TreeSet<>();
        private Optional<Process> process = Optional.empty();
        private OptionalInt cut = OptionalInt.empty();

        private Entry(JobFolder folder, JobQuestion question, Instant asked, JobState state) {
            this.folder = folder;
            this.question = question;
            this.asked = asked;
            this.state = state;
        }
    }

    private JobDesk(Path all, JobDisk disk, WorkerProgram worker) {
        this.all = all;
        this.disk = disk;
        this.worker = worker;
    }

    /// @param all the folder of all jobs
    public static JobDesk open(Path all, WorkerProgram worker) throws IOException {
        return open(all, JobDisk.REAL, worker);
    }

    static JobDesk open(Path all, JobDisk disk, WorkerProgram worker) throws IOException {
        JobDesk desk = new JobDesk(all, disk, worker);
        for (JobFolder folder : JobFolder.all(all, disk)) {
            folder.tidy();
            Optional<JobQuestion> question = folder.asked();
            if (question.isPresent()) {
                desk.remember(folder, question.get());
            }
        }
        for (int i = 0; i < WORKERS; i++) {
            desk.workers.add(Thread.ofPlatform().daemon().name("job-" + i).start(desk::work));
        }
        return desk;
    }

    private void remember(JobFolder folder, JobQuestion question) throws IOException {
        Instant asked = Files.getLastModifiedTime(folder.path()).toInstant();
        Optional<JobState> ended = folder.ended();
        Entry entry = new Entry(folder, question, asked, ended.orElse(new JobState.Waiting()));
        entry.askers.addAll(folder.askers());
        entries.put(folder.id(), entry);
        if (ended.isEmpty()) {
            prepared.add(entry);
        }
    }

    /// The job of a question: the one that there is, however it ended, or a new one.
    /// @param now when it is asked
    public Job ask(JobQuestion question, Instant now) throws IOException {
        return ask(question, now, true, false, Asker.now());
    }

    /// The same for what nobody waits for yet.
    public Job prepare(JobQuestion question, Instant now) throws IOException {
        return ask(question, now, false, false, Optional.empty());
    }

    /// The same for what may have been cancelled or lost: it is worked on again then.
    /// @param who asks
    public Job again(JobQuestion question, Instant now, String who) throws IOException {
        return ask(question, now, true, true, Optional.of(who));
    }

    private synchronized Job ask(JobQuestion question, Instant now, boolean waits, boolean anew, Optional<String> who)
            throws IOException {
        String id = question.id(worker.content());
        Entry entry = entries.get(id);
        boolean again = entry != null
                && anew
                && switch (entry.state) {
                    case JobState.Cancelled _ -> true;
                    case JobState.Failed failed -> !failed.forGood();
                    case JobState.Waiting _, JobState.Running _, JobState.Done _ -> false;
                };
        if (entry == null || again) {
            JobFolder folder = JobFolder.of(all, id, disk).orElseThrow();
            folder.ask(question);
            folder.forgetEnd();
            Set<String> before = entry == null ? Set.of() : entry.askers;
            entry = new Entry(folder, question, now, new JobState.Waiting());
            entry.askers.addAll(before);
            entries.put(id, entry);
            (waits ? waited : prepared).add(entry);
            changed();
        } else if (waits && prepared.remove(entry)) {
            waited.add(entry);
            changed();
        }
        if (who.isPresent() && !who.get().isEmpty() && entry.askers.add(who.get())) {
            entry.folder.askedBy(entry.askers);
        }
        return job(entry);
    }

    /// A job that is done and answered this.
    /// @param hash of its JSON document
    public Optional<Job> answered(String hash) throws IOException {
        for (Job job : jobs()) {
            if (job.state() instanceof JobState.Done && job.folder().hash().equals(Optional.of(hash))) {
                return Optional.of(job);
            }
        }
        return Optional.empty();
    }

    public synchronized Optional<Job> job(String id) {
        return Optional.ofNullable(entries.get(id)).map(JobDesk::job);
    }

    /// All jobs, the youngest first.
    public synchronized List<Job> jobs() {
        return entries.values().stream()
                .map(JobDesk::job)
                .sorted(Comparator.comparing(Job::asked).reversed().thenComparing(Job::id))
                .toList();
    }

    /// Stops a job that is not over.
    public synchronized void cancel(String id) throws IOException {
        Entry entry = entries.get(id);
        if (entry == null || entry.state.over()) {
            return;
        }
        waited.remove(entry);
        prepared.remove(entry);
        entry.folder.end(new JobState.Cancelled());
        entry.state = new JobState.Cancelled();
        entry.process.ifPresent(WorkerProgram::kill);
        changed();
    }

    /// Waits until something has changed since, or the time is over.
    /// @param seen what [#version()] was
    public synchronized long await(long seen, long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        while (changes == seen && !closed) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return changes;
    }

    public synchronized long version() {
        return changes;
    }

    private static Job job(Entry entry) {
        return new Job(
                entry.folder.id(), entry.question, entry.state, entry.asked, Set.copyOf(entry.askers), entry.folder);
    }

    private synchronized void changed() {
        changes++;
        notifyAll();
    }

    // ---------------------------------------------------------------- working

    private void work() {
        try {
            for (Optional<Entry> next = next(); next.isPresent(); next = next()) {
                run(next.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<Entry> next() throws InterruptedException {
        while (!closed && waited.isEmpty() && (prepared.isEmpty() || isBusy())) {
            wait();
        }
        if (closed) {
            return Optional.empty();
        }
        Entry entry = Objects.requireNonNull(waited.isEmpty() ? prepared.poll() : waited.poll());
        entry.state = new JobState.Running(new Text("starting", "開始中"), 0, 0);
        changed();
        return Optional.of(entry);
    }

    /// What nobody waits for is worked out when nothing else is.
    private boolean isBusy() {
        return entries.values().stream().anyMatch(entry -> entry.state instanceof JobState.Running);
    }

    /// Works in a folder of its own and ends the job.
    private void run(Entry entry) throws InterruptedException {
        try {
            Path attempt = entry.folder.attempt();
            int code = worker.run(entry.question, attempt, process -> begun(entry, process), step -> step(entry, step));
            end(entry, Optional.of(attempt), code);
        } catch (IOException _) {
            end(entry, Optional.empty(), JobState.Failed.UNWRITTEN);
        }
    }

    private synchronized void begun(Entry entry, Process process) {
        entry.process = Optional.of(process);
        if (closed || entry.state.over()) {
            WorkerProgram.kill(process);
            return;
        }
        var late = clock.schedule(
                () -> cut(entry, process, JobState.Failed.TOO_LONG),
                worker.most().toMillis(),
                TimeUnit.MILLISECONDS);
        var large = clock.scheduleWithFixedDelay(
                () -> {
                    if (worker.isTooLarge(process)) {
                        cut(entry, process, JobState.Failed.TOO_LARGE);
                    }
                },
                WATCH,
                WATCH,
                TimeUnit.MILLISECONDS);
        var unused = process.onExit().thenRun(() -> {
            late.cancel(false);
            large.cancel(false);
        });
    }

    private synchronized void cut(Entry entry, Process process, int code) {
        if (process.isAlive()) {
            entry.cut = OptionalInt.of(code);
            WorkerProgram.kill(process);
        }
    }

    private synchronized void step(Entry entry, JobState.Running step) {
        if (!entry.state.over()) {
            entry.state = step;
            changed();
        }
    }

    /// A job that was cut off by the end of the server has not ended: the next one asks it again.
    private synchronized void end(Entry entry, Optional<Path> attempt, int exit) {
        if (!entry.state.over() && !closed) {
            int code = entry.cut.orElse(exit);
            try {
                if (attempt.isPresent()) {
                    entry.folder.keep(attempt.get());
                }
                JobState state = entry.folder.isAnswer(code) ? new JobState.Done(code) : new JobState.Failed(code);
                entry.folder.end(state);
                entry.state = state;
            } catch (IOException _) {
                entry.state = new JobState.Failed(JobState.Failed.UNWRITTEN);
            }
        }
        entry.process = Optional.empty();
        entry.folder.tidy();
        changed();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            entries.values().forEach(entry -> entry.process.ifPresent(WorkerProgram::kill));
            changed();
        }
        clock.shutdownNow();
        for (Thread thread : workers) {
            thread.interrupt();
        }
        try {
            for (Thread thread : workers) {
                thread.join(Duration.ofSeconds(2));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
