package org.genryu.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.locks.LockSupport;
import org.genryu.core.disk.PrivateFolder;
import org.genryu.core.disk.UserCache;

/// What SQLite and PostgreSQL do in ways of their own; everything else is the same SQL.
///
/// A commit is on the disk when it is acknowledged: SQLite in WAL mode with `synchronous=FULL` (with `NORMAL` the last
/// commits may be lost with the power, https://www.sqlite.org/pragma.html#pragma_synchronous); PostgreSQL with
/// `synchronous_commit` on for this session, whatever the server's own setting. Writers go one after the other, readers
/// wait for nobody.
enum StoreEngine {
    SQLITE {
        private static final long A_MOMENT = 2_000_000;

        @Override
        Connection connect(StoreAddress address) throws SQLException {
            privateLibrary();
            Properties settings = new Properties();
            settings.setProperty("busy_timeout", Integer.toString(PATIENCE));
            settings.setProperty("synchronous", "FULL");
            Connection made = connected("org.sqlite.JDBC", url(address), settings);
            try {
                // What a stranger's file declares may not call anything that acts.
                run(made, "PRAGMA trusted_schema = OFF");
                refuseOthers(made);
                writeAhead(made);
                return made;
            } catch (SQLException e) {
                made.close();
                throw e;
            }
        }

        /// Where two make one store at once, SQLite tells the second without waiting that the first is at it.
        private void writeAhead(Connection made) throws SQLException {
            long end = System.nanoTime() + PATIENCE * 1_000_000L;
            while (true) {
                try {
                    run(made, "PRAGMA journal_mode = WAL");
                    return;
                } catch (SQLException e) {
                    if (!isBusy(e) || System.nanoTime() > end) {
                        throw e;
                    }
                    LockSupport.parkNanos(A_MOMENT);
                }
            }
        }

        @Override
        String url(StoreAddress address) {
            return switch (address) {
                case StoreAddress.SqliteFile(Path file) -> "jdbc:sqlite:" + file;
                case StoreAddress.PostgresServer _ -> throw new IllegalArgumentException("No file of SQLite.");
            };
        }

        @Override
        void beginWrite(Connection to) throws SQLException {
            run(to, "BEGIN IMMEDIATE");
        }

        @Override
        void beginRead(Connection to) throws SQLException {
            run(to, "BEGIN");
        }

        @Override
        String matching(String words) {
            // An index of runs of three characters knows nothing shorter.
            boolean indexed = words.codePointCount(0, words.length()) >= 3;
            return indexed ? "rowid IN (SELECT rowid FROM passage WHERE passage MATCH ?)" : "instr(words, ?) > 0";
        }

        @Override
        String wanted(String words) {
            boolean indexed = words.codePointCount(0, words.length()) >= 3;
            return indexed ? '"' + words.replace("\"", "\"\"") + '"' : words;
        }

        @Override
        String passageKey() {
            return "rowid";
        }
    },
    POSTGRESQL {
        @Override
        Connection connect(StoreAddress address) throws SQLException {
            Properties settings = new Properties();
            settings.setProperty("ApplicationName", "genryu");
            settings.setProperty("connectTimeout", "10");
            Connection made = connected("org.postgresql.Driver", url(address), settings);
            try {
                run(made, "SET search_path TO genryu, public");
                run(made, "SET synchronous_commit TO on");
                run(made, "SET lock_timeout TO '10s'");
                return made;
            } catch (SQLException e) {
                made.close();
                throw e;
            }
        }

        @Override
        String url(StoreAddress address) {
            return switch (address) {
                case StoreAddress.PostgresServer(String url) -> url;
                case StoreAddress.SqliteFile _ -> throw new IllegalArgumentException("No server of PostgreSQL.");
            };
        }

        @Override
        void beginWrite(Connection to) throws SQLException {
            run(to, "BEGIN");
            run(to, "LOCK TABLE change IN EXCLUSIVE MODE");
        }

        @Override
        void beginRead(Connection to) throws SQLException {
            run(to, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        }

        @Override
        String matching(String words) {
            return "words LIKE ? ESCAPE '!'";
        }

        @Override
        String wanted(String words) {
            return "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        }

        @Override
        String passageKey() {
            return "number";
        }
    };

    /// A library that is so much older than a new file is nobody's any more [ms].
    private static final long ABANDONED = 60_000;

    /// What SQLite says of a file that is no database.
    private static final int NOT_OURS = 26;

    static StoreEngine of(StoreAddress address) {
        return switch (address) {
            case StoreAddress.SqliteFile _ -> SQLITE;
            case StoreAddress.PostgresServer _ -> POSTGRESQL;
        };
    }

    /// Where its migrations are.
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract Connection connect(StoreAddress address) throws SQLException;

    abstract String url(StoreAddress address);

    /// From here on nobody else writes until the end of the transaction.
    abstract void beginWrite(Connection to) throws SQLException;

    /// From here on one state is read until the end of the transaction.
    abstract void beginRead(Connection to) throws SQLException;

    /// The condition on a passage that holds the folded words, with one place for [#wanted].
    abstract String matching(String words);

    abstract String wanted(String words);

    /// The column of a passage that is the number of its change.
    abstract String passageKey();

    /// A database of another program stays as it is.
    private static void refuseOthers(Connection to) throws SQLException {
        try (Statement query = to.createStatement();
                ResultSet found = query.executeQuery("SELECT COUNT(*), COUNT(CASE name WHEN '" + StoreSchema.HISTORY
                        + "' THEN 1 END) FROM sqlite_master WHERE type = 'table'")) {
            found.next();
            if (found.getInt(1) > 0 && found.getInt(2) == 0) {
                throw new SQLException("it holds tables of another program", null, NOT_OURS);
            }
        }
    }

    static void run(Connection on, String sql) throws SQLException {
        try (Statement statement = on.createStatement()) {
            statement.execute(sql);
        }
    }

    /// By the driver of this name alone: the other is not made ready.
    private static Connection connected(String driver, String url, Properties settings) throws SQLException {
        Driver found = ServiceLoader.load(Driver.class, StoreEngine.class.getClassLoader()).stream()
                .filter(one -> one.type().getName().equals(driver))
                .findFirst()
                .map(ServiceLoader.Provider::get)
                .orElseThrow(() -> new SQLException("its driver " + driver + " is not beside the program"));
        return Optional.ofNullable(found.connect(url, settings))
                .orElseThrow(() -> new SQLException("its driver does not take this address"));
    }

    /// The driver unpacks SQLite's own library: into a folder that is ours alone, rather than where all write.
    private static void privateLibrary() {
        String setting = "org.sqlite.tmpdir";
        if (System.getProperty(setting) != null) {
            return;
        }
        try {
            Optional<Path> folder = UserCache.here().folder("sqlite");
            if (folder.isPresent()) {
                Path ours = PrivateFolder.ofThisProcess().open(folder.get());
                if (Files.isWritable(ours)) {
                    sweep(ours);
                    System.setProperty(setting, ours.toString());
                }
            }
        } catch (IOException _) {
            // then the system's folder for such files serves: names there belong to who made them
        }
    }

    /// What processes that were killed have left there. One that has just begun may not have loaded its own yet.
    private static void sweep(Path folder) throws IOException {
        Path newest = Files.createTempFile(folder, "now", "");
        long now = Files.getLastModifiedTime(newest).toMillis();
        Files.delete(newest);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "{sqlite,now}*")) {
            for (Path one : left) {
                if (now
                                - Files.getLastModifiedTime(one, LinkOption.NOFOLLOW_LINKS)
                                        .toMillis()
                        > ABANDONED) {
                    Files.deleteIfExists(one);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /// How long a writer waits for another [ms].
    static final int PATIENCE = 10_000;

    /// SQLite's code for it; PostgreSQL has none, since there whoever comes second waits.
    private static final int BUSY = 5;

    /// Whether another program was writing at that moment.
    static boolean isBusy(SQLException trouble) {
        return (trouble.getErrorCode() & 0xFF) == BUSY;
    }
}
