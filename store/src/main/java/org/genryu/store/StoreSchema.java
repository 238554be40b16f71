package org.genryu.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.genryu.core.Text;

/// The schema of the store and the way to it from every earlier one: numbered migrations, one folder for each engine,
/// applied by Flyway, each whole or not at all. A store of a newer program is refused.
final class StoreSchema {
    /// Of the newest migration.
    static final int NEWEST = 3;

    static final String HISTORY = "schema_history";

    /// Two programs may find the same old store at once: the slower one looks again while others are at it.
    private static final int TRIES = 3;

    private static final long A_MOMENT = 10_000_000;

    /// The library speaks to a logger; what it has to say is said by us.
    private static final Logger LIBRARY = Logger.getLogger("org.flywaydb");

    private StoreSchema() {}

    /// Brings the store to the newest schema.
    /// @param on a connection to it
    static void prepare(StoreAddress address, Connection on) throws SQLException, StoreFailure {
        long end = System.nanoTime() + StoreEngine.PATIENCE * 1_000_000L;
        int left = TRIES;
        while (true) {
            int version = version(on);
            if (version > NEWEST) {
                throw StoreFailure.of(
                        address,
                        false,
                        new Text(
                                "its schema is %s; this program knows those up to %s. A newer genryu wrote it; use that one."
                                        .formatted(version, NEWEST),
                                "版は %s です。このプログラムが扱えるのは %s までです。新しい genryu で書かれているため、そちらを使ってください。"
                                        .formatted(version, NEWEST)));
            } else if (version == NEWEST) {
                return;
            }
            try {
                migrate(address, NEWEST);
            } catch (FlywayException e) {
                Optional<SQLException> cause = cause(e);
                boolean busy = cause.filter(StoreEngine::isBusy).isPresent();
                left -= busy ? 0 : 1;
                if (left == 0 || System.nanoTime() > end) {
                    throw failed(address, e);
                }
                LockSupport.parkNanos(A_MOMENT);
            }
        }
    }

    static void migrate(StoreAddress address, int target) {
        LIBRARY.setLevel(Level.OFF);
        StoreEngine engine = StoreEngine.of(address);
        FluentConfiguration flyway = Flyway.configure(StoreSchema.class.getClassLoader())
                .dataSource(engine.url(address), null, null)
                .locations("classpath:org/genryu/store/" + engine.folder())
                .table(HISTORY)
                .target(Integer.toString(target));
        switch (engine) {
            case SQLITE -> flyway.load().migrate();
            case POSTGRESQL ->
                flyway.schemas("genryu").createSchemas(true).load().migrate();
        }
    }

    private static StoreFailure failed(StoreAddress address, FlywayException trouble) {
        Optional<SQLException> cause = cause(trouble);
        if (cause.isPresent()) {
            return StoreTrouble.of(address, true, cause.get());
        }
        String said = String.valueOf(trouble.getMessage()).lines().findFirst().orElse("");
        return StoreFailure.of(
                        address,
                        true,
                        new Text(
                                "it cannot be brought to schema %s: %s".formatted(NEWEST, said),
                                "版 %s に移行できません: %s".formatted(NEWEST, said)))
                .because(trouble);
    }

    private static Optional<SQLException> cause(FlywayException trouble) {
        return Stream.<Throwable>iterate(trouble, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    /// Of the last migration that was applied; 0 if there is none.
    static int version(Connection on) throws SQLException {
        if (!hasHistory(on)) {
            return 0;
        }
        try (Statement statement = on.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT version FROM " + HISTORY + " WHERE success AND version IS NOT NULL")) {
            int newest = 0;
            while (found.next()) {
                newest = Math.max(newest, Integer.parseInt(found.getString(1)));
            }
            return newest;
        } catch (NumberFormatException e) {
            throw new SQLException("the versions of its schema are no numbers", e);
        }
    }

    private static boolean hasHistory(Connection on) throws SQLException {
        try (ResultSet tables = on.getMetaData().getTables(null, null, HISTORY, new String[] {"TABLE"})) {
            return tables.next();
        }
    }
}
