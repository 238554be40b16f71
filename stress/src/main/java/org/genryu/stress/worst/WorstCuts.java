package org.genryu.stress.worst;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.balance.origin.PlaceCountries;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.core.Deadline;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.core.Text;

/// Which moves of the other side hurt most? From a case to the proved answer.
public final class WorstCuts {
    /// A gap up to which an answer is called proved: what the solver's own certificates hold [fraction].
    public static final double PROVED = 1e-6;

    private final CaseFile file;
    private final WorstQuestion question;
    private final ProgressReport progress;
    private final List<Finding> notes = new ArrayList<>();

    private WorstCuts(CaseFile file, WorstQuestion question, ProgressReport progress) {
        this.file = file;
        this.question = question;
        this.progress = progress;
    }

    /// The verdict on a question that could be asked.
    public sealed interface Result {
        record Found(WorstCut cut) implements Result {}

        /// The calm world has no proved answer itself, so that nothing can be told against it.
        record NoCalm(BalanceResult calm) implements Result {}
    }

    /// @return without a value if the case or the question has errors
    public static Outcome<Result> of(CaseFile file, WorstQuestion question, ProgressReport progress) {
        return new WorstCuts(file, question, progress).answer();
    }

    private Outcome<Result> answer() {
        long start = System.nanoTime();
        progress.begin(new Text("reading the calm world", "平時の世界を読み込み中"));
        Outcome<ResolvedCase> resolved = CaseResolver.resolve(file);
        if (resolved.clean().isEmpty()) {
            return Outcome.failed(resolved.findings());
        }
        notes.addAll(resolved.findings());
        SupplyCase calm = resolved.clean().get().supply();
        List<RivalMove> moves = RivalMoves.of(file, calm);
        WorstFindings faults = new WorstFindings(file, question);
        List<Finding> refused = faults.question(moves);
        if (refused.stream().anyMatch(found -> found.severity() == Finding.Severity.ERROR)) {
            return Outcome.failed(refused);
        }
        notes.addAll(refused);
        Balancer.Fitted fitted = Balancer.fit(calm, question.options());
        fitted.unfitted().ifPresent(notes::add);
        Outcome<AttackedVersions> read =
                AttackedVersions.of(file, moves, fitted, question.options().solve(), progress);
        if (read.clean().isEmpty()) {
            return Outcome.failed(read.findings());
        }
        notes.addAll(read.findings());
        AttackedVersions versions = read.clean().get();
        notes.addAll(faults.idle(versions));
        try (AttackedWorld world =
                new AttackedWorld(versions, question.options().solve())) {
            return Outcome.of(searched(world, versions, calm, fitted, start), notes);
        }
    }

    private Result searched(
            AttackedWorld world, AttackedVersions versions, SupplyCase calm, Balancer.Fitted fitted, long start) {
        progress.begin(new Text("solving the calm world", "平時の世界を計算中"));
        double least;
        try {
            least = world.calm();
        } catch (AttackCosts.Unproved _) {
            least = Double.POSITIVE_INFINITY;
        }
        if (least == Double.POSITIVE_INFINITY) {
            return new Result.NoCalm(Balancer.balance(calm, fitted, told()));
        }
        long prepared = System.nanoTime();
        int k = Math.min(question.moves(), versions.moves().size());
        AttackPlan plan = new AttackPlan(world, families(world, versions), allowed(versions.moves()));
        List<WorstCut.Attack> curve = new ArrayList<>();
        int wanted = question.alternatives() + 1;
        AttackPlan.Worst worst = plan.worst(0, wanted, new BitSet());
        for (int most = 0; most <= k; most++) {
            progress.at(new Text("proving the worst moves", "最悪の手を証明中"), most, k);
            worst = plan.worst(most, wanted, new BitSet());
            curve.add(attack(most, worst, 0));
        }
        List<WorstCut.Attack> alternatives = new ArrayList<>();
        for (int i = 1; i < worst.sets().size(); i++) {
            alternatives.add(attack(k, worst, i));
        }
        List<WorstCut.Defence> defences = defences(plan, k);
        long searched = System.nanoTime();
        Optional<List<WorstCut.Loss>> losers = losers(versions, curve.getLast(), calm, fitted);
        long told = System.nanoTime();
        return new Result.Found(new WorstCut(
                versions.moves(),
                least,
                curve,
                alternatives,
                alternatives.isEmpty()
                        || !near(
                                alternatives.getFirst().damage(),
                                curve.getLast().damage()),
                nested(curve),
                defences,
                losers,
                new WorstCut.Work(
                        world.solves(),
                        world.columns(),
                        world.rows(),
                        new WorstCut.Seconds(
                                (prepared - start) * 1e-9, (searched - prepared) * 1e-9, (told - searched) * 1e-9)),
                notes));
    }

    private static boolean near(double a, double b) {
        return a == b || Math.abs(a - b) <= PROVED * Math.max(1, Math.abs(a));
    }

    private static WorstCut.Attack attack(int most, AttackPlan.Worst worst, int at) {
        AttackSearch.Found found = worst.sets().get(at);
        double bound = at == 0 ? Math.max(worst.bound(), found.cost()) : found.cost();
        return new WorstCut.Attack(most, found.moves().stream().boxed().toList(), found.cost(), bound);
    }

    private static boolean nested(List<WorstCut.Attack> curve) {
        for (int i = 1; i < curve.size(); i++) {
            if (!curve.get(i).moves().containsAll(curve.get(i - 1).moves())) {
                return false;
            }
        }
        return true;
    }

    private List<WorstCut.Defence> defences(AttackPlan plan, int k) {
        List<WorstCut.Defence> all = new ArrayList<>();
        DefenceSearch search = new DefenceSearch(prevented -> plan.worst(k, 1 + question.alternatives(), prevented));
        for (int most = 0; most <= question.defences(); most++) {
            progress.at(new Text("proving the best defence", "最善の防御を証明中"), most, question.defences());
            DefenceSearch.Answer answer = search.best(most);
            all.add(new WorstCut.Defence(
                    most, answer.prevented().stream().boxed().toList(), attack(k, answer.left(), 0), answer.least()));
        }
        return all;
    }

    /// Which sets the budget allows.
    private Predicate<BitSet> allowed(List<RivalMove> moves) {
        if (question.budget().isEmpty()) {
            return _ -> true;
        }
        double budget = question.budget().getAsDouble();
        return set -> set.stream().mapToDouble(j -> moves.get(j).cost()).sum() <= budget * (1 + 1e-12);
    }

    /// Moves that share a block, directly or through others; all in one where a budget or more than numbers
    /// joins them.
    private List<BitSet> families(AttackedWorld world, AttackedVersions versions) {
        BitSet busy = new BitSet();
        boolean joined = question.budget().isPresent();
        for (int j = 0; j < versions.moves().size(); j++) {
            busy.set(j, !versions.alone(j).isNothing());
            joined |= versions.alone(j).structure();
        }
        if (joined) {
            return busy.isEmpty() ? List.of() : List.of(busy);
        }
        List<BitSet> families = new ArrayList<>();
        for (int block : world.touched()) {
            BitSet one = (BitSet) world.touching(block).clone();
            families.removeIf(other -> {
                boolean meets = other.intersects(one);
                if (meets) {
                    one.or(other);
                }
                return meets;
            });
            families.add(one);
        }
        return families;
    }

    // -- who loses

    private BalanceOptions told() {
        return question.options().with(BalanceOptions.Intervals.NONE).keeping(_ -> {});
    }

    private Optional<List<WorstCut.Loss>> losers(
            AttackedVersions versions, WorstCut.Attack worst, SupplyCase calm, Balancer.Fitted fitted) {
        if (worst.moves().isEmpty()
                || worst.damage() == Double.POSITIVE_INFINITY
                || Deadline.present().passed()) {
            return Optional.empty();
        }
        progress.begin(new Text("telling who loses", "誰が失うかを計算中"));
        try {
            Optional<Balance> before = balance(calm, fitted);
            Optional<Balance> after = versions.resolved(worst.moves()).flatMap(world -> balance(world, fitted));
            return before.flatMap(one -> after.map(other -> losses(one, other)));
        } catch (Deadline.TimeUp _) {
            return Optional.empty();
        }
    }

    private Optional<Balance> balance(SupplyCase of, Balancer.Fitted fitted) {
        return Balancer.balance(of, fitted, told()) instanceof BalanceResult.Balanced(Balance balance, var _)
                ? Optional.of(balance)
                : Optional.empty();
    }

    private static List<WorstCut.Loss> losses(Balance before, Balance after) {
        Map<String, Double> change = new HashMap<>();
        before.account().byCountry().forEach(share -> change.merge(share.who(), -has(share), Double::sum));
        after.account().byCountry().forEach(share -> change.merge(share.who(), has(share), Double::sum));
        PlaceCountries countries = PlaceCountries.of(before.of());
        return change.entrySet().stream()
                .map(one -> {
                    int at = countries.find(one.getKey());
                    Text name =
                            at < 0 ? Text.same(one.getKey()) : countries.names().get(at);
                    return new WorstCut.Loss(one.getKey(), name, one.getValue());
                })
                .sorted(Comparator.comparingDouble(WorstCut.Loss::change).thenComparing(WorstCut.Loss::country))
                .toList();
    }

    private static double has(Balance.Share share) {
        return share.profit() + share.consumerSurplus() + share.tariffs();
    }
}
