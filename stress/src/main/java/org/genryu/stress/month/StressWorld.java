package org.genryu.stress.month;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntBinaryOperator;
import org.genryu.balance.Balance;
import org.genryu.balance.layout.DemandCurve;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.PeriodColumn;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Curve;
import org.genryu.core.Text;
import org.genryu.stress.month.ShortRun.Word;
import org.genryu.stress.month.WorldStocks.Pile;
import org.genryu.stress.month.WorldStocks.Release;
import org.genryu.stress.month.WorldStocks.Tier;

/// All that a month needs to know: the calm world, the numbers of the case with and without the scenario,
/// how fast things answer, the stocks, and which markets the scenario can touch at all.
///
/// Two cases on one clock: `with` and `without` the scenario, both cut at every month. What the scenario
/// does is their difference; where they agree the month has the calm world's own numbers.
///
/// Size: what a month may know, each from one method.
final class StressWorld {
    final CalmWorld calm;
    final SupplyCase with;
    final SupplyCase without;
    final StressClock clock;
    final boolean fitted;
    final WorldStocks stocks;
    final MonthlyActions actions;
    final Rationing rationing;
    final IntBinaryOperator markets;
    final int[] marketPlace;
    final int[] marketCommodity;

    /// By commodity: a price below which nothing matters [currency/unit].
    final double[] least;
    /// By process, with NaN where nothing is said.
    final double[] elasticity;

    final double[] rise;
    final double[] most;
    final double[] avoidable;
    final double[] closeAfter;
    final double[] restart;
    final double[] restartMargin;
    /// By lane.
    final double[] substitution;

    final double[] qualification;
    /// By demand: part of its own elasticity that holds at once.
    final double[] atOnce;
    /// By month of the clock: index into the periods of `with` and `without`.
    final int[] t;

    final int[] tWithout;
    final BitSet touched;
    private final double[][] outside;
    private final double[] turnover;
    /// By month of the clock once it is asked for, by market.
    private final double[][] taken;

    private final double[][] used;

    /// @param with the case under the scenario
    StressWorld(MonthlyStress.Asked asked, CalmWorld calm, SupplyCase with, SupplyCase without) {
        CaseFile file = asked.file();
        this.clock = asked.clock();
        this.calm = calm;
        this.with = with;
        this.without = without;
        this.fitted = calm.balance().calibration().isPresent();
        Balance.Markets all = calm.balance().markets();
        this.markets = all.finder();
        this.marketPlace = all.place();
        this.marketCommodity = all.commodity();
        this.taken = new double[clock.months()][];
        this.used = new double[clock.months()][];
        this.t = new int[clock.months()];
        this.tWithout = new int[clock.months()];
        Arrays.setAll(t, i -> with.periods().index(clock.first() + i));
        Arrays.setAll(tWithout, i -> without.periods().index(clock.first() + i));
        ShortRun fast = ShortRun.of(file, with, fitted, asked.responses());
        SupplyCase.Processes plants = with.industry().processes();
        elasticity = supply(fast, Word.ELASTICITY, plants);
        rise = supply(fast, Word.RISE, plants);
        most = supply(fast, Word.MOST, plants);
        avoidable = supply(fast, Word.AVOIDABLE, plants);
        closeAfter = supply(fast, Word.CLOSE_AFTER, plants);
        restart = supply(fast, Word.RESTART, plants);
        restartMargin = supply(fast, Word.RESTART_MARGIN, plants);
        SupplyCase.Routes routes = with.routes();
        substitution = lanes(fast, Word.ELASTICITY, routes);
        qualification = lanes(fast, Word.QUALIFICATION, routes);
        SupplyCase.Demands demands = with.use().demands();
        atOnce = new double[demands.size()];
        Arrays.setAll(
                atOnce,
                d -> fast.of("demand", Word.ELASTICITY, demands.commodity()[d], demands.place()[d])
                        .orElse(Double.NaN));
        this.least = new double[with.world().commodities().size()];
        for (int d = 0; d < demands.size(); d++) {
            double worth = Math.max(
                    DemandCurve.referencePrice(with, d, t[0]),
                    demands.shortageCost().given(d) ? demands.shortageCost().at(d, t[0]) : 0);
            least[demands.commodity()[d]] = Math.max(least[demands.commodity()[d]], 1e-6 * worth);
        }
        this.actions = new MonthlyActions(file, asked.scenario(), this);
        this.rationing = new Rationing(file, this, d -> !bends(d));
        this.stocks = stocks(fast);
        this.touched = touched();
        this.turnover = new double[markets()];
        this.outside = new double[clock.months()][];
        Arrays.setAll(outside, this::gaps);
    }

    private double[] supply(ShortRun fast, Word word, SupplyCase.Processes plants) {
        double[] numbers = new double[plants.size()];
        Arrays.setAll(
                numbers,
                p -> fast.of("supply", word, main(p), plants.place()[p]).orElse(Double.NaN));
        return numbers;
    }

    private static double[] lanes(ShortRun fast, Word word, SupplyCase.Routes routes) {
        double[] numbers = new double[routes.size()];
        Arrays.setAll(
                numbers,
                l -> fast.of("lane", word, routes.commodity()[l], routes.to()[l])
                        .orElse(Double.NaN));
        return numbers;
    }

    /// What a plant mainly makes: the product that is worth most in the calm world; where it makes nothing,
    /// what it takes in.
    int main(int process) {
        SupplyCase.Recipes recipes = with.industry().recipes();
        int recipe = with.industry().processes().recipe()[process];
        int best = recipes.commodity()[recipes.first()[recipe]];
        double worth = Double.NEGATIVE_INFINITY;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            int m = market(with.industry().processes().place()[process], recipes.commodity()[line]);
            double value = recipes.amount()[line] * Math.max(1e-12, calm.price(m, 0));
            if (value > worth) {
                worth = value;
                best = recipes.commodity()[line];
            }
        }
        return best;
    }

    /// The most that a use of a fixed amount takes in month i [units].
    double most(int d, int i) {
        double amount = with.use().demands().amount().at(d, t[i]) / 12;
        double usual = without.use().demands().amount().at(d, tWithout[i]) / 12;
        return fitted && usual > 0 ? calm.served(d, i) * amount / usual : amount;
    }

    /// What a unit is worth to a use of a fixed amount: the cost of its shortage [currency/unit].
    double shortageWorth(int d, int i) {
        SupplyCase.Demands demands = with.use().demands();
        return demands.shortageCost().given(d)
                ? demands.shortageCost().at(d, t[i])
                : MonthWindow.NO_COST * size(market(demands.place()[d], demands.commodity()[d]), i);
    }

    /// Where that is sold; index of a market.
    int mainMarket(int process) {
        return market(with.industry().processes().place()[process], main(process));
    }

    /// How much of it a unit of activity makes [units/activity]; 0 for a plant that makes nothing.
    double mainAmount(int process) {
        SupplyCase.Recipes recipes = with.industry().recipes();
        int recipe = with.industry().processes().recipe()[process];
        int main = main(process);
        double amount = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            amount += recipes.commodity()[line] == main ? Math.max(0, recipes.amount()[line]) : 0;
        }
        return amount;
    }

    /// Part of a plant that loses money where a unit earns so much. What its units cost that could be saved is
    /// spread evenly up to what they earn in calm, with `avoidable` of that in the middle [fraction].
    double losing(int process, double earned, double usual) {
        return usual > 0 ? Math.clamp((usual - earned) / (Math.max(1e-6, spread(process)) * usual), 0, 1) : 0;
    }

    /// What the cheapest of the units costs that stand still where so much of the plant does [currency/activity].
    double cheapest(int process, double closed, double usual) {
        return usual * (1 - spread(process) * closed);
    }

    /// How far the cheapest unit of a plant lies below what it earns in calm [fraction].
    private double spread(int process) {
        double share = Double.isNaN(avoidable[process]) ? 0.5 : avoidable[process];
        return 2 * Math.min(share, 1 - share);
    }

    int market(int place, int commodity) {
        return markets.applyAsInt(place, commodity);
    }

    /// About what a unit is worth at a market, never nothing [currency/unit].
    double size(int market, int i) {
        return Math.max(1e-9, Math.max(least[marketCommodity[market]], Math.abs(calm.price(market, i))));
    }

    int markets() {
        return marketPlace.length;
    }

    /// What plants at a market take in in a month of the calm world [units].
    double taken(int market, int i) {
        if (taken[i] == null) {
            taken[i] = new double[markets()];
            SupplyCase.Processes plants = with.industry().processes();
            SupplyCase.Recipes recipes = with.industry().recipes();
            for (int p = 0; p < plants.size(); p++) {
                int recipe = plants.recipe()[p];
                for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                    taken[i][market(plants.place()[p], recipes.commodity()[line])] +=
                            Math.max(0, -recipes.amount()[line]) * calm.activity(p, i);
                }
            }
        }
        return taken[i][market];
    }

    /// What uses at a market get in a month of the calm world [units].
    double used(int market, int i) {
        if (used[i] == null) {
            used[i] = new double[markets()];
            SupplyCase.Demands demands = with.use().demands();
            for (int d = 0; d < demands.size(); d++) {
                used[i][market(demands.place()[d], demands.commodity()[d])] += calm.served(d, i);
            }
        }
        return used[i][market];
    }

    private WorldStocks stocks(ShortRun fast) {
        List<Pile> piles = new ArrayList<>();
        SupplyCase.Stock rows = with.stock();
        for (int s = 0; s < rows.size(); s++) {
            Tier tier = rows.kind()[s].equals("strategic") ? Tier.STRATEGIC : Tier.COMMERCIAL;
            piles.add(new Pile(
                    rows.ids().id(s),
                    Text.same(rows.ids().id(s)),
                    tier,
                    rows.place()[s],
                    rows.commodity()[s],
                    market(rows.place()[s], rows.commodity()[s]),
                    s,
                    true,
                    0,
                    0,
                    calm.level(s, -1),
                    0,
                    Double.POSITIVE_INFINITY,
                    new Release.Shortage(),
                    actions.partners(rows.place()[s], rows.commodity()[s]),
                    Optional.empty()));
        }
        for (int m = 0; m < markets(); m++) {
            custom(piles, fast, m, Tier.USERS, Word.USERS, used(m, 0));
            custom(piles, fast, m, Tier.PRODUCERS, Word.PRODUCERS, taken(m, 0));
        }
        actions.stockpiles(piles);
        return new WorldStocks(piles);
    }

    private void custom(List<Pile> piles, ShortRun fast, int m, Tier tier, Word word, double use) {
        OptionalDouble days = fast.of("stock", word, marketCommodity[m], marketPlace[m]);
        double level = days.orElse(0) / StressClock.DAYS * use;
        if (!(level > 0)) {
            return;
        }
        String place = with.world().places().ids().id(marketPlace[m]);
        String goods = with.world().commodities().ids().id(marketCommodity[m]);
        Text name = tier == Tier.USERS ? new Text("stocks of users", "需要家在庫") : new Text("stocks of plants", "プラント在庫");
        piles.add(new Pile(
                tier.word() + ":" + place + "/" + goods,
                name,
                tier,
                marketPlace[m],
                marketCommodity[m],
                m,
                -1,
                true,
                level,
                0,
                level,
                1.5 * level,
                Double.POSITIVE_INFINITY,
                new Release.Always(),
                List.of(),
                Optional.empty()));
    }

    /// The level to which a stock returns, at the end of month i [units].
    double usual(Pile pile, int i) {
        if (pile.store() >= 0) {
            return calm.level(pile.store(), i);
        }
        return i >= pile.since() ? pile.usual() : 0;
    }

    /// Its level in the calm world at the end of month i [units].
    double calmLevel(Pile pile, int i) {
        return pile.calm() ? usual(pile, i) : 0;
    }

    /// What of a level is left a month later [fraction].
    double kept(Pile pile, int i) {
        if (pile.store() < 0) {
            return 1;
        }
        double loss = with.stock().loss().at(pile.store(), t[i]);
        return loss == 0 ? 1 : Math.pow(1 - loss, 1 / 12.0);
    }

    /// Whole months under way of what leaves in month i: ⌊1/2 + days/(365/12)⌋.
    int lag(int lane, int i) {
        return lag(with, lane, t[Math.clamp(i, 0, t.length - 1)]);
    }

    /// The same in the calm world.
    int calmLag(int lane, int i) {
        return lag(without, lane, tWithout[Math.clamp(i, 0, t.length - 1)]);
    }

    private static int lag(SupplyCase of, int lane, int t) {
        return (int) Math.floor(0.5 + of.routes().lane().days().at(lane, t) / StressClock.DAYS);
    }

    /// What arrives in month i of the calm world from a lane [units].
    double calmArrival(int lane, int i) {
        return calm.flow(lane, i - calmLag(lane, i))
                * (1 - without.routes().lane().loss().at(lane, tWithout[i]));
    }

    /// What the flows of the calm world leave of a market's balance in month i, so that it holds exactly:
    /// growth that goes by years, what fixed uses get from outside the account [units].
    double[] outside(int i) {
        return outside[i];
    }

    /// Amounts of a market below this are what rounding leaves [units].
    double crumb(int market) {
        return Math.max(1e-9 * turnover[market], 1e-3 * calm.nil(marketCommodity[market]));
    }

    private double[] gaps(int i) {
        double[] gap = new double[markets()];
        double[] size = new double[markets()];
        SupplyCase.Processes plants = with.industry().processes();
        SupplyCase.Recipes recipes = with.industry().recipes();
        for (int p = 0; p < plants.size(); p++) {
            int recipe = plants.recipe()[p];
            double x = calm.activity(p, i);
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                int m = market(plants.place()[p], recipes.commodity()[line]);
                gap[m] += recipes.amount()[line] * x;
                size[m] += Math.abs(recipes.amount()[line]) * x;
            }
        }
        SupplyCase.Routes routes = with.routes();
        for (int l = 0; l < routes.size(); l++) {
            int from = market(routes.from()[l], routes.commodity()[l]);
            int to = market(routes.to()[l], routes.commodity()[l]);
            gap[from] -= calm.flow(l, i);
            gap[to] += calmArrival(l, i);
            size[from] += calm.flow(l, i);
            size[to] += calmArrival(l, i);
        }
        SupplyCase.Demands demands = with.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            gap[market(demands.place()[d], demands.commodity()[d])] -= calm.served(d, i);
        }
        SupplyCase.Returns returns = with.use().returns();
        for (int r = 0; r < returns.size(); r++) {
            gap[market(returns.place()[r], returns.to()[r])] += calm.returned(r, i);
        }
        for (Pile pile : stocks.all()) {
            if (pile.calm()) {
                double before = i == 0 ? pile.opening() : calmLevel(pile, i - 1);
                gap[pile.market()] += kept(pile, i) * before - calmLevel(pile, i);
            }
        }
        for (int m = 0; m < gap.length; m++) {
            turnover[m] = Math.max(turnover[m], size[m]);
            double left = calm.disposed(m, i) - gap[m];
            gap[m] = Math.abs(left) > 1e-10 * size[m] ? left : 0;
        }
        return gap;
    }

    /// What comes back of used products in month i, with the collection of the scenario [units].
    double returned(int back, int i) {
        PeriodColumn now = with.use().returns().collection();
        double before = without.use().returns().collection().at(back, tWithout[i]);
        double factor = before > 0 ? now.at(back, t[i]) / before : 1;
        return calm.returned(back, i) * factor;
    }

    /// The markets that hang together, through any plant, lane or stock of a partner, with something that
    /// the scenario changes.
    private BitSet touched() {
        int[] parent = new int[markets()];
        Arrays.setAll(parent, m -> m);
        BitSet seeds = new BitSet();
        SupplyCase.Processes plants = with.industry().processes();
        SupplyCase.Recipes recipes = with.industry().recipes();
        for (int p = 0; p < plants.size(); p++) {
            int recipe = plants.recipe()[p];
            int first = market(plants.place()[p], recipes.commodity()[recipes.first()[recipe]]);
            for (int line = recipes.first()[recipe] + 1; line < recipes.first()[recipe + 1]; line++) {
                join(parent, first, market(plants.place()[p], recipes.commodity()[line]));
            }
            if (differs(
                            with.industry().processes().operation(),
                            without.industry().processes().operation(),
                            p)
                    || actions.meetsPlant(p)) {
                seeds.set(first);
            }
        }
        SupplyCase.Routes routes = with.routes();
        int[] row = new int[routes.ids().size()];
        Arrays.fill(row, -1);
        for (int l = 0; l < routes.size(); l++) {
            int from = market(routes.from()[l], routes.commodity()[l]);
            join(parent, from, market(routes.to()[l], routes.commodity()[l]));
            if (row[routes.route()[l]] >= 0) {
                join(parent, row[routes.route()[l]], from);
            }
            row[routes.route()[l]] = from;
            if (laneDiffers(l)) {
                seeds.set(from);
            }
        }
        SupplyCase.Demands demands = with.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            if (differs(demands.amount(), without.use().demands().amount(), d)) {
                seeds.set(market(demands.place()[d], demands.commodity()[d]));
            }
        }
        SupplyCase.Returns returns = with.use().returns();
        for (int r = 0; r < returns.size(); r++) {
            if (differs(returns.collection(), without.use().returns().collection(), r)) {
                seeds.set(market(returns.place()[r], returns.to()[r]));
            }
        }
        for (Pile pile : stocks.all()) {
            if (!pile.calm()) {
                seeds.set(pile.market());
            }
        }
        for (int[] pair : actions.shared()) {
            join(parent, pair[0], pair[1]);
        }
        BitSet roots = new BitSet();
        for (int m = seeds.nextSetBit(0); m >= 0; m = seeds.nextSetBit(m + 1)) {
            roots.set(root(parent, m));
        }
        BitSet all = new BitSet();
        for (int m = 0; m < parent.length; m++) {
            all.set(m, roots.get(root(parent, m)));
        }
        return all;
    }

    private boolean laneDiffers(int l) {
        SupplyCase.Lane a = with.routes().lane();
        SupplyCase.Lane b = without.routes().lane();
        return differs(a.cost(), b.cost(), l)
                || differs(a.tariff(), b.tariff(), l)
                || differs(a.capacity(), b.capacity(), l)
                || differs(a.loss(), b.loss(), l)
                || differs(a.days(), b.days(), l);
    }

    private boolean differs(SupplyCase.Operation a, SupplyCase.Operation b, int p) {
        return differs(a.capacity(), b.capacity(), p) || differs(a.cost(), b.cost(), p);
    }

    private boolean differs(PeriodColumn a, PeriodColumn b, int row) {
        if (!a.varies(row) && !b.varies(row)) {
            return a.given(row) && b.given(row) && a.at(row, 0) != b.at(row, 0);
        }
        for (int i = 0; i < t.length; i++) {
            if (a.at(row, t[i]) != b.at(row, tWithout[i])) {
                return true;
            }
        }
        return false;
    }

    /// Whether a number of the scenario differs from that without it in month i.
    boolean differs(PeriodColumn a, PeriodColumn b, int row, int i) {
        return a.at(row, t[i]) != b.at(row, tWithout[i]);
    }

    /// Whether a use reacts to price.
    boolean bends(int demand) {
        return !(with.use().demands().curve()[demand] instanceof Curve.Fixed);
    }

    private static void join(int[] parent, int a, int b) {
        int x = root(parent, a);
        int y = root(parent, b);
        parent[Math.max(x, y)] = Math.min(x, y);
    }

    private static int root(int[] parent, int m) {
        int at = m;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
