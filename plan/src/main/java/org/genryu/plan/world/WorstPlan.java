package org.genryu.plan.world;

import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.plan.CuttingPlanes;
import org.genryu.plan.Decisions;
import org.genryu.plan.WorstCase;

/// Which plan is best against the worst that can be done about it: one scenario, or several at once?
final class WorstPlan {
    private final WorldAssembly.Assembled all;
    private final CuttingPlanes planes;

    WorstPlan(WorldAssembly.Assembled all, CuttingPlanes planes) {
        this.all = all;
        this.planes = planes;
    }

    /// @param open what may be decided
    /// @param plan the plan for what is likely
    /// @param enough how far the answer may be from the best [currency]
    /// @return empty if no decisions obey the limits
    Optional<Plan.Robust> of(Decisions open, double[] plan, double enough) {
        return WorstCase.of(planes, all.world().outlook(), open, enough)
                .map(worst -> new Plan.Robust(
                        attacked("nothing", open, all.nothing()),
                        attacked("plan", open, plan),
                        attacked("robust", open, worst.found().y()),
                        worst.found().bound(),
                        worst.against()));
    }

    private Plan.Attacked attacked(String name, Decisions open, double[] y) {
        double[] cost = planes.scenarios(y);
        int attack = IntStream.range(0, cost.length)
                .reduce((a, b) -> cost[b] > cost[a] ? b : a)
                .orElse(0);
        double charge = Decisions.dot(open.cost(), y);
        return new Plan.Attacked(
                name,
                all.inputs().scenarios().get(attack).id(),
                cost[attack],
                charge,
                IntStream.range(0, all.inputs().options().size())
                        .filter(k -> y[k] > .5)
                        .mapToObj(k -> all.inputs().options().get(k).id())
                        .toList());
    }
}
