package org.genryu.solve.natives;

import org.genryu.core.Text;

/// This machine, as it is set up, cannot run the solver: no fault of the case and none of the program.
public final class SolverUnavailable extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final transient Text why;

    /// @param why one sentence that says what is and what helps
    public SolverUnavailable(Text why) {
        super(why.en());
        this.why = why;
    }

    /// One sentence that says what is and what helps.
    public Text why() {
        return why;
    }
}
