package org.genryu.cli.trace;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.genryu.balance.origin.Substance;
import org.genryu.balance.origin.Trace;
import org.genryu.casefile.SupplyCase;
import org.genryu.report.Run;

/// The rows of the case that the trace rests on: processes, routes and contents that hold what is traced.
///
/// @param assumed how many of them are marked so, as `unverified`
/// @param reasons notes of the assumed and unverified rows, the most frequent first
record TraceEvidence(int rows, int assumed, int unverified, List<String> reasons) {
    private static final int MOST = 5;

    static TraceEvidence of(Run run, TraceCommand.Asked asked) {
        Set<String> used = new HashSet<>();
        for (Trace trace : asked.traces()) {
            used(run.supply(), trace.substance(), used);
        }
        return new TraceEvidence(
                used.size(),
                marked(run.evidence().assumptions(), used),
                marked(run.evidence().unverified(), used),
                reasons(run.evidence(), used));
    }

    private static int marked(List<Run.Assumption> rows, Set<String> used) {
        return (int) rows.stream()
                .map(row -> row.table() + "/" + row.id())
                .filter(used::contains)
                .distinct()
                .count();
    }

    private static List<String> reasons(Run.Evidence evidence, Set<String> used) {
        Map<String, Integer> count = new LinkedHashMap<>();
        Stream.concat(evidence.assumptions().stream(), evidence.unverified().stream())
                .filter(row -> used.contains(row.table() + "/" + row.id()))
                .forEach(row -> count.merge(row.note(), 1, Integer::sum));
        count.remove("");
        return count.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue()))
                .limit(MOST)
                .map(entry -> "%s (%s)".formatted(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void used(SupplyCase supply, Substance substance, Set<String> used) {
        SupplyCase.Recipes recipes = supply.industry().recipes();
        SupplyCase.Processes processes = supply.industry().processes();
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                if (substance.isIn(recipes.commodity()[line])) {
                    used.add("processes/" + processes.ids().id(p));
                }
            }
        }
        SupplyCase.Routes routes = supply.routes();
        for (int l = 0; l < routes.size(); l++) {
            if (substance.isIn(routes.commodity()[l])) {
                used.add("routes/" + routes.ids().id(routes.route()[l]));
            }
        }
        for (int c = 0; c < supply.world().commodities().size(); c++) {
            if (substance.isElement() && substance.isIn(c)) {
                used.add("contents/" + supply.world().commodities().ids().id(c));
            }
        }
    }
}
