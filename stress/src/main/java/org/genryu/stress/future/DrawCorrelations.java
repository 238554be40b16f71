package org.genryu.stress.future;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.resolve.UncertainCell;
import org.genryu.core.Finding;
import org.genryu.core.Text;
import org.genryu.core.name.NearestNames;
import org.genryu.core.number.Correlation;

/// Which draws of a question go together? Those that a row of the case's table `correlations` names: numbers as
/// `table/row/column`, and when an event of the scenario begins or ends as `events/<scenario>/<k>/hazard` or `/ends`,
/// k from 1. A row that names an event of another scenario is for that one; one that names a number which nothing here
/// draws ties nothing, and is told.
///
/// @param pairs by what the draws are called
public record DrawCorrelations(List<Correlation.Pair> pairs, List<Finding> findings) {
    private static final String TABLE = "correlations";
    private static final String EVENTS = "events/";

    public DrawCorrelations {
        pairs = List.copyOf(pairs);
        findings = List.copyOf(findings);
    }

    /// @param cells that are drawn
    public static DrawCorrelations of(CaseFile file, Scenario scenario, List<UncertainCell> cells) {
        Map<String, String> streams = new TreeMap<>();
        cells.forEach(cell -> streams.put(FutureDraws.stream(cell), FutureDraws.stream(cell)));
        String mine = EVENTS + Scenario.id(scenario.file()) + "/";
        for (int k = 0; k < scenario.actions().size(); k++) {
            for (String word : List.of(EventDraws.HAZARD, EventDraws.ENDS)) {
                if (scenario.actions().get(k).number(word).isPresent()) {
                    streams.put(mine + (k + 1) + "/" + word, EventDraws.stream(k, word));
                }
            }
        }
        CaseTable table = file.table(TABLE);
        List<Correlation.Pair> pairs = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<String> both = new ArrayList<>();
            boolean elsewhere = false;
            for (String column : List.of("number", "with")) {
                String name = table.words(column)[row];
                Optional.ofNullable(streams.get(name)).ifPresent(both::add);
                elsewhere |= name.startsWith(EVENTS) && !name.startsWith(mine);
            }
            if (both.size() == 2) {
                pairs.add(new Correlation.Pair(
                        both.get(0), both.get(1), table.numbers("rank").values()[row]));
            } else if (!elsewhere) {
                for (String column : List.of("number", "with")) {
                    String name = table.words(column)[row];
                    if (!streams.containsKey(name)) {
                        findings.add(undrawn(table, row, column, name, streams));
                    }
                }
            }
        }
        return new DrawCorrelations(pairs, findings);
    }

    private static Finding undrawn(CaseTable table, int row, String column, String name, Map<String, String> streams) {
        return Finding.warning(
                new Finding.Place(table.raw().file(), table.raw().line(row), column),
                new Text("Correlation of '" + name + "'", "「" + name + "」の相関"),
                new Text(
                        "no number of that name is drawn under this scenario; the row ties nothing here.",
                        "このシナリオの未来では、その名の数値は引かれません。この行は働きません。"),
                NearestNames.cure(name, streams.keySet())
                        .orElse(new Text(
                                "what is drawn stands in the table of what moves the loss (--out).",
                                "引かれる数値は、損失を動かす数値の表（--out）にあります。")));
    }

    /// What is worth telling where the correlations cannot all hold.
    public static Optional<Finding> repaired(CaseFile file, double repair) {
        return repair > 1e-3
                ? Optional.of(Finding.warning(
                        Finding.Place.of(file.table(TABLE).raw().file()),
                        new Text("Correlations", "相関"),
                        new Text(
                                "they contradict each other; the nearest possible ones are drawn, up to "
                                        + String.format(java.util.Locale.ROOT, "%.2f", repair) + " away.",
                                "互いに両立しません。最も近い両立する値で引きます（最大の差 " + String.format(java.util.Locale.ROOT, "%.2f", repair)
                                        + "）。"),
                        new Text("one of them is too strong.", "強すぎる相関を弱めてください。")))
                : Optional.empty();
    }
}
