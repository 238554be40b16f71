package org.genryu.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.ServiceLoader;
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
import org.genryu.report.stress.FuturePage;
import org.genryu.report.stress.SwingLines;
import org.genryu.report.write.PageMark;
import org.genryu.results.JsonDocument;
import org.genryu.results.RunManifest;
import org.genryu.results.StressTables;
import org.genryu.results.stress.SwingTable;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.future.FutureAccount;
import org.genryu.stress.future.Tornado;
import org.genryu.study.FutureCluster;
import org.genryu.study.FutureErrand;
import org.genryu.study.StressFutures;
import org.genryu.study.StressStudy;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu stress --futures`: many futures of a scenario, or one of them alone.
public final class FuturesOfStress {
    private static final int MOST = 1_000_000;
    private static final int MOST_WORKERS = 256;
    private static final String TORNADO = "--tornado";
    private static final String ENGINE = "--engine";
    private static final String MASTER = "--master";

    private enum Engine {
        LOCAL,
        SPARK
    }

    private final StressFutures.Question question;
    private final OptionalInt alone;

    private FuturesOfStress(StressFutures.Question question, OptionalInt alone) {
        this.question = question;
        this.alone = alone;
    }

    static void describe(CommandSpec spec, HelpOptions words) {
        describeCount(spec, words);
        spec.addOption(words.option(
                "--future",
                "K",
                new Text("Of these N futures go through number K alone, from 0.", "N 通りのうち K 番(0から)だけをたどります。")));
        spec.addOption(words.flag(
                TORNADO,
                new Text(
                        "Instead change one number at a time, from its low to its high end.",
                        "代わりに、数値を一つずつ低い端から高い端まで変えます。")));
        spec.addOption(words.option(
                ENGINE,
                "local|spark",
                new Text(
                        "Who goes through the futures: this program (local) or Apache Spark; the answer is the same.",
                        "未来をたどる仕組み。このプログラム(local)か Apache Spark。答えは同じです。")));
        spec.addOption(words.option(
                MASTER,
                "URL",
                new Text(
                        "Spark's master, such as spark://host:7077; without it threads of this machine.",
                        "Spark のマスター(例 spark://host:7077)。なければこの計算機のスレッドです。")));
    }

    /// How many, drawn how.
    public static void describeCount(CommandSpec spec, HelpOptions words) {
        spec.addOption(words.option(
                "--futures",
                "N",
                new Text(
                        "Go through N futures of the numbers that the case writes with a range and of how fast things answer.",
                        "ケースが幅で書いた数値と応答の速さを引いて N 通りの未来をたどります。")));
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
    public static Optional<FuturesOfStress> asked(CommandCall call) {
        Optional<String> count = call.option("--futures");
        for (String name : List.of("--future", "--seed", "--within", "--workers")) {
            if (count.isEmpty() && call.option(name).isPresent()) {
                throw new Arguments.Misuse(new Text(
                        name + " needs --futures: it says something of futures.", name + " には --futures が要ります。"));
            }
        }
        if (call.flag(TORNADO) && count.isPresent()) {
            throw new Arguments.Misuse(new Text(
                    TORNADO + " and --futures are two questions: one number at a time, or all together.",
                    TORNADO + " と --futures は別の問いです（一つずつか、すべて同時か）。"));
        }
        refuseEngine(call, count.isPresent());
        if (call.flag(TORNADO)) {
            return Optional.of(new FuturesOfStress(
                    new StressFutures.Question(1, 1, 1, OptionalDouble.empty()), OptionalInt.empty()));
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

    private static void refuseEngine(CommandCall call, boolean many) {
        if (call.option(MASTER).isPresent() && engine(call) == Engine.LOCAL) {
            throw new Arguments.Misuse(new Text(
                    MASTER + " needs --engine spark: it is where Spark takes work.",
                    MASTER + " には --engine spark が要ります。"));
        }
        if (call.option(ENGINE).isPresent() && (!many || call.option("--future").isPresent())) {
            throw new Arguments.Misuse(new Text(
                    ENGINE + " needs --futures without --future: one of them alone is gone through here.",
                    ENGINE + " には --futures が要り、--future とは併用できません(1つだけならここでたどります)。"));
        }
    }

    private static Engine engine(CommandCall call) {
        return call.option(ENGINE)
                .map(text -> Arguments.choice(ENGINE, text, Engine.class))
                .orElse(Engine.LOCAL);
    }

    public StressFutures.Question question() {
        return question;
    }

    /// All of them, gone through where it was asked for.
    private FutureAccount all(CommandCall call, StressFutures futures, FutureErrand errand) {
        return switch (engine(call)) {
            case LOCAL -> futures.all(call.progress());
            case SPARK -> {
                FutureCluster cluster = ServiceLoader.load(FutureCluster.class)
                        .findFirst()
                        .orElseThrow(() -> new FutureCluster.Unavailable(new Text(
                                "Apache Spark is not in this program. The launcher of the sources adds it where the"
                                        + " line says --engine spark; a bundle has none. --engine local goes through"
                                        + " the same futures.",
                                "このプログラムには Apache Spark がありません。ソースのランチャは --engine spark と書けば加えます"
                                        + "(バンドルにはありません)。--engine local で同じ未来をたどれます。")));
                call.progress().begin(new Text("waiting for Spark", "Spark の応答を待っています"));
                try (FutureCluster.Connection there =
                        cluster.connect(errand, call.option(MASTER), question.workers())) {
                    yield futures.all(there, call.progress());
                }
            }
        };
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
        if (call.flag(TORNADO)) {
            return tornado(call, calm, futures, findings, to);
        }
        FutureErrand errand = FutureErrand.of(
                calm.file(), scenario, RunPipeline.listed(call, "--with"), StressCommand.options(call), question);
        FutureAccount account = all(call, futures, errand);
        StressTables.Futures tables = new StressTables.Futures(account, futures.clock(), scenario.id());
        if (to.isPresent()) {
            tables.write(to.get());
            FuturePage.Title title = new FuturePage.Title(scenario.id(), scenario.title());
            PageMark mark = new PageMark(ProgramVersion.current(), calm.file().label());
            call.page(to.get(), lang -> FuturePage.of(account, futures.clock(), title, lang, mark));
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

    private static CommandResult tornado(
            CommandCall call, StressStudy.Calm calm, StressFutures futures, List<Finding> findings, Optional<Draft> to)
            throws IOException {
        Optional<Tornado> found = futures.tornado(call.progress());
        if (found.isEmpty()) {
            return StressCommand.unproved(false);
        }
        String id = futures.scenario().id();
        if (to.isPresent()) {
            SwingTable.of(found.get(), id).csv(to.get());
            RunManifest.write(to.get(), found.get(), id, findings, calm.file(), ProgramVersion.current());
            to.get().commit();
        }
        call.remarks(findings.stream().filter(RunPipeline::isRemark).toList());
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("status", "solved").text("scenario", id);
                json.table(SwingTable.of(found.get(), id));
                json.findings("findings", findings);
            }
        } else {
            String again = "genryu stress " + call.parameter(0).orElse(BuiltInCases.DEFAULT) + " --scenario " + id
                    + " --futures 1000";
            List<String> next = BriefRows.beside(
                    new Text("Next", "次に").in(call.lang()),
                    BriefRows.command(again, new Text("all of them together", "すべてを同時に").in(call.lang())));
            BriefRows.screen(
                            new SwingLines(calm.balance().of(), call.lang())
                                    .brief(found.get(), futures.scenario().title()),
                            next,
                            call.lang())
                    .forEach(call::line);
        }
        return new CommandResult.Done();
    }
}
