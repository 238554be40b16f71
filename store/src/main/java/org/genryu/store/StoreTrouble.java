package org.genryu.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.core.Text;

/// What a database says, as a sentence. By the result codes of SQLite (https://www.sqlite.org/rescode.html) and the
/// states of PostgreSQL (its manual, appendix A).
final class StoreTrouble {
    private StoreTrouble() {}

    /// @param wanted whether something was to be kept, rather than read
    static StoreFailure of(StoreAddress address, boolean wanted, SQLException cause) {
        Text reason = reason(address, cause);
        boolean writing = wanted || isAboutWriting(address, cause);
        return StoreFailure.of(
                        address,
                        writing,
                        writing
                                ? new Text(
                                        "it cannot be written: %s. What was kept before is untouched."
                                                .formatted(reason.en()),
                                        "書き込めません(%s)。以前の記録はそのまま残っています。".formatted(reason.ja()))
                                : new Text(
                                        "it cannot be used: %s.".formatted(reason.en()),
                                        "使えません(%s)。".formatted(reason.ja())))
                .because(cause);
    }

    /// No right to write, no room: an opening, too, writes.
    private static boolean isAboutWriting(StoreAddress address, SQLException cause) {
        return switch (address) {
            case StoreAddress.SqliteFile _ -> List.of(8, 13).contains(cause.getErrorCode() & 0xFF);
            case StoreAddress.PostgresServer _ ->
                List.of("42501", "53100", "25006").contains(String.valueOf(cause.getSQLState()));
        };
    }

    private static Text reason(StoreAddress address, SQLException cause) {
        return switch (address) {
            case StoreAddress.SqliteFile _ -> sqlite(cause);
            case StoreAddress.PostgresServer _ -> postgres(cause);
        };
    }

    private static Text sqlite(SQLException cause) {
        return switch (cause.getErrorCode() & 0xFF) {
            case 5, 6 -> new Text("another program has been writing to it for too long", "別のプログラムの書き込みが長く続いています");
            case 8 ->
                new Text("there is no right to write there, or its disk is read-only", "書き込み権限がないか、読み取り専用のディスクです");
            case 11, 26 -> new Text("it is no store of genryu, or it is damaged", "genryu の記録庫ではないか、壊れています");
            case 13 -> new Text("the disk is full", "ディスクの空きがありません");
            case 14 -> new Text("its folder is not there, or there is no right to open it", "フォルダがないか、開く権限がありません");
            case 10 -> new Text("the disk does not answer as it should", "ディスクが正しく応答しません");
            default -> said(cause);
        };
    }

    private static Text postgres(SQLException cause) {
        String state = Optional.ofNullable(cause.getSQLState()).orElse("").toUpperCase(Locale.ROOT);
        if (state.startsWith("08") || state.startsWith("57P")) {
            return new Text("the server does not answer", "サーバーが応答しません");
        } else if (state.startsWith("28")) {
            return new Text("the server does not know this user or password", "利用者名かパスワードが違います");
        }
        return switch (state) {
            case "3D000" -> new Text("there is no such database", "そのデータベースはありません");
            case "42501" -> new Text("this user has no right to do it", "この利用者には権限がありません");
            case "53100" -> new Text("the disk of the server is full", "サーバーのディスクに空きがありません");
            case "25006" -> new Text("the server only reads", "サーバーは読み取り専用です");
            case "55P03" -> new Text("another program has been writing to it for too long", "別のプログラムの書き込みが長く続いています");
            default -> said(cause);
        };
    }

    private static Text said(SQLException cause) {
        String message = Optional.ofNullable(cause.getMessage()).orElse("");
        return Text.same(message.lines().findFirst().orElse(cause.getClass().getSimpleName()));
    }
}
