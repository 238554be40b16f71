package org.genryu.casefile.resolve;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.resolve.CellEdit.Op;
import org.genryu.casefile.schema.CaseFindings;

/// What events leave of the capacity of lanes and processes: at each moment the least of what each of them leaves, and
/// each leaves a share of the same untouched base, so that neither their order nor their number matters.
///
/// ban, closure, quota, licence: share · base, base = observed flow, else capacity, else what the case carries without
/// the scenario. outage: (1 - loss) · base, base = capacity, else what was observed, else what the case does without
/// the scenario. A quota by amount A on lanes i: A · base_i / Σ base.
final class CapacityCeilings {
    private static final CellNumber NOTHING = CellNumber.fixed(0);

    private final ColumnWorkspace work;
    private final WithoutScenarioFlows base;
    private final CaseFile file;
    private final Map<ColumnCells, CellNumber[][]> untouched = new HashMap<>();
    private Optional<Optional<WithoutScenarioFlows.Carried>> carried = Optional.empty();
    private boolean unknown;

    CapacityCeilings(CaseFile file, ColumnWorkspace work, WithoutScenarioFlows base) {
        this.file = file;
        this.work = work;
        this.base = base;
    }

    /// Whether a base was asked for since the last call that nobody knows; such things were closed.
    boolean unknown() {
        boolean was = unknown;
        unknown = false;
        return was;
    }

    /// The lane carries no more than the share of its base.
    int share(int lane, double share, CellEdit pattern, CaseFindings.Where where) {
        return limit(
                work.cells("routes", "capacity"),
                lane,
                t -> share == 0 ? NOTHING : flow(lane, t, true).then(x -> share * x),
                pattern,
                where);
    }

    /// The lane carries no more than its part of an amount [units/year] that several lanes have together.
    int amount(java.util.BitSet lanes, int lane, double amount, CellEdit pattern, CaseFindings.Where where) {
        return limit(
                work.cells("routes", "capacity"),
                lane,
                t -> part(lanes, lane, t).then(x -> amount * x),
                pattern,
                where);
    }

    private CellNumber part(java.util.BitSet lanes, int lane, int t) {
        int count = lanes.cardinality();
        if (count == 1) {
            return CellNumber.fixed(1);
        }
        CellNumber total = NOTHING;
        for (int l = lanes.nextSetBit(0); l >= 0; l = lanes.nextSetBit(l + 1)) {
            total = total.with(flow(l, t, true), Double::sum);
        }
        return flow(lane, t, true)
                .with(total, (one, all) -> all == 0 || Double.isInfinite(all) ? 1.0 / count : one / all);
    }

    /// Capacity is lost, of a process or a lane.
    int outage(ColumnCells capacity, int row, double loss, CellEdit pattern, CaseFindings.Where where) {
        boolean lane = capacity.table().equals("routes");
        return limit(
                capacity,
                row,
                t -> loss == 1 ? NOTHING : (lane ? flow(row, t, false) : activity(row, t)).then(x -> (1 - loss) * x),
                pattern,
                where);
    }

    /// @param most [units/year] by period
    private int limit(
            ColumnCells capacity, int row, IntFunction<CellNumber> most, CellEdit pattern, CaseFindings.Where where) {
        before(capacity, row);
        var periods = work.periods();
        int hits = 0;
        for (int t = 0; t < periods.count(); t++) {
            int from = Math.max(pattern.from(), periods.month(t));
            int until = Math.min(pattern.until(), periods.month(t + 1));
            if (from < until) {
                CellEdit edit = new CellEdit(
                        pattern.table(), "capacity", Op.LIMIT, most.apply(t), from, until, pattern.cause());
                hits += work.apply(capacity, row, edit, where);
            }
        }
        return hits;
    }

    /// Capacity of the row by period before any event.
    private CellNumber[] before(ColumnCells capacity, int row) {
        CellNumber[][] all = untouched.computeIfAbsent(capacity, c -> new CellNumber[c.rows()][]);
        if (all[row] == null) {
            CellNumber[] values = new CellNumber[work.periods().count()];
            Arrays.setAll(values, t -> capacity.number(row, t));
            all[row] = values;
        }
        return all[row];
    }

    /// What a share of a lane is taken of [units/year].
    private CellNumber flow(int lane, int t, boolean observedFirst) {
        ColumnCells observed = work.cells("routes", "observed");
        boolean seen = work.lanes().single(work.lanes().route()[lane]) && observed.given(lane);
        CellNumber capacity = before(work.cells("routes", "capacity"), lane)[t];
        if (seen && (observedFirst || Double.isInfinite(capacity.value()))) {
            return observed.number(lane, 0);
        }
        return Double.isFinite(capacity.value())
                ? capacity
                : carried()
                        .map(all ->
                                CellNumber.fixed(all.flow()[lane][work.periods().whole(t)]))
                        .orElse(NOTHING);
    }

    /// What a share of a process is taken of [activity/year].
    private CellNumber activity(int process, int t) {
        ColumnCells observed = work.cells("processes", "observed");
        CellNumber capacity = before(work.cells("processes", "capacity"), process)[t];
        if (Double.isFinite(capacity.value())) {
            return capacity;
        }
        return observed.given(process)
                ? observed.number(process, 0)
                : carried()
                        .map(all -> CellNumber.fixed(
                                all.activity()[process][work.periods().whole(t)]))
                        .orElse(NOTHING);
    }

    private Optional<WithoutScenarioFlows.Carried> carried() {
        if (carried.isEmpty()) {
            carried = Optional.of(CaseResolver.resolve(file).clean().flatMap(resolved -> base.of(resolved.supply())));
        }
        unknown |= carried.get().isEmpty();
        return carried.get();
    }
}
