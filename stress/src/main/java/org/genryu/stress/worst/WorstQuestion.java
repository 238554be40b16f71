package org.genryu.stress.worst;

import java.util.OptionalDouble;
import org.genryu.balance.BalanceOptions;

/// What is asked of the other side's moves.
///
/// @param moves how many it makes at most
/// @param budget what they may cost together [unit of the moves' costs]; empty: only their number is limited
/// @param defences how many moves we make impossible first, at most
/// @param alternatives how many sets are told beside the worst one
/// @param options how the case is balanced
public record WorstQuestion(int moves, OptionalDouble budget, int defences, int alternatives, BalanceOptions options) {
    public WorstQuestion(int moves, BalanceOptions options) {
        this(moves, OptionalDouble.empty(), 0, 2, options);
    }

    public WorstQuestion within(double amount) {
        return new WorstQuestion(moves, OptionalDouble.of(amount), defences, alternatives, options);
    }

    public WorstQuestion defending(int many) {
        return new WorstQuestion(moves, budget, many, alternatives, options);
    }

    public WorstQuestion beside(int many) {
        return new WorstQuestion(moves, budget, defences, many, options);
    }
}
