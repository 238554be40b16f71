package org.genryu.cli.brief;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.explain.PublishedComparison;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.read.CaseReader;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.command.FuturesOfStress;
import org.genryu.cli.command.RunPipeline;
import org.genryu.cli.command.StressCommand;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.report.brief.StressBrief;
import org.genryu.report.print.Helps;
import org.genryu.report.print.Permalink;
import org.genryu.report.print.StressHandout;
import org.genryu.results.Citations;
import org.genryu.results.ground.Grounds;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.backtest.BacktestAccount;
import org.genryu.stress.damage.DamageAccount;
import org.genryu.stress.future.FutureAccount;
import org.genryu.study.AnswerStudy;
import org.genryu.study.BacktestStudy;
import org.genryu.study.DamageStudy;
import org.genryu.study.StressFutures;
import org.genryu.study.StressStudy;

/// `genryu brief --scenario`: the months of a scenario on two pages.
record BriefOfScenario(BriefPages pages) {
    private static final List<String> OPTIONS =
            List.of(BriefCommand.SCENARIO, "--with", "--futures", "--seed", "--within");

    /// What was asked beside the scenario; read before any work is done, so that a wrong number costs no time.
    record Question(Optional<StressFutures.Question> futures) {
        static Question of(CommandCall call) {
            return new Question(FuturesOfStress.asked(call).map(FuturesOfStress::question));
        }
    }

    CommandResult answer(Question question) throws IOException {
        CommandCall call = pages.call();
        CaseFile file = pages.file();
        Outcome<Scenario> named =
                StressStudy.scenario(file, call.option(BriefCommand.SCENARIO).orElseThrow());
        if (named.clean().isEmpty()) {
            return bad(named.findings());
        }
        Outcome<Scenario> asked = StressStudy.with(file, named.clean().get(), RunPipeline.listed(call, "--with"));
        if (asked.clean().isEmpty()) {
            return bad(asked.findings());
        }
        Scenario scenario = asked.clean().get();
        Outcome<StressStudy.Ready> ready = StressStudy.calm(
                file, StressStudy.before(file, scenario), call.solved(), StressCommand.options(call), call.progress());
        if (ready.clean().isEmpty()) {
            return bad(ready.findings());
        }
        return switch (ready.clean().get()) {
            case StressStudy.NoCalm(BalanceResult verdict) -> StressCommand.noCalm(verdict);
            case StressStudy.Calm calm -> under(calm, scenario, question, ready.findings());
        };
    }

    private CommandResult bad(List<Finding> findings) {
        return new CommandResult.BadInput(StressStudy.joined(pages.before(), findings));
    }

    private CommandResult under(StressStudy.Calm calm, Scenario scenario, Question question, List<Finding> before)
            throws IOException {
        pages.call().progress().begin(new Text("going through the months", "月ごとに計算中"));
        Outcome<StressStudy.Result> outcome = calm.under(scenario);
        List<Finding> findings = StressStudy.joined(before, outcome.findings());
        if (outcome.clean().isEmpty()) {
            return bad(findings);
        }
        return switch (outcome.clean().get()) {
            case StressStudy.Result.NoMonth _ -> StressCommand.unproved(false);
            case StressStudy.Result.Told(StressAccount account) -> {
                Optional<Outcome<StressFutures>> futures =
                        question.futures().map(one -> StressFutures.of(calm, scenario, one));
                yield futures.isPresent() && futures.get().clean().isEmpty()
                        ? bad(StressStudy.joined(findings, futures.get().findings()))
                        : told(
                                calm,
                                account,
                                futures.flatMap(Outcome::clean)
                                        .map(all -> all.all(pages.call().progress())),
                                findings);
            }
        };
    }

    private CommandResult told(
            StressStudy.Calm calm, StressAccount account, Optional<FutureAccount> futures, List<Finding> findings)
            throws IOException {
        CommandCall call = pages.call();
        DamageAccount damage = DamageStudy.of(calm.file(), account);
        StressHandout.Known known = new StressHandout.Known(
                account,
                new StressBrief.Told(calm.file(), account, Optional.empty(), Optional.of(damage)),
                damage,
                helps(calm, account),
                Grounds.of(account, Citations.of(calm.file())),
                PublishedComparison.of(calm.balance()),
                tried(),
                futures);
        Permalink again = pages.permalink("stress", OPTIONS);
        boolean whole = account.answer().refused().isEmpty();
        pages.tell(StressHandout.of(known, again, call.lang()), whole ? "solved" : "stopped", findings);
        return whole ? new CommandResult.Done() : StressCommand.unproved(true);
    }

    private Helps helps(StressStudy.Calm calm, StressAccount account) {
        CommandCall call = pages.call();
        Scenario scenario = account.answer().scenario();
        if (!scenario.measures().isEmpty()) {
            return calm.measures(account, call.solved(), call.progress())
                    .<Helps>map(Helps.Own::new)
                    .orElseGet(Helps.Untold::new);
        }
        List<Helps.Answer> answers = new ArrayList<>();
        AnswerStudy.against(calm, scenario, call.progress())
                .forEach((answer, with) -> answers.add(new Helps.Answer(answer, with)));
        return new Helps.Shelf(answers);
    }

    /// The built-in episodes, told again; empty if one of them cannot be.
    private Optional<BacktestAccount> tried() {
        CommandCall call = pages.call();
        List<CaseFile> files = BuiltInCases.backTests().stream()
                .flatMap(id -> CaseReader.readText(BuiltInCases.files(id)).clean().stream())
                .toList();
        return BacktestStudy.of(files, call.solved(), BalanceOptions.DEFAULT, call.progress())
                .clean();
    }
}
