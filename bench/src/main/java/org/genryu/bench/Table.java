package org.genryu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.bench.Goal.Figure;

/// The result of one suite at one size as Markdown: first what must hold, then what was measured.
final class Table {
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

    private Table() {}

    static List<String> of(
            String suite,
            Size size,
            Map<String, Map<String, Spread>> measured,
            List<Goal> goals,
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
                                        .map(Spread::text)
                                        .orElse(""))
                                .toList())
                + " |"));
        broken.forEach((run, reason) -> out.add("\nLeft out: " + run + " (" + reason + ")"));
        return out;
    }

    static String row(Goal goal, Map<String, Map<String, Spread>> measured) {
        Optional<Spread> ours = find(goal.ours(), measured);
        Optional<Spread> other = goal.rule() == Goal.Rule.MOST ? ours : find(goal.other(), measured);
        if (ours.isEmpty() || other.isEmpty()) {
            return "| %s | %s | %s |  | %s | %s | not measured |"
                    .formatted(goal.name(), text(ours), text(other), goal.most(), goal.aim());
        }
        double value = goal.compare(ours.get(), other.get());
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        goal.name(),
                        text(ours),
                        goal.rule() == Goal.Rule.MOST ? "" : text(other),
                        Spread.number(value),
                        Spread.number(goal.most()),
                        Spread.number(goal.aim()),
                        goal.judge(value).words());
    }

    private static String text(Optional<Spread> spread) {
        return spread.map(Spread::text).orElse("");
    }

    private static Optional<Spread> find(Figure figure, Map<String, Map<String, Spread>> measured) {
        return Optional.ofNullable(measured.getOrDefault(figure.run(), Map.of()).get(figure.name()));
    }
}
