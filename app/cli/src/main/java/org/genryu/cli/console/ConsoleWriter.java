package org.genryu.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Optional;
import org.genryu.core.number.UnsafeSigns;

/// What a command writes with, on standard output or standard error. Nothing reaches a terminal but through it, and no
/// character of a case that steers or deceives one gets through: it is written as its code, such as `\u001b`.
public final class ConsoleWriter {
    private final Writer to;
    private Optional<IOException> trouble = Optional.empty();
    private volatile boolean begun;

    public ConsoleWriter(OutputStream to, Charset charset) {
        this.to = new OutputStreamWriter(to, charset);
    }

    public static ConsoleWriter nowhere() {
        return new ConsoleWriter(OutputStream.nullOutputStream(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /// One line, whatever is in the text.
    public void line(String text) {
        put(UnsafeSigns.shown(text) + "\n");
    }

    /// Words of the program's own, with line ends and what steers a terminal: help pages, scripts, the bar. Never
    /// anything of a case, but through [UnsafeSigns#shown].
    public void own(String text) {
        put(text);
    }

    public void flush() {
        synchronized (to) {
            try {
                to.flush();
            } catch (IOException e) {
                note(e);
            }
        }
    }

    /// What went wrong first; then nothing that follows is written.
    public Optional<IOException> trouble() {
        return trouble;
    }

    /// Whether anything was written.
    public boolean begun() {
        return begun;
    }

    private void put(String text) {
        if (!text.isEmpty()) {
            begun = true;
        }
        synchronized (to) {
            try {
                if (trouble.isEmpty()) {
                    to.write(text);
                }
            } catch (IOException e) {
                note(e);
            }
        }
    }

    private void note(IOException e) {
        if (trouble.isEmpty()) {
            trouble = Optional.of(e);
        }
    }

    /// For a document whose texts may hold anything and whose form needs none of the unseen characters, such as
    /// JSON: there a code means the very character.
    public Writer document() {
        return new Writer() {
            private String half = "";

            @Override
            public void write(char[] text, int from, int count) {
                String all = half + new String(text, from, count);
                boolean cut = !all.isEmpty() && Character.isHighSurrogate(all.charAt(all.length() - 1));
                half = cut ? all.substring(all.length() - 1) : "";
                put(UnsafeSigns.shown(cut ? all.substring(0, all.length() - 1) : all));
            }

            @Override
            public void flush() {
                ConsoleWriter.this.flush();
            }

            @Override
            public void close() {
                put(UnsafeSigns.shown(half));
                half = "";
                ConsoleWriter.this.flush();
            }
        };
    }
}
