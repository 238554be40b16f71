package org.genryu.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What is run and what must hold, read from two tables.
///
/// @param runs in the order in which they take turns
/// @param goals in the order of the printed table
public record Plan(List<Run> runs, List<Goal> goals) {

    /// @param runs text of a CSV: suite, sizes, run, record, command
    /// @param goals text of a CSV: goal, suite, sizes, ours, other, rule, most, aim
    public static Plan of(String runs, String goals) {
        return new Plan(rows(runs, Plan::run), rows(goals, Plan::goal));
    }

    private static Run run(NamedCsvRecord row) {
        return new Run(
                row.getField("suite"),
                sizes(row.getField("sizes")),
                row.getField("run"),
                row.getField("command"),
                row.getField("record"));
    }

    private static Goal goal(NamedCsvRecord row) {
        return new Goal(
                row.getField("goal"),
                row.getField("suite"),
                sizes(row.getField("sizes")),
                Goal.Figure.of(row.getField("ours")),
                Goal.Figure.of(row.getField("other")),
                Goal.Rule.valueOf(row.getField("rule")),
                Double.parseDouble(row.getField("most")),
                Double.parseDouble(row.getField("aim")));
    }

    private static <T> List<T> rows(String csv, Function<NamedCsvRecord, T> reading) {
        List<T> out = new ArrayList<>();
        CsvReader.builder().ofNamedCsvRecord(csv).forEach(row -> out.add(reading.apply(row)));
        return List.copyOf(out);
    }

    private static List<Size> sizes(String words) {
        return Stream.of(words.split(" ")).map(Size::valueOf).toList();
    }

    /// The suites in the order of their first run.
    public List<String> suites() {
        return runs.stream().map(Run::suite).distinct().toList();
    }

    /// The runs of a suite at a size.
    public List<Run> runs(String suite, Size size) {
        return runs.stream()
                .filter(run -> run.suite().equals(suite) && run.sizes().contains(size))
                .toList();
    }

    /// The goals of a suite at a size.
    public List<Goal> goals(String suite, Size size) {
        return goals.stream()
                .filter(goal -> goal.suite().equals(suite) && goal.sizes().contains(size))
                .toList();
    }
}
