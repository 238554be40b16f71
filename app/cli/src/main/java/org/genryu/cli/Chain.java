package org.genryu.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceOptions.Intervals;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Ties;
import org.genryu.casefile.CaseFile;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.report.Results;
import org.genryu.report.Run;
import org.genryu.report.RunJson;
import org.genryu.solve.SolveOptions;
import org.genryu.study.Question;
import org.genryu.study.Study;
import picocli.CommandLine.Model.CommandSpec;

/// From what was typed to a finished run, and from a finished run to the files and the way the command ends: what
/// `run` and `balance`
/// share.
final class Chain {
    private final Call call;
    private final Question question;
    private final Map<String, Double> before = new LinkedHashMap<>();

    Chain(Call call) {
        this.call = call;
        this.question = question(call);
    }

    static void describe(CommandSpec spec, Words words) {
        spec.addOption(words.option(
                "--scenario",
                "ID",
                new Text(
                        "Apply the changes of scenarios/ID.yaml (its id or title).",
                        "scenarios/ID.yaml の変更を適用します(IDまたは題名)。")));
        spec.addOption(words.flag(
                "--uncalibrated",
                new Text(
                        "Solve the plain problem; do not reproduce the observed base year.",
                        "観測された基準年に合わせず、素の問題を解きます。")));
        spec.addOption(words.option(
                "--time-limit",
                "SECONDS",
                new Text(
                        "Stop solving after so many seconds and keep the best answer.",
                        "指定した秒数で求解を止め、そこまでの最良の解を残します。")));
        spec.addOption(words.option(
                "--intervals",
                "auto|all|none",
                new Text(
                        "For which prices the interval at a kink is worked out (auto: as long as it costs little).",
                        "どの価格について幅(区間)を求めるか。auto は負担が小さい範囲で求めます。")));
    }

    /// Reads and answers; empty only if the input has errors.
    static Outcome<Run> answer(Call call) throws IOException {
        Chain chain = new Chain(call);
        Outcome<CaseFile> read = chain.read();
        return read.clean().isEmpty()
                ? Outcome.failed(read.findings())
                : chain.answer(read.clean().get(), read.findings());
    }

    Outcome<CaseFile> read() throws IOException {
        before.put("start", sinceStart());
        long start = System.nanoTime();
        Outcome<CaseFile> read = CaseSource.read(call);
        before.put("read", (System.nanoTime() - start) * 1e-9);
        return read;
    }

    /// @param findings of reading
    Outcome<Run> answer(CaseFile file, List<Finding> findings) {
        return Study.answer(file, findings, question, Version.current(), call.progress())
                .map(run -> withSeconds(run, before));
    }

    /// With the way to the other answers that cost the same.
    Outcome<Run> answerWithTies(CaseFile file, List<Finding> findings) {
        List<Supplier<Ties>> kept = new ArrayList<>();
        Question keeping = question.with(question.options().keeping(kept::add));
        return Study.answer(file, findings, keeping, Version.current(), call.progress())
                .map(run -> withSeconds(kept.isEmpty() ? run : run.with(kept.getFirst()), before));
    }

    /// Time since Java was started [s].
    private static double sinceStart() {
        return ManagementFactory.getRuntimeMXBean().getUptime() * 1e-3;
    }

    private static Question question(Call call) {
        SolveOptions solve = call.option("--time-limit")
                .map(text -> SolveOptions.DEFAULT.within(Arguments.seconds("--time-limit", text)))
                .orElse(SolveOptions.DEFAULT);
        Intervals intervals = call.option("--intervals")
                .map(text -> Arguments.choice("--intervals", text, Intervals.class))
                .orElse(Intervals.AUTO);
        BalanceOptions options = BalanceOptions.DEFAULT.with(solve).with(intervals);
        Question question = Question.BASE.with(call.flag("--uncalibrated") ? options.uncalibrated() : options);
        return call.option("--scenario").map(question::in).orElse(question);
    }

    /// Writes the result files, with the page for people if asked, and notes how long that took.
    static Run write(Call call, Path folder, Run run, boolean page) throws IOException {
        call.progress().begin(new Text("writing " + folder, folder + " に書き出し中"));
        long start = System.nanoTime();
        if (page) {
            Results.write(folder, run, call.lang());
        } else {
            Results.writeTables(folder, run);
        }
        Run written = withSeconds(run, Map.of("report", (System.nanoTime() - start) * 1e-9));
        RunJson.write(folder.resolve("run.json"), written);
        return written;
    }

    /// How a command with this run ends.
    static Ending ending(Run run) {
        return switch (run.result()) {
            case BalanceResult.Balanced _ -> new Ending.Done();
            case BalanceResult.Infeasible(var culprits) -> new Ending.Infeasible(culprits);
            case BalanceResult.Unbounded(var culprits) -> new Ending.Unbounded(culprits);
            case BalanceResult.StoppedEarly(var best, double gap) -> new Ending.OutOfTime(gap, best.isPresent());
        };
    }

    private static Run withSeconds(Run run, Map<String, Double> more) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        more.forEach((phase, time) -> {
            if (!phase.equals("report")) {
                seconds.put(phase, time);
            }
        });
        seconds.putAll(run.seconds());
        more.forEach(seconds::put);
        return new Run(
                run.facts(),
                run.supply(),
                run.result(),
                run.explainer(),
                run.evidence(),
                run.findings(),
                seconds,
                run.ties());
    }

    /// Whether anything found is worth a line beside the answer.
    static boolean isRemark(Finding finding) {
        return finding.severity() != Finding.Severity.NOTE;
    }
}
