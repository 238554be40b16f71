package org.genryu.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.balance.risk.TracedBalance;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseNames;
import org.genryu.casefile.InForce;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.casefile.resolve.WithoutScenarioFlows;
import org.genryu.core.Ahead;
import org.genryu.core.ContentHash;
import org.genryu.core.Deadline;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.core.Text;
import org.genryu.core.time.Periods;
import org.genryu.results.CaseFingerprint;
import org.genryu.results.Citations;
import org.genryu.results.RunResult;
import org.genryu.value.world.CaseProjects;

/// From a case to all that there is to tell about it. Reading comes before ([org.genryu.casefile.read.CaseReader]),
/// writing after ([org.genryu.results.ResultFolder]); this is what lies between.
public final class Study {
    private Study() {}

    /// Resolves and balances a case. The outcome is empty only if the case has errors or the scenario is unknown;
    /// that a world cannot be balanced is an answer.
    ///
    /// @param version of the program, for the record of the run
    /// @param findings of reading the case, which travel on with the run
    public static Outcome<RunResult> answer(
            CaseFile file, List<Finding> findings, RunOptions question, String version, ProgressReport progress) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        Outcome<Optional<Scenario>> found = scenario(file, question);
        Outcome<InForce> happened = InForce.of(file, question.without());
        if (found.hasErrors() || happened.hasErrors()) {
            return Outcome.failed(join(found.findings(), happened.findings()));
        }
        long start = System.nanoTime();
        progress.begin(new Text("applying changes", "変更を適用中"));
        Optional<Scenario> asked = found.value().orElseThrow();
        InForce inForce = happened.value().orElseThrow();
        Optional<Scenario> acting = inForce.with(asked);
        Ahead<String> fingerprint = new Ahead<>(() -> CaseFingerprint.of(file));
        fingerprint.begin();
        BaseComparison without = new BaseComparison(
                question.solved(), () -> key(fingerprint.get(), file.header().base()), question.options());
        Outcome<ResolvedCase> resolved = CaseResolver.resolve(file, acting, without.carried());
        if (resolved.clean().isEmpty()) {
            return Outcome.failed(join(findings, resolved.findings()));
        }
        seconds.put("resolve", (System.nanoTime() - start) * 1e-9);
        SupplyCase supply = resolved.clean().get().supply();
        Observed observed = new Observed(file, acting, supply);
        String hash = fingerprint.get();
        String key = key(hash, inForce.left());
        BalanceResult result = question.solved()
                .balance(
                        new SolvedCases.Question(key, asked.map(Scenario::id), question.options()), supply, options -> {
                            progress.begin(new Text("balancing supply and demand", "需給を均衡計算中"));
                            return Balancer.balance(supply, without.fitted(observed.get()), options);
                        });
        phases(result).forEach(seconds::put);
        Optional<Balance> base = question.compared() && asked.isPresent()
                ? beside(file, without, inForce, key, observed.get(), result, progress)
                : Optional.empty();
        seconds.put(
                "rest",
                Math.max(
                        0,
                        (System.nanoTime() - start) * 1e-9
                                - seconds.values().stream().mapToDouble(s -> s).sum()));
        RunResult run = run(
                        file,
                        asked,
                        question,
                        version,
                        hash,
                        resolved.clean().get(),
                        result,
                        join(findings, resolved.findings()),
                        seconds)
                .with(new RunResult.Beside(asked.map(Study::title), prepared(file), base, happened(file, inForce)));
        return Outcome.of(valued(file, question, run, progress));
    }

    /// With the term sheets of the case at the prices of the run, if somebody asked, there are prices, and time is
    /// left.
    private static RunResult valued(CaseFile file, RunOptions question, RunResult run, ProgressReport progress) {
        if (!question.valued() || !(run.result() instanceof BalanceResult.Balanced(Balance balance, var _))) {
            return run;
        }
        long start = System.nanoTime();
        progress.begin(new Text("valuing the projects of the case", "ケースのプロジェクトを評価中"));
        try {
            TracedBalance traced = TracedBalance.kept(balance);
            RunResult valued = run.with(CaseProjects.of(file, traced.assessment()), traced);
            Map<String, Double> seconds = new LinkedHashMap<>(run.seconds());
            seconds.put("value", (System.nanoTime() - start) * 1e-9);
            return valued.with(seconds);
        } catch (Deadline.TimeUp _) {
            return run;
        }
    }

    /// The base case with what happened in it, where there is an answer to compare with it.
    private static Optional<Balance> beside(
            CaseFile file,
            BaseComparison without,
            InForce inForce,
            String key,
            SupplyCase observed,
            BalanceResult result,
            ProgressReport progress) {
        return switch (result) {
            case BalanceResult.Infeasible _, BalanceResult.Unbounded _ -> Optional.empty();
            case BalanceResult.Balanced _, BalanceResult.StoppedEarly _ -> {
                progress.begin(new Text("balancing the base case", "基準ケースを均衡計算中"));
                Optional<Scenario> acting = inForce.with(Optional.empty());
                yield acting.isEmpty()
                        ? without.beside(observed)
                        : CaseResolver.resolve(file, acting, without.carried())
                                .clean()
                                .flatMap(base -> without.beside(observed, base.supply(), key));
            }
        };
    }

    /// What an answer is kept by: the words of the case, and what was left out of what happened.
    static String key(String hash, List<String> left) {
        if (left.isEmpty()) {
            return hash;
        }
        List<String> words = new ArrayList<>(left);
        words.addFirst(hash);
        return ContentHash.of(words);
    }

    /// What somebody may ask for, attacks before mere answers to them: what is in force already is none of it.
    private static List<RunResult.Prepared> prepared(CaseFile file) {
        return file.scenarios().values().stream()
                .filter(one -> !file.header().base().contains(one.id()))
                .sorted(Comparator.comparing((Scenario one) -> one.events().isEmpty())
                        .thenComparing(Scenario::id))
                .map(Study::prepared)
                .toList();
    }

    private static RunResult.Prepared prepared(Scenario one) {
        return new RunResult.Prepared(one.id(), title(one));
    }

    private static RunResult.Happened happened(CaseFile file, InForce inForce) {
        return new RunResult.Happened(
                inForce.scenarios().stream().map(Study::prepared).toList(),
                inForce.left().stream()
                        .flatMap(id -> file.scenario(id).stream())
                        .map(Study::prepared)
                        .toList());
    }

    /// The scenario's title, or its id where it has none.
    private static Text title(Scenario scenario) {
        return scenario.title().en().isBlank() ? Text.same(scenario.id()) : scenario.title();
    }

    /// The case in which the base year was observed, resolved once and only if somebody asks.
    private static final class Observed {
        private final CaseFile file;
        private final Optional<Scenario> scenario;
        private final SupplyCase supply;
        private Optional<SupplyCase> found = Optional.empty();

        Observed(CaseFile file, Optional<Scenario> scenario, SupplyCase supply) {
            this.file = file;
            this.scenario = scenario;
            this.supply = supply;
        }

        SupplyCase get() {
            if (found.isEmpty()) {
                found = Optional.of(observed(file, scenario, supply));
            }
            return found.get();
        }
    }

    /// The case in which the base year was observed: the one without any event.
    /// @param scenario what acts in the run; empty if nothing does
    public static SupplyCase observed(CaseFile file, Optional<Scenario> scenario, SupplyCase supply) {
        return scenario.isEmpty()
                ? supply
                : CaseResolver.resolve(file).clean().map(ResolvedCase::supply).orElseGet(supply::whole);
    }

    /// What a case carries without its scenario, found by balancing it; asked for only where an event needs it.
    public static WithoutScenarioFlows base(BalanceOptions options) {
        return new BaseComparison(options).carried();
    }

    private static RunResult run(
            CaseFile file,
            Optional<Scenario> scenario,
            RunOptions question,
            String version,
            String hash,
            ResolvedCase resolved,
            BalanceResult result,
            List<Finding> findings,
            Map<String, Double> seconds) {
        boolean calibrated = result instanceof BalanceResult.Balanced(Balance balance, var _)
                && balance.calibration().isPresent();
        RunResult.Facts facts = new RunResult.Facts(
                version, scenario.map(Scenario::id).orElse("base"), file.label(), hash, question.seed(), calibrated);
        return new RunResult(
                facts,
                resolved.supply().whole(),
                result,
                cut(resolved.supply().periods()),
                Citations.of(file),
                findings,
                seconds);
    }

    /// The whole periods that events cut.
    private static Set<Integer> cut(Periods periods) {
        return periods.cuts().stream()
                .map(month -> periods.whole(periods.index(month)))
                .collect(Collectors.toSet());
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
