package org.genryu.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.Scenario.Action;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.core.Text;
import org.genryu.plan.world.DecidedOptions;
import org.genryu.plan.world.Plan;
import org.genryu.plan.world.PlanOption;
import org.genryu.plan.world.PlanScenario;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.account.UseStress;

/// Do the months keep what a plan promises? Every scenario of the plan goes through the months twice, once in a world
/// without any option and once in a world where those of the plan and the ceilings of its target are in force from the
/// start, each against its own calm world.
///
///     lack = max over the years of Σ price · lacking / Σ price · wanted        of home, at prices in calm
///
/// A year of the plan knows the whole horizon and no stocks of the trade; the months know stocks, voyages and what may
/// be foreseen. Where neither is of weight both say the same.
public final class PlanMonths {
    private static final int YEAR = 12;

    private final CaseFile file;
    private final Plan plan;
    private final BalanceOptions options;
    private final ProgressReport progress;

    private PlanMonths(CaseFile file, Plan plan, BalanceOptions options, ProgressReport progress) {
        this.file = file;
        this.plan = plan;
        this.options = options;
        this.progress = progress;
    }

    /// @param world without the plan and with it
    /// @param lacks by scenario id; scenarios without an answer are left out
    public record Kept(List<Balance> world, Map<String, Plan.Lack> lacks) {
        public Kept {
            world = List.copyOf(world);
        }

        /// @param scenario id
        public Optional<Plan.Lack> of(String scenario) {
            return Optional.ofNullable(lacks.get(scenario));
        }
    }

    /// @return without a value if a calm world has errors or no answer
    public static Outcome<Kept> of(CaseFile file, Plan plan, BalanceOptions options, ProgressReport progress) {
        return new PlanMonths(file, plan, options, progress).kept();
    }

    private Outcome<Kept> kept() {
        Outcome<StressStudy.Ready> without = world(false);
        Outcome<StressStudy.Ready> with = world(true);
        if (!(without.clean().orElse(null) instanceof StressStudy.Calm before
                && with.clean().orElse(null) instanceof StressStudy.Calm after)) {
            List<Finding> findings = StressStudy.joined(without.findings(), with.findings());
            return Outcome.failed(
                    findings.stream().anyMatch(one -> one.severity() == Finding.Severity.ERROR)
                            ? findings
                            : List.of(none()));
        }
        Map<String, Plan.Lack> lacks = new LinkedHashMap<>();
        List<PlanScenario> scenarios = plan.scenarios().stream()
                .map(Plan.Outcome::scenario)
                .filter(one -> !one.actions().isEmpty())
                .toList();
        for (PlanScenario one : scenarios) {
            progress.at(
                    new Text("months of " + one.name().en(), one.name().ja() + "の月次計算中"),
                    lacks.size(),
                    scenarios.size());
            Optional<StressAccount> none = before.told(scenario(one, List.of()));
            Optional<StressAccount> planned = after.told(scenario(one, rules(one.id())));
            if (none.isPresent() && planned.isPresent()) {
                lacks.put(
                        one.id(),
                        new Plan.Lack(lack(none.get(), before.balance()), lack(planned.get(), before.balance())));
            }
        }
        return Outcome.of(new Kept(List.of(before.balance(), after.balance()), lacks));
    }

    private static Finding none() {
        return Finding.error(
                Finding.Place.of("options.csv"),
                new Text("Plan", "計画"),
                new Text("its calm world has no proved answer in the months.", "計画の平時に月次の証明された解がありません。"),
                new Text("`genryu balance` tells more.", "`genryu balance` で原因が分かります。"));
    }

    private List<Action> rules(String scenario) {
        return plan.promise().map(run -> run.rulesOf(scenario)).orElse(List.of());
    }

    /// The calm world in which the options are decided.
    private Outcome<StressStudy.Ready> world(boolean planned) {
        List<PlanOption> all = plan.options().stream().map(Plan.Verdict::option).toList();
        List<String> chosen = plan.options().stream()
                .filter(Plan.Verdict::chosen)
                .map(one -> one.option().id())
                .toList();
        DecidedOptions decided = DecidedOptions.of(file, all, option -> planned && chosen.contains(option.id()));
        List<Action> actions = new ArrayList<>(decided.standing());
        actions.addAll(decided.effects());
        if (planned) {
            actions.addAll(rules(PlanScenario.CALM));
        }
        InForce happened = InForce.of(file);
        List<Scenario> scenarios = new ArrayList<>(happened.scenarios());
        scenarios.add(new Scenario(
                planned ? "with-plan" : "without-plan",
                new Text("plan", "計画"),
                "options.csv",
                Optional.empty(),
                0,
                Optional.empty(),
                actions));
        return StressStudy.calm(
                file, new InForce(scenarios, happened.left(), happened.since()), SolvedCases.NONE, options, progress);
    }

    private static Scenario scenario(PlanScenario one, List<Action> rules) {
        List<Action> actions = new ArrayList<>(one.actions());
        actions.addAll(rules);
        Optional<Integer> start = one.begins() == Integer.MAX_VALUE ? Optional.empty() : Optional.of(one.begins());
        return new Scenario(one.id(), one.name(), "outlook.csv", start, 0, Optional.empty(), actions);
    }

    private static double lack(StressAccount account, Balance prices) {
        Map<Integer, double[]> years = new TreeMap<>();
        int first = account.answer().clock().first();
        for (UseStress use : account.uses()) {
            if (account.isHome(use.place())) {
                for (int i = 0; i < use.wanted().length; i++) {
                    int t = Math.max(0, prices.of().periods().index(first + i));
                    double price = prices.markets().mean(use.commodity(), t);
                    double[] sums = years.computeIfAbsent(Math.floorDiv(first + i, YEAR), _ -> new double[2]);
                    sums[0] += price * Math.max(0, use.lacking()[i]);
                    sums[1] += price * use.wanted()[i];
                }
            }
        }
        return years.values().stream()
                .mapToDouble(sums -> sums[1] > 0 ? sums[0] / sums[1] : 0)
                .max()
                .orElse(0);
    }
}
