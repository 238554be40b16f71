package org.genryu.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.Console;
import org.genryu.core.Deadline;
import org.genryu.core.Lang;
import org.genryu.core.Text;

/// The last resort of `--time-limit`. Whoever works looks at the [Deadline] now and then and ends by itself, with
/// what is whole; but a loop may be longer than its writer thought, the solver may not look, and a reader of the
/// answer may not read. A little after the end this ends the process, from a thread of its own, whatever the others
/// are at.
///
/// That is no harm: what people keep is written whole or not at all whenever a process ends.
final class TimeLimitGuard implements AutoCloseable {
    /// How long somebody may need to look at the clock [s], and as a share of the whole time.
    private static final double PATIENCE = 1;

    private static final double SHARE = 0.1;

    private final Console desk;
    private final Lang lang;
    private final List<String> args;
    private final Optional<IntConsumer> exit;
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicBoolean said = new AtomicBoolean();

    /// @param exit ends the process at once with an exit code; empty if the process is not ours to end
    TimeLimitGuard(Console desk, Lang lang, List<String> args, Optional<IntConsumer> exit) {
        this.desk = desk;
        this.lang = lang;
        this.args = args;
        this.exit = exit;
    }

    /// Watches over a call from here on.
    void over(CommandCall call) {
        Deadline deadline = call.deadline();
        if (deadline.bounded() && exit.isPresent()) {
            double seconds = deadline.left() * (1 + SHARE) + PATIENCE;
            Thread.ofPlatform().daemon().name("time-limit").start(() -> {
                if (!ended(seconds)) {
                    exit.get().accept(late(call).code());
                }
            });
        }
    }

    /// Whether the asker is the first, and only one, to say how the call ended.
    boolean lastWords() {
        return said.compareAndSet(false, true);
    }

    private boolean ended(double seconds) {
        try {
            return done.await((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private CommandResult late(CommandCall call) {
        boolean kept = call.forgo();
        boolean answering = !lastWords();
        CommandResult ending = kept || answering
                ? new CommandResult.OutOfTime(new Text("the answer on standard output", "標準出力への回答"), true)
                : new CommandResult.OutOfTime(call.progress().stage(), false);
        boolean begun = desk.out().begun();
        new ErrorReport(desk, lang).say(ending, args);
        if (!begun) {
            desk.out().flush();
        }
        desk.err().flush();
        return ending;
    }

    @Override
    public void close() {
        done.countDown();
    }
}
