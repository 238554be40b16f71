package org.genryu.cli;

import java.io.PrintStream;
import org.genryu.core.Lang;
import org.genryu.core.Progress;
import org.genryu.core.Text;

/// Tells on standard error what long work is at: on a terminal one line with a bar that is written over, elsewhere
/// one plain line for
/// each stage and no bar.
final class ProgressLine implements Progress {
    private static final int BAR = 24;
    private static final long NANOS_BETWEEN = 50_000_000;

    private final PrintStream err;
    private final boolean silent;
    private final boolean bar;
    private final Lang lang;
    private Text stage = Text.same("");
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

    @Override
    public synchronized void at(Text now, long done, long total) {
        boolean changed = !now.equals(stage);
        stage = now;
        long time = System.nanoTime();
        if (bar && (changed || time - last >= NANOS_BETWEEN)) {
            last = time;
            draw(total > 0 ? (double) done / total : 0);
        } else if (!bar && !silent && changed) {
            err.println(now.in(lang));
        }
    }

    /// Takes the line away, so that something else can be written.
    synchronized void clear() {
        if (drawn) {
            err.print("\r\033[K");
            err.flush();
            drawn = false;
        }
    }

    private void draw(double done) {
        int full = (int) Math.round(Math.clamp(done, 0.0, 1.0) * BAR);
        err.print("\r\033[K" + "█".repeat(full) + "░".repeat(BAR - full) + " " + stage.in(lang));
        err.flush();
        drawn = true;
    }
}
