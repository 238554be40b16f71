package org.genryu.casefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.genryu.casefile.form.CsvText;
import org.genryu.casefile.form.RawCase;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.casefile.schema.PlainNumbers;
import org.genryu.core.Outcome;
import org.genryu.core.disk.Draft;

/// Writes a case as it was read: every value as it was written, without the known columns that say nothing but their
/// default. RFC 4180, UTF-8 without a mark, lines end with LF, the same bytes for the same case.
public final class CaseWriter {
    private CaseWriter() {}

    /// The files of the case by path within its folder, `datapackage.json` among them.
    public static SortedMap<String, String> texts(CaseFile file) {
        SortedMap<String, String> texts = new TreeMap<>();
        RawCase raw = file.raw();
        texts.put(CaseSchema.HEADER, raw.header());
        Map<String, List<String>> heads = new TreeMap<>();
        raw.tables().forEach((name, table) -> {
            List<Integer> columns = columns(table);
            if (!columns.isEmpty()) {
                texts.put(name + ".csv", CsvText.write(table, columns));
                heads.put(name, columns.stream().map(table.head()::get).toList());
            }
        });
        raw.scenarios().forEach((id, text) -> texts.put("scenarios/" + id + ".yaml", text));
        texts.putAll(raw.others());
        texts.put("datapackage.json", DataPackage.json(file.header(), heads));
        return texts;
    }

    /// The same files with a byte-order mark before each table, by which spreadsheets know on a double click that
    /// they are UTF-8. Without one a Japanese Excel takes them for Shift_JIS; with one, programs that do not expect
    /// it see a first column of another name: so it is written only when it is asked for.
    public static SortedMap<String, String> marked(Map<String, String> texts) {
        SortedMap<String, String> marked = new TreeMap<>();
        texts.forEach((path, text) -> marked.put(path, path.endsWith(".csv") ? "\uFEFF" + text : text));
        return marked;
    }

    /// Writes the files into a new or empty folder; all of them or none.
    public static Outcome<Path> write(CaseFile file, Path folder) throws IOException {
        try (Draft to = Draft.newFolder(folder)) {
            return write(texts(file), to);
        }
    }

    /// Writes texts by path within the folder, such as those of [org.genryu.casefile.form.CaseTemplates], and puts
    /// them in place.
    public static Outcome<Path> write(Map<String, String> texts, Draft to) throws IOException {
        CaseFindings faults = new CaseFindings();
        texts.keySet().stream().sorted().filter(path -> !isSafe(path)).forEach(faults::badPath);
        if (faults.errors() > 0) {
            return Outcome.failed(faults.all());
        }
        for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
            to.write(text.getKey(), text.getValue());
        }
        to.commit();
        return Outcome.of(to.shown());
    }

    /// `places.csv`, `scenarios/stop-2027.yaml`: no way out of the folder, no hidden file, one folder deep.
    private static boolean isSafe(String path) {
        return path.matches("([\\p{L}\\p{N}_-]+/)?[\\p{L}\\p{N}_-][\\p{L}\\p{N}_. -]*\\.(csv|yaml|json)");
    }

    private static List<Integer> columns(RawTable table) {
        Optional<CaseSchema.TableSpec> spec = CaseSchema.current().table(table.name());
        List<Integer> kept = new ArrayList<>();
        for (int column = 0; column < table.width(); column++) {
            Optional<CaseSchema.ColumnSpec> known = columnOf(spec, table, column);
            if (known.isEmpty() || saysMore(known.get(), table, column)) {
                kept.add(column);
            }
        }
        return kept;
    }

    private static Optional<CaseSchema.ColumnSpec> columnOf(
            Optional<CaseSchema.TableSpec> spec, RawTable table, int column) {
        return spec.flatMap(s -> s.column(table.head().get(column)));
    }

    /// Whether any cell says something else than the default.
    private static boolean saysMore(CaseSchema.ColumnSpec spec, RawTable table, int column) {
        if (spec.required() || spec.kind() == CaseSchema.Kind.ID) {
            return true;
        }
        for (int row = 0; row < table.rows(); row++) {
            if (!table.blank(row, column) && !isStandard(spec, table.trimmed(row, column))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStandard(CaseSchema.ColumnSpec spec, String cell) {
        if (spec.standard().isEmpty()) {
            return false;
        }
        return cell.equals(spec.standard())
                || (spec.kind() == CaseSchema.Kind.NUMBER
                        && spec.standardNumber()
                                .filter(x -> x == PlainNumbers.parse(cell.toCharArray(), 0, cell.length()))
                                .isPresent());
    }
}
