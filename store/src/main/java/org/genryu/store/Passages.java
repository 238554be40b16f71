package org.genryu.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What changes say, so that it can be found: an index that can always be made again from the changes.
///
/// Words are folded (NFKC, lower case) and found as runs of characters anywhere, by an index of runs of three: Japanese
/// has no blanks between words. Shorter words are found by reading all passages.
final class Passages {
    private final Connection connection;
    private final StoreEngine engine;

    Passages(Connection connection, StoreEngine engine) {
        this.connection = connection;
        this.engine = engine;
    }

    /// Adds what an older program, which had no index, left out.
    void catchUp() throws SQLException {
        if (last("SELECT MAX(number) FROM change") == last("SELECT MAX(" + engine.passageKey() + ") FROM passage")) {
            return;
        }
        engine.beginWrite(connection);
        boolean through = false;
        try {
            List<KeptChange> missing = new ArrayList<>();
            try (Statement query = connection.createStatement();
                    ResultSet rows = query.executeQuery(
                            "SELECT number, at, who, why, cites, book, subject, version, kind, content, previous, hash"
                                    + " FROM change WHERE number NOT IN (SELECT " + engine.passageKey()
                                    + " FROM passage) ORDER BY number")) {
                while (rows.next()) {
                    missing.add(ChangeStore.change(rows));
                }
            }
            for (KeptChange change : missing) {
                add(change);
            }
            through = true;
        } finally {
            StoreEngine.run(connection, through ? "COMMIT" : "ROLLBACK");
        }
    }

    private long last(String sql) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet found = query.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    void add(KeptChange change) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO passage (" + engine.passageKey() + ", words) VALUES (?, ?)")) {
            insert.setLong(1, change.number());
            insert.setString(2, words(change));
            insert.executeUpdate();
        }
    }

    private static String words(KeptChange change) {
        List<String> said = new ArrayList<>(List.of(
                change.deed().subject(),
                change.deed().kind(),
                change.reason().who(),
                change.reason().why(),
                change.reason().cites()));
        said.addAll(change.deed().content().values());
        return folded(String.join("\n", said));
    }

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
