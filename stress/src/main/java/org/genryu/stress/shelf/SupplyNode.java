package org.genryu.stress.shelf;

import java.util.Locale;
import org.genryu.casefile.Scenario;
import org.genryu.core.Text;

/// A piece of the supply of home that is taken out, to see how long home holds out without it.
///
/// @param id such as `plant:my-kuantan`
/// @param recover months until it works again (its own time to recover)
/// @param scenario in which it is lost for that long
public record SupplyNode(String id, Kind kind, Text name, int recover, Scenario scenario) {
    /// What it is, and how long it usually takes until it works again. All are assumptions: what is known of single
    /// plants and straits spreads from weeks to years, and no table by kind could be read.
    public enum Kind {
        /// A plant stands still.
        PLANT(6),
        /// A route carries nothing.
        LANE(3),
        STRAIT(3),
        /// A country sends nothing to home.
        COUNTRY(12);

        private final int usual;

        Kind(int usual) {
            this.usual = usual;
        }

        /// [months]
        public int usual() {
            return usual;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
