package org.genryu.balance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.core.Text;
import org.genryu.solve.Solution;

/// What a balance run found. A verdict is an answer, never an exception.
public sealed interface BalanceResult {
    /// Cheapest flows that cover demand, with the prices that prove it.
    record Balanced(Balance balance, Balance.Proof proof) implements BalanceResult {}

    /// Demand cannot be covered; `culprits` is a smallest set of limits that clash: without any one of them there
    /// is an answer.
    record Infeasible(List<Limit> culprits) implements BalanceResult {}

    /// Cost falls for ever: something earns without limit.
    record Unbounded(List<Limit> culprits) implements BalanceResult {}

    /// It ended without a proved answer; `gap` [fraction] bounds how much cheaper the optimum can be. `best` is
    /// empty if no feasible answer was found.
    record StoppedEarly(Optional<Balance> best, double gap, Cause cause) implements BalanceResult {}

    /// Why there is no proved answer.
    sealed interface Cause {
        /// The time limit was reached.
        record Time() implements Cause {}

        /// The solver ran out of memory.
        record Memory() implements Cause {}

        /// The solver gave up, or its answer did not hold when it was checked.
        /// @param miss what was too far apart; empty if the solver came to no answer at all
        /// @param where it is worst, in the case's own names; its rule says what was asked
        record NotProved(Optional<Solution.Miss> miss, Optional<Limit> where) implements Cause {
            /// What was too far apart, where, and how far it may be.
            public Text why() {
                if (miss.isEmpty()) {
                    return new Text("the solver gave up without an answer", "ソルバーが解を出さずに終わりました");
                }
                String size = String.format(Locale.ROOT, "%.2g", miss.get().size());
                String most = String.format(Locale.ROOT, "%.2g", miss.get().tolerance());
                String at = where.map(Limit::place).orElse("");
                return switch (miss.get().residual()) {
                    case PRIMAL ->
                        new Text(
                                "a limit of %s is broken by %s (relative); %s is allowed".formatted(at, size, most),
                                "%s の制約が %s(相対)だけ破れています(許容は %s)".formatted(at, size, most));
                    case DUAL ->
                        new Text(
                                "a price at %s is off by %s (relative); %s is allowed".formatted(at, size, most),
                                "%s の価格が %s(相対)だけずれています(許容は %s)".formatted(at, size, most));
                    case GAP ->
                        new Text(
                                "its cost and what its prices add up to are %s apart (relative); %s is allowed"
                                        .formatted(size, most),
                                "費用と価格から求めた値が %s(相対)離れています(許容は %s)".formatted(size, most));
                    case NUMBER ->
                        new Text(
                                "a number at %s is %s; the solver takes numbers below %s".formatted(at, size, most),
                                "%s の数値が %s です。ソルバーが扱えるのは %s 未満です".formatted(at, size, most));
                };
            }
        }

        /// `time`, `memory` or `not-proved`.
        default String word() {
            return switch (this) {
                case Time _ -> "time";
                case Memory _ -> "memory";
                case NotProved _ -> "not-proved";
            };
        }
    }

    /// A limit in the case's own names.
    /// @param table such as `processes`
    /// @param id such as `us-mountain-pass`
    /// @param rule such as `at least 80 % of 5000 t/yr must run in 2027`
    record Limit(String table, String id, String column, String period, Text rule) {
        /// As in `processes.capacity 'us-mountain-pass' [2027]`.
        public String place() {
            String name = column.isEmpty() || column.equals(table) ? table : table + "." + column;
            return name + " '" + id + "'" + (period.isEmpty() ? "" : " [" + period + "]");
        }
    }
}
