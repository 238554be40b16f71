package org.genryu.study;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.WithoutScenarioFlows;
import org.genryu.core.Deadline;

/// What does the case do without any event? A base year is fitted once and it is balanced at most once, and only if
/// somebody asks: an event that is a share of what it carries, or who compares with it. Where something happened
/// ([org.genryu.casefile.InForce]), a scenario is compared with the case in which only that did.
final class BaseComparison {
    private final SolvedCases solved;
    private final Supplier<String> hash;
    private final BalanceOptions options;
    private final Map<SupplyCase, Balancer.Fitted> fitted = new IdentityHashMap<>();
    private Optional<BalanceResult> result = Optional.empty();

    /// @param options of the run; no intervals are worked out here, and no way to other answers is kept
    BaseComparison(BalanceOptions options) {
        this(SolvedCases.NONE, () -> "", options);
    }

    /// @param hash of the words of the case
    BaseComparison(SolvedCases solved, Supplier<String> hash, BalanceOptions options) {
        this.solved = solved;
        this.hash = hash;
        this.options = options.with(BalanceOptions.Intervals.NONE).keeping(_ -> {});
    }

    /// @param base the case without the scenario, as in the other methods
    Balancer.Fitted fitted(SupplyCase base) {
        return fitted.computeIfAbsent(base, one -> Balancer.fit(one, options));
    }

    /// Empty if it has no answer.
    Optional<Balance> balance(SupplyCase base) {
        if (result.isEmpty()) {
            SolvedCases.Question asked = new SolvedCases.Question(hash.get(), Optional.empty(), options);
            result = Optional.of(solved.balance(asked, base, given -> Balancer.balance(base, fitted(base), given)));
        }
        return result.get() instanceof BalanceResult.Balanced(Balance balance, var _)
                ? Optional.of(balance)
                : Optional.empty();
    }

    /// The same to compare with; empty also if time is over.
    Optional<Balance> beside(SupplyCase base) {
        try {
            return balance(base);
        } catch (Deadline.TimeUp _) {
            return Optional.empty();
        }
    }

    /// The case in which only that happened which is in force, to compare a scenario with; empty also if time is
    /// over.
    /// @param base without any event
    /// @param happened the same with what is in force
    /// @param hash of the words of the case and of what was left out
    Optional<Balance> beside(SupplyCase base, SupplyCase happened, String hash) {
        try {
            return solved.balance(
                                    new SolvedCases.Question(hash, Optional.empty(), options),
                                    happened,
                                    given -> Balancer.balance(happened, fitted(base), given))
                            instanceof BalanceResult.Balanced(Balance balance, var _)
                    ? Optional.of(balance)
                    : Optional.empty();
        } catch (Deadline.TimeUp _) {
            return Optional.empty();
        }
    }

    /// What it carries per year.
    WithoutScenarioFlows carried() {
        return base -> balance(base).flatMap(balance -> carried(balance).of(base));
    }

    /// The same of a balance that is there.
    static WithoutScenarioFlows carried(Balance balance) {
        return base -> Optional.of(new WithoutScenarioFlows.Carried(
                perYear(balance.quantities().flow(), base),
                perYear(balance.quantities().activity(), base)));
    }

    private static double[][] perYear(double[][] amount, SupplyCase of) {
        double[][] rate = new double[amount.length][of.periods().count()];
        for (int i = 0; i < rate.length; i++) {
            for (int t = 0; t < rate[i].length; t++) {
                rate[i][t] = Math.max(0, amount[i][t] / of.periods().length(t));
            }
        }
        return rate;
    }
}
