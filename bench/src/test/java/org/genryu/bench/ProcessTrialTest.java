package org.genryu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes: this Java itself. What is measured is not judged, only that it is there.
class ProcessTrialTest {
    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

    @Test
    void figuresOfTheRecordAndOfTheWatchMustComeTogether(@TempDir Path folder) throws Exception {
        Path record = folder.resolve("run.json");
        Path program = Files.writeString(folder.resolve("Write.java"), """
                void main(String[] words) throws Exception {
                    java.nio.file.Files.writeString(java.nio.file.Path.of(words[0]),
                        "{\\"objective\\": 7, \\"seconds\\": {\\"solve\\": 0.5}}");
                }
                """);
        ProcessTrial trial = ProcessTrial.of(List.of(JAVA, program.toString(), record.toString()), Optional.of(record));
        assertThat(trial).isInstanceOf(ProcessTrial.Done.class);
        assertThat(((ProcessTrial.Done) trial).figures())
                .containsEntry("objective", 7.0)
                .containsEntry("seconds.solve", 0.5)
                .containsKeys("process_s", "process_cpu_s", "rss_mib", "first_line_s");
    }

    @Test
    void aRecordOfAnEarlierRunMustNotCount(@TempDir Path folder) throws Exception {
        Path record = Files.writeString(folder.resolve("run.json"), "{\"objective\": 7}");
        assertThat(ProcessTrial.of(List.of(JAVA, "-version"), Optional.of(record)))
                .isInstanceOf(ProcessTrial.Broken.class);
    }

    @Test
    void aProgramWithoutFiguresMustBeLeftOut() throws Exception {
        assertThat(ProcessTrial.of(List.of(JAVA, "-version"), Optional.empty()))
                .isInstanceOfSatisfying(
                        ProcessTrial.Broken.class,
                        broken -> assertThat(broken.reason()).startsWith("exit code 0: "));
    }

    @Test
    void aProgramThatIsNotThereMustBeLeftOut(@TempDir Path folder) throws Exception {
        String absent = folder.resolve("absent").toString();
        assertThat(ProcessTrial.of(List.of(absent), Optional.empty()))
                .isInstanceOfSatisfying(
                        ProcessTrial.Broken.class,
                        broken -> assertThat(broken.reason()).contains(absent));
    }

    @Test
    void peakOfMemoryIsZeroWhereTheKernelTellsNothing(@TempDir Path folder) throws IOException {
        assertThat(ProcessTrial.peak(folder.resolve("status"))).isZero();
        Path status = Files.writeString(folder.resolve("status"), "Name:\tjava\nVmHWM:\t  2048 kB\n");
        assertThat(ProcessTrial.peak(status)).isEqualTo(2048);
    }
}
