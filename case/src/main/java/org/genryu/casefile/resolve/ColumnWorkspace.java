package org.genryu.casefile.resolve;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.row.RowSelector;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.casefile.schema.CaseSchema.ColumnSpec;
import org.genryu.casefile.schema.PlainNumbers;
import org.genryu.core.Deadline;
import org.genryu.core.Finding.Place;
import org.genryu.core.Text;
import org.genryu.core.time.Periods;

/// The numbers of a case while they are being resolved. Routes are worked on lane by lane, every other table row by
/// row.
///
/// A change that holds during a part of a period acts in its months, and the period has the mean of its months
/// ([ColumnCells#edit]): set v during the share w: (1 - w) x + w v; add v: x + w v; multiply by v: (1 - w + w v) x.
///
/// Size: growth, series and changes act on the same columns one after the other, and their checks stand beside them.
final class ColumnWorkspace {
    private final CaseFile file;
    private final RouteLanes lanes;
    private final CaseFindings faults;
    private final Periods periods;
    private final Map<String, ColumnCells> cells = new HashMap<>();
    private final ChangeLog log = new ChangeLog();
    private final AvailabilityWindows windows;
    private final SeaLanes sea;
    private final CaseRanges ranges;
    private List<CellNumber> before = List.of();

    /// @param periods those of the case, cut where the events of a scenario begin and end
    ColumnWorkspace(CaseFile file, Periods periods, RouteLanes lanes, CaseFindings faults) {
        this.file = file;
        this.lanes = lanes;
        this.faults = faults;
        this.periods = periods;
        this.ranges = new CaseRanges(file);
        this.windows = new AvailabilityWindows(file, this);
        this.sea = new SeaLanes(file, this, faults);
    }

    Periods periods() {
        return periods;
    }

    ChangeLog log() {
        return log;
    }

    CaseRanges ranges() {
        return ranges;
    }

    /// Whether any number of the table follows from one that was written with a range.
    boolean isUncertain(String table) {
        return cells.values().stream().anyMatch(column -> column.table().equals(table) && column.isUncertain());
    }

    RouteLanes lanes() {
        return lanes;
    }

    SeaLanes sea() {
        return sea;
    }

    AvailabilityWindows windows() {
        return windows;
    }

    /// The numbers of a column; those of routes by lane.
    ColumnCells cells(String table, String column) {
        String name = table + "." + column;
        ColumnCells known = cells.get(name);
        if (known == null) {
            known = make(file.table(table), file.table(table).spec().get(column));
            cells.put(name, known);
        }
        return known;
    }

    private ColumnCells make(CaseTable table, ColumnSpec column) {
        CaseTable.Column.Numbers numbers = table.numbers(column.name());
        boolean routes = table.spec().name().equals("routes");
        ColumnCells made = routes
                ? lanes(column, numbers)
                : new ColumnCells(
                        table.spec().name(),
                        column,
                        periods,
                        table::id,
                        numbers.values().clone(),
                        (BitSet) numbers.given().clone());
        for (int row = 0; !numbers.ranges().isEmpty() && row < made.rows(); row++) {
            CellNumber number = ranges.number(table, column.name(), routes ? lanes.route()[row] : row);
            if (!number.isFixed()) {
                made.set(row, number);
            }
        }
        return made;
    }

    private ColumnCells lanes(ColumnSpec column, CaseTable.Column.Numbers numbers) {
        double[] base = new double[lanes.size()];
        BitSet given = new BitSet(lanes.size());
        for (int lane = 0; lane < base.length; lane++) {
            int row = lanes.route()[lane];
            base[lane] = numbers.values()[row];
            given.set(lane, numbers.given(row));
        }
        return new ColumnCells("routes", column, periods, this::laneId, base, given);
    }

    private String laneId(int lane) {
        int row = lanes.route()[lane];
        String id = file.table("routes").id(row);
        return lanes.single(row)
                ? id
                : id + "/" + file.table("commodities").names().get(lanes.commodity()[lane]);
    }

    /// amount (1 + growth)^(years since the first period)
    void grow() {
        CaseTable demands = file.table("demands");
        ColumnCells amount = cells("demands", "amount");
        double[] growth = demands.numbers("growth").values();
        for (int row = 0; row < growth.length; row++) {
            CellNumber rate = ranges.number(demands, "growth", row);
            if ((growth[row] != 0 || !rate.isFixed()) && amount.given(row)) {
                for (int t = 0; t < periods.count(); t++) {
                    double years = periods.start(t);
                    amount.set(row, t, amount.number(row, t).with(rate, (x, g) -> x * Math.pow(1 + g, years)));
                }
                tellGrowth(demands, row, amount);
            }
        }
    }

    /// What growth makes of an amount must still obey the range of its column; a row is told once.
    private void tellGrowth(CaseTable demands, int row, ColumnCells amount) {
        for (int t = 0; t < periods.count(); t++) {
            double value = amount.at(row, t);
            if (!amount.column().range().holds(value)) {
                faults.outOfRange(
                        CaseFindings.Where.of(
                                demands.spec().thing(),
                                demands.id(row),
                                new Place(demands.raw().file(), demands.raw().line(row), "growth")),
                        "amount",
                        Text.same(PlainNumbers.write(value) + " (" + periods.label(t) + ")"),
                        amount.column().range().broken(value),
                        Optional.of(new Text("the growth is too large.", "growth が大きすぎませんか。")));
                return;
            }
        }
    }

    void series() {
        CaseTable series = file.table("series");
        if (series.rows() == 0) {
            return;
        }
        String[] tables = series.words("table");
        String[] columns = series.words("column");
        int[] rows = series.references("id");
        CaseTable.Column.Spans spans = series.spans("period");
        Optional<ColumnCells> at = Optional.empty();
        int outside = 0;
        for (int i = 0; i < rows.length; i++) {
            if (at.isEmpty() || !tables[i].equals(tables[i - 1]) || !columns[i].equals(columns[i - 1])) {
                at = Optional.of(cells(tables[i], columns[i]));
            }
            ColumnCells into = at.get();
            CellNumber value = value(series, i, CellEdit.Op.SET, into.column());
            boolean hit = false;
            if (tables[i].equals("routes")) {
                for (int lane = lanes.first()[rows[i]]; lane < lanes.first()[rows[i] + 1]; lane++) {
                    hit = one(into, lane, value, spans.from()[i], spans.until()[i]);
                }
            } else {
                hit = one(into, rows[i], value, spans.from()[i], spans.until()[i]);
            }
            outside += hit ? 0 : 1;
        }
        if (outside > 0) {
            faults.note(
                    CaseFindings.Where.file(series.raw().file()),
                    outside + " of " + rows.length + " values lie outside the periods of the case; they are not used.",
                    rows.length + " 件中 " + outside + " 件の値はケースの期間外のため使いません。");
        }
    }

    /// The value of a row of `series` or `changes`.
    private CellNumber value(CaseTable table, int row, CellEdit.Op op, ColumnSpec about) {
        CellNumber number = ranges.number(table, "value", row);
        return op == CellEdit.Op.SET && !number.isFixed() ? number.then(about.range()::nearest) : number;
    }

    /// Whether any period was hit.
    private boolean one(ColumnCells into, int row, CellNumber value, int from, int until) {
        int first = Math.max(0, periods.index(from));
        int last = Math.min(periods.count() - 1, periods.index(until - 1));
        if (first > last) {
            return false;
        }
        CellNumber whole = into.whole(row);
        for (int t = first; t <= last; t++) {
            double share = share(t, from, until);
            into.set(
                    row,
                    t,
                    share >= 1
                            ? value
                            : into.number(row, t).with(value.with(whole, (v, x) -> share * (v - x)), Double::sum));
            if (share >= 1) {
                into.fill(row, t);
            }
        }
        return true;
    }

    /// Part of period t that lies in the months from..until.
    double share(int t, int from, int until) {
        int start = periods.month(t);
        int end = periods.month(t + 1);
        return Math.max(0, Math.min(end, until) - Math.max(start, from)) / (double) (end - start);
    }

    void changes() {
        CaseTable changes = file.table("changes");
        if (changes.rows() == 0) {
            return;
        }
        String[] tables = changes.words("table");
        String[] ids = changes.words("id");
        String[] columns = changes.words("column");
        String[] ops = changes.words("op");
        CaseTable.Column.Spans from = changes.spans("from");
        CaseTable.Column.Spans until = changes.spans("until");
        for (int i = 0; i < ids.length; i++) {
            int start = from.given(i) ? from.from()[i] : Integer.MIN_VALUE;
            int end = until.given(i) ? until.until()[i] : Integer.MAX_VALUE;
            String cause = changes.raw().file() + ":" + changes.raw().line(i);
            CellEdit.Op op = CellEdit.Op.of(ops[i]);
            CellNumber value =
                    value(changes, i, op, file.table(tables[i]).spec().get(columns[i]));
            CellEdit edit = new CellEdit(tables[i], columns[i], op, value, start, end, cause);
            select(edit, ids[i], where(changes, i, ids[i]));
        }
    }

    private static CaseFindings.Where where(CaseTable table, int row, String id) {
        return CaseFindings.Where.of(
                table.spec().thing(),
                id,
                new Place(table.raw().file(), table.raw().line(row), "id"));
    }

    /// Applies the edit to the rows that the id or the conditions name.
    /// @return how many numbers were touched
    int select(CellEdit edit, String id, CaseFindings.Where where) {
        Deadline.present().check();
        CaseTable table = file.table(edit.table());
        boolean routes = edit.table().equals("routes");
        ColumnCells into = cells(edit.table(), edit.column());
        if (RowSelector.isPlain(id)) {
            int row = table.row(id);
            if (!routes) {
                return apply(into, row, edit, where);
            }
            int touched = 0;
            for (int lane = lanes.first()[row]; lane < lanes.first()[row + 1]; lane++) {
                touched += apply(into, lane, edit, where);
            }
            return touched;
        }
        Optional<RowSelector> selector = RowSelector.parse(id, table.spec(), where, faults);
        if (selector.isEmpty()) {
            return 0;
        }
        int hits = 0;
        int touched = 0;
        for (int i = 0; i < into.rows(); i++) {
            int row = routes ? lanes.route()[i] : i;
            if (selector.get().matches(file, table, row, routes ? lanes.commodity()[i] : -1)) {
                touched += apply(into, i, edit, where);
                hits++;
            }
        }
        if (hits == 0) {
            faults.doubt(
                    where,
                    "id '" + id + "' matches no row of " + edit.table() + "; nothing was changed.",
                    "id「" + id + "」に当てはまる行が " + edit.table() + " にありません。何も変えていません。",
                    "a word is misspelt.",
                    "語の綴りを確かめてください。");
        }
        return touched;
    }

    /// Applies the edit to one row.
    /// @return how many numbers were touched
    int apply(ColumnCells into, int row, CellEdit edit, CaseFindings.Where where) {
        if (!into.given(row) && edit.op() != CellEdit.Op.SET) {
            faults.doubt(
                    where,
                    edit.column() + " of '" + into.id(row) + "' is not given; there is nothing to " + edit.verb() + ".",
                    "「" + into.id(row) + "」の " + edit.column() + " が未入力のため計算できません。",
                    "`set` is meant.",
                    "`set` ではありませんか。");
            return 0;
        }
        if (edit.from() == Integer.MIN_VALUE && edit.until() == Integer.MAX_VALUE && !into.varies(row)) {
            CellNumber before = into.whole(row);
            CellNumber after = edit.on(before);
            into.set(row, after);
            log.add(into, row, -1, before.value(), after.value(), edit.cause());
            return 1;
        }
        int first = edit.from() == Integer.MIN_VALUE ? 0 : Math.max(0, periods.index(edit.from()));
        int last = edit.until() == Integer.MAX_VALUE
                ? periods.count() - 1
                : Math.min(periods.count() - 1, periods.index(edit.until() - 1));
        for (int t = first; t <= last; t++) {
            double before = into.at(row, t);
            into.edit(row, t, edit);
            if (share(t, edit.from(), edit.until()) >= 1) {
                into.fill(row, t);
            }
            log.add(into, row, t, before, into.at(row, t), edit.cause());
        }
        return Math.max(0, last - first + 1);
    }

    /// Takes the demands of the first period as they stand for what was used before it.
    void remember() {
        ColumnCells amount = cells("demands", "amount");
        before = IntStream.range(0, amount.rows())
                .mapToObj(d -> amount.number(d, 0))
                .toList();
    }

    /// [units/year] by demand
    List<CellNumber> before() {
        return before;
    }

    void scenario(Scenario scenario, WithoutScenarioFlows base, boolean monthly) {
        new ActionChanges(file, this, scenario, base, faults).apply(monthly);
    }

    /// A row without a value of its own must be given one in every period (an observation only in the first).
    void checkGaps() {
        new TreeMap<>(cells)
                .forEach((name, column) -> column.gaps().forEach((row, left) -> {
                    boolean first = column.column().name().equals("observed");
                    if (first ? left.get(0) : !left.isEmpty()) {
                        faults.gap(
                                CaseFindings.Where.of(
                                        CaseSchema.current().get(column.table()).thing(),
                                        column.id(row),
                                        new Place(
                                                column.table() + ".csv",
                                                0,
                                                column.column().name())),
                                column.column().name(),
                                periods.count() - left.cardinality(),
                                periods.count());
                    }
                }));
    }

    /// A number that some months of a period limit and others do not limits nothing there.
    void checkBlurred() {
        new TreeMap<>(cells)
                .forEach((name, column) -> column.blurred()
                        .forEach((row, t) -> faults.doubt(
                                CaseFindings.Where.of(
                                        CaseSchema.current().get(column.table()).thing(),
                                        column.id(row),
                                        new Place(
                                                column.table() + ".csv",
                                                0,
                                                column.column().name())),
                                column.column().name() + " is limited in a part of " + periods.label(t)
                                        + " only and unlimited in the rest, so that nothing limits it there.",
                                column.column().name() + " は " + periods.label(t)
                                        + " の一部の月だけ制限され、残りは無制限のため、その期間では制約になりません。",
                                "a capacity must be filled in, or shorter periods are meant.",
                                "容量を記入するか、期間を短くしてください。")));
    }

    /// What changes made of a number must still obey the range of its column; a row is told once.
    void checkRanges() {
        BitSet told = new BitSet();
        for (int i = 0; i < log.size(); i++) {
            if (!log.inRange(i)) {
                ChangeLog.Entry entry = log.get(i);
                int row = Objects.hash(entry.table(), entry.column(), entry.id()) & 0xFFFFFF;
                if (!told.get(row)) {
                    told.set(row);
                    tellRange(entry, log.column(i));
                }
            }
        }
    }

    private void tellRange(ChangeLog.Entry entry, ColumnSpec column) {
        String[] cause = entry.cause().split("[: ]");
        Place place = new Place(cause[0], Integer.parseInt(cause[1]), "value");
        faults.outOfRange(
                CaseFindings.Where.of(CaseSchema.current().get(entry.table()).thing(), entry.id(), place),
                entry.column(),
                Text.same(PlainNumbers.write(entry.after())),
                column.range().broken(entry.after()),
                Optional.of(new Text(
                        "the change acts on " + PlainNumbers.write(entry.before()) + ".",
                        "変更前の値は " + PlainNumbers.write(entry.before()) + " です。")));
    }
}
