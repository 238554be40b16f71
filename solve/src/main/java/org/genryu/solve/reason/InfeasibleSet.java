package org.genryu.solve.reason;

import java.util.List;
import java.util.Optional;
import org.genryu.solve.MathProgram;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;

/// Why has this program no point? A set of limits that clash: together they cannot be met, and (if irreducible)
/// without any one of them the others can.
///
/// Found by the Farkas ray, whose support already clashes, and then by the deletion filter: one limit after the
/// other is lifted; if the rest still clashes, it stays lifted, together with all that the new ray does not
/// need (Chinneck 2008, Feasibility and Infeasibility in Optimization, chapter 6). Bounds of columns are lifted
/// before sides of rows, so that what stays speaks of rows where there is a choice. There may be several such
/// sets; this is one of them, always the same for the same program.
///
/// @param limits rows first, then columns, each in ascending order
/// @param irreducible whether each limit was shown to be needed; false only if time ran out
public record InfeasibleSet(List<Limit> limits, boolean irreducible) {
    public enum Side {
        LOWER,
        UPPER
    }

    /// One side of a row or one bound of a column.
    public sealed interface Limit {
        Side side();

        record OfRow(int row, Side side) implements Limit {}

        record OfColumn(int column, Side side) implements Limit {}
    }

    public InfeasibleSet {
        limits = List.copyOf(limits);
    }

    /// A clash of the program; empty if none was found, that is, if it is feasible or time ran out before
    /// anything was known.
    /// @param options its time limit holds for the whole search
    public static Optional<InfeasibleSet> find(MathProgram program, SolveOptions options) {
        return new InfeasibleSetSearch(program, options).find();
    }

    /// A clash of the model as it stands after all its changes.
    public static Optional<InfeasibleSet> find(SolverSession live) {
        return find(live.program(), live.options());
    }
}
