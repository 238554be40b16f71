package org.genryu.cli.shelf;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.genryu.balance.BalanceResult;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.command.BriefRows;
import org.genryu.cli.command.CaseSource;
import org.genryu.cli.command.RunPipeline;
import org.genryu.cli.command.StressCommand;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.cli.console.ProgramVersion;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.core.time.Periods;
import org.genryu.report.stress.NodeLines;
import org.genryu.results.JsonDocument;
import org.genryu.results.ResultFolder;
import org.genryu.results.RunManifest;
import org.genryu.results.stress.NodeTable;
import org.genryu.stress.shelf.NodeSurvival;
import org.genryu.stress.shelf.SupplyNode;
import org.genryu.stress.shelf.SupplyNodes;
import org.genryu.study.ShelfStudy;
import org.genryu.study.StressStudy;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu survive`: how long home holds out without each plant, route, strait and country of its supply.
public final class SurviveCommand implements Command {
    private static final int USUAL = 3;
    private static final int MOST = 1000;
    private static final int LONGEST = 120;

    @Override
    public String name() {
        return "survive";
    }

    @Override
    public Text summary() {
        return new Text(
                "Takes out the nodes of the supply one by one: how long home holds out without each.",
                "供給の結節点を一つずつ失わせ、自国・パートナー国がどれだけ持ちこたえるかを示します。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Of each kind (plants, routes, straits, countries) those are taken out through which most of what home
                gets passes, every commodity counting the same, each for as long as it takes until it works again. At risk is what home survives
                less long than that. What was found is kept, so that the same case is not gone through twice.

                Examples:
                  genryu survive alliance
                  genryu survive alliance --most 10 --out nodes
                  genryu survive mine --recover 6 --json""", """
                種類(工程・輸送路・海峡・国)ごとに、自国・パートナー国が得る物の多くが通るもの(品目の重みは等しい)を、
                復旧にかかる期間だけ失わせます。復旧まで持ちこたえられないものが危険な結節点です。
                結果は保存し、同じケースを二度計算しません。

                例:
                  genryu survive alliance
                  genryu survive alliance --most 10 --out nodes
                  genryu survive mine --recover 6 --json""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.theCase("0..1", Text.same("")));
        spec.addOption(words.option("--most", "N", new Text("How many nodes of each kind (3).", "種類ごとの結節点の数(既定は3)。")));
        spec.addOption(words.flag(
                "--by-worth",
                new Text(
                        "Take those through which most worth passes; without it the largest shares of what home gets.",
                        "金額の大きいものを選びます。指定がなければ、入手量に占める割合の大きいもの。")));
        spec.addOption(words.option(
                "--recover",
                "MONTHS",
                new Text(
                        "Months until a node works again; without it what is assumed for its kind.",
                        "復旧までの月数。指定がなければ種類ごとの仮定。")));
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
        Text why = new Text("nobody could wait for more", "それ以上は待てません");
        int most = call.option("--most")
                .map(text -> Arguments.whole("--most", text, 1, MOST, why))
                .orElse(USUAL);
        Optional<Integer> recover = call.option("--recover")
                .map(text ->
                        Arguments.whole("--recover", text, 1, LONGEST, new Text("a case has few years", "ケースは数年分です")));
        Optional<Draft> to = call.claim(ResultFolder.NODES);
        Outcome<CaseFile> read = CaseSource.read(call);
        if (read.clean().isEmpty()) {
            return new CommandResult.BadInput(read.findings());
        }
        CaseFile file = read.clean().get();
        ShelfStudy study = new ShelfStudy(file, call.solved(), StressCommand.options(call));
        Outcome<StressStudy.Ready> ready = study.calm(call.progress());
        if (ready.clean().isEmpty()) {
            return new CommandResult.BadInput(StressStudy.joined(read.findings(), ready.findings()));
        }
        return switch (ready.clean().get()) {
            case StressStudy.NoCalm(BalanceResult verdict) -> StressCommand.noCalm(verdict);
            case StressStudy.Calm calm -> {
                int start = start(file.header().periods());
                List<SupplyNode> nodes = SupplyNodes.of(
                        calm.balance(),
                        start,
                        recover.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                        most,
                        call.flag("--by-worth"));
                yield told(call, study, calm, nodes, start, StressStudy.joined(read.findings(), ready.findings()), to);
            }
        };
    }

    /// The first month after the first period, in which the case was observed; of a case of one period its first.
    private static int start(Periods periods) {
        int next = periods.firstMonth() + periods.step().months();
        return periods.wholes() > 1 ? next : periods.firstMonth();
    }

    private static CommandResult told(
            CommandCall call,
            ShelfStudy study,
            StressStudy.Calm calm,
            List<SupplyNode> nodes,
            int start,
            List<Finding> findings,
            Optional<Draft> to)
            throws IOException {
        Outcome<ShelfStudy.Result> gone =
                study.told(nodes.stream().map(SupplyNode::scenario).toList(), call.progress());
        if (!(gone.clean().orElse(null) instanceof ShelfStudy.Result.Told(var shelf, var _))) {
            return StressCommand.unproved(false);
        }
        List<NodeSurvival> all = NodeSurvival.of(nodes, shelf);
        SupplyCase of = calm.balance().of();
        if (to.isPresent()) {
            NodeTable.of(all, of).csv(to.get());
            RunManifest.write(
                    to.get(), all.size(), shelf.told().size(), findings, calm.file(), ProgramVersion.current());
            to.get().commit();
        }
        call.remarks(findings.stream().filter(RunPipeline::isRemark).toList());
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("status", shelf.whole() ? "solved" : "stopped");
                json.table(NodeTable.of(all, of));
                json.findings("findings", findings);
            }
        } else {
            String named = call.parameter(0).orElse(BuiltInCases.DEFAULT);
            List<String> next = BriefRows.beside(
                    new Text("Next", "次に").in(call.lang()),
                    BriefRows.command(
                            "genryu worst " + named + " --moves 2",
                            new Text("the worst moves of the other side", "相手側の最悪の手").in(call.lang())));
            BriefRows.screen(new NodeLines(of, call.lang()).brief(all, start), next, call.lang())
                    .forEach(call::line);
        }
        return shelf.whole() ? new CommandResult.Done() : StressCommand.unproved(true);
    }
}
