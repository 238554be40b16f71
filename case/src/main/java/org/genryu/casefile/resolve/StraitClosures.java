package org.genryu.casefile.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.genryu.casefile.Scenario.Action;
import org.genryu.casefile.resolve.CellEdit.Op;
import org.genryu.casefile.schema.CaseFindings;

/// What closures of straits do to lanes with a ship: while a strait is closed the ship takes the shortest way that is
/// left, days and cost grow by the difference, and where no way is left the capacity is what leaks.
///
/// Closures that overlap act together: each adds the difference between the way without all straits closed so far in
/// that time and the way without those closed before it, so that the sum does not depend on their order. With a leak l
/// the share 1 - l of the flow sails round: days and cost grow by that share of the difference.
final class StraitClosures {
    private final ColumnWorkspace work;
    private final CapacityCeilings ceilings;
    private final List<Shut> before = new ArrayList<>();

    /// @param until month after the last
    private record Shut(Set<String> straits, int from, int until) {
        boolean covers(int month) {
            return from <= month && month < until;
        }
    }

    StraitClosures(ColumnWorkspace work, CapacityCeilings ceilings) {
        this.work = work;
        this.ceilings = ceilings;
    }

    /// @param pattern an edit with the months and the cause of the closure
    /// @return how many numbers were touched
    int close(Action action, CellEdit pattern, CaseFindings.Where where) {
        Shut shut = new Shut(Set.copyOf(action.list("strait")), pattern.from(), pattern.until());
        double leak = action.number("leak").orElse(0);
        int hits = 0;
        TreeSet<Integer> cuts = new TreeSet<>(List.of(shut.from, shut.until));
        for (Shut other : before) {
            cuts.add(Math.clamp(other.from, shut.from, shut.until));
            cuts.add(Math.clamp(other.until, shut.from, shut.until));
        }
        List<Integer> times = new ArrayList<>(cuts);
        for (int i = 1; i < times.size(); i++) {
            hits += during(shut, times.get(i - 1), times.get(i), leak, pattern, where);
        }
        before.add(shut);
        return hits;
    }

    private int during(Shut shut, int from, int until, double leak, CellEdit pattern, CaseFindings.Where where) {
        Set<String> old = new TreeSet<>();
        before.stream().filter(other -> other.covers(from)).forEach(other -> old.addAll(other.straits));
        Set<String> now = new TreeSet<>(old);
        now.addAll(shut.straits);
        int hits = 0;
        RouteLanes lanes = work.lanes();
        for (int lane = 0; lane < lanes.size(); lane++) {
            int row = lanes.route()[lane];
            if (!work.sea().bySea(row)) {
                continue;
            }
            hits += switch (work.sea().detour(row, lane, old, now)) {
                case SeaLanes.Detour.None _ -> stop(lane, from, until, leak, pattern, where);
                case SeaLanes.Detour.Longer longer ->
                    add(lane, "days", (1 - leak) * longer.days(), from, until, pattern, where)
                            + add(lane, "cost", (1 - leak) * longer.cost(), from, until, pattern, where);
            };
        }
        return hits;
    }

    private int add(
            int lane, String column, double more, int from, int until, CellEdit pattern, CaseFindings.Where where) {
        return more == 0
                ? 0
                : work.apply(
                        work.cells("routes", column),
                        lane,
                        new CellEdit("routes", column, Op.ADD, more, from, until, pattern.cause()),
                        where);
    }

    private int stop(int lane, int from, int until, double leak, CellEdit pattern, CaseFindings.Where where) {
        return ceilings.share(
                lane, leak, new CellEdit("routes", "capacity", Op.LIMIT, 0, from, until, pattern.cause()), where);
    }
}
