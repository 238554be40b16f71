package org.genryu.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.Scenario.Action;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.core.SideBySide;
import org.genryu.core.Text;
import org.genryu.share.rule.MeasuredWeights;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.damage.Damage;
import org.genryu.stress.game.AllianceAccount;
import org.genryu.stress.game.AllianceAccount.Acted;
import org.genryu.stress.game.AllianceAccount.Aim;
import org.genryu.stress.game.AllianceAccount.Plan;
import org.genryu.stress.game.SidePayOff;
import org.genryu.stress.month.MeasurePayment;
import org.genryu.stress.month.MonthlyStress.Asked;
import org.genryu.study.AllianceAnswers.Way;
import org.genryu.study.NextBestPlants.Instead;

/// From a scenario and partners to a game: the months of every coalition with its own measures, over the same futures
/// for all where futures are asked for. What a coalition may do: [AllianceAnswers].
public final class AllianceStudy {
    /// Of so many partners every coalition is run.
    public static final int MOST = 8;

    /// The worst part of the futures, in which risk is borne [fraction].
    public static final double TAIL = .2;

    private final StressStudy.Calm calm;
    private final Scenario scenario;
    private final List<String> members;
    private final Question question;
    private final AllianceAnswers answers;

    private AllianceStudy(StressStudy.Calm calm, Scenario scenario, List<String> members, Question question) {
        this.calm = calm;
        this.scenario = scenario;
        this.members = members;
        this.question = question;
        this.answers = new AllianceAnswers(calm.balance().of(), scenario, members);
    }

    /// @param futures how many are drawn, the same for every coalition; 0 for the central values alone, else 2 or
    /// more
    /// @param weights whether what each partner brings is measured too
    public record Question(int futures, long seed, boolean weights) {
        public static final Question CENTRAL = new Question(0, 1, false);
    }

    /// @param account in the mean of the futures, or at the central values; empty if a coalition has no proved
    /// answer
    /// @param futures that have an answer, in their order; empty where none were asked for
    /// @param weights where they were asked for
    /// @param untold coalitions without one
    public record Played(
            Optional<AllianceAccount> account,
            List<AllianceAccount> futures,
            Optional<MeasuredWeights> weights,
            List<String> untold) {
        public Played {
            futures = List.copyOf(futures);
        }
    }

    /// What one run comes to for every coalition that acts so, and for every member.
    /// @param sides by coalition of those asked for
    /// @param each by member, nothing paid
    /// @param paid by member, as `funds`
    private record Told(Map<Integer, SidePayOff> sides, List<SidePayOff> each, double[] paid, double[] funds) {}

    /// @param scenario events and the measures that partners may take
    /// @param members countries or places of the case, 1 to [#MOST]
    public static Outcome<Played> of(
            StressStudy.Calm calm,
            Scenario scenario,
            List<String> members,
            Question question,
            ProgressReport progress) {
        AllianceStudy study = new AllianceStudy(calm, scenario, members, question);
        List<Run> runs = study.runs();
        return question.futures() == 0 ? study.central(runs, progress) : study.futures(runs, progress);
    }

    /// Ways that come to the same actions.
    private record Run(List<Action> actions, List<Way> ways) {}

    private List<Run> runs() {
        Map<List<Action>, List<Way>> same = new LinkedHashMap<>();
        for (int s = 0; s < 1 << members.size(); s++) {
            for (Plan plan : Plan.values()) {
                Way way = new Way(s, plan);
                List<Action> actions = answers.actions(way);
                boolean known = same.containsKey(actions)
                        && same.get(actions).stream().anyMatch(other -> other.coalition() == way.coalition());
                if (!known) {
                    same.computeIfAbsent(actions, _ -> new ArrayList<>()).add(way);
                }
            }
        }
        return same.entrySet().stream()
                .map(entry -> new Run(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Outcome<Played> central(List<Run> runs, ProgressReport progress) {
        List<Outcome<Optional<Told>>> outcomes = SideBySide.of(runs.size(), r -> {
            tell(progress, runs, r);
            return told(runs.get(r));
        });
        List<Finding> findings = new ArrayList<>();
        Set<String> untold = new LinkedHashSet<>();
        List<Told> told = new ArrayList<>();
        for (int r = 0; r < runs.size(); r++) {
            findings = StressStudy.joined(findings, outcomes.get(r).findings());
            Optional<Told> one = outcomes.get(r).clean().flatMap(some -> some);
            one.ifPresent(told::add);
            if (one.isEmpty()) {
                runs.get(r).ways().forEach(way -> untold.add(answers.name(way.coalition())));
            }
        }
        return Outcome.of(
                untold.isEmpty()
                        ? played(List.of(account(runs, told)), false, progress)
                        : new Played(Optional.empty(), List.of(), Optional.empty(), List.copyOf(untold)),
                findings);
    }

    /// The same futures for all: every coalition meets the same draws.
    private Outcome<Played> futures(List<Run> runs, ProgressReport progress) {
        Outcome<StressFutures> drawn = StressFutures.of(
                calm,
                scenario,
                new StressFutures.Question(question.futures(), question.seed(), 1, OptionalDouble.empty()));
        if (drawn.clean().isEmpty()) {
            return Outcome.failed(drawn.findings());
        }
        StressFutures futures = drawn.clean().get();
        List<Asked> courses = new ArrayList<>();
        List<Finding> findings = futures.findings();
        for (Run run : runs) {
            Outcome<Asked> course = futures.course(scenario.acting(run.actions()));
            findings = StressStudy.joined(findings, course.findings());
            if (course.clean().isEmpty()) {
                return Outcome.failed(findings);
            }
            courses.add(course.clean().get());
        }
        List<AllianceAccount> accounts = SideBySide.of(question.futures(), f -> {
                    progress.at(new Text("future " + (f + 1), "未来" + (f + 1) + "を計算中"), f, question.futures());
                    List<Optional<StressAccount>> months = futures.one(f, courses);
                    return months.stream().anyMatch(Optional::isEmpty)
                            ? Optional.<AllianceAccount>empty()
                            : Optional.of(account(
                                    runs,
                                    IntStream.range(0, runs.size())
                                            .mapToObj(r -> told(
                                                    runs.get(r), months.get(r).orElseThrow()))
                                            .toList()));
                })
                .stream()
                .flatMap(Optional::stream)
                .toList();
        if (accounts.size() < 2) {
            return Outcome.of(
                    new Played(
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            List.of(answers.name((1 << members.size()) - 1))),
                    findings);
        }
        if (accounts.size() < question.futures()) {
            findings.add(Finding.warning(
                    Finding.Place.of(scenario.file()),
                    new Text("Alliance", "同盟"),
                    new Text(
                            "%s of %s futures have a proved answer for every coalition; the others are left out."
                                    .formatted(accounts.size(), question.futures()),
                            "全提携に証明された解がある未来は%s/%sです。残りは除きます。".formatted(accounts.size(), question.futures())),
                    new Text("another `--seed` draws others.", "`--seed` を変えると別の未来を引きます。")));
        }
        return Outcome.of(played(accounts, true, progress), findings);
    }

    private Played played(List<AllianceAccount> accounts, boolean drawn, ProgressReport progress) {
        AllianceAccount mean = AllianceAccount.mean(accounts);
        Optional<MeasuredWeights> weights =
                question.weights() ? Optional.of(weights(mean, accounts, progress)) : Optional.empty();
        return new Played(Optional.of(mean), drawn ? accounts : List.of(), weights, List.of());
    }

    /// What each partner brings to what all do together: money, plants that work better than the next best, and the
    /// bearing of risk.
    private MeasuredWeights weights(AllianceAccount mean, List<AllianceAccount> accounts, ProgressReport progress) {
        int all = (1 << members.size()) - 1;
        Acted together = mean.together();
        double[] technology = new double[members.size()];
        NextBestPlants plants = new NextBestPlants(calm.balance(), scenario);
        // Lost in central values, so that it is held against the central worth of all.
        double worth = worth(all, Instead.NOTHING).orElse(mean.worth(all, Aim.ALL));
        for (int i = 0; i < technology.length; i++) {
            String member = members.get(i);
            progress.at(new Text("without the plants of " + member, member + "の設備なしで計算中"), i, technology.length);
            Instead instead =
                    plants.instead(place -> SidePayOff.member(calm.balance().of(), place, List.of(member)));
            technology[i] =
                    instead.events().isEmpty() ? 0 : worth - worth(all, instead).orElse(worth);
        }
        Optional<double[]> risk = accounts.size() < 2
                ? Optional.empty()
                : Optional.of(MeasuredWeights.tailParts(
                        accounts.stream()
                                .map(one -> IntStream.range(0, members.size())
                                        .mapToDouble(i -> one.net(one.acting(all, together.plan()), i))
                                        .toArray())
                                .toArray(double[][]::new),
                        TAIL));
        return new MeasuredWeights(together.funds(), technology, risk);
    }

    /// v(S) at the central values where some plants work otherwise.
    private Optional<Double> worth(int coalition, Instead instead) {
        double best = 0;
        Optional<Double> nothing = Optional.empty();
        Set<List<Action>> known = new HashSet<>();
        for (Plan plan : Plan.values()) {
            Way way = new Way(coalition, plan);
            List<Action> actions = new ArrayList<>(scenario.events());
            actions.addAll(instead.events());
            actions.addAll(answers.measures(way));
            if (known.add(actions)) {
                Run run = new Run(actions, List.of(way));
                Optional<Double> pay = calm.told(scenario.acting(actions))
                        .filter(account -> account.answer().refused().isEmpty())
                        .map(account -> side(told(run, account), coalition).total() - instead.cost(account));
                if (pay.isEmpty()) {
                    return Optional.empty();
                }
                nothing = nothing.or(() -> pay);
                best = Math.max(best, pay.get() - nothing.get());
            }
        }
        return Optional.of(best);
    }

    private void tell(ProgressReport progress, List<Run> runs, int r) {
        String named = answers.name(runs.get(r).ways().getFirst().coalition());
        progress.at(new Text("coalition " + named, "提携 " + named + " を計算中"), r, runs.size());
    }

    private AllianceAccount account(List<Run> runs, List<Told> told) {
        Map<Way, Told> byWay = new LinkedHashMap<>();
        for (int r = 0; r < runs.size(); r++) {
            Told one = told.get(r);
            runs.get(r).ways().forEach(way -> byWay.put(way, one));
        }
        List<SidePayOff> calmer =
                Objects.requireNonNull(byWay.get(new Way(0, Plan.NOTHING))).each();
        List<List<Acted>> plans = new ArrayList<>();
        for (int s = 0; s < 1 << members.size(); s++) {
            List<Acted> own = new ArrayList<>();
            SidePayOff before = side(Objects.requireNonNull(byWay.get(new Way(s, Plan.NOTHING))), s);
            for (Plan plan : Plan.values()) {
                Told one = byWay.get(new Way(s, plan));
                if (one != null) {
                    List<SidePayOff> direct = new ArrayList<>();
                    for (int i = 0; i < members.size(); i++) {
                        direct.add(one.each().get(i).less(calmer.get(i)));
                    }
                    own.add(new Acted(
                            plan,
                            answers.abroad(new Way(s, plan)),
                            side(one, s).less(before),
                            direct,
                            one.paid(),
                            one.funds()));
                }
            }
            plans.add(own);
        }
        return new AllianceAccount(scenario.id(), scenario.title(), members, plans);
    }

    private static SidePayOff side(Told told, int coalition) {
        return Objects.requireNonNull(told.sides().get(coalition));
    }

    private Outcome<Optional<Told>> told(Run run) {
        Outcome<StressStudy.Result> outcome = calm.under(scenario.acting(run.actions()));
        return Outcome.of(
                outcome.clean().orElse(null) instanceof StressStudy.Result.Told(StressAccount account)
                                && account.answer().refused().isEmpty()
                        ? Optional.of(told(run, account))
                        : Optional.empty(),
                outcome.findings());
    }

    private Told told(Run run, StressAccount account) {
        Damage damage = Damage.of(calm.file(), account);
        Map<Integer, SidePayOff> sides = new LinkedHashMap<>();
        for (Way way : run.ways()) {
            sides.put(
                    way.coalition(),
                    SidePayOff.of(account, damage, answers.inside(way.coalition()), way.plan() != Plan.NOTHING));
        }
        List<SidePayOff> each = members.stream()
                .map(member -> SidePayOff.of(account, damage, List.of(member), false))
                .toList();
        return new Told(
                sides,
                each,
                byMember(account, MeasurePayment::net),
                byMember(account, payment -> payment.funds(discount())));
    }

    private double discount() {
        return calm.balance().of().info().discountRate();
    }

    /// What each member pays: the payers of a measure in equal parts, its owners where it names none, all
    /// members where it has no owner either.
    private double[] byMember(StressAccount account, ToDoubleFunction<MeasurePayment> amount) {
        double[] paid = new double[members.size()];
        for (MeasurePayment payment : account.answer().payments()) {
            List<String> named = payment.payers().isEmpty() ? answers.owners(payment.action()) : payment.payers();
            List<String> payers = named.isEmpty() ? members : named;
            for (String payer : payers) {
                int at = members.indexOf(payer);
                if (at >= 0) {
                    paid[at] += amount.applyAsDouble(payment) / payers.size();
                }
            }
        }
        return paid;
    }
}
