package org.genryu.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.genryu.core.ContentHash;
import org.genryu.core.disk.Draft;
import org.genryu.core.disk.FailingDrafts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/// Rung: every moment at which a disk can fail.
class JobFolderTest {
    private static final int MOMENTS = 500;
    private static final int JOBS = 14;

    /// In memory where there is such a place: what is asked of the disk is the same, and it takes seconds.
    private static final class InMemory implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            Path memory = Path.of("/dev/shm");
            return Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "genryu")
                    : Files.createTempDirectory("genryu");
        }
    }

    @TempDir(factory = InMemory.class)
    private Path place;

    private record Failing(FailingDrafts drafts) implements JobDisk {
        @Override
        public Draft file(Path file) throws IOException {
            return drafts.file(file);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            drafts.step();
            JobDisk.super.move(from, to);
        }

        @Override
        public void delete(Path one) throws IOException {
            drafts.step();
            JobDisk.super.delete(one);
        }
    }

    private static JobQuestion question(int job) {
        return new JobQuestion("balance", "content", "/a case", List.of("--scenario", "問い " + job));
    }

    private static Path attempt(JobFolder folder, String content) throws IOException {
        Path attempt = folder.attempt();
        Files.createDirectories(attempt.resolve("out"));
        Files.writeString(attempt.resolve(WorkerProgram.ANSWER), content);
        Files.writeString(attempt.resolve(WorkerProgram.SAID), content);
        Files.writeString(
                attempt.resolve(WorkerProgram.HASH), ContentHash.of(content.getBytes(StandardCharsets.UTF_8)));
        Files.writeString(attempt.resolve("out/run.json"), content);
        return attempt;
    }

    /// Asks, answers and asks again, as a desk does; what fails is told and the next one goes on.
    /// @return the jobs whose question was acknowledged
    private static List<Integer> work(Path all, JobDisk disk) {
        List<Integer> acknowledged = new ArrayList<>();
        for (int job = 0; job < JOBS; job++) {
            JobFolder folder = JobFolder.of(all, question(job).id("p"), disk).orElseThrow();
            for (String content : List.of("first", "second")) {
                try {
                    folder.ask(question(job));
                    folder.forgetEnd();
                    folder.askedBy(Set.of("伊藤", content));
                    if (!acknowledged.contains(job)) {
                        acknowledged.add(job);
                    }
                    folder.keep(attempt(folder, content));
                    folder.end(new JobState.Done(0));
                } catch (IOException _) {
                    // told to who asked
                } catch (FailingDrafts.Dead _) {
                    return acknowledged;
                }
            }
        }
        return acknowledged;
    }

    private static void check(Path all, List<Integer> acknowledged, int at) throws IOException {
        int found = 0;
        for (int job = 0; job < JOBS; job++) {
            JobFolder folder =
                    JobFolder.of(all, question(job).id("p"), JobDisk.REAL).orElseThrow();
            Optional<JobQuestion> asked = folder.asked();
            if (acknowledged.contains(job)) {
                assertThat(asked).as("moment %s, job %s", at, job).isPresent();
            }
            if (asked.isPresent()) {
                assertThat(asked).contains(question(job));
                assertThat(folder.askers())
                        .as("moment %s", at)
                        .isIn(Set.of(), Set.of("伊藤", "first"), Set.of("伊藤", "second"));
                found++;
            }
            Optional<JobState> ended = folder.ended();
            if (ended.isPresent()) {
                assertThat(ended).contains(new JobState.Done(0));
                String content = Files.readString(folder.answer());
                assertThat(content).as("moment %s", at).isIn("first", "second");
                assertThat(Files.readString(folder.said())).isEqualTo(content);
                assertThat(Files.readString(folder.out().resolve("run.json"))).isEqualTo(content);
                assertThat(folder.hash()).contains(ContentHash.of(content.getBytes(StandardCharsets.UTF_8)));
            }
        }
        assertThat(JobFolder.all(all, JobDisk.REAL)).hasSizeGreaterThanOrEqualTo(found);
    }

    @Test
    void whateverStepFailsEveryJobMustBeOldOrNew() throws IOException {
        fail(7);
    }

    @Test
    @Tag("slow")
    void eachOfFiveHundredStepsThatFailsMustLeaveEveryJobOldOrNew() throws IOException {
        fail(1);
    }

    /// @param stride from one step that fails to the next
    private void fail(int stride) throws IOException {
        FailingDrafts none = new FailingDrafts(Integer.MAX_VALUE, false);
        Path whole = Files.createDirectory(place.resolve("whole"));
        assertThat(work(whole, new Failing(none))).hasSize(JOBS);
        check(whole, List.of(), 0);
        assertThat(none.steps()).isGreaterThanOrEqualTo(MOMENTS);
        for (boolean dies : new boolean[] {true, false}) {
            for (int at = 1; at <= MOMENTS; at += stride) {
                Path all = Files.createDirectory(place.resolve("at-" + at + dies));
                FailingDrafts drafts = new FailingDrafts(at, dies);
                List<Integer> acknowledged = work(all, new Failing(drafts));
                drafts.bury();
                assertThat(drafts.steps()).isGreaterThanOrEqualTo(at);
                check(all, acknowledged, at);
                deleteAll(all);
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
