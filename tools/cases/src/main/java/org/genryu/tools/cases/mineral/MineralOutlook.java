package org.genryu.tools.cases.mineral;

import java.util.List;
import org.genryu.tools.cases.table.SourceCaseTable;
import org.genryu.tools.cases.table.SourceRow;
import org.genryu.tools.cases.table.SourceTables;

/// How much of a mineral will be mined, refined or wanted in a later year, over the base year? Projections of a place,
/// of all places without a row of their own (`rest`) or of the world, read between their years on a straight line;
/// where there are none, the yearly growth of the mineral.
final class MineralOutlook {
    private static final String REST = "rest";

    private final SourceTables tables;
    private final int base;

    MineralOutlook(SourceTables tables) {
        this.tables = tables;
        this.base = tables.year("first-year");
    }

    /// Capacity of the year over that of the base year.
    double ratio(Mineral mineral, String stage, String place, int year) {
        if (!mineral.row().has("projection")) {
            return Math.pow(1 + mineral.row().number("growth"), year - base);
        }
        List<SourceRow> own = rows(mineral, stage, place);
        List<SourceRow> rows = own.isEmpty() ? rows(mineral, stage, REST) : own;
        return at(rows, year) / at(rows, base);
    }

    /// Need of the year over that of the base year: the growth of the mineral, or what the world refines.
    double need(Mineral mineral, String stage, int year) {
        if (mineral.row().has("growth")) {
            return Math.pow(1 + mineral.row().number("growth"), year - base);
        }
        return world(mineral, stage, year) / world(mineral, stage, base);
    }

    /// Where the need comes from.
    String source(Mineral mineral) {
        return mineral.row().has("growth") ? "assumption" : "iea-cmde-2025;assumption";
    }

    /// Whether all plants of the kind grow by the one rate of the mineral.
    boolean growing(Mineral mineral, String kind) {
        return kind.equals("secondary")
                ? mineral.row().has("growth")
                : !mineral.row().has("projection");
    }

    /// One assumption is one row a year: what has no outlook grows by the rate of its mineral, each year on the
    /// last.
    SourceCaseTable changes(List<MineralBase> minerals, ByProducts byProducts) {
        SourceCaseTable table = SourceCaseTable.of("changes");
        for (MineralBase one : minerals) {
            Mineral mineral = one.mineral();
            for (String kind : List.of("mining", "refining", "secondary")) {
                if (!growing(mineral, kind)
                        || (kind.equals("secondary") && one.secondary().isEmpty())) {
                    continue;
                }
                List<String> recipes =
                        kind.equals("mining") ? byProducts.recipes(mineral.id()) : List.of(mineral.id() + "-" + kind);
                recipes.forEach(recipe -> grow(table, mineral, recipe));
            }
        }
        return table;
    }

    private void grow(SourceCaseTable table, Mineral mineral, String recipe) {
        for (int year = base + 1; year <= tables.year("last-year"); year++) {
            table.row()
                    .put("table", "processes")
                    .put("id", "recipe=" + recipe + "&status=operating")
                    .put("column", "capacity")
                    .put("from", year)
                    .put("op", "multiply")
                    .put("value", 1 + mineral.row().number("growth"))
                    .put("source", "assumption")
                    .put("note", "growth of the mineral: see minerals");
        }
    }

    private double world(Mineral mineral, String stage, int year) {
        return tables.table("minerals_projections").stream()
                .filter(row -> row.text("mineral").equals(mineral.id())
                        && row.text("stage").equals(stage))
                .map(row -> row.text("place"))
                .distinct()
                .mapToDouble(place -> at(rows(mineral, stage, place), year))
                .sum();
    }

    private List<SourceRow> rows(Mineral mineral, String stage, String place) {
        return tables.table("minerals_projections").stream()
                .filter(row -> row.text("mineral").equals(mineral.id())
                        && row.text("stage").equals(stage)
                        && row.text("place").equals(place))
                .toList();
    }

    /// Before the first year of all projections a place stands as in that year; one that starts later has nothing
    /// yet.
    private double at(List<SourceRow> rows, int asked) {
        double year =
                Math.max(asked, tables.table("minerals_projections").getFirst().number("year"));
        if (year < rows.getFirst().number("year")) {
            return 0;
        }
        for (int i = 1; i < rows.size(); i++) {
            double from = rows.get(i - 1).number("year");
            double until = rows.get(i).number("year");
            if (from <= year && year <= until) {
                double weight = (year - from) / (until - from);
                return (1 - weight) * rows.get(i - 1).number("kt")
                        + weight * rows.get(i).number("kt");
            }
        }
        return rows.getLast().number("kt");
    }
}
