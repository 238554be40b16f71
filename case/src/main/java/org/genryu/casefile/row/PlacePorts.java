package org.genryu.casefile.row;

import java.util.Optional;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.schema.IdSyntax;
import org.genryu.geo.Port;
import org.genryu.geo.SeaNetwork;

/// Which port of the sea network does each place ship from?
///
/// The port that the row names; else, for a place of the kind `country`, the main port of its country, or the port
/// that a country without a coast uses; else none.
public final class PlacePorts {
    private PlacePorts() {}

    public static Optional<Port> of(CaseTable places, int row) {
        SeaNetwork sea = SeaNetwork.world();
        String named = places.words("port")[row];
        if (!named.isEmpty()) {
            return sea.port(named);
        }
        return places.words("kind")[row].equals("country") ? sea.mainPort(country(places, row)) : Optional.empty();
    }

    /// The country of the place; a place that is itself named by a country code belongs to that country.
    public static String country(CaseTable places, int row) {
        String given = places.words("country")[row];
        String id = places.id(row);
        return given.isEmpty() && IdSyntax.isCountry(id) ? id : given;
    }
}
