package org.genryu.study;

import java.util.Optional;
import org.genryu.core.Text;
import org.genryu.stress.future.FutureEngine;

/// Machines that go through futures. Found among the services of the class path, where one is.
public interface FutureCluster {
    /// @param master where they take work, in their own words; empty for threads of this machine
    /// @param workers how many threads those are
    /// @throws Unavailable if nobody answers there
    Connection connect(FutureErrand errand, Optional<String> master, int workers);

    /// While it is open, futures of the errand can be gone through.
    interface Connection extends FutureEngine, AutoCloseable {
        @Override
        void close();
    }

    /// The machines cannot be had.
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Text why;

        /// @param why what is and what helps
        public Unavailable(Text why) {
            super(why.en());
            this.why = why;
        }

        public Text why() {
            return why;
        }
    }
}
