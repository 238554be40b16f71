package org.genryu.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.cli.console.Arguments;
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
import picocli.CommandLine.Model.CommandSpec;

/// `genryu balance`: flows, activities, prices, shortages, stocks.
public final class BalanceCommand implements Command {
    @Override
    public String name() {
        return "balance";
    }

    @Override
    public Text summary() {
        return new Text(
                "Finds the cheapest flows that cover demand, and the prices that prove it.",
                "需要を満たす最も安い流れと、それを裏づける価格を求めます。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                The price of a commodity at a place is what one more unit wanted there would cost. Where the
                observed base year is given, it is reproduced first.

                Examples:
                  genryu balance alliance
                  genryu balance mine --scenario stop-2027 --out stop
                  genryu balance mine --uncalibrated --json > answer.json""", """
                ある地点での品目の価格とは、そこで需要が1単位増えたときの費用の増加分です。
                基準年の観測値があれば、まずそれを再現します。

                例:
                  genryu balance alliance
                  genryu balance mine --scenario stop-2027 --out stop
                  genryu balance mine --uncalibrated --json > answer.json""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.theCase("1", Text.same("")));
        RunPipeline.describe(spec, words);
        spec.addOption(words.flag(
                "--exposure",
                new Text(
                        "With --out: also write exposure.csv (who stands behind what every place has), as run does.",
                        "--out とともに。exposure.csv(各地の品目の由来)も、run と同じように書き出します。")));
    }

    @Override
    public boolean solves(CommandCall call) {
        return true;
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        RunPipeline.Besides besides =
                call.flag("--exposure") ? RunPipeline.Besides.EXPOSURE : RunPipeline.Besides.NOTHING;
        if (besides != RunPipeline.Besides.NOTHING && call.option("--out").isEmpty()) {
            throw new Arguments.Misuse(new Text(
                    "--exposure writes a file; name the folder with --out.",
                    "--exposure はファイルを書き出します。--out でフォルダを指定してください。"));
        }
        Optional<Draft> to = call.claim(ResultFolder.FILES);
        Outcome<RunResult> answered = RunPipeline.answer(call);
        if (answered.value().isEmpty()) {
            return new CommandResult.BadInput(answered.findings());
        }
        RunResult run = answered.value().get();
        Optional<RunResult> written =
                to.isPresent() ? RunPipeline.write(call, to.get(), run, besides) : Optional.of(run);
        run = written.orElse(run);
        Optional<Balance> balance = run.balance();
        if (balance.isPresent()) {
            say(call, run, new BalanceSummary(run, balance.get(), call.lang()));
        }
        return written.isPresent() ? RunPipeline.ending(run) : RunPipeline.notWritten(to.orElseThrow());
    }

    private static Text tables(CommandCall call) {
        return call.option("--out")
                .map(out -> new Text("All rows are in %s.".formatted(out), "すべての行は %s にあります。".formatted(out)))
                .orElseGet(() -> new Text("`--out DIR` writes all rows as tables.", "`--out DIR` ですべての行を表に書き出します。"));
    }

    private static void say(CommandCall call, RunResult run, BalanceSummary answers) {
        call.remarks(run.allFindings().stream().filter(RunPipeline::isRemark).toList());
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.status(run);
                answers.json(json);
                json.findings("findings", run.allFindings());
                json.part("seconds", () -> run.seconds().forEach(json::number));
            }
        } else {
            answers.lines(RunPipeline.next(call), Optional.of(tables(call))).forEach(call::line);
        }
    }
}
