package org.genryu.stress.month;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Deadline;
import org.genryu.solve.MathProgram;
import org.genryu.solve.OptimalityProof;
import org.genryu.solve.ProgramState;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.convex.ConvexSolver;
import org.genryu.solve.convex.CostCurves;
import org.genryu.stress.month.WorldStocks.Pile;
import org.genryu.stress.month.WorldStocks.Release;
import org.genryu.stress.month.WorldStocks.Tier;

/// Goes through the months: decides in each with what is seen, carries stocks, goods under way and closed
/// plants on.
///
/// With foresight of all months there is one decision, the bound of what can be reached; nothing is
/// mothballed there, since that is a habit of who does not see ahead.
///
/// Size: what a month decides, what its rounds find and what it leaves share one state.
final class MonthlySimulation {
    /// A use that gets less than this of the calm world is short [fraction].
    static final double SHORT = 0.99;

    /// A price above this against the calm one lets buyers look for others [ratio]. Assumption.
    private static final double LOOKING = 1.1;

    /// What is left of a stock below this of its opening is what a solver leaves [fraction].
    private static final double NOTHING = 1e-7;

    /// Error of the limits and the gap up to which a month's answer is taken as near [fraction].
    private static final double NEAR = 1e-3;

    /// A tariff that moves by less of its origin's price stands still [fraction].
    private static final double STILL = 1e-6;

    /// A floor payment is met within this [fraction].
    private static final double FLOOR_MET = 1e-3;

    /// A plant of which a smaller part loses money loses none [fraction].
    private static final double SHORT_LOSS = 0.01;

    /// A price that stands nearer to the cost of a shortage is that cost [fraction].
    private static final double AT_COST = 1e-3;

    private static final int MOST_ROUNDS = 20;

    private final StressWorld world;
    private final SolveOptions options;
    private final MonthState state;
    private final StressPath path;
    private final BitSet near = new BitSet();
    /// By round: the answer of this month, else of the month before.
    private final List<MonthWindow.Known> known = new ArrayList<>();
    /// The last answer of the month before.
    private Optional<Answer> before = Optional.empty();

    MonthlySimulation(StressWorld world, SolveOptions options) {
        this.world = world;
        this.options = options;
        this.state = new MonthState(world);
        this.path = calmPath(world);
    }

    /// A month that has no proved answer.
    static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Solution verdict;
        private final int month;

        NoAnswer(Solution verdict, int month) {
            super("month " + month, null, false, false);
            this.verdict = verdict;
            this.month = month;
        }

        Solution verdict() {
            return verdict;
        }

        int month() {
            return month;
        }
    }

    /// What happened so far.
    StressPath path() {
        return path;
    }

    /// Months whose answer is near, not proved.
    BitSet near() {
        return near;
    }

    /// @throws NoAnswer if a month has no proved answer
    StressPath run() {
        int i = 0;
        while (i < world.clock.months()) {
            Deadline.present().check();
            int seen = world.clock.window(i);
            boolean all = world.clock.foresight() >= world.clock.months();
            Answer answer = decide(i, seen);
            int kept = all ? seen : 1;
            for (int k = 0; k < kept; k++) {
                keep(answer, k);
            }
            i += kept;
        }
        return path;
    }

    /// @param price [market][month of the window]
    private record Answer(
            MonthWindow window,
            MonthWindow.Rounds rounds,
            double[] x,
            double[] activity,
            double[] dual,
            double[][] price) {}

    private Answer decide(int i, int seen) {
        MonthWindow.Rounds rounds = MonthWindow.Rounds.none(world, seen);
        atStart(rounds, i);
        charge(rounds, i, seen);
        pay(rounds, i, seen);
        for (int round = 0; ; round++) {
            MonthWindow window = new MonthWindow(world, state, rounds, i, seen);
            Answer answer = solve(window, rounds, known(round));
            know(round, new MonthWindow.Known(window, answer.x(), answer.dual()));
            before = Optional.of(answer);
            boolean moved = tariffs(answer, round) | floors(answer, round) | offtakes(answer, round);
            boolean[][] lacks = lacks(answer);
            moved |= opens(answer, lacks) | clings(answer) | looks(answer, lacks) | starves(answer);
            if (!moved || round >= MOST_ROUNDS) {
                known.subList(round + 1, known.size()).clear();
                return answer;
            }
        }
    }

    /// The answer that lies nearest: that of the same round a month before, which opens and pays alike; that of the
    /// round before where there was none.
    private Optional<MonthWindow.Known> known(int round) {
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(Math.min(round, known.size() - 1)));
    }

    private void know(int round, MonthWindow.Known answer) {
        if (round < known.size()) {
            known.set(round, answer);
        } else {
            known.add(answer);
        }
    }

    private Answer solve(MonthWindow window, MonthWindow.Rounds rounds, Optional<MonthWindow.Known> known) {
        MathProgram program = window.program();
        CostCurves curves = window.curves();
        if (program.rows().size() == 0) {
            return new Answer(
                    window, rounds, new double[0], new double[0], new double[0], new double[world.markets()][]);
        }
        Solution solution = ConvexSolver.solve(program, curves, window.start(known), options, NEAR);
        if (solution instanceof Solution.Stopped stopped) {
            solution = near(program, curves, stopped).orElse(solution);
            near.set(window.first);
        }
        if (!(solution instanceof Solution.Optimal optimal)) {
            throw new NoAnswer(solution, window.first);
        }
        double[][] price = new double[world.markets()][];
        for (int m = 0; m < price.length; m++) {
            if (window.has(m)) {
                price[m] =
                        Arrays.copyOfRange(optimal.point().dual(), window.row(m, 0), window.row(m, 0) + window.months);
            }
        }
        return new Answer(
                window,
                rounds,
                optimal.point().x(),
                optimal.point().activity(),
                optimal.point().dual(),
                price);
    }

    /// A point whose proof misses by a little more than is allowed is near enough for a month, and that is
    /// told.
    private Optional<Solution> near(MathProgram program, CostCurves curves, Solution.Stopped stopped) {
        if (stopped.best().isEmpty()) {
            return Optional.empty();
        }
        Solution.Point point = stopped.best().get();
        OptimalityProof proof = OptimalityProof.of(
                new ProgramState(ConvexSolver.tangent(program, curves, point.x())), point.x(), point.dual(), 1);
        return proof.certificate().primal() <= NEAR && proof.certificate().gap() <= NEAR
                ? Optional.of(new Solution.Optimal(stopped.objective(), point, proof.certificate(), stopped.run()))
                : Optional.empty();
    }

    // -- what the rounds find

    /// What is known at the start of a month: stocks that open by what lies in the others, and those that
    /// always do.
    private void atStart(MonthWindow.Rounds rounds, int i) {
        List<Pile> piles = world.stocks.all();
        for (int s = 0; s < piles.size(); s++) {
            Pile one = piles.get(s);
            if (one.tier() != Tier.STRATEGIC) {
                continue;
            }
            double others = 0;
            for (int o = 0; o < piles.size(); o++) {
                boolean beside = o != s && piles.get(o).market() == one.market();
                others += beside && piles.get(o).tier() != Tier.STRATEGIC ? state.level[o] : 0;
            }
            double use = world.used(one.market(), i) + world.taken(one.market(), i);
            boolean open = switch (one.release()) {
                case Release.Always _ -> true;
                case Release.Amount(double level) -> others < level;
                case Release.Cover(double days) -> others < days / StressClock.DAYS * use;
                case Release.Shortage _, Release.Price _ -> false;
            };
            if (open) {
                Arrays.fill(rounds.open()[s], true);
            }
        }
    }

    private boolean opens(Answer answer, boolean[][] lacks) {
        boolean moved = false;
        List<Pile> piles = world.stocks.all();
        for (int m = 0; m < lacks.length; m++) {
            for (int k = 0; k < lacks[m].length; k++) {
                if (lacks[m][k] && !answer.rounds().emergency()[m][k]) {
                    answer.rounds().emergency()[m][k] = true;
                    moved |= world.actions.sharing(answer.window().first + k);
                }
            }
        }
        for (int s = 0; s < piles.size(); s++) {
            Pile one = piles.get(s);
            if (one.tier() != Tier.STRATEGIC || !answer.window().has(one.market())) {
                continue;
            }
            for (int k = 0; k < answer.window().months; k++) {
                boolean open = answer.rounds().open()[s][k];
                if (!open && called(one, answer, lacks, k)) {
                    answer.rounds().open()[s][k] = true;
                    moved |= state.level[s] > 0;
                }
            }
        }
        return moved;
    }

    private boolean called(Pile one, Answer answer, boolean[][] lacks, int k) {
        double price = answer.price()[one.market()][k];
        boolean here = switch (one.release()) {
            case Release.Shortage _ -> lacks[one.market()][k];
            case Release.Price(double above) ->
                world.calm.against(one.market(), answer.window().first + k, price) > 1 + above;
            case Release.Always _, Release.Amount _, Release.Cover _ -> false;
        };
        if (here || !world.actions.sharing(answer.window().first + k)) {
            return here;
        }
        for (String partner : one.partners()) {
            int place = world.with.world().places().ids().find(partner);
            int m = place < 0 ? -1 : world.market(place, one.commodity());
            if (m >= 0 && lacks[m].length > 0 && lacks[m][k]) {
                return true;
            }
        }
        return false;
    }

    /// Where a use goes without at the cost of its shortage the stocks of users and plants are no longer kept up.
    private boolean starves(Answer answer) {
        boolean moved = false;
        MonthWindow window = answer.window();
        SupplyCase.Demands demands = world.with.use().demands();
        for (int d = 0; d < demands.size() && world.fitted; d++) {
            int m = world.market(demands.place()[d], demands.commodity()[d]);
            for (int k = 0;
                    k < window.months && window.has(m) && demands.shortageCost().given(d);
                    k++) {
                double cap = demands.shortageCost().at(d, world.t[window.first + k]);
                if (!answer.rounds().starved()[m][k] && answer.price()[m][k] > (1 - AT_COST) * cap) {
                    answer.rounds().starved()[m][k] = true;
                    moved |= keeps(m);
                }
            }
        }
        return moved;
    }

    private boolean keeps(int market) {
        List<Pile> piles = world.stocks.all();
        for (int s = 0; s < piles.size(); s++) {
            if (piles.get(s).market() == market && piles.get(s).tier() != Tier.STRATEGIC && state.level[s] > 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether uses and plants at a market get less than in the calm world, by market and month of the
    /// window.
    private boolean[][] lacks(Answer answer) {
        MonthWindow window = answer.window();
        double[][] now = new double[world.markets()][window.months];
        double[][] calm = new double[world.markets()][window.months];
        SupplyCase.Demands demands = world.with.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            int m = world.market(demands.place()[d], demands.commodity()[d]);
            for (int k = 0; k < window.months && window.has(m); k++) {
                now[m][k] += served(answer, d, k);
                calm[m][k] += wanted(d, window.first + k);
            }
        }
        SupplyCase.Processes plants = world.with.industry().processes();
        SupplyCase.Recipes recipes = world.with.industry().recipes();
        for (int p = 0; p < plants.size(); p++) {
            int recipe = plants.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                int m = world.market(plants.place()[p], recipes.commodity()[line]);
                double each = -recipes.amount()[line];
                for (int k = 0; k < window.months && each > 0 && window.has(m); k++) {
                    now[m][k] += each * sum(answer, window.plant[p], k);
                    calm[m][k] += each * world.calm.activity(p, window.first + k);
                }
            }
        }
        boolean[][] lacks = new boolean[now.length][];
        for (int m = 0; m < now.length; m++) {
            lacks[m] = new boolean[window.has(m) ? window.months : 0];
            for (int k = 0; k < lacks[m].length; k++) {
                lacks[m][k] = now[m][k] < SHORT * calm[m][k];
            }
        }
        return lacks;
    }

    private static double value(Answer answer, int[] columns, int k) {
        return columns == null || columns[k] < 0 ? 0 : answer.x()[columns[k]];
    }

    private static double sum(Answer answer, int[][] columns, int k) {
        double sum = 0;
        if (columns != null) {
            for (int column : columns[k]) {
                sum += answer.x()[column];
            }
        }
        return sum;
    }

    private static double served(Answer answer, int demand, int k) {
        return sum(answer, answer.window().use[demand], k);
    }

    private double wanted(int d, int i) {
        double with = world.with.use().demands().amount().at(d, world.t[i]);
        double without = world.without.use().demands().amount().at(d, world.tWithout[i]);
        double calm = world.calm.served(d, i);
        if (!world.bends(d)) {
            return with / 12;
        }
        return without > 0 ? calm * with / without : calm;
    }

    /// Plants without a curve that would stop at a loss run on while they can bear it.
    private boolean clings(Answer answer) {
        boolean moved = false;
        for (int p = 0; p < state.closed.length; p++) {
            boolean stops = !world.fitted
                    && !Double.isNaN(world.closeAfter[p])
                    && state.closed[p] == 0
                    && !answer.rounds().cling()[p]
                    && answer.window().plant[p] != null
                    && sum(answer, answer.window().plant[p], 0) < 0.999 * world.calm.activity(p, answer.window().first);
            if (stops) {
                answer.rounds().cling()[p] = true;
                moved = true;
            }
        }
        return moved;
    }

    /// Buyers begin to look for others in the first month that they see to be dear or short.
    private boolean looks(Answer answer, boolean[][] lacks) {
        boolean moved = false;
        MonthWindow window = answer.window();
        for (int m = 0; m < lacks.length; m++) {
            for (int k = 0; k < lacks[m].length && state.searching[m] == MonthState.NEVER; k++) {
                if (lacks[m][k] || world.calm.against(m, window.first + k, answer.price()[m][k]) > LOOKING) {
                    boolean all = window.months >= world.clock.months() - window.first && window.months > 1;
                    if (k == 0 || all) {
                        state.searching[m] = window.first + k;
                        moved |= all;
                    }
                    break;
                }
            }
        }
        return moved;
    }

    /// Tariffs of the months seen, beyond those of the calm world, at the prices that are expected.
    private void charge(MonthWindow.Rounds rounds, int first, int months) {
        SupplyCase.Routes routes = world.with.routes();
        for (int l = 0; l < routes.size(); l++) {
            int from = world.market(routes.from()[l], routes.commodity()[l]);
            if (!world.touched.get(from)) {
                continue;
            }
            for (int k = 0; k < months; k++) {
                int i = first + k;
                if (rateAt(l, i) == 0 && calmRateAt(l, i) == 0) {
                    continue;
                }
                if (rounds.tariff()[l] == null) {
                    rounds.tariff()[l] = new double[months];
                }
                double price = expected(from, i);
                rounds.tariff()[l][k] = charged(l, i, price);
            }
        }
    }

    /// What a price is taken to be before a month is decided: what the month before found for it, its last
    /// one for a month that it did not see; at first the calm one.
    private double expected(int market, int i) {
        return before.map(last -> last.price()[market][Math.min(i - last.window().first, last.window().months - 1)])
                .orElseGet(() -> world.calm.price(market, i));
    }

    /// Payments to plants in the months seen, at the prices that are expected.
    private void pay(MonthWindow.Rounds rounds, int first, int months) {
        for (int k = 0; k < months; k++) {
            int i = first + k;
            for (MonthlyActions.Floor one : world.actions.floors(i)) {
                if (world.touched.get(one.market())) {
                    of(rounds.topUp(), one.process(), months)[k] += one.paid(expected(one.market(), i));
                }
            }
            for (int p = 0; p < rounds.secured().length; p++) {
                if (world.actions.committed(p, i) > 0 && world.touched.get(world.mainMarket(p))) {
                    double price = expected(world.mainMarket(p), i);
                    of(rounds.secured(), p, months)[k] = world.actions.secured(p, i, price);
                }
            }
        }
    }

    /// The months of one of them, there from now on.
    private static double[] of(double[][] all, int one, int months) {
        if (all[one] == null) {
            all[one] = new double[months];
        }
        return all[one];
    }

    private double rateAt(int l, int i) {
        return world.with.routes().lane().tariff().at(l, world.t[i]);
    }

    private double calmRateAt(int l, int i) {
        return world.without.routes().lane().tariff().at(l, world.tWithout[i]);
    }

    /// What a lane is charged in month i beyond the calm world, at a price of its origin [currency/unit].
    private double charged(int l, int i, double price) {
        int from =
                world.market(world.with.routes().from()[l], world.with.routes().commodity()[l]);
        return rateAt(l, i) * Math.max(0, price) - calmRateAt(l, i) * Math.max(0, world.calm.price(from, i));
    }

    private boolean tariffs(Answer answer, int round) {
        SupplyCase.Routes routes = world.with.routes();
        boolean moved = false;
        MonthWindow window = answer.window();
        for (int l = 0; l < routes.size(); l++) {
            double[] charged = answer.rounds().tariff()[l];
            int from = world.market(routes.from()[l], routes.commodity()[l]);
            for (int k = 0; k < window.months && charged != null; k++) {
                int i = window.first + k;
                if (rateAt(l, i) == 0 && calmRateAt(l, i) == 0) {
                    continue;
                }
                double next = charged(l, i, answer.price()[from][k]);
                double step = round < 10 ? next : (next + charged[k]) / 2;
                double size = Math.max(world.calm.price(from, i), 1e-9);
                moved |= Math.abs(step - charged[k]) > STILL * size;
                charged[k] = step;
            }
        }
        return moved;
    }

    private boolean floors(Answer answer, int round) {
        boolean moved = false;
        MonthWindow window = answer.window();
        for (int k = 0; k < window.months; k++) {
            double[] paid = new double[world.with.industry().processes().size()];
            boolean[] met = new boolean[paid.length];
            for (MonthlyActions.Floor one : world.actions.floors(window.first + k)) {
                if (window.has(one.market())) {
                    met[one.process()] = true;
                    paid[one.process()] += one.paid(answer.price()[one.market()][k]);
                }
            }
            for (int p = 0; p < paid.length; p++) {
                if (!met[p]) {
                    continue;
                }
                double[] old = of(answer.rounds().topUp(), p, window.months);
                double step = round < 3 ? paid[p] : (paid[p] + old[k]) / 2;
                moved |= Math.abs(step - old[k]) > FLOOR_MET * Math.max(Math.abs(paid[p]), 1e-9);
                old[k] = step;
            }
        }
        return moved;
    }

    /// What commitments to buy pay beyond the price that was found.
    private boolean offtakes(Answer answer, int round) {
        boolean moved = false;
        MonthWindow window = answer.window();
        for (int p = 0; p < window.plant.length; p++) {
            for (int k = 0; k < window.months && window.plant[p] != null; k++) {
                int i = window.first + k;
                if (!(world.actions.committed(p, i) > 0)) {
                    continue;
                }
                double[] old = of(answer.rounds().secured(), p, window.months);
                double paid = world.actions.secured(p, i, answer.price()[world.mainMarket(p)][k]);
                double step = round < 3 ? paid : (paid + old[k]) / 2;
                moved |= Math.abs(step - old[k]) > FLOOR_MET * Math.max(Math.abs(paid), 1e-9);
                old[k] = step;
            }
        }
        return moved;
    }

    // -- what a month leaves

    private void keep(Answer answer, int k) {
        MonthWindow window = answer.window();
        int i = window.first + k;
        SupplyCase.Processes plants = world.with.industry().processes();
        double[] outside = world.outside(i);
        for (int m = 0; m < world.markets(); m++) {
            if (!window.has(m)) {
                continue;
            }
            path.price()[m][i] = answer.price()[m][k];
            int offer = window.offered[m] == null ? -1 : window.offered[m][k];
            path.outside()[m][i] = outside[m] + (offer < 0 ? 0 : answer.x()[offer]);
            path.arrived()[m][i] = state.arriving[m][i];
            path.disposed()[m][i] = window.disposal[m] == null
                    ? window.over(window.row(m, k), answer.activity()[window.row(m, k)])
                    : answer.x()[window.disposal[m][k]];
        }
        for (int p = 0; p < plants.size(); p++) {
            if (meets(window, p)) {
                path.activity()[p][i] = sum(answer, window.plant[p], k);
                path.closed()[p][i] = i < state.ready[p] ? state.closed[p] : 0;
                path.topUp()[p][i] =
                        answer.rounds().topUp()[p] == null ? 0 : answer.rounds().topUp()[p][k] * path.activity()[p][i];
            }
        }
        flows(answer, k, i);
        SupplyCase.Demands demands = world.with.use().demands();
        double[] served = new double[demands.size()];
        double[] most = new double[demands.size()];
        double[] worth = new double[demands.size()];
        for (int d = 0; d < demands.size(); d++) {
            if (window.use[d] != null) {
                served[d] = served(answer, d, k);
                most[d] = world.bends(d) ? 0 : world.most(d, i);
                worth[d] = world.bends(d) ? 0 : world.shortageWorth(d, i);
            }
        }
        world.rationing.share(served, most, worth);
        for (int d = 0; d < demands.size(); d++) {
            if (window.use[d] != null) {
                path.served()[d][i] = served[d];
                path.wanted()[d][i] = wanted(d, i);
            }
        }
        List<Pile> piles = world.stocks.all();
        for (int s = 0; s < piles.size(); s++) {
            if (window.pile[s] != null) {
                double level = answer.x()[window.pile[s][k][0]]
                        + (window.pile[s][k][1] < 0 ? 0 : answer.x()[window.pile[s][k][1]]);
                state.level[s] = level
                                > NOTHING
                                        * Math.max(
                                                piles.get(s).opening(),
                                                piles.get(s).usual())
                        ? level
                        : 0;
                path.open()[s][i] = answer.rounds().open()[s][k];
            } else {
                state.level[s] = world.calmLevel(piles.get(s), i);
            }
            path.level()[s][i] = state.level[s];
        }
        carry(answer, k, i);
    }

    private boolean meets(MonthWindow window, int p) {
        SupplyCase.Recipes recipes = world.with.industry().recipes();
        int recipe = world.with.industry().processes().recipe()[p];
        return window.has(world.market(
                world.with.industry().processes().place()[p], recipes.commodity()[recipes.first()[recipe]]));
    }

    private void flows(Answer answer, int k, int i) {
        SupplyCase.Routes routes = world.with.routes();
        for (int l = 0; l < routes.size(); l++) {
            int to = world.market(routes.to()[l], routes.commodity()[l]);
            if (!answer.window().has(to)) {
                continue;
            }
            double sent = value(answer, answer.window().lane[l], k);
            path.flow()[l][i] = sent;
            int there = i + world.lag(l, i);
            double arrives = sent * (1 - routes.lane().loss().at(l, world.t[i]));
            if (there == i) {
                path.arrived()[to][i] += arrives;
            } else if (there < world.clock.months()) {
                state.arriving[to][there] += arrives;
            }
        }
        List<int[]> pairs = world.actions.shared();
        for (int n = 0; n < pairs.size(); n++) {
            for (int way = 0; way < 2; way++) {
                int column = answer.window().shared[n][way][k];
                if (column >= 0) {
                    path.moved()[pairs.get(n)[way]][i] -= answer.x()[column];
                    path.moved()[pairs.get(n)[1 - way]][i] += answer.x()[column];
                }
            }
        }
    }

    private void carry(Answer answer, int k, int i) {
        for (int m = 0; m < state.ratio.length; m++) {
            if (answer.window().has(m)) {
                state.ratio[m] = Math.clamp(world.calm.against(m, i, answer.price()[m][k]), 0, 1e6);
            }
        }
        SupplyCase.Processes plants = world.with.industry().processes();
        for (int p = 0; p < plants.size(); p++) {
            if (!meets(answer.window(), p)) {
                state.before[p] = world.calm.activity(p, i);
                continue;
            }
            state.before[p] = path.activity()[p][i];
            if (!Double.isNaN(world.closeAfter[p]) && world.calm.activity(p, i) > 0) {
                bear(answer, p, k, i);
            }
        }
    }

    /// Losses are borne for some months; then the part of a plant that lost money in all of them is mothballed,
    /// and returns only after a while. A plant that stands for want of what it takes in does not lose by its
    /// price: what it takes in counts at the calm price at most. A side that stops or dumps its own goods keeps
    /// its plants.
    private void bear(Answer answer, int p, int k, int i) {
        if (world.actions.imposes(world.with.industry().processes().place()[p])) {
            return;
        }
        double earned = earned(answer, p, k, i);
        double usual = answer.window().earned(p, i, false);
        double cost = world.with.industry().processes().operation().cost().at(p, world.t[i]);
        double[] secured = answer.rounds().secured()[p];
        double paid = secured == null ? 0 : secured[k] - world.actions.calmSecured(p, i);
        double taken = paid == 0 ? 0 : Math.min(1, world.actions.committed(p, i) / world.calm.activity(p, i));
        double losing = world.fitted
                ? taken * world.losing(p, earned + paid, usual) + (1 - taken) * world.losing(p, earned, usual)
                : earned + taken * paid < cost - 1e-9 * Math.abs(cost) ? 1 : 0;
        if (state.closed[p] > 0) {
            double back = (world.fitted ? world.cheapest(p, state.closed[p], usual) : cost)
                    * (1 + nought(world.restartMargin[p]));
            if (i + 1 >= state.ready[p]) {
                state.closed[p] = 0;
                state.ready[p] = MonthState.NEVER;
                state.losing[p] = 0;
            } else if (earned < back) {
                state.ready[p] = MonthState.NEVER;
            } else if (state.ready[p] == MonthState.NEVER) {
                state.ready[p] = i + (int) Math.ceil(nought(world.restart[p]));
            }
            return;
        }
        state.lost[p] = losing > SHORT_LOSS ? (state.losing[p] == 0 ? losing : Math.min(losing, state.lost[p])) : 0;
        state.losing[p] = losing > SHORT_LOSS ? state.losing[p] + 1 : 0;
        if (state.losing[p] >= world.closeAfter[p]) {
            state.closed[p] = state.lost[p];
            state.ready[p] = MonthState.NEVER;
        }
    }

    /// What a unit of a plant earns in a month, payments of the scenario beside the calm ones in it.
    private double earned(Answer answer, int p, int k, int i) {
        double earned = answer.rounds().topUp()[p] == null
                ? 0
                : answer.rounds().topUp()[p][k] - (world.fitted ? world.actions.calmTopUp(p, i) : 0);
        earned -= world.actions.dumped(p, i);
        SupplyCase.Recipes recipes = world.with.industry().recipes();
        int place = world.with.industry().processes().place()[p];
        int recipe = world.with.industry().processes().recipe()[p];
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            int m = world.market(place, recipes.commodity()[line]);
            double price = answer.price()[m][k];
            double amount = recipes.amount()[line];
            earned += amount * (amount < 0 ? Math.min(price, world.calm.price(m, i)) : price);
        }
        return earned;
    }

    private static double nought(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    /// The calm world as a path.
    static StressPath calmPath(StressWorld world) {
        int months = world.clock.months();
        CalmWorld calm = world.calm;
        SupplyCase of = world.with;
        double[][] outside = new double[world.markets()][months];
        double[][] arrived = new double[world.markets()][months];
        for (int i = 0; i < months; i++) {
            double[] now = world.outside(i);
            for (int m = 0; m < now.length; m++) {
                outside[m][i] = now[m];
            }
            for (int l = 0; l < of.routes().size(); l++) {
                arrived[world.market(of.routes().to()[l], of.routes().commodity()[l])][i] += world.calmArrival(l, i);
            }
        }
        double[][] served = table(of.use().demands().size(), months, calm::served);
        boolean[] touched = new boolean[world.markets()];
        for (int m = 0; m < touched.length; m++) {
            touched[m] = world.touched.get(m);
        }
        return new StressPath(
                table(of.industry().processes().size(), months, calm::activity),
                table(of.routes().size(), months, calm::flow),
                served,
                table(of.use().demands().size(), months, calm::served),
                table(
                        world.stocks.all().size(),
                        months,
                        (s, i) -> world.calmLevel(world.stocks.all().get(s), i)),
                table(world.markets(), months, calm::price),
                table(world.markets(), months, calm::disposed),
                outside,
                arrived,
                table(of.use().returns().size(), months, world::returned),
                new double[world.markets()][months],
                new double[of.industry().processes().size()][months],
                new boolean[world.stocks.all().size()][months],
                new double[of.industry().processes().size()][months],
                touched);
    }

    private interface Cell {
        double at(int thing, int month);
    }

    private static double[][] table(int things, int months, Cell cell) {
        double[][] all = new double[things][months];
        for (int x = 0; x < things; x++) {
            for (int i = 0; i < months; i++) {
                all[x][i] = cell.at(x, i);
            }
        }
        return all;
    }
}
