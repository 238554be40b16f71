package org.genryu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Lang;
import org.genryu.laws.PostgresServer;
import org.genryu.store.ChangeStore.Head;
import org.genryu.store.register.EntryStage;
import org.genryu.store.register.RegisterBook;
import org.genryu.store.register.RegisterDeeds;
import org.genryu.store.register.RegisterEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store on a real server.
@Tag("slow")
class PostgresStoreTest extends StoreRules {
    private static PostgresServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<PostgresServer> started = PostgresServer.start();
        assumeThat(started).as("a server of PostgreSQL is installed here").isPresent();
        server = started.orElseThrow();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    StoreAddress fresh() throws IOException, InterruptedException {
        return StoreAddress.of(server.database()).value().orElseThrow();
    }

    @Test
    void noAcknowledgedChangeMayBeLostInFortyKillsOfItsClient() throws Exception {
        kill(40, 16);
    }

    @Test
    @Tag("long")
    void noAcknowledgedChangeMayBeLostInTwoHundredKillsOfItsClient() throws Exception {
        kill(200, 15);
    }

    private void kill(int times, long seed) throws Exception {
        String setting = server.database();
        KilledWriters writers =
                new KilledWriters(StoreAddress.of(setting).value().orElseThrow(), setting, folder);
        assertThat(writers.kill(times, seed, _ -> {})).isGreaterThan(times);
    }

    @Test
    void noAcknowledgedChangeMayBeLostWhenTheServerCrashes() throws Exception {
        String setting = server.database();
        KilledWriters writers =
                new KilledWriters(StoreAddress.of(setting).value().orElseThrow(), setting, folder);
        assertThat(writers.kill(10, 16, _ -> {
                    server.crash();
                    server.up();
                }))
                .isGreaterThan(10);
    }

    /// What is open finds a server that has come back; in between it says so.
    @Test
    void aServerThatComesBackMustBeFoundAgain() throws Exception {
        try (ChangeStore store = ChangeStore.open(fresh())) {
            kept(store.append(List.of(draft(0, "a", "before"))));
            server.crash();
            assertThatThrownBy(store::head).isInstanceOf(StoreFailure.class).hasMessageContaining("cannot be used");
            assertThatThrownBy(store::head).isInstanceOf(StoreFailure.class);
            server.up();
            kept(store.append(List.of(draft(1, "a", "after"))));
            assertThat(store.verify().changes()).isEqualTo(2);
        }
    }

    @Test
    void whatSqliteHasWrittenMustComeToAServerAndBackTheSame() throws Exception {
        StoreAddress file = new StoreAddress.SqliteFile(folder.resolve("store.db"));
        StringWriter there = new StringWriter();
        StringWriter back = new StringWriter();
        Head head;
        try (ChangeStore store = ChangeStore.open(file)) {
            kept(store.append(List.of(draft(0, "a", "一"), draft(1, "a", "two\n'%_"))));
            head = store.backup(there);
        }
        try (ChangeStore store = ChangeStore.open(fresh())) {
            assertThat(store.restore(new BufferedReader(new StringReader(there.toString())), "there"))
                    .isEqualTo(head);
            assertThat(store.backup(back)).isEqualTo(head);
        }
        assertThat(back.toString()).isEqualTo(there.toString());
    }

    @Test
    void theRegisterMustBeTheSameOnBoth() throws Exception {
        KeptChange.Deed deed =
                RegisterDeeds.move("lfp", 2, new RegisterEntry.Reached(EntryStage.SCREENED, LocalDate.of(2026, 7, 1)));
        List<Head> heads = new ArrayList<>();
        for (StoreAddress address : List.of(fresh(), new StoreAddress.SqliteFile(folder.resolve("r.db")))) {
            try (ChangeStore store = ChangeStore.open(address)) {
                RegisterBook book = new RegisterBook(store);
                assertThat(book.keep(deed, WHY).findings()).isEmpty();
                assertThat(book.keep(deed, WHY).findings().getFirst().in(Lang.EN))
                        .contains("it has version 3, yours rests on version 2");
                assertThat(book.read().entry("lfp").orElseThrow().stage()).isEqualTo(EntryStage.SCREENED);
                heads.add(store.head());
            }
        }
        assertThat(heads.getFirst()).isEqualTo(heads.getLast());
    }

    @Test
    void whatTheServerRefusesMustBeToldWithoutAPassword() throws Exception {
        String setting = server.database();
        StoreAddress none = StoreAddress.of(setting.replaceFirst("store_\\d+", "none") + "&password=secret")
                .value()
                .orElseThrow();
        assertThatThrownBy(() -> ChangeStore.open(none))
                .hasMessage("Store '%s': it cannot be used: there is no such database.".formatted(none.shown()));
        StoreAddress silent = StoreAddress.of("jdbc:postgresql://127.0.0.1:1/x?password=secret")
                .value()
                .orElseThrow();
        assertThatThrownBy(() -> ChangeStore.open(silent))
                .hasMessage("Store 'postgresql://127.0.0.1:1/x': it cannot be used: the server does not answer.");
    }
}
