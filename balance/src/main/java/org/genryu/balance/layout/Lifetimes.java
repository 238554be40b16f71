package org.genryu.balance.layout;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;
import org.genryu.casefile.SupplyCase.Lifetime;

/// When what was put to use leaves use again.
///
/// S(a) = share still in use at age a [years] – [#survival(Lifetime, double)]; a cohort of period s leaves in period
/// t ≥ s the share S((t - s - 1) d) - S((t - s) d), with S = 1 before the first year end – [#leaving(Lifetime,
/// double, int)]. Fixed L: S = 1 for a < L, else 0. Normal: S = 1 - Φ((a - m)/s). Lognormal by its own mean M and
/// deviation D: σ² = ln(1 + D²/M²), μ = ln M - σ²/2. Weibull by its own mean and deviation, the shape found by
/// bisection.
final class Lifetimes {
    private Lifetimes() {}

    static double survival(Lifetime life, double age) {
        return survival(life).applyAsDouble(age);
    }

    /// S by age [years].
    static DoubleUnaryOperator survival(Lifetime life) {
        return switch (life.shape()) {
            case FIXED -> age -> age < life.mean() ? 1 : 0;
            case NORMAL -> NormalDistribution.of(life.mean(), life.deviation())::survivalProbability;
            case LOGNORMAL -> {
                double variance = Math.log1p(square(life.deviation() / life.mean()));
                yield LogNormalDistribution.of(Math.log(life.mean()) - variance / 2, Math.sqrt(variance))
                        ::survivalProbability;
            }
            case WEIBULL -> {
                double shape = weibullShape(life.deviation() / life.mean());
                yield WeibullDistribution.of(shape, life.mean() / gamma(1 + 1 / shape))::survivalProbability;
            }
        };
    }

    /// Share of a cohort that leaves `age` periods after the period in which it came, each period `length` years.
    static double leaving(Lifetime life, double length, int age) {
        double before = age == 0 ? 1 : survival(life, (age - 1) * length);
        return before - survival(life, age * length);
    }

    /// What must come into use in each year so that the stock at its end is what is wanted (stock-driven form):
    /// i(t) = [stock(t) - Σ_{c<t} i(c) S(t - c)] / S(0). Below 0 where the wanted stock falls faster than things
    /// leave.
    ///
    /// @param stock wanted at the end of each year
    static double[] inflowFor(double[] stock, Lifetime life) {
        double[] inflow = new double[stock.length];
        for (int t = 0; t < stock.length; t++) {
            double left = 0;
            for (int c = 0; c < t; c++) {
                left += inflow[c] * survival(life, t - c);
            }
            inflow[t] = (stock[t] - left) / survival(life, 0);
        }
        return inflow;
    }

    /// Shape k with Γ(1+2/k)/Γ(1+1/k)² - 1 = (deviation/mean)², which falls in k.
    private static double weibullShape(double variation) {
        double low = 0.1;
        double high = 200;
        for (int i = 0; i < 200; i++) {
            double middle = Math.sqrt(low * high);
            double ratio = gamma(1 + 2 / middle) / square(gamma(1 + 1 / middle)) - 1;
            if (ratio > variation * variation) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt(low * high);
    }

    private static double gamma(double x) {
        return org.apache.commons.numbers.gamma.Gamma.value(x);
    }

    private static double square(double x) {
        return x * x;
    }
}
