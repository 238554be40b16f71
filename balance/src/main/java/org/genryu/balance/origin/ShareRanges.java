package org.genryu.balance.origin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.balance.Balance.Quantities;
import org.genryu.balance.Ranges.Term;
import org.genryu.balance.Ties;
import org.genryu.casefile.SupplyCase;

/// How far could traced shares be from what the answer says, where other answers cost the same?
///
///     s = x_target,k          ∂s/∂a_e = v_i / P_i · (y_e - x_i,k)          v = e_target + Wᵀ v
///
/// s – the share; a_e – amount of the inflow e of market i; y_e – the share that it brings; v – visits of the walk.
///
/// Method: first two answers that lie as far apart as a fixed direction through all flows of the substance can pull
/// them;
/// if they are the same, the flows, and so the shares, are determined. Else each share is pulled up and down: a linear
/// program in the direction of its derivative gives another answer, which is traced, until the share moves no more. The
/// ends are shares of answers that were found: the range is at least so wide, and where one step of a chain is open
/// it is
/// exact.
/// Cost: a solve and a trace a step, at most `budget` of them; shares left over are counted.
public final class ShareRanges {
    /// Shares below this in every answer found are not pulled.
    private static final double SEEN = 0.005;

    /// Difference of two shares below which they are the same.
    private static final double SAME = 1e-6;

    /// Steps of one share in one direction.
    private static final int STEPS = 4;

    private static final int MOST_SWEEPS = 500;

    private final Balance balance;
    private final SupplyCase supply;
    private final Substance substance;
    private final Sources sources;
    private final Origin origin;
    private final Ties ties;
    private final List<Question> questions = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private int left;

    /// @param share by question and source
    private record Answer(Quantities quantities, double[][] share) {}

    /// @param stage `mine`, or a stage of the case
    /// @param source column of [Sources]
    public record Range(String stage, int source, double low, double value, double high) {
        /// Whether the data leave it open: wider than rounding.
        public boolean isOpen() {
            return high - low > SAME;
        }
    }

    /// @param status whether the flows are determined, some are open, or it was not worked out
    /// @param ranges of the shares that were looked at; empty where all are determined
    /// @param left shares that were not pulled both ways for want of solves
    public record Found(Status status, List<Range> ranges, int left) {
        /// The range of a share; empty where it is determined or was not looked at.
        public Optional<Range> of(String stage, int source) {
            return ranges.stream()
                    .filter(one -> one.stage().equals(stage) && one.source() == source && one.isOpen())
                    .findFirst();
        }
    }

    public enum Status {
        DETERMINED,
        OPEN,
        NOT_WORKED_OUT
    }

    private ShareRanges(Balance balance, Trace trace, Origin origin, Ties ties, int budget) {
        this.balance = balance;
        this.supply = balance.of();
        this.substance = trace.substance();
        this.sources = trace.sources();
        this.origin = origin;
        this.ties = ties;
        this.left = budget;
        for (Origin.Tier tier : origin.tiers()) {
            questions.add(tier.stage().equals(Trace.MINE) ? new Question.Mined() : new Question.Made(tier.stage()));
        }
    }

    /// Two answers that lie as far apart as a fixed direction through the flows of many substances can pull them:
    /// of which
    /// of them are all flows of the first period determined? Empty if an answer was not found.
    ///
    /// Cost: two solves, whatever the number of substances.
    public static Optional<List<Substance>> determined(Balance balance, List<Substance> substances, Ties ties) {
        if (ties.isUnique()) {
            return Optional.of(substances);
        }
        List<Term> apart = substances.stream()
                .flatMap(one -> new Flows(balance.of(), one).apart(0).stream())
                .toList();
        Optional<Quantities> one = ties.most(apart);
        Optional<Quantities> other = ties.most(turned(apart));
        return one.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(substances.stream()
                        .filter(substance -> new Flows(balance.of(), substance).isSame(one.get(), other.get(), 0))
                        .toList());
    }

    /// @param trace of the balance
    /// @param origin of that trace
    /// @param budget solves that may be spent, at least two
    public static Found of(Balance balance, Trace trace, Origin origin, Ties ties, int budget) {
        return new ShareRanges(balance, trace, origin, ties, budget).search();
    }

    private Found search() {
        if (ties.isUnique()) {
            return new Found(Status.DETERMINED, List.of(), 0);
        }
        answers.add(traced(balance.quantities()));
        Flows flows = new Flows(supply, substance);
        List<Term> apart = flows.apart(origin.period());
        Optional<Answer> one = pull(apart);
        Optional<Answer> other = pull(turned(apart));
        if (one.isEmpty() || other.isEmpty()) {
            return new Found(Status.NOT_WORKED_OUT, List.of(), 0);
        }
        if (flows.isSame(one.get().quantities(), other.get().quantities(), origin.period())) {
            return new Found(Status.DETERMINED, List.of(), 0);
        }
        int skipped = 0;
        for (Share share : shares()) {
            boolean both = pull(share, 1) && pull(share, -1);
            skipped += both ? 0 : 1;
        }
        List<Range> ranges = shares().stream().map(this::range).toList();
        boolean open = ranges.stream().anyMatch(Range::isOpen);
        return new Found(open || skipped > 0 ? Status.OPEN : Status.DETERMINED, ranges, skipped);
    }

    private record Share(int question, int source) {}

    /// The shares that are seen in any answer, the largest of the first answer first.
    private List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        for (int q = 0; q < questions.size(); q++) {
            for (int k = 0; k < sources.size(); k++) {
                int question = q;
                int source = k;
                if (answers.stream().anyMatch(answer -> answer.share()[question][source] >= SEEN)) {
                    shares.add(new Share(q, k));
                }
            }
        }
        double[][] first = answers.getFirst().share();
        shares.sort(Comparator.comparingDouble(share -> -first[share.question()][share.source()]));
        return shares;
    }

    private Range range(Share share) {
        double value = answers.getFirst().share()[share.question()][share.source()];
        double low = value;
        double high = value;
        for (Answer answer : answers) {
            low = Math.min(low, answer.share()[share.question()][share.source()]);
            high = Math.max(high, answer.share()[share.question()][share.source()]);
        }
        return new Range(origin.tiers().get(share.question()).stage(), share.source(), low, value, high);
    }

    /// Whether the share was pulled as far as it goes.
    private boolean pull(Share share, int sign) {
        Comparator<Answer> further =
                Comparator.comparingDouble(answer -> sign * answer.share()[share.question()][share.source()]);
        for (int step = 0; step < STEPS; step++) {
            Answer best = answers.stream().max(further).orElseThrow();
            List<Term> direction = derivative(best, share, sign);
            if (direction.isEmpty()) {
                return true;
            }
            Optional<Answer> next = pull(direction);
            if (next.isEmpty()) {
                return false;
            }
            double moved = sign
                    * (next.get().share()[share.question()][share.source()]
                            - best.share()[share.question()][share.source()]);
            if (moved <= SAME) {
                return true;
            }
        }
        return true;
    }

    private Optional<Answer> pull(List<Term> direction) {
        if (left <= 0) {
            return Optional.empty();
        }
        left--;
        Optional<Answer> found = ties.most(direction).map(this::traced);
        found.ifPresent(answers::add);
        return found;
    }

    private Balance with(Quantities quantities) {
        return new Balance(
                supply, balance.objective(), quantities, balance.markets(), balance.calibration(), balance.account());
    }

    private Answer traced(Quantities quantities) {
        double[][] share = new double[questions.size()][];
        Solved solved = solve(quantities, questions);
        int node = solved.network().node(origin.place(), origin.commodity());
        for (int q = 0; q < share.length; q++) {
            Mixing.Mixtures at = solved.walks().answer(q, origin.period());
            boolean has = node >= 0 && solved.in().total()[node] > 0;
            share[q] = has ? at.row(node, sources.size()) : new double[sources.size()];
        }
        return new Answer(quantities, share);
    }

    /// @param width columns of the answer
    private record Solved(Network network, Walks walks, Network.Inflows in, int width) {}

    private Solved solve(Quantities quantities, List<Question> asked) {
        Balance at = with(quantities);
        Network network = new Network(at, substance);
        Walks walks = new Walks(at, network, sources, asked);
        for (int t = 0; t <= origin.period(); t++) {
            walks.period(t);
        }
        return new Solved(network, walks, network.inflows(origin.period()), sources.size());
    }

    private static List<Term> turned(List<Term> terms) {
        return terms.stream()
                .map(term -> new Term(term.lane(), term.thing(), term.period(), -term.times()))
                .toList();
    }

    /// The derivative of a share by the flows of its period, times `sign`; of what is idle a guess: that it brings
    /// what is
    /// of its own country.
    private List<Term> derivative(Answer at, Share share, int sign) {
        Solved solved = solve(at.quantities(), List.of(questions.get(share.question())));
        Network network = solved.network();
        Network.Inflows in = solved.in();
        Mixing.Mixtures x = solved.walks().answer(0, origin.period());
        int target = network.node(origin.place(), origin.commodity());
        if (!(in.total()[target] > 0)) {
            return List.of();
        }
        double[] visits = visits(solved, target);
        Map<Term, Double> sum = new HashMap<>();
        SupplyCase.Routes routes = supply.routes();
        int t = origin.period();
        int k = share.source();
        for (int l = 0; l < routes.size(); l++) {
            int to = substance.isIn(routes.commodity()[l]) ? network.node(routes.to()[l], routes.commodity()[l]) : -1;
            if (to >= 0 && visits[to] > 0) {
                int from = network.node(routes.from()[l], routes.commodity()[l]);
                double brings = from >= 0 && in.total()[from] > 0 ? x.part(from, k) : guess(routes.from()[l], k);
                double kept = 1 - routes.lane().loss().at(l, t);
                add(sum, true, l, sign * kept * visits[to] / in.total()[to] * (brings - x.part(to, k)));
            }
        }
        double[][] brought = brought(solved, k);
        SupplyCase.Processes processes = supply.industry().processes();
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                int c = recipes.commodity()[line];
                int to = recipes.amount()[line] > 0 && network.brings(recipe, c)
                        ? network.node(processes.place()[p], c)
                        : -1;
                if (to >= 0 && visits[to] > 0) {
                    double brings = brought[p].length > 0 && brought[p][0] > 0
                            ? brought[p][1] / brought[p][0]
                            : guess(processes.place()[p], k);
                    add(
                            sum,
                            false,
                            p,
                            sign * recipes.amount()[line] * visits[to] / in.total()[to] * (brings - x.part(to, k)));
                }
            }
        }
        List<Term> terms = new ArrayList<>();
        sum.forEach((term, times) -> {
            if (times != 0) {
                terms.add(new Term(term.lane(), term.thing(), t, times));
            }
        });
        terms.sort(Comparator.comparing(Term::lane).thenComparingInt(Term::thing));
        return terms;
    }

    private void add(Map<Term, Double> sum, boolean lane, int thing, double times) {
        sum.merge(new Term(lane, thing, origin.period(), 0), times, Double::sum);
    }

    private double guess(int place, int source) {
        return sources.countries().ofPlace()[place] == source ? 1 : 0;
    }

    /// How often the walk back from the target passes each node.
    private static double[] visits(Solved solved, int target) {
        Network.Inflows in = solved.in();
        double[] visits = new double[in.total().length];
        double[] at = new double[visits.length];
        at[target] = 1;
        double[] row = new double[solved.width()];
        double still = 1;
        for (int sweep = 0; sweep < MOST_SWEEPS && still > 1e-12; sweep++) {
            double[] next = new double[at.length];
            still = 0;
            for (int i = 0; i < at.length; i++) {
                visits[i] += at[i];
                for (int e = in.first()[i]; e < in.first()[i + 1] && at[i] > 0; e++) {
                    if (solved.walks().ends(0, in, i, e, row, 0)) {
                        next[in.from()[e]] += at[i] * in.part()[e];
                        still += at[i] * in.part()[e];
                    }
                }
            }
            at = next;
        }
        return visits;
    }

    /// By plant: part of the mass of its outputs, and what of that is of the source; empty for idle ones.
    private double[][] brought(Solved solved, int source) {
        Network.Inflows in = solved.in();
        Mixing.Mixtures x = solved.walks().answer(0, origin.period());
        double[][] brought = new double[supply.industry().processes().size()][0];
        for (int i = 0; i < in.total().length; i++) {
            for (int e = in.first()[i]; e < in.first()[i + 1]; e++) {
                Network.Kind kind = in.kind()[e];
                if (kind != Network.Kind.MADE && kind != Network.Kind.MINED) {
                    continue;
                }
                int p = in.thing()[e];
                if (brought[p].length == 0) {
                    brought[p] = new double[2];
                }
                double[] row = new double[solved.width()];
                boolean on = solved.walks().ends(0, in, i, e, row, 0);
                double amount = in.part()[e] * in.total()[i];
                brought[p][0] += amount;
                brought[p][1] += on ? amount * x.part(in.from()[e], source) : amount * row[source] / in.part()[e];
            }
        }
        return brought;
    }
}
