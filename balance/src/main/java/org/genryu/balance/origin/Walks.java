package org.genryu.balance.origin;

import java.util.Arrays;
import java.util.List;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;

/// Answers the questions of a trace period by period, and keeps what the stores hold for the next period.
final class Walks {
    private static final double[][] NOT_ASKED = {};

    private final Balance balance;
    private final SupplyCase supply;
    private final Network network;
    private final Sources sources;
    private final List<Question> questions;
    private final double[][][][] answer;
    /// By question, store and column: the mixture in the store at the end of the period before.
    private final double[][][] held;
    private int largestSet;

    Walks(Balance balance, Network network, Sources sources, List<Question> questions, double[][][][] answer) {
        this.balance = balance;
        this.supply = balance.of();
        this.network = network;
        this.sources = sources;
        this.questions = questions;
        this.answer = answer;
        this.held = new double[questions.size()][supply.stock().size()][];
        for (int q = 0; q < held.length; q++) {
            Question question = questions.get(q);
            for (int s = 0; s < held[q].length; s++) {
                held[q][s] = new double[columns(question)];
                held[q][s][opening(question, supply.stock().place()[s])] = 1;
            }
        }
    }

    int largestSet() {
        return largestSet;
    }

    /// Solves period t and returns what came in by node.
    double[] period(int t) {
        Network.Inflows in = network.inflows(t);
        Mixing mixing = new Mixing(in.first(), in.from());
        largestSet = Math.max(largestSet, mixing.largestSet());
        for (int q = 0; q < questions.size(); q++) {
            Question question = questions.get(q);
            int asked = q;
            answer[q][t] = arises(question, in)
                    ? mixing.solve(
                            in.part(),
                            columns(question),
                            lost(question),
                            (node, e, row, offset) -> ends(asked, in, node, e, row, offset))
                    : NOT_ASKED;
            keep(q, t, in.total());
        }
        return in.total();
    }

    private int columns(Question question) {
        return isYesNo(question) ? 2 : sources.size();
    }

    private int lost(Question question) {
        return isYesNo(question) ? Question.NO : sources.unknown();
    }

    private static boolean isYesNo(Question question) {
        return switch (question) {
            case Question.Mined _, Question.Made _, Question.Remade _, Question.Maker _, Question.Supplied _ -> false;
            case Question.Touched _, Question.Shipped _ -> true;
        };
    }

    /// Column of what lay in a store before the first period.
    private int opening(Question question, int place) {
        return switch (question) {
            case Question.Mined _, Question.Made _, Question.Maker _, Question.Supplied _ -> sources.stock();
            case Question.Remade _ -> sources.without();
            case Question.Touched(int country) -> isIn(place, country) ? Question.YES : Question.NO;
            case Question.Shipped _ -> Question.NO;
        };
    }

    private boolean isIn(int place, int country) {
        return sources.countries().ofPlace()[place] == country;
    }

    /// Whether any node or lane in use could be what is asked for; if not, the answer is no everywhere.
    private boolean arises(Question question, Network.Inflows in) {
        return switch (question) {
            case Question.Mined _, Question.Made _, Question.Maker _, Question.Supplied _ -> true;
            case Question.Remade(String stage, SupplyCase.Feed feed) -> network.makesOf(stage, feed);
            case Question.Touched(int country) -> {
                for (int i = 0; i < in.place().length; i++) {
                    if (in.total()[i] > 0 && isIn(in.place()[i], country)) {
                        yield true;
                    }
                }
                yield holdsAny(question);
            }
            case Question.Shipped(String strait) -> {
                for (int e = 0; e < in.part().length; e++) {
                    if (isByLane(in.kind()[e]) && passes(in.thing()[e], strait)) {
                        yield true;
                    }
                }
                yield holdsAny(question);
            }
        };
    }

    /// Whether earlier periods left any of it: in stores or under way.
    private boolean holdsAny(Question question) {
        int q = questions.indexOf(question);
        return Arrays.stream(held[q]).anyMatch(mixture -> mixture[Question.YES] > 0)
                || Arrays.stream(answer[q]).anyMatch(period -> period != null && period.length > 0);
    }

    private static boolean isByLane(Network.Kind kind) {
        return switch (kind) {
            case ARRIVED, EARLIER, UNDER_WAY -> true;
            case MINED, MADE, USED, DRAWN, RETURNED -> false;
        };
    }

    private boolean passes(int lane, String strait) {
        return Arrays.asList(supply.routes().via()[lane]).contains(strait);
    }

    /// Adds what the inflow brings from outside the nodes of this period; true if the walk goes on.
    boolean ends(int q, Network.Inflows in, int node, int e, double[] row, int offset) {
        Question question = questions.get(q);
        int column = column(question, in, node, e);
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
                add(row, offset, in.part()[e], earlier(q, in.thing()[e], in.since()[e]));
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
    private int column(Question question, Network.Inflows in, int node, int e) {
        Network.Kind kind = in.kind()[e];
        int thing = in.thing()[e];
        return switch (question) {
            case Question.Mined _ ->
                switch (kind) {
                    case MINED -> sourceOf(network.feed(in, e), thing);
                    case RETURNED -> sources.recycled();
                    case UNDER_WAY -> sources.stock();
                    case MADE, USED, ARRIVED, EARLIER, DRAWN -> -1;
                };
            case Question.Made(String stage) ->
                switch (kind) {
                    case MINED ->
                        network.isOfStage(node, stage) || network.feed(in, e) != SupplyCase.Feed.PRIMARY
                                ? sourceOf(network.feed(in, e), thing)
                                : sources.without();
                    case MADE ->
                        network.isOfStage(node, stage) && network.feed(in, e) == SupplyCase.Feed.PRIMARY
                                ? countryOfPlant(thing)
                                : -1;
                    case RETURNED -> sources.recycled();
                    case UNDER_WAY -> sources.stock();
                    case USED, ARRIVED, EARLIER, DRAWN -> -1;
                };
            case Question.Remade(String stage, SupplyCase.Feed feed) ->
                switch (kind) {
                    case MINED, MADE -> {
                        if (network.isOfStage(node, stage)) {
                            yield network.feed(in, e) == feed ? countryOfPlant(thing) : sources.without();
                        }
                        yield kind == Network.Kind.MINED ? sources.without() : -1;
                    }
                    case RETURNED, UNDER_WAY -> sources.without();
                    case USED, ARRIVED, EARLIER, DRAWN -> -1;
                };
            case Question.Maker(boolean[] round) ->
                switch (kind) {
                    case MINED, MADE ->
                        round[supply.industry().processes().recipe()[thing]]
                                ? sources.newScrap()
                                : countryOfPlant(thing);
                    case RETURNED -> sources.countries().ofPlace()[in.place()[node]];
                    case UNDER_WAY -> sources.stock();
                    case USED, ARRIVED, EARLIER, DRAWN -> -1;
                };
            case Question.Supplied _ ->
                switch (kind) {
                    case MINED ->
                        network.feed(in, e) == SupplyCase.Feed.NEW_SCRAP ? sources.newScrap() : countryOfPlant(thing);
                    case RETURNED -> sources.countries().ofPlace()[in.place()[node]];
                    case UNDER_WAY -> sources.stock();
                    case MADE, USED, ARRIVED, EARLIER, DRAWN -> -1;
                };
            case Question.Touched(int country) -> {
                if (isIn(in.place()[node], country)) {
                    yield Question.YES;
                }
                yield switch (kind) {
                    case MINED, RETURNED -> Question.NO;
                    case UNDER_WAY -> isIn(supply.routes().from()[thing], country) ? Question.YES : Question.NO;
                    case MADE, USED, ARRIVED, EARLIER, DRAWN -> -1;
                };
            }
            case Question.Shipped(String strait) -> {
                if (isByLane(kind) && passes(thing, strait)) {
                    yield Question.YES;
                }
                yield switch (kind) {
                    case MINED, RETURNED, UNDER_WAY -> Question.NO;
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

    /// The mixture that the start of the lane had in the period in which the goods left.
    private double[] earlier(int q, int lane, int sent) {
        int node = network.node(supply.routes().from()[lane], supply.routes().commodity()[lane]);
        double[][] then = answer[q][sent];
        if (then.length == 0) {
            double[] no = new double[2];
            no[Question.NO] = 1;
            return no;
        }
        return then[node];
    }

    private static void add(double[] row, int offset, double part, double[] mixture) {
        for (int k = 0; k < mixture.length; k++) {
            row[offset + k] += part * mixture[k];
        }
    }

    /// What was put into a store mixes with what is left in it.
    private void keep(int q, int t, double[] total) {
        SupplyCase.Stock stock = supply.stock();
        double[][] now = answer[q][t];
        for (int s = 0; s < stock.size() && now.length > 0; s++) {
            int node = network.node(stock.place()[s], stock.commodity()[s]);
            double level = balance.quantities().level()[s][t];
            double put = level - network.heldOver(s, t);
            if (node >= 0 && put > 0 && total[node] > 0) {
                double part = Math.min(1, put / level);
                for (int k = 0; k < now[node].length; k++) {
                    held[q][s][k] = (1 - part) * held[q][s][k] + part * now[node][k];
                }
            }
        }
    }
}
