package org.genryu.casefile;

import java.util.BitSet;
import java.util.List;
import org.genryu.casefile.Edit.Op;
import org.genryu.casefile.Scenario.Action;
import org.genryu.core.Finding.Place;
import org.genryu.core.Text;

/// Turns the events and measures of a scenario into changes of single numbers, each with its line in the log.
///
/// A ban with a leak, a closure or a quota by share s limits a lane to min(capacity, s · base), where base is the
/// observed flow of the lane, or its capacity where nothing was observed. A shape that needs the months of a stress
/// run is kept and named in a note.
final class Actions {
    private final CaseFile file;
    private final Work work;
    private final Scenario scenario;
    private final Faults faults;
    private final Reroutes reroutes;

    Actions(CaseFile file, Work work, Scenario scenario, Faults faults) {
        this.file = file;
        this.work = work;
        this.scenario = scenario;
        this.faults = faults;
        this.reroutes = new Reroutes(work);
    }

    void apply() {
        scenario.actions().forEach(this::one);
    }

    private Faults.Where where(Action action) {
        Text thing = new Text("Scenario '" + scenario.id() + "'", "シナリオ「" + scenario.id() + "」");
        return new Faults.Where(
                new Place(scenario.file(), action.line(), action.shape().name()), thing);
    }

    private void one(Action action) {
        String shape = action.shape().name();
        if (!action.shape().applied()) {
            faults.note(
                    where(action),
                    shape + " is kept, but a balance does not act on it yet: it needs the months of a stress run.",
                    shape + " は保持しますが、需給均衡ではまだ働きません（月次のストレス計算が必要です）。");
            return;
        }
        int hits = switch (shape) {
            case "ban" -> between(action, action.number("leak").orElse(0));
            case "quota" -> quota(action);
            case "closure" -> closure(action);
            case "tariff" -> tariff(action);
            case "outage" -> outage(action);
            case "surge" -> demands(action, action.number("factor").orElse(1));
            case "thrift" -> demands(action, 1 - action.number("share").orElse(0));
            case "recycle" -> recycle(action);
            case "subsidy" -> subsidy(action);
            case "build" -> build(action);
            default -> change(action);
        };
        if (hits == 0) {
            faults.doubt(
                    where(action),
                    shape + " meets nothing in this case in its time; nothing was changed.",
                    shape + " の期間・条件に当てはまるものがこのケースにありません。何も変えていません。",
                    "its dates lie outside the periods of the case, or no route, process or demand fits its words.",
                    "日付がケースの期間外か、該当する輸送路・工程・需要がない可能性があります。");
        }
    }

    private Edit edit(Action action, String table, String column, Op op, double value) {
        String cause =
                scenario.file() + ":" + action.line() + " " + action.shape().name();
        return new Edit(table, column, op, value, action.from(), action.until(), cause);
    }

    /// The rows of places that the words name: ids, countries or `*`; all if there are none.
    private BitSet places(List<String> words) {
        Table places = file.table("places");
        String[] country = places.words("country");
        BitSet set = new BitSet();
        for (int p = 0; p < country.length; p++) {
            if (words.isEmpty()
                    || words.contains("*")
                    || words.contains(places.names().get(p))
                    || words.contains(country[p])) {
                set.set(p);
            }
        }
        return set;
    }

    /// The rows of commodities that the words name: ids, `group:<g>` or `*`; all if there are none.
    private BitSet goods(List<String> words) {
        Table commodities = file.table("commodities");
        String[] group = commodities.words("group");
        BitSet set = new BitSet();
        for (int c = 0; c < group.length; c++) {
            if (words.isEmpty()
                    || words.contains("*")
                    || words.contains(commodities.names().get(c))
                    || (!group[c].isEmpty() && words.contains("group:" + group[c]))) {
                set.set(c);
            }
        }
        return set;
    }

    /// The lanes from one set of places to another for some commodities.
    private BitSet lanes(Action action) {
        BitSet from = places(action.list("from"));
        BitSet to = places(action.list("to"));
        BitSet goods = goods(action.list("commodities"));
        int[] start = file.table("routes").references("from");
        int[] end = file.table("routes").references("to");
        boolean abroad = action.list("to").isEmpty();
        String[] country = file.table("places").words("country");
        BitSet set = new BitSet();
        Lanes lanes = work.lanes();
        for (int lane = 0; lane < lanes.size(); lane++) {
            int row = lanes.route()[lane];
            boolean home = abroad && !country[start[row]].isEmpty() && country[start[row]].equals(country[end[row]]);
            if (!home && from.get(start[row]) && to.get(end[row]) && goods.get(lanes.commodity()[lane])) {
                set.set(lane);
            }
        }
        return set;
    }

    private int between(Action action, double share) {
        return limit(action, lanes(action), share);
    }

    /// Lanes with a ship sail round while there is a way; lanes that only name the strait lose what passed it.
    private int closure(Action action) {
        BitSet set = new BitSet();
        Lanes lanes = work.lanes();
        for (int lane = 0; lane < lanes.size(); lane++) {
            int row = lanes.route()[lane];
            if (work.sea().bySea(row)) {
                continue;
            }
            for (String strait : work.sea().via(row).split(";")) {
                if (action.list("strait").contains(strait.strip())) {
                    set.set(lane);
                }
            }
        }
        int rerouted = reroutes.close(action, edit(action, "routes", "days", Op.ADD, 0), where(action));
        return limit(action, set, action.number("leak").orElse(0)) + rerouted;
    }

    private int quota(Action action) {
        BitSet set = lanes(action);
        if (action.number("share").isPresent()) {
            return limit(action, set, action.number("share").getAsDouble());
        }
        double total = set.stream().mapToDouble(this::base).sum();
        if (Double.isInfinite(total)) {
            faults.doubt(
                    where(action),
                    "the amount cannot be split: a lane has neither an observed flow nor a capacity. The quota was not applied.",
                    "観測流量も容量もない輸送路があり、量を配分できません。割当は適用していません。",
                    "fill in observed in routes.csv.",
                    "routes.csv の observed を記入してください。");
            return 1;
        }
        double amount = action.number("amount").orElse(0);
        return limit(action, set, total == 0 ? 0 : amount / total);
    }

    /// Flow that a share is taken of [units/year]: what was observed, else the capacity in the first period.
    private double base(int lane) {
        Cells observed = work.cells("routes", "observed");
        boolean single = work.lanes().single(work.lanes().route()[lane]);
        return single && observed.given(lane)
                ? observed.at(lane, 0)
                : work.cells("routes", "capacity").at(lane, 0);
    }

    private int limit(Action action, BitSet set, double share) {
        Cells capacity = work.cells("routes", "capacity");
        int hits = 0;
        boolean unsized = false;
        boolean partly = false;
        for (int lane = set.nextSetBit(0); lane >= 0; lane = set.nextSetBit(lane + 1)) {
            double base = base(lane);
            unsized |= Double.isInfinite(base) && share > 0;
            double most = share == 0 || Double.isInfinite(base) ? 0 : share * base;
            Edit edit = edit(action, "routes", "capacity", Op.LIMIT, most);
            hits += work.apply(capacity, lane, edit, where(action));
            partly |= work.blurred(capacity, lane, edit);
        }
        tellUnsized(action, unsized);
        tellBlurred(action, partly);
        return hits;
    }

    private void tellUnsized(Action action, boolean unsized) {
        if (unsized) {
            faults.doubt(
                    where(action),
                    "a share of an unlimited lane without an observed flow cannot be sized; such lanes were closed.",
                    "観測流量も容量もない輸送路では割合の量が決まらないため、全面停止としました。",
                    "fill in observed or capacity in routes.csv.",
                    "routes.csv の observed か capacity を記入してください。");
        }
    }

    private void tellBlurred(Action action, boolean blurred) {
        if (blurred) {
            faults.doubt(
                    where(action),
                    "it holds during a part of a period, but the capacity is unlimited, so that it does not bind there.",
                    "期間の一部だけに及びますが、容量が無制限のため、その期間では制約になりません。",
                    "monthly periods are meant, or a capacity must be filled in.",
                    "月次の期間にするか、容量を記入してください。");
        }
    }

    private int tariff(Action action) {
        return all(
                lanes(action),
                "routes",
                edit(action, "routes", "tariff", Op.ADD, action.number("rate").orElse(0)),
                action);
    }

    private int all(BitSet rows, String table, Edit edit, Action action) {
        Cells cells = work.cells(table, edit.column());
        int hits = 0;
        boolean blurred = false;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            hits += work.apply(cells, row, edit, where(action));
            blurred |= work.blurred(cells, row, edit);
        }
        tellBlurred(action, blurred);
        return hits;
    }

    private BitSet named(String table, List<String> ids) {
        BitSet set = new BitSet();
        for (String id : ids) {
            set.set(file.table(table).row(id));
        }
        return set;
    }

    private int outage(Action action) {
        double rest = 1 - action.number("loss").orElse(1);
        BitSet processes = named("processes", action.list("processes"));
        if (!action.list("places").isEmpty()) {
            BitSet places = places(action.list("places"));
            int[] place = file.table("processes").references("place");
            BitSet makers = makers(goods(action.list("commodities")));
            for (int p = 0; p < place.length; p++) {
                if (places.get(place[p]) && (action.list("commodities").isEmpty() || makers.get(p))) {
                    processes.set(p);
                }
            }
        }
        BitSet lanes = new BitSet();
        BitSet routes = named("routes", action.list("routes"));
        for (int lane = 0; lane < work.lanes().size(); lane++) {
            lanes.set(lane, routes.get(work.lanes().route()[lane]));
        }
        return all(processes, "processes", edit(action, "processes", "capacity", Op.MULTIPLY, rest), action)
                + all(lanes, "routes", edit(action, "routes", "capacity", Op.MULTIPLY, rest), action);
    }

    /// Processes that make one of the commodities.
    private BitSet makers(BitSet goods) {
        Table recipes = file.table("recipes");
        int[] commodity = recipes.references("commodity");
        double[] amount = recipes.numbers("amount").values();
        List<int[]> lines = RecipeLines.of(recipes);
        int[] recipe = file.table("processes").references("recipe");
        BitSet makers = new BitSet();
        for (int p = 0; p < recipe.length; p++) {
            for (int line : lines.get(recipe[p])) {
                if (amount[line] > 0 && goods.get(commodity[line])) {
                    makers.set(p);
                }
            }
        }
        return makers;
    }

    private int demands(Action action, double factor) {
        BitSet set = named("demands", action.list("demands"));
        if (set.isEmpty()) {
            Table demands = file.table("demands");
            BitSet places = places(action.list("places"));
            BitSet goods = goods(action.list("commodities"));
            String[] use = demands.words("use");
            for (int d = 0; d < use.length; d++) {
                if (places.get(demands.references("place")[d])
                        && goods.get(demands.references("commodity")[d])
                        && (action.list("use").isEmpty() || action.list("use").contains(use[d]))) {
                    set.set(d);
                }
            }
        }
        return all(set, "demands", edit(action, "demands", "amount", Op.MULTIPLY, factor), action);
    }

    private int recycle(Action action) {
        Table returns = file.table("returns");
        BitSet places = places(action.list("places"));
        BitSet goods = goods(action.list("commodities"));
        String[] use = returns.words("use");
        BitSet set = new BitSet();
        for (int r = 0; r < use.length; r++) {
            if (places.get(returns.references("place")[r])
                    && goods.get(returns.references("from")[r])
                    && (action.list("use").isEmpty() || action.list("use").contains(use[r]))) {
                set.set(r);
            }
        }
        double collection = action.number("collection").orElse(0);
        return all(set, "returns", edit(action, "returns", "collection", Op.SET, collection), action);
    }

    private int subsidy(Action action) {
        BitSet set = named("processes", action.list("processes"));
        double amount = action.number("amount").orElse(0);
        return all(set, "processes", edit(action, "processes", "cost", Op.ADD, -amount), action);
    }

    private int build(Action action) {
        int hits = 0;
        for (String id : action.list("processes")) {
            int row = file.table("processes").row(id);
            work.windows()
                    .build(
                            row,
                            action.from(),
                            edit(action, "processes", "capacity", Op.SET, 0).cause());
            if (action.number("capacity").isPresent()) {
                double capacity = action.number("capacity").getAsDouble();
                Edit edit = edit(action, "processes", "capacity", Op.SET, capacity);
                hits += work.apply(work.cells("processes", "capacity"), row, edit, where(action));
            }
            hits++;
        }
        return hits;
    }

    private int change(Action action) {
        Schema.TableSpec table = Schema.current().get(action.word("table"));
        Schema.ColumnSpec column = table.get(action.word("column"));
        String op = action.word("op").isEmpty() ? "set" : action.word("op");
        double value = action.number("value").orElse(0);
        work.select(edit(action, table.name(), column.name(), Op.of(op), value), action.word("id"), where(action));
        return 1;
    }
}
