package org.genryu.results;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.genryu.balance.origin.Substance;
import org.genryu.balance.origin.Trace;
import org.genryu.casefile.SupplyCase;

/// Which rows of the case does a result rest on, and how many of them are assumed?
///
/// A result about some commodities rests on the processes, routes and contents that hold them; nearer than
/// that nobody can say, since all of them compete.
///
/// @param rows all of them, in the order of the tables
/// @param assumed how many of them are marked so, as `unverified`
/// @param reasons notes of the assumed and unverified rows, the most frequent first, each with its count
public record Resting(Set<RowId> rows, int assumed, int unverified, List<String> reasons) {
    private static final int MOST = 5;

    /// Of what was traced.
    public static Resting of(RunResult run, List<Trace> traces) {
        Set<RowId> rows = new LinkedHashSet<>();
        for (Trace trace : traces) {
            rows.addAll(holding(run.supply(), trace.substance()));
        }
        return of(run.evidence(), rows);
    }

    /// Of some rows.
    public static Resting of(Evidence evidence, Set<RowId> rows) {
        return new Resting(rows, evidence.assumed(rows), evidence.unverified(rows), reasons(evidence, rows));
    }

    private static List<String> reasons(Evidence evidence, Set<RowId> rows) {
        Map<String, Integer> count = new LinkedHashMap<>();
        evidence.marks(rows).forEach(mark -> count.merge(mark.note(), 1, Integer::sum));
        count.remove("");
        return count.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue()))
                .limit(MOST)
                .map(entry -> "%s (%s)".formatted(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Set<RowId> holding(SupplyCase supply, Substance substance) {
        Set<RowId> rows = new LinkedHashSet<>();
        SupplyCase.Recipes recipes = supply.industry().recipes();
        SupplyCase.Processes processes = supply.industry().processes();
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            if (IntStream.range(recipes.first()[recipe], recipes.first()[recipe + 1])
                    .anyMatch(line -> substance.isIn(recipes.commodity()[line]))) {
                rows.add(new RowId("processes", processes.ids().id(p)));
            }
        }
        SupplyCase.Routes routes = supply.routes();
        for (int lane = 0; lane < routes.size(); lane++) {
            if (substance.isIn(routes.commodity()[lane])) {
                rows.add(new RowId("routes", routes.ids().id(routes.route()[lane])));
            }
        }
        for (int c = 0; c < supply.world().commodities().size() && substance.isElement(); c++) {
            if (substance.isIn(c)) {
                rows.add(
                        new RowId("contents", supply.world().commodities().ids().id(c) + "/" + substance.element()));
            }
        }
        return rows;
    }
}
