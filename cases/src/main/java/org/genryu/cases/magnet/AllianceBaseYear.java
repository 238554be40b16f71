package org.genryu.cases.magnet;

import org.genryu.cases.source.SourceTables;

/// Everything the tables of the case are written from: the source tables and the base year closed on them.
///
/// @param tables figures and assumptions
/// @param recipes per unit of activity
/// @param upstream mines and separation
/// @param magnets makers and users of magnets
/// @param midstream metals and other uses
/// @param prices reference prices
public record AllianceBaseYear(
        SourceTables tables,
        RareEarthElements elements,
        OreBaskets ores,
        AllianceRecipes recipes,
        MineOutput upstream,
        MagnetTotals magnets,
        MagnetMetalMakers midstream,
        ReferencePrices prices) {

    public static AllianceBaseYear of(SourceTables tables) {
        RareEarthElements elements = RareEarthElements.of(tables);
        OreBaskets ores = OreBaskets.of(tables);
        AllianceRecipes recipes = new AllianceRecipes(tables, elements, ores);
        MineOutput upstream = MineOutput.of(tables, recipes);
        MagnetTotals magnets = MagnetTotals.of(tables, recipes, upstream);
        MagnetMetalMakers midstream = MagnetMetalMakers.of(tables, recipes, upstream, magnets);
        return new AllianceBaseYear(
                tables, elements, ores, recipes, upstream, magnets, midstream, new ReferencePrices(tables, recipes));
    }

    public int firstYear() {
        return tables.year("first-year");
    }

    public int lastYear() {
        return tables.year("last-year");
    }
}
