package org.genryu.geo;

import java.util.List;
import org.genryu.core.Text;

/// A harbour that ways by sea start from and lead to.
///
/// @param id such as `jp-sodegaura`
/// @param country ISO 3166 two-letter code
/// @param at a port area, not a berth
/// @param main whether it stands for its country where no port is named
/// @param uses what it handles: `container`, `bulk`, `oil`, `lng-load`, `lng-unload`
public record Port(String id, Text name, String country, GeoPoint at, boolean main, List<String> uses) {
    public Port {
        uses = List.copyOf(uses);
    }
}
