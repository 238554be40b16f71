package org.genryu.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.Scenario;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.results.JsonDocument;
import org.genryu.results.ResultFolder;
import org.genryu.results.RunResult;
import org.genryu.stress.shelf.Shelf;
import org.genryu.study.ShelfStudy;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu run`: the whole chain on a case.
public final class RunCommand implements Command {
    @Override
    public String name() {
        return "run";
    }

    @Override
    public Text summary() {
        return new Text(
                "The main job: the whole chain on a case; result tables and report.html in the folder --out (by default out).",
                "主な仕事。ケースについて一連の計算を行い、結果の表と report.html を --out のフォルダ(既定は out)に書きます。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Examples:
                  genryu run                              the built-in case alliance
                  genryu run mine --out mine-out          your own case
                  genryu run --shelf                      with what every scenario comes to
                  genryu run alliance --scenario ID       under a scenario of the case""", """
                例:
                  genryu run                              組み込みケース alliance
                  genryu run mine --out mine-out          自分のケース
                  genryu run --shelf                      全シナリオの結果を付ける
                  genryu run alliance --scenario ID       ケースのシナリオを適用""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.theCase("0..1", new Text(" By default alliance.", "省略時は alliance。")));
        spec.addOption(words.flag(
                "--shelf",
                new Text(
                        "Go through every scenario of the case month by month; one table of them on the first page.",
                        "ケースの全シナリオを月ごとに計算し、最初のページの一つの表に示します。")));
        RunPipeline.describe(spec, words);
    }

    @Override
    public boolean solves(CommandCall call) {
        return true;
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        if (call.option("--scenario").isPresent() || call.option("--without").isPresent()) {
            call.without(new Text("a run without --scenario and --without", "--scenario・--without のない実行"), "--shelf");
        }
        Draft to = call.claim(call.option("--out").orElse("out"), ResultFolder.FILES);
        RunPipeline chain = new RunPipeline(call).compared().valued();
        Outcome<CaseFile> read = chain.read();
        if (read.clean().isEmpty()) {
            return new CommandResult.BadInput(read.findings());
        }
        Outcome<RunResult> answered = chain.answerWithTies(read.clean().get(), read.findings());
        if (answered.value().isEmpty()) {
            return new CommandResult.BadInput(answered.findings());
        }
        RunResult found = shelved(call, read.clean().get(), answered.value().get());
        Optional<RunResult> written = RunPipeline.write(call, to, found, RunPipeline.Besides.EXPOSURE_AND_PAGE);
        RunResult run = written.orElse(found);
        if (run.balance().isPresent()) {
            say(call, run, written.map(_ -> to));
        }
        return written.isPresent() ? RunPipeline.ending(run) : RunPipeline.notWritten(to);
    }

    /// With what the scenarios of the case come to: all where it is asked for, else those that are kept. A run of a
    /// scenario, or without what happened, is another question.
    private static RunResult shelved(CommandCall call, CaseFile file, RunResult run) {
        List<Scenario> scenarios = ShelfStudy.scenarios(file);
        if (run.balance().isEmpty()
                || scenarios.isEmpty()
                || call.option("--scenario").isPresent()
                || call.option("--without").isPresent()) {
            return run;
        }
        ShelfStudy study = new ShelfStudy(file, call.solved(), StressCommand.options(call));
        if (!call.flag("--shelf")) {
            return run.with(study.kept(scenarios));
        }
        return study.told(scenarios, call.progress())
                .clean()
                .map(result -> switch (result) {
                    case ShelfStudy.Result.Told(Shelf shelf, var _) -> run.with(shelf);
                    case ShelfStudy.Result.NoCalm _ -> run;
                })
                .orElse(run);
    }

    /// @param whole the files that were written; empty if they were not
    private static void say(CommandCall call, RunResult run, Optional<Draft> whole) {
        call.remarks(run.allFindings().stream().filter(RunPipeline::isRemark).toList());
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.status(run);
                run.balance().ifPresent(balance -> BalanceSummary.sums(json, balance));
                json.text("out", whole.map(to -> to.shown().toString()).orElse(""));
                json.texts(
                        "files",
                        whole.map(to -> List.copyOf(to.files().keySet())).orElse(List.of()));
                json.findings("findings", run.allFindings());
                json.part("seconds", () -> run.seconds().forEach(json::number));
            }
            return;
        }
        run.balance()
                .ifPresent(balance -> new BalanceSummary(run, balance, call.lang())
                        .lines(RunPipeline.next(call), whole.map(RunCommand::page))
                        .forEach(call::line));
    }

    private static Text page(Draft whole) {
        Path page = whole.shown().resolve("report.html");
        return new Text(
                "Read %s in a browser; the tables are beside it.".formatted(page),
                "ブラウザで %s をご覧ください。結果の表も同じフォルダにあります。".formatted(page));
    }
}
