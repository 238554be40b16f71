package org.genryu.stress.worst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has been solved so far, and what it lets one guess of a set that has not.
///
/// A guess decides what is solved next, never what is proved: what the dearest known part of the set costs,
/// with what its other moves cost alone, times how moves were seen to add up; and not less than what a known
/// larger set costs without the worth of the limits that it has more (a true bound: the least cost is convex
/// in its limits).
final class KnownAttacks {
    /// Costs that differ by less are the same [fraction].
    static final double SAME = 1e-9;

    private final AttackCosts costs;
    private final int[] moves;
    private final Map<BitSet, AttackCosts.Answer> ceilings = new HashMap<>();
    private final Map<BitSet, Double> exact = new HashMap<>();
    private final double[] alone;
    private double together = 1;
    private boolean hole;

    /// @param moves that are considered; the heaviest alone come first afterwards
    KnownAttacks(AttackCosts costs, int[] moves) {
        this.costs = costs;
        this.moves = moves.clone();
        this.alone = new double[Arrays.stream(moves).max().orElse(-1) + 1];
        double calm = exact(new BitSet());
        BitSet idle = ceiling(new BitSet()).map(AttackCosts.Answer::idle).orElse(new BitSet());
        for (int j : moves) {
            BitSet one = new BitSet();
            one.set(j);
            if (!idle.get(j)) {
                alone[j] = Math.max(0, exact(one) - calm);
                ceiling(one);
            }
        }
        Integer[] order = Arrays.stream(moves).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer j) -> -alone[j]).thenComparingInt(j -> j));
        Arrays.setAll(this.moves, i -> order[i]);
    }

    int[] moves() {
        return moves;
    }

    double alone(int move) {
        return alone[move];
    }

    double calm() {
        return exact(new BitSet());
    }

    /// Whether some set could not be proved, so that nothing bounds what it costs.
    boolean hasHole() {
        return hole;
    }

    Map<BitSet, AttackCosts.Answer> ceilings() {
        return ceilings;
    }

    /// What exactly this set costs; minus infinity if that could not be proved.
    double exact(BitSet set) {
        Double known = exact.get(set);
        if (known == null) {
            try {
                known = pure(set)
                        ? ceiling(set).map(AttackCosts.Answer::cost).orElse(Double.NEGATIVE_INFINITY)
                        : Double.valueOf(costs.answer(set).cost());
            } catch (AttackCosts.Unproved _) {
                hole = true;
                known = Double.NEGATIVE_INFINITY;
            }
            exact.put((BitSet) set.clone(), known);
        }
        return known;
    }

    /// The sets whose exact cost is known; a copy.
    List<BitSet> settled() {
        List<BitSet> sets = new ArrayList<>(exact.keySet());
        sets.sort(Comparator.comparingInt(BitSet::cardinality).thenComparing(BitSet::toString));
        return sets;
    }

    /// Whether the set is a known one with moves that its answer obeys anyway.
    boolean isPadded(BitSet set) {
        for (Map.Entry<BitSet, AttackCosts.Answer> one : ceilings.entrySet()) {
            BitSet more = (BitSet) set.clone();
            more.andNot(one.getKey());
            if (!more.isEmpty()
                    && contains(set, one.getKey())
                    && contains(one.getValue().idle(), more)
                    && pure(one.getKey())) {
                return true;
            }
        }
        return false;
    }

    /// Whether every move of the set can only make the answer dearer.
    boolean pure(BitSet set) {
        return !set.intersects(costs.mixed());
    }

    /// What no subset exceeds; empty if that could not be proved.
    Optional<AttackCosts.Answer> ceiling(BitSet set) {
        AttackCosts.Answer known = ceilings.get(set);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            AttackCosts.Answer found = costs.ceiling(set);
            ceilings.put((BitSet) set.clone(), found);
            return Optional.of(found);
        } catch (AttackCosts.Unproved _) {
            return Optional.empty();
        }
    }

    /// A set that was thought to be beaten was, or was not.
    void learn(boolean right) {
        together = Math.clamp(together * (right ? 0.93 : 1.15), 0.5, 5);
    }

    /// About what the ceiling of a set is.
    double guess(BitSet set) {
        double most = Double.NEGATIVE_INFINITY;
        BitSet part = new BitSet();
        for (Map.Entry<BitSet, AttackCosts.Answer> one : ceilings.entrySet()) {
            if (one.getValue().cost() > most && contains(set, one.getKey())) {
                most = one.getValue().cost();
                part = one.getKey();
            }
        }
        double sum = most;
        for (int j = set.nextSetBit(0); j >= 0; j = set.nextSetBit(j + 1)) {
            sum += part.get(j) ? 0 : together * alone[j];
        }
        for (Map.Entry<BitSet, AttackCosts.Answer> one : ceilings.entrySet()) {
            AttackCosts.Answer answer = one.getValue();
            if (answer.cost() > sum && answer.cost() < Double.POSITIVE_INFINITY && contains(one.getKey(), set)) {
                sum = Math.max(sum, without(one.getKey(), answer, set, sum));
            }
        }
        return sum;
    }

    private static double without(BitSet large, AttackCosts.Answer answer, BitSet set, double enough) {
        double left = answer.cost();
        for (int j = large.nextSetBit(0); j >= 0 && left > enough; j = large.nextSetBit(j + 1)) {
            left -= set.get(j) ? 0 : answer.relief()[j];
        }
        return left;
    }

    static boolean contains(BitSet large, BitSet small) {
        for (int j = small.nextSetBit(0); j >= 0; j = small.nextSetBit(j + 1)) {
            if (!large.get(j)) {
                return false;
            }
        }
        return true;
    }

    static boolean same(double a, double b) {
        // An infinity is the same as itself alone: infinity <= SAME * infinity would hold for every number.
        return a == b || (Double.isFinite(a - b) && Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b)));
    }
}
