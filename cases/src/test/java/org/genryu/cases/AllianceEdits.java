package org.genryu.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;

/// Ten edits that a user would make to `alliance`, all seen in refined copper of the United States, and what stated
/// elasticities imply for each, reckoned apart from the engine.
///
/// Two markets in logarithms: the world, where the price closes a gap of Δ of what is used by η and |ε|, and the
/// place, which the world reaches by lanes of elasticity σ and its own plants of elasticity η. A thing at its
/// capacity gives no more ([#answers]).
final class AllianceEdits {
    static final String USE = "us-wiring-copper-refined";
    static final double DEMAND = 0.3;
    private static final double FULL = 0.999;

    /// @param what the edit, for a reader
    /// @param files the case after it
    /// @param year in which it is looked at
    /// @param price Δ ln of the price of refined copper in the United States that elasticities imply; of the run it
    /// takes no more than what a stock
    ///     gives out and a new mine digs
    /// @param amount Δ ln of what `thing` does at that price
    /// @param thing a demand, process or lane
    record Edit(
            String what,
            UnaryOperator<Map<String, String>> files,
            int year,
            ToDoubleFunction<Balance> price,
            String thing,
            DoubleUnaryOperator amount) {}

    /// Δ ln of price and amount, as implied and as found.
    record Outcome(double price, double amount, double foundPrice, double foundAmount) {}

    private final SupplyCase of;
    private final Balance base;

    AllianceEdits() {
        this.of = supply(BuiltInCases.files("alliance"));
        this.base = balanced(of);
    }

    SupplyCase of() {
        return of;
    }

    static SupplyCase supply(Map<String, String> files) {
        org.genryu.core.Outcome<CaseFile> file = CaseReader.readText(files);
        CaseFile read = file.clean()
                .orElseThrow(() -> new AssertionError(file.findings().toString()));
        return CaseResolver.resolve(read).value().orElseThrow().supply();
    }

    static Balance balanced(SupplyCase of) {
        return balanced(of, BalanceOptions.Intervals.NONE);
    }

    static Balance withIntervals(Map<String, String> files) {
        return balanced(supply(files), BalanceOptions.Intervals.ALL);
    }

    /// By route: what is written, and what the sea network says where nothing is.
    static Map<String, Double> freights(Map<String, String> files) {
        SupplyCase of = supply(files);
        Map<String, Double> freight = new HashMap<>();
        for (int l = 0; l < of.routes().size(); l++) {
            freight.put(
                    of.routes().ids().id(of.routes().route()[l]),
                    of.routes().lane().cost().at(l, 0));
        }
        return freight;
    }

    private static Balance balanced(SupplyCase of, BalanceOptions.Intervals intervals) {
        return switch (Balancer.balance(of, BalanceOptions.DEFAULT.with(intervals))) {
            case BalanceResult.Balanced found -> found.balance();
            case BalanceResult other -> throw new AssertionError(other.toString());
        };
    }

    // -- the case's own data, with what is full read from the base run

    private double activity(String process, int t) {
        return base.quantities().activity()[of.industry().processes().ids().find(process)][t];
    }

    private List<String> processes(String ending) {
        List<String> found = new ArrayList<>();
        for (int p = 0; p < of.industry().processes().size(); p++) {
            String id = of.industry().processes().ids().id(p);
            if (id.endsWith(ending)) {
                found.add(id);
            }
        }
        return found;
    }

    private boolean spare(String process, int t) {
        int p = of.industry().processes().ids().find(process);
        return base.quantities().activity()[p][t]
                < FULL * of.industry().processes().operation().capacity().at(p, t);
    }

    private static double between(double first, double last, int t) {
        return first + (last - first) * Math.min(1, t / 10.0);
    }

    private double made(String ending, int t) {
        return processes(ending).stream().mapToDouble(p -> activity(p, t)).sum();
    }

    /// The Δ ln of a price that a plant or mine answers to: what runs at capacity gives no more, and gives less
    /// once the price is below that of the base year, at which it just came to its capacity.
    private double answers(String process, double p, int t) {
        return spare(process, t) ? p : Math.min(0, p + Math.log(price(base, t) / price(base, 0)));
    }

    /// How much more the world supplies, Δ ln, when the price moves by p: mines with η 0.5 to 2 and secondary
    /// plants with 1 to 4, by what they make.
    private double supply(double p, int t) {
        double total = made("-copper-refining", t) + made("-copper-secondary", t);
        double more = 0;
        for (String mine : processes("-copper-mining")) {
            more += between(0.5, 2, t) * answers(mine, p, t) * activity(mine, t) / 1.0309278;
        }
        for (String plant : processes("-copper-secondary")) {
            more += between(1, 4, t) * answers(plant, p, t) * activity(plant, t);
        }
        return more / total;
    }

    private double used(String place, int t) {
        double sum = 0;
        for (int d = 0; d < of.use().demands().size(); d++) {
            String id = of.use().demands().ids().id(d);
            boolean copper = id.endsWith("-copper-refined");
            sum += copper && id.startsWith(place) ? base.quantities().served()[d][t] : 0;
        }
        return sum;
    }

    private double served(int t) {
        return base.quantities().served()[of.use().demands().ids().find(USE)][t];
    }

    private double lane(String id, int t) {
        for (int l = 0; l < of.routes().size(); l++) {
            if (of.routes().ids().id(of.routes().route()[l]).equals(id)) {
                return base.quantities().flow()[l][t];
            }
        }
        throw new AssertionError(id);
    }

    /// Δ ln of the place's price where its own use is `gap` above its supply and the world's is `all` above: what
    /// comes in answers by σ to the difference from the world, secondary copper by η, refineries as the mines that
    /// feed them.
    private double price(double gap, double all, int t) {
        double world = worldPrice(all, t);
        double secondary = activity("us-copper-secondary", t) / used("us", t);
        double refined = activity("us-copper-refining", t) / used("us", t);
        double imports = Math.max(0, 1 - secondary - refined);
        return crossing(
                p -> between(3, 8, t) * imports * (p - world)
                        + between(1, 4, t) * secondary * answers("us-copper-secondary", p, t)
                        + between(0.5, 2, t) * refined * answers("us-copper-mining", p, t)
                        + DEMAND * p,
                gap);
    }

    private double worldPrice(double all, int t) {
        return crossing(p -> supply(p, t) + DEMAND * p, all);
    }

    /// Where what rises comes to `value`.
    private static double crossing(DoubleUnaryOperator rising, double value) {
        double low = -2;
        double high = 2;
        for (int halving = 0; halving < 60; halving++) {
            double p = (low + high) / 2;
            if (rising.applyAsDouble(p) < value) {
                low = p;
            } else {
                high = p;
            }
        }
        return low;
    }

    List<Edit> edits() {
        List<Edit> edits = new ArrayList<>();
        for (double more : new double[] {1.02, 1.2}) {
            double gap = Math.log1p((more - 1) * served(0) / used("us", 0));
            double price = price(gap, (more - 1) * served(0) / used("", 0), 0);
            edits.add(new Edit(
                    "wiring of the US needs %s %% more in all years".formatted(Math.round((more - 1) * 100)),
                    files -> cell(files, "demands", USE, "amount", x -> x * more),
                    2025,
                    _ -> price,
                    USE,
                    p -> Math.log(more) - DEMAND * p));
        }
        double zambia = activity("zm-copper-mining", 1) / made("-copper-mining", 1);
        double mined = made("-copper-refining", 1) / (made("-copper-refining", 1) + made("-copper-secondary", 1));
        double lost = worldPrice(zambia * mined, 1);
        edits.add(new Edit(
                "the mines of Zambia close in 2026",
                files -> change(files, "processes,zm-copper-mining,capacity,2026,set,0"),
                2026,
                _ -> lost,
                USE,
                p -> -DEMAND * p));
        double share = lane("cl-us-copper-refined", 1) / used("us", 1);
        double sigma = between(3, 8, 1);
        double tariff = price(sigma * share * 0.1, 0, 1);
        edits.add(new Edit(
                "a tariff of 10 % on copper from Chile to the US from 2026",
                files -> change(files, "routes,cl-us-copper-refined,tariff,2026,set,0.1"),
                2026,
                _ -> tariff,
                "cl-us-copper-refined",
                p -> sigma * (p - 0.1)));
        edits.add(new Edit(
                "a new mine of 1,000,000 t a year in Australia from 2027",
                files -> append(
                        files,
                        "processes",
                        Map.of(
                                "process", "new-copper-mine",
                                "place", "AU",
                                "recipe", "copper-mining",
                                "status", "operating",
                                "capacity", "1000000",
                                "cost", "5000",
                                "first", "2027",
                                "source", "assumption")),
                2027,
                after -> -worldPrice(does(after, "new-copper-mine", 2) / made("-copper-mining", 2) * mined, 2),
                USE,
                p -> -DEMAND * p));
        double chile = activity("cl-copper-mining", 1) / made("-copper-mining", 1);
        double more = -worldPrice(0.1 * chile * mined, 1);
        edits.add(new Edit(
                "capacity of the mines of Chile + 10 % from 2026",
                files -> change(files, "processes,cl-copper-mining,capacity,2026,multiply,1.1"),
                2026,
                _ -> more,
                "cl-copper-mining",
                p -> Math.log(1.1) + 0.5 * p));
        double freight = price(sigma * share * 500 / 9700.328, 0, 1);
        edits.add(new Edit(
                "freight from Chile to the US + 500 USD/t from 2026",
                files -> change(files, "routes,cl-us-copper-refined,cost,2026,add,500"),
                2026,
                _ -> freight,
                "cl-us-copper-refined",
                p -> sigma * (p - 500 / 9700.328)));
        double less = Math.log(0.8);
        double usGap = Math.log1p(-0.2 * served(5) / used("us", 5));
        double calmer = price(usGap, -0.2 * served(5) / used("", 5), 5);
        edits.add(new Edit(
                "wiring of the US needs 20 % less from 2030",
                files -> change(files, "demands," + USE + ",amount,2030,multiply,0.8"),
                2030,
                _ -> calmer,
                USE,
                p -> less - DEMAND * p));
        double feed = between(1, 4, 1);
        double spent = activity("us-copper-secondary", 1) + activity("cn-copper-secondary", 1);
        double dear = worldPrice(feed * 0.1 * spent / (made("-copper-refining", 1) + made("-copper-secondary", 1)), 1);
        edits.add(new Edit(
                "scrap of China and the US 10 % of the price dearer from 2026",
                files -> change(
                        change(files, "processes,cn-copper-secondary,cost,2026,add,970"),
                        "processes,us-copper-secondary,cost,2026,add,970"),
                2026,
                _ -> dear,
                "cn-copper-secondary",
                p -> feed * (p - 0.1)));
        edits.add(new Edit(
                "commercial stock of the US doubled",
                files -> cell(
                        cell(files, "stores", "us-stock-copper", "level", x -> x * 2),
                        "stores",
                        "us-stock-copper",
                        "capacity",
                        x -> x * 2),
                2025,
                after -> {
                    double given = 450000 - (stock(after) - stock(base));
                    return price(-given / used("us", 0), -given / used("", 0), 0);
                },
                USE,
                p -> -DEMAND * p));
        return edits;
    }

    /// What came out: Δ ln of the price of refined copper in the US and of what the thing does.
    Outcome outcome(Edit edit) {
        SupplyCase other = supply(edit.files().apply(new LinkedHashMap<>(BuiltInCases.files("alliance"))));
        Balance after = balanced(other);
        int t = edit.year() - 2025;
        double implied = edit.price().applyAsDouble(after);
        return new Outcome(
                implied,
                edit.amount().applyAsDouble(implied),
                Math.log(price(after, t) / price(base, t)),
                Math.log(does(after, edit.thing(), t) / does(base, edit.thing(), t)));
    }

    private static double price(Balance balance, int t) {
        SupplyCase of = balance.of();
        int market = balance.markets()
                .find(
                        of.world().places().ids().find("US"),
                        of.world().commodities().ids().find("copper-refined"));
        return balance.markets().price()[market][t];
    }

    private static double stock(Balance balance) {
        return balance.quantities().level()[balance.of().stock().ids().find("us-stock-copper")][0];
    }

    private static double does(Balance balance, String thing, int t) {
        SupplyCase of = balance.of();
        int demand = of.use().demands().ids().find(thing);
        if (demand >= 0) {
            return balance.quantities().served()[demand][t];
        }
        int process = of.industry().processes().ids().find(thing);
        if (process >= 0) {
            return balance.quantities().activity()[process][t];
        }
        for (int l = 0; l < of.routes().size(); l++) {
            if (of.routes().ids().id(of.routes().route()[l]).equals(thing)) {
                return balance.quantities().flow()[l][t];
            }
        }
        throw new AssertionError(thing);
    }

    // -- edits of the text

    private static Map<String, String> change(Map<String, String> files, String row) {
        files.merge("changes.csv", row + ",assumption,\n", String::concat);
        return files;
    }

    private static Map<String, String> append(Map<String, String> files, String table, Map<String, String> row) {
        String text = files.getOrDefault(table + ".csv", "");
        List<String> cells = new ArrayList<>();
        for (String head : text.substring(0, text.indexOf('\n')).strip().split(",")) {
            cells.add(row.getOrDefault(head, ""));
        }
        files.put(table + ".csv", text + String.join(",", cells) + "\n");
        return files;
    }

    private static Map<String, String> cell(
            Map<String, String> files, String table, String id, String column, DoubleUnaryOperator edit) {
        List<List<String>> rows = TableText.rows(files.getOrDefault(table + ".csv", ""));
        int at = rows.getFirst().indexOf(column);
        for (List<String> cells : rows) {
            if (cells.getFirst().equals(id)) {
                double edited = edit.applyAsDouble(Double.parseDouble(cells.get(at)));
                cells.set(at, String.format(Locale.ROOT, "%.9g", edited));
            }
        }
        files.put(table + ".csv", TableText.of(rows));
        return files;
    }
}
