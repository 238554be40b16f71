package org.genryu.web.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With which words a question becomes a process. Rung: by hand.
class WorkerProgramTest {
    private static final String FIRST = "-XX:TieredStopAtLevel=1";

    @TempDir
    private Path folder;

    /// A program that answers with the words that it was given.
    private String words(String command, String... more) throws Exception {
        WorkerProgram worker = new WorkerProgram(List.of("/bin/echo", FIRST, "Main"), "p", Duration.ofMinutes(1));
        Path to = folder.resolve(command + more.length);
        assertThat(worker.run(new JobQuestion(command, "content", "town", List.of(more)), to, _ -> {}, _ -> {}))
                .isZero();
        return Files.readString(to.resolve(WorkerProgram.ANSWER)).strip();
    }

    @Test
    void aQuestionThatRunsLongMustHaveBothCompilers() throws Exception {
        assumeThat(Files.exists(Path.of("/bin/echo"))).isTrue();
        assertThat(words("run")).startsWith(FIRST + " Main run town").endsWith("--lang en --out out");
        assertThat(words("stress", "--scenario", "stop")).startsWith(FIRST);
        assertThat(words("plan", "--budget", "1e9")).startsWith("Main plan town --budget 1e9");
        assertThat(words("stress", "--scenario", "stop", "--futures", "9")).startsWith("Main stress");
    }

    @Test
    void aQuestionThatNamesItsLanguageMustKeepIt() throws Exception {
        assumeThat(Files.exists(Path.of("/bin/echo"))).isTrue();
        assertThat(words("brief", "--scenario", "stop", "--lang", "ja"))
                .contains("--lang ja")
                .doesNotContain("--lang en");
    }
}
