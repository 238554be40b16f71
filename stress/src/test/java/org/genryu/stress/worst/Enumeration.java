package org.genryu.stress.worst;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.WithoutScenarioFlows;

/// The simple version: every set of moves resolved as a scenario and balanced as `genryu balance` does it.
final class Enumeration {
    private final CaseFile file;
    private final BalanceOptions options;
    private final SupplyCase calm;
    private final List<RivalMove> moves;
    private final Map<BitSet, Double> known = new HashMap<>();

    Enumeration(CaseFile file, BalanceOptions options) {
        this.file = file;
        this.options = options.with(BalanceOptions.Intervals.NONE);
        this.calm = CaseResolver.resolve(file).clean().orElseThrow().supply();
        this.moves = RivalMoves.of(file, calm);
    }

    List<RivalMove> moves() {
        return moves;
    }

    /// Rise of the objective; infinity where there is no answer.
    double damage(BitSet set) {
        return known.computeIfAbsent((BitSet) set.clone(), made -> objective(made) - objective(new BitSet()));
    }

    private double objective(BitSet set) {
        SupplyCase world = set.isEmpty()
                ? calm
                : CaseResolver.resolve(
                                file,
                                Optional.of(RivalMoves.scenario(
                                        set.stream().mapToObj(moves::get).toList())),
                                WithoutScenarioFlows.UNKNOWN)
                        .clean()
                        .orElseThrow()
                        .supply();
        return switch (Balancer.balance(world, calm, options)) {
            case BalanceResult.Balanced(var balance, var _) -> balance.objective();
            case BalanceResult.Infeasible _ -> Double.POSITIVE_INFINITY;
            case BalanceResult.Unbounded _, BalanceResult.StoppedEarly _ -> throw new AssertionError(set);
        };
    }

    /// The most that at most k of the moves that are not prevented do.
    double worst(int k, BitSet prevented, Predicate<BitSet> allowed) {
        return worst(new BitSet(), 0, k, prevented, allowed);
    }

    private double worst(BitSet set, int from, int k, BitSet prevented, Predicate<BitSet> allowed) {
        double most = allowed.test(set) ? damage(set) : Double.NEGATIVE_INFINITY;
        for (int j = from; j < moves.size() && k > 0; j++) {
            if (!prevented.get(j)) {
                set.set(j);
                most = Math.max(most, worst(set, j + 1, k - 1, prevented, allowed));
                set.clear(j);
            }
        }
        return most;
    }

    /// The least damage that is left with at most d moves prevented.
    double defended(int d, int k) {
        return defended(new BitSet(), 0, d, k);
    }

    private double defended(BitSet prevented, int from, int d, int k) {
        double least = worst(k, prevented, _ -> true);
        for (int j = from; j < moves.size() && d > 0; j++) {
            prevented.set(j);
            least = Math.min(least, defended(prevented, j + 1, d - 1, k));
            prevented.clear(j);
        }
        return least;
    }

    /// What a greedy attacker reaches: always the move that adds most.
    double greedy(int k) {
        BitSet taken = new BitSet();
        for (int step = 0; step < k; step++) {
            int choice = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < moves.size(); j++) {
                if (!taken.get(j)) {
                    taken.set(j);
                    if (damage(taken) > most) {
                        most = damage(taken);
                        choice = j;
                    }
                    taken.clear(j);
                }
            }
            taken.set(choice);
        }
        return damage(taken);
    }
}
