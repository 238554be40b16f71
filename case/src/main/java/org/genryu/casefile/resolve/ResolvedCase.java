package org.genryu.casefile.resolve;

import java.util.List;
import java.util.function.Function;
import org.genryu.casefile.SupplyCase;

/// A case ready for the solver, every number that a change or scenario touched on the way, and what of
/// it is uncertain.
///
/// @param uncertain the cells that were written with a range and that a number of the case rests on, by
/// table, column and id, whatever the order of rows
/// @param realization from one value for each of them to the case
public record ResolvedCase(
        SupplyCase supply, ChangeLog log, List<UncertainCell> uncertain, Function<double[], SupplyCase> realization) {
    public ResolvedCase {
        uncertain = List.copyOf(uncertain);
    }

    /// The case in which the uncertain cells hold these values instead of their central ones: growth,
    /// series, changes and scenario have acted on them, and nothing is read or looked up again. What
    /// does not rest on them is shared with this case. With the central values it is this case, to the
    /// last bit.
    ///
    /// A share that an event leaves is one of the value drawn. A value beyond what its column allows is
    /// the nearest that it allows.
    ///
    /// @param values by cell of [#uncertain()], in the unit of its column; finite
    public SupplyCase realized(double[] values) {
        return realization.apply(values);
    }
}
