package org.genryu.cases.magnet;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.cases.source.SourceCaseTable;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;

/// Writes the plants: mines, separation, finishing, metal, magnets, swarf, scandium and the projects to come.
public final class PlantTables {
    private static final Optional<Double> NONE = Optional.empty();

    /// Makers of this many heat-resistant magnets have other recipes ready [t].
    private static final double LARGE = 300;

    /// Share of their heat-resistant magnets that makers could turn to diffusion of dysprosium alone.
    private static final double HALF = 0.5;

    /// Share of their heat-resistant magnets that makers could make without heavy rare earths.
    private static final double TENTH = 0.1;

    private final AllianceBaseYear base;
    private final SourceTables tables;
    private final SourceCaseTable table = new SourceCaseTable(
            "process",
            "place",
            "recipe",
            "owner",
            "status",
            "capacity",
            "cost",
            "first",
            "observed",
            "reserve",
            "capex",
            "life",
            "source",
            "note");
    private final Set<String> recipes = new LinkedHashSet<>();
    private final Map<String, Double> capacities = new LinkedHashMap<>();

    public PlantTables(AllianceBaseYear base) {
        this.base = base;
        this.tables = base.tables();
        tables.table("mines").forEach(this::mine);
        tables.table("plants").forEach(this::plant);
        tables.table("magnet_makers").forEach(this::magnetMaker);
        tables.table("smco").stream().filter(row -> row.number("maker") > 0).forEach(this::smcoMaker);
        tables.table("scandium")
                .forEach(row -> operating(row, "scandium", "", row.number("tonnes"), 1, row.number("cost"), NONE));
        tables.table("projects").forEach(this::project);
    }

    public SourceCaseTable processes() {
        return table;
    }

    /// Recipes that some process runs.
    public Set<String> recipesUsed() {
        return recipes;
    }

    /// Capacity in the base year by process [activity per year].
    public Map<String, Double> capacities() {
        return capacities;
    }

    private void mine(SourceRow row) {
        double mined = base.upstream().mined().getOrDefault(row.text("process"), 0.0);
        operating(
                row, "mine-" + row.text("ore"), row.text("owner"), mined, 1, row.number("cost"), row.maybe("reserve"));
    }

    private void plant(SourceRow row) {
        double observed = switch (row.text("observed")) {
            case "feed" -> base.upstream().activity().getOrDefault(row.text("process"), 0.0);
            case "metal" ->
                base.midstream().metal(row.text("place"), row.text("recipe").substring(6) + "-metal");
            case "finish" -> finished(row);
            case "" -> 0;
            default -> tables.resolve(row, "observed");
        };
        double cost = tables.resolve(row, "cost") + row.number("surcharge");
        String capacity = row.text("capacity");
        double slack = capacity.startsWith("slack ")
                ? Double.parseDouble(capacity.substring(6))
                : row.number("capacity") / observed;
        if (observed > 0) {
            operating(row, row.text("recipe"), row.text("owner"), observed, slack, cost, NONE);
        } else {
            write(
                    row.text("process"),
                    row,
                    row.text("recipe"),
                    row.text("owner"),
                    row.number("capacity"),
                    cost,
                    NONE,
                    NONE);
        }
    }

    /// What the uses take and no other plant finishes.
    private double finished(SourceRow row) {
        String recipe = row.text("recipe");
        String product = recipe.equals("mischmetal") ? recipe : recipe.substring(7) + "-oxide";
        double others = tables.table("plants").stream()
                .filter(other -> other.text("recipe").equals(recipe)
                        && !other.text("observed").equals("finish"))
                .mapToDouble(other -> tables.resolve(other, "observed"))
                .sum();
        return base.midstream().used(product) - others;
    }

    private void magnetMaker(SourceRow row) {
        String place = row.text("place");
        double heat = base.magnets().made(place, MagnetTotals.HEAT);
        double standard = base.magnets().made(place, MagnetTotals.STANDARD);
        double diffusion = MagnetMetalMakers.diffusionShare(tables, base.magnets(), row);
        double cost = tables.setting("cost-magnet") + row.number("surcharge");
        double slack = row.number("slack");
        String id = place.toLowerCase(Locale.ROOT) + "-magnet";
        named(id + "-standard", row, "magnet-standard", standard, slack * standard, cost);
        named(
                id + "-diffusion",
                row,
                "magnet-heat-diffusion",
                diffusion * heat,
                slack * diffusion * heat,
                cost + base.prices().diffusionCost());
        if (diffusion < 1) {
            named(
                    id + "-conventional",
                    row,
                    "magnet-heat-conventional",
                    (1 - diffusion) * heat,
                    slack * (1 - diffusion) * heat,
                    cost);
        }
        if (heat >= LARGE) {
            double dysprosium = cost + base.prices().diffusionCost() + tables.setting("cost-dysprosium");
            named(id + "-dysprosium", row, "magnet-heat-dysprosium", 0, HALF * heat, dysprosium);
            named(id + "-dyfree", row, "magnet-heat-dyfree", 0, TENTH * heat, cost + tables.setting("cost-dyfree"));
        }
        swarf(row, MagnetTotals.STANDARD, standard);
        swarf(row, MagnetTotals.HEAT, heat);
    }

    /// Every maker takes its own swarf back to oxides.
    private void swarf(SourceRow row, String grade, double magnets) {
        double perMagnet = base.recipes().get("magnet-standard").getOrDefault("swarf-standard", 0.0);
        String id = row.text("place").toLowerCase(Locale.ROOT) + "-swarf-" + grade;
        double swarf = perMagnet * magnets;
        named(id, row, "swarf-" + grade, swarf, 2 * swarf, tables.setting("cost-swarf"));
    }

    private void named(String id, SourceRow row, String recipe, double observed, double capacity, double cost) {
        String source = row.source().contains("assumption") ? row.source() : row.source() + ";assumption";
        recipes.add(recipe);
        capacities.put(id, capacity);
        table.add(
                id,
                row.text("place"),
                recipe,
                "",
                "operating",
                capacity,
                cost,
                "",
                observed > 0 ? Optional.of(observed) : NONE,
                "",
                "",
                "",
                source,
                "grades, capacity and cost: assumption; " + row.note());
    }

    private void smcoMaker(SourceRow row) {
        double made = row.number("maker") / 100 * base.midstream().smco();
        String id = row.text("place").toLowerCase(Locale.ROOT) + "-smco";
        named(id, row, "smco", made, 1.5 * made, tables.setting("cost-smco"));
    }

    private void operating(
            SourceRow row,
            String recipe,
            String owner,
            double observed,
            double slack,
            double cost,
            Optional<Double> reserve) {
        write(row.text("process"), row, recipe, owner, slack * observed, cost, Optional.of(observed), reserve);
    }

    private void write(
            String id,
            SourceRow row,
            String recipe,
            String owner,
            double capacity,
            double cost,
            Optional<Double> observed,
            Optional<Double> reserve) {
        recipes.add(recipe);
        capacities.put(id, capacity);
        table.add(
                id,
                row.text("place"),
                recipe,
                owner,
                "operating",
                capacity,
                cost,
                "",
                observed,
                reserve,
                "",
                "",
                row.source(),
                row.note());
    }

    private void project(SourceRow row) {
        recipes.add(row.text("recipe"));
        double cost = tables.resolve(row, "cost")
                + (row.text("recipe").equals("magnet-heat-diffusion")
                        ? base.prices().diffusionCost()
                        : 0);
        capacities.put(row.text("process"), row.number("capacity"));
        table.add(
                row.text("process"),
                row.text("place"),
                row.text("recipe"),
                row.text("owner"),
                row.text("status"),
                row.number("capacity"),
                cost,
                row.text("first"),
                NONE,
                "",
                row.maybe("capex"),
                row.maybe("life"),
                row.source(),
                row.note());
    }
}
