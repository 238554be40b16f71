package org.genryu.core.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.genryu.core.Text;

/// The system would not let a file be written: the disk is full, a right is missing, another run is at it. What was
/// there before is untouched.
public final class WriteFailure extends IOException {
    private static final long serialVersionUID = 1;

    /// Below this [bytes] a file system counts as full.
    private static final long NOTHING_LEFT = 1 << 16;

    private final transient Text why;

    WriteFailure(Text why) {
        super(why.en());
        this.why = why;
    }

    private WriteFailure(Text why, IOException cause) {
        super(why.en(), cause);
        this.why = why;
    }

    /// A whole sentence: the file, the reason, what is left.
    public Text why() {
        return why;
    }

    /// @param shown the file as its reader knows it
    /// @param near a file or folder of the same file system
    public static WriteFailure of(Path shown, Path near, IOException cause) {
        if (cause instanceof WriteFailure already) {
            return already;
        }
        Text reason = reason(near, cause);
        return new WriteFailure(
                new Text(
                        "'%s' could not be written: %s. What was there before is untouched."
                                .formatted(shown, reason.en()),
                        "'%s' を書き込めませんでした(%s)。以前の内容はそのまま残っています。".formatted(shown, reason.ja())),
                cause);
    }

    /// The place itself cannot be made, or nothing can be put beside it.
    static WriteFailure cannotBegin(Path shown, IOException cause) {
        if (cause instanceof AccessDeniedException && Files.isDirectory(shown)) {
            Path inside = shown.resolve("out");
            return new WriteFailure(
                    new Text(
                            "'%s' can only be replaced as a whole, and there is no right to write beside it; give a name inside, such as '%s'."
                                    .formatted(shown, inside),
                            "'%s' はフォルダごと置き換えますが、同じ場所に書き込む権限がありません。'%s' のように中の名前を指定してください。".formatted(shown, inside)),
                    cause);
        }
        Text reason = reason(shown.toAbsolutePath(), cause);
        return new WriteFailure(
                new Text(
                        "'%s' cannot be created: %s.".formatted(shown, reason.en()),
                        "'%s' を作成できません(%s)。".formatted(shown, reason.ja())),
                cause);
    }

    static WriteFailure busy(Path shown) {
        return new WriteFailure(new Text(
                "'%s' is being written by another run. Wait until it has ended, or give another name.".formatted(shown),
                "'%s' には別の実行が書き込み中です。終わるのを待つか、別の名前を指定してください。".formatted(shown)));
    }

    private static Text reason(Path near, IOException cause) {
        if (isFull(near)) {
            return new Text("the disk is full", "ディスクの空きがありません");
        }
        return switch (cause) {
            case AccessDeniedException _ -> new Text("there is no right to write there", "書き込み権限がありません");
            case NoSuchFileException _ -> new Text("its folder is not there", "フォルダがありません");
            case FileSystemException e when e.getReason() != null -> Text.same(e.getReason());
            default ->
                Text.same(Optional.ofNullable(cause.getMessage())
                        .orElse(cause.getClass().getSimpleName()));
        };
    }

    private static boolean isFull(Path near) {
        for (Path at = near; at != null; at = at.getParent()) {
            if (Files.isDirectory(at)) {
                try {
                    var store = Files.getFileStore(at);
                    return store.getTotalSpace() > 0 && store.getUsableSpace() < NOTHING_LEFT;
                } catch (IOException _) {
                    return false;
                }
            }
        }
        return false;
    }
}
