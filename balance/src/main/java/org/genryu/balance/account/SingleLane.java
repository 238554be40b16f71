package org.genryu.balance.account;

import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.casefile.SupplyCase;

/// What does a route carry from where to where, if it is one commodity?
///
/// @param from place, as `to`
public record SingleLane(int from, int to, int commodity) {
    /// Empty for a route of several commodities, which is known by its id alone, and where there is none.
    public static Optional<SingleLane> of(SupplyCase supply, String id) {
        SupplyCase.Routes routes = supply.routes();
        int route = routes.ids().find(id);
        int[] lanes = IntStream.range(0, routes.size())
                .filter(lane -> routes.route()[lane] == route)
                .limit(2)
                .toArray();
        return lanes.length == 1
                ? Optional.of(
                        new SingleLane(routes.from()[lanes[0]], routes.to()[lanes[0]], routes.commodity()[lanes[0]]))
                : Optional.empty();
    }
}
