package org.genryu.cases.magnet;

import static org.genryu.cases.magnet.MagnetTotals.HEAT;
import static org.genryu.cases.magnet.MagnetTotals.STANDARD;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genryu.cases.source.BiproportionalFit;
import org.genryu.cases.source.PlaceKey;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;
import org.genryu.core.Check;

/// The steps of [MagnetTotals]: world totals, makers, users, grades, flows.
final class MagnetBalance {
    private static final String CHINA = "CN";

    private final SourceTables tables;
    private final AllianceRecipes recipes;
    private final MineOutput upstream;
    private final List<SourceRow> uses;
    private final Map<PlaceKey, Double> made = new LinkedHashMap<>();
    private final Map<PlaceKey, Map<String, Double>> used = new LinkedHashMap<>();

    MagnetBalance(SourceTables tables, AllianceRecipes recipes, MineOutput upstream) {
        this.tables = tables;
        this.recipes = recipes;
        this.upstream = upstream;
        this.uses = tables.table("magnet_uses");
    }

    MagnetTotals solve() {
        double heat = forMagnets("dy-oxide") / net("mix", "dy");
        double standard = (forMagnets("ndpr-oxide") - heat * net("mix", "ndpr")) / net(STANDARD, "ndpr");
        double terbium = upstream.supply("tb-oxide") - heat * net("mix", "tb");
        Check.that(
                standard > 0 && terbium > 0,
                "Base year: %s t of standard magnets and %s t of terbium are left; both must be above 0.",
                standard,
                terbium);
        makers(heat, standard);
        users(heat, standard);
        return new MagnetTotals(made, flows(), used, terbium);
    }

    /// What the oxide's other uses leave to magnets.
    private double forMagnets(String oxide) {
        double other = tables.table("oxide_uses").stream()
                .filter(row -> row.text("commodity").equals(oxide))
                .mapToDouble(row -> row.number("share"))
                .sum();
        return (1 - other) * upstream.supply(oxide);
    }

    /// Oxide that 1 t of finished magnet takes from the world, swarf recycled [t].
    private double net(String grade, String metal) {
        double content = recipes.content(grade).getOrDefault(metal, 0.0);
        double gross = content / tables.setting("finished-yield") / tables.setting("metal-yield");
        double swarf = (1 / tables.setting("finished-yield") - 1) * tables.setting("swarf-collected");
        String recipe = grade.equals(STANDARD) ? "swarf-standard" : "swarf-heat";
        return gross - swarf * recipes.get(recipe).getOrDefault(metal + "-oxide", 0.0);
    }

    private void makers(double heat, double standard) {
        double heatLeft = heat;
        double standardLeft = standard;
        for (SourceRow row : tables.table("magnet_makers")) {
            if (row.has("tonnes")) {
                double ownHeat = row.number("tonnes") * row.number("heat_share");
                double ownStandard = row.number("tonnes") - ownHeat;
                made.put(new PlaceKey(row.text("place"), HEAT), ownHeat);
                made.put(new PlaceKey(row.text("place"), STANDARD), ownStandard);
                heatLeft -= ownHeat;
                standardLeft -= ownStandard;
            }
        }
        made.put(new PlaceKey(CHINA, HEAT), heatLeft);
        made.put(new PlaceKey(CHINA, STANDARD), standardLeft);
    }

    private void users(double heat, double standard) {
        List<SourceRow> places = tables.table("magnet_use_places");
        double[] byPlace = places.stream()
                .mapToDouble(row -> consumption(row.text("place")))
                .toArray();
        double[] shares = useShares();
        double[] byUse = new double[shares.length];
        double[][] weights = new double[places.size()][shares.length];
        for (int u = 0; u < shares.length; u++) {
            byUse[u] = shares[u] * (heat + standard);
            for (int p = 0; p < places.size(); p++) {
                weights[p][u] =
                        places.get(p).number(uses.get(u).text("use")) * byPlace[p] * byUse[u] / (heat + standard);
            }
        }
        double[][] table = BiproportionalFit.biproportional(weights, byPlace, byUse);
        double[] heatShares = heatShares(shares, heat / (heat + standard));
        for (int p = 0; p < places.size(); p++) {
            for (int u = 0; u < shares.length; u++) {
                double tonnes = table[p][u];
                used.put(
                        new PlaceKey(places.get(p).text("place"), uses.get(u).text("use")),
                        Map.of(HEAT, tonnes * heatShares[u], STANDARD, tonnes * (1 - heatShares[u])));
            }
        }
    }

    private double consumption(String place) {
        double tonnes = made.getOrDefault(new PlaceKey(place, HEAT), 0.0)
                + made.getOrDefault(new PlaceKey(place, STANDARD), 0.0);
        for (SourceRow row : tables.table("magnet_trade")) {
            tonnes += row.text("to").equals(place) ? row.number("tonnes") : 0;
            tonnes -= row.text("from").equals(place) ? row.number("tonnes") : 0;
        }
        Check.that(
                tonnes >= 0,
                "Place '%s' would use %s t of magnets; it must be 0 or more. Maybe it exports more than it makes.",
                place,
                tonnes);
        return tonnes;
    }

    /// Shares of the uses in the world's magnets: by projection, by number, and the one with `rest`.
    private double[] useShares() {
        PublishedProjections projections = new PublishedProjections(tables);
        int year = tables.year("first-year");
        double all = projections.at("demand-ev", year)
                + projections.at("demand-wind", year)
                + projections.at("demand-other", year);
        double[] shares = new double[uses.size()];
        double sum = 0;
        int rest = -1;
        for (int u = 0; u < shares.length; u++) {
            switch (uses.get(u).text("share")) {
                case "projection" -> shares[u] = projections.at(uses.get(u).text("projection"), year) / all;
                case "rest" -> rest = u;
                default -> shares[u] = uses.get(u).number("share");
            }
            sum += shares[u];
        }
        Check.that(rest >= 0 && sum < 1, "magnet_uses.csv: shares sum to %s; one use must be the rest.", sum);
        shares[rest] = 1 - sum;
        return shares;
    }

    /// The use without a heat share closes the balance of heat-resistant magnets.
    private double[] heatShares(double[] shares, double heat) {
        double[] result = new double[shares.length];
        double left = heat;
        int open = -1;
        for (int u = 0; u < shares.length; u++) {
            if (uses.get(u).has("heat_share")) {
                result[u] = uses.get(u).number("heat_share");
                left -= shares[u] * result[u];
            } else {
                open = u;
            }
        }
        Check.that(
                open >= 0 && left >= 0 && left <= shares[open],
                "Heat-resistant magnets: %s of all magnets are left for the open use.",
                left);
        result[open] = left / shares[open];
        return result;
    }

    /// Makers other than China export their own mix of grades; what comes from China closes each importer's balance
    /// of grades.
    private List<MagnetTotals.Flow> flows() {
        Map<String, Double> needed = new LinkedHashMap<>();
        used.forEach((key, grades) -> needed.merge(key.place(), grades.getOrDefault(HEAT, 0.0), Double::sum));
        List<MagnetTotals.Flow> flows = new ArrayList<>();
        for (SourceRow row : tables.table("magnet_trade")) {
            String from = row.text("from");
            if (!from.equals(CHINA)) {
                double own = made.getOrDefault(new PlaceKey(from, HEAT), 0.0);
                double heat = row.number("tonnes") * own / (own + made.getOrDefault(new PlaceKey(from, STANDARD), 0.0));
                needed.merge(row.text("to"), -heat, Double::sum);
                needed.merge(from, heat, Double::sum);
                flows.add(new MagnetTotals.Flow(row, from, row.text("to"), heat, row.number("tonnes") - heat));
            }
        }
        for (SourceRow row : tables.table("magnet_trade")) {
            if (row.text("from").equals(CHINA)) {
                String to = row.text("to");
                double heat = needed.getOrDefault(to, 0.0) - made.getOrDefault(new PlaceKey(to, HEAT), 0.0);
                Check.that(
                        heat >= 0 && heat <= row.number("tonnes"),
                        "%s: %s t of heat-resistant magnets in %s t from China.",
                        row.where(),
                        heat,
                        row.number("tonnes"));
                flows.add(new MagnetTotals.Flow(row, CHINA, to, heat, row.number("tonnes") - heat));
            }
        }
        return flows;
    }
}
