package org.genryu.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.read.CaseReader;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.cli.console.ProgramVersion;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.report.brief.BacktestBrief;
import org.genryu.results.JsonDocument;
import org.genryu.results.ResultFolder;
import org.genryu.results.RunManifest;
import org.genryu.results.stress.BacktestTables;
import org.genryu.stress.backtest.BacktestAccount;
import org.genryu.study.BacktestStudy;
import org.genryu.study.StressStudy;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu backtest`: episodes of the past told again by the months, against two forecasts that need no model.
public final class BacktestCommand implements Command {
    @Override
    public String name() {
        return "backtest";
    }

    @Override
    public Text summary() {
        return new Text("Tells what happened in the past again, and how near it comes.", "過去の出来事を計算し直し、実績との近さを示します。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                An episode is a case with the world before the event, a scenario with the measure, and the tables
                episodes and observed. Without a case the built-in ones are told: 2010 to 2025.

                Examples:
                  genryu backtest
                  genryu backtest --out told
                  genryu backtest my-episode --json""", """
                出来事とは、事象前の世界、措置を書いたシナリオ、表 episodes と observed からなるケースです。
                ケースを指定しなければ、組み込みの2010年から2025年の出来事を計算します。

                例:
                  genryu backtest
                  genryu backtest --out told
                  genryu backtest my-episode --json""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.theCase("0..1", Text.same("")));
        spec.addOption(words.out());
        spec.addOption(words.timeLimit());
    }

    @Override
    public boolean solves(CommandCall call) {
        return true;
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        Optional<Draft> to = call.claim(ResultFolder.BACKTEST);
        List<Finding> findings = new ArrayList<>();
        List<CaseFile> files = new ArrayList<>();
        for (Outcome<CaseFile> read : read(call)) {
            findings.addAll(read.findings());
            if (read.clean().isEmpty()) {
                return new CommandResult.BadInput(findings);
            }
            files.add(read.clean().get());
        }
        if (files.stream().noneMatch(file -> file.table("episodes").rows() > 0)) {
            findings.add(Finding.error(
                    Place.of("episodes.csv"),
                    new Text("The case", "ケース"),
                    new Text("has no episode; a back-test needs one.", "に出来事がありません。バックテストには一つ以上必要です。"),
                    new Text(
                            "the tables episodes and observed say what was counted and under which scenario.",
                            "表 episodes と observed に、何をどのシナリオの下で数えたかを書いてください。")));
            return new CommandResult.BadInput(findings);
        }
        Outcome<BacktestAccount> outcome =
                BacktestStudy.of(files, call.solved(), BalanceOptions.DEFAULT, call.progress());
        List<Finding> all = StressStudy.joined(findings, outcome.findings());
        if (outcome.clean().isEmpty()) {
            return new CommandResult.BadInput(all);
        }
        return told(call, outcome.clean().get(), all, to);
    }

    private static List<Outcome<CaseFile>> read(CommandCall call) throws IOException {
        if (call.parameter(0).isPresent()) {
            return List.of(CaseSource.read(call));
        }
        return BuiltInCases.backTests().stream()
                .map(id -> CaseReader.readText(BuiltInCases.files(id)))
                .toList();
    }

    private static CommandResult told(
            CommandCall call, BacktestAccount account, List<Finding> findings, Optional<Draft> to) throws IOException {
        BacktestTables tables = new BacktestTables(account);
        if (to.isPresent()) {
            tables.write(to.get());
            RunManifest.write(to.get(), account, findings, ProgramVersion.current());
            to.get().commit();
        }
        call.remarks(findings.stream().filter(RunPipeline::isRemark).toList());
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("status", account.untold().isEmpty() ? "solved" : "stopped");
                json.number("better", account.better());
                tables.all().forEach(json::table);
                json.findings("findings", findings);
            }
        } else {
            BriefRows.screen(new BacktestBrief(account, call.lang()).brief(), List.of(), call.lang())
                    .forEach(call::line);
        }
        return account.untold().isEmpty() ? new CommandResult.Done() : StressCommand.unproved(true);
    }
}
