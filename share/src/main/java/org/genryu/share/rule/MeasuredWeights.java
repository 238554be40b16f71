package org.genryu.share.rule;

import java.util.Arrays;
import java.util.Optional;
import org.genryu.core.Check;

/// How much does each player bring to what all do together? Three things are measured, and each that somebody
/// brings counts alike:
///
///     w_i = 1/k Σ over the k parts of  max(0, part_i) / Σ_j max(0, part_j)
///
/// A player that brings none of them counts as a [#LEAST]: a weighted Shapley value knows no weight of nil. The
/// split without weights stands beside.
///
/// @param capital present value of the money that it puts at risk [currency]
/// @param technology by how much all together gain less where its plants work as the next best do [currency]
/// @param risk its part of the tail risk of what all gain: what its own gain falls short of its mean where all
/// together fare worst; below 0 where it makes the whole surer [currency]; empty where nothing was drawn
public record MeasuredWeights(double[] capital, double[] technology, Optional<double[]> risk) {
    /// Weight of who brings nothing [1].
    public static final double LEAST = 1e-6;

    public MeasuredWeights {
        Check.that(
                capital.length == technology.length
                        && risk.map(r -> r.length == capital.length).orElse(true),
                "Weights: %s players with capital, %s with technology; there must be as many.",
                capital.length,
                technology.length);
    }

    /// Whether anybody brings anything that is measured.
    public boolean any() {
        return Arrays.stream(weights()).anyMatch(w -> w > LEAST);
    }

    /// By player; they sum to 1, but for the least [1].
    public double[] weights() {
        double[] weights = new double[capital.length];
        int parts = 0;
        for (double[] part : new double[][] {capital, technology, risk.orElse(new double[capital.length])}) {
            double sum = Arrays.stream(part).filter(one -> one > 0).sum();
            if (sum > 0) {
                parts++;
                for (int i = 0; i < weights.length; i++) {
                    weights[i] += Math.max(0, part[i]) / sum;
                }
            }
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.max(LEAST, weights[i] / Math.max(1, parts));
        }
        return weights;
    }

    /// Marginal tail risk: E[mean of i - gain of i | the worst part of the futures of all together], the
    /// derivative of the sum's CVaR deviation by each player's gain; the parts sum to that deviation.
    ///
    /// Source: Tasche 1999 (Euler allocation); the boundary future counts with its fraction, as in
    /// Rockafellar and Uryasev 2000.
    ///
    /// @param gains by future, then player
    /// @param tail part of the futures that is the worst [fraction], above 0 to 1
    public static double[] tailParts(double[][] gains, double tail) {
        Check.that(tail > 0 && tail <= 1, "Tail: the worst part is %s; it must be above 0, at most 1.", tail);
        int players = gains[0].length;
        Integer[] order = new Integer[gains.length];
        Arrays.setAll(order, f -> f);
        Arrays.sort(order, (a, b) -> Double.compare(sum(gains[a]), sum(gains[b])));
        double[] parts = new double[players];
        for (int i = 0; i < players; i++) {
            int at = i;
            double mean = Arrays.stream(gains).mapToDouble(one -> one[at]).sum() / gains.length;
            double left = tail;
            double worst = 0;
            for (int f : order) {
                double taken = Math.min(left, 1.0 / gains.length);
                worst += taken * gains[f][i];
                left -= taken;
            }
            parts[i] = mean - worst / tail;
        }
        return parts;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
