package org.genryu.casefile.resolve;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private final ColumnWorkspace work;
    private final WithoutScenarioFlows base;
    private final CaseFile file;
    private final Map<ColumnCells, double[][]> untouched = new HashMap<>();
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
                t -> share == 0 ? 0 : share * flow(lane, t, true),
                pattern,
                where);
    }

    /// The lane carries no more than its part of an amount [units/year] that several lanes have together.
    int amount(java.util.BitSet lanes, int lane, double amount, CellEdit pattern, CaseFindings.Where where) {
        return limit(work.cells("routes", "capacity"), lane, t -> amount * part(lanes, lane, t), pattern, where);
    }

    private double part(java.util.BitSet lanes, int lane, int t) {
        int count = lanes.cardinality();
        if (count == 1) {
            return 1;
        }
        double total = 0;
        for (int l = lanes.nextSetBit(0); l >= 0; l = lanes.nextSetBit(l + 1)) {
            total += flow(l, t, true);
        }
        return total == 0 || Double.isInfinite(total) ? 1.0 / count : flow(lane, t, true) / total;
    }

    /// Capacity is lost, of a process or a lane.
    int outage(ColumnCells capacity, int row, double loss, CellEdit pattern, CaseFindings.Where where) {
        boolean lane = capacity.table().equals("routes");
        return limit(
                capacity,
                row,
                t -> loss == 1 ? 0 : (1 - loss) * (lane ? flow(row, t, false) : activity(row, t)),
                pattern,
                where);
    }

    /// @param most [units/year] by period
    private int limit(
            ColumnCells capacity,
            int row,
            java.util.function.IntToDoubleFunction most,
            CellEdit pattern,
            CaseFindings.Where where) {
        before(capacity, row);
        var periods = work.periods();
        int hits = 0;
        for (int t = 0; t < periods.count(); t++) {
            int from = Math.max(pattern.from(), periods.month(t));
            int until = Math.min(pattern.until(), periods.month(t + 1));
            if (from < until) {
                CellEdit edit = new CellEdit(
                        pattern.table(), "capacity", Op.LIMIT, most.applyAsDouble(t), from, until, pattern.cause());
                hits += work.apply(capacity, row, edit, where);
            }
        }
        return hits;
    }

    /// Capacity of the row by period before any event.
    private double[] before(ColumnCells capacity, int row) {
        double[][] all = untouched.computeIfAbsent(capacity, c -> new double[c.rows()][]);
        if (all[row] == null) {
            double[] values = new double[work.periods().count()];
            Arrays.setAll(values, t -> capacity.at(row, t));
            all[row] = values;
        }
        return all[row];
    }

    /// What a share of a lane is taken of [units/year].
    private double flow(int lane, int t, boolean observedFirst) {
        ColumnCells observed = work.cells("routes", "observed");
        boolean seen = work.lanes().single(work.lanes().route()[lane]) && observed.given(lane);
        double capacity = before(work.cells("routes", "capacity"), lane)[t];
        if (seen && (observedFirst || Double.isInfinite(capacity))) {
            return observed.at(lane, 0);
        }
        return Double.isFinite(capacity)
                ? capacity
                : carried()
                        .map(all -> all.flow()[lane][work.periods().whole(t)])
                        .orElse(0.0);
    }

    /// What a share of a process is taken of [activity/year].
    private double activity(int process, int t) {
        ColumnCells observed = work.cells("processes", "observed");
        double capacity = before(work.cells("processes", "capacity"), process)[t];
        if (Double.isFinite(capacity)) {
            return capacity;
        }
        return observed.given(process)
                ? observed.at(process, 0)
                : carried()
                        .map(all -> all.activity()[process][work.periods().whole(t)])
                        .orElse(0.0);
    }

    private Optional<WithoutScenarioFlows.Carried> carried() {
        if (carried.isEmpty()) {
            carried = Optional.of(CaseResolver.resolve(file).clean().flatMap(resolved -> base.of(resolved.supply())));
        }
        unknown |= carried.get().isEmpty();
        return carried.get();
    }
}
