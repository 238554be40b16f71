package org.genryu.geo;

import java.util.List;
import org.genryu.core.Text;

/// A named passage. Every way through it crosses its gate, a line from shore to shore.
///
/// @param id such as `hormuz`
/// @param usual whether ships use it unless told otherwise; the Arctic passages and the Kiel Canal must be opened by
///     name
/// @param gate at least two points
public record Strait(String id, Text name, boolean usual, List<GeoPoint> gate) {
    public Strait {
        gate = List.copyOf(gate);
    }

    /// A point for a label on a map: the middle of the gate's first segment.
    public GeoPoint label() {
        GeoPoint a = gate.get(0);
        GeoPoint b = gate.get(1);
        return new GeoPoint((a.latitude() + b.latitude()) / 2, (a.longitude() + b.longitude()) / 2);
    }
}
