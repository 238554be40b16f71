package org.genryu.solve.natives;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Keeps what a native library prints of its own accord off standard output, where an answer for another program may
/// stand: HiGHS 1.12 says a line of its search for whole numbers whatever its options are (its issue 2783).
///
/// While anybody works quietly, descriptor 1 leads nowhere, for all of the process; so only for work in which nobody
/// else prints. Where the functions of POSIX are not to be had, everything stays as it is.
public final class NativeOutput {
    private static final int STANDARD = 1;
    private static final int WRITE_ONLY = 1;
    private static final String NOWHERE = "/dev/null";

    private final Optional<Calls> calls = Calls.find();
    private int quiet;
    private int kept = -1;

    private record Calls(
            MethodHandle dup, MethodHandle dup2, MethodHandle open, MethodHandle close, MethodHandle flush) {
        static Optional<Calls> find() {
            if (System.getProperty("os.name", "").startsWith("Windows")) {
                return Optional.empty();
            }
            FunctionDescriptor one = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
            FunctionDescriptor two =
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
            FunctionDescriptor path =
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
            FunctionDescriptor all = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
            Linker.Option variadic = Linker.Option.firstVariadicArg(2);
            Optional<MethodHandle> dup = link("dup", one);
            Optional<MethodHandle> dup2 = link("dup2", two);
            Optional<MethodHandle> open = link("open", path, variadic);
            Optional<MethodHandle> close = link("close", one);
            Optional<MethodHandle> flush = link("fflush", all);
            return dup.isEmpty() || dup2.isEmpty() || open.isEmpty() || close.isEmpty() || flush.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Calls(dup.get(), dup2.get(), open.get(), close.get(), flush.get()));
        }

        private static Optional<MethodHandle> link(String name, FunctionDescriptor shape, Linker.Option... options) {
            Linker linker = Linker.nativeLinker();
            return linker.defaultLookup().find(name).map(at -> linker.downcallHandle(at, shape, options));
        }
    }

    /// Runs work whose native part must not print.
    public void quietly(Runnable work) {
        begin();
        try {
            work.run();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (quiet++ == 0) {
            calls.ifPresent(call -> {
                flush(call);
                kept = asked(() -> (int) call.dup().invokeExact(STANDARD));
                int nowhere = asked(() -> opened(call));
                if (kept >= 0 && nowhere >= 0) {
                    asked(() -> (int) call.dup2().invokeExact(nowhere, STANDARD));
                }
                if (nowhere >= 0) {
                    asked(() -> (int) call.close().invokeExact(nowhere));
                }
            });
        }
    }

    private synchronized void end() {
        if (--quiet == 0) {
            calls.ifPresent(call -> {
                flush(call);
                if (kept >= 0) {
                    asked(() -> (int) call.dup2().invokeExact(kept, STANDARD));
                    asked(() -> (int) call.close().invokeExact(kept));
                    kept = -1;
                }
            });
        }
    }

    private static int opened(Calls call) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            return (int) call.open().invokeExact(arena.allocateFrom(NOWHERE), WRITE_ONLY);
        }
    }

    private static void flush(Calls call) {
        asked(() -> (int) call.flush().invokeExact(MemorySegment.NULL));
    }

    private interface Asked {
        int ask() throws Throwable;
    }

    private static int asked(Asked call) {
        try {
            return call.ask();
        } catch (RuntimeException | Error trouble) {
            throw trouble;
        } catch (Throwable trouble) {
            throw new IllegalStateException(trouble);
        }
    }
}
