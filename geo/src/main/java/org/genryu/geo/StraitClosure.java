package org.genryu.geo;

import java.util.BitSet;
import java.util.List;

/// Which passages have no edges at the moment. Made by a [SeaNetwork], which checks the names.
///
/// @param ids of the shut passages, in the order of the network
public record StraitClosure(List<String> ids, BitSet shut) {
    public StraitClosure {
        ids = List.copyOf(ids);
        shut = (BitSet) shut.clone();
    }

    @Override
    public BitSet shut() {
        return (BitSet) shut.clone();
    }
}
