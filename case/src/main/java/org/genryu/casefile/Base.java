package org.genryu.casefile;

import java.util.Optional;

/// What the same case would do without the scenario. An event that is a share of a flow which was neither observed nor
/// limited asks for it; no other event does, so that most cases are never balanced twice.
@FunctionalInterface
public interface Base {
    /// Nobody balances the case: what would have to be asked for is told.
    Base UNKNOWN = _ -> Optional.empty();

    /// What the case without the scenario carries; empty if it has no answer.
    Optional<Carried> of(SupplyCase base);

    /// @param flow [units/year] by lane and period
    /// @param activity [activity/year] by process and period
    record Carried(double[][] flow, double[][] activity) {}
}
