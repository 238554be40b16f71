package org.genryu.tools.cases.rareearth;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.tools.cases.table.SectorTables;
import org.genryu.tools.cases.table.SourceCaseTable;
import org.genryu.tools.cases.table.SourceRow;
import org.genryu.tools.cases.table.SourceTables;

/// Writes who uses what, at which reference price, and what comes back: demands, series, returns, bills.
final class UseTables {
    /// Demands below this are left out [t/year].
    private static final double SMALLEST = 0.05;

    /// Demands stand a millionth above what is supplied: rounding then never leaves a surplus, which would be worth
    /// nothing.
    private static final double ABOVE_ROUNDING = 1 + 1e-6;

    private final AllianceBaseYear base;
    private final SourceTables tables;
    private final PublishedProjections projections;
    private final SectorTables sectors;
    private final SourceCaseTable demands = SourceCaseTable.of("demands");
    private final SourceCaseTable series = SourceCaseTable.of("series");
    private final SourceCaseTable returns = SourceCaseTable.of("returns");
    private final Set<PlaceKey> wanted = new LinkedHashSet<>();

    UseTables(AllianceBaseYear base, Map<String, Double> capacities) {
        this.base = base;
        this.tables = base.tables();
        this.projections = new PublishedProjections(tables);
        this.sectors = new SectorTables(tables);
        tables.table("magnet_uses").forEach(this::magnetUse);
        tables.table("smco").forEach(this::smcoUse);
        base.midstream().oxides().forEach(this::oxideUse);
        base.upstream().stocked().forEach(this::stockBuilding);
        tables.table("projects").forEach(this::rampUp);
        tables.table("mines").stream().filter(row -> row.has("series")).forEach(row -> mineSeries(row, capacities));
    }

    SourceCaseTable demands() {
        return demands;
    }

    SourceCaseTable series() {
        return series;
    }

    SourceCaseTable returns() {
        return returns;
    }

    /// Commodities wanted, by place.
    Set<PlaceKey> wanted() {
        return wanted;
    }

    private void magnetUse(SourceRow use) {
        for (SourceRow place : tables.table("magnet_use_places")) {
            Map<String, Double> grades =
                    base.magnets().used().getOrDefault(new PlaceKey(place.text("place"), use.text("use")), Map.of());
            magnetDemand(
                    use,
                    place.text("place"),
                    "ndfeb-magnet",
                    grades.getOrDefault(MagnetTotals.HEAT, 0.0),
                    "scrap-heat");
            magnetDemand(
                    use,
                    place.text("place"),
                    "ndfeb-magnet-standard",
                    grades.getOrDefault(MagnetTotals.STANDARD, 0.0),
                    "scrap-standard");
        }
    }

    private void magnetDemand(SourceRow use, String place, String commodity, double amount, String scrap) {
        if (amount < SMALLEST) {
            return;
        }
        String note = "world: %s; place: biproportional fit (assumption)".formatted(use.note());
        String id = demand(
                place,
                use,
                commodity,
                amount,
                use.has("growth") ? Optional.of(use.number("growth")) : Optional.empty(),
                note);
        if (use.has("projection")) {
            for (int year = base.firstYear() + 1; year <= base.lastYear(); year++) {
                double value = amount * projections.ratio(use.text("projection"), year);
                series.row()
                        .put("table", "demands")
                        .put("id", id)
                        .put("column", "amount")
                        .put("period", year)
                        .put("value", value)
                        .put("source", projections.source(use.text("projection")));
            }
        }
        if (use.number("collection") > 0) {
            returns.row()
                    .copy(use, "use", "lifetime_mean", "lifetime_sd", "collection")
                    .put("place", place)
                    .put("from", commodity)
                    .put("to", scrap)
                    .put("shape", "lognormal")
                    .put("source", use.source())
                    .put("note", "collection: the world's end-of-life rate is 1 % or less; lifetime: assumption");
        }
    }

    private String demand(
            String place, SourceRow use, String commodity, double amount, Optional<Double> growth, String note) {
        String id = (place + "-" + use.text("use") + "-" + commodity).toLowerCase(Locale.ROOT);
        wanted.add(new PlaceKey(place, commodity));
        double price = base.prices().at(place, commodity);
        demands.row()
                .put("demand", id)
                .put("place", place)
                .copy(use, "use", "elasticity")
                .put("commodity", commodity)
                .put("amount", amount * ABOVE_ROUNDING)
                .put("growth", growth)
                .put("shortage_cost", ceiling(use.text("use"), price))
                .put("price", price)
                .put("curve", "isoelastic")
                .put("priority", use.cells().getOrDefault("priority", "3"))
                .put("sector", sectors.of(place, use.text("use")))
                .put("source", use.source())
                .put("note", note);
        return id;
    }

    /// The highest price the use pays: a shortage costs it that much [USD/t].
    private double ceiling(String use, double price) {
        return price * tables.setting(use.equals("defence") ? "shortage-multiple-defence" : "shortage-multiple");
    }

    private void smcoUse(SourceRow row) {
        String place = row.text("place");
        for (String use : new String[] {"defence", "industrial"}) {
            double amount = row.number("user_" + use) / 100 * base.midstream().smco();
            String name = use.equals("industrial") ? "industrial-motors" : use;
            String id = (place + "-" + name + "-smco-magnet").toLowerCase(Locale.ROOT);
            wanted.add(new PlaceKey(place, "smco-magnet"));
            double price = base.prices().at(place, "smco-magnet");
            demands.row()
                    .put("demand", id)
                    .put("place", place)
                    .put("use", name)
                    .put("commodity", "smco-magnet")
                    .put("amount", amount * ABOVE_ROUNDING)
                    .put("growth", Optional.of(0.03))
                    .put("shortage_cost", ceiling(use, price))
                    .put("price", price)
                    .put("elasticity", use.equals("defence") ? -0.05 : -0.3)
                    .put("curve", "isoelastic")
                    .put("priority", use.equals("defence") ? "1" : "3")
                    .put("sector", sectors.of(place, name))
                    .put("source", "assumption")
                    .put("note", "half of the world's samarium; split of users, growth and elasticity: assumption");
        }
    }

    private void oxideUse(SourceRow use, double world) {
        SourceRow where = tables.table("use_places").stream()
                .filter(row -> row.text("where").equals(use.text("where")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(use.where() + ": no row of use_places.csv."));
        where.cells().forEach((place, share) -> {
            if (!Set.of("where", "source", "note").contains(place)) {
                double amount = where.number(place) / 100 * world;
                if (amount >= SMALLEST) {
                    demand(
                            place,
                            use,
                            use.text("commodity"),
                            amount,
                            Optional.of(use.number("growth")),
                            use.note() + "; share of the place: assumption");
                }
            }
        });
    }

    private void stockBuilding(PlaceKey at, double amount) {
        String id = (at.place() + "-stock-building-" + at.thing()).toLowerCase(Locale.ROOT);
        wanted.add(at);
        double price = tables.setting("price-stocked-concentrate");
        demands.row()
                .put("demand", id)
                .put("place", at.place())
                .put("use", "stock-building")
                .put("commodity", at.thing())
                .put("amount", amount)
                .put("growth", Optional.of(-0.25))
                .put("shortage_cost", ceiling("stock-building", price))
                .put("price", price)
                .put("elasticity", -0.8)
                .put("curve", "isoelastic")
                .put("priority", "4")
                .put("source", "mp-2025;usgs-mcs-2026;assumption")
                .put(
                        "note",
                        "output of the year neither separated nor exported; that it falls by a quarter a year: assumption");
    }

    private void mineSeries(SourceRow row, Map<String, Double> capacities) {
        double capacity = capacities.getOrDefault(row.text("process"), 0.0);
        for (int year = base.firstYear() + 1; year <= base.lastYear(); year++) {
            series.row()
                    .put("table", "processes")
                    .put("id", row.text("process"))
                    .put("column", "capacity")
                    .put("period", year)
                    .put("value", capacity * projections.ratio(row.text("series"), year))
                    .put("source", projections.source(row.text("series")));
        }
    }

    /// A new mine or separation plant comes to its design rate over its first years.
    private void rampUp(SourceRow project) {
        String kind = project.text("recipe").split("-", 2)[0];
        if (!Set.of("mine", "full", "light", "heavy", "scandium").contains(kind)
                || project.text("status").equals("operating")) {
            return;
        }
        int first = (int) project.number("first");
        for (int age = 0; age < 2; age++) {
            double share = tables.setting(age == 0 ? "ramp-first-year" : "ramp-second-year");
            series.row()
                    .put("table", "processes")
                    .put("id", project.text("process"))
                    .put("column", "capacity")
                    .put("period", first + age)
                    .put("value", share * project.number("capacity"))
                    .put("source", "ramp-up-smenet;assumption")
                    .put("note", "ramp-up");
        }
    }

    SourceCaseTable bills() {
        return SourceCaseTable.copied("bills", tables.table("bills"));
    }
}
