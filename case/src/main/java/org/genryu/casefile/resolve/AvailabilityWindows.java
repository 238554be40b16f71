package org.genryu.casefile.resolve;

import java.util.HashMap;
import java.util.Map;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.resolve.CellEdit.Op;
import org.genryu.core.time.Periods;

/// When can each process run? Between `first` and `last`, not while closed, and from the month on in which a scenario
/// builds it.
final class AvailabilityWindows {
    private final CaseFile file;
    private final ColumnWorkspace work;
    private final Periods periods;
    /// Month from which a process that a scenario builds can run.
    private final Map<Integer, Integer> built = new HashMap<>();
    private final Map<Integer, String> causes = new HashMap<>();

    AvailabilityWindows(CaseFile file, ColumnWorkspace work) {
        this.file = file;
        this.work = work;
        this.periods = work.periods();
    }

    /// The process runs from the month on as if it stood already; of several months from the first.
    /// @return whether that changes anything (1) or it stands then anyway (0)
    int build(int process, int from, String cause) {
        if (from < built.getOrDefault(process, Integer.MAX_VALUE)) {
            built.put(process, from);
            causes.put(process, cause);
        }
        String status = file.table("processes").words("status")[process];
        return status.equals("candidate") || from < opening(process) ? 1 : 0;
    }

    /// Month from which the process runs without the scenario; the greatest number if never.
    private int opening(int process) {
        CaseTable processes = file.table("processes");
        CaseTable.Column.Spans first = processes.spans("first");
        String status = processes.words("status")[process];
        boolean pending = status.equals("planned") || status.equals("building");
        boolean shut = status.equals("closed") || (pending && !first.given(process));
        return shut ? Integer.MAX_VALUE : first.given(process) ? first.from()[process] : Integer.MIN_VALUE;
    }

    boolean isBuilt(int process) {
        return built.containsKey(process);
    }

    /// Capacity is 0 before `first`, after `last` and while closed or not yet dated.
    void apply() {
        CaseTable.Column.Spans last = file.table("processes").spans("last");
        ColumnCells capacity = work.cells("processes", "capacity");
        for (int row = 0; row < file.table("processes").rows(); row++) {
            int opening = opening(row);
            int from = built.getOrDefault(row, opening);
            int until = last.given(row) ? last.until()[row] : Integer.MAX_VALUE;
            if (isBuilt(row)) {
                logBuilt(capacity, row, opening, until);
            }
            if (from == Integer.MAX_VALUE) {
                capacity.set(row, CellNumber.fixed(0));
            } else if (from != Integer.MIN_VALUE || last.given(row)) {
                window(capacity, row, from, until);
            }
        }
    }

    /// Capacity that a process has because a scenario builds it, beside what it would have had.
    private void logBuilt(ColumnCells capacity, int row, int opening, int until) {
        int from = built.getOrDefault(row, opening);
        for (int t = 0; t < periods.count(); t++) {
            double without = opening == Integer.MAX_VALUE ? 0 : work.share(t, opening, until);
            double with = work.share(t, from, until);
            if (with != without) {
                double full = capacity.at(row, t);
                work.log()
                        .add(
                                capacity,
                                row,
                                t,
                                without == 0 ? 0 : without * full,
                                with == 0 ? 0 : with * full,
                                causes.getOrDefault(row, ""));
            }
        }
    }

    /// No capacity in the months before and after.
    private void window(ColumnCells capacity, int row, int from, int until) {
        for (int t = 0; t < periods.count(); t++) {
            if (work.share(t, from, until) < 1) {
                capacity.edit(row, t, new CellEdit("processes", "capacity", Op.SET, 0, Integer.MIN_VALUE, from, ""));
                capacity.edit(row, t, new CellEdit("processes", "capacity", Op.SET, 0, until, Integer.MAX_VALUE, ""));
            }
        }
    }
}
