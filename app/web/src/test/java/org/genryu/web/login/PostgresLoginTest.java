package org.genryu.web.login;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.genryu.laws.PostgresServer;
import org.genryu.store.StoreAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/// Accounts on a real server.
@Tag("slow")
class PostgresLoginTest extends LoginRules {
    private static Optional<PostgresServer> server = Optional.empty();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = PostgresServer.start();
        assumeThat(server).as("a server of PostgreSQL is installed here").isPresent();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server.isPresent()) {
            server.get().close();
        }
    }

    @Override
    StoreAddress store(Path folder) throws IOException {
        try {
            return StoreAddress.of(server.orElseThrow().database()).value().orElseThrow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
