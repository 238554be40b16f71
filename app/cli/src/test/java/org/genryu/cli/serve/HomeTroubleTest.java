package org.genryu.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.genryu.cli.Session;
import org.genryu.cli.SmallCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A home folder that cannot be written, at the start and later. Rung: by hand.
class HomeTroubleTest {
    @TempDir
    private Path folder;

    @Test
    void aHomeThatCannotBeWrittenMustBeToldInWords() throws IOException {
        String small = SmallCases.sound().in(folder.resolve("small"));
        Path home = Files.writeString(folder.resolve("home"), "a file");
        Session en = Session.of("serve", small, "--port", "0", "--home", home.toString());
        assertThat(en.code()).isEqualTo(1);
        assertThat(en.err())
                .contains("Folder '" + home
                        + "' of the workbench: cannot be written (FileAlreadyExistsException). Maybe the");
        Session ja = Session.of("serve", small, "--port", "0", "--home", home.toString(), "--lang", "ja");
        assertThat(ja.err()).contains("ワークベンチの保存先 '" + home + "' ").contains("に書き込めません");
    }

    @Test
    void aQuestionThatCannotBeKeptMustNotBeAccepted() throws IOException {
        Path home = folder.resolve("home");
        try (Bench bench = Bench.open(home, SmallCases.sound().in(folder.resolve("small")))) {
            bench.ended("run", "small"); // what is prepared at the start
            bench.ended("stress", "small", "--scenario", "closed");
            Path jobs = home.resolve("jobs");
            Files.move(jobs, home.resolve("away"));
            Files.writeString(jobs, "a file");
            HttpResponse<String> refused = bench.ask("check", "small");
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(507);
            assertThat(Bench.json(refused).get("title").asString())
                    .startsWith("This could not be kept and was not accepted")
                    .doesNotContain(folder.toString());
            assertThat(Bench.json(bench.get("/api/operations"))
                            .get("operations")
                            .size())
                    .isEqualTo(2);
            Files.delete(jobs);
            Files.move(home.resolve("away"), jobs);
            assertThat(bench.ended("check", "small").get("status").asString()).isEqualTo("done");
        }
    }
}
