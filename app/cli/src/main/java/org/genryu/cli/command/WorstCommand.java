package org.genryu.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.casefile.CaseFile;
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
import org.genryu.results.ResultFolder;
import org.genryu.results.RunManifest;
import org.genryu.results.stress.WorstTables;
import org.genryu.stress.worst.WorstCut;
import org.genryu.stress.worst.WorstCuts;
import org.genryu.stress.worst.WorstQuestion;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu worst`: the moves of the other side that hurt most, with the proof, and the best ones to make impossible.
public final class WorstCommand implements Command {
    /// Moves beyond which nobody could read the answer.
    private static final int MOST = 50;

    @Override
    public String name() {
        return "worst";
    }

    @Override
    public Text summary() {
        return new Text(
                "Proves which moves of the other side hurt most, and which are best made impossible.",
                "相手側のどの手が最も痛いか、どれを先に防ぐべきかを証明つきで求めます。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Damage is what the operator's best answer costs more than in the calm world. The moves are those of
                the table moves.csv; without it, stopping the exports of each rival place and closing each strait.

                Examples:
                  genryu worst alliance --moves 3
                  genryu worst alliance --moves 2 --defend 2 --out worst
                  genryu worst mine --moves 4 --budget 10 --json""", """
                損害とは、平時に比べて最善の対応の費用がどれだけ増えるかです。手は moves.csv のもので、
                なければ rival の各地点の輸出停止と各海峡の封鎖です。

                例:
                  genryu worst alliance --moves 3
                  genryu worst alliance --moves 2 --defend 2 --out worst
                  genryu worst mine --moves 4 --budget 10 --json""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.theCase("1", Text.same("")));
        spec.addOption(
                words
                        .option(
                                "--moves",
                                "K",
                                new Text("How many moves the other side makes at most.", "相手側が打つ手の数の上限。"))
                        .toBuilder()
                        .required(true)
                        .build());
        spec.addOption(words.option(
                "--budget",
                "AMOUNT",
                new Text(
                        "What its moves may cost together, in the unit of their costs (column cost of moves.csv).",
                        "手の費用(moves.csv の cost 列)の合計の上限。")));
        spec.addOption(words.option(
                "--defend",
                "D",
                new Text(
                        "Also find the D moves that are best made impossible first, with bounds.",
                        "先に防ぐと最もよい D 件の手も、上下限つきで求めます。")));
        spec.addOption(
                words.option("--next", "N", new Text("How many next best sets are told (2).", "次に悪い組をいくつ示すか(既定は2)。")));
        spec.addOption(words.flag(
                "--uncalibrated",
                new Text(
                        "Solve the plain problem; do not reproduce the observed base year.",
                        "観測された基準年に合わせず、素の問題を解きます。")));
        spec.addOption(words.out());
        spec.addOption(words.timeLimit());
    }

    @Override
    public boolean solves(CommandCall call) {
        return true;
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        WorstQuestion question = question(call);
        Optional<Draft> to = call.claim(ResultFolder.WORST);
        Outcome<CaseFile> read = CaseSource.read(call);
        if (read.clean().isEmpty()) {
            return new CommandResult.BadInput(read.findings());
        }
        CaseFile file = read.clean().get();
        Outcome<WorstCuts.Result> answered = WorstCuts.of(file, question, call.progress());
        List<Finding> findings = new ArrayList<>(read.findings());
        findings.addAll(answered.findings());
        if (answered.value().isEmpty()) {
            return new CommandResult.BadInput(findings);
        }
        return switch (answered.value().get()) {
            case WorstCuts.Result.NoCalm(BalanceResult calm) -> StressCommand.noCalm(calm);
            case WorstCuts.Result.Found(WorstCut cut) -> found(call, file, cut, findings, to);
        };
    }

    private static WorstQuestion question(CommandCall call) {
        Text why = new Text("nobody could read more", "これ以上は読み切れません");
        int moves = Arguments.whole("--moves", call.option("--moves").orElseThrow(), 0, MOST, why);
        int defend = call.option("--defend")
                .map(text -> Arguments.whole("--defend", text, 0, MOST, why))
                .orElse(0);
        int next = call.option("--next")
                .map(text -> Arguments.whole("--next", text, 0, MOST, why))
                .orElse(2);
        BalanceOptions options = StressCommand.options(call);
        WorstQuestion question =
                new WorstQuestion(moves, options).defending(defend).beside(next);
        return call.option("--budget")
                .map(text -> question.within(amount(text)))
                .orElse(question);
    }

    private static double amount(String text) {
        try {
            double amount = Double.parseDouble(text.replace(",", ""));
            if (amount >= 0 && Double.isFinite(amount)) {
                return amount;
            }
        } catch (NumberFormatException _) {
            throw noAmount(text);
        }
        throw noAmount(text);
    }

    private static Arguments.Misuse noAmount(String text) {
        return new Arguments.Misuse(new Text(
                "--budget is '%s'; it must be a number, 0 or more.".formatted(text),
                "--budget は '%s' です。0 以上の数を指定してください。".formatted(text)));
    }

    private static CommandResult found(
            CommandCall call, CaseFile file, WorstCut cut, List<Finding> findings, Optional<Draft> to)
            throws IOException {
        if (to.isPresent()) {
            new WorstTables(cut).write(to.get());
            RunManifest.write(to.get(), cut, file, ProgramVersion.current());
            to.get().commit();
        }
        call.remarks(findings.stream().filter(RunPipeline::isRemark).toList());
        WorstSummary summary = new WorstSummary(call, file, cut);
        if (call.json()) {
            summary.json(findings);
        } else {
            summary.lines().forEach(call::line);
        }
        boolean proved = cut.curve().stream().allMatch(WorstCut.Attack::isProved)
                && cut.defences().stream().allMatch(WorstCut.Defence::isProved);
        BalanceResult.Cause cause = call.deadline().passed()
                ? new BalanceResult.Cause.Time()
                : new BalanceResult.Cause.NotProved(Optional.empty(), Optional.empty());
        return proved
                ? new CommandResult.Done()
                : new CommandResult.Unproved(cause, cut.worst().gap(), true);
    }
}
