package org.genryu.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.genryu.casefile.Scenario;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.cli.console.ProgramVersion;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.report.brief.FutureBrief;
import org.genryu.results.JsonDocument;
import org.genryu.results.RunManifest;
import org.genryu.results.StressTables;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.future.FutureAccount;
import org.genryu.study.StressFutures;
import org.genryu.study.StressStudy;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu stress --futures`: many futures of a scenario, or one of them alone.
final class FuturesOfStress {
    private static final int MOST = 1_000_000;
    private static final int MOST_WORKERS = 256;

    private final StressFutures.Question question;
    private final OptionalInt alone;

    private FuturesOfStress(StressFutures.Question question, OptionalInt alone) {
        this.question = question;
        this.alone = alone;
    }

    static void describe(CommandSpec spec, HelpOptions words) {
        spec.addOption(words.option(
                "--futures",
                "N",
                new Text(
                        "Go through N futures of the numbers that the case writes with a range.",
                        "ケースが幅で書いた数値を引いて N 通りの未来をたどります。")));
        spec.addOption(words.option(
                "--future",
                "K",
                new Text("Of these N futures go through number K alone, from 0.", "N 通りのうち K 番(0から)だけをたどります。")));
        spec.addOption(words.option("--seed", "S", new Text("Seed of the draws; 1 without it.", "乱数のシード。指定がなければ 1。")));
        spec.addOption(words.option(
                "--within",
                "SHARE",
                new Text(
                        "End when the mean loss at home is known to within this share of it, such as 2%.",
                        "自国側の平均損失の誤差がこの割合(例 2%)に収まれば終えます。")));
        spec.addOption(words.option(
                "--workers", "W", new Text("Futures side by side; 2 without it.", "同時にたどる未来の数。指定がなければ 2。")));
    }

    /// What was asked; empty without `--futures`.
    static Optional<FuturesOfStress> asked(CommandCall call) {
        Optional<String> count = call.option("--futures");
        for (String name : List.of("--future", "--seed", "--within", "--workers")) {
            if (count.isEmpty() && call.option(name).isPresent()) {
                throw new Arguments.Misuse(new Text(
                        name + " needs --futures: it says something of futures.", name + " には --futures が要ります。"));
            }
        }
        if (count.isEmpty()) {
            return Optional.empty();
        }
        Text why = new Text("nobody could wait for more", "それ以上は待てません");
        int futures = Arguments.whole("--futures", count.get(), 1, MOST, why);
        long seed = call.option("--seed")
                .map(text -> Arguments.whole("--seed", text, 0))
                .orElse(1L);
        int workers = call.option("--workers")
                .map(text -> Arguments.whole(
                        "--workers", text, 1, MOST_WORKERS, new Text("more would only cost memory", "増やしてもメモリを使うだけです")))
                .orElse(2);
        Optional<Double> within = call.option("--within").map(text -> Arguments.share("--within", text));
        Optional<Integer> alone = call.option("--future")
                .map(text -> Arguments.whole(
                        "--future", text, 0, futures - 1, new Text("futures are numbered from 0", "未来の番号は0からです")));
        return Optional.of(new FuturesOfStress(
                new StressFutures.Question(
                        futures, seed, workers, within.map(OptionalDouble::of).orElseGet(OptionalDouble::empty)),
                alone.map(OptionalInt::of).orElseGet(OptionalInt::empty)));
    }

    CommandResult answer(
            CommandCall call, StressStudy.Calm calm, Scenario scenario, List<Finding> before, Optional<Draft> to)
            throws IOException {
        Outcome<StressFutures> ready = StressFutures.of(calm, scenario, question);
        if (ready.clean().isEmpty()) {
            return new CommandResult.BadInput(StressStudy.joined(before, ready.findings()));
        }
        StressFutures futures = ready.clean().get();
        List<Finding> findings = StressStudy.joined(before, futures.findings());
        if (alone.isPresent()) {
            Optional<StressAccount> one = futures.one(alone.getAsInt());
            return one.isPresent()
                    ? StressCommand.told(call, calm, one.get(), Optional.empty(), findings, to)
                    : StressCommand.unproved(false);
        }
        FutureAccount account = futures.all(call.progress());
        StressTables.Futures tables = new StressTables.Futures(account, futures.clock(), scenario.id());
        if (to.isPresent()) {
            tables.write(to.get());
            RunManifest.write(to.get(), account, scenario.id(), findings, calm.file(), ProgramVersion.current());
            to.get().commit();
        }
        call.remarks(findings.stream().filter(RunPipeline::isRemark).toList());
        boolean all = account.told() == account.rows().size();
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("status", all ? "solved" : "stopped");
                json.text("scenario", scenario.id());
                tables.all().forEach(json::table);
                json.findings("findings", findings);
            }
        } else {
            String again = "genryu stress " + call.parameter(0).orElse(BuiltInCases.DEFAULT) + " --scenario "
                    + scenario.id() + " --futures " + question.futures() + " --seed " + question.seed() + " --future 0";
            List<String> next = BriefRows.beside(
                    new Text("Next", "次に").in(call.lang()),
                    BriefRows.command(again, new Text("one of them alone", "そのうち1つだけ").in(call.lang())));
            BriefRows.screen(new FutureBrief(account, scenario.title(), call.lang()).brief(), next, call.lang())
                    .forEach(call::line);
        }
        return all ? new CommandResult.Done() : StressCommand.unproved(true);
    }
}
