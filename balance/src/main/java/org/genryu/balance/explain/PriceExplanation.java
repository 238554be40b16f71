package org.genryu.balance.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genryu.balance.Balance;
import org.genryu.balance.layout.DemandCurve;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Curve;
import org.genryu.core.Explanation;
import org.genryu.core.Text;

/// Why is it that dear? The story of a price: the marginal supplier, what it pays itself, and the limit whose rent
/// makes the rest.
///
/// Each supplier of a market gives an account of the price that adds up exactly: lane: price = (price at origin +
/// freight + tariff) / (1 - loss) + rent; plant: price = (cost + inputs - other products) / amount + rent; shortage:
/// price = shortage cost; store: price = price of the neighbouring period carried over + rent. The marginal one is
/// the supplier with the smallest rent; a rent above 0 is the worth of its limit, in a calibrated case also what
/// calibration had to add. The story follows the dearest part upstream until a cost stands alone.
public final class PriceExplanation {
    private static final int DEPTH = 8;

    private final Balance balance;
    private final SupplyCase of;
    private final String currency;

    private PriceExplanation(Balance balance) {
        this.balance = balance;
        this.of = balance.of();
        this.currency = of.info().money().currency();
    }

    /// The story of the price of `market` in `period`; empty if nothing is supplied there.
    public static Optional<Explanation> of(Balance balance, int market, int period) {
        return new PriceExplanation(balance).tell(market, period, new HashSet<>());
    }

    /// One supplier's account of a price.
    /// @param rent what is left of the price above the supplier's own account [currency/unit]
    private record Supplier(Text who, double rent, List<Explanation> parts, Text how, Optional<Integer> upstream) {}

    private Optional<Explanation> tell(int market, int t, Set<Integer> seen) {
        seen.add(market);
        double price = balance.markets().price()[market][t];
        Text label = new Text(
                "price of %s at %s in %s"
                        .formatted(
                                commodity(market).en(),
                                place(market).en(),
                                of.periods().label(t)),
                "%sの%sにおける%sの価格"
                        .formatted(
                                of.periods().label(t),
                                place(market).ja(),
                                commodity(market).ja()));
        List<Supplier> suppliers = suppliers(market, t, price);
        if (suppliers.isEmpty()) {
            return Optional.of(Explanation.leaf(label, price, unit(market)));
        }
        Supplier marginal = suppliers.stream()
                .min(Comparator.comparingDouble(s -> Math.abs(s.rent())))
                .orElseThrow();
        List<Explanation> parts = new ArrayList<>();
        for (int i = 0; i < marginal.parts().size(); i++) {
            Explanation part = marginal.parts().get(i);
            Optional<Integer> upstream = i == 0 && seen.size() < DEPTH ? marginal.upstream() : Optional.empty();
            parts.add(upstream.filter(origin -> !seen.contains(origin))
                    .flatMap(origin -> tell(origin, t, seen))
                    .orElse(part));
        }
        if (Math.abs(marginal.rent()) > 1e-6 * (1 + Math.abs(price))) {
            parts.add(Explanation.leaf(rentLabel(marginal.rent()), marginal.rent(), unit(market)));
        }
        Text how = new Text(
                "marginal: " + marginal.who().en() + "; " + marginal.how().en(),
                "限界供給: " + marginal.who().ja() + "、" + marginal.how().ja());
        return Optional.of(new Explanation(label, price, unit(market), how, parts));
    }

    private Text rentLabel(double rent) {
        boolean calibrated = balance.calibration().isPresent();
        if (rent < 0) {
            return calibrated
                    ? new Text("margin found by calibration", "較正で求めた差額")
                    : new Text("less the rent of a limit that forces it to run", "強制稼働による負のレント");
        }
        return calibrated
                ? new Text("rent of its limit, and margin found by calibration", "上限の希少レントと較正で求めた差額")
                : new Text("rent of its limit", "上限の希少レント");
    }

    private List<Supplier> suppliers(int market, int t, double price) {
        List<Supplier> found = new ArrayList<>();
        lanes(found, market, t, price);
        plants(found, market, t, price);
        shortages(found, market, t, price);
        stores(found, market, t, price);
        return found;
    }

    private void lanes(List<Supplier> found, int market, int t, double price) {
        SupplyCase.Routes routes = of.routes();
        for (int l = 0; l < routes.size(); l++) {
            if (routes.to()[l] != balance.markets().place()[market]
                    || routes.commodity()[l] != balance.markets().commodity()[market]
                    || !(balance.quantities().flow()[l][t] > 1e-9)
                    || routes.lane().days().at(l, t)
                            > 0.5 * 365 * of.periods().step().years()) {
                continue;
            }
            int origin = balance.markets().find(routes.from()[l], routes.commodity()[l]);
            double before = balance.markets().price()[origin][t];
            double kept = 1 - routes.lane().loss().at(l, t);
            double freight = routes.lane().cost().at(l, t);
            double tariff = routes.lane().tariff().at(l, t) * Math.max(0, before);
            List<Explanation> parts = new ArrayList<>();
            parts.add(Explanation.leaf(
                    new Text("price at " + place(origin).en(), place(origin).ja() + "の価格"),
                    before / kept,
                    unit(market)));
            parts.add(Explanation.leaf(new Text("freight", "運賃"), freight / kept, unit(market)));
            if (tariff > 0) {
                parts.add(Explanation.leaf(new Text("tariff", "関税"), tariff / kept, unit(market)));
            }
            String id = routes.ids().id(routes.route()[l]);
            found.add(new Supplier(
                    new Text("route " + id, "輸送路 " + id),
                    price - (before + freight + tariff) / kept,
                    parts,
                    new Text(
                            "(price at origin + freight + tariff) / (1 - loss) + rent",
                            "(積出地の価格 + 運賃 + 関税) / (1 - 損失率) + レント"),
                    Optional.of(origin)));
        }
    }

    private void plants(List<Supplier> found, int market, int t, double price) {
        SupplyCase.Processes processes = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        for (int p = 0; p < processes.size(); p++) {
            if (processes.place()[p] != balance.markets().place()[market]
                    || !(balance.quantities().activity()[p][t] > 1e-9)) {
                continue;
            }
            int recipe = processes.recipe()[p];
            double made = 0;
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                made += recipes.commodity()[line] == balance.markets().commodity()[market] ? recipes.amount()[line] : 0;
            }
            if (made > 0) {
                found.add(plant(p, market, t, price, made));
            }
        }
    }

    private Supplier plant(int process, int market, int t, double price, double made) {
        SupplyCase.Processes processes = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        int recipe = processes.recipe()[process];
        List<Explanation> inputs = new ArrayList<>();
        double others = 0;
        double sum = processes.operation().cost().at(process, t) / made;
        Optional<Integer> dearest = Optional.empty();
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            int other = balance.markets().find(processes.place()[process], recipes.commodity()[line]);
            double worth = -recipes.amount()[line] * balance.markets().price()[other][t] / made;
            if (other == market) {
                continue;
            }
            sum += worth;
            if (recipes.amount()[line] > 0) {
                others += worth;
                continue;
            }
            Explanation part = Explanation.leaf(
                    new Text(
                            "input " + commodity(other).en(),
                            "投入 " + commodity(other).ja()),
                    worth,
                    unit(market));
            boolean top = inputs.isEmpty() || worth > inputs.getFirst().value();
            inputs.add(top ? 0 : inputs.size(), part);
            dearest = top ? Optional.of(other) : dearest;
        }
        List<Explanation> parts = new ArrayList<>(inputs);
        parts.add(Explanation.leaf(
                new Text("own cost", "自らの費用"), processes.operation().cost().at(process, t) / made, unit(market)));
        if (others != 0) {
            parts.add(
                    Explanation.leaf(new Text("less what its other products earn", "併産物の収入を控除"), others, unit(market)));
        }
        String id = processes.ids().id(process);
        boolean single = inputs.size() == 1 && made == 1;
        return new Supplier(
                new Text("plant " + id, "プラント " + id),
                price - sum,
                parts,
                new Text("(cost + inputs - other products) / amount made + rent", "(費用 + 投入 - 併産物) / 生産量 + レント"),
                single && inputAmount(recipe) == 1 ? dearest : Optional.empty());
    }

    private double inputAmount(int recipe) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        double used = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            used -= Math.min(0, recipes.amount()[line]);
        }
        return used;
    }

    private void shortages(List<Supplier> found, int market, int t, double price) {
        SupplyCase.Demands demands = of.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            boolean here = demands.place()[d] == balance.markets().place()[market]
                    && demands.commodity()[d] == balance.markets().commodity()[market];
            double served = balance.quantities().served()[d][t];
            double wanted = balance.quantities().wanted()[d][t];
            if (!here) {
                continue;
            }
            String id = demands.ids().id(d);
            boolean fixed = demands.curve()[d] instanceof Curve.Fixed;
            if (fixed && demands.shortageCost().given(d) && served < wanted - 1e-9 * (1 + wanted)) {
                double unserved = demands.shortageCost().at(d, t);
                found.add(new Supplier(
                        new Text("shortage of " + id, id + " の不足"),
                        price - unserved,
                        List.of(Explanation.leaf(
                                new Text("what a unit short costs " + id, id + " の不足1単位の費用"), unserved, unit(market))),
                        new Text("the use that goes short sets the price", "不足する用途が価格を決める"),
                        Optional.empty()));
            } else if (!fixed && served > 1e-9) {
                double willing = DemandCurve.price(of, d, t, served);
                found.add(new Supplier(
                        new Text("demand curve of " + id, id + " の需要曲線"),
                        price - willing,
                        List.of(Explanation.leaf(
                                new Text("what the last unit is worth to " + id, id + " にとっての最後の1単位の価値"),
                                willing,
                                unit(market))),
                        new Text("the demand that reacts to price sets it", "価格に反応する需要が価格を決める"),
                        Optional.empty()));
            }
        }
    }

    private void stores(List<Supplier> found, int market, int t, double price) {
        SupplyCase.Stock stock = of.stock();
        for (int s = 0; s < stock.size(); s++) {
            boolean here = stock.place()[s] == balance.markets().place()[market]
                    && stock.commodity()[s] == balance.markets().commodity()[market];
            if (!here || t + 1 >= of.periods().count() || !(balance.quantities().level()[s][t] > 1e-9)) {
                continue;
            }
            double rate = of.info().discountRate();
            double length = of.periods().step().years();
            double later = balance.markets().price()[market][t + 1]
                    * Math.pow((1 - stock.loss().at(s, t + 1)) / (1 + rate), length);
            double keeping = stock.cost().at(s, t) * length;
            String id = stock.ids().id(s);
            found.add(new Supplier(
                    new Text("store " + id, "在庫 " + id),
                    price - (later - keeping),
                    List.of(
                            Explanation.leaf(
                                    new Text("price of the next period, discounted, after losses", "次期価格の割引現在値（損失後）"),
                                    later,
                                    unit(market)),
                            Explanation.leaf(
                                    new Text("less the cost of keeping it", "保管費を控除"), -keeping, unit(market))),
                    new Text("worth of keeping a unit for the next period + rent", "次期まで持ち越す価値 + レント"),
                    Optional.empty()));
        }
    }

    private Text commodity(int market) {
        return of.world().commodities().names()[balance.markets().commodity()[market]];
    }

    private Text place(int market) {
        return of.world().places().names()[balance.markets().place()[market]];
    }

    private String unit(int market) {
        return currency + "/"
                + of.world().commodities().unit()[balance.markets().commodity()[market]];
    }
}
