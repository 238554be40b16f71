package org.genryu.cases;

/// Everything the tables of the case are written from: the source tables and the base year closed on them.
///
/// @param tables figures and assumptions
/// @param recipes per unit of activity
/// @param upstream mines and separation
/// @param magnets makers and users of magnets
/// @param midstream metals and other uses
/// @param prices reference prices
record BaseYear(
        SourceTables tables,
        Elements elements,
        Ores ores,
        Recipes recipes,
        Upstream upstream,
        Magnets magnets,
        Midstream midstream,
        ReferencePrices prices) {

    static BaseYear of(SourceTables tables) {
        Elements elements = Elements.of(tables);
        Ores ores = Ores.of(tables);
        Recipes recipes = new Recipes(tables, elements, ores);
        Upstream upstream = Upstream.of(tables, recipes);
        Magnets magnets = Magnets.of(tables, recipes, upstream);
        Midstream midstream = Midstream.of(tables, recipes, upstream, magnets);
        return new BaseYear(
                tables, elements, ores, recipes, upstream, magnets, midstream, new ReferencePrices(tables, recipes));
    }

    int firstYear() {
        return tables.year("first-year");
    }

    int lastYear() {
        return tables.year("last-year");
    }
}
