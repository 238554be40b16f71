package org.genryu.balance.origin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Feed;
import org.genryu.core.time.Periods;

/// Which inflows make up what each market has of a substance, and what each plant takes in?
///
/// Nodes: the markets (place, commodity) whose commodity holds the substance, then the plants that take it in, one
/// for each [RecipeFeeds] of theirs: a plant that melts ore and scrap counts as two, which share its output by the
/// mass that they take in. The inflows of a node are those of the list below; each has a part, and the parts of a
/// node sum to 1. A market's inflows are mixed by amount, a plant's by the mass of the substance inside, so that
/// co-products carry the origin of the element in them and not that of the heaviest input. Losses, disposal and
/// shortage are no inflows: they take or lack the mixture as it is.
///
/// Inflows below [#NOISE] of the commodity's whole supply in the period are rounding of the solver and left out.
/// Size: every kind of inflow of a market or a plant is gathered here, and nowhere else.
final class InflowNetwork {
    /// Part of the supply of a commodity below which an amount is rounding.
    private static final double NOISE = 1e-9;

    /// Days of a year, for voyages.
    private static final double DAYS = 365;

    /// What an inflow is. MINED: made by a plant that takes none of the substance in; what it is then, [#feed]
    /// says. MADE: by another plant. USED: into a plant. ARRIVED, EARLIER: by a lane, sent in this period or an
    /// earlier one. UNDER_WAY: by a lane, sent before the first period. DRAWN: from a store. RETURNED: from use.
    enum Kind {
        MINED,
        MADE,
        USED,
        ARRIVED,
        EARLIER,
        UNDER_WAY,
        DRAWN,
        RETURNED
    }

    private final Balance balance;
    private final SupplyCase supply;
    private final Substance substance;
    /// Node of (place, commodity) at `place * commodities + commodity`, or -1 where nothing can come in.
    private final int[] nodeAt;
    private final RecipeFeeds feeds;
    /// By feed and plant: node, or -1.
    private final int[][] nodeOfPlant;
    /// By node: what the plant feeds on there; of markets UNSAID.
    private final Feed[] feedOf;
    private final boolean[] takesIn;
    /// By node; the commodity of a plant is -1.
    private final int[] placeOf;
    private final int[] commodityOf;
    private final int nodes;
    /// The lanes that carry the substance; of each the periods under way by period of sending, and the most of
    /// them.
    private final int[] lanes;
    private final int[][] lags;
    private final int[] longest;

    InflowNetwork(Balance balance, Substance substance) {
        this.balance = balance;
        this.supply = balance.of();
        this.substance = substance;
        this.nodeAt = new int
                [supply.world().places().size() * supply.world().commodities().size()];
        int count = numberMarkets();
        SupplyCase.Processes processes = supply.industry().processes();
        this.feeds = new RecipeFeeds(supply, substance);
        this.takesIn = new boolean[processes.size()];
        this.nodeOfPlant = new int[Feed.values().length][processes.size()];
        for (int[] nodesOfFeed : nodeOfPlant) {
            Arrays.fill(nodesOfFeed, -1);
        }
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            takesIn[p] = feeds.takesIn(recipe);
            SupplyCase.Recipes recipes = supply.industry().recipes();
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                int feed = feeds.ofInput(line).ordinal();
                if (feeds.ofInput(line) != Feed.UNSAID && nodeOfPlant[feed][p] < 0) {
                    nodeOfPlant[feed][p] = count++;
                }
            }
        }
        this.nodes = count;
        this.lanes = IntStream.range(0, supply.routes().size())
                .filter(l -> substance.isIn(supply.routes().commodity()[l]))
                .toArray();
        this.lags = Arrays.stream(lanes).mapToObj(this::lags).toArray(int[][]::new);
        this.longest = Arrays.stream(lags)
                .mapToInt(lag -> Arrays.stream(lag).max().orElse(0))
                .toArray();
        this.placeOf = new int[nodes];
        this.commodityOf = new int[nodes];
        Arrays.fill(commodityOf, -1);
        for (int pair = 0; pair < nodeAt.length; pair++) {
            if (nodeAt[pair] >= 0) {
                placeOf[nodeAt[pair]] = pair / supply.world().commodities().size();
                commodityOf[nodeAt[pair]] = pair % supply.world().commodities().size();
            }
        }
        this.feedOf = new Feed[nodes];
        Arrays.fill(feedOf, Feed.UNSAID);
        for (Feed feed : Feed.values()) {
            for (int p = 0; p < processes.size(); p++) {
                int node = nodeOfPlant[feed.ordinal()][p];
                if (node >= 0) {
                    placeOf[node] = processes.place()[p];
                    feedOf[node] = feed;
                }
            }
        }
    }

    private int numberMarkets() {
        boolean[] used = new boolean[nodeAt.length];
        SupplyCase.Processes processes = supply.industry().processes();
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                used[pair(processes.place()[p], recipes.commodity()[line])] = true;
            }
        }
        SupplyCase.Routes routes = supply.routes();
        for (int l = 0; l < routes.size(); l++) {
            used[pair(routes.from()[l], routes.commodity()[l])] = true;
            used[pair(routes.to()[l], routes.commodity()[l])] = true;
        }
        for (int s = 0; s < supply.stock().size(); s++) {
            used[pair(supply.stock().place()[s], supply.stock().commodity()[s])] = true;
        }
        SupplyCase.Returns returns = supply.use().returns();
        for (int r = 0; r < returns.size(); r++) {
            used[pair(returns.place()[r], returns.to()[r])] = true;
        }
        int count = 0;
        for (int pair = 0; pair < used.length; pair++) {
            boolean holds = substance.isIn(pair % supply.world().commodities().size());
            nodeAt[pair] = used[pair] && holds ? count++ : -1;
        }
        return count;
    }

    private int pair(int place, int commodity) {
        return place * supply.world().commodities().size() + commodity;
    }

    int size() {
        return nodes;
    }

    int placeOf(int node) {
        return placeOf[node];
    }

    /// Place of a market's stage among `stages`, or -1.
    int levelOf(int node, List<String> stages) {
        int commodity = commodityOf[node];
        return commodity < 0 ? -1 : stages.indexOf(supply.world().commodities().stage()[commodity]);
    }

    /// Node of the plant with what it does with the feed; -1 if it has no such feed.
    int nodeOfPlant(int process, Feed feed) {
        return nodeOfPlant[feed.ordinal()][process];
    }

    boolean takesIn(int process) {
        return takesIn[process];
    }

    /// What a recipe that takes none of the substance in makes it of.
    Feed ofSource(int recipe) {
        return feeds.ofSource(recipe);
    }

    /// Whether what the recipe gives out of the commodity holds the substance.
    boolean brings(int recipe, int commodity) {
        return feeds.brings(recipe, commodity);
    }

    /// What a MINED or MADE inflow was made from.
    Feed feed(Inflows in, int e) {
        return in.kind()[e] == Kind.MINED
                ? feeds.ofSource(supply.industry().processes().recipe()[in.thing()[e]])
                : feedOf[in.from()[e]];
    }

    /// Whether any plant makes something of the stage out of the feed.
    boolean makesOf(String stage, Feed feed) {
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int recipe = 0; recipe < recipes.size(); recipe++) {
            boolean feeds = !this.feeds.takesIn(recipe) && this.feeds.ofSource(recipe) == feed;
            boolean makes = false;
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                int c = recipes.commodity()[line];
                feeds |= this.feeds.ofInput(line) == feed;
                makes |= recipes.amount()[line] > 0
                        && substance.isIn(c)
                        && supply.world().commodities().stage()[c].equals(stage);
            }
            if (feeds && makes) {
                return true;
            }
        }
        return false;
    }

    /// Whether the node is a market whose commodity is of the stage.
    boolean isOfStage(int node, String stage) {
        int commodity = commodityOf[node];
        return commodity >= 0 && supply.world().commodities().stage()[commodity].equals(stage);
    }

    /// Node of the market, or -1.
    int node(int place, int commodity) {
        return nodeAt[pair(place, commodity)];
    }

    /// The inflows of all nodes in one period.
    ///
    /// @param first of node i: `first[i] .. first[i+1] - 1`
    /// @param from node that an inflow draws on in this period, or -1
    /// @param thing process, lane, store or return
    /// @param since period in which an EARLIER inflow was sent
    /// @param part of the node [fraction]
    /// @param total of a market: what came in [units of the commodity]; of a plant: mass taken in
    record Inflows(
            int[] first,
            int[] from,
            Kind[] kind,
            int[] thing,
            int[] since,
            double[] part,
            int[] place,
            double[] total) {}

    Inflows inflows(int t) {
        InflowGatherer gathering = new InflowGatherer(nodes);
        double[] noise = noise(t);
        plants(gathering, t, noise);
        lanes(gathering, t, noise);
        stores(gathering, t, noise);
        SupplyCase.Returns returns = supply.use().returns();
        for (int r = 0; r < returns.size(); r++) {
            double amount = balance.quantities().returned()[r][t];
            if (substance.isIn(returns.to()[r]) && amount > noise[returns.to()[r]]) {
                gathering.add(node(returns.place()[r], returns.to()[r]), -1, Kind.RETURNED, r, t, amount);
            }
        }
        return gathering.inflows(placeOf);
    }

    /// By commodity: what is too little to be meant.
    private double[] noise(int t) {
        double[] noise = new double[substance.weight().length];
        SupplyCase.Recipes recipes = supply.industry().recipes();
        SupplyCase.Processes processes = supply.industry().processes();
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                noise[recipes.commodity()[line]] += NOISE
                        * Math.max(0, recipes.amount()[line])
                        * Math.max(0, balance.quantities().activity()[p][t]);
            }
        }
        return noise;
    }

    private void plants(InflowGatherer gathering, int t, double[] noise) {
        SupplyCase.Recipes recipes = supply.industry().recipes();
        SupplyCase.Processes processes = supply.industry().processes();
        for (int p = 0; p < processes.size(); p++) {
            double activity = balance.quantities().activity()[p][t];
            int recipe = processes.recipe()[p];
            double[] fed = takesIn[p] ? fed(recipe) : new double[0];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                int c = recipes.commodity()[line];
                double amount = Math.abs(recipes.amount()[line]) * activity;
                if (!substance.isIn(c) || !(amount > noise[c])) {
                    continue;
                }
                int market = node(processes.place()[p], c);
                if (recipes.amount()[line] < 0) {
                    int plant = nodeOfPlant[feeds.ofInput(line).ordinal()][p];
                    gathering.add(
                            plant, market, Kind.USED, p, t, amount * substance.weight()[c]);
                } else if (!takesIn[p] && feeds.brings(recipe, c)) {
                    gathering.add(market, -1, Kind.MINED, p, t, amount);
                }
                for (int feed = 0; feed < fed.length && recipes.amount()[line] > 0; feed++) {
                    if (fed[feed] > 0) {
                        gathering.add(market, nodeOfPlant[feed][p], Kind.MADE, p, t, amount * fed[feed]);
                    }
                }
            }
        }
    }

    /// By feed: its part of the mass that the recipe takes in.
    double[] fed(int recipe) {
        SupplyCase.Recipes recipes = supply.industry().recipes();
        double[] fed = new double[Feed.values().length];
        double mass = mass(recipe);
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            if (feeds.ofInput(line) != Feed.UNSAID) {
                fed[feeds.ofInput(line).ordinal()] += massOf(line) / mass;
            }
        }
        return fed;
    }

    /// What the recipe takes in of the substance, a unit of activity.
    double mass(int recipe) {
        SupplyCase.Recipes recipes = supply.industry().recipes();
        double mass = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            mass += feeds.ofInput(line) == Feed.UNSAID ? 0 : massOf(line);
        }
        return mass;
    }

    private double massOf(int line) {
        SupplyCase.Recipes recipes = supply.industry().recipes();
        return -recipes.amount()[line] * substance.weight()[recipes.commodity()[line]];
    }

    /// What an input that holds the substance is; UNSAID of others.
    Feed ofInput(int line) {
        return feeds.ofInput(line);
    }

    private void lanes(InflowGatherer gathering, int t, double[] noise) {
        SupplyCase.Routes routes = supply.routes();
        boolean open = supply.info().transit() == SupplyCase.Transit.OPEN;
        for (int k = 0; k < lanes.length; k++) {
            int l = lanes[k];
            int c = routes.commodity()[l];
            int to = node(routes.to()[l], c);
            int from = node(routes.from()[l], c);
            for (int s = t; s >= Math.max(0, t - longest[k]); s--) {
                if (s + lags[k][s] == t) {
                    double amount = arrives(l, s);
                    if (amount > noise[c]) {
                        gathering.add(to, s == t ? from : -1, s == t ? Kind.ARRIVED : Kind.EARLIER, l, s, amount);
                    }
                }
            }
            if (open && t < lags[k][0] && routes.lane().observed().given(l)) {
                double before =
                        routes.lane().observed().at(l, 0) * supply.periods().length(0) * kept(l, 0);
                gathering.addAbove(noise[c], to, Kind.UNDER_WAY, l, before);
            }
            for (int s = t + 1; !open && s < supply.periods().count(); s++) {
                if (s + lags[k][s] - supply.periods().count() == t) {
                    gathering.addAbove(noise[c], to, Kind.UNDER_WAY, l, arrives(l, s));
                }
            }
        }
    }

    private double arrives(int lane, int sent) {
        return balance.quantities().flow()[lane][sent] * kept(lane, sent);
    }

    /// Part that arrives.
    double kept(int lane, int t) {
        return 1 - supply.routes().lane().loss().at(lane, t);
    }

    /// Periods under way, as the balance counts them: ⌊1/2 + days/(365 d)⌋.
    int lag(int lane, int t) {
        return (int) Math.floor(0.5
                + supply.routes().lane().days().at(lane, t)
                        / (DAYS * supply.periods().step().years()));
    }

    private int[] lags(int lane) {
        int[] lags = new int[supply.periods().count()];
        if (supply.routes().lane().days().varies(lane)) {
            Arrays.setAll(lags, t -> lag(lane, t));
        } else {
            Arrays.fill(lags, lag(lane, 0));
        }
        return lags;
    }

    private void stores(InflowGatherer gathering, int t, double[] noise) {
        SupplyCase.Stock stock = supply.stock();
        for (int s = 0; s < stock.size(); s++) {
            int c = stock.commodity()[s];
            double drawn = heldOver(s, t) - balance.quantities().level()[s][t];
            if (substance.isIn(c) && drawn > noise[c]) {
                gathering.add(node(stock.place()[s], c), -1, Kind.DRAWN, s, t, drawn);
            }
        }
    }

    /// What is left in period t of the level at the end of the period before [units].
    double heldOver(int store, int t) {
        SupplyCase.Stock stock = supply.stock();
        if (t == 0) {
            return stock.levels().start()[store];
        }
        Periods periods = supply.periods();
        return balance.quantities().level()[store][t - 1]
                * Math.pow(1 - stock.loss().at(store, t), periods.length(t));
    }

    /// By store: what was put in, as part of what lies there at the end of the period [fraction].
    ///
    /// @param total by node, of the inflows of the period
    double[] put(int t, double[] total) {
        SupplyCase.Stock stock = supply.stock();
        double[] part = new double[stock.size()];
        for (int s = 0; s < part.length; s++) {
            int node = node(stock.place()[s], stock.commodity()[s]);
            double level = balance.quantities().level()[s][t];
            double put = level - heldOver(s, t);
            if (node >= 0 && put > 0 && total[node] > 0) {
                part[s] = Math.min(1, put / level);
            }
        }
        return part;
    }
}
