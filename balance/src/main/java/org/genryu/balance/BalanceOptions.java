package org.genryu.balance;

import org.genryu.solve.SolveOptions;

/// @param calibrated whether the base year is made to reproduce what was observed, where anything was
/// @param intervals for which prices the interval at a kink is worked out
/// @param solve how the programs are solved
public record BalanceOptions(boolean calibrated, Intervals intervals, SolveOptions solve) {
    /// AUTO works the intervals out up to a size at which they cost little beside the solve; what is left out is
    /// said in a note.
    public enum Intervals {
        ALL,
        AUTO,
        NONE
    }

    public static final BalanceOptions DEFAULT = new BalanceOptions(true, Intervals.AUTO, SolveOptions.DEFAULT);

    public BalanceOptions uncalibrated() {
        return new BalanceOptions(false, intervals, solve);
    }

    public BalanceOptions with(Intervals other) {
        return new BalanceOptions(calibrated, other, solve);
    }

    public BalanceOptions with(SolveOptions other) {
        return new BalanceOptions(calibrated, intervals, other);
    }
}
