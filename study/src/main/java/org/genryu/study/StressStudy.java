package org.genryu.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseNames;
import org.genryu.casefile.InForce;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.Scenario.Action;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.casefile.resolve.WithoutScenarioFlows;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.core.Text;
import org.genryu.results.CaseFingerprint;
import org.genryu.stress.account.MeasureEffects;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.month.CalmWorld;
import org.genryu.stress.month.MonthlyStress;
import org.genryu.stress.month.StressClock;

/// From a case and a scenario to the months of it, against the calm world: the balance of the case with its stocks
/// standing still, solved once and kept.
public final class StressStudy {
    private static final Text ONLY_MEASURES =
            new Text("--with takes the measures of a scenario, not its events.", "--with はシナリオの対策だけを加えます（事象は加えません）。");

    private StressStudy() {}

    /// How it ended.
    public sealed interface Result {
        record Told(StressAccount account) implements Result {}

        /// The first month has no proved answer.
        record NoMonth(MonthlyStress.Refused refused) implements Result {}
    }

    /// What there is to stress.
    public sealed interface Ready {}

    /// The calm world has no answer.
    public record NoCalm(BalanceResult verdict) implements Ready {}

    /// The calm world of a case, ready for one scenario after the other.
    /// @param carried what the case carries without a scenario
    public record Calm(
            CaseFile file, InForce happened, Balance balance, WithoutScenarioFlows carried, BalanceOptions options)
            implements Ready {
        /// The months of a scenario.
        public Outcome<Result> under(Scenario scenario) {
            return MonthlyStress.answer(file, scenario, happened, balance, carried, options.solve())
                    .map(answer -> answer.path()
                            .<Result>map(path -> new Result.Told(StressAccount.of(answer, path)))
                            .orElseGet(() -> new Result.NoMonth(answer.refused().orElseThrow())));
        }

        /// What the measures of a scenario are worth; empty where it has none, or a month of a variant has no
        /// proved answer.
        /// @param all the scenario with all its measures
        /// @param solved keeps what its parts come to
        public Optional<MeasureEffects> measures(StressAccount all, SolvedCases solved, ProgressReport progress) {
            Scenario scenario = all.answer().scenario();
            List<Action> events = scenario.events();
            List<Action> measures = scenario.measures();
            if (measures.isEmpty()) {
                return Optional.empty();
            }
            progress.begin(new Text("what each measure does", "各対策の効果を計算中"));
            KeptSums sums = new KeptSums(this, solved);
            MeasureEffects.Sum whole = MeasureEffects.Sum.of(all);
            sums.keep(scenario, whole); // of one measure, what it is worth alone when another is added
            Optional<MeasureEffects.Sum> none = sums.of(scenario.acting(events));
            Optional<MeasureEffects.Sum> quiet = sums.of(scenario.acting(measures));
            if (none.isEmpty() || quiet.isEmpty()) {
                return Optional.empty();
            }
            List<MeasureEffects.Effect> each = new ArrayList<>();
            for (int k = 0; k < measures.size(); k++) {
                List<Action> alone = new ArrayList<>(events);
                alone.add(measures.get(k));
                Optional<MeasureEffects.Sum> with =
                        measures.size() == 1 ? Optional.of(whole) : sums.of(scenario.acting(alone));
                Action measure = measures.get(k);
                with.ifPresent(sum -> each.add(new MeasureEffects.Effect(measure, sum)));
            }
            return Optional.of(new MeasureEffects(none.get(), quiet.get(), each, whole));
        }

        /// What a scenario comes to; empty where it cannot be told.
        public Optional<StressAccount> told(Scenario scenario) {
            return under(scenario).clean().flatMap(result -> switch (result) {
                case Result.Told(StressAccount account) -> Optional.of(account);
                case Result.NoMonth _ -> Optional.empty();
            });
        }
    }

    /// What is in force in the calm world of a scenario: what the case has in its base, but for the scenario
    /// itself.
    public static InForce before(CaseFile file, Scenario scenario) {
        String id = Scenario.id(scenario.file()); // of a part of a scenario, that of the whole
        return file.header().base().contains(id)
                ? InForce.of(file, List.of(id)).value().orElseThrow()
                : InForce.of(file);
    }

    /// The calm world; empty if the case has errors.
    /// @param happened what is in force in it
    public static Outcome<Ready> calm(
            CaseFile file, InForce happened, SolvedCases solved, BalanceOptions options, ProgressReport progress) {
        progress.begin(new Text("balancing the calm world", "平時の需給を均衡計算中"));
        String hash = CaseFingerprint.of(file);
        BaseComparison observed =
                new BaseComparison(solved, () -> Study.key(hash, file.header().base()), options);
        Outcome<ResolvedCase> first = CaseResolver.resolve(file);
        Outcome<ResolvedCase> resolved =
                CaseResolver.resolve(file, happened.with(Optional.empty()), observed.carried());
        if (first.clean().isEmpty() || resolved.clean().isEmpty()) {
            return Outcome.failed(resolved.findings());
        }
        SupplyCase nothing = first.clean().get().supply();
        SupplyCase plain = resolved.clean().get().supply();
        SupplyCase still = CalmWorld.keepingStocks(plain);
        SupplyCase before = CalmWorld.keepingStocks(nothing);
        String key = Study.key(hash, happened.left());
        BalanceResult result = solved.balance(
                new SolvedCases.Question(
                        still.equals(plain) ? key : key + " stocks stand still", Optional.empty(), options),
                still,
                how -> Balancer.balance(still, observed.fitted(before), how));
        if (result instanceof BalanceResult.Infeasible && !still.equals(plain)) {
            // Seasons that only a stock can bridge: its levels are those of the case itself.
            result = solved.balance(
                    new SolvedCases.Question(key, Optional.empty(), options),
                    plain,
                    how -> Balancer.balance(plain, Balancer.fit(nothing, how), how));
        }
        if (result instanceof BalanceResult.Balanced(Balance balance, var _)) {
            return Outcome.of(new Calm(file, happened, balance, observed.carried(), options), resolved.findings());
        }
        return Outcome.of(new NoCalm(result), resolved.findings());
    }

    /// The scenario of that id or title.
    public static Outcome<Scenario> scenario(CaseFile file, String name) {
        return CaseNames.scenarios(file).find(name).map(at -> sorted(file).get(at));
    }

    /// The scenario with the measures of others beside its own.
    /// @param names of those others, by id or title; `name:shape` takes only measures of that shape
    public static Outcome<Scenario> with(CaseFile file, Scenario scenario, List<String> names) {
        List<Finding> wrong = new ArrayList<>();
        Scenario acting = scenario;
        for (String name : names) {
            int colon = name.lastIndexOf(':');
            String shape = colon < 0 ? "" : name.substring(colon + 1);
            Outcome<Scenario> other = scenario(file, colon < 0 ? name : name.substring(0, colon));
            wrong.addAll(other.findings());
            if (other.clean().isPresent()) {
                List<Scenario.Action> measures = other.clean().get().measures().stream()
                        .filter(one -> shape.isEmpty() || one.shape().name().equals(shape))
                        .toList();
                if (measures.isEmpty()) {
                    wrong.add(Finding.error(
                            Finding.Place.of(other.clean().get().file()),
                            new Text("Scenario '" + name + "'", "シナリオ「" + name + "」"),
                            new Text("has no measures to add.", "には加える対策がありません。"),
                            shape.isEmpty()
                                    ? ONLY_MEASURES
                                    : shapes(other.clean().get())));
                }
                List<Scenario.Action> all = new ArrayList<>(acting.actions());
                measures.stream().filter(one -> !all.contains(one)).forEach(all::add);
                acting = acting.acting(all);
            }
        }
        return wrong.isEmpty() ? Outcome.of(acting) : Outcome.failed(wrong);
    }

    private static Text shapes(Scenario scenario) {
        String shapes = scenario.measures().stream()
                .map(one -> one.shape().name())
                .distinct()
                .collect(Collectors.joining(", "));
        return new Text(
                "the shapes of its measures are: " + (shapes.isEmpty() ? "none" : shapes) + ".",
                "対策の形は次のとおりです：" + (shapes.isEmpty() ? "なし" : shapes) + "。");
    }

    /// The months that a scenario goes through.
    public static StressClock clock(CaseFile file, Scenario scenario) {
        return MonthlyStress.clock(scenario, file.header().periods(), new ArrayList<>());
    }

    /// The scenarios of a case by id.
    public static List<Scenario> sorted(CaseFile file) {
        List<Scenario> all = new ArrayList<>(file.scenarios().values());
        all.sort(Comparator.comparing(Scenario::id));
        return List.copyOf(all);
    }

    /// Findings of several steps, each once.
    public static List<Finding> joined(List<Finding> first, List<Finding> second) {
        List<Finding> all = new ArrayList<>(first);
        second.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return all;
    }
}
