package org.genryu.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.BalanceResult;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.casefile.Scenario;
import org.genryu.cli.console.Arguments;
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
import org.genryu.report.brief.GameBrief;
import org.genryu.results.JsonDocument;
import org.genryu.results.ResultFolder;
import org.genryu.results.RunManifest;
import org.genryu.results.stress.GameTables;
import org.genryu.stress.game.Equilibria;
import org.genryu.stress.game.GameAccount;
import org.genryu.study.GameStudy;
import org.genryu.study.StressStudy;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu game`: our measures against their moves, and where both settle.
public final class GameCommand implements Command {
    @Override
    public String name() {
        return "game";
    }

    @Override
    public Text summary() {
        return new Text(
                "Our measures against their moves: where both settle, what a threat is worth.",
                "自陣営の対策と相手側の手：どこに落ち着き、脅しの価値はいくらか。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Every pair of choices is gone through month by month; doing nothing is a choice of both. Ours are
                scenarios with measures, theirs scenarios with events.

                Examples:
                  genryu game mine --ours reserve,floor --theirs ban,dumping
                  genryu game mine --ours reserve --theirs ban,quota --out game""", """
                手の組をすべて月ごとに計算します。何もしないことも両者の手です。自陣営の手は対策のシナリオ、
                相手側の手は事象のシナリオです。

                例:
                  genryu game mine --ours reserve,floor --theirs ban,dumping
                  genryu game mine --ours reserve --theirs ban,quota --out game""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.theCase("1", Text.same("")));
        spec.addOption(
                words.option("--ours", "ID,…", new Text("Scenarios that we may choose.", "自陣営が選べるシナリオ。")).toBuilder()
                        .required(true)
                        .build());
        spec.addOption(
                words
                        .option("--theirs", "ID,…", new Text("Scenarios that they may choose.", "相手側が選べるシナリオ。"))
                        .toBuilder()
                        .required(true)
                        .build());
        spec.addOption(words.flag(
                "--uncalibrated",
                new Text(
                        "Take costs and capacities alone; do not reproduce the observed base year.",
                        "観測された基準年に合わせず、費用と能力だけで計算します。")));
        spec.addOption(words.out());
        spec.addOption(words.timeLimit());
    }

    @Override
    public boolean solves(CommandCall call) {
        return true;
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        Optional<Draft> to = call.claim(ResultFolder.GAME);
        Outcome<CaseFile> read = CaseSource.read(call);
        if (read.clean().isEmpty()) {
            return new CommandResult.BadInput(read.findings());
        }
        CaseFile file = read.clean().get();
        Outcome<List<Scenario>> ours = named(call, file, "--ours");
        Outcome<List<Scenario>> theirs = named(call, file, "--theirs");
        if (ours.clean().isEmpty() || theirs.clean().isEmpty()) {
            return new CommandResult.BadInput(StressStudy.joined(ours.findings(), theirs.findings()));
        }
        if (file.header().home().isEmpty() || file.header().rival().isEmpty()) {
            return new CommandResult.BadInput(List.of(sides()));
        }
        Outcome<StressStudy.Ready> ready =
                StressStudy.calm(file, InForce.of(file), call.solved(), StressCommand.options(call), call.progress());
        List<Finding> findings = StressStudy.joined(read.findings(), ready.findings());
        if (ready.clean().isEmpty()) {
            return new CommandResult.BadInput(findings);
        }
        return switch (ready.clean().get()) {
            case StressStudy.NoCalm(BalanceResult verdict) -> StressCommand.noCalm(verdict);
            case StressStudy.Calm calm -> {
                Outcome<GameStudy.Played> played =
                        GameStudy.of(calm, ours.clean().get(), theirs.clean().get(), call.progress());
                List<Finding> all = StressStudy.joined(findings, played.findings());
                Optional<GameAccount> game = played.clean().flatMap(GameStudy.Played::game);
                yield game.isPresent() ? told(call, file, game.get(), all, to) : StressCommand.unproved(false);
            }
        };
    }

    private static Finding sides() {
        return Finding.error(
                new Place("case.yaml", 0, "rival"),
                new Text("The case", "ケース"),
                new Text("names no home or no rival; a game needs both sides.", "に home か rival がありません。ゲームには両者が必要です。"),
                new Text("`home: [JP]` and `rival: [CN]` are meant.", "`home: [JP]` と `rival: [CN]` のように書いてください。"));
    }

    private static Outcome<List<Scenario>> named(CommandCall call, CaseFile file, String option) {
        List<String> words = RunPipeline.listed(call, option);
        if (words.isEmpty() || words.size() >= Equilibria.MOST) {
            throw new Arguments.Misuse(new Text(
                    option + " names " + words.size() + " scenarios; it must name 1 to " + (Equilibria.MOST - 1) + ".",
                    option + " のシナリオが" + words.size() + "件です。1〜" + (Equilibria.MOST - 1) + "件でなければなりません。"));
        }
        List<Scenario> all = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String word : words) {
            Outcome<Scenario> one = StressStudy.scenario(file, word);
            findings.addAll(one.findings());
            one.clean().ifPresent(all::add);
        }
        return all.size() == words.size() ? Outcome.of(all, findings) : Outcome.failed(findings);
    }

    private static CommandResult told(
            CommandCall call, CaseFile file, GameAccount game, List<Finding> findings, Optional<Draft> to)
            throws IOException {
        GameTables tables = new GameTables(game);
        if (to.isPresent()) {
            tables.write(to.get());
            RunManifest.write(to.get(), game, findings, file, ProgramVersion.current());
            to.get().commit();
        }
        call.remarks(findings.stream().filter(RunPipeline::isRemark).toList());
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("status", "solved");
                json.number("value", game.told().ourValue());
                json.number("their_value", game.told().theirValue());
                tables.all().forEach(json::table);
                json.findings("findings", findings);
            }
        } else {
            GameBrief brief = new GameBrief(
                    game, file.header().title().in(call.lang()), file.header().currency(), call.lang());
            BriefRows.screen(brief.brief(), List.of(), call.lang()).forEach(call::line);
        }
        return new CommandResult.Done();
    }
}
