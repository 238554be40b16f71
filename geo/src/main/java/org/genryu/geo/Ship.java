package org.genryu.geo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Check;
import org.genryu.core.DataTable;
import org.genryu.core.Text;

/// A type of ship and what its voyages cost. The parameters with year and source are rows of `ships.csv`.
///
/// @param id `bulk`, `bulk-panamax`, `container` or `lng`
/// @param voyage how it sails
/// @param hire what the ship itself costs
/// @param fuel what it burns
/// @param dues what canals and ports take
/// @param cargo what it carries
public record Ship(String id, Voyage voyage, Hire hire, Fuel fuel, Dues dues, Cargo cargo) {

    /// @param speed [knots], above 0
    /// @param returnShare [fraction] of the way back that the cargo pays, 0 to 1
    /// @param portDays [days] of hire beyond the sailing
    /// @param canalDays [days] of transit and waiting at each canal; in the days of a route, not in the hire
    public record Voyage(double speed, double returnShare, double portDays, double canalDays) {
        public Voyage {
            Check.that(speed > 0, "Ship: speed is %s knots; it must be above 0.", speed);
            Check.that(
                    returnShare >= 0 && returnShare <= 1,
                    "Ship: return share is %s; it must lie in 0..1.",
                    returnShare);
        }
    }

    /// @param charter [USD/day]
    /// @param feeShare [fraction of the hire] of agents and brokers
    /// @param insurance [USD/day]
    public record Hire(double charter, double feeShare, double insurance) {}

    public sealed interface Fuel {
        /// @param sailing [t/day]
        /// @param idle [t/day] in port
        /// @param price [USD/t]
        record Bunker(double sailing, double idle, double price) implements Fuel {}

        /// Part of the cargo evaporates and is burnt.
        /// @param rate [fraction of the filled tanks a day]
        /// @param energy [MMBtu/day] = rate × filled share × size × energy content
        /// @param price [USD/MMBtu]
        record BoilOff(double rate, double energy, double price) implements Fuel {}
    }

    /// @param canals [USD/voyage] by strait id
    /// @param ports [USD/voyage] both ends
    /// @param handling [USD/t] both ends
    public record Dues(Map<String, Double> canals, double ports, double handling) {
        public Dues {
            canals = Map.copyOf(canals);
        }
    }

    /// @param tonnes [t] delivered a voyage
    /// @param energyPerTonne [MMBtu/t]; empty for what is not fuel
    public record Cargo(double tonnes, Optional<Double> energyPerTonne) {}

    private static final class World {
        static final Map<String, Ship> SHIPS = read();
    }

    /// All types, in the order of the table.
    public static List<Ship> all() {
        return List.copyOf(World.SHIPS.values());
    }

    public static Optional<Ship> of(String id) {
        return Optional.ofNullable(World.SHIPS.get(id));
    }

    /// Days under way, canals included.
    public double days(SeaPassage.Way way) {
        long canals = way.straits().stream().filter(dues.canals()::containsKey).count();
        return way.days(voyage.speed()) + canals * voyage.canalDays();
    }

    public Text name() {
        return switch (id) {
            case "lng" -> new Text("LNG carrier", "LNG船");
            case "container" -> new Text("container ship", "コンテナ船");
            case "bulk" -> new Text("handysize bulk carrier", "ハンディサイズばら積み船");
            case "bulk-panamax" -> new Text("panamax bulk carrier", "パナマックスばら積み船");
            default -> Text.same(id);
        };
    }

    private static Map<String, Ship> read() {
        Map<String, Map<String, Double>> values = new LinkedHashMap<>();
        for (var row : DataTable.rows(Ship.class, "ships.csv")) {
            values.computeIfAbsent(row.getField("ship"), k -> new LinkedHashMap<>())
                    .put(row.getField("parameter"), Double.parseDouble(row.getField("value")));
        }
        Map<String, Ship> ships = new LinkedHashMap<>();
        values.forEach((id, v) -> ships.put(id, ship(id, new Parameters(id, v))));
        return ships;
    }

    /// The rows of one ship type by name; a missing one is a fault of the table beside this class.
    private record Parameters(String ship, Map<String, Double> values) {
        boolean has(String name) {
            return values.containsKey(name);
        }

        double of(String name) {
            Check.that(values.containsKey(name), "Ship '%s': parameter %s is missing in ships.csv.", ship, name);
            return values.getOrDefault(name, 0.0);
        }
    }

    private static Ship ship(String id, Parameters v) {
        boolean gas = v.has("boil_off");
        double perTonne = gas ? v.of("energy_per_tonne") : 0;
        Fuel fuel = gas
                ? new Fuel.BoilOff(
                        v.of("boil_off"),
                        v.of("boil_off") * v.of("filled") * v.of("size") * v.of("energy"),
                        v.of("gas_price"))
                : new Fuel.Bunker(v.of("fuel"), v.of("fuel_idle"), v.of("fuel_price"));
        double tonnes = gas
                ? v.of("delivered") * v.of("size") * v.of("energy") / perTonne
                : v.of("size") * v.of("filled") * v.of("tonnes_per_unit");
        return new Ship(
                id,
                new Voyage(v.of("speed"), v.of("return_share"), v.of("port_days"), v.of("canal_days")),
                new Hire(v.of("charter"), v.of("fee_share"), v.of("insurance")),
                fuel,
                new Dues(Map.of("suez", v.of("suez"), "panama", v.of("panama")), v.of("port_fees"), v.of("handling")),
                new Cargo(tonnes, gas ? Optional.of(perTonne) : Optional.empty()));
    }
}
