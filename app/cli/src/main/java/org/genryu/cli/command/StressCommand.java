package org.genryu.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.Scenario;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.cli.console.ProgramVersion;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.report.brief.Brief;
import org.genryu.report.brief.StressBrief;
import org.genryu.report.stress.StressPage;
import org.genryu.report.write.PageMark;
import org.genryu.results.JsonDocument;
import org.genryu.results.ResultFolder;
import org.genryu.results.RunManifest;
import org.genryu.results.StressTables;
import org.genryu.results.stress.DamageTables;
import org.genryu.stress.account.MeasureEffects;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.damage.DamageAccount;
import org.genryu.study.DamageStudy;
import org.genryu.study.StressStudy;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu stress`: the months of a scenario, against the calm world.
public final class StressCommand implements Command {
    static final String ASSUMPTIONS = "--assumptions";
    static final String APART = "--apart";

    @Override
    public String name() {
        return "stress";
    }

    @Override
    public Text summary() {
        return new Text(
                "Goes through a scenario month by month: who runs short when, at what price.",
                "シナリオを月ごとにたどり、誰がいつ不足し価格がどうなるかを示します。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Each month is decided with what the actors see (foresight of the scenario); stocks, goods at sea and
                closed plants are carried on. Everything is told against the calm world, in which nothing happens.

                Examples:
                  genryu stress alliance --scenario japan-stop
                  genryu stress mine --scenario stop-2027 --out stop
                  genryu stress alliance --scenario japan-stop,graphite-stop
                  genryu stress mine --scenario stop-2027 --json > months.json
                  genryu stress mine --scenario stop-2027 --futures 1000 --within 2%
                  genryu stress mine --scenario stop-2027 --futures 1000 --future 17
                  genryu stress mine --scenario stop-2027 --futures 1000 --engine spark

                With --futures each future draws every number that the case writes with a range (`80..120`), balances a
                calm world of its own and goes through the months. The same seed and number of futures give the same
                futures, on any number of workers and on Apache Spark, and --future goes through one of them alone.""", """
                各月の判断は当事者の見通せる範囲(シナリオの foresight)で行い、在庫・海上の貨物・休止した工程を
                翌月に引き継ぎます。結果はすべて、何も起きない平時との比較です。

                例:
                  genryu stress alliance --scenario japan-stop
                  genryu stress alliance --scenario japan-stop,graphite-stop
                  genryu stress mine --scenario stop-2027 --out stop
                  genryu stress mine --scenario stop-2027 --json > months.json
                  genryu stress mine --scenario stop-2027 --futures 1000 --within 2%
                  genryu stress mine --scenario stop-2027 --futures 1000 --future 17
                  genryu stress mine --scenario stop-2027 --futures 1000 --engine spark

                --futures では、ケースが幅で書いた数値(`80..120` など)を未来ごとに引き、未来ごとの平時を均衡計算して
                月ごとにたどります。シードと未来の数が同じなら、並列数によらず、Apache Spark でも同じ未来になり、
                --future でそのうち1つだけをたどれます。""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.theCase("1", Text.same("")));
        spec.addOption(words
                .option(
                        "--scenario",
                        "ID,...",
                        new Text(
                                "The scenario (its id or title); several are told side by side.",
                                "シナリオ(IDまたは題名)。複数なら並べて示します。"))
                .toBuilder()
                .required(true)
                .build());
        spec.addOption(words.option(
                "--with",
                "ID[:SHAPE],...",
                new Text(
                        "Add the measures of these scenarios to it; with a shape such as floor, only those.",
                        "これらのシナリオの対策を加えます。floor などの形を付ければその形だけ。")));
        spec.addOption(words.flag(
                APART,
                new Text(
                        "Tell facts and choices apart: events alone, measures alone, both.",
                        "事実と選択を分け、事象のみ・対策のみ・両方を並べて示します。")));
        spec.addOption(words.flag(
                "--measures", new Text("Say what each measure is worth, alone and together.", "各対策の効果を、単独と全体で示します。")));
        spec.addOption(words.flag(
                "--uncalibrated",
                new Text(
                        "Take costs and capacities alone; do not reproduce the observed base year.",
                        "観測された基準年に合わせず、費用と能力だけで計算します。")));
        spec.addOption(words.flag(
                ASSUMPTIONS,
                new Text(
                        "Work out the loss of value added again with one assumption changed at a time.",
                        "付加価値の損失を、仮定を一つずつ変えて計算し直します。")));
        FuturesOfStress.describe(spec, words);
        spec.addOption(words.out());
        spec.addOption(words.timeLimit());
    }

    @Override
    public boolean solves(CommandCall call) {
        return true;
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        Optional<FuturesOfStress> futures = FuturesOfStress.asked(call);
        Optional<Draft> to = call.claim(ResultFolder.STRESS);
        Outcome<CaseFile> read = CaseSource.read(call);
        if (read.clean().isEmpty()) {
            return new CommandResult.BadInput(read.findings());
        }
        CaseFile file = read.clean().get();
        Outcome<List<Scenario>> scenarios = StressBeside.asked(call, file);
        if (scenarios.clean().isEmpty()) {
            return new CommandResult.BadInput(scenarios.findings());
        }
        if (scenarios.clean().get().size() > 1) {
            call.without(new Text("one scenario", "一つのシナリオ"), APART);
            return StressBeside.answer(call, file, scenarios.clean().get(), read.findings(), to);
        }
        Outcome<Scenario> asked =
                StressStudy.with(file, scenarios.clean().get().getFirst(), RunPipeline.listed(call, "--with"));
        if (asked.clean().isEmpty()) {
            return new CommandResult.BadInput(asked.findings());
        }
        Scenario acting = asked.clean().get();
        if (call.flag(APART)) {
            return StressBeside.apart(call, file, acting, read.findings(), to);
        }
        Outcome<StressStudy.Ready> ready =
                StressStudy.calm(file, StressStudy.before(file, acting), call.solved(), options(call), call.progress());
        if (ready.clean().isEmpty()) {
            return new CommandResult.BadInput(StressStudy.joined(read.findings(), ready.findings()));
        }
        return switch (ready.clean().get()) {
            case StressStudy.NoCalm(BalanceResult verdict) -> noCalm(verdict);
            case StressStudy.Calm calm -> {
                List<Finding> before = StressStudy.joined(read.findings(), ready.findings());
                yield futures.isPresent()
                        ? futures.get().answer(call, calm, acting, before, to)
                        : under(call, calm, acting, before, to);
            }
        };
    }

    /// Options of the calm world's balance.
    public static BalanceOptions options(CommandCall call) {
        return call.flag("--uncalibrated") ? BalanceOptions.DEFAULT.uncalibrated() : BalanceOptions.DEFAULT;
    }

    /// How a command ends whose calm world has no answer.
    public static CommandResult noCalm(BalanceResult calm) {
        return switch (calm) {
            case BalanceResult.Infeasible(var culprits) -> new CommandResult.Infeasible(culprits);
            case BalanceResult.Unbounded(var culprits) -> new CommandResult.Unbounded(culprits);
            case BalanceResult.StoppedEarly(var _, double gap, var cause) ->
                new CommandResult.Unproved(cause, gap, false);
            case BalanceResult.Balanced _ -> unproved(false);
        };
    }

    /// How a command ends of which a part has no proved answer.
    /// @param kept whether what there is was told
    public static CommandResult unproved(boolean kept) {
        return new CommandResult.Unproved(
                new BalanceResult.Cause.NotProved(Optional.empty(), Optional.empty()), Double.POSITIVE_INFINITY, kept);
    }

    private static CommandResult under(
            CommandCall call, StressStudy.Calm calm, Scenario scenario, List<Finding> before, Optional<Draft> to)
            throws IOException {
        call.progress().begin(new Text("going through the months", "月ごとに計算中"));
        Outcome<StressStudy.Result> outcome = calm.under(scenario);
        List<Finding> findings = StressStudy.joined(before, outcome.findings());
        if (outcome.clean().isEmpty()) {
            return new CommandResult.BadInput(findings);
        }
        return switch (outcome.clean().get()) {
            case StressStudy.Result.NoMonth _ -> unproved(false);
            case StressStudy.Result.Told(StressAccount account) ->
                told(
                        call,
                        calm,
                        account,
                        call.flag("--measures")
                                ? calm.measures(account, call.solved(), call.progress())
                                : Optional.empty(),
                        findings,
                        to);
        };
    }

    static CommandResult told(
            CommandCall call,
            StressStudy.Calm calm,
            StressAccount account,
            Optional<MeasureEffects> effects,
            List<Finding> findings,
            Optional<Draft> to)
            throws IOException {
        CaseFile file = calm.file();
        DamageAccount damage = call.flag(ASSUMPTIONS)
                ? DamageStudy.varied(calm, account, call.progress())
                : DamageStudy.of(file, account);
        StressTables tables = new StressTables(account, effects);
        DamageTables losses = new DamageTables(account, damage);
        StressBrief.Told known = new StressBrief.Told(file, account, effects, Optional.of(damage));
        if (to.isPresent()) {
            tables.write(to.get());
            losses.write(to.get());
            PageMark mark = new PageMark(ProgramVersion.current(), file.label());
            call.page(to.get(), lang -> StressPage.of(account, known, lang, mark));
            RunManifest.write(to.get(), account, findings, file, ProgramVersion.current());
            to.get().commit();
        }
        call.remarks(findings.stream().filter(RunPipeline::isRemark).toList());
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("status", account.answer().refused().isEmpty() ? "solved" : "stopped");
                json.text("scenario", account.answer().scenario().id());
                json.number("cost", account.cost());
                tables.all().forEach(json::table);
                losses.all().forEach(json::table);
                json.findings("findings", findings);
            }
        } else {
            Brief brief = new StressBrief(account, known, call.lang()).brief();
            BriefRows.screen(brief, next(call, file, account.answer().scenario()), call.lang())
                    .forEach(call::line);
        }
        return account.answer().refused().isEmpty() ? new CommandResult.Done() : unproved(true);
    }

    private static List<String> next(CommandCall call, CaseFile file, Scenario told) {
        String named = call.parameter(0).orElse(BuiltInCases.DEFAULT);
        Lang lang = call.lang();
        List<String> rows = new ArrayList<>(BriefRows.command(
                "genryu scenarios " + named, new Text("all scenarios of the case", "ケースの全シナリオ").in(lang)));
        StressStudy.sorted(file).stream()
                .filter(one -> !one.id().equals(told.id()))
                .findFirst()
                .ifPresent(one -> rows.addAll(BriefRows.command(
                        "genryu stress " + named + " --scenario " + one.id(),
                        one.title().in(lang))));
        if (call.option("--out").isEmpty()) {
            rows.addAll(BriefRows.command(
                    "--out DIR", new Text("writes every month as tables and a page", "すべての月を表とページに書き出す").in(lang)));
        }
        return BriefRows.beside(new Text("Next", "次に").in(lang), rows);
    }
}
