package org.genryu.tools.cases.rareearth;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.genryu.tools.cases.table.SourceCaseTable;
import org.genryu.tools.cases.table.SourceTables;

/// Writes the rare-earth chain of the case, from mine to magnet and use, on a closed base year ([AllianceBaseYear]):
/// what is mined is separated, used or thrown away, element by element.
public final class RareEarthTables {
    private RareEarthTables() {}

    /// The tables of the chain by name.
    public static Map<String, SourceCaseTable> of(SourceTables tables) {
        AllianceBaseYear base = AllianceBaseYear.of(tables);
        PlantTables plants = new PlantTables(base);
        UseTables uses = new UseTables(base, plants.capacities());
        TradeTables trade = new TradeTables(base);
        MarketTables markets = new MarketTables(base);
        ChainTables chain = new ChainTables(base);
        Set<String> commodities = commodities(base, plants, uses, trade);
        Map<String, SourceCaseTable> part = new LinkedHashMap<>();
        part.put("places", SourceCaseTable.copied("places", tables.table("places")));
        part.put("commodities", chain.commodities(commodities));
        part.put("contents", chain.contents(commodities));
        part.put("recipes", chain.recipes(plants.recipesUsed()));
        part.put("processes", plants.processes());
        part.put("routes", trade.routes());
        part.put("demands", uses.demands());
        part.put("stores", markets.stores());
        part.put("returns", uses.returns());
        part.put("bills", uses.bills());
        part.put("prices", markets.prices());
        part.put("references", new ReferenceTables(base).references());
        part.put("series", uses.series());
        part.put("changes", trade.changes());
        part.put("sources", markets.sources());
        return part;
    }

    private static Set<String> commodities(
            AllianceBaseYear base, PlantTables plants, UseTables uses, TradeTables trade) {
        Set<String> names = new LinkedHashSet<>();
        plants.recipesUsed()
                .forEach(recipe -> names.addAll(base.recipes().get(recipe).keySet()));
        uses.wanted().forEach(key -> names.add(key.thing()));
        trade.ways().forEach(way -> names.add(way.commodity()));
        return names;
    }
}
