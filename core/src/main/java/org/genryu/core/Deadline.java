package org.genryu.core;

/// How long may all of this take together? One clock for the whole of a question, from reading to writing; whoever
/// works long looks at the [#present()] one now and then. Its time never enters a result.
///
/// It is a scoped value: bound by the door for the thread that answers a question, seen by everything that the
/// question calls, gone when it is answered. A room that hands work to threads of its own takes it along.
///
/// @param end on the clock of [System#nanoTime]; empty time for [#NONE]
/// @param bounded whether there is an end at all
public record Deadline(long end, boolean bounded) {
    public static final Deadline NONE = new Deadline(0, false);

    private static final ScopedValue<Deadline> PRESENT = ScopedValue.newInstance();

    /// The one that holds here and now; [#NONE] if nobody set one.
    public static Deadline present() {
        return PRESENT.orElse(NONE);
    }

    /// Does the work under this deadline.
    public <T, X extends Throwable> T over(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(PRESENT, this).call(work);
    }

    /// So many seconds from now; infinity for no end.
    public static Deadline in(double seconds) {
        double nanos = seconds * 1e9;
        return nanos < Long.MAX_VALUE / 4.0 ? new Deadline(System.nanoTime() + (long) nanos, true) : NONE;
    }

    /// Seconds left; 0 when it has passed, infinity if there is no end.
    public double left() {
        return bounded ? Math.max(0, (end - System.nanoTime()) * 1e-9) : Double.POSITIVE_INFINITY;
    }

    public boolean passed() {
        return bounded && System.nanoTime() - end >= 0;
    }

    /// Where there is nothing whole yet that could be kept.
    /// @throws TimeUp if it has passed
    public void check() {
        if (passed()) {
            throw new TimeUp();
        }
    }

    /// The work was given up because its time was over; the door that set the time tells it.
    public static final class TimeUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        public TimeUp() {
            super("time is up", null, false, false);
        }
    }
}
