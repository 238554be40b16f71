package org.genryu.casefile.resolve;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.Scenario.Action;
import org.genryu.casefile.resolve.CellEdit.Op;
import org.genryu.casefile.schema.ActionShapes;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.core.Finding.Place;
import org.genryu.core.Text;

/// Turns the events and measures of a scenario into changes of single numbers, each with its line in the log.
///
/// Method page: `docs/method/case.md`, "Scenarios". What a balance cannot act on is told, never dropped in silence.
final class ActionChanges {
    private final CaseFile file;
    private final ColumnWorkspace work;
    private final Scenario scenario;
    private final CaseFindings faults;
    private final ActionScope scope;
    private final StraitClosures reroutes;
    private final CapacityCeilings ceilings;

    ActionChanges(
            CaseFile file, ColumnWorkspace work, Scenario scenario, WithoutScenarioFlows base, CaseFindings faults) {
        this.file = file;
        this.work = work;
        this.scenario = scenario;
        this.faults = faults;
        this.scope = new ActionScope(file, work);
        this.ceilings = new CapacityCeilings(file, work, base);
        this.reroutes = new StraitClosures(work, ceilings);
    }

    /// @param monthly whether a stress goes through the months, which acts on more than a balance does
    void apply(boolean monthly) {
        // of a case that is still empty, such as a fresh one, this is said itself
        if (scenario.actions().isEmpty() && file.table("processes").rows() > 0) {
            faults.doubt(
                    new CaseFindings.Where(Place.of(scenario.file()), thing(scenario.id())),
                    "it has neither events nor measures; its results are those without it.",
                    "事象も対策もありません。結果はシナリオなしと同じです。",
                    "`events:` with lines such as `- ban: {from: CN}` is meant.",
                    "`events:` の下に `- ban: {from: CN}` のような行を書いてください。");
        }
        Set<String> idle = new TreeSet<>();
        Set<String> still = new TreeSet<>();
        Set<String> busy = new TreeSet<>();
        for (Action piece : EventTimes.pieces(scenario)) {
            int logged = work.log().size();
            (one(piece) == 0 ? idle : moved(logged) ? busy : still).add(line(piece));
            if (ceilings.unknown()) {
                tellUnsized(piece);
            }
        }
        still.removeAll(busy);
        idle.removeAll(busy);
        idle.removeAll(still);
        for (Action action : scenario.actions()) {
            if (monthly && action.shape().monthly()) {
                continue;
            }
            if (idle.contains(line(action))) {
                tellIdle(action);
            } else if (still.contains(line(action))) {
                tellStill(action);
            }
        }
    }

    /// Whether a number became another one since the log had this size, as far as is known: what is unlimited after
    /// it waits for the base, and what is not in the log is no number.
    private boolean moved(int since) {
        ChangeLog log = work.log();
        return log.size() == since
                || log.subList(since, log.size()).stream()
                        .anyMatch(entry -> entry.before() != entry.after() || Double.isInfinite(entry.after()));
    }

    private void tellStill(Action action) {
        String shape = action.shape().name();
        faults.doubt(
                where(action),
                shape + " changes nothing: what it meets has that value already, or is limited more tightly.",
                shape + " は何も変えません。対象はすでにその値か、より厳しく制限されています。",
                "another number is meant.",
                "数値を確かめてください。");
    }

    private void tellIdle(Action action) {
        String shape = action.shape().name();
        if (!action.shape().applied()) {
            faults.doubt(
                    where(action),
                    "a balance does not act on " + shape + "; its results are those without it.",
                    "需給均衡では " + shape + " は働きません。結果はこれがない場合のものです。",
                    "another event or measure says nearly the same: `genryu balance` acts on "
                            + String.join(", ", acting()) + ".",
                    "近い内容を別の事象・対策で表せないか確かめてください。`genryu balance` で働くもの: " + String.join("、", acting()));
            return;
        }
        faults.doubt(
                where(action),
                shape + " meets nothing in this case in its time, or is said by another already; nothing was changed.",
                shape + " の期間・条件に当てはまるものがこのケースにないか、別の行と重複しています。何も変えていません。",
                "its dates lie outside the periods of the case, or no route, process or demand fits its words.",
                "日付がケースの期間外か、該当する輸送路・工程・需要がない可能性があります。");
    }

    private static List<String> acting() {
        return ActionShapes.current().shapes().values().stream()
                .filter(ActionShapes.Shape::applied)
                .map(ActionShapes.Shape::name)
                .toList();
    }

    private CaseFindings.Where where(Action action) {
        return new CaseFindings.Where(
                new Place(action.file(), action.line(), action.shape().name()), thing(Scenario.id(action.file())));
    }

    private static Text thing(String id) {
        return new Text("Scenario '" + id + "'", "シナリオ「" + id + "」");
    }

    /// Where the action stands, among the files that a run joins.
    private static String line(Action action) {
        return action.file() + ":" + action.line();
    }

    /// @return how many numbers were touched
    private int one(Action action) {
        if (!action.shape().applied() || action.from() >= action.until()) {
            return 0;
        }
        return switch (action.shape().name()) {
            case "ban" ->
                limit(action, scope.lanes(action), action.number("leak").orElse(0));
            case "licence" -> licence(action);
            case "quota" -> quota(action);
            case "closure" -> closure(action);
            case "escort" -> EventTimes.holdsOff(scenario, action) ? 1 : 0;
            case "tariff" -> tariff(action);
            case "outage" -> outage(action);
            case "surge" -> demands(action, action.number("factor").orElse(1));
            case "thrift" -> demands(action, 1 - action.number("share").orElse(0));
            case "substitute" -> substitute(action);
            case "recycle" -> recycle(action);
            case "subsidy" -> subsidy(action);
            case "build" -> build(action);
            default -> change(action);
        };
    }

    private CellEdit edit(Action action, String table, String column, Op op, double value) {
        String cause = line(action) + " " + action.shape().name();
        return new CellEdit(table, column, op, value, action.from(), action.until(), cause);
    }

    /// Lanes with a ship sail round while there is a way; lanes that only name the strait lose what passed it.
    private int closure(Action action) {
        BitSet set = new BitSet();
        RouteLanes lanes = work.lanes();
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
        BitSet set = scope.lanes(action);
        if (action.number("share").isPresent()) {
            return limit(action, set, action.number("share").getAsDouble());
        }
        int hits = 0;
        CellEdit pattern = edit(action, "routes", "capacity", Op.LIMIT, 0);
        for (int lane = set.nextSetBit(0); lane >= 0; lane = set.nextSetBit(lane + 1)) {
            hits += ceilings.amount(set, lane, action.number("amount").orElse(0), pattern, where(action));
        }
        return hits;
    }

    private int limit(Action action, BitSet set, double share) {
        int hits = 0;
        CellEdit pattern = edit(action, "routes", "capacity", Op.LIMIT, 0);
        for (int lane = set.nextSetBit(0); lane >= 0; lane = set.nextSetBit(lane + 1)) {
            hits += ceilings.share(lane, share, pattern, where(action));
        }
        return hits;
    }

    /// The share that passes falls to the trough at once and rises in a straight line until all passes again; each
    /// month has its mean. Without `recover` it stays at the trough.
    private int licence(Action action) {
        double trough = action.number("trough").orElse(0);
        double recover = action.number("recover").orElse(Double.POSITIVE_INFINITY);
        BitSet set = scope.lanes(action);
        if (Double.isInfinite(recover)) {
            return limit(action, set, trough);
        }
        int end = Math.min(
                EventTimes.recovered(action, recover),
                work.periods().month(work.periods().count()));
        int hits = 0;
        for (int month = Math.max(action.from(), work.periods().firstMonth()); month < end; month++) {
            double age = month - action.since();
            double rising = Math.min(age + 1, recover);
            double risen = (rising * rising - age * age) / (2 * recover) + age + 1 - rising;
            hits += limit(action.during(month, month + 1), set, trough + (1 - trough) * risen);
        }
        return hits;
    }

    private void tellUnsized(Action action) {
        faults.doubt(
                where(action),
                "a share of what has neither capacity nor observation is a share of what the case carries without the"
                        + " scenario, which is not known here; it was closed.",
                "容量も観測値もないものの割合は、シナリオなしの計算結果に対する割合です。ここでは求められないため、全面停止としました。",
                "fill in observed or capacity.",
                "observed か capacity を記入してください。");
    }

    private int tariff(Action action) {
        return all(
                scope.lanes(action),
                "routes",
                edit(action, "routes", "tariff", Op.ADD, action.number("rate").orElse(0)),
                action);
    }

    private int all(BitSet rows, String table, CellEdit edit, Action action) {
        ColumnCells cells = work.cells(table, edit.column());
        int hits = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            hits += work.apply(cells, row, edit, where(action));
        }
        return hits;
    }

    private int outage(Action action) {
        double loss = action.number("loss").orElse(1);
        BitSet processes = scope.named("processes", action.list("processes"));
        if (!action.list("places").isEmpty()) {
            BitSet places = scope.places(action.list("places"));
            int[] place = file.table("processes").references("place");
            BitSet makers = scope.makers(scope.goods(action.list("commodities")));
            for (int p = 0; p < place.length; p++) {
                if (places.get(place[p]) && (action.list("commodities").isEmpty() || makers.get(p))) {
                    processes.set(p);
                }
            }
        }
        BitSet lanes = new BitSet();
        BitSet routes = scope.named("routes", action.list("routes"));
        for (int lane = 0; lane < work.lanes().size(); lane++) {
            lanes.set(lane, routes.get(work.lanes().route()[lane]));
        }
        return lose(action, "processes", processes, loss) + lose(action, "routes", lanes, loss);
    }

    private int lose(Action action, String table, BitSet rows, double loss) {
        int hits = 0;
        CellEdit pattern = edit(action, table, "capacity", Op.LIMIT, 0);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            hits += ceilings.outage(work.cells(table, "capacity"), row, loss, pattern, where(action));
        }
        return hits;
    }

    private int demands(Action action, double factor) {
        BitSet set = scope.named("demands", action.list("demands"));
        if (set.isEmpty()) {
            set = scope.demands(action, scope.goods(action.list("commodities")));
        }
        return all(set, "demands", edit(action, "demands", "amount", Op.MULTIPLY, factor), action);
    }

    /// A share of the use of one commodity goes over to the demand for the other of the same use and place, unit
    /// for unit; where there is no such demand, nothing goes over.
    private int substitute(Action action) {
        CaseTable demands = file.table("demands");
        BitSet from = scope.demands(action, scope.goods(action.list("from")));
        BitSet to = scope.demands(action, scope.goods(action.list("to")));
        double share = action.number("share").orElse(0);
        ColumnCells amount = work.cells("demands", "amount");
        int hits = 0;
        for (int d = from.nextSetBit(0); d >= 0; d = from.nextSetBit(d + 1)) {
            for (int e = to.nextSetBit(0); e >= 0; e = to.nextSetBit(e + 1)) {
                if (d != e
                        && demands.references("place")[d] == demands.references("place")[e]
                        && demands.words("use")[d].equals(demands.words("use")[e])) {
                    hits += goOver(action, amount, d, e, share);
                    break;
                }
            }
        }
        return hits;
    }

    private int goOver(Action action, ColumnCells amount, int from, int to, double share) {
        int hits = 0;
        for (int t = 0; t < work.periods().count(); t++) {
            int start = Math.max(action.from(), work.periods().month(t));
            int end = Math.min(action.until(), work.periods().month(t + 1));
            if (start < end) {
                CellNumber moved = amount.number(from, t).then(x -> share * x);
                Action now = action.during(start, end);
                CellEdit change = edit(now, "demands", "amount", Op.ADD, 0);
                hits += work.apply(amount, from, change.by(moved.then(x -> -x)), where(action));
                hits += work.apply(amount, to, change.by(moved), where(action));
            }
        }
        return hits;
    }

    private int recycle(Action action) {
        CaseTable returns = file.table("returns");
        BitSet places = scope.places(action.list("places"));
        BitSet goods = scope.goods(action.list("commodities"));
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
        BitSet set = scope.named("processes", action.list("processes"));
        double amount = action.number("amount").orElse(0);
        return all(set, "processes", edit(action, "processes", "cost", Op.ADD, -amount), action);
    }

    private int build(Action action) {
        int hits = 0;
        for (String id : action.list("processes")) {
            int row = file.table("processes").row(id);
            hits += work.windows()
                    .build(
                            row,
                            action.from(),
                            edit(action, "processes", "capacity", Op.SET, 0).cause());
            if (action.number("capacity").isPresent()) {
                double capacity = action.number("capacity").getAsDouble();
                CellEdit edit = edit(action, "processes", "capacity", Op.SET, capacity);
                hits += work.apply(work.cells("processes", "capacity"), row, edit, where(action));
            }
        }
        return hits;
    }

    private int change(Action action) {
        CaseSchema.TableSpec table = CaseSchema.current().get(action.word("table"));
        CaseSchema.ColumnSpec column = table.get(action.word("column"));
        String op = action.word("op").isEmpty() ? "set" : action.word("op");
        double value = action.number("value").orElse(0);
        return work.select(
                edit(action, table.name(), column.name(), Op.of(op), value), action.word("id"), where(action));
    }
}
