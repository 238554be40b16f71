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
import org.genryu.results.JsonDocument;
import org.genryu.results.ResultFolder;
import org.genryu.results.RunManifest;
import org.genryu.results.StressTables;
import org.genryu.results.stress.DamageTables;
import org.genryu.solve.SolverSession;
import org.genryu.stress.account.MeasureEffects;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.damage.DamageAccount;
import org.genryu.study.DamageStudy;
import org.genryu.study.StressStudy;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu stress`: the months of a scenario, against the calm world.
public final class StressCommand implements Command {
    private static final String ASSUMPTIONS = "--assumptions";

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
                  genryu stress mine --scenario stop-2027 --json > months.json
                  genryu stress mine --scenario stop-2027 --futures 1000 --within 2%
                  genryu stress mine --scenario stop-2027 --futures 1000 --future 17

                With --futures each future draws every number that the case writes with a range (`80..120`), balances a
                calm world of its own and goes through the months. The same seed and number of futures give the same
                futures, on any number of workers, and --future goes through one of them alone.""", """
                各月の判断は当事者の見通せる範囲(シナリオの foresight)で行い、在庫・海上の貨物・休止した工程を
                翌月に引き継ぎます。結果はすべて、何も起きない平時との比較です。

                例:
                  genryu stress alliance --scenario japan-stop
                  genryu stress mine --scenario stop-2027 --out stop
                  genryu stress mine --scenario stop-2027 --json > months.json
                  genryu stress mine --scenario stop-2027 --futures 1000 --within 2%
                  genryu stress mine --scenario stop-2027 --futures 1000 --future 17

                --futures では、ケースが幅で書いた数値(`80..120` など)を未来ごとに引き、未来ごとの平時を均衡計算して
                月ごとにたどります。シードと未来の数が同じなら、並列数によらず同じ未来になり、
                --future でそのうち1つだけをたどれます。""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.theCase("1", Text.same("")));
        spec.addOption(
                words
                        .option("--scenario", "ID", new Text("The scenario (its id or title).", "シナリオ(IDまたは題名)。"))
                        .toBuilder()
                        .required(true)
                        .build());
        spec.addOption(words.option(
                "--with", "ID,...", new Text("Add the measures of these scenarios to it.", "これらのシナリオの対策を加えます。")));
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
    public CommandResult run(CommandCall call) throws IOException {
        Optional<FuturesOfStress> futures = FuturesOfStress.asked(call);
        Optional<Draft> to = call.claim(ResultFolder.STRESS);
        SolverSession.prepare();
        Outcome<CaseFile> read = CaseSource.read(call);
        if (read.clean().isEmpty()) {
            return new CommandResult.BadInput(read.findings());
        }
        CaseFile file = read.clean().get();
        Outcome<Scenario> scenario =
                StressStudy.scenario(file, call.option("--scenario").orElseThrow());
        if (scenario.clean().isEmpty()) {
            return new CommandResult.BadInput(scenario.findings());
        }
        Outcome<Scenario> asked = with(call, file, scenario.clean().get());
        if (asked.clean().isEmpty()) {
            return new CommandResult.BadInput(asked.findings());
        }
        Scenario acting = asked.clean().get();
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

    /// The scenario with the measures of others beside its own.
    private static Outcome<Scenario> with(CommandCall call, CaseFile file, Scenario scenario) {
        List<Finding> wrong = new ArrayList<>();
        Scenario acting = scenario;
        for (String name : RunPipeline.listed(call, "--with")) {
            Outcome<Scenario> other = StressStudy.scenario(file, name);
            wrong.addAll(other.findings());
            if (other.clean().isPresent()) {
                List<Scenario.Action> measures = other.clean().get().measures();
                if (measures.isEmpty()) {
                    wrong.add(Finding.error(
                            Finding.Place.of(other.clean().get().file()),
                            new Text("Scenario '" + name + "'", "シナリオ「" + name + "」"),
                            new Text("has no measures to add.", "には加える対策がありません。"),
                            new Text(
                                    "--with takes the measures of a scenario, not its events.",
                                    "--with はシナリオの対策だけを加えます（事象は加えません）。")));
                }
                List<Scenario.Action> all = new ArrayList<>(acting.actions());
                measures.stream().filter(one -> !all.contains(one)).forEach(all::add);
                acting = acting.acting(all);
            }
        }
        return wrong.isEmpty() ? Outcome.of(acting) : Outcome.failed(wrong);
    }

    /// Options of the calm world's balance.
    static BalanceOptions options(CommandCall call) {
        return call.flag("--uncalibrated") ? BalanceOptions.DEFAULT.uncalibrated() : BalanceOptions.DEFAULT;
    }

    static CommandResult noCalm(BalanceResult calm) {
        return switch (calm) {
            case BalanceResult.Infeasible(var culprits) -> new CommandResult.Infeasible(culprits);
            case BalanceResult.Unbounded(var culprits) -> new CommandResult.Unbounded(culprits);
            case BalanceResult.StoppedEarly(var _, double gap, var cause) ->
                new CommandResult.Unproved(cause, gap, false);
            case BalanceResult.Balanced _ -> unproved(false);
        };
    }

    static CommandResult unproved(boolean kept) {
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
                        call.flag("--measures") ? calm.measures(account, call.progress()) : Optional.empty(),
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
            to.get().write(ResultFolder.PAGE, StressPage.of(account, known, call.lang(), ProgramVersion.current()));
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
