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
public record BenchPlan(List<BenchRun> runs, List<BenchGoal> goals) {

    /// @param runs text of a CSV: suite, sizes, run, record, command
    /// @param goals text of a CSV: goal, suite, sizes, ours, other, rule, most, aim
    public static BenchPlan of(String runs, String goals) {
        return new BenchPlan(rows(runs, BenchPlan::run), rows(goals, BenchPlan::goal));
    }

    private static BenchRun run(NamedCsvRecord row) {
        return new BenchRun(
                row.getField("suite"),
                sizes(row.getField("sizes")),
                row.getField("run"),
                row.getField("command"),
                row.getField("record"));
    }

    private static BenchGoal goal(NamedCsvRecord row) {
        return new BenchGoal(
                row.getField("goal"),
                row.getField("suite"),
                sizes(row.getField("sizes")),
                BenchGoal.Figure.of(row.getField("ours")),
                BenchGoal.Figure.of(row.getField("other")),
                BenchGoal.Rule.valueOf(row.getField("rule")),
                Double.parseDouble(row.getField("most")),
                Double.parseDouble(row.getField("aim")));
    }

    private static <T> List<T> rows(String csv, Function<NamedCsvRecord, T> reading) {
        List<T> out = new ArrayList<>();
        CsvReader.builder().ofNamedCsvRecord(csv).forEach(row -> out.add(reading.apply(row)));
        return List.copyOf(out);
    }

    private static List<BenchSize> sizes(String words) {
        return Stream.of(words.split(" ")).map(BenchSize::valueOf).toList();
    }

    /// The suites in the order of their first run.
    public List<String> suites() {
        return runs.stream().map(BenchRun::suite).distinct().toList();
    }

    /// The runs of a suite at a size.
    public List<BenchRun> runs(String suite, BenchSize size) {
        return runs.stream()
                .filter(run -> run.suite().equals(suite) && run.sizes().contains(size))
                .toList();
    }

    /// The goals of a suite at a size.
    public List<BenchGoal> goals(String suite, BenchSize size) {
        return goals.stream()
                .filter(goal -> goal.suite().equals(suite) && goal.sizes().contains(size))
                .toList();
    }
}
