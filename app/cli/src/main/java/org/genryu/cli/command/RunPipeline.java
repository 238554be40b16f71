package org.genryu.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceOptions.Intervals;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.EquivalentBalances;
import org.genryu.balance.risk.TracedBalance;
import org.genryu.casefile.CaseFile;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.cli.console.ProcessAge;
import org.genryu.cli.console.ProgramVersion;
import org.genryu.core.Deadline;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.report.RunReport;
import org.genryu.results.ResultFolder;
import org.genryu.results.RunManifest;
import org.genryu.results.RunResult;
import org.genryu.study.RunOptions;
import org.genryu.study.Study;
import picocli.CommandLine.Model.CommandSpec;

/// From what was typed to a finished run, and from a finished run to the files and the way the command ends: what
/// `run` and `balance` share.
public final class RunPipeline {
    private final CommandCall call;
    private final RunOptions question;
    private final Map<String, Double> before = new LinkedHashMap<>();

    public RunPipeline(CommandCall call) {
        this(call, question(call));
    }

    private RunPipeline(CommandCall call, RunOptions question) {
        this.call = call;
        this.question = question;
    }

    public static void describe(CommandSpec spec, HelpOptions words) {
        spec.addOption(words.option(
                "--scenario",
                "ID",
                new Text(
                        "Apply the changes of scenarios/ID.yaml (its id or title).",
                        "scenarios/ID.yaml の変更を適用します(IDまたは題名)。")));
        spec.addOption(words.option(
                "--without",
                "ID,...",
                new Text(
                        "Leave out events that happened: ids of `base` in case.yaml, joined by commas, or all.",
                        "実際に起きた事象を外します。case.yaml の `base` のID(カンマ区切り)、または all。")));
        spec.addOption(words.flag(
                "--uncalibrated",
                new Text(
                        "Solve the plain problem; do not reproduce the observed base year.",
                        "観測された基準年に合わせず、素の問題を解きます。")));
        spec.addOption(words.flag(
                "--fresh",
                new Text(
                        "Solve again. Otherwise a case that has not changed is not solved twice: its answer is kept in your cache folder, with the same bytes.",
                        "必ず解き直します。指定しなければ、変更のないケースは二度解かず、キャッシュフォルダに保存した同一の解を使います。")));
        spec.addOption(words.out());
        spec.addOption(words.timeLimit());
        spec.addOption(words.option(
                "--intervals",
                "auto|all|none",
                new Text(
                        "For which prices the interval at a kink is worked out (auto: as long as it costs little).",
                        "どの価格について幅(区間)を求めるか。auto は負担が小さい範囲で求めます。")));
    }

    /// Reads and answers; empty only if the input has errors.
    static Outcome<RunResult> answer(CommandCall call) throws IOException {
        RunPipeline chain = call.json() ? new RunPipeline(call) : new RunPipeline(call).compared();
        Outcome<CaseFile> read = chain.read();
        return read.clean().isEmpty()
                ? Outcome.failed(read.findings())
                : chain.answer(read.clean().get(), read.findings());
    }

    public Outcome<CaseFile> read() throws IOException {
        before.put("start", ProcessAge.seconds());
        long start = System.nanoTime();
        Outcome<CaseFile> read = CaseSource.read(call);
        before.put("read", (System.nanoTime() - start) * 1e-9);
        return read;
    }

    /// @param findings of reading
    public Outcome<RunResult> answer(CaseFile file, List<Finding> findings) {
        return Study.answer(file, findings, question, ProgramVersion.current(), call.progress())
                .map(run -> withSeconds(run, before));
    }

    /// With the way to the other answers that cost the same.
    public Outcome<RunResult> answerWithTies(CaseFile file, List<Finding> findings) {
        List<Supplier<EquivalentBalances>> kept = new ArrayList<>();
        RunOptions keeping = question.with(question.options().keeping(kept::add));
        return Study.answer(file, findings, keeping, ProgramVersion.current(), call.progress())
                .map(run -> withSeconds(kept.isEmpty() ? run : run.with(kept.getFirst()), before));
    }

    private static RunOptions question(CommandCall call) {
        Intervals intervals = call.option("--intervals")
                .map(text -> Arguments.choice("--intervals", text, Intervals.class))
                .orElse(Intervals.AUTO);
        BalanceOptions options = BalanceOptions.DEFAULT.with(intervals);
        RunOptions question = RunOptions.BASE
                .keeping(call.solved())
                .leaving(left(call))
                .with(call.flag("--uncalibrated") ? options.uncalibrated() : options);
        return call.option("--scenario").map(question::in).orElse(question);
    }

    /// What is left out of what happened.
    static List<String> left(CommandCall call) {
        return listed(call, "--without");
    }

    /// The words of an option that takes several, joined by commas.
    public static List<String> listed(CommandCall call, String option) {
        return call.option(option).stream()
                .flatMap(words -> Arrays.stream(words.split("[,、，]")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// Where a scenario is told to people, it is told against the base case.
    RunPipeline compared() {
        return new RunPipeline(call, question.againstBase());
    }

    /// With the projects of the case at the prices of the run.
    RunPipeline valued() {
        return new RunPipeline(call, question.withProjects());
    }

    /// What can be typed next.
    static NextSteps next(CommandCall call) {
        List<String> options = new ArrayList<>();
        call.option("--without").ifPresent(ids -> options.addAll(List.of("--without", ids)));
        if (call.flag("--uncalibrated")) {
            options.add("--uncalibrated");
        }
        return new NextSteps(call.parameter(0).orElse(BuiltInCases.DEFAULT), options, call.lang());
    }

    /// What a command writes beside the tables of the balance.
    enum Besides {
        NOTHING,
        EXPOSURE,
        EXPOSURE_AND_PAGE
    }

    /// Writes the result files and notes how long that took; empty, and nothing is changed, if the time was over
    /// before they were whole.
    static Optional<RunResult> write(CommandCall call, Draft to, RunResult given, Besides besides) throws IOException {
        call.progress().begin(new Text("writing " + to.shown(), to.shown() + " に書き出し中"));
        long start = System.nanoTime();
        RunResult run;
        try {
            call.deadline().check();
            // The tables and the first screen ask for the same indicators.
            run = besides == Besides.EXPOSURE_AND_PAGE ? given : given.traced(TracedBalance::passing);
            switch (besides) {
                case NOTHING -> ResultFolder.writeTables(to, run, false);
                case EXPOSURE -> ResultFolder.writeTables(to, run, true);
                case EXPOSURE_AND_PAGE -> RunReport.writeTablesAndPage(to, run, call.pages());
            }
        } catch (Deadline.TimeUp _) {
            return Optional.empty();
        }
        RunResult written = withSeconds(run, Map.of("report", (System.nanoTime() - start) * 1e-9));
        RunManifest.write(to, written);
        to.commit();
        return Optional.of(written);
    }

    /// How a command ends whose answer stands, but whose files were not written in time.
    static CommandResult notWritten(Draft to) {
        return new CommandResult.OutOfTime(new Text("writing " + to.shown(), to.shown() + " への書き出し"), true);
    }

    /// How a command with this run ends.
    public static CommandResult ending(RunResult run) {
        return switch (run.result()) {
            case BalanceResult.Balanced _ -> new CommandResult.Done();
            case BalanceResult.Infeasible(var culprits) -> new CommandResult.Infeasible(culprits);
            case BalanceResult.Unbounded(var culprits) -> new CommandResult.Unbounded(culprits);
            case BalanceResult.StoppedEarly(var best, double gap, var cause) ->
                new CommandResult.Unproved(cause, gap, best.isPresent());
        };
    }

    private static RunResult withSeconds(RunResult run, Map<String, Double> more) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        more.forEach((phase, time) -> {
            if (!phase.equals("report")) {
                seconds.put(phase, time);
            }
        });
        seconds.putAll(run.seconds());
        more.forEach(seconds::put);
        return run.with(seconds);
    }

    /// Whether anything found is worth a line beside the answer.
    public static boolean isRemark(Finding finding) {
        return finding.severity() != Finding.Severity.NOTE;
    }
}
