package org.genryu.web.http;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.genryu.core.Lang;
import org.genryu.results.JsonDocument;

/// What was asked, by whom, and how did it end? One JSON object a line, in a file of the home folder; what would break
/// a line is escaped, and nothing that is secret is in it: no settings, no fields, no cookies, no tokens.
///
/// Thread-safe. A log that cannot be written stops nobody; how many lines were lost is counted.
public final class RequestLog {
    private static final int CLASSES = 6;
    private static final int LONGEST = 400;

    private final LineFile file;
    private final Clock clock;
    private final AtomicLongArray ended = new AtomicLongArray(CLASSES);
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong microseconds = new AtomicLong();

    public RequestLog(Path file, Clock clock) {
        this.file = new LineFile(file);
        this.clock = clock;
    }

    /// @param who name of the visitor; empty if nobody has said who they are
    /// @param took time of the answer [ms]
    void ended(String method, String path, String who, int status, double took) {
        ended.incrementAndGet(Math.clamp(status / 100, 0, CLASSES - 1));
        microseconds.addAndGet(Math.round(took * 1_000));
        StringWriter line = new StringWriter();
        try (JsonDocument json = JsonDocument.begin(line, Lang.EN, () -> {})) {
            json.text("at", clock.instant().toString())
                    .text("method", method)
                    .text("path", path.length() > LONGEST ? path.substring(0, LONGEST) : path)
                    .text("who", who)
                    .number("status", status)
                    .number("ms", Math.round(took * 10) / 10.0);
        }
        try {
            file.add(line.append('\n').toString());
        } catch (IOException _) {
            lost.incrementAndGet();
        }
    }

    /// Answers so far whose status begins with this digit.
    public long ended(int digit) {
        return ended.get(digit);
    }

    /// Time of all answers so far [s].
    public double seconds() {
        return microseconds.get() * 1e-6;
    }

    /// Lines that could not be written.
    public long lost() {
        return lost.get();
    }
}
