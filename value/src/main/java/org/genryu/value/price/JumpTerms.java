package org.genryu.value.price;

import java.util.function.DoubleUnaryOperator;
import org.genryu.core.number.RandomDraws;

/// What do jumps do to a log price? Their closed forms, and their sum along one future.
///
/// sum(T) = Σ_{u_i ≤ T} J_i e^{-f(T-u_i)}, u_i – u_{i-1} exponential with mean 1/perYear, J_i normal(m, d)
///
/// Exact in distribution: jump i of a future takes the draws 2i (its time) and 2i + 1 (its size) of its own stage,
/// whatever the length of the periods.
final class JumpTerms {
    /// Nodes and weights of the Gauss-Legendre rule of 8 points on [-1, 1], positive half.
    private static final double[] NODES = {
        0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
    };

    private static final double[] WEIGHTS = {
        0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
    };

    private JumpTerms() {}

    /// Rate at which the model forgets its shocks [1/yr]; 0 if any part of them stays.
    static double fadeOf(PriceModel model) {
        return switch (model) {
            case PriceModel.MeanReverting reverting -> reverting.reversion();
            case PriceModel.WithJumps jumps -> jumps.fade();
            case PriceModel.OnPath on -> fadeOf(on.around());
            case PriceModel.Flat _,
                    PriceModel.Lognormal _,
                    PriceModel.TwoFactor _,
                    PriceModel.Index _,
                    SchwartzSmith _,
                    PriceModel.Table _,
                    PriceModel.PerFuture _ -> 0;
        };
    }

    /// End of the name of the stage: jumps on jumps draw from a stage of their own.
    static String stage(PriceModel.WithJumps jumps) {
        return jumps.of() instanceof PriceModel.WithJumps inner ? stage(inner) + " jumps" : " jumps";
    }

    /// ln of the factor by which jumps lift the expected price.
    static double lift(PriceModel.WithJumps jumps, double years) {
        double m = jumps.meanLog();
        double v = jumps.deviationLog() * jumps.deviationLog() / 2;
        if (!(jumps.fade() > 0)) {
            return jumps.perYear() * years * Math.expm1(m + v);
        }
        return jumps.perYear()
                * integral(
                        u -> {
                            double left = Math.exp(-jumps.fade() * u);
                            return Math.expm1(m * left + v * left * left);
                        },
                        years,
                        1 / jumps.fade());
    }

    /// perYear (m² + d²) (1 - e^{-2fT}) / (2f).
    static double logVariance(PriceModel.WithJumps jumps, double years) {
        double square = jumps.meanLog() * jumps.meanLog() + jumps.deviationLog() * jumps.deviationLog();
        double f2 = 2 * jumps.fade();
        return jumps.perYear() * square * (f2 > 0 ? -Math.expm1(-f2 * years) / f2 : years);
    }

    /// Integral from 0 to `years` in panels of at most half of `scale`, at most 200.
    private static double integral(DoubleUnaryOperator f, double years, double scale) {
        int panels = (int) Math.clamp(Math.ceil(2 * years / scale), 1, 200);
        double half = years / panels / 2;
        double sum = 0;
        for (int p = 0; p < panels; p++) {
            double middle = (2 * p + 1) * half;
            for (int i = 0; i < NODES.length; i++) {
                double off = NODES[i] * half;
                sum += WEIGHTS[i] * (f.applyAsDouble(middle - off) + f.applyAsDouble(middle + off));
            }
        }
        return sum * half;
    }

    /// Multiplies the prices of a future by exp(sum of its jumps) at the ends of the periods.
    static void onto(double[] prices, PriceModel.WithJumps jumps, RandomDraws draws, long future, double step) {
        if (!(jumps.perYear() > 0)) {
            return;
        }
        long index = 0;
        double next = gap(jumps, draws, future, index);
        double sum = 0;
        for (int i = 0; i < prices.length; i++) {
            double end = (i + 1) * step;
            sum *= Math.exp(-jumps.fade() * step);
            while (next <= end) {
                double size = jumps.meanLog() + jumps.deviationLog() * draws.normal(future, 2 * index + 1);
                sum += size * Math.exp(-jumps.fade() * (end - next));
                index++;
                next += gap(jumps, draws, future, index);
            }
            prices[i] *= Math.exp(sum);
        }
    }

    private static double gap(PriceModel.WithJumps jumps, RandomDraws draws, long future, long index) {
        return -Math.log(draws.uniform(future, 2 * index)) / jumps.perYear();
    }
}
