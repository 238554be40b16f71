package org.genryu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.bench.BenchGoal.Figure;

/// The result of one suite at one size as Markdown: first what must hold, then what was measured.
final class BenchTable {
    /// Figures that are worth a look in the second table, in this order.
    private static final List<String> SHOWN = List.of(
            "process_s",
            "process_cpu_s",
            "overhead_s",
            "read_s",
            "load_s",
            "resolve_s",
            "network_s",
            "build_s",
            "model_s",
            "hand_over_s",
            "solver_s",
            "rest_s",
            "handed_cpu_s",
            "cpu_s",
            "ms_a_scenario",
            "solver_ms_a_scenario",
            "cpu_ms_a_scenario",
            "first_line_s",
            "rss_mib",
            "objective",
            "mean");

    private BenchTable() {}

    static List<String> of(
            String suite,
            BenchSize size,
            Map<String, Map<String, BenchSpread>> measured,
            List<BenchGoal> goals,
            Map<String, String> broken) {
        List<String> out = new ArrayList<>(List.of("", "## %s, %s".formatted(suite, size), ""));
        if (!goals.isEmpty()) {
            out.add("| must hold | ours | other | compared | goal | aim | verdict |");
            out.add("| --- | --- | --- | --- | --- | --- | --- |");
            goals.forEach(goal -> out.add(row(goal, measured)));
            out.add("");
        }
        List<String> columns = SHOWN.stream()
                .filter(name -> measured.values().stream().anyMatch(run -> run.containsKey(name)))
                .toList();
        out.add("| run | " + String.join(" | ", columns) + " |");
        out.add("| --- |" + " --- |".repeat(columns.size()));
        measured.forEach((run, figures) -> out.add("| " + run + " | "
                + String.join(
                        " | ",
                        columns.stream()
                                .map(name -> Optional.ofNullable(figures.get(name))
                                        .map(BenchSpread::text)
                                        .orElse(""))
                                .toList())
                + " |"));
        broken.forEach((run, reason) -> out.add("\nLeft out: " + run + " (" + reason + ")"));
        return out;
    }

    static String row(BenchGoal goal, Map<String, Map<String, BenchSpread>> measured) {
        Optional<BenchSpread> ours = find(goal.ours(), measured);
        Optional<BenchSpread> other = goal.rule() == BenchGoal.Rule.MOST ? ours : find(goal.other(), measured);
        if (ours.isEmpty() || other.isEmpty()) {
            return "| %s | %s | %s |  | %s | %s | not measured |"
                    .formatted(goal.name(), text(ours), text(other), goal.most(), goal.aim());
        }
        double value = goal.compare(ours.get(), other.get());
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        goal.name(),
                        text(ours),
                        goal.rule() == BenchGoal.Rule.MOST ? "" : text(other),
                        BenchSpread.number(value),
                        BenchSpread.number(goal.most()),
                        BenchSpread.number(goal.aim()),
                        goal.judge(value).words());
    }

    private static String text(Optional<BenchSpread> spread) {
        return spread.map(BenchSpread::text).orElse("");
    }

    private static Optional<BenchSpread> find(Figure figure, Map<String, Map<String, BenchSpread>> measured) {
        return Optional.ofNullable(measured.getOrDefault(figure.run(), Map.of()).get(figure.name()));
    }
}
