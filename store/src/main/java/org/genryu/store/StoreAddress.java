package org.genryu.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;

/// Where is the store? A file of SQLite, or a PostgreSQL server: one setting, a file name or `jdbc:postgresql:...`.
public sealed interface StoreAddress {
    /// As it stands in messages: without a password.
    String shown();

    /// @param file absolute
    record SqliteFile(Path file) implements StoreAddress {
        @Override
        public String shown() {
            return file.toString();
        }
    }

    /// @param url `jdbc:postgresql:...`, with what the driver needs
    record PostgresServer(String url) implements StoreAddress {
        @Override
        public String shown() {
            return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//").substring("jdbc:".length());
        }

        /// It may hold a password.
        @Override
        public String toString() {
            return shown();
        }
    }

    /// Reads a setting.
    static Outcome<StoreAddress> of(String setting) {
        String text = setting.strip();
        if (text.startsWith("jdbc:postgresql:")) {
            return Outcome.of(new PostgresServer(text));
        }
        if (text.isEmpty() || text.startsWith("jdbc:") || text.startsWith("postgres")) {
            return refused(
                    text.replaceFirst("[?].*", ""),
                    new Text(
                            "it must be the name of a file or begin with jdbc:postgresql: .",
                            "ファイル名か、jdbc:postgresql: で始まるものでなければなりません。"));
        }
        // What the driver of SQLite would read as settings of its own is no name of a file.
        if (text.indexOf('?') >= 0) {
            return refused(text, new Text("a file name must not hold '?'.", "ファイル名に「?」は使えません。"));
        }
        try {
            return Outcome.of(new SqliteFile(Path.of(text).toAbsolutePath().normalize()));
        } catch (InvalidPathException _) {
            return refused(text, new Text("it is no name of a file.", "ファイル名として使えません。"));
        }
    }

    private static Outcome<StoreAddress> refused(String text, Text problem) {
        return Outcome.failed(List.of(
                Finding.error(Finding.Place.NOWHERE, new Text("Store '" + text + "'", "記録庫「" + text + "」"), problem)));
    }
}
