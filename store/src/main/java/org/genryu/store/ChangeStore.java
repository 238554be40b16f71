package org.genryu.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.genryu.core.Text;
import org.genryu.store.KeptChange.Deed;
import org.genryu.store.KeptChange.Draft;
import org.genryu.store.KeptChange.Reason;

/// Which changes were ever made, and may this one be added? One store, of any number of books.
///
/// A change is there when [#append] returns and stays there whatever happens; it is never altered or removed. A change
/// rests on the version of its subject that its author has seen: if somebody else has changed the subject since,
/// nothing is kept and both see it ([Appended.Conflict]). Any number of programs may use one store at once; one
/// `ChangeStore` belongs to one thread.
public final class ChangeStore implements AutoCloseable {
    /// What became of changes that were to be kept.
    public sealed interface Appended {
        /// They are on the disk.
        record Kept(List<KeptChange> changes) implements Appended {
            public Kept {
                changes = List.copyOf(changes);
            }
        }

        /// None of them was kept.
        ///
        /// @param refused the first that rests on what is no longer so
        /// @param since what others have done to its subject after what its author has seen; empty if he has
        /// seen
        ///     more than there is
        record Conflict(Draft refused, List<KeptChange> since) implements Appended {
            public Conflict {
                since = List.copyOf(since);
            }
        }
    }

    /// How much there is, and which: two stores with the same head hold the same changes.
    ///
    /// @param hash of the last change; empty if there is none
    public record Head(long changes, String hash) {}

    private static final String COLUMNS =
            "number, at, who, why, cites, book, subject, version, kind, content, previous, hash";

    private final StoreAddress address;
    private final StoreEngine engine;
    private Connection connection;

    private ChangeStore(StoreAddress address, StoreEngine engine, Connection connection) {
        this.address = address;
        this.engine = engine;
        this.connection = connection;
    }

    /// Opens a store, makes it if it is not there, and brings an older one to the schema of today.
    public static ChangeStore open(StoreAddress address) throws StoreFailure {
        StoreEngine engine = StoreEngine.of(address);
        try {
            Connection connection = engine.connect(address);
            try {
                StoreSchema.prepare(address, connection);
                ChangeStore store = new ChangeStore(address, engine, connection);
                new Passages(connection, engine).catchUp();
                return store;
            } catch (SQLException | StoreFailure e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreTrouble.of(address, false, e);
        }
    }

    /// Whether there is a store to open. A server is taken to hold one.
    public static boolean exists(StoreAddress address) {
        return switch (address) {
            case StoreAddress.SqliteFile(Path file) -> Files.exists(file);
            case StoreAddress.PostgresServer _ -> true;
        };
    }

    public StoreAddress address() {
        return address;
    }

    /// Keeps changes, all of them or none.
    public Appended append(List<Draft> drafts) throws IOException {
        return transaction(true, () -> added(drafts));
    }

    /// The same inside a transaction that writes more than changes.
    Appended added(List<Draft> drafts) throws SQLException {
        Head head = lastChange();
        List<KeptChange> added = new ArrayList<>();
        for (Draft draft : drafts) {
            int is = version(draft.deed().book(), draft.deed().subject());
            if (is != draft.deed().version() - 1) {
                return new Appended.Conflict(draft, since(draft.deed()));
            }
            KeptChange kept = KeptChange.of(draft, head.changes() + 1, head.hash());
            insert(kept);
            added.add(kept);
            head = new Head(kept.number(), kept.hash());
        }
        return new Appended.Kept(added);
    }

    /// All changes of a book, the first one first.
    /// @throws StoreFailure also if one is not as it was written
    public List<KeptChange> changes(String book) throws IOException {
        return transaction(
                false, () -> whole(select("SELECT " + COLUMNS + " FROM change WHERE book = ? ORDER BY number", book)));
    }

    /// The changes of a book that hold all the words, in either language; compatibility forms and case do not
    /// matter.
    public List<KeptChange> search(String book, List<String> words) throws IOException {
        return transaction(false, () -> {
            List<String> folded = words.stream()
                    .map(Passages::folded)
                    .filter(word -> !word.isBlank())
                    .toList();
            StringBuilder sql = new StringBuilder("SELECT " + COLUMNS + " FROM change WHERE book = ?");
            List<String> values = new ArrayList<>(List.of(book));
            for (String word : folded) {
                sql.append(" AND number IN (SELECT ")
                        .append(engine.passageKey())
                        .append(" FROM passage WHERE ")
                        .append(engine.matching(word))
                        .append(')');
                values.add(engine.wanted(word));
            }
            return whole(select(sql.append(" ORDER BY number").toString(), values.toArray(String[]::new)));
        });
    }

    public Head head() throws IOException {
        return transaction(false, this::lastChange);
    }

    /// The newest changes of all books, the newest first.
    /// @throws StoreFailure also if one is not as it was written
    public List<KeptChange> newest(int most) throws IOException {
        return transaction(
                false,
                () -> whole(
                        select("SELECT " + COLUMNS + " FROM change ORDER BY number DESC LIMIT " + Math.max(0, most))));
    }

    /// Goes through all changes: each as it was written, each after the one before, without a gap.
    /// @throws StoreFailure at the first that is not
    public Head verify() throws IOException {
        return transaction(false, () -> {
            Head[] seen = {new Head(0, "")};
            each(change -> {
                whole(List.of(change));
                if (change.number() != seen[0].changes() + 1
                        || !change.previous().equals(seen[0].hash())) {
                    throw StoreFailure.of(
                            address,
                            false,
                            new Text(
                                    "change %s does not follow the one before it; it must be restored from a backup."
                                            .formatted(change.number()),
                                    "変更 %s は直前の変更に続いていません。控えから戻してください。".formatted(change.number())));
                }
                seen[0] = new Head(change.number(), change.hash());
            });
            return seen[0];
        });
    }

    /// Writes everything as lines of JSON, while others may go on writing: the state of one moment. The first line
    /// says how many changes follow and the hash of the last. What SQLite has written PostgreSQL can take, and
    /// back.
    public Head backup(Writer to) throws IOException {
        return transaction(false, () -> StoreBackup.write(lastChange(), this::each, to));
    }

    /// Takes a backup into an empty store, all of it or nothing.
    /// @throws StoreFailure also if the store is not empty or the backup not whole
    public Head restore(BufferedReader from, String shown) throws IOException {
        return transaction(true, () -> {
            Head before = lastChange();
            if (before.changes() > 0) {
                throw StoreFailure.of(
                        address,
                        true,
                        new Text(
                                "it holds %s changes already; a backup goes into a new one."
                                        .formatted(before.changes()),
                                "すでに %s 件の変更があります。控えは新しい記録庫に戻してください。".formatted(before.changes())));
            }
            return StoreBackup.read(from, shown, this::insert);
        });
    }

    @Override
    public void close() throws StoreFailure {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreTrouble.of(address, false, e);
        }
    }

    // ---------------------------------------------------------------- the one way to the database

    /// Work on the database.
    @FunctionalInterface
    interface Work<T> {
        T done() throws SQLException, IOException;
    }

    /// What is done with a change.
    @FunctionalInterface
    interface Taken {
        void take(KeptChange change) throws SQLException, IOException;
    }

    <T> T transaction(boolean writing, Work<T> work) throws IOException {
        try {
            if (connection.isClosed()) { // a server that has gone and come back
                connection = engine.connect(address);
            }
            boolean through = false;
            try {
                if (writing) {
                    engine.beginWrite(connection);
                } else {
                    engine.beginRead(connection);
                }
                T done = work.done();
                through = !(done instanceof Appended.Conflict);
                return done;
            } finally {
                end(through);
            }
        } catch (SQLException e) {
            throw StoreTrouble.of(address, writing, e);
        }
    }

    /// Where the work failed, that is what is told, not that its end failed too.
    private void end(boolean through) throws SQLException {
        try {
            StoreEngine.run(connection, through ? "COMMIT" : "ROLLBACK");
        } catch (SQLException e) {
            if (through) {
                throw e;
            }
        }
    }

    Connection connection() {
        return connection;
    }

    int version(String book, String subject) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT COALESCE(MAX(version), 0) FROM change WHERE book = ? AND subject = ?")) {
            query.setString(1, book);
            query.setString(2, subject);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    private List<KeptChange> since(Deed deed) throws SQLException {
        return select(
                        "SELECT " + COLUMNS + " FROM change WHERE book = ? AND subject = ? ORDER BY number",
                        deed.book(),
                        deed.subject())
                .stream()
                .filter(change -> change.deed().version() >= deed.version())
                .toList();
    }

    private Head lastChange() throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet found = query.executeQuery("SELECT number, hash FROM change ORDER BY number DESC LIMIT 1")) {
            return found.next() ? new Head(found.getLong(1), found.getString(2)) : new Head(0, "");
        }
    }

    private void insert(KeptChange change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO change (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, change.number());
            insert.setString(2, change.reason().at());
            insert.setString(3, change.reason().who());
            insert.setString(4, change.reason().why());
            insert.setString(5, change.reason().cites());
            insert.setString(6, change.deed().book());
            insert.setString(7, change.deed().subject());
            insert.setInt(8, change.deed().version());
            insert.setString(9, change.deed().kind());
            insert.setString(10, ChangeJson.text(change.deed().content()));
            insert.setString(11, change.previous());
            insert.setString(12, change.hash());
            insert.executeUpdate();
        }
        new Passages(connection, engine).add(change);
    }

    private List<KeptChange> select(String sql, String... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                List<KeptChange> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(change(rows));
                }
                return found;
            }
        }
    }

    /// Every change in turn.
    private void each(Taken taken) throws SQLException, IOException {
        try (Statement query = connection.createStatement()) {
            query.setFetchSize(1_000);
            try (ResultSet rows = query.executeQuery("SELECT " + COLUMNS + " FROM change ORDER BY number")) {
                while (rows.next()) {
                    taken.take(change(rows));
                }
            }
        }
    }

    static KeptChange change(ResultSet row) throws SQLException {
        return new KeptChange(
                row.getLong(1),
                new Deed(
                        row.getString(6),
                        row.getString(7),
                        row.getInt(8),
                        row.getString(9),
                        ChangeJson.content(row.getString(10))),
                new Reason(row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                row.getString(11),
                row.getString(12));
    }

    private List<KeptChange> whole(List<KeptChange> changes) throws StoreFailure {
        for (KeptChange change : changes) {
            if (!change.isWhole()) {
                throw StoreFailure.of(
                        address,
                        false,
                        new Text(
                                "change %s is not as it was written; it must be restored from a backup."
                                        .formatted(change.number()),
                                "変更 %s は書かれた時のままではありません。控えから戻してください。".formatted(change.number())));
            }
        }
        return changes;
    }
}
