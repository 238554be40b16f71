package org.genryu.stress.month;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Curve;
import org.genryu.casefile.SupplyCase.Disposal;
import org.genryu.solve.MathProgram;
import org.genryu.solve.convex.CostCurves;
import org.genryu.solve.convex.StartPoint;
import org.genryu.stress.month.WorldStocks.Pile;
import org.genryu.stress.month.WorldStocks.Tier;

/// The months that a decision sees, as one program over the markets that the scenario touches.
///
/// Every plant, lane and use answers around what it does in the calm world, at the calm prices, so that the
/// calm world is its answer when nothing happens:
///
///     plant  MC(x) = R - r + r (x/x̄)^(1/η) + what the scenario adds          R what a unit earns, r = max(R, least)
///     lane   MC(y) = G - s + s (y/ȳ)^(π/(σ s)) + what the scenario adds      G the gap of the two prices, s =
/// max(0.3 π, margin)
///     use    P(q) = π (q/q̄)^(1/ε), or a straight line, never above the shortage cost
///     stock  a unit kept is worth the calm price after the last month seen, and a little more below the usual level
///
/// Where the case has no fitted base year plants and lanes have their own costs and limits instead. Nothing
/// is discounted within a window. What arrives after the last month seen is worth the calm price there,
/// times what the price stood above it in the month before.
///
/// Size: one method for each family of columns; the program is read in one piece.
final class MonthWindow {
    /// Least margin of a plant, of what it makes is worth, and of a lane, of the price where it ends, as in
    /// the calibration.
    private static final double LEAST = 0.02;

    /// What the most faithful customers of an origin pay more than the market, of the price. Assumption, as
    /// in the calibration.
    private static final double BOND = 0.3;

    /// What a month without the usual stock costs a user, of the price of what is missing. Assumption.
    private static final double PULL = 0.02;

    /// What a strategic stock pays above the calm price to refill [fraction]. Assumption.
    private static final double REFILL = 0.05;

    /// By how much a shortage today counts more than one a month later, so that of two equal answers the
    /// one that serves first is taken.
    private static final double FIRST = 1e-7;

    /// Share by which what nothing changes may do more than its limit: a limit that is just reached at no
    /// price of its own would leave the answer without a proof.
    private static final double EASE = 1e-4;

    private final double ease;

    /// A plant stops where it earns less than this of what it earns in the calm world, or than its own
    /// cost, whichever is less: as in the calibration.
    private static final double STOPS = 0.8;

    /// A plant that does less than this of what it could in the calm world stands idle for the rest. Assumption.
    private static final double HARDLY = 0.05;

    /// What a fixed use without a shortage cost is worth, of the calm price. Assumption, told in a finding.
    static final double NO_COST = 100;

    /// Share of its market's use that a new lane carries at the price that opens it, as in the calibration.
    private static final double REACH = 0.1;

    final StressWorld world;
    final int first;
    final int months;
    private final int[] at;
    private final int rows;
    private final double[] lower;
    private final double[] upper;
    private final ProgramColumns columns = new ProgramColumns();
    final int[][][] plant;
    final int[][] lane;
    final int[][][] use;
    final int[][][] pile;
    final int[][] disposal;
    final int[][] offered;
    final int[][][] shared;
    private final double[] startPrice;

    /// What the rounds of a month find: what is charged, paid and open.
    /// @param tariff by lane and month of the window: tariff beyond the calm one [currency/unit]
    /// @param topUp by process and month of the window [currency/activity]
    /// @param secured by process and month of the window: what commitments to buy pay for a unit that they take
    /// [currency/activity]
    /// @param open by stock and month of the window
    /// @param cling by process: whether it runs on at a loss
    /// @param emergency by market and month of the window
    /// @param starved by market and month of the window: whether a use there goes without at the cost of its
    /// shortage
    record Rounds(
            double[][] tariff,
            double[][] topUp,
            double[][] secured,
            boolean[][] open,
            boolean[] cling,
            boolean[][] emergency,
            boolean[][] starved) {
        static Rounds none(StressWorld world, int months) {
            return new Rounds(
                    new double[world.with.routes().size()][],
                    new double[world.with.industry().processes().size()][],
                    new double[world.with.industry().processes().size()][],
                    new boolean[world.stocks.all().size()][months],
                    new boolean[world.with.industry().processes().size()],
                    new boolean[world.markets()][months],
                    new boolean[world.markets()][months]);
        }
    }

    private final MonthState state;
    private final Rounds rounds;

    MonthWindow(StressWorld world, MonthState state, Rounds rounds, int first, int months) {
        this.world = world;
        this.ease = world.fitted ? EASE : 0;
        this.state = state;
        this.rounds = rounds;
        this.first = first;
        this.months = months;
        this.at = new int[world.markets()];
        int count = 0;
        for (int m = 0; m < at.length; m++) {
            at[m] = world.touched.get(m) ? months * count++ : -1;
        }
        int limits = sharedRows(count * months);
        this.rows = limits;
        this.lower = new double[rows];
        this.upper = new double[rows];
        this.startPrice = new double[rows];
        sides();
        this.plant = new int[world.with.industry().processes().size()][][];
        this.lane = new int[world.with.routes().size()][];
        this.use = new int[world.with.use().demands().size()][][];
        this.pile = new int[world.stocks.all().size()][][];
        this.disposal = new int[world.markets()][];
        this.offered = new int[world.markets()][];
        plants();
        lanes();
        this.shared = partners();
        uses();
        piles();
        disposals();
        offers();
        lacking();
    }

    /// What must leave a market for outside of the account may stay away, dearly: else a market from which
    /// all supply is cut would have no answer.
    private void lacking() {
        for (int m = 0; m < at.length; m++) {
            for (int k = 0; k < months && at[m] >= 0; k++) {
                double forced = lower[row(m, k)];
                if (forced > 0) {
                    columns.begin(NO_COST * world.size(m, first + k), 0, forced, 0);
                    columns.put(row(m, k), 1);
                }
            }
        }
    }

    private int[] routeRow = new int[0];

    /// Rows for routes whose lanes share a capacity, after the balances.
    private int sharedRows(int next) {
        SupplyCase.Routes routes = world.with.routes();
        int[] lanes = new int[routes.ids().size()];
        for (int route : routes.route()) {
            lanes[route]++;
        }
        routeRow = new int[lanes.length];
        Arrays.fill(routeRow, -1);
        int row = next;
        for (int l = 0; l < routes.size(); l++) {
            int route = routes.route()[l];
            boolean limited = false;
            for (int k = 0; k < months; k++) {
                limited |= Double.isFinite(routes.lane().capacity().at(l, world.t[first + k]));
            }
            if (lanes[route] > 1 && limited && routeRow[route] < 0 && at[from(l)] >= 0) {
                routeRow[route] = row;
                row += months;
            }
        }
        return row;
    }

    private int from(int l) {
        return world.market(world.with.routes().from()[l], world.with.routes().commodity()[l]);
    }

    private int to(int l) {
        return world.market(world.with.routes().to()[l], world.with.routes().commodity()[l]);
    }

    int row(int market, int k) {
        return at[market] + k;
    }

    private void sides() {
        SupplyCase.Returns returns = world.with.use().returns();
        for (int k = 0; k < months; k++) {
            int i = first + k;
            double[] outside = world.outside(i);
            for (int m = 0; m < at.length; m++) {
                if (at[m] >= 0) {
                    lower[row(m, k)] = -outside[m] - state.arriving[m][i];
                    double offer = world.actions.offered(m, i);
                    double price = world.calm.price(m, i) * state.ratio[m];
                    startPrice[row(m, k)] = Double.isNaN(offer) ? price : Math.min(price, offer);
                }
            }
            for (int r = 0; r < returns.size(); r++) {
                int m = world.market(returns.place()[r], returns.to()[r]);
                if (at[m] >= 0) {
                    lower[row(m, k)] -= world.returned(r, i);
                }
            }
        }
        List<Pile> piles = world.stocks.all();
        for (int s = 0; s < piles.size(); s++) {
            int m = piles.get(s).market();
            if (at[m] >= 0) {
                lower[row(m, 0)] -= world.kept(piles.get(s), first) * state.level[s];
            }
        }
        for (int m = 0; m < at.length; m++) {
            for (int k = 0; k < months && at[m] >= 0; k++) {
                lower[row(m, k)] = Math.abs(lower[row(m, k)]) > world.crumb(m) ? lower[row(m, k)] : 0;
            }
        }
        for (int m = 0; m < at.length; m++) {
            if (at[m] < 0) {
                continue;
            }
            boolean free = world.with.world().commodities().disposal()[world.marketCommodity[m]]
                            instanceof Disposal.Costs costs
                    && costs.cost() == 0;
            for (int k = 0; k < months; k++) {
                upper[row(m, k)] = free ? Double.POSITIVE_INFINITY : lower[row(m, k)];
            }
        }
        SupplyCase.Routes routes = world.with.routes();
        for (int l = 0; l < routes.size(); l++) {
            int row = routeRow[routes.route()[l]];
            for (int k = 0; k < months && row >= 0; k++) {
                double most = room(l, first + k);
                lower[row + k] = Double.NEGATIVE_INFINITY;
                upper[row + k] = Math.max(upper[row + k], most);
            }
        }
    }

    /// The most that a lane carries in month i [units].
    private double room(int l, int i) {
        SupplyCase.Lane with = world.with.routes().lane();
        double most = with.capacity().at(l, world.t[i]) / 12;
        boolean changed =
                world.differs(with.capacity(), world.without.routes().lane().capacity(), l, i);
        return changed ? most : Math.max(most, (1 + ease) * world.calm.flow(l, i));
    }

    private void plants() {
        SupplyCase.Processes plants = world.with.industry().processes();
        SupplyCase.Recipes recipes = world.with.industry().recipes();
        for (int p = 0; p < plants.size(); p++) {
            int recipe = plants.recipe()[p];
            if (at[world.market(plants.place()[p], recipes.commodity()[recipes.first()[recipe]])] < 0) {
                continue;
            }
            plant[p] = new int[months][];
            for (int k = 0; k < months; k++) {
                int before = columns.size();
                if (state.closed[p] < 1 || first + k >= state.ready[p]) {
                    plantColumns(p, k);
                }
                plant[p][k] = new int[columns.size() - before];
                for (int c = 0; c < plant[p][k].length; c++) {
                    plant[p][k][c] = before + c;
                }
            }
        }
    }

    /// What a plant takes in and gives out, for the column begun last.
    private void recipe(int p, int k) {
        SupplyCase.Processes plants = world.with.industry().processes();
        SupplyCase.Recipes recipes = world.with.industry().recipes();
        int recipe = plants.recipe()[p];
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            columns.put(row(world.market(plants.place()[p], recipes.commodity()[line]), k), recipes.amount()[line]);
        }
    }

    /// The columns of a plant in a month: what it does at the least that it must earn, and what it does
    /// beyond.
    private void plantColumns(int p, int k) {
        int i = first + k;
        double calm = world.calm.activity(p, i);
        double most = ability(p, i);
        double own = cost(p, i);
        double change = own
                - world.without.industry().processes().operation().cost().at(p, world.tWithout[i])
                + world.actions.dumped(p, i)
                - (rounds.topUp()[p] == null ? 0 : paid(p, k) - world.actions.calmTopUp(p, i));
        if (calm > 0 && world.fitted) {
            double earned = earned(p, i, false);
            double margin = Math.max(earned, LEAST * Math.max(earned(p, i, true), 1e-12));
            double limit = Math.max(calm, most);
            double extra = Math.max(0, most - Math.max(calm, abilityWithout(p, i)));
            double bound = most < calm ? most : limit;
            if (!Double.isNaN(world.most[p])) {
                bound = Math.min(bound, Math.max(world.most[p], 1 + ease) * calm + extra);
            }
            if (!Double.isNaN(world.rise[p])) {
                bound = Math.min(
                        bound,
                        Math.max((1 + ease) * calm, state.before[p] + (k + 1) * world.rise[p] * Math.max(calm, extra)));
            }
            if (state.closed[p] > 0 && i < state.ready[p]) {
                bound = Math.min(bound, (1 - state.closed[p]) * calm);
            }
            if (bound > 0) {
                double power = 1 / orElse(world.elasticity[p], 1);
                double floor = Math.max(
                        LEAST * margin, orElse(world.avoidable[p], 1) * Math.min(own - change, STOPS * margin));
                double knee = Math.min(calm * Math.pow(floor / margin, 1 / power), bound);
                pieces(p, k, 0, knee, calm, earned - margin + floor + change);
                for (double[] piece : pieces(p, k, knee, bound, calm, earned - margin + change)) {
                    columns.bend((int) piece[0], margin, power, piece[1], calm);
                }
            }
            if (calm < HARDLY * abilityWithout(p, i) && state.closed[p] == 0) {
                idle(p, k, bound, most, Math.max(own + world.actions.dumped(p, i) - paid(p, k), earned));
            }
            return;
        }
        double cost = own + world.actions.dumped(p, i) - paid(p, k);
        if (!(most > 0)) {
            return;
        }
        if (calm > 0) {
            if (rounds.cling()[p]) {
                cost = orElse(world.avoidable[p], 1) * own + world.actions.dumped(p, i);
            }
            double bound = most;
            if (!Double.isNaN(world.rise[p])) {
                bound = Math.min(bound, Math.max(calm, state.before[p] + (k + 1) * world.rise[p] * calm));
            }
            if (!Double.isNaN(world.most[p])) {
                bound = Math.min(bound, world.most[p] * calm);
            }
            pieces(p, k, 0, bound, calm, cost);
            return;
        }
        if (abilityWithout(p, i) <= 0) {
            pieces(p, k, 0, risen(p, k, 0, most), 0, cost);
        } else {
            idle(p, k, 0, most, world.fitted ? Math.max(cost, earned(p, i, false)) : cost);
        }
    }

    /// What stands idle of a plant in the calm world: it comes when somebody looks for it, and has had time to
    /// start.
    /// @param from what it does without, which is not idle
    private void idle(int p, int k, double from, double most, double entry) {
        int i = first + k;
        int market = world.market(world.with.industry().processes().place()[p], world.main(p));
        int wait = (int) Math.ceil(orElse(world.restart[p], 0));
        double bound = risen(p, k, from, most);
        if ((wait > 0 && i < state.searching[market] + wait) || !(bound > from)) {
            return;
        }
        for (double[] piece : pieces(p, k, from, bound, 0, entry)) {
            if (world.fitted) {
                columns.bend(
                        (int) piece[0], LEAST * Math.max(earned(p, i, true), 1e-12), 1, piece[1] - from, most - from);
            }
        }
    }

    /// How much a plant that rises by a part of its capacity a month has reached, beyond an amount.
    private double risen(int p, int k, double from, double most) {
        return Double.isNaN(world.rise[p])
                ? most
                : Math.min(most, Math.max(from, state.before[p]) + (k + 1) * world.rise[p] * (most - from));
    }

    /// What a plant is paid beyond its market.
    private double paid(int p, int k) {
        return rounds.topUp()[p] == null ? 0 : rounds.topUp()[p][k];
    }

    /// Columns of a plant between two amounts. The part that buyers have committed to take stands apart: what it is
    /// sure to be paid comes off its cost.
    /// @param usual in all
    /// @return column and where it begins, of each
    private List<double[]> pieces(int p, int k, double from, double to, double usual, double cost) {
        double[] secured = rounds.secured()[p];
        double paid = secured == null ? 0 : secured[k] - world.actions.calmSecured(p, first + k);
        double committed = paid == 0 ? from : Math.clamp(world.actions.committed(p, first + k), from, to);
        List<double[]> pieces = new ArrayList<>();
        if (committed > from) {
            pieces.add(piece(p, k, from, committed, usual, cost - paid));
        }
        if (to > committed) {
            pieces.add(piece(p, k, committed, to, usual, cost));
        }
        return pieces;
    }

    private double[] piece(int p, int k, double from, double to, double usual, double cost) {
        columns.begin(cost, 0, to - from, Math.clamp(usual - from, 0, to - from));
        recipe(p, k);
        return new double[] {columns.last(), from};
    }

    private double cost(int p, int i) {
        return world.with.industry().processes().operation().cost().at(p, world.t[i]);
    }

    /// The most that a plant could do in month i for its capacity.
    private double ability(int p, int i) {
        return ability(world.with, p, world.t[i], i);
    }

    private double abilityWithout(int p, int i) {
        return ability(world.without, p, world.tWithout[i], i);
    }

    private double ability(SupplyCase of, int p, int t, int i) {
        double capacity = of.industry().processes().operation().capacity().at(p, t) / 12;
        if (builds(of, p)) {
            double room =
                    world.without.industry().processes().operation().capacity().at(p, world.tWithout[i]) / 12;
            double built = world.calm.built(p, i);
            return room > 0 && capacity < room ? built * capacity / room : (1 + ease) * built;
        }
        double calm = world.calm.activity(p, i);
        boolean changed = world.differs(
                world.with.industry().processes().operation().capacity(),
                world.without.industry().processes().operation().capacity(),
                p,
                i);
        return changed ? capacity : Math.max(capacity, (1 + ease) * calm);
    }

    /// Whether a process runs only as far as the balance built it.
    private static boolean builds(SupplyCase of, int p) {
        return of.industry().processes().status()[p] == SupplyCase.Status.CANDIDATE
                && of.industry().processes().investment().capex().given(p);
    }

    /// What a unit of activity earns at calm prices, or what it makes is worth [currency/activity].
    double earned(int p, int i, boolean products) {
        SupplyCase.Recipes recipes = world.with.industry().recipes();
        int recipe = world.with.industry().processes().recipe()[p];
        double sum = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            double amount = recipes.amount()[line];
            if (!products || amount > 0) {
                int m = world.market(world.with.industry().processes().place()[p], recipes.commodity()[line]);
                sum += amount * world.calm.price(m, i);
            }
        }
        return sum;
    }

    private static double orElse(double value, double other) {
        return Double.isNaN(value) ? other : value;
    }

    private void lanes() {
        SupplyCase.Routes routes = world.with.routes();
        for (int l = 0; l < routes.size(); l++) {
            int from = from(l);
            if (at[from] < 0) {
                continue;
            }
            lane[l] = new int[months];
            Arrays.fill(lane[l], -1);
            for (int k = 0; k < months; k++) {
                int i = first + k;
                double room = room(l, i);
                int lag = world.lag(l, i);
                double beyond = k + lag < months
                        ? 0
                        : (1 - routes.lane().loss().at(l, world.t[i])) * worth(to(l), i + lag) * state.ratio[to(l)];
                if (!(room > 0) || !laneColumn(l, k, room, beyond)) {
                    continue;
                }
                lane[l][k] = columns.last();
                columns.put(row(from, k), -1);
                if (k + lag < months) {
                    columns.put(row(to(l), k + lag), 1 - routes.lane().loss().at(l, world.t[i]));
                }
                if (routeRow[routes.route()[l]] >= 0) {
                    columns.put(routeRow[routes.route()[l]] + k, 1);
                }
            }
        }
    }

    private boolean laneColumn(int l, int k, double room, double beyond) {
        int i = first + k;
        SupplyCase.Lane with = world.with.routes().lane();
        double calm = world.calm.flow(l, i);
        double charged = rounds.tariff()[l] == null ? 0 : rounds.tariff()[l][k];
        double own = with.cost().at(l, world.t[i]);
        double before = world.without.routes().lane().tariff().at(l, world.tWithout[i])
                * Math.max(0, world.calm.price(from(l), i));
        if (!world.fitted) {
            if (calm <= 0 && !qualified(l, i)) {
                return false;
            }
            columns.begin(own + before + charged - beyond, 0, room, calm);
            return true;
        }
        double price = world.calm.price(to(l), i + world.calmLag(l, i));
        double gap = (1 - world.without.routes().lane().loss().at(l, world.tWithout[i])) * price
                - world.calm.price(from(l), i);
        double scale = world.size(to(l), i);
        double change = own - world.without.routes().lane().cost().at(l, world.tWithout[i]) + charged;
        double sigma = orElse(world.substitution[l], 1);
        if (calm > 0) {
            double margin = Math.max(
                    gap - world.without.routes().lane().cost().at(l, world.tWithout[i]) - before, LEAST * scale);
            double slope = Math.max(margin, BOND * scale);
            columns.begin(gap - slope + change - beyond, 0, room, calm);
            columns.bend(slope, scale / (sigma * slope), 0, calm);
            return true;
        }
        if (!qualified(l, i)) {
            return false;
        }
        double entry = Math.max(own + before + charged, gap + change) + LEAST * scale;
        double unit = REACH * Math.max(world.used(to(l), i) + world.taken(to(l), i), 1e-9);
        columns.begin(entry - beyond, 0, room, 0);
        columns.bend(scale / sigma, 1, 0, unit);
        return true;
    }

    /// Whether a lane that is not in use can be used in month i.
    private boolean qualified(int l, int i) {
        double wait = orElse(world.qualification[l], 0);
        return wait <= 0 || i >= state.searching[to(l)] + Math.ceil(wait);
    }

    /// Goods that partners bring each other in an emergency, out of what they keep.
    private int[][][] partners() {
        List<int[]> pairs = world.actions.shared();
        int[][][] found = new int[pairs.size()][2][months];
        for (int n = 0; n < pairs.size(); n++) {
            for (int way = 0; way < 2; way++) {
                int a = pairs.get(n)[way];
                int b = pairs.get(n)[1 - way];
                for (int k = 0; k < months; k++) {
                    found[n][way][k] = -1;
                    int i = first + k;
                    double kept = 0;
                    for (int s = 0; s < world.stocks.all().size(); s++) {
                        kept += world.stocks.all().get(s).market() == a ? state.level[s] : 0;
                    }
                    if (kept > 0 && rounds.emergency()[b][k] && !rounds.emergency()[a][k] && world.actions.sharing(i)) {
                        columns.begin(world.actions.moving(a, i), 0, kept, 0);
                        columns.put(row(a, k), -1);
                        columns.put(row(b, k), 1);
                        found[n][way][k] = columns.last();
                    }
                }
            }
        }
        return found;
    }

    private void uses() {
        SupplyCase.Demands demands = world.with.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            int m = world.market(demands.place()[d], demands.commodity()[d]);
            if (at[m] < 0) {
                continue;
            }
            use[d] = new int[months][];
            for (int k = 0; k < months; k++) {
                int begin = columns.size();
                useColumns(d, k, m);
                int[] mine = new int[columns.size() - begin];
                for (int c = 0; c < mine.length; c++) {
                    mine[c] = begin + c;
                }
                use[d][k] = mine;
            }
        }
    }

    private void useColumns(int d, int k, int m) {
        int i = first + k;
        SupplyCase.Demands demands = world.with.use().demands();
        double price = world.calm.price(m, i);
        double calm = world.calm.served(d, i);
        double cap =
                demands.shortageCost().given(d) ? demands.shortageCost().at(d, world.t[i]) : Double.POSITIVE_INFINITY;
        double amount = demands.amount().at(d, world.t[i]) / 12;
        double usual = world.without.use().demands().amount().at(d, world.tWithout[i]) / 12;
        double early = 1 + FIRST * (months - k);
        if (!world.bends(d)) {
            columns.begin(-world.shortageWorth(d, i) * early, 0, world.most(d, i), calm);
            columns.put(row(m, k), -1);
            return;
        }
        Curve curve = demands.curve()[d];
        boolean own = !(calm > 0 && price > 0);
        double e =
                (curve instanceof Curve.Linear(var _, double slope) ? slope : ((Curve.IsoElastic) curve).elasticity())
                        * orElse(world.atOnce[d], 1);
        double point = own ? amount : calm * (usual > 0 ? amount / usual : 1);
        double there = own ? referencePrice(curve, d, world.t[i]) : price;
        if (!(point > 0) || !(there > 0)) {
            return;
        }
        boolean line = curve instanceof Curve.Linear;
        if (line && !own) {
            // The slope of the case's own line at the calm point, times what holds at once.
            double reference = referencePrice(curve, d, world.t[i]);
            double slope = ((Curve.Linear) curve).elasticity();
            e = slope * amount / reference * there / point * orElse(world.atOnce[d], 1);
        }
        double flat = 0;
        if (Double.isFinite(cap)) {
            double share = cap / there;
            flat = line ? Math.max(0, point * (1 + e * (share - 1))) : point * Math.pow(share, e);
            columns.begin(-cap * early, 0, flat, Math.min(flat, calm));
            columns.put(row(m, k), -1);
        }
        if (line) {
            columns.begin(-there * (1 - 1 / e), 0, Double.POSITIVE_INFINITY, Math.max(0, calm - flat));
            columns.bend(-there / e, 1, flat, point);
        } else {
            columns.begin(0, 0, Double.POSITIVE_INFINITY, Math.max(0, calm - flat));
            columns.bend(-there, 1 / e, flat, point);
        }
        columns.put(row(m, k), -1);
    }

    private static double referencePrice(Curve curve, int d, int t) {
        return switch (curve) {
            case Curve.Fixed _ -> 0;
            case Curve.Linear(var price, double _) -> price.at(d, t);
            case Curve.IsoElastic(var price, double _) -> price.at(d, t);
        };
    }

    /// A stock that pulls back to its usual level is one column that bends there; else it has one up to
    /// that level and one above it.
    private void piles() {
        List<Pile> piles = world.stocks.all();
        for (int s = 0; s < piles.size(); s++) {
            Pile one = piles.get(s);
            if (at[one.market()] < 0) {
                continue;
            }
            pile[s] = new int[months][2];
            for (int k = 0; k < months; k++) {
                double[] limits = limits(one, s, k);
                double usual = Math.max(limits[0], Math.min(limits[1], world.usual(one, first + k)));
                double price = worth(one.market(), first + k);
                double next = k + 1 < months ? world.kept(one, first + k + 1) * worth(one.market(), first + k + 1) : 0;
                double scale = world.size(one.market(), first + k);
                boolean closed = one.tier() == Tier.STRATEGIC && !rounds.open()[s][k];
                boolean opened = one.tier() == Tier.STRATEGIC && rounds.open()[s][k];
                boolean elsewhere =
                        one.release() instanceof WorldStocks.Release.Shortage && !rounds.emergency()[one.market()][k];
                double bonus = opened && !elsewhere
                        ? -1e-3 * scale
                        : k + 1 < months ? 0 : closed ? REFILL * scale : 1e-4 * scale;
                // Nobody lays up what he goes without.
                boolean pulled =
                        world.fitted && one.tier() != Tier.STRATEGIC && usual > 0 && !rounds.starved()[one.market()][k];
                double value = next - price - (pulled ? PULL * scale : bonus);
                columns.begin(value, limits[0], pulled ? limits[1] : usual, usual);
                if (pulled) {
                    columns.bend(PULL * scale, 1, 0, usual);
                }
                level(one, k);
                pile[s][k][0] = columns.last();
                pile[s][k][1] = -1;
                if (!pulled && limits[1] > usual) {
                    columns.begin(next - price + 1e-3 * scale, 0, limits[1] - usual, 0);
                    level(one, k);
                    pile[s][k][1] = columns.last();
                }
            }
        }
    }

    /// What a unit kept is worth: with curves the price, else the lower end of it.
    private double worth(int market, int i) {
        return world.fitted ? world.calm.price(market, i) : world.calm.worth(market, i);
    }

    private void level(Pile one, int k) {
        columns.put(row(one.market(), k), -1);
        if (k + 1 < months) {
            columns.put(row(one.market(), k + 1), world.kept(one, first + k + 1));
        }
    }

    /// Least and most level of a stock at the end of month k of the window.
    private double[] limits(Pile one, int s, int k) {
        int i = first + k;
        double now = state.level[s] * Math.pow(world.kept(one, i), k + 1.0);
        double step = one.rate() * (k + 1);
        if (one.tier() == Tier.STRATEGIC) {
            double target = world.usual(one, i);
            double most = Math.max(now, Math.min(target, now + step));
            if (rounds.open()[s][k]) {
                return new double[] {Math.max(0, now - step), most};
            }
            return new double[] {Math.min(now, target), most};
        }
        double room =
                one.store() >= 0 ? world.with.stock().levels().capacity().at(one.store(), world.t[i]) : one.room();
        double least = one.store() >= 0
                ? Math.min(now, world.with.stock().levels().least().at(one.store(), world.t[i]))
                : 0;
        return new double[] {least, Math.max(room, least)};
    }

    /// What the other side sells below its price, as much as is wanted.
    private void offers() {
        for (int m = 0; m < at.length; m++) {
            for (int k = 0; at[m] >= 0 && k < months; k++) {
                double price = world.actions.offered(m, first + k);
                if (!Double.isNaN(price)) {
                    columns.begin(price, 0, Double.POSITIVE_INFINITY, 0);
                    columns.put(row(m, k), 1);
                    offered[m] = offered[m] == null ? none() : offered[m];
                    offered[m][k] = columns.last();
                }
            }
        }
    }

    private int[] none() {
        int[] columns = new int[months];
        Arrays.fill(columns, -1);
        return columns;
    }

    private void disposals() {
        for (int m = 0; m < at.length; m++) {
            if (at[m] < 0) {
                continue;
            }
            Disposal rule = world.with.world().commodities().disposal()[world.marketCommodity[m]];
            boolean free = rule instanceof Disposal.Costs costs && costs.cost() == 0;
            if (free) {
                continue;
            }
            disposal[m] = new int[months];
            for (int k = 0; k < months; k++) {
                double scale = world.size(m, first + k);
                double cost = rule instanceof Disposal.Costs costs ? costs.cost() : NO_COST * scale;
                columns.begin(cost, 0, Double.POSITIVE_INFINITY, 0);
                columns.put(row(m, k), -1);
                disposal[m][k] = columns.last();
            }
        }
    }

    MathProgram program() {
        return columns.program(new MathProgram.Rows(lower, upper));
    }

    CostCurves curves() {
        return columns.curves();
    }

    /// Where to begin: at calm, or at the answer to nearly the same months.
    StartPoint start(Optional<Known> known) {
        return known.map(this::from).orElseGet(() -> new StartPoint(columns.typical(), startPrice));
    }

    /// The answer of a window.
    /// @param y by row
    record Known(MonthWindow window, double[] x, double[] y) {}

    /// Amounts and prices of the same months there; of the last one seen for those beyond.
    private StartPoint from(Known known) {
        MonthWindow old = known.window();
        double[] at = new double[columns.size()];
        Arrays.fill(at, Double.NaN);
        double[] price = startPrice.clone();
        for (int k = 0; k < months; k++) {
            int then = Math.min(first + k - old.first, old.months - 1);
            for (int m = 0; m < this.at.length; m++) {
                if (has(m) && old.has(m)) {
                    price[row(m, k)] = known.y()[old.row(m, then)];
                }
            }
            same(plant, old.plant, k, then, known.x(), at);
            same(use, old.use, k, then, known.x(), at);
            same(pile, old.pile, k, then, known.x(), at);
            same(lane, old.lane, k, then, known.x(), at);
            same(disposal, old.disposal, k, then, known.x(), at);
        }
        return new StartPoint(columns.typical(), price, at);
    }

    private static void same(int[][][] now, int[][][] old, int k, int then, double[] x, double[] at) {
        for (int n = 0; n < now.length; n++) {
            if (now[n] != null && old[n] != null && now[n][k].length == old[n][then].length) {
                for (int c = 0; c < now[n][k].length; c++) {
                    if (now[n][k][c] >= 0 && old[n][then][c] >= 0) {
                        at[now[n][k][c]] = x[old[n][then][c]];
                    }
                }
            }
        }
    }

    private static void same(int[][] now, int[][] old, int k, int then, double[] x, double[] at) {
        for (int n = 0; n < now.length; n++) {
            if (now[n] != null && old[n] != null && now[n][k] >= 0 && old[n][then] >= 0) {
                at[now[n][k]] = x[old[n][then]];
            }
        }
    }

    boolean has(int market) {
        return at[market] >= 0;
    }

    /// What a market lacks on its row's lower side: what is thrown away free [units].
    double over(int row, double activity) {
        return Math.max(0, activity - lower[row]);
    }
}
