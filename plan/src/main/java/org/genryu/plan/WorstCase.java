package org.genryu.plan;

import java.util.Optional;
import java.util.TreeSet;
import org.genryu.core.Deadline;

/// Which decisions are best against the worst that the other side can do about them? Defend, attack, defend: we
/// decide, it picks the attack that hurts most, the world answers.
///
///     minimise over y  cost · y + max over attacks z of cost_z(y)
///
/// by column-and-constraint generation: the master knows some attacks and bounds from below; the attack that is worst
/// for its decisions bounds from above and joins. Each round adds an attack or ends, so that it ends with the best.
/// Attacks are the scenarios of an outlook; their chances are of no matter.
///
/// Source: Zeng and Zhao 2013, doi:10.1016/j.orl.2013.05.003; Brown, Carlyle, Salmerón and Wood 2006, Interfaces 36,
/// 530-544.
///
/// @param found decisions, with the cost of every attack
/// @param attack the worst for them
/// @param against attacks that had to be known to find and prove it
/// @param rounds of the search
public record WorstCase(Found found, int attack, int against, int rounds) {
    /// @param enough how far the answer may be from the best [money]
    /// @return empty if no decisions obey the limits
    public static Optional<WorstCase> of(CuttingPlanes planes, Outlook attacks, Decisions decisions, double enough) {
        TreeSet<Integer> known = new TreeSet<>();
        known.add(worst(planes.scenarios(decisions.lower())));
        Optional<WorstCase> best = Optional.empty();
        double bound = Double.NEGATIVE_INFINITY;
        for (int round = 1; ; round++) {
            Deadline.present().check();
            Outlook some = among(attacks, known);
            Optional<Found> asked = planes.best(decisions, Aim.worst(some), some, enough / 2);
            if (asked.isEmpty()) {
                return Optional.empty();
            }
            bound = Math.max(bound, asked.get().bound());
            double[] cost = planes.scenarios(asked.get().y());
            int attack = worst(cost);
            double objective = Decisions.dot(decisions.cost(), asked.get().y()) + cost[attack];
            boolean better =
                    best.map(one -> objective < one.found().objective()).orElse(true);
            if (better) {
                Found found = new Found(asked.get().y(), objective, bound, cost, round);
                best = Optional.of(new WorstCase(found, attack, known.size(), round));
            }
            WorstCase now = best.orElseThrow();
            if (now.found().objective() - bound <= enough || !known.add(attack)) {
                double proved = Math.min(bound, now.found().objective());
                return Optional.of(new WorstCase(
                        new Found(
                                now.found().y(),
                                now.found().objective(),
                                proved,
                                now.found().scenario(),
                                round),
                        now.attack(),
                        known.size(),
                        round));
            }
        }
    }

    private static Outlook among(Outlook attacks, TreeSet<Integer> known) {
        double[] chance = new double[attacks.size()];
        known.forEach(z -> chance[z] = 1.0 / known.size());
        return new Outlook(chance, attacks.level(), attacks.parts());
    }

    private static int worst(double[] cost) {
        int worst = 0;
        for (int z = 1; z < cost.length; z++) {
            worst = cost[z] > cost[worst] ? z : worst;
        }
        return worst;
    }
}
