package org.genryu.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Text;
import org.genryu.store.ChangeStore.Head;
import org.genryu.store.ChangeStore.Taken;

/// A store as lines of JSON: what it holds, then one line a change. It needs no database to be read.
final class StoreBackup {
    private static final Pattern FIRST =
            Pattern.compile("\\{\"genryu\":\"backup\",\"changes\":(\\d{1,18}),\"hash\":\"([0-9a-f]*)\"\\}");

    private static final int LONGEST = 10_000_000;

    private StoreBackup() {}

    /// Hands over all changes in their order.
    @FunctionalInterface
    interface Source {
        void each(Taken taken) throws SQLException, IOException;
    }

    static Head write(Head head, Source changes, Writer to) throws SQLException, IOException {
        to.write("{\"genryu\":\"backup\",\"changes\":" + head.changes() + ",\"hash\":\"" + head.hash() + "\"}\n");
        Chain chain = new Chain("");
        changes.each(change -> {
            chain.take(change);
            to.write(ChangeJson.line(change));
            to.write('\n');
        });
        return chain.head();
    }

    /// @param shown the backup as its reader knows it
    static Head read(BufferedReader from, String shown, Taken taken) throws SQLException, IOException {
        Matcher first = FIRST.matcher(line(from).orElse(""));
        if (!first.matches()) {
            throw StoreFailure.of(
                    backup(shown),
                    false,
                    new Text(
                            "it is none of genryu; its first line must say how many changes follow.",
                            "genryu の控えではありません。最初の行に変更の件数が必要です。"));
        }
        Head promised = new Head(Long.parseLong(first.group(1)), first.group(2));
        Chain chain = new Chain(shown);
        for (Optional<String> line = line(from); line.isPresent(); line = line(from)) {
            KeptChange change = ChangeJson.read(line.get())
                    .orElseThrow(() -> altered(shown, chain.head().changes() + 1));
            chain.take(change);
            taken.take(change);
        }
        if (!chain.head().equals(promised)) {
            throw StoreFailure.of(
                    backup(shown),
                    false,
                    new Text(
                            "it holds %s changes; it must hold %s."
                                    .formatted(chain.head().changes(), promised.changes()),
                            "変更が %s 件しかありません。%s 件でなければなりません。"
                                    .formatted(chain.head().changes(), promised.changes())));
        }
        return promised;
    }

    /// The next line; empty at the end. A stranger's line may have no end: no change of ours has more characters.
    private static Optional<String> line(BufferedReader from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = from.read(); c >= 0; c = from.read()) {
            if (c == '\n') {
                return Optional.of(line.toString());
            }
            if (line.length() >= LONGEST) {
                break;
            }
            line.append((char) c);
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
    }

    /// Each change must follow the one before.
    private static final class Chain {
        private final String shown;
        private Head head = new Head(0, "");

        Chain(String shown) {
            this.shown = shown;
        }

        void take(KeptChange change) throws StoreFailure {
            boolean follows =
                    change.number() == head.changes() + 1 && change.previous().equals(head.hash()) && change.isWhole();
            if (!follows) {
                throw altered(shown, head.changes() + 1);
            }
            head = new Head(change.number(), change.hash());
        }

        Head head() {
            return head;
        }
    }

    private static Text backup(String shown) {
        return new Text("Backup '" + shown + "'", "控え「" + shown + "」");
    }

    static StoreFailure altered(String shown, long number) {
        return StoreFailure.of(
                backup(shown),
                false,
                new Text(
                        "change %s is not as it was written; another backup must be used.".formatted(number),
                        "変更 %s は書かれた時のままではありません。別の控えを使ってください。".formatted(number)));
    }
}
