package org.genryu.plan;

import org.genryu.core.Check;

/// What is made small: first · y + mean · E[cost] + tail · CVaR(cost), where CVaR(cost) is at most `most`.
///
/// @param mean weight of the expected cost
/// @param tail weight of the mean of the worst part
/// @param confidence share of the probability that is not in the tail, 0 up to but not including 1
/// @param most the risk limit: the mean of the worst part may be no more [money]; infinity for none
public record Aim(double mean, double tail, double confidence, double most) {
    public Aim {
        Check.that(
                mean >= 0 && tail >= 0 && confidence >= 0 && confidence < 1 && most > Double.NEGATIVE_INFINITY,
                "Aim: weights %s and %s at %s, limit %s; weights must be 0 or more, the confidence from 0 to below 1.",
                mean,
                tail,
                confidence,
                most);
    }

    /// Without a risk limit.
    public Aim(double mean, double tail, double confidence) {
        this(mean, tail, confidence, Double.POSITIVE_INFINITY);
    }

    /// The dearest of the scenarios that can come alone.
    public static Aim worst(Outlook outlook) {
        double least = 1;
        for (double chance : outlook.probability()) {
            least = chance > 0 ? Math.min(least, chance) : least;
        }
        return new Aim(0, 1, 1 - least / 2);
    }

    /// The same within a risk limit.
    public Aim within(double limit) {
        return new Aim(mean, tail, confidence, limit);
    }

    boolean counts() {
        return tail > 0 || isLimited();
    }

    boolean isLimited() {
        return most < Double.POSITIVE_INFINITY;
    }

    /// By how much the risk limit is broken [money].
    double over(Outlook outlook, double[] cost) {
        return isLimited() ? TailRisk.cvar(cost, outlook.probability(), confidence) - most : Double.NEGATIVE_INFINITY;
    }

    public static final Aim EXPECTED = new Aim(1, 0, 0);

    /// The weighed costs of the scenarios.
    public double of(Outlook outlook, double[] cost) {
        double sum = 0;
        for (int s = 0; s < cost.length; s++) {
            sum += outlook.probability()[s] * cost[s];
        }
        return mean * sum + (tail == 0 ? 0 : tail * TailRisk.cvar(cost, outlook.probability(), confidence));
    }
}
