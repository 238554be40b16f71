package org.genryu.plan.world;

import java.util.List;
import java.util.OptionalDouble;
import org.genryu.balance.BalanceOptions;
import org.genryu.core.Check;

/// What is asked of a planner.
///
/// @param budget that all options may cost together [currency]
/// @param dependence wanted: part of what home takes in or makes of a chain's goods, by value, that may come straight
/// from rivals [fraction]; empty for no target
/// @param from first month in which it must hold [months since the year 0]
/// @param premium what a unit that no longer comes from rivals may cost more, in prices of it [1]: beyond, the target
/// counts as out of reach
/// @param risk weight of the tail against the expectation, 0 to 1
/// @param confidence share of the probability that is not in the tail [fraction]
/// @param gap at which the answer is called proved [fraction of what the plan gains]
/// @param scenarios ids that are considered; empty for those of the case
/// @param also what is asked beside the plan
///
/// Parameters: ten of one question.
public record PlanQuestion(
        double budget,
        OptionalDouble dependence,
        int from,
        double premium,
        double risk,
        double confidence,
        double gap,
        List<String> scenarios,
        Also also,
        BalanceOptions options) {
    public static final double PREMIUM = 5;
    public static final double RISK = .5;
    public static final double CONFIDENCE = .8;
    public static final double GAP = .0075;

    /// @param most the mean of the worst part may be no more: a risk limit [currency]; infinity for none
    /// @param waiting whether it is asked what waiting is worth
    /// @param cuts of how many scenarios at once the worst is to be met; 0 if that is not asked
    public record Also(double most, boolean waiting, int cuts) {
        public static final Also NOTHING = new Also(Double.POSITIVE_INFINITY, false, 0);
        /// More would be too many to try.
        public static final int MOST_CUTS = 3;

        public Also {
            Check.that(
                    cuts >= 0 && cuts <= MOST_CUTS, "Plan: %s cuts at once; there must be 0 to %s.", cuts, MOST_CUTS);
        }
    }

    public PlanQuestion {
        scenarios = List.copyOf(scenarios);
        Check.that(budget >= 0, "Plan: the budget is %s; it must be 0 or more.", budget);
    }

    public static PlanQuestion of(double budget) {
        return new PlanQuestion(
                budget,
                OptionalDouble.empty(),
                Integer.MAX_VALUE,
                PREMIUM,
                RISK,
                CONFIDENCE,
                GAP,
                List.of(),
                Also.NOTHING,
                BalanceOptions.DEFAULT);
    }

    public PlanQuestion aiming(double share, int month) {
        return new PlanQuestion(
                budget, OptionalDouble.of(share), month, premium, risk, confidence, gap, scenarios, also, options);
    }

    public PlanQuestion under(List<String> others) {
        return new PlanQuestion(budget, dependence, from, premium, risk, confidence, gap, others, also, options);
    }

    public PlanQuestion weighing(double tail) {
        return new PlanQuestion(budget, dependence, from, premium, tail, confidence, gap, scenarios, also, options);
    }

    /// @param prices what a unit that no longer comes from rivals may cost more [1]
    public PlanQuestion paying(double prices) {
        return new PlanQuestion(budget, dependence, from, prices, risk, confidence, gap, scenarios, also, options);
    }

    public PlanQuestion with(BalanceOptions other) {
        return new PlanQuestion(budget, dependence, from, premium, risk, confidence, gap, scenarios, also, other);
    }

    /// @param share of the probability that is not in the tail [fraction]
    public PlanQuestion tailBeyond(double share) {
        return new PlanQuestion(budget, dependence, from, premium, risk, share, gap, scenarios, also, options);
    }

    /// @param amount instead of the budget [currency]
    public PlanQuestion within(double amount) {
        return new PlanQuestion(amount, dependence, from, premium, risk, confidence, gap, scenarios, also, options);
    }

    public PlanQuestion and(Also more) {
        return new PlanQuestion(budget, dependence, from, premium, risk, confidence, gap, scenarios, more, options);
    }
}
