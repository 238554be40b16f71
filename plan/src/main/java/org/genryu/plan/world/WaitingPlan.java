package org.genryu.plan.world;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.genryu.plan.Aim;
import org.genryu.plan.Decisions;
import org.genryu.plan.Found;
import org.genryu.plan.Stages;

/// What is it worth to decide each option not today but when its spending begins? What has begun by then is known.
///
/// The choices of the target are made today.
final class WaitingPlan {
    private final WorldAssembly.Assembled all;
    private final List<PlanOption> options;

    WaitingPlan(WorldAssembly.Assembled all) {
        this.all = all;
        this.options = all.inputs().options();
    }

    /// @param open the decisions that are made today
    /// @param today the best of them
    /// @param enough how far the answer may be from the best [currency]
    /// @param unit in which money is counted inside [currency]
    Plan.Waiting of(Decisions open, Found today, Aim aim, double enough, double unit) {
        List<PlanScenario> scenarios = all.inputs().scenarios();
        boolean[][] known = new boolean[scenarios.size()][open.size()];
        for (int s = 0; s < known.length; s++) {
            for (int k = 0; k < options.size(); k++) {
                known[s][k] = open.upper()[k] > open.lower()[k]
                        && scenarios.get(s).chance() > 0
                        && options.get(k).begin() >= scenarios.get(s).begins();
            }
        }
        Stages stages = Stages.of(open, all.world().outlook(), all.world(), known);
        Found found = stages.best(aim, enough, unit).orElse(today);
        boolean waits = found.y().length > today.y().length;
        List<Plan.Later> later = new ArrayList<>();
        for (int k = 0; k < options.size() && waits; k++) {
            int at = k;
            double plain = found.y()[k];
            List<String> where = IntStream.range(0, known.length)
                    .filter(s -> known[s][at] && stages.in(s, found.y())[at] > plain + .5)
                    .mapToObj(s -> scenarios.get(s).id())
                    .toList();
            List<String> not = IntStream.range(0, known.length)
                    .filter(s -> known[s][at] && stages.in(s, found.y())[at] < plain - .5)
                    .mapToObj(s -> scenarios.get(s).id())
                    .toList();
            if (!where.isEmpty() || !not.isEmpty()) {
                later.add(new Plan.Later(options.get(k).id(), today.y()[k] > .5, plain > .5, where, not));
            }
        }
        return new Plan.Waiting(
                Math.max(0, today.objective() - found.objective()),
                Math.max(0, today.objective() - found.bound()),
                later);
    }
}
