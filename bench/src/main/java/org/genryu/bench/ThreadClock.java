package org.genryu.bench;

import java.lang.management.ManagementFactory;

/// How long has this thread worked? Where many programs share few cores the clock on the wall says little: a
/// warm-up of so many seconds may have been spent waiting. Work is counted in processor seconds of the calling
/// thread.
final class ThreadClock {
    private ThreadClock() {}

    /// Processor seconds of this thread so far [s].
    static double worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    /// Goes round until this thread has worked so many seconds, at least once.
    static void work(double seconds, Runnable round) {
        double until = worked() + seconds;
        do {
            round.run();
        } while (worked() < until);
    }
}
