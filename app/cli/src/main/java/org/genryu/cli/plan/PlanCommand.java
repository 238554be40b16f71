package org.genryu.cli.plan;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.BalanceResult;
import org.genryu.casefile.CaseFile;
import org.genryu.cli.command.CaseSource;
import org.genryu.cli.command.RunPipeline;
import org.genryu.cli.command.StressCommand;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.cli.console.ProgramVersion;
import org.genryu.cli.register.RegisterCommand;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.core.number.NumberText;
import org.genryu.plan.world.Plan;
import org.genryu.plan.world.PlanQuestion;
import org.genryu.plan.world.PlanSites;
import org.genryu.plan.world.PlanWords;
import org.genryu.plan.world.Planner;
import org.genryu.report.plan.PlanPage;
import org.genryu.report.write.PageMark;
import org.genryu.results.ResultFolder;
import org.genryu.results.RunManifest;
import org.genryu.results.plan.PlanTables;
import org.genryu.store.register.ProgrammeAccount;
import org.genryu.store.register.ProgrammeRegister;
import org.genryu.study.PlanMonths;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu plan`: the projects and measures that buy the most security within a budget, with the proof.
public final class PlanCommand implements Command {
    @Override
    public String name() {
        return "plan";
    }

    @Override
    public Text summary() {
        return new Text(
                "Finds the projects and measures that buy the most security within a budget, with proof.",
                "予算内で最も安全保障に効く事業と対策の組み合わせを、証明つきで求めます。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                The options are those of options.csv, what may come that of outlook.csv. A target says which share of
                what home takes in or makes may come straight from rivals; what cannot be reached is told, with how
                close one gets.

                Examples:
                  genryu plan alliance --budget 550e9
                  genryu plan alliance --budget 550e9 --target dependence:30%@2030 --out plan
                  genryu plan alliance --budget 550e9 --waiting --worst 2
                  genryu plan mine --budget 5000億円 --scenarios stop-2027,closure --json""", """
                選択肢は options.csv、起こりうることは outlook.csv から読みます。目標は、自国の調達・生産のうち
                競合国から直接入ってよい割合です。届かないときは、どこまで近づけるかを示します。

                例:
                  genryu plan alliance --budget 550e9
                  genryu plan alliance --budget 550e9 --target dependence:30%@2030 --out plan
                  genryu plan alliance --budget 550e9 --waiting --worst 2
                  genryu plan mine --budget 5000億円 --scenarios stop-2027,closure --json""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.theCase("1", Text.same("")));
        describeQuestion(spec, words, true);
        spec.addOption(words.option(
                "--tail",
                "SHARE",
                new Text(
                        "What counts as the worst part of what may come (0.2); tiny: the dearest scenario alone.",
                        "悪い方とみなす割合（既定は0.2）。ごく小さくすると最悪のシナリオだけになります。")));
        spec.addOption(words.option(
                "--risk-limit",
                "AMOUNT",
                new Text("What the worst part may cost in the mean at most, such as 20e9.", "悪い方の費用の平均の上限（20e9 など）。")));
        spec.addOption(words.flag(
                "--months",
                new Text(
                        "Also: go through the months of every scenario with the plan and tell whether they keep its promise.",
                        "計画を採った世界で各シナリオを月ごとに計算し、約束が守られるかも示します。")));
        spec.addOption(words.option(
                "--register",
                "FILE|URL",
                new Text(
                        "Take off the budget what selected entries of this programme register may take.",
                        "この登録簿で選定された項目の額を予算から差し引きます。")));
        spec.addOption(words.flag(
                "--waiting",
                new Text(
                        "Also: each option decided when its spending begins, knowing what has begun by then.",
                        "各選択肢を支出開始時に、それまでに始まったことを見て決める場合も求めます。")));
        spec.addOption(words.option(
                "--worst",
                "K",
                new Text(
                        "Also: the plan against the worst of all sets of at most K scenarios at once.",
                        "同時に最大 K 件のシナリオが起こる最悪の場合に備える計画も求めます。")));
        spec.addOption(words.flag(
                "--uncalibrated",
                new Text(
                        "Solve the plain problem; do not reproduce the observed base year.",
                        "観測された基準年に合わせず、素の問題を解きます。")));
        spec.addOption(words.out());
        spec.addOption(words.timeLimit());
    }

    /// What is asked of a plan.
    /// @param alone whether nothing else can be asked
    public static void describeQuestion(CommandSpec spec, HelpOptions words, boolean alone) {
        spec.addOption(words
                .option(
                        "--budget",
                        "AMOUNT",
                        new Text(
                                "What all options may cost together, such as 550e9 or 5500億ドル.",
                                "選択肢の費用の合計の上限（550e9、5500億ドルなど）。"))
                .toBuilder()
                .required(alone)
                .build());
        spec.addOption(words.option(
                "--target",
                "TARGET",
                new Text(
                        "Dependence on rivals to reach, such as dependence:30%@2030.",
                        "達成する競合国への依存度（dependence:30%@2030 など）。")));
        spec.addOption(words.option(
                "--scenarios",
                "LIST",
                new Text(
                        "Scenarios to prepare for, joined by commas, all alike likely; without it those of outlook.csv.",
                        "備えるシナリオ（カンマ区切り、等しい確率）。省くと outlook.csv のもの。")));
        spec.addOption(words.option(
                "--risk",
                "SHARE",
                new Text(
                        "Weight of the worst fifth of what may come against the mean, 0 to 1 (0.5).",
                        "期待値に対する、悪い方5分の1の重み（0～1、既定は0.5）。")));
    }

    @Override
    public boolean solves(CommandCall call) {
        return true;
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        Optional<Double> risk = risk(call);
        Optional<Draft> to = call.claim(ResultFolder.PLAN);
        Outcome<CaseFile> read = CaseSource.read(call);
        if (read.clean().isEmpty()) {
            return new CommandResult.BadInput(read.findings());
        }
        CaseFile file = read.clean().get();
        Outcome<PlanQuestion> asked = question(call, file, risk);
        if (asked.clean().isEmpty()) {
            return new CommandResult.BadInput(asked.findings());
        }
        Outcome<PlanQuestion> after = afterRegister(call, file, asked.clean().get());
        if (after.clean().isEmpty()) {
            return new CommandResult.BadInput(after.findings());
        }
        call.remarks(after.findings());
        PlanQuestion question = after.clean().get();
        Outcome<Plan> answered = Planner.of(file, question, call.progress());
        List<Finding> findings = new ArrayList<>(read.findings());
        findings.addAll(after.findings());
        findings.addAll(answered.findings());
        if (answered.value().isEmpty()) {
            return new CommandResult.BadInput(findings);
        }
        Plan plan = answered.value().get();
        Optional<PlanMonths.Kept> months = Optional.empty();
        if (call.flag("--months")) {
            Outcome<PlanMonths.Kept> kept = PlanMonths.of(file, plan, question.options(), call.progress());
            if (kept.value().isEmpty()) {
                return new CommandResult.BadInput(kept.findings());
            }
            months = kept.value();
        }
        return told(call, file, new PlanTables(plan, months.map(PlanMonths.Kept::lacks)), findings, to);
    }

    /// What is selected in the programme is spent already.
    private static Outcome<PlanQuestion> afterRegister(CommandCall call, CaseFile file, PlanQuestion question)
            throws IOException {
        Optional<String> store = call.option("--register");
        if (store.isEmpty()) {
            return Outcome.of(question);
        }
        Outcome<ProgrammeRegister> register = RegisterCommand.register(store.get());
        if (register.value().isEmpty()) {
            return Outcome.failed(register.findings());
        }
        ProgrammeAccount account = new ProgrammeAccount(register.value().get(), LocalDate.now());
        String currency = file.header().currency();
        double left = account.left(question.budget(), currency);
        String taken = NumberText.money(question.budget() - left, currency, Lang.EN);
        String mine = NumberText.money(question.budget() - left, currency, Lang.JA);
        return Outcome.of(
                question.within(left),
                List.of(new Finding(
                        Finding.Severity.NOTE,
                        Finding.Place.NOWHERE,
                        new Text("Register", "登録簿"),
                        new Text(
                                "%s of the budget are selected already; %s are left. %s selected entries add to processes of the case."
                                        .formatted(
                                                taken,
                                                NumberText.money(left, currency, Lang.EN),
                                                account.selectedWithProcess()),
                                "予算のうち%sは選定済みで、残りは%sです。ケースの工程を増やす選定済みの項目は%s件です。"
                                        .formatted(
                                                mine,
                                                NumberText.money(left, currency, Lang.JA),
                                                account.selectedWithProcess())),
                        Optional.empty())));
    }

    /// The weight of the worst against the mean, if it was said.
    public static Optional<Double> risk(CommandCall call) {
        return call.option("--risk").map(text -> Arguments.share("--risk", text));
    }

    /// What was asked.
    public static Outcome<PlanQuestion> question(CommandCall call, CaseFile file, Optional<Double> risk) {
        Outcome<Double> budget = PlanWords.budget(call.option("--budget").orElseThrow(), file.header());
        if (budget.clean().isEmpty()) {
            return Outcome.failed(budget.findings());
        }
        PlanQuestion question = PlanQuestion.of(budget.clean().get());
        Optional<String> target = call.option("--target");
        if (target.isPresent()) {
            Outcome<PlanWords.Target> aim = PlanWords.target(target.get(), file.header());
            if (aim.clean().isEmpty()) {
                return Outcome.failed(aim.findings());
            }
            question =
                    question.aiming(aim.clean().get().share(), aim.clean().get().month());
        }
        if (risk.isPresent()) {
            question = question.weighing(risk.get());
        }
        Outcome<PlanQuestion.Also> also = also(call, file);
        if (also.clean().isEmpty()) {
            return Outcome.failed(also.findings());
        }
        Optional<Double> tail = call.option("--tail").map(text -> Arguments.share("--tail", text));
        if (tail.isPresent()) {
            if (tail.get() == 0) {
                throw new Arguments.Misuse(new Text(
                        "--tail is 0; it must be above 0: a part of nothing has no mean.",
                        "--tail が0です。0より大きくなければなりません（空の部分に平均はありません）。"));
            }
            question = question.tailBeyond(1 - tail.get());
        }
        return Outcome.of(question.and(also.clean().get())
                .under(RunPipeline.listed(call, "--scenarios"))
                .with(StressCommand.options(call)));
    }

    private static Outcome<PlanQuestion.Also> also(CommandCall call, CaseFile file) {
        double most = Double.POSITIVE_INFINITY;
        if (call.option("--risk-limit").isPresent()) {
            Outcome<Double> limit =
                    PlanWords.amount(call.option("--risk-limit").get(), PlanWords.RISK_LIMIT, file.header());
            if (limit.clean().isEmpty()) {
                return Outcome.failed(limit.findings());
            }
            most = limit.clean().get();
        }
        int cuts = call.option("--worst")
                .map(text -> Arguments.whole(
                        "--worst",
                        text,
                        1,
                        PlanQuestion.Also.MOST_CUTS,
                        new Text("every set of them is tried", "すべての組を試します")))
                .orElse(0);
        return Outcome.of(new PlanQuestion.Also(most, call.flag("--waiting"), cuts));
    }

    private static CommandResult told(
            CommandCall call, CaseFile file, PlanTables tables, List<Finding> findings, Optional<Draft> to)
            throws IOException {
        Plan plan = tables.plan();
        if (to.isPresent()) {
            tables.write(to.get());
            PlanSites sites = PlanSites.of(file, plan);
            PageMark mark = new PageMark(ProgramVersion.current(), file.label());
            call.page(to.get(), lang -> new PlanPage(plan, sites, file.header(), lang, mark).html());
            RunManifest.write(to.get(), plan, file, ProgramVersion.current());
            to.get().commit();
        }
        call.remarks(findings.stream().filter(RunPipeline::isRemark).toList());
        PlanSummary summary = new PlanSummary(call, file, tables);
        if (call.json()) {
            summary.json(findings);
        } else {
            summary.lines().forEach(call::line);
        }
        BalanceResult.Cause cause = new BalanceResult.Cause.NotProved(Optional.empty(), Optional.empty());
        return plan.isProved()
                ? new CommandResult.Done()
                : new CommandResult.Unproved(cause, plan.worth().gap(), true);
    }
}
