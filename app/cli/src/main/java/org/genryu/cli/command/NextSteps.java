package org.genryu.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.brief.Brief;
import org.genryu.report.brief.Brief.Line;
import org.genryu.results.RunResult;

/// What can be typed next? Commands that work as they stand, with the names of this case.
///
/// @param named the case as it was typed
/// @param options that belong to every question of this run, such as `--uncalibrated`
record NextSteps(String named, List<String> options, Lang lang) {
    static final Text NEXT = new Text("Next", "次に");
    private static final Text BASE = new Text("the base case", "基準ケース");
    private static final Text BEHIND = new Text("who stands behind it", "背後にいる国");
    private static final Text SHELF = new Text("what every scenario comes to", "全シナリオの結果");
    private static final Text ALSO = new Text("more scenarios: ", "ほかのシナリオ：");

    /// @param more a last row, such as where the files are
    List<String> after(RunResult run, Brief brief, Optional<Text> more) {
        List<String> rows = new ArrayList<>();
        boolean base = run.beside().title().isEmpty();
        if (base) {
            scenarios(rows, run.beside().scenarios());
            if (!run.shelf().entries().isEmpty() && run.shelf().told().isEmpty()) {
                rows.addAll(command("run", " --shelf", SHELF));
            }
        } else {
            rows.addAll(command("run", "", BASE));
        }
        brief.traced()
                .ifPresent(goods -> rows.addAll(command(
                        "trace",
                        (base ? "" : " --scenario " + BriefRows.word(run.facts().scenario()))
                                + goods(run.supply(), goods),
                        BEHIND)));
        more.ifPresent(text -> rows.add(BriefRows.row(text.in(lang))));
        return BriefRows.beside(NEXT.in(lang), rows);
    }

    private void scenarios(List<String> rows, List<RunResult.Prepared> all) {
        if (all.isEmpty()) {
            return;
        }
        rows.addAll(command(
                "run",
                " --scenario " + BriefRows.word(all.getFirst().id()),
                all.getFirst().title()));
        if (all.size() > 1) {
            List<String> others =
                    all.stream().skip(1).map(RunResult.Prepared::id).collect(Collectors.toCollection(ArrayList::new));
            others.set(0, ALSO.in(lang) + others.getFirst());
            rows.addAll(BriefRows.line(new Line(others, others.size(), 1), 1, lang));
        }
    }

    private static String goods(SupplyCase supply, Brief.Goods goods) {
        return " --place " + BriefRows.word(supply.world().places().ids().id(goods.place())) + " --commodity "
                + BriefRows.word(supply.world().commodities().ids().id(goods.commodity()));
    }

    private List<String> command(String name, String rest, Text what) {
        String own =
                options.stream().map(option -> " " + BriefRows.word(option)).collect(Collectors.joining());
        return BriefRows.command("genryu " + name + " " + BriefRows.word(named) + rest + own, what.in(lang));
    }
}
