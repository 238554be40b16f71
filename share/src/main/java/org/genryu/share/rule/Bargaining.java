package org.genryu.share.rule;

import java.util.function.DoubleUnaryOperator;
import org.genryu.core.Check;

/// Where do two parties settle on a frontier that money cannot move along freely? (Where it can,
/// [MarginalPoints#surplus] says it in closed form.)
///
/// Nash: maximise (x - d_x)^w (y - d_y)^(1 - w). Kalai-Smorodinsky (1975): the frontier where each gets
/// the same part of the most it could have; with weights, on the line from d to d + w (ideal - d).
///
/// @param frontier y = f(x), concave and falling over [disagreement x, most x]
/// @param mostFirst largest x; f there is no less than the other's disagreement
/// @param first what the first has without agreement
/// @param second what the second has without agreement
public record Bargaining(DoubleUnaryOperator frontier, double mostFirst, double first, double second) {
    private static final int STEPS = 200;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    public Bargaining {
        Check.that(
                mostFirst > first && frontier.applyAsDouble(first) > second,
                "Bargaining: there is nothing to gain beyond (%s, %s).",
                first,
                second);
    }

    /// @param x of the first
    /// @param y of the second
    public record Point(double x, double y) {}

    /// By golden section: the weighted sum of logarithms is concave.
    /// @param weight of the first, above 0 and below 1
    public Point nash(double weight) {
        Check.that(weight > 0 && weight < 1, "Bargaining: the weight is %s; it must lie between 0 and 1.", weight);
        double low = first;
        double high = mostFirst;
        for (int k = 0; k < STEPS; k++) {
            double a = high - GOLDEN * (high - low);
            double b = low + GOLDEN * (high - low);
            if (gain(a, weight) < gain(b, weight)) {
                low = a;
            } else {
                high = b;
            }
        }
        return at((low + high) / 2);
    }

    private double gain(double x, double weight) {
        double y = frontier.applyAsDouble(x) - second;
        return x > first && y > 0
                ? weight * Math.log(x - first) + (1 - weight) * Math.log(y)
                : Double.NEGATIVE_INFINITY;
    }

    /// By bisection: along the line the frontier falls and the line rises.
    /// @param weight of the first, above 0 and below 1; one half for the plain solution
    public Point kalaiSmorodinsky(double weight) {
        Check.that(weight > 0 && weight < 1, "Bargaining: the weight is %s; it must lie between 0 and 1.", weight);
        double idealSecond = frontier.applyAsDouble(first);
        double slope = (1 - weight) * (idealSecond - second) / (weight * (mostFirst - first));
        double low = first;
        double high = mostFirst;
        for (int k = 0; k < STEPS; k++) {
            double middle = (low + high) / 2;
            if (frontier.applyAsDouble(middle) > second + slope * (middle - first)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return at((low + high) / 2);
    }

    private Point at(double x) {
        return new Point(x, frontier.applyAsDouble(x));
    }
}
