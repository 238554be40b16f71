package org.genryu.store;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.store.KeptChange.Deed;
import org.genryu.store.KeptChange.Draft;
import org.genryu.store.KeptChange.Reason;

/// Who may log in, as what, and who is logged in now?
///
/// What is done to an account is a change of the book `account` and takes effect in the same transaction: its sessions
/// end with it, whichever program does it. Passwords (their hashes) and sessions are in no change and in no backup.
///
/// Thread-safe; any number of programs may use one store at once.
public final class AccountStore implements AutoCloseable {
    /// Of the changes of accounts.
    public static final String BOOK = "account";

    /// Who keeps accounts; a store that has one must not lose the last.
    public static final String ADMINISTRATOR = "administrator";

    /// One account.
    ///
    /// @param name by which it logs in and which stands in histories
    /// @param role such as `viewer`
    /// @param locked whether nobody may log in as it
    /// @param password its hash; empty if it has none
    /// @param subject by whom and as whom a provider of identities knows it, one word; empty if none does
    public record Account(String name, String role, boolean locked, String password, String subject) {
        /// Without what is secret.
        @Override
        public String toString() {
            return name + " (" + role + ")";
        }
    }

    /// A browser that is logged in.
    ///
    /// @param key hash of what the browser holds
    /// @param begun when it logged in [s since 1970]
    /// @param seen when it asked last, to the minute [s since 1970]
    /// @param device as its owner may know it again
    public record Session(String key, String account, long begun, long seen, String device) {}

    /// An account and the session in which it asks.
    public record Known(Account account, Session session) {}

    /// What became of what was to be done to an account.
    public enum Done {
        /// It holds from now on.
        DONE,
        /// There is no such account, or there is one already.
        WRONG_NAME,
        /// The provider's subject belongs to another account.
        WRONG_SUBJECT,
        /// Nobody would be left who may keep accounts.
        LAST_ADMINISTRATOR
    }

    private static final String ACCOUNT = "a.name, a.role, a.locked, a.password, a.subject";
    private static final String SESSION = "s.key, s.account, s.begun, s.seen, s.device";

    private final ChangeStore store;

    private AccountStore(ChangeStore store) {
        this.store = store;
    }

    public static AccountStore open(StoreAddress address) throws StoreFailure {
        return new AccountStore(ChangeStore.open(address));
    }

    @Override
    public synchronized void close() throws StoreFailure {
        store.close();
    }

    // ---------------------------------------------------------------- accounts

    /// All of them by name.
    public synchronized List<Account> accounts() throws IOException {
        return store.transaction(
                false, () -> select("SELECT " + ACCOUNT + " FROM account a ORDER BY a.name", AccountStore::account));
    }

    public synchronized Optional<Account> account(String name) throws IOException {
        return store.transaction(false, () -> named(name));
    }

    /// The account that a provider knows as this.
    public synchronized Optional<Account> ofSubject(String subject) throws IOException {
        return store.transaction(
                false,
                () ->
                        select(
                                        "SELECT " + ACCOUNT + " FROM account a WHERE a.subject = ?",
                                        AccountStore::account,
                                        subject)
                                .stream()
                                .filter(_ -> !subject.isEmpty())
                                .findFirst());
    }

    /// A new account.
    public synchronized Done add(Account made, Reason reason) throws IOException {
        return change(made.name(), "add", Map.of("role", made.role(), "subject", made.subject()), reason, () -> {
            if (named(made.name()).isPresent()) {
                return Done.WRONG_NAME;
            }
            if (isTaken(made.subject(), made.name())) {
                return Done.WRONG_SUBJECT;
            }
            run(
                    "INSERT INTO account (name, role, locked, password, subject) VALUES (?, ?, ?, ?, ?)",
                    made.name(),
                    made.role(),
                    made.locked() ? 1 : 0,
                    made.password(),
                    made.subject());
            return Done.DONE;
        });
    }

    public synchronized Done role(String name, String role, Reason reason) throws IOException {
        return change(
                name,
                "role",
                Map.of("role", role),
                reason,
                () -> set(name, "UPDATE account SET role = ? WHERE name = ?", role));
    }

    public synchronized Done lock(String name, boolean locked, Reason reason) throws IOException {
        return change(
                name,
                locked ? "lock" : "unlock",
                Map.of(),
                reason,
                () -> set(name, "UPDATE account SET locked = ? WHERE name = ?", locked ? 1 : 0));
    }

    /// @param hash of the new password; empty takes it away
    public synchronized Done password(String name, String hash, Reason reason) throws IOException {
        return change(
                name,
                "password",
                Map.of(),
                reason,
                () -> set(name, "UPDATE account SET password = ? WHERE name = ?", hash));
    }

    /// @param subject of the provider; empty takes it away
    public synchronized Done subject(String name, String subject, Reason reason) throws IOException {
        return change(name, "subject", Map.of("subject", subject), reason, () -> {
            return isTaken(subject, name)
                    ? Done.WRONG_SUBJECT
                    : set(name, "UPDATE account SET subject = ? WHERE name = ?", subject);
        });
    }

    private boolean isTaken(String subject, String by) throws SQLException {
        return !subject.isEmpty()
                && select("SELECT " + ACCOUNT + " FROM account a WHERE a.subject = ?", AccountStore::account, subject)
                        .stream()
                        .anyMatch(other -> !other.name().equals(by));
    }

    private Optional<Account> named(String name) throws SQLException {
        return select("SELECT " + ACCOUNT + " FROM account a WHERE a.name = ?", AccountStore::account, name).stream()
                .findFirst();
    }

    private Done set(String name, String sql, Object value) throws SQLException {
        if (run(sql, value, name) == 0) {
            return Done.WRONG_NAME;
        }
        run("DELETE FROM session WHERE account = ?", name);
        return Done.DONE;
    }

    /// What is done and its change, both or neither.
    private Done change(
            String name, String kind, Map<String, String> content, Reason reason, ChangeStore.Work<Done> work)
            throws IOException {
        try {
            return store.transaction(true, () -> {
                long before = administrators();
                Done done = work.done();
                if (done == Done.DONE && before > 0 && administrators() == 0) {
                    done = Done.LAST_ADMINISTRATOR;
                }
                if (done != Done.DONE) {
                    throw new Refused(done);
                }
                Deed deed = Deed.after(store.version(BOOK, name), BOOK, name, kind, content);
                var unused = store.added(List.of(new Draft(deed, reason)));
                return done;
            });
        } catch (Refused refused) {
            return refused.done;
        }
    }

    private long administrators() throws SQLException {
        return count("SELECT COUNT(*) FROM account WHERE locked = 0 AND role = ?", ADMINISTRATOR);
    }

    /// Takes a transaction back; it reaches nobody else.
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;
        private final Done done;

        private Refused(Done done) {
            super(done.name());
            this.done = done;
        }
    }

    // ---------------------------------------------------------------- sessions

    public synchronized void begin(Session session) throws IOException {
        store.transaction(
                true,
                () -> run(
                        "INSERT INTO session (key, account, begun, seen, device) VALUES (?, ?, ?, ?, ?)",
                        session.key(),
                        session.account(),
                        session.begun(),
                        session.seen(),
                        session.device()));
    }

    /// Who asks with this key; nobody if the session has ended or its account is locked.
    public synchronized Optional<Known> known(String key) throws IOException {
        return store.transaction(
                false,
                () -> select(
                                "SELECT " + ACCOUNT + ", " + SESSION
                                        + " FROM session s JOIN account a ON a.name = s.account WHERE s.key = ? AND a.locked = 0",
                                row -> new Known(account(row), session(row, 5)),
                                key)
                        .stream()
                        .findFirst());
    }

    /// @param at [s since 1970]
    public synchronized void seen(String key, long at) throws IOException {
        store.transaction(true, () -> run("UPDATE session SET seen = ? WHERE key = ?", at, key));
    }

    /// The sessions of an account, the youngest first.
    public synchronized List<Session> sessions(String account) throws IOException {
        return store.transaction(
                false,
                () -> select(
                        "SELECT " + SESSION + " FROM session s WHERE s.account = ? ORDER BY s.begun DESC, s.key",
                        row -> session(row, 0),
                        account));
    }

    public synchronized long sessions() throws IOException {
        return store.transaction(false, () -> count("SELECT COUNT(*) FROM session"));
    }

    public synchronized void end(String key) throws IOException {
        store.transaction(true, () -> run("DELETE FROM session WHERE key = ?", key));
    }

    public synchronized void endAll(String account) throws IOException {
        store.transaction(true, () -> run("DELETE FROM session WHERE account = ?", account));
    }

    /// Ends all that were not seen, or have begun, before these moments [s since 1970].
    public synchronized void sweep(long seen, long begun) throws IOException {
        store.transaction(true, () -> run("DELETE FROM session WHERE seen < ? OR begun < ?", seen, begun));
    }

    // ---------------------------------------------------------------- rows

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(row.getString(1), row.getString(2), row.getInt(3) != 0, row.getString(4), row.getString(5));
    }

    private static Session session(ResultSet row, int before) throws SQLException {
        return new Session(
                row.getString(before + 1),
                row.getString(before + 2),
                row.getLong(before + 3),
                row.getLong(before + 4),
                row.getString(before + 5));
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = store.connection().prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private int run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private <T> List<T> select(String sql, Row<T> as, Object... values) throws SQLException {
        try (PreparedStatement query = prepared(sql, values);
                ResultSet rows = query.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(as.read(rows));
            }
            return found;
        }
    }

    private long count(String sql, Object... values) throws SQLException {
        return select(sql, row -> row.getLong(1), values).getFirst();
    }
}
