package org.genryu.web.http;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;
import org.genryu.core.Lang;
import org.genryu.core.disk.WriteFailure;
import org.genryu.results.JsonDocument;

/// Who came in, who was turned away, who did what to whose account? One JSON object a line, written before the answer
/// is given: what cannot be written down is not done. No password, no cookie and no token is in it; of a name that is
/// no account's nothing is, since it may be a password in the wrong field.
public final class AuditLog {
    /// What is written down.
    public enum Deed {
        LOG_IN,
        REFUSED,
        THROTTLED,
        LOG_OUT,
        SESSION_ENDED,
        ACCOUNT_CHANGED
    }

    private final Path path;
    private final LineFile file;
    private final Clock clock;
    private final AtomicLongArray counts = new AtomicLongArray(Deed.values().length);

    public AuditLog(Path file, Clock clock) {
        this.path = file;
        this.file = new LineFile(file);
        this.clock = clock;
    }

    /// @param who does it; empty if nobody knows
    /// @param about the account, and what is done to it
    /// @param from address of the browser
    public void write(Deed deed, String who, String about, String from) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonDocument json = JsonDocument.begin(line, Lang.EN, () -> {})) {
            json.text("at", clock.instant().toString())
                    .text("deed", word(deed))
                    .text("who", who)
                    .text("about", about)
                    .text("from", from);
        }
        try {
            file.add(line.append('\n').toString());
        } catch (IOException lost) {
            throw WriteFailure.of(path, path, lost);
        }
        counts.incrementAndGet(deed.ordinal());
    }

    public static String word(Deed deed) {
        return deed.name().toLowerCase(Locale.ROOT);
    }

    /// How often since the server began.
    public long count(Deed deed) {
        return counts.get(deed.ordinal());
    }
}
