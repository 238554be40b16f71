package org.genryu.casefile.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseHeader;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.row.PlacePorts;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.core.Deadline;
import org.genryu.core.number.Money;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Unit;
import org.genryu.core.number.Units;
import org.genryu.geo.Freight;
import org.genryu.geo.Landlocked;
import org.genryu.geo.Port;
import org.genryu.geo.SeaNetwork;
import org.genryu.geo.SeaPassage;
import org.genryu.geo.Ship;
import org.genryu.geo.StraitClosure;
import org.genryu.geo.WayTable;

/// The routes of a case that go by ship: days, straits and freight from the sea network where the row leaves them
/// blank, and the other way a ship takes while straits are closed. What is written wins; what is filled in stands in
/// the change log with the cause `routes.csv:<line> from geo`.
///
/// days = nautical miles / (24 · speed) + days at canals; cost = freight of the ship type [USD/t], converted to the
/// unit of the commodity. A passage that is usually shut is open for a route whose `via` names it.
final class SeaLanes {
    private final CaseFile file;
    private final ColumnWorkspace work;
    private final CaseFindings faults;
    private final String[] ship;
    private final String[] via;
    private final Map<List<String>, WayTable> tables = new HashMap<>();
    private final Optional<Units> dollars;

    SeaLanes(CaseFile file, ColumnWorkspace work, CaseFindings faults) {
        this.file = file;
        this.work = work;
        this.faults = faults;
        this.ship = file.table("routes").words("ship");
        this.via = file.table("routes").words("via").clone();
        CaseHeader header = file.header();
        this.dollars = header.currency().equals("USD")
                ? Optional.of(Units.of(new Money(header.currency(), header.priceYear())))
                : Optional.empty();
    }

    boolean bySea(int row) {
        return !ship[row].isEmpty();
    }

    /// Whether any route has a ship; a case without never reads the sea network.
    boolean used() {
        return java.util.Arrays.stream(ship).anyMatch(word -> !word.isEmpty());
    }

    /// Straits of the row joined by `;`: as written, else from the network.
    String via(int row) {
        return via[row];
    }

    /// Fills in what rows with a ship leave blank.
    void fill() {
        boolean unpriced = false;
        Set<Integer> overland = new TreeSet<>();
        RouteLanes lanes = work.lanes();
        for (int row = 0; row < ship.length; row++) {
            if (!bySea(row)) {
                continue;
            }
            Deadline.present().check();
            SeaPassage passage = way(row, Set.of());
            switch (passage) {
                case SeaPassage.Unreachable none ->
                    faults.doubt(
                            where(row),
                            none.reason().en() + " Nothing was filled in.",
                            none.reason().ja() + " 何も補っていません。",
                            "a port or `via` is wrong.",
                            "port か via を確かめてください。");
                case SeaPassage.Way way -> {
                    if (via[row].isEmpty()) {
                        via[row] = String.join(";", way.straits());
                    }
                    for (int lane = lanes.first()[row]; lane < lanes.first()[row + 1]; lane++) {
                        unpriced |= !fill(row, lane, way);
                    }
                    for (String end : List.of("from", "to")) {
                        overland.add(file.table("routes").references(end)[row]);
                    }
                }
            }
        }
        tellUnpriced(unpriced);
        overland.forEach(this::tellOverland);
    }

    /// @return whether the freight could be filled in where it is blank
    private boolean fill(int row, int lane, SeaPassage.Way way) {
        String cause = file.table("routes").raw().file() + ":"
                + file.table("routes").raw().line(row) + " from geo: "
                + Math.round(way.nauticalMiles()) + " nm"
                + (way.straits().isEmpty() ? "" : " via " + String.join(" ", way.straits()));
        ColumnCells days = work.cells("routes", "days");
        if (blank(row, "days")) {
            put(days, lane, ship(row).days(way), cause);
        }
        ColumnCells cost = work.cells("routes", "cost");
        if (!blank(row, "cost")) {
            return true;
        }
        OptionalDouble freight = freight(row, lane, way);
        freight.ifPresent(value -> put(cost, lane, value, cause + " " + ship[row]));
        return freight.isPresent();
    }

    private boolean blank(int row, String column) {
        int at = file.table("routes").raw().head().indexOf(column);
        return at < 0 || file.table("routes").raw().blank(row, at);
    }

    private void put(ColumnCells into, int lane, double value, String cause) {
        double before = into.base(lane);
        into.set(lane, CellNumber.fixed(value));
        work.log().add(into, lane, -1, before, value, cause);
    }

    private Ship ship(int row) {
        return Ship.of(ship[row]).orElseThrow(() -> new IllegalArgumentException("Ship type " + ship[row]));
    }

    /// Freight [currency/unit of the commodity]; empty if the unit is neither a mass nor, for fuel, an energy, or
    /// the money of the case is not the dollar.
    private OptionalDouble freight(int row, int lane, SeaPassage.Way way) {
        if (dollars.isEmpty()) {
            return OptionalDouble.empty();
        }
        int commodity = work.lanes().commodity()[lane];
        String unit = file.table("commodities").words("unit")[commodity];
        if (dollars.get().read(unit) instanceof ReadText.Value<Unit>(Unit known)) {
            OptionalDouble tonnes = tonnes(known, row);
            return tonnes.isPresent()
                    ? OptionalDouble.of(
                            tonnes.getAsDouble() * Freight.of(ship(row), way).perTonne())
                    : tonnes;
        }
        return OptionalDouble.empty();
    }

    /// Tonnes of the cargo in one unit.
    private OptionalDouble tonnes(Unit unit, int row) {
        Unit tonne = Units.of(new Money("USD", 2025)).unit("t");
        if (unit.dimension().equals(tonne.dimension())) {
            return OptionalDouble.of(unit.convert(1, tonne));
        }
        Unit energy = Units.of(new Money("USD", 2025)).unit("MMBtu");
        Optional<Double> perTonne = ship(row).cargo().energyPerTonne();
        return perTonne.isPresent() && unit.dimension().equals(energy.dimension())
                ? OptionalDouble.of(unit.convert(1, energy) / perTonne.get())
                : OptionalDouble.empty();
    }

    /// The way of the row's ship while these straits are closed besides the usual.
    SeaPassage way(int row, Set<String> closed) {
        CaseTable routes = file.table("routes");
        Port from = port(routes.references("from")[row]);
        Port to = port(routes.references("to")[row]);
        List<String> opened = new ArrayList<>();
        for (String strait : file.table("routes").words("via")[row].split(";")) {
            if (SeaNetwork.world()
                    .strait(strait.strip())
                    .filter(s -> !s.usual())
                    .isPresent()) {
                opened.add(strait.strip());
            }
        }
        List<String> shut = closed.stream()
                .filter(s -> SeaNetwork.world().strait(s).isPresent())
                .toList();
        StraitClosure closure = SeaNetwork.world().closure(shut, opened);
        return tables.computeIfAbsent(closure.ids(), ids -> SeaNetwork.world().table(harbours(), closure))
                .way(from, to);
    }

    /// The ports of all routes with a ship, so that each has one tree of ways for each state of the straits.
    private List<Port> harbours() {
        Set<Integer> places = new TreeSet<>();
        for (int row = 0; row < ship.length; row++) {
            if (bySea(row)) {
                places.add(file.table("routes").references("from")[row]);
                places.add(file.table("routes").references("to")[row]);
            }
        }
        return places.stream().map(this::port).toList();
    }

    private Port port(int place) {
        return PlacePorts.of(file.table("places"), place).orElseThrow();
    }

    /// What a closure adds to a lane: the days and freight of the way round, or no way at all.
    sealed interface Detour {
        /// @param days [days] longer
        /// @param cost [currency/unit] dearer
        record Longer(double days, double cost) implements Detour {}

        record None() implements Detour {}
    }

    /// How much longer and dearer the lane is while the straits of `now` are closed than while those of `before`
    /// are.
    Detour detour(int row, int lane, Set<String> before, Set<String> now) {
        if (!(way(row, before) instanceof SeaPassage.Way old)) {
            return new Detour.Longer(0, 0);
        }
        return switch (way(row, now)) {
            case SeaPassage.Unreachable none -> new Detour.None();
            case SeaPassage.Way next -> {
                double days = ship(row).days(next) - ship(row).days(old);
                double cost = freight(row, lane, next).orElse(0)
                        - freight(row, lane, old).orElse(0);
                yield new Detour.Longer(days, cost);
            }
        };
    }

    private CaseFindings.Where where(int row) {
        CaseTable routes = file.table("routes");
        return CaseFindings.Where.of(
                routes.spec().thing(),
                routes.id(row),
                new org.genryu.core.Finding.Place(
                        routes.raw().file(), routes.raw().line(row), "ship"));
    }

    private void tellUnpriced(boolean unpriced) {
        if (unpriced) {
            faults.doubt(
                    CaseFindings.Where.file(file.table("routes").raw().file()),
                    "some freights of ships stay 0: the money of the case is not USD, or a commodity is counted in a unit"
                            + " without a known mass.",
                    "船の運賃の一部は0のままです（通貨がUSDでないか、質量の分からない単位の品目です）。",
                    "cost must be filled in.",
                    "cost を記入してください。");
        }
    }

    private void tellOverland(int place) {
        CaseTable places = file.table("places");
        Optional<Landlocked> leg = places.words("port")[place].isEmpty()
                ? SeaNetwork.world().landLeg(PlacePorts.country(places, place))
                : Optional.empty();
        leg.ifPresent(l -> faults.note(
                CaseFindings.Where.of(
                        places.spec().thing(),
                        places.names().get(place),
                        new org.genryu.core.Finding.Place(places.raw().file(), 0, "port")),
                "it has no coast; its ships sail from " + l.port() + " after " + Math.round(l.kilometres())
                        + " km over land, which are not in days and cost.",
                "海岸がないため " + l.port() + " から船積みします。陸路 " + Math.round(l.kilometres()) + " km は days と cost に含みません。"));
    }
}
