package org.genryu.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genryu.cases.gas.GasTables;
import org.genryu.cases.magnet.AllianceBaseYear;
import org.genryu.cases.magnet.ChainTables;
import org.genryu.cases.magnet.MarketTables;
import org.genryu.cases.magnet.PlantTables;
import org.genryu.cases.magnet.ReferenceTables;
import org.genryu.cases.magnet.TradeTables;
import org.genryu.cases.magnet.UseTables;
import org.genryu.cases.mineral.MineralTables;
import org.genryu.cases.source.RowCounts;
import org.genryu.cases.source.SectorTables;
import org.genryu.cases.source.SourceCaseTable;
import org.genryu.cases.source.SourceRow;
import org.genryu.cases.source.SourceTables;
import org.genryu.core.Check;

/// Makes the built-in case `alliance` from its source tables, yearly: the rare-earth chain from mine to magnet and use,
/// LNG from field to burner ([GasTables]), nine minerals at two stages ([MineralTables]).
///
/// Three steps: read the source tables; close the base year on them ([AllianceBaseYear]: what is mined is separated,
/// used or
/// thrown away, element by
/// element); write the tables of the case. The same source tables give the same bytes. To move to another year, add
/// its rows to
/// `mine_production.csv` and `prices.csv`, put the year into `settings.csv` and run again.
public final class AllianceCase {
    /// The tables of the case in the order in which they are written.
    private static final List<String> TABLES = List.of(
            "places",
            "commodities",
            "contents",
            "recipes",
            "processes",
            "routes",
            "demands",
            "stores",
            "returns",
            "bills",
            "sectors",
            "prices",
            "references",
            "series",
            "changes",
            "sources");

    private AllianceCase() {}

    /// @param args folder of the source tables, folder of the case to write, and the page about the case whose
    /// count
    /// of rows is renewed (may be left out)
    public static void main(String[] args) throws IOException {
        Check.that(args.length == 2 || args.length == 3, "Usage: AllianceCase SOURCE_TABLES CASE_FOLDER [PAGE]");
        Map<String, String> files = files(Path.of(args[0]));
        Path folder = Path.of(args[1]);
        write(files, folder);
        Files.writeString(folder.resolveSibling(folder.getFileName() + ".index"), index(files));
        if (args.length == 3) {
            Path page = Path.of(args[2]);
            Files.writeString(page, RowCounts.into(Files.readString(page), files));
        }
    }

    /// The files of the case by name, such as `processes.csv` and `scenarios/cn-export-ban.yaml`.
    ///
    /// @param sources folder of the source tables
    /// @param overlays folders with tables of another base year ([SourceTables])
    public static Map<String, String> files(Path sources, Path... overlays) throws IOException {
        SourceTables tables = SourceTables.read(sources, overlays);
        AllianceBaseYear base = AllianceBaseYear.of(tables);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("case.yaml", caseYaml(base));
        List<Map<String, SourceCaseTable>> parts = new ArrayList<>(List.of(rareEarths(base)));
        parts.add(Map.of("places", GasTables.places(tables)));
        if (tables.newest("gas_exports", "country", "world", base.firstYear()).isPresent()) {
            parts.add(GasTables.of(tables));
        }
        parts.add(MineralTables.of(tables));
        parts.add(Map.of("sectors", new SectorTables(tables).table()));
        for (String table : TABLES) {
            List<SourceCaseTable> of = parts.stream()
                    .filter(part -> part.containsKey(table))
                    .map(part -> part.get(table))
                    .toList();
            if (!of.isEmpty()) {
                SourceCaseTable joined = SourceCaseTable.joined(of);
                files.put(table + ".csv", (table.equals("commodities") ? quoted(joined, tables) : joined).csv());
            }
        }
        for (String folder : List.of("scenarios", "projects")) {
            for (Path file : sorted(sources.resolve(folder))) {
                files.put(folder + "/" + file.getFileName(), Files.readString(file));
            }
        }
        return files;
    }

    /// The commodities with the unit in which the trade quotes their price: by their id, else by group and stage.
    private static SourceCaseTable quoted(SourceCaseTable commodities, SourceTables tables) {
        Map<String, String> units = new LinkedHashMap<>();
        tables.table("trade_units").forEach(row -> units.put(row.text("of"), row.text("trade_unit")));
        return commodities.with(
                "stage",
                "trade_unit",
                row -> units.getOrDefault(
                        row.apply("commodity"), units.getOrDefault(row.apply("group") + "/" + row.apply("stage"), "")));
    }

    /// The chain of the rare earths, table by table.
    private static Map<String, SourceCaseTable> rareEarths(AllianceBaseYear base) {
        PlantTables plants = new PlantTables(base);
        UseTables uses = new UseTables(base, plants.capacities());
        TradeTables trade = new TradeTables(base);
        MarketTables markets = new MarketTables(base);
        ChainTables chain = new ChainTables(base);
        Set<String> commodities = commodities(base, plants, uses, trade);
        Map<String, SourceCaseTable> part = new LinkedHashMap<>();
        part.put("places", places(base.tables()));
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

    /// The names of the files, one a line: what [BuiltInCases] finds the case by.
    static String index(Map<String, String> files) {
        return String.join("\n", files.keySet()) + "\n";
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (var listing = Files.list(folder)) {
            return listing.sorted().toList();
        }
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

    private static String caseYaml(AllianceBaseYear base) {
        return """
                id: alliance
                title: {en: Rare earths and LNG for the Japan-US alliance, ja: 日米同盟のレアアースとLNG}
                currency: USD
                price_year: %s
                home: [JP, US]
                rival: [CN]
                discount_rate: %s
                periods: {first: %s, last: %s, step: year}
                transit: open
                """.formatted(
                        base.firstYear(),
                        SourceCaseTable.plain(base.tables().setting("discount-rate")),
                        base.firstYear(),
                        base.lastYear());
    }

    private static SourceCaseTable places(SourceTables tables) {
        SourceCaseTable table = new SourceCaseTable(
                "place", "name_en", "name_ja", "kind", "country", "lat", "lon", "port", "source", "note");
        for (SourceRow row : tables.table("places")) {
            table.add(
                    row.text("place"),
                    row.text("name_en"),
                    row.text("name_ja"),
                    row.text("kind"),
                    row.text("country"),
                    row.number("lat"),
                    row.number("lon"),
                    row.text("port"),
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
