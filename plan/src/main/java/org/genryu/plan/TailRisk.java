package org.genryu.plan;

import java.util.Arrays;
import org.genryu.core.Check;

/// How bad is the worst part of what can happen?
///
///     CVaR_b = min_a a + 1/(1-b) Σ p_s max(0, loss_s - a)
///
/// It averages the worst 1-b of the probability, of the scenario on its boundary a fraction; an a at which the
/// minimum is reached is the value at risk.
///
/// Source: Rockafellar and Uryasev 2000, Journal of Risk 2, 21-41.
public final class TailRisk {
    private TailRisk() {}

    /// @param loss by scenario [money]
    /// @param probability by scenario; they sum to 1
    /// @param confidence b, from 0 (the mean) to below 1
    public static double cvar(double[] loss, double[] probability, double confidence) {
        Check.that(
                confidence >= 0 && confidence < 1,
                "CVaR: the confidence is %s; it must be from 0 to below 1.",
                confidence);
        double left = 1 - confidence;
        double sum = 0;
        for (int s : worstFirst(loss)) {
            double taken = Math.min(left, probability[s]);
            sum += taken * loss[s];
            left -= taken;
        }
        return sum / (1 - confidence);
    }

    /// The least a at which no more than 1-b of the probability loses more.
    public static double var(double[] loss, double[] probability, double confidence) {
        double left = 1 - confidence + 1e-12;
        double worst = Double.NEGATIVE_INFINITY;
        for (int s : worstFirst(loss)) {
            worst = loss[s];
            if (probability[s] > left) {
                break;
            }
            left -= probability[s];
        }
        return worst;
    }

    private static int[] worstFirst(double[] loss) {
        Integer[] order = new Integer[loss.length];
        Arrays.setAll(order, s -> s);
        Arrays.sort(order, (a, b) -> Double.compare(loss[b], loss[a]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
