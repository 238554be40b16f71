package org.genryu.solve;

import org.genryu.core.Deadline;

/// @param algorithm which way; AUTO takes the simplex below about 3e5 columns and interior point with crossover
///     above
/// @param seconds time limit of one solve [s], beside the present [Deadline]; infinity for none
/// @param threads of the native solver; 1 gives the same bytes everywhere
/// @param presolve whether the first try simplifies the model
/// @param gap relative gap at which an integer program is proved [fraction]
/// @param blocks of a program that falls apart that are solved side by side; the answer does not depend on it
/// @param known blocks that need not be solved again
public record SolveOptions(
        Algorithm algorithm,
        double seconds,
        int threads,
        boolean presolve,
        double gap,
        int blocks,
        SolvedBlocks known) {
    public enum Algorithm {
        AUTO,
        SIMPLEX,
        INTERIOR_POINT
    }

    public static final SolveOptions DEFAULT =
            new SolveOptions(Algorithm.AUTO, Double.POSITIVE_INFINITY, 1, true, 1e-9, 2, SolvedBlocks.NONE);

    public SolveOptions with(Algorithm other) {
        return new SolveOptions(other, seconds, threads, presolve, gap, blocks, known);
    }

    public SolveOptions within(double limit) {
        return new SolveOptions(algorithm, limit, threads, presolve, gap, blocks, known);
    }

    /// The same on one thread, for who solves several programs side by side.
    public SolveOptions alone() {
        return new SolveOptions(algorithm, seconds, threads, presolve, gap, 1, known);
    }

    public SolveOptions knowing(SolvedBlocks other) {
        return new SolveOptions(algorithm, seconds, threads, presolve, gap, blocks, other);
    }

    /// What is left of both limits, after `spent` seconds of this solve [s].
    public double left(double spent) {
        return Math.min(seconds - spent, Deadline.present().left());
    }
}
