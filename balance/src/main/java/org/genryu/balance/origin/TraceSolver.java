package org.genryu.balance.origin;

import java.util.Arrays;
import java.util.List;
import org.genryu.casefile.SupplyCase;

/// Answers the questions of a trace period by period, and keeps what the stores hold for the next period.
final class TraceSolver {
    private final SupplyCase supply;
    private final InflowNetwork network;
    private final ShareSources sources;
    private final List<TraceQuestion> questions;
    /// By question and lane: whether it passes the strait that is asked for.
    private final boolean[][] passes;
    /// By question and period; empty until it is solved, and where the question does not arise.
    private final MixingSolver.Mixtures[][] answer;
    /// By question, store and column: the mixture in the store at the end of the period before.
    private final double[][][] held;
    private int largestSet;

    TraceSolver(SupplyCase supply, InflowNetwork network, ShareSources sources, List<TraceQuestion> questions) {
        this.supply = supply;
        this.network = network;
        this.sources = sources;
        this.questions = questions;
        this.passes = new boolean[questions.size()][];
        this.answer =
                new MixingSolver.Mixtures[questions.size()][supply.periods().count()];
        this.held = new double[questions.size()][supply.stock().size()][];
        for (int q = 0; q < held.length; q++) {
            TraceQuestion question = questions.get(q);
            Arrays.fill(answer[q], MixingSolver.Mixtures.NONE);
            passes[q] = passes(question);
            for (int s = 0; s < held[q].length; s++) {
                held[q][s] = new double[columns(question)];
                held[q][s][opening(question, supply.stock().place()[s])] = 1;
            }
        }
    }

    private boolean[] passes(TraceQuestion question) {
        boolean[] passes = new boolean[supply.routes().size()];
        if (question instanceof TraceQuestion.Shipped(String strait)) {
            for (int l = 0; l < passes.length; l++) {
                passes[l] = Arrays.asList(supply.routes().via()[l]).contains(strait);
            }
        }
        return passes;
    }

    int largestSet() {
        return largestSet;
    }

    /// Empty where the question does not arise.
    MixingSolver.Mixtures answer(int q, int t) {
        return answer[q][t];
    }

    /// Solves period t and returns what came in by node.
    double[] period(int t) {
        InflowNetwork.Inflows in = network.inflows(t);
        MixingSolver mixing = new MixingSolver(in.first(), in.from());
        largestSet = Math.max(largestSet, mixing.largestSet());
        double[] put = network.put(t, in.total());
        for (int q = 0; q < questions.size(); q++) {
            TraceQuestion question = questions.get(q);
            int asked = q;
            answer[q][t] = arises(q, in)
                    ? mixing.solve(
                            in.part(),
                            columns(question),
                            lost(question),
                            (node, e, row, offset) -> ends(asked, in, node, e, row, offset))
                    : MixingSolver.Mixtures.NONE;
            keep(q, t, put);
        }
        return in.total();
    }

    private int columns(TraceQuestion question) {
        return isYesNo(question) ? 2 : sources.size();
    }

    private int lost(TraceQuestion question) {
        return isYesNo(question) ? TraceQuestion.NO : sources.unknown();
    }

    private static boolean isYesNo(TraceQuestion question) {
        return switch (question) {
            case TraceQuestion.Mined _,
                    TraceQuestion.Made _,
                    TraceQuestion.Remade _,
                    TraceQuestion.Maker _,
                    TraceQuestion.Supplied _ -> false;
            case TraceQuestion.Touched _, TraceQuestion.Shipped _ -> true;
        };
    }

    /// Column of what lay in a store before the first period.
    private int opening(TraceQuestion question, int place) {
        return switch (question) {
            case TraceQuestion.Mined _, TraceQuestion.Made _, TraceQuestion.Maker _, TraceQuestion.Supplied _ ->
                sources.stock();
            case TraceQuestion.Remade _ -> sources.without();
            case TraceQuestion.Touched(int country) -> isIn(place, country) ? TraceQuestion.YES : TraceQuestion.NO;
            case TraceQuestion.Shipped _ -> TraceQuestion.NO;
        };
    }

    private boolean isIn(int place, int country) {
        return sources.countries().ofPlace()[place] == country;
    }

    /// Whether any node or lane in use could be what is asked for; if not, the answer is no everywhere.
    private boolean arises(int q, InflowNetwork.Inflows in) {
        return switch (questions.get(q)) {
            case TraceQuestion.Mined _, TraceQuestion.Made _, TraceQuestion.Maker _, TraceQuestion.Supplied _ -> true;
            case TraceQuestion.Remade(String stage, SupplyCase.Feed feed) -> network.makesOf(stage, feed);
            case TraceQuestion.Touched(int country) -> {
                for (int i = 0; i < in.place().length; i++) {
                    if (in.total()[i] > 0 && isIn(in.place()[i], country)) {
                        yield true;
                    }
                }
                yield holdsAny(q);
            }
            case TraceQuestion.Shipped _ -> {
                for (int e = 0; e < in.part().length; e++) {
                    if (isByLane(in.kind()[e]) && passes[q][in.thing()[e]]) {
                        yield true;
                    }
                }
                yield holdsAny(q);
            }
        };
    }

    /// Whether earlier periods left any of it: in stores or under way.
    private boolean holdsAny(int q) {
        return Arrays.stream(held[q]).anyMatch(mixture -> mixture[TraceQuestion.YES] > 0)
                || Arrays.stream(answer[q]).anyMatch(period -> !period.isEmpty());
    }

    private static boolean isByLane(InflowNetwork.Kind kind) {
        return switch (kind) {
            case ARRIVED, EARLIER, UNDER_WAY -> true;
            case MINED, MADE, USED, DRAWN, RETURNED -> false;
        };
    }

    /// Adds what the inflow brings from outside the nodes of this period; true if the walk goes on.
    boolean ends(int q, InflowNetwork.Inflows in, int node, int e, double[] row, int offset) {
        TraceQuestion question = questions.get(q);
        int column = column(q, in, node, e);
        if (column >= 0) {
            row[offset + column] += in.part()[e];
            return false;
        }
        return switch (in.kind()[e]) {
            case MADE, USED, ARRIVED -> {
                if (in.from()[e] < 0) {
                    row[offset + lost(question)] += in.part()[e];
                }
                yield in.from()[e] >= 0;
            }
            case EARLIER -> {
                earlier(q, in.thing()[e], in.since()[e], in.part()[e], row, offset);
                yield false;
            }
            case DRAWN -> {
                add(row, offset, in.part()[e], held[q][in.thing()[e]]);
                yield false;
            }
            case MINED, UNDER_WAY, RETURNED -> throw new IllegalStateException("These end in a column.");
        };
    }

    /// Column in which the walk ends at this inflow, or -1.
    int column(int q, InflowNetwork.Inflows in, int node, int e) {
        InflowNetwork.Kind kind = in.kind()[e];
        boolean made = kind == InflowNetwork.Kind.MINED || kind == InflowNetwork.Kind.MADE;
        return column(q, kind, made ? network.feed(in, e) : SupplyCase.Feed.UNSAID, in.thing()[e], node);
    }

    /// Column in which the walk ends at an inflow of the node, whether or not there is any of it; -1 if it goes on.
    ///
    /// @param feed of a plant
    /// @param thing process, lane, store or return
    int column(int q, InflowNetwork.Kind kind, SupplyCase.Feed feed, int thing, int node) {
        return switch (questions.get(q)) {
            case TraceQuestion.Mined _ ->
                switch (kind) {
                    case MINED -> sourceOf(feed, thing);
                    case RETURNED -> sources.recycled();
                    case UNDER_WAY -> sources.stock();
                    case MADE, USED, ARRIVED, EARLIER, DRAWN -> -1;
                };
            case TraceQuestion.Made(String stage) ->
                switch (kind) {
                    case MINED ->
                        network.isOfStage(node, stage) || feed != SupplyCase.Feed.PRIMARY
                                ? sourceOf(feed, thing)
                                : sources.without();
                    case MADE ->
                        network.isOfStage(node, stage) && feed == SupplyCase.Feed.PRIMARY ? countryOfPlant(thing) : -1;
                    case RETURNED -> sources.recycled();
                    case UNDER_WAY -> sources.stock();
                    case USED, ARRIVED, EARLIER, DRAWN -> -1;
                };
            case TraceQuestion.Remade(String stage, SupplyCase.Feed on) ->
                switch (kind) {
                    case MINED, MADE -> {
                        if (network.isOfStage(node, stage)) {
                            yield feed == on ? countryOfPlant(thing) : sources.without();
                        }
                        yield kind == InflowNetwork.Kind.MINED ? sources.without() : -1;
                    }
                    case RETURNED, UNDER_WAY -> sources.without();
                    case USED, ARRIVED, EARLIER, DRAWN -> -1;
                };
            case TraceQuestion.Maker(boolean[] round) ->
                switch (kind) {
                    case MINED, MADE ->
                        round[supply.industry().processes().recipe()[thing]]
                                ? sources.newScrap()
                                : countryOfPlant(thing);
                    case RETURNED -> sources.countries().ofPlace()[network.placeOf(node)];
                    case UNDER_WAY -> sources.stock();
                    case USED, ARRIVED, EARLIER, DRAWN -> -1;
                };
            case TraceQuestion.Supplied _ ->
                switch (kind) {
                    case MINED -> feed == SupplyCase.Feed.NEW_SCRAP ? sources.newScrap() : countryOfPlant(thing);
                    case RETURNED -> sources.countries().ofPlace()[network.placeOf(node)];
                    case UNDER_WAY -> sources.stock();
                    case MADE, USED, ARRIVED, EARLIER, DRAWN -> -1;
                };
            case TraceQuestion.Touched(int country) -> {
                if (isIn(network.placeOf(node), country)) {
                    yield TraceQuestion.YES;
                }
                yield switch (kind) {
                    case MINED, RETURNED -> TraceQuestion.NO;
                    case UNDER_WAY ->
                        isIn(supply.routes().from()[thing], country) ? TraceQuestion.YES : TraceQuestion.NO;
                    case MADE, USED, ARRIVED, EARLIER, DRAWN -> -1;
                };
            }
            case TraceQuestion.Shipped _ -> {
                if (isByLane(kind) && passes[q][thing]) {
                    yield TraceQuestion.YES;
                }
                yield switch (kind) {
                    case MINED, RETURNED, UNDER_WAY -> TraceQuestion.NO;
                    case MADE, USED, ARRIVED, EARLIER, DRAWN -> -1;
                };
            }
        };
    }

    /// The country of a mine; of other sources what they are.
    private int sourceOf(SupplyCase.Feed feed, int process) {
        return feed == SupplyCase.Feed.PRIMARY ? countryOfPlant(process) : sources.of(feed);
    }

    private int countryOfPlant(int process) {
        return sources.countries().ofPlace()[supply.industry().processes().place()[process]];
    }

    /// Adds the mixture that the start of the lane had in the period in which the goods left.
    private void earlier(int q, int lane, int sent, double part, double[] row, int offset) {
        if (answer[q][sent].isEmpty()) {
            row[offset + TraceQuestion.NO] += part;
        } else {
            int node =
                    network.node(supply.routes().from()[lane], supply.routes().commodity()[lane]);
            answer[q][sent].add(part, node, row, offset);
        }
    }

    private static void add(double[] row, int offset, double part, double[] mixture) {
        for (int k = 0; k < mixture.length; k++) {
            row[offset + k] += part * mixture[k];
        }
    }

    /// What was put into a store mixes with what is left in it.
    private void keep(int q, int t, double[] put) {
        SupplyCase.Stock stock = supply.stock();
        for (int s = 0; s < put.length && !answer[q][t].isEmpty(); s++) {
            if (put[s] > 0) {
                double[] mixture = held[q][s];
                for (int k = 0; k < mixture.length; k++) {
                    mixture[k] *= 1 - put[s];
                }
                answer[q][t].add(put[s], network.node(stock.place()[s], stock.commodity()[s]), mixture, 0);
            }
        }
    }
}
