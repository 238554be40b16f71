package org.genryu.cli.console;

import org.genryu.core.Lang;
import org.genryu.core.ProgressReport;
import org.genryu.core.Text;
import org.genryu.core.number.UnsafeSigns;

/// Tells on standard error what long work is at: on a terminal one line with a bar that is written over, elsewhere
/// one plain line for each stage and no bar. A program that watches gets a line for every step ([#STEP]).
public final class ProgressLine implements ProgressReport {
    /// A step begins with this sign; then come, between tabs, what is done, of how much (0 if not known), and the
    /// stage in English and in Japanese.
    public static final String STEP = "\u2026";

    private static final int BAR = 24;
    private static final int BLOCK = 6;
    private static final long MILLIS_BETWEEN = 100;

    private final ConsoleWriter err;
    private final boolean silent;
    private final boolean bar;
    private final boolean steps;
    private final Lang lang;
    private Text stage = Text.same("");
    private Text last = Text.same("");
    private double done;
    private boolean known;
    private long begun;
    private long told;
    private boolean drawn;
    private boolean over;

    private ProgressLine(ConsoleWriter err, boolean silent, boolean bar, boolean steps, Lang lang) {
        this.steps = steps;
        this.err = err;
        this.silent = silent;
        this.bar = bar;
        this.lang = lang;
    }

    static ProgressLine on(Console desk, Lang lang) {
        ProgressLine line = new ProgressLine(desk.err(), false, desk.terminal(), false, lang);
        if (line.bar) {
            Thread.ofPlatform().daemon().name("progress").start(line::tick);
        }
        return line;
    }

    static ProgressLine steps(Console desk, Lang lang) {
        return new ProgressLine(desk.err(), false, false, true, lang);
    }

    static ProgressLine silent() {
        return new ProgressLine(ConsoleWriter.nowhere(), true, false, false, Lang.EN);
    }

    @Override
    public synchronized void at(Text now, long made, long total) {
        boolean changed = !now.equals(stage);
        if (changed) {
            stage = now;
            last = now;
            begun = System.nanoTime();
        }
        known = total > 0;
        done = known ? (double) made / total : 0;
        if (steps) {
            step(now, made, total, changed);
        } else if (changed && bar) {
            draw();
        } else if (changed && !silent) {
            err.line(now.in(lang));
            err.flush();
        }
    }

    /// Not every step is worth a line.
    private void step(Text now, long made, long total, boolean changed) {
        long time = System.nanoTime();
        if (changed || made == total || (time - told) / 1_000_000 >= MILLIS_BETWEEN) {
            told = time;
            err.own(String.join("\t", STEP, Long.toString(made), Long.toString(total), now.en(), now.ja()) + "\n");
            err.flush();
        }
    }

    /// What is being done, or was done last.
    public synchronized Text stage() {
        return last;
    }

    /// Takes the line away, so that something else can be written.
    public synchronized void clear() {
        if (drawn) {
            err.own("\r\033[K");
            err.flush();
            drawn = false;
        }
        stage = Text.same("");
    }

    /// Takes the line away for good.
    synchronized void end() {
        clear();
        over = true;
    }

    /// Keeps the line alive while the work itself has nothing to say.
    private void tick() {
        try {
            while (redraw()) {
                Thread.sleep(MILLIS_BETWEEN);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean redraw() {
        if (!over && !stage.en().isEmpty()) {
            draw();
        }
        return !over;
    }

    private void draw() {
        long seconds = (System.nanoTime() - begun) / 1_000_000_000;
        err.own("\r\033[K" + (known ? filled() : moving()) + " " + UnsafeSigns.shown(stage.in(lang)) + " " + seconds
                + " s");
        err.flush();
        drawn = true;
    }

    private String filled() {
        int full = (int) Math.round(Math.clamp(done, 0.0, 1.0) * BAR);
        return "█".repeat(full) + "░".repeat(BAR - full);
    }

    /// A block that wanders: how long it takes is not known.
    private String moving() {
        int steps = BAR - BLOCK;
        int at = (int) ((System.nanoTime() - begun) / 1_000_000 / MILLIS_BETWEEN % (2L * steps));
        int left = at < steps ? at : 2 * steps - at;
        return "░".repeat(left) + "█".repeat(BLOCK) + "░".repeat(steps - left);
    }
}
