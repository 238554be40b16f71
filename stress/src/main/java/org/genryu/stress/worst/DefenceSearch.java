package org.genryu.stress.worst;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Which d moves are best made impossible first? Defend, attack, defend: we prevent some moves, the other
/// side makes the worst of the rest, the operator answers.
///
/// Column-and-constraint generation. The master knows some attacks: whatever is prevented, each of them that
/// does not need a prevented move remains, so that it bounds the damage left from below; it picks the defence
/// whose worst remaining known attack is least. The oracle, the proved worst cut without the prevented moves,
/// bounds it from above and gives the master another attack. They end when they meet. A defence takes moves
/// away and changes nothing else, so that a known attack needs no copy of the operator in the master: what it
/// does is known.
///
/// Zeng and Zhao, Operations Research Letters 41 (2013), doi:10.1016/j.orl.2013.05.003.
final class DefenceSearch {
    /// @param prevented the best found
    /// @param left what remains at worst
    /// @param least no defence of that size leaves less
    record Answer(BitSet prevented, AttackPlan.Worst left, double least) {}

    private final Function<BitSet, AttackPlan.Worst> oracle;
    private final List<AttackSearch.Found> attacks = new ArrayList<>();
    private final Map<BitSet, AttackPlan.Worst> asked = new HashMap<>();

    /// @param oracle the worst of the moves that are left
    DefenceSearch(Function<BitSet, AttackPlan.Worst> oracle) {
        this.oracle = oracle;
    }

    Answer best(int defences) {
        BitSet prevented = new BitSet();
        AttackPlan.Worst left = ask(prevented);
        while (true) {
            Pick pick = new Pick(new BitSet(), Double.POSITIVE_INFINITY);
            pick = pick(new BitSet(), defences, 0, pick);
            if (left.bound() <= pick.damage || KnownAttacks.same(left.bound(), pick.damage)) {
                return new Answer(prevented, left, Math.min(pick.damage, left.bound()));
            }
            boolean before = asked.containsKey(pick.prevented);
            AttackPlan.Worst found = ask(pick.prevented);
            if (found.bound() < left.bound()) {
                left = found;
                prevented = pick.prevented;
            }
            if (before) {
                // the oracle has nothing new to say: it was cut short
                return new Answer(prevented, left, pick.damage);
            }
        }
    }

    private AttackPlan.Worst ask(BitSet prevented) {
        AttackPlan.Worst known = asked.get(prevented);
        if (known == null) {
            known = oracle.apply(prevented);
            asked.put((BitSet) prevented.clone(), known);
            for (AttackSearch.Found one : known.sets()) {
                if (!attacks.contains(one)) {
                    attacks.add(one);
                }
            }
            attacks.sort(Comparator.comparingDouble(one -> -one.cost()));
        }
        return known;
    }

    /// A defence and what the worst known attack does in spite of it.
    private record Pick(BitSet prevented, double damage) {}

    /// The worst known attack that remains is suffered, or one of its moves is prevented.
    private Pick pick(BitSet prevented, int left, int from, Pick best) {
        int at = from;
        while (at < attacks.size() && attacks.get(at).moves().intersects(prevented)) {
            at++;
        }
        double damage = at < attacks.size() ? attacks.get(at).cost() : 0;
        Pick found = damage < best.damage ? new Pick((BitSet) prevented.clone(), damage) : best;
        if (left == 0 || at == attacks.size()) {
            return found;
        }
        BitSet moves = attacks.get(at).moves();
        for (int j = moves.nextSetBit(0); j >= 0; j = moves.nextSetBit(j + 1)) {
            prevented.set(j);
            found = pick(prevented, left - 1, at + 1, found);
            prevented.clear(j);
        }
        return found;
    }
}
