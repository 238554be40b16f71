package org.genryu.stress.month;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.Scenario.Action;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Text;
import org.genryu.stress.month.WorldStocks.Pile;
import org.genryu.stress.month.WorldStocks.Release;
import org.genryu.stress.month.WorldStocks.Tier;

/// What of a scenario acts by what happens from month to month, and so is no change of a number: dumping,
/// stockpiles, sharing, floor prices.
///
/// Size: one method for each question that a month asks of them.
final class MonthlyActions {
    /// What goods cost to be moved between partners where no lane of the case leads, of the calm price.
    /// Assumption.
    private static final double MOVING = 0.05;

    private static final Pattern RELEASE =
            Pattern.compile("(price|cover|stock)\\s*([<>])\\s*([0-9.,]+)\\s*([%％]|days?|日|\\S*)");

    private final Scenario scenario;
    private final StressWorld world;
    private final SupplyCase of;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Effect> dumpings = new ArrayList<>();
    private final List<Effect> floors = new ArrayList<>();
    private final List<Effect> offtakes = new ArrayList<>();
    private final List<Action> sharings = new ArrayList<>();
    private final List<Action> stockpiles = new ArrayList<>();
    private final BitSet imposers;
    private Optional<List<int[]>> shared = Optional.empty();

    /// @param plants that it meets
    /// @param goods that it is about
    record Effect(Action action, BitSet plants, BitSet goods) {
        boolean holds(int month) {
            return month >= action.from() && month < action.until();
        }
    }

    MonthlyActions(CaseFile file, Scenario scenario, StressWorld world) {
        this.scenario = scenario;
        this.world = world;
        this.of = world.with;
        this.imposers = imposers(scenario);
        for (Action action : scenario.actions()) {
            switch (action.shape().name()) {
                case "dumping" -> meets(action, dumpings, places(action.list("by")), goods(action.list("commodities")));
                case "floor" -> meets(action, floors, named(file, action), goods(action.list("commodity")));
                case "offtake" -> meets(action, offtakes, named(file, action), goods(List.of()));
                case "sharing" -> sharings.add(action);
                case "stockpile" -> stockpiles.add(action);
                default -> {}
            }
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void meets(Action action, List<Effect> into, BitSet where, BitSet goods) {
        BitSet plants = new BitSet();
        boolean byPlace = action.shape().event();
        SupplyCase.Processes all = of.industry().processes();
        for (int p = 0; p < all.size(); p++) {
            boolean there = byPlace ? where.get(all.place()[p]) : where.get(p);
            plants.set(p, there && makes(p, goods));
        }
        if (plants.isEmpty() || action.from() >= action.until()) {
            idle(action);
            return;
        }
        into.add(new Effect(action, plants, goods));
    }

    private void idle(Action action) {
        String shape = action.shape().name();
        findings.add(Finding.warning(
                new Place(action.file(), action.line(), shape),
                new Text("Scenario '" + scenario.id() + "'", "シナリオ「" + scenario.id() + "」"),
                new Text(
                        shape + " meets nothing in this case in its time; nothing was changed.",
                        shape + " の期間・条件に当てはまるものがこのケースにありません。何も変えていません。"),
                new Text("no plant, use or stock fits its words.", "該当する工程・需要・在庫がありません。語を確かめてください。")));
    }

    private BitSet named(CaseFile file, Action action) {
        BitSet set = new BitSet();
        if (action.list("processes").isEmpty()) {
            set.set(0, of.industry().processes().size());
        }
        for (String id : action.list("processes")) {
            int row = file.table("processes").row(id);
            if (row >= 0) {
                set.set(row);
            }
        }
        return set;
    }

    private boolean makes(int process, BitSet goods) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int recipe = of.industry().processes().recipe()[process];
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            if (recipes.amount()[line] > 0 && goods.get(recipes.commodity()[line])) {
                return true;
            }
        }
        return false;
    }

    /// Places that the words name: ids or countries.
    private BitSet places(List<String> words) {
        BitSet set = new BitSet();
        SupplyCase.Places places = of.world().places();
        for (int p = 0; p < places.size(); p++) {
            set.set(
                    p,
                    words.contains("*")
                            || words.contains(places.ids().id(p))
                            || (!places.country()[p].isEmpty() && words.contains(places.country()[p])));
        }
        return set;
    }

    /// Commodities that the words name: ids, `group:<group>` or `*`; all if there are none.
    private BitSet goods(List<String> words) {
        BitSet set = new BitSet();
        SupplyCase.Commodities goods = of.world().commodities();
        for (int c = 0; c < goods.size(); c++) {
            set.set(
                    c,
                    words.isEmpty()
                            || words.contains("*")
                            || words.contains(goods.ids().id(c))
                            || words.contains("group:" + goods.group()[c]));
        }
        return set;
    }

    boolean meetsPlant(int process) {
        return dumpings.stream().anyMatch(one -> one.plants().get(process))
                || floors.stream().anyMatch(one -> one.plants().get(process))
                || offtakes.stream().anyMatch(one -> one.plants().get(process));
    }

    /// What buyers have committed to take of a plant.
    ///
    /// @param action the measure
    /// @param amount [activity a month]
    /// @param price agreed [currency/activity]
    record Offtake(Action action, double amount, double price) {}

    /// The commitments to a plant in month i. Without a price they take it at its worth in calm, without an
    /// amount they take all.
    List<Offtake> offtakes(int process, int i) {
        List<Offtake> all = new ArrayList<>();
        for (Effect one : offtakes) {
            if (one.plants().get(process) && one.holds(world.clock.first() + i)) {
                double calm = world.mainAmount(process) * world.calm.price(world.mainMarket(process), i);
                all.add(new Offtake(
                        one.action(),
                        one.action().number("amount").orElse(Double.POSITIVE_INFINITY) / 12,
                        one.action().number("price").orElse(calm)));
            }
        }
        return all;
    }

    /// How much of a plant is taken by commitment in month i [activity].
    double committed(int process, int i) {
        return offtakes(process, i).stream().mapToDouble(Offtake::amount).sum();
    }

    /// What commitments pay a plant for a unit beyond what its main product fetches, where that is less than agreed
    /// [currency/activity]. Of several the mean by amount; all alike where one of them takes everything.
    /// @param price of the main product [currency/unit]
    double secured(int process, int i, double price) {
        double worth = world.mainAmount(process) * price;
        double amounts = 0;
        double paid = 0;
        for (Offtake one : offtakes(process, i)) {
            double amount = Math.min(one.amount(), 1e12);
            amounts += amount;
            paid += amount * Math.max(0, one.price() - worth);
        }
        return amounts > 0 ? paid / amounts : 0;
    }

    /// The same of commitments that held before the first month, at calm prices: they are in the calm world too.
    double calmSecured(int process, int i) {
        boolean before =
                offtakes(process, i).stream().anyMatch(one -> one.action().from() < world.clock.first());
        return before ? secured(process, i, world.calm.price(world.mainMarket(process), i)) : 0;
    }

    /// What dumping takes off the cost of a plant in month i, below 0 or nil [currency/activity]: as much
    /// as would bring what it sells to the dumping price.
    double dumped(int process, int i) {
        double sum = 0;
        for (Effect one : dumpings) {
            if (one.plants().get(process) && one.holds(world.clock.first() + i)) {
                SupplyCase.Recipes recipes = of.industry().recipes();
                int recipe = of.industry().processes().recipe()[process];
                for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                    if (recipes.amount()[line] > 0 && one.goods().get(recipes.commodity()[line])) {
                        int m = world.market(of.industry().processes().place()[process], recipes.commodity()[line]);
                        double price = world.calm.price(m, i);
                        double off = one.action().number("change").isPresent()
                                ? one.action().number("change").getAsDouble() * price
                                : Math.min(0, one.action().number("price").orElse(price) - price);
                        sum += recipes.amount()[line] * off;
                    }
                }
            }
        }
        return sum;
    }

    /// The price at which the other side offers at a market of its own in month i, as much as is wanted; NaN where
    /// it does not dump there [currency/unit].
    double offered(int market, int i) {
        double least = Double.NaN;
        for (Effect one : dumpings) {
            if (one.holds(world.clock.first() + i) && sells(one, market)) {
                double calm = world.calm.price(market, i);
                double price = one.action().number("change").isPresent()
                        ? calm * (1 + one.action().number("change").getAsDouble())
                        : one.action().number("price").orElse(calm);
                least = Double.isNaN(least) ? price : Math.min(least, price);
            }
        }
        return Math.max(0, least);
    }

    private boolean sells(Effect dumping, int market) {
        SupplyCase.Processes plants = of.industry().processes();
        BitSet goods = new BitSet();
        goods.set(world.marketCommodity[market]);
        return dumping.goods().get(world.marketCommodity[market])
                && dumping.plants().stream()
                        .anyMatch(p -> plants.place()[p] == world.marketPlace[market] && makes(p, goods));
    }

    /// Whether a place is of the side that the scenario's events come from: a state that stops or dumps its goods
    /// keeps its plants alive.
    boolean imposes(int place) {
        return imposers.get(place);
    }

    private BitSet imposers(Scenario scenario) {
        BitSet all = new BitSet();
        for (Action action : scenario.actions()) {
            if (action.shape().event() && !action.shape().name().equals("tariff")) {
                for (String key : List.of("from", "by")) {
                    if (!action.list(key).isEmpty() && !action.list(key).contains("*")) {
                        all.or(places(action.list(key)));
                    }
                }
            }
        }
        return all;
    }

    /// What floors that were in force before the first month pay a plant in the calm world [currency/activity].
    double calmTopUp(int process, int i) {
        double sum = 0;
        for (Floor one : floors(i)) {
            if (one.process() == process && one.action().from() < world.clock.first()) {
                sum += one.amount() * Math.max(0, one.floor() - world.calm.price(one.market(), i));
            }
        }
        return sum;
    }

    /// One product of a plant that has a floor price.
    /// @param amount per unit of activity
    /// @param floor [currency/unit]
    record Floor(Action action, int process, int market, double amount, double floor) {
        /// What it pays for a unit of activity at a price [currency].
        double paid(double price) {
            return amount * Math.max(0, floor - price);
        }
    }

    /// The floors in force in month i.
    List<Floor> floors(int i) {
        List<Floor> all = new ArrayList<>();
        SupplyCase.Recipes recipes = of.industry().recipes();
        for (Effect one : floors) {
            if (!one.holds(world.clock.first() + i)) {
                continue;
            }
            for (int p = one.plants().nextSetBit(0); p >= 0; p = one.plants().nextSetBit(p + 1)) {
                int recipe = of.industry().processes().recipe()[p];
                for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                    if (recipes.amount()[line] > 0 && one.goods().get(recipes.commodity()[line])) {
                        all.add(new Floor(
                                one.action(),
                                p,
                                world.market(of.industry().processes().place()[p], recipes.commodity()[line]),
                                recipes.amount()[line],
                                one.action().number("price").orElse(0)));
                    }
                }
            }
        }
        return all;
    }

    /// The countries for whose emergencies a stock of a commodity opens.
    List<String> partners(int place, int commodity) {
        TreeSet<String> all = new TreeSet<>();
        for (Action sharing : sharings) {
            if (goods(sharing.list("commodities")).get(commodity)
                    && places(sharing.list("members")).get(place)) {
                BitSet members = places(sharing.list("members"));
                for (int p = members.nextSetBit(0); p >= 0; p = members.nextSetBit(p + 1)) {
                    all.add(of.world().places().ids().id(p));
                }
            }
        }
        return List.copyOf(all);
    }

    /// Pairs of markets between which partners may move a commodity: worked out once.
    List<int[]> shared() {
        if (shared.isEmpty()) {
            shared = Optional.of(pairs());
        }
        return shared.get();
    }

    private List<int[]> pairs() {
        List<int[]> pairs = new ArrayList<>();
        for (Action sharing : sharings) {
            BitSet members = places(sharing.list("members"));
            BitSet goods = goods(sharing.list("commodities"));
            List<Integer> at = new ArrayList<>();
            for (int m = 0; m < world.markets(); m++) {
                if (members.get(world.marketPlace[m]) && goods.get(world.marketCommodity[m])) {
                    at.add(m);
                }
            }
            boolean kept = world.stocks.all().stream().anyMatch(pile -> at.contains(pile.market()));
            if (!kept) {
                idle(sharing);
            }
            for (int a : at) {
                for (int b : at) {
                    if (a < b && world.marketCommodity[a] == world.marketCommodity[b]) {
                        pairs.add(new int[] {a, b});
                    }
                }
            }
        }
        return pairs;
    }

    /// Whether sharing holds in month i.
    boolean sharing(int i) {
        int month = world.clock.first() + i;
        return sharings.stream().anyMatch(one -> month >= one.from() && month < one.until());
    }

    /// What moving a unit between partners costs [currency/unit].
    double moving(int from, int i) {
        return MOVING * Math.max(0, world.calm.price(from, i));
    }

    /// The stocks that measures lay in.
    void stockpiles(List<Pile> piles) {
        for (Action action : stockpiles) {
            BitSet at = places(action.list("place"));
            BitSet goods = goods(action.list("commodity"));
            int before = piles.size();
            for (int m = 0; m < world.markets(); m++) {
                if (at.get(world.marketPlace[m]) && goods.get(world.marketCommodity[m])) {
                    laid(action, m).ifPresent(piles::add);
                }
            }
            if (piles.size() == before) {
                idle(action);
            }
        }
    }

    private Optional<Pile> laid(Action action, int m) {
        double use = world.used(m, 0) + world.taken(m, 0);
        double amount = action.number("amount").isPresent()
                ? action.number("amount").getAsDouble()
                : action.number("days").orElse(0) / StressClock.DAYS * use;
        if (!(amount > 0)) {
            return Optional.empty();
        }
        String place = of.world().places().ids().id(world.marketPlace[m]);
        String goods = of.world().commodities().ids().id(world.marketCommodity[m]);
        int since = Math.max(0, action.from() - world.clock.first());
        return Optional.of(new Pile(
                "stockpile:" + place + "/" + goods,
                new Text("stockpile of the scenario", "シナリオの備蓄"),
                Tier.STRATEGIC,
                world.marketPlace[m],
                world.marketCommodity[m],
                m,
                -1,
                false,
                amount,
                since,
                since == 0 ? amount : 0,
                amount,
                action.number("rate").isPresent() ? action.number("rate").getAsDouble() / 12 : Double.POSITIVE_INFINITY,
                release(action),
                partners(world.marketPlace[m], world.marketCommodity[m]),
                Optional.of(action)));
    }

    private Release release(Action action) {
        String text = String.join(" ", action.list("release")).strip().toLowerCase(java.util.Locale.ROOT);
        if (text.isEmpty() || text.equals("shortage")) {
            return new Release.Shortage();
        }
        if (text.equals("always")) {
            return new Release.Always();
        }
        Matcher said = RELEASE.matcher(text);
        if (said.matches()) {
            double number = Double.parseDouble(said.group(3).replace(",", ""));
            boolean above = said.group(2).equals(">");
            if (said.group(1).equals("price") && above) {
                return new Release.Price(said.group(4).isEmpty() ? number : number / 100);
            }
            if (said.group(1).equals("cover") && !above) {
                return new Release.Cover(number);
            }
            if (said.group(1).equals("stock") && !above) {
                return new Release.Amount(number);
            }
        }
        findings.add(Finding.warning(
                new Place(action.file(), action.line(), "release"),
                new Text("Scenario '" + scenario.id() + "'", "シナリオ「" + scenario.id() + "」"),
                new Text(
                        "release is '" + text + "', which says no condition; the stock opens at a shortage.",
                        "release が「" + text + "」ですが、条件として読めません。不足時に放出します。"),
                new Text(
                        "`shortage`, `always`, `price > 50 %`, `cover < 30 days` or `stock < 50 t` is meant.",
                        "`shortage`・`always`・`price > 50 %`・`cover < 30 days`・`stock < 50 t` のいずれかにしてください。")));
        return new Release.Shortage();
    }
}
