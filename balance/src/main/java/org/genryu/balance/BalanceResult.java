package org.genryu.balance;

import java.util.List;
import java.util.Optional;
import org.genryu.core.Text;

/// What a balance run found. A verdict is an answer, never an exception.
public sealed interface BalanceResult {
    /// Cheapest flows that cover demand, with the prices that prove it.
    record Balanced(Balance balance, Balance.Proof proof) implements BalanceResult {}

    /// Demand cannot be covered; `culprits` is a smallest set of limits that clash: without any one of them there
    /// is an answer.
    record Infeasible(List<Limit> culprits) implements BalanceResult {}

    /// Cost falls for ever: something earns without limit.
    record Unbounded(List<Limit> culprits) implements BalanceResult {}

    /// Time ran out; `gap` [fraction] bounds how much cheaper the optimum can be. `best` is empty if no feasible
    /// answer was found.
    record StoppedEarly(Optional<Balance> best, double gap) implements BalanceResult {}

    /// A limit in the case's own names.
    /// @param table such as `processes`
    /// @param id such as `us-mountain-pass`
    /// @param rule such as `at least 80 % of 5000 t/yr must run in 2027`
    record Limit(String table, String id, String column, String period, Text rule) {}
}
