package org.genryu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store in a file.
class SqliteStoreTest extends StoreRules {
    @TempDir
    private Path folder;

    private int made;

    @Override
    StoreAddress fresh() {
        return new StoreAddress.SqliteFile(folder.resolve("store-" + made++ + ".db"));
    }

    @Test
    void aCommitMustBeOnTheDisk() throws Exception {
        StoreAddress address = fresh();
        try (Connection made = StoreEngine.SQLITE.connect(address)) {
            assertThat(pragma(made, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(made, "synchronous")).as("FULL").isEqualTo("2");
            assertThat(pragma(made, "trusted_schema")).isEqualTo("0");
        }
    }

    /// Whoever comes second waits, though SQLite itself does not where a new file is made ready.
    @Test
    void manyMustBeAbleToMakeOneStoreAtOnce() throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(6)) {
            for (int round = 0; round < 15; round++) {
                StoreAddress address = new StoreAddress.SqliteFile(folder.resolve("made-" + round + ".db"));
                CyclicBarrier start = new CyclicBarrier(6);
                List<Future<Long>> heads = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    heads.add(many.submit(() -> {
                        start.await();
                        try (ChangeStore store = ChangeStore.open(address)) {
                            return store.head().changes();
                        }
                    }));
                }
                for (Future<Long> head : heads) {
                    assertThat(head.get()).isZero();
                }
            }
        }
    }

    private static String pragma(Connection on, String name) throws Exception {
        try (Statement query = on.createStatement();
                ResultSet found = query.executeQuery("PRAGMA " + name)) {
            return found.getString(1);
        }
    }

    @Test
    void aFileThatIsNoStoreMustStayAsItIs() throws Exception {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "These are my own notes. ".repeat(100));
        StoreAddress address = new StoreAddress.SqliteFile(notes);
        assertThatThrownBy(() -> ChangeStore.open(address)).isInstanceOfSatisfying(StoreFailure.class, failure -> {
            assertThat(failure.why().in(Lang.EN))
                    .isEqualTo("Store '%s': it cannot be used: it is no store of genryu, or it is damaged."
                            .formatted(notes));
            assertThat(failure.why().in(Lang.JA)).isEqualTo("記録庫「%s」：使えません(genryu の記録庫ではないか、壊れています)。".formatted(notes));
        });
        assertThat(notes).content().startsWith("These are my own notes.").hasSize(2400);
    }

    @Test
    void aDatabaseOfAnotherProgramMustStayAsItIs() throws Exception {
        Path theirs = folder.resolve("theirs.db");
        try (Connection past = DriverManager.getConnection("jdbc:sqlite:" + theirs)) {
            StoreEngine.run(past, "CREATE TABLE theirs (a INTEGER)");
        }
        byte[] before = Files.readAllBytes(theirs);
        assertThatThrownBy(() -> ChangeStore.open(new StoreAddress.SqliteFile(theirs)))
                .hasMessage(
                        "Store '%s': it cannot be used: it is no store of genryu, or it is damaged.".formatted(theirs));
        assertThat(Files.readAllBytes(theirs)).isEqualTo(before);
    }

    @Test
    void aFolderThatIsNotThereMustBeTold() {
        Path nowhere = folder.resolve("none/store.db");
        assertThatThrownBy(() -> ChangeStore.open(new StoreAddress.SqliteFile(nowhere)))
                .isInstanceOf(StoreFailure.class)
                .hasMessage("Store '%s': it cannot be used: its folder is not there, or there is no right to open it."
                        .formatted(nowhere));
    }

    @Test
    void aSettingMustBeAFileOrAServer() {
        assertThat(StoreAddress.of("a.db").value().orElseThrow()).isInstanceOf(StoreAddress.SqliteFile.class);
        StoreAddress server = StoreAddress.of("jdbc:postgresql://me:secret@db.example/g?user=me&password=secret")
                .value()
                .orElseThrow();
        assertThat(server.shown()).isEqualTo("postgresql://db.example/g");
        assertThat(server.toString()).doesNotContain("secret");
        for (String setting :
                new String[] {"", "jdbc:sqlite::resource:x", "jdbc:h2:mem:x", "postgres://x?password=p"}) {
            Finding refused = StoreAddress.of(setting).findings().getFirst();
            assertThat(refused.in(Lang.EN))
                    .endsWith(": it must be the name of a file or begin with jdbc:postgresql: .");
            assertThat(refused.in(Lang.JA)).doesNotContain("password=p");
        }
        assertThat(StoreAddress.of("a.db?mode=memory").hasErrors()).isTrue();
        assertThat(StoreAddress.of("a\0b").hasErrors()).isTrue();
    }
}
