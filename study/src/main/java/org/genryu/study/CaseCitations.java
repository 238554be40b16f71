package org.genryu.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.ExchangeRates;
import org.genryu.casefile.form.RawTable;
import org.genryu.report.Run;

/// Where do the numbers of a case come from? Its sources with the rows that cite them, what is assumed, and what is
/// not verified.
final class CaseCitations {
    /// Id of the source that marks an assumption; its reason is the row's note.
    private static final String ASSUMPTION = "assumption";

    /// Part of the id of sources whose figures nobody has checked.
    private static final String UNVERIFIED = "unverified";

    private CaseCitations() {}

    static Run.Evidence of(CaseFile file) {
        Map<String, Integer> cited = new HashMap<>();
        List<Run.Assumption> assumptions = new ArrayList<>();
        List<Run.Assumption> unverified = new ArrayList<>();
        Map<String, String> behind = new HashMap<>();
        file.raw().names().forEach(name -> {
            RawTable table = Optional.ofNullable(file.raw().tables().get(name)).orElseThrow();
            int source = table.column("source").orElse(-1);
            int note = table.column("note").orElse(-1);
            for (int row = 0; source >= 0 && !name.equals("sources") && row < table.rows(); row++) {
                behind.putIfAbsent(name + " " + table.cell(row, 0).strip(), table.cell(row, source));
                for (String id : table.cell(row, source).split(";")) {
                    String key = id.strip();
                    if (!key.isEmpty()) {
                        cited.merge(key, 1, Integer::sum);
                    }
                    String reason = note < 0 ? "" : table.cell(row, note).strip();
                    if (key.equals(ASSUMPTION)) {
                        assumptions.add(
                                new Run.Assumption(name, table.cell(row, 0).strip(), reason));
                    } else if (key.contains(UNVERIFIED)) {
                        unverified.add(
                                new Run.Assumption(name, table.cell(row, 0).strip(), reason));
                    }
                }
            }
        });
        for (ExchangeRates.Rate rate : file.header().exchange().rates()) {
            String id = "exchange " + rate.from();
            behind.put("case " + id, rate.source());
            if (rate.source().isEmpty() || rate.source().equals(ASSUMPTION)) {
                assumptions.add(new Run.Assumption("case", id, rate.note()));
            } else {
                cited.merge(rate.source(), 1, Integer::sum);
                if (rate.source().contains(UNVERIFIED)) {
                    unverified.add(new Run.Assumption("case", id, rate.note()));
                }
            }
        }
        return new Run.Evidence(sources(file, cited), assumptions, unverified, behind);
    }

    private static List<Run.Source> sources(CaseFile file, Map<String, Integer> cited) {
        List<Run.Source> sources = new ArrayList<>();
        RawTable table = file.raw().tables().get("sources");
        if (table == null) {
            return sources;
        }
        for (int row = 0; row < table.rows(); row++) {
            String id = cell(table, row, "source");
            sources.add(new Run.Source(
                    id,
                    cell(table, row, "title"),
                    cell(table, row, "publisher"),
                    cell(table, row, "date"),
                    cell(table, row, "url"),
                    cell(table, row, "reliability"),
                    cell(table, row, "credibility"),
                    cited.getOrDefault(id, 0)));
        }
        return sources;
    }

    private static String cell(RawTable table, int row, String column) {
        return table.column(column).map(at -> table.cell(row, at).strip()).orElse("");
    }
}
