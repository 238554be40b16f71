package org.genryu.casefile;

import java.util.HashMap;
import java.util.Map;
import org.genryu.core.Periods;

/// When can each process run? Between `first` and `last`, not while closed, and from the month on in which a scenario
/// builds it.
final class Windows {
    private final CaseFile file;
    private final Work work;
    private final Periods periods;
    /// Month from which a process that a scenario builds can run.
    private final Map<Integer, Integer> built = new HashMap<>();
    private final Map<Integer, String> causes = new HashMap<>();

    Windows(CaseFile file, Work work) {
        this.file = file;
        this.work = work;
        this.periods = file.header().periods();
    }

    /// The process runs from the month on as if it stood already.
    void build(int process, int from, String cause) {
        built.put(process, from);
        causes.put(process, cause);
    }

    boolean isBuilt(int process) {
        return built.containsKey(process);
    }

    /// Capacity is 0 before `first`, after `last` and while closed or not yet dated.
    void apply() {
        Table processes = file.table("processes");
        Table.Column.Spans first = processes.spans("first");
        Table.Column.Spans last = processes.spans("last");
        String[] status = processes.words("status");
        Cells capacity = work.cells("processes", "capacity");
        for (int row = 0; row < status.length; row++) {
            int opening = first.given(row) ? first.from()[row] : Integer.MIN_VALUE;
            boolean pending = status[row].equals("planned") || status[row].equals("building");
            boolean shut = status[row].equals("closed") || (pending && !first.given(row));
            int from = built.getOrDefault(row, opening);
            if (isBuilt(row)) {
                logBuilt(
                        capacity,
                        row,
                        shut ? Integer.MAX_VALUE : opening,
                        last.given(row) ? last.until()[row] : Integer.MAX_VALUE);
            }
            if (shut && !isBuilt(row)) {
                capacity.set(row, 0);
            } else if (from != Integer.MIN_VALUE || last.given(row)) {
                int until = last.given(row) ? last.until()[row] : Integer.MAX_VALUE;
                window(capacity, row, from, until);
            }
        }
    }

    /// Capacity that a process has because a scenario builds it, beside what it would have had.
    private void logBuilt(Cells capacity, int row, int opening, int until) {
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

    private void window(Cells capacity, int row, int from, int until) {
        for (int t = 0; t < periods.count(); t++) {
            double share = work.share(t, from, until);
            if (share < 1) {
                double[] values = capacity.open(row);
                values[t] = share == 0 ? 0 : values[t] * share;
            }
        }
    }
}
