package org.genryu.stress.worst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The worst sets of a whole world. Moves that share no block of the program do not know each other: what
/// they cost adds up. So each such family of moves is searched for itself, for every number of moves, and
/// then the moves are shared out among the families.
final class AttackPlan {
    private final List<AttackSearch> families = new ArrayList<>();
    private final List<BitSet> members = new ArrayList<>();
    private final double calm;
    private final Map<Asked, AttackSearch.Answer> answers = new HashMap<>();

    /// What a family was asked.
    private record Asked(int family, int k, int wanted, BitSet barred) {}

    /// @param families moves that may know each other; no move is in two
    /// @param allowed which sets may be made; where it asks for more than their number, there is one family
    /// only
    AttackPlan(AttackCosts costs, List<BitSet> families, Predicate<BitSet> allowed) {
        calm = costs.answer(new BitSet()).cost();
        for (BitSet family : families) {
            members.add(family);
            this.families.add(new AttackSearch(costs, family.stream().toArray(), allowed));
        }
    }

    double calm() {
        return calm;
    }

    /// @param sets the worst ones, dearest first, with their damage in place of the cost
    /// @param bound none of that many moves does more damage
    record Worst(List<AttackSearch.Found> sets, double bound) {}

    /// @param barred moves that cannot be made
    Worst worst(int k, int wanted, BitSet barred) {
        List<List<AttackSearch.Found>> bySize = new ArrayList<>();
        double[] bound = new double[k + 1];
        for (int s = 0; s <= k; s++) {
            bySize.add(new ArrayList<>());
        }
        bySize.getFirst().add(new AttackSearch.Found(new BitSet(), 0));
        for (int f = 0; f < families.size(); f++) {
            double[] most = new double[k + 1];
            Map<BitSet, Double> options = new HashMap<>();
            for (int s = 0; s <= k; s++) {
                AttackSearch.Answer answer = ask(f, s, wanted, barred);
                most[s] = Math.max(0, answer.bound() - calm);
                answer.best().forEach(found -> options.put(found.moves(), found.cost() - calm));
            }
            bySize = combined(bySize, options, k, wanted);
            bound = shared(bound, most);
        }
        List<AttackSearch.Found> all = new ArrayList<>();
        bySize.forEach(all::addAll);
        sort(all);
        return new Worst(all.subList(0, Math.min(wanted, all.size())), bound[k]);
    }

    private AttackSearch.Answer ask(int family, int k, int wanted, BitSet barred) {
        BitSet own = (BitSet) barred.clone();
        own.and(members.get(family));
        return answers.computeIfAbsent(
                new Asked(family, Math.min(k, members.get(family).cardinality()), wanted, own),
                asked -> families.get(family).best(asked.k(), wanted, own));
    }

    private static List<List<AttackSearch.Found>> combined(
            List<List<AttackSearch.Found>> before, Map<BitSet, Double> options, int k, int wanted) {
        List<List<AttackSearch.Found>> after = new ArrayList<>();
        for (int s = 0; s <= k; s++) {
            after.add(new ArrayList<>());
        }
        options.forEach((set, damage) -> {
            for (int s = 0; s + set.cardinality() <= k; s++) {
                for (AttackSearch.Found other : before.get(s)) {
                    BitSet both = (BitSet) other.moves().clone();
                    both.or(set);
                    after.get(s + set.cardinality()).add(new AttackSearch.Found(both, other.cost() + damage));
                }
            }
        });
        after.forEach(list -> {
            sort(list);
            list.subList(Math.min(wanted, list.size()), list.size()).clear();
        });
        return after;
    }

    private static void sort(List<AttackSearch.Found> sets) {
        sets.sort(Comparator.comparingDouble((AttackSearch.Found found) -> -found.cost())
                .thenComparing(found -> found.moves().cardinality())
                .thenComparing(found -> Arrays.toString(found.moves().stream().toArray())));
    }

    /// The most that two families do together with so many moves.
    private static double[] shared(double[] before, double[] more) {
        double[] both = new double[before.length];
        for (int k = 0; k < both.length; k++) {
            for (int s = 0; s <= k; s++) {
                both[k] = Math.max(both[k], before[k - s] + more[s]);
            }
        }
        return both;
    }
}
