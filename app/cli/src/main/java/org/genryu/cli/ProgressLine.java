package org.genryu.cli;

import java.io.PrintStream;
import org.genryu.core.Lang;
import org.genryu.core.Text;

/// Tells on standard error what long work is at: on a terminal one line with a bar that is written over, elsewhere
/// one plain line for
/// each phase and no bar.
final class ProgressLine {
    private static final int BAR = 24;
    private static final long NANOS_BETWEEN = 50_000_000;

    private final PrintStream err;
    private final boolean silent;
    private final boolean bar;
    private final Lang lang;
    private Text phase = Text.same("");
    private long last;
    private boolean drawn;

    private ProgressLine(PrintStream err, boolean silent, boolean bar, Lang lang) {
        this.err = err;
        this.silent = silent;
        this.bar = bar;
        this.lang = lang;
    }

    static ProgressLine on(Desk desk, Lang lang) {
        return new ProgressLine(desk.err(), false, desk.terminal(), lang);
    }

    static ProgressLine silent() {
        return new ProgressLine(new PrintStream(PrintStream.nullOutputStream()), true, false, Lang.EN);
    }

    /// A new phase begins.
    void phase(Text name) {
        phase = name;
        last = 0;
        if (bar) {
            draw(0);
        } else if (!silent) {
            err.println(name.in(lang));
        }
    }

    /// The phase has come this far.
    /// @param done [fraction]
    void at(double done) {
        long now = System.nanoTime();
        if (bar && now - last >= NANOS_BETWEEN) {
            last = now;
            draw(done);
        }
    }

    /// Takes the line away, so that something else can be written.
    void clear() {
        if (drawn) {
            err.print("\r\033[K");
            err.flush();
            drawn = false;
        }
    }

    private void draw(double done) {
        int full = (int) Math.round(Math.clamp(done, 0.0, 1.0) * BAR);
        String line = "█".repeat(full) + "░".repeat(BAR - full);
        err.print("\r\033[K" + line + " " + phase.in(lang));
        err.flush();
        drawn = true;
    }
}
