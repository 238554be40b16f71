package org.genryu.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceResult;
import org.genryu.casefile.IdList;
import org.genryu.casefile.PeriodColumn;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Finding;
import org.genryu.core.Text;
import org.genryu.core.time.Periods;
import org.genryu.results.Evidence;
import org.genryu.results.RunResult;
import org.genryu.solve.Solution;

/// Writes a small case and a made-up answer to it, thing by thing, so that a test shows all its numbers on one screen.
public final class Sample {
    private record Thing(
            String id, int place, int commodity, String word, double[] values, double[] other, double number) {}

    private record Market(int place, int commodity, double[] price, double[] low, double[] high) {}

    private final Periods periods;
    private final List<String> home;
    private final List<String> placeIds = new ArrayList<>();
    private final List<Text> placeNames = new ArrayList<>();
    private final List<String> countries = new ArrayList<>();
    private final List<String> commodityIds = new ArrayList<>();
    private final List<Text> commodityNames = new ArrayList<>();
    private final List<String> stages = new ArrayList<>();
    private final List<String> contentElements = new ArrayList<>();
    private final List<Integer> contentCommodities = new ArrayList<>();
    private final List<Double> contentAmounts = new ArrayList<>();
    private final List<String> recipeIds = new ArrayList<>();
    private final List<Integer> recipeFirst = new ArrayList<>(List.of(0));
    private final List<Integer> lineCommodity = new ArrayList<>();
    private final List<Double> lineAmount = new ArrayList<>();
    private final List<Thing> processes = new ArrayList<>();
    private final List<Integer> processRecipe = new ArrayList<>();
    private final List<Thing> routes = new ArrayList<>();
    private final List<Integer> routeTo = new ArrayList<>();
    private final List<Thing> demands = new ArrayList<>();
    private final List<Thing> stores = new ArrayList<>();
    private final List<Thing> returns = new ArrayList<>();
    private final List<Integer> returnTo = new ArrayList<>();
    private final List<Market> markets = new ArrayList<>();
    private final List<Balance.Compared> compared = new ArrayList<>();
    private final List<Balance.Share> owners = new ArrayList<>();
    private final List<Balance.Share> countryShares = new ArrayList<>();
    private Evidence evidence = Evidence.NONE;
    private final List<String> elastic = new ArrayList<>();
    private double distance = 0;
    private final List<SupplyCase.Reference> references = new ArrayList<>();

    public Sample(int first, int last, String... home) {
        this.periods = Periods.years(first, last);
        this.home = List.of(home);
    }

    public double[] years(double... values) {
        return values.length == 1 ? fill(values[0]) : values;
    }

    public double[] path(IntToDoubleFunction value) {
        double[] values = new double[periods.count()];
        Arrays.setAll(values, value);
        return values;
    }

    private double[] fill(double value) {
        return path(_ -> value);
    }

    public Sample place(String id, String country, String en, String ja) {
        placeIds.add(id);
        countries.add(country);
        placeNames.add(new Text(en, ja));
        return this;
    }

    public Sample commodity(String id, String stage, String en, String ja) {
        commodityIds.add(id);
        stages.add(stage);
        commodityNames.add(new Text(en, ja));
        return this;
    }

    public Sample content(String commodity, String element, double amount) {
        contentCommodities.add(commodityIds.indexOf(commodity));
        contentElements.add(element);
        contentAmounts.add(amount);
        return this;
    }

    /// Lines as `commodity, amount, commodity, amount, …`.
    public Sample recipe(String id, Object... lines) {
        recipeIds.add(id);
        for (int i = 0; i < lines.length; i += 2) {
            lineCommodity.add(commodityIds.indexOf((String) lines[i]));
            lineAmount.add(((Number) lines[i + 1]).doubleValue());
        }
        recipeFirst.add(lineCommodity.size());
        return this;
    }

    public Sample process(String id, String place, String recipe, double... activity) {
        processRecipe.add(recipeIds.indexOf(recipe));
        processes.add(new Thing(id, placeIds.indexOf(place), 0, "owner-" + place, years(activity), fill(0), 0));
        return this;
    }

    public Sample route(String from, String to, String commodity, double... flow) {
        String id = from + "-" + to + "-" + commodity;
        routes.add(new Thing(id, placeIds.indexOf(from), commodityIds.indexOf(commodity), "", years(flow), fill(0), 0));
        routeTo.add(placeIds.indexOf(to));
        return this;
    }

    public Sample demand(String place, String use, String commodity, double[] wanted, double... served) {
        String id = place + "-" + use;
        demands.add(
                new Thing(id, placeIds.indexOf(place), commodityIds.indexOf(commodity), use, wanted, years(served), 0));
        return this;
    }

    /// The demand buys less when it is dear, along a straight line with elasticity -0.3.
    public Sample reactsToPrice(String demand) {
        elastic.add(demand);
        return this;
    }

    public Sample store(String id, String place, String commodity, double start, double... level) {
        stores.add(new Thing(
                id,
                placeIds.indexOf(place),
                commodityIds.indexOf(commodity),
                "strategic",
                years(level),
                fill(0),
                start));
        return this;
    }

    public Sample returned(String place, String from, String to, double... amount) {
        returns.add(
                new Thing(from, placeIds.indexOf(place), commodityIds.indexOf(from), "use", years(amount), fill(0), 0));
        returnTo.add(commodityIds.indexOf(to));
        return this;
    }

    public Sample price(String place, String commodity, double[] price, double[] low, double[] high) {
        markets.add(new Market(placeIds.indexOf(place), commodityIds.indexOf(commodity), price, low, high));
        return this;
    }

    public Sample price(String place, String commodity, double... price) {
        return price(place, commodity, years(price), years(price), years(price));
    }

    public Sample observed(String kind, String id, double observed, double model, double wedge) {
        compared.add(new Balance.Compared(kind, id, observed, model, wedge));
        return this;
    }

    /// A published figure on production; an empty place stands for the world.
    public Sample published(String place, String commodity, double value, double tolerance, boolean fitted) {
        int at = commodityIds.indexOf(commodity);
        references.add(new SupplyCase.Reference(
                place + "-" + commodity,
                SupplyCase.Measure.PRODUCTION,
                placeIds.indexOf(place),
                -1,
                new SupplyCase.Goods(commodity, new int[] {at}, new String[0], "", new String[0], false),
                0,
                2025,
                value,
                tolerance,
                fitted,
                "usgs;assumption",
                ""));
        return this;
    }

    public Sample distance(double value) {
        distance = value;
        return this;
    }

    public Sample owner(String who, double profit) {
        owners.add(new Balance.Share(who, profit, 0, 0));
        return this;
    }

    public Sample country(String who, double profit, double surplus) {
        countryShares.add(new Balance.Share(who, profit, surplus, 0));
        return this;
    }

    public Sample evidence(Evidence value) {
        evidence = value;
        return this;
    }

    public SupplyCase supply() {
        SupplyCase.Info info = new SupplyCase.Info(
                "sample",
                new Text("Sample case", "見本ケース"),
                new SupplyCase.Money("USD", 2025),
                home,
                List.of("CN"),
                0.05,
                periods,
                SupplyCase.Transit.OPEN);
        return new SupplyCase(info, world(), industry(), lanes(), use(), stock());
    }

    private SupplyCase.World world() {
        int places = placeIds.size();
        int commodities = commodityIds.size();
        SupplyCase.Disposal[] disposal = new SupplyCase.Disposal[commodities];
        Arrays.fill(disposal, new SupplyCase.Disposal.Costs(0));
        return new SupplyCase.World(
                new SupplyCase.Places(
                        new IdList(placeIds),
                        placeNames.toArray(Text[]::new),
                        same("country", places),
                        strings(countries),
                        new double[places],
                        new double[places],
                        same("", places)),
                new SupplyCase.Commodities(
                        new IdList(commodityIds),
                        commodityNames.toArray(Text[]::new),
                        same("t", commodities),
                        strings(stages),
                        same("", commodities),
                        disposal,
                        java.util.Collections.nCopies(commodities, java.util.Optional.empty())),
                new SupplyCase.Contents(ints(contentCommodities), strings(contentElements), doubles(contentAmounts)),
                new SupplyCase.Prices(new int[0], new int[0], new double[0]),
                new SupplyCase.References(references.toArray(SupplyCase.Reference[]::new)));
    }

    private SupplyCase.Industry industry() {
        int n = processes.size();
        SupplyCase.Status[] status = new SupplyCase.Status[n];
        Arrays.fill(status, SupplyCase.Status.OPERATING);
        return new SupplyCase.Industry(
                new SupplyCase.Recipes(
                        new IdList(recipeIds), ints(recipeFirst), ints(lineCommodity), doubles(lineAmount)),
                new SupplyCase.Processes(
                        ids(processes),
                        places(processes),
                        ints(processRecipe),
                        words(processes),
                        status,
                        new SupplyCase.Operation(
                                PeriodColumn.constant(n, 1e6),
                                PeriodColumn.constant(n, 1),
                                PeriodColumn.constant(n, 0),
                                nothing(n)),
                        new SupplyCase.Investment(nothing(n), nothing(n), nothing(n))));
    }

    private SupplyCase.Routes lanes() {
        int n = routes.size();
        int[] route = new int[n];
        Arrays.setAll(route, i -> i);
        PeriodColumn free = PeriodColumn.constant(n, 0);
        return new SupplyCase.Routes(
                ids(routes),
                route,
                places(routes),
                ints(routeTo),
                commodities(routes),
                new SupplyCase.Lane(
                        free, free, PeriodColumn.constant(n, Double.POSITIVE_INFINITY), free, free, nothing(n)),
                new String[n][0],
                same("", n));
    }

    private SupplyCase.Use use() {
        int n = demands.size();
        SupplyCase.Curve[] curves = new SupplyCase.Curve[n];
        Arrays.setAll(
                curves,
                d -> elastic.contains(demands.get(d).id())
                        ? new SupplyCase.Curve.Linear(PeriodColumn.constant(n, 100), -0.3)
                        : new SupplyCase.Curve.Fixed());
        SupplyCase.Lifetime[] life = new SupplyCase.Lifetime[returns.size()];
        Arrays.fill(life, new SupplyCase.Lifetime(SupplyCase.Lifetime.Shape.FIXED, 5, 0));
        int[] scrap = ints(returnTo);
        return new SupplyCase.Use(
                new SupplyCase.Demands(
                        ids(demands),
                        places(demands),
                        words(demands),
                        commodities(demands),
                        grid(demands),
                        PeriodColumn.constant(n, 1e4),
                        curves,
                        same("", n),
                        new SupplyCase.Past(new double[n], new double[n])),
                new SupplyCase.Returns(
                        words(returns),
                        places(returns),
                        commodities(returns),
                        scrap,
                        life,
                        PeriodColumn.constant(scrap.length, 0.3)),
                new SupplyCase.Bills(new String[0], new int[0], new double[0]),
                new SupplyCase.Sectors(
                        new IdList(List.of()),
                        new int[0],
                        new Text[0],
                        new String[0],
                        new double[0],
                        new double[0],
                        new double[0],
                        new double[0]));
    }

    private SupplyCase.Stock stock() {
        int n = stores.size();
        double[] start = stores.stream().mapToDouble(Thing::number).toArray();
        return new SupplyCase.Stock(
                ids(stores),
                places(stores),
                commodities(stores),
                same("state", n),
                words(stores),
                new SupplyCase.Levels(PeriodColumn.constant(n, 1e6), start, PeriodColumn.constant(n, 0), new double[n]),
                PeriodColumn.constant(n, 0),
                PeriodColumn.constant(n, 0));
    }

    public Balance balance() {
        Balance.Quantities quantities = new Balance.Quantities(
                values(processes),
                new double[processes.size()][periods.count()],
                values(routes),
                values(stores),
                values(demands),
                demands.stream().map(Thing::other).toArray(double[][]::new),
                values(returns));
        Balance.Markets market = new Balance.Markets(
                markets.stream().mapToInt(Market::place).toArray(),
                        markets.stream().mapToInt(Market::commodity).toArray(),
                markets.stream().map(Market::price).toArray(double[][]::new),
                        markets.stream().map(Market::low).toArray(double[][]::new),
                markets.stream().map(Market::high).toArray(double[][]::new),
                        new double[markets.size()][periods.count()]);
        Balance.Account account = new Balance.Account(1000, 600, 50, 25, 390, 10, 310.5, 1e-12, owners, countryShares);
        Optional<Balance.Calibration> calibration =
                compared.isEmpty() ? Optional.empty() : Optional.of(new Balance.Calibration(compared, distance));
        return new Balance(supply(), -123.5, quantities, market, calibration, account);
    }

    /// A balance has a market wherever a commodity is made, sent or used: those without a price of their own get
    /// the mean of the others.
    private Sample complete() {
        List<int[]> pairs = new ArrayList<>();
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processRecipe.get(p);
            for (int line = recipeFirst.get(recipe); line < recipeFirst.get(recipe + 1); line++) {
                pairs.add(new int[] {processes.get(p).place(), lineCommodity.get(line)});
            }
        }
        for (int r = 0; r < routes.size(); r++) {
            pairs.add(new int[] {routes.get(r).place(), routes.get(r).commodity()});
            pairs.add(new int[] {routeTo.get(r), routes.get(r).commodity()});
        }
        for (int r = 0; r < returns.size(); r++) {
            pairs.add(new int[] {returns.get(r).place(), returns.get(r).commodity()});
            pairs.add(new int[] {returns.get(r).place(), returnTo.get(r)});
        }
        demands.forEach(thing -> pairs.add(new int[] {thing.place(), thing.commodity()}));
        stores.forEach(thing -> pairs.add(new int[] {thing.place(), thing.commodity()}));
        List<Market> given = List.copyOf(markets);
        for (int[] pair : pairs) {
            if (markets.stream().noneMatch(m -> m.place() == pair[0] && m.commodity() == pair[1])) {
                double[] price = path(t -> given.stream()
                        .filter(m -> m.commodity() == pair[1])
                        .mapToDouble(m -> m.price()[t])
                        .average()
                        .orElse(0));
                markets.add(new Market(pair[0], pair[1], price, price, price));
            }
        }
        return this;
    }

    public RunResult run() {
        return run(new BalanceResult.Balanced(
                complete().balance(),
                new Balance.Proof(
                        new Solution.Certificate(1e-12, 2e-12, 3e-13),
                        new Solution.Run("HiGHS", "1.15.1", "simplex", 0.25, 42),
                        120,
                        80,
                        400,
                        new Balance.Seconds(0.01, 0.01, 0.25),
                        List.of())));
    }

    public RunResult run(BalanceResult result) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("read", 0.5);
        seconds.put("solve", 0.25);
        return new RunResult(
                new RunResult.Facts("0.1.0", "base", "public", "0123abcd", 1, true),
                supply(),
                result,
                Set.of(),
                evidence,
                List.of(Finding.warning(
                        Finding.Place.of("places.csv"),
                        Text.same("Place 'x'"),
                        new Text("has no row that uses it.", "を使う行がありません。"),
                        new Text("delete it.", "行を削除してください。"))),
                seconds);
    }

    private PeriodColumn grid(List<Thing> things) {
        double[] base = things.stream().mapToDouble(t -> t.values()[0]).toArray();
        BitSet given = new BitSet();
        given.set(0, base.length);
        return PeriodColumn.of(base, values(things), given);
    }

    private static PeriodColumn nothing(int rows) {
        return PeriodColumn.of(new double[rows], new double[rows][], new BitSet());
    }

    private static double[][] values(List<Thing> things) {
        return things.stream().map(Thing::values).toArray(double[][]::new);
    }

    private static IdList ids(List<Thing> things) {
        return new IdList(things.stream().map(Thing::id).toList());
    }

    private static int[] places(List<Thing> things) {
        return things.stream().mapToInt(Thing::place).toArray();
    }

    private static int[] commodities(List<Thing> things) {
        return things.stream().mapToInt(Thing::commodity).toArray();
    }

    private static String[] words(List<Thing> things) {
        return things.stream().map(Thing::word).toArray(String[]::new);
    }

    private static String[] same(String word, int count) {
        String[] words = new String[count];
        Arrays.fill(words, word);
        return words;
    }

    private static String[] strings(List<String> list) {
        return list.toArray(String[]::new);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(i -> i).toArray();
    }

    private static double[] doubles(List<Double> list) {
        return list.stream().mapToDouble(d -> d).toArray();
    }
}
