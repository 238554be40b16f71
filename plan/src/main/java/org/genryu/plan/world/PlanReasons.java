package org.genryu.plan.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genryu.plan.Aim;
import org.genryu.plan.CuttingPlanes;
import org.genryu.plan.Decisions.Limit;
import org.genryu.plan.Found;
import org.genryu.plan.Outlook;

/// Why is an option in the plan, or not?
///
/// The aim is convex in the choices and lies above its tangent at the plan: an option that is left out saves at most
/// what the tangent says, one that is chosen at least that. So "it saves less than it costs" is proved for every option
/// alone, with all others as they are. Where the tangent leaves it open and nothing else is the reason, the world is
/// asked.
final class PlanReasons {
    private final WorldAssembly.Assembled all;
    private final List<Limit> limits;
    private final Aim aim;
    private final CuttingPlanes planes;

    PlanReasons(WorldAssembly.Assembled all, List<Limit> limits, Aim aim, CuttingPlanes planes) {
        this.all = all;
        this.limits = limits;
        this.aim = aim;
        this.planes = planes;
    }

    /// @param charges by choice [currency]
    /// @param placed all that is taken, also of later fields
    List<Plan.Verdict> of(Found found, double[] charges, double[] placed) {
        double[] slope = slope(found);
        List<PlanOption> options = all.inputs().options();
        List<Plan.Verdict> verdicts = new ArrayList<>();
        for (int k = 0; k < options.size(); k++) {
            PlanOption option = options.get(k);
            boolean acts = !option.builds().isEmpty() || !option.effects().isEmpty();
            boolean chosen = placed[k] > .5;
            double saves = Math.max(0, -slope[k]);
            Told told = chosen
                    ? new Told(acts ? Plan.Reason.CHOSEN : Plan.Reason.PLACED, "")
                    : acts ? out(k, found.y(), saves - charges[k]) : new Told(Plan.Reason.NOT_PLACED, "");
            if (told.reason == Plan.Reason.CHOSEN && saves < charges[k]) {
                saves = saved(k, found, 0);
            } else if (told.reason == Plan.Reason.ALIKE) {
                saves = saved(k, found, 1);
                told = saves <= charges[k] ? new Told(Plan.Reason.DEAR, "") : told;
            }
            verdicts.add(new Plan.Verdict(option, chosen, told.reason, saves, charges[k], told.why));
        }
        return verdicts;
    }

    private record Told(Plan.Reason reason, String why) {}

    private Told out(int k, double[] y, double gains) {
        List<PlanOption> options = all.inputs().options();
        PlanOption option = options.get(k);
        if (gains <= 0) {
            return new Told(Plan.Reason.DEAR, "");
        }
        Optional<Integer> missing =
                option.requires().stream().filter(one -> y[one] < .5).findFirst();
        if (missing.isPresent()) {
            return new Told(Plan.Reason.REQUIRES, options.get(missing.get()).id());
        }
        for (int other = 0; other < options.size(); other++) {
            boolean against = option.excludes().contains(other)
                    || options.get(other).excludes().contains(k);
            if (y[other] > .5 && against) {
                return new Told(Plan.Reason.EXCLUDED, options.get(other).id());
            }
        }
        double[] with = y.clone();
        with[k] = 1;
        return limits.stream()
                .filter(limit -> limit.of(with) > limit.most() + 1e-6 * Math.max(1, Math.abs(limit.most())))
                .findFirst()
                .map(limit -> new Told(Plan.Reason.LIMIT, limit.id()))
                .orElse(new Told(Plan.Reason.ALIKE, ""));
    }

    /// What the option saves beside the rest of the plan, asked of the world [currency].
    /// @param value what it would be: 1 taken, 0 left out
    private double saved(int k, Found found, double value) {
        double[] other = found.y().clone();
        other[k] = value;
        Outlook outlook = all.world().outlook();
        double change = aim.of(outlook, planes.scenarios(other)) - aim.of(outlook, found.scenario());
        return Math.max(0, value > 0 ? -change : change);
    }

    /// Of the aim without charges, at the plan.
    private double[] slope(Found found) {
        Outlook outlook = all.world().outlook();
        double[] weight = weights(outlook, found.scenario());
        double[] sum = new double[found.y().length];
        for (int s = 0; s < outlook.size(); s++) {
            for (int part : outlook.parts()[s]) {
                double[] own = all.world().at(part, found.y()).slope();
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += weight[s] * own[k];
                }
            }
        }
        return sum;
    }

    /// How much a unit more of each scenario's cost counts in the aim.
    private double[] weights(Outlook outlook, double[] cost) {
        double[] weight = new double[cost.length];
        Integer[] order = new Integer[cost.length];
        Arrays.setAll(order, s -> s);
        Arrays.sort(order, (a, b) -> Double.compare(cost[b], cost[a]));
        double left = 1 - aim.confidence();
        for (int s : order) {
            double taken = Math.min(left, outlook.probability()[s]);
            left -= taken;
            weight[s] = aim.mean() * outlook.probability()[s] + aim.tail() * taken / (1 - aim.confidence());
        }
        return weight;
    }
}
