package org.genryu.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.balance.explain.PriceExplanation;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseNames;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.casefile.resolve.WithoutScenarioFlows;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.core.Text;
import org.genryu.core.time.Periods;
import org.genryu.report.Run;

/// From a case to all that there is to tell about it. Reading comes before ([org.genryu.casefile.read.CaseReader]),
/// writing after
/// ([org.genryu.report.ResultFolder]); this is what lies between.
public final class Study {
    private Study() {}

    /// Resolves and balances a case. The outcome is empty only if the case has errors or the scenario is unknown;
    /// that a world cannot be
    /// balanced is an answer.
    ///
    /// @param version of the program, for the record of the run
    /// @param findings of reading the case, which travel on with the run
    public static Outcome<Run> answer(
            CaseFile file, List<Finding> findings, RunOptions question, String version, ProgressReport progress) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        Outcome<Optional<Scenario>> scenario = scenario(file, question);
        if (scenario.hasErrors()) {
            return Outcome.failed(scenario.findings());
        }
        long start = System.nanoTime();
        progress.begin(new Text("applying changes", "変更を適用中"));
        BaseComparison without = new BaseComparison(question.options());
        Outcome<ResolvedCase> resolved =
                CaseResolver.resolve(file, scenario.value().orElseThrow(), without.carried());
        if (resolved.clean().isEmpty()) {
            return Outcome.failed(join(findings, resolved.findings()));
        }
        seconds.put("resolve", (System.nanoTime() - start) * 1e-9);
        progress.begin(new Text("balancing supply and demand", "需給を均衡計算中"));
        SupplyCase supply = resolved.clean().get().supply();
        SupplyCase observed = observed(file, scenario.value().orElseThrow(), supply);
        BalanceResult result = Balancer.balance(supply, without.fitted(observed), question.options());
        phases(result).forEach(seconds::put);
        Optional<Balance> base =
                question.compared() && scenario.value().orElseThrow().isPresent()
                        ? beside(without, observed, result, progress)
                        : Optional.empty();
        seconds.put(
                "rest",
                Math.max(
                        0,
                        (System.nanoTime() - start) * 1e-9
                                - seconds.values().stream().mapToDouble(s -> s).sum()));
        return Outcome.of(run(
                        file,
                        scenario.value().orElseThrow(),
                        question,
                        version,
                        resolved.clean().get(),
                        result,
                        join(findings, resolved.findings()),
                        seconds)
                .with(new Run.Beside(scenario.value().orElseThrow().map(Study::title), prepared(file), base)));
    }

    /// The base case, where there is an answer to compare with it.
    private static Optional<Balance> beside(
            BaseComparison without, SupplyCase observed, BalanceResult result, ProgressReport progress) {
        return switch (result) {
            case BalanceResult.Infeasible _, BalanceResult.Unbounded _ -> Optional.empty();
            case BalanceResult.Balanced _, BalanceResult.StoppedEarly _ -> {
                progress.begin(new Text("balancing the base case", "基準ケースを均衡計算中"));
                yield without.beside(observed);
            }
        };
    }

    private static List<Run.Prepared> prepared(CaseFile file) {
        return file.scenarios().values().stream()
                .sorted(Comparator.comparing(Scenario::id))
                .map(one -> new Run.Prepared(one.id(), title(one)))
                .toList();
    }

    /// The scenario's title, or its id where it has none.
    private static Text title(Scenario scenario) {
        return scenario.title().en().isBlank() ? Text.same(scenario.id()) : scenario.title();
    }

    /// The case in which the base year was observed: the one without the scenario.
    public static SupplyCase observed(CaseFile file, Optional<Scenario> scenario, SupplyCase supply) {
        return scenario.isEmpty()
                ? supply
                : CaseResolver.resolve(file).clean().map(ResolvedCase::supply).orElseGet(supply::whole);
    }

    /// What a case carries without its scenario, found by balancing it; asked for only where an event needs it.
    public static WithoutScenarioFlows base(BalanceOptions options) {
        return new BaseComparison(options).carried();
    }

    private static Run run(
            CaseFile file,
            Optional<Scenario> scenario,
            RunOptions question,
            String version,
            ResolvedCase resolved,
            BalanceResult result,
            List<Finding> findings,
            Map<String, Double> seconds) {
        boolean calibrated = result instanceof BalanceResult.Balanced(Balance balance, var _)
                && balance.calibration().isPresent();
        Run.Facts facts = new Run.Facts(
                version,
                scenario.map(Scenario::id).orElse("base"),
                "",
                CaseFingerprint.of(file),
                question.seed(),
                calibrated);
        Optional<Balance.Explainer> explainer = result instanceof BalanceResult.Balanced(Balance balance, var _)
                ? Optional.of((market, period) -> isCut(resolved.supply().periods(), period)
                        ? Optional.empty()
                        : PriceExplanation.of(balance, market, period))
                : Optional.empty();
        return new Run(facts, resolved.supply().whole(), result, explainer, CaseCitations.of(file), findings, seconds);
    }

    /// Whether events cut the whole period: its price is a mean of prices that each have a story.
    private static boolean isCut(Periods periods, int whole) {
        return periods.cuts().stream().anyMatch(month -> periods.whole(periods.index(month)) == whole);
    }

    private static Map<String, Double> phases(BalanceResult result) {
        Map<String, Double> phases = new LinkedHashMap<>();
        if (result instanceof BalanceResult.Balanced(var _, Balance.Proof proof)) {
            phases.put("build", proof.seconds().build());
            phases.put("hand_over", proof.seconds().handOver());
            phases.put("solve", proof.seconds().solve());
        }
        return phases;
    }

    private static Outcome<Optional<Scenario>> scenario(CaseFile file, RunOptions question) {
        if (question.scenario().isEmpty()) {
            return Outcome.of(Optional.empty());
        }
        Outcome<Integer> found =
                CaseNames.scenarios(file).find(question.scenario().get());
        return found.map(at -> Optional.of(file.scenarios().values().stream()
                .sorted(Comparator.comparing(Scenario::id))
                .toList()
                .get(at)));
    }

    private static List<Finding> join(List<Finding> first, List<Finding> second) {
        List<Finding> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
