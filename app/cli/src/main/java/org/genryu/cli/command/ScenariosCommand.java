package org.genryu.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.genryu.balance.BalanceResult;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.casefile.Scenario;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.report.brief.StressBrief;
import org.genryu.results.JsonDocument;
import org.genryu.solve.SolverSession;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.month.StressClock;
import org.genryu.study.StressStudy;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu scenarios`: which scenarios a case has, what happens in each, and with `--told` what it comes to.
public final class ScenariosCommand implements Command {
    @Override
    public String name() {
        return "scenarios";
    }

    @Override
    public Text summary() {
        return new Text("Lists the scenarios of a case with what each does.", "ケースのシナリオと、それぞれの内容を一覧します。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                With --told each is gone through month by month, and the sentence on top of it is told.

                Examples:
                  genryu scenarios
                  genryu scenarios mine --told""", """
                --told を付けると、それぞれを月ごとに計算し、その先頭の一文を示します。

                例:
                  genryu scenarios
                  genryu scenarios mine --told""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.theCase("0..1", Text.same("")));
        spec.addOption(
                words.flag("--told", new Text("Go through each and tell its first sentence.", "それぞれを計算し、先頭の一文を示します。")));
        spec.addOption(words.flag(
                "--uncalibrated",
                new Text(
                        "Take costs and capacities alone; do not reproduce the observed base year.",
                        "観測された基準年に合わせず、費用と能力だけで計算します。")));
        spec.addOption(words.timeLimit());
    }

    /// What a scenario comes to.
    private record Told(Scenario scenario, Optional<StressAccount> account) {}

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        Outcome<CaseFile> read = CaseSource.read(call);
        if (read.clean().isEmpty()) {
            return new CommandResult.BadInput(read.findings());
        }
        CaseFile file = read.clean().get();
        List<Told> all = new ArrayList<>();
        if (call.flag("--told")) {
            SolverSession.prepare();
            Map<List<String>, StressStudy.Calm> calms = new HashMap<>();
            for (Scenario one : StressStudy.sorted(file)) {
                InForce before = StressStudy.before(file, one);
                if (!calms.containsKey(before.left())) {
                    Outcome<StressStudy.Ready> ready =
                            StressStudy.calm(file, before, call.solved(), StressCommand.options(call), call.progress());
                    if (ready.clean().isEmpty()) {
                        return new CommandResult.BadInput(StressStudy.joined(read.findings(), ready.findings()));
                    }
                    switch (ready.clean().get()) {
                        case StressStudy.NoCalm(BalanceResult verdict) -> {
                            return StressCommand.noCalm(verdict);
                        }
                        case StressStudy.Calm calm -> calms.put(before.left(), calm);
                    }
                }
                call.progress().begin(one.title());
                all.add(new Told(
                        one, Objects.requireNonNull(calms.get(before.left())).told(one)));
            }
        } else {
            StressStudy.sorted(file).forEach(one -> all.add(new Told(one, Optional.empty())));
        }
        say(call, file, all);
        return new CommandResult.Done();
    }

    private static void say(CommandCall call, CaseFile file, List<Told> all) {
        Lang lang = call.lang();
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.rows(
                        "scenarios",
                        () -> all.forEach(one -> json.row(() -> {
                            json.text("id", one.scenario().id())
                                    .text("title", one.scenario().title().in(lang))
                                    .text("does", does(one.scenario(), lang));
                            one.account()
                                    .ifPresent(account -> json.number("cost", account.cost())
                                            .text("told", StressBrief.headline(account, lang)));
                        })));
            }
            return;
        }
        if (all.isEmpty()) {
            call.line(new Text(
                            "The case has no scenarios; a file scenarios/ID.yaml is one.",
                            "シナリオがありません。scenarios/ID.yaml がシナリオになります。")
                    .in(lang));
            return;
        }
        List<String> rows = new ArrayList<>();
        for (Told one : all) {
            rows.add(one.scenario().id() + ": " + one.scenario().title().in(lang));
            rows.add("    " + span(file, one.scenario(), lang) + "; " + does(one.scenario(), lang));
            one.account().ifPresent(account -> rows.add("    " + StressBrief.headline(account, lang)));
        }
        String named = call.parameter(0).orElse(BuiltInCases.DEFAULT);
        rows.forEach(call::line);
        BriefRows.beside(
                        new Text("Next", "次に").in(lang),
                        BriefRows.command(
                                "genryu stress " + named + " --scenario "
                                        + all.getFirst().scenario().id(),
                                new Text("month by month", "月ごとに").in(lang)))
                .forEach(call::line);
    }

    private static String span(CaseFile file, Scenario one, Lang lang) {
        StressClock clock = StressStudy.clock(file, one);
        int end = clock.first() + clock.months() - 1;
        String until = NumberText.month(end, lang);
        return lang == Lang.EN
                ? NumberText.month(clock.first(), lang) + " to " + until
                : NumberText.month(clock.first(), lang) + "〜" + until;
    }

    /// Shapes of its events and measures.
    private static String does(Scenario one, Lang lang) {
        List<String> shapes = one.actions().stream()
                .map(action -> action.shape().word().in(lang))
                .distinct()
                .toList();
        return shapes.isEmpty()
                ? new Text("nothing happens", "何も起きない").in(lang)
                : String.join(lang == Lang.EN ? ", " : "・", shapes);
    }
}
