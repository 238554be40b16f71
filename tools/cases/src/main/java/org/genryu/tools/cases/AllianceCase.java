package org.genryu.tools.cases;

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
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.core.Check;
import org.genryu.tools.cases.gas.GasTables;
import org.genryu.tools.cases.mineral.MineralTables;
import org.genryu.tools.cases.rareearth.RareEarthTables;
import org.genryu.tools.cases.table.BranchTables;
import org.genryu.tools.cases.table.SectorTables;
import org.genryu.tools.cases.table.SourceCaseTable;
import org.genryu.tools.cases.table.SourceTables;

/// Makes the built-in case `alliance` from its source tables, yearly: the rare-earth chain from mine to magnet and use,
/// ([RareEarthTables]), LNG from field to burner ([GasTables]), nine minerals at two stages ([MineralTables]).
///
/// Three steps: read the source tables; close the base year of each chain on them; write the tables of the case. The
/// same source tables give the same bytes. To move to another year, add its rows to `mine_production.csv` and
/// `prices.csv`, put the year into `settings.csv` and run again.
public final class AllianceCase {
    private AllianceCase() {}

    /// @param args folder of the source tables, folder of the case to write, and the page about the case, whose
    /// count of rows is renewed (may be left out)
    public static void main(String[] args) throws IOException {
        Check.that(args.length == 2 || args.length == 3, "Usage: AllianceCase SOURCE_TABLES CASE_FOLDER [PAGE]");
        Map<String, String> files = files(Path.of(args[0]));
        Path folder = Path.of(args[1]);
        Path index = folder.resolveSibling(folder.getFileName() + ".index");
        removeWhatIsNoLongerMade(folder, index, files.keySet());
        write(files, folder);
        Files.writeString(index, index(files));
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
        Map<String, String> files = new LinkedHashMap<>();
        files.put("case.yaml", caseYaml(tables));
        List<Map<String, SourceCaseTable>> parts = List.of(
                RareEarthTables.of(tables),
                GasTables.of(tables),
                MineralTables.of(tables),
                Map.of("sectors", new SectorTables(tables).table()),
                Map.of(
                        "branches",
                        new BranchTables(tables).branches(),
                        "inputs",
                        new BranchTables(tables).inputs(),
                        "estimates",
                        SourceCaseTable.copied("estimates", tables.table("estimates"))),
                Map.of("moves", SourceCaseTable.copied("moves", tables.table("moves"))),
                planned(tables));
        for (String table : CaseSchema.current().tables().keySet()) {
            List<SourceCaseTable> of = parts.stream()
                    .filter(part -> part.containsKey(table))
                    .map(part -> part.get(table))
                    .toList();
            if (!of.isEmpty()) {
                SourceCaseTable joined = SourceCaseTable.joined(table, of);
                files.put(table + ".csv", (table.equals("commodities") ? quoted(joined, tables) : joined).csv());
            }
        }
        Set<String> elsewhere = happened(tables, false);
        for (String folder : List.of("scenarios", "projects")) {
            for (Path file : sorted(sources.resolve(folder))) {
                if (!elsewhere.contains(file.getFileName().toString().replace(".yaml", ""))) {
                    files.put(folder + "/" + file.getFileName(), Files.readString(file));
                }
            }
        }
        return files;
    }

    /// What happened in or after the base year; else what belongs to another base year and is left out.
    private static Set<String> happened(SourceTables tables, boolean here) {
        Set<String> ids = new LinkedHashSet<>();
        tables.table("happened").stream()
                .filter(row -> (row.number("base") == tables.year("first-year")) == here)
                .forEach(row -> ids.add(row.text("event")));
        return ids;
    }

    /// The commodities with the unit in which the trade quotes their price: by their id, else by group and stage.
    private static SourceCaseTable quoted(SourceCaseTable commodities, SourceTables tables) {
        Map<String, String> units = new LinkedHashMap<>();
        tables.table("trade_units").forEach(row -> units.put(row.text("of"), row.text("trade_unit")));
        return commodities.fill(
                "trade_unit",
                row -> units.getOrDefault(
                        row.cell("commodity"), units.getOrDefault(row.cell("group") + "/" + row.cell("stage"), "")));
    }

    /// The names of the files, one a line: what the program finds the case by.
    static String index(Map<String, String> files) {
        return String.join("\n", files.keySet()) + "\n";
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (var listing = Files.list(folder)) {
            return listing.sorted().toList();
        }
    }

    private static String caseYaml(SourceTables tables) {
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
                base: [%s]
                """.formatted(
                        tables.year("first-year"),
                        SourceCaseTable.plain(tables.setting("discount-rate")),
                        tables.year("first-year"),
                        tables.year("last-year"),
                        String.join(", ", happened(tables, true)));
    }

    /// What a plan may choose, within what, against what.
    private static Map<String, SourceCaseTable> planned(SourceTables tables) {
        Map<String, SourceCaseTable> planned = new LinkedHashMap<>();
        for (String name : List.of("options", "effects", "fields", "envelopes", "outlook")) {
            if (!tables.table(name).isEmpty()) {
                planned.put(name, SourceCaseTable.copied(name, tables.table(name)));
            }
        }
        return planned;
    }

    /// Removes what an earlier run wrote, as its index says, and this one does not.
    private static void removeWhatIsNoLongerMade(Path folder, Path index, Set<String> made) throws IOException {
        if (Files.exists(index)) {
            for (String name : Files.readAllLines(index)) {
                Path file = folder.resolve(name).normalize();
                if (!made.contains(name) && file.startsWith(folder.normalize())) {
                    Files.deleteIfExists(file);
                }
            }
        }
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
