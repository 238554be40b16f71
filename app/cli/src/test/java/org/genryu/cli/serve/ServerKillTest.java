package org.genryu.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.genryu.cli.SmallCases;
import org.genryu.laws.PostgresServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real server as a process of its own, killed while people ask and edit. Rung: by hand; the moments are random.
class ServerKillTest {
    private static final Duration RESTART = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private KilledServers servers(Optional<String> store) {
        SmallCases.sound().in(folder.resolve("small"));
        return new KilledServers(folder, store);
    }

    @Test
    void aKilledServerMustLoseNoQuestionAndNoEdit() throws Exception {
        assertThat(servers(Optional.empty()).kill(4, 5)).isPositive();
    }

    @Test
    @Tag("slow")
    void fortyKilledServersMustLoseNoQuestionAndNoEdit() throws Exception {
        assertThat(servers(Optional.empty()).kill(40, 6)).isLessThan(RESTART);
    }

    @Test
    @Tag("long")
    void twoHundredKilledServersMustLoseNoQuestionAndNoEdit() throws Exception {
        assertThat(servers(Optional.empty()).kill(200, 7)).isLessThan(RESTART);
    }

    @Test
    @Tag("slow")
    void theSameMustHoldOnAServerOfPostgres() throws Exception {
        onPostgres(20, 8);
    }

    @Test
    @Tag("long")
    void theSameMustHoldOnAServerOfPostgresInTwoHundredKills() throws Exception {
        onPostgres(200, 9);
    }

    private void onPostgres(int times, long seed) throws Exception {
        Optional<PostgresServer> started = PostgresServer.start();
        assumeThat(started).as("a server of PostgreSQL is installed here").isPresent();
        try (PostgresServer server = started.orElseThrow()) {
            assertThat(servers(Optional.of(server.database())).kill(times, seed))
                    .isLessThan(RESTART);
        }
    }

    @Test
    void aSecondServerMustNotStartOnTheSameFolder() throws Exception {
        KilledServers servers = servers(Optional.empty());
        String small = folder.resolve("small").toString();
        try (Bench _ = Bench.open(folder.resolve("home"), small)) {
            Process second = new ProcessBuilder(servers.words())
                    .redirectError(folder.resolve("err").toFile())
                    .start();
            assertThat(second.waitFor()).isEqualTo(1);
            assertThat(folder.resolve("err"))
                    .content()
                    .contains("of the workbench: is in use by another workbench. Maybe stop that one");
        }
        try (Bench again = Bench.open(folder.resolve("home"), small)) {
            assertThat(again.get("/health").statusCode()).isEqualTo(200);
        }
    }
}
