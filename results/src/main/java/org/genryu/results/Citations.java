package org.genryu.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.ExchangeRates;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.casefile.schema.CaseSchema.TableSpec;

/// Where do the numbers of a case come from? Reads its sources with the rows that cite them, what is assumed, and what
/// is not verified.
public final class Citations {
    /// Id of the source that marks an assumption; its reason is the row's note.
    private static final String ASSUMPTION = "assumption";

    /// Part of the id of sources whose figures nobody has checked.
    private static final String UNVERIFIED = "unverified";

    private final Map<String, Integer> rowsOf = new HashMap<>();
    private final List<Evidence.Marked> assumptions = new ArrayList<>();
    private final List<Evidence.Marked> unverified = new ArrayList<>();
    private final Map<RowId, List<String>> cited = new LinkedHashMap<>();

    private Citations() {}

    public static Evidence of(CaseFile file) {
        Citations citations = new Citations();
        for (TableSpec spec : CaseSchema.current().tables().values()) {
            RawTable table = file.raw().tables().get(spec.name());
            if (table != null && !spec.name().equals("sources")) {
                citations.table(spec, table);
            }
        }
        for (ExchangeRates.Rate rate : file.header().exchange().rates()) {
            String source = rate.source().isEmpty() ? ASSUMPTION : rate.source();
            citations.row(new RowId("case", "exchange " + rate.from()), source, rate.note());
        }
        return new Evidence(citations.sources(file), citations.assumptions, citations.unverified, citations.cited);
    }

    private void table(TableSpec spec, RawTable table) {
        Optional<Integer> source = table.column("source");
        Optional<Integer> note = table.column("note");
        for (int row = 0; source.isPresent() && row < table.rows(); row++) {
            int at = row;
            row(
                    RowId.of(spec, table, row),
                    table.cell(row, source.get()),
                    note.map(column -> table.cell(at, column).strip()).orElse(""));
        }
    }

    private void row(RowId row, String sources, String note) {
        List<String> ids = Stream.of(sources.split(";"))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        cited.merge(
                row,
                ids,
                (a, b) -> Stream.concat(a.stream(), b.stream()).distinct().toList());
        for (String id : ids) {
            rowsOf.merge(id, 1, Integer::sum);
            if (id.equals(ASSUMPTION)) {
                assumptions.add(new Evidence.Marked(row, note));
            } else if (id.contains(UNVERIFIED)) {
                unverified.add(new Evidence.Marked(row, note));
            }
        }
    }

    private List<Evidence.Source> sources(CaseFile file) {
        RawTable table = file.raw().tables().get("sources");
        List<Evidence.Source> sources = new ArrayList<>();
        for (int row = 0; table != null && row < table.rows(); row++) {
            String id = cell(Objects.requireNonNull(table), row, "source");
            sources.add(new Evidence.Source(
                    id,
                    cell(table, row, "title"),
                    cell(table, row, "publisher"),
                    cell(table, row, "date"),
                    cell(table, row, "url"),
                    cell(table, row, "reliability"),
                    cell(table, row, "credibility"),
                    rowsOf.getOrDefault(id, 0)));
        }
        return sources;
    }

    private static String cell(RawTable table, int row, String column) {
        return table.column(column).map(at -> table.cell(row, at).strip()).orElse("");
    }
}
