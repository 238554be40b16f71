package org.genryu.cli;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.cli.console.Console;
import org.genryu.cli.console.ConsoleWriter;
import org.genryu.cli.console.ProgramContent;
import org.genryu.core.Lang;
import org.genryu.core.disk.UserCache;
import org.genryu.study.SolvedCases;
import org.genryu.web.job.WorkerProgram;

/// The front door of the command line: joins [GenryuCli] to the process.
public final class Main {
    /// As after the signal that ends who writes to nobody.
    private static final int ORPHANED = 141;

    private Main() {}

    /// Ends the process with the exit code of the command.
    public static void main(String[] args) {
        ConsoleWriter out = new ConsoleWriter(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                charset("stdout.encoding"));
        ConsoleWriter err = new ConsoleWriter(new FileOutputStream(FileDescriptor.err), charset("stderr.encoding"));
        Console desk = new Console(out, err, onTerminal(), language());
        if (System.getenv(WorkerProgram.ORPHAN) != null) {
            endWithServer();
        }
        Locale.setDefault(Locale.ROOT); // from here on nothing depends on where the reader lives
        System.exit(new GenryuCli(
                        desk,
                        Optional.of(Runtime.getRuntime()::halt),
                        () -> SolvedCases.of(UserCache.here(), ProgramContent.current()))
                .run(List.of(args)));
    }

    /// A worker whose server has died works for nobody: its standard input ends, and it ends at once.
    private static void endWithServer() {
        Thread.ofPlatform().daemon().name("server-watch").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // what the server says does not matter, only that it is there
                }
            } catch (IOException _) {
                // as if it had ended
            }
            Runtime.getRuntime().halt(ORPHANED);
        });
    }

    /// UTF-8, but for a console of Windows, which has a character set of its own.
    private static Charset charset(String property) {
        boolean windows = File.separatorChar == '\\';
        return windows && System.console() != null
                ? Charset.forName(System.getProperty(property, "UTF-8"))
                : StandardCharsets.UTF_8;
    }

    /// The launcher knows whether standard error is a terminal; without it Java knows only of all streams at once.
    private static boolean onTerminal() {
        return Optional.ofNullable(System.getenv("GENRYU_TERMINAL"))
                .map("yes"::equals)
                .orElseGet(() -> System.console() != null && System.console().isTerminal());
    }

    private static Lang language() {
        String wanted = Optional.ofNullable(System.getenv("GENRYU_LANG"))
                .filter(name -> !name.isBlank())
                .orElseGet(() -> Locale.getDefault(Locale.Category.DISPLAY).getLanguage());
        return wanted.startsWith("ja") ? Lang.JA : Lang.EN;
    }
}
