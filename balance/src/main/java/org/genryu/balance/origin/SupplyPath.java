package org.genryu.balance.origin;

import java.util.List;

/// One whole way of the mass, from the mine to the last stage, through countries.
///
/// @param links from `mine` on; stages that the mass did not pass are not there. A way that was too small to be
/// followed to the end begins with the source `unknown`
/// @param share of the mass that took it [fraction]; the shares of all ways sum to 1
public record SupplyPath(List<Link> links, double share) {
    /// @param source column of [ShareSources]
    public record Link(String stage, int source) {}
}
