package org.genryu.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genryu.core.Check;

/// Makes the built-in case `alliance` from its source tables: the rare-earth chain from mine to magnet and use, yearly.
///
/// Three steps: read the source tables; close the base year on them ([BaseYear]: what is mined is separated, used or
/// thrown away, element by
/// element); write the tables of the case. The same source tables give the same bytes. To move to another year, add
/// its rows to
/// `mine_production.csv` and `prices.csv`, put the year into `settings.csv` and run again.
public final class AllianceCase {
    private AllianceCase() {}

    /// @param args folder of the source tables, folder of the case to write
    public static void main(String[] args) throws IOException {
        Check.that(args.length == 2, "Usage: AllianceCase SOURCE_TABLES CASE_FOLDER");
        Map<String, String> files = files(Path.of(args[0]));
        Path folder = Path.of(args[1]);
        write(files, folder);
        Files.writeString(folder.resolveSibling(folder.getFileName() + ".index"), index(files));
    }

    /// The files of the case by name, such as `processes.csv` and `scenarios/cn-export-ban.yaml`.
    ///
    /// @param sources folder of the source tables
    public static Map<String, String> files(Path sources) throws IOException {
        SourceTables tables = SourceTables.read(sources);
        BaseYear base = BaseYear.of(tables);
        PlantTables plants = new PlantTables(base);
        UseTables uses = new UseTables(base, plants.capacities());
        TradeTables trade = new TradeTables(base);
        MarketTables markets = new MarketTables(base);
        ChainTables chain = new ChainTables(base);
        Set<String> commodities = commodities(base, plants, uses, trade);

        Map<String, String> files = new LinkedHashMap<>();
        files.put("case.yaml", caseYaml(base));
        files.put("places.csv", places(tables).csv());
        files.put("commodities.csv", chain.commodities(commodities).csv());
        files.put("contents.csv", chain.contents(commodities).csv());
        files.put("recipes.csv", chain.recipes(plants.recipesUsed()).csv());
        files.put("processes.csv", plants.processes().csv());
        files.put("routes.csv", trade.routes().csv());
        files.put("demands.csv", uses.demands().csv());
        files.put("stores.csv", markets.stores().csv());
        files.put("returns.csv", uses.returns().csv());
        files.put("bills.csv", uses.bills().csv());
        files.put("prices.csv", markets.prices().csv());
        files.put("series.csv", uses.series().csv());
        files.put("changes.csv", trade.changes().csv());
        files.put("sources.csv", markets.sources().csv());
        for (String folder : List.of("scenarios", "projects")) {
            for (Path file : sorted(sources.resolve(folder))) {
                files.put(folder + "/" + file.getFileName(), Files.readString(file));
            }
        }
        return files;
    }

    /// The names of the files, one a line: what [BuiltInCases] finds the case by.
    static String index(Map<String, String> files) {
        return String.join("\n", files.keySet()) + "\n";
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (var listing = Files.list(folder)) {
            return listing.sorted().toList();
        }
    }

    private static Set<String> commodities(BaseYear base, PlantTables plants, UseTables uses, TradeTables trade) {
        Set<String> names = new LinkedHashSet<>();
        plants.recipesUsed()
                .forEach(recipe -> names.addAll(base.recipes().get(recipe).keySet()));
        uses.wanted().forEach(key -> names.add(key.thing()));
        trade.ways().forEach(way -> names.add(way.commodity()));
        return names;
    }

    private static String caseYaml(BaseYear base) {
        return """
                id: alliance
                title: {en: Rare earths for the Japan-US alliance, ja: 日米同盟のレアアース}
                currency: USD
                price_year: %d
                home: [JP, US]
                rival: [CN]
                discount_rate: %s
                periods: {first: %d, last: %d, step: year}
                transit: open
                """.formatted(
                        base.firstYear(),
                        CaseTable.plain(base.tables().setting("discount-rate")),
                        base.firstYear(),
                        base.lastYear());
    }

    private static CaseTable places(SourceTables tables) {
        CaseTable table =
                new CaseTable("place", "name_en", "name_ja", "kind", "country", "lat", "lon", "source", "note");
        for (Row row : tables.table("places")) {
            table.add(
                    row.text("place"),
                    row.text("name_en"),
                    row.text("name_ja"),
                    row.text("kind"),
                    row.text("country"),
                    row.number("lat"),
                    row.number("lon"),
                    row.source(),
                    row.note());
        }
        return table;
    }

    private static void write(Map<String, String> files, Path folder) {
        files.forEach((name, text) -> {
            try {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, text, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
