package org.genryu.value.option;

import java.util.ArrayList;
import java.util.List;
import org.genryu.core.Check;
import org.genryu.value.price.PriceFactors;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.price.SchwartzSmith;
import org.genryu.value.price.TwoFactorStep;

/// What must be known of the prices to say how they go on, and how they go on by one step: short-term and long-term
/// parts of all factors, risk-neutral.
///
/// A state holds χ and ξ of every factor in turn. Normalised: (x - E x)/deviation at a date, only for the parts that
/// are random, in the order of the state – [#normal].
final class PriceStates {
    private final PriceFactors factors;
    private final TwoFactorStep[] steps;
    private final double[] start;
    private final List<Integer> random = new ArrayList<>();

    PriceStates(PriceFactors factors, double step) {
        this.factors = factors;
        int n = factors.models().size();
        steps = new TwoFactorStep[n];
        start = new double[2 * n];
        for (int i = 0; i < n; i++) {
            String id = factors.ids().get(i);
            SchwartzSmith model = factors.models()
                    .get(i)
                    .gaussian()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Choices: price '%s' has jumps or comes from a table; its log must be normal."
                                    .formatted(id)));
            steps[i] = model.transition(step, ProbabilityMeasure.RISK_NEUTRAL);
            start[2 * i] = model.shortTerm().start();
            start[2 * i + 1] = Math.log(model.longTerm().start());
            if (model.shortTerm().volatility() > 0) {
                random.add(2 * i);
            }
            if (model.longTerm().volatility() > 0) {
                random.add(2 * i + 1);
            }
        }
        Check.that(!random.isEmpty(), "Choices: no price is random; a plain cash flow says it all.");
    }

    int size() {
        return start.length;
    }

    int factors() {
        return steps.length;
    }

    /// Number of parts that are random.
    int randoms() {
        return random.size();
    }

    /// Place of the first random part in the state.
    int onlyRandom() {
        return random.getFirst();
    }

    /// Normals that a step takes: the shock of every factor, then its shift between short and long term.
    int shocks() {
        return 2 * steps.length;
    }

    double[] start() {
        return start.clone();
    }

    /// One step from `from` to `to` (which may be the same) with independent normals, `sign` -1 for the mirrored
    /// ones.
    void step(double[] from, double[] normals, int first, double sign, double[] to) {
        for (int i = 0; i < steps.length; i++) {
            double[] row = factors.correlation().lower()[i];
            double z = 0;
            for (int j = 0; j <= i; j++) {
                z += row[j] * normals[first + j];
            }
            TwoFactorStep step = steps[i];
            double shift = sign * step.split() * normals[first + steps.length + i];
            to[2 * i] = step.decay() * from[2 * i] + step.shortShift() + sign * step.shortLead() * z + shift;
            to[2 * i + 1] = from[2 * i + 1] + step.longShift() + sign * step.longLead() * z - shift;
        }
    }

    void prices(double[] state, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.exp(state[2 * i] + state[2 * i + 1]);
        }
    }

    /// Means and deviations of the random parts after a number of steps, by applying the moments of one step.
    /// @return [mean or deviation][part]
    double[][] moments(int dates) {
        double[] mean = start.clone();
        double[] zero = new double[shocks()];
        double[] variance = new double[size()];
        for (int t = 0; t < dates; t++) {
            step(mean, zero, 0, 1, mean);
            for (int i = 0; i < steps.length; i++) {
                TwoFactorStep s = steps[i];
                double split = s.split() * s.split();
                variance[2 * i] = s.decay() * s.decay() * variance[2 * i] + s.shortLead() * s.shortLead() + split;
                variance[2 * i + 1] += s.longLead() * s.longLead() + split;
            }
        }
        double[][] out = new double[2][randoms()];
        for (int r = 0; r < randoms(); r++) {
            out[0][r] = mean[random.get(r)];
            out[1][r] = Math.sqrt(variance[random.get(r)]);
        }
        return out;
    }

    void normal(double[] state, double[][] moments, double[] into) {
        for (int r = 0; r < into.length; r++) {
            into[r] = (state[random.get(r)] - moments[0][r]) / moments[1][r];
        }
    }
}
