package org.genryu.balance;

import java.util.function.Consumer;
import org.genryu.solve.SolveOptions;

/// @param calibrated whether the base year is made to reproduce what was observed, where anything was
/// @param intervals for which prices the interval at a kink is worked out
/// @param solve how the programs are solved
/// @param keeper is given, with a best answer, a way to the other answers that cost the same; opening it costs a
/// program, not opening it nothing
public record BalanceOptions(
        boolean calibrated, Intervals intervals, SolveOptions solve, Consumer<SolvedProgram> keeper) {
    /// Keeps nothing.
    public BalanceOptions(boolean calibrated, Intervals intervals, SolveOptions solve) {
        this(calibrated, intervals, solve, _ -> {});
    }

    /// AUTO works the intervals out up to a size at which they cost little beside the solve; what is left out is
    /// said in a note.
    public enum Intervals {
        ALL,
        AUTO,
        NONE
    }

    public static final BalanceOptions DEFAULT = new BalanceOptions(true, Intervals.AUTO, SolveOptions.DEFAULT);

    public BalanceOptions uncalibrated() {
        return new BalanceOptions(false, intervals, solve, keeper);
    }

    public BalanceOptions with(Intervals other) {
        return new BalanceOptions(calibrated, other, solve, keeper);
    }

    public BalanceOptions with(SolveOptions other) {
        return new BalanceOptions(calibrated, intervals, other, keeper);
    }

    public BalanceOptions keeping(Consumer<SolvedProgram> other) {
        return new BalanceOptions(calibrated, intervals, solve, other);
    }
}
