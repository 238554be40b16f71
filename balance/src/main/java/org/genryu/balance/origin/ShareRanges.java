package org.genryu.balance.origin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.balance.Balance.Quantities;
import org.genryu.balance.EquivalentBalances;
import org.genryu.balance.FlowRanges.Term;
import org.genryu.casefile.SupplyCase;

/// How far could traced shares be from what the answer says, where other answers cost the same?
///
/// Method: first two answers that lie as far apart as a fixed direction through all flows of the substance can pull
/// them; if they are the same, the flows, and so the shares, are determined. Else each share is pulled up and down: a
/// linear program in the direction of its [ShareSlope] gives another answer, which is traced, until the share moves
/// no more. The ends are shares of answers that were found: the range is at least so wide, and where one step of a
/// chain is open it is exact. Cost: a solve and a trace a step, at most `budget` of them; shares left over are
/// counted.
public final class ShareRanges {
    /// Shares below this in every answer found are not pulled.
    private static final double SEEN = 0.005;

    /// Difference of two shares below which they are the same.
    private static final double SAME = 1e-6;

    /// Steps of one share in one direction.
    private static final int STEPS = 4;

    private final Balance balance;
    private final SupplyCase supply;
    private final Substance substance;
    private final ShareSources sources;
    private final Origin origin;
    private final EquivalentBalances ties;
    private final List<Asked> asked;
    private final List<Answer> answers = new ArrayList<>();
    private int left;

    /// A question and what its shares are called.
    ///
    /// @param tier whether it is a tier: its shares are pulled before those of other questions
    private record Asked(TraceQuestion question, String stage, boolean tier) {}

    /// @param share by question and column
    private record Answer(Quantities quantities, double[][] share) {}

    /// @param stage as in `exposure.csv`: `mine`, a stage of the case, the same with a feed (`metal/old-scrap`),
    /// `any` or `strait`
    /// @param source column of [ShareSources]; of `strait` the place in [Trace#straits()]
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
        public static final Found NOT_WORKED_OUT = new Found(Status.NOT_WORKED_OUT, List.of(), 0);

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

    private ShareRanges(Balance balance, Trace trace, Origin origin, EquivalentBalances ties, int budget) {
        this.balance = balance;
        this.supply = balance.of();
        this.substance = trace.substance();
        this.sources = trace.sources();
        this.origin = origin;
        this.ties = ties;
        this.left = budget;
        this.asked = asked(trace);
    }

    /// All that a trace says of a place, also where this answer says nothing of it.
    private static List<Asked> asked(Trace trace) {
        List<Asked> asked = new ArrayList<>();
        asked.add(new Asked(new TraceQuestion.Mined(), Trace.MINE, true));
        trace.stages().forEach(stage -> asked.add(new Asked(new TraceQuestion.Made(stage), stage, true)));
        for (SupplyCase.Feed feed : Trace.SCRAP) {
            for (String stage : trace.stages()) {
                asked.add(new Asked(new TraceQuestion.Remade(stage, feed), Origin.Remade.stage(stage, feed), false));
            }
        }
        for (int k = 0; k < trace.sources().countries().size(); k++) {
            asked.add(new Asked(new TraceQuestion.Touched(k), Trace.ANY, false));
        }
        trace.straits().forEach(strait -> asked.add(new Asked(new TraceQuestion.Shipped(strait), Trace.STRAIT, false)));
        return asked;
    }

    /// Two answers that lie as far apart as a fixed direction through the flows of many substances can pull them:
    /// of which of them are all flows of the first period determined? Empty if an answer was not found.
    ///
    /// Cost: two solves, whatever the number of substances.
    public static Optional<List<Substance>> determined(
            Balance balance, List<Substance> substances, EquivalentBalances ties) {
        if (ties.isUnique()) {
            return Optional.of(substances);
        }
        List<Term> apart = substances.stream()
                .flatMap(one -> new SubstanceFlows(balance.of(), one).apart(0).stream())
                .toList();
        Optional<Quantities> one = ties.most(apart);
        Optional<Quantities> other = ties.most(turned(apart));
        return one.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(substances.stream()
                        .filter(substance ->
                                new SubstanceFlows(balance.of(), substance).isSame(one.get(), other.get(), 0))
                        .toList());
    }

    /// @param trace of the balance
    /// @param origin of that trace
    /// @param budget solves that may be spent, at least two
    public static Found of(Balance balance, Trace trace, Origin origin, EquivalentBalances ties, int budget) {
        return new ShareRanges(balance, trace, origin, ties, budget).search();
    }

    private Found search() {
        if (ties.isUnique()) {
            return new Found(Status.DETERMINED, List.of(), 0);
        }
        SubstanceFlows flows = new SubstanceFlows(supply, substance);
        List<Term> apart = flows.apart(origin.period());
        Optional<Quantities> one = most(apart);
        Optional<Quantities> other = most(turned(apart));
        if (one.isEmpty() || other.isEmpty()) {
            return new Found(Status.NOT_WORKED_OUT, List.of(), 0);
        }
        if (flows.isSame(one.get(), other.get(), origin.period())) {
            return new Found(Status.DETERMINED, List.of(), 0);
        }
        answers.add(traced(balance.quantities()));
        answers.add(traced(one.get()));
        answers.add(traced(other.get()));
        int skipped = 0;
        for (Share share : shares()) {
            boolean both = pull(share, 1) && pull(share, -1);
            skipped += both ? 0 : 1;
        }
        List<Range> ranges = shares().stream().map(this::range).toList();
        boolean open = ranges.stream().anyMatch(Range::isOpen);
        return new Found(open || skipped > 0 ? Status.OPEN : Status.DETERMINED, ranges, skipped);
    }

    /// @param column of the answer to the question
    private record Share(int question, int column) {}

    /// The shares that are seen in any answer: those of tiers first, the largest of the first answer first.
    private List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        double[][] first = answers.getFirst().share();
        for (int q = 0; q < asked.size(); q++) {
            for (int k = 0; k < columns(q); k++) {
                int question = q;
                int column = k;
                if (answers.stream().anyMatch(answer -> answer.share()[question][column] >= SEEN)) {
                    shares.add(new Share(q, k));
                }
            }
        }
        shares.sort(Comparator.<Share, Boolean>comparing(
                        share -> !asked.get(share.question()).tier())
                .thenComparingDouble(share -> -first[share.question()][share.column()]));
        return shares;
    }

    /// Columns that are told; of the questions that say yes or no, yes.
    private int columns(int question) {
        return switch (asked.get(question).question()) {
            case TraceQuestion.Mined _, TraceQuestion.Made _, TraceQuestion.Maker _, TraceQuestion.Supplied _ ->
                sources.size();
            case TraceQuestion.Remade _ -> sources.countries().size();
            case TraceQuestion.Touched _, TraceQuestion.Shipped _ -> TraceQuestion.YES + 1;
        };
    }

    private Range range(Share share) {
        double value = answers.getFirst().share()[share.question()][share.column()];
        double low = value;
        double high = value;
        for (Answer answer : answers) {
            low = Math.min(low, answer.share()[share.question()][share.column()]);
            high = Math.max(high, answer.share()[share.question()][share.column()]);
        }
        return new Range(asked.get(share.question()).stage(), source(share), low, value, high);
    }

    private int source(Share share) {
        return switch (asked.get(share.question()).question()) {
            case TraceQuestion.Touched(int country) -> country;
            case TraceQuestion.Shipped _ ->
                (int) asked.subList(0, share.question()).stream()
                        .filter(before -> before.question() instanceof TraceQuestion.Shipped)
                        .count();
            case TraceQuestion.Mined _,
                    TraceQuestion.Made _,
                    TraceQuestion.Maker _,
                    TraceQuestion.Supplied _,
                    TraceQuestion.Remade _ -> share.column();
        };
    }

    /// Whether the share was pulled as far as it goes.
    private boolean pull(Share share, int sign) {
        Comparator<Answer> further =
                Comparator.comparingDouble(answer -> sign * answer.share()[share.question()][share.column()]);
        for (int step = 0; step < STEPS; step++) {
            Answer best = answers.stream().max(further).orElseThrow();
            List<Term> slope = slope(best, share);
            if (slope.isEmpty()) {
                return true;
            }
            Optional<Answer> next = most(sign > 0 ? slope : turned(slope)).map(this::traced);
            if (next.isEmpty()) {
                return false;
            }
            answers.add(next.get());
            double moved = sign
                    * (next.get().share()[share.question()][share.column()]
                            - best.share()[share.question()][share.column()]);
            if (moved <= SAME) {
                return true;
            }
        }
        return true;
    }

    private Optional<Quantities> most(List<Term> direction) {
        if (left <= 0) {
            return Optional.empty();
        }
        left--;
        return ties.most(direction);
    }

    private Balance with(Quantities quantities) {
        return new Balance(
                supply, balance.objective(), quantities, balance.markets(), balance.calibration(), balance.account());
    }

    private Answer traced(Quantities quantities) {
        Balance at = with(quantities);
        InflowNetwork network = new InflowNetwork(at, substance);
        TraceSolver walks = new TraceSolver(
                supply, network, sources, asked.stream().map(Asked::question).toList());
        int node = network.node(origin.place(), origin.commodity());
        boolean has = false;
        for (int t = 0; t <= origin.period(); t++) {
            has = walks.period(t)[node] > 0;
        }
        double[][] share = new double[asked.size()][];
        for (int q = 0; q < share.length; q++) {
            MixingSolver.Mixtures mixtures = walks.answer(q, origin.period());
            share[q] = has && !mixtures.isEmpty() ? mixtures.row(node, sources.size()) : new double[sources.size()];
        }
        return new Answer(quantities, share);
    }

    private List<Term> slope(Answer at, Share share) {
        ShareSlope slope = new ShareSlope(
                with(at.quantities()),
                substance,
                sources,
                asked.get(share.question()).question(),
                share.column(),
                origin.period());
        return slope.at(new InflowNetwork(with(at.quantities()), substance).node(origin.place(), origin.commodity()));
    }

    private static List<Term> turned(List<Term> terms) {
        return terms.stream()
                .map(term -> new Term(term.lane(), term.thing(), term.period(), -term.times()))
                .toList();
    }
}
