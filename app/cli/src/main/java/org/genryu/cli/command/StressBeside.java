package org.genryu.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ChangeLog;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.ProgramVersion;
import org.genryu.core.ContentHash;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.report.brief.ShelfWords;
import org.genryu.report.stress.ShelfPage;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.PageMark;
import org.genryu.results.JsonDocument;
import org.genryu.results.RunManifest;
import org.genryu.results.ShelfTable;
import org.genryu.stress.shelf.Shelf;
import org.genryu.study.ShelfStudy;
import org.genryu.study.StressStudy;

/// `genryu stress --scenario A,B,...`: several scenarios side by side, what each changes and what comes of it.
final class StressBeside {
    private static final Text PLACE = new Text("one scenario", "一つのシナリオ");
    private static final int HEAD = 17;
    private static final int COLUMNS = 4;

    private StressBeside() {}

    /// What is asked for: one scenario by its id or title, or several, joined by commas.
    static Outcome<List<Scenario>> asked(CommandCall call, CaseFile file) {
        String words = call.option("--scenario").orElseThrow();
        Outcome<Scenario> one = StressStudy.scenario(file, words);
        List<String> names = RunPipeline.listed(call, "--scenario");
        if (one.clean().isPresent() || names.size() < 2) {
            return one.map(List::of);
        }
        List<Scenario> all = new ArrayList<>();
        List<Finding> wrong = new ArrayList<>();
        for (String name : names) {
            Outcome<Scenario> found = StressStudy.scenario(file, name);
            wrong.addAll(found.findings());
            found.clean().filter(scenario -> !all.contains(scenario)).ifPresent(all::add);
        }
        return wrong.isEmpty() ? Outcome.of(all) : Outcome.failed(wrong);
    }

    static CommandResult answer(
            CommandCall call, CaseFile file, List<Scenario> scenarios, List<Finding> before, Optional<Draft> to)
            throws IOException {
        call.without(PLACE, "--measures", StressCommand.ASSUMPTIONS);
        for (String option : List.of("--with", "--futures")) {
            if (call.option(option).isPresent()) {
                throw new Arguments.Misuse(new Text(
                        option + " has no effect here; it is for one scenario.",
                        option + " はここでは効きません。一つのシナリオのためのものです。"));
            }
        }
        return answer(call, file, scenarios, List.of(), before, to);
    }

    /// The events of a scenario alone, its measures alone, and both.
    static CommandResult apart(CommandCall call, CaseFile file, Scenario both, List<Finding> before, Optional<Draft> to)
            throws IOException {
        call.without(PLACE, "--measures", StressCommand.ASSUMPTIONS);
        Text thing = new Text("Scenario '" + both.id() + "'", "シナリオ「" + both.id() + "」");
        if (both.events().isEmpty() || both.measures().isEmpty()) {
            return new CommandResult.BadInput(List.of(Finding.error(
                    Finding.Place.of(both.file()),
                    thing,
                    both.events().isEmpty()
                            ? new Text("has no events to be told apart.", "には分けて示す事象がありません。")
                            : new Text("has no measures to be told apart.", "には分けて示す対策がありません。"),
                    new Text("--with adds measures to it.", "--with で対策を加えられます。"))));
        }
        List<Scenario> parts = List.of(
                part(both, both.id() + " events", new Text("events alone", "事象のみ"), both.events()),
                part(both, both.id() + " measures", new Text("measures alone", "対策のみ"), both.measures()),
                call.option("--with").isEmpty()
                        ? both
                        : part(
                                both,
                                both.id() + " + " + call.option("--with").get(),
                                new Text("both", "両方"),
                                both.actions()));
        List<ChangeLog.Entry> log = CaseResolver.resolve(file, Optional.of(both))
                .clean()
                .<List<ChangeLog.Entry>>map(ResolvedCase::log)
                .orElse(List.of());
        return answer(call, file, parts, log, before, to);
    }

    /// A part names itself by what it holds, since what comes of it is kept under its name.
    private static Scenario part(Scenario of, String id, Text title, List<Scenario.Action> actions) {
        String words =
                actions.stream().map(one -> one.file() + ":" + one.line()).collect(Collectors.joining(" "));
        return new Scenario(
                id + " " + ContentHash.of(List.of(words)).substring(0, 8),
                new Text(of.title().en() + ", " + title.en(), of.title().ja() + "（" + title.ja() + "）"),
                of.file(),
                of.start(),
                of.months(),
                of.foresight(),
                actions);
    }

    /// @param log of a scenario told in parts; empty for scenarios of their own
    private static CommandResult answer(
            CommandCall call,
            CaseFile file,
            List<Scenario> scenarios,
            List<ChangeLog.Entry> log,
            List<Finding> before,
            Optional<Draft> to)
            throws IOException {
        Outcome<ShelfStudy.Result> told =
                new ShelfStudy(file, call.solved(), StressCommand.options(call)).told(scenarios, call.progress());
        Optional<SupplyCase> of = CaseResolver.resolve(file).clean().map(ResolvedCase::supply);
        if (told.clean().isEmpty() || of.isEmpty()) {
            return new CommandResult.BadInput(StressStudy.joined(before, told.findings()));
        }
        return switch (told.clean().get()) {
            case ShelfStudy.Result.NoCalm(var verdict) -> StressCommand.noCalm(verdict);
            case ShelfStudy.Result.Told(Shelf shelf, var findings) ->
                told(call, file, new Beside(of.get(), shelf, log), StressStudy.joined(before, findings), to);
        };
    }

    /// @param log of a scenario told in parts; empty for scenarios of their own
    private record Beside(SupplyCase of, Shelf shelf, List<ChangeLog.Entry> log) {
        String page(CommandCall call, Lang lang, PageMark mark) {
            return call.flag(StressCommand.APART) && shelf.told().size() == 3
                    ? ShelfPage.apart(shelf, log, of, lang, mark)
                    : ShelfPage.of(shelf, of, lang, mark);
        }
    }

    private static CommandResult told(
            CommandCall call, CaseFile file, Beside told, List<Finding> findings, Optional<Draft> to)
            throws IOException {
        SupplyCase of = told.of();
        Shelf shelf = told.shelf();
        if (to.isPresent()) {
            ShelfTable.of(shelf, of).csv(to.get());
            PageMark mark = new PageMark(ProgramVersion.current(), file.label());
            call.page(to.get(), lang -> told.page(call, lang, mark));
            RunManifest.write(to.get(), shelf, findings, file, ProgramVersion.current());
            to.get().commit();
        }
        call.remarks(findings.stream().filter(RunPipeline::isRemark).toList());
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("status", shelf.whole() ? "solved" : "stopped");
                json.table(ShelfTable.of(shelf, of));
                json.findings("findings", findings);
            }
        } else {
            rows(new ShelfWords(of, call.lang()).beside(shelf)).forEach(call::line);
            String named = call.parameter(0).orElse(BuiltInCases.DEFAULT);
            BriefRows.beside(
                            new Text("Next", "次に").in(call.lang()),
                            BriefRows.command(
                                    "genryu stress " + named + " --scenario "
                                            + shelf.entries()
                                                    .getFirst()
                                                    .scenario()
                                                    .id(),
                                    new Text("one of them, month by month", "そのうち一つを月ごとに").in(call.lang())))
                    .forEach(call::line);
        }
        return shelf.whole() ? new CommandResult.Done() : StressCommand.unproved(true);
    }

    /// A table as text, so many columns beside one another.
    private static List<String> rows(FigureTable table) {
        List<String> rows = new ArrayList<>();
        List<String> heads = table.columns();
        for (int from = 1; from < heads.size(); from += COLUMNS) {
            int until = Math.min(heads.size(), from + COLUMNS);
            if (from > 1) {
                rows.add("");
            }
            row(rows, "", heads.subList(from, until));
            for (List<FigureTable.Cell> cells : table.rows()) {
                row(
                        rows,
                        cells.getFirst().shown(),
                        cells.subList(from, until).stream()
                                .map(FigureTable.Cell::shown)
                                .toList());
            }
        }
        return rows;
    }

    private static void row(List<String> rows, String head, List<String> cells) {
        int room = (BriefRows.WIDTH - HEAD) / cells.size() - 2;
        List<List<String>> wrapped = new ArrayList<>();
        wrapped.add(BriefRows.wrapped(head, HEAD - 2, Integer.MAX_VALUE));
        cells.forEach(cell -> wrapped.add(BriefRows.wrapped(cell, room, Integer.MAX_VALUE)));
        int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
        for (int k = 0; k < height; k++) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < wrapped.size(); c++) {
                String text = k < wrapped.get(c).size() ? wrapped.get(c).get(k) : "";
                int width = (c == 0 ? HEAD - 2 : room) + 2;
                line.append(text).append(" ".repeat(Math.max(1, width - BriefRows.width(text))));
            }
            rows.add(line.toString().stripTrailing());
        }
    }
}
