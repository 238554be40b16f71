package org.genryu.web.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.genryu.core.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jobs whose worker is a shell that does what it is told by name. Rung: by hand.
class JobDeskTest {
    /// What a worker does for each command.
    private static final String SHELL = """
            echo "begun" >>"$0.count"
            case "$1" in
              say) printf '\\342\\200\\246\\t1\\t4\\tsolving\\t\\350\\250\\210\\347\\256\\227\\n' >&2; mkdir out; echo '{}' >out/run.json; echo '{"a":1}';;
              grow) head -c 400000000 /dev/zero | tail -c 399999999 | sleep 600;;
              crash) kill -SEGV $$;;
              memory) echo '{"status":"memory"}'; exit 4;;
              nice) mkdir out; echo '{}' >out/run.json; nice;;
              wait) cat >/dev/null;;
              fault) echo "a fault" >&2; exit 70;;
            esac""";

    @TempDir
    private Path place;

    @BeforeEach
    void thereMustBeAShell() {
        assumeThat(Files.exists(Path.of("/bin/sh"))).as("/bin/sh").isTrue();
    }

    private WorkerProgram worker(Duration most, long memory) {
        return new WorkerProgram(
                List.of("/bin/sh", "-c", SHELL, place.resolve("begun").toString()), "p", most, memory);
    }

    private JobDesk open(Duration most, long memory) throws IOException {
        return JobDesk.open(place.resolve("jobs"), worker(most, memory));
    }

    private JobDesk open() throws IOException {
        return open(Duration.ofMinutes(5), 1L << 40);
    }

    private static JobQuestion question(String command, String... words) {
        return new JobQuestion(command, "content", "first", List.of(words));
    }

    private static JobState ended(JobDesk desk, String id) throws InterruptedException {
        long seen = -1;
        while (!desk.job(id).orElseThrow().state().over()) {
            seen = desk.await(seen, 60_000);
        }
        return desk.job(id).orElseThrow().state();
    }

    private static JobState ended(JobDesk desk, JobQuestion question) throws IOException, InterruptedException {
        return ended(desk, desk.ask(question, Instant.EPOCH).id());
    }

    private int begun() throws IOException {
        return Files.readAllLines(place.resolve("begun.count")).size();
    }

    @Test
    void anAnswerMustBeKeptWithItsHash() throws IOException, InterruptedException {
        JobFolder folder;
        try (JobDesk desk = open()) {
            assertThat(ended(desk, question("say"))).isEqualTo(new JobState.Done(0));
            folder = desk.jobs().getFirst().folder();
            assertThat(folder.answer()).hasContent("{\"a\":1}\n");
            assertThat(desk.answered(folder.hash().orElseThrow())).isPresent();
            assertThat(desk.answered("none")).isEmpty();
        }
        try (JobDesk next = open()) {
            assertThat(ended(next, question("say"))).isEqualTo(new JobState.Done(0));
            assertThat(begun()).isEqualTo(1);
            try (var left = Files.list(folder.path())) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder("asked.txt", "ended.txt", "told");
            }
        }
    }

    @Test
    void aWorkerMustGiveWayToWhoReads() throws IOException, InterruptedException {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/nice"))).as("nice").isTrue();
        Process own = new ProcessBuilder("/usr/bin/nice").start();
        int here = Integer.parseInt(new String(own.getInputStream().readAllBytes(), UTF_8).strip());
        assumeThat(here).as("room to give way").isLessThan(10);
        try (JobDesk desk = open()) {
            assertThat(ended(desk, question("nice"))).isEqualTo(new JobState.Done(0));
            String there = Files.readString(desk.jobs().getFirst().folder().answer());
            assertThat(Integer.parseInt(there.strip())).isGreaterThan(here);
        }
    }

    @Test
    void aCrashMustCostOneJobAndBeTold() throws IOException, InterruptedException {
        try (JobDesk desk = open()) {
            JobState crashed = ended(desk, question("crash"));
            assertThat(crashed).isEqualTo(new JobState.Failed(JobState.Failed.LOST));
            assertThat(((JobState.Failed) crashed).why().in(Lang.EN))
                    .isEqualTo("The process that worked on it broke or was ended. Only this job is lost; ask again.");
            assertThat(((JobState.Failed) ended(desk, question("memory"))).why().in(Lang.JA))
                    .isEqualTo("時間、メモリ、または証明が足りず、残せる結果がありません。");
            assertThat(((JobState.Failed) ended(desk, question("fault"))).why().in(Lang.EN))
                    .isEqualTo("This is a fault of the program.");
            assertThat(ended(desk, question("say"))).isEqualTo(new JobState.Done(0));
        }
    }

    @Test
    void timeAndMemoryMustHaveALimit() throws IOException, InterruptedException {
        try (JobDesk desk = open(Duration.ofMillis(300), 1L << 40)) {
            assertThat(ended(desk, question("wait"))).isEqualTo(new JobState.Failed(JobState.Failed.TOO_LONG));
        }
        assumeThat(Files.exists(Path.of("/proc/self/status"))).as("/proc").isTrue();
        try (JobDesk desk = open(Duration.ofMinutes(5), 100L << 20)) {
            assertThat(ended(desk, question("grow"))).isEqualTo(new JobState.Failed(JobState.Failed.TOO_LARGE));
            assertThat(ended(desk, question("say"))).isEqualTo(new JobState.Done(0));
        }
    }

    @Test
    void whatWasCancelledOrLostMustBeAskedAgainOnlyOnPurpose() throws IOException, InterruptedException {
        try (JobDesk desk = open()) {
            JobDesk.Job waits = desk.ask(question("wait"), Instant.EPOCH);
            desk.cancel(waits.id());
            assertThat(ended(desk, waits.id())).isEqualTo(new JobState.Cancelled());
            assertThat(desk.ask(question("wait"), Instant.EPOCH).state()).isEqualTo(new JobState.Cancelled());
            assertThat(desk.again(question("wait"), Instant.EPOCH, "me").state().over())
                    .isFalse();
            desk.cancel(waits.id());
            ended(desk, question("crash"));
            int before = begun();
            assertThat(ended(desk, question("crash"))).isEqualTo(new JobState.Failed(JobState.Failed.LOST));
            assertThat(begun()).isEqualTo(before);
            ended(desk, desk.again(question("crash"), Instant.EPOCH, "me").id());
            assertThat(begun()).isEqualTo(before + 1);
        }
    }

    @Test
    void whatHadNotEndedMustBeAskedAgainByTheNextDesk() throws IOException, InterruptedException {
        List<String> asked = new ArrayList<>();
        try (JobDesk desk = open()) {
            for (int i = 0; i < 4; i++) {
                asked.add(desk.ask(question("wait", "w" + i), Instant.EPOCH).id());
            }
        }
        try (JobDesk next = open(Duration.ofMillis(300), 1L << 40)) {
            for (String id : asked) {
                assertThat(ended(next, id)).isEqualTo(new JobState.Failed(JobState.Failed.TOO_LONG));
            }
        }
    }
}
