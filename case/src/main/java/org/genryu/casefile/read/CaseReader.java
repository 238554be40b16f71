package org.genryu.casefile.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseHeader;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.ExchangeRates;
import org.genryu.casefile.IndexedTable;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.check.BranchRules;
import org.genryu.casefile.check.PlausibilityRules;
import org.genryu.casefile.check.RowRules;
import org.genryu.casefile.check.SeaRules;
import org.genryu.casefile.form.FolderReader;
import org.genryu.casefile.form.RawCase;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.form.ReadLimits;
import org.genryu.casefile.form.XlsxReader;
import org.genryu.casefile.form.YamlTree;
import org.genryu.casefile.row.TradeUnits;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.core.Deadline;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;

/// Reads a case folder and checks all of it at once: whatever is wrong in any file, row or cell is found in one run.
public final class CaseReader {
    private CaseReader() {}

    /// Reads the folder of a case.
    public static Outcome<CaseFile> read(Path folder) {
        return read(folder, ReadLimits.STANDARD);
    }

    public static Outcome<CaseFile> read(Path folder, ReadLimits limits) {
        CaseFindings faults = new CaseFindings();
        return FolderReader.read(folder, limits, faults)
                .map(raw -> check(raw, faults))
                .orElseGet(() -> Outcome.failed(faults.all()));
    }

    /// Reads a case from texts by path within the folder, such as `case.yaml`, `places.csv`,
    /// `scenarios/stop-2027.yaml`.
    public static Outcome<CaseFile> readText(Map<String, String> files) {
        CaseFindings faults = new CaseFindings();
        TreeMap<String, FolderReader.Piece> pieces = new TreeMap<>();
        files.forEach((path, text) -> pieces.put(path, new FolderReader.Piece(Optional.of(text), new CaseFindings())));
        return FolderReader.sort("case", pieces, ReadLimits.STANDARD, faults)
                .map(raw -> check(raw, faults))
                .orElseGet(() -> Outcome.failed(faults.all()));
    }

    /// Reads and checks the case in the workbook.
    public static Outcome<CaseFile> readWorkbook(Path path) {
        return readWorkbook(path, ReadLimits.STANDARD);
    }

    public static Outcome<CaseFile> readWorkbook(Path path, ReadLimits limits) {
        Outcome<RawCase> raw = XlsxReader.raw(path, limits);
        if (raw.value().isEmpty()) {
            return Outcome.failed(raw.findings());
        }
        Outcome<CaseFile> checked = check(raw.value().get());
        List<Finding> all = new ArrayList<>(raw.findings());
        all.addAll(checked.findings());
        boolean sound = !raw.hasErrors();
        return new Outcome<>(
                checked.value()
                        .map(c -> new CaseFile(c.header(), c.tables(), c.scenarios(), c.raw(), c.sound() && sound)),
                all);
    }

    /// Checks a case that came from elsewhere.
    public static Outcome<CaseFile> check(RawCase raw) {
        return check(raw, new CaseFindings());
    }

    private static Outcome<CaseFile> check(RawCase raw, CaseFindings faults) {
        CaseHeader header = CaseHeaderReader.read(raw.header(), raw.scenarios().keySet(), faults);
        Map<String, IndexedTable> keyed = new LinkedHashMap<>();
        for (CaseSchema.TableSpec spec : CaseSchema.current().tables().values()) {
            RawTable table = Optional.ofNullable(raw.tables().get(spec.name()))
                    .orElseGet(() -> new RawTable.Builder(
                                    spec.name() + ".csv",
                                    spec.name(),
                                    List.copyOf(spec.columns().keySet()),
                                    1)
                            .build());
            IndexedTable made = new IndexedTable(spec, table);
            made.index(faults);
            keyed.put(spec.name(), made);
        }
        sources(header, keyed, faults);
        LiteralCells literals = new LiteralCells(header, groups(keyed), keyed, faults);
        Map<String, CaseTable> tables = new LinkedHashMap<>();
        for (IndexedTable table : keyed.values()) {
            tables.put(
                    table.spec().name(),
                    switch (table.spec().name()) {
                        case "series", "changes", "moves", "effects" ->
                            new CellEditReader(table, keyed, literals, faults).read();
                        default -> new CaseTableReader(table, keyed, literals, faults).read();
                    });
        }
        Deadline.present().check();
        new RowRules(header, tables, keyed, literals.units(), faults).check();
        Deadline.present().check();
        TradeUnits.check(
                java.util.Objects.requireNonNull(keyed.get("commodities")),
                java.util.Objects.requireNonNull(tables.get("commodities")),
                literals.units(),
                faults);
        new SeaRules(tables, keyed, faults).check();
        Deadline.present().check();
        new BranchRules(tables, keyed, faults).check(raw.scenarios().keySet());
        new PlausibilityRules(tables, keyed, faults).check();
        Map<String, Scenario> scenarios = new TreeMap<>();
        raw.scenarios()
                .forEach((id, text) -> new ScenarioReader(
                                id, header.periods().firstMonth(), keyed, tables, literals, faults)
                        .read(text)
                        .ifPresent(scenario -> scenarios.put(id, scenario)));
        raw.others().forEach((path, text) -> {
            if (path.endsWith(".yaml")) {
                YamlTree.read(path, text, faults);
            }
        });
        CaseFile file = new CaseFile(header, tables, scenarios, raw, faults.errors() == 0);
        return Outcome.of(file, faults.all());
    }

    /// The sources that rates of exchange cite must be there.
    private static void sources(CaseHeader header, Map<String, IndexedTable> tables, CaseFindings faults) {
        IndexedTable sources = java.util.Objects.requireNonNull(tables.get("sources"));
        for (ExchangeRates.Rate rate : header.exchange().rates()) {
            if (!rate.source().isEmpty() && sources.row(rate.source()) < 0) {
                Finding.Place place = new Finding.Place(CaseSchema.HEADER, rate.line(), "exchange");
                faults.missingReference(
                        CaseFindings.Where.of(new Text("Case", "ケース"), "", place),
                        "source",
                        rate.source(),
                        sources.spec().thing(),
                        faults.near(rate.source(), sources::ids));
            }
        }
    }

    private static TreeSet<String> groups(Map<String, IndexedTable> tables) {
        IndexedTable commodities = java.util.Objects.requireNonNull(tables.get("commodities"));
        TreeSet<String> groups = new TreeSet<>();
        int column = commodities.column("group");
        for (int row = 0; row < commodities.raw().rows() && column >= 0; row++) {
            groups.add(commodities.raw().trimmed(row, column));
        }
        groups.remove("");
        return groups;
    }
}
